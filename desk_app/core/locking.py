"""When the screen is covered by itself: nobody there, the computer slept, twelve hours are over (safety.md D10)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk_app.core import settings
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.settings import Kind, Spec

IDLE_MINUTES = Spec(
    "lock.minutes", QT_TRANSLATE_NOOP("Settings", "无人操作几分钟后锁屏"), Kind.NUMBER, 5,
    QT_TRANSLATE_NOOP("Settings", "safety.md D10;等保二级"), unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=1, most=15,
)  # fmt: skip
LONGEST_HOURS = Spec(
    "lock.hours", QT_TRANSLATE_NOOP("Settings", "登录最长几小时"), Kind.NUMBER, 12,
    QT_TRANSLATE_NOOP("Settings", "NIST SP 800-63B-4 AAL2;safety.md D10"), unit=QT_TRANSLATE_NOOP("Settings", "小时"),
    least=1, most=12,
)  # fmt: skip
WITH_SYSTEM = Spec(
    "lock.with_system", QT_TRANSLATE_NOOP("Settings", "系统锁屏时一起锁屏"), Kind.YES_NO, True,
    QT_TRANSLATE_NOOP("Settings", "safety.md D10"),
)  # fmt: skip
WHEN_MINIMISED = Spec(
    "lock.minimised", QT_TRANSLATE_NOOP("Settings", "窗口最小化时锁屏"), Kind.YES_NO, False,
    QT_TRANSLATE_NOOP("Settings", "safety.md D10"),
)  # fmt: skip
SPECS = (IDLE_MINUTES, LONGEST_HOURS, WITH_SYSTEM, WHEN_MINIMISED)

JUMP = 60.0
"""Seconds by which the clock may run ahead of the computer's own counting before that is a sleep."""


@dataclass(frozen=True)
class Moment:
    """One reading: `ticks` seconds since the start, which may stand still in sleep, and the clock's `wall` seconds."""

    ticks: float
    wall: float

    def since(self, other: Moment) -> float:
        """Return the seconds since another reading, by whichever of the two says more."""
        return max(self.ticks - other.ticks, self.wall - other.wall)


@dataclass(frozen=True)
class Presence:
    """Somebody at the desk: when they signed in, when they last touched anything, when that was last looked at."""

    signed_in: Moment
    touched: Moment
    looked: Moment

    @classmethod
    def begun(cls, now: Moment) -> Presence:
        """Return the presence of somebody who has just signed in."""
        return cls(now, now, now)

    def touch(self, now: Moment) -> Presence:
        """Return it after a key or the mouse."""
        return replace(self, touched=now)

    def look(self, now: Moment, config: settings.Settings) -> tuple[Presence, str]:
        """Return it after a look at the clocks, and why to lock now: "idle", "sleep", "long" or ""."""
        slept = (now.wall - self.looked.wall) - (now.ticks - self.looked.ticks) > JUMP
        why = ""
        if now.since(self.signed_in) >= config.get(LONGEST_HOURS) * 3600:
            why = "long"
        elif now.since(self.touched) >= config.get(IDLE_MINUTES) * 60:
            why = "idle"
        elif slept or now.ticks - self.looked.ticks > JUMP:
            why = "sleep"
        return replace(self, looked=now), why
