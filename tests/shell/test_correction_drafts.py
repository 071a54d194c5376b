"""A correction under way survives a crash, and what was begun before it comes back."""

from __future__ import annotations

from tests.shell.conftest import choose
from tests.shell.hands import Hands


def begin(front):
    """Type half a new visitor, then start to correct a visit."""
    visit = front.visit(name="张雨薇", org="德勤")
    front.hands.key("tab visitors")
    front.hands.type("新来的人")
    front.pick(no=visit.no)
    front.do("correct")
    front.form.boxes["org"].setFocus()
    front.hands.type("x", slowly=True)
    front.window.keep_drafts()
    return visit


def test_leaving_a_correction_brings_back_what_was_begun(front):
    begin(front)
    assert front.form.boxes["name"].value() == "张雨薇"
    front.hands.key("Esc")
    assert front.form.boxes["name"].value() == "新来的人"


def test_a_correction_cut_off_by_a_crash_is_offered_again(front, data, bare_window):
    visit = begin(front)
    front.window.hide()
    second, _controller = bare_window(data, choose("001"))
    second.open_register("visitors")
    work = second._page("visitors").panel.work
    assert str(visit.no) in work.widget.form.head.title.text()
    assert "x" in str(work.widget.form.boxes["org"].value())
    assert "更正" in work.widget.form.head.state.text()
    work.widget.form.left.emit()
    assert work.widget.form.boxes["name"].value() == "新来的人"


def test_the_next_person_sees_neither_the_draft_nor_the_correction(front, hands: Hands):
    from tests.shell.hands import dialogs

    begin(front)
    with dialogs(choose("002")):
        front.hands.key("F9")
    assert front.form.boxes["name"].is_empty()
    with dialogs(choose("001")):
        front.hands.key("F9")
    assert "更正" in front.form.head.title.text()
