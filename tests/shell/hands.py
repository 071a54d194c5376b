"""Hands on the keyboard of the real window, and answers to the dialogs that open on the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desk_app.kit.preview import PreviewDialog
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.shell.window import MainWindow

NAMES = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape}
Step = Callable[[QDialog], object]


class Hands:
    """Presses keys into whatever has the focus; counts them. A Chinese word counts its letters' number twice."""

    def __init__(self) -> None:
        self.presses = 0

    def key(self, *names: str) -> None:
        """Press keys by name: "Enter", "Ctrl+S"; "tab visitors" is the key of a tab."""
        for name in names:
            self.presses += 1
            if name.startswith("tab "):
                name = _tab_key(name.removeprefix("tab "))
            if name in NAMES:
                QTest.keyClick(_window(), NAMES[name])
            else:
                stroke = QKeySequence(name)[0]
                QTest.keyClick(_window(), stroke.key(), stroke.keyboardModifiers())
            settle()

    def type(self, text: str, slowly: bool = False) -> None:
        """Type; Chinese comes from an input method as one commit. `slowly`: as no scanner would."""
        if text.isascii():
            for letter in text:
                self.presses += 1
                QTest.keyClick(_window(), letter)
                if slowly:
                    QTest.qWait(40)
        else:
            self.presses += 2 * len(text)
            commit = QInputMethodEvent()
            commit.setCommitString(text)
            QApplication.sendEvent(focus(), commit)
        QApplication.processEvents()

    def fill(self, *texts: str) -> None:
        """Type each text and go on with Enter; "" only goes on."""
        for text in texts:
            if text:
                self.type(text)
            self.key("Enter")

    def scan(self, code: str) -> None:
        """Do as a scanner does: a burst of keys and Enter."""
        start = round(time.monotonic() * 1000)
        keys = [(QKeySequence(letter)[0].key(), letter) for letter in code] + [(Qt.Key.Key_Return, "\r")]
        for number, (key, text) in enumerate(keys):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
                event.setTimestamp(start + 5 * number)
                QApplication.sendEvent(_window(), event)
        QApplication.processEvents()


def _tab_key(tab: str) -> str:
    """Return the key that opens a tab, wherever it stands in the row."""
    from desk_app.shell.window import TAB_KEYS

    return next(key for key, name in TAB_KEYS if name == tab)


def settle() -> None:
    """Wait until head, counts and 今日 show what was written last: they are read on a thread."""
    waited = time.monotonic()
    QApplication.processEvents()
    while any(isinstance(top, MainWindow) and top.is_reading for top in QApplication.topLevelWidgets()):
        assert time.monotonic() - waited < 10, "the registers are still being read"
        breathe()


def breathe(seconds: float = 0.001) -> None:
    """Let the window work and then the threads: QTest.qWait keeps Python to itself, and they wait for every row they read."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    time.sleep(seconds)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def focus_name() -> str:
    """Return the name of what has the focus; a cell of a table is named by its column."""
    return focus().objectName()


def click(parent: QWidget, name: str) -> None:
    """Press a button by its object name."""
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible() and button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(dialog: QDialog) -> str:
    """Return what a dialog says: title and every label."""
    from PySide6.QtWidgets import QLabel

    words = [dialog.windowTitle(), *(label.text() for label in dialog.findChildren(QLabel))]
    return " | ".join(dict.fromkeys(word for word in words if word))


class _Script(QObject):
    def __init__(self, steps: tuple[Step, ...]) -> None:
        super().__init__()
        self.steps = list(steps)
        self.seen: list[QWidget] = []
        self.error: BaseException | None = None
        self.active = True
        self.last = time.monotonic()

    def poll(self) -> None:
        if not self.active:
            return
        QTimer.singleShot(4, self.poll)
        dialog = QApplication.activeModalWidget()
        if QGuiApplication.focusWindow() is None:  # offscreen nobody gives it back when a dialog closes
            front = dialog or _main_window()
            if front is not None:
                front.activateWindow()  # without waiting: in that loop this would come again, a thousand deep
        if not isinstance(dialog, QDialog) or isinstance(dialog, ProgressDialog):
            return
        if dialog in self.seen:
            if time.monotonic() - self.last > 15:
                self._fail(AssertionError(f"a dialog stays open: {told(dialog)}"))
            return
        if QGuiApplication.focusWindow() is not dialog.windowHandle():
            return
        if isinstance(dialog, PreviewDialog) and dialog.is_drawing:
            return
        self.seen.append(dialog)
        self.last = time.monotonic()
        if not self.steps:
            self._fail(AssertionError(f"a dialog nobody expected: {told(dialog)}"))
            return
        try:
            self.steps.pop(0)(dialog)
        except BaseException as error:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        self.error = self.error or error
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.done(0)


@contextmanager
def dialogs(*steps: Step) -> Iterator[None]:
    """Answer the dialogs that open inside, one step each and in order; every one of them must come."""
    script = _Script(steps)
    script.poll()
    try:
        yield
        waited = time.monotonic()
        while script.steps and script.error is None and time.monotonic() - waited < 10:
            breathe(0.005)
    finally:
        script.active = False
    if QGuiApplication.focusWindow() is None:
        activate(QApplication.activeModalWidget())
    if script.error is not None:
        raise script.error
    assert not script.steps, f"{len(script.steps)} expected dialogs did not open"


def activate(widget: QWidget | None = None) -> None:
    """Do what a window manager does: give the keyboard to the window in front."""
    widget = widget or _main_window()
    if widget is not None:
        widget.activateWindow()
        QTest.qWaitForWindowActive(widget, 1000)


def _main_window() -> QWidget | None:
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return next((one for one in shown if one.objectName() == "main_window"), None)


def _window():
    if QGuiApplication.focusWindow() is None:
        activate(QApplication.activeModalWidget())
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window is active"
    return window
