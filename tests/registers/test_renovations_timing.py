"""The working days of the approval, with the days the papers were away left out (S0㈦(2)4②)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock, deadlines, workdays
from desk_app.core.deadlines import Span, Unit
from desk_app.registers.renovation_permits import timing
from desk_app.registers.renovation_permits.timing import Away

CALENDAR = workdays.seed_calendar()
FRIDAY = date(2026, 11, 20)

DAYS = st.dates(date(2026, 1, 1), date(2026, 11, 1))
SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 12)), max_size=3)


def away(complete, spans):
    """Return pauses one after another, given as (days after the former, length)."""
    found, day = [], complete
    for gap, length in spans:
        since = day + timedelta(gap)
        day = since + timedelta(length)
        found.append(Away(since, day))
    return found


def due(complete, pauses, days=3):
    answer = timing.due_day(complete, pauses, days, CALENDAR)
    return answer and answer.value


def test_papers_complete_on_friday_are_due_next_wednesday():
    assert due(FRIDAY, []) == date(2026, 11, 25)


def test_two_days_back_for_correction_do_not_count():
    assert due(FRIDAY, [Away(date(2026, 11, 23), date(2026, 11, 25))]) == date(2026, 11, 27)


def test_a_pause_within_one_day_costs_nothing():
    assert due(FRIDAY, [Away(date(2026, 11, 24), date(2026, 11, 24))]) == date(2026, 11, 25)


def test_a_pause_over_the_weekend_alone_changes_nothing():
    assert due(FRIDAY, [Away(date(2026, 11, 21), date(2026, 11, 23))]) == date(2026, 11, 25)


def test_while_papers_are_away_there_is_no_last_day():
    assert due(FRIDAY, [Away(date(2026, 11, 24))]) is None
    assert timing.used(FRIDAY, [Away(date(2026, 11, 24))], date(2026, 12, 31), CALENDAR) == 1


def test_a_weekend_that_is_worked_counts_and_a_holiday_does_not():
    assert due(date(2026, 9, 24), []) == date(2026, 9, 30)  # 中秋 9-25, worked Sunday 9-20, 国庆 from 10-01
    assert due(date(2026, 9, 30), []) == date(2026, 10, 10)  # 国庆 to 10-07, Saturday 10-10 is worked


def test_a_year_that_is_not_in_the_table_is_said():
    answer = timing.due_day(date(2026, 12, 30), [], 3, CALENDAR)
    assert answer.incomplete_years == (2027,)
    assert "2027" in timing.explain(date(2026, 12, 30), [], 3, CALENDAR, "S0㈦(2)4")


def test_the_explanation_names_the_days_that_were_counted_and_those_that_were_not():
    text = timing.explain(FRIDAY, [Away(date(2026, 11, 23), date(2026, 11, 25))], 3, CALENDAR, "S0㈦(2)4")
    assert text == "11-20 资料齐,当日不计;计 11-25、11-26、11-27;退补 11-23–11-24 不计;依据 S0㈦(2)4"
    assert "11-24 起退补,暂停计时" in timing.explain(FRIDAY, [Away(date(2026, 11, 24))], 3, CALENDAR, "S0")


@given(DAYS, st.integers(1, 10))
def test_without_a_pause_it_is_the_plain_term_of_working_days(complete, days):
    plain = deadlines.last_day(Span(days, Unit.WORKDAYS), complete, CALENDAR)
    assert due(complete, [], days) == plain.value


@given(DAYS, SPANS, st.integers(1, 10))
def test_up_to_the_last_day_exactly_the_term_is_used(complete, spans, days):
    pauses = away(complete, spans)
    last = due(complete, pauses, days)
    assert timing.used(complete, pauses, last, CALENDAR) == days
    assert timing.used(complete, pauses, last - timedelta(1), CALENDAR) == days - 1
    assert CALENDAR.is_workday(last)
    assert not any(one.since <= last < one.until for one in pauses)


@given(DAYS, SPANS, st.integers(1, 10))
def test_a_pause_never_makes_the_term_shorter_and_costs_at_most_its_days(complete, spans, days):
    pauses = away(complete, spans)
    plain, last = due(complete, [], days), due(complete, pauses, days)
    assert plain <= last
    lost = sum(
        CALENDAR.is_workday(one.since + timedelta(n))
        for one in pauses
        for n in range((one.until - one.since).days)
    )
    assert CALENDAR.count_workdays(plain, last).value <= lost


@given(DAYS, SPANS)
def test_days_used_never_go_back(complete, spans):
    pauses = away(complete, spans)
    used = [timing.used(complete, pauses, complete + timedelta(n), CALENDAR) for n in range(40)]
    assert used == sorted(used)
    assert used[0] == 0


@given(DAYS, st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_one_pause_is_the_same_as_its_two_halves(complete, gap, first, second):
    start = complete + timedelta(gap)
    middle, end = start + timedelta(first), start + timedelta(first + second)
    assert due(complete, [Away(start, end)]) == due(complete, [Away(start, middle), Away(middle, end)])


@pytest.mark.parametrize("hour", [0, 12, 23])
def test_the_hour_at_which_papers_were_complete_does_not_matter(hour):
    assert clock.local(clock.at(FRIDAY, hour)).date() == FRIDAY
