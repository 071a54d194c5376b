"""A counter at which keys are lent in tests: a cabinet, people who may agree, the shortest way to each state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from sqlalchemy.orm import Session

from desk_app.core import clock, people
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.registers.key_loans import returning, service
from desk_app.registers.key_loans.records import KeyLoan
from desk_app.registers.keys import service as keys
from tests.conftest import Crew, Town
from tests.registers.papers import renderer

SATURDAY = date(2026, 11, 21)
CABINET = (
    # code, kind, room of the town (or a place), pieces
    ("A-01-01", "owner_retained", "let", 2),
    ("A-01-02", "custody", "let", 1),
    ("A-01-03", "vacant", "own", 3),
    ("A-01-04", "owner_retained", "own", 1),
    ("A-02-01", "plant", "B1 配电房", 2),
    ("A-02-02", "fire", "1F 消火栓箱", 1),
    ("A-02-03", "common", "天台门", 1),
    ("B-01-01", "card", "货梯卡", 1),
)


@dataclass
class KeyDesk:
    """The desk with its database, its people and its cabinet; `hour` sets the clock on SATURDAY."""

    db: Database
    crew: Crew
    town: Town
    archive: Archive
    set_clock: Callable[[datetime], None]
    engineer: Actor = field(init=False)
    guard: Actor = field(init=False)

    def furnish(self) -> None:
        """Put the chief engineer, the security lead and the keys where they belong."""
        with self.db.write(SYSTEM) as session:
            staff = [
                people.add_staff(session, name=name, code=code, roles=[role])
                for name, code, role in (("郑工", "030", Role.GC), ("邱队", "040", Role.AB))
            ]
            self.engineer, self.guard = (people.as_actor(one, "desk-1") for one in staff)
        with self.unit() as session:
            for code, kind, room, pieces in CABINET:
                place = Ref(getattr(self.town, room, None), {"let": "15-08", "own": "15-09"}.get(room, room))
                keys.add(
                    session,
                    {
                        "code": code, "kind": kind, "place": place, "pieces": pieces, "source": "developer",
                        "keeper": Ref(self.crew.qt.staff_id, "李敏"),
                    },
                    {"consent_by": "旧账"},
                )  # fmt: skip

    def at(self, hour: int, minute: int = 0, day: date = SATURDAY) -> datetime:
        moment = clock.at(day, hour, minute)
        self.set_clock(moment)
        return moment

    @contextmanager
    def unit(self, actor: Actor | None = None) -> Iterator[Session]:
        with self.db.write(actor or self.crew.qt) as session:
            yield session

    def form(self, *codes: str, **changes: object) -> dict[str, object]:
        """Return a complete form: a cleaner borrows the roof's key, the supervisor agreed by telephone."""
        wanted: dict[str, object] = {
            "kind": "loan", "standing": "cleaning", "borrower": "陈春梅", "phone": "13900002222", "org": "洁佳保洁",
            "id_kind": "work_card", "purpose": "patrol", "due_at": clock.at(SATURDAY, 17, 30),
            "key": codes[0] if codes else "A-02-03", "pieces": None,
            "keys": [{"code": code, "pieces": None} for code in codes[1:]],
            "kz": self.ref(self.crew.supervisor), "kz_how": "phone",
        }  # fmt: skip
        if "keys" in changes:
            wanted["key"] = ""
        return wanted | changes

    def ref(self, actor: Actor) -> Ref:
        return Ref(actor.staff_id, actor.name)

    def lend(
        self, *codes: str, actor: Actor | None = None, why: Mapping[str, str] | None = None, **changes: object
    ) -> KeyLoan:
        with self.unit(actor) as session:
            return service.lend(session, self.form(*codes, **changes), self.archive, renderer, why)

    def errors(self, *codes: str, **changes: object) -> dict[str, str]:
        """Return what a form is refused with, by field."""
        with pytest.raises(RuleError) as caught:
            self.lend(*codes, **changes)
        error = caught.value
        found = error.errors if isinstance(error, FieldErrors) else (error,)
        return {one.field: one.text for one in found}

    def give_back(self, loan: KeyLoan, **given: object) -> KeyLoan:
        wanted: dict[str, object] = {"by_name": loan.borrower, "locked": True}
        with self.unit() as session:
            return returning.give_back(session, loan.uid, **(wanted | given))  # type: ignore[arg-type]

    def key(self, code: str) -> tuple[str, int, str]:
        """Return (state, pieces out, holder) of a key."""
        with self.db.read() as session:
            key = keys.by_code(session, code)
            assert key is not None
            return key.state, key.out_pieces, key.holder_name

    def loan(self, uid: str) -> KeyLoan:
        with self.db.read() as session:
            loan = service.find(session, uid)
            for line in loan.lines:
                _ = (line.returns, line.losses)
            _ = loan.calls
            return loan


def opened(
    db: Database, crew: Crew, town: Town, archive: Archive, set_clock: Callable[[datetime], None]
) -> KeyDesk:
    """Return the counter, furnished, on a Saturday at ten."""
    one = KeyDesk(db, crew, town, archive, set_clock)
    one.at(10)
    one.furnish()
    return one
