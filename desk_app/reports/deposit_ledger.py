"""The sheet 押金台账 of the month's workbook: a row a deposit, sums at its head and foot (domain.md F33).

The workbook is Chinese in every language of the window. Passes and renovations are in it: nothing else takes deposits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from desk_app.core import clock, deposit_ledger, money, privacy
from desk_app.core.declare import Choice, Column, ColumnKind, Row
from desk_app.core.deposit_ledger import Account, Line
from desk_app.core.deposits import Refund
from desk_app.documents.workbook import Book, Heading, add_table
from desk_app.registers.entry_passes import refunding as passes
from desk_app.registers.renovation_permits import refunding as renovations

NAME = "押金台账"
REGISTERS = frozenset({"entry_passes", "renovation_permits"})
"""The registers whose deposits it tells of."""
AGES = (Choice("0", "0–3 月"), Choice("1", "3–6 月"), Choice("2", "6–12 月"), Choice("3", "12 月以上"))
KINDS = (passes.KIND, *renovations.KINDS)
COLUMNS = (
    Column("no", "证/单号", width=18),
    Column("kind", "类别", width=11),
    Column("who", "客户", width=20),
    Column("taken_on", "收款日", ColumnKind.DATE, width=11),
    Column("receipt", "收据号", width=12),
    Column("opening", "期初", ColumnKind.MONEY, width=11, total=True),
    Column("taken", "本期收", ColumnKind.MONEY, width=11, total=True),
    Column("back", "本期退", ColumnKind.MONEY, width=11, total=True),
    Column("deduction", "其中扣款", ColumnKind.MONEY, width=10, total=True),
    Column("closing", "期末余额", ColumnKind.MONEY, width=11, total=True),
    Column("age", "账龄", ColumnKind.CHOICE, width=9, choices=AGES),
    Column("due_on", "可退日", ColumnKind.DATE, width=11),
    Column("due", "到期可退未退", ColumnKind.MONEY, width=12, total=True),
    Column("refund_no", "退款单号", width=17),
    Column("refund_day", "退款日", ColumnKind.DATE, width=11),
    Column("way", "退款方式", width=14),
    Column("original", "收据原件", width=9),
    Column("why", "扣款原因", width=20),
)
NOTE = "期初+本期收-本期退=期末余额(本期退含扣款);作废的退款单按未退计,系统外已退的按纸质单据日期计。"


def add(book: Book, session: Session, title: str, made: str, first: date, last: date) -> None:
    """Add the sheet for the days in [first, last]."""
    found = list(lines(session, first, last))
    notes = [made, *sums(found), NOTE]
    rows = (_row(*one, last) for one in found)
    add_table(book, NAME, Heading(title, tuple(notes)), COLUMNS, (), rows)


def lines(session: Session, first: date, last: date) -> Iterator[tuple[Account, Line]]:
    """Yield the deposits that were held in some days, by kind and day, with what moved."""
    accounts = [*passes.accounts(session, first, last), *renovations.accounts(session, first, last)]
    for one in sorted(accounts, key=lambda one: (KINDS.index(one.held.kind), one.held.taken, one.no)):
        line = deposit_ledger.line(one, first, last, clock.today())
        if line is not None:
            yield one, line


def sums(found: Sequence[tuple[Account, Line]]) -> Iterator[str]:
    """Yield a sentence a kind of deposit with its sums, and one on how old what is held is."""
    for label, some in groupby(found, key=lambda one: one[0].held.label):
        total = deposit_ledger.summed(line for _one, line in some)
        yield (
            f"{label}:期初 {money.text(total.opening)}  本期收 {money.text(total.taken)}  "
            f"本期退 {money.text(total.back)}  期末余额 {money.text(total.closing)}"
        )
    ages = (
        (one.label, sum(line.closing for _one, line in found if str(line.age) == one.key)) for one in AGES
    )
    yield "期末余额账龄:" + "  ".join(f"{label} {money.text(amount)}" for label, amount in ages)


def _row(one: Account, line: Line, last: date) -> Row:
    held, refund = one.held, one.refund
    went = refund if refund is not None and refund.day <= last else None
    return {
        "id": 0, "uid": "", "state": "", "no": one.no, "kind": held.label, "who": one.who, "taken_on": held.taken,
        "receipt": held.receipt or "无收据号", "opening": line.opening or None, "taken": line.taken or None,
        "back": line.back or None, "deduction": line.deduction or None, "closing": line.closing,
        "age": str(line.age) if line.closing else "",
        "due_on": None if held.refusal else held.due, "due": line.due or None,
        **({
            "refund_no": went.no, "refund_day": went.day, "way": deposit_ledger.way_of(went),
            "original": _original(went), "why": privacy.free(went.why),
        } if went else {}),
    }  # fmt: skip


def _original(refund: Refund) -> str:
    if refund.outside:
        return f"纸质 {refund.paper_no}"
    return "已收回" if refund.receipt_back else "无原件"
