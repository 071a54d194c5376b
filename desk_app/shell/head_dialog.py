"""核对码: whether a printed log or report still is what the record says (core/heads.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import heads, reasons, verify
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import background, form_dialog, messages
from desk_app.kit.progress_dialog import ProgressDialog

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk

FIELDS = (
    Field(
        "code", QT_TRANSLATE_NOOP("Heads", "纸上页脚的记录核对码"), FieldKind.TEXT, required=True, span=2, limit=60,
    ),
)  # fmt: skip


def ask(parent: QWidget, desk: Desk) -> None:
    """Ask for the code on the paper, walk the history beside the window, and tell what came of it."""
    typed: list[str] = []

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        heads.read(str(values["code"]))
        typed.append(str(values["code"]))

    if not form_dialog.ask(
        parent, title=translate("Heads", "核对纸上的核对码"), fields=FIELDS, context="Heads", save=save,
        main=translate("Heads", "核对"), desk=desk, draft="head",
    ):  # fmt: skip
        return
    job = background.run(
        lambda _progress: verify.verify_head(desk.db, typed[-1]),
        on_done=lambda sentence: messages.tell(parent, translate("Heads", "核对码相符"), sentence),
        on_failed=lambda error: messages.tell(parent, translate("Heads", "核对码不符"), reasons.of(error)),
        parent=parent,
    )
    ProgressDialog(parent, translate("Backup", "正在核对"), job).exec()
