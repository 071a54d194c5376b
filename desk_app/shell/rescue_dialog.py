"""The database cannot be used as it is: the last good backup, salvage, or only looking; and a window for the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk_app.core import backup, clock, rescue
from desk_app.core.backup import Backup
from desk_app.core.database import SCHEMA
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.kit import background, fit
from desk_app.kit.dialogs import Dialog
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.core.paths import Paths

T = TypeVar("T")


class RescueDialog(Dialog):
    """Stays until the data can be opened or the user leaves. `chosen` is what `ask` returns.

    While the desk is open (`is_open`) there is nothing to look at that is not on the screen, and closing leaves it open.
    """

    def __init__(self, parent: QWidget, paths: Paths, why: str, *, is_open: bool = False) -> None:
        title = translate("Rescue", "数据有损坏") if is_open else translate("Rescue", "数据打不开")
        super().__init__(parent, title, width=640, height=360, name="rescue_dialog")
        self._paths = paths
        self._base = self._find()
        self.chosen: Path | bool = False
        for text in (why, self._told()):
            words = plain_label(text)
            words.setWordWrap(True)
            self.content.addWidget(words)
        self.wrong = plain_label("", "error")
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        buttons = (
            self.add_button(
                translate("Rescue", "抢救数据"), self.salvage, main=True, icon="shield-check", name="salvage"
            ),
            self.add_button(
                translate("Rescue", "恢复最近的备份"), self.restore, icon="database-backup", name="restore"
            ),
        )
        for button in buttons:
            button.setEnabled(self._base is not None)
        if is_open:
            self.add_close()
            return
        self.add_button(translate("Rescue", "只读查看"), self.look, icon="eye", name="look")
        self.buttons.addStretch(1)
        self.add_button(translate("Rescue", "退出"), self.reject, name="leave")

    def salvage(self) -> None:
        """Read what can be read, put it together with the backup, show the report."""
        path, folder = self._paths.file(), self._paths.backups
        self._run(
            translate("Rescue", "正在逐行抢救"),
            lambda progress: rescue.salvage(rescue.damaged_file(path, folder), folder, progress.tell),
            self._salvaged,
        )

    def restore(self) -> None:
        """Put the last good backup in the place of the damaged file."""
        base, paths = self._base, self._paths
        if base is None:
            return
        self._run(
            translate("Rescue", "正在恢复"),
            lambda _progress: backup.restore(base, paths.file(), newest_schema=SCHEMA, archive=paths.archive),
            lambda _kept: self._choose(True),
        )

    def look(self) -> None:
        """Make a copy that is only looked at."""
        path, folder = self._paths.file(), self._paths.backups

        self._run(
            translate("Rescue", "正在准备只读查看"),
            lambda _progress: rescue.reading_copy(rescue.damaged_file(path, folder), folder),
            self._choose,
        )

    def _salvaged(self, saved: rescue.Saved) -> None:
        show_report(self, saved)
        self._choose(True)

    def _choose(self, chosen: Path | bool) -> None:
        """Close with what came of it; kept here, for the dialog may be gone before its loop returns."""
        self.chosen = chosen
        self.accept()

    def _find(self) -> Backup | None:
        try:
            return rescue.newest_good(self._paths.backups)
        except KnownError:
            return None

    def _told(self) -> str:
        if self._base is None:
            return translate("Rescue", "没有可用的备份。可以只读查看;请把整个数据文件夹复制一份,联系管理员。")
        text = translate(
            "Rescue",
            "最近的可用备份:{at}。\n抢救:从损坏的文件逐行读出,读不出的用备份补上,逐条列出来源和缺失(推荐)。\n"
            "恢复:回到备份时的样子,之后的记录不要了。\n无论选哪样,现在的文件都另存,不会删除。",
        )
        return text.format(at=f"{clock.local(self._base.at):%Y-%m-%d %H:%M}")

    def _run(self, title: str, work: Callable[[background.Progress], T], done: Callable[[T], None]) -> None:
        job = background.run(work, on_done=done, on_failed=self._failed, parent=self)
        ProgressDialog(self, title, job).exec()

    def _failed(self, error: Exception) -> None:
        told = translate("Rescue", "没有做成。请把整个数据文件夹复制一份,联系管理员。")
        self.wrong.setText(error.text if isinstance(error, KnownError) else told)
        fit.give_height(self)


class ReportDialog(Dialog):
    """What a salvage gave, line by line; the same lies in a file beside the data."""

    def __init__(self, parent: QWidget, head: str, lines: Sequence[str]) -> None:
        super().__init__(parent, translate("Rescue", "抢救完成"), name="salvage_report")
        words = plain_label(head)
        words.setWordWrap(True)
        self.content.addWidget(words)
        text = QPlainTextEdit("\n".join(lines))
        text.setObjectName("report")
        text.setAccessibleName(translate("Rescue", "抢救报告"))
        text.setReadOnly(True)
        self.content.addWidget(text)
        self.add_close()


def show_report(parent: QWidget, saved: rescue.Saved) -> None:
    """Show the report of a salvage."""
    text = translate(
        "Rescue", "读出 {read} 行,从备份补 {taken} 行。报告在 {path};请按报告核对并补登缺失的记录。"
    )
    ReportDialog(
        parent, text.format(read=saved.read, taken=saved.taken, path=saved.report), saved.lines
    ).exec()


def ask(parent: QWidget, paths: Paths, why: str, *, is_open: bool = False) -> Path | bool:
    """Ask what to do; True when the data can be opened again, a copy to look at, False when the user leaves."""
    dialog = RescueDialog(parent, paths, why, is_open=is_open)
    dialog.exec()
    return dialog.chosen
