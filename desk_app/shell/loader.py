"""Open the database away from the first paint: the heavy libraries are imported on a thread."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk_app.core.paths import FORMS, Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database
    from desk_app.shell.reading import Reading

REHEARSED = "release_slip"
"""The form that is drawn once after the start: it has what the others have, both codes included."""


def open_database(paths: Paths) -> tuple[Database, Reading]:
    """Import, open and read the day; every room's declaration is loaded here so that tabs open at once.

    Raises KnownError when the database cannot be opened.
    """
    with _for_good():
        from desk_app.core.database import Database
        from desk_app.registers import REGISTERS
        from desk_app.shell import duty, housekeeping, reading, today

        for room in REGISTERS:
            room.register()
        database = Database(paths.url())
        housekeeping.at_start(database)
        first = reading.read(database)
    assert first is not None and duty and today
    return database, first


@contextmanager
def _for_good() -> Iterator[None]:
    """Load without the garbage collector: the classes and tables that are made stay for good."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def warm_up() -> None:
    """Draw a slip that nobody sees, from its form to its picture, so that the first print is as quick as the second."""
    from desk_app.documents import draw, pages, template

    form = template.load(FORMS / REHEARSED / template.FILE)
    with (FORMS / REHEARSED / template.SAMPLE).open("rb") as sample:
        pages.page_image(draw.render(form, json.load(sample)), 0, 96)
