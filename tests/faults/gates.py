"""Every verb of every service before every post and before nobody, against the printed table of rights.

What the services do is asked of their own functions, in units of work of people who signed in, on a real file; only
what stands behind the gate is taken out. What is demanded is read from `resources/docs/rights.md`, not from the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desk_app.core import clock, passwords, people, signing
from desk_app.core.access import Access, Kind
from desk_app.core.database import Database
from desk_app.core.declare import Action
from desk_app.core.errors import Refused, RuleError
from desk_app.core.people import SYSTEM, VERBS, Actor, Role
from desk_app.registers import REGISTERS
from desk_app.registers import rights as screen
from desk_app.reports import rights
from tests.faults import lab
from tests.staff import PASSWORD, give_password

NOBODY = ""
_GATE = people.add_staff.__code__  # type: ignore[attr-defined]
"""What every function behind `@verb` is: the gate."""
ALTERED = 25
"""One cell of so many is altered to see that it is seen."""
Cells = Mapping[tuple[str, str], bool]
"""By verb and post (NOBODY for nobody): whether it passes."""


@dataclass
class Outcome:
    """What came of all cells; `noted` refusals in the access log; `shown` what screens offer, `hidden` of that."""

    passed: int = 0
    refused: int = 0
    noted: int = 0
    shown: int = 0
    hidden: int = 0
    wrong: list[str] = field(default_factory=list)


def printed(text: str) -> dict[tuple[str, str], bool]:
    """Return the cells of the printed table, and a column of refusals for nobody."""
    rows = [
        [part.strip() for part in line.strip().strip("|").split("|")]
        for line in text.partition("\n## ")[0].splitlines() if line.startswith("|")
    ]  # fmt: skip
    posts = rows[0][1:]
    cells = {
        (row[0], post): mark == "●"
        for row in rows[2:] for post, mark in zip(posts, row[1:], strict=True)
    }  # fmt: skip
    return cells | {(row[0], NOBODY): False for row in rows[2:]}


def functions() -> dict[str, list[Callable[..., object]]]:
    """Return the functions of the services behind each verb, gate and all."""
    rights.load()
    found: dict[str, list[Callable[..., object]]] = {name: [] for name in VERBS}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("desk_app."):
            for one in vars(module).values():
                if getattr(one, "__code__", None) is _GATE and one.__module__ == name:
                    found[_cell(one, "name").cell_contents].append(one)
    return found


def _cell(gate: Any, name: str) -> Any:
    return gate.__closure__[gate.__code__.co_freevars.index(name)]


class Reached(Exception):
    """The gate let somebody pass: the unit of work ends here."""


def _reached(*_given: object, **_named: object) -> None:
    raise Reached


def knock(db: Database, actor: Actor | None, name: str, gates: Iterable[Callable[..., object]]) -> bool:
    """Say whether somebody passes all the gates of a verb; ValueError where one lets pass and another does not."""
    answers = set()
    for gate in gates:
        cell = _cell(gate, "function")
        kept, cell.cell_contents = cell.cell_contents, _reached
        try:
            answers.add(_passes(db, actor, gate))
        finally:
            cell.cell_contents = kept
    if not gates:  # a right to read: what guards it asks `require`
        answers.add(_passes(db, actor, lambda session: _require(session, name)))
    (answer,) = answers
    return answer


def _require(session: Any, name: str) -> None:
    people.require(people.actor_of(session), name)
    raise Reached


def _passes(db: Database, actor: Actor | None, gate: Callable[..., object]) -> bool:
    try:
        with db.write(actor) as session:
            gate(session)
    except Reached:
        return True
    except Refused:
        return False
    except RuleError:
        if actor is not None:
            raise
        return False
    raise AssertionError("the gate's work was not reached, and nobody was refused")


class House:
    """A data folder with one of each post, all signed in."""

    def __init__(self, folder: Path) -> None:
        passwords.set_cost(passwords.QUICK)
        self.db = lab.build(folder).open()
        clock.set_source(lab.Ticking())
        with self.db.write(SYSTEM) as session:
            for n, role in enumerate(Role):
                staff = people.add_staff(session, name=f"岗位{n}", code=f"P{n:02d}", roles=[role])
                give_password(session, staff.id)
        self.actors: dict[str, Actor | None] = {
            role.value: signing.sign_in(self.db, f"P{n:02d}", PASSWORD, "desk-1").actor
            for n, role in enumerate(Role)
        }
        self.actors[NOBODY] = None

    def cells(self) -> dict[tuple[str, str], bool]:
        """Return what the gates do, cell by cell."""
        gates = functions()
        return {
            (name, post): knock(self.db, actor, name, gates[name])
            for name in VERBS for post, actor in self.actors.items()
        }  # fmt: skip

    def refusals_noted(self) -> int:
        """Return how many refusals stand in the access log."""
        with self.db.read() as session:
            return session.scalar(select(func.count()).where(Access.kind == Kind.REFUSED)) or 0


def differences(cells: Cells, demanded: Cells) -> list[str]:
    """Return the cells in which two tables differ, missing ones too."""
    return [
        f"{name} × {post or 'nobody'}: {cells.get((name, post))}, printed {demanded.get((name, post))}"
        for name, post in sorted(cells.keys() | demanded.keys())
        if cells.get((name, post)) is not demanded.get((name, post))
    ]


def declared() -> list[tuple[str, Action]]:
    """Return every action that a register's screen offers, with its register."""
    found = []
    for room in REGISTERS:
        register = room.register()
        panel = import_module(f"desk_app.registers.{room.key}.panel")
        shown = [
            *register.actions,
            *register.menu,
            *(v for v in vars(panel).values() if isinstance(v, Action)),
        ]
        found += [(register.key, action) for action in shown]
    return found


def offers(actors: Mapping[str, Actor | None]) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Yield for every post and all that its screens could offer: what, the post, the verbs behind it, whether it is hidden."""
    from desk_app.shell.menu import ITEMS, is_shown

    for post, actor in actors.items():
        if actor is None:
            continue
        for register, action in declared():
            verbs = screen.verbs_of(register, action.key)
            yield f"{register}: {action.key}", post, verbs, screen.is_refused(actor, register, action.key)
        for item in ITEMS:
            yield f"menu: {item.module}", post, item.verbs, not is_shown(item, actor)


def disagreements(screens: Iterable[tuple[str, str, tuple[str, ...], bool]], cells: Cells) -> list[str]:
    """Return what is hidden and would pass, or shown and would be refused."""
    return [
        f"{what} × {post}: {'hidden' if hidden else 'shown'}"
        for what, post, verbs, hidden in screens
        if hidden is not (bool(verbs) and not any(cells.get((name, post)) for name in verbs))
    ]


def matrix(house: House) -> tuple[Outcome, Cells]:
    """Knock at every gate as everybody, and look at every screen."""
    outcome, cells = Outcome(), house.cells()
    outcome.passed, outcome.refused = sum(cells.values()), sum(not one for one in cells.values())
    outcome.noted = house.refusals_noted()
    screens = list(offers(house.actors))
    outcome.shown, outcome.hidden = len(screens), sum(hidden for *_, hidden in screens)
    outcome.wrong = differences(cells, printed(rights.FILE.read_text("utf-8"))) + disagreements(
        screens, cells
    )
    return outcome, cells


def unseen(house: House, cells: Cells) -> tuple[int, list[str]]:
    """Alter single cells of the table, a gate of a service and what a screen hides; return how many, and what was not seen."""
    missed, screens, some = [], list(offers(house.actors)), list(cells)[::ALTERED]
    for cell in some:
        if len(differences(cells, {**cells, cell: not cells[cell]})) != 1:
            missed.append(f"table: {cell}")
    (gate,) = functions()["settings.change"]
    roles = _cell(gate, "roles")
    kept, roles.cell_contents = roles.cell_contents, (*roles.cell_contents, Role.MG)
    if not knock(house.db, house.actors["MG"], "settings.change", [gate]):
        missed.append("a post too many at a gate")
    roles.cell_contents = kept
    if not disagreements(screens, {**cells, ("visitors.void", "QT"): not cells["visitors.void", "QT"]}):
        missed.append("a screen that shows what is refused")
    return len(some) + 2, missed
