"""The contractor's stay, the tools that came along, and every confirmation call."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Numbered, Order, Private, length, one_of, plausible
from desk_app.registers.contractors.rules import STATES


class Contractor(Numbered, Base):
    """One stay of one contractor, or of a crew under its foreman (domain.md F05).

    `call_every` (minutes) is the interval as it was at entry. `due_at` is when the next confirmation is
    planned, `unanswered` how many calls in a row nobody answered; both are empty or 0 once it ended.
    """

    __tablename__ = "contractor"
    ORDER: ClassVar[Order] = (("in_at", "exp_out"), ("in_at", "out_at"))
    __table_args__ = (
        one_of("state", *STATES),
        length("name", 60),
        plausible("in_at"),
        Index("ix_contractor_open", "state", "due_at"),
    )

    name: Mapped[str]
    party_size: Mapped[int] = mapped_column(default=1)
    org: Mapped[str]
    phone: Mapped[str] = mapped_column(Private, default="")
    id_kind: Mapped[str]
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    host_room: Mapped[str]
    host_name: Mapped[str]
    service: Mapped[str]
    confirm: Mapped[str]
    confirmed_by: Mapped[str]
    confirmed_at: Mapped[datetime]
    hot_work: Mapped[bool] = mapped_column(default=False)
    cut_off: Mapped[bool] = mapped_column(default=False)
    plant_room: Mapped[bool] = mapped_column(default=False)
    badge: Mapped[str] = mapped_column(default="")
    badge_lost: Mapped[bool] = mapped_column(default=False)
    in_at: Mapped[datetime]
    exp_out: Mapped[datetime | None]
    out_at: Mapped[datetime | None]
    out_confirmed_by: Mapped[str] = mapped_column(default="")
    call_every: Mapped[int]
    due_at: Mapped[datetime | None]
    unanswered: Mapped[int] = mapped_column(default=0)
    reason_on: Mapped[str] = mapped_column(default="")  # why it went on despite a doubt
    day: Mapped[date] = mapped_column(index=True)

    room: Mapped[Room | None] = relationship()
    tools: Mapped[list["Tool"]] = relationship(order_by="Tool.seq", back_populates="contractor")
    calls: Mapped[list["Call"]] = relationship(order_by="Call.done_at", back_populates="contractor")


class Tool(Audited, Base):
    """One kind of tool or material brought in."""

    __tablename__ = "contractor_tool"
    __table_args__ = (length("name", 60),)

    contractor_id: Mapped[int] = mapped_column(ForeignKey("contractor.id"), index=True)
    seq: Mapped[int]
    name: Mapped[str]
    quantity: Mapped[int]
    removed: Mapped[bool] = mapped_column(default=False)
    contractor: Mapped[Contractor] = relationship(back_populates="tools")

    @property
    def history_uid(self) -> str:
        """Filed under the stay."""
        return self.contractor.uid


class Call(Audited, Base):
    """One confirmation with the customer: when it was planned, done, how, who answered and what was said."""

    __tablename__ = "contractor_call"
    __table_args__ = (length("who", 60), plausible("done_at"))

    contractor_id: Mapped[int] = mapped_column(ForeignKey("contractor.id"), index=True)
    planned_at: Mapped[datetime]
    done_at: Mapped[datetime]
    way: Mapped[str]
    answered: Mapped[bool]
    who: Mapped[str] = mapped_column(default="")
    situation: Mapped[str] = mapped_column(default="")
    abnormal: Mapped[str] = mapped_column(default="")
    handler_name: Mapped[str]
    shift: Mapped[str]
    contractor: Mapped[Contractor] = relationship(back_populates="calls")

    @property
    def history_uid(self) -> str:
        """Filed under the stay."""
        return self.contractor.uid
