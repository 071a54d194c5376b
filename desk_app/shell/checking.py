"""The record checks itself while the desk works: what is new by the hour, everything by the week (core/checkups.py)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.core import backup, checkups, log, verify
from desk_app.core.errors import Away, KnownError
from desk_app.core.i18n import translate
from desk_app.kit import background
from desk_app.shell.banner import Notice

if TYPE_CHECKING:
    from desk_app.core.heads import Outside
    from desk_app.core.verify import Report
    from desk_app.kit.desk import Desk

ASKS_EVERY = 5 * 60_000
"""Milliseconds between two questions whether a check is due."""


@dataclass(frozen=True)
class Found:
    """What the look over the data at the start found: damage, a tail that was cut off, how many rows are there.

    `is_doubtful` when an earlier check found something wrong that nobody has settled.
    """

    damage: str = ""
    cut: str = ""
    rows: int = 0
    is_doubtful: bool = False


class Checking(QObject):
    """Runs the check that is due on a thread. `alarmed(sentence)` when something is not as it was written.

    `stalled(key, sentence)` when the check cannot be done, with "" once it can be again.
    """

    alarmed = Signal(str)
    stalled = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._told = ""
        self.timer = QTimer(self, interval=ASKS_EVERY)
        self.timer.timeout.connect(self.check)
        self.timer.start()

    def check(self) -> None:
        """Run what is due, if no check is under way."""
        if self._busy:
            return
        self._busy = True
        background.run(
            lambda progress: due_check(self._desk, progress),
            on_done=self._done, on_failed=self._failed, parent=self, lasting=True,
        )  # fmt: skip

    def _done(self, report: Report | None) -> None:
        self._busy = False
        self._tell("")
        if report is not None and report.fault:
            self.alarmed.emit(report.fault)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._stalled(error)

    def _stalled(self, error: Exception) -> None:
        if isinstance(error, KnownError) and not isinstance(error, Away):  # that is told by itself
            text = translate("Heads", "记录没有核对成:{reason}程序会再试。")
            if self._tell(text.format(reason=error.text)):
                log.failed("a check of the record", error)

    def _tell(self, text: str) -> bool:
        """Tell what is new; True when it is."""
        is_new, self._told = text != self._told, text
        if is_new:
            self.stalled.emit("checking", text)
        return is_new


def due_check(desk: Desk, progress: background.Progress) -> Report | None:
    """Run the check that is due and return what it found, None when none is; it stops when the program ends."""
    with desk.read() as session:
        due = checkups.due(session)
    if not due:
        return None
    outside = _outside(desk)
    if due == "part":
        return verify.verify_new(desk.db, desk.archive, outside)
    return verify.verify(desk.db, desk.archive, progress.report, outside)


def reminder(desk: Desk) -> Notice | None:
    """Return what a check found and nobody has settled: told at every sign-in, for who saw it first may say nothing."""
    with desk.read() as session:
        text = checkups.unsettled(session)
    return Notice("late", text) if text else None


def look_over(desk: Desk) -> Found:
    """Check the file and compare its history with the heads outside it; the whole check has its own time."""
    damage = desk.db.check()
    if damage:
        return Found(damage[0])
    cut = verify.verify_outside(desk.db, _outside(desk))
    return Found("", cut, sum(desk.db.file.counts().values()), reminder(desk) is not None)


def _outside(desk: Desk) -> list[Outside]:
    return backup.heads_outside(desk.paths.backups, desk.db.keys.chain)
