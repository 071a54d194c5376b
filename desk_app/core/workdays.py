"""Chinese working days with 调休: an editable table over Monday to Friday.

A year's table comes with the State Council's notice of the autumn before. A year that is not marked complete
is reckoned Monday to Friday, and every answer that touches it says so (domain.md §1.6).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from desk_app.core import resources
from desk_app.core.i18n import listed, translate

SEED_YEARS = frozenset((2024, 2025, 2026))
"""The years that the seed covers completely; 2027 was not yet announced on 2026-11-21."""

T = TypeVar("T")


class DayKind(StrEnum):
    """What an entry of the holiday table makes of its day."""

    OFF = "off"
    WORK = "work"


@dataclass(frozen=True)
class Holiday:
    """One row of the holiday table: a day off, or a weekend that is worked (调休); `name` is the feast."""

    day: date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A reckoned value with the years it touched that are not complete, ascending; () when it is sure."""

    value: T
    incomplete_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """Working days: `days` says what the holiday table says, weekdays decide the rest."""

    days: Mapping[date, DayKind] = field(default_factory=dict)
    complete_years: frozenset[int] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Holiday], complete_years: Iterable[int]) -> Calendar:
        """Make a calendar of table rows."""
        return cls({row.day: row.kind for row in rows}, frozenset(complete_years))

    def is_workday(self, day: date) -> bool:
        """Tell whether people work on `day`; ask `incomplete` whether that is sure."""
        kind = self.days.get(day)
        return day.weekday() < 5 if kind is None else kind is DayKind.WORK

    def incomplete(self, first: date, last: date | None = None) -> tuple[int, ...]:
        """Return the years from `first` to `last` (or of `first`) whose table is not complete."""
        years = sorted((first.year, (last or first).year))
        return tuple(year for year in range(years[0], years[1] + 1) if year not in self.complete_years)

    def add_workdays(self, day: date, count: int) -> Answer[date]:
        """Return the `count`-th working day after `day` (before it when negative); the day itself is not
        counted (民法典 201). With 0 it is `day`.
        """
        step = timedelta(1 if count > 0 else -1)
        found = day
        for _ in range(abs(count)):
            found += step
            while not self.is_workday(found):
                found += step
        return Answer(found, self.incomplete(day, found))

    def next_workday(self, day: date) -> Answer[date]:
        """Return `day` if it is a working day, else the next one (顺延, 民法典 203)."""
        return self._roll(day, timedelta(1))

    def previous_workday(self, day: date) -> Answer[date]:
        """Return `day` if it is a working day, else the one before (F03: a Friday review)."""
        return self._roll(day, timedelta(-1))

    def count_workdays(self, first: date, last: date) -> Answer[int]:
        """Return how many working days lie after `first` up to and with `last`; 0 when `last` is earlier."""
        days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
        return Answer(sum(map(self.is_workday, days)), self.incomplete(first, max(first, last)))

    def _roll(self, day: date, step: timedelta) -> Answer[date]:
        found = day
        while not self.is_workday(found):
            found += step
        return Answer(found, self.incomplete(day, found))


def seed() -> tuple[Holiday, ...]:
    """Return the rows of resources/holidays.csv (State Council notices for the SEED_YEARS)."""
    with resources.path("holidays.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(
            Holiday(date.fromisoformat(row["date"]), DayKind(row["kind"]), row["name"]) for row in rows
        )


def seed_calendar() -> Calendar:
    """Return the calendar as it is before anybody edits the table."""
    return Calendar.of(seed(), SEED_YEARS)


def notice(incomplete_years: Iterable[int]) -> str:
    """Return the sentence to show beside a date that touches incomplete years, "" for none."""
    years = listed(map(str, incomplete_years))
    if not years:
        return ""
    return translate(
        "Workdays", "{years} 年的放假安排尚未录全,暂按周一至周五推算;请在节假日表中补全后核对。"
    ).format(years=years)
