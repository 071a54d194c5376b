"""What the screen, the sheet and the suggestions read of the visitor register."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union_all
from sqlalchemy import Row as Row_
from sqlalchemy.orm import Session, selectinload

from desk_app.core import badges, blind, clock, identity, past, privacy, search, settings, store
from desk_app.core.declare import Due, Inside, Ref, Row, Suggestion, Tone
from desk_app.core.i18n import translate
from desk_app.core.records import AT_ONCE, by_ids
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.records import Belonging, Visit

_NOT_OVER = ("expected", "waiting", "inside")
_AMONG = (
    "SELECT id FROM visit WHERE id IN (SELECT value FROM json_each(?)) AND (day >= ? OR state IN (?, ?, ?))"
)
"""Which of some visits are recent: asked at every key of the quick find."""


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the visits of a view, most urgent first; with `text`, those that match it."""
    query = _view(session, select(Visit.id), view)
    return search.listed(session, query, "visitors", text, limit)


def _view(session: Session, query: Select[Any], view: str) -> Select[Any]:
    now, today = clock.now(), clock.today()
    span = past.days_of(view)
    if span is not None:
        # in the order of their index: a first page sorts nothing
        return query.where(Visit.day.between(*span)).order_by(Visit.day.desc(), Visit.id.desc())
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "inside": (Visit.state.in_(("inside", "waiting")),),
        "late": (_late(),),
        "expected": (Visit.state == "expected",),
        "today": (Visit.day == today, Visit.state != "expected"),
        "recent": (_is_among_recent(session),),
    }
    if view == "expected":
        return query.where(*wheres[view]).order_by(Visit.expected_at, Visit.id)
    if view in ("inside", "late"):
        return query.where(*wheres[view]).order_by((Visit.exp_out < now).desc(), Visit.in_at, Visit.id)
    return query.where(*wheres[view]).order_by(Visit.id.desc())


def _recent(session: Session) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Visit.day >= past.since(session, rules.LISTED_DAYS), Visit.state.in_(_NOT_OVER)


def _is_among_recent(session: Session) -> ColumnElement[bool]:
    """Return what lists the recent visits: asked for "or", SQLite goes through all visits of all years."""
    both = (select(Visit.id).where(where) for where in _recent(session))
    return Visit.id.in_(union_all(*both))


def recent(session: Session, wanted: Sequence[int]) -> set[int]:
    """Return which of these visits are found without a reason: of the last days, or not over yet."""
    since = past.since(session, rules.LISTED_DAYS).isoformat()
    return {row[0] for row in store.run(session, _AMONG, json.dumps(list(wanted)), since, *_NOT_OVER)}


def _late() -> ColumnElement[bool]:
    start_of_today = clock.day_bounds(clock.today())[0]
    return and_(Visit.state == "inside", or_(Visit.exp_out < clock.now(), Visit.in_at < start_of_today))


def counts(session: Session) -> Mapping[str, int]:
    """Return how many visits each counted view has."""
    today = clock.today()
    return {
        "inside": _count(session, Visit.state.in_(("inside", "waiting"))),
        "late": _count(session, _late()),
        "expected": _count(session, Visit.state == "expected"),
        "today": _count(session, Visit.day == today, Visit.state != "expected"),
    }


def _count(session: Session, *where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Visit).where(*where)) or 0


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these visits as rows, in this order."""
    return [row(visit) for visit in by_ids(session, select(Visit), wanted)]


def shown_name(visit: Visit) -> str:
    """Return the visitor's name as the list shows it, a group with its size."""
    if visit.party_size > 1:
        return translate("Visitors", "{name} 等{n}人").format(name=visit.name, n=visit.party_size)
    return visit.name


def row(visit: Visit) -> Row:
    """Return one visit as the list and the sheet see it; personal data masked (domain.md §4.3)."""
    now = clock.now()
    late = rules.overstayed(visit.state, visit.in_at, visit.exp_out, now)
    left_behind = rules.forgotten(visit.state, visit.in_at, now)
    return {
        "id": visit.id, "uid": visit.uid, "no": visit.no,
        "state": "forgotten" if left_behind else "late" if late else visit.state,
        "at": visit.in_at or visit.expected_at,
        "name": shown_name(visit), "party_size": visit.party_size, "org": visit.org,
        "phone": privacy.phone(visit.phone),
        "host_room": visit.host_room, "host_name": visit.host_name,
        "purpose": visit.purpose, "badge": visit.badge, "in_at": visit.in_at,
        "exp_out": visit.exp_out, "out_at": visit.out_at, "confirm": visit.confirm,
        "badge_lost": visit.badge_lost, "handler": visit.handler_name,
        "reason": visit.void_reason or visit.end_reason,
    }  # fmt: skip


def month(session: Session, first: date, last: date) -> Iterator[Row]:
    """Yield the visits whose day lies in [first, last], oldest first, some hundred in memory at a time."""
    query = select(Visit).where(Visit.day >= first, Visit.day <= last).order_by(Visit.id)
    for visit in session.scalars(query.execution_options(yield_per=AT_ONCE)):
        yield row(visit)


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one visit."""
    visit = session.scalars(
        select(Visit).where(Visit.uid == uid).options(selectinload(Visit.belongings))
    ).one()
    names = (
        "name", "party_size", "org", "phone", "id_kind", "host_name", "confirm", "confirmed_by", "purpose",
        "purpose_note", "badge", "zone", "plate", "expected_at", "exp_out", "remark",
    )  # fmt: skip
    return {
        **{name: getattr(visit, name) for name in names},
        "uid": visit.uid,
        "host_room": Ref(visit.room_id, visit.host_room),
        "belongings": [{"name": b.name, "quantity": b.quantity} for b in visit.belongings if not b.removed],
        "party": [{"name": p.name} for p in visit.party if not p.removed],
    }


WHOLE_ID = 5
"""Letters and digits that the shortest document number has."""

_OFFERED = (
    Visit.id, Visit.name, Visit.org, Visit.phone, Visit.day, Visit.room_id, Visit.host_room, Visit.host_name, Visit.purpose,
    Visit.id_kind, Visit.plate,
)  # fmt: skip


def suggest_visitor(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who came before: what tells two alike apart, and what the form can be filled with."""
    since = clock.today() - timedelta(days=settings.get(session, rules.RETURNING_DAYS))
    query = select(*_OFFERED).where(Visit.day >= since, Visit.state != "void")
    offers: dict[tuple[str, str, str], Suggestion] = {}
    for visit in search.latest(session, query, "visitors", text):
        who = (visit.name, visit.org, visit.phone)
        if who not in offers and _is_meant(text, visit):
            offers[who] = _offer(visit)
        if len(offers) == 8:
            break
    return list(offers.values())


def suggest_by_id(session: Session, text: str, values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who showed the document with this number before; nothing until the number is whole."""
    kind = str(values.get("id_kind") or "") or str(identity.guess_kind(text) or "")
    mark = blind.id_mark(session, kind, text) if len(text.strip()) >= WHOLE_ID else ""
    if not mark:
        return []
    since = clock.today() - timedelta(days=settings.get(session, rules.RETURNING_DAYS))
    query = select(*_OFFERED).where(Visit.id_mark == mark, Visit.day >= since, Visit.state != "void")
    visit = session.execute(query.order_by(Visit.id.desc()).limit(1)).first()
    if visit is None:
        return []
    offer = _offer(visit)
    fills = {**offer.fills, "name": visit.name, "id_kind": kind}
    return [replace(offer, value=text.strip(), fills=fills)]


def _is_meant(text: str, visit: Row_[*tuple[Any, ...]]) -> bool:
    """Say whether the visitor matches, not merely the host or a companion."""
    digits = "".join(filter(str.isdigit, text))
    return search.matches(text, visit.name, visit.org) or bool(digits and digits in visit.phone)


def _offer(visit: Row_[*tuple[Any, ...]]) -> Suggestion:
    phone = privacy.phone(visit.phone)
    when = f"{visit.day:%m-%d} {visit.host_room}"
    fills = {
        "org": visit.org, "phone": visit.phone, "host_room": Ref(visit.room_id, visit.host_room),
        "host_name": visit.host_name, "purpose": visit.purpose, "id_kind": visit.id_kind, "plate": visit.plate,
    }  # fmt: skip
    return Suggestion(visit.name, " · ".join(filter(None, [visit.org, phone, when])), visit.name, fills)


def suggest_badge(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the visitor badges in stock."""
    wanted = text.strip().upper()
    return [Suggestion(code, value=code) for code in badges.free(session, "visitor") if wanted in code][:8]


def inside(session: Session) -> Sequence[Inside]:
    """Return everybody inside, group members by name, for the list by floor."""
    query = (
        select(Visit).where(Visit.state == "inside").options(selectinload(Visit.party)).order_by(Visit.in_at)
    )
    return [_inside(visit) for visit in session.scalars(query)]


def _inside(visit: Visit) -> Inside:
    names = "、".join([visit.name, *(member.name for member in visit.party if not member.removed)])
    since = visit.in_at or visit.created_at
    return Inside(names, visit.party_size, visit.org, visit.host_room, visit.badge, since, "访客")


def brought(session: Session, uid: str) -> list[Belonging]:
    """Return what a visitor brought in."""
    visit = session.scalars(select(Visit).where(Visit.uid == uid)).one()
    return [line for line in visit.belongings if not line.removed]


def due(session: Session) -> Sequence[Due]:
    """Return who has overstayed, was forgotten, waits or is expected today; at clear-out time all inside."""
    now, end = clock.now(), clock.day_bounds(clock.today())[1]
    wanted = [_late(), Visit.state == "waiting", and_(Visit.state == "expected", Visit.expected_at < end)]
    if f"{clock.local(now):%H:%M}" >= settings.get(session, rules.CLEAR_AT):
        wanted.append(Visit.state == "inside")
    return [_due(visit, now) for visit in session.scalars(select(Visit).where(or_(*wanted)).limit(200))]


def _due(visit: Visit, now: datetime) -> Due:
    title = f"{visit.name} {visit.org}".strip()
    where = f"{visit.host_room} {visit.host_name}".strip()
    at, tone, label = visit.exp_out, Tone.LATE, translate("Visitors", "超时")
    if visit.state == "waiting":
        at, tone, label = visit.in_at, Tone.DUE, translate("Visitors", "待确认")
    elif visit.state == "expected":
        at, label = visit.expected_at, translate("Visitors", "已预约")
        tone = Tone.DUE if visit.expected_at and visit.expected_at < now else Tone.WAITING
    elif rules.forgotten(visit.state, visit.in_at, now):
        label = translate("Visitors", "隔夜未签离")
    elif not rules.overstayed(visit.state, visit.in_at, visit.exp_out, now):
        tone, label = Tone.DUE, translate("Visitors", "清场:仍在访")
    return Due(visit.uid, title, where, at, tone, label)
