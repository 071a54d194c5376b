"""Work at a desk whose wall clock jumps between the units of work, by seconds or years, there and back, into any zone.

Demanded (figures/safety.md §2(h)): order by number, no negative duration, no gap in the numbers of a day, every jump
told, and no error but a sentence.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk_app.core import clock, clock_watch, datafile, store
from desk_app.core.audit import Change
from desk_app.core.database import Database
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.records import Order, orders
from desk_app.registers import REGISTERS
from desk_app.registers.visitors import views
from desk_app.shell import housekeeping
from tests.faults import lab

TOLD = (timedelta(seconds=-10), timedelta(minutes=5))
"""Jumps beyond these are told (figures/safety.md §2(h)); less is what a time server does."""
SPANS = tuple(
    timedelta(**span)
    for span in ({"seconds": 3}, {"seconds": 40}, {"minutes": 4}, {"minutes": 20}, {"hours": 1}, {"hours": 9},
                 {"days": 1}, {"days": 31}, {"days": 366}, {"days": 3653})
)  # fmt: skip
POSSIBLE = (datetime(2026, 12, 31, 15, 59, 58, tzinfo=UTC), datetime(2028, 2, 28, 15, 59, tzinfo=UTC),
            datetime(2001, 1, 1, 0, 0, 1, tzinfo=UTC), datetime(2098, 12, 30, tzinfo=UTC))  # fmt: skip
IMPOSSIBLE = (
    datetime(1970, 1, 1, tzinfo=UTC), datetime(1988, 4, 16, 18, 30, tzinfo=UTC),  # 02:30 in Shanghai: there was none
    datetime(1988, 7, 1, tzinfo=UTC), datetime(1999, 12, 31, 15, 59, tzinfo=UTC), datetime(2099, 12, 31, tzinfo=UTC),
    datetime(2150, 1, 1, tzinfo=UTC),
)  # fmt: skip
ZONES = ("Asia/Shanghai", "America/New_York", "UTC", "Asia/Kathmandu", "Pacific/Kiritimati")
_LINES = "SELECT count(*) FROM key_loan_line l JOIN key_loan o ON o.id = l.loan_id WHERE l.back_at < o.out_at"
_NAMED = {
    "visit": "SELECT name FROM visit ORDER BY id",
    "duty_entry": "SELECT content FROM duty_entry ORDER BY id",
    "release_slip": "SELECT remark FROM release_slip ORDER BY id",
}


@dataclass
class Outcome:
    """What came of some units of work: refused by a sentence, jumps and those told, and all that is wrong."""

    units: int = 0
    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0
    jumps: int = 0
    told: int = 0
    zones: int = 0
    wrong: list[str] = field(default_factory=list)


class Wall:
    """The clock on the wall, which somebody sets, and the seconds since the start of the computer, which nobody does."""

    def __init__(self, rng: random.Random) -> None:
        self._rng, self._passed, self._at = rng, 0.0, lab.MORNING

    def __call__(self) -> datetime:
        return self._at

    def ticks(self) -> float:
        """Return the seconds since the start."""
        return self._passed

    def go(self, seconds: float) -> None:
        """Let time pass."""
        self._passed += seconds
        self._at += timedelta(seconds=seconds)

    def turn(self) -> timedelta:
        """Set the clock; return by how much it jumped."""
        was, rng, right = self._at, self._rng, lab.MORNING + timedelta(seconds=self._passed)
        kind = rng.random()
        if kind < 0.6:
            self._at += rng.choice((-1, 1)) * rng.choice(SPANS)
        elif kind < 0.75:
            self._at = right
        else:
            self._at = rng.choice(POSSIBLE if kind < 0.87 else IMPOSSIBLE)
        if not datetime(1960, 1, 1, tzinfo=UTC) < self._at < datetime(2200, 1, 1, tzinfo=UTC):
            self._at = right
        return self._at - was


@contextmanager
def turning(wall: Wall) -> Iterator[None]:
    """Let the program read this clock, and put its own clock and zone back afterwards."""
    zone, since_boot = os.environ.get("TZ"), clock_watch._since_boot
    clock.set_source(wall)
    clock_watch._since_boot = wall.ticks
    try:
        yield
    finally:
        clock_watch._since_boot = since_boot
        clock.set_source(None)
        set_zone(zone)


def set_zone(name: str | None) -> None:
    """Set the computer's time zone."""
    if name is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = name
    time.tzset()


def work(place: lab.Lab, units: int, seed: int = 1) -> Outcome:
    """Do so many units of work while the clock is turned before two thirds of them."""
    rng, outcome = random.Random(seed), Outcome()
    wall = Wall(rng)
    with turning(wall):
        db = place.open()
        hands, watch = lab.Hands(place, db), clock_watch.ClockWatch()
        for n in range(units):
            wall.go(rng.uniform(1, 900))
            if rng.random() < 0.67:
                _turn(wall, watch, rng, outcome)
            _unit(hands, rng.randrange(lab.KINDS_OF_WORK), outcome)
            if n % 20 == 19:
                _try(outcome, partial(housekeeping.daily, db))
                db.close()
                db = hands.db = place.open()
                _look_behind(db, outcome)
        wall.turn()
        with db.read() as session:
            outcome.wrong += backwards(session) + _order(session) + _figures(session)
        db.close()
    found = lab.inspect(place, outcome.acknowledged)
    outcome.wrong += [str(found)] if found else []
    return outcome


def _turn(wall: Wall, watch: clock_watch.ClockWatch, rng: random.Random, outcome: Outcome) -> None:
    watch.look()
    jump = wall.turn()
    told = watch.look()
    outcome.jumps += 1
    outcome.told += told is not None
    must = jump < TOLD[0] or jump > TOLD[1]
    if must != (told is not None) or (told is not None and not clock_watch.sentence(told)):
        outcome.wrong.append(f"a jump of {jump} told as {told}")
    if rng.random() < 0.2:
        name = rng.choice(ZONES)
        set_zone(name)
        outcome.zones += 1
        if (clock_watch.zone_sentence() == "") != (name == "Asia/Shanghai"):
            outcome.wrong.append(f"zone {name}")


def _unit(hands: lab.Hands, kind: int, outcome: Outcome) -> None:
    before = len(outcome.acknowledged)
    _try(outcome, lambda: outcome.acknowledged.append(hands.work(kind)))
    outcome.units += 1
    outcome.refused += len(outcome.acknowledged) == before


def _try(outcome: Outcome, do: Callable[[], object]) -> None:
    try:
        do()
    except (KnownError, RuleError) as error:
        if not error.text:
            outcome.wrong.append(f"{type(error).__name__} without a sentence")
    except Exception as error:
        outcome.wrong.append(f"{clock.now():%Y-%m-%d} {type(error).__name__}: {error}"[:200])


def _look_behind(db: Database, outcome: Outcome) -> None:
    """Ask as the window's survey does whether the clock stands before the last record."""
    with db.read() as session:
        last = session.scalar(select(func.max(Change.at)))
    if last is not None and (clock_watch.behind(last) is None) != (clock.now() - last > TOLD[0]):
        outcome.wrong.append(f"{clock.now()} stands before {last}, untold")


def backwards(session: Session) -> list[str]:
    """Return the tables with something that ended before it began."""
    queries = {
        name: f"SELECT count(*) FROM {name} WHERE {_first_after(pairs)}"  # noqa: S608 - the program's own tables
        for name, pairs in orders().items()
    }
    return [
        f"{name}: ended before it began" for name, query in {**queries, "key_loan_line": _LINES}.items()
        if store.run(session, query) != [(0,)]
    ]  # fmt: skip


def _first_after(pairs: Order) -> str:
    return " OR ".join(f"{later} < {first}" for first, later in pairs)


def _order(session: Session) -> list[str]:
    """Return the tables whose rows do not stand in the order in which they were made."""
    wrong = []
    for name, query in _NAMED.items():
        counted = [int("".join(filter(str.isdecimal, told))) for (told,) in store.run(session, query)]
        if counted != sorted(counted):
            wrong.append(f"{name}: order")
    listed = list(views.ids(session, "recent", ""))
    return wrong if listed == sorted(listed, reverse=True) else [*wrong, "visitors: order of the list"]


def _figures(session: Session) -> list[str]:
    """Return the figures of a hundred years that are less than nothing."""
    wrong = []
    for room in REGISTERS:
        for kpi in room.register().kpis:
            top, over = kpi.count(session, date(2001, 1, 1), date(2098, 12, 31))
            if top < 0 or (over is not None and over < 0):
                wrong.append(f"{room.key} {kpi.key}: {top} of {over}")
    return wrong


def seen(place: lab.Lab) -> list[str]:
    """Put a record there whose time goes backwards, and take a number away; return what is found wrong."""
    clock.set_source(lab.Ticking())
    db = place.open()
    hands = lab.Hands(place, db)
    told = [hands.work(0) for _ in range(3)]
    with db.read() as session:
        found = backwards(session)
    with closing(datafile.connect(db.file)) as raw:
        raw.execute("DROP TRIGGER order_visit_update")  # the file itself would refuse it
        raw.execute("UPDATE visit SET out_at = in_at - 1000 WHERE name = '甲0'")
        raw.execute("UPDATE visit SET no = replace(no, '-002', '-009') WHERE name = '甲1'")
    with db.read() as session:
        found += backwards(session)
    db.close()
    return found + lab.inspect(place, told).torn
