"""Numbers like FX-20261121-001: per prefix and day, gapless, never reused (domain.md §1.2)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock
from desk_app.core.records import Base


class Serial(Base):
    """The last number given for a prefix on a day; only ever counted up inside the unit of work."""

    __tablename__ = "serial"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int]


def format_number(prefix: str, day: date, count: int) -> str:
    """Return the number's text; beyond 999 it grows to four digits."""
    return f"{prefix}-{day:%Y%m%d}-{count:03d}"


def take(session: Session, prefix: str, day: date | None = None) -> str:
    """Give the next number of `prefix` for `day` (today), inside the caller's unit of work.

    The writer holds the database's write lock, so two processes never get the same one; a
    rolled-back unit gives its number back, so there is no gap.
    """
    day = day or clock.today()
    serial = session.scalars(select(Serial).where(Serial.prefix == prefix, Serial.day == day)).one_or_none()
    if serial is None:
        serial = Serial(prefix=prefix, day=day, last=0)
        session.add(serial)
    serial.last += 1
    session.flush()
    return format_number(prefix, day, serial.last)
