"""A backup before something is cleared for good, whoever asks for it: no backup, no clearing (figures/safety.md D5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from desk_app.core import backup_plan, units
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.records import new_uid
from desk_app.kit import background
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.shell import survey

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk


def back_up(parent: QWidget, desk: Desk) -> None:
    """Back up what changed since the last backup, on a thread, and wait for it under its progress.

    KnownError when it cannot be made, RuleError when somebody did not wait: whoever clears does nothing then.
    """
    if not backup_plan.changed_since_backup(desk.db.file, desk.paths.backups):
        return
    done: list[object] = []
    failed: list[Exception] = []
    job = background.run(
        lambda _progress: survey.back_up_changes(desk), done.append, failed.append, parent=parent
    )
    over = QApplication.activeModalWidget() or parent
    with units.under(new_uid()):  # what else is saved meanwhile is none of the form that waits
        ProgressDialog(over, translate("Backup", "正在备份"), job).exec()
    if failed and isinstance(failed[0], KnownError):
        raise failed[0]
    if not done:
        raise RuleError(translate("Backup", "备份没有做完,所以没有处理。请再试一次。"))
