"""The drawings in the guide are those of the machines that decide."""

from __future__ import annotations

import re

import pytest

from desk_app.core.i18n import in_source_language
from desk_app.core.machine import Machine
from desk_app.reports import states
from tests.tools import drawings


def test_the_drawings_are_current() -> None:
    """When this fails: python -m tests.tools.drawings"""
    assert drawings.FILE.read_text("utf-8") == drawings.text(), "python -m tests.tools.drawings"


def test_every_machine_is_drawn_once_under_a_title_of_its_own() -> None:
    titles = [one.title for one in states.drawn()]
    assert len(titles) == len(set(titles)) >= 3
    slips = next(one for one in states.drawn() if one.title == "放行条")
    assert "released" in slips.machine.labels
    assert any(step.verb == "release" for step in slips.machine.steps)  # the whole life, not the desk's part


@pytest.mark.parametrize("one", states.drawn(), ids=lambda one: one.machine.context)
def test_a_drawing_is_one_that_mermaid_reads(one: states.Drawn) -> None:
    lines = one.machine.drawing().splitlines()
    assert lines[0] == "stateDiagram-v2"
    node = r"(?:\[\*\]|\w+)"
    assert [
        x for x in lines[1:] if not re.fullmatch(rf"    (?:\w+: \S.*|{node} --> {node}(?:: \S.*)?)", x)
    ] == []
    assert not {"end", "state", "note", "class", "default"} & set(one.machine.labels)


@pytest.mark.parametrize("one", states.drawn(), ids=lambda one: one.machine.context)
def test_every_state_is_reached_and_every_step_leads_to_a_state(one: states.Drawn) -> None:
    machine: Machine = one.machine
    reached = set(machine.start)
    for _ in machine.labels:
        reached |= {step.target for step in machine.steps if step.origins & reached}
    assert set(machine.labels) == reached
    assert {origin for step in machine.steps for origin in step.origins} <= set(machine.labels)


def test_what_the_help_shows_has_every_step_and_no_code() -> None:
    with in_source_language():
        shown = states.markdown(drawings=False)
    assert "```" not in shown
    assert shown.count("\n## ") == len(states.drawn())
    assert "| 已开具 | 作废 | 作废 |" in shown
