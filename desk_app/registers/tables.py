"""All tables of the program, imported: the rooms' records are found by the list of rooms."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from desk_app.registers import REGISTERS

CORE = (
    "access", "access_review", "accounts", "approvals", "attachments", "attempts", "audit", "badges", "checkups", "database",
    "deposits", "doomed", "drafts", "enclosures", "exporting", "holds", "holidays", "links", "numbering", "people", "premises", "purge",
    "renovations", "search", "settings",
)  # fmt: skip


def import_all() -> None:
    """Import every module that declares a table."""
    for name in CORE:
        import_module(f"desk_app.core.{name}")
    import_module("desk_app.registers.visitors.restricted")
    for room in REGISTERS:
        name = f"desk_app.registers.{room.key}.records"
        if find_spec(name):  # a register that shows another room's tables has none of its own
            import_module(name)
