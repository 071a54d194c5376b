"""The month's figures of the contractor register (domain.md §6, sheet 4)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, settings
from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.registers.contractors import views
from desk_app.registers.contractors.records import Call, Contractor


def stays(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the stays of the month, void ones left out."""
    query = select(func.count()).select_from(Contractor).where(
        Contractor.day >= first, Contractor.day <= last, Contractor.state != "void"
    )  # fmt: skip
    return session.scalar(query) or 0, None


def confirmed(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return confirmations made in time over those that should have been made by now."""
    config, now = settings.load(session), clock.now()
    query = select(Contractor).where(Contractor.day >= first, Contractor.day <= last)
    tallies = [
        views.tally(s, config, now) for s in session.scalars(query.options(selectinload(Contractor.calls)))
    ]
    return sum(done for done, _ in tallies), sum(should for _, should in tallies)


def unanswered(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the calls nobody answered."""
    query = select(func.count()).select_from(Call).join(Contractor).where(
        Contractor.day >= first, Contractor.day <= last, Contractor.state != "void", Call.answered.is_(False)
    )  # fmt: skip
    return session.scalar(query) or 0, None


KPIS = (
    Kpi("stays", "上门登记数", "当月上门人员登记数(不含作废)", "domain.md §6-4", stays, percent=False),
    Kpi(
        "confirmed",
        "确认率",
        "按时完成的定时确认 / 应做的定时确认(进入后每隔设定分钟,宽限内为按时)",
        "S0㈠2; domain.md §6-4",
        confirmed,
        target="100",
    ),
    Kpi("unanswered", "无人应答", "无人应答的确认次数", "domain.md F05", unanswered, percent=False),
)

BREAKDOWNS = (
    Breakdown("days", "每日上门", "in_at", By.DAY, also="party_size", skip=frozenset({"void"})),
    Breakdown("orgs", "上门单位 TOP10", "org", top=10, also="party_size", skip=frozenset({"void"})),
)
