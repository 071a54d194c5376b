"""What the screen, the sheet, the handover and the suggestions read of the contractor register."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy import Row as Row_
from sqlalchemy.orm import Session, selectinload

from desk_app.core import badges, clock, past, privacy, search, settings
from desk_app.core.declare import Due, Inside, Ref, Row, Suggestion, Tone
from desk_app.core.i18n import translate
from desk_app.core.records import by_ids, read_lists
from desk_app.registers.contractors import rules
from desk_app.registers.contractors.records import Call, Contractor, Tool


@dataclass(frozen=True)
class DueCall:
    """A confirmation that is to be made: whom, where, when it was planned, how many minutes behind."""

    uid: str
    name: str
    room: str
    planned_at: datetime
    minutes_late: int
    stage: str


@dataclass(frozen=True)
class OnFloor:
    """Somebody still working at the end of a shift; the next shift confirms anew (domain.md F05, F02)."""

    uid: str
    no: str
    name: str
    org: str
    party_size: int
    room: str
    host_name: str
    service: str
    in_at: datetime
    last_call: datetime | None
    due_at: datetime
    unanswered: int
    warning: str


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the stays of a view, the call that is due first in front; with `text`, those that match it."""
    span = past.days_of(view)
    where = (Contractor.day.between(*span),) if span else _wheres(session)[view]
    query = select(Contractor.id).where(*where)
    if span or view in ("today", "recent"):
        query = query.order_by(Contractor.id.desc())
    else:
        query = query.order_by(Contractor.due_at, Contractor.id)
    return search.listed(session, query, "contractors", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many stays each counted view has."""
    found = {}
    for view, where in _wheres(session).items():
        if view != "recent":
            query = select(func.count()).select_from(Contractor).where(*where)
            found[view] = session.scalar(query) or 0
    return found


def _wheres(session: Session) -> dict[str, tuple[ColumnElement[bool], ...]]:
    return {
        "inside": (Contractor.state == "inside",),
        "late": (_late(session),),
        "due": (_to_call(session, clock.now()),),
        "today": (Contractor.day == clock.today(),),
        "recent": (_is_among_recent(session),),
    }


def _lately(session: Session) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Contractor.day >= past.since(session, rules.LISTED_DAYS), Contractor.state == "inside"


def _is_among_recent(session: Session) -> ColumnElement[bool]:
    """Return what lists the recent stays: asked for "or", SQLite goes through all stays of all years."""
    both = (select(Contractor.id).where(where) for where in _lately(session))
    return Contractor.id.in_(union_all(*both))


def recent(session: Session, wanted: Sequence[int]) -> set[int]:
    """Return which of these stays are found without a reason: of the last days, or not over yet."""
    query = select(Contractor.id).where(Contractor.id.in_(wanted), or_(*_lately(session)))
    return set(session.scalars(query))


def _late(session: Session) -> ColumnElement[bool]:
    limit = clock.now() - timedelta(minutes=settings.get(session, rules.CALL_GRACE))
    sent = Contractor.unanswered >= rules.DISPATCH_AFTER
    return and_(Contractor.state == "inside", or_(Contractor.due_at < limit, sent))


def _to_call(session: Session, now: datetime) -> ColumnElement[bool]:
    """Hold for every stay whose call is near, has come, or was made without an answer."""
    limit = now + timedelta(minutes=settings.get(session, rules.CALL_AHEAD))
    return and_(Contractor.state == "inside", or_(Contractor.due_at <= limit, Contractor.unanswered > 0))


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these stays as rows, in this order."""
    config = settings.load(session)
    found = by_ids(session, select(Contractor), wanted)
    read_lists(session, found, "calls")
    return [row(stay, config) for stay in found]


def _with_calls() -> Select[Contractor]:
    return select(Contractor).options(selectinload(Contractor.calls))


def row(stay: Contractor, config: settings.Settings) -> Row:
    """Return one stay as the list and the sheet see it; personal data masked (domain.md §4.3)."""
    now = clock.now()
    answered = [call for call in stay.calls if call.answered]
    in_time, should = tally(stay, config, now)
    return {
        "id": stay.id, "uid": stay.uid, "no": stay.no,
        "state": stage(stay, config, now) if stay.state == "inside" else stay.state,
        "in_at": stay.in_at, "name": stay.name, "party_size": stay.party_size, "org": stay.org,
        "phone": privacy.phone(stay.phone),
        "host_room": stay.host_room, "host_name": stay.host_name, "service": stay.service,
        "badge": stay.badge, "confirm": stay.confirm, "confirmed_by": stay.confirmed_by,
        "due_at": stay.due_at, "last_call": answered[-1].done_at if answered else None,
        "calls_due": should, "calls_in_time": in_time, "calls_late": should - in_time,
        "flags": flags(stay), "abnormal": ";".join(call.abnormal for call in answered if call.abnormal),
        "exp_out": stay.exp_out, "out_at": stay.out_at, "handler": stay.handler_name,
        "reason": stay.void_reason,
    }  # fmt: skip


def stage(stay: Contractor, config: settings.Settings, now: datetime) -> str:
    """Return how a stay inside looks now: "inside", "due", "late" or "dispatch"."""
    ahead, grace = config.get(rules.CALL_AHEAD), config.get(rules.CALL_GRACE)
    return rules.stage(stay.due_at, stay.unanswered, now, ahead=ahead, grace=grace)


def tally(stay: Contractor, config: settings.Settings, now: datetime) -> tuple[int, int]:
    """Return (in time, should have been) of a stay's confirmations until it ended, or until now."""
    if stay.state == "void":
        return 0, 0
    answered = [call.done_at for call in stay.calls if call.answered]
    grace = config.get(rules.CALL_GRACE)
    return rules.tally(stay.in_at, answered, stay.out_at or now, every=stay.call_every, grace=grace)


def flags(stay: Contractor) -> str:
    """Return the kinds of work that others must approve, in short."""
    words = (
        (stay.hot_work, translate("Contractors", "动火")),
        (stay.cut_off, translate("Contractors", "断水断电")),
        (stay.plant_room, translate("Contractors", "入机房")),
    )
    return " ".join(word for given, word in words if given)


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the stays whose day lies in [first, last], oldest first."""
    config = settings.load(session)
    query = _with_calls().where(Contractor.day >= first, Contractor.day <= last).order_by(Contractor.id)
    return [row(stay, config) for stay in session.scalars(query)]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one stay."""
    stay = session.scalars(select(Contractor).where(Contractor.uid == uid)).one()
    names = (
        "uid", "name", "party_size", "org", "phone", "id_kind", "host_name", "service", "confirm",
        "confirmed_by", "hot_work", "cut_off", "plant_room", "badge", "exp_out", "remark",
    )  # fmt: skip
    return {
        **{name: getattr(stay, name) for name in names},
        "host_room": Ref(stay.room_id, stay.host_room),
        "tools": [{"name": tool.name, "quantity": tool.quantity} for tool in brought(session, uid)],
    }


def brought(session: Session, uid: str) -> list[Tool]:
    """Return the tools a contractor brought in."""
    query = select(Tool).join(Contractor).where(Contractor.uid == uid, Tool.removed.is_(False))
    return list(session.scalars(query.order_by(Tool.seq)))


def calls(session: Session, uid: str) -> list[Call]:
    """Return all calls of one stay, oldest first, the unanswered ones too."""
    query = select(Call).join(Contractor).where(Contractor.uid == uid)
    return list(session.scalars(query.order_by(Call.done_at, Call.id)))


def due_calls(session: Session, now: datetime) -> list[DueCall]:
    """Return the confirmations that are near or behind, the most urgent first, for the 今日 board."""
    config = settings.load(session)
    query = select(Contractor).where(_to_call(session, now)).order_by(Contractor.due_at, Contractor.id)
    return [
        DueCall(
            stay.uid, f"{stay.name} {stay.org}", stay.host_room, stay.due_at,
            rules.minutes_late(stay.due_at, now), stage(stay, config, now),
        )
        for stay in session.scalars(query)
        if stay.due_at is not None
    ]  # fmt: skip


def due(session: Session) -> Sequence[Due]:
    """Return what the 今日 tab shows: every call that is near or behind, the overdue loud."""
    return [_due(call) for call in due_calls(session, clock.now())]


def _due(call: DueCall) -> Due:
    if call.stage == "dispatch":
        tone, label = Tone.LATE, translate("Contractors", "派门岗到场")
    elif call.stage == "late":
        text = translate("Contractors", "确认超时 {minutes} 分钟")
        tone, label = Tone.LATE, text.format(minutes=call.minutes_late)
    else:
        tone, label = Tone.DUE, translate("Contractors", "待确认")
    return Due(call.uid, call.name, call.room, call.planned_at, tone, label)


def handover(session: Session) -> list[OnFloor]:
    """Return everybody on a floor for the handover (S0㈠2), the next call first."""
    query = _with_calls().where(Contractor.state == "inside").order_by(Contractor.due_at, Contractor.id)
    return [_on_floor(stay) for stay in session.scalars(query)]


def _on_floor(stay: Contractor) -> OnFloor:
    answered = [call.done_at for call in stay.calls if call.answered]
    flagged = {"hot_work": stay.hot_work, "cut_off": stay.cut_off, "plant_room": stay.plant_room}
    return OnFloor(
        uid=stay.uid, no=stay.no or "", name=stay.name, org=stay.org, party_size=stay.party_size,
        room=stay.host_room, host_name=stay.host_name, service=stay.service, in_at=stay.in_at,
        last_call=max(answered, default=None),
        due_at=stay.due_at or rules.next_call(stay.in_at, stay.call_every),
        unanswered=stay.unanswered, warning=rules.warning(flagged),
    )  # fmt: skip


def inside(session: Session) -> Sequence[Inside]:
    """Return everybody on a floor, crews with their size, for the list by floor."""
    query = select(Contractor).where(Contractor.state == "inside").order_by(Contractor.in_at)
    return [
        Inside(s.name, s.party_size, s.org, s.host_room, s.badge, s.in_at, "上门人员")
        for s in session.scalars(query)
    ]


def suggest_person(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who came before: what tells two alike apart, and what the form can be filled with."""
    digits = "".join(filter(str.isdigit, text))
    offers: dict[tuple[str, str, str], Suggestion] = {}
    for stay in _recent(session, text):
        who = (stay.name, stay.org, stay.phone)
        meant = search.matches(text, stay.name, stay.org) or (digits and digits in stay.phone)
        if meant and who not in offers:
            offers[who] = _offer(stay)
        if len(offers) == 8:
            break
    return list(offers.values())


_OFFERED = (
    Contractor.id, Contractor.name, Contractor.org, Contractor.phone, Contractor.day, Contractor.room_id, Contractor.host_room,
    Contractor.host_name, Contractor.id_kind, Contractor.service, Contractor.party_size,
)  # fmt: skip


def _recent(session: Session, text: str) -> Iterator[Row_[*tuple[Any, ...]]]:
    since = clock.today() - timedelta(days=settings.get(session, rules.RETURNING_DAYS))
    query = select(*_OFFERED).where(Contractor.day >= since, Contractor.state != "void")
    return search.latest(session, query, "contractors", text)


def _offer(stay: Row_[*tuple[Any, ...]]) -> Suggestion:
    phone = privacy.phone(stay.phone)
    fills = {
        "org": stay.org, "phone": stay.phone, "id_kind": stay.id_kind, "service": stay.service,
        "party_size": stay.party_size, "host_room": Ref(stay.room_id, stay.host_room),
        "host_name": stay.host_name,
    }  # fmt: skip
    when = f"{stay.day:%m-%d} {stay.host_room}"
    return Suggestion(stay.name, " · ".join(filter(None, [stay.org, phone, when])), stay.name, fills)


def suggest_org(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer companies that came before, then the usual trades."""
    before = {stay.org: stay.service for stay in _recent(session, text) if search.matches(text, stay.org)}
    trades = [translate("Contractors", trade) for trade in rules.TRADES]
    usual = [Suggestion(trade, value=trade) for trade in trades if search.matches(text, trade)]
    offers = [Suggestion(org, service, org) for org, service in before.items()]
    return [*offers, *(trade for trade in usual if trade.title not in before)][:8]


def suggest_badge(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the contractor badges in stock."""
    wanted = text.strip().upper()
    return [Suggestion(code, value=code) for code in badges.free(session, "contractor") if wanted in code][:8]
