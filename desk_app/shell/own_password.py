"""One's own password: asked for in a dialog, set by a verb."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk_app.core import people, signing
from desk_app.core.declare import Field, FieldKind
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.passwords import MOST
from desk_app.kit import form_dialog

if TYPE_CHECKING:
    from desk_app.core.database import Database
    from desk_app.core.people import Actor
    from desk_app.kit.desk import Desk
    from desk_app.shell.controller import Controller

LIMIT = 2 * MOST
NEW = (
    Field(
        "password", QT_TRANSLATE_NOOP("Lock", "新密码(一句只有您知道的话)"), FieldKind.SECRET, required=True, span=2,
        limit=LIMIT,
    ),
    Field("again", QT_TRANSLATE_NOOP("Lock", "再输一次"), FieldKind.SECRET, required=True, span=2, limit=LIMIT),
)  # fmt: skip
OLD = Field(
    "old", QT_TRANSLATE_NOOP("Lock", "现在的密码"), FieldKind.SECRET, required=True, span=2, limit=LIMIT
)


def ask(parent: QWidget, db: Database, actor: Actor) -> bool:
    """Let somebody who came with a one-time code set a password of their own; False when they cancel."""

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        signing.set_own(db, actor, str(values["password"]), str(values["again"]))

    return form_dialog.ask(
        parent, title=translate("Lock", "设置您自己的密码"), fields=NEW, context="Lock",
        main=translate("Lock", "设置"), save=save,
    )  # fmt: skip


def open_dialog(controller: Controller) -> None:
    """Change one's own password."""
    desk = controller.desk
    assert desk is not None

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        prove(desk, str(values["old"]))
        assert desk.actor is not None
        signing.set_own(desk.db, desk.actor, str(values["password"]), str(values["again"]))
        desk.notice(translate("Lock", "密码已更换。"))

    form_dialog.ask(
        controller.window, title=translate("Lock", "更换我的密码"), fields=(OLD, *NEW), context="Lock",
        main=translate("Lock", "更换"), save=save,
    )  # fmt: skip


def prove(desk: Desk, password: str) -> None:
    """Make sure that it is the owner who changes it; RuleError beside the old password."""
    if desk.actor is None:
        raise people.nobody()
    try:
        signing.prove(desk.db, desk.actor.staff_id, password)
    except RuleError as error:
        raise RuleError(error.text, "old") from error
