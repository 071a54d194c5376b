"""The entry pass and its extensions."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.lone import TO_REVIEW, Lone
from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Order, Private, length, one_of, plausible
from desk_app.core.store import partial_index
from desk_app.registers.entry_passes.rules import BEFORE_ISSUE, STATES, draft_number

TO_REFUND = "deposit > 0 AND refunded = 0"
NEVER_ISSUED = (*BEFORE_ISSUE, "void")


def _issued_means(name: str, condition: str) -> CheckConstraint:
    """Return a CHECK that what was ever issued has what a pass must have (a discarded draft is void)."""
    states = ", ".join(f"'{state}'" for state in STATES if state not in NEVER_ISSUED)
    return CheckConstraint(f"(no IS NULL AND state NOT IN ({states})) OR ({condition})", name=name)


class EntryPass(Lone, Base):
    """One pass, long or temporary (`kind`). `no` is given at issue; `ends` is the last valid day.

    Money in 分. `id_masked` is all that is kept of the document's number unless the setting says more (§4.2).
    `ended_*` say how the card came back or was taken away; `replaces_uid` is the lost pass this one replaces,
    `not_after` that one's last day.
    """

    __tablename__ = "entry_pass"
    ORDER: ClassVar[Order] = (("starts", "ends"),)
    __table_args__ = (
        one_of("kind", "long", "temporary"),
        one_of("state", *STATES),
        length("name", 60),
        plausible("issued_at"),
        CheckConstraint("fee >= 0 AND deposit >= 0", name="money_positive"),
        _issued_means("issued_is_numbered", "no IS NOT NULL AND issued_at IS NOT NULL"),
        _issued_means("issued_is_limited", "ends >= starts"),
        _issued_means("issued_to_somebody", "name <> '' AND id_kind <> '' AND place <> ''"),
        _issued_means("long_under_permit", "kind = 'temporary' OR permit_no <> ''"),
        Index("ix_entry_pass_open", "state", "ends"),
        Index("ix_entry_pass_permit", "permit_no", "state"),
        partial_index("ix_entry_pass_to_refund", "state", "ended_on", while_=TO_REFUND),
        partial_index("ix_entry_pass_to_review", "alone_at", while_=TO_REVIEW),
    )

    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    id_kind: Mapped[str] = mapped_column(default="")
    id_no: Mapped[str] = mapped_column(Private, default="")
    id_masked: Mapped[str] = mapped_column(Private, default="")
    id_tail: Mapped[str] = mapped_column(default="")
    odd_reason: Mapped[str] = mapped_column(default="")
    residence_no: Mapped[str] = mapped_column(Private, default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    org: Mapped[str] = mapped_column(default="")
    trade: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    place: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    permit_no: Mapped[str] = mapped_column(default="")
    guarantor: Mapped[str] = mapped_column(default="")
    special_no: Mapped[str] = mapped_column(Private, default="")
    special_until: Mapped[date | None]
    special_checked: Mapped[date | None]
    zone: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    card_no: Mapped[str] = mapped_column(default="")
    paper_permit: Mapped[bool] = mapped_column(default=False)
    paper_id: Mapped[bool] = mapped_column(default=False)
    paper_residence: Mapped[bool] = mapped_column(default=False)
    wanted_to: Mapped[date | None]
    replaces_uid: Mapped[str] = mapped_column(default="")
    not_after: Mapped[date | None]
    sent_back: Mapped[str] = mapped_column(default="")

    approver_name: Mapped[str] = mapped_column(default="")
    fee: Mapped[int] = mapped_column(default=0)
    deposit: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[str] = mapped_column(default="")
    taken_by: Mapped[str] = mapped_column(default="")
    paid_on: Mapped[date | None]
    refunded: Mapped[bool] = mapped_column(default=False, server_default="0")

    day: Mapped[date] = mapped_column(index=True)
    issued_at: Mapped[datetime | None]
    issuer: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    checked_by: Mapped[str] = mapped_column(default="")
    checked_at: Mapped[datetime | None]

    held_since: Mapped[date | None]
    held_reason: Mapped[str] = mapped_column(default="")
    lost_on: Mapped[date | None]
    lost_note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    ended_kind: Mapped[str] = mapped_column(default="")
    ended_by: Mapped[str] = mapped_column(default="")
    ended_note: Mapped[str] = mapped_column(default="")
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")
    card_missing: Mapped[bool] = mapped_column(default=False)

    room: Mapped[Room | None] = relationship()
    extensions: Mapped[list["PassExtension"]] = relationship(
        order_by="PassExtension.nth", back_populates="entry_pass"
    )

    @property
    def shown_no(self) -> str:
        """The number, or the draft's (domain.md §1.2: a draft never has a real one)."""
        return self.no or draft_number(self.id)


class PassExtension(Audited, Base):
    """One extension: the `nth`, from `starts` to `ends`, its fee in 分, who approved it (F08 延期)."""

    __tablename__ = "pass_extension"
    ORDER: ClassVar[Order] = (("starts", "ends"),)
    __table_args__ = (
        CheckConstraint("ends >= starts", name="forward"),
        Index("ix_pass_extension_nth", "pass_id", "nth", unique=True),
    )

    pass_id: Mapped[int] = mapped_column(ForeignKey("entry_pass.id"), index=True)
    nth: Mapped[int]
    starts: Mapped[date]
    ends: Mapped[date]
    fee: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[str] = mapped_column(default="")
    taken_by: Mapped[str] = mapped_column(default="")
    approver_name: Mapped[str]
    handler_name: Mapped[str]
    day: Mapped[date]
    entry_pass: Mapped[EntryPass] = relationship(back_populates="extensions")

    @property
    def history_uid(self) -> str:
        """File an extension under its pass."""
        return self.entry_pass.uid
