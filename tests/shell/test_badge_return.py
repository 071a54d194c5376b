"""Ctrl+B: a badge laid on the counter signs its holder out."""

from __future__ import annotations

from PySide6.QtTest import QTest

from desk_app.core import attachments
from desk_app.documents import pages
from desk_app.registers.contractors import service as stays
from tests.shell.hands import dialogs, told


def enter(front, **changes):
    values = {
        "name": "解志强", "party_size": 2, "org": "力通空调", "phone": "13900006620", "id_kind": "work_card",
        "host_room": "18-06 中盛金融", "host_name": "周颖", "service": "检修空调", "confirm": "phone",
        "confirmed_by": "周颖", "tools": [{"name": "工具箱", "quantity": 1}],
    } | changes  # fmt: skip
    return front.write(lambda session: stays.enter(session, values))


def type_badge(front, code):
    def step(_dialog):
        front.hands.type(code, slowly=True)
        front.hands.key("Ctrl+S")

    return step


def test_a_badge_signs_its_visitor_out_from_any_tab_and_leaves_the_page(front):
    front.visit(badge="A003")
    front.hands.key("tab permits")
    with dialogs(type_badge(front, "a003")):
        front.hands.key("Ctrl+B")
    assert front.window._current == "permits"
    assert "张雨薇 已签离" in front.notice
    assert front.panel("visitors").work.register.key == "visitors"
    assert front.rows() == []


def test_a_contractors_badge_asks_to_compare_the_tools(front):
    enter(front, badge="S002")
    words = []
    with dialogs(type_badge(front, "S002"), lambda d: (words.append(told(d)), d.accept())):
        front.hands.key("Ctrl+B")
    assert "工具箱×1" in words[0]
    assert "解志强 已离开" in front.notice


def test_a_badge_in_stock_is_refused_beside_the_field(front):
    said = []

    def step(dialog):
        front.hands.type("A009", slowly=True)
        front.hands.key("Ctrl+S")
        QTest.qWait(200)  # a button pressed by its key clicks a moment later
        said.append(dialog.form.errors())
        dialog.reject()

    with dialogs(step):
        front.hands.key("Ctrl+B")
    assert said == [{"badge": "A009 没有发出,请核对牌号。"}]


def test_ctrl_p_shows_the_chosen_contractors_work_slip(front):
    shown = []
    stay = enter(front)
    front.panel("contractors")
    front.pick(no=stay.no)
    with dialogs(lambda dialog: (shown.append(pages.text(dialog.pdf)), front.hands.key("Esc"))):
        front.hands.key("Ctrl+P")
    assert stay.no in shown[0]
    with front.desk.read() as session:
        assert attachments.paper_of(session, stay.uid, "contractor_slip") is not None
