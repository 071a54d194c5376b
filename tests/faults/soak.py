"""A simulated week of shifts at speed, with backups, checks, purges and the day's turn beside it: no error, nothing grows."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk_app.core import backup, chain, clock, datafile, purge, verify
from desk_app.core.database import Database
from desk_app.registers import kept
from desk_app.shell import housekeeping
from tests.faults import lab

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""08:30 in the building, when the day shift begins."""
DAYS = 7
PAST = timedelta(days=31)
"""So long before it others came: on each day of the week the visitors of one of theirs are due for de-identification."""
PAST_SHARE = 10
"""One of them for so many units of work."""
DAY_HOURS = range(9, 17)
"""Hours of the building in which everything is asked for; in the others the telephone rings."""


@dataclass
class Outcome:
    """What came of the week. Memory in KiB and open files after each day."""

    units: int = 0
    backups: int = 0
    checks: int = 0
    purged: int = 0
    errors: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    handles: list[int] = field(default_factory=list)
    log: int = 0
    slowest: float = 0.0


class Week:
    """The clock of a week: it stands where the desk is, for every thread."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at


LEAK = 8 << 20
"""Bytes that the control keeps every day, and a file with them."""


def soak(work: Path, units: int, *, leaking: bool = False) -> Outcome:
    """Work through the week in so many units of work, day and night; `leaking`: the control, which lets nothing go."""
    kept_back: list[object] = []
    place, week, outcome = lab.build(work / "soak"), Week(), Outcome()
    clock.set_source(week)
    db = place.open()
    hands = lab.Hands(place, db)
    per_day = max(units // DAYS, 1)
    _month_before(hands, week, per_day // PAST_SHARE)
    beside = _Beside(place, db, outcome)
    beside.start()
    for day in range(DAYS):
        for n in range(per_day):
            week.at = MONDAY + timedelta(days=day, seconds=n * 86_400 / per_day)
            _one(hands, outcome, clock.local(week.at).hour, n)
        week.at = MONDAY + timedelta(days=day + 1) - timedelta(seconds=1)
        _try(outcome, lambda: housekeeping.daily(db))
        _try(outcome, lambda: _tidy(db))
        beside.rest()
        if leaking:
            kept_back.append((b"\x01" * LEAK, Path(__file__).open("rb")))  # noqa: SIM115 - that is the leak
        gc.collect()
        outcome.memory.append(_memory())
        outcome.handles.append(_handles())
        beside.go_on()
    beside.stop()
    outcome.log = max((file.stat().st_size for file in place.folder.glob("desk.db-wal")), default=0)
    outcome.errors += datafile.quick_check(db.file)
    with db.read() as session:
        broken = chain.walk(session).broken
        outcome.errors += [str(broken)] if broken else []
    db.close()
    return outcome


def is_flat(came: Outcome, share: float) -> tuple[bool, bool]:
    """Say whether memory (up to a share) and open files stayed what they were; the first four days warm up."""
    return max(came.memory[4:]) <= came.memory[3] * share, came.handles[-1] <= max(came.handles[:4])


def _month_before(hands: lab.Hands, week: Week, per_day: int) -> None:
    for day in range(DAYS):
        week.at = MONDAY - PAST + timedelta(days=day)
        for _ in range(per_day):
            hands.work(0)
    week.at = MONDAY


def _one(hands: lab.Hands, outcome: Outcome, hour: int, n: int) -> None:
    began = time.perf_counter()
    _try(outcome, lambda: hands.work(n % lab.KINDS_OF_WORK if hour in DAY_HOURS else 1))
    outcome.slowest = max(outcome.slowest, time.perf_counter() - began)
    outcome.units += 1


def _try(outcome: Outcome, work: Callable[[], object]) -> None:
    try:
        work()
    except Exception as error:
        outcome.errors.append(f"{type(error).__name__}: {error}"[:300])


def _tidy(db: Database) -> None:
    while db.tidy():
        pass


class _Beside(threading.Thread):
    """What goes on beside the desk without an end: backups, purges, the check of what is new, the check of everything."""

    def __init__(self, place: lab.Lab, db: Database, outcome: Outcome) -> None:
        super().__init__(name="beside", daemon=True)
        self._place, self._db, self._outcome = place, db, outcome
        self._over, self._may, self._rests = threading.Event(), threading.Event(), threading.Event()
        self._may.set()

    def run(self) -> None:
        """Go round until the week is over."""
        while not self._over.is_set():
            if not self._may.is_set():
                self._rests.set()
                self._may.wait()
                self._rests.clear()
            _try(self._outcome, self._round)

    def _round(self) -> None:
        folder = self._place.folder / "backups"
        backup.make(self._db.file, folder, self._place.archive.folder)
        self._outcome.backups += 1
        self._outcome.purged += purge.nightly(self._db, self._place.archive, kept())
        outside = backup.heads_outside(folder, self._db.keys.chain)
        whole = self._outcome.checks % 4 == 3
        report = (
            verify.verify(self._db, self._place.archive, outside=outside)
            if whole
            else verify.verify_new(self._db, self._place.archive, outside)
        )
        self._outcome.checks += 1
        if report.fault:
            raise AssertionError(report.fault)

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self._may.clear()
        self._rests.wait()

    def go_on(self) -> None:
        """Go round again."""
        self._may.set()

    def stop(self) -> None:
        """End after the round that is under way."""
        self._over.set()
        self._may.set()
        self.join()


def _memory() -> int:
    """Return the resident memory of this process, KiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def _handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
