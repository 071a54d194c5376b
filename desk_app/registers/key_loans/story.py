"""A story in a dialog: what a borrower took so far, or everybody who had a key; Enter opens the movement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.i18n import translate
from desk_app.kit import fit, theme
from desk_app.kit.text import caption, plain_label
from desk_app.registers.key_loans.lookups import Entry


class StoryDialog(QDialog):
    """A list of movements, newest first; `chosen` is the one to open."""

    def __init__(self, parent: QWidget, title: str, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        self.setObjectName("key_story")
        self.setWindowTitle(title)
        fit.resize(self, 860, 460)
        self.chosen = ""
        self._entries = list(entries)
        self.table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(10))
        column.addWidget(plain_label(title, "title"))
        count = translate("KeyLoans", "共 {count} 条,最近的在前;Enter 打开这一条")
        column.addWidget(plain_label(count.format(count=len(entries)), "muted"))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        for name, text, role, action in (
            ("open", translate("KeyLoans", "打开"), "main", self._open),
            ("close", translate("KeyLoans", "关闭"), "foot", self.reject),
        ):
            button = QPushButton(caption(text))
            button.setObjectName(name)
            button.setProperty("role", role)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        self.table.setFocus()

    def _make_table(self) -> QTableWidget:
        titles = (
            translate("KeyLoans", "单号"), translate("KeyLoans", "借出"), translate("KeyLoans", "业务"),
            translate("KeyLoans", "钥匙号"), translate("KeyLoans", "把数"), translate("KeyLoans", "借用人"),
            translate("KeyLoans", "单位"), translate("KeyLoans", "实还"), translate("KeyLoans", "结果"),
        )  # fmt: skip
        table = QTableWidget(len(self._entries), len(titles))
        table.setObjectName("story")
        table.setHorizontalHeaderLabels(titles)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setAccessibleName(self.windowTitle())
        for line, entry in enumerate(self._entries):
            for column, text in enumerate((entry.no, *entry.words)):
                table.setItem(line, column, QTableWidgetItem(text))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.activated.connect(lambda _index: self._open())
        if self._entries:
            table.setCurrentCell(0, 0)
        return table

    def _open(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._entries):
            self.chosen = self._entries[row].uid
            self.accept()
