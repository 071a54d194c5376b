"""Open the database away from the first paint: the heavy libraries are imported on a thread."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from desk_app.core.paths import FORMS, Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database
    from desk_app.shell.reading import Reading

REHEARSED = "release_slip"
"""The form that is drawn once after the start: it has what the others have, both codes included."""
BREATH = 0.01
"""Seconds for the window between two imports."""


def open_database(
    paths: Paths, tell: Callable[[str], object], copy: Path | None = None
) -> tuple[Database, Reading]:
    """Import, open and read the day; every room's declaration is loaded here so that tabs open at once.

    `tell(sentence)` is called when it will take long. `copy`: look at this copy instead, nothing is
    kept. Raises KnownError when the database cannot be opened.
    """
    with _for_good():
        from desk_app.core import opening, sealing, store, temporary
        from desk_app.core.database import Database
        from desk_app.registers import REGISTERS
        from desk_app.shell import lock, reading, today

        for room in REGISTERS:
            room.register()
        if copy is None:
            temporary.clear(paths, paths.file())
            database = opening.open_database(paths, tell)
        else:
            database = Database(store.url_of(copy), tell, read_only=True)
        sealing.seal_copies((database.path.parent, paths.backups), database.keys)
        first = reading.read(database)
        _read_ahead(database)
    assert first is not None and lock and today
    return database, first


def _read_ahead(database: Database) -> None:
    """Read what the sign-in is going to ask for: damage is met here, where the ways back are offered."""
    from desk_app.core import accounts, badges, signing

    with database.read() as session:
        accounts.any_administrator(session)
        signing.known(session)
        badges.stock(session)


@contextmanager
def _for_good() -> Iterator[None]:
    """Load without the garbage collector: the classes and tables that are made stay for good.

    It never looks at them again either: going through all of them takes a tenth of a second each time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


def warm_up() -> None:
    """Load what the registers and the dialogs need, then draw a slip that nobody sees, from its form to its picture.

    The first opening and the first print are then as quick as the second.
    """
    from desk_app.core import pinyin
    from desk_app.registers import COMMONEST, REGISTERS
    from desk_app.shell.menu import ITEMS

    rooms = sorted(REGISTERS, key=lambda room: room.key != COMMONEST)
    with _for_good():
        pinyin.beginnings()
        for name in (
            "registers.rights",
            *(f"registers.{room.key}.panel" for room in rooms),
            *("kit.record_dialog", "kit.preview", "documents.draw", "documents.template", "documents.pages"),
            *("documents.marks", "shell.muster"),
            *(f"shell.{item.module}" for item in ITEMS),
        ):
            import_module(f"desk_app.{name}")
            sleep(BREATH)  # the window gets the interpreter in between
    _rehearse()


def _rehearse() -> None:
    from desk_app.documents import draw, pages, template

    form = template.load(FORMS / REHEARSED / template.FILE)
    with (FORMS / REHEARSED / template.SAMPLE).open("rb") as sample:
        pages.page_image(draw.render(form, json.load(sample)), 0, 96)
