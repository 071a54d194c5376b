"""Open the database away from the first paint: the heavy libraries are imported on a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database


class Loader(QThread):
    """Signals: `opened(Database)` once everything is there, `failed(sentence)` when it cannot be opened."""

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths

    def run(self) -> None:
        """Import and open; every room's declaration is loaded here so that tabs open at once."""
        try:
            self.opened.emit(self._open())
        except KnownError as error:
            self.failed.emit(error.text)

    def _open(self) -> Database:
        from desk_app.core.database import Database
        from desk_app.registers import REGISTERS

        for room in REGISTERS:
            room.register()
        database = Database(self._paths.url())
        from desk_app.shell import housekeeping

        housekeeping.at_start(database)
        return database


def warm_up() -> None:
    """Import what the first print needs, so that it is as quick as the second."""
    from desk_app.documents import draw, fonts, template

    fonts.register()
    assert draw and template
