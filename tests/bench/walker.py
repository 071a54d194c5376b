"""Walk through the real window by keys, on its own event loop, and listen to how it breathes meanwhile."""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desk_app import app as desk_app
from desk_app.core import accounts, attempts, clock, passwords
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, on_staff
from desk_app.kit import background
from desk_app.shell import survey
from desk_app.shell.controller import Controller
from desk_app.shell.sign_in import SignInDialog
from desk_app.shell.window import MainWindow
from tests.staff import PASSWORD

BEAT_MS = 1
CALM_BEATS = 6
"""So many beats without a job or a late beat between them, and the next thing is done."""

CALM_GAP = 0.03
"""A beat later than this (seconds) is no calm one."""

PATIENCE = 600.0
"""Seconds that one step may take before the walk gives up."""

Do = Callable[[], object]
Steps = Iterator[tuple[str, Do]]


@dataclass
class Heart(QObject):
    """A timer that wants to beat every millisecond on the GUI thread.

    Between two beats the thread was busy with something else - a key, a paint, a slot, a wait for the
    interpreter's lock - and would have let the user wait for as long: that is a stall. It beats in every nested
    loop of a dialog as well. `stalls` has the longest one (seconds) of every step's name.
    """

    stalls: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    worked: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    step: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.quiet = 0
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        gap, worked = now - self._last - BEAT_MS / 1000, busy - self._busy
        self._last, self._busy = now, busy
        self.quiet = self.quiet + 1 if gap < CALM_GAP else 0
        if self.step and gap > self.stalls[self.step]:
            self.stalls[self.step] = gap
        if self.step and worked > self.worked[self.step]:
            self.worked[self.step] = worked


class Walk(QObject):
    """Does one step after the other, each when the window has become calm after the one before.

    `steps` yields (what is being done, how). A step may open a dialog: its key press returns only when
    that closes, and the next steps are done inside.
    """

    def __init__(self, steps: Callable[[Walk], Steps], window: MainWindow, controller: Controller) -> None:
        super().__init__()
        self.window, self.controller = window, controller
        self.heart = Heart()
        self.error: BaseException | None = None
        self._steps = steps(self)
        self._since = time.perf_counter()
        self._later = QTimer(self, singleShot=True, interval=4)
        self._later.timeout.connect(self._tick)
        self._tick_later()

    def _tick_later(self) -> None:
        self._later.start()

    def _tick(self) -> None:
        waited = time.perf_counter() - self._since
        if waited > PATIENCE:
            self._stop(RuntimeError(f"never calm again: {self.heart.step}"))
        elif not self._is_calm():
            self._tick_later()
        else:
            self._go_on()

    def _is_calm(self) -> bool:
        if self.controller.desk is None or background._running or self.heart.quiet < CALM_BEATS:
            return False
        if (
            QGuiApplication.focusWindow() is None
        ):  # offscreen nobody gives the focus back when a dialog closes
            top = QApplication.activeModalWidget() or self.window
            top.activateWindow()
            return False
        return True

    def _go_on(self) -> None:
        try:
            step = next(self._steps, None)
            if step is None:
                self._stop(None)
                return
            self.heart.step, self._since = step[0], time.perf_counter()
            self.heart.quiet = 0
            self._tick_later()  # before the step: it may open a dialog, and go on inside
            step[1]()
        except BaseException as error:
            self._stop(error)

    def _stop(self, error: BaseException | None) -> None:
        self.error = self.error or error
        QApplication.closeAllWindows()
        QApplication.exit()


def key(name: str) -> Do:
    """Press and release one key, as the keyboard would: "Ctrl+S", "Esc", "a"."""
    stroke = QKeySequence(name)[0]

    def press() -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, stroke.key(), stroke.keyboardModifiers())

    return press


def signed_in(walk: Walk) -> Steps:
    """Sign 001 in with a password that is set for the walk, and wait until the window is seen."""
    for _try in range(1_000):
        if isinstance(dialog := on_screen(), SignInDialog):
            break
        yield "", lambda: time.sleep(0.01)
    else:
        raise LookupError(f"no sign-in, but {on_screen()}")
    desk = walk.controller.desk
    assert desk is not None
    with desk.db.write(SYSTEM) as session:
        (staff,) = [one for one in on_staff(session) if one.code == "001"]
        account = accounts.of(session, staff.id)
        assert account is not None
        account.password = passwords.make_hash(PASSWORD)
        attempts.forget(session, attempts.key_of(staff.id))
    walk.controller._purging.done_on = clock.today()  # see night.py
    dialog.name.setText("001")
    dialog.password.setText(PASSWORD)
    yield "", dialog.sign_in
    for _try in range(1_000):
        if on_screen() is not dialog:
            return
        yield "", lambda: time.sleep(0.01)
    raise LookupError("the window stays locked")


def commit(text: str) -> Do:
    """Write a word as an input method does."""

    def write() -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        widget = QApplication.focusWidget()
        assert widget is not None
        QApplication.sendEvent(widget, event)

    return write


def typed(what: str, text: str) -> Steps:
    """Type a text: Latin letter by letter, Chinese character by character."""
    for letter in text:
        yield f"{what}: typing {text!r}", key(letter) if letter.isascii() else commit(letter)


def scanned(code: str) -> Steps:
    """Do as a scanner does: a burst of keys five milliseconds apart by their own time, and Enter."""
    start = round(time.monotonic() * 1000)
    keys = [(QKeySequence(letter)[0].key(), letter) for letter in code] + [(Qt.Key.Key_Return, "\r")]

    def press(number: int, code: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(start + 5 * number)
            window = QGuiApplication.focusWindow()
            assert window is not None
            QApplication.sendEvent(window, event)

    for number, (one, text) in enumerate(keys):
        yield "scanner", lambda number=number, one=one, text=text: press(number, one, text)


def clicked(what: str, name: str) -> Steps:
    """Wait until a button is on the screen, then click it; each step waits until the window is calm."""
    for _try in range(3_000):
        if _button(name) is not None:
            break
        yield "", lambda: None
    if _button(name) is None:
        raise LookupError(f"{what}: no button {name} on the screen")
    yield what, lambda: QTest.mouseClick(_button(name), Qt.MouseButton.LeftButton)


def _button(name: str) -> QPushButton | None:
    top = QApplication.activeModalWidget() or QApplication.activeWindow()
    buttons = top.findChildren(QPushButton, name) if top is not None else []
    return next((button for button in buttons if button.isVisible()), None)


def focus_name() -> str:
    """Return the name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def on_screen() -> QWidget | None:
    """Return the dialog in front, None when the window itself is."""
    return QApplication.activeModalWidget()


def walk(folder: Path, steps: Callable[[Walk], Steps]) -> Walk:
    """Run the program on a data folder as `python -m desk_app run` does, and walk through its window."""
    begun: list[Walk] = []
    really = desk_app.open_window

    def open_window(app: QApplication, paths: Paths) -> tuple[MainWindow, Controller]:
        window, controller = really(app, paths)
        window.setFixedSize(1366, 768)
        begun.append(Walk(steps, window, controller))
        return window, controller

    desk_app.open_window = open_window
    survey.back_up_changes = lambda _desk: None  # after the last step: 8 GB and minutes, each time
    gc.disable()  # as cli.py does until the window is filled
    desk_app.run(Paths(folder))
    sys.excepthook = sys.__excepthook__  # no crash dialog for what went wrong here
    if begun[0].error is not None:
        raise begun[0].error
    return begun[0]
