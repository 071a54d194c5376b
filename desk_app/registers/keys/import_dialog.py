"""导入钥匙清单: read the keys from Excel, write them back, make the template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from desk_app.core import reasons
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.kit import background, messages
from desk_app.kit.dialogs import Dialog
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.qt_dialogs import ask_open, ask_save
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.kit.desk import Desk
    from desk_app.registers.keys.importing import Outcome


class KeysImportDialog(Dialog):
    """What to do with a list of keys; below, what came of the last import, row by row."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        title = translate("KeysImport", "导入钥匙清单")
        super().__init__(parent, title, width=760, height=460, name="keys_import_dialog")
        self._desk = desk
        hint = translate(
            "KeysImport",
            "已有的 Excel 钥匙清单可直接导入;再导入一次不会重复,有变化的才改。有问题的行在下面列出。",
        )
        label = plain_label(hint, "muted")
        label.setWordWrap(True)
        self.content.addWidget(label)
        self.report = QPlainTextEdit()
        self.report.setObjectName("import_result")
        self.report.setReadOnly(True)
        self.report.setAccessibleName(translate("KeysImport", "导入结果"))
        self.report.setPlaceholderText(translate("KeysImport", "还没有导入。"))
        self.content.addWidget(self.report, 1)
        self.add_button(
            translate("KeysImport", "选择文件导入…"),
            self.import_file,
            main=True,
            icon="upload",
            name="import",
        )
        self.add_button(
            translate("KeysImport", "生成空白模板…"),
            self.save_template,
            icon="file-spreadsheet",
            name="template",
        )
        self.add_button(translate("KeysImport", "导出钥匙清单…"), self.export, icon="download", name="export")
        self.add_close()

    def import_file(self) -> None:
        """Ask for a workbook and import it, with progress; it can be cancelled."""
        title = translate("KeysImport", "选择钥匙清单")
        chosen = ask_open(self, title, "Excel (*.xlsx)")
        if chosen:
            self.import_path(Path(chosen))

    def import_path(self, path: Path) -> None:
        """Import one workbook in the background."""
        actor, db = self._desk.actor, self._desk.db
        if actor is None:
            self._tell_failure(translate("KeysImport", "请先选择值班人。"))
            return

        def work(progress: background.Progress) -> Outcome:
            from desk_app.documents import roster_sheet
            from desk_app.registers.keys import importing, incoming

            return importing.run(
                db,
                actor,
                roster_sheet.read_list(path, incoming.COLUMNS),
                progress=lambda done, total: progress.tell(done, total),
                cancelled=lambda: progress.cancelled,
            )

        job = background.run(work, on_done=self._imported, on_failed=self._failed, parent=self)
        ProgressDialog(self, translate("KeysImport", "正在导入钥匙清单"), job).exec()

    def save_template(self) -> None:
        """Write the empty template with an example and notes."""
        self._write(translate("KeysImport", "钥匙清单模板.xlsx"), rows=False)

    def export(self) -> None:
        """Write the keys as they stand, ready to be edited and imported again."""
        self._write(translate("KeysImport", "钥匙清单.xlsx"), rows=True)

    def _write(self, name: str, *, rows: bool) -> None:
        from desk_app.documents import roster_sheet
        from desk_app.registers.keys import importing, incoming
        from desk_app.registers.keys.register import REGISTER

        proposed = str(self._desk.paths.reports / name)
        title = translate("KeysImport", "保存到")
        chosen = ask_save(self, title, proposed, "Excel (*.xlsx)")
        if not chosen:
            return
        found: list[dict[str, object]] = []
        if rows:
            if self._desk.actor is None:
                self._tell_failure(translate("KeysImport", "请先选择值班人。"))
                return
            with self._desk.write() as session:
                found = importing.rows(session)
        try:
            roster_sheet.write_list(
                Path(chosen), REGISTER.title, incoming.COLUMNS, found, incoming.NOTES,
                None if rows else incoming.EXAMPLE,
            )  # fmt: skip
        except KnownError as error:
            messages.tell(self, translate("KeysImport", "没有保存"), error.text)
        else:
            self._desk.notice(translate("KeysImport", "已保存到 {path}").format(path=chosen))

    def _imported(self, outcome: Outcome) -> None:
        self._desk.changed.emit()
        self.report.setPlainText("\n".join([outcome.summary(), *outcome.lines()]))
        done, stopped = translate("KeysImport", "导入完成"), translate("KeysImport", "导入已取消")
        messages.tell(self, stopped if outcome.cancelled else done, outcome.summary())

    def _failed(self, error: Exception) -> None:
        self._tell_failure(reasons.of(error))

    def _tell_failure(self, text: str) -> None:
        messages.tell(self, translate("KeysImport", "没有导入"), text)
