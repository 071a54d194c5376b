"""Windows that reach for one data folder in the same moment, take over and are killed; desks that lend one key at once.

Demanded: exactly one has the folder, the others are told who; who is asked to leave ends cleanly; what ended otherwise
is noticed by the next one; and a key is lent once.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import random
import select
import signal
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, Any

from desk_app.core import claim, clock, datafile, store
from desk_app.core.claim import Holder
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.registers.key_loans import returning
from desk_app.registers.key_loans import service as key_loans
from tests.faults import lab

ENDS = ("released", "killed", "taken over")
WORKS = 2
"""One holder of so many opens the data and works until its end."""
PATIENCE = 0.6
"""Seconds that a window waits for another to leave."""
_TWICE = "SELECT count(*) FROM (SELECT 1 FROM key_loan_line WHERE is_open = 1 GROUP BY key_uid HAVING count(*) > 1)"


_BEGAN = time.monotonic()


def _now() -> datetime:
    """Return the one time of all processes."""
    return lab.MORNING + timedelta(seconds=time.monotonic() - _BEGAN)


@dataclass
class Outcome:
    """What came of some rounds; `reached` hands that reached for the folder or the key."""

    rounds: int = 0
    reached: int = 0
    refused: int = 0
    ends: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ENDS, 0))
    acknowledged: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


Say = Callable[..., None]


class Process:
    """A process of its own, told what to do by lines, that answers by lines of JSON."""

    def __init__(self, body: Callable[[IO[str], Say], None]) -> None:
        own_in, to_child = os.pipe()
        from_child, own_out = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(to_child)
            os.close(from_child)
            _run(body, own_in, own_out)
        os.close(own_in)
        os.close(own_out)
        self._to, self._from = to_child, os.fdopen(from_child)

    def tell(self, word: str = "") -> None:
        """Send a line."""
        os.write(self._to, f"{word}\n".encode())

    def answer(self) -> dict[str, Any]:
        """Wait for an answer; {} when the process has ended."""
        line = self._from.readline()
        return json.loads(line) if line.endswith("\n") else {}

    def end(self, *, kill: bool = False) -> list[dict[str, Any]]:
        """Wait for its end, or kill it; return what it said before."""
        if kill:
            os.kill(self.pid, signal.SIGKILL)
        os.close(self._to)
        said = [json.loads(line) for line in self._from if line.endswith("\n")]
        self._from.close()
        os.waitpid(self.pid, 0)
        return said


def _run(body: Callable[[IO[str], Say], None], own_in: int, own_out: int) -> None:
    """Do the child's part; never returns."""
    clock.set_source(_now)

    def say(**facts: object) -> None:
        os.write(own_out, (json.dumps(facts) + "\n").encode())

    try:
        body(os.fdopen(own_in), say)
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def _window(place: lab.Lab, works: bool) -> Callable[[IO[str], Say], None]:
    """Return what a window does: it waits, reaches for the folder, works in it until it is told or asked to leave."""

    def body(orders: IO[str], say: Say) -> None:
        over = orders.readline() == "take over\n"
        found = claim.take_over(place.folder, PATIENCE) if over else claim.take(place.folder)
        if isinstance(found, Holder):
            say(got=0.0, told=found.pid)
            return
        say(got=time.monotonic(), before=found.before.pid if found.before else 0)
        found.tell("李敏")
        db = place.open() if works else None
        hands = lab.Hands(place, db) if db else None
        while not select.select([orders], [], [], 0.002)[0] and found.asked_by() is None:
            if hands:
                say(unit=hands.work(1))
        if db:
            db.close()
        say(left=time.monotonic())
        found.release()

    return body


class Rounds:
    """Rounds at one folder: together they reach for it, and whoever has it ends in one of three ways."""

    def __init__(self, place: lab.Lab, seed: int) -> None:
        self.place, self.rng, self.outcome = place, random.Random(seed), Outcome()
        self._unclean = 0
        """The process that was killed last, 0 when the last one ended well."""

    def run(self, count: int) -> Outcome:
        """Go through so many rounds, then look at what was acknowledged."""
        for n in range(count):
            self.once(ENDS[n % len(ENDS)], works=n % WORKS == 0)
        found = lab.inspect(self.place, self.outcome.acknowledged)
        self.outcome.wrong += [str(found)] if found else []
        return self.outcome

    def once(self, end: str, *, works: bool) -> int:
        """Let two to four reach for the folder; return how many got it."""
        held = self._reach(self._windows(self.rng.randint(2, 4), works), "take")
        self.outcome.rounds += 1
        if len(held) != 1:
            self.outcome.wrong.append(f"{len(held)} have the folder")
            for _got, window in held:
                window.end(kill=True)
            return len(held)
        ((got, holder),) = held
        if works:
            self._keep([holder.answer()])
        if end == "killed":
            time.sleep(self.rng.uniform(0, 0.05 if works else 0.005))
            self._unclean = holder.pid
            self._keep(holder.end(kill=True))
        else:
            later = (
                self._reach(self._windows(self.rng.randint(1, 2)), "take over") if end == "taken over" else []
            )
            if end == "taken over" and not later:
                self.outcome.wrong.append("nobody could take over")
            spans = sorted((since, self._leave(window)) for since, window in [(got, holder), *later])
            if any(after[0] < before[1] for before, after in itertools.pairwise(spans)):
                self.outcome.wrong.append("two held it at a time")
        self.outcome.ends[end] += 1
        return 1

    def _windows(self, count: int, works: bool = False) -> list[Process]:
        return [Process(_window(self.place, works)) for _ in range(count)]

    def _reach(self, windows: list[Process], how: str) -> list[tuple[float, Process]]:
        """Let windows reach in one moment; return since when it is held, and by which."""
        for one in windows:
            one.tell(how)
        answers = [one.answer() for one in windows]
        held = [(said["got"], one) for one, said in zip(windows, answers, strict=True) if said["got"]]
        holders = [one.pid for _got, one in held]
        for one, said in zip(windows, answers, strict=True):
            if said["got"]:
                if said["before"] != self._unclean:
                    self.outcome.wrong.append(
                        f"an unclean end of {self._unclean} told as of {said['before']}"
                    )
                continue
            one.end()
            self.outcome.refused += 1
            if said["told"] not in holders:
                self.outcome.wrong.append(f"told that {said['told']} has it instead of {holders}")
        self.outcome.reached += len(windows)
        self._unclean = 0
        return held

    def _leave(self, window: Process) -> float:
        """Let a window leave, if nobody asked it yet; return when it said that it does."""
        with suppress(BrokenPipeError):
            window.tell("leave")
        return self._keep(window.end())

    def _keep(self, said: list[dict[str, Any]]) -> float:
        self.outcome.acknowledged += [one["unit"] for one in said if "unit" in one]
        return next((one["left"] for one in said if "left" in one), math.inf)


def unlocked(place: lab.Lab) -> int:
    """Take the lock out; return how many have the folder at once."""
    lock, claim._lock = claim._lock, lambda _handle: None
    try:
        return Rounds(place, 1).once("released", works=False)
    finally:
        claim._lock = lock


def _desk(place: lab.Lab, name: str) -> Callable[[IO[str], Say], None]:
    """Return what a desk does: at each line it lends the key that the line names."""

    def body(orders: IO[str], say: Say) -> None:
        db = place.open()
        hands = lab.Hands(place, db, name)
        say(ready=True)
        for line in orders:
            if line == "leave\n":
                break
            form = {
                **lab.LOAN,
                "key": line.strip(),
                "due_at": clock.now() + timedelta(hours=2),
                "kz": hands.supervisor,
            }
            try:
                with db.write(hands.actor) as session:
                    loan = key_loans.lend(session, form, place.archive, lambda _form: lab.draw)
                say(loan=loan.uid)
            except RuleError as error:
                say(loan="", why=error.text)
        db.close()

    return body


def lend(place: lab.Lab, count: int, seed: int = 1) -> Outcome:
    """Let two to four desks lend one key in the same moment, so many times; it comes back after each."""
    rng, outcome = random.Random(seed), Outcome()
    desks = [Process(_desk(place, name)) for name in "甲乙丙丁"]
    for one in desks:
        one.answer()
    clock.set_source(_now)
    db = place.open()
    actor = lab.Hands(place, db).actor
    for _ in range(count):
        some, key = rng.sample(desks, rng.randint(2, 4)), f"A-01-{rng.randint(1, 5):02d}"
        for one in some:
            one.tell(key)
        lent = [said["loan"] for said in [one.answer() for one in some] if said["loan"]]
        outcome.rounds, outcome.reached = outcome.rounds + 1, outcome.reached + len(some)
        outcome.refused += len(some) - len(lent)
        outcome.wrong += [] if len(lent) == 1 else [f"{len(lent)} loans of {key}"]
        outcome.wrong += [f"{key} is out twice"] if twice(db) else []
        for uid in lent:
            with db.write(actor) as session:
                returning.give_back(session, uid, by_name="陈春梅", locked=True)
    for one in desks:
        one.tell("leave")
        one.end()
    with db.read() as session:
        ((loans,),) = store.run(session, "SELECT count(*) FROM key_loan")
    outcome.wrong += [] if loans == count else [f"{loans} loans in {count} rounds"]
    db.close()
    return outcome


def twice(db: Database) -> int:
    """Return how many keys are out on two loans."""
    with db.read() as session:
        ((found,),) = store.run(session, _TWICE)
        return int(found)


def lent_twice(place: lab.Lab) -> int:
    """Put a second loan of one key there by hand; return how many the check sees."""
    clock.set_source(_now)
    db = place.open()
    hands = lab.Hands(place, db)
    hands.work(3)
    hands.work(3)
    with closing(datafile.connect(db.file)) as raw:
        raw.execute("DROP INDEX one_loan_a_key")
        raw.execute(
            "UPDATE key_loan_line SET key_uid = (SELECT min(key_uid) FROM key_loan_line), is_open = 1"
        )
    found = twice(db)
    db.close()
    return found
