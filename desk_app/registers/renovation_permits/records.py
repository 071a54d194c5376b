"""An application with its works, answers, papers, pauses, trials, fees, and the extensions of its permit."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Numbered, Order, Private, length, one_of, plausible
from desk_app.registers.renovation_permits.checklist import ITEMS, Handed
from desk_app.registers.renovation_permits.rules import IN_FORCE, STATES, draft_number
from desk_app.registers.renovation_permits.terms import FEES, MATTERS, RESULTS, TRIAL_KINDS
from desk_app.registers.renovation_permits.timing import Away


class Renovation(Numbered, Base):
    """One renovation from the application to its end. `no` is ZX, given at submit; `permit_no` XK, at issue.

    `cost` in 分, `area` in 0.01 m²; `starts` and `ends` are the planned days until issue, then the permit's.
    """

    __tablename__ = "renovation"
    ORDER: ClassVar[Order] = (
        ("starts", "ends"),
        ("submitted_at", "complete_at"),
        ("complete_at", "decided_at"),
        ("issued_at", "ended_at"),
    )
    __table_args__ = (
        one_of("state", *STATES),
        length("applicant", 60),
        length("org", 60),
        plausible("complete_at"),
        CheckConstraint("ends >= starts", name="ends_after_it_starts"),
        CheckConstraint(
            "state NOT IN ({}) OR (permit_no IS NOT NULL AND issued_at IS NOT NULL)".format(
                ", ".join(f"'{state}'" for state in IN_FORCE)
            ),
            name="in_force_is_numbered",
        ),
        Index("ix_renovation_open", "state", "ends"),
    )

    permit_no: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    place: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    tenant: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")
    applicant: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    by_agent: Mapped[bool] = mapped_column(default=False)

    org: Mapped[str] = mapped_column(default="")
    credit_code: Mapped[str] = mapped_column(default="")
    qual_no: Mapped[str] = mapped_column(default="")
    qual_grade: Mapped[str] = mapped_column(default="")
    qual_until: Mapped[date | None]
    foreman: Mapped[str] = mapped_column(default="")
    foreman_phone: Mapped[str] = mapped_column(Private, default="")
    fire_lead: Mapped[str] = mapped_column(default="")
    fire_phone: Mapped[str] = mapped_column(Private, default="")
    workers: Mapped[int | None]
    area: Mapped[int | None]
    cost: Mapped[int | None]
    hours: Mapped[str] = mapped_column(default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    odd_reason: Mapped[str] = mapped_column(default="")

    day: Mapped[date] = mapped_column(index=True)
    submitted_at: Mapped[datetime | None]
    complete_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]
    issued_at: Mapped[datetime | None]
    issued_by: Mapped[str] = mapped_column(default="")
    hours_text: Mapped[str] = mapped_column(default="")
    stop_reason: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]
    void_kind: Mapped[str] = mapped_column(default="")
    void_approver: Mapped[str] = mapped_column(default="")

    room: Mapped[Room | None] = relationship()
    works: Mapped[list["RenovationWork"]] = relationship(
        order_by="RenovationWork.seq", back_populates="renovation"
    )

    answers: Mapped[list["RenovationAnswer"]] = relationship(
        order_by="RenovationAnswer.id", back_populates="renovation"
    )

    permissions: Mapped[list["RenovationPermission"]] = relationship(
        order_by="RenovationPermission.seq", back_populates="renovation"
    )

    papers: Mapped[list["HandedIn"]] = relationship(order_by="HandedIn.id", back_populates="renovation")
    pauses: Mapped[list["RenovationPause"]] = relationship(
        order_by="RenovationPause.id", back_populates="renovation"
    )

    trials: Mapped[list["RenovationTrial"]] = relationship(
        order_by="RenovationTrial.id", back_populates="renovation"
    )

    fees: Mapped[list["RenovationFee"]] = relationship(
        order_by="RenovationFee.id", back_populates="renovation"
    )

    extensions: Mapped[list["RenovationExtension"]] = relationship(
        order_by="RenovationExtension.id", back_populates="renovation"
    )

    @property
    def kept_works(self) -> list["RenovationWork"]:
        """The parts that stand in the application."""
        return [line for line in self.works if not line.removed]

    @property
    def kept_permissions(self) -> list["RenovationPermission"]:
        """The government papers that stand."""
        return [line for line in self.permissions if not line.removed]

    @property
    def shown_no(self) -> str:
        """The application's number, or the draft's (domain.md §1.2)."""
        return self.no or draft_number(self.id)

    @property
    def customer(self) -> str:
        """Who has it done: the tenant, else the owner."""
        return self.tenant if self.relation == "tenant" and self.tenant else self.owner


class Line(Audited):
    """A row under an application: its changes are filed there."""

    @property
    def history_uid(self) -> str:
        """File a row's changes under its application."""
        return str(self.renovation.uid)  # type: ignore[attr-defined]


class RenovationWork(Line, Base):
    """One part of the works, and what it touches; a line struck keeps its row."""

    __tablename__ = "renovation_work"
    __table_args__ = (length("part", 60),)

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    seq: Mapped[int]
    part: Mapped[str]
    content: Mapped[str]
    material: Mapped[str] = mapped_column(default="")
    fire_class: Mapped[str] = mapped_column(default="")
    water: Mapped[bool] = mapped_column(default=False)
    electric: Mapped[bool] = mapped_column(default=False)
    fire: Mapped[bool] = mapped_column(default=False)
    aircon: Mapped[bool] = mapped_column(default=False)
    facade: Mapped[bool] = mapped_column(default=False)
    load: Mapped[bool] = mapped_column(default=False)
    removed: Mapped[bool] = mapped_column(default=False)
    renovation: Mapped[Renovation] = relationship(back_populates="works")


class RenovationAnswer(Line, Base):
    """One answer of the self-check."""

    __tablename__ = "renovation_answer"
    __table_args__ = (
        one_of("matter", *(matter.key for matter in MATTERS)),
        Index("one_answer_a_matter", "renovation_id", "matter", unique=True),
    )

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"))
    matter: Mapped[str]
    yes: Mapped[bool | None]
    renovation: Mapped[Renovation] = relationship(back_populates="answers")


class RenovationPermission(Line, Base):
    """A government paper: what it allows, its number, its day."""

    __tablename__ = "renovation_permission"
    __table_args__ = (length("paper_no", 60),)

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    seq: Mapped[int]
    matter: Mapped[str]
    paper_no: Mapped[str]
    paper_day: Mapped[date]
    removed: Mapped[bool] = mapped_column(default=False)
    renovation: Mapped[Renovation] = relationship(back_populates="permissions")


class HandedIn(Line, Base):
    """One paper of the checklist: handed in or not, since when, its number, until when it is good."""

    __tablename__ = "renovation_paper"
    __table_args__ = (
        one_of("item", *(item.key for item in ITEMS)),
        Index("one_paper_an_item", "renovation_id", "item", unique=True),
    )

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"))
    item: Mapped[str]
    handed: Mapped[bool] = mapped_column(default=False)
    handed_at: Mapped[datetime | None]
    paper_no: Mapped[str] = mapped_column(default="")
    good_until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    renovation: Mapped[Renovation] = relationship(back_populates="papers")

    @property
    def known(self) -> Handed:
        """The paper as the rules ask it."""
        return Handed(self.item, self.handed, self.good_until)


class RenovationPause(Line, Base):
    """The papers were sent back for correction: why, when, and when they came again."""

    __tablename__ = "renovation_pause"
    ORDER: ClassVar[Order] = (("paused_at", "resumed_at"),)
    __table_args__ = (plausible("paused_at"),)

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    paused_at: Mapped[datetime]
    resumed_at: Mapped[datetime | None]
    reason: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    superseded: Mapped[bool] = mapped_column(default=False)  # of a round of approval that was refused
    renovation: Mapped[Renovation] = relationship(back_populates="pauses")

    @property
    def away(self) -> Away:
        """The pause in local days."""
        from desk_app.core import clock

        back = clock.local(self.resumed_at).date() if self.resumed_at else None
        return Away(clock.local(self.paused_at).date(), back)


class RenovationTrial(Line, Base):
    """A water or pressure test. `depth` in mm, `pressure` and `drop` in kPa, `hold` in minutes."""

    __tablename__ = "renovation_trial"
    ORDER: ClassVar[Order] = (("begun_at", "done_at"),)
    __table_args__ = (
        one_of("kind", *(kind.key for kind in TRIAL_KINDS)),
        one_of("result", "", *(result.key for result in RESULTS)),
        plausible("begun_at"),
    )

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    kind: Mapped[str]
    zone: Mapped[str] = mapped_column(default="")
    begun_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    depth: Mapped[int | None]
    downstairs: Mapped[str] = mapped_column(default="")
    medium: Mapped[str] = mapped_column(default="")
    pressure: Mapped[int | None]
    hold_minutes: Mapped[int | None]
    pressure_drop: Mapped[int | None]
    exempt: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    signed_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    renovation: Mapped[Renovation] = relationship(back_populates="trials")


class RenovationFee(Line, Base):
    """Money recorded with its receipt, 分; what of it went back is told by core/deposits.py."""

    __tablename__ = "renovation_fee"
    __table_args__ = (
        one_of("kind", *(fee.key for fee in FEES)),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
    )

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    kind: Mapped[str]
    amount: Mapped[int]
    receipt: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    removed: Mapped[bool] = mapped_column(default=False)
    renovation: Mapped[Renovation] = relationship(back_populates="fees")


class RenovationExtension(Line, Base):
    """One extension of the permit: from which last day to which, why, and who agreed."""

    __tablename__ = "renovation_extension"
    ORDER: ClassVar[Order] = (("old_end", "new_end"),)

    renovation_id: Mapped[int] = mapped_column(ForeignKey("renovation.id"), index=True)
    old_end: Mapped[date]
    new_end: Mapped[date]
    reason: Mapped[str]
    approver_id: Mapped[int]
    approver: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    renovation: Mapped[Renovation] = relationship(back_populates="extensions")
