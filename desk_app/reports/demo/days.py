"""A day at the demo desk: every register plans its work, then all is done minute by minute."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from desk_app.core import clock
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.demo_day import Act, Render
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.registers import REGISTERS, Room
from desk_app.reports.demo import cast
from desk_app.reports.demo.tower import Host, Tower

Renderer = Callable[[str], Callable[[Mapping[str, object]], bytes]]


@dataclass
class Day:
    """One day to be worked: `steps` are (when, order, role, act), done in order of time."""

    db: Database
    tower: Tower
    seed: str
    day: date
    until: datetime
    archive: Archive
    renderer: Renderer
    is_first: bool = False
    is_today: bool = False
    at_rest: bool = False
    rooms: Sequence[Room] = REGISTERS
    steps: list[tuple[datetime, int, str, Act]] = field(default_factory=list)

    def work(self) -> None:
        """Let every register plan, then do the day; what would lie after `until` is not done."""
        for room in self.rooms:
            plan = room.demo()
            if plan is not None:
                plan(RoomDay(self, random.Random(f"{self.seed} {room.key}")))
        self._run()

    def plan(self, moment: datetime, act: Act, role: str) -> None:
        """Put a step on the list."""
        self.steps.append((moment, len(self.steps), role, act))

    def _run(self) -> None:
        for moment, _, role, act in self._in_order():
            clock.set_source(partial(_the, moment))
            with self.db.write(self._actor(moment, role)) as session:
                act(session)

    def _in_order(self) -> Iterator[tuple[datetime, int, str, Act]]:
        """Yield the steps by time; a step done may plan others, for what is past at once."""
        now = clock.day_bounds(self.day)[0]
        while self.steps:
            self.steps.sort(key=lambda step: step[:2], reverse=True)
            moment, order, role, act = self.steps.pop()
            now = max(now, moment)
            if now <= self.until:
                yield now, order, role, act

    def _actor(self, moment: datetime, role: str) -> Actor:
        return self.tower.with_role(role) if role else self.tower.on_duty(clock.local(moment).hour)


class RoomDay:
    """One register's view of a day (core/demo_day.DemoDay)."""

    def __init__(self, work: Day, rng: random.Random) -> None:
        self._work = work
        self.rng = rng
        self.day, self.until, self.archive = work.day, work.until, work.archive
        self.is_first, self.is_today = work.is_first, work.is_today
        self.workday = work.day.weekday() < 5 and not work.at_rest

    @property
    def hosts(self) -> Sequence[Host]:
        """All rooms in use."""
        return self._work.tower.hosts

    @property
    def guests(self) -> Sequence[cast.Guest]:
        """People who come to the building."""
        return self._work.tower.guests

    def plan(self, moment: datetime, act: Act, *, role: str = "") -> None:
        """Do `act(session)` at this moment, in the name of who is on duty then, or of somebody with `role`."""
        self._work.plan(moment, act, role)

    def moment(self, hour: int) -> datetime:
        """Return a random minute of an hour of the day."""
        return clock.at(self.day, hour, self.rng.randrange(60)) + timedelta(seconds=self.rng.randrange(60))

    def staff(self, role: str) -> int:
        """Return the id of a member of staff with this role code."""
        return self._work.tower.with_role(Role(role)).staff_id

    def member(self, role: str) -> Ref:
        """Return the same person as a STAFF field gives it."""
        actor = self._work.tower.with_role(Role(role))
        return Ref(actor.staff_id, actor.name)

    def renderer(self, form: str) -> Render:
        """Return the function that draws a shipped form."""
        return self._work.renderer(form)

    def person(self) -> str:
        """Return an invented name."""
        return cast.person(self.rng)

    def mobile(self) -> str:
        """Return an invented mobile number."""
        return cast.mobile(self.rng)


def _the(moment: datetime) -> datetime:
    return moment


def turn_of_day(db: Database) -> None:
    """Let every register do what the program does by itself at midnight."""
    for room in REGISTERS:
        work = room.register().daily
        if work is not None:
            with db.write(SYSTEM) as session:
                work(session)
