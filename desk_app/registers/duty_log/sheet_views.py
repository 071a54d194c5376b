"""What the screen, the month and the 今日 tab read of the shifts' sheets."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, people, search, settings, shifts
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone
from desk_app.core.i18n import listed, translate
from desk_app.core.people import LEADS
from desk_app.core.records import batched, by_ids
from desk_app.core.shifts import Shift
from desk_app.registers.duty_log import rules, sheets
from desk_app.registers.duty_log.records import DutyEntry, DutyShift, Relief

NEVER_OPENED = "shift:"
"""Begins the identity of a shift nobody opened a sheet for, e.g. shift:2026-11-22:night."""
A_DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=7)
"""How far back the 今日 tab looks for shifts without a sheet."""


class _Alike(NamedTuple):
    """Entries of one sheet that count alike, and how many they are."""

    state: str
    category: str
    late: bool
    many: int


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the sheets of a view, newest first; with `text`, those that match it.

    What waits to be handed in begins with the shifts nobody opened, each a negative number.
    """
    query = select(DutyShift.id).where(*_where(view)).order_by(DutyShift.starts.desc())
    found = search.listed(session, query, "duty_sheets", text, limit)
    if view == "waiting" and not text.strip():
        found = array("q", [_number(shift) for shift in reversed(_never_opened(session))]) + found
    return found[:limit]


def _number(shift: Shift) -> int:
    """Return the number a shift without a sheet has in the list."""
    return -(2 * rules.duty_day(shift).toordinal() + (shift.key == "night"))


def _numbered(number: int, config: settings.Settings) -> Shift:
    day, night = divmod(-number, 2)
    return rules.shift_of(config, date.fromordinal(day), "night" if night else "day")


def counts(session: Session) -> Mapping[str, int]:
    """Return how many sheets each counted view has; the late ones count the shifts nobody opened too."""
    query = select(func.count()).select_from(DutyShift)
    found = {view: session.scalar(query.where(*_where(view))) or 0 for view in ("open", "waiting")}
    return {**found, "waiting": found["waiting"] + len(_never_opened(session))}


def _where(view: str) -> tuple[ColumnElement[bool], ...]:
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "open": (DutyShift.state == "open",),
        "waiting": (DutyShift.state == "open", DutyShift.ends <= clock.now()),
        "month": (DutyShift.day >= clock.today().replace(day=1),),
        "all": (),
    }
    return wheres[view]


def _whole(query: Select[DutyShift]) -> Select[DutyShift]:
    return query.options(selectinload(DutyShift.entries), selectinload(DutyShift.relief))


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these sheets as rows, in this order."""
    config = settings.load(session)
    found = _rows(session, by_ids(session, select(DutyShift), wanted), config)
    found |= {number: _empty_row(_numbered(number, config), number) for number in wanted if number < 0}
    return [found[number] for number in wanted if number in found]


def _rows(session: Session, found: Sequence[DutyShift], config: settings.Settings) -> dict[int, Row]:
    """Return sheets as rows by their ids; what is in them is counted, not read."""
    numbers = [sheet.id for sheet in found]
    entries, relief = _entries(session, numbers), _relief(session, numbers)
    return {sheet.id: _row(sheet, config, entries[sheet.id], relief[sheet.id]) for sheet in found}


def _entries(session: Session, sheets_: Sequence[int]) -> Mapping[int, list[_Alike]]:
    """Return how many entries of each kind stand in sheets."""
    alike = (DutyEntry.sheet_id, DutyEntry.state, DutyEntry.category, DutyEntry.late)
    query = select(*alike, func.count()).where(DutyEntry.state != "void").group_by(*alike)
    found = defaultdict(list)
    for some in batched(sheets_):
        for sheet_id, state, category, late, many in session.execute(
            query.where(DutyEntry.sheet_id.in_(some))
        ):
            found[sheet_id].append(_Alike(state, category, late, many))
    return found


def _relief(session: Session, sheets_: Sequence[int]) -> Counter[int]:
    """Return how often somebody stood in, by sheet."""
    query = select(Relief.sheet_id).where(Relief.removed.is_(False))
    return Counter(
        sheet_id
        for some in batched(sheets_)
        for sheet_id in session.scalars(query.where(Relief.sheet_id.in_(some)))
    )


def _row(sheet: DutyShift, config: settings.Settings, entries: Sequence[_Alike], relief: int) -> Row:
    """Return one sheet as the list and the month see it: header, hand-in, how many entries of each kind."""
    kinds: Counter[str] = Counter()
    for entry in entries:
        kinds[entry.category] += entry.many
    return {
        "id": sheet.id, "uid": sheet.uid, "no": sheet.shown_no, "state": state_of(sheet, config),
        "day": sheet.day, "key": sheet.key, "starts": sheet.starts, "ends": sheet.ends, "staff": sheet.staff,
        "lead": sheet.lead_name, "weather": sheet.weather, "remark": sheet.remark,
        "relief": relief,
        "should": int(sheet.ends <= clock.now()), "did": int(sheet.state == "handed_in" and sheet.ends <= clock.now()),
        "entries": kinds.total(), "late_entries": sum(entry.many for entry in entries if entry.late),
        "open_entries": sum(entry.many for entry in entries if entry.state in rules.UNFINISHED),
        "handed_in_at": sheet.handed_in_at, "handed_in_by": sheet.handed_in_by,
        **{f"n_{choice.key}": kinds[choice.key] for choice in rules.CATEGORIES},
    }  # fmt: skip


def state_of(sheet: DutyShift, config: settings.Settings) -> str:
    """Return the state as the screen names it: over and not handed in is "due", then "late"."""
    if sheet.state != "open":
        return sheet.state
    return rules.due_stage(sheet.ends, clock.now(), config.get(rules.HAND_IN_GRACE))


def first_used(session: Session) -> datetime | None:
    """Return when the shift began in which the log was first written, None while it never was."""
    first = select(func.min(DutyShift.id)).scalar_subquery()
    opened = session.scalar(select(DutyShift.created_at).where(DutyShift.id == first))
    return shifts.current(settings.load(session), opened).start if opened else None


def ended(session: Session, since: datetime, until: datetime) -> list[Shift]:
    """Return the shifts of the table that ended in [since, until) and by now, from the first use on."""
    began = first_used(session)
    if began is None:
        return []
    last = min(until - timedelta(milliseconds=1), clock.now())
    around = max(began, since - timedelta(days=1))
    return [s for s in rules.ended_shifts(settings.load(session), around, last) if s.end >= since]


def ended_in_month(session: Session, first: date, last: date) -> list[tuple[Shift, DutyShift | None]]:
    """Return the shifts that ended within the days [first, last], each with its sheet (None: not opened)."""
    shifts_ = ended(session, clock.day_bounds(first)[0], clock.day_bounds(last)[1])
    if not shifts_:
        return []
    query = select(DutyShift).where(DutyShift.day >= first - timedelta(days=1), DutyShift.day <= last)
    found = {(sheet.day, sheet.key): sheet for sheet in session.scalars(_whole(query))}
    return [(shift, found.get((rules.duty_day(shift), shift.key))) for shift in shifts_]


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the shifts that ended within [first, last], in order; one nobody opened is a row too (§6-1)."""
    config = settings.load(session)
    found = ended_in_month(session, first, last)
    rows_ = _rows(session, [sheet for _shift, sheet in found if sheet is not None], config)
    return [rows_[sheet.id] if sheet is not None else _empty_row(shift) for shift, sheet in found]


def _uid(shift: Shift) -> str:
    """Return the identity of a shift nobody opened."""
    return f"{NEVER_OPENED}{rules.duty_day(shift)}:{shift.key}"


def _empty_row(shift: Shift, number: int = 0) -> Row:
    return {
        "id": number, "uid": _uid(shift), "no": "", "state": "missing", "day": rules.duty_day(shift), "key": shift.key,
        "starts": shift.start, "ends": shift.end, "staff": "", "lead": "", "weather": "", "remark": "",
        "relief": 0, "should": 1, "did": 0, "entries": 0, "late_entries": 0, "open_entries": 0,
        "handed_in_at": None, "handed_in_by": "", **{f"n_{choice.key}": 0 for choice in rules.CATEGORIES},
    }  # fmt: skip


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one sheet; of a shift nobody opened only its day and name."""
    if uid.startswith(NEVER_OPENED):
        _, day, key = uid.split(":")
        return {"day": date.fromisoformat(day), "key": key}
    return _values(sheets.find(session, uid))


def _values(sheet: DutyShift) -> Mapping[str, object]:
    return {
        "uid": sheet.uid, "day": sheet.day, "key": sheet.key, "weather": sheet.weather, "staff": sheet.staff,
        "lead": Ref(sheet.lead_id, sheet.lead_name) if sheet.lead_id else None, "remark": sheet.remark,
        "relief": [
            {"left_at": one.left_at, "who": one.who, "stand_in": one.stand_in, "back_at": one.back_at}
            for one in sheet.relief
            if not one.removed
        ],
    }  # fmt: skip


def now_values(session: Session) -> Mapping[str, object]:
    """Return the form of the shift that runs now: its sheet, or only its day and name."""
    shift = shifts.current(settings.load(session))
    sheet = sheets.of_shift(session, shift)
    fresh = {"day": rules.duty_day(shift), "key": shift.key}
    return fresh if sheet is None or sheet.state != "open" else _values(sheet)


def to_hand_in(session: Session) -> DutyShift | None:
    """Return the log to hand in next: the oldest open one, None when there is none."""
    query = _whole(select(DutyShift).where(DutyShift.state == "open").order_by(DutyShift.starts))
    return session.scalars(query).first()


def added_later(sheet: DutyShift) -> bool:
    """Say whether anything was added after the log was handed in."""
    return sheet.state == "handed_in" and any(
        entry.added or any(one.after_hand_in for one in entry.additions) for entry in sheet.entries
    )


def due(session: Session) -> Sequence[Due]:
    """Return the shifts that ended and whose log is not handed in: amber, then red (domain.md F02)."""
    now, grace = clock.now(), settings.get(session, rules.HAND_IN_GRACE)
    query = (
        select(DutyShift).where(DutyShift.state == "open", DutyShift.ends <= now).order_by(DutyShift.starts)
    )
    nobody = translate("DutyLog", "没有任何登记,请补填表头并提交")
    unnamed = translate("DutyLog", "值班人未填")
    waiting = [(s.uid, s.day, s.shift, s.ends, s.staff or unnamed) for s in session.scalars(query)]
    waiting += [(_uid(s), rules.duty_day(s), s.label, s.end, nobody) for s in _never_opened(session)]
    label = translate("DutyLog", "日志未提交")
    return [
        Due(
            uid, f"{day:%m-%d} {sheets.shown_shift(shift)}", who, end,
            Tone.LATE if rules.due_stage(end, now, grace) == "late" else Tone.DUE, label,
        )
        for uid, day, shift, end, who in waiting
    ]  # fmt: skip


def _never_opened(session: Session) -> list[Shift]:
    since = clock.now() - LOOK_BACK
    wanted = ended(session, since, clock.now() + timedelta(milliseconds=1))
    query = select(DutyShift.day, DutyShift.key).where(DutyShift.day >= clock.local(since).date() - A_DAY)
    known = {(day, key) for day, key in session.execute(query)}
    return [shift for shift in wanted if (rules.duty_day(shift), shift.key) not in known]


def suggest_lead(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may be the duty lead."""
    return [
        Suggestion(one.name, _roles(one), Ref(one.id, one.name))
        for one in people.on_staff(session)
        if one.held.intersection(LEADS) and search.matches(text, one.name)
    ]


def suggest_staff(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer another name after those already typed."""
    before, mark, begun = text.replace(",", sheets.NAMES_JOINED).rpartition(sheets.NAMES_JOINED)
    return [
        Suggestion(one.name, _roles(one), f"{before}{mark}{one.name}")
        for one in people.on_staff(session)
        if search.matches(begun.strip(), one.name) and one.name not in before
    ][:8]


def _roles(one: people.Staff) -> str:
    return listed(translate("People", people.ROLE_LABELS[role]) for role in sorted(one.held))
