"""Hear a keyboard-wedge scanner wherever the focus is.

A scanner types a code faster than any person and ends it with Enter or Tab. The filter sits on the window that has
the focus, so only that window's events pass through Python. Keys are let through as they come (typing
never lags); when a burst turns out to be a code, the input it fell into gets its text back.
"""

from __future__ import annotations

import re
from contextlib import suppress
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desk_app.kit.fields import FieldBox
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import LineInput
from desk_app.kit.parse import narrow

PATTERN = r"[A-Z]{2}-\d{8}-\d{3,}"
GAP_SECONDS = 0.035
SHORTEST = 4
Saved = tuple[QWidget, object, object]
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Scanner(QObject):
    """Emits `scanned(code)`; `prefix` and `suffix` are what the scanner is set to add around a code."""

    scanned = Signal(str)

    def __init__(
        self, app: QGuiApplication, pattern: str = PATTERN, prefix: str = "", suffix: str = ""
    ) -> None:
        super().__init__(app)
        self._text = ""
        self._last = 0.0
        self._saved: Saved | None = None
        self._window: QWindow | None = None
        self.set_up(pattern, prefix, suffix)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def set_up(self, pattern: str = PATTERN, prefix: str = "", suffix: str = "") -> None:
        """Take new settings; re.error when `pattern` is no regular expression."""
        self._pattern = re.compile(
            re.escape(prefix) + f"({pattern})" + re.escape(suffix), re.IGNORECASE | re.ASCII
        )

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keys of the focused window; the end of a code is swallowed, everything else passes."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # When the keys were pressed, not when they are handled: looking up suggestions may take longer than a gap.
        pressed = event.timestamp() / 1000
        return self.take(event, pressed or monotonic())

    def take(self, event: QKeyEvent, now: float) -> bool:
        """Follow one key at `now` (monotonic seconds); True when it ended a code and must go no further."""
        late = now - self._last > GAP_SECONDS
        self._last = now
        if event.key() in _ENDS:
            text, self._text = ("" if late else self._text), ""
            return self._finish(text)
        if not event.text() or not event.text().isprintable():
            if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
                self._text = ""
            return False
        if late or not self._text:
            self._text = ""
            self._saved = _remember(QApplication.focusWidget())
        self._text += event.text()
        return False

    def _finish(self, text: str) -> bool:
        found = self._pattern.fullmatch(narrow(text)) if len(text) >= SHORTEST else None
        if not found:
            return False
        _give_back(self._saved)
        self._saved = None
        self.scanned.emit(found.group(1).upper())
        return True

    def _watch(self, window: QWindow | None) -> None:
        if self._window is not None:
            with suppress(RuntimeError):  # its C++ side may have gone with its dialog
                self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)


def _remember(widget: QWidget | None) -> Saved | None:
    """Return the widget with what it and the field around it held before the burst."""
    held = _held(widget) if widget is not None else None
    if widget is None or held is None:
        return None
    box = widget.parentWidget()
    return widget, held, box.raw() if isinstance(box, FieldBox) else None


def _held(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return (
            widget.text(),
            widget.cursorPosition(),
            widget.selectionStart(),
            widget.selectionLength(),
        )
    if isinstance(widget, QPlainTextEdit):
        return widget.document().availableUndoSteps(), widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    return None


def _give_back(saved: Saved | None) -> None:
    """Put the focused input back as it was, the undo history too where Qt allows it."""
    if saved is None:
        return
    widget, held, raw = saved
    if not isValid(widget):
        return
    if isinstance(widget, QLineEdit) and isinstance(held, tuple):
        _give_back_line(widget, *held)
        box = widget.parentWidget()
        if isinstance(box, FieldBox) and box.raw() != raw:
            box.set_raw(raw)  # what had been picked from a list is picked again
    elif isinstance(widget, QPlainTextEdit) and isinstance(held, tuple):
        steps, text = held
        while widget.document().availableUndoSteps() > steps and widget.toPlainText() != text:
            widget.undo()
        if widget.toPlainText() != text:
            widget.setPlainText(text)
    elif isinstance(widget, QComboBox) and isinstance(held, int):
        widget.setCurrentIndex(held)


def _give_back_line(line: QLineEdit, text: str, cursor: int, start: int, length: int) -> None:
    while line.text() != text and line.isUndoAvailable():
        before = line.text()
        line.undo()
        if line.text() == before:
            break
    if line.text() != text:  # one step of undo went further back: write it again, as one more step
        line.selectAll()
        line.insert(text)
    if start >= 0:
        line.setSelection(start, length)
    else:
        line.setCursorPosition(cursor)
    line.textEdited.emit(line.text())
    if isinstance(line, LineInput):
        line.close_list()
