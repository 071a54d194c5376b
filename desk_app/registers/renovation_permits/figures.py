"""The month's figures of the renovations (domain.md §6, sheet 9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.declare import Breakdown, Kpi, Row
from desk_app.registers.renovation_permits import views
from desk_app.registers.renovation_permits.records import Renovation

SKIPPED = frozenset({"withdrawn", "void"})


def _count(session: Session, first: date, last: date, wanted: Callable[[Row], bool]) -> int:
    return sum(wanted(row) for row in views.month(session, first, last))


def _within(value: object, first: date, last: date) -> bool:
    return isinstance(value, date) and first <= value <= last


def applied(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the numbers given to applications in the month."""
    return _count(session, first, last, lambda row: _within(row["day"], first, last)), None


def in_time(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return approvals within the term (pauses deducted) over those decided whose last day lies in the month (§6)."""
    decided = [
        row
        for row in views.month(session, first, last)
        if row["decided_at"] is not None and _within(row["term"], first, last) and row["state"] not in SKIPPED
    ]
    return sum(row["in_time"] == "yes" for row in decided), len(decided)


def late(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the approvals whose term was over on the month's last day (today in this month) and not decided then."""
    day = min(last, clock.today())

    def counts(row: Row) -> bool:
        term, decided = row["term"], row["decided_at"]
        over = isinstance(term, date) and term < day and row["state"] not in SKIPPED
        return over and (decided is None or (isinstance(decided, date) and decided > day))

    return _count(session, first, last, counts), None


def in_force(session: Session, _first: date, last: date) -> tuple[float, float | None]:
    """Count the rooms with a permit in force on the month's last day, today in this month."""
    day = min(last, clock.today())
    end = clock.day_bounds(day)[1]
    query = select(func.count(Renovation.place.distinct())).where(
        Renovation.issued_at < end, Renovation.ends >= day, Renovation.state.not_in(SKIPPED),
        or_(Renovation.ended_at.is_(None), Renovation.ended_at >= end),
    )  # fmt: skip
    return session.scalar(query) or 0, None


KPIS = (
    Kpi("applied", "装修申请数", "当月提交的装修申请(取得 ZX 号)", "domain.md §6-9", applied, percent=False),
    Kpi("in_time", "装修审批及时率", "资料齐全起 3 个工作日内批结(扣退补暂停)/ 已批结;按应批日所在月", "S0㈦(2)4; domain.md §6", in_time, target="100"),
    Kpi("late", "装修超期未批", "月末(当月至今天)时限已过、尚未批结的申请", "S0㈦(2)4", late, percent=False),
    Kpi("in_force", "在建户数", "月末(当月为今天)持有有效(含吊扣)许可证的房号数", "domain.md §6-9", in_force, percent=False),
)  # fmt: skip

BREAKDOWNS = (
    Breakdown("states", "装修状态", "state"),
    Breakdown("kinds", "装修类别", "kind", skip=SKIPPED),
    Breakdown("orgs", "施工单位", "org", top=10, skip=SKIPPED, chart=False),
)
