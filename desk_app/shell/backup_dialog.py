"""备份与核对: make a verified copy now, see the copies there are, check that nothing was altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import backup, clock, verify
from desk_app.core.errors import KnownError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import background, messages
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

HEADS = (
    QT_TRANSLATE_NOOP("Backup", "时间"),
    QT_TRANSLATE_NOOP("Backup", "大小"),
    QT_TRANSLATE_NOOP("Backup", "记录数"),
    QT_TRANSLATE_NOOP("Backup", "文件"),
)


class BackupDialog(Dialog):
    """Copies and checks; restoring is done with the program closed (the sentence below says how)."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller.window, translate("Backup", "备份与核对"), name="backup_dialog")
        assert controller.desk is not None
        self._desk = controller.desk
        heads = [translate("Backup", text) for text in HEADS]
        self._table = make_table(heads, (170, 110, 110, 0), "backups")
        self.content.addWidget(self._table)
        note = plain_label(
            translate(
                "Backup",
                "恢复须先关闭程序,再运行:python3 -m desk_app restore 备份文件。原来的数据会另存,不会丢。",
            ),
            "muted",
        )
        note.setWordWrap(True)
        self.content.addWidget(note)
        self.add_button(
            translate("Backup", "现在备份"), self.make, main=True, icon="database-backup", name="make"
        )
        self.add_button(
            translate("Backup", "核对记录未被改动"), self.verify, icon="shield-check", name="verify"
        )
        self.add_button(
            translate("Backup", "核对纸上的核对码…"),
            self.verify_head,
            icon="scan-barcode",
            name="verify_head",
        )
        self.add_close()
        self._fill()

    def make(self) -> None:
        """Make a copy in the background."""
        paths, file = self._desk.paths, self._desk.db.file
        job = background.run(
            lambda _progress: backup.make(file, paths.backups, paths.archive),
            on_done=self._made,
            on_failed=lambda error: messages.tell(self, translate("Backup", "没有备份"), _text(error)),
            parent=self,
        )
        background.ProgressDialog(self, translate("Backup", "正在备份"), job).exec()

    def verify(self) -> None:
        """Check file, history chain and archived papers in the background."""
        db, archive, folder = self._desk.db, self._desk.archive, self._desk.paths.backups
        job = background.run(
            lambda progress: verify.verify(
                db, archive, progress.tell, backup.heads_outside(folder, db.keys.chain)
            ),
            on_done=lambda report: messages.tell(self, translate("Backup", "核对结果"), report.summary()),
            on_failed=lambda error: messages.tell(self, translate("Backup", "没有核对"), _text(error)),
            parent=self,
        )
        background.ProgressDialog(self, translate("Backup", "正在核对"), job).exec()

    def verify_head(self) -> None:
        """Check a code from the foot of a printed log or report."""
        from desk_app.shell import head_dialog

        head_dialog.ask(self, self._desk)

    def _made(self, made: backup.Backup) -> None:
        self._desk.notice(translate("Backup", "已备份:{name}").format(name=made.path.name))
        self._fill()

    def _fill(self) -> None:
        copies = backup.listing(self._desk.paths.backups)
        rows = [
            (
                f"{clock.local(c.at):%Y-%m-%d %H:%M}",
                f"{c.size / 1e6:.1f} MB",
                str(sum(c.counts.values())),
                c.path.name,
            )
            for c in copies
        ]
        fill_table(self._table, rows)


def _text(error: Exception) -> str:
    return error.text if isinstance(error, KnownError) else str(error)


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    BackupDialog(controller).exec()
