"""How long a pass is valid: pure functions over calendar days (domain.md §1.6, F08, F09)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.core.deadlines import add_months
from desk_app.core.i18n import translate
from desk_app.core.settings import Settings
from desk_app.registers.entry_passes import terms


@dataclass(frozen=True)
class Terms:
    """The settings that bound a pass's days."""

    months: int = 3
    same_year: bool = False
    temp_days: int = 3
    temp_today: bool = True
    return_days: int = 7


@dataclass(frozen=True)
class Limit:
    """The last day a pass may have, and the sentence that says what it comes from."""

    day: date
    why: str


def terms_of(config: Settings) -> Terms:
    """Read the bounds from the settings."""
    return Terms(
        config.get(terms.MONTHS), config.get(terms.SAME_YEAR), config.get(terms.TEMP_DAYS),
        config.get(terms.TEMP_TODAY), config.get(terms.RETURN_DAYS),
    )  # fmt: skip


def limit(kind: str, start: date, bounds: Terms, permit_ends: date | None = None) -> Limit:
    """Return the last valid day of a pass that starts on `start`.

    A long one ends on the corresponding day some months later, on that month's last day when there is none
    (S0㈦(2)1; 民法典 202), a temporary one after so many days, the first of them the day of issue by default
    (S0㈦(2)2); neither later than the renovation permit's last day, a long one by setting not in the next year.
    """
    limits = [_own(kind, start, bounds)]
    if permit_ends is not None:
        sentence = translate("EntryPasses", "装修许可证 {day} 到期")
        limits.append(Limit(permit_ends, sentence.format(day=permit_ends)))
    if kind == "long" and bounds.same_year:
        sentence = translate("EntryPasses", "出入证不跨年")
        limits.append(Limit(date(start.year, 12, 31), sentence))
    return min(limits, key=lambda one: one.day)


def _own(kind: str, start: date, bounds: Terms) -> Limit:
    if kind == "long":
        sentence = translate("EntryPasses", "出入证最长 {months} 个月").format(months=bounds.months)
        return Limit(add_months(start, bounds.months), sentence)
    sentence = translate("EntryPasses", "临时出入证 {days} 天").format(days=bounds.temp_days)
    return Limit(start + timedelta(bounds.temp_days - bounds.temp_today), sentence)


def extension_start(ends: date, today: date) -> date:
    """Return the first day of an extension: the day after the pass ends, today when that is past."""
    return max(ends + timedelta(1), today)


def extension_limit(ends: date, today: date, bounds: Terms, permit_ends: date | None) -> Limit:
    """Return the last day a long pass may be extended to: counted anew from its end, or from today."""
    return limit("long", max(ends, today), bounds, permit_ends)


def effective(state: str, ends: date | None, today: date, return_days: int) -> str:
    """Return the state on `today`: a pass that ran out is expired, later overdue, noted or not (F08).

    A pass is valid until 24:00 of its last day; after `return_days` more days without a return it is overdue.
    """
    if ends is None or state not in ("issued", "frozen", "expired"):
        return state
    if today > ends + timedelta(return_days):
        return "overdue"
    return "expired" if today > ends else state
