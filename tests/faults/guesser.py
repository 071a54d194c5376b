"""Somebody who guesses passwords, PINs and the code on paper at every moment they may, for weeks, on simulated time.

Before most tries the program is closed and opened again, the wall's clock is turned, the computer is started anew, or
the program is killed while it answers. Demanded (figures/safety.md D8): no try ever comes sooner than the growing delay
allows, thirty need an administrator, a hundred are the end, and a name that nobody has gets the same answers. The code
on paper waits as long and has no end: it is the way in when all others are barred.
"""

from __future__ import annotations

import os
import random
import re
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from types import ModuleType

from sqlalchemy import delete

from desk_app.core import accounts, attempts, clock, keys, passwords, people, recovery_code, signing
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, Role
from tests.faults import lab
from tests.staff import PASSWORD, give_password

HOUR, DAY = 3600, 86_400
WRONG, PIN, WRONG_PIN = "这不是她的密码这不是她的密码", "2580", "9999"
KNOWN, UNKNOWN = "001", "没有这人"
DELAYS = (0, 0, 0, 1, 2, 4, 8, 16, 32, 60)
"""Seconds to wait after so many failures in a row; then a quarter of an hour (D8)."""
SOFT, LOCKED, STOPPED, PIN_RESTS, NEVER = 900, 30, 100, 5, 1_000_000
KILLED = "killed"
BARRED, WAIT = re.compile("已锁定|已作废|已停用"), re.compile(r"请等 (\d+) (秒|分钟)")
FAILED = ("姓名", "PIN 不对")
"""What is said of a guess that was tried, before it is said how long to wait."""
Guess = Callable[[Database], object]


def must_wait(failures: int) -> int:
    """Return what D8 lets somebody wait after so many failures in a row: the harness's own reckoning."""
    return DELAYS[failures] if failures < len(DELAYS) else SOFT


def allowed(seconds: float, most: int = LOCKED) -> int:
    """Return how many tries D8 allows within so many seconds, `most` in all."""
    passed, tries = 0, 1
    while (passed := passed + must_wait(tries)) < seconds and tries < most:
        tries += 1
    return tries


@dataclass
class Outcome:
    """What came of weeks of guessing. `asked` guesses of one and of nobody, `at` the moments, in seconds, of those that a
    hash was asked of; `compared` answers about a name and about one that nobody has."""

    asked: int = 0
    at: list[float] = field(default_factory=list)
    killed: int = 0
    compared: int = 0
    got_in: int = 0
    first_hour: int = 0
    first_day: int = 0
    days: int = 0
    wrong: list[str] = field(default_factory=list)

    def refuse(self, what: str, do: Callable[[], object]) -> None:
        """Do what must be refused."""
        try:
            do()
        except RuleError:
            return
        self.wrong.append(what)

    def count_first(self, since: float) -> None:
        """Count the tries of the first hour and the first day."""
        self.first_hour = sum(one < since + HOUR for one in self.at)
        self.first_day = sum(one < since + DAY for one in self.at)

    @property
    def tries(self) -> int:
        """How many guesses were compared with a hash."""
        return len(self.at)

    def within(self, seconds: float) -> int:
        """Return how many tries came in the worst span of so many seconds."""
        return max((sum(begin <= one < begin + seconds for one in self.at) for begin in self.at), default=0)


class Time:
    """True time that only goes on, the computer's seconds since its start, and a wall clock that anybody sets."""

    def __init__(self, rng: random.Random) -> None:
        self.now, self._booted, self._rng, self._wall = 10_000.0, 0.0, rng, timedelta()
        clock.set_source(lambda: lab.MORNING + timedelta(seconds=self.now) + self._wall)
        clock.set_ticks(lambda: self.now - self._booted)

    def turn(self) -> None:
        """Set the wall's clock by days or years."""
        self._wall = timedelta(days=self._rng.choice((-3650, -30, -1, 0, 1, 30, 3650)))

    def restart(self) -> None:
        """Start the computer anew: that takes twenty seconds."""
        self.now += 20
        self._booted = self.now - 5


class Door:
    """A data folder with 李敏, who has a password and a PIN, and an administrator who unlocks.

    A try is a call of `secret`, (module, name), whose last argument is what is compared with.
    """

    def __init__(
        self, place: lab.Lab, rng: random.Random, secret: tuple[ModuleType, str] = (passwords, "fits")
    ) -> None:
        passwords.set_cost(passwords.QUICK)
        keys.COST = keys.Cost(8, 1, 1)
        self._secret = secret
        self.place, self.rng, self.time = place, rng, Time(rng)
        self.outcome = Outcome()
        self.forgets = False
        self._db: Database | None = None
        with self.db.write(SYSTEM) as session:
            staff = {one.code: one.id for one in people.on_staff(session)}
            self.clerk = staff[KNOWN]
            boss = people.add_staff(session, name="周管理", code="900", roles=[Role.XG])
            give_password(session, self.clerk)
            give_password(session, boss.id)
        self.admin = self.sign_in("900").actor
        with self.db.write(self.sign_in(KNOWN).actor) as session:
            accounts.set_pin(session, pin=PIN, again=PIN)

    @property
    def db(self) -> Database:
        """The open database."""
        self._db = self._db or self.place.open()
        return self._db

    def close(self) -> None:
        """Close the program."""
        if self._db is not None:
            self._db.close()
        self._db = None

    def sign_in(self, who: str, password: str = PASSWORD) -> signing.SignedIn:
        """Sign in."""
        return signing.sign_in(self.db, who, password, "desk-1")

    def trouble(self) -> None:
        """Close the program, set the clock, or start the computer anew, before a try."""
        kind = self.rng.random()
        if kind < 0.15:
            self.close()
        if 0.1 < kind < 0.6:
            self.time.turn()
        if 0.55 < kind < 0.62:
            self.close()
            self.time.restart()
        if self.forgets:
            with self.db.aside() as session:
                session.execute(delete(attempts.Attempt))

    def ask(self, guess: Guess, *, kill: bool = False) -> str:
        """Try once, and note whether a hash was asked; return what was said, "" when it was right."""
        self.outcome.asked += 1
        if kill:
            return self._killed(guess)
        real = getattr(*self._secret)

        def counted(*given: object) -> object:
            self.outcome.at += [self.time.now] if given[-1] else []
            return real(*given)

        setattr(*self._secret, counted)  # the program asks through the module
        try:
            guess(self.db)
        except RuleError as error:
            return error.text
        finally:
            setattr(*self._secret, real)
        return ""

    def _killed(self, guess: Guess) -> str:
        """Let a process of its own try, and die in the worst moment: a hash was asked, nothing was said of it."""
        self.close()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:

            def dying(*_given: object) -> None:
                os.write(writing, b".")
                os.kill(os.getpid(), signal.SIGKILL)

            setattr(*self._secret, dying)
            with suppress(RuleError):
                guess(self.place.open())
            os._exit(0)
        os.close(writing)
        died = bool(os.read(reading, 1))
        os.close(reading)
        os.waitpid(child, 0)
        self.outcome.at += [self.time.now] if died else []
        self.outcome.killed += died
        return KILLED


class Guesser:
    """Tries one secret after the other, a second before each moment at which they may, and at it."""

    def __init__(
        self, door: Door, guesses: Sequence[Guess], bar: int, beside: Guess | None = None, stop: int = STOPPED
    ) -> None:
        self._door, self._guesses, self._bar, self._beside, self._stop = door, guesses, bar, beside, stop
        self.failures, self.total, self._last = 0, 0, -float("inf")

    def begin_anew(self) -> None:
        """Go on after an administrator unlocked, or the owner signed in."""
        self.failures = 0

    def go_on(self, days: int, each_day: Callable[[], object]) -> None:
        """Guess once a day for so long, whatever was said."""
        for _ in range(days):
            self._door.time.now += DAY
            each_day()
            self.once()

    def until_refused(self, most: int = 200) -> str:
        """Guess as often and as soon as one may; return the sentence that bars it."""
        for _ in range(most):
            self._door.time.now = max(self._door.time.now, self._last + must_wait(self.failures) - 1)
            self.once()
            self._door.time.now += 1
            said = self.once()
            while wait := seconds_of(said):
                self._door.time.now += wait
                said = self.once()
            if said not in ("", KILLED) and BARRED.search(said):
                return said
        return ""

    def once(self) -> str:
        """Guess now; a name that nobody has is tried in the same moment and must get the same answer."""
        door, rng = self._door, self._door.rng
        door.trouble()
        before, asked = door.outcome.tries, door.time.now
        said = door.ask(rng.choice(self._guesses), kill=rng.random() < 0.07)
        if door.outcome.tries > before:
            self._check(asked)
        if self._beside is not None:
            other = door.ask(self._beside)
            door.outcome.compared += said != KILLED
            if said not in (KILLED, other):
                door.outcome.wrong.append(f"{said} / {other}")
        return said

    def _check(self, now: float) -> None:
        wrong = self._door.outcome.wrong
        if now < self._last + must_wait(self.failures):
            wrong.append(f"try {self.total + 1} came {now - self._last:.0f} s after the last")
        self.failures, self.total, self._last = self.failures + 1, self.total + 1, now
        if self.failures > self._bar or self.total > self._stop:
            wrong.append(f"try {self.failures} of {self.total} in all")


def seconds_of(said: str) -> int:
    """Return how long an answer asks one to wait at least, 0 when it does not."""
    told = WAIT.search(said)
    if told is None or said.startswith(FAILED):
        return 0
    return int(told[1]) if told[2] == "秒" else (int(told[1]) - 1) * 60


def guess_password(place: lab.Lab, seed: int = 1) -> Outcome:
    """Guess until the lock, two weeks on, then every day with an administrator who unlocks, until the stop and four weeks on."""
    door = Door(place, random.Random(seed))
    outcome, began = door.outcome, door.time.now
    guesses = _passwords(door)
    guesser = Guesser(door, guesses, LOCKED, lambda db: signing.sign_in(db, UNKNOWN, WRONG, "desk-1"))
    if "已锁定" not in guesser.until_refused():
        outcome.wrong.append("never locked")
    outcome.count_first(began)
    guesser.go_on(14, lambda: None)
    outcome.refuse("the right password while locked", lambda: door.sign_in(KNOWN))
    _unlock(door)
    _right(door, guesses[0])
    outcome.at.clear()
    began, guesser = door.time.now, Guesser(door, guesses, LOCKED)
    while "已作废" not in guesser.until_refused():
        door.time.now += DAY
        _unlock(door)
        guesser.begin_anew()
        if door.time.now > began + 30 * DAY:
            outcome.wrong.append("never stopped")
            break
    outcome.days = round((door.time.now - began) / DAY)
    guesser.go_on(28, lambda: outcome.refuse("unlocked after the stop", lambda: _unlock(door)))
    outcome.refuse("the right password after the stop", lambda: door.sign_in(KNOWN))
    door.close()
    return outcome


def guess_pin(place: lab.Lab, seed: int = 1) -> Outcome:
    """Guess the PIN of somebody who signs in every morning, until the stop and two weeks on."""
    door = Door(place, random.Random(seed))
    outcome, began = door.outcome, door.time.now
    signing.confirm(door.db, door.clerk, PIN)
    outcome.got_in += 1
    guesses = (
        lambda db: signing.confirm(db, door.clerk, WRONG_PIN),
        lambda db: signing.vouch(db, door.clerk, WRONG_PIN),
    )
    guesser = Guesser(door, guesses, PIN_RESTS)
    while "已作废" not in (said := guesser.until_refused()):
        outcome.first_hour, outcome.first_day = (
            outcome.first_hour or outcome.tries,
            outcome.first_day or outcome.tries,
        )
        outcome.refuse("the right PIN while it rests", lambda: signing.confirm(door.db, door.clerk, PIN))
        door.time.now += DAY
        door.sign_in(KNOWN)
        guesser.begin_anew()
        if not said or door.time.now > began + 60 * DAY:
            outcome.wrong.append("never stopped")
            break
    outcome.days = round((door.time.now - began) / DAY)
    guesser.go_on(14, lambda: door.sign_in(KNOWN))
    outcome.refuse("the right PIN after the stop", lambda: signing.confirm(door.db, door.clerk, PIN))
    door.close()
    return outcome


def guess_code(place: lab.Lab, seed: int = 1) -> Outcome:
    """Guess the code on paper a hundred times; then the right one, too early and in time."""
    door = Door(place, random.Random(seed), (keys, "unlock"))
    outcome, began = door.outcome, door.time.now
    right = recovery_code.new()
    keys.put_code(door.db.path.parent, door.db.keys, right)
    guesser = Guesser(door, _codes(), NEVER, stop=NEVER)
    while outcome.tries < STOPPED and guesser.until_refused(1) == "" and door.time.now < began + 30 * DAY:
        pass
    outcome.count_first(began)
    outcome.days = round((door.time.now - began) / DAY)
    outcome.refuse("the right code too early", lambda: _recover(door.db, right))
    door.time.now += SOFT
    outcome.got_in += bool(_recover(door.db, right))
    door.close()
    return outcome


def guess_forgotten(place: lab.Lab, codes: bool = False) -> Outcome:
    """Guess passwords or codes with the counter forgotten between tries: the harness must see too many of them."""
    door = Door(place, random.Random(1), (keys, "unlock") if codes else (passwords, "fits"))
    door.forgets = True
    Guesser(door, _codes() if codes else _passwords(door), LOCKED).until_refused(15)
    door.close()
    return door.outcome


def _recover(db: Database, code: str, password: str = PASSWORD) -> str:
    return signing.recover(db, code, "900", KNOWN, password, "desk-1")


def _codes() -> tuple[Guess, ...]:
    """Return the ways to guess the code: with somebody who vouches, and with nobody."""
    return (
        lambda db: _recover(db, recovery_code.new()),
        lambda db: _recover(db, recovery_code.new(), WRONG),
    )


def _passwords(door: Door) -> tuple[Guess, ...]:
    """Return the ways to guess a password: at the door by number and name, and while she is signed in."""
    return (
        lambda db: signing.sign_in(db, KNOWN, WRONG, "desk-1"),
        lambda db: signing.sign_in(db, "李敏", WRONG, "desk-2"),
        lambda db: signing.prove(db, door.clerk, WRONG),
        lambda db: signing.vouch(db, door.clerk, WRONG),
    )


def _unlock(door: Door) -> None:
    with door.db.write(door.admin) as session:
        accounts.unlock(session, door.clerk)


def _right(door: Door, guess: Guess) -> None:
    """Be wrong three times, then right: too early it is refused, in time it gets in."""
    for _ in range(3):
        door.ask(guess)
    door.outcome.refuse("the right password too early", lambda: door.sign_in(KNOWN))
    door.time.now += 1
    door.outcome.got_in += door.sign_in(KNOWN).actor.staff_id == door.clerk
