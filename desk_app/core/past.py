"""Looking into the past of a register that tells where people went: by days and a reason only (domain.md §4.2-7).

Such a register lists and finds the last days (`Register.recent`) and what is not over yet. What is older is shown for
a span of days that somebody with the right names, with a reason, and a line in the access log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desk_app.core import access, clock, people, settings
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role, verb
from desk_app.core.settings import Kind, Spec
from desk_app.core.text import needed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.declare import Register
    from desk_app.core.search import Hit

OPEN = "past.open"
CLAUSE = QT_TRANSLATE_NOOP("Settings", "domain.md §4.2-7")
MOST_DAYS = Spec(
    "past.most_days", QT_TRANSLATE_NOOP("Settings", "查询更早记录一次最多几天"), Kind.NUMBER, 31, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=366,
)  # fmt: skip

REASONS = (
    QT_TRANSLATE_NOOP("Past", "核对投诉或纠纷"),
    QT_TRANSLATE_NOOP("Past", "找回遗失物品"),
    QT_TRANSLATE_NOOP("Past", "紧急事件调查"),
    QT_TRANSLATE_NOOP("Past", "本人请求查阅或更正"),
)
"""What is mostly why; anything else can be typed."""

_PREFIX = "past"


def view_of(first: date, last: date) -> str:
    """Return the key of the view that shows these days, both included."""
    return f"{_PREFIX} {first:%Y-%m-%d} {last:%Y-%m-%d}"


def days_of(view: str) -> tuple[date, date] | None:
    """Return the days that a view of the past shows, None for any other view."""
    prefix, _, days = view.partition(" ")
    if prefix != _PREFIX or not days:
        return None
    first, last = days.split(" ")
    return date.fromisoformat(first), date.fromisoformat(last)


def since(session: Session, days: Spec[int]) -> date:
    """Return the first day that is listed without a reason: with 7 days, today and the six before."""
    return clock.today() - timedelta(days=settings.get(session, days) - 1)


def recent_hits(session: Session, registers: Mapping[str, Register], hits: Sequence[Hit]) -> list[Hit]:
    """Return hits without those that are shown for a reason only."""
    kept: dict[str, set[int]] = {}
    for kind in {hit.kind for hit in hits}:
        recent = registers[kind].recent if kind in registers else None
        if recent is not None:
            kept[kind] = recent.among(session, [hit.record for hit in hits if hit.kind == kind])
    return [hit for hit in hits if hit.kind not in kept or hit.record in kept[hit.kind]]


@verb(OPEN, Role.DB, Role.KZ, Role.JL, Role.AB)
def open_days(session: Session, register: Register, first: object, last: object, *, reason: str) -> str:
    """Return the key of the view of these days, and note who looks at them why; RuleError names the field."""
    missing = translate("Past", "请写明为什么要查更早的记录。")
    why = needed(reason, missing, limit=120, field="reason")
    if not people.sees_personal(people.actor_of(session)):
        raise RuleError(translate("Past", "系统管理员不看个人信息,请由客服主管查询。"))
    if not isinstance(first, date):
        raise RuleError(translate("Past", "请填写起日。"), "first")
    if not isinstance(last, date) or not first <= last <= clock.today():
        raise RuleError(translate("Past", "止日不能早于起日,也不能晚于今天。"), "last")
    most = settings.get(session, MOST_DAYS)
    if (last - first).days >= most:
        text = translate("Past", "一次最多查 {days} 天。请缩短时间范围。")
        raise RuleError(text.format(days=most), "first")
    view = view_of(first, last)
    access.note(
        session, access.Kind.QUERY, entity=register.key, reason=why, conditions=f"{first} – {last}",
        count=len(register.source.ids(session, view, "")),
    )  # fmt: skip
    return view
