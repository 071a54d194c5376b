"""States and steps of a visit, as pure rules."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import RuleError
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.register import REGISTER
from tests.tower import MORNING

STEPS = sorted({step.verb for step in rules.MACHINE.steps})


def walk(start, verbs):
    """Return every state passed through, refused steps left out."""
    states = [start]
    for verb in verbs:
        if rules.MACHINE.can(states[-1], verb):
            states.append(rules.MACHINE.go(states[-1], verb))
        else:
            try:
                rules.MACHINE.go(states[-1], verb)
            except RuleError as error:
                assert rules.STATE_LABELS[states[-1]] in error.text
            else:
                raise AssertionError("a step that cannot be was taken")
    return states


@given(st.sampled_from(["expected", "waiting"]), st.lists(st.sampled_from(STEPS), max_size=10))
def test_nobody_is_inside_without_having_waited_for_the_host(start, verbs):
    states = walk(start, verbs)
    if "inside" in states:
        assert states[states.index("inside") - 1] == "waiting"


@given(st.sampled_from(sorted(rules.MACHINE.start)), st.lists(st.sampled_from(STEPS), max_size=10))
def test_nobody_leaves_who_was_not_inside_and_void_is_the_end(start, verbs):
    states = walk(start, verbs)
    for before, after in pairwise(states):
        if after in ("left", "forced"):
            assert before == "inside"
        assert before != "void"


def test_every_state_is_declared_and_can_be_reached():
    assert set(rules.STATES) <= {state.key for state in REGISTER.states}
    reached = set(rules.MACHINE.start) | {step.target for step in rules.MACHINE.steps}
    assert reached == set(rules.STATES)
    assert rules.MACHINE.ends() == {"refused", "no_show", "void"}


def test_every_action_is_offered_in_declared_states_only():
    states = {state.key for state in REGISTER.states}
    assert all(action.states <= states for action in REGISTER.actions)


@given(st.integers(0, 3000), st.integers(1, 24))
def test_overstayed_begins_after_the_expected_leave(minutes, hours):
    exp_out = rules.default_leave(MORNING, hours)
    now = MORNING + timedelta(minutes=minutes)
    assert rules.overstayed("inside", MORNING, exp_out, now) == (minutes > hours * 60)
    assert not rules.overstayed("left", MORNING, exp_out, now)


def test_the_drawing_names_every_state():
    drawing = rules.MACHINE.drawing()
    assert all(label in drawing for label in rules.STATE_LABELS.values())
