"""Rules of the key register: hooks, tags, states (domain.md F07)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import RuleError
from desk_app.registers.keys import rules
from tests.tower import MORNING


@pytest.mark.parametrize(
    "typed",
    [
        "A-03-12",
        "a-3-12",
        "A3-12",
        "Ａ－０３－１２",
        "A柜3排12位",
        "A-3排12号",
        " A–03–12 ",
        "A_3_12",
        "A.3.12",
    ],
)
def test_every_usual_spelling_of_a_hook_is_one_hook(typed: str) -> None:
    assert rules.parse_code(typed).code == "A-03-12"


@pytest.mark.parametrize(
    "typed", ["", "15-08", "A", "A-03", "A-0-1", "A-1-0", "1-2-3", "ABC-1-1", "A-03-12-1", "A-100-1"]
)
def test_what_is_no_hook_is_refused_under_its_field(typed: str) -> None:
    with pytest.raises(RuleError) as refused:
        rules.parse_code(typed)
    assert refused.value.field == "code"


@given(st.sampled_from(["A", "B", "AB", "Z"]), st.integers(1, 99), st.integers(1, 999))
def test_a_hook_written_down_reads_back(cabinet: str, row: int, hook: int) -> None:
    place = rules.Hook(cabinet, row, hook)
    assert rules.parse_code(place.code) == place
    assert rules.parse_code(place.code.lower()) == place


@given(st.binary(min_size=5, max_size=5))
def test_a_new_tag_is_always_a_tag_and_has_no_letter_that_is_mistaken(numbers: bytes) -> None:
    tag = rules.new_tag(numbers)
    assert rules.parse_tag(tag) == tag and len(tag) == 5
    assert not set(tag) & set("01ILOU")


@pytest.mark.parametrize(("tag", "room"), [("A1508", "15-08"), ("K15080", "1508室"), ("X0312", "A座0312")])
def test_a_tag_that_holds_the_rooms_number_tells_it(tag: str, room: str) -> None:
    assert rules.tells(tag, room)


def test_a_tag_that_says_nothing_does_not() -> None:
    assert not rules.tells("K7F2Q", "15-08", "2 号门")


def test_what_is_out_past_its_time_is_overdue() -> None:
    assert rules.seen("out", MORNING, MORNING) == "overdue"
    assert rules.seen("with_contractor", MORNING, MORNING.replace(year=2025)) == "with_contractor"
    assert rules.seen("in_cabinet", MORNING, MORNING) == "in_cabinet"


def test_a_key_ends_with_its_owner_or_struck_off() -> None:
    steps = [step for step in rules.MACHINE.steps if step.origins & set(rules.ENDED)]
    assert [step.verb for step in steps] == ["undo_hand_over"] and rules.MACHINE.ends() == {"retired"}


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        ("out", "lend"), ("out", "hand_over"), ("with_contractor", "lend"), ("lost", "lend"), ("damaged", "lend"),
        ("relocked", "lend"), ("relocked", "found"), ("in_cabinet", "give_back"), ("in_cabinet", "replace"),
        ("out", "retire"), ("out", "relock"), ("out", "damage"), ("handed_over", "lend"), ("retired", "lend"),
    ],
)  # fmt: skip
def test_a_refused_step_says_how_things_stand_and_what_can_be_done(state: str, verb: str) -> None:
    with pytest.raises(RuleError, match="现在是") as refused:
        rules.MACHINE.go(state, verb)
    assert ("可以做的是" in refused.value.text) == (state != "retired")


def test_every_state_but_the_ends_leads_home() -> None:
    for state in rules.LIVE:
        reached, seen = {state}, set[str]()
        while reached - seen:
            one = (reached - seen).pop()
            seen.add(one)
            reached |= {step.target for step in rules.MACHINE.steps if one in step.origins}
        assert "in_cabinet" in seen
