"""The sheet of a shift, its relief, the entries on it and what was added to them later."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Numbered, Order, Private, length, one_of, plausible
from desk_app.registers.duty_log.rules import SHEET_LABELS, STAFF_LIMIT, STATES


class DutyShift(Numbered, Base):
    """The log of one shift (domain.md F01); it gets its number when it is handed in.

    `day` is the duty day (a night shift belongs to the day it begins on), `key` and the times are those of
    the shift table when the sheet was opened. `staff` are the names of all on duty, joined as they print.
    """

    __tablename__ = "duty_shift"
    ORDER: ClassVar[Order] = (("starts", "ends"),)
    __table_args__ = (
        one_of("state", *SHEET_LABELS),
        plausible("starts"),
        plausible("ends"),
        length("staff", STAFF_LIMIT),
        Index("one_duty_shift", "day", "key", unique=True),
        Index("ix_duty_shift_open", "state", "ends"),
    )

    day: Mapped[date]
    key: Mapped[str]
    starts: Mapped[datetime]
    ends: Mapped[datetime]
    weather: Mapped[str] = mapped_column(default="")
    staff: Mapped[str] = mapped_column(default="")
    lead_id: Mapped[int | None]
    lead_name: Mapped[str] = mapped_column(default="")
    handed_in_at: Mapped[datetime | None]
    handed_in_by: Mapped[str] = mapped_column(default="")

    entries: Mapped[list["DutyEntry"]] = relationship(
        order_by="(DutyEntry.at, DutyEntry.id)", back_populates="sheet"
    )

    relief: Mapped[list["Relief"]] = relationship(order_by="Relief.seq", back_populates="sheet")

    @property
    def shown_no(self) -> str:
        """The number, or the day and shift while it has none."""
        return self.no or f"{self.day:%m-%d} {self.shift}"


class Relief(Audited, Base):
    """One time somebody stood in: who left when, who took over, back when (S2 值班六)."""

    __tablename__ = "duty_relief"
    ORDER: ClassVar[Order] = (("left_at", "back_at"),)
    __table_args__ = (length("who", 60), length("stand_in", 60))

    sheet_id: Mapped[int] = mapped_column(ForeignKey("duty_shift.id"), index=True)
    seq: Mapped[int]
    left_at: Mapped[datetime]
    who: Mapped[str]
    stand_in: Mapped[str]
    back_at: Mapped[datetime | None]
    removed: Mapped[bool] = mapped_column(default=False)
    sheet: Mapped[DutyShift] = relationship(back_populates="relief")

    @property
    def history_uid(self) -> str:
        """Filed under the sheet."""
        return self.sheet.uid


class DutyEntry(Numbered, Base):
    """One thing that happened at the desk.

    `at` is when it happened, `late` that it was written long after (补记), `added` that its shift's log was
    handed in by then. `carry_on` is the day it was put off to, `call_seconds` how long the call took.
    """

    __tablename__ = "duty_entry"
    ORDER: ClassVar[Order] = (("at", "done_at"),)
    __table_args__ = (
        one_of("state", *STATES),
        plausible("at"),
        length("content", 500),
        length("action", 500),
        Index("ix_duty_entry_open", "state", "at"),
        Index("ix_duty_entry_at", "at", "state"),
    )
    UNTOLD: ClassVar[frozenset[str]] = Audited.UNTOLD | {"sheet_id"}

    sheet_id: Mapped[int] = mapped_column(ForeignKey("duty_shift.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]
    late: Mapped[bool] = mapped_column(default=False)
    added: Mapped[bool] = mapped_column(default=False)
    channel: Mapped[str]
    category: Mapped[str]
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    place: Mapped[str] = mapped_column(default="")
    caller: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    content: Mapped[str]
    action: Mapped[str] = mapped_column(default="")
    notified: Mapped[str] = mapped_column(default="")
    carry_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    result: Mapped[str] = mapped_column(default="")
    call_seconds: Mapped[int | None]
    reason_on: Mapped[str] = mapped_column(default="")  # why it went on despite a doubt

    room: Mapped[Room | None] = relationship()
    sheet: Mapped[DutyShift] = relationship(back_populates="entries")
    additions: Mapped[list["DutyAddition"]] = relationship(order_by="DutyAddition.id", back_populates="entry")


class DutyAddition(Audited, Base):
    """What was added to an entry: a note or a step, with its own time (`created_at`) and name."""

    __tablename__ = "duty_addition"
    __table_args__ = (one_of("step", "note", "finish", "hand_over", "next_day"), length("text", 300))

    entry_id: Mapped[int] = mapped_column(ForeignKey("duty_entry.id"), index=True)
    step: Mapped[str]
    text: Mapped[str]
    handler_name: Mapped[str]
    shift: Mapped[str]
    after_hand_in: Mapped[bool] = mapped_column(default=False)
    entry: Mapped[DutyEntry] = relationship(back_populates="additions")

    @property
    def history_uid(self) -> str:
        """Filed under the entry."""
        return self.entry.uid
