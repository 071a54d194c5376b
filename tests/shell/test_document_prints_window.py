"""A print for a department through the real window: asked for, refused, agreed to, printed, collected (F23)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from desk_app.core import search
from desk_app.core.declare import Ref
from desk_app.kit.record_delegate import allowed
from desk_app.registers import REGISTERS
from tests.shell.hands import dialogs, focus_name


@pytest.fixture
def prints(front):
    """The form of the prints, opened as the third register of the duty log's tab."""
    front.window.open_register("document_prints")
    assert focus_name() == "title"
    return front


def fill(front, *, sealed: bool = False):
    """Fill the form as 欧阳雪 of our own department asks: 12 copies of one page."""
    form, hands = front.form, front.hands
    hands.fill("停水通知", "欧阳雪")
    form.set_values({"department": "service"})
    hands.key("Enter")
    assert focus_name() == "approver"
    hands.type("czg")
    hands.key("Enter")
    form.set_values({"copies": 12, "pages": 1, "seal": sealed, "seal_copies": 3 if sealed else None})


def apply(front, **kind):
    fill(front, **kind)
    with dialogs(lambda preview: preview.reject()):
        front.hands.key("Ctrl+S")
    return front.pick(no="WD-20261123-001")


def sign(front, *keys):
    """Return a step that ticks these boxes of a dialog and saves."""

    def step(dialog):
        dialog.form.set_values(dict.fromkeys(keys, True))
        front.hands.key("Ctrl+S")

    return step


def test_it_is_the_third_register_of_its_tab(prints):
    assert prints.window._current == "duty_log"
    rooms = [room.key for room in REGISTERS if room.tab == "duty_log"]
    assert rooms == ["duty_log", "duty_sheets", "document_prints"]


def test_our_own_department_asks_its_supervisor_too(prints):
    prints.hands.fill("停水通知", "欧阳雪")
    prints.form.set_values({"department": "service", "copies": 1, "pages": 1})
    prints.hands.key("Ctrl+S")
    assert "审批主管" in prints.form.errors()["approver"]
    assert prints.rows() == []


def test_from_application_to_collection_with_every_refusal_on_the_way(prints):
    hands = prints.hands
    apply(prints, sealed=True)

    offered = {action.key for action in allowed(prints.work.register.actions, prints.table.current_row())}
    assert "agree" in offered and "finish" not in offered

    def half_signed(dialog):
        sign(prints, "applicant_signed")(dialog)
        assert "陈主管 还没有在申请单上签名" in dialog.form.errors()["approver_signed"]
        sign(prints, "approver_signed")(dialog)

    with dialogs(half_signed):
        prints.do("agree")
    prints.chip("agreed")
    prints.pick(no="WD-20261123-001")

    def unstamped(dialog):
        assert dialog.form.boxes["printer"].value() == Ref(prints.desk.actor.staff_id, "李敏")
        hands.key("Ctrl+S")
        assert "有 3 份要用印" in dialog.form.errors()["stamped"]
        sign(prints, "stamped")(dialog)

    with dialogs(unstamped):
        prints.do("finish")
    prints.chip("printed")
    prints.pick(no="WD-20261123-001")

    def collected(dialog):
        assert dialog.form.boxes["collector"].value() == "欧阳雪"
        hands.key("Ctrl+S")
        assert "欧阳雪 还没有在申请单上签名" in dialog.form.errors()["collector_signed"]
        sign(prints, "collector_signed")(dialog)

    with dialogs(collected):
        hands.key("Ctrl+L")
    prints.chip("all")
    row = prints.rows()[0]
    assert (row["state"], row["printer"], row["collector"]) == ("collected", "李敏", "欧阳雪")


def test_a_scanned_slip_opens_its_print_and_quick_find_knows_it(prints):
    apply(prints)
    prints.window.open_register("visitors")
    prints.hands.scan("WD-20261123-001")
    assert prints.work.register.key == "document_prints"
    assert prints.table.current_row()["no"] == "WD-20261123-001"
    with prints.desk.read() as session:
        assert [hit.kind for hit in search.find(session, "tingshui")] == ["document_prints"]


def test_a_correction_says_why_and_a_voiding_is_reviewed(prints):
    hands = prints.hands
    apply(prints)
    prints.do("correct")
    prints.form.set_values({"copies": 20})

    with dialogs(lambda box: hands.key("Enter", "Enter")):
        hands.key("Ctrl+S")
    assert prints.pick(no="WD-20261123-001")["copies"] == 20

    def reviewed(dialog):
        dialog.form.set_values({"reason": "not_agreed"})
        hands.key("Enter")
        hands.type("wbz")
        hands.key("Enter", "Ctrl+S")

    with dialogs(reviewed):
        prints.do("void")
    prints.chip("all")
    row = prints.rows()[0]
    assert (row["state"], row["reason"]) == ("void", "主管不同意")


def test_what_is_half_typed_survives_and_the_history_speaks_words(prints):
    fill(prints)
    prints.work.content.keep_draft()
    assert prints.desk.kept_draft("document_prints")[1]["title"] == "停水通知"
    with dialogs(lambda preview: preview.reject()):
        prints.hands.key("Ctrl+S")
    row, words = prints.pick(no="WD-20261123-001"), []

    def look(dialog):
        words.append(dialog.findChild(QPlainTextEdit, "history_text").toPlainText())
        dialog.reject()

    with dialogs(look):
        prints.work.show_details(row)
    assert "登记申请" in words[0] and "停水通知" in words[0] and "12" in words[0]


def test_printing_without_a_chosen_line_says_so_and_with_one_shows_its_slip(prints):
    shown = []
    prints.hands.key("Ctrl+P")
    assert "请先在列表中选择一条" in prints.notice
    apply(prints)
    with dialogs(lambda preview: (shown.append(preview.number), preview.reject())):
        prints.hands.key("Ctrl+P")
    assert shown == ["WD-20261123-001"]
