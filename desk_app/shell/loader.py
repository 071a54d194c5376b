"""Open the database away from the first paint: the heavy libraries are imported on a thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from time import sleep
from typing import TYPE_CHECKING

from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database
    from desk_app.shell.reading import Reading

BREATH = 0.01
"""Seconds for the window between two imports."""


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
    """Import what the registers, the first print and the dialogs need, so that the first time is as quick as any."""
    from desk_app.registers import COMMONEST, REGISTERS
    from desk_app.shell.menu import ITEMS

    for room in sorted(REGISTERS, key=lambda room: room.key != COMMONEST):
        _import(f"desk_app.registers.{room.key}.panel")
    for name in (
        "kit.record_dialog",
        "kit.preview",
        "documents.draw",
        "documents.template",
        "documents.pages",
    ):
        _import(f"desk_app.{name}")
    from desk_app.documents import fonts

    fonts.register()
    for item in ITEMS:
        _import(f"desk_app.shell.{item.module}")


def _import(name: str) -> None:
    import_module(name)
    sleep(BREATH)  # the window gets the interpreter in between
