"""What the ledger says of deposits: opening, taken, given back, closing, how old, due (domain.md F33).

Counted from the records as they stand: a refund that was made void never was. What went back on paper counts on the
day of that paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from desk_app.core import deadlines
from desk_app.core.declare import label_of
from desk_app.core.deposits import OUTSIDE, WAYS, Held, Refund

AGES = (3, 6, 12)
"""Whole months after which a deposit stands in the next column."""


@dataclass(frozen=True)
class Account:
    """One deposit: whose (`no`, `who`, masked), what `held` says of it, and its refund that stands, if any."""

    no: str
    who: str
    held: Held
    refund: Refund | None = None


@dataclass(frozen=True)
class Line:
    """What moved in some days, 分: opening + taken - back = closing; `deduction` is part of `back`.

    `age` is the place of its column after AGES; `due` is what should have gone back by the last day.
    """

    opening: int
    taken: int
    back: int
    closing: int
    deduction: int
    due: int
    age: int


@dataclass(frozen=True)
class Sum:
    """The same of many deposits."""

    opening: int = 0
    taken: int = 0
    back: int = 0
    closing: int = 0

    def __add__(self, line: Line) -> Sum:
        return Sum(*(getattr(self, one.name) + getattr(line, one.name) for one in fields(self)))


def line(one: Account, first: date, last: date, today: date) -> Line | None:
    """Return what one deposit has to say of the days in [first, last], None when it was not held in them."""
    held, day = one.held, one.refund.day if one.refund else None
    if held.taken > last or (day is not None and day < first):
        return None
    went = day is not None and day <= last
    closing = 0 if went else held.amount
    is_due = closing > 0 and not held.refusal and held.due <= min(last, today)
    return Line(
        opening=held.amount if held.taken < first else 0, taken=held.amount if held.taken >= first else 0,
        back=held.amount if went else 0, closing=closing,
        deduction=one.refund.deduction if one.refund and went else 0, due=closing if is_due else 0,
        age=age(held.taken, min(last, max(today, held.taken))),
    )  # fmt: skip


def age(taken: date, on: date) -> int:
    """Return how many of AGES a deposit is old on a day: 0 for less than three months."""
    return sum(on >= deadlines.add_months(taken, months) for months in AGES)


def summed(lines: Iterable[Line]) -> Sum:
    """Return the sums of some lines."""
    found = Sum()
    for one in lines:
        found += one
    return found


def way_of(one: Refund) -> str:
    """Return in Chinese how a deposit went back."""
    return label_of((*WAYS, OUTSIDE), one.way)
