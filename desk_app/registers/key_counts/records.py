"""The stock-take and its lines, one a key, as the book stood when it was begun."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.records import Audited, Base, Numbered, Order, length, one_of
from desk_app.registers.key_counts.rules import RESULT_KEYS, STATES, Counted


class KeyCount(Numbered, Base):
    """One stock-take of a cabinet or of all; `no` is given when it is submitted."""

    __tablename__ = "key_count"
    ORDER: ClassVar[Order] = (("started_at", "submitted_at"), ("submitted_at", "reviewed_at"))
    __table_args__ = (
        one_of("state", *STATES),
        length("diff_reason", 200),
        CheckConstraint("no IS NOT NULL OR state IN ('counting', 'void')", name="submitted_is_numbered"),
        Index("ix_key_count_day", "day", "state"),
        Index("ix_key_count_state", "state"),
    )

    day: Mapped[date]
    scope: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    witness_id: Mapped[int]
    witness_name: Mapped[str]
    keepers: Mapped[str] = mapped_column(default="")
    diff_reason: Mapped[str] = mapped_column(default="")
    handling: Mapped[str] = mapped_column(default="")
    reviewed_by: Mapped[str] = mapped_column(default="")
    reviewed_at: Mapped[datetime | None]
    review_note: Mapped[str] = mapped_column(default="")

    lines: Mapped[list["CountLine"]] = relationship(order_by="CountLine.seq", back_populates="count")

    @property
    def shown_no(self) -> str:
        """The number, once there is one."""
        return self.no or ""


class CountLine(Audited, Base):
    """One key: `expected` pieces on the hook and `away` pieces out when it began; the result and what was found."""

    __tablename__ = "key_count_line"
    __table_args__ = (
        one_of("result", "", *RESULT_KEYS),
        CheckConstraint("found >= 0", name="found_positive"),
    )

    count_id: Mapped[int] = mapped_column(ForeignKey("key_count.id"), index=True)
    seq: Mapped[int]
    key_uid: Mapped[str] = mapped_column(index=True)
    code: Mapped[str]
    tag: Mapped[str] = mapped_column(default="")
    key_kind: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    expected: Mapped[int]
    away: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    found: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    count: Mapped[KeyCount] = relationship(back_populates="lines")

    @property
    def history_uid(self) -> str:
        """File a line's changes under its stock-take."""
        return self.count.uid

    def counted(self) -> Counted:
        """Return the line as the rules ask it."""
        return Counted(self.code, self.expected, self.away, self.result, self.found)
