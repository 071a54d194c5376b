"""Ten years out of a few weeks: the cases of the pattern again and again, day by day, with numbers in order.

A copy begins whole weeks after its pattern, so that weekdays agree; where more work is wanted than one desk's day
has, several copies run at once, each a week apart, so that a day is made of different days. A case is left out
when it would begin before the history or not be over at its end: nothing old stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import floor
from typing import Any

from desk_app.core import audit, grams, numbering
from desk_app.core.records import new_uid
from desk_app.core.text import fold
from desk_app.reports.demo.batch import Batch
from desk_app.reports.demo.template import DAY_MS, SHIFT, Case

WEEK = 7


class Copies:
    """Plays the cases of a pattern begun on `origin` over the days from `start` to `end`, `rate` times a day."""

    def __init__(
        self, cases: Sequence[Case], origin: date, period: int, start: date, end: date, rate: float
    ) -> None:
        self._period, self._start, self._days, self._rate = period, start, (end - start).days, rate
        self._offset = (origin - start).days
        self._cases: dict[int, list[Case]] = defaultdict(list)
        for case in cases:
            self._cases[case.first].append(case)
        self._shifts: dict[tuple[int, str], _Copy] = {}
        self._numbers: dict[int, list[tuple[int, int, str, dict[str, Any]]]] = defaultdict(list)
        self._rows: dict[int, list[_Copy]] = defaultdict(list)
        self._changes: dict[int, list[tuple[_Copy, int]]] = defaultdict(list)
        self.kept: dict[str, int] = defaultdict(int)

    def day(self, batch: Batch, number: int) -> list[audit.Made]:
        """Begin the cases of one day, put the rows that are complete into `batch`; returns the day's changes."""
        begun = [
            (copy, lane)
            for lane, later in self._running(number)
            for copy in self._begin(batch, number, lane, later)
        ]
        for copy, lane in begun:
            for text, taken in copy.case.numbers:
                day = max(number, copy.later + copy.case.day_of(text))
                self._numbers[day].append((taken + copy.milliseconds, lane, text, copy.values))
            self._rows[copy.ready].append(copy)
            for day in copy.case.changes:
                self._changes[copy.later + day].append((copy, day))
        self._give_numbers(batch, number)
        for copy in self._rows.pop(number, ()):
            copy.file(batch)
        return [told for copy, day in self._changes.pop(number, ()) for told in copy.told(day)]

    def _running(self, number: int) -> Iterable[tuple[int, int]]:
        """Yield (lane, days from the pattern to its copy) of the copies that begin cases on a day."""
        for lane in range(floor(self._rate) + 1):
            turn, within = divmod(number - self._offset - lane * WEEK, self._period)
            wanted = floor((turn + 1) * self._rate) - floor(turn * self._rate)
            if lane < max(1, wanted):
                yield lane, number - within

    def _begin(self, batch: Batch, number: int, lane: int, later: int) -> Iterable[_Copy]:
        for case in self._cases.get(number - later, ()):
            if (case.is_shift and lane) or later + case.last >= self._days:
                continue
            shifts = {key: self._shifts.get((later + day, name)) for key, (day, name) in case.shifts.items()}
            if None in shifts.values():
                continue
            copy = _Copy(case, later, later - self._offset, batch)
            copy.belongs_to({key: shift for key, shift in shifts.items() if shift is not None})
            if case.is_shift:
                self._shifts[later + case.first, case.name] = copy
            for key, count in case.kept.items():
                self.kept[key] += count
            yield copy

    def _give_numbers(self, batch: Batch, number: int) -> None:
        """Give the numbers of a day in the order in which they were taken."""
        for _, _, text, values in sorted(self._numbers.pop(number, ()), key=lambda one: one[:3]):
            prefix, day, _ = text.split("-")
            moved = date.fromisoformat(values[f"{day[:4]}-{day[4:6]}-{day[6:]}"])
            given = numbering.format_number(prefix, moved, batch.take(prefix, moved.isoformat()))
            values[text], values[fold(text)] = given, fold(given)


class _Copy:
    """One case once more: `values` say what comes into its places."""

    def __init__(self, case: Case, later: int, shift: int, batch: Batch) -> None:
        self.case, self.later = case, later
        self.milliseconds = shift * DAY_MS
        self.ready = later + case.ready
        move = timedelta(days=shift)
        values: dict[str, Any] = {uid: new_uid() for uid in case.names}
        for row in case.rows:
            key = f"{row.table}:{row.id}"
            values[key] = batch.next_id(row.table)
            values[f"draft {key}"] = f"{values[key]:04d}"
        for found in case.found:
            values[f"search_entry:{found.row.id}"] = batch.next_id("search_entry")
        for day in case.dates:
            values[day] = (date.fromisoformat(day) + move).isoformat()
        self.values = values

    def belongs_to(self, shifts: Mapping[str, _Copy]) -> None:
        """Put in the shifts an entry belongs to; it is filed after them."""
        for key, shift in shifts.items():
            self.values[key] = next(
                shift.values[f"{SHIFT}:{row.id}"] for row in shift.case.rows if row.table == SHIFT
            )
            self.ready = max(self.ready, shift.ready)

    def file(self, batch: Batch) -> None:
        """Put rows and search entries into the batch."""
        for row in self.case.rows:
            batch.rows[row.table].append(row.fill(self.values, self.milliseconds))
        for found in self.case.found:
            batch.rows["search_entry"].append(found.row.fill(self.values, self.milliseconds))
            fresh = [t for kind, text in found.lines for t in grams.tokens({kind: text.fill(self.values)})]
            tokens = " ".join([found.tokens, *fresh])
            batch.grams.append((self.values[f"search_entry:{found.row.id}"], tokens))

    def told(self, day: int) -> Iterable[audit.Made]:
        """Return the changes of one day of the case."""
        values, later = self.values, self.milliseconds
        return [
            audit.Made(
                one.at + later, one.actor_id, one.workstation, one.verb, one.entity,
                one.uid.fill(values), one.no.fill(values), one.payload.fill(values),
            )
            for one in self.case.changes[day]
        ]  # fmt: skip
