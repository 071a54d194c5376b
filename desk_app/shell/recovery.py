"""Back in with the code on paper (recovery_dialog.py prints it) and a witness; one-time codes, shown once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desk_app.core import database, signing
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.passwords import MOST
from desk_app.kit import form_dialog
from desk_app.kit.dialogs import Dialog
from desk_app.kit.text import plain_label

if TYPE_CHECKING:
    from desk_app.core.database import Database

FIELDS = (
    Field("code", QT_TRANSLATE_NOOP("Lock", "纸上的恢复码"), required=True, span=2, limit=40),
    Field("who", QT_TRANSLATE_NOOP("Lock", "谁要重新登录(管理员或经理)"), required=True),
    Field("witness", QT_TRANSLATE_NOOP("Lock", "在场作证的同事(工号或姓名)")),
    Field("password", QT_TRANSLATE_NOOP("Lock", "作证同事的密码"), FieldKind.SECRET, span=2, limit=2 * MOST),
)


class CodeDialog(Dialog):
    """A one-time code in large letters, shown once."""

    def __init__(self, parent: QWidget, title: str, code: str, note: str) -> None:
        super().__init__(parent, title, width=560, height=260, name="code")
        self.code = code
        shown = plain_label(code, "title")
        shown.setObjectName("code_text")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setFont(QFont("monospace", shown.font().pointSize() + 6))
        told = plain_label(note, "muted")
        told.setWordWrap(True)
        self.content.addStretch(1)
        self.content.addWidget(shown)
        self.content.addStretch(1)
        self.content.addWidget(told)
        self.add_close()


def show_code(parent: QWidget, name: str, code: str) -> None:
    """Show a one-time code for somebody, once."""
    note = translate(
        "Lock", "请当面交给{name}。只显示这一次;用它登录后须马上设置自己的密码,别人(包括管理员)都不会知道。"
    )
    CodeDialog(parent, translate("Lock", "一次性代码"), code, note.format(name=name)).exec()


def recover(parent: QWidget, db: Database) -> bool:
    """Ask for the paper and the witness, then show the one-time code; True when it came to that."""
    given: list[str] = []

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        given.append(
            signing.recover(
                db, str(values["code"]), str(values["who"]), str(values.get("witness") or ""),
                str(values.get("password") or ""), database.workstation(),
            )
        )  # fmt: skip

    done = form_dialog.ask(
        parent, title=translate("Lock", "用恢复码重新进入"), fields=FIELDS, context="Lock",
        main=translate("Lock", "核对"), save=save,
    )  # fmt: skip
    if done:
        show_code(parent, "", given[-1])
    return done
