"""The month's figures of the entry passes (domain.md §6, sheet 7)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.core.deposits import Refund
from desk_app.registers.entry_passes import views
from desk_app.registers.entry_passes.records import EntryPass


def _count(session: Session, *where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(EntryPass).where(*where)) or 0


def issued(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the numbers given in the month: as many as the sheet has lines."""
    return _count(session, EntryPass.no.is_not(None), EntryPass.day >= first, EntryPass.day <= last), None


def returned(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the cards that came back in the month, whenever they were issued."""
    month = (EntryPass.ended_on >= first, EntryPass.ended_on <= last)
    return _count(session, EntryPass.state == "returned", *month), None


def not_returned(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the passes whose last day fell into the month and that are still out (§6: by the month of the end).

    One that was stopped with its permit before counts as well, once its own last day is over.
    """
    month = (EntryPass.ends >= first, EntryPass.ends <= last)
    stopped = and_(EntryPass.state == "stopped", EntryPass.ends < clock.today())
    return _count(session, or_(views.ran_out(), stopped), *month), None


def confiscated(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the cards taken away in the month."""
    month = (EntryPass.ended_on >= first, EntryPass.ended_on <= last)
    return _count(session, EntryPass.state == "confiscated", *month), None


def held(session: Session, _first: date, last: date) -> tuple[float, float | None]:
    """Return the deposits in yuan taken until the month's end, less those given back by then."""
    total = session.scalar(select(func.sum(EntryPass.deposit)).where(EntryPass.paid_on <= last)) or 0
    ours = (Refund.entity == EntryPass.__tablename__, Refund.day <= last, Refund.void_at.is_(None))
    back = session.scalar(select(func.sum(Refund.amount)).where(*ours)) or 0
    return (total - back) / 100, None


KPIS = (
    Kpi("issued", "出入证发证数", "当月发出的出入证和临时出入证(含后来作废)", "domain.md §6-7", issued, percent=False),
    Kpi("returned", "出入证退证数", "当月退回的证(不论何时发出)", "domain.md §6-7", returned, percent=False),
    Kpi("not_returned", "出入证过期未退", "有效期止于当月、至今没有退回的证", "domain.md §6-7", not_returned, percent=False),
    Kpi("confiscated", "出入证没收数", "当月没收的证", "domain.md F08", confiscated, percent=False),
    Kpi("held", "出入证押金余额(元)", "截至月末收取的押金减去已退(含扣款)的", "domain.md §6-7", held, percent=False),
)  # fmt: skip

BREAKDOWNS = (
    Breakdown("trades", "出入证工种", "trade", skip=frozenset({"void"})),
    Breakdown("states", "出入证状态", "state"),
    Breakdown("days", "每日发证", "day", By.DAY, split="kind", skip=frozenset({"void"})),
)
