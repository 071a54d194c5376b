"""The month's figures of the stock-takes (domain.md §6, sheet 6)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desk_app.core.declare import Kpi
from desk_app.registers.key_counts import views


def _sum(session: Session, first: date, last: date, column: str) -> int:
    return sum(int(str(row[column])) for row in views.month(session, first, last))


def made(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the stock-takes handed in."""
    return len(views.month(session, first, last)), None


def agreeing(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return the pieces that were as the book says over the pieces in the book."""
    return _sum(session, first, last, "agreeing"), _sum(session, first, last, "book")


KPIS = (
    Kpi("made", "钥匙盘点次数", "当月提交的盘点次数", "domain.md F07", made, percent=False),
    Kpi("agreeing", "钥匙盘点相符率", "相符把数 / 账面把数(含借出)", "domain.md §6", agreeing, target="100"),
)
