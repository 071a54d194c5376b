"""One document the desk was asked to print, from application to collection."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desk_app.core.records import Base, Numbered, Order, length, one_of
from desk_app.registers.document_prints import terms
from desk_app.registers.document_prints.rules import STATES

DONE = "state NOT IN ('printed', 'collected')"


class DocumentPrint(Numbered, Base):
    """One print. `seal_copies` of the `copies` are stamped; `agreed_at` is when the supervisor's consent was noted."""

    __tablename__ = "document_print"
    ORDER: ClassVar[Order] = (
        ("applied_at", "agreed_at"),
        ("agreed_at", "printed_at"),
        ("printed_at", "collected_at"),
    )
    __table_args__ = (
        one_of("state", *STATES),
        one_of("department", *terms.SUPERVISED_BY),
        length("title", 120),
        CheckConstraint("no IS NOT NULL", name="is_numbered"),
        CheckConstraint("copies > 0 AND pages > 0", name="counts_positive"),
        CheckConstraint("seal_copies BETWEEN 0 AND copies", name="seal_copies_fit"),
        CheckConstraint(f"agreed_at IS NOT NULL OR (state <> 'agreed' AND {DONE})", name="agreed_first"),
        CheckConstraint(f"printed_at IS NOT NULL OR {DONE}", name="printed_is_timed"),
        CheckConstraint("collected_at IS NOT NULL OR state <> 'collected'", name="collected_is_timed"),
        Index("ix_document_print_state", "state"),
    )

    day: Mapped[date] = mapped_column(index=True)
    applied_at: Mapped[datetime]
    title: Mapped[str]
    doc_no: Mapped[str] = mapped_column(default="")
    department: Mapped[str]
    applicant: Mapped[str]
    applicant_signed: Mapped[bool] = mapped_column(default=False)
    approver_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    approver_name: Mapped[str]
    approver_signed: Mapped[bool] = mapped_column(default=False)
    agreed_at: Mapped[datetime | None]
    copies: Mapped[int]
    pages: Mapped[int]
    sides: Mapped[str] = mapped_column(default="single")
    colour: Mapped[str] = mapped_column(default="black")
    secrecy: Mapped[str] = mapped_column(default="")
    seal: Mapped[bool] = mapped_column(default=False)
    seal_copies: Mapped[int] = mapped_column(default=0)
    stamped: Mapped[bool] = mapped_column(default=False)
    printer_name: Mapped[str] = mapped_column(default="")
    printed_at: Mapped[datetime | None]
    collector: Mapped[str] = mapped_column(default="")
    collector_signed: Mapped[bool] = mapped_column(default=False)
    collected_at: Mapped[datetime | None]
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")

    @property
    def shown_no(self) -> str:
        """The number: every print has one from the application on."""
        return self.no or ""
