"""Rules of the duty log: steps, late entries, must-fields, the shift a moment belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk_app.core import clock, settings
from desk_app.core.errors import RuleError
from desk_app.registers.duty_log import rules

CONFIG = settings.Settings({})
MOMENTS = some.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)).map(lambda d: d.replace(tzinfo=UTC))


@pytest.mark.parametrize("state", sorted(rules.UNFINISHED))
def test_everything_unfinished_can_be_finished_handed_over_and_put_off(state):
    targets = [rules.MACHINE.go(state, verb) for verb in ("finish", "hand_over", "next_day")]
    assert targets == ["done", "handed_over", "next_day"]


@pytest.mark.parametrize("verb", ["finish", "hand_over", "next_day"])
def test_what_is_done_is_not_done_again(verb):
    with pytest.raises(RuleError, match="已完成"):
        rules.MACHINE.go("done", verb)


@pytest.mark.parametrize("state", sorted(rules.WRITTEN))
def test_adding_and_correcting_leave_the_state_as_it_is(state):
    assert rules.MACHINE.go(state, "add") == rules.MACHINE.go(state, "correct") == state


def test_the_machines_can_be_drawn():
    assert "doing --> done: 完成" in rules.MACHINE.drawing()
    assert "open --> handed_in: 提交" in rules.SHEET_MACHINE.drawing()


def test_void_and_handed_in_are_the_ends():
    assert rules.MACHINE.ends() == {"void"} and rules.SHEET_MACHINE.ends() == {"handed_in"}


@given(MOMENTS, some.integers(0, 600), some.integers(1, 120))
def test_an_entry_is_late_only_beyond_the_setting(written, minutes, after):
    assert rules.is_late(written - timedelta(minutes=minutes), written, after) == (minutes > after)


@given(MOMENTS, some.integers(-3000, 3000))
def test_a_time_to_come_is_never_accepted_and_one_of_today_always(now, minutes):
    at = now + timedelta(minutes=minutes)
    wrong = rules.refuse_time(at, now, back_days=3)
    assert (wrong is None) == (minutes <= 0)
    assert wrong is None or wrong.field == "at"


@given(some.dates(date(2024, 1, 2), date(2030, 12, 30)), some.sampled_from(["day", "night"]))
def test_a_shift_is_found_again_by_its_day_and_name_in_summer_and_winter(day, key):
    shift = rules.shift_of(CONFIG, day, key)
    assert (rules.duty_day(shift), shift.key) == (day, key)


@given(MOMENTS)
def test_the_shifts_of_a_week_follow_each_other_without_a_gap(start):
    found = list(rules.ended_shifts(CONFIG, start, start + timedelta(days=7)))
    assert 12 <= len(found) <= 14
    assert all(one.end == other.start for one, other in pairwise(found))
    assert {one.key for one in found} == {"day", "night"}


@given(some.text(some.sampled_from("电梯异响;；  \n"), max_size=20))
def test_phrases_are_never_empty_and_never_twice(text):
    found = rules.phrases(text)
    assert all(found) and len(set(found)) == len(found) and not any(";" in one for one in found)


def test_the_shipped_phrases_fit_their_setting_and_their_field():
    for spec, limit in ((rules.CONTENT_PHRASES, 500), (rules.ACTION_PHRASES, 500)):
        assert settings.check(spec, spec.default) == spec.default
        assert len(rules.phrases(spec.default)) >= 6
        assert all(rules.SHORTEST <= len(one) <= limit for one in rules.phrases(spec.default))


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ({"category": "enquiry", "state": "done", "action": "已答"}, []),
        ({"category": "enquiry", "state": "done"}, ["处理情况"]),
        ({"category": "enquiry", "state": "doing", "action": "在查"}, ["通知何人"]),
        ({"category": "repair", "channel": "call", "state": "done", "action": "好了"}, ["通知何人", "房号", "联系人"]),
        ({"category": "repair", "channel": "patrol", "state": "done", "action": "好了", "notified": "工程部"}, ["房号"]),
        ({"category": "key", "channel": "visit", "state": "done", "action": "已借", "room": "15-08"}, ["联系人"]),
    ],
)  # fmt: skip
def test_the_must_fields_follow_from_what_it_is(entry, missing):
    assert list(rules.gaps(entry).values()) == missing


@pytest.mark.parametrize(
    ("content", "right"), [("四个字了", False), (" 四 个字 了 ", False), ("五个字就够", True)]
)
def test_a_summary_has_five_characters_blanks_not_counted(content, right):
    wrong = rules.require({"channel": "call", "category": "other", "state": "done", "content": content})
    assert [one.field for one in wrong] == ([] if right else ["content"])


@pytest.mark.parametrize(
    ("minutes", "stage"), [(-1, "open"), (0, "due"), (29, "due"), (30, "late"), (900, "late")]
)
def test_a_log_is_amber_when_its_shift_ended_and_red_half_an_hour_later(minutes, stage):
    end = clock.at(date(2026, 11, 23), 17, 30)
    assert rules.due_stage(end, end + timedelta(minutes=minutes), 30) == stage


def test_rain_and_snow_ask_for_the_rounds_and_a_repair_for_its_slip():
    assert "托管房" in rules.weather_hint("rain") and rules.weather_hint("sunny") == ""
    assert "工作单" in rules.hint("repair") and rules.hint("enquiry") == rules.hint(None) == ""
