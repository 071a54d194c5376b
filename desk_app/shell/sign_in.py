"""Who is there: name and password, by keyboard alone; also what unlocks a covered screen and changes the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.core import database, search, signing
from desk_app.core.datafile import Damaged
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.passwords import MOST
from desk_app.kit import background, fit, theme
from desk_app.kit.guard import qt_guard
from desk_app.kit.line_input import LineInput
from desk_app.kit.text import caption, plain_label

if TYPE_CHECKING:
    from desk_app.core.people import Actor
    from desk_app.kit.desk import Desk

WHY = {
    "start": QT_TRANSLATE_NOOP("Lock", "请登录。"),
    "key": QT_TRANSLATE_NOOP("Lock", "输入密码继续;换人请用 ↑ ↓ 或输入工号、姓名。"),
    "idle": QT_TRANSLATE_NOOP("Lock", "有一会儿没人操作,已锁定。填到一半的内容都在。"),
    "sleep": QT_TRANSLATE_NOOP("Lock", "电脑休眠过或时钟变动,已锁定。填到一半的内容都在。"),
    "long": QT_TRANSLATE_NOOP("Lock", "登录已满最长时间,请重新登录。填到一半的内容都在。"),
    "system": QT_TRANSLATE_NOOP("Lock", "系统锁屏,已一起锁定。填到一半的内容都在。"),
    "minimised": QT_TRANSLATE_NOOP("Lock", "窗口最小化过,已锁定。填到一半的内容都在。"),
}
SHOWN, FEWEST, ROW = 5, 2, 21
"""How many people are seen at once, how many where the screen is low, and a line's height at 100 %."""
CODE = Qt.ItemDataRole.UserRole


class SignInDialog(QDialog):
    """Signals: `signed_in(Actor)`; `leave_requested` close the program; `recovery_requested` the code on paper;
    `damaged` the data cannot be read or written, so that nobody can sign in."""

    signed_in = Signal(object)
    damaged = Signal()
    leave_requested = Signal()
    recovery_requested = Signal()

    def __init__(self, parent: QWidget | None, desk: Desk, why: str, owner: Actor | None = None) -> None:
        super().__init__(parent)
        self._desk, self._owner = desk, owner
        self.setObjectName("sign_in")
        self.setWindowTitle(translate("Lock", "登录"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.name = LineInput()
        self.password = LineInput()
        self.people = QListWidget()
        self.error = plain_label("", "error")
        self.main_button = QPushButton(caption(translate("Lock", "登录")))
        self._trying = self._has_waited = False
        self._waiting = QTimer(self, interval=1_000)
        self._waiting.timeout.connect(self._show_wait)
        self._build(translate("Lock", WHY[why]))
        with desk.read() as session:
            self._known = [(one.id, one.code, one.name) for one in signing.known(session)]
        if owner is not None:  # whoever has the desk comes first, then who was here last
            self._known.sort(key=lambda one: one[0] != owner.staff_id)
        self._fill("")
        self.begin()

    def begin(self) -> None:
        """Empty the password and put the cursor where typing begins."""
        self.password.clear()
        self._choose_row(0)
        self.password.setFocus()

    def sign_in(self) -> None:
        """Try, on a thread: a guess costs a fifth of a second. What is wrong is said under the password."""
        if self._trying:
            return
        self._trying = True
        self.error.setText("")
        who, password = self._who(), self.password.text()
        self.password.clear()
        background.run(
            lambda _progress: signing.sign_in(self._desk.db, who, password, database.workstation()),
            self._on_known, self._on_refused, parent=self,
        )  # fmt: skip

    def _on_known(self, done: signing.SignedIn) -> None:
        self._trying = False
        if not done.must_set or self._set_own(done.actor):
            self.done(QDialog.DialogCode.Accepted)
            self.signed_in.emit(done.actor)

    def _on_refused(self, error: Exception) -> None:
        self._trying = False
        self.password.setFocus()
        if isinstance(error, RuleError | KnownError):
            self.error.setText(error.text)
            self._has_waited = False
            self._waiting.start()
        if isinstance(error, Damaged):
            self.damaged.emit()

    @qt_guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Show every line of the sentence above the name: where the screen is low, fewer people."""
        fit.give_height(self)
        super().showEvent(event)

    @qt_guard(None)
    def reject(self) -> None:
        """Stay: there is nothing behind it that anybody may see."""

    @qt_guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay as well."""
        event.ignore()

    @qt_guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list of people with the arrows, from either input."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.people.count():
                self._choose_row((self.people.currentRow() + step) % self.people.count())
                return True
        return False

    def _build(self, why: str) -> None:
        title = (
            translate("Lock", "已锁定 · {name}").format(name=self._owner.name)
            if self._owner
            else translate("Lock", "登录")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(side) for side in (24, 20, 24, 20)))
        column.setSpacing(theme.px(8))
        self.setFixedWidth(theme.px(440))
        told = plain_label(why, "muted")
        told.setWordWrap(True)
        self.error.setWordWrap(True)
        self.error.setMinimumHeight(theme.px(58))  # three lines: the longest sentence in English
        for line, key, text in (
            (self.name, "name", translate("Lock", "工号、姓名或首字母")),
            (self.password, "password", translate("Lock", "密码")),
        ):
            line.setObjectName(key)
            line.setAccessibleName(text)
            line.installEventFilter(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(4 * MOST)
        self.name.setMaxLength(60)
        self.name.textEdited.connect(self._fill)
        self.name.entered.connect(self._take_name)
        self.password.entered.connect(self.sign_in)
        self.people.setObjectName("people")
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people.setMinimumHeight(theme.px(FEWEST * ROW + 8))
        self.people.setMaximumHeight(theme.px(SHOWN * ROW + 8))
        self.people.itemClicked.connect(lambda item: self._choose_row(self.people.row(item)))
        name_label = plain_label(self.name.accessibleName(), "label")
        password_label = plain_label(self.password.accessibleName(), "label")
        name_label.setBuddy(self.name)
        password_label.setBuddy(self.password)
        for widget in (
            plain_label(title, "title"), told, name_label, self.name, self.people, password_label, self.password, self.error,
        ):  # fmt: skip
            column.addWidget(widget)
        foot = QHBoxLayout()
        column.addLayout(foot)
        self._put_buttons(foot)

    def _put_buttons(self, line: QHBoxLayout) -> None:
        self.main_button.setObjectName("main")
        self.main_button.setProperty("role", "main")
        self.main_button.setDefault(True)
        self.main_button.clicked.connect(self.sign_in)
        line.addWidget(self.main_button)
        line.addStretch(1)
        for name, text, signal in (
            ("recover", translate("Lock", "恢复码…"), self.recovery_requested),
            ("leave", translate("Lock", "退出程序"), self.leave_requested),
        ):
            button = QPushButton(caption(text))
            button.setObjectName(name)
            button.clicked.connect(signal)
            line.addWidget(button)

    def _fill(self, text: str) -> None:
        """List who matches what is typed; the first is chosen."""
        self.people.clear()
        for _id, code, name in self._known:
            if search.matches(text, name, code):
                item = QListWidgetItem(f"{code}  {name}")
                item.setData(CODE, code)
                self.people.addItem(item)
        self.people.setCurrentRow(0)

    def _choose_row(self, row: int) -> None:
        item = self.people.item(row)
        if item is not None:
            self.people.setCurrentRow(row)
            self.name.setText(item.text())
            self._waiting.stop()
            self.error.setText("")

    def _take_name(self) -> None:
        self._choose_row(self.people.currentRow())
        self.password.setFocus()

    def _who(self) -> str:
        """Return the number of who is chosen; what was typed when it is nobody's in the list."""
        item = self.people.currentItem()
        typed = self.name.text().strip()
        chosen = item is not None and (
            not typed or typed == item.text() or search.matches(typed, *item.text().split())
        )
        return str(item.data(CODE)) if chosen else typed

    def _show_wait(self) -> None:
        """Count the seconds down; where there are none what was wrong stays to be read."""
        with self._desk.read() as session:
            left = signing.refusal(session, self._who())
        if left:
            self.error.setText(left)
            self._has_waited = True
            return
        self._waiting.stop()
        if self._has_waited:
            self.error.setText(translate("Lock", "现在可以再试。"))

    def _set_own(self, actor: Actor) -> bool:
        """Let who came with a one-time code set a password; False when they would rather not."""
        from desk_app.shell import own_password

        return own_password.ask(self, self._desk.db, actor)
