"""What becomes late is said once, aloud unless muted, and the typing goes on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.shell.hands import focus_name
from tests.shell.test_badge_return import enter


@pytest.fixture
def beeps(monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def test_an_overdue_call_is_said_in_red_with_a_sound_once_and_keeps_the_focus(front, now, beeps):
    enter(front)
    front.hands.key("tab visitors")
    front.hands.type("abc", slowly=True)
    now.go(minutes=60)
    front.minute()
    assert beeps == []
    now.go(minutes=11)
    front.minute()
    assert beeps == ["beep"]
    assert front.notice.startswith("✕ 确认超时 11 分钟:解志强 力通空调")
    assert focus_name() == "name"
    now.go(minutes=1)
    front.minute()
    assert beeps == ["beep"]


def test_a_muted_computer_says_it_without_a_sound(front, now, beeps):
    front.desk.prefs.setValue("window/sound", "off")
    front.visit()
    now.go(hours=3)
    front.minute()
    assert beeps == []
    assert front.notice.startswith("✕ 超时:张雨薇")
