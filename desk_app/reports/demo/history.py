"""Years of finished work before the demo's own days, every register in the proportion of a desk's usual day.

A few weeks are worked through the services in a copy of the new desk, which is thrown away; what came to its end
in them is repeated over all the years (template.py, copies.py). Visits are made one by one (bulk.py), so that
their people differ.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import ceil
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, datafile, settings, store
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.people import Role
from desk_app.registers import REGISTERS
from desk_app.registers.duty_log import paper, sheets
from desk_app.registers.duty_log.records import DutyShift
from desk_app.reports.demo import bulk, template
from desk_app.reports.demo.batch import Batch
from desk_app.reports.demo.copies import Copies
from desk_app.reports.demo.days import Day, Renderer, turn_of_day
from desk_app.reports.demo.tower import Tower

WEEKS, SETTLING, FADING = 4, 2, 60
"""Weeks of the pattern at least, days after them worked as usual so that all daily work ends, days until passes and permits do."""

AT_ONCE = 14
"""Days in one unit of work."""

KEYS = tuple(room for room in REGISTERS if room.key == "keys")
OTHERS = tuple(room for room in REGISTERS if room.key != "visitors")
FADE = tuple(room for room in REGISTERS if room.key in ("entry_passes", "renovation_permits"))


@dataclass(frozen=True)
class Plan:
    """When the history lies, and what a day of the pattern needs."""

    spans: Sequence[bulk.Span]
    archive: Archive
    renderer: Renderer
    seed: int

    @property
    def start(self) -> date:
        """The first day."""
        return self.spans[0][0]

    @property
    def end(self) -> date:
        """The day after the last."""
        return self.spans[-1][0] + timedelta(days=1)

    @property
    def visits(self) -> int:
        """All visits of the history."""
        return sum(count for _, count in self.spans)

    @property
    def rate(self) -> float:
        """How many times the work of a usual day each day has."""
        return self.visits / sum(bulk.usual(day) for day, _ in self.spans)

    @property
    def period(self) -> int:
        """Days after which the pattern comes again: as many weeks as copies run at once, each has its own."""
        return 7 * max(WEEKS, ceil(self.rate))

    @property
    def worked(self) -> int:
        """Days of the pattern that cases begin on."""
        return min(len(self.spans), self.period)

    @property
    def pattern(self) -> int:
        """Days that are worked for the pattern."""
        return min(len(self.spans), self.worked + SETTLING + FADING)


def write(db: Database, tower: Tower, plan: Plan, progress: Callable[[int], None]) -> None:
    """Write the history; `progress` is told the days done, those of the pattern and those it is repeated over."""
    before = plan.start - timedelta(days=1)
    end = clock.day_bounds(before)[1]
    Day(db, tower, f"{plan.seed} keys", before, end, plan.archive, plan.renderer, rooms=KEYS).work()
    cases, origin = _pattern(db, tower, plan, progress)
    copies = Copies(cases, origin, plan.period, plan.start, plan.end, plan.rate)
    with db.write(tower.on_duty(9)) as session:
        batch, config = Batch(template.highest(session)), settings.load(session)
        indexes = store.lay_indexes_aside(session)
    visits = bulk.Visits(tower, random.Random(f"{plan.seed} bulk"), config, plan.visits)
    for first in range(0, len(plan.spans), AT_ONCE):
        with db.write(tower.on_duty(9)) as session:
            for number, (day, count) in enumerate(plan.spans[first : first + AT_ONCE], first):
                told = [*visits.day(batch, day, count), *copies.day(batch, number)]
                audit.append(session, sorted(told, key=lambda one: one.at))
                progress(plan.pattern + number + 1)
            batch.flush(session)
    with db.write(tower.on_duty(9)) as session:
        batch.close(session)
        store.count_versions(session, copies.kept)
        store.build_indexes(session, indexes)
    while db.tidy():  # as every idle minute of those years would have done
        pass
    _last_night(db, tower, plan)


def _last_night(db: Database, tower: Tower, plan: Plan) -> None:
    """Open the log of the night that ends on the demo's first day, which hands it in."""
    clock.set_source(partial(clock.at, plan.spans[-1][0], 23, 59))
    with db.write(tower.on_duty(23)) as session:
        lead = tower.with_role(Role.DB)
        sheets.fill_sheet(session, {"weather": "sunny", "lead": Ref(lead.staff_id, lead.name), "remark": ""})


def _pattern(
    db: Database, tower: Tower, plan: Plan, progress: Callable[[int], None]
) -> tuple[list[template.Case], date]:
    """Work the pattern's days, the last days of the history, in a copy of the desk; returns its cases, its first day."""
    origin = plan.end - timedelta(days=plan.pattern)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / db.path.name
        datafile.copy_database(db.file, copy)
        scratch = Database(store.url_of(copy), keys=db.keys)
        try:
            with scratch.read() as session:
                above = template.highest(session)
            for number in range(plan.pattern):
                _work(scratch, tower, plan, origin, number)
                progress(number + 1)
            with scratch.read() as session:
                return template.read(session, above, origin, plan.worked), origin
        finally:
            scratch.close()


def _work(db: Database, tower: Tower, plan: Plan, origin: date, number: int) -> None:
    day, fading = origin + timedelta(days=number), number >= plan.worked + SETTLING
    clock.set_source(partial(clock.at, day, 0, 6))
    turn_of_day(db)
    end = clock.day_bounds(day)[1] - timedelta(seconds=1)
    Day(
        db, tower, f"{plan.seed} pattern {number}", day, end, plan.archive, plan.renderer,
        is_first=not number, at_rest=fading, rooms=FADE if fading else OTHERS,
    ).work()  # fmt: skip
    clock.set_source(partial(clock.at, day, 23, 59))
    with db.write(tower.on_duty(23)) as session:
        _hand_in(session, plan)


def _hand_in(session: Session, plan: Plan) -> None:
    """Hand in the logs that were forgotten, so that all shifts of the history are closed."""
    late = select(DutyShift).where(DutyShift.state == "open", DutyShift.ends < clock.now())
    for sheet in session.scalars(late).all():
        sheets.hand_in(session, sheet.uid, plan.archive, plan.renderer(paper.FORM))
