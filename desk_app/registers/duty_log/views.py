"""What the screen, the sheet, the handover and the call card read of the duty log's entries."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, people, premises, privacy, search, settings, shifts
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone, label_of
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.records import by_ids
from desk_app.core.shifts import Shift
from desk_app.registers.duty_log import rules, sheets
from desk_app.registers.duty_log.records import DutyEntry

DEPARTMENTS = (
    QT_TRANSLATE_NOOP("DutyLog", "工程部"),
    QT_TRANSLATE_NOOP("DutyLog", "安保部"),
    QT_TRANSLATE_NOOP("DutyLog", "保洁"),
    QT_TRANSLATE_NOOP("DutyLog", "财务"),
    QT_TRANSLATE_NOOP("DutyLog", "指挥中心"),
)


@dataclass(frozen=True)
class OpenMatter:
    """An entry that is not finished, for the handover (S2 交接班二: repairs and complaints in writing)."""

    uid: str
    no: str
    at: datetime
    category: str
    room: str
    caller: str
    content: str
    action: str
    notified: str
    state: str
    carry_on: date | None
    last: str
    handler: str


def unfinished() -> ColumnElement[bool]:
    """Return the condition that an entry stays on top."""
    return DutyEntry.state.in_(rules.UNFINISHED)


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the entries of a view, the unfinished in front, then the newest; with `text`, those that match."""
    query = select(DutyEntry.id).where(*_where(session, view))
    query = query.order_by(DutyEntry.at.desc(), DutyEntry.id.desc())
    found = search.listed(session, query.where(unfinished()), "duty_log", text, limit, is_short=True)
    if view in ("open", "overdue"):
        return found
    if text.strip():
        matching = search.listed(session, query, "duty_log", text, limit)
        return array("q", dict.fromkeys([*found, *matching]))[:limit]
    # read apart, each in the order of its index: one sort of both reads all
    return (found + search.listed(session, query.where(~unfinished()), "duty_log", text, limit))[:limit]


def counts(session: Session) -> Mapping[str, int]:
    """Return how many entries each counted view has."""
    found = {}
    for view in ("open", "shift", "today", "overdue"):
        query = select(func.count()).select_from(DutyEntry).where(*_where(session, view))
        found[view] = session.scalar(query) or 0
    return found


def _where(session: Session, view: str) -> tuple[ColumnElement[bool], ...]:
    if view == "shift":
        sheet = sheets.of_shift(session, shifts.current(settings.load(session)))
        return (DutyEntry.sheet_id == (sheet.id if sheet else 0),)
    first, after = clock.day_bounds(clock.today())
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "open": (unfinished(),),
        "overdue": (DutyEntry.state == "next_day", DutyEntry.carry_on < clock.today()),
        "today": (
            DutyEntry.day
            >= clock.today() - timedelta(days=1),  # by its index: the night before may go on today
            or_(DutyEntry.day == clock.today(), DutyEntry.at.between(first, after)),
        ),
        "all": (),
    }
    return wheres[view]


def _whole(query: Select[DutyEntry]) -> Select[DutyEntry]:
    return query.options(selectinload(DutyEntry.additions), selectinload(DutyEntry.sheet))


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these entries as rows, in this order."""
    return [row(entry) for entry in by_ids(session, _whole(select(DutyEntry)), wanted)]


def row(entry: DutyEntry) -> Row:
    """Return one entry as the list and the sheet see it; the telephone masked (domain.md §4.3)."""
    return {
        "id": entry.id, "uid": entry.uid, "no": entry.no, "state": state_of(entry), "day": entry.day,
        "at": entry.at, "mark": _mark(entry), "channel": entry.channel, "category": entry.category,
        "room": entry.place, "caller": entry.caller, "phone": privacy.phone(entry.phone),
        "content": entry.content, "action": entry.action, "notified": entry.notified,
        "carry_on": entry.carry_on, "done_at": entry.done_at, "result": entry.result,
        "last": _last(entry), "added": len(entry.additions), "minutes": _minutes(entry),
        "shift": entry.sheet.shift, "reason": entry.void_reason, "handler": entry.handler_name,
    }  # fmt: skip


def state_of(entry: DutyEntry) -> str:
    """Return the state as the screen names it: put off to a day that is past is "overdue"."""
    late = entry.state == "next_day" and entry.carry_on is not None and entry.carry_on < clock.today()
    return "overdue" if late else entry.state


def _mark(entry: DutyEntry) -> str:
    if entry.late:
        return translate("DutyLog", "补记")
    return translate("DutyLog", "追加") if entry.added else ""


def _last(entry: DutyEntry) -> str:
    if not entry.additions:
        return ""
    last = entry.additions[-1]
    return f"{clock.local(last.created_at):%m-%d %H:%M} {last.handler_name} {last.text}"


def _minutes(entry: DutyEntry) -> int | None:
    return None if entry.call_seconds is None else -(-entry.call_seconds // 60)


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the entries of the shifts that belong to a day in [first, last], in time order."""
    query = select(DutyEntry).where(DutyEntry.day >= first, DutyEntry.day <= last)
    return [row(entry) for entry in session.scalars(_whole(query).order_by(DutyEntry.at, DutyEntry.id))]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one entry."""
    entry = session.scalars(select(DutyEntry).where(DutyEntry.uid == uid)).one()
    names = (
        "uid", "channel", "category", "caller", "phone", "at", "content", "action", "notified", "state",
        "carry_on", "remark",
    )  # fmt: skip
    return {
        **{name: getattr(entry, name) for name in names},
        "room": Ref(entry.room_id, entry.place) if entry.place else None,
    }


def due(session: Session) -> Sequence[Due]:
    """Return what is not finished: by its day when it was put off, else since it happened."""
    config, today = settings.load(session), clock.today()
    shift = shifts.current(config)
    query = select(DutyEntry).where(unfinished()).order_by(DutyEntry.at, DutyEntry.id)
    query = query.options(selectinload(DutyEntry.sheet)).limit(200)
    return [_due(entry, config, shift, today) for entry in session.scalars(query)]


def _due(entry: DutyEntry, config: settings.Settings, shift: Shift, today: date) -> Due:
    label, tone, at = rules.STATE_LABELS[entry.state], Tone.DUE, entry.at
    if entry.state == "next_day" and entry.carry_on:
        at = rules.shift_of(config, entry.carry_on, "day").start
        tone = Tone.LATE if entry.carry_on < today else Tone.DUE if entry.carry_on == today else Tone.WAITING
    elif entry.state == "handed_over":
        at = entry.sheet.ends
        tone = Tone.DUE if entry.sheet.ends <= clock.now() else Tone.WAITING
    elif entry.sheet.starts == shift.start and entry.category != "emergency":
        tone = Tone.WAITING
    kind = translate("DutyLog", label_of(rules.CATEGORIES, entry.category))
    title = " ".join(filter(None, (entry.place, entry.caller))) or kind
    return Due(entry.uid, title, f"{kind} {entry.content}", at, tone, translate("DutyLog", label))


def handover(session: Session) -> list[OpenMatter]:
    """Return every unfinished entry for the handover, the oldest first (domain.md F02)."""
    query = _whole(select(DutyEntry).where(unfinished())).order_by(DutyEntry.at, DutyEntry.id)
    return [
        OpenMatter(
            uid=e.uid, no=e.no or "", at=e.at, category=e.category, room=e.place, caller=e.caller,
            content=e.content, action=e.action, notified=e.notified, state=e.state, carry_on=e.carry_on,
            last=_last(e), handler=e.handler_name,
        )
        for e in session.scalars(query)
    ]  # fmt: skip


def additions(session: Session, uid: str) -> list[tuple[datetime, str, str, str]]:
    """Return (when, who, step in words, text) of what was added to an entry, oldest first."""
    entry = session.scalars(_whole(select(DutyEntry).where(DutyEntry.uid == uid))).one()
    labels = {step.verb: step.label for step in rules.MACHINE.steps} | {
        "note": QT_TRANSLATE_NOOP("DutyLog", "追加")
    }
    return [
        (one.created_at, one.handler_name, translate("DutyLog", labels[one.step]), one.text)
        for one in entry.additions
    ]


def about(session: Session, room: object, kinds: Sequence[str], limit: int = 6) -> list[search.Hit]:
    """Return what was last about a room over the registers `kinds`, the newest first."""
    if not isinstance(room, Ref) or not room.text.strip():
        return []
    known = session.get(premises.Room, room.id) if room.id else None
    return search.about_room(session, known.name if known else room.text, kinds, limit=limit)


def caller_of(session: Session, uid: str) -> tuple[Ref, str, str, str]:
    """Return (room, caller, telephone, channel) of an entry, to go on with in another register."""
    entry = session.scalars(select(DutyEntry).where(DutyEntry.uid == uid)).one()
    return Ref(entry.room_id, entry.place), entry.caller, entry.phone, entry.channel


def suggest_caller(session: Session, text: str, values_: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the people of whoever uses the room, with their telephone."""
    room = values_.get("room")
    if not isinstance(room, Ref) or room.id is None:
        return []
    customer = premises.occupant(session, room.id)
    return [
        Suggestion(
            p.name,
            " · ".join(filter(None, [p.title, p.phone])),
            p.name,
            {"phone": p.phone} if p.phone else {},
        )
        for p in (premises.contacts(session, customer.id) if customer else [])
        if search.matches(text, p.name)
    ]


def suggest_notified(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer departments and the people who work here, each with what they do."""
    parts = [translate("DutyLog", name) for name in DEPARTMENTS]
    offers = [Suggestion(part, value=part) for part in parts if search.matches(text, part)]
    for one in people.on_staff(session):
        role = next((people.ROLE_LABELS[r] for r in sorted(one.held)), "")
        if search.matches(text, one.name):
            offers.append(Suggestion(one.name, translate("People", role), one.name))
    return offers[:8]


def phrase_lists(session: Session) -> Mapping[str, tuple[str, ...]]:
    """Return the quick phrases of each field, as the settings have them."""
    config = settings.load(session)
    return {
        "content": rules.phrases(config.get(rules.CONTENT_PHRASES)),
        "action": rules.phrases(config.get(rules.ACTION_PHRASES)),
    }
