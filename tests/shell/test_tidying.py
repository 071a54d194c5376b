"""The window tidies up a moment after a change, beside the work, and says nothing about it."""

from __future__ import annotations

from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM


def settled(qtbot, front):
    tidying = front.controller._tidying
    tidying.timer.timeout.emit()
    qtbot.waitUntil(lambda: not tidying._busy, timeout=10_000)
    return tidying


def test_a_change_is_followed_by_tidying_and_further_changes_do_not_put_it_off(front, qtbot):
    tidying = front.controller._tidying
    assert not tidying.timer.isActive()
    front.visit(name="张雨薇")
    front.desk.changed.emit()
    left = tidying.timer.remainingTime()
    front.desk.changed.emit()
    assert 0 < tidying.timer.remainingTime() <= left
    settled(qtbot, front)
    assert not front.db.tidy()


def test_what_is_left_is_done_a_moment_later(front, qtbot, monkeypatch):
    monkeypatch.setattr(front.db, "tidy", lambda: True)
    tidying = settled(qtbot, front)
    assert tidying.timer.isActive()


def test_tidying_that_fails_disturbs_nobody_and_is_tried_again_after_the_next_change(
    front, qtbot, monkeypatch
):
    def fail():
        raise KnownError("磁盘已满")

    monkeypatch.setattr(front.db, "tidy", fail)
    before = front.notice
    tidying = settled(qtbot, front)
    assert front.notice == before
    assert not tidying.timer.isActive()
    front.desk.changed.emit()
    assert tidying.timer.isActive()


def test_the_desk_works_on_while_tidying_waits_for_it(front, qtbot):
    tidying = front.controller._tidying
    with front.db.write(SYSTEM):
        tidying.timer.timeout.emit()
        tidying.timer.timeout.emit()  # the piece before is still under way
        assert tidying._busy
    qtbot.waitUntil(lambda: not tidying._busy, timeout=10_000)
