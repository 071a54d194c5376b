"""The key loan, its lines, what came back when, the calls for overdue keys, and what was lost."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.records import Audited, Base, Numbered, Order, Private, length, one_of, only_one, plausible
from desk_app.core.store import partial_index
from desk_app.registers.key_loans.rules import START, STATES


class KeyLoan(Numbered, Base):
    """One movement at the desk: a loan, a collection against a receipt, a hand-over, or keys kept (留存).

    `due_at` only where keys come back. `receipt_no` is the receipt that was handed in; a retained key's own
    receipt is the number of its record. `owner_*` is the consent by telephone, the others are approvals.
    """

    __tablename__ = "key_loan"
    ORDER: ClassVar[Order] = (("out_at", "due_at"), ("out_at", "back_at"))
    __table_args__ = (
        one_of("state", *STATES),
        one_of("kind", *START),
        length("borrower", 60),
        plausible("out_at"),
        CheckConstraint("due_at IS NULL OR due_at >= out_at", name="due_after_out"),
        CheckConstraint("no IS NOT NULL", name="is_numbered"),
        Index("ix_key_loan_open", "state", "due_at"),
    )

    kind: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)
    borrower: Mapped[str]
    standing: Mapped[str]
    org: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="", index=True)
    id_kind: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    purpose_note: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    inspection: Mapped[str] = mapped_column(default="")
    receipt_no: Mapped[str] = mapped_column(default="")
    out_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    back_at: Mapped[datetime | None]
    owner_by: Mapped[str] = mapped_column(default="")
    owner_phone: Mapped[str] = mapped_column(Private, default="")
    approvers: Mapped[str] = mapped_column(default="")
    instructions: Mapped[str] = mapped_column(default="")
    odd_reason: Mapped[str] = mapped_column(default="")
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")
    copies_missing: Mapped[bool] = mapped_column(default=False)

    lines: Mapped[list["Line"]] = relationship(order_by="Line.seq", back_populates="loan")
    calls: Mapped[list["Chase"]] = relationship(order_by="Chase.id", back_populates="loan")

    @property
    def left(self) -> int:
        """How many pieces are still out."""
        return sum(line.left for line in self.lines)

    @property
    def open_lines(self) -> list["Line"]:
        """The lines that are not struck off yet."""
        return [line for line in self.lines if line.is_open]


class Line(Audited, Base):
    """One key of a movement; `is_open` until its last piece is back or lost. A key has one open line at most."""

    __tablename__ = "key_loan_line"
    __table_args__ = (
        only_one("one_loan_a_key", "key_uid", while_="is_open = 1"),
        CheckConstraint("pieces > 0", name="pieces_positive"),
        CheckConstraint("back_pieces + lost_pieces BETWEEN 0 AND pieces", name="not_more_than_lent"),
    )

    loan_id: Mapped[int] = mapped_column(ForeignKey("key_loan.id"), index=True)
    seq: Mapped[int]
    key_uid: Mapped[str] = mapped_column(index=True)
    code: Mapped[str]
    key_kind: Mapped[str]
    place: Mapped[str]
    pieces: Mapped[int]
    back_pieces: Mapped[int] = mapped_column(default=0)
    lost_pieces: Mapped[int] = mapped_column(default=0)
    is_open: Mapped[bool] = mapped_column(default=False)
    back_at: Mapped[datetime | None]
    loan: Mapped[KeyLoan] = relationship(back_populates="lines")
    returns: Mapped[list["Return"]] = relationship(order_by="Return.id", back_populates="line")
    losses: Mapped[list["Loss"]] = relationship(order_by="Loss.id", back_populates="line")

    @property
    def left(self) -> int:
        """How many pieces of this key are still out."""
        return self.pieces - self.back_pieces - self.lost_pieces if self.is_open else 0

    @property
    def history_uid(self) -> str:
        """File a line's changes under its loan."""
        return self.loan.uid


class Return(Audited, Base):
    """What came back at once: how many pieces, who brought them, intact, door locked, who struck it off."""

    __tablename__ = "key_return"
    __table_args__ = (CheckConstraint("pieces > 0", name="pieces_positive"),)

    line_id: Mapped[int] = mapped_column(ForeignKey("key_loan_line.id"), index=True)
    at: Mapped[datetime]
    by_name: Mapped[str]
    pieces: Mapped[int]
    condition: Mapped[str] = mapped_column(default="intact")
    locked: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    struck_by: Mapped[str]
    line: Mapped[Line] = relationship(back_populates="returns")

    @property
    def history_uid(self) -> str:
        """File a return under its loan."""
        return self.line.loan.uid


class Chase(Audited, Base):
    """A call for keys that are overdue: whom, what was said, to whom it was reported (domain.md F07)."""

    __tablename__ = "key_chase"

    loan_id: Mapped[int] = mapped_column(ForeignKey("key_loan.id"), index=True)
    at: Mapped[datetime]
    called: Mapped[str]
    said: Mapped[str] = mapped_column(default="")
    reported: Mapped[str] = mapped_column(default="")
    by_name: Mapped[str]
    loan: Mapped[KeyLoan] = relationship(back_populates="calls")

    @property
    def history_uid(self) -> str:
        """File a call under its loan."""
        return self.loan.uid


class Loss(Audited, Base):
    """A key lost on loan: who answers for it, the lock that was changed (`cost` 分), the new key."""

    __tablename__ = "key_loss"
    ORDER: ClassVar[Order] = (("at", "relocked_at"), ("at", "replaced_at"), ("at", "found_at"))
    __table_args__ = (
        CheckConstraint("cost >= 0", name="cost_positive"),
        partial_index("ix_key_loss_pending", "line_id", while_="replaced_at IS NULL AND found_at IS NULL"),
    )

    line_id: Mapped[int] = mapped_column(ForeignKey("key_loan_line.id"), index=True)
    at: Mapped[datetime]
    pieces: Mapped[int]
    answerable: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    relocked_at: Mapped[datetime | None]
    cost: Mapped[int] = mapped_column(default=0)
    paid_by: Mapped[str] = mapped_column(default="")
    replaced_at: Mapped[datetime | None]
    found_at: Mapped[datetime | None]
    line: Mapped[Line] = relationship(back_populates="losses")

    @property
    def pending(self) -> bool:
        """Whether neither a new key nor the old one hangs on the hook yet."""
        return self.replaced_at is None and self.found_at is None

    @property
    def history_uid(self) -> str:
        """File a loss under its loan."""
        return self.line.loan.uid
