"""The hot-work permit, the answers of its checklist, and what was noted at the site."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.declare import label_of
from desk_app.core.lone import TO_REVIEW, Lone
from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Order, Private, length, one_of, plausible
from desk_app.core.store import partial_index
from desk_app.registers.hot_work_permits import terms
from desk_app.registers.hot_work_permits.rules import STATES, UNNUMBERED, draft_number


def _issued_means(name: str, condition: str) -> CheckConstraint:
    """Return a CHECK that what was ever issued has what an issued permit must have."""
    states = ", ".join(f"'{state}'" for state in STATES if state not in UNNUMBERED)
    return CheckConstraint(f"(no IS NULL AND state NOT IN ({states})) OR ({condition})", name=name)


class HotWorkPermit(Lone, Base):
    """One permit for one point. `no` is given at issue; `ends` is the first moment it is worth nothing."""

    __tablename__ = "hot_work_permit"
    ORDER: ClassVar[Order] = (
        ("inspected_at", "approved_at"),
        ("approved_at", "issued_at"),
        ("issued_at", "started_at"),
        ("started_at", "finished_at"),
        ("started_at", "stopped_at"),
        ("finished_at", "rechecked_at"),
        ("rechecked_at", "recovered_at"),
    )
    __table_args__ = (
        one_of("state", *STATES),
        length("welder", 60),
        plausible("issued_at"),
        _issued_means("issued_is_numbered", "no IS NOT NULL AND issued_at IS NOT NULL"),
        _issued_means("issued_is_limited", "ends > starts"),
        _issued_means("issued_is_watched", "welder <> '' AND watch <> '' AND watch <> welder"),
        _issued_means("issued_is_inspected", "inspected_at IS NOT NULL AND approved_at IS NOT NULL"),
        CheckConstraint("state <> 'closed' OR rechecked_at IS NOT NULL", name="closed_is_rechecked"),
        Index("ix_hot_work_permit_open", "state", "ends"),
        partial_index("ix_hot_work_permit_to_review", "alone_at", while_=TO_REVIEW),
    )

    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    place: Mapped[str] = mapped_column(default="")
    spot: Mapped[str] = mapped_column(default="")
    org: Mapped[str] = mapped_column(default="")
    site_lead: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    basis: Mapped[str] = mapped_column(default="")
    renovation_uid: Mapped[str] = mapped_column(default="", index=True)
    work: Mapped[str] = mapped_column(default="")
    methods: Mapped[str] = mapped_column(default="")  # keys of terms.METHODS, space-separated
    outdoors: Mapped[bool] = mapped_column(default=False)
    wind: Mapped[int | None]

    scheme: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")  # as asked for
    counted_level: Mapped[str] = mapped_column(default="")  # after raising
    raised_by: Mapped[str] = mapped_column(default="")
    plan: Mapped[str] = mapped_column(default="")
    starts: Mapped[datetime | None]
    ends: Mapped[datetime | None]

    welder: Mapped[str] = mapped_column(default="")
    cert_kind: Mapped[str] = mapped_column(default="")
    cert_no: Mapped[str] = mapped_column(Private, default="")
    cert_until: Mapped[date | None]
    cert_review: Mapped[date | None]
    cert_found: Mapped[str] = mapped_column(default="")
    cert_checked_on: Mapped[date | None]
    watch: Mapped[str] = mapped_column(default="")
    watch_phone: Mapped[str] = mapped_column(Private, default="")
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    supervisor_name: Mapped[str] = mapped_column(default="")
    ext_kind: Mapped[str] = mapped_column(default="")
    ext_count: Mapped[int | None]
    ext_until: Mapped[date | None]
    notice: Mapped[bool] = mapped_column(default=False)

    impair: Mapped[bool] = mapped_column(default=False)
    impair_what: Mapped[str] = mapped_column(default="")
    impair_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    impair_by: Mapped[str] = mapped_column(default="")
    impair_until: Mapped[datetime | None]
    restored_at: Mapped[datetime | None]
    restored_by: Mapped[str] = mapped_column(default="")

    inspected_at: Mapped[datetime | None]
    inspected_by: Mapped[str] = mapped_column(default="")
    inspect_note: Mapped[str] = mapped_column(default="")
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str] = mapped_column(default="")

    day: Mapped[date] = mapped_column(index=True)
    issued_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    looked_at: Mapped[datetime | None]  # the last patrol, or the start or resumption
    stopped_at: Mapped[datetime | None]
    stop_kind: Mapped[str] = mapped_column(default="")
    stop_note: Mapped[str] = mapped_column(default="")
    finished_at: Mapped[datetime | None]
    quiet_from: Mapped[datetime | None]  # the wait for the re-check counts from here
    rechecked_at: Mapped[datetime | None]
    rechecked_by: Mapped[str] = mapped_column(default="")
    recheck_note: Mapped[str] = mapped_column(default="")
    recheck_on_time: Mapped[bool] = mapped_column(default=False)
    recovered_at: Mapped[datetime | None]
    recovered_by: Mapped[str] = mapped_column(default="")
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")
    copies_missing: Mapped[bool] = mapped_column(default=False)
    odd_reason: Mapped[str] = mapped_column(default="")

    room: Mapped[Room | None] = relationship()
    answers: Mapped[list["HotWorkAnswer"]] = relationship(
        order_by="HotWorkAnswer.id", back_populates="permit"
    )

    notes: Mapped[list["HotWorkNote"]] = relationship(order_by="HotWorkNote.id", back_populates="permit")

    @property
    def shown_no(self) -> str:
        """The number, or the draft's (domain.md §1.2: a draft never has a real one)."""
        return self.no or draft_number(self.id)

    @property
    def where(self) -> str:
        """The place with its exact point."""
        return " ".join(filter(None, (self.place, self.spot)))

    @property
    def method_labels(self) -> list[str]:
        """The Chinese names of the methods."""
        return [label_of(terms.METHODS, key) for key in self.methods.split()]


class HotWorkAnswer(Audited, Base):
    """One answered line of the checklist."""

    __tablename__ = "hot_work_answer"
    __table_args__ = (
        one_of("measure", *(one.key for one in terms.MEASURES)),
        one_of("answer", "", *(choice.key for choice in terms.ANSWERS)),
        UniqueConstraint("permit_id", "measure"),
    )

    permit_id: Mapped[int] = mapped_column(ForeignKey("hot_work_permit.id"), index=True)
    measure: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    permit: Mapped[HotWorkPermit] = relationship(back_populates="answers")

    @property
    def history_uid(self) -> str:
        """File an answer's changes under its permit."""
        return self.permit.uid


class HotWorkNote(Audited, Base):
    """Something noted at the site: a patrol, a pause, a re-check that found something."""

    __tablename__ = "hot_work_note"
    __table_args__ = (one_of("kind", "patrol", "pause", "resume", "recheck"), length("by", 60))

    permit_id: Mapped[int] = mapped_column(ForeignKey("hot_work_permit.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    fine: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    permit: Mapped[HotWorkPermit] = relationship(back_populates="notes")

    @property
    def history_uid(self) -> str:
        """File what was noted under its permit."""
        return self.permit.uid
