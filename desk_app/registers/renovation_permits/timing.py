"""The clock of the approval: working days from complete papers, pauses left out. Pure functions.

A working day counts when the papers were with us at its end. The day they became complete is not counted
(民法典 201), nor are the days from the one they went back on to the one before they came again; a pause
within one day costs nothing. Scenario 9: complete on Friday -> due next Wednesday (S0㈦(2)4②).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from desk_app.core.i18n import listed, translate
from desk_app.core.workdays import Answer, Calendar, notice

FURTHEST = 3650
"""Days that are looked through for an end: a pause of ten years is not waited for."""


@dataclass(frozen=True)
class Away:
    """Papers were sent back on `since` and came again on `until`; None while they are still away."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the papers were away at the end of a day."""
        return self.since <= day and (self.until is None or day < self.until)


def counted(
    complete: date, pauses: Sequence[Away], calendar: Calendar, until: date | None = None
) -> Iterator[date]:
    """Yield the days that count, the first after `complete`, the last not after `until`."""
    most = FURTHEST if until is None else (until - complete).days + 1
    for number in range(1, most):
        day = complete + timedelta(number)
        if calendar.is_workday(day) and not any(away.covers(day) for away in pauses):
            yield day


def due_day(complete: date, pauses: Sequence[Away], days: int, calendar: Calendar) -> Answer[date] | None:
    """Return the last day of the approval, None while papers are away: then the clock stands."""
    if any(away.until is None for away in pauses):
        return None
    spent = counted(complete, pauses, calendar)
    last = complete
    for _ in range(days):
        last = next(spent)
    return Answer(last, calendar.incomplete(complete, last))


def used(complete: date, pauses: Sequence[Away], until: date, calendar: Calendar) -> int:
    """Return how many working days were used up to and with `until`."""
    return sum(1 for _ in counted(complete, pauses, calendar, until))


def explain(complete: date, pauses: Sequence[Away], days: int, calendar: Calendar, clause: str) -> str:
    """Return in a sentence which days were counted, which were not, and by what clause."""
    out = next((one for one in pauses if one.until is None), None)
    spent = [] if out else list(islice(counted(complete, pauses, calendar), days))
    years = calendar.incomplete(complete, spent[-1]) if spent else ()
    parts = [translate("Renovations", "{day} 资料齐,当日不计").format(day=f"{complete:%m-%d}")]
    away = [one for one in pauses if one.until is None or one.until > one.since]
    if out:
        parts.append(translate("Renovations", "{day} 起退补,暂停计时").format(day=f"{out.since:%m-%d}"))
    else:
        named = listed(f"{day:%m-%d}" for day in spent)
        parts.append(translate("Renovations", "计 {days}").format(days=named))
    spans = [f"{one.since:%m-%d}–{one.until - timedelta(1):%m-%d}" for one in away if one.until is not None]
    if spans:
        parts.append(translate("Renovations", "退补 {spans} 不计").format(spans=listed(spans)))
    parts.append(translate("Renovations", "依据 {clause}").format(clause=clause))
    text = translate("Renovations", ";").join(parts)
    return text + ("\n" + notice(years) if years else "")
