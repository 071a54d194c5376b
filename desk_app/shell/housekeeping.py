"""What the program does by itself: at start, and when the day turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import holidays
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from desk_app.core.database import Database


def at_start(database: Database) -> None:
    """Let every register do its daily work (slips expire at midnight) in the program's own name."""
    with database.write(SYSTEM) as session:
        holidays.seed(session)
    for room in REGISTERS:
        daily = room.register().daily
        if daily is not None:
            with database.write(SYSTEM) as session:
                daily(session)
