"""The month's figures of the prints (domain.md F23)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desk_app.core.declare import Breakdown, By, Kpi, Row
from desk_app.registers.document_prints import views

VOID = frozenset({"void"})
DONE = ("printed", "collected")


def _rows(session: Session, first: date, last: date, *states: str) -> list[Row]:
    return [row for row in views.month(session, first, last) if row["state"] in states]


def asked(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the applications: as many as the sheet has lines."""
    return len(views.month(session, first, last)), None


def copies(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the copies printed."""
    return sum(int(str(row["copies"])) for row in _rows(session, first, last, *DONE)), None


def pages(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the pages printed: pages times copies."""
    return sum(int(str(row["total"])) for row in _rows(session, first, last, *DONE)), None


def stamped(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the copies stamped."""
    return sum(int(str(row["seal_copies"])) for row in _rows(session, first, last, *DONE)), None


def collected(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return what was collected over what was printed."""
    return len(_rows(session, first, last, "collected")), len(_rows(session, first, last, *DONE))


KPIS = (
    Kpi("asked", "文件打印申请数", "当月登记的申请(含作废)", "domain.md F23", asked, percent=False),
    Kpi("copies", "文件打印份数", "当月申请中已打印的份数", "domain.md F23", copies, percent=False),
    Kpi("pages", "文件打印页数", "已打印的份数 × 页数", "domain.md F23", pages, percent=False),
    Kpi(
        "stamped", "打印用印份数", "已打印中用印的份数(另登用印台账)", "domain.md F23", stamped, percent=False
    ),
    Kpi("collected", "打印签领率", "已领取 / 已打印(含已领取)", "S0㈦(5)", collected, target="100"),
)

BREAKDOWNS = (
    Breakdown("departments", "文件打印部门", "department", also="total", skip=VOID),
    Breakdown("days", "每日文件打印", "day", By.DAY, also="total", skip=VOID),
)
