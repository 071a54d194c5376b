"""Open the database away from the first paint: the heavy libraries are imported on a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database


def open_database(paths: Paths) -> Database:
    """Import and open; every room's declaration is loaded here so that tabs open at once.

    Raises KnownError when the database cannot be opened.
    """
    from desk_app.core.database import Database
    from desk_app.registers import REGISTERS

    for room in REGISTERS:
        room.register()
    database = Database(paths.url())
    from desk_app.shell import housekeeping

    housekeeping.at_start(database)
    return database


def warm_up() -> None:
    """Import what the first print needs, so that it is as quick as the second."""
    from desk_app.documents import draw, fonts, template

    fonts.register()
    assert draw and template
