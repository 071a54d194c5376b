"""Notices that nobody is at the desk any more: keys and mouse of the window in front, looked at every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from desk_app.core import clock, settings
from desk_app.core.locking import Moment, Presence
from desk_app.kit.guard import qt_guard

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.InputMethod,
    }
)  # fmt: skip
"""What reaches a window when somebody is there; of a shortcut only the key let go does."""
EVERY = 5_000


def read() -> Moment:
    """Return what both clocks say."""
    return Moment(clock.ticks(), time.time())


class Idle(QObject):
    """Signal: `expired(why)` the screen must be covered: "idle", "sleep" or "long"."""

    expired = Signal(str)

    def __init__(self, app: QGuiApplication, parent: QObject, read: Callable[[], Moment] = read) -> None:
        super().__init__(parent)
        self.read = read
        self._config = settings.Settings({})
        self._presence: Presence | None = None
        self._window: QWindow | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def begin(self, config: settings.Settings) -> None:
        """Watch over somebody who has just signed in."""
        self._config, self._presence = config, Presence.begun(self.read())
        self._timer.start()

    def set_up(self, config: settings.Settings) -> None:
        """Take changed settings."""
        self._config = config

    def stop(self) -> None:
        """Nobody is signed in."""
        self._presence = None
        self._timer.stop()

    def touch(self) -> None:
        """Note that somebody is there."""
        if self._presence is not None:
            self._presence = self._presence.touch(self.read())

    def look(self) -> None:
        """Look at the clocks."""
        if self._presence is not None:
            self._presence, why = self._presence.look(self.read(), self._config)
            if why:
                self.expired.emit(why)

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; nothing is kept from anybody."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if self._window is not None:
            with suppress(RuntimeError):  # its C++ side may have gone with its dialog
                self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
