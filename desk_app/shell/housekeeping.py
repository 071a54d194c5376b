"""What the program does by itself: at start, and when the day turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from desk_app.core.database import Database


def at_start(database: Database) -> None:
    """Seed the holiday table, then let every register do its daily work, in the program's own name."""
    from desk_app.core import holidays

    with database.write(SYSTEM) as session:
        holidays.seed(session)
    daily(database)


def daily(database: Database) -> None:
    """Let every register do its daily work: slips expire at midnight; what is too old leaves the access log."""
    from desk_app.core import access

    with database.aside() as session:
        access.trim(session)
    for room in REGISTERS:
        work = room.register().daily
        if work is not None:
            with database.write(SYSTEM) as session:
                work(session)
