"""Desks on one PostgreSQL server: many at once, one killed, the server cut off and started again (safety.md §4, D16).

Demanded: nothing acknowledged is lost, no number is given twice or left out, no key is lent twice, the chain is whole,
and nobody meets an error that is no sentence. Without the lock of whoever writes it must go wrong.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from desk_app.core import clock, server
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.server_database import ServerDatabase
from tests import pg
from tests.faults import claims, lab

AGAIN = 0.05
"""Seconds after which a desk that was refused tries again."""
_TRIES = 400


@dataclass(frozen=True)
class ServerLab(lab.Lab):
    """A lab whose records lie on a server; its folder is one desk's."""

    url: str = ""

    def open(self) -> Database:
        """Open the database as a desk's program does."""
        return ServerDatabase(self.url, self.database)


@dataclass
class Outcome:
    """What came of it: what was acknowledged, how long each unit took, what was refused in a sentence, what is wrong."""

    acknowledged: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def percentile(self, part: int) -> float:
        """Return so many percent's longest time, in milliseconds."""
        return statistics.quantiles(self.seconds, n=100)[part - 1] * 1000


@contextmanager
def places() -> Iterator[Callable[[], ServerLab]]:
    """Run a server; yields what makes a staffed lab there, one at a time."""
    with pg.running() as running:
        site, folder = pg.ServerSite(running), Path(tempfile.mkdtemp(prefix="desk-server-"))
        made = iter(range(1000))

        def place() -> ServerLab:
            site.empty()
            own = folder / str(next(made))
            own.mkdir()
            lab.build(own, ServerLab(own, running.url("site", "desk_1")))
            return ServerLab(own, running.url("site", "desk_1"))

        place.server = running  # type: ignore[attr-defined]
        try:
            yield place
        finally:
            site.close()
            shutil.rmtree(folder, ignore_errors=True)


def _desk(place: ServerLab, name: str, units: int, locked: bool) -> Callable[[IO[str], claims.Say], None]:
    """Return what a desk does: so many units of work; one that the server refused is tried again under its own id."""

    def body(orders: IO[str], say: claims.Say) -> None:
        if not locked:
            server.TAKE_LOCK = "SELECT 1"
        db = place.open()
        hands = lab.Hands(place, db, name)
        say(ready=True)
        orders.readline()
        for n in range(units):
            began, told = time.monotonic(), ""
            try:
                unit = hands.work(n % lab.KINDS_OF_WORK)
            except KnownError as error:
                unit, told = _settle(db, hands.last), error.text
            except Exception as error:
                say(wrong=f"{type(error).__name__}: {error}"[:120])
                continue
            say(unit=unit, took=time.monotonic() - began, told=told)
        db.close()

    return body


def _settle(db: Database, unit: str) -> str:
    """Return the id of a unit that was refused if it is there all the same, as the program finds out by itself."""
    for _ in range(_TRIES):
        try:
            return unit if db.was_committed(unit) else ""
        except KnownError:
            time.sleep(AGAIN)
    raise TimeoutError("the server never came back")


def work(place: ServerLab, desks: int, units: int, *, locked: bool = True) -> Outcome:
    """Let so many desks do so many units each, all at once."""
    outcome = Outcome()
    running = [claims.Process(_desk(place, f"台{n}", units, locked)) for n in range(desks)]
    for one in running:
        one.answer()
    for one in running:
        one.tell()
    for one in running:
        _take(one.end(), outcome)
    _look(place, outcome)
    return outcome


def interrupted(place: ServerLab, machine: pg.Server, rounds: int, seed: int = 1) -> Outcome:
    """Let two desks work; in turns one is killed, or the server is cut off and started again."""
    rng, outcome = random.Random(seed), Outcome()
    for n in range(rounds):
        desks = [claims.Process(_desk(place, f"第{n}轮{name}", 24, True)) for name in "甲乙"]
        for one in desks:
            one.answer()
        for one in desks:
            one.tell()
        time.sleep(rng.uniform(0.02, 0.6))
        if n % 2:
            machine.stop()
            machine.start()
        for number, one in enumerate(desks):
            _take(one.end(kill=number == 0 and not n % 2), outcome)
    _look(place, outcome)
    return outcome


def _take(said: list[dict[str, object]], outcome: Outcome) -> None:
    for one in said:
        if "wrong" in one:
            outcome.wrong.append(str(one["wrong"]))
        elif "unit" in one:
            outcome.refused += bool(one["told"])
            if one["unit"]:
                outcome.acknowledged.append(str(one["unit"]))
                outcome.seconds.append(float(str(one["took"])))


def _look(place: ServerLab, outcome: Outcome) -> None:
    clock.set_source(claims._now)
    found = lab.inspect(place, outcome.acknowledged)
    outcome.wrong += [str(found)] if found else []
    db = place.open()
    outcome.wrong += ["a key is out twice"] if claims.twice(db) else []
    db.close()
