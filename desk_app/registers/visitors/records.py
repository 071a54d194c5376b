"""The visit and what was brought along."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk_app.core import store
from desk_app.core.premises import Room
from desk_app.core.records import Audited, Base, Numbered, Order, Private, length, one_of, plausible
from desk_app.registers.visitors.rules import STATES


class Visit(Numbered, Base):
    """One visit of one person, or of a group under its leader (domain.md F04)."""

    __tablename__ = "visit"
    ORDER: ClassVar[Order] = (("in_at", "exp_out"), ("in_at", "out_at"))
    __table_args__ = (
        one_of("state", *STATES),
        length("name", 60),
        plausible("in_at"),
        Index("ix_visit_open", "state", "in_at"),
        Index("ix_visit_in_at", "in_at"),
        store.partial_index("ix_visit_id_mark", "id_mark", while_="id_mark != ''"),
    )
    SECRET: ClassVar[frozenset[str]] = frozenset({"id_mark"})

    name: Mapped[str]
    party_size: Mapped[int] = mapped_column(default=1)
    org: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    id_kind: Mapped[str] = mapped_column(default="")
    id_no: Mapped[str] = mapped_column(Private, default="")
    id_mark: Mapped[str] = mapped_column(default="", server_default="")  # core/blind.py
    id_reason: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    host_room: Mapped[str]
    host_name: Mapped[str]
    confirm: Mapped[str] = mapped_column(default="")
    confirmed_by: Mapped[str] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]
    purpose: Mapped[str]
    purpose_note: Mapped[str] = mapped_column(default="")
    badge: Mapped[str] = mapped_column(default="")
    badge_lost: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str] = mapped_column(default="")
    plate: Mapped[str] = mapped_column(Private, default="")
    expected_at: Mapped[datetime | None]
    in_at: Mapped[datetime | None]
    exp_out: Mapped[datetime | None]
    out_at: Mapped[datetime | None]
    end_reason: Mapped[str] = mapped_column(default="")  # why refused, or why signed out by force
    day: Mapped[date] = mapped_column(index=True)

    room: Mapped[Room | None] = relationship()
    belongings: Mapped[list["Belonging"]] = relationship(order_by="Belonging.seq", back_populates="visit")
    party: Mapped[list["Companion"]] = relationship(order_by="Companion.seq", back_populates="visit")


class Belonging(Audited, Base):
    """One kind of thing brought in; `taken_out` is filled when the visitor leaves."""

    __tablename__ = "visit_belonging"
    __table_args__ = (length("name", 60),)

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), index=True)
    seq: Mapped[int]
    name: Mapped[str]
    quantity: Mapped[int]
    removed: Mapped[bool] = mapped_column(default=False)
    visit: Mapped[Visit] = relationship(back_populates="belongings")

    @property
    def history_uid(self) -> str:
        """Filed under the visit."""
        return self.visit.uid


class Companion(Audited, Base):
    """A member of a group: the leader is registered in full, the others by name (domain.md F04)."""

    __tablename__ = "visit_companion"
    __table_args__ = (length("name", 60),)

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"), index=True)
    seq: Mapped[int]
    name: Mapped[str]
    removed: Mapped[bool] = mapped_column(default=False)
    visit: Mapped[Visit] = relationship(back_populates="party")

    @property
    def history_uid(self) -> str:
        """Filed under the visit."""
        return self.visit.uid
