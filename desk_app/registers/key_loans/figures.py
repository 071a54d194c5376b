"""The month's figures of the key loans (domain.md §6, sheet 6)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.declare import Breakdown, By, Kpi
from desk_app.registers.key_loans import terms
from desk_app.registers.key_loans.records import KeyLoan, Line, Loss

COMES_BACK = KeyLoan.kind.in_(terms.COMES_BACK)
VALID = KeyLoan.state != "void"


def lent(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the keys that went out in the month, one a key and loan."""
    query = select(func.count()).select_from(Line).join(KeyLoan)
    query = query.where(COMES_BACK, VALID, KeyLoan.day >= first, KeyLoan.day <= last)
    return session.scalar(query) or 0, None


def _due_lines(session: Session, first: date, last: date) -> list[Line]:
    """Return the keys due in the month: those whose time has come, and those that came back before it."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    query = select(Line).join(KeyLoan).where(
        COMES_BACK, VALID, KeyLoan.due_at >= start, KeyLoan.due_at < end,
        or_(KeyLoan.due_at <= clock.now(), Line.is_open.is_(False)),
    )  # fmt: skip
    return list(session.scalars(query))


def _in_time(line: Line) -> bool:
    due = line.loan.due_at
    return line.back_at is not None and due is not None and line.back_at <= due and not line.lost_pieces


def returned(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Return keys back in time over keys due in the month: the month of the due time counts (§9-6)."""
    lines = _due_lines(session, first, last)
    return sum(map(_in_time, lines)), len(lines)


def late(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the keys due in the month that came late or are not back."""
    return sum(not _in_time(line) for line in _due_lines(session, first, last)), None


def late_now(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the pieces that are out past their time now, of those due up to the month's end."""
    end = min(clock.day_bounds(last)[1], clock.now())
    query = select(Line).join(KeyLoan).where(Line.is_open.is_(True), KeyLoan.due_at < end)
    return sum(line.left for line in session.scalars(query)), None


def lost(session: Session, first: date, last: date) -> tuple[float, float | None]:
    """Count the keys reported lost in the month and not found again."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    query = select(func.count()).select_from(Loss)
    query = query.where(Loss.at >= start, Loss.at < end, Loss.found_at.is_(None))
    return session.scalar(query) or 0, None


KPIS = (
    Kpi("lent", "钥匙借出次数", "当月借用和施工领取的钥匙数(一把一次,不含作废)", "domain.md §6-6", lent, percent=False),
    Kpi(
        "returned", "钥匙归还率", "按时归还次数 / 当期应归还次数(应还时间落在当月;未到期未还的不计)",
        "S0㈦(3)3; domain.md §6", returned, target="100",
    ),
    Kpi("late", "钥匙逾期次数", "应还时间落在当月、晚还或未还的次数", "domain.md §6-6", late, percent=False),
    Kpi("late_now", "当前逾期把数", "截至制表时已过应还时间仍未还的把数", "domain.md §6", late_now, percent=False),
    Kpi("lost", "借出期间遗失", "当月借出期间报失且没有找回的钥匙", "domain.md §6-6", lost, percent=False),
)  # fmt: skip

BREAKDOWNS = (
    Breakdown("standings", "借用人身份", "standing", skip=frozenset({"void"})),
    Breakdown("key_kinds", "钥匙类别", "key_kind", skip=frozenset({"void"})),
    Breakdown("days", "每日借出", "out_at", By.DAY, also="pieces", skip=frozenset({"void"})),
)
