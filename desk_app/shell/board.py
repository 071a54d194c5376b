"""How the day stands, always as new as the last write: tabs, cards, the list of 今日 and the alarm show this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk_app.core.errors import KnownError
from desk_app.kit import background
from desk_app.shell import reading

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk
    from desk_app.shell.reading import Reading


class Board(QObject):
    """Keeps one reading of all registers and has it read again on a thread. Signal: `changed` there is a newer one.

    One reading runs at a time, so none overtakes a newer one; whoever asks meanwhile gets another one after it.
    """

    changed = Signal()

    def __init__(self, desk: Desk, first: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = first
        self._job: background.ThreadJob[Reading | None] | None = None
        self._again = False

    @property
    def reading(self) -> Reading:
        """The newest reading."""
        return self._reading

    @property
    def is_reading(self) -> bool:
        """True until everything that was asked for has been read."""
        return self._job is not None

    def refresh(self) -> None:
        """Have all registers read again, unless neither a write nor a minute has passed."""
        if self._job is not None:
            self._again = True
            return
        database, last = self._desk.db, self._reading
        self._job = background.run(
            lambda _progress: reading.read(database, last), self._on_read, self._on_failed, parent=self
        )

    def _on_read(self, found: Reading | None) -> None:
        self._end()
        if found is not None:
            self._reading = found
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, KnownError):
            self._desk.notice(error.text, "late")

    def _end(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self.refresh()
