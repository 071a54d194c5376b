"""The month's figures of the duty log (domain.md §6, sheet 1 and 登记率)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.registers.duty_log import sheet_views, sheets
from desk_app.registers.duty_log.records import DutyEntry


def registered(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return the logs handed in (complete, or they could not be) over the shifts that ended in the month."""
    found = sheet_views.ended_in_month(session, first, last)
    return sum(sheet is not None and sheet.state == "handed_in" for _, sheet in found), len(found)


def _entries(first: date, last: date) -> Select[DutyEntry]:
    return select(DutyEntry).where(DutyEntry.day >= first, DutyEntry.day <= last, DutyEntry.state != "void")


def entries(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the entries of the month, void ones left out."""
    return _count(session, _entries(first, last)), None


def complete(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return the entries with every must-field over all of them."""
    found = session.scalars(_entries(first, last)).all()
    return sum(not sheets.lacks(entry) for entry in found), len(found)


def late(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return the entries written late over all of them."""
    query = _entries(first, last)
    return _count(session, query.where(DutyEntry.late.is_(True))), _count(session, query)


def _count(session: Session, query: Select[DutyEntry]) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


SHEET_KPIS = (
    Kpi(
        "registered",
        "登记率",
        "已提交且必填齐全的班次 / 应填班次(当月结束的班次,自开始使用值班日志起)",
        "S0㈠2; domain.md §6-1",
        registered,
        target="100",
    ),
)
KPIS = (
    Kpi("entries", "值班事项数", "当月值班事项数(不含作废)", "domain.md §6-1", entries, percent=False),
    Kpi(
        "complete",
        "事项必填完整率",
        "必填齐全的事项 / 事项总数(不含作废)",
        "S0㈠2; domain.md §6",
        complete,
        target="100",
    ),
    Kpi("late", "补记率", "补记的事项 / 事项总数(不含作废)", "domain.md F01, §6-1", late),
)

VOID = frozenset({"void"})
BREAKDOWNS = (
    Breakdown("days", "每日值班事项", "day", By.DAY, skip=VOID),
    Breakdown("kinds", "值班事项类别", "category", skip=VOID),
    Breakdown("channels", "值班事项来源", "channel", skip=VOID, chart=False),
    Breakdown("hours", "值班事项时段", "at", By.HOUR, skip=VOID, chart=False),
)
