"""The release slip and its list of things."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.lone import TO_REVIEW, Lone
from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Order, Private, length, one_of, plausible
from desk_app.core.store import partial_index
from desk_app.registers.release_slips.rules import DESK_ONLY, STATES, draft_number

MILLI = 1000

"""What the supervisor has to look at again; in words of the database, so that its small index is used."""


def _issued_means(name: str, condition: str) -> CheckConstraint:
    """Return a CHECK that what was ever issued has what an issued slip must have (a discarded draft is void)."""
    states = ", ".join(f"'{state}'" for state in STATES if state not in DESK_ONLY)
    return CheckConstraint(f"(no IS NULL AND state NOT IN ({states})) OR ({condition})", name=name)


class ReleaseSlip(Lone, Base):
    """One slip. `no` is given at issue; `valid_until` is the first moment it is worth nothing."""

    __tablename__ = "release_slip"
    ORDER: ClassVar[Order] = (
        ("issued_at", "valid_until"),
        ("issued_at", "released_at"),
        ("released_at", "recovered_at"),
    )
    __table_args__ = (
        one_of("state", *STATES),
        length("applicant", 60),
        plausible("issued_at"),
        _issued_means("issued_is_numbered", "no IS NOT NULL AND issued_at IS NOT NULL"),
        _issued_means("issued_is_limited", "valid_until > issued_at"),
        _issued_means("issued_is_signed", "id_kind <> '' AND applicant <> '' AND lead_id IS NOT NULL"),
        Index("ix_release_slip_open", "state", "valid_until"),
        partial_index("ix_release_slip_to_review", "day", while_=TO_REVIEW),
    )

    kind: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    customer: Mapped[str] = mapped_column(default="")
    applicant: Mapped[str] = mapped_column(default="")
    standing: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    id_kind: Mapped[str] = mapped_column(default="")
    id_no: Mapped[str] = mapped_column(Private, default="")
    id_tail: Mapped[str] = mapped_column(Private, default="")
    odd_reason: Mapped[str] = mapped_column(default="")
    carrier: Mapped[str] = mapped_column(default="")
    by_car: Mapped[bool] = mapped_column(default=False)
    plate: Mapped[str] = mapped_column(Private, default="")
    route: Mapped[str] = mapped_column(default="")
    route_note: Mapped[str] = mapped_column(default="")
    plan_from: Mapped[datetime | None]
    plan_to: Mapped[datetime | None]
    returnable: Mapped[bool] = mapped_column(default=False)
    return_due: Mapped[date | None]
    reno_no: Mapped[str] = mapped_column(default="")

    consent_how: Mapped[str] = mapped_column(default="")
    consent_by: Mapped[str] = mapped_column(default="")
    consent_phone: Mapped[str] = mapped_column(Private, default="")
    consent_note: Mapped[str] = mapped_column(default="")
    consent_at: Mapped[datetime | None]
    consent_checked_by: Mapped[str] = mapped_column(default="")

    lead_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    lead_name: Mapped[str] = mapped_column(default="")
    lead_role: Mapped[str] = mapped_column(default="")
    lead_note: Mapped[str] = mapped_column(default="")

    day: Mapped[date] = mapped_column(index=True)
    issued_at: Mapped[datetime | None]
    valid_until: Mapped[datetime | None]
    unused_note: Mapped[str] = mapped_column(default="")
    gate: Mapped[str] = mapped_column(default="")
    guard: Mapped[str] = mapped_column(default="")
    released_at: Mapped[datetime | None]
    recovered_at: Mapped[datetime | None]
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")
    copies_missing: Mapped[bool] = mapped_column(default=False)

    room: Mapped[Room | None] = relationship()
    items: Mapped[list["Item"]] = relationship(order_by="Item.seq", back_populates="slip")

    @property
    def kept(self) -> list["Item"]:
        """The lines that stand on the slip."""
        return [line for line in self.items if not line.removed]

    @property
    def pieces(self) -> Decimal:
        """The sum of all quantities."""
        return sum((line.amount for line in self.kept), Decimal(0))

    @property
    def shown_no(self) -> str:
        """The number, or the draft's (domain.md §1.2: a draft never has a real one)."""
        return self.no or draft_number(self.id)


class Item(Audited, Base):
    """One line of the list; `quantity` is in thousandths. A line struck before issue keeps its row."""

    __tablename__ = "release_item"
    __table_args__ = (length("name", 60), CheckConstraint("quantity > 0", name="quantity_positive"))

    slip_id: Mapped[int] = mapped_column(ForeignKey("release_slip.id"), index=True)
    seq: Mapped[int]
    name: Mapped[str]
    spec: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int]
    remark: Mapped[str] = mapped_column(default="")
    removed: Mapped[bool] = mapped_column(default=False)
    slip: Mapped[ReleaseSlip] = relationship(back_populates="items")

    @property
    def amount(self) -> Decimal:
        """The quantity as it was typed."""
        return Decimal(self.quantity) / MILLI

    @property
    def history_uid(self) -> str:
        """File a line's changes under its slip."""
        return self.slip.uid
