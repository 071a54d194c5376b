"""The checklist of 14 in one dialog, answered with the keyboard: Enter is 是, 1 2 3 are 是 否 不适用."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence, QShortcut
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

from desk_app.core.declare import Tone, label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.kept import Kept
from desk_app.kit.line_input import ENTER, LineInput
from desk_app.kit.text import caption, cut, plain_label, tooltip
from desk_app.registers.hot_work_permits import terms

Answers = dict[str, tuple[str, str]]
KEYS = {Qt.Key.Key_1: "yes", Qt.Key.Key_2: "no", Qt.Key.Key_3: "na"}
TONES = {"yes": Tone.DONE, "no": Tone.LATE, "na": Tone.WAITING}
ANSWER, NOTE = 1, 2


class Grid(QTableWidget):
    """The measures with their answers; `answered(row, answer)` is a key or a click, "" only goes on."""

    answered = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(len(terms.MEASURES), 3)
        self.setObjectName("measures")
        self.setAccessibleName(translate("HotWork", "安全措施"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(theme.px(30))
        self.verticalHeader().setMinimumWidth(theme.px(30))
        self.setHorizontalHeaderLabels(
            [translate("HotWork", "安全措施"), translate("HotWork", "回答"), translate("HotWork", "说明")]
        )
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((440, 90, 200)):
            header.setSectionResizeMode(column, modes.Stretch if column == NOTE else modes.Fixed)
            header.resizeSection(column, theme.px(width))
        room = self.screen().availableGeometry().height() - theme.px(170) - 40  # the rest, the frame
        self.setMinimumHeight(min(theme.px(30 * len(terms.MEASURES) + 40), room))
        self.cellClicked.connect(self._on_clicked)

    @qt_guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by 1, 2, 3; Enter says 是 where nothing was said and goes on."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in KEYS:
            self.answered.emit(self.currentRow(), KEYS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            self.answered.emit(self.currentRow(), "")
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, row: int, column: int) -> None:
        if column == ANSWER:
            order = ["", *KEYS.values()]
            place = order.index(self.model().index(row, ANSWER).data(Qt.ItemDataRole.UserRole) or "")
            self.answered.emit(row, order[place % 3 + 1])


class ChecklistDialog(QDialog):
    """Shows every measure at once; `save(answers)` keeps them, a RuleError is told below."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        answers: Mapping[str, tuple[str, str]],
        save: Callable[[Answers], object],
        desk: Desk,
        uid: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("checklist_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self._save = save
        self._answers: Answers = {one.key: answers.get(one.key, ("", "")) for one in terms.MEASURES}
        self._known = dict(self._answers)
        self._take(Kept(self, desk, f"hot_work_measures.{uid}", self._raw).back)
        self.grid = Grid()
        self.note = LineInput(None)
        self.note.setObjectName("note")
        self.note.setMaxLength(120)
        self.note.setAccessibleName(translate("HotWork", "说明"))
        self._note_label = plain_label("", "label")
        self._state = plain_label("", "muted")
        self._wrong = plain_label("", "error")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._build()
        for row in range(len(terms.MEASURES)):
            self._show_row(row)
        self.grid.answered.connect(self._on_answered)
        self.grid.currentCellChanged.connect(lambda *_cells: self._on_moved())
        self.note.textEdited.connect(self._on_noted)
        self.note.entered.connect(self._go_on)
        self.grid.setCurrentCell(self._first_open(), 0)
        self._on_moved()
        self.grid.setFocus()

    def answers(self) -> Answers:
        """Return (answer, explanation) by measure."""
        return dict(self._answers)

    def _raw(self) -> dict[str, object]:
        """Return what differs from what is saved."""
        return {key: list(said) for key, said in self._answers.items() if said != self._known[key]}

    def _take(self, raw: Mapping[str, object]) -> None:
        for key, said in raw.items():
            if key in self._answers and isinstance(said, list):
                self._answers[key] = (str(said[0]), str(said[1]))

    def say_yes_to_all(self) -> None:
        """Answer 是 wherever nothing was said yet; then the exceptions are changed."""
        for row, measure in enumerate(terms.MEASURES):
            if not self._answers[measure.key][0]:
                self._set(row, "yes")
        self.grid.setFocus()

    def _build(self) -> None:
        self.setMinimumWidth(theme.px(820))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(6))
        top = QHBoxLayout()
        column.addLayout(top)
        top.addWidget(plain_label(self.windowTitle(), "title"))
        top.addStretch(1)
        top.addWidget(self._state)
        column.addWidget(
            plain_label(
                translate("HotWork", "Enter 是,到下一项 · 1 是 · 2 否 · 3 不适用 · ↑↓ 选行 · Alt+A 其余都是"),
                "muted",
            )
        )
        column.addWidget(self.grid, 1)
        line = QHBoxLayout()
        column.addLayout(line)
        self._note_label.setBuddy(self.note)
        line.addWidget(self._note_label)
        line.addWidget(self.note, 1)
        column.addWidget(self._wrong)
        foot = QHBoxLayout()
        column.addLayout(foot)
        self._put_buttons(foot)

    def _put_buttons(self, row: QHBoxLayout) -> None:
        self.save_button = QPushButton(caption(translate("HotWork", "保存")))
        for button, name, role, action in (
            (self.save_button, "save", "main", self._on_save),
            (QPushButton(caption(translate("HotWork", "其余都是"))), "all_yes", "foot", self.say_yes_to_all),
            (QPushButton(caption(translate("HotWork", "取消"))), "cancel", "foot", self.reject),
        ):
            button.setObjectName(name)
            button.setProperty("role", role)
            button.setAutoDefault(False)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)
        QShortcut(QKeySequence("Alt+A"), self, self.say_yes_to_all)

    def _on_answered(self, row: int, answer: str) -> None:
        known, note = self._answers[terms.MEASURES[row].key]
        answer = answer or known or "yes"
        self._set(row, answer)
        if answer != "yes" and not note:
            self.grid.setCurrentCell(row, 0)
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next measure; after the last one to the button."""
        row = self.grid.currentRow() + 1
        if row < len(terms.MEASURES):
            self.grid.setCurrentCell(row, 0)
            self.grid.setFocus()
        else:
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _set(self, row: int, answer: str) -> None:
        key = terms.MEASURES[row].key
        self._answers[key] = (answer, self._answers[key][1])
        self._show_row(row)

    def _on_noted(self, text: str) -> None:
        row = self.grid.currentRow()
        key = terms.MEASURES[row].key
        self._answers[key] = (self._answers[key][0], text)
        self._show_row(row)

    def _on_moved(self) -> None:
        row = max(0, self.grid.currentRow())
        self._note_label.setText(translate("HotWork", "第 {n} 项说明").format(n=row + 1))
        self.note.setText(self._answers[terms.MEASURES[row].key][1])

    def _show_row(self, row: int) -> None:
        measure = terms.MEASURES[row]
        answer, note = self._answers[measure.key]
        words = translate("HotWork", measure.text)
        label = translate("HotWork", label_of(terms.ANSWERS, answer))
        for column, text in enumerate((words, label, note)):
            cell = QTableWidgetItem(cut(text))
            cell.setToolTip(tooltip(text))
            if column == ANSWER and answer:
                cell.setData(Qt.ItemDataRole.UserRole, answer)
                cell.setForeground(QBrush(theme.tone(TONES[answer])[0]))
            self.grid.setItem(row, column, cell)
        given = [said for said, _note in self._answers.values() if said]
        said = translate("HotWork", "已答 {n} / {all},否 {no}")
        self._state.setText(said.format(n=len(given), all=len(terms.MEASURES), no=given.count("no")))

    def _first_open(self) -> int:
        return next((n for n, one in enumerate(terms.MEASURES) if not self._answers[one.key][0]), 0)

    def _on_save(self) -> None:
        try:
            self._save(self.answers())
        except RuleError as error:
            self._wrong.setText(error.text)
            self._wrong.show()
        else:
            self.accept()
