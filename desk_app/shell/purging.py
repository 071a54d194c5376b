"""What is due is de-identified by itself: once a day, a while after the start or after the day has turned, beside the desk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.core import clock, log
from desk_app.core.errors import Away, KnownError
from desk_app.core.i18n import translate
from desk_app.kit import background

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk

LOOKS_EVERY = 60_000
"""Milliseconds between two looks whether the day has turned and the desk is quiet: nothing was written since the last."""


class Purging(QObject):
    """Runs the nightly task of core/purge.py on a thread; the first look comes a minute after the start.

    `stalled(key, sentence)` when it cannot be done, with "" once it can be again.
    """

    stalled = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = self._is_disturbed = False
        self._told = ""
        self.done_on: date | None = None
        desk.changed.connect(self._disturb)
        self.timer = QTimer(self, interval=LOOKS_EVERY)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Begin when today's work is not done yet and nobody has just saved something."""
        disturbed, self._is_disturbed = self._is_disturbed, False
        if self._busy or disturbed or self.done_on == clock.today():
            return
        self._busy, day = True, clock.today()
        background.run(
            lambda _progress: clear_due(self._desk),
            on_done=lambda count: self._done(day, count), on_failed=self._failed, parent=self, lasting=True,
        )  # fmt: skip

    def _disturb(self) -> None:
        self._is_disturbed = True

    def _done(self, day: date, count: int) -> None:
        self._busy, self.done_on = False, day
        self._tell("")
        if count:
            text = translate("Retention", "已按保存期限脱敏 {count} 份登记。")
            self._desk.notice(text.format(count=count))
            self._desk.changed.emit()  # lists that are open still show the names

    def _failed(self, error: Exception) -> None:
        self._busy = False  # what was begun goes on at the next look
        if isinstance(error, KnownError) and not isinstance(error, Away):  # that is told by itself
            text = translate("Retention", "到期的登记还没有脱敏:{reason}程序会再试。")
            if self._tell(text.format(reason=error.text)):
                log.failed("the nightly purge", error)

    def _tell(self, text: str) -> bool:
        """Tell what is new; True when it is."""
        is_new, self._told = text != self._told, text
        if is_new:
            self.stalled.emit("purging", text)
        return is_new


def clear_due(desk: Desk) -> int:
    """Do the nightly task, after a backup of what changed (safety.md D5); returns how many records were cleared.

    KnownError, and nothing is cleared, when that cannot be made.
    """
    from desk_app.core import access, backup_age, backup_plan, purge, roster_terms, settings
    from desk_app.core.people import SYSTEM
    from desk_app.registers import kept
    from desk_app.shell import survey

    roster_terms.nightly(desk.db)
    if purge.is_waiting(desk.db, kept()):
        survey.back_up_changes(desk)
    count = purge.nightly(desk.db, desk.archive, kept())
    with desk.read() as session:
        second = backup_plan.second_folder(settings.get(session, backup_plan.SECOND))
    backup_age.end_old_copies(desk.db, [desk.paths.backups, *([second] if second else [])])
    with desk.db.write(SYSTEM) as session:
        access.trim(session)
    return count
