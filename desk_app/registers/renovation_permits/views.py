"""What the screen, the sheet and the suggestions read of the renovations."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy import Row as Row_
from sqlalchemy.orm import Session, selectinload

from desk_app.core import (
    approvals,
    clauses,
    clock,
    deposits,
    holidays,
    people,
    premises,
    privacy,
    search,
    settings,
)
from desk_app.core.declare import Ref, Row, Suggestion
from desk_app.core.i18n import translate
from desk_app.core.records import batched, by_ids, read_lists
from desk_app.core.workdays import Calendar
from desk_app.registers.renovation_permits import checklist, refunding, rules, terms, timing
from desk_app.registers.renovation_permits.drafting import area_text, touches_text
from desk_app.registers.renovation_permits.facts import (
    case_of,
    complete_day,
    due_day,
    missing_trials,
    paid,
    pauses,
    state_of,
    used_days,
)
from desk_app.registers.renovation_permits.records import Renovation, RenovationExtension, RenovationFee

RECENT = 300
"""How many of the latest applications are looked through for contractors and foremen."""

PLAIN = (
    "kind", "owner", "tenant", "relation", "applicant", "phone", "by_agent", "org", "credit_code", "qual_no",
    "qual_grade", "qual_until", "foreman", "foreman_phone", "fire_lead", "fire_phone", "workers", "cost", "hours",
    "starts", "ends", "remark",
)  # fmt: skip
ASKED = {
    "checking": ("works", "answers", "permissions", "papers", "trials"),
    "reviewing": ("pauses", "works", "trials"),
    "returned": ("pauses",),
    "approved": ("fees",),
}  # fmt: skip
"""What is asked of an application in each state: reading it all for every one made list and 今日 slow."""
CONTRACTOR = (
    "credit_code",
    "qual_no",
    "qual_grade",
    "qual_until",
    "foreman",
    "foreman_phone",
    "fire_lead",
    "fire_phone",
)


@dataclass(frozen=True)
class Known:
    """What every row is reckoned with: read once a list."""

    config: settings.Settings
    calendar: Calendar
    days: int
    clause: str


def known(session: Session) -> Known:
    """Read settings and calendar."""
    config = settings.load(session)
    clause = clauses.spell(terms.REVIEW_DAYS.clause)
    return Known(config, holidays.calendar(session), config.get(terms.REVIEW_DAYS), clause)


def in_force() -> ColumnElement[bool]:
    """Return the condition that a permit is valid or suspended and its last day not over."""
    return and_(Renovation.state.in_(rules.IN_FORCE), Renovation.ends >= clock.today())


def ended() -> ColumnElement[bool]:
    """Return the condition that a permit or an application is over, noted or not."""
    ran_out = and_(Renovation.state.in_(rules.IN_FORCE), Renovation.ends < clock.today())
    return or_(ran_out, Renovation.state.in_((*rules.ENDED, "withdrawn")))


def _where(session: Session, view: str) -> tuple[ColumnElement[bool], ...]:
    config = settings.load(session)
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "open": (Renovation.state.in_(rules.BEFORE_ISSUE),),
        "reviewing": (Renovation.state.in_(("reviewing", "returned")),),
        "in_force": (in_force(),),
        "ended": (ended(),),
        "refundable": (refunding.refundable(config, clock.today()),),
        "refund_late": (refunding.late(config),),
        "all": (),
    }
    return wheres[view]


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the renovations of a view, newest first; with `text`, those that match it."""
    query = select(Renovation.id).where(*_where(session, view)).order_by(Renovation.id.desc())
    return search.listed(session, query, "renovation_permits", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many renovations each counted view has."""
    query = select(func.count()).select_from(Renovation)
    return {
        view: session.scalar(query.where(*_where(session, view))) or 0
        for view in ("open", "reviewing", "in_force")
    }


def whole(query: Select[Renovation]) -> Select[Renovation]:
    """Read everything of a renovation with it, a few queries for all."""
    parts = (
        Renovation.works, Renovation.pauses, Renovation.papers, Renovation.answers, Renovation.permissions,
        Renovation.trials, Renovation.fees, Renovation.extensions,
    )  # fmt: skip
    return query.options(*(selectinload(part) for part in parts))


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these renovations as rows, in this order."""
    base = known(session)
    found = by_ids(session, select(Renovation), wanted)
    read_lists(session, found, "pauses")
    return _rows(session, found, base)


def _rows(session: Session, found: Sequence[Renovation], base: Known) -> list[Row]:
    waits = waits_for(session, found, base)
    numbers = [one.id for one in found]
    held, extended = _deposits(session, numbers), _extended(session, numbers)
    done = deposits.of(session, [one.uid for one in found if state_of(one) in rules.REFUNDABLE], void=True)
    return [
        {
            **_row(one, base, waits[one.id]), "deposit": sum(held[one.id].values()), "extended": extended[one.id],
            **_refunded(held[one.id], done.get(one.uid, ())),
        }
        for one in found
    ]  # fmt: skip


def _refunded(held: Mapping[str, int], done: Sequence[deposits.Refund]) -> Row:
    back = [one for one in done if one.void_at is None]
    return {
        "barred": deposits.barred(done, [kind for kind, amount in held.items() if amount]),
        "refund_no": " ".join(one.no for one in back), "refund_day": back[-1].day if back else None,
        "deduction": sum(one.deduction for one in back) if back else None,
        "refund_paid": sum(one.paid for one in back) if back else None,
    }  # fmt: skip


def _deposits(session: Session, wanted: Sequence[int]) -> Mapping[int, Mapping[str, int]]:
    """Return the deposits of renovations by their ids and kinds, 分: of each kind the last that was recorded."""
    query = select(RenovationFee.renovation_id, RenovationFee.kind, RenovationFee.amount).where(
        RenovationFee.removed.is_(False), RenovationFee.kind.endswith("deposit")
    )
    query = query.order_by(RenovationFee.id)
    found: dict[int, dict[str, int]] = {number: {} for number in wanted}
    for some in batched(wanted):
        for number, kind, amount in session.execute(query.where(RenovationFee.renovation_id.in_(some))):
            found[number][kind] = amount
    return found


def _extended(session: Session, wanted: Sequence[int]) -> Counter[int]:
    """Return how often permits were extended, by the ids of their renovations."""
    query = select(RenovationExtension.renovation_id)
    return Counter(
        number
        for some in batched(wanted)
        for number in session.scalars(query.where(RenovationExtension.renovation_id.in_(some)))
    )


def _row(one: Renovation, base: Known, waits: str) -> Row:
    """Return one renovation as the list and the sheet see it; telephones masked (domain.md §4.3)."""
    start, last = complete_day(one), due_day(one, base.days, base.calendar)
    used = used_days(one, base.calendar)
    return {
        "id": one.id, "uid": one.uid, "no": one.shown_no, "permit_no": one.permit_no or "", "state": state_of(one),
        "day": one.day, "place": one.place, "kind": one.kind, "owner": one.owner, "customer": one.customer,
        "org": one.org, "foreman": one.foreman,
        "foreman_phone": privacy.phone(one.foreman_phone),
        "waits": waits, "due": _deadline(one, last), "term": last,
        "complete_at": start, "decided_at": clock.local(one.decided_at).date() if one.decided_at else None,
        "used": used, "paused": sum(not pause.superseded for pause in one.pauses),
        "in_time": "" if one.decided_at is None or used is None else "yes" if used <= base.days else "no",
        "starts": one.starts, "ends": one.ends, "hours": one.hours,
        "handler": one.handler_name, "reason": one.stop_reason or one.void_reason or _paused_for(one),
        "why_due": explanation(one, base),
    }  # fmt: skip


def _deadline(one: Renovation, last: date | None) -> date | None:
    """Return the day the list counts to: the permit's last one, before the decision the approval's."""
    if one.state in rules.IN_FORCE:
        return one.ends
    return last if one.decided_at is None else None


def _paused_for(one: Renovation) -> str:
    return one.pauses[-1].reason if one.state == "returned" and one.pauses else ""


def explanation(one: Renovation, base: Known) -> str:
    """Return which days of the approval were counted, "" before complete papers."""
    start = complete_day(one)
    if start is None:
        return ""
    return timing.explain(start, pauses(one), base.days, base.calendar, base.clause)


def waits_for(session: Session, found: Sequence[Renovation], base: Known) -> Mapping[int, str]:
    """Return by id in a few words what the next step of each waits for, "" when nothing.

    Reads what their states ask for, a few queries for all.
    """
    for name in dict.fromkeys(name for one in found for name in ASKED.get(one.state, ())):
        read_lists(session, [one for one in found if name in ASKED.get(one.state, ())], name)
    states = {one.uid: state_of(one) for one in found}
    reviewed = [uid for uid, state in states.items() if state == "reviewing"]
    stages = approvals.waiting_of(session, reviewed, rules.CHAIN)
    return {one.id: _waits_for(one, states[one.uid], stages.get(one.uid), base) for one in found}


def _waits_for(one: Renovation, state: str, stage: approvals.Stage | None, base: Known) -> str:
    if state == "checking":
        count = len(rules.missing_papers(case_of(one), base.config, clock.today()))
        return translate("Renovations", "待资料") if count else translate("Renovations", "可受理")
    if state == "reviewing":
        tests = stage is not None and stage.key == "GC" and missing_trials(one, base.config)
        return (
            translate("Renovations", "闭水打压")
            if tests
            else translate("Renovations", stage.label)
            if stage
            else ""
        )
    if state == "approved":
        fees = rules.missing_fees(paid(one), base.config)
        return translate("Renovations", "待缴费") if fees else translate("Renovations", "可发证")
    return ""


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the renovations that were under way on any day in [first, last], by number; drafts are none."""
    end = clock.day_bounds(first)[0]
    query = select(Renovation).where(
        Renovation.no.is_not(None), Renovation.day <= last,
        or_(Renovation.ended_at.is_(None), Renovation.ended_at >= end),
    )  # fmt: skip
    return _rows(session, session.scalars(whole(query.order_by(Renovation.no))).all(), known(session))


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one application."""
    one = session.scalars(whole(select(Renovation).where(Renovation.uid == uid))).one()
    works = ("part", "content", "material", "fire_class")
    answers = {answer.matter: answer.yes for answer in one.answers}
    said = {True: "yes", False: "no", None: ""}
    return {
        **{name: getattr(one, name) for name in PLAIN},
        "uid": uid,
        "room": Ref(one.room_id, one.place) if one.place else None,
        "area": area_text(one.area),
        "works": [
            {key: getattr(work, key) for key in works} | {"touches": touches_text(work)}
            for work in one.kept_works
        ],
        **{rules.asked_key(matter.key): said[answers.get(matter.key)] for matter in terms.MATTERS},
        "permissions": [
            {"matter": p.matter, "paper_no": p.paper_no, "paper_day": p.paper_day}
            for p in one.kept_permissions
        ],
    }


@dataclass(frozen=True)
class PaperLine:
    """One line of the checklist as the dialog shows it."""

    item: checklist.Item
    required: bool
    handed: bool = False
    paper_no: str = ""
    good_until: date | None = None
    note: str = ""


def paper_lines(session: Session, uid: str) -> list[PaperLine]:
    """Return the checklist of one application, required papers first."""
    one = session.scalars(whole(select(Renovation).where(Renovation.uid == uid))).one()
    needed = checklist.required(rules.facts(case_of(one), settings.load(session)))
    handed = {paper.item: paper for paper in one.papers}
    lines = []
    for item in sorted(checklist.ITEMS, key=lambda item: item not in needed):
        paper = handed.get(item.key)
        if paper is None:
            qualified = item.key == "qualification"
            lines.append(
                PaperLine(
                    item,
                    item in needed,
                    False,
                    one.qual_no if qualified else "",
                    one.qual_until if qualified else None,
                )
            )
        else:
            lines.append(
                PaperLine(item, item in needed, paper.handed, paper.paper_no, paper.good_until, paper.note)
            )
    return lines


def fee_values(session: Session, uid: str) -> Mapping[str, object]:
    """Return what the fee dialog shows: what was recorded, else the deposits of the settings (S0㈦(6)1①)."""
    one = session.scalars(whole(select(Renovation).where(Renovation.uid == uid))).one()
    recorded = paid(one)
    shown: dict[str, object] = dict(rules.asked_amounts(settings.load(session)))
    for kind, (amount, receipt) in recorded.items():
        shown |= {kind: amount, f"{kind}_receipt": receipt}
    return shown


def suggest_room(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer rooms; picking one says who owns it and who rents it."""
    offers = []
    found = premises.suggest_rooms(session, text)
    chosen = {offer.value.id for offer in found if isinstance(offer.value, Ref) and offer.value.id}
    current = premises.current_by_room(session, chosen)
    for offer in found:
        relations = current.get(offer.value.id or 0, []) if isinstance(offer.value, Ref) else []
        owner, user = premises.owner_of(relations), premises.user_of(relations)
        tenant = user if user is not None and user is not owner else None
        fills = {"owner": owner.name if owner else "", "tenant": tenant.name if tenant else ""}
        fills["relation"] = "tenant" if tenant else "owner"
        offers.append(Suggestion(offer.title, offer.detail, offer.value, fills))
    return offers


def suggest_applicant(session: Session, text: str, values_: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the people of whoever uses the room and of its owner."""
    given = values_.get("room")
    if not isinstance(given, Ref) or given.id is None:
        return []
    customers = (premises.occupant(session, given.id), premises.owner(session, given.id))
    return [
        Suggestion(p.name, " · ".join(filter(None, (p.customer.shown_name, p.title))), p.name, {"phone": p.phone} if p.phone else {})
        for customer in filter(None, dict.fromkeys(customers))
        for p in premises.contacts(session, customer.id)
        if search.matches(text, p.name)
    ][:8]  # fmt: skip


def suggest_org(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the contractors of the latest applications with their papers and people."""
    wanted = (getattr(Renovation, key) for key in dict.fromkeys(("org", "foreman", *CONTRACTOR)))
    query = select(*wanted).where(Renovation.org != "").order_by(Renovation.id.desc()).limit(RECENT)
    latest: dict[str, Row_[*tuple[Any, ...]]] = {}
    for one in session.execute(query):
        latest.setdefault(one.org, one)
    return [
        Suggestion(org, one.foreman, org, {key: getattr(one, key) for key in CONTRACTOR if getattr(one, key)})
        for org, one in latest.items()
        if search.matches(text, org)
    ][:8]


def suggest_touches(_session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer what a part of the works may touch; several may be written together."""
    if text.strip():
        return []
    names = [translate("Renovations", choice.label) for choice in terms.TOUCHES]
    return [Suggestion(name) for name in names]


def suggest_stage(session: Session, text: str, values_: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may decide about the stage that is waiting; `values_` names it as "stage"."""
    stage = next((stage for stage in rules.CHAIN if stage.key == values_.get("stage")), None)
    return people.offered(session, text, frozenset(stage.roles) if stage else frozenset())


def suggest_supervisor(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer supervisors and managers."""
    return people.offered(session, text, rules.SUPERVISORS)


def suggest_manager(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who approves a refund: the manager."""
    return people.offered(session, text, deposits.MANAGER)


def suggest_cashier(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who pays: the cashiers first, then the desk."""
    return [*people.offered(session, text, (people.Role.CW,)), *people.offered(session, text, people.DESK)]
