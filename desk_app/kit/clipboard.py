"""Numbers of people leave the clipboard by themselves after some seconds (figures/safety.md D7).

Whatever of this program puts them there: a cell, a revealed value, a field; the selection that X11 pastes with the
middle button as well. Only what still stands there as it was put is taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from desk_app.core import plates, privacy

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_LONGEST = 10_000


class ClipboardGuard(QObject):
    """Watches the clipboard for the life of the window; `seconds()` is how long a number may stay."""

    def __init__(self, seconds: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._revealed: set[str] = set()
        self._held: dict[QClipboard.Mode, str] = {}
        self._timers: dict[QClipboard.Mode, QTimer] = {}
        self._clipboard = QGuiApplication.clipboard()
        for mode in _MODES:
            timer = QTimer(self, singleShot=True)
            timer.timeout.connect(lambda mode=mode: self.forget(mode))
            self._timers[mode] = timer
        self._clipboard.changed.connect(self._on_changed)

    def watch(self, values: Iterable[str]) -> None:
        """Know these values as personal, whatever they look like: they were shown in clear."""
        self._revealed.update(value for value in values if value)

    def forget(self, mode: QClipboard.Mode) -> None:
        """Empty the clipboard if it still holds the number that was put there."""
        held = self._held.pop(mode, "")
        if held and self._clipboard.text(mode) == held:
            self._clipboard.clear(mode)

    def forget_all(self) -> None:
        """Empty it at once: the window closes or is locked."""
        for mode in _MODES:
            self._timers[mode].stop()
            self.forget(mode)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._timers or not self._is_ours(mode):
            return
        text = self._clipboard.text(mode)
        self._timers[mode].stop()
        self._held.pop(mode, None)
        if self._is_personal(text):
            self._held[mode] = text
            self._timers[mode].start(self._seconds() * 1000)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        """Say whether this program put it there; where the system does not tell, it has the keyboard just then."""
        owns = self._clipboard.ownsClipboard() if mode is _MODES[0] else self._clipboard.ownsSelection()
        return owns or QGuiApplication.focusWindow() is not None

    def _is_personal(self, text: str) -> bool:
        if not text or len(text) > _LONGEST:
            return False
        return (
            privacy.free(text) != text
            or plates.kind_of(text) is not None
            or any(value in text for value in self._revealed)
        )
