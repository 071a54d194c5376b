"""交牌签离 (Ctrl+B): a badge on the counter signs its holder out, visitor or contractor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desk_app.core import badges
from desk_app.core.declare import Field, FieldKind, Suggestion
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog
from desk_app.kit.text import show_time
from desk_app.shell import finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.shell.controller import Controller


def suggest_held(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the badges that are out, with who holds each and since when."""
    wanted = text.strip().upper()
    return [
        Suggestion(badge.code, f"{loan.holder_name} · {show_time(loan.out_at)}", badge.code)
        for badge, loan in badges.stock(session)
        if loan is not None and wanted in badge.code
    ][:8]


FIELDS = (
    Field(
        "badge", QT_TRANSLATE_NOOP("Badges", "交回的牌号"), FieldKind.BADGE, required=True, span=2,
        limit=20, suggest=suggest_held,
    ),
)  # fmt: skip


def open_dialog(controller: Controller) -> None:
    """Ask for the badge, then let its holder's register sign out; what is typed elsewhere stays."""
    desk = controller.desk
    if desk is None:
        return
    found: list[tuple[str, str]] = []

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        code = str(values["badge"])
        with desk.read() as session:
            target = finding.by_badge(session, code)
        if target is None:
            sentence = translate("Badges", "{code} 没有发出,请核对牌号。")
            raise RuleError(sentence.format(code=code.strip().upper()), "badge")
        found.append((target.kind, code))

    if form_dialog.ask(
        controller.window, title=translate("Badges", "交牌签离"), fields=FIELDS, context="Badges", save=save,
        main=translate("Badges", "签离"), desk=desk, draft="badge_return",
    ):  # fmt: skip
        controller.window.give_back(*found[-1])
