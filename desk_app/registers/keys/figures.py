"""The month's figures of the key register (domain.md §6, sheet 6); loans have their own."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.core.declare import Breakdown, Kpi
from desk_app.registers.keys import rules
from desk_app.registers.keys.records import Key


def on_file(session: Session, _first: date, last: date) -> tuple[float, float | None]:
    """Count the rings on file at the end of the month."""
    end = clock.day_bounds(last)[1]
    query = select(func.count()).select_from(Key)
    query = query.where(Key.created_at < end, or_(Key.ended_at.is_(None), Key.ended_at >= end))
    return session.scalar(query) or 0, None


def _lost(session: Session, first: date, last: date) -> list[Key]:
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    return list(session.scalars(select(Key).where(Key.lost_at >= start, Key.lost_at < end)))


def lost(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the rings reported lost in the month, those found again too."""
    return len(_lost(session, first, last)), None


def relocked(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return locks changed in time over rings lost for good whose lock must be changed."""
    limit = timedelta(hours=settings.get(session, rules.RELOCK_HOURS))
    due = [
        key for key in _lost(session, first, last)
        if key.kind in rules.MUST_RELOCK and (key.state == "lost" or _after_loss(key))
    ]  # fmt: skip
    done = [key for key in due if key.relocked_at and key.lost_at and _after_loss(key)]
    in_time = sum(
        1 for key in done if key.relocked_at and key.lost_at and key.relocked_at - key.lost_at <= limit
    )
    return in_time, len(due)


def _after_loss(key: Key) -> bool:
    return bool(key.relocked_at and key.lost_at and key.relocked_at >= key.lost_at)


KPIS = (
    Kpi("on_file", "在册钥匙(串)", "月末在册钥匙串数", "domain.md F07", on_file, percent=False),
    Kpi("lost", "钥匙遗失", "当月报失的钥匙串数", "domain.md §6-6", lost, percent=False),
    Kpi(
        "relocked", "遗失后换锁及时率", "时限内换锁 / 当月报失且须换锁(已找回的不计)", "domain.md F07 [U13]", relocked,
        target="100",
    ),
)  # fmt: skip

BREAKDOWNS = (
    Breakdown("kinds", "在册钥匙类别", "kind", also="pieces", skip=frozenset(rules.ENDED)),
    Breakdown("states", "钥匙状态", "state", skip=frozenset(rules.ENDED), chart=False),
)
