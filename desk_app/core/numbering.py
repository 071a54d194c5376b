"""Numbers like FX-20261121-001: per prefix and day, gapless, never reused (domain.md §1.2)."""

from datetime import date

from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, place, store
from desk_app.core.records import Base

_NEXT = (
    "INSERT INTO serial (prefix, day, last) VALUES (?, ?, 1) "
    "ON CONFLICT (prefix, day) DO UPDATE SET last = serial.last + 1 RETURNING last"
)


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
    rolled-back unit gives its number back, so there is no gap. KnownError on a disk that is nearly full: what is
    numbered begins something new.
    """
    if folder := session.info.get("folder"):
        place.assert_room(folder)
    day = day or clock.today()
    ((count,),) = store.run(session, _NEXT, prefix, day.isoformat())
    return format_number(prefix, day, count)
