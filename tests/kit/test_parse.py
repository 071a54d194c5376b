from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock
from desk_app.core.declare import Column, ColumnKind
from desk_app.core.errors import RuleError
from desk_app.core.text import clean
from desk_app.kit import parse, text, value_text

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day", "hour", "minute"),
    [
        ("9:5", 22, 9, 5),
        ("0905", 22, 9, 5),
        ("905", 22, 9, 5),
        ("9", 22, 9, 0),
        ("9:05", 22, 9, 5),
        ("9点5分", 22, 9, 5),
        ("11-20 09:05", 20, 9, 5),
        ("11-20 0905", 20, 9, 5),
        ("昨天 23:50", 21, 23, 50),
        ("昨天2350", 21, 23, 50),
        ("24:00", 23, 0, 0),
    ],
)
def test_times_are_read_as_people_type_them(typed, day, hour, minute):
    assert parse.parse_time(typed, TODAY) == clock.at(date(2026, 11, day), hour, minute)


@pytest.mark.parametrize(
    "typed", ["", "25:00", "9:60", "11-22", "12345", "abc", "2-30 09:00", "24:01", "9:5:1", "٩"]
)
def test_what_is_no_time_is_refused_with_a_sentence(typed):
    with pytest.raises(RuleError, match="9:05"):
        parse.parse_time(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    ["1122", "11-22", "11/22", "2026-11-22", "20261122", "11月22日", "1122", "今天", "2026年11月22日"],
)
def test_dates_are_read_as_people_type_them(typed):
    assert parse.parse_date(typed, TODAY) == TODAY


def test_a_day_without_year_is_the_nearest_one():
    assert parse.parse_date("0105", date(2026, 12, 30)) == date(2027, 1, 5)
    assert parse.parse_date("12-30", date(2027, 1, 5)) == date(2026, 12, 30)
    assert parse.parse_date("2-29", date(2027, 3, 1)) == date(2028, 2, 29)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_every_day_written_out_is_read_back(day):
    assert parse.parse_date(day.isoformat()) == day
    assert parse.parse_date(day.strftime("%Y%m%d")) == day


@given(
    st.datetimes(datetime(2000, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC)),
    st.dates(date(2001, 1, 1)),
)
def test_a_time_shown_is_read_back_to_the_minute(moment, today):
    moment = moment.replace(second=0, microsecond=0)
    try:
        clock.set_source(lambda: datetime(min(today.year, 2099), 6, 1, tzinfo=UTC))
        assert parse.parse_time(text.show_time(moment)) == moment
    finally:
        clock.set_source(None)


@given(st.integers(0, 99_999_999_999))
def test_every_amount_shown_is_read_back(cents):
    assert parse.parse_money(text.show_money(cents)) == cents


@pytest.mark.parametrize("typed", ["12.345", "abc", "", "-5", "1e5", "12..5", "."])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(RuleError):
        parse.parse_money(typed)


@given(st.text(max_size=40))
def test_nothing_typed_makes_a_parser_fail_otherwise(typed):
    for reader in (parse.parse_time, parse.parse_date, parse.parse_integer, parse.parse_money):
        try:
            reader(typed)
        except RuleError as error:
            assert error.text


@given(st.text(st.sampled_from("张 \t\n\r\x00\x85\u200b\u2028\ufeff\ud800é"), max_size=12))
def test_what_is_kept_of_a_typed_text_comes_back_as_it_is(typed):
    assert parse.tidy(parse.tidy(typed)) == parse.tidy(typed) == clean(parse.tidy(typed), multiline=True)


def test_full_width_digits_count_as_digits():
    assert parse.parse_integer("12") == 12
    assert parse.parse_money("¥1,200.50") == 120050


def test_a_list_shows_today_as_a_clock_time_and_other_days_with_their_date():
    column = Column("t", "到访", ColumnKind.TIME)
    clock.set_source(lambda: clock.at(TODAY, 12))
    try:
        assert value_text.show(column, clock.at(TODAY, 9, 5)) == "09:05"
        assert value_text.show(column, clock.at(date(2026, 11, 21), 9, 5)) == "11-21 09:05"
        assert value_text.show(column, clock.at(date(2025, 11, 21), 9, 5)) == "2025-11-21 09:05"
        assert value_text.show(column, None) == "—"
    finally:
        clock.set_source(None)


def test_a_cell_never_shows_more_than_200_characters():
    assert len(value_text.show(Column("n", "名"), "字" * 5000)) == 200


def test_a_tooltip_never_becomes_rich_text():
    assert text.tooltip("<b>x</b>") == "<span>&lt;b&gt;x&lt;/b&gt;</span>"
    assert text.caption("A&B") == "A&&B"
