"""Visitors through the real window, by keyboard."""

from __future__ import annotations

from tests.shell.hands import focus_name


def test_a_returning_visitor_is_registered_without_the_mouse(front, now):
    front.visit(name="张雨薇", badge="A001")
    now.go(days=-1)
    now.go(days=1)
    front.hands.key("Alt+2")
    assert focus_name() == "name"
    assert front.form.boxes["badge"].value() == "A002"
    front.hands.presses = 0
    front.hands.type("zyw")
    front.hands.key("Down", "Enter")
    assert front.form.boxes["name"].value() == "张雨薇"
    assert front.form.boxes["host_name"].value() == "周颖"
    # to the confirmation: name, size, org, phone, room, host
    while focus_name() != "confirm":
        front.hands.key("Enter")
    front.hands.type("1")
    front.hands.key("Enter")
    front.hands.type("zy")
    front.hands.key("Ctrl+S")
    assert front.form.errors() == {}
    assert front.notice.startswith("✓ LF-20261123-002")
    assert front.hands.presses <= 25
    assert focus_name() == "name" and front.form.boxes["name"].is_empty()
