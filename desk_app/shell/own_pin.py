"""Set one's own PIN, which confirms what is done in one's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core import accounts
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog
from desk_app.shell.own_password import OLD, prove

if TYPE_CHECKING:
    from desk_app.shell.controller import Controller

PIN = (
    OLD,
    Field("pin", QT_TRANSLATE_NOOP("Lock", "PIN(4 到 8 位数字)"), FieldKind.SECRET, required=True, limit=8),
    Field("again", QT_TRANSLATE_NOOP("Lock", "再输一次"), FieldKind.SECRET, required=True, limit=8),
)


def open_dialog(controller: Controller) -> None:
    """Set one's own PIN."""
    desk = controller.desk
    assert desk is not None

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        prove(desk, str(values["old"]))
        with desk.write() as session:
            accounts.set_pin(session, pin=str(values["pin"]), again=str(values["again"]))
        desk.notice(translate("Lock", "PIN 已设置。"))

    form_dialog.ask(
        controller.window, title=translate("Lock", "设置我的 PIN"), fields=PIN, context="Lock",
        main=translate("Lock", "设置"), save=save,
    )  # fmt: skip
