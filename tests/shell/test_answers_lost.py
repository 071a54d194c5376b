"""A save whose answer was lost, in the window: the form ends as saved, a repeat doubles nothing, nothing is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from desk_app.core import drafts
from desk_app.core.errors import KnownError
from desk_app.registers.visitors.records import Visit
from tests.core.test_answers_lost import Commits
from tests.shell.conftest import choose
from tests.shell.hands import dialogs, settle, told


@pytest.fixture
def commits(front):
    made = Commits(front.desk.db)
    yield made
    made.heal()


def visits(front) -> int:
    with front.desk.read() as session:
        return session.scalar(select(func.count()).select_from(Visit))


def fill(front, name="张雨薇"):
    front.hands.key("tab visitors")
    front.form.set_values(
        {"name": name, "party_size": 1, "org": "德勤", "phone": "13911112222", "host_name": "周颖",
         "purpose": "business", "confirm": "phone", "confirmed_by": "周颖"}
    )  # fmt: skip
    front.form.boxes["host_room"].set_raw("18-06")
    front.form.boxes["name"].edited.emit()
    front.form.flush_draft()


def save(front):
    front.form.main_button.click()
    settle()


def test_an_error_after_the_commit_is_no_error(front, commits):
    fill(front)
    commits.fail(done=True)
    save(front)
    assert visits(front) == 1 and front.form.boxes["name"].is_empty()


def test_an_error_before_the_commit_leaves_the_form_as_it_is_and_can_be_repeated(front, commits):
    fill(front)
    commits.fail(done=False)
    with dialogs(lambda dialog: front.hands.key("Enter")):
        save(front)
    assert visits(front) == 0 and front.form.boxes["name"].value() == "张雨薇"
    save(front)
    assert visits(front) == 1


def test_a_repeat_when_nobody_could_say_is_told_and_doubles_nothing(front, commits, monkeypatch):
    fill(front)
    commits.fail(done=True)

    def no_answer(_db, _uid):
        raise KnownError("磁盘没有应答")

    with monkeypatch.context() as gone:
        gone.setattr(type(front.desk.db), "was_committed", no_answer)
        with dialogs(lambda dialog: front.hands.key("Enter")):
            save(front)
    assert front.form.boxes["name"].value() == "张雨薇"
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), front.hands.key("Enter"))):
        save(front)
    assert "没有重复保存" in said[0]
    assert visits(front) == 1 and front.form.boxes["name"].is_empty()
    assert [row["name"] for row in front.rows()] == ["张雨薇"]  # else it would be typed a third time


def test_a_draft_that_was_saved_before_the_kill_is_not_offered_again(front, data, bare_window):
    fill(front)
    with front.desk.read() as session:
        kept = drafts.kept(session, "visitors", 1)
    save(front)
    with front.desk.db.aside() as session:  # as when the program is killed between the commit and its answer
        drafts.keep(session, "visitors", 1, kept[1])
    front.window.hide()
    second, _controller = bare_window(data, choose("001"))
    second.open_register("visitors")
    form = second._page("visitors").panel.work.widget.form
    assert form.boxes["name"].is_empty()
    assert "已经保存" in told(second)


def test_a_draft_that_was_not_saved_bears_the_same_id_after_the_kill(front, data, bare_window):
    fill(front)
    unit = front.form.unit
    front.window.hide()
    second, _controller = bare_window(data, choose("001"))
    second.open_register("visitors")
    form = second._page("visitors").panel.work.widget.form
    assert form.boxes["name"].value() == "张雨薇" and form.unit == unit


def test_correcting_another_record_does_not_use_up_the_id_of_what_was_begun(front):
    visit = front.visit(name="周宁")
    fill(front, "新来的人")
    front.pick(no=visit.no)
    front.do("correct")
    front.form.boxes["org"].set_value("安永")
    with dialogs(lambda dialog: front.hands.key("1", "Enter", "Enter", "Enter")):
        save(front)
    assert front.form.boxes["name"].value() == "新来的人"
    save(front)
    assert visits(front) == 2


def test_a_dialog_that_was_saved_closes_although_the_answer_was_an_error(front, commits):
    visit = front.visit(name="周宁")
    front.hands.key("tab visitors")
    front.pick(no=visit.no)

    def answer(dialog):
        dialog.form.set_values({"reason": "昨晚离开未签离"})
        commits.fail(done=True)
        dialog.form.main_button.click()

    with dialogs(answer):
        front.do("force_out")
    with front.desk.read() as session:
        assert session.scalars(select(Visit.state)).all() == ["forced"]


def test_a_step_of_a_row_counts_as_done_although_the_answer_was_an_error(front, commits):
    visit = front.visit(name="周宁")
    front.hands.key("tab visitors")
    front.pick(no=visit.no)
    commits.fail(done=True)
    front.do("sign_out")
    with front.desk.read() as session:
        assert session.scalars(select(Visit.state)).all() == ["left"]
