"""Release slips through the real window: the one-screen form, print, void, re-issue (domain.md F06)."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog

from desk_app.core import clock
from desk_app.core.declare import Ref
from desk_app.documents import pages
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.release_slips import service
from tests.shell.hands import click, dialogs, focus, focus_name, told


@pytest.fixture
def slips(front):
    """The tab of the release slips, its form empty."""
    front.hands.key("tab permits")
    assert focus_name() == "room"
    return front


def fill(front, **more) -> None:
    """Fill the one-screen form by keyboard: room, applicant, standing, ID, telephone, lead, items, consent."""
    hands = front.hands
    hands.type("htmy")
    hands.key("Enter", "Enter", "Enter")
    hands.type("zwt")
    hands.key("Down", "Enter", "Enter")
    assert focus_name() == "standing"
    hands.key("Enter")
    hands.type("1")
    hands.key("Enter", "Enter")
    assert focus_name() == "phone"
    hands.key("Enter")
    hands.type("wbz")
    hands.key("Enter", "Enter", "Enter", "Enter")
    for cell in ("彩色复印机", "理光 C3004", "台", "2", "", "碎纸机", "", "台", "1", ""):
        if cell:
            hands.type(cell)
        hands.key("Enter")
    hands.key("Enter")


def consent(front) -> None:
    click(front.form, "open.业主认可")
    assert focus_name() == "consent_how"
    front.form.boxes["consent_how"].set_value("phone")
    front.hands.key("Enter", "Down", "Enter")
    assert front.form.boxes["consent_phone"].value()
    front.hands.key("Esc")


def close(dialog) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def issue(front, **changes):
    """Issue a slip through the service."""
    with front.desk.read() as session:
        from desk_app.core import people, premises

        lead = next(p for p in people.on_staff(session) if p.name == "王班长")
        room = premises.room_by_text(session, "15-08")
    from desk_app.kit import printing

    values = {
        "room": Ref(room.id, "15-08 恒泰贸易"), "kind": "bulky", "applicant": "曾文涛", "standing": "employee",
        "phone": "13800138001", "id_kind": "work_card", "items": [{"name": "复印机", "unit": "台", "quantity": "2"}],
        "route": "freight", "consent_how": "phone", "consent_by": "何业", "consent_phone": "13900010001",
        "lead": Ref(lead.id, lead.name),
    } | changes  # fmt: skip
    render = printing.renderer(front.desk, "release_slip")
    return front.write(lambda session: service.prepare_and_issue(session, values, front.desk.archive, render))


def test_a_slip_with_telephone_consent_is_issued_from_one_form_and_the_paper_says_it_all(slips):
    fill(slips)
    assert slips.form.known()["standing"] == "employee"
    assert "须业主认可" in slips.form._hint.text()
    consent(slips)
    seen = []

    def look(dialog):
        assert isinstance(dialog, PreviewDialog)
        seen.append(dialog.pdf)
        close(dialog)

    with dialogs(look):
        slips.hands.key("Ctrl+S")
    assert slips.form.errors() == {}
    words = "".join(pages.text(seen[0]).split())
    assert pages.page_count(seen[0]) == 3
    for copy in ("存根联", "客户联", "门岗联"):
        assert copy in words
    for said in (
        "FX-20261123-001",
        "恒泰贸易",
        "曾文涛",
        "彩色复印机",
        "理光C3004",
        "贰",
        "以下空白",
        "电话确认(档案号码)蓝湾置业",
    ):
        assert said in words, said
    slips.chip("issued")
    assert [row["no"] for row in slips.rows()] == ["FX-20261123-001"]


def test_a_refused_issue_says_everything_that_is_missing_beside_its_field(slips):
    slips.hands.type("htmy")
    slips.hands.key("Enter", "Ctrl+S")
    wrong = slips.form.errors()
    assert {"applicant", "standing", "id_kind", "phone", "items"} <= set(wrong)
    assert slips.rows() == []
    assert slips.form.boxes["room"].value().text.startswith("15-08")


def test_a_missing_consent_and_a_missing_lead_are_said_and_their_page_opens(slips):
    fill(slips)
    slips.form.boxes["lead"].set_value(None)
    slips.hands.key("Ctrl+S")
    wrong = slips.form.errors()
    assert "lead" in wrong and "consent_how" in wrong
    slips.form.boxes["lead"].set_value(Ref(3, "王班长"))
    slips.hands.key("Ctrl+S")
    assert set(slips.form.errors()) >= {"consent_how"}
    assert focus_name() == "consent_how"


def test_only_a_telephone_on_file_may_be_rung(slips):
    fill(slips)
    slips.form.set_values({"consent_how": "phone", "consent_phone": "13712345678", "consent_by": "来人说的"})
    slips.hands.key("Ctrl+S")
    assert "档案" in slips.form.errors()["consent_phone"]


def test_arrears_are_a_hint_and_never_a_hindrance(slips):
    slips.hands.type("htmy")
    slips.hands.key("Enter")
    assert "1,200" in slips.form._hint.text()
    slips.form.boxes["room"].reset()
    issue(slips)
    slips.chip("issued")
    assert slips.rows()[0]["state"] == "issued"


def test_a_void_slip_is_copied_and_issued_again_under_a_new_number(slips):
    issue(slips)
    slips.chip("issued")
    slips.pick(no="FX-20261123-001")

    def void(dialog):
        slips.hands.type("1")
        slips.hands.key("Enter")
        slips.hands.type("wbz")
        slips.hands.key("Enter", "Ctrl+S")

    with dialogs(void, lambda dialog: slips.hands.key("Enter")):
        slips.do("void")
    known = slips.form.known()
    assert known["applicant"] == "曾文涛" and known["items"][0]["name"] == "复印机"
    slips.form.set_values({"lead": Ref(3, "王班长"), "consent_how": "phone", "consent_phone": "13900010001",
                           "consent_by": "何业"})  # fmt: skip
    with dialogs(close):
        slips.hands.key("Ctrl+S")
    assert slips.form.errors() == {}
    slips.chip("all")
    assert {row["no"]: row["state"] for row in slips.rows()} == {
        "FX-20261123-001": "void", "FX-20261123-002": "issued",
    }  # fmt: skip
    slips.pick(no="FX-20261123-001")
    seen = []
    with dialogs(lambda dialog: (seen.append(pages.text(dialog.pdf)), close(dialog))):
        slips.do("print")
    assert "作废" in seen[0]


def test_a_print_counts_only_after_somebody_said_it_came_out(slips, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["前台"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    monkeypatch.setattr("desk_app.kit.preview.print_pages", lambda printer, pages_, pdf: None)
    issue(slips)
    slips.chip("issued")
    slips.pick(no="FX-20261123-001")
    seen = []

    def print_it(dialog):
        seen.append(pages.text(dialog.pdf))
        click(dialog, "print")
        close(dialog)

    def not_come(dialog):
        assert "打印出来了吗" in told(dialog)
        slips.hands.key("Esc")

    def came(dialog):
        slips.hands.key("Enter")

    with dialogs(print_it, not_come):
        slips.hands.key("Ctrl+P")
    with dialogs(print_it, came):
        slips.hands.key("Ctrl+P")
    assert "已打印" in slips.notice
    with dialogs(print_it, came):
        slips.hands.key("Ctrl+P")
    assert "补打" not in seen[0] and "补打" not in seen[1] and "补打第 1 次" in seen[2]


def test_without_a_printer_a_sentence_says_that_the_slip_is_kept(slips, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    issue(slips)
    slips.chip("issued")
    slips.pick(no="FX-20261123-001")
    said = []

    def print_it(dialog):
        click(dialog, "print")
        close(dialog)

    with dialogs(print_it, lambda dialog: (said.append(told(dialog)), slips.hands.key("Enter"))):
        slips.hands.key("Ctrl+P")
    assert "没有找到打印机" in said[0] and "不会丢失" in said[0]
    assert list(slips.paths.archive.rglob("FX-20261123-001*.pdf"))


def test_a_slip_expires_at_midnight_in_front_of_the_eyes(slips, now):
    issue(slips)
    slips.chip("issued")
    assert len(slips.rows()) == 1
    now.at = clock.at(clock.today(), 23, 59)
    slips.minute()
    assert len(slips.rows()) == 1
    now.go(minutes=1)
    slips.minute()
    assert slips.rows() == []
    slips.chip("ended")
    assert slips.rows()[0]["state"] == "expired"
    with slips.desk.read() as session:
        assert service.find(session, slips.rows()[0]["uid"]).state == "expired"


def test_a_draft_goes_through_its_steps_from_the_list(slips):
    fill(slips)
    slips.form.boxes["lead"].set_value(None)
    click(slips.form, "save_draft")
    assert slips.form.errors() == {} and "草稿" in slips.notice
    slips.pick(state="draft")
    slips.do("submit")
    slips.pick(state="awaiting_consent")

    def agree(dialog):
        dialog.form.set_values({"consent_how": "phone", "consent_phone": "13900010001", "consent_by": "何业"})
        slips.hands.key("Ctrl+S")

    with dialogs(agree):
        slips.do("consent")
    slips.pick(state="awaiting_lead")

    def sign(dialog):
        slips.hands.type("wbz")
        slips.hands.key("Enter", "Ctrl+S")

    with dialogs(sign, close):
        slips.do("issue")
    slips.chip("issued")
    assert [row["no"] for row in slips.rows()] == ["FX-20261123-001"]


def test_a_refusal_at_the_gate_ends_the_slip_and_opens_its_copy(slips):
    issue(slips)
    slips.chip("issued")
    slips.pick(no="FX-20261123-001")

    def refuse(dialog):
        dialog.form.set_values({"guard": "赵门岗", "note": "单上 2 台,实有 1 台"})
        slips.hands.key("Ctrl+S")

    with dialogs(refuse):
        slips.do("refuse_at_gate")
    assert slips.form.known()["applicant"] == "曾文涛"
    assert focus_name() == "room"


def test_a_scanned_slip_opens_wherever_the_focus_is(slips):
    issue(slips)
    slips.hands.key("tab visitors")
    slips.hands.type("王")
    slips.hands.scan("FX-20261123-001")
    assert slips.work.register.key == "release_slips"
    assert slips.table.current_row()["no"] == "FX-20261123-001"
    assert focus() is slips.table
