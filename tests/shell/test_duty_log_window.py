"""The duty log through the real window: call card, entries, hand-in, additions, prints (domain.md F01)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from desk_app.core import clock, links, people, premises
from desk_app.core.declare import Ref
from desk_app.kit.preview import PreviewDialog
from desk_app.registers.duty_log import service, sheet_views, sheets, views
from desk_app.registers.keys import service as keys
from tests.shell.conftest import choose
from tests.shell.hands import click, dialogs, focus_name, told

DONE = {
    "channel": "call", "category": "enquiry", "content": "问空调开放到几点", "action": "已解答", "state": "done",
}  # fmt: skip
LEAK = {
    **DONE, "category": "repair", "content": "洗手间水箱漏水", "room": Ref(None, "18-06 中盛金融"), "caller": "周颖",
    "phone": "13900002222", "notified": "工程部", "state": "doing",
}  # fmt: skip


@pytest.fixture
def log(front):
    """The duty log's form, reached with the keyboard."""
    front.window.open_register("duty_log")
    assert focus_name() == "channel"
    return front


def record(front, values=DONE):
    return front.write(lambda session: service.record(session, values))


def header(front, **changes):
    """Fill the running shift's header through the service."""
    with front.desk.read() as session:
        lead = next(one for one in people.on_staff(session) if one.name == "王班长")
    values = {"weather": "sunny", "staff": "李敏", "lead": Ref(lead.id, lead.name), **changes}
    return front.write(lambda session: sheets.fill_sheet(session, values))


def say(front, dialog):
    """Read a dialog and press its main button."""
    words = told(dialog)
    front.hands.key("Enter")
    return words


def close(dialog):
    dialog.reject()


def hand_in(front, *steps):
    """Press 提交日志… and go through its dialogs: question, reason for being early, preview."""

    def reason(dialog):
        front.hands.type("提前交班")
        front.hands.key("Ctrl+Return")

    with dialogs(lambda dialog: say(front, dialog), reason, *(steps or (close,))):
        click(front.work.widget, "hand_in")


def test_an_entry_is_written_by_keyboard_with_a_quick_phrase(log):
    hands = log.hands
    hands.key("Enter")
    hands.type("1")
    hands.key("Enter")
    hands.type("zsj")
    hands.key("Enter", "Enter")
    assert focus_name() == "caller"
    hands.type("zy")
    hands.key("Down", "Enter", "Enter")
    assert log.form.boxes["phone"].value() == "13900002222"
    hands.key("Enter", "Enter")
    assert focus_name() == "content"
    hands.type("/")
    hands.type("空调")
    hands.key("Enter", "Enter")
    hands.type("/")
    hands.key("Enter", "Ctrl+S")
    assert log.form.errors() == {}
    log.chip("all")
    (row,) = log.rows()
    assert (row["room"], row["caller"], row["content"]) == (
        "18-06 中盛金融",
        "周颖",
        "咨询办公区空调开放时间",
    )
    assert row["action"] == "已当场解答" and log.notice.startswith("✓ ZB-20261123-001")


def test_the_phrases_are_a_setting(log):
    from desk_app.core import settings
    from desk_app.registers.duty_log import rules

    log.write(lambda session: settings.change(session, rules.CONTENT_PHRASES, "班车几点;食堂菜单"))
    log.form.focus_field("content")
    log.hands.type("/")
    log.hands.key("Down", "Enter")
    assert log.form.boxes["content"].value() == "食堂菜单"


def test_a_repair_says_what_must_follow(log):
    log.form.focus_field("category")
    log.hands.type("3")
    assert "维修工作单" in log.form._hint.text()


def test_f6_opens_the_call_card_over_a_half_filled_form_and_touches_nothing(front, now):
    record(front, LEAK)
    front.visit()
    front.window.open_register("visitors")
    hands = front.hands
    hands.type("张三")
    seen = {}

    def call(dialog):
        assert dialog.objectName() == "call_card" and focus_name() == "room"
        before = hands.presses
        hands.type("zsj")
        assert hands.presses - before == 3
        hands.key("Enter")
        seen["room"] = dialog.form.boxes["room"].value().text
        recent = dialog.findChild(QListWidget, "recent")
        seen["recent"] = [recent.item(n).text() for n in range(recent.count())]
        now.go(seconds=95)
        hands.key("Enter", "Enter", "Enter")
        hands.type("1")
        hands.key("Enter")
        hands.type("问访客停车怎么收费")
        hands.key("Enter")
        hands.type("已解答")
        hands.key("Ctrl+S")

    with dialogs(call):
        hands.key("F6")
    assert seen["room"] == "18-06 中盛金融"
    assert [line.partition(" · ")[0] for line in seen["recent"]] == ["访客", "值班日志"]
    assert front.work.register.key == "visitors" and front.form.boxes["name"].value() == "张三"
    with front.desk.read() as session:
        newest = views.rows(session, [views.ids(session, "all", "停车")[0]])[0]
    assert (newest["channel"], newest["content"], newest["minutes"]) == ("call", "问访客停车怎么收费", 2)
    assert newest["at"] == now.at - timedelta(seconds=95)


def test_f6_opens_the_call_card_over_a_dialog_which_keeps_what_is_typed(log):
    record(log, LEAK)
    log.chip("open")
    log.pick(content="洗手间水箱漏水")

    def finishing(dialog):
        log.hands.type("换了浮球")
        log.hands.key("F6")
        assert dialog.form.boxes["result"].value() == "换了浮球"
        log.hands.key("Ctrl+S")

    def call(card):
        assert card.objectName() == "call_card"
        log.hands.key("F6")  # one card at a time
        card.form.set_values({"category": "enquiry", "content": "问访客停车怎么收费", "action": "已解答"})
        log.hands.key("Ctrl+S")

    with dialogs(finishing, call):
        log.do("finish")
    with log.desk.read() as session:
        assert [row["state"] for row in views.rows(session, views.ids(session, "all", ""))] == [
            "done",
            "done",
        ]


def test_nobody_writes_a_whole_call_before_somebody_is_on_duty(bare_window, data, hands):
    opened = []

    def call_first(dialog):
        hands.key("F6")
        opened.append(QApplication.activeModalWidget() is dialog)
        choose("001")(dialog)

    bare_window(data, call_first)
    assert opened == [True], "nothing but the question who it is"


def test_a_recent_record_opens_from_the_card(front):
    record(front, LEAK)
    said = []

    def look(dialog):
        said.append(dialog.text.toPlainText())
        dialog.reject()

    def call(dialog):
        front.hands.type("zsj")
        front.hands.key("Enter")
        recent = dialog.findChild(QListWidget, "recent")
        recent.setFocus()
        recent.setCurrentRow(0)
        QTest.keyClick(recent, Qt.Key.Key_Return)
        dialog.reject()

    with dialogs(call, look):
        front.hands.key("F6")
    assert "洗手间水箱漏水" in said[0]


def test_an_interrupted_call_is_there_again_with_its_start(front, now):
    started = now.at

    def cut_off(dialog):
        dialog.form.focus_field("content")
        front.hands.type("客户反映电梯异响")
        dialog.form.flush_draft()
        dialog.finished.disconnect()  # as a crash: nothing is cleared up
        dialog.hide()
        dialog.reject()

    with dialogs(cut_off):
        front.hands.key("F6")
    now.go(minutes=4)

    def go_on(dialog):
        assert dialog.form.boxes["content"].value() == "客户反映电梯异响"
        dialog.form.focus_field("category")
        front.hands.type("1")
        front.hands.key("Ctrl+S")

    with dialogs(go_on):
        front.hands.key("F6")
    with front.desk.read() as session:
        row = views.rows(session, views.ids(session, "all", ""))[0]
    assert row["at"] == started.replace(second=0)


def test_an_unfinished_entry_is_on_today_and_leaves_it_when_done(log):
    record(log, LEAK)
    assert log.window.findChild(QPushButton, "pill_duty_log_open").text() == "值班未完成 1"
    log.hands.key("Ctrl+1")
    today = log.window._today
    assert today.table.record(0)["room"] == "duty_log"
    log.hands.key("Home", "Enter")
    assert log.table.current_row()["content"] == "洗手间水箱漏水"

    def finish(dialog):
        log.hands.type("换了浮球")
        log.hands.key("Ctrl+S")

    with dialogs(finish):
        log.hands.key("Ctrl+R")
    assert log.notice.startswith("✓ ZB-20261123-001 已完成") and log.rows() == []


def test_an_entry_is_handed_over_and_put_off(log):
    record(log, LEAK)
    log.chip("open")

    def left(dialog):
        log.hands.type("等配件到货")
        log.hands.key("Ctrl+S")

    for action, state in (("hand_over", "handed_over"), ("next_day", "next_day")):
        log.pick(content="洗手间水箱漏水")
        with dialogs(left):
            log.do(action)
        assert log.rows()[0]["state"] == state
    log.pick(content="洗手间水箱漏水")
    said = []
    with dialogs(lambda dialog: said.append(say(log, dialog))):
        log.do("additions")
    assert "移交下班: 等配件到货" in said[0]


def test_a_refused_hand_in_names_what_is_missing(log):
    record(log, {**LEAK, "notified": "", "caller": ""})
    said = []
    with dialogs(lambda dialog: said.append(say(log, dialog))):
        click(log.work.widget, "hand_in")
    for word in ("天气", "当班负责人", "ZB-20261123-001", "通知何人、联系人"):
        assert word in said[0]


def test_the_header_is_filled_and_the_log_handed_in_printed_and_archived_once(log):
    record(log)
    click(log.work.widget, "header")
    assert log.work.register.key == "duty_sheets" and focus_name() == "weather"
    assert log.form.boxes["staff"].value() == "李敏"
    log.hands.type("3")
    assert "托管房" in log.form._hint.text()
    log.hands.key("Enter")
    log.hands.type("wbz")
    log.hands.key("Enter", "Ctrl+S")
    assert log.form.errors() == {}
    log.window.open_register("duty_log")
    papers = []
    hand_in(log, lambda dialog: (papers.append((dialog.number, dialog.count)), dialog.reject()))
    assert papers == [("BC-20261123-001", 1)]
    log.chip("all")
    log.pick(content="问空调开放到几点")

    def again(dialog):
        assert isinstance(dialog, PreviewDialog)
        papers.append((dialog.number, dialog.count))
        dialog.printed.emit(True)
        dialog.reject()

    with dialogs(again):
        log.hands.key("Ctrl+P")
    assert papers[1] == papers[0] and "BC-20261123-001 已打印" in log.notice


def test_after_the_hand_in_only_additions_with_their_own_time_and_name(log, now):
    record(log, LEAK)
    header(log)
    hand_in(log)
    log.chip("all")
    log.pick(content="洗手间水箱漏水")
    said = []
    with dialogs(lambda dialog: said.append(say(log, dialog))):
        log.do("correct")
    assert "只能追加" in said[0]
    now.go(minutes=15)

    def add(dialog):
        log.hands.type("客户来电催问")
        log.hands.key("Ctrl+S")

    with dialogs(add):
        log.hands.key("Ctrl+L")
    assert log.rows()[0]["last"] == "11-23 09:55 李敏 客户来电催问"
    record(log, {**DONE, "at": now.at - timedelta(minutes=40)})
    assert log.rows()[1]["mark"] == "补记"
    log.window.open_register("duty_sheets")
    log.chip("all")
    log.pick(state="handed_in")
    pages = []
    with dialogs(lambda dialog: (pages.append(dialog.count), dialog.reject())):
        log.do("print_added")
    assert pages == [1]


def test_an_open_log_prints_as_a_draft(log):
    record(log)
    log.chip("all")
    log.pick(content="问空调开放到几点")
    shown = []
    with dialogs(lambda dialog: (shown.append((dialog.number, dialog.pdf)), dialog.reject())):
        log.hands.key("Ctrl+P")
    from io import BytesIO

    from pypdf import PdfReader

    words = PdfReader(BytesIO(shown[0][1])).pages[0].extract_text()
    assert "草稿" in words.replace(" ", "").replace("\n", "") and "尚未提交" in words


def test_a_shift_that_was_not_handed_in_opens_from_today(log, now):
    record(log)
    now.go(hours=9)
    log.minute()
    assert log.window.findChild(QPushButton, "pill_duty_sheets_waiting").text() == "日志未提交 1"
    log.hands.key("Ctrl+1")
    assert log.window._today.table.record(0)["label"] == "日志未提交"
    log.hands.key("Home", "Enter")
    assert log.work.register.key == "duty_sheets"
    assert log.form.boxes["key"].value() == "day"


def test_a_shift_nobody_wrote_in_opens_from_today_with_its_day(log, now):
    record(log)
    header(log)
    hand_in(log)
    now.go(days=1)
    log.minute()
    with log.desk.read() as session:
        (missed,) = sheet_views.due(session)
    log.window.open_record("duty_sheets", missed.uid)
    assert log.form.boxes["day"].value() == clock.today() - timedelta(days=1)
    assert log.form.boxes["key"].value() == "night"
    log.form.focus_field("weather")
    log.hands.type("1")
    log.hands.key("Ctrl+S")
    assert log.form.errors() == {}
    log.chip("waiting")
    assert [row["key"] for row in log.rows()] == ["night"]


def test_the_list_shows_what_its_count_counts_a_shift_nobody_opened_too(log, now):
    record(log)
    header(log)
    hand_in(log)
    now.go(days=1)
    log.minute()
    log.window.open_view("duty_sheets", "waiting")
    assert [(row["key"], row["state"]) for row in log.rows()] == [("night", "missing")]
    log.pick(key="night")
    said = []
    with dialogs(lambda dialog: (said.append(dialog.text.toPlainText()), dialog.reject())):
        log.hands.key("Enter")
    assert "未填写" in said[0]
    log.pick(key="night")
    log.hands.key("Ctrl+P")
    assert "没有可打印的日志" in log.notice and log.form.boxes["key"].value() == "night"
    log.pick(key="night")
    click(log.work.widget, "hand_in_now")
    assert "请先补填表头" in log.notice and focus_name() == "weather"
    log.hands.type("1")
    log.hands.key("Ctrl+S")
    assert [(row["key"], row["state"]) for row in log.rows()] == [("night", "late")]


@pytest.mark.parametrize(
    ("action", "register", "field", "shown"),
    [
        ("to_visitor", "visitors", "host_name", "周颖"),
        ("to_slip", "release_slips", "applicant", "周颖"),
        ("to_key", "key_loans", "borrower", "周颖"),
    ],
)
def test_one_step_leads_from_an_entry_to_another_register(log, action, register, field, shown):
    record(log, LEAK)
    log.chip("all")
    log.pick(content="洗手间水箱漏水")
    log.do(action)
    assert log.work.register.key == register
    assert log.form.boxes[field].value() == shown


def test_a_key_asked_for_by_telephone_offers_the_rooms_key_and_never_its_room_as_a_company(log):
    with log.desk.read() as session:
        room = premises.room_by_text(session, "15-08")
    for code in ("A-01-02", "A-01-01"):
        values = {
            "code": code, "kind": "vacant", "place": Ref(room.id, room.name), "pieces": 2, "source": "developer",
            "keeper": Ref(1, "李敏"), "spare": "spare" if code == "A-01-01" else "main",
        }  # fmt: skip
        log.write(lambda s, v=values: keys.add(s, v))
    record(log, {**LEAK, "room": Ref(room.id, room.name)})
    log.chip("all")
    log.pick(content="洗手间水箱漏水")
    log.do("to_key")
    shown = {key: log.form.boxes[key].value() for key in ("key", "borrower", "phone", "org")}
    assert shown == {"key": "A-01-02", "borrower": "周颖", "phone": "13900002222", "org": "恒泰贸易"}
    QApplication.processEvents()  # the form thinks in a turn of its own
    assert "同房还有 A-01-01" in log.form.findChild(QLabel, "form_hint").text()


def test_a_visitor_begun_from_an_entry_is_linked_both_ways(log):
    entry = record(
        log, {**DONE, "category": "visitor", "channel": "visit", "caller": "王海", "phone": "13900001111"}
    )
    log.chip("all")
    log.pick(content="问空调开放到几点")
    log.do("to_visitor")
    assert log.form.boxes["name"].value() == "王海"
    log.form.set_values({
        "host_room": Ref(None, "18-06 中盛金融"), "host_name": "周颖", "purpose": "business", "confirm": "phone",
        "confirmed_by": "周颖", "id_kind": "resident_card",
    })  # fmt: skip
    log.hands.key("Ctrl+S")
    assert log.form.errors() == {}
    visit = log.rows()[0]
    with log.desk.read() as session:
        assert [link.kind for link in links.of(session, entry.uid)] == ["followed"]
        assert [link.from_uid for link in links.of(session, str(visit["uid"]))] == [entry.uid]


def test_a_scanned_number_opens_its_entry(log):
    record(log)
    log.hands.key("Ctrl+1")
    log.hands.scan("ZB-20261123-001")
    assert log.work.register.key == "duty_log" and log.table.current_row()["no"] == "ZB-20261123-001"


def test_a_scanned_number_of_a_handed_in_log_opens_its_shift(log):
    record(log)
    header(log)
    hand_in(log)
    log.hands.key("Ctrl+1")
    log.hands.scan("BC-20261123-001")
    assert log.work.register.key == "duty_sheets" and log.table.current_row()["no"] == "BC-20261123-001"


def test_what_is_typed_is_there_again_after_a_change_of_duty(log):
    from desk_app.core.people import as_actor

    log.form.focus_field("content")
    log.hands.type("反映电梯异响")
    log.window.keep_drafts()
    with log.desk.read() as session:
        crew = {one.name: as_actor(one, "pc") for one in people.on_staff(session)}
    log.desk.set_actor(crew["赵倩"])
    assert log.form.boxes["content"].is_empty()
    log.desk.set_actor(crew["李敏"])
    assert log.form.boxes["content"].value() == "反映电梯异响"
