"""Ask for which days and why a register's past is looked at; core/past.py says who may and notes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desk_app.core import clock, past, settings
from desk_app.core.declare import Field, FieldKind, Recent
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import form_dialog
from desk_app.kit.desk import Desk

if TYPE_CHECKING:
    from desk_app.kit.register_panel import RegisterPanel

FIELDS = (
    Field("first", QT_TRANSLATE_NOOP("Past", "起日"), FieldKind.DATE, required=True),
    Field("last", QT_TRANSLATE_NOOP("Past", "止日(含当天)"), FieldKind.DATE, required=True),
    Field(
        "reason", QT_TRANSLATE_NOOP("Past", "为什么查"), required=True, span=2, limit=120, phrases=past.REASONS,
        placeholder=QT_TRANSLATE_NOOP("Past", "记入访问日志;按 / 选常用原因"),
    ),
)  # fmt: skip


def look_back(panel: RegisterPanel, desk: Desk, recent: Recent, day: date | None = None) -> bool:
    """Show the days that somebody asks for in the list, once they said why; False when they thought better of it.

    `day` is asked for where it is known already which one is wanted.
    """
    shown: list[str] = []

    def save(values: Mapping[str, object], _reasons: Mapping[str, str]) -> None:
        why = str(values["reason"])
        with desk.write() as session:
            view = past.open_days(session, panel.register, values["first"], values["last"], reason=why)
        panel.show_past(view, why)
        shown.append(view)

    with desk.read() as session:
        days = settings.get(session, recent.days)
        last = day or past.since(session, recent.days) - timedelta(days=1)
    register = translate(panel.register.context, panel.register.title)
    dialog = form_dialog.FormDialog(
        panel, title=translate("Past", "查更早的记录 · {register}").format(register=register), fields=FIELDS,
        context="Past", main=translate("Past", "查询"), save=save, values={"first": last, "last": last},
        desk=desk, draft=f"past.{panel.register.key}",
    )  # fmt: skip
    dialog.setObjectName("past_dialog")
    text = translate("Past", "近 {days} 天的记录不用写理由;更早的按日期查,谁查了哪几天、为什么,都会记下。")
    dialog.form.set_hint(text.format(days=days))
    if day is not None:
        dialog.form.focus_field("reason")
    dialog.exec()
    dialog.deleteLater()
    return bool(shown)


def words_of(view: str) -> str:
    """Return a view of the past as its chip and an export name it, "" for any other view."""
    span = past.days_of(view)
    if span is None:
        return ""
    first, last = span
    year = "" if first.year == clock.today().year else f"{first:%Y-}"
    days = f"{year}{first:%m-%d}" + ("" if last == first else f"–{last:%m-%d}")
    return translate("Past", "更早 {days}").format(days=days)
