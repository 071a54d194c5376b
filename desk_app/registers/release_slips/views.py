"""What the screen, the sheet and the suggestions read of the release slips."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, lone, money, people, premises, privacy, quantity, search, settings
from desk_app.core.declare import Choice, Due, Ref, Row, Suggestion, Tone, label_of
from desk_app.core.i18n import translate
from desk_app.core.records import by_ids, read_lists
from desk_app.registers.release_slips import rules, terms
from desk_app.registers.release_slips.facts import on_file, state_of
from desk_app.registers.release_slips.records import Item, ReleaseSlip

RECENT = 300
"""How many of the latest lines are looked through for names of things."""


def valid() -> ColumnElement[bool]:
    """Return the condition that a slip is issued and the day is not over."""
    return and_(ReleaseSlip.state == "issued", ReleaseSlip.valid_until > clock.now())


def expired(state: ColumnElement[str] = ReleaseSlip.state.expression) -> ColumnElement[bool]:
    """Return the condition that a slip is expired, noted or not."""
    ran_out = and_(state == "issued", ReleaseSlip.valid_until <= clock.now())
    return or_(state == "expired", ran_out)


def _ended(state: ColumnElement[str] = ReleaseSlip.state.expression) -> ColumnElement[bool]:
    return or_(expired(state), state.in_(("void", "refused_at_gate")))


def numbered() -> ColumnElement[bool]:
    """Return the condition that a slip was ever issued."""
    return ReleaseSlip.no.is_not(None)


def _where(view: str) -> tuple[ColumnElement[bool], ...]:
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "open": (ReleaseSlip.state.in_(rules.BEFORE_ISSUE),),
        "issued": (valid(),),
        "ended": (_ended(),),
        "today": (ReleaseSlip.day == clock.today(),),
        "all": (),
    }
    return wheres[view]


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the slips of a view, newest first; with `text`, those that match it."""
    where = _where(view)
    if view == "ended" and limit:  # by number, not by the index of states: nearly all old slips are over
        where = (_ended(ReleaseSlip.state.concat("")),)
    query = select(ReleaseSlip.id).where(*where).order_by(ReleaseSlip.id.desc())
    return search.listed(session, query, "release_slips", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many slips each counted view has."""
    query = select(func.count()).select_from(ReleaseSlip)
    return {view: session.scalar(query.where(*_where(view))) or 0 for view in ("open", "issued", "today")}


def _with_items(query: Select[ReleaseSlip]) -> Select[ReleaseSlip]:
    return query.options(selectinload(ReleaseSlip.items))


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these slips as rows, in this order."""
    found = by_ids(session, select(ReleaseSlip), wanted)
    read_lists(session, found, "items")
    return [row(slip) for slip in found]


def row(slip: ReleaseSlip) -> Row:
    """Return one slip as the list and the sheet see it; personal data masked (domain.md §4.3)."""
    return {
        "id": slip.id, "uid": slip.uid, "no": slip.shown_no, "state": state_of(slip),
        "day": slip.day, "at": slip.issued_at or slip.created_at, "customer": slip.customer, "kind": slip.kind,
        "applicant": slip.applicant, "standing": slip.standing,
        "phone": privacy.phone(slip.phone),
        "things": _things(slip.kept), "pieces": _number(slip.pieces),
        "consent": slip.consent_how, "consent_by": slip.consent_by,
        "lead": slip.lead_name, "handler": slip.handler_name, "issued_at": slip.issued_at,
        "valid_until": slip.valid_until, "gate": slip.gate or slip.guard,
        "released_at": slip.released_at, "recovered_at": slip.recovered_at, "reason": _reason(slip),
    }  # fmt: skip


def _things(lines: Sequence[Item]) -> str:
    shown = "、".join(f"{line.name}×{quantity.text(line.amount)}" for line in lines[:3])
    return shown + "…" if len(lines) > 3 else shown


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == int(amount) else float(amount)


def _reason(slip: ReleaseSlip) -> str:
    label = translate("ReleaseSlips", label_of(terms.VOID_REASONS, slip.void_kind))
    return ":".join(filter(None, (label, slip.void_reason))) or slip.unused_note


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the slips issued on a day in [first, last], in order of their numbers; drafts are none."""
    query = select(ReleaseSlip).where(numbered(), ReleaseSlip.day >= first, ReleaseSlip.day <= last)
    return [row(slip) for slip in session.scalars(_with_items(query).order_by(ReleaseSlip.no))]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one slip."""
    slip = session.scalars(_with_items(select(ReleaseSlip).where(ReleaseSlip.uid == uid))).one()
    names = (
        "kind", "applicant", "standing", "phone", "id_kind", "carrier", "by_car", "plate", "route", "route_note",
        "plan_from", "plan_to", "returnable", "return_due", "reno_no", "consent_how", "consent_by",
        "consent_phone", "consent_note", "lead_note", "remark",
    )  # fmt: skip
    return {
        **{name: getattr(slip, name) for name in names},
        "uid": slip.uid,
        "id_no": "",
        "room": Ref(slip.room_id, slip.customer),
        "lead": Ref(slip.lead_id, slip.lead_name) if slip.lead_id else None,
        "items": [
            {"name": i.name, "spec": i.spec, "unit": i.unit, "quantity": quantity.text(i.amount), "remark": i.remark}
            for i in slip.kept
        ],
    }  # fmt: skip


def room_of(session: Session, values_: Mapping[str, object]) -> int | None:
    """Return the room a form names, None for a place in no roster."""
    given = values_.get("room")
    if isinstance(given, Ref) and given.id:
        return given.id
    room = premises.room_by_text(session, given.text) if isinstance(given, Ref) and given.text else None
    return room.id if room else None


def arrears_hint(session: Session, values_: Mapping[str, object]) -> str:
    """Return a sentence about what the customer owes, "" when nothing: shown, never blocking (§8-11)."""
    room = room_of(session, values_)
    customer = premises.occupant(session, room) if room else None
    if customer is None or customer.arrears <= 0:
        return ""
    sentence = translate("ReleaseSlips", "{name} 有欠费 {amount} 元,只作提示,不影响放行。")
    return sentence.format(name=customer.shown_name, amount=money.text(customer.arrears))


def consent_needed(session: Session, values_: Mapping[str, object]) -> bool:
    """Say whether a form as it stands needs the owner's consent."""
    case = rules.Case(kind=str(values_.get("kind") or ""), standing=str(values_.get("standing") or ""))
    return rules.consent_needed(case, rules.policy(settings.load(session)))


def consent_ways(session: Session, values_: Mapping[str, object]) -> tuple[Choice, ...]:
    """Return the ways of consent a form may offer: no telephone where none is on file (F06 ⚠)."""
    case = rules.Case(kind=str(values_.get("kind") or ""))
    return rules.consent_ways(
        case, rules.policy(settings.load(session)), on_file(session, room_of(session, values_))
    )


def suggest_applicant(session: Session, text: str, values_: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the contacts of the room's user and of its owner, signatories marked."""
    room = room_of(session, values_)
    if room is None:
        return []
    user, owner = premises.occupant(session, room), premises.owner(session, room)
    offers = []
    for customer in filter(None, dict.fromkeys((user, owner))):
        mine = owner is not None and customer.id == owner.id
        offers += [
            _person(one, owner=mine)
            for one in premises.contacts(session, customer.id)
            if search.matches(text, one.name)
        ]
    return offers[:8]


def _person(person: premises.Contact, *, owner: bool) -> Suggestion:
    standing = "owner" if owner else "signatory" if person.signatory else "employee"
    marks = [
        person.customer.shown_name,
        person.title,
        translate("ReleaseSlips", label_of(terms.STANDINGS, standing)),
    ]
    fills = {"standing": standing} | ({"phone": person.phone} if person.phone else {})
    return Suggestion(person.name, " · ".join(filter(None, marks)), person.name, fills)


def suggest_consent_phone(
    session: Session, _text: str, values_: Mapping[str, object]
) -> Sequence[Suggestion]:
    """Offer the owner's telephones on file: the only ones that may be rung (F06 ⚠)."""
    room = room_of(session, values_)
    found = on_file(session, room).owner_phones
    return [Suggestion(privacy.free(number), whose, number, {"consent_by": whose}) for whose, number in found]


def suggest_lead(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may sign as the duty lead."""
    return people.offered(session, text, people.LEADS)


def suggest_item(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer names of things from the latest slips, each once, with the unit they had."""
    query = select(Item.name, Item.unit).where(Item.removed.is_(False)).order_by(Item.id.desc()).limit(RECENT)
    units: dict[str, str] = {}
    for name, unit in session.execute(query):
        units.setdefault(name, unit)
    return [
        Suggestion(name, unit, name, {"unit": unit} if unit else {})
        for name, unit in units.items()
        if search.matches(text, name)
    ][:8]


def due(session: Session) -> Sequence[Due]:
    """Return what waits: consents, signatures, slips of today, yesterday's expired ones, nights to review."""
    now, config, yesterday = clock.now(), settings.load(session), clock.today() - timedelta(days=1)
    waiting = ReleaseSlip.state.in_(("awaiting_consent", "awaiting_lead"))
    state = ReleaseSlip.state.concat("")  # by day, not by the index of states: nearly all old slips expired
    over = and_(state.in_(("issued", "expired")), ReleaseSlip.valid_until <= now)
    ran_out = and_(over, ReleaseSlip.unused_note == "", ReleaseSlip.day >= yesterday)
    wanted = (waiting, valid(), ran_out)  # each by its own index
    found = union_all(*(select(ReleaseSlip.id).where(one) for one in wanted))
    query = _with_items(select(ReleaseSlip).where(ReleaseSlip.id.in_(found)))
    late = _remind_at(config, now)
    told = [_due(slip, now, late) for slip in session.scalars(query.order_by(ReleaseSlip.id).limit(200))]
    return told + lone.dues(session, ReleaseSlip)


def _remind_at(config: settings.Settings, now: datetime) -> datetime:
    hour, _, minute = config.get(terms.REMIND_AT).partition(":")
    return clock.at(clock.local(now).date(), int(hour), int(minute))


def _last_minute(slip: ReleaseSlip, now: datetime) -> datetime:
    """Return the last minute a slip is valid: 24:00 would show as the next day's 00:00."""
    return slip.valid_until - timedelta(minutes=1) if slip.valid_until else now


def _due(slip: ReleaseSlip, now: datetime, late: datetime) -> Due:
    state = state_of(slip)
    title = f"{slip.customer} {slip.applicant}".strip()
    label, tone, at = translate("ReleaseSlips", rules.STATE_LABELS[state]), Tone.DUE, slip.created_at
    if state == "issued":
        tone, at = Tone.WAITING, _last_minute(slip, now)
        if now >= late and at <= clock.day_bounds(clock.local(now).date())[1]:
            label, tone = translate("ReleaseSlips", "今晚到期未用"), Tone.LATE
    elif state == "expired" and not slip.unused_note:
        label, at = translate("ReleaseSlips", "昨日过期,请核对是否已用"), _last_minute(slip, now)
    return Due(slip.uid, title, f"{slip.shown_no} {_things(slip.kept)}".strip(), at, tone, label)
