"""The rhythm of the confirmation calls, as pure rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import RuleError
from desk_app.registers.contractors import rules
from desk_app.registers.contractors.register import REGISTER
from tests.tower import MORNING


def at(minutes):
    return MORNING + timedelta(minutes=minutes)


def tally(answered, end):
    return rules.tally(at(0), [at(m) for m in answered], at(end), every=60, grace=10)


@pytest.mark.parametrize(
    ("answered", "end", "in_time", "should"),
    [
        ([], 59, 0, 0),  # left before the first call
        ([], 69, 0, 0),  # left within the grace of the first call
        ([], 70, 0, 1),
        ([], 200, 0, 3),  # nobody called at 60, 120 and 180
        ([60], 61, 1, 1),
        ([70], 80, 1, 1),  # the grace counts as in time
        ([71], 80, 0, 1),
        ([40], 90, 1, 1),  # an early call answers the next point; the plan starts anew
        ([40], 111, 1, 2),
        ([125], 130, 1, 2),  # 60 was missed, 120 done in time
        ([60, 120, 180], 185, 3, 3),
        ([65, 130, 189], 190, 3, 3),
    ],
)  # fmt: skip
def test_confirmations_in_time_over_those_that_should_have_been(answered, end, in_time, should):
    assert tally(answered, end) == (in_time, should)


@given(st.lists(st.integers(0, 2000), max_size=12), st.integers(0, 2500))
def test_never_more_in_time_than_should_have_been_nor_than_were_made(answered, extra):
    done, due = tally(answered, max([0, *answered]) + extra)
    assert 0 <= done <= due and done <= len(answered) and due >= len(answered)


@given(st.integers(1, 50))
def test_who_is_called_on_every_point_has_a_full_rate(count):
    assert tally([60 * n for n in range(1, count + 1)], 60 * count) == (count, count)


@pytest.mark.parametrize(
    ("minutes", "unanswered", "stage"),
    [(0, 0, "inside"), (54, 0, "inside"), (55, 0, "due"), (60, 0, "due"), (70, 0, "due"), (71, 0, "late"),
     (30, 1, "due"), (61, 1, "due"), (75, 1, "late"), (30, 2, "dispatch"), (300, 3, "dispatch")],
)  # fmt: skip
def test_what_a_stay_looks_like_as_time_goes_on(minutes, unanswered, stage):
    assert rules.stage(at(60), unanswered, at(minutes), ahead=5, grace=10) == stage


@given(st.integers(-600, 600))
def test_minutes_late_are_whole_and_never_negative(minutes):
    assert rules.minutes_late(at(60), at(60 + minutes)) == max(0, minutes)


@given(st.lists(st.sampled_from(["confirm_call", "no_answer", "leave", "correct", "void"]), max_size=12))
def test_no_path_leads_out_of_void_nor_back_inside(verbs):
    state, left = "inside", False
    for verb in verbs:
        try:
            state = rules.MACHINE.go(state, verb)
        except RuleError as error:
            assert "不能" in error.text
            continue
        left = left or state != "inside"
        assert not (left and state == "inside")
    assert rules.MACHINE.ends() == {"void"}


def test_dangerous_work_is_said_to_need_others():
    assert rules.warning({}) == ""
    assert rules.warning({"hot_work": True}).startswith("动火:须先办动火证")
    said = rules.warning({"hot_work": True, "cut_off": True, "plant_room": True})
    assert all(word in said for word in ("动火", "断水断电", "入机房"))


def test_the_form_shows_at_most_fourteen_fields():
    assert sum(not field.group for field in REGISTER.fields) <= 14


def test_what_is_required_in_the_form_is_what_the_rules_require():
    required = {field.key for field in REGISTER.fields if field.required}
    assert {error.field for error in rules.require({})} == required
