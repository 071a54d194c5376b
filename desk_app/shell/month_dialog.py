"""月报: choose the month, write the workbook in a process of its own, open the folder."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desk_app.core import clock, reasons, settings
from desk_app.core.i18n import translate
from desk_app.kit import background, messages
from desk_app.kit.dialogs import Dialog
from desk_app.kit.inputs import ChoiceInput
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.qt_dialogs import ask_save
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.core.exporting import Export
    from desk_app.shell.controller import Controller


class MonthDialog(Dialog):
    """The month that is over is proposed: the report is due by the 5th (S3-4 3.22)."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(
            controller.window, translate("Month", "月报(Excel)"), width=520, height=240, name="month_dialog"
        )
        assert controller.desk is not None
        self._desk = controller.desk
        self._months = ChoiceInput()
        self._months.setObjectName("month")
        self._months.setAccessibleName(translate("Month", "月份"))
        first = clock.today().replace(day=1)
        for _ in range(24):
            self._months.addItem(f"{first:%Y-%m}", first)
            first = (first - timedelta(days=1)).replace(day=1)
        self._months.setCurrentIndex(1 if clock.today().day <= 10 else 0)
        label = plain_label(translate("Month", "月份"), "label")
        label.setBuddy(self._months)
        self.content.addWidget(label)
        self.content.addWidget(self._months)
        note = plain_label(
            translate("Month", "写好后可直接发给经理:封面指标与图表,每个登记一页,个人信息已掩码。"), "muted"
        )
        note.setWordWrap(True)
        self.content.addWidget(note)
        self.content.addStretch(1)
        self.add_button(
            translate("Month", "生成…"), self.write, main=True, icon="file-spreadsheet", name="write"
        )
        self.add_close()

    def write(self) -> None:
        """Ask where to, then write with progress."""
        from desk_app.reports.monthly import file_name

        month: date = self._months.currentData()
        with self._desk.read() as session:
            project = settings.get(session, settings.PROJECT)
        proposed = self._desk.paths.reports / file_name(project, month.year, month.month)
        chosen = ask_save(self, translate("Month", "保存月报"), str(proposed), "Excel (*.xlsx)")
        if chosen:
            self.write_to(month, Path(chosen))

    def write_to(self, month: date, path: Path) -> None:
        """Write one month's workbook to `path`, its export's number in the name, in a process of its own."""
        row = self._begun(month)
        path = row.named(path)
        job = background.run_command(
            [*background.this_program(), "--data-dir", str(self._desk.paths.data), "month", f"{month:%Y-%m}", "--output", str(path), "--export", row.no, "--progress"],
            on_done=lambda _output: self._written(path),
            on_failed=lambda error: messages.tell(self, translate("Month", "没有写成"), reasons.of(error)),
            parent=self,
            target=path,
            ticket=self._desk.ticket(),
        )  # fmt: skip
        ProgressDialog(self, translate("Month", "正在写月报"), job).exec()

    def _begun(self, month: date) -> Export:
        from desk_app.core import exporting
        from desk_app.reports.monthly import TITLE

        with self._desk.write() as session:
            return exporting.begin(session, exporting.Asked(exporting.MONTH, TITLE, 0, f"{month:%Y-%m}"))

    def _written(self, path: Path) -> None:
        self._desk.notice(translate("Month", "月报已写好:{path}").format(path=path))
        title = translate("Month", "月报已写好")
        if messages.confirm(self, title, str(path), translate("Month", "打开"), translate("Month", "关闭")):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_dialog(controller: Controller) -> None:
    """Open the dialog."""
    MonthDialog(controller).exec()
