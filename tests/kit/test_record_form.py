import json

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from desk_app.core import clock
from desk_app.core.declare import Action, Choice, Field, FieldKind, Ref
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.kit import theme
from desk_app.kit.inputs import TextInput
from desk_app.kit.line_input import LineInput
from desk_app.kit.record_form import RecordForm
from tests.kit.conftest import lookup
from tests.kit.fakes import DAY, FIELDS, MAIN

ENTER, TAB, DOWN, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape


def press(*keys):
    for key in keys:
        if isinstance(key, str) and key.isascii():
            QTest.keyClicks(QApplication.focusWidget(), key)
        elif isinstance(key, str):  # as an input method writes it
            event = QInputMethodEvent()
            event.setCommitString(key)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)


def focused():
    return QApplication.focusWidget().objectName()


def test_a_visit_is_entered_with_the_keyboard_alone(form, qtbot):
    press("李雷", ENTER, ENTER, "华信", ENTER, "13912345678", ENTER, "zsjr")
    assert [item.title for item in form.boxes["host_room"].editor.suggestions] == [
        "18-06  中盛金融",
        "15-08  中晟建融",
    ]
    press(ENTER)
    assert form.boxes["host_name"].raw() == "周颖"
    press(
        ENTER,
        ENTER,
        "2",
        ENTER,
        "1",
        ENTER,
        Qt.Key.Key_Space,
        ENTER,
        ENTER,
        "粤B12345",
        ENTER,
        "1140",
        ENTER,
        ENTER,
    )
    assert focused() == "save"
    with qtbot.waitSignal(form.submitted):
        press(ENTER)
    values = form.values()
    assert values["host_room"] == Ref(1806, "18-06 中盛金融")
    assert values["purpose"] == "interview"
    assert values["confirmed"] == "phone"
    assert values["id_seen"] is True
    assert values["expected_out"] == clock.at(DAY, 11, 40)
    assert values["party_size"] == 1
    assert values["belongings"] == [] and values["papers"] == []


def test_suggestions_come_from_the_first_character_and_never_take_the_focus(form):
    press("张")
    assert len(form.boxes["name"].editor.suggestions) == 2
    assert focused() == "name"
    press(ENTER)
    assert form.boxes["name"].raw() == "张" and focused() == "party_size"


def test_a_pick_fills_other_fields_but_not_what_was_typed(form):
    form.focus_field("org")
    press("手写单位")
    form.focus_field("name")
    press("张", DOWN, DOWN, ENTER)
    assert form.boxes["name"].raw() == "张雨薇"
    assert form.boxes["org"].raw() == "手写单位"
    assert form.boxes["phone"].value() == "13800001234"


def test_escape_closes_the_list_and_keeps_the_text(form):
    form.focus_field("host_room")
    press("zs", ESC)
    assert form.boxes["host_room"].editor.suggestions == []
    press(TAB)
    assert form.boxes["host_room"].value() == Ref(None, "zs")


def test_typing_on_after_a_pick_forgets_the_record_picked(form):
    form.focus_field("host_room")
    press("zsjr", ENTER)
    form.focus_field("host_room")
    QTest.keyClick(form.boxes["host_room"].editor, Qt.Key.Key_End)
    press("X")
    assert form.boxes["host_room"].value() == Ref(None, "18-06 中盛金融X")


def test_tab_moves_on_without_picking(form):
    form.focus_field("host_room")
    press("zsjr", TAB)
    assert form.boxes["host_room"].raw() == "zsjr"
    assert focused() == "host_name"


def test_a_slash_offers_quick_phrases(form):
    form.focus_field("note")
    press("好,/电")
    assert [item.title for item in form.boxes["note"].editor.suggestions] == ["自带电脑一台"]
    press(ENTER)
    assert form.boxes["note"].raw() == "好,自带电脑一台"


def test_every_missing_field_says_what_to_do_and_the_first_gets_the_focus(form):
    form.focus_field("party_size")
    form.boxes["party_size"].set_raw("x")
    with pytest.raises(FieldErrors) as caught:
        form.values()
    form.show_errors(caught.value)
    assert set(form.errors()) == {"name", "party_size", "host_room", "host_name", "confirmed"}
    assert focused() == "name"
    assert form.findChild(QLabel, "name.error").text() == "请填写「访客姓名」。"
    press("王")
    assert "name" not in form.errors()


def test_a_rule_of_the_service_stands_under_its_field_and_one_of_none_above_the_buttons(form):
    form.show_errors(RuleError("牌 A027 已在用,请换一块。", "badge_no"))
    assert form.errors() == {"badge_no": "牌 A027 已在用,请换一块。"}
    assert focused() == "badge_no"
    form.show_errors(RuleError("没有权限。"))
    assert form.errors() == {"": "没有权限。"}


def test_what_is_typed_survives_as_a_draft(form, qtbot):
    press("韩梅梅", ENTER, "x")
    form.focus_field("host_room")
    press("zsjr", ENTER)
    with qtbot.waitSignal(form.draft_changed, timeout=3000) as told:
        pass
    draft = json.loads(json.dumps(told.args[0]))
    values = form.raw()
    form.clear()
    assert form.raw() != values
    form.set_raw(draft)
    assert form.raw() == values
    assert form.boxes["party_size"].raw() == "x"
    assert form.boxes["host_room"].value() == Ref(1806, "18-06 中盛金融")


def test_whoever_types_without_a_pause_has_a_draft_every_five_seconds(form):
    told, now = [], [100.0]
    form.draft_changed.connect(told.append)
    clock.set_ticks(lambda: now[0])
    try:
        for letter in "abcdefghijkl":
            press(letter)
            now[0] += 0.6
    finally:
        clock.set_ticks(None)
    assert [one["name"] for one in told] == ["abcdefghij"]


def test_clearing_forgets_the_draft_and_starts_again(form, qtbot):
    press("韩")
    with qtbot.waitSignal(form.draft_changed) as told:
        form.clear()
    assert told.args == [{}]
    assert focused() == "name" and form.boxes["party_size"].raw() == "1"


@pytest.mark.parametrize("junk", [None, 5, [], {"text": 3}, [1], "x" * 9999, {"id": "a"}, True])
def test_a_damaged_draft_never_breaks_the_form(form, junk):
    form.set_raw(dict.fromkeys((field.key for field in FIELDS), junk))
    assert json.loads(json.dumps(form.raw())) == form.raw()
    assert set(form.known()) <= {field.key for field in FIELDS}


def test_ctrl_enter_submits_from_any_field(form, qtbot):
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(QApplication.focusWidget(), ENTER, Qt.KeyboardModifier.ControlModifier)


def test_a_group_opens_behind_its_button_and_escape_returns(form):
    QTest.keyClick(form.findChild(QWidget, "open.携带物品"), ENTER)
    assert form.findChild(QWidget, "belongings.grid").isVisible()
    press("笔记本", ENTER, "2", ENTER, ENTER)
    assert form.boxes["belongings"].value() == [{"item": "笔记本", "count": 2, "kind": None}]
    press(ENTER)
    assert not form.findChild(QWidget, "belongings.grid").isVisible()
    assert form.findChild(QWidget, "open.携带物品").text() == "携带物品  1"


def test_escape_leaves_a_group(form):
    QTest.keyClick(form.findChild(QWidget, "open.携带物品"), ENTER)
    press(ESC)
    assert focused() == "open.携带物品"


def test_a_wrong_cell_names_its_line_and_is_shown_in_its_group(form):
    form.set_raw({"belongings": [{"item": "电脑", "count": "x"}, {"count": "2"}]})
    with pytest.raises(FieldErrors) as caught:
        form.boxes["belongings"].value()
    assert [error.field for error in caught.value.errors] == ["belongings.0.count", "belongings.1.item"]
    form.show_errors(caught.value)
    assert form.findChild(QWidget, "belongings.grid").isVisible()
    assert "第 2 行" in form.errors()["belongings"] or "第 1 行" in form.errors()["belongings"]


def test_ctrl_delete_takes_a_line_away(form):
    form.set_raw({"belongings": [{"item": "a", "count": "1"}, {"item": "b", "count": "2"}]})
    form.focus_field("belongings")
    grid = form.findChild(QWidget, "belongings.grid")
    grid.setCurrentCell(0, 0)
    grid.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert form.boxes["belongings"].raw() == [{"item": "b", "count": "2", "kind": ""}]


def test_values_are_shown_as_they_would_be_typed(form):
    form.clear()
    values = {
        "name": "单雨桐", "party_size": 3, "host_room": Ref(7, "B1 机房"), "purpose": "repair", "id_seen": True,
        "expected_out": clock.at(DAY, 18), "host_name": "周", "confirmed": "none",
        "belongings": [{"item": "箱", "count": 2, "kind": "it"}], "papers": ["/tmp/a.pdf"],
    }  # fmt: skip
    form.set_values(values)
    assert {key: form.values()[key] for key in values} == values


def test_every_input_has_a_name_a_label_and_a_limit(form):
    for key, box in form.boxes.items():
        assert box.editor.objectName() == key
        assert box.editor.accessibleName()
        assert box.label.buddy() is box.editor
        if hasattr(box.editor, "maxLength"):
            assert box.editor.maxLength() == box.field.limit


def test_sixteen_fields_fit_without_scrolling_at_100_percent(qtbot, dressed):
    fields = [Field(f"f{n}", f"字段 {n}") for n in range(16)]
    form = RecordForm(fields, "Visitors", "登记", MAIN, (), lookup)
    qtbot.addWidget(form)
    form.resize(500, 608)
    form.show()
    form.activateWindow()
    QTest.qWait(20)
    bar = form.findChild(QWidget, "group.").verticalScrollBar()
    assert bar.maximum() == 0
    assert form.boxes["f0"].editor.height() == 34


@pytest.mark.parametrize("scale", theme.SCALES)
def test_no_button_text_is_cut_at_any_scale(qtbot, dressed, scale):
    theme.apply(dressed, "light", scale)
    form = RecordForm(
        FIELDS, "Visitors", "登记访客", MAIN, (Action("print", "打印访客单", "printer"),), lookup
    )
    qtbot.addWidget(form)
    form.resize(502, 560)
    form.show()
    form.activateWindow()
    QTest.qWait(20)
    for button in (form.main_button, *form.buttons.values(), form.clear_button):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= form.width()


def test_no_button_text_is_cut_where_the_system_shows_all_at_150_percent(qtbot, dressed):
    """A screen of 1366 by 768 leaves the form 328 wide then; the commonest button is the one that was cut."""
    main = Action("save", "登记并发牌", shortcut="Ctrl+S")
    others = (Action("print", "打印访客单", "printer"), Action("expect", "存为预约", "calendar-clock"))
    place = QWidget()  # as beside a list: there is no window that its least width makes wider
    qtbot.addWidget(place)
    form = RecordForm(FIELDS, "Visitors", "登记访客", main, others, lookup, parent=place)
    place.resize(700, 380)
    place.show()
    for width in (328, 700):
        form.resize(width, 380)
        QTest.qWait(20)
        for button in (form.main_button, *form.buttons.values(), form.clear_button):
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() <= form.width()
    assert form.buttons["expect"].text() == "存为预约"


def test_long_texts_keep_their_limit_and_paste_plain(qtbot, dressed):
    form = RecordForm([Field("t", "记事", FieldKind.LONG_TEXT, limit=50, span=2)], "Visitors", "记", MAIN)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    assert QTest.qWaitForWindowActive(form)
    edit = form.findChild(QPlainTextEdit, "t")
    form.focus_first()
    QApplication.clipboard().setText("字" * 100_000)
    edit.paste()
    assert form.values()["t"] == "字" * 50
    QTest.keyClick(edit, ENTER)
    assert focused() == "save"


def test_a_choice_is_made_with_its_digit(qtbot, dressed):
    choices = (Choice("a", "甲"), Choice("b", "乙"))
    form = RecordForm([Field("c", "项", FieldKind.CHOICE, choices=choices)], "Visitors", "选", MAIN)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    assert QTest.qWaitForWindowActive(form)
    form.focus_first()
    press("2")
    assert form.values() == {"c": "b"}
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert form.values() == {"c": None}


def test_a_hidden_field_is_skipped(form):
    form.show_field("party_size", False)
    form.focus_first()
    press(ENTER)
    assert focused() == "org"


@pytest.mark.parametrize("box", [LineInput, lambda: TextInput(100)])
def test_ctrl_e_is_left_to_what_shows_a_masked_number_though_x11_takes_it_for_the_end_of_the_line(qtbot, box):
    one = box()
    qtbot.addWidget(one)
    for key, taken in ((Qt.Key.Key_E, False), (Qt.Key.Key_C, True)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(one, event)
        assert event.isAccepted() == taken
