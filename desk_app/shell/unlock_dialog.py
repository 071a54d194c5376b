"""The data are encrypted and this computer has no key yet: ask for the recovery code or an administrator's password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.core import keys
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.kit import background, fit
from desk_app.kit.dialogs import Dialog
from desk_app.kit.inputs import CheckInput
from desk_app.kit.progress_dialog import ProgressDialog
from desk_app.kit.text import plain_label

LIMIT = 200


class UnlockDialog(Dialog):
    """Stays open until the words are right or the user gives up; the data are not touched either way."""

    def __init__(self, parent: QWidget, database: Path, why: str) -> None:
        super().__init__(
            parent, translate("Vault", "打开加密的数据"), width=560, height=300, name="unlock_dialog"
        )
        self._database = database
        self.opened = False
        """Whether this computer has the keys now; the answer of `exec` gets lost where a loop runs inside it."""
        reason = plain_label(why)
        reason.setWordWrap(True)
        self.content.addWidget(reason)
        label = plain_label(translate("Vault", "恢复码或管理员密码"), "label")
        self.words = QLineEdit()
        self.words.setObjectName("words")
        self.words.setAccessibleName(translate("Vault", "恢复码或管理员密码"))
        self.words.setMaxLength(LIMIT)
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        label.setBuddy(self.words)
        self.content.addWidget(label)
        self.content.addWidget(self.words)
        seen = CheckInput(translate("Vault", "显示"))
        seen.toggled.connect(self._show_words)
        self.content.addWidget(seen)
        self.wrong = plain_label("", "error")
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.add_button(translate("Vault", "打开"), self.open_data, main=True, icon="lock-open", name="open")
        self.buttons.addStretch(1)
        self.add_button(translate("Vault", "取消"), self.reject, name="cancel")
        self.words.setFocus()

    def open_data(self) -> None:
        """Try the words away from the window: a try takes a quarter of a second by intention."""
        words = self.words.text()
        job = background.run(
            lambda _progress: keys.remember(keys.unlock(self._database, words)),
            on_done=self._done,
            on_failed=self._failed,
            parent=self,
        )
        ProgressDialog(self, translate("Vault", "正在核对"), job).exec()

    def _done(self, _nothing: None) -> None:
        self.opened = True
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RuleError | KnownError):
            raise error
        self.wrong.setText(error.text)
        fit.give_height(self)
        self.words.setFocus()
        self.words.selectAll()

    def _show_words(self, shown: bool) -> None:
        self.words.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def ask(parent: QWidget, database: Path, why: str) -> bool:
    """Ask until the data can be opened; False when the user gives up."""
    dialog = UnlockDialog(parent, database, why)
    dialog.exec()
    return dialog.opened
