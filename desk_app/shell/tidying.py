"""What saves leave for later is done while nobody presses anything: merging the search index, moving the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk_app.kit import background

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk

PAUSE = 2_000
"""Milliseconds from a change until the tidying, and from one piece of it to the next."""


class Tidying(QObject):
    """Tidies up after every change, a little at a time and beside the window; changes do not put it off."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.timer = QTimer(self, interval=PAUSE, singleShot=True)
        self.timer.timeout.connect(self._tidy)
        desk.changed.connect(self._soon)

    def _soon(self) -> None:
        if not self.timer.isActive():
            self.timer.start()

    def _tidy(self) -> None:
        if self._busy:  # the piece before is still under way
            self._soon()
            return
        self._busy = True
        background.run(
            lambda _progress: self._desk.db.tidy(), on_done=self._done, on_failed=self._failed, parent=self
        )

    def _done(self, more: bool) -> None:
        self._busy = False
        if more:
            self._soon()

    def _failed(self, _error: Exception) -> None:
        self._busy = False  # nothing is lost, and the next save tells what is wrong
