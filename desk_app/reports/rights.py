"""Who may do what: every verb and right with the roles that have it, as a table for the docs and for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from desk_app.core import exporting, notices
from desk_app.core import rights as core_rights
from desk_app.core.people import ROLE_LABELS, VERBS, Role
from desk_app.core.resources import ROOT
from desk_app.registers import REGISTERS

FILE = ROOT / "docs" / "rights.md"
HEAD = """# Who may do what

Printed by `python -m desk_app rights` from the verbs of the program; a test keeps this file current. The services check
each of them on every call, the window shows nothing else. Beside the post, duties are kept apart by rules that depend
on the record (whoever handles a paper does not approve it, nor does a keeper count their own keys): see the README.

"""


def load() -> None:
    """Import every module that declares a verb."""
    assert core_rights.OF_THE_CORE and exporting and notices
    for room in REGISTERS:
        for file in sorted((Path(__file__).parents[1] / "registers" / room.key).glob("*.py")):
            if "@verb(" in file.read_text("utf-8"):
                import_module(f"desk_app.registers.{room.key}.{file.stem}")


def lines() -> Iterator[str]:
    """Yield the table's lines: a row a verb, a column a role."""
    load()
    yield "| | " + " | ".join(f"{role.value}" for role in Role) + " |"
    yield "|---|" + "---|" * len(Role)
    for name in sorted(VERBS):
        marks = ("●" if role in VERBS[name].roles else "" for role in Role)
        yield f"| {name} | " + " | ".join(marks) + " |"
    yield ""
    yield " · ".join(f"{role.value} {ROLE_LABELS[role]}" for role in Role)


def text() -> str:
    """Return the whole page."""
    return HEAD + "\n".join(lines()) + "\n"
