"""Notices that this computer's clock was turned, by what has passed since it was started.

Records are ordered by their numbers, never by the clock; a turned clock is told and filed all the same, because
every time written from now on is in doubt (safety.md §2(h)).
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from desk_app.core import clock
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

FORWARD = timedelta(minutes=5)
BACKWARD = timedelta(seconds=-10)
"""Less is what a time server puts right by itself."""
_YEARS = range(2001, 2099)
"""What the tables take (core/records.py), less a year at each end for what is reckoned from now."""


def _since_boot() -> float:
    """Return seconds that go on while the computer sleeps, where the system knows them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ClockWatch:
    """Looked at every minute; `look` returns by how much the clock was turned since the last time."""

    def __init__(self) -> None:
        self._at, self._passed = clock.now(), _since_boot()

    def look(self) -> timedelta | None:
        """Return how far the clock jumped, None while it goes right."""
        now, passed = clock.now(), _since_boot()
        jump = (now - self._at) - timedelta(seconds=passed - self._passed)
        self._at, self._passed = now, passed
        return jump if jump > FORWARD or jump < BACKWARD else None


def assert_possible() -> None:
    """Refuse to write at a time that cannot be: a computer whose battery is empty starts in 1970. KnownError."""
    now = clock.now()
    if now.year not in _YEARS:
        text = translate("Clock", "电脑的时间是 {now},不对,所以没有保存。请校准电脑的日期和时间,再保存一次。")
        raise KnownError(text.format(now=f"{now:%Y-%m-%d}"))


def behind(last: datetime | None) -> timedelta | None:
    """Return how far the clock stands before the last change in the database, None when it does not."""
    if last is None or clock.now() - last > BACKWARD:
        return None
    return clock.now() - last


def sentence(jump: timedelta) -> str:
    """Tell a jump and what to do."""
    text = (
        translate("Clock", "电脑的时间被往回拨了约 {span}。请校准电脑时间;已有记录的先后不受影响。")
        if jump < timedelta()
        else translate("Clock", "电脑的时间往前跳了约 {span}。请校准电脑时间;已有记录的先后不受影响。")
    )
    return text.format(span=_span(abs(jump)))


def _span(long: timedelta) -> str:
    """Return about how long something is, in the unit in which people would say it."""
    if long < timedelta(hours=2):
        return translate("Clock", "{number} 分钟").format(number=max(1, round(long / timedelta(minutes=1))))
    if long < timedelta(days=2):
        return translate("Clock", "{number} 小时").format(number=round(long / timedelta(hours=1)))
    return translate("Clock", "{number} 天").format(number=round(long / timedelta(days=1)))


def zone_sentence() -> str:
    """Say that the computer is set to another time zone than the building's, "" when it is not."""
    offset = datetime.now().astimezone().utcoffset()
    if offset is None or offset == clock.ZONE.utcoffset(None):
        return ""
    hours = offset.total_seconds() / 3600
    text = translate(
        "Clock", "这台电脑的时区是 UTC{hours:+g},程序一律按北京时间(UTC+8)记录。请把电脑改回北京时间。"
    )
    return text.format(hours=hours)
