"""Rules become due times that explain themselves (domain.md §1.6).

Hours run day and night. Days, working days and months do not count the day of the start (民法典 201); they
end at 24:00, working days at the end of work. 24:00 is kept as 0:00 of the next day and shown as 24:00.
"""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from desk_app.core import clock
from desk_app.core.i18n import translate
from desk_app.core.workdays import Answer, Calendar, notice

END_OF_WORK = time(18, 0)
"""When a working day ends [S3]: Monday to Friday 8:30-18:00."""


class Unit(StrEnum):
    """What a span is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKDAYS = "workdays"
    MONTHS = "months"


@dataclass(frozen=True)
class Span:
    """A length of time as rules state it.

    `inclusive` counts the day of the start (F09: a temporary pass of 3 days, the day of issue one of them);
    `clause` names the rule, e.g. "S0㈦(7)".
    """

    amount: int
    unit: Unit
    inclusive: bool = False
    clause: str = ""


@dataclass(frozen=True)
class Due:
    """When something is due: `at` (aware, UTC), why, and the years without a complete holiday table."""

    at: datetime
    text: str
    incomplete_years: tuple[int, ...] = ()


def last_day(span: Span, day: date, calendar: Calendar, *, roll: bool = False) -> Answer[date]:
    """Return the last day of a span that starts on `day`; ValueError for hours.

    `roll` moves an end that is no working day to the next one (民法典 203): right for legal terms, off for
    service times, where the stricter counting is the default.
    """
    counted = span.amount - span.inclusive
    if span.unit is Unit.HOURS:
        raise ValueError(span)
    if span.unit is Unit.WORKDAYS:
        if span.inclusive and not calendar.is_workday(day):
            counted += 1
        return calendar.add_workdays(day, counted)
    if span.unit is Unit.DAYS:
        end = day + timedelta(counted)
    else:
        end = add_months(day, span.amount) - timedelta(span.inclusive)
    return calendar.next_workday(end) if roll else Answer(end)


def due(
    span: Span, start: datetime, calendar: Calendar, *, end_of_work: time = END_OF_WORK, roll: bool = False
) -> Due:
    """Return when a span that starts at `start` (aware) ends, with a sentence that explains it."""
    if span.unit is Unit.HOURS:
        at = start + timedelta(hours=span.amount)
        return Due(at.astimezone(UTC), _explain(span, start, show(at), ()))
    answer = last_day(span, clock.local(start).date(), calendar, roll=roll)
    if span.unit is Unit.WORKDAYS:
        at = clock.at(answer.value, end_of_work.hour, end_of_work.minute)
    else:
        at = clock.day_bounds(answer.value)[1]
    return Due(at, _explain(span, start, show(at), answer.incomplete_years), answer.incomplete_years)


def add_months(day: date, count: int) -> date:
    """Return the same day `count` months later, or that month's last day (民法典 202): 11-30 + 3 is 02-28."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def show(at: datetime) -> str:
    """Return an end as it is written: "2026-11-24 18:00", and 0:00 as 24:00 of the day before."""
    moment = clock.local(at)
    if moment.time() == time(0):
        return f"{moment.date() - timedelta(1)} 24:00"
    return f"{moment:%Y-%m-%d %H:%M}"


def _explain(span: Span, start: datetime, end: str, years: tuple[int, ...]) -> str:
    length = {
        Unit.HOURS: translate("Deadlines", "{amount} 小时"),
        Unit.DAYS: translate("Deadlines", "{amount} 天"),
        Unit.WORKDAYS: translate("Deadlines", "{amount} 个工作日"),
        Unit.MONTHS: translate("Deadlines", "{amount} 个月"),
    }[span.unit].format(amount=span.amount)
    if span.unit is Unit.HOURS:
        counting = translate("Deadlines", "连续计算")
    elif span.inclusive:
        counting = translate("Deadlines", "含当日")
    else:
        counting = translate("Deadlines", "当日不计")
    text = translate("Deadlines", "{start} 起 {length}({counting}),至 {end}").format(
        start=f"{clock.local(start):%Y-%m-%d %H:%M}", length=length, counting=counting, end=end
    )
    if span.clause:
        text += translate("Deadlines", ";依据 {clause}").format(clause=span.clause)
    if years:
        text += "\n" + notice(years)
    return text
