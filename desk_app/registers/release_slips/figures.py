"""The month's figures of the release slips (domain.md §6, sheet 5)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.registers.release_slips import rules, views
from desk_app.registers.release_slips.records import ReleaseSlip

RECOVERED = ReleaseSlip.state.in_(("recovered", "closed"))
RELEASED = ReleaseSlip.state.in_(rules.RELEASED)


def _count(session: Session, first: date, last: date, *where: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(ReleaseSlip)
    query = query.where(views.numbered(), ReleaseSlip.day >= first, ReleaseSlip.day <= last, *where)
    return session.scalar(query) or 0


def issued(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the numbers given in the month: as many as the sheet has lines."""
    return _count(session, first, last), None


def released(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the slips whose things have left."""
    return _count(session, first, last, RELEASED), None


def expired(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the slips that ran out unused."""
    return _count(session, first, last, views.expired()), None


def voided(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the slips made void after they were issued."""
    return _count(session, first, last, ReleaseSlip.state == "void"), None


def refused(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the slips the gate refused."""
    return _count(session, first, last, ReleaseSlip.state == "refused_at_gate"), None


def recovered(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return slips whose gate copy came back over slips released."""
    return _count(session, first, last, RECOVERED), _count(session, first, last, RELEASED)


def handling(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return the minutes from draft to issue, summed, over the slips issued."""
    query = select(ReleaseSlip.created_at, ReleaseSlip.issued_at)
    query = query.where(views.numbered(), ReleaseSlip.day >= first, ReleaseSlip.day <= last)
    spans = [done - begun for begun, done in session.execute(query) if done is not None]
    return round(sum(spans, timedelta()).total_seconds() / 60), len(spans)


KPIS = (
    Kpi("issued", "放行条开具数", "当月开具的张数(含后来过期、作废、拒放)", "domain.md §6-5", issued, percent=False),
    Kpi("released", "放行数", "当月开具且已放行的张数", "domain.md §6-5", released, percent=False),
    Kpi("expired", "放行条过期数", "当月开具、到期时没有放行登记的张数(门岗登记启用前含已使用的)", "domain.md §6-5", expired, percent=False),
    Kpi("voided", "放行条作废数", "当月开具后作废的张数", "domain.md §6-5", voided, percent=False),
    Kpi("refused", "门岗拒放数", "物单不符、门岗拒放的张数", "domain.md §6-5", refused, percent=False),
    Kpi("recovered", "放行条回收率", "收回门岗联 / 已放行", "domain.md §6", recovered, target="100"),
    Kpi("handling", "平均办理时长(分钟)", "从建单到开具的分钟数 / 开具张数", "domain.md §6-5", handling, percent=False),
)  # fmt: skip

BREAKDOWNS = (
    Breakdown("states", "放行条状态", "state"),
    Breakdown("kinds", "放行类型", "kind", also="pieces", skip=frozenset({"void"})),
    Breakdown("days", "每日开具", "day", By.DAY, also="pieces", skip=frozenset({"void"})),
)
