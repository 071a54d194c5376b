"""Who may do what: every verb and right with the roles that have it, as a table for the docs and for people to read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from desk_app.core import duties, exporting, notices, roster_terms
from desk_app.core import rights as core_rights
from desk_app.core.people import ROLE_LABELS, VERBS, Role
from desk_app.core.resources import ROOT
from desk_app.registers import REGISTERS

FILE = ROOT / "docs" / "rights.md"
HEAD = """# Who may do what

Printed by `python -m desk_app rights` from the verbs of the program; a test keeps this file current. The services check
each of them on every call, the window shows nothing else. Beside the post, duties are kept apart by what the record says
about who did the first: the second table.

"""


def load() -> None:
    """Import every module that declares a verb."""
    assert core_rights.OF_THE_CORE and exporting and notices and roster_terms
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


PAIRS_HEAD = """
## Duties apart

Printed from `core/duties.py`. Whoever did the first may not do the second on the same record, unless the setting is off.
A refund is asked for by the desk or the cashier and approved by KZ or JL (deductions, lost receipts and renovations by JL
alone), who is named in it and confirms in person: never whoever took the money, pays it out or handles it. Its voiding is
reviewed by KZ or JL who neither approved, paid nor handled it; what went back on paper is entered by who would have approved it.

| First | Second | The record keeps who in | Checked by | Setting (default) | Clause |
|---|---|---|---|---|---|
"""


def pair_lines() -> Iterator[str]:
    """Yield a row for each two duties that are kept apart."""
    for pair in duties.PAIRS:
        on = "on" if pair.setting.default else "off"
        held, verbs = (", ".join(f"`{one}`" for one in some) for some in (pair.held, pair.verbs))
        setting = f"{pair.setting.label} ({on})"
        yield f"| {pair.first} | {pair.second} | {held} | {verbs} | {setting} | {pair.clause} |"


def text() -> str:
    """Return the whole page."""
    return HEAD + "\n".join(lines()) + "\n" + PAIRS_HEAD + "\n".join(pair_lines()) + "\n"
