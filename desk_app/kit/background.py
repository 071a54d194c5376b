"""Long work beside the window: a pure function on a thread, or a command in its own process; both can be stopped.

Answers come back on the GUI thread. Known failures go to `on_failed`; anything else is a bug and goes to
`sys.excepthook` after `on_failed` was told.
"""

from __future__ import annotations

import gc
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QMetaMethod,
    QObject,
    QProcess,
    QProcessEnvironment,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from desk_app.core.errors import Cancelled, KnownError, RuleError
from desk_app.core.files import unfinished
from desk_app.core.i18n import translate
from desk_app.core.paths import TICKET

T = TypeVar("T")
OnProgress = Callable[[int, int, str], None]
_PERCENT = re.compile(r"(\d{1,3})%\s*(.*)")
_running: set[Job] = set()
SWEEP = 2000
"""Every so many milliseconds of a long work the window's thread collects what is young."""

HANDED = "{handed}"
"""An argument of a command that stands for the file with what it was handed."""


class Progress:
    """What the work is given: say how far it is, and learn that it should stop."""

    def __init__(self, report: Callable[[int, int, str], None], stop: threading.Event) -> None:
        self._report = report
        self._stop = stop

    @property
    def cancelled(self) -> bool:
        """True once the user asked to stop."""
        return self._stop.is_set()

    def tell(self, done: int, total: int, text: str = "") -> None:
        """Say how far it is without being stopped by it; for work that ends at a place of its own."""
        self._report(done, total, text)

    def report(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` is finished; Cancelled when the work should stop."""
        if self.cancelled:
            raise Cancelled
        self._report(done, total, text)


class Job(QObject):
    """One piece of work under way. `progressed(done, total, text)`, then `ended` once, unless its owner is gone."""

    progressed = Signal(int, int, str)
    ended = Signal()

    def cancel(self) -> None:
        """Ask the work to stop."""
        raise NotImplementedError

    def wait(self, seconds: float = 5.0) -> bool:
        """Wait for the end of the work; False when it still runs."""
        raise NotImplementedError


_holding = threading.Lock()
_held: list[bool] = []
"""For each thread that works: whether garbage was collected when it began."""


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Collect no garbage while a thread works: it would be done there, and a widget must not die on a thread."""
    with _holding:
        _held.append(gc.isenabled() or any(_held))
        gc.disable()
    try:
        yield
    finally:
        with _holding:
            again = _held.pop()
            if not _held and again:
                gc.enable()


class ThreadJob(Job, Generic[T]):
    """A function on a thread of its own.

    Qt must not delete it while its thread may still speak through it, so it is the application's child, not its
    owner's: it only hears when that is gone, works on to its next report, and nobody is told. Nor must Python, whose
    last reference may go on the thread, or in the middle of its own slot: what has a parent is deleted by Qt alone.
    """

    _finished = Signal(object, object)

    def __init__(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None] | None,
        on_failed: Callable[[Exception], None] | None,
        owner: QObject | None,
        lasting: bool = False,
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._function, self._on_done, self._on_failed = function, on_done, on_failed
        self._alone = False
        if owner is not None:
            owner.destroyed.connect(self._on_owner_gone)
        self._lasting = lasting
        self._stop = threading.Event()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._sweep = QTimer(self, interval=SWEEP)
        self._sweep.timeout.connect(lambda: gc.collect(1))
        self._thread = threading.Thread(target=self._work, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        if not self._lasting:
            self._sweep.start()
        self._thread.start()

    def cancel(self) -> None:
        """Ask the function to stop at its next report."""
        self._stop.set()

    def wait(self, seconds: float = 5.0) -> bool:
        """Wait for the thread; False when it still runs."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        with _no_collecting():
            self._run()

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._function(Progress(self.progressed.emit, self._stop))
        except Exception as failure:  # noqa: BLE001 - the thread's door: judged on the GUI thread
            error = failure
        with suppress(RuntimeError):  # the application is gone
            self._finished.emit(result, error)

    @Slot()
    def _on_owner_gone(self) -> None:
        self._alone = True
        self._stop.set()
        if self.isSignalConnected(QMetaMethod.fromSignal(self.progressed)):
            self.progressed.disconnect()

    @Slot(object, object)
    def _on_finished(self, result: T, error: Exception | None) -> None:
        _running.discard(self)
        # It may still be on its way out of emit(), through this object: that must not go before it, nor may what the
        # thread holds last, a widget behind a callback, die there.
        self._thread.join()
        try:
            if self._alone:
                return
            self.ended.emit()
            if error is None:
                if self._on_done:
                    self._on_done(result)
            elif not isinstance(error, Cancelled):
                if self._on_failed:
                    self._on_failed(error)
                if not isinstance(error, KnownError | RuleError):
                    sys.excepthook(type(error), error, error.__traceback__)
        finally:
            # What these hold last, the owner it may be, goes here: it tells this object so, which must be whole.
            del self._function, self._on_done, self._on_failed
            self.deleteLater()


class CommandJob(Job):
    """A command in its own process; lines of "NN% words" on its output are progress.

    `handed` lies in a file whose path takes the place of the argument HANDED. `target` is the file that the command
    writes. However the command ends, neither its temporary files nor an unfinished target is left.
    """

    def __init__(
        self,
        args: Sequence[str],
        on_done: Callable[[str], None] | None,
        on_failed: Callable[[Exception], None] | None,
        parent: QObject | None,
        handed: str = "",
        target: Path | None = None,
        ticket: str = "",
    ) -> None:
        from desk_app.core import temporary  # not before the first paint: it brings the network's names along

        super().__init__(parent or QCoreApplication.instance())
        self._on_done, self._on_failed = on_done, on_failed
        self._target = target
        self._folder = temporary.folder()
        file = self._folder / "handed"
        if handed:
            file.write_text(handed, "utf-8")
        self._args = tuple(str(file) if one == HANDED else one for one in args)
        self._lines: list[str] = []
        self._part = ""
        self._errors = ""
        self._cancelled = False
        self._process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONIOENCODING", "utf-8")
        surroundings.insert("PYTHONUNBUFFERED", "1")
        if ticket:
            surroundings.insert(TICKET, ticket)
        for name in ("TMPDIR", "TEMP", "TMP"):
            surroundings.insert(name, str(self._folder))
        self._process.setProcessEnvironment(surroundings)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        self._process.start(self._args[0], list(self._args[1:]))

    def cancel(self) -> None:
        """Stop the process at once."""
        self._cancelled = True
        self._process.kill()

    def wait(self, seconds: float = 5.0) -> bool:
        """Wait for the process; False when it still runs."""
        stopped = QProcess.ProcessState.NotRunning
        return self._process.state() is stopped or self._process.waitForFinished(round(seconds * 1000))

    def _read(self) -> None:
        text = self._part + bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._part = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in lines:
            if found := _PERCENT.fullmatch(line.strip()):
                self.progressed.emit(int(found[1]), 100, found[2])
            else:
                self._lines.append(line)

    def _read_errors(self) -> None:
        self._errors += bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            text = translate("Background", "无法启动 {program}。").format(program=self._args[0])
            self._end(KnownError(text))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._read_errors()
        good = code == 0 and status is QProcess.ExitStatus.NormalExit
        last = next((line for line in reversed(self._errors.splitlines()) if line.strip()), "")
        words = last.strip() or translate("Background", "后台任务失败(代码 {code})。").format(code=code)
        self._end(None if good else KnownError(words))

    def _end(self, error: KnownError | None) -> None:
        if self not in _running:
            return
        _running.discard(self)
        shutil.rmtree(self._folder, ignore_errors=True)
        if self._target is not None:
            with suppress(OSError):
                unfinished(self._target).unlink()
        self.ended.emit()
        if error is None and self._on_done and not self._cancelled:
            self._on_done("\n".join([*self._lines, self._part]).strip("\n"))
        elif error is not None and self._on_failed and not self._cancelled:
            self._on_failed(error)
        self.deleteLater()


def run(
    function: Callable[[Progress], T],
    on_done: Callable[[T], None] | None = None,
    on_failed: Callable[[Exception], None] | None = None,
    on_progress: OnProgress | None = None,
    parent: QObject | None = None,
    *,
    lasting: bool = False,
) -> ThreadJob[T]:
    """Run `function(progress)` on a thread; it opens its own session. Return the job, already started.

    What a `lasting` one makes stays for good: it is not looked through for garbage meanwhile, a tenth of a second
    each time.
    """
    job = ThreadJob(function, on_done, on_failed, parent, lasting)
    if on_progress:
        job.progressed.connect(on_progress)
    job.start()
    return job


def this_program() -> list[str]:
    """Return how to start this program once more, built or from source."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desk_app"]


def run_command(
    args: Sequence[str],
    on_done: Callable[[str], None] | None = None,
    on_failed: Callable[[Exception], None] | None = None,
    on_progress: OnProgress | None = None,
    parent: QObject | None = None,
    *,
    handed: str = "",
    target: Path | None = None,
    ticket: str = "",
) -> CommandJob:
    """Run a command; `on_done` gets its output without progress, `on_failed` its last complaint.

    `ticket` (core/signing.py) lets it act as who is signed in.
    """
    job = CommandJob(args, on_done, on_failed, parent, handed, target, ticket)
    if on_progress:
        job.progressed.connect(on_progress)
    job.start()
    return job


def in_steps(parent: QObject, *steps: Callable[[], object]) -> None:
    """Do what only the GUI thread can do one step at a time; the window answers between any two.

    By a timer of its own: what `singleShot` does at once is a posted event, and those are all done in one turn.
    """
    waiting = list(steps)
    turn = QTimer(parent, singleShot=True, interval=0)

    def step() -> None:
        waiting.pop(0)()
        if waiting:
            turn.start()
        else:
            turn.deleteLater()

    turn.timeout.connect(step)
    if waiting:
        turn.start()


def stop_all(seconds: float = 5.0) -> bool:
    """Cancel everything and wait for it, at the end of the program; False when something does not end."""
    jobs = list(_running)
    for job in jobs:
        job.cancel()
    return all(job.wait(seconds) for job in jobs)
