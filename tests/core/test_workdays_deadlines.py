from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock, deadlines
from desk_app.core.deadlines import Span, Unit, add_months, due, last_day, show
from desk_app.core.workdays import SEED_YEARS, Calendar, DayKind, Holiday, notice, seed, seed_calendar

CALENDAR = seed_calendar()
FRIDAY = clock.at(date(2026, 11, 20), 16, 30)
days = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def test_the_seed_holds_whole_years_of_feasts_and_worked_weekends():
    rows = seed()
    assert len(rows) == len({row.day for row in rows})
    for year in SEED_YEARS:
        feasts = {row.name for row in rows if row.day.year == year and row.kind is DayKind.OFF}
        assert feasts >= {"元旦", "春节", "清明节", "劳动节", "端午节", "国庆节"}
    assert all(row.day.weekday() >= 5 for row in rows if row.kind is DayKind.WORK)
    assert sum(row.day.year == 2026 and row.kind is DayKind.WORK for row in rows) == 6


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 1), False), (date(2026, 10, 10), True), (date(2026, 2, 14), True),
        (date(2026, 2, 23), False),
        (date(2026, 11, 20), True), (date(2026, 11, 21), False), (date(2025, 1, 26), True),
        (date(2024, 10, 7), False),
        (date(2026, 9, 20), True), (date(2025, 10, 8), False), (date(2025, 12, 31), True),
    ],
)  # fmt: skip
def test_feasts_are_off_and_exchanged_weekends_are_worked(day, works):
    assert CALENDAR.is_workday(day) is works


def test_working_days_skip_weekends_and_the_golden_week():
    assert CALENDAR.add_workdays(date(2026, 11, 20), 3).value == date(2026, 11, 25)
    assert CALENDAR.add_workdays(date(2026, 9, 30), 2).value == date(2026, 10, 9)
    assert CALENDAR.add_workdays(date(2026, 10, 9), 1).value == date(2026, 10, 10)
    assert CALENDAR.previous_workday(date(2026, 10, 2)).value == date(2026, 9, 30)
    assert CALENDAR.next_workday(date(2026, 11, 22)).value == date(2026, 11, 23)


@given(days, st.integers(1, 40))
def test_adding_and_counting_working_days_agree_and_go_back(day, count):
    end = CALENDAR.add_workdays(day, count).value
    assert CALENDAR.is_workday(end)
    assert CALENDAR.count_workdays(day, end).value == count
    if CALENDAR.is_workday(day):
        assert CALENDAR.add_workdays(end, -count).value == day


def test_a_date_in_a_year_without_its_table_says_so():
    answer = CALENDAR.add_workdays(date(2026, 12, 31), 1)
    assert answer.incomplete_years == (2027,)
    assert "2027" in notice(answer.incomplete_years)
    assert CALENDAR.add_workdays(date(2026, 11, 20), 2).incomplete_years == ()
    assert notice(()) == ""
    assert CALENDAR.count_workdays(date(2023, 12, 29), date(2027, 1, 4)).incomplete_years == (2023, 2027)


def test_an_edited_table_counts_at_once():
    rows = [*seed(), Holiday(date(2027, 1, 1), DayKind.OFF, "元旦")]
    edited = Calendar.of(rows, [*SEED_YEARS, 2027])
    answer = edited.add_workdays(date(2026, 12, 31), 1)
    assert (answer.value, answer.incomplete_years) == (date(2027, 1, 4), ())


def test_the_examples_of_the_domain_study():
    two = due(Span(2, Unit.WORKDAYS, clause="S0㈦(7)"), FRIDAY, CALENDAR)
    assert two.at == clock.at(date(2026, 11, 24), 18)
    assert two.text == "2026-11-20 16:30 起 2 个工作日(当日不计),至 2026-11-24 18:00;依据 S0㈦(7)"
    nights = due(Span(2, Unit.DAYS), FRIDAY, CALENDAR)
    assert nights.at == clock.at(date(2026, 11, 23))
    assert "至 2026-11-22 24:00" in nights.text
    assert due(Span(3, Unit.WORKDAYS), FRIDAY, CALENDAR).at == clock.at(date(2026, 11, 25), 18)
    hours = due(Span(72, Unit.HOURS), FRIDAY, CALENDAR)
    assert show(hours.at) == "2026-11-23 16:30" and hours.at.utcoffset() == timedelta(0)
    quarter = due(Span(3, Unit.MONTHS), clock.at(date(2026, 11, 30), 9), CALENDAR)
    assert show(quarter.at) == "2027-02-28 24:00"
    temporary = due(Span(3, Unit.DAYS, inclusive=True), clock.at(date(2026, 11, 21), 10), CALENDAR)
    assert show(temporary.at) == "2026-11-23 24:00" and "含当日" in temporary.text
    assert last_day(Span(2, Unit.DAYS), date(2026, 11, 20), CALENDAR, roll=True).value == date(2026, 11, 23)


def test_a_slip_valid_that_day_ends_at_midnight():
    assert show(due(Span(1, Unit.DAYS, inclusive=True), FRIDAY, CALENDAR).at) == "2026-11-20 24:00"


def test_the_day_is_the_building_s_not_that_of_utc():
    late = clock.at(date(2026, 11, 20), 23, 50)
    early = clock.at(date(2026, 11, 21), 0, 10)
    assert late.date() == early.date()
    assert show(due(Span(1, Unit.DAYS), late, CALENDAR).at) == "2026-11-21 24:00"
    assert show(due(Span(1, Unit.DAYS), early, CALENDAR).at) == "2026-11-22 24:00"


def test_a_due_time_in_an_incomplete_year_carries_the_notice():
    found = due(Span(2, Unit.WORKDAYS), clock.at(date(2026, 12, 31), 10), CALENDAR, end_of_work=time(17, 50))
    assert found.incomplete_years == (2027,) and "2027 年的放假安排" in found.text
    assert show(found.at) == "2027-01-04 17:50"


def test_inclusive_working_days_count_the_day_only_if_it_is_worked():
    assert last_day(Span(1, Unit.WORKDAYS, inclusive=True), date(2026, 11, 20), CALENDAR).value == date(
        2026, 11, 20
    )
    assert last_day(Span(1, Unit.WORKDAYS, inclusive=True), date(2026, 11, 21), CALENDAR).value == date(
        2026, 11, 23
    )


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-30, 30))
def test_months_land_on_the_same_day_or_the_month_s_last(day, count):
    found = add_months(day, count)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
    assert found.day == day.day or (found.day < day.day and (found + timedelta(1)).day == 1)


def test_hours_have_no_last_day():
    with pytest.raises(ValueError, match="HOURS"):
        last_day(Span(2, Unit.HOURS), date(2026, 11, 20), CALENDAR)
    assert deadlines.show(datetime(2026, 11, 20, 8, 30, tzinfo=clock.ZONE)) == "2026-11-20 08:30"
