"""Verbs of the contractor register: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, badges, clock, numbering, phones, search, settings, shifts
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.contractors import rules
from desk_app.registers.contractors.records import Call, Contractor, Tool

Values = Mapping[str, Any]
GUARDED_DESK = (*DESK, Role.MG)


@dataclass(frozen=True)
class Leaving:
    """What came of a leave: the stay, and the tools that must be compared; other things need a slip."""

    contractor: Contractor
    left_with: tuple[str, ...]


@verb("contractors.enter", *GUARDED_DESK)
def enter(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> Contractor:
    """Register somebody who goes up to work, after the customer confirmed; plans the first call.

    Raises FieldErrors for what is missing, Doubt for what looks wrong (repeat with `reasons`).
    """
    raise_first(rules.require(values), rules.doubts(values, reasons or {}))
    actor, now, config = actor_of(session), clock.now(), settings.load(session)
    every = config.get(rules.CALL_EVERY)
    stay = Contractor(
        no=numbering.take(session, rules.PREFIX), state="inside", day=clock.today(), in_at=now,
        handler_id=actor.staff_id, handler_name=actor.name, shift=shifts.current(config).label,
        uid=str(values.get("uid") or new_uid()), confirmed_at=now, call_every=every,
        due_at=rules.next_call(now, every),
    )  # fmt: skip
    _fill(stay, values, reasons or {})
    if stay.exp_out and stay.exp_out <= now:
        raise RuleError(translate("Contractors", "预计离开时间早于进入时间,请改晚一些。"), "exp_out")
    session.add(stay)
    if values.get("badge"):
        stay.badge = badges.give(session, str(values["badge"]), stay.uid, stay.name, kind="contractor")
    index(session, stay)
    return stay


@verb("contractors.confirm_call", *GUARDED_DESK)
def confirm_call(
    session: Session,
    uid: str,
    *,
    way: str,
    who: str,
    situation: str = "",
    abnormal: str = "",
    at: datetime | None = None,
) -> Call:
    """Record that the customer answered: who, what they said, what is wrong; plans the next call (S0㈠2)."""
    stay = find(session, uid)
    call = _call(session, stay, "confirm_call", way, at, answered=True)
    call.who = clean(who, limit=60, field="who")
    if not call.who:
        raise RuleError(translate("Contractors", "请填写是谁应答的。"), "who")
    call.situation = clean(situation, limit=200, field="situation")
    call.abnormal = clean(abnormal, limit=200, field="abnormal")
    stay.unanswered = 0
    stay.due_at = rules.next_call(call.done_at, stay.call_every)
    session.add(call)
    return call


@verb("contractors.no_answer", *GUARDED_DESK)
def no_answer(
    session: Session, uid: str, *, way: str = "intercom", situation: str = "", at: datetime | None = None
) -> Call:
    """Record a call that nobody answered; the plan stays, the second in a row sends the gate guard."""
    stay = find(session, uid)
    call = _call(session, stay, "no_answer", way, at, answered=False)
    call.situation = clean(situation, limit=200, field="situation")
    stay.unanswered += 1
    session.add(call)
    return call


@verb("contractors.leave", *GUARDED_DESK)
def leave(
    session: Session,
    uid: str,
    *,
    at: datetime | None = None,
    confirmed_by: str = "",
    badge_lost: bool = False,
) -> Leaving:
    """Record that they left, now or at an earlier time; `confirmed_by` is the customer, when asked."""
    stay = find(session, uid)
    stay.state = rules.MACHINE.go(stay.state, "leave")
    calls = [call.done_at for call in stay.calls if call.answered]
    moment = at or clock.not_before(max((stay.in_at, *calls)))
    if at and at > clock.now():
        raise RuleError(translate("Contractors", "离开时间还没到,请核对。"), "out_at")
    if moment < stay.in_at:
        raise RuleError(translate("Contractors", "离开时间早于进入时间,请核对。"), "out_at")
    if any(moment < done_at for done_at in calls):
        raise RuleError(translate("Contractors", "离开时间早于最近一次确认,请核对。"), "out_at")
    stay.out_at, stay.badge_lost, stay.due_at, stay.unanswered = moment, badge_lost, None, 0
    stay.out_confirmed_by = clean(confirmed_by, limit=60, field="confirmed_by")
    badges.take_back(session, uid, lost=badge_lost)
    return Leaving(stay, tuple(f"{tool.name}×{tool.quantity}" for tool in stay.tools if not tool.removed))


@verb("contractors.leave_by_badge", *GUARDED_DESK)
def leave_by_badge(session: Session, code: str, *, at: datetime | None = None) -> Leaving:
    """Record that whoever holds a badge left; RuleError when it is in stock or a visitor's."""
    holder = badges.holder(session, code)
    stay = (
        session.scalars(select(Contractor).where(Contractor.uid == holder)).one_or_none() if holder else None
    )
    if stay is None:
        text = translate("Contractors", "{code} 没有发给在场的上门人员,请核对牌号。")
        raise RuleError(text.format(code=clean(code)), "badge")
    return leave(session, stay.uid, at=at)


@verb("contractors.void", *DESK)
def void(session: Session, uid: str, *, reason: str) -> Contractor:
    """Void a registration made by mistake: the number stays, the reason too, the badge comes back."""
    stay = find(session, uid)
    reason = clean(reason, limit=120, field="reason")
    if not reason:
        raise RuleError(translate("Contractors", "作废须写明原因。"), "reason")
    audit.note(session, reason)
    stay.state = rules.MACHINE.go(stay.state, "void")
    stay.void_reason, stay.void_by, stay.void_at = reason, actor_of(session).name, clock.now()
    stay.due_at, stay.unanswered = None, 0
    badges.take_back(session, uid)
    return stay


@verb("contractors.correct", *DESK)
def correct(
    session: Session, uid: str, values: Values, *, reason: str, reasons: Mapping[str, str] | None = None
) -> Contractor:
    """Correct a registration: a new version, the old one stays readable in the history; calls stay as made."""
    stay = find(session, uid)
    stay.state = rules.MACHINE.go(stay.state, "correct")
    raise_first(rules.require(values), rules.doubts(values, reasons or {}))
    audit.note(session, clean(reason, limit=120, field="reason"))
    _fill(stay, values, reasons or {})
    badge = clean(str(values.get("badge") or ""), limit=20, field="badge").upper()
    if stay.state == "inside" and badge != stay.badge:
        badges.take_back(session, uid)
        stay.badge = badges.give(session, badge, uid, stay.name, kind="contractor") if badge else ""
    index(session, stay)
    return stay


def find(session: Session, uid: str) -> Contractor:
    """Return one stay; NoResultFound when there is none."""
    return session.scalars(select(Contractor).where(Contractor.uid == uid)).one()


def _call(
    session: Session, stay: Contractor, step: str, way: str, at: datetime | None, *, answered: bool
) -> Call:
    """Return a new call, not added yet; RuleError for a step, a way or a time that cannot be."""
    stay.state = rules.MACHINE.go(stay.state, step)
    if way not in rules.WAY_KEYS:
        raise RuleError(translate("Contractors", "请选择确认方式:对讲、电话或现场。"), "way")
    last = max([stay.in_at, *(call.done_at for call in stay.calls)])
    moment = at or clock.not_before(last)
    if at and at > clock.now():
        raise RuleError(translate("Contractors", "确认时间还没到,请核对。"), "at")
    if moment < last:
        raise RuleError(translate("Contractors", "确认时间早于进入或上一次确认,请核对。"), "at")
    assert stay.due_at is not None
    return Call(
        contractor_id=stay.id, contractor=stay, planned_at=stay.due_at, done_at=moment, way=way, answered=answered,
        handler_name=actor_of(session).name, shift=shifts.current(settings.load(session)).label,
    )  # fmt: skip


def _text(values: Values, key: str, limit: int) -> str:
    return clean(str(values.get(key) or ""), limit=limit, field=key)


def _fill(stay: Contractor, values: Values, reasons: Mapping[str, str]) -> None:
    room = values["host_room"]
    room = room if isinstance(room, Ref) else Ref(None, str(room))
    stay.name, stay.org = _text(values, "name", 60), _text(values, "org", 60)
    stay.party_size = int(values["party_size"])
    stay.phone = phones.normalise(_text(values, "phone", 30))
    stay.id_kind = str(values["id_kind"])
    stay.room_id, stay.host_room = room.id, clean(room.text, limit=100, field="host_room")
    stay.host_name, stay.service = _text(values, "host_name", 60), _text(values, "service", 120)
    stay.confirm, stay.confirmed_by = str(values["confirm"]), _text(values, "confirmed_by", 60)
    stay.hot_work, stay.cut_off = bool(values.get("hot_work")), bool(values.get("cut_off"))
    stay.plant_room = bool(values.get("plant_room"))
    stay.exp_out = values.get("exp_out")
    stay.remark = clean(str(values.get("remark") or ""), limit=200, multiline=True, field="remark")
    if reasons.get("phone"):
        stay.reason_on = clean(reasons["phone"], limit=200)
    _replace_tools(stay, values.get("tools"))


def _replace_tools(stay: Contractor, wanted: Sequence[Values] | None) -> None:
    """Add the wanted lines unless they are there already; a line from before is struck, not removed."""
    if wanted is None:
        return
    named = [line for line in wanted if clean(str(line.get("name") or ""))]
    new = [_tool(seq, line) for seq, line in enumerate(named, len(stay.tools) + 1)]
    old = [tool for tool in stay.tools if not tool.removed]
    if [(t.name, t.quantity) for t in new] == [(t.name, t.quantity) for t in old]:
        return
    for tool in old:
        tool.removed = True
    stay.tools.extend(new)


def _tool(seq: int, line: Values) -> Tool:
    quantity = line.get("quantity") or 1
    if not isinstance(quantity, int) or not 1 <= quantity <= 99999:
        raise RuleError(translate("Contractors", "工具物品的数量应为 1 以上的整数。"), "tools")
    return Tool(seq=seq, name=clean(str(line["name"]), limit=60, field="tools"), quantity=quantity)


def index(session: Session, stay: Contractor) -> None:
    """Make a stay findable by what its row says now."""
    session.flush()
    fields = {
        "name": f"{stay.name}\n{stay.host_name}",
        "company": f"{stay.org}\n{stay.host_room}",
        "room": stay.host_room,
        "phone": stay.phone,
        "number": f"{stay.no}\n{stay.badge}",
        "words": stay.service,
    }
    search.put(
        session, "contractors", stay.id, stay.uid, fields,
        title=f"{stay.name} {stay.org}", detail=f"{stay.no} {stay.host_room}", room="",
    )  # fmt: skip
