"""Counts of the month's rows by value, day or hour: what the charts and the sheet 统计 show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.core import clock
from desk_app.core.declare import Breakdown, By, ColumnKind, Register, Row

EMPTY = "(未填)"


@dataclass(frozen=True)
class Line:
    """One value, day or hour: its label (a date for a day), how many rows, their sum, the split counts."""

    label: str | date
    count: int
    total: int = 0
    parts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Counted:
    """A breakdown with its lines; `parts` names the split columns, `also` the summed one ("" = none)."""

    breakdown: Breakdown
    first: str
    also: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    count: int  # of all rows, those below the top ones too

    @property
    def peak(self) -> Line | None:
        """The line with the highest count, the first of several; None when nothing was counted."""
        best = max(self.lines, key=lambda line: line.count, default=None)
        return best if best and best.count else None


class Tally:
    """A count under way: rows are added one by one and not kept.

    Each of `days`, and every hour, is a line even without a row. By day, a row of another month is left out: it is
    on the sheet for what happened to it later.
    """

    def __init__(self, register: Register, breakdown: Breakdown, days: Sequence[date]) -> None:
        self._register, self._breakdown, self._days = register, breakdown, days
        self._column = register.column(breakdown.column)
        self._split = register.column(breakdown.split) if breakdown.split else None
        self._numbers: Counter[object] = Counter()
        self._sums: Counter[object] = Counter()
        self._parts: Counter[tuple[object, object]] = Counter()

    def add(self, row: Row) -> None:
        """Count a row."""
        breakdown, days = self._breakdown, self._days
        if row.get("state") in breakdown.skip:
            return
        bucket = _bucket(breakdown.by, row.get(self._column.key))
        if isinstance(bucket, date) and days and (bucket.year, bucket.month) != (days[0].year, days[0].month):
            return
        self._numbers[bucket] += 1
        if breakdown.also and isinstance(value := row.get(breakdown.also), int):
            self._sums[bucket] += value
        if self._split:
            self._parts[bucket, row.get(self._split.key)] += 1

    def counted(self) -> Counted:
        """Return what came of it."""
        breakdown, numbers = self._breakdown, self._numbers
        choices = self._split.choices if self._split else ()
        lines = [
            Line(
                label,
                numbers[key],
                self._sums[key],
                tuple(self._parts[key, choice.key] for choice in choices),
            )
            for key, label in _buckets(self._register, breakdown, numbers, self._days)
        ]
        return Counted(
            breakdown,
            {By.DAY: "日期", By.HOUR: "时段", By.VALUE: self._column.label}[breakdown.by],
            self._register.column(breakdown.also).label if breakdown.also else "",
            tuple(choice.label for choice in choices),
            tuple(lines),
            numbers.total(),
        )


def _bucket(by: By, value: object) -> object:
    if by is By.VALUE or not isinstance(value, date):
        return value or None
    moment = clock.local(value) if isinstance(value, datetime) else value
    if by is By.HOUR:
        return moment.hour if isinstance(moment, datetime) else None
    return moment.date() if isinstance(moment, datetime) else moment


def _buckets(
    register: Register, breakdown: Breakdown, found: Counter[object], days: Sequence[date]
) -> list[tuple[object, str | date]]:
    """Return the keys to show with their labels: in declared order, by time, or the commonest first."""
    known: list[tuple[object, str | date]]
    column = register.column(breakdown.column)
    if breakdown.by is By.DAY:
        known = [(day, day) for day in days]
    elif breakdown.by is By.HOUR:
        known = [(hour, f"{hour:02}:00") for hour in _hours(found)]
    elif column.kind is ColumnKind.STATE:
        known = [(s.key, s.label) for s in register.states if s.key not in breakdown.skip]
    else:
        known = [(choice.key, choice.label) for choice in column.choices]
    listed = {key for key, _label in known}
    others = [(key, key if isinstance(key, date) else str(key)) for key in found if key and key not in listed]
    known += sorted(others, key=lambda item: str(item[1]))
    if found[None]:
        known.append((None, EMPTY))
    if breakdown.top:
        known = sorted(known, key=lambda item: -found[item[0]])
        known = [item for item in known if found[item[0]]][: breakdown.top]
    return known


def _hours(found: Counter[object]) -> range:
    """Return the hours of the day to show: 8 to 19, and every hour that has something."""
    hours = [hour for hour in found if isinstance(hour, int)]
    return range(min([8, *hours]), max([19, *hours]) + 1)
