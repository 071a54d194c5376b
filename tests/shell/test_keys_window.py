"""Keys through the real window: by keyboard, in the cabinet's picture, by scanner, from a list (domain.md F07)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton

from desk_app.core import access, people
from desk_app.core.declare import Ref
from desk_app.documents.draw import render_cards
from desk_app.registers.keys import service, views
from tests.shell.hands import click, dialogs, focus_name, told


@pytest.fixture
def keys(front):
    """The keys' form, reached with the keyboard."""
    front.window.open_register("keys")
    assert focus_name() == "code"
    return front


def hang(front, code="A-03-12", **changes):
    with front.desk.read() as session:
        keeper = people.on_staff(session)[0]
    values = {
        "code": code, "kind": "vacant", "place": Ref(None, "18-06"), "name": "入户门", "pieces": 3, "spare": "main",
        "source": "developer", "keeper": Ref(keeper.id, keeper.name), **changes,
    }  # fmt: skip
    return front.write(lambda session: service.add(session, values)).uid


def state(front, uid):
    with front.desk.read() as session:
        return service.find(session, uid).state


def test_a_key_is_registered_by_keyboard_and_gets_a_tag(keys):
    hands = keys.hands
    hands.fill("a-3-12", "3")
    hands.type("3")
    hands.key("Enter")
    hands.type("1806")
    hands.key("Enter", "Enter")
    hands.fill("入户门")
    hands.type("limin")
    hands.key("Enter", "Ctrl+S")
    assert keys.form.errors() == {}
    (row,) = keys.rows()
    assert (row["no"], row["kind"], row["pieces"], row["state"]) == ("A-03-12", "vacant", 3, "in_cabinet")
    assert row["tag"] in keys.notice
    assert keys.form.boxes["keeper"].value().text == "李敏", "whoever kept the last key keeps the next"


def test_everything_missing_is_told_under_its_field(keys):
    keys.hands.key("Ctrl+S")
    assert {"code", "kind", "place", "keeper"} <= keys.form.errors().keys()


def test_an_owners_key_without_consent_asks_why(keys):
    uid = hang(keys)
    keys.pick(no="A-03-12")
    keys.do("correct")
    keys.form.boxes["kind"].set_value("owner_retained")
    said = []

    def give_reason(dialog):
        said.append(told(dialog))
        keys.hands.type("旧账移交")
        keys.hands.key("Enter")

    def why(dialog):
        keys.hands.key("Ctrl+Return")

    with dialogs(why, give_reason):
        keys.hands.key("Ctrl+S")
    assert "须经业主同意" in said[0]
    with keys.desk.read() as session:
        assert service.find(session, uid).consent_note == "旧账移交"


@pytest.fixture
def cabinet(keys):
    """Three keys, the picture shown and with the focus."""
    hang(keys, "A-01-01")
    hang(keys, "A-01-03", kind="plant", place=Ref(None, "B1-01"))
    hang(keys, "B-02-02", kind="card")
    click(keys.work.widget, "cabinet")
    assert focus_name() == "cabinet"
    return keys.panel().cabinet


def test_the_cabinet_is_walked_with_the_arrows_and_enter_selects_the_key(keys, cabinet):
    keys.hands.key("Ctrl+Home", "Enter")
    assert keys.table.current_row()["no"] == "A-01-01"
    keys.hands.key("Right", "Right", "Enter")
    assert keys.table.current_row()["no"] == "A-01-03"
    assert "B1-01" in keys.panel().details.text() and "标签" in keys.panel().details.text()
    keys.hands.key(*["Down"] * 6, "Left", "Enter")
    assert keys.table.current_row()["no"] == "B-02-02"


def test_a_click_on_a_hook_selects_its_key_and_the_list_moves_the_picture(keys, cabinet):
    place = cabinet.visualItemRect(cabinet.item(0, 2)).center()
    QTest.mouseClick(cabinet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert keys.table.current_row()["no"] == "A-01-03"
    keys.pick(no="B-02-02")
    assert cabinet.current_hook().code == "B-02-02"


def test_an_empty_hook_is_offered_to_a_new_key(keys, cabinet):
    keys.hands.key("Ctrl+Home", "Right", "Enter")
    assert keys.form.boxes["code"].value() == "A-01-02"


def test_every_hook_tells_its_state_by_word_and_to_a_screen_reader(keys, cabinet, now):
    with keys.desk.read() as session:
        uids = {key.code: key.uid for key in service.live(session)}
    due = now.at + timedelta(minutes=30)
    keys.write(
        lambda s: service.hand_out(s, uids["A-01-01"], "lend", pieces=3, holder_name="周颖", due_at=due)
    )
    keys.write(lambda s: service.report_lost(s, uids["A-01-03"], by="保洁"))
    words = {
        code: cabinet.item(*at).text()
        for code, at in (("A-01-01", (0, 0)), ("A-01-03", (0, 2)), ("A-01-02", (0, 1)))
    }
    assert words == {"A-01-01": "借出", "A-01-03": "遗失", "A-01-02": "空"}
    now.go(minutes=31)
    keys.minute()
    assert cabinet.item(0, 0).text() == "逾期"
    reader = QAccessible.queryAccessibleInterface(cabinet)
    names = [reader.child(n).text(QAccessible.Text.Name) for n in range(reader.childCount())]
    assert "A-01-01 逾期 18-06 入户门" in names and "A-01-02 空" in names


def test_the_picture_is_there_again_next_time_and_goes_with_the_same_button(keys, cabinet):
    click(keys.work.widget, "cabinet")
    assert cabinet.isHidden()
    click(keys.work.widget, "cabinet")
    from desk_app.registers.keys.panel import Panel

    again = Panel(keys.desk, keys.window)
    assert not again.cabinet.isHidden()
    again.work.widget.deleteLater()


def test_the_tab_fits_a_small_screen(keys, cabinet):
    keys.window.resize(1366, 690)
    QApplication.processEvents()
    assert keys.window.height() == 690
    keys.work.widget.refilled.emit()
    QApplication.processEvents()
    assert cabinet.height() >= 120 and keys.table.height() >= 120


def test_a_scanned_tag_opens_its_key_from_anywhere(keys):
    uid = hang(keys, tag="K7F2Q")
    keys.hands.key("Alt+1")
    keys.hands.scan("K7F2Q")
    assert keys.work.register.key == "keys" and keys.table.current_row()["uid"] == uid


def test_quick_find_knows_a_hook_in_any_spelling(keys):
    uid = hang(keys)
    keys.hands.key("Alt+1", "Ctrl+K")
    keys.hands.type("a3-12", slowly=True)
    keys.hands.key("Enter")
    assert keys.work.register.key == "keys" and keys.table.current_row()["uid"] == uid


def test_a_lost_key_goes_from_loss_to_lock_to_new_key(keys):
    uid = hang(keys)
    hang(keys, "A-03-13", spare="spare")
    keys.pick(no="A-03-12")
    said = []

    def lose(dialog):
        keys.hands.type("保洁刘春梅")
        keys.hands.key("Ctrl+S")

    def read(dialog):
        said.append(told(dialog))
        keys.hands.key("Enter")

    with dialogs(lose, read):
        keys.do("report_lost")
    assert "立即报告经理" in said[0] and state(keys, uid) == "lost"
    keys.minute()
    assert keys.window.findChild(QPushButton, "pill_keys_lost").text() == "钥匙遗失待配 1"

    def relock(dialog):
        dialog.form.focus_field("approver")
        keys.hands.type("czg")
        keys.hands.key("Enter", "Ctrl+S")

    keys.pick(no="A-03-12")
    with dialogs(relock, read):
        keys.do("lock_changed")
    assert "A-03-13" in said[1] and state(keys, uid) == "relocked"

    def replace(dialog):
        assert dialog.form.boxes["pieces"].value() == 3
        keys.hands.key("Ctrl+S")

    keys.pick(no="A-03-12")
    with dialogs(replace):
        keys.do("replaced")
    assert state(keys, uid) == "in_cabinet" and "请换标签" in keys.notice


def test_another_lock_without_a_supervisor_is_refused_in_the_dialog(keys):
    hang(keys)
    keys.pick(no="A-03-12")
    said = []

    def relock(dialog):
        dialog.form.focus_field("approver")
        keys.hands.type("李敏")
        keys.hands.key("Ctrl+S")
        said.append(dialog.form.errors())
        dialog.reject()

    with dialogs(relock):
        keys.do("lock_changed")
    assert "approver" in said[0]


def test_a_key_is_lent_and_its_loan_shown_from_its_row(keys):
    uid = hang(keys)
    asked = []
    keys.desk.follow_requested.disconnect()
    keys.desk.open_requested.disconnect()
    keys.desk.follow_requested.connect(lambda *what: asked.append(what))
    keys.desk.open_requested.connect(lambda *what: asked.append(what))
    keys.pick(no="A-03-12")
    keys.hands.key("Ctrl+L")
    keys.write(lambda s: service.hand_out(s, uid, "lend", pieces=3, holder_name="周颖", loan_uid="the-loan"))
    keys.pick(no="A-03-12")
    keys.do("loan")
    assert asked == [("key_loans", {"key": "A-03-12"}, uid), ("key_loans", "the-loan")]


def test_instructions_are_added_shown_and_ended(keys):
    uid = hang(keys)
    keys.pick(no="A-03-12")

    def add(dialog):
        keys.hands.type("家中有犬")
        keys.hands.key("Ctrl+S")

    with dialogs(add):
        keys.do("instruct")
    assert keys.rows()[0]["told"] == "家中有犬"
    keys.pick(no="A-03-12")
    assert "须知:家中有犬(李敏)" in keys.panel().details.text()
    with dialogs(lambda dialog: keys.hands.key("Ctrl+S")):
        keys.do("end_instruction")
    with keys.desk.read() as session:
        assert service.instructions(session, uid) == []


def test_a_key_is_struck_off_by_a_supervisor_and_its_hook_is_free(keys):
    hang(keys)
    keys.pick(no="A-03-12")

    def retire(dialog):
        keys.hands.fill("锁已拆除")
        keys.hands.type("czg")
        keys.hands.key("Enter", "Ctrl+S")

    with dialogs(retire):
        keys.do("retire")
    assert keys.rows() == []
    keys.chip("ended")
    assert keys.rows()[0]["state"] == "retired"


def test_the_owners_agreement_is_shown_ready_to_print(keys):
    uid = hang(keys, kind="custody", consent_by="张建国")
    keys.pick(no="A-03-12")
    with dialogs(lambda dialog: dialog.reject()):
        keys.hands.key("Ctrl+P")
    from desk_app.core import attachments

    with keys.desk.read() as session:
        assert attachments.paper_of(session, uid, "key_custody") is not None


def test_a_key_without_an_owner_has_no_agreement(keys):
    hang(keys)
    keys.pick(no="A-03-12")
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), keys.hands.key("Enter"))):
        keys.do("custody")
    assert "才有委托书" in said[0]


def test_labels_of_all_shown_keys_print_on_a_begun_sheet_and_that_is_noted(keys, monkeypatch):
    hang(keys)
    hang(keys, "A-03-13")
    drawn = []
    draw = render_cards
    monkeypatch.setattr(
        "desk_app.documents.draw.render_cards",
        lambda form, cards, skip: drawn.append((cards, skip)) or draw(form, cards, skip=skip),
    )

    def came_out(preview):
        preview.printed.emit(True)
        preview.reject()

    def ask(dialog):
        dialog.form.boxes["which"].set_value("shown")
        dialog.form.boxes["skip"].set_value(24)
        keys.hands.key("Ctrl+S")
        assert "skip" in dialog.form.errors()
        dialog.form.boxes["skip"].set_value(5)
        keys.hands.key("Ctrl+S")

    with dialogs(ask, came_out):
        click(keys.work.widget, "labels")
    with keys.db.read() as session:
        (line,) = access.read(session, access.Wanted(kind=access.Kind.PRINT))
        assert (line.entity, line.who) == ("keys", "李敏")
    ((cards, skip),) = drawn
    assert [card["hook"] for card in cards] == ["A-03-12", "A-03-13"] and skip == 5


def test_the_code_list_warns_first_and_is_on_record(keys):
    hang(keys)
    said = []

    def confirm(dialog):
        said.append(told(dialog))
        keys.hands.key("Enter")

    with dialogs(confirm, lambda dialog: dialog.reject()):
        click(keys.work.widget, "codes")
    with dialogs(lambda dialog: (said.append(told(dialog)), dialog.reject())):
        click(keys.work.widget, "codes")
    assert "保险柜" in said[0] and "上次打印" in said[1] and "李敏" in said[1]


def test_a_list_from_excel_is_imported_and_bad_rows_are_told(keys, tmp_path: Path, monkeypatch):
    book = Workbook()
    for row in (
        ("钥匙登记表",),
        ("编号", "房号", "类别", "数量"),
        ("A-1-1", "1806", "空置房", "２把"),
        ("B", "15-08", "空置", 1),
    ):
        book.active.append(row)
    path = tmp_path / "keys.xlsx"
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    said = []

    def work(dialog):
        click(dialog, "import")
        said.append(dialog.findChild(QPlainTextEdit, "import_result").toPlainText())
        dialog.accept()

    with dialogs(work, lambda dialog: keys.hands.key("Enter")):
        keys.window.do("keys", "import")  # a line of the menu
    assert "新增 1 串" in said[0] and "第 4 行「钥匙编号」" in said[0]
    assert [(row["no"], row["pieces"]) for row in keys.rows()] == [("A-01-01", 2)]


def test_a_half_typed_key_comes_back_as_a_draft(keys):
    keys.hands.type("A-05-05")
    keys.form.flush_draft()
    from desk_app.registers.keys.panel import Panel

    again = Panel(keys.desk, keys.window)
    again.work.content.come_up()
    assert again.work.widget.form.boxes["code"].raw() == "A-05-05"
    again.work.widget.deleteLater()


def test_the_record_shows_state_and_history(keys):
    uid = hang(keys)
    keys.write(lambda s: service.damaged(s, uid, note="齿断"))
    keys.pick(no="A-03-12")
    said = []

    def read(dialog):
        said.append(dialog.findChild(QPlainTextEdit, "history_text").toPlainText())
        dialog.accept()

    with dialogs(read):
        keys.hands.key("Enter")
    assert "损坏" in said[0] and "原因:齿断" in said[0] and "登记钥匙" in said[0]
    with keys.desk.read() as session:
        assert views.counts(session)["damaged"] == 1
