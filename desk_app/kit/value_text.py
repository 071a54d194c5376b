"""Show a native value as text: one place for list, form and dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk_app.core.declare import Column, ColumnKind, Ref, State
from desk_app.core.i18n import translate
from desk_app.kit.text import NOTHING, cut, show_date, show_money, show_time


def show(column: Column, value: object, context: str = "", states: Sequence[State] = ()) -> str:
    """Return the text of a list cell; `context` translates choices and states."""
    if value is None or value == "":
        return NOTHING
    if column.kind is ColumnKind.STATE:
        return next((translate(context, s.label) for s in states if s.key == value), str(value))
    if column.kind is ColumnKind.CHOICE:
        return next(
            (translate(c.context or context, c.label) for c in column.choices if c.key == value),
            cut(str(value)),
        )
    if column.kind is ColumnKind.MONEY and isinstance(value, int):
        return show_money(value)
    return cut(show_value(value))


def show_value(value: object) -> str:
    """Return any native value as text; for None nothing at all."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return translate("Fields", "是") if value else translate("Fields", "否")
    if isinstance(value, datetime):
        return show_time(value)
    if isinstance(value, date):
        return show_date(value)
    return value.text if isinstance(value, Ref) else str(value)
