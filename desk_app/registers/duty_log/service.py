"""Verbs of the duty log's entries: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, numbering, phones, search, settings, shifts
from desk_app.core.declare import Ref, label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import actor_of, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.duty_log import rules, sheets
from desk_app.registers.duty_log.records import DutyAddition, DutyEntry, DutyShift

Values = Mapping[str, Any]
TOLD = "已通知 {who}"
"""Kept in the record and printed, so never translated."""
MOST_SECONDS = 6 * 3600
"""A longer call is a call card that was forgotten; its length says nothing."""


@verb("duty_log.record", *rules.WRITERS)
def record(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> DutyEntry:
    """Write an entry on the sheet of the shift it happened in, opening that sheet if there is none.

    `at` is now when left out; earlier than the setting it is marked 补记. When its shift was handed in it
    stands there as an addition, with its own time and name. Raises FieldErrors for what is missing, Doubt
    for what looks wrong (repeat with `reasons`).
    """
    at = _moment(session, values)
    raise_first(rules.require(values), rules.doubts(values, reasons or {}))
    actor, now, config = actor_of(session), clock.now(), settings.load(session)
    page = sheets.page_for(session, shifts.current(config, at))
    entry = DutyEntry(
        no=numbering.take(session, rules.PREFIX), uid=str(values.get("uid") or new_uid()), sheet_id=page.id,
        day=page.day, at=at, created_at=now, added=page.state == "handed_in",
        late=rules.is_late(at, now, config.get(rules.LATE_AFTER)), handler_id=actor.staff_id,
        handler_name=actor.name, shift=shifts.current(config).label, additions=[],
    )  # fmt: skip
    _fill(entry, values, reasons or {})
    if entry.added:
        raise_first(rules.unfinished_addition(sheets.gaps(entry)))
    sheets.write_on(session, page, actor.name)
    session.add(entry)
    index(session, entry)
    return entry


@verb("duty_log.correct", *rules.WRITERS)
def correct(
    session: Session, uid: str, values: Values, *, reason: str, reasons: Mapping[str, str] | None = None
) -> DutyEntry:
    """Correct an entry while its shift is not handed in; afterwards only additions are possible (F01)."""
    entry = _changeable(session, uid)
    rules.MACHINE.go(entry.state, "correct")
    at = _moment(session, {"at": entry.at, **{k: v for k, v in values.items() if k != "at" or v}})
    raise_first(rules.require(values), rules.doubts(values, reasons or {}))
    config = settings.load(session)
    if shifts.current(config, at).start != entry.sheet.starts:
        sheet = sheets.for_shift(session, shifts.current(config, at))
        if sheet.state == "handed_in":
            raise RuleError(translate("DutyLog", "那一班的日志已提交,不能改到那一班。"), "at")
        entry.sheet, entry.day = sheet, sheet.day
    audit.note(session, clean(reason, limit=120, field="reason"))
    if values.get("state") == "done" and entry.done_at is not None and entry.done_at < at:
        raise RuleError(translate("DutyLog", "完成时间早于事项时间,请核对。"), "at")
    entry.at = at
    entry.late = rules.is_late(at, entry.created_at, config.get(rules.LATE_AFTER))
    _fill(entry, values, reasons or {})
    index(session, entry)
    return entry


@verb("duty_log.finish", *rules.WRITERS)
def finish(session: Session, uid: str, *, result: str, at: datetime | None = None) -> DutyEntry:
    """Finish an entry, in whatever shift: when and how it ended is added with this shift's name (S0㈦(4)1)."""
    entry = find(session, uid)
    target, moment = rules.MACHINE.go(entry.state, "finish"), at or clock.not_before(entry.at)
    if at and at > clock.now():
        raise RuleError(translate("DutyLog", "完成时间还没到,请核对。"), "done_at")
    if moment < entry.at:
        raise RuleError(translate("DutyLog", "完成时间早于事项时间,请核对。"), "done_at")
    result = clean(result, limit=rules.LIMITS["result"], field="result")
    if not result:
        raise RuleError(translate("DutyLog", "请写明处理结果。"), "result")
    _add(session, entry, "finish", result)
    entry.state, entry.done_at, entry.result, entry.carry_on = target, moment, result, None
    return entry


@verb("duty_log.hand_over", *rules.WRITERS)
def hand_over(session: Session, uid: str, *, note: str, notified: str = "") -> DutyEntry:
    """Leave an entry to the next shift: what is still to do, and who was told (S2 交接班二)."""
    entry = find(session, uid)
    target = rules.MACHINE.go(entry.state, "hand_over")
    note = clean(note, limit=rules.ADDITION_LIMIT, field="note")
    if not note:
        raise RuleError(translate("DutyLog", "请写明还有什么没办完、下一班要做什么。"), "note")
    _tell(session, entry, notified)
    _add(session, entry, "hand_over", note)
    entry.state, entry.carry_on = target, None
    return entry


@verb("duty_log.next_day", *rules.WRITERS)
def next_day(
    session: Session, uid: str, *, note: str, on: date | None = None, notified: str = ""
) -> DutyEntry:
    """Put an entry off to a later day, tomorrow when left out (S2 值班四、五)."""
    entry = find(session, uid)
    target, day = rules.MACHINE.go(entry.state, "next_day"), on or _tomorrow()
    note = clean(note, limit=rules.ADDITION_LIMIT, field="note")
    if not note:
        raise RuleError(translate("DutyLog", "请写明为什么转次日、谁来办。"), "note")
    if day <= clock.today() and not _night_of(session, day):
        raise RuleError(translate("DutyLog", "转到哪一天应晚于今天。"), "carry_on")
    _tell(session, entry, notified)
    _add(session, entry, "next_day", note)
    entry.state, entry.carry_on = target, day
    return entry


@verb("duty_log.add", *rules.WRITERS)
def add(session: Session, uid: str, *, text: str) -> DutyAddition:
    """Add a note to an entry, also after the hand-in, with its own time and name (domain.md F01)."""
    entry = find(session, uid)
    entry.state = rules.MACHINE.go(entry.state, "add")
    text = clean(text, limit=rules.ADDITION_LIMIT, multiline=True, field="text")
    if not text:
        raise RuleError(translate("DutyLog", "请写明追加的内容。"), "text")
    return _add(session, entry, "note", text)


@verb("duty_log.void", *rules.WRITERS)
def void(session: Session, uid: str, *, reason: str) -> DutyEntry:
    """Void an entry made by mistake while its shift is not handed in: number and reason stay."""
    entry = _changeable(session, uid)
    reason = clean(reason, limit=120, field="reason")
    if not reason:
        raise RuleError(translate("DutyLog", "作废须写明原因。"), "reason")
    audit.note(session, reason)
    entry.state = rules.MACHINE.go(entry.state, "void")
    entry.void_reason, entry.void_by, entry.void_at = reason, actor_of(session).name, clock.now()
    return entry


def find(session: Session, uid: str) -> DutyEntry:
    """Return one entry; NoResultFound when there is none."""
    return session.scalars(select(DutyEntry).where(DutyEntry.uid == uid)).one()


def sheet_of(session: Session, uid: str) -> DutyShift:
    """Return the sheet an entry stands on."""
    return find(session, uid).sheet


def _changeable(session: Session, uid: str) -> DutyEntry:
    entry = find(session, uid)
    if entry.sheet.state == "handed_in":
        raise rules.closed()
    return entry


def _moment(session: Session, values: Values) -> datetime:
    """Return when it happened, now when not said; RuleError for a time to come or long gone."""
    now = clock.now()
    at = values.get("at") or now
    assert isinstance(at, datetime)
    wrong = rules.refuse_time(at, now, settings.get(session, rules.BACK_DAYS))
    if wrong is not None:
        raise wrong
    return at


def _add(session: Session, entry: DutyEntry, step: str, text: str) -> DutyAddition:
    addition = DutyAddition(
        step=step, text=text, handler_name=actor_of(session).name, created_at=clock.now(),
        shift=shifts.current(settings.load(session)).label, after_hand_in=entry.sheet.state == "handed_in",
    )  # fmt: skip
    entry.additions.append(addition)
    session.flush()
    index(session, entry)
    return addition


def _tell(session: Session, entry: DutyEntry, notified: str) -> None:
    """Note who was told, where the entry does not say it yet; on a sheet handed in only the addition says it."""
    notified = clean(notified, limit=rules.LIMITS["notified"], field="notified")
    if not (notified or entry.notified):
        raise RuleError(translate("DutyLog", "请写明已通知何部门何人。"), "notified")
    if notified and entry.sheet.state == "open":
        entry.notified = notified
    elif notified and notified != entry.notified:
        _add(session, entry, "note", TOLD.format(who=notified))


def _tomorrow() -> date:
    return clock.today() + timedelta(days=1)


def _night_of(session: Session, day: date) -> bool:
    """Say whether it is the small hours of `day`, before its day shift: that day is still the next one."""
    shift = shifts.current(settings.load(session))
    return shift.key == "night" and rules.duty_day(shift) < day == clock.today()


def _text(values: Values, key: str, *, multiline: bool = False) -> str:
    return clean(str(values.get(key) or ""), limit=rules.LIMITS.get(key, 30), field=key, multiline=multiline)


def _fill(entry: DutyEntry, values: Values, reasons: Mapping[str, str]) -> None:
    room = values.get("room")
    room = room if isinstance(room, Ref) else Ref(None, str(room or ""))
    entry.channel, entry.category = str(values["channel"]), str(values["category"])
    entry.room_id, entry.place = room.id, clean(room.text, limit=100, field="room")
    entry.caller, entry.notified = _text(values, "caller"), _text(values, "notified")
    entry.phone = phones.normalise(_text(values, "phone"))
    entry.content = _text(values, "content", multiline=True)
    entry.action = _text(values, "action", multiline=True)
    entry.remark = _text(values, "remark", multiline=True)
    if reasons.get("phone"):
        entry.reason_on = clean(reasons["phone"], limit=200)
    seconds = values.get("call_seconds")
    if isinstance(seconds, int) and 0 <= seconds <= MOST_SECONDS:
        entry.call_seconds = seconds
    _set_outcome(entry, str(values["state"]), values.get("carry_on"))


def _set_outcome(entry: DutyEntry, state: str, carry_on: object) -> None:
    if state == "done" and entry.done_at is None:
        entry.done_at = clock.not_before(entry.at)
    if state != "done":
        entry.done_at, entry.result = None, ""
    if state == "next_day":
        day = carry_on if isinstance(carry_on, date) else None
        if day is not None and day != entry.carry_on and day < clock.today():
            raise RuleError(translate("DutyLog", "转到哪一天应晚于今天。"), "carry_on")
        entry.carry_on = day or entry.carry_on or _tomorrow()
    else:
        entry.carry_on = None
    entry.state = state


def index(session: Session, entry: DutyEntry) -> None:
    """Make an entry findable by what its row says now."""
    session.flush()
    added = "\n".join(one.text for one in entry.additions)
    fields = {
        "name": f"{entry.caller}\n{entry.notified}", "company": entry.place, "room": entry.place,
        "phone": entry.phone, "number": entry.no or "",
        "words": "\n".join(filter(None, (entry.content, entry.action, added))),
    }  # fmt: skip
    label = label_of(rules.CATEGORIES, entry.category)
    search.put(
        session, "duty_log", entry.id, entry.uid, fields,
        title=f"{label} {entry.content[:40]}", detail=f"{entry.no} {entry.place}".strip(), room="",
    )  # fmt: skip
