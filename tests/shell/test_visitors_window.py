"""Visitors through the real window, by keyboard (domain.md F04)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from sqlalchemy import select

from desk_app.core import attachments, badges, clock, identity
from desk_app.core.errors import KnownError
from desk_app.documents import pages
from desk_app.kit.preview import PreviewDialog
from desk_app.kit.record_delegate import allowed
from desk_app.registers.visitors import service
from tests.shell.hands import click, dialogs, focus, focus_name, told

GOOD_ID, BAD_ID = "11010519491231002X", "110105194912310021"
PERMANENT_ID = "91015619991300000" + identity.check_digit("91015619991300000")


def open_visitors(front):
    front.hands.key("tab visitors")
    front.hands.presses = 0


def register(front, **more) -> None:
    """Register somebody new by keyboard alone: name, size, org, phone, room, host, answer, who."""
    open_visitors(front)
    front.hands.fill("王建国", "", "日立电梯", "13900005521")
    front.hands.type("zsjr")
    front.hands.key("Enter", "Enter")
    front.hands.type("zy")
    front.hands.key("Down", "Enter", "Enter")
    front.hands.type("1")
    front.hands.key("Ctrl+S")


def test_a_returning_visitor_is_registered_without_the_mouse_in_few_keys(front):
    front.visit(badge="A001")
    open_visitors(front)
    assert focus_name() == "name"
    assert front.form.boxes["badge"].value() == "A002"
    front.hands.type("zyw")
    front.hands.key("Down", "Enter")
    known = front.form.known()
    assert (known["name"], known["org"], known["host_name"]) == ("张雨薇", "德勤", "周颖")
    while focus_name() != "confirm":
        front.hands.key("Enter")
    front.hands.type("1")
    front.hands.key("Enter")
    front.hands.type("zy")
    front.hands.key("Down", "Enter", "Ctrl+S")
    assert front.form.errors() == {}
    assert front.notice.startswith("✓ LF-20261123-002")
    assert front.hands.presses <= 25  # at half a second a key: under fifteen seconds
    assert focus_name() == "name"
    assert front.form.boxes["name"].is_empty() and front.form.boxes["host_name"].is_empty()
    assert front.form.boxes["badge"].value() == "A003"
    visit = next(row for row in front.rows() if row["no"] == "LF-20261123-002")
    assert (visit["state"], visit["badge"], visit["confirm"]) == ("inside", "A002", "phone")


def test_a_new_visitor_is_registered_by_keyboard_and_is_inside(front):
    register(front)
    assert front.form.errors() == {}
    assert [row["name"] for row in front.rows()] == ["王建国"]
    assert front.rows()[0]["host_room"] == "18-06 中盛金融"
    with front.desk.read() as session:
        assert badges.holder(session, "A001") == front.rows()[0]["uid"]


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_stays(front):
    open_visitors(front)
    front.hands.type("王建国")
    front.hands.key("Ctrl+S")
    assert set(front.form.errors()) >= {"host_room", "host_name"}
    assert focus_name() == "host_room"
    assert front.form.boxes["name"].value() == "王建国"
    assert front.rows() == []


def test_a_wrong_id_number_asks_for_a_reason_and_goes_on(front):
    open_visitors(front)
    front.form.set_values({"name": "王建国", "host_name": "周颖", "confirm": "phone", "confirmed_by": "周颖"})
    front.form.boxes["host_room"].set_raw("18-06")
    front.form.set_values({"id_kind": "resident_card"})
    front.form.focus_field("id_no")
    front.hands.type(BAD_ID)

    def give_reason(dialog):
        assert "校验" in told(dialog)
        front.hands.type("证件磨损,人证相符")
        front.hands.key("Enter")

    with dialogs(give_reason):
        front.hands.key("Ctrl+S")
    assert len(front.rows()) == 1
    with front.desk.read() as session:
        visit = service.find(session, front.rows()[0]["uid"])
    assert visit.id_reason == "证件磨损,人证相符" and visit.id_no == ""


@pytest.mark.parametrize(
    ("kind", "typed"), [("resident_card", GOOD_ID.lower()), ("foreign_permanent", PERMANENT_ID)]
)
def test_scenario_13_a_small_x_and_a_permanent_residents_number_pass_without_a_question(front, kind, typed):
    open_visitors(front)
    front.form.set_values({"name": "王建国", "host_name": "周颖", "confirm": "phone", "confirmed_by": "周颖"})
    front.form.boxes["host_room"].set_raw("18-06")
    front.form.set_values({"id_kind": kind})
    front.form.focus_field("id_no")
    front.hands.type(typed)
    front.hands.key("Ctrl+S")
    assert front.form.errors() == {}
    assert [row["name"] for row in front.rows()] == ["王建国"]


def test_a_doubt_that_is_taken_back_leaves_the_form_as_it_was(front):
    open_visitors(front)
    front.form.set_values({"name": "王建国", "host_name": "周颖", "phone": "1391111"})
    front.form.boxes["host_room"].set_raw("18-06")
    with dialogs(lambda dialog: front.hands.key("Esc")):
        front.hands.key("Ctrl+S")
    assert front.rows() == [] and "phone" in front.form.errors()
    assert front.form.boxes["name"].value() == "王建国"


def test_one_key_signs_out_from_the_list(front):
    front.visit(badge="A001")
    open_visitors(front)
    front.hands.key("F4")
    assert focus() is front.table
    front.hands.key("Ctrl+L")
    assert front.rows() == [] and "已签离" in front.notice
    with front.desk.read() as session:
        assert "A001" in badges.free(session, "visitor")


def test_the_button_in_the_row_signs_out(front):
    front.visit(badge="A001")
    open_visitors(front)
    row = front.pick(name="张雨薇")
    index = front.table.model().index(0, front.table.model().columnCount() - 1)
    actions = [action.key for action in allowed(front.work.register.actions, row) if action.in_row]
    assert actions == ["sign_out"]
    box = front.table.visualRect(index)
    QTest.mouseClick(
        front.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 20, box.center().y())
    )
    assert front.rows() == []


def test_a_scanned_badge_opens_its_visitor_wherever_the_focus_is(front):
    front.visit(name="先到的", badge="A002")
    front.visit(name="后到的", badge="A001")
    front.hands.key("tab permits")
    front.form.focus_field("applicant")
    front.hands.type("曾文涛")
    front.hands.scan("A001")
    assert front.work.register.key == "visitors"
    assert front.table.current_row()["name"] == "后到的"
    front.hands.key("Ctrl+L")
    assert [row["name"] for row in front.rows()] == ["先到的"]
    front.hands.key("tab permits")
    assert front.form.boxes["applicant"].value() == "曾文涛"


def test_a_scanned_badge_from_stock_goes_into_the_form(front):
    open_visitors(front)
    front.hands.type("王建国")
    front.hands.scan("A007")
    assert front.form.boxes["name"].value() == "王建国"
    assert front.form.boxes["badge"].value() == "A007"
    front.hands.scan("S001")  # a contractor's
    assert front.form.boxes["badge"].value() == "A007"
    assert "S001" in front.notice


def test_a_badge_is_never_given_twice_from_the_form(front):
    front.visit(badge="A001")
    open_visitors(front)
    front.form.set_values({"name": "王建国", "host_name": "周颖", "phone": "13900005521", "confirm": "phone",
                           "confirmed_by": "周颖", "badge": "A001"})  # fmt: skip
    front.form.boxes["host_room"].set_raw("18-06")
    front.hands.key("Ctrl+S")
    assert "张雨薇" in front.form.errors()["badge"]
    assert len(front.rows()) == 1


def test_a_sign_out_can_be_dated_back(front, now):
    front.visit(badge="A001")
    open_visitors(front)
    now.go(hours=2)
    row = front.pick(name="张雨薇")

    def say_when(dialog):
        dialog.form.focus_field("out_at")
        focus().selectAll()
        front.hands.type("10:15")
        front.hands.key("Ctrl+S")

    with dialogs(say_when):
        front.do("sign_out_at")
    with front.desk.read() as session:
        visit = service.find(session, row["uid"])
    assert visit.state == "left" and clock.local(visit.out_at).strftime("%H:%M") == "10:15"


def test_a_time_before_the_arrival_is_refused_beside_its_field(front, now):
    front.visit()
    open_visitors(front)
    now.go(hours=2)
    front.pick(name="张雨薇")
    shown = []

    def say_when(dialog):
        focus().selectAll()
        front.hands.type("08:15")
        front.hands.key("Ctrl+S")
        shown.append(dialog.form.errors())
        front.hands.key("Esc")

    with dialogs(say_when):
        front.do("sign_out_at")
    assert "早于" in shown[0]["out_at"]
    assert front.rows()[0]["state"] in ("inside", "late")


def test_a_forgotten_visitor_is_signed_out_by_force_and_stays_marked(front, now):
    front.visit(badge="A001")
    now.go(days=1)
    front.minute()
    open_visitors(front)
    row = front.pick(state="forgotten")

    def force(dialog):
        dialog.form.focus_field("reason")
        front.hands.type("昨晚离开未签离")
        front.hands.key("Ctrl+S")

    with dialogs(force):
        front.do("force_out")
    with front.desk.read() as session:
        visit = service.find(session, row["uid"])
    assert (visit.state, visit.end_reason) == ("forced", "昨晚离开未签离")


def test_an_overstay_shows_when_the_minutes_pass_without_anybody_writing(front, now):
    front.visit()
    open_visitors(front)
    assert front.rows()[0]["state"] == "inside"
    now.go(hours=3)
    front.minute()
    assert front.rows()[0]["state"] == "late"
    assert front.window.findChild(type(front.form.main_button), "pill_visitors_late").text() == "访客超时 1"


def test_a_waiting_visitor_is_let_in_after_the_host_answered(front):
    front.visit(confirm="", confirmed_by="")
    open_visitors(front)
    row = front.pick(state="waiting")

    def answer(dialog):
        front.hands.type("1")
        front.hands.key("Enter")
        front.hands.type("周颖")
        front.hands.key("Ctrl+S")

    with dialogs(answer):
        front.do("admit")
    with front.desk.read() as session:
        visit = service.find(session, row["uid"])
    assert (visit.state, visit.confirmed_by, visit.badge) == ("inside", "周颖", "A001")


def test_an_expected_visitor_is_noted_and_arrives(front):
    open_visitors(front)
    front.hands.type("刘洋")
    front.form.set_values({"host_name": "周颖", "phone": "13900007777"})
    front.form.boxes["host_room"].set_raw("18-06")
    front.form.focus_field("expected_at")
    front.hands.type("14:30")
    click(front.form, "expect")
    assert front.form.errors() == {} and "已存为预约" in front.notice
    front.chip("expected")
    row = front.pick(name="刘洋")
    front.do("arrive")
    assert focus_name() == "confirm"
    assert front.form.boxes["badge"].value() == "A001"
    front.hands.type("1")
    front.hands.key("Enter")
    front.hands.type("周颖")
    front.hands.key("Ctrl+S")
    assert front.form.errors() == {}
    with front.desk.read() as session:
        visit = service.find(session, row["uid"])
    assert (visit.state, visit.no) == ("inside", row["no"])


def test_a_pasted_list_of_expected_visitors_names_bad_lines_and_saves_good_lists(front):
    good = "张三 13800001111 蓝湾会展 18-06 周颖 14:30\n李四 15-08 曾文涛 15:00"

    def paste(dialog):
        box = dialog.findChild(QPlainTextEdit, "pasted")
        box.setPlainText(good + "\n坏行")
        click(dialog, "save")
        assert "第 3 行" in dialog.wrong.text() and "坏行" in box.toPlainText()
        box.setPlainText(good)
        click(dialog, "save")

    with dialogs(paste, lambda dialog: front.hands.key("Enter")):
        front.window.do("visitors", "expect_list")
    front.window.open_view("visitors", "expected")
    assert [row["name"] for row in front.rows()] == ["张三", "李四"]
    assert front.rows()[0]["host_room"] == "18-06 中盛金融"


def test_a_group_is_registered_under_its_leader(front):
    open_visitors(front)
    front.form.set_values({"name": "领队", "party_size": 3, "host_name": "周颖", "phone": "13900007777",
                           "confirm": "phone", "confirmed_by": "周颖"})  # fmt: skip
    front.form.boxes["host_room"].set_raw("18-06")
    front.form.focus_field("party")
    for name in ("甲某", "乙某"):
        front.hands.type(name)
        front.hands.key("Enter")
    front.hands.key("Enter")  # an empty line ends the list
    front.hands.key("Ctrl+S")
    assert front.form.errors() == {}
    assert front.rows()[0]["name"] == "领队 等3人"
    with front.desk.read() as session:
        assert [one.name for one in service.find(session, front.rows()[0]["uid"]).party] == ["甲某", "乙某"]


def test_belongings_are_compared_on_leaving_and_become_a_release_slip_in_one_step(front):
    front.visit(belongings=[{"name": "显示器", "quantity": 2}], id_kind="resident_card")
    open_visitors(front)
    front.pick(name="张雨薇")

    def compare(dialog):
        assert "显示器×2" in told(dialog)
        front.hands.key("Enter")

    with dialogs(compare):
        front.hands.key("Ctrl+L")
    assert front.work.register.key == "release_slips"
    known = front.form.known()
    assert known["applicant"] == "张雨薇" and known["room"].text == "18-06 中盛金融"
    assert [(line["name"], line["quantity"]) for line in known["items"]] == [("显示器", "2")]


def test_small_belongings_only_ask_to_compare(front):
    front.visit(belongings=[{"name": "雨伞", "quantity": 1}])
    open_visitors(front)
    front.pick(name="张雨薇")
    with dialogs(lambda dialog: front.hands.key("Enter")):
        front.hands.key("Ctrl+L")
    assert front.work.register.key == "visitors"


def test_a_correction_asks_why_and_the_history_shows_from_and_to(front):
    front.visit(org="德勒")
    open_visitors(front)
    front.pick(name="张雨薇")
    front.do("correct")
    front.form.focus_field("org")
    focus().selectAll()
    front.hands.type("德勤")
    with dialogs(lambda dialog: front.hands.key("Enter", "Enter")):
        front.hands.key("Ctrl+S")
    assert "已更正" in front.notice
    assert front.form.boxes["name"].is_empty()
    seen = []

    def look(dialog):
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        front.hands.key("Esc")

    front.pick(name="张雨薇")
    with dialogs(look):
        front.hands.key("Enter")
    assert "德勒 → 德勤" in seen[0] and "填写错误" in seen[0] and "李敏" in seen[0]


def test_escape_gives_a_correction_up(front):
    front.visit()
    open_visitors(front)
    front.pick(name="张雨薇")
    front.do("correct")
    assert not front.form.boxes["name"].is_empty()
    front.hands.key("Esc")
    assert front.form.boxes["name"].is_empty() and "登记并发牌" in front.form.main_button.text()


def test_a_void_needs_a_reason_and_stays_in_the_list_of_all(front):
    front.visit(badge="A001")
    open_visitors(front)
    front.pick(name="张雨薇")
    with dialogs(lambda dialog: front.hands.key("Esc")):
        front.do("void")
    assert front.rows()[0]["state"] == "inside"
    with dialogs(lambda dialog: front.hands.key("Enter", "Enter")):
        front.do("void")
    assert front.rows() == []
    front.chip("recent")
    assert front.rows()[0]["state"] == "void" and front.rows()[0]["reason"]
    with front.desk.read() as session:
        assert "A001" in badges.free(session, "visitor")


def test_the_visitor_just_registered_is_printed_without_an_id_number(front):
    register(front)
    seen = []

    def look(dialog):
        seen.append(pages.text(dialog.pdf))
        front.hands.key("Esc")

    with dialogs(look):
        front.hands.key("Ctrl+P")
    assert "王建国" in seen[0] and "LF-20261123-001" in seen[0]
    assert GOOD_ID not in seen[0]


def papers(front):
    with front.desk.read() as session:
        return session.scalars(select(attachments.Paper)).all()


def test_a_preview_closed_before_the_paper_is_there_issues_none_and_the_next_one_does(front, monkeypatch):
    register(front)
    monkeypatch.setattr(PreviewDialog, "exec", lambda self: (self.show(), self.close()))
    front.hands.key("Ctrl+P")
    QTest.qWait(50)
    assert papers(front) == []
    monkeypatch.undo()
    with dialogs(lambda _dialog: front.hands.key("Esc")):
        front.hands.key("Ctrl+P")
    assert [paper.form for paper in papers(front)] == ["visitor_slip"]


def test_a_paper_that_cannot_be_archived_closes_the_preview_and_says_why(front, monkeypatch):
    def refuse(_path, _data):
        raise KnownError("磁盘已满,没有开具。")

    register(front)
    monkeypatch.setattr(attachments, "write_once", refuse)
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), front.hands.key("Enter"))):
        front.hands.key("Ctrl+P")
    assert "没有打印" in said[0] and "磁盘已满" in said[0] and papers(front) == []


def test_the_list_grows_late_first(front, now):
    front.visit(name="后超时", exp_out=clock.now() + timedelta(hours=3))
    front.visit(name="先超时", exp_out=clock.now() + timedelta(minutes=20))
    now.go(hours=1)
    open_visitors(front)
    assert [row["name"] for row in front.rows()] == ["先超时", "后超时"]
