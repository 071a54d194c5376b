"""Numbers like FX-20261121-001: per prefix and day, gapless, never reused (domain.md §1.2)."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, place, store
from desk_app.core.records import Base

_NEXT = (
    "INSERT INTO serial (prefix, day, last) VALUES (?, ?, 1) "
    "ON CONFLICT (prefix, day) DO UPDATE SET last = serial.last + 1 RETURNING last"
)
TOLD = "SELECT DISTINCT no FROM history WHERE no LIKE '%-________-%'"
"""Every number that the history tells of; `counted` takes what comes of it."""
_LATELY = "SELECT DISTINCT no FROM history WHERE id > (SELECT max(id) FROM history) - 10000 AND no LIKE '%-________-%'"
_GIVEN = "SELECT prefix, day, last FROM serial"


class Serial(Base):
    """The last number given for a prefix on a day; only ever counted up inside the unit of work."""

    __tablename__ = "serial"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last: Mapped[int]


def format_number(prefix: str, day: date, count: int) -> str:
    """Return the number's text; beyond 999 it grows to four digits."""
    return f"{prefix}-{day:%Y%m%d}-{count:03d}"


def day_of(text: str) -> date | None:
    """Return the day of the first number in a text, None when there is none."""
    seen = re.search(r"\b[A-Z]{2}-(\d{8})-\d+", text)
    with suppress(ValueError):
        return date.fromisoformat(seen[1]) if seen else None
    return None


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


def counted(numbers: Iterable[str]) -> dict[tuple[str, str], int]:
    """Return the last number given by prefix and day (ISO), of any numbers; what is none of ours is passed over."""
    last: dict[tuple[str, str], int] = {}
    for no in numbers:
        prefix, day, count = no.rsplit("-", 2)
        if day.isdecimal() and count.isdecimal():
            key = prefix, f"{day[:4]}-{day[4:6]}-{day[6:]}"
            last[key] = max(last.get(key, 0), int(count))
    return last


def is_behind(session: Session) -> bool:
    """Say whether a number would be given a second time: an old page lies over the table that counts.

    Numbers are given for today: the newest links of the history tell enough.
    """
    given = {(prefix, str(day)): last for prefix, day, last in store.run(session, _GIVEN)}
    told = counted(no for (no,) in store.run(session, _LATELY))
    return any(given.get(key, 0) < last for key, last in told.items())
