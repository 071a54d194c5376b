"""What of a record is masked, and its key: a reason, then in clear for some seconds, then masked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.core import access, revealing, settings
from desk_app.core.declare import Register
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.revealing import Secret
from desk_app.kit import messages, theme
from desk_app.kit.desk import Desk
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import plain_label, tooltip

ABREAST = 2
"""Values beside each other."""


def ask(
    parent: QWidget, desk: Desk, what: str, reveal: Callable[..., Mapping[str, str]]
) -> tuple[Mapping[str, str], int]:
    """Ask why, then return what `reveal(session, reason=…)` shows in clear and for how many seconds; ({}, 0) else."""
    title = translate("Reveal", "查看明文 {no}").format(no=what)
    text = translate("Reveal", "每次查看都会记入访问日志:谁、什么时候、看了什么、为什么。")
    reasons = [translate("Privacy", reason) for reason in revealing.REASONS]
    reason = messages.ask_reason(parent, title, text, reasons, translate("Reveal", "查看"), desk=desk)
    if reason is None:
        return {}, 0
    try:
        with desk.write() as session:
            found = reveal(session, reason=reason)
            seconds = settings.get(session, access.REVEAL_SECONDS)
    except (RuleError, KnownError) as error:
        messages.tell(parent, title, error.text)
        return {}, 0
    desk.revealed.emit(tuple(found.values()))
    return found, seconds


class RevealBox(QWidget):
    """The masked values of one record as lines, with a button that shows those that one has the right to (Ctrl+E)."""

    def __init__(
        self, desk: Desk, register: Register, uid: str, no: str, secrets: Sequence[Secret], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._register, self._uid, self._no = desk, register, uid, no
        self._secrets = {one.field.key: one for one in secrets}
        self.allowed = [one.field.key for one in secrets if revealing.may(desk.actor, one.kind)]
        self.lines = {one.field.key: self._line(one) for one in secrets}
        self._left = 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count_down)
        self.button = QPushButton(self)
        self.button.setObjectName("reveal")
        self.button.setAutoDefault(False)
        theme.put_icon(self.button, "eye")
        self.button.setToolTip(tooltip("Ctrl+E"))
        self.button.clicked.connect(self.press)
        self.button.setVisible(bool(self.allowed))
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.press)
        self._name_button()
        self._lay_out()

    def press(self) -> None:
        """Show what may be shown, after a reason; hide it when it is shown."""
        if self._left:
            self.hide_values()
        elif self.allowed:
            self._ask()

    def hide_values(self) -> None:
        """Mask everything again."""
        self._tick.stop()
        self._left = 0
        for key, line in self.lines.items():
            line.setText(self._secrets[key].shown)
        self._name_button()

    @qt_guard(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in clear out of sight."""
        super().hideEvent(event)
        self.hide_values()

    def _ask(self) -> None:
        found, seconds = ask(self, self._desk, self._no, partial(
            revealing.reveal, register=self._register, uid=self._uid, keys=self.allowed
        ))  # fmt: skip
        if not found:
            return
        for key, value in found.items():
            self.lines[key].setText(value)
        first = self.lines[next(iter(found))]
        first.setFocus()
        first.selectAll()  # to be copied with one key
        self._left = seconds
        self._tick.start()
        self._name_button()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_values()
        self._name_button()

    def _name_button(self) -> None:
        hide = translate("Reveal", "遮盖({seconds} 秒后自动)  Ctrl+E").format(seconds=self._left)
        self.button.setText(hide if self._left else translate("Reveal", "查看明文…  Ctrl+E"))

    def _line(self, secret: Secret) -> LineInput:
        line = LineInput(parent=self)
        line.setMaxLength(2000)
        line.setText(secret.shown)
        line.setReadOnly(True)
        line.setObjectName(f"secret.{secret.field.key}")
        line.setAccessibleName(translate(self._register.context, secret.field.label))
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        head, grid = QHBoxLayout(), QGridLayout()
        column.addLayout(head)
        column.addLayout(grid)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(4))
        for number, (key, line) in enumerate(self.lines.items()):
            row, place = divmod(number, ABREAST)
            words = translate(self._register.context, self._secrets[key].field.label)
            label = plain_label(words.partition("(")[0], "muted", self)
            label.setBuddy(line)
            grid.addWidget(label, row, 2 * place)
            grid.addWidget(line, row, 2 * place + 1)
        head.addWidget(plain_label(translate("Reveal", "遮盖的个人信息"), "muted", self))
        head.addStretch(1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
