"""The month's figures of hot work (domain.md §6, sheet 8)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.registers.hot_work_permits import terms, views
from desk_app.registers.hot_work_permits.records import HotWorkPermit

OVERRUN = or_(HotWorkPermit.finished_at > HotWorkPermit.ends, HotWorkPermit.stopped_at > HotWorkPermit.ends)


def _count(session: Session, first: date, last: date, *where: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(HotWorkPermit)
    query = query.where(views.numbered(), HotWorkPermit.day >= first, HotWorkPermit.day <= last, *where)
    return session.scalar(query) or 0


def issued(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the numbers given in the month: as many as the sheet has lines."""
    return _count(session, first, last), None


def overrun(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the permits under which work went on past their end, or still does."""
    return _count(session, first, last, or_(OVERRUN, views.overdue())), None


def violations(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the permits stopped for a violation."""
    return _count(session, first, last, HotWorkPermit.stop_kind.in_(sorted(terms.VIOLATIONS))), None


def stopped(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the permits stopped for whatever reason."""
    return _count(session, first, last, HotWorkPermit.stop_kind != ""), None


def voided(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the permits made void after they were issued."""
    return _count(session, first, last, HotWorkPermit.state == "void"), None


def rechecked(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return re-checks done in time over work that ended in the month (by the day it ended)."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    ended = and_(HotWorkPermit.finished_at >= start, HotWorkPermit.finished_at < end)
    query = select(func.count()).select_from(HotWorkPermit).where(ended)
    in_time = query.where(HotWorkPermit.recheck_on_time.is_(True))
    return session.scalar(in_time) or 0, session.scalar(query) or 0


KPIS = (
    Kpi(
        "issued",
        "动火证张数",
        "当月发证的张数(含后来作废、过期、中止)",
        "domain.md §6-8",
        issued,
        percent=False,
    ),
    Kpi("overrun", "动火超期数", "到点后仍在作业的张数", "domain.md §6-8", overrun, percent=False),
    Kpi(
        "violations",
        "动火违章数",
        "因违章作业、看火人离岗中止的张数",
        "domain.md §6-8",
        violations,
        percent=False,
    ),
    Kpi(
        "stopped",
        "动火中止数",
        "中止的张数(违章、风力、火警、许可证停止等)",
        "domain.md §6-8",
        stopped,
        percent=False,
    ),
    Kpi("voided", "动火证作废数", "发证后作废的张数", "domain.md §6", voided, percent=False),
    Kpi(
        "rechecked",
        "动火复查率",
        "按时完成复查 / 当月已完工(含中止)",
        "domain.md §6",
        rechecked,
        target="100",
    ),
)

BREAKDOWNS = (
    Breakdown("states", "动火证状态", "state"),
    Breakdown("levels", "动火等级", "level", skip=frozenset({"void"})),
    Breakdown("days", "每日动火", "day", By.DAY, skip=frozenset({"void"})),
)
