"""Which shift it is, by the settings' table (S2 值班二; summer hours S2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.core import clock, settings
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate

NAMES = {"day": QT_TRANSLATE_NOOP("Shifts", "白班"), "night": QT_TRANSLATE_NOOP("Shifts", "夜班")}


@dataclass(frozen=True)
class Shift:
    """A shift running from `start` to `end` (UTC); `key` is "day" or "night"."""

    key: str
    start: datetime
    end: datetime

    @property
    def label(self) -> str:
        """The Chinese name with its local hours, as records keep it."""
        return f"{NAMES[self.key]} {self._hours()}"

    @property
    def shown(self) -> str:
        """The name with its local hours in the window's language."""
        return f"{translate('Shifts', NAMES[self.key])} {self._hours()}"

    def _hours(self) -> str:
        return f"{clock.local(self.start):%H:%M}–{clock.local(self.end):%H:%M}"


def current(config: settings.Settings, moment: datetime | None = None) -> Shift:
    """Return the shift at `moment` (now); a night shift crosses midnight."""
    moment = moment or clock.now()
    day = clock.local(moment).date()
    start = _at(day, config.get(settings.DAY_SHIFT))
    if moment < start:
        return Shift("night", _at(day - timedelta(days=1), _night(config, day - timedelta(days=1))), start)
    end = _at(day, _night(config, day))
    if moment < end:
        return Shift("day", start, end)
    return Shift("night", end, _at(day + timedelta(days=1), config.get(settings.DAY_SHIFT)))


def _night(config: settings.Settings, day: date) -> str:
    first, _, last = config.get(settings.SUMMER).partition("~")
    summer = first <= f"{day:%m-%d}" <= last
    return config.get(settings.NIGHT_SHIFT_SUMMER if summer else settings.NIGHT_SHIFT)


def _at(day: date, text: str) -> datetime:
    hour, _, minute = text.partition(":")
    return clock.at(day, int(hour), int(minute))
