"""The month's figures: each declared Kpi over the month and the month before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.declare import Kpi

DEFINITIONS = "1.0"
"""Version of how the figures are counted (数据口径版本); raised whenever a formula changes."""


@dataclass(frozen=True)
class Month:
    """One calendar month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Month:
        """The month after."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> Month:
        """The month before."""
        day = self.first - timedelta(days=1)
        return Month(day.year, day.month)

    @property
    def days(self) -> list[date]:
        """All days, in order."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@dataclass(frozen=True)
class Count:
    """A numerator over a denominator; `over` None means a plain count."""

    top: float
    over: float | None

    @property
    def value(self) -> Fraction | None:
        """The figure; None (shown as —) when the denominator is zero."""
        if self.over is None:
            return Fraction(self.top)
        return Fraction(self.top) / Fraction(self.over) if self.over else None


@dataclass(frozen=True)
class Figure:
    """One line of the cover."""

    kpi: Kpi
    now: Count
    before: Count

    @property
    def change(self) -> Fraction | None:
        """Against the month before: percentage points for a rate, else the relative change; None without one."""
        now, before = self.now.value, self.before.value
        if now is None or before is None:
            return None
        if self.kpi.percent:
            return (now - before) * 100
        return (now - before) / before if before else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target or a figure."""
        value = self.now.value
        if not self.kpi.target or value is None:
            return None
        return value * (100 if self.kpi.percent else 1) >= Fraction(self.kpi.target)


def figures(session: Session, kpis: Iterable[Kpi], month: Month) -> list[Figure]:
    """Return every figure of the month beside the one of the month before."""
    before = month.previous
    return [
        Figure(
            kpi,
            Count(*kpi.count(session, month.first, month.last)),
            Count(*kpi.count(session, before.first, before.last)),
        )
        for kpi in kpis
    ]
