"""What every bar is made of: two ways to do one thing, done in turns, and the median of their ratios.

Milliseconds swing by half from run to run on one machine; the ratio of two things done in turns does not.
So a bar names its baseline, both run in the same process and minute, and a missed bar is measured once more.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROUNDS = 7
"""Rounds of a timing bar, at least (speed.md §8)."""

SMALL_FACTOR = 3.0
"""The small form only fails when a goal is missed by this much: shared machines are noisy."""

Do = Callable[[], object]


@dataclass(frozen=True)
class Reading:
    """What one bar came to: `value` is compared with the goal; `told` says what lies behind it, in words."""

    value: float
    told: str = ""


class NotMeasured(Exception):
    """What a bar needs is not here; the text says what. That is neither reached nor missed, and is told."""


@dataclass(frozen=True)
class Bar:
    """One line of the table.

    `key` is the bar's name in speed.md §8 (S1 … M1) or in the issue, `what` is measured against `baseline`;
    the value may be at most `goal` (at least, with `at_least`); `unit` is "×" for a ratio, else what is counted.
    """

    key: str
    what: str
    baseline: str
    goal: float
    measure: Callable[[Site], Reading]
    unit: str = "×"
    at_least: bool = False

    def met(self, value: float, factor: float = 1.0) -> bool:
        """Tell whether a value reaches the goal, made easier by `factor`."""
        return value >= self.goal / factor if self.at_least else value <= self.goal * factor


@dataclass
class Site:
    """Where the bars find their data: one data folder a size, made once and kept.

    `sizes` are numbers of visits, ascending (100,000 and 1,000,000; the small form has smaller ones).
    Bars may add to a folder's database, as a desk would, and never take away.
    """

    home: Path
    sizes: tuple[int, ...]
    small: bool = False
    rounds: int = ROUNDS
    made: dict[int, Path] = field(default_factory=dict)

    @property
    def largest(self) -> Path:
        """The data folder with the most visits."""
        return self.folder(self.sizes[-1])

    def folder(self, visits: int) -> Path:
        """Return the data folder with this many visits and every other register in proportion."""
        if visits not in self.made:
            self.made[visits] = _at_any_hour(_make(self.home / f"{visits}", visits))
        return self.made[visits]


def ratio(ours: Do, baseline: Do, rounds: int = ROUNDS) -> Reading:
    """Do both in turns, the order reversed every other round; return the median of the rounds' ratios."""
    ours(), baseline()
    pairs = []
    for number in range(rounds):
        order = (ours, baseline) if number % 2 else (baseline, ours)
        gc.collect()
        times = {do: timed(do) for do in order}
        pairs.append((times[ours], times[baseline]))
    return of_pairs(pairs)


def of_pairs(pairs: Sequence[tuple[float, float]]) -> Reading:
    """Return the median ratio of (ours, baseline) pairs of seconds, with both medians in words."""
    mine = statistics.median(one for one, _ in pairs)
    theirs = statistics.median(other for _, other in pairs)
    value = statistics.median(one / other for one, other in pairs)
    return Reading(value, f"{shown(mine)} / {shown(theirs)}")


def timed(do: Do) -> float:
    """Return the seconds that `do` takes; garbage is not collected meanwhile."""
    gc.disable()
    try:
        start = time.perf_counter()
        do()
        return time.perf_counter() - start
    finally:
        gc.enable()


def percentile(times: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0 … 1) of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def shown(seconds: float) -> str:
    """Return seconds as people read them."""
    return (
        f"{seconds * 1000:.2f} ms"
        if seconds < 0.1
        else f"{seconds * 1000:.0f} ms"
        if seconds < 10
        else f"{seconds:.1f} s"
    )


def all_days() -> str:
    """Return the view that lists all visits there are: what the window shows of them without a reason ends after days."""
    from desk_app.core import past

    return past.view_of(date(2000, 1, 1), date(2100, 1, 1))


def child(code: str, *arguments: str) -> str:
    """Run Python code in a fresh process with this interpreter; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"exit code {done.returncode}")
    return done.stdout


def _make(folder: Path, visits: int) -> Path:
    """Make the data once; a folder is only taken as made when its last step was done."""
    finished = folder / "made"
    if not finished.exists():
        command = [
            sys.executable,
            "-m",
            "desk_app",
            "demo",
            "--days",
            "7",
            "--seed",
            "1",
            "--visits",
            str(visits),
        ]
        subprocess.run([*command, "--data-dir", str(folder)], check=True)
        finished.touch()
    return folder


def _at_any_hour(folder: Path) -> Path:
    """Let the visitors of the bars come at night too: then an ID would have to be seen (domain.md F04).

    And let no copy be due for four hours: what a bar measures shall not depend on when it was started.
    """
    from desk_app.core import backup_plan, settings
    from desk_app.core.database import Database
    from desk_app.core.people import SYSTEM
    from desk_app.registers.visitors import rules

    db = Database(f"sqlite:///{folder / 'desk.db'}")
    with db.write(SYSTEM) as session:
        if settings.get(session, rules.ID_OFF_HOURS):
            settings.change(session, rules.ID_OFF_HOURS, False)
            settings.change(session, backup_plan.EVERY, 240)
    db.close()
    return folder
