"""Ask and tell in small dialogs; whatever is shown is plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.kit import fit, parse, theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.inputs import ChoiceInput
from desk_app.kit.kept import Kept, name_of
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import caption, plain_label

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk


class Message(QDialog):
    """A bold sentence, an explanation, and buttons; the first is the main one and answers Enter.

    `careful`: the last one is, for what the first one does cannot be taken back.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        answers: Sequence[str],
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(380))
        self.answer = len(answers) - 1
        self.head = plain_label(title, "title")
        self.words = plain_label(text)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(16))
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(self.head)
        if text:
            self.body.addWidget(self.words)
        self.buttons = [QPushButton(caption(answer)) for answer in answers]
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.px(8))
        main = self.buttons[-1 if careful else 0]
        for number, button in enumerate(self.buttons):
            button.setObjectName(f"answer.{number}")
            button.setProperty("role", "main" if button is main else "foot")
            button.clicked.connect(lambda _checked=False, n=number: self.choose(n))
            row.addWidget(button)
        row.addStretch(1)
        main.setDefault(True)
        if careful:
            main.setFocus()

    @qt_guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Show every line of the text: what the screen has no room for scrolls."""
        self._give_height()
        super().showEvent(event)

    def _give_height(self) -> None:
        if fit.give_height(self) and self.words.parent() is self:
            page = QScrollArea()
            page.setObjectName("words_page")
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setWidgetResizable(True)
            page.setMinimumHeight(theme.px(60))
            self.body.replaceWidget(self.words, page)
            page.setWidget(self.words)
            fit.give_height(self)

    def choose(self, number: int) -> None:
        """Close with an answer."""
        self.answer = number
        self.done(QDialog.DialogCode.Accepted if number == 0 else QDialog.DialogCode.Rejected)

    def add_body(self, *widgets: QWidget) -> None:
        """Put inputs between the text and the buttons."""
        for widget in widgets:
            self.body.insertWidget(self.body.count() - 1, widget)


class ReasonDialog(Message):
    """Asks why: a reason from the list, or in words; never neither.

    With `desk` the answer waits for whoever typed it when somebody else takes the desk.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        choices: Sequence[str],
        main: str,
        desk: Desk | None = None,
    ) -> None:
        super().__init__(parent, title, text, (main, translate("Messages", "取消")))
        self.choice = ChoiceInput()
        self.choice.setObjectName("reason")
        self.choice.setAccessibleName(translate("Messages", "原因"))
        for choice in choices:
            self.choice.addItem(choice, choice)
        self.choice.addItem(translate("Messages", "其他(请写明)"), "")
        self.free = LineInput()
        self.free.setObjectName("reason_text")
        self.free.setAccessibleName(translate("Messages", "说明"))
        self.free.setMaxLength(100)
        self.free.setPlaceholderText(translate("Messages", "补充说明"))
        self.wrong = plain_label("", "error")
        self.wrong.hide()
        if choices:
            self.add_body(self._label(translate("Messages", "原因 *"), self.choice), self.choice)
        else:
            self.choice.setParent(self)
            self.choice.hide()
        self.add_body(self._label(translate("Messages", "说明"), self.free), self.free, self.wrong)
        self.choice.entered.connect(self.free.setFocus)
        self.free.entered.connect(self.buttons[0].click)
        submit = QShortcut(QKeySequence("Ctrl+Return"), self)
        submit.activated.connect(self.buttons[0].click)
        (self.choice if choices else self.free).setFocus()
        if desk is not None:
            self._show_kept(Kept(self, desk, f"reason.{name_of(title, text)}", self._raw).back)

    def _raw(self) -> Mapping[str, object]:
        words = self.free.text()
        return (
            {"choice": self.choice.currentIndex(), "words": words}
            if words or self.choice.currentIndex()
            else {}
        )

    def _show_kept(self, raw: Mapping[str, object]) -> None:
        if raw:
            self.choice.setCurrentIndex(int(str(raw["choice"])))
            self.free.setText(str(raw["words"]))

    def reason(self) -> str:
        """Return the reason as one line; RuleError when there is none."""
        chosen = str(self.choice.currentData() or "")
        words = parse.tidy(self.free.text())
        if not chosen and not words:
            raise RuleError(translate("Messages", "请写明原因。"), "reason_text")
        return " · ".join(part for part in (chosen, words) if part)

    def choose(self, number: int) -> None:
        """Close, but not without a reason."""
        if number == 0:
            try:
                self.reason()
            except RuleError as error:
                self.wrong.setText(error.text)
                self.wrong.show()
                self._give_height()
                self.free.setFocus()
                return
        super().choose(number)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = plain_label(text, "label")
        label.setBuddy(buddy)
        return label


def confirm(
    parent: QWidget | None, title: str, text: str = "", yes: str = "", no: str = "", *, careful: bool = False
) -> bool:
    """Ask a question; Enter is yes, Esc is no. `careful`: Enter is no, for what cannot be taken back."""
    answers = (yes or translate("Messages", "确定"), no or translate("Messages", "取消"))
    return ask(parent, title, text, answers, careful=careful) == 0


def ask(
    parent: QWidget | None, title: str, text: str, answers: Sequence[str], *, careful: bool = False
) -> int:
    """Ask with any number of answers and return the place of the one given; Esc gives the last, `careful` Enter too."""
    dialog = Message(parent, title, text, answers, careful=careful)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def tell(parent: QWidget | None, title: str, text: str = "") -> None:
    """Tell something that must be read before going on."""
    ask(parent, title, text, (translate("Messages", "知道了"),))


def ask_reason(
    parent: QWidget | None,
    title: str,
    text: str = "",
    choices: Sequence[str] = (),
    main: str = "",
    *,
    desk: Desk | None,
) -> str | None:
    """Ask why; return the reason as one line, or None when the user thought better of it."""
    dialog = ReasonDialog(parent, title, text, choices, main or translate("Messages", "确定"), desk)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.reason() if accepted else None
