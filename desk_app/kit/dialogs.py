"""The frame that dialogs share: title, content, buttons; plain widgets inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.i18n import translate
from desk_app.core.people import Actor, may
from desk_app.kit import fit, theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import ENTER
from desk_app.kit.text import caption, cut, plain_label

LEAST = 60
"""What a column that stretches asks for itself: Qt's hundred pixels would make a list that fits scroll sideways."""


class Dialog(QDialog):
    """A titled dialog with a column of content and a row of buttons; Esc closes it, and then it is gone."""

    def __init__(
        self, parent: QWidget, title: str, *, width: int = 760, height: int = 520, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        fit.resize(self, width, height)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(plain_label(title, "title"))
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.px(10))
        column.addLayout(self.content, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(8))
        column.addLayout(self.buttons)

    @qt_guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Show every line of its sentences: in another language they may be longer than the dialog was meant for."""
        fit.give_height(self)
        super().showEvent(event)

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus; Qt would press the main one instead."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def add_button(
        self, text: str, run: object, *, main: bool = False, icon: str = "", name: str = ""
    ) -> QPushButton:
        """Add a button at the left of the foot."""
        button = QPushButton(caption(text))
        button.setAccessibleName(text)
        button.setObjectName(name)
        button.setAutoDefault(main)
        if main:
            button.setProperty("role", "main")
        if icon:
            theme.put_icon(button, icon, "on_accent" if main else "text")
        button.clicked.connect(run)
        self.buttons.addWidget(button)
        return button

    def add_note(self, text: str) -> QLabel:
        """Add a muted sentence below the content, as many lines as it needs."""
        note = plain_label(text, "muted")
        note.setWordWrap(True)
        self.content.addWidget(note)
        return note

    def hide_what_is_refused(self, actor: Actor | None, verbs: Mapping[str, str]) -> None:
        """Hide the buttons whose verb the service would refuse; `verbs` maps a button's name to its verb."""
        for name, verb in verbs.items():
            button = self.findChild(QPushButton, name)
            if button is not None:
                button.setVisible(may(actor, verb))

    def add_close(self) -> None:
        """Add the closing button at the right."""
        self.buttons.addStretch(1)
        self.add_button(translate("Dialogs", "关闭"), self.accept, name="close")


def make_table(heads: Sequence[str], widths: Sequence[int], name: str) -> QTableWidget:
    """Return a read-only list of texts; widths in pixels at 100 %, 0 stretches."""
    table = QTableWidget(0, len(heads))
    table.setObjectName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(36))
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)  # Tab goes on to the buttons; the arrows move in the list
    table.setWordWrap(False)  # a row is one line: wrapped, a number would lose all but its first word
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setHighlightSections(
        False
    )  # bold on the chosen row's account, a head is cut off
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, theme.px(width or LEAST))
    return table


def fill_table(
    table: QTableWidget, rows: Sequence[Sequence[str]], keys: Sequence[object] = (), empty: str = ""
) -> None:
    """Show rows of texts; `keys` are kept as each row's data, `empty` says why there is none or what to do."""
    _say_empty(table, "" if rows else empty or translate("List", "这里现在没有记录。"))
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            item = QTableWidgetItem(cut(text))
            if column == 0 and keys:
                item.setData(Qt.ItemDataRole.UserRole, keys[number])
            table.setItem(number, column, item)


def _say_empty(table: QTableWidget, text: str) -> None:
    label = table.findChild(QLabel, "empty")
    if label is None:
        label = plain_label("", "empty")
        label.setObjectName("empty")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        QVBoxLayout(table.viewport()).addWidget(label)
    label.setText(text)
    label.setVisible(bool(text))
    table.setAccessibleDescription(text)


def current_key(table: QTableWidget) -> object:
    """Return the key of the chosen row, None when none is chosen."""
    item = table.item(table.currentRow(), 0)
    return item.data(Qt.ItemDataRole.UserRole) if item else None
