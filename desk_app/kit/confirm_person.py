"""Let somebody who is named as agreeing confirm it at this desk by PIN or password, or say how else they agreed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core import presence, signing
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.core.database import Database

FIELDS = (
    Field("secret", QT_TRANSLATE_NOOP("Presence", "本人的 PIN 或密码"), FieldKind.SECRET, span=2, limit=128),
    Field("how", QT_TRANSLATE_NOOP("Presence", "怎样同意"), FieldKind.CHOICE, required=True, span=2, choices=presence.WAYS),
)  # fmt: skip


def ask(parent: QWidget | None, db: Database, gap: presence.Unconfirmed) -> str:
    """Return how the person confirmed, a key of `presence.WAYS`; "" when they did not."""
    said = [""]

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        if values["how"] == presence.HERE:
            signing.vouch(db, gap.staff_id, str(values["secret"] or ""))
        said[0] = str(values["how"])

    form_dialog.ask(
        parent, title=translate("Presence", "请 {name} 本人确认").format(name=gap.name), fields=FIELDS,
        context="Presence", main=translate("Presence", "确认"), values={"how": presence.HERE}, save=save,
    )  # fmt: skip
    return said[0]
