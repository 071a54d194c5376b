"""The only clock: times are aware and stored in UTC; "today" is the building's local day."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8), "CST")
"""The building's time: all of China has one, without summer time since 1992."""


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system
_ticks: Callable[[], float] = time.monotonic


def now() -> datetime:
    """Return the current time, aware, in UTC, whole milliseconds."""
    moment = _source().astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def not_before(begun: datetime | None) -> datetime:
    """Return now, or `begun` where the clock was turned back behind it: what began before it ended never lasts less
    than no time, and can be ended whatever the clock says (figures/safety.md §2(h))."""
    return max(now(), begun) if begun else now()


def today() -> date:
    """Return the building's current calendar day."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Return an aware `moment` in the building's time zone."""
    return moment.astimezone(ZONE)


def at(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """Return the UTC moment of a local wall-clock time."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the UTC moments [start, end) of a local day."""
    return at(day), at(day + timedelta(days=1))


def set_source(source: Callable[[], datetime] | None) -> None:
    """Replace the clock in tests and in demo data; None goes back to the system's."""
    global _source
    _source = source or _system


def ticks() -> float:
    """Return seconds since this computer was started: no setting of the clock changes them."""
    return _ticks()


def set_ticks(source: Callable[[], float] | None) -> None:
    """Replace the seconds since the start in tests; None goes back to the system's."""
    global _ticks
    _ticks = source or time.monotonic
