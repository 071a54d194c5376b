"""What the screen, the sheet and the suggestions read of the entry passes."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import (
    approvals,
    attachments,
    clock,
    deposits,
    lone,
    money,
    people,
    privacy,
    renovations,
    search,
    settings,
)
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone, label_of
from desk_app.core.i18n import listed, translate
from desk_app.core.records import by_ids
from desk_app.core.renovations import RenovationPermit
from desk_app.registers.entry_passes import photos, refunding, rules, terms, validity
from desk_app.registers.entry_passes.facts import amounts, case_of, state_of
from desk_app.registers.entry_passes.paper import CARD
from desk_app.registers.entry_passes.records import EntryPass

RECENT = 300
"""How many of the latest passes are looked through for holders and companies."""


def valid() -> ColumnElement[bool]:
    """Return the condition that a pass opens the door today."""
    return and_(EntryPass.state == "issued", EntryPass.ends >= clock.today())


def ran_out() -> ColumnElement[bool]:
    """Return the condition that a pass ran out and did not come back, noted or not."""
    late = and_(EntryPass.state.in_(("issued", "frozen")), EntryPass.ends < clock.today())
    return or_(EntryPass.state.in_(("expired", "overdue")), late)


def overdue(session: Session) -> ColumnElement[bool]:
    """Return the condition that a card should have come back long ago: after its end, or its permit's (F08)."""
    before = clock.today() - timedelta(settings.get(session, terms.RETURN_DAYS))
    return or_(
        and_(EntryPass.state.in_(("issued", "frozen", "expired", "overdue")), EntryPass.ends < before),
        and_(EntryPass.state == "stopped", EntryPass.held_since < before),
    )


def to_come_back() -> ColumnElement[bool]:
    """Return the condition that a card is to be collected."""
    return or_(ran_out(), EntryPass.state.in_(("frozen", "stopped")))


def _where(session: Session, view: str) -> tuple[ColumnElement[bool], ...]:
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "open": (EntryPass.state.in_((*rules.BEFORE_ISSUE, "lost")),),
        "issued": (valid(),),
        "collect": (to_come_back(),),
        "overdue": (overdue(session),),
        "refundable": (refunding.refundable(),),
        "refund_late": (refunding.refundable(refunding.late_before(settings.load(session))),),
        "all": (),
    }
    return wheres[view]


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the passes of a view, newest first (those to come back by their end); with `text`, what matches."""
    order = EntryPass.ends if view in ("collect", "overdue") else EntryPass.id.desc()
    query = select(EntryPass.id).where(*_where(session, view)).order_by(order, EntryPass.id.desc())
    return search.listed(session, query, "entry_passes", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many passes each counted view has."""
    query = select(func.count()).select_from(EntryPass)
    return {
        view: session.scalar(query.where(*_where(session, view))) or 0
        for view in ("open", "issued", "collect", "overdue", "refundable")
    }


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these passes as rows, in this order."""
    config, query = settings.load(session), select(EntryPass).options(selectinload(EntryPass.extensions))
    found = by_ids(session, query, wanted)
    return _rows(session, found, config)


def _rows(session: Session, found: Sequence[EntryPass], config: settings.Settings) -> list[Row]:
    ended = [one.uid for one in found if one.deposit and one.state in rules.REFUNDABLE]
    done = deposits.of(session, ended, void=True)
    return [{**row(one, config), **refund_columns(one, done.get(one.uid, ()))} for one in found]


def refund_columns(one: EntryPass, done: Sequence[deposits.Refund]) -> Row:
    """Return what list and sheet say of a pass's refund, and which actions it has no use for."""
    last = next((refund for refund in reversed(done) if refund.void_at is None), None)
    return {
        "barred": deposits.barred(done, [refunding.KIND] if one.deposit else ()),
        "refund_no": last.no if last else "", "refund_day": last.day if last else None,
        "deduction": last.deduction if last else None, "refund_paid": last.paid if last else None,
    }  # fmt: skip


def row(one: EntryPass, config: settings.Settings) -> Row:
    """Return one pass as the list and the sheet see it; personal data masked (domain.md §4.3)."""
    return {
        "id": one.id, "uid": one.uid, "no": one.shown_no, "state": state_of(one, config), "kind": one.kind,
        "day": one.day, "name": one.name, "name_masked": privacy.name(one.name), "id_masked": one.id_masked,
        "phone": privacy.phone(one.phone), "org": one.org, "trade": one.trade,
        "customer": one.place, "permit_no": one.permit_no, "starts": one.starts, "ends": one.ends,
        "extended": len(one.extensions), "fee": one.fee + sum(row.fee for row in one.extensions),
        "deposit": one.deposit, "receipt": one.receipt, "approver": one.approver_name, "issuer": one.issuer,
        "ended_on": one.ended_on, "reason": _reason(one), "replaces": bool(one.replaces_uid),
    }  # fmt: skip


def _reason(one: EntryPass) -> str:
    """Return in words what became of a pass."""
    said = {
        "void": (label_of(terms.VOID_REASONS, one.void_kind), one.void_reason),
        "confiscated": (label_of(terms.CONFISCATED_FOR, one.ended_kind), one.ended_note),
        "returned": (label_of(terms.CONDITIONS, one.ended_kind), one.ended_note),
        "lost": ("", one.lost_note),
        "replaced": ("", one.lost_note),
        "frozen": ("", one.held_reason),
        "stopped": ("", one.held_reason),
        "draft": ("", one.sent_back),
    }.get(one.state)
    if said is None:
        return ""
    label = translate("EntryPasses", said[0]) if said[0] else ""
    return ":".join(filter(None, (label, said[1])))


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the passes issued, ending or taken back on a day in [first, last], by number: all its figures count.

    Applications are none.
    """
    days = (EntryPass.day, EntryPass.ends, EntryPass.ended_on)
    within = or_(*(column.between(first, last) for column in days))
    query = select(EntryPass).where(EntryPass.no.is_not(None), within)
    query = query.options(selectinload(EntryPass.extensions)).order_by(EntryPass.no)
    config = settings.load(session)
    return _rows(session, session.scalars(query).all(), config)


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one pass."""
    one = session.scalars(select(EntryPass).where(EntryPass.uid == uid)).one()
    names = (
        "kind", "name", "sex", "id_kind", "residence_no", "phone", "org", "trade", "reason", "permit_no",
        "guarantor", "special_no", "special_until", "special_checked", "zone", "hours", "card_no", "wanted_to",
        "paper_permit", "paper_id", "paper_residence", "remark",
    )  # fmt: skip
    photo = photos.of(session, uid)
    return {
        **{name: getattr(one, name) for name in names},
        "uid": one.uid,
        "id_no": "",
        "room": Ref(one.room_id, one.place),
        "photo": [photo.name] if photo else [],
    }


def fee_text(session: Session, uid: str) -> str:
    """Return what is to be paid for a pass, in words for the dialog (S0㈦(2)1)."""
    one = session.scalars(select(EntryPass).where(EntryPass.uid == uid)).one()
    fee, deposit = amounts(one, settings.load(session))
    sentence = translate("EntryPasses", "工本费 {fee} 元,押金 {deposit} 元,合计 {total} 元")
    return sentence.format(fee=money.text(fee), deposit=money.text(deposit), total=money.text(fee + deposit))


def latest_end(session: Session, uid: str) -> date:
    """Return how far a pass can be extended today."""
    one = session.scalars(select(EntryPass).where(EntryPass.uid == uid)).one()
    policy, case = rules.policy(settings.load(session)), case_of(session, one)
    limit = validity.extension_limit(
        one.ends or clock.today(), clock.today(), policy.bounds, case.permit_ends
    )
    return limit.day


def approval_text(session: Session, uid: str) -> str:
    """Return who agreed so far: the desk's first check."""
    said = approvals.given(session, uid)
    labels = {stage.key: stage.label for stage in rules.CHAIN}
    return listed(
        f"{translate('EntryPasses', labels[one.stage])} {one.name}" for one in said if one.stage in labels
    )


def taken_up(session: Session, uid: str) -> str:
    """Return why an application came back, "" when it did not."""
    back = session.scalar(select(EntryPass.sent_back).where(EntryPass.uid == uid))
    return translate("EntryPasses", "已驳回:{words}").format(words=back) if back else ""


def prints_cards(session: Session) -> bool:
    """Say whether a card comes out at issue, by the settings; else the A6."""
    return settings.get(session, terms.PAPER) == "card"


@dataclass(frozen=True)
class Card:
    """A valid pass whose card can be printed: what to show of it, its form, whether it came out before."""

    uid: str
    title: str
    form: str
    printed: bool


def cards(session: Session) -> list[Card]:
    """Return the valid passes, newest first, for a sheet of cards."""
    query = select(EntryPass).where(valid()).order_by(EntryPass.id.desc()).limit(RECENT)
    found = []
    for one in session.scalars(query):
        paper = attachments.paper_of(session, one.uid, CARD[one.kind])
        printed = paper is not None and attachments.times_printed(session, paper.id) > 0
        title = "  ".join(filter(None, (one.no, one.name, one.org or one.place)))
        found.append(Card(one.uid, title, CARD[one.kind], printed))
    return found


def limit_hint(session: Session, known: Mapping[str, object]) -> str:
    """Return until when a pass made from this form would be valid, or why it cannot be made."""
    kind, number = str(known.get("kind") or ""), str(known.get("permit_no") or "")
    if kind not in rules.PREFIXES:
        return ""
    refusal = renovations.refusal(session, number, clock.today()) if number else ""
    if refusal:
        return refusal
    permit = renovations.by_number(session, number) if number else None
    bounds = validity.terms_of(settings.load(session))
    limit = validity.limit(kind, clock.today(), bounds, permit.ends if permit else None)
    sentence = translate("EntryPasses", "有效期至 {day}({why})")
    return sentence.format(day=limit.day, why=limit.why)


def to_collect(session: Session, permit_uid: str) -> list[Row]:
    """Return the cards under a renovation permit that are to be collected, for the list that is printed (F12)."""
    known = or_(RenovationPermit.uid == permit_uid, RenovationPermit.record_uid == permit_uid)
    numbers = select(RenovationPermit.no).where(known)
    query = select(EntryPass).where(EntryPass.permit_no.in_(numbers), to_come_back()).order_by(EntryPass.no)
    config = settings.load(session)
    return [row(one, config) for one in session.scalars(query)]


def suggest_permit(session: Session, text: str, known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the renovation permits in force; one fills room, company, guarantor and hours, not the telephone."""
    wanted = ("org", "room", "guarantor")
    offers = []
    for one in renovations.suggest(session, text, known):
        permit = renovations.by_number(session, str(one.value))
        fills = {key: value for key, value in one.fills.items() if key in wanted}
        if permit is not None and permit.hours:
            fills["hours"] = permit.hours
        offers.append(Suggestion(one.title, one.detail, one.value, fills))
    return offers


def suggest_holder(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer whoever had a pass lately, each once, with company and trade; the document is looked at anew."""
    shown = (EntryPass.name, EntryPass.org, EntryPass.trade, EntryPass.sex, EntryPass.phone, EntryPass.no)
    latest = select(*shown).where(EntryPass.no.is_not(None)).order_by(EntryPass.id.desc()).limit(RECENT)
    found: dict[tuple[str, str], Suggestion] = {}
    for one in session.execute(latest):
        if (one.name, one.org) in found or not search.matches(text, one.name):
            continue
        fills = {"org": one.org, "trade": one.trade, "sex": one.sex, "phone": one.phone}
        detail = " · ".join(filter(None, (one.org, one.no)))
        given = {key: value for key, value in fills.items() if value}
        found[one.name, one.org] = Suggestion(one.name, detail, one.name, given)
    return list(found.values())[:8]


def suggest_org(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the companies of the latest passes, each once."""
    latest = select(EntryPass.org).where(EntryPass.org != "").order_by(EntryPass.id.desc()).limit(RECENT)
    names = dict.fromkeys(session.scalars(latest))
    return [Suggestion(name, "", name) for name in names if search.matches(text, name)][:8]


def suggest_approver(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may approve: KZ and JL."""
    return people.offered(session, text, (people.Role.KZ, people.Role.JL))


def suggest_reviewer(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may review a voiding."""
    return people.offered(session, text, people.LEADS)


def suggest_cashier(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who takes money: the cashiers first, then the desk."""
    return [
        *people.offered(session, text, (people.Role.CW,)),
        *people.offered(session, text, people.DESK),
    ]


def due(session: Session) -> Sequence[Due]:
    """Return what waits: approvals, fees, issues; passes about to run out (§5.4), cards to collect, lost ones."""
    config, today = settings.load(session), clock.today()
    soon = today + timedelta(config.get(terms.REMIND_DAYS))
    ending = and_(
        EntryPass.state == "issued", EntryPass.ends >= today,
        or_(and_(EntryPass.kind == "long", EntryPass.ends <= soon), EntryPass.ends == today),
    )  # fmt: skip
    query = select(EntryPass).where(
        or_(EntryPass.state.in_((*rules.WAITING, "lost")), to_come_back(), ending)
    )
    found = session.scalars(query.order_by(EntryPass.ends, EntryPass.id).limit(200))
    late = set(session.scalars(select(EntryPass.id).where(overdue(session))))
    back = session.scalars(
        select(EntryPass).where(refunding.lately(config)).order_by(EntryPass.id).limit(100)
    )
    waiting = [_due(one, config, one.id in late) for one in found] + [
        refunding.due(one, config) for one in back
    ]
    return waiting + lone.dues(session, EntryPass)


def _due(one: EntryPass, config: settings.Settings, late: bool) -> Due:
    state = state_of(one, config)
    label, tone, at = translate("EntryPasses", rules.STATE_LABELS[state]), Tone.DUE, one.created_at
    if one.ends is not None and one.no is not None:
        at = clock.day_bounds(one.ends)[1] - timedelta(minutes=1)
    if late:
        label, tone = translate("EntryPasses", "逾期未退,请催还"), Tone.LATE
    elif state == "issued":
        last = one.ends == clock.today()
        label = translate("EntryPasses", "今日到期") if last else translate("EntryPasses", "即将到期")
        tone = Tone.DUE if last else Tone.WAITING
    elif state in rules.TO_COLLECT:
        label = translate("EntryPasses", "{state},待收回").format(state=label)
    title = f"{one.name} {one.org or one.place}".strip()
    return Due(one.uid, title, f"{one.shown_no} {one.place}".strip(), at, tone, label)
