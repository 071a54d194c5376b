"""The month's figures of the visitor register (domain.md §6, sheet 3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.core.records import UtcTime
from desk_app.registers.visitors.records import Visit

CAME = Visit.state.in_(("waiting", "inside", "left", "forced"))


def _count(session: Session, first: date, last: date, *where: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(Visit).where(Visit.day >= first, Visit.day <= last, *where)
    return session.scalar(query) or 0


def visits(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the visits of the month."""
    return _count(session, first, last, CAME), None


def people(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the people of the month, groups with all their members."""
    query = select(func.sum(Visit.party_size)).where(Visit.day >= first, Visit.day <= last, CAME)
    return session.scalar(query) or 0, None


def per_day(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return visits over days with at least one visit."""
    days = session.scalar(
        select(func.count(func.distinct(Visit.day))).where(Visit.day >= first, Visit.day <= last, CAME)
    )
    return _count(session, first, last, CAME), days or 0


def signed_out(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return visits signed out properly over all that ended or should have."""
    return (
        _count(session, first, last, Visit.state == "left"),
        _count(session, first, last, Visit.state.in_(("inside", "left", "forced"))),
    )


def overstayed(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count visits that ended later than expected, or have not ended yet."""
    late = func.coalesce(Visit.out_at, literal(clock.now(), UtcTime())) > Visit.exp_out
    return _count(session, first, last, late, CAME), None


def lost_badges(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count badges that did not come back."""
    return _count(session, first, last, Visit.badge_lost.is_(True)), None


KPIS = (
    Kpi(
        "visits",
        "来访数",
        "当月到访登记数(不含预约未到、拒访、作废)",
        "domain.md §6-3",
        visits,
        percent=False,
    ),
    Kpi("people", "来访人次", "当月到访人数合计", "domain.md §6-3", people, percent=False),
    Kpi("per_day", "日均来访", "来访数 / 有来访的天数", "domain.md §6-3", per_day, percent=False),
    Kpi(
        "signed_out",
        "签离率",
        "正常签离 / 应签离(在访、已签离、强制签离)",
        "domain.md §6-3",
        signed_out,
        target="100",
    ),
    Kpi("overstayed", "超时未离", "超过预计离开时间的来访数", "domain.md §6-3", overstayed, percent=False),
    Kpi("lost_badges", "访客牌遗失", "未收回的访客牌数", "domain.md §6-3", lost_badges, percent=False),
)

NOT_COME = frozenset({"expected", "refused", "no_show", "void"})
BREAKDOWNS = (
    Breakdown("days", "每日来访", "at", By.DAY, also="party_size", split="purpose", skip=NOT_COME),
    Breakdown("hours", "到访时段", "at", By.HOUR, skip=NOT_COME),
    Breakdown("purposes", "来访事由", "purpose", also="party_size", skip=NOT_COME),
    Breakdown("hosts", "被访单位 TOP10", "host_room", top=10, also="party_size", skip=NOT_COME),
    Breakdown("states", "登记状态", "state", chart=False),
)
