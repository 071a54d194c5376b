"""Contractors through the real window: entry, hourly calls, overdue ones loud, leaving (domain.md F05)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from desk_app.registers.contractors import service
from tests.shell.hands import dialogs, focus_name, told


@pytest.fixture
def crew(front):
    """The contractors' form, reached with the keyboard from the visitors' tab."""
    front.window.open_register("contractors")
    assert focus_name() == "name"
    return front


def enter(front, **changes):
    values = {
        "name": "仇海", "party_size": 2, "org": "日立电梯", "id_kind": "work_card", "host_room": "18-06 中盛金融",
        "host_name": "周颖", "service": "电梯保养", "confirm": "phone", "confirmed_by": "周颖", "badge": "S001",
    } | changes  # fmt: skip
    return front.write(lambda session: service.enter(session, values))


def test_a_crew_is_registered_by_keyboard(crew):
    hands = crew.hands
    hands.fill("仇海", "", "日立电梯", "13900005521")
    hands.type("1")
    hands.key("Enter")
    hands.type("zsjr")
    hands.key("Enter", "Enter")
    hands.type("zy")
    hands.key("Down", "Enter", "Enter")
    hands.fill("电梯保养")
    hands.type("1")
    hands.key("Enter")
    if crew.form.boxes["confirmed_by"].is_empty():
        hands.type("周颖")
    hands.key("Ctrl+S")
    assert crew.form.errors() == {}
    assert crew.rows()[0]["badge"] == "S001" and crew.notice.startswith("✓ SM-20261123-001")


def test_hot_work_is_handed_on(crew):
    with crew.desk.write():
        pass
    crew.form.set_values({
        "name": "仇海", "org": "日立电梯", "id_kind": "work_card", "host_name": "周颖", "service": "焊接",
        "confirm": "phone", "confirmed_by": "周颖", "hot_work": True,
    })  # fmt: skip
    crew.form.boxes["host_room"].set_raw("18-06")
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), crew.hands.key("Enter"))):
        crew.hands.key("Ctrl+S")
    assert "动火证" in said[0] and len(crew.rows()) == 1


def test_an_overdue_call_is_red_in_the_list_on_the_tabs_and_on_today(crew, now):
    enter(crew)
    now.go(minutes=75)
    crew.minute()
    assert crew.rows()[0]["state"] == "late"
    tone = {state.key: state.tone.value for state in crew.work.register.states}
    assert tone["late"] == "late"
    assert crew.window.findChild(QPushButton, "pill_contractors_late").text() == "上门确认超时 1"
    crew.hands.key("tab today")
    today = crew.window._today
    row = today.table.record(0)
    assert (row["state"], row["room"]) == ("late", "contractors")
    crew.hands.key("Home", "Enter")
    assert crew.work.register.key == "contractors" and crew.table.current_row()["name"] == "仇海"


def test_a_confirmed_call_quiets_it_and_is_in_the_records(crew, now):
    enter(crew)
    now.go(minutes=75)
    crew.minute()
    crew.pick(name="仇海")

    def answer(dialog):
        assert dialog.form.boxes["who"].value() == "周颖"
        dialog.form.focus_field("situation")
        crew.hands.type("正常")
        crew.hands.key("Ctrl+S")

    with dialogs(answer):
        crew.hands.key("Ctrl+R")
    assert crew.rows()[0]["state"] == "inside"
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), crew.hands.key("Enter"))):
        crew.do("calls")
    assert "正常" in said[0]


def test_the_second_unanswered_call_sends_the_guard(crew, now):
    enter(crew)
    now.go(minutes=61)
    crew.minute()
    for _ in range(2):
        crew.pick(name="仇海")
        crew.do("no_answer")
    assert crew.rows()[0]["state"] == "dispatch"


def test_a_crew_leaves_by_one_key_and_its_tools_are_compared(crew):
    enter(crew, tools=[{"name": "电焊机", "quantity": 1}])
    crew.pick(name="仇海")
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), crew.hands.key("Enter"))):
        crew.hands.key("Ctrl+L")
    assert "电焊机×1" in said[0]
    assert crew.rows() == []
    assert crew.form.boxes["badge"].value() == "S001"


def test_a_scanned_badge_opens_its_crew(crew):
    enter(crew)
    crew.hands.key("tab permits")
    crew.hands.scan("S001")
    assert crew.work.register.key == "contractors" and crew.table.current_row()["name"] == "仇海"
