"""Levels of hot work as data, and the arithmetic of a permit's window. Pure functions.

Three schemes (domain.md F10): A after GB 30871 [L07], B the building sites' [U44][U45], and the office
tower's own, which is the default: the same day, the same shift, one point.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.core import clock, shifts
from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.people import Role
from desk_app.core.settings import Settings
from desk_app.core.workdays import Calendar


@dataclass(frozen=True)
class Level:
    """One level: the longest window in `hours`, who approves at last, whether a written plan is needed.

    `one_shift`: the window lies within one shift and one day.
    """

    key: str
    label: str
    hours: int
    approvers: tuple[Role, ...]
    clause: str
    one_shift: bool = False
    plan: bool = False


@dataclass(frozen=True)
class Scheme:
    """Levels, the most dangerous first; the last is the usual one."""

    key: str
    levels: tuple[Level, ...]

    def level(self, key: str) -> Level | None:
        """Return the level called `key`, None when this scheme has none; "" is the usual one."""
        if not key:
            return self.levels[-1]
        return next((level for level in self.levels if level.key == key), None)

    def up(self, level: Level) -> Level:
        """Return the level above; the highest stays where it is."""
        return self.levels[max(0, self.levels.index(level) - 1)]


ANSWERABLE = (Role.JL,)
"""The person answerable for fire safety (GB/T 40248 [L09]); the manager, unless a level says otherwise."""

DAY = 24
OFFICE = Scheme("office", (
    Level("office_up", QT_TRANSLATE_NOOP("HotWork", "一般动火(升级)"), 8, ANSWERABLE, "domain.md F10 [L07]", one_shift=True),
    Level("office", QT_TRANSLATE_NOOP("HotWork", "一般动火"), 12, ANSWERABLE, "domain.md F10 [L09]", one_shift=True),
))  # fmt: skip
SCHEME_A = Scheme("a", (
    Level("a_special", QT_TRANSLATE_NOOP("HotWork", "特级(A)"), 8, ANSWERABLE, "domain.md F10 [L07]", plan=True),
    Level("a_first", QT_TRANSLATE_NOOP("HotWork", "一级(A)"), 8, ANSWERABLE, "domain.md F10 [L07]"),
    Level("a_second", QT_TRANSLATE_NOOP("HotWork", "二级(A)"), 3 * DAY, ANSWERABLE, "domain.md F10 [L07]"),
))  # fmt: skip
SCHEME_B = Scheme("b", (
    Level("b_first", QT_TRANSLATE_NOOP("HotWork", "一级(B)"), DAY, ANSWERABLE, "domain.md F10 [K]", plan=True),
    Level("b_second", QT_TRANSLATE_NOOP("HotWork", "二级(B)"), 3 * DAY, ANSWERABLE, "domain.md F10 [U45]"),
    Level("b_third", QT_TRANSLATE_NOOP("HotWork", "三级(B)"), 7 * DAY, (Role.JL, Role.KZ), "domain.md F10 [K]"),
))  # fmt: skip
SCHEMES = {scheme.key: scheme for scheme in (OFFICE, SCHEME_A, SCHEME_B)}
LEVELS = {level.key: level for scheme in SCHEMES.values() for level in scheme.levels}
CHOICES = tuple(Choice(level.key, level.label) for level in LEVELS.values())

RAISES = {
    "night": QT_TRANSLATE_NOOP("HotWork", "夜间"),
    "weekend": QT_TRANSLATE_NOOP("HotWork", "公休日"),
    "holiday": QT_TRANSLATE_NOOP("HotWork", "法定节假日"),
}
"""What puts a permit one level up (domain.md F10, after GB 30871 [L07])."""


@dataclass(frozen=True)
class Grade:
    """The level that counts for a window, with the `reasons` (keys of RAISES) it was raised for."""

    level: Level
    reasons: tuple[str, ...] = ()


def grade(scheme: Scheme, chosen: Level, reasons: tuple[str, ...]) -> Grade:
    """Return the level that counts: one up when the window touches a night, weekend or holiday."""
    return Grade(scheme.up(chosen) if reasons else chosen, reasons)


def raised_by(config: Settings, calendar: Calendar, starts: datetime, ends: datetime) -> tuple[str, ...]:
    """Return why a window counts as one level higher: keys of RAISES, () for none.

    A window of at most a day touches the night when any part of it lies in a night shift; a longer one works
    the same hours every day, so the hours at its two ends decide.
    """
    found = ["night"] if _at_night(config, starts, ends) else []
    day, last = clock.local(starts).date(), last_day(ends)
    while day <= last:
        if not calendar.is_workday(day):
            found.append("weekend" if day.weekday() >= 5 and day not in calendar.days else "holiday")
        day += timedelta(days=1)
    return tuple(key for key in RAISES if key in found)


def _at_night(config: Settings, starts: datetime, ends: datetime) -> bool:
    first = shifts.current(config, starts)
    if first.key == "night":
        return True
    if ends - starts <= timedelta(hours=DAY):
        return ends > first.end
    return shifts.current(config, ends - timedelta(minutes=1)).key == "night"


def last_day(ends: datetime) -> date:
    """Return the local day a window ends on; 24:00 still belongs to the day before."""
    return clock.local(ends - timedelta(milliseconds=1)).date()


def shift_end(config: Settings, starts: datetime) -> datetime:
    """Return where the shift or the day of `starts` ends, whichever is first: 当日、当班 (domain.md F10)."""
    return min(shifts.current(config, starts).end, clock.day_bounds(clock.local(starts).date())[1])


def limit(config: Settings, level: Level, starts: datetime) -> datetime:
    """Return the last moment a permit of `level` that starts at `starts` may end."""
    most = starts + timedelta(hours=level.hours)
    return min(most, shift_end(config, starts)) if level.one_shift else most


def propose(config: Settings, level: Level, starts: datetime) -> datetime:
    """Return the end a form offers: never across the shift, never beyond the level."""
    return min(limit(config, level, starts), shift_end(config, starts))
