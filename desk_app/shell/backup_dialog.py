"""备份与核对: make a verified copy now, try one, go back to one, check that nothing was altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_app.core import (
    backup,
    backup_plan,
    clock,
    reasons,
    restore_drill,
    restore_preview,
    rights,
    safekeeping,
    settings,
    verify,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import background, messages, theme
from desk_app.kit.dialogs import Dialog, fill_table, make_table
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import plain_label
from desk_app.reports import going

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

HEADS = (
    QT_TRANSLATE_NOOP("Backup", "时间"),
    QT_TRANSLATE_NOOP("Backup", "大小"),
    QT_TRANSLATE_NOOP("Backup", "记录数"),
    QT_TRANSLATE_NOOP("Backup", "文件"),
)


VERBS = {
    "make": rights.BACK_UP, "drill": rights.BACK_UP, "verify": rights.BACK_UP, "verify_head": rights.BACK_UP,
    "restore": rights.RESTORE,
}  # fmt: skip
"""Which right each button needs."""


class BackupDialog(Dialog):
    """Copies, checks, the drill, and the way back."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Backup", "备份与核对"), width=900, name="backup_dialog"
        )
        assert controller.desk is not None
        self._controller, self._desk = controller, controller.desk
        self._copies: list[backup.Backup] = []
        heads = [translate("Backup", text) for text in HEADS]
        self._table = make_table(heads, (170, 110, 110, 0), "backups")
        self.content.addWidget(self._table)
        self.note = plain_label("", "muted")
        self.note.setObjectName("state")
        self.note.setWordWrap(True)
        self.content.addWidget(self.note)
        self.add_button(
            translate("Backup", "现在备份"), self.make, main=True, icon="database-backup", name="make"
        )
        self.add_button(translate("Backup", "恢复…"), self.restore, icon="undo-2", name="restore")
        self.add_button(translate("Backup", "恢复演练"), self.drill, icon="list-checks", name="drill")
        self.add_button(
            translate("Backup", "核对记录未被改动"), self.verify, icon="shield-check", name="verify"
        )
        self.add_button(
            translate("Backup", "核对纸上的核对码…"),
            self.verify_head,
            icon="scan-barcode",
            name="verify_head",
        )
        self.hide_what_is_refused(self._desk.actor, VERBS)
        self.add_close()
        self._fill()

    def make(self) -> None:
        """Make a copy in the background."""
        paths, db, actor = self._desk.paths, self._desk.db, self._desk.actor
        with self._desk.read() as session:
            second = settings.get(session, backup_plan.SECOND)
        job = background.run(
            lambda _progress: safekeeping.back_up(db, actor, paths, second),
            on_done=self._made,
            on_failed=lambda error: messages.tell(self, translate("Backup", "没有备份"), reasons.of(error)),
            parent=self,
        )
        ProgressDialog(self, translate("Backup", "正在备份"), job).exec()

    def verify(self) -> None:
        """Check file, history chain and archived papers in the background."""
        db, archive, folder = self._desk.db, self._desk.archive, self._desk.paths.backups
        job = background.run(
            lambda progress: verify.verify(
                db, archive, progress.tell, backup.heads_outside(folder, db.keys.chain)
            ),
            on_done=lambda report: messages.tell(self, translate("Backup", "核对结果"), report.summary()),
            on_failed=lambda error: messages.tell(self, translate("Backup", "没有核对"), reasons.of(error)),
            parent=self,
        )
        ProgressDialog(self, translate("Backup", "正在核对"), job).exec()

    def verify_head(self) -> None:
        """Check a code from the foot of a printed log or report."""
        from desk_app.shell import head_dialog

        head_dialog.ask(self, self._desk)

    def drill(self) -> None:
        """Try the chosen copy (the newest) now, as the program does by itself once a month."""
        chosen = self._chosen()
        if chosen is not None:
            job = background.run(
                lambda _progress: restore_drill.run(chosen),
                on_done=self._drilled,
                on_failed=self._refused,
                parent=self,
            )
            ProgressDialog(self, translate("Backup", "正在演练恢复"), job).exec()

    def restore(self) -> None:
        """Show what would go, ask, keep what is there now, and put the chosen copy in its place."""
        chosen, file = self._chosen(), self._desk.db.file
        if chosen is None:
            return
        job = background.run(
            lambda _progress: restore_preview.checked(file, chosen),
            on_done=lambda found: self._confirm(chosen, found), on_failed=self._refused, parent=self,
        )  # fmt: skip
        ProgressDialog(self, translate("Backup", "正在核对备份"), job).exec()

    def _confirm(self, chosen: backup.Backup, found: restore_preview.Preview) -> None:
        lines = going.lines(found, chosen)
        lines.append(translate("Backup", "现在的数据先备份并另存,不会丢。恢复后程序重新启动。"))
        title = translate("Backup", "恢复这份备份?")
        yes, no = translate("Backup", "恢复并重新启动"), translate("Backup", "不恢复")
        question = messages.Message(self, title, "\n".join(lines), (yes, no), careful=True)
        question.setMinimumWidth(theme.px(600))  # a line a register, none of them cut
        question.exec()
        question.deleteLater()
        if question.answer == 0:
            self._restore(chosen)

    def _restore(self, chosen: backup.Backup) -> None:
        desk, actor = self._desk, self._desk.actor
        self._controller.window.keep_drafts()
        job = background.run(
            lambda _progress: safekeeping.go_back(desk.db, actor, desk.paths, chosen),
            on_done=lambda _done: self._controller.leave(restart=True), on_failed=self._refused, parent=self,
        )  # fmt: skip
        ProgressDialog(self, translate("Rescue", "正在恢复"), job).exec()

    def _refused(self, error: Exception) -> None:
        messages.tell(self, translate("Backup", "没有做成"), reasons.of(error))

    def _drilled(self, found: restore_drill.Drill) -> None:
        self._fill()
        messages.tell(self, translate("Backup", "恢复演练"), found.told)

    def _chosen(self) -> backup.Backup | None:
        """Return the chosen copy, the newest when none is chosen; says so when there is none."""
        row = max(self._table.currentRow(), 0)
        if row < len(self._copies):
            return self._copies[row]
        messages.tell(self, translate("Backup", "还没有备份"), translate("Backup", "请先按「现在备份」。"))
        return None

    def _made(self, made: backup_plan.Made) -> None:
        self._desk.notice(translate("Backup", "已备份:{name}").format(name=made.copy.path.name))
        self._fill()
        if made.second:
            messages.tell(self, translate("Backup", "第二备份位置没有备份"), made.second)

    def _state(self) -> str:
        """Say how backups stand: how loud, the second place, the last drill."""
        with self._desk.read() as session:
            config = settings.load(session)
        second, drill = config.get(backup_plan.SECOND), restore_drill.last(self._desk.paths.backups)
        minutes = translate("Backup", "有改动时每 {minutes} 分钟、退出时自动备份;每次核对后才算数。")
        folder = backup_plan.second_folder(second)
        place = translate("Backup", "第二备份位置:{path}").format(
            path=folder or translate("Backup", "未设置(设置 → 备份)")
        )
        return "\n".join(
            (
                minutes.format(minutes=config.get(backup_plan.EVERY)),
                backup_plan.second_missing(second) or place,
                drill.told if drill else translate("Backup", "每月自动做一次恢复演练,还没有做过。"),
            )
        )

    def _fill(self) -> None:
        self._copies = backup.listing(self._desk.paths.backups)
        rows = [
            (
                f"{clock.local(c.at):%Y-%m-%d %H:%M}",
                f"{c.size / 1e6:.1f} MB",
                str(sum(c.counts.values())),
                c.path.name,
            )
            for c in self._copies
        ]
        fill_table(self._table, rows)
        self.note.setText(self._state())


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    BackupDialog(controller).exec()
