from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desk_app.kit import background, theme
from tests.kit.fakes import FIELDS


def chip(panel, key):
    return panel.findChild(QPushButton, f"view.{key}")


def test_chips_count_their_views_and_switch_the_list(panel):
    assert chip(panel, "inside").text() == "在访 12" and chip(panel, "all").text() == "全部"
    QTest.mouseClick(chip(panel, "late"), Qt.MouseButton.LeftButton)
    assert panel.view == "late"
    assert [panel.table.record(n)["name"] for n in range(len(panel.table.shown_ids()))] == ["单雨桐"]


def test_the_filter_works_while_typing_and_enter_goes_into_the_list(panel):
    panel.focus_filter()
    QTest.keyClicks(panel.filter_box, "18-06")
    assert list(panel.table.shown_ids()) == [1, 10]
    QTest.keyClick(panel.filter_box, Qt.Key.Key_Return)
    assert panel.table.hasFocus() and panel.table.current_id() == 1


def test_a_write_shows_at_once_and_keeps_the_selection(panel, town):
    panel.table.select_id(5)
    with panel.desk.write():
        town.add(50, "11:05", "新访客", "", "1F", "other", "B1", "inside")
    assert 50 in panel.table.shown_ids() and panel.table.current_id() == 5


def test_a_hidden_panel_waits_until_it_is_shown(panel, town):
    panel.hide()
    reads = town.reads
    with panel.desk.write():
        town.add(50, "11:05", "新访客", "", "1F", "other", "B1", "inside")
    assert town.reads == reads
    panel.show()
    assert 50 in panel.table.shown_ids()


def test_the_list_follows_a_write_in_the_windows_next_turn_and_whoever_asks_sooner_sees_it(
    panel, town, qtbot
):
    reads = town.reads
    with panel.desk.write():
        town.add(50, "11:05", "新访客", "", "1F", "other", "B1", "inside")
    panel.select_only(50)
    assert town.reads == reads
    qtbot.waitUntil(lambda: town.reads > reads)
    assert panel.table.current_id() == 50


def test_showing_a_panel_again_without_a_write_reads_nothing(panel, town):
    panel.hide()
    reads = town.reads
    panel.show()
    assert town.reads == reads


def test_a_record_is_found_in_whatever_view_has_it(panel):
    QTest.mouseClick(chip(panel, "late"), Qt.MouseButton.LeftButton)
    assert panel.show_record(13)
    assert panel.table.current_id() == 13
    assert not panel.show_record(12345)


def test_buttons_say_what_is_wanted_and_for_which_row(panel, qtbot):
    panel.table.select_id(5)
    with qtbot.waitSignal(panel.action_requested) as asked:
        QTest.mouseClick(panel.form.findChild(QPushButton, "print"), Qt.MouseButton.LeftButton)
    assert asked.args[0] == "print" and asked.args[1]["id"] == 5
    with qtbot.waitSignal(panel.action_requested) as asked:
        QTest.mouseClick(panel.findChild(QPushButton, "muster"), Qt.MouseButton.LeftButton)
    assert asked.args[0] == "muster"
    with qtbot.waitSignal(panel.export_requested):
        QTest.mouseClick(panel.export_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.submitted):
        QTest.mouseClick(panel.form.main_button, Qt.MouseButton.LeftButton)


@pytest.fixture
def long_lists(panel):
    """Lists by view, long enough to be read in part; the test changes them as another desk would."""
    lists = {"all": array("q", range(5000, 0, -1)), "today": array("q", range(9000, 8000, -1))}

    def ids(_session, view, text, limit=None):
        found = lists.get(view, array("q"))
        return array("q", [n for n in found if text in str(n)] if text else found)[:limit]

    panel.register = replace(panel.register, source=replace(panel.register.source, ids=ids))
    panel._reader._register = panel.register
    yield lists
    assert background.stop_all()


def test_a_long_list_is_shown_in_part_and_completed_from_a_thread(qtbot, panel, long_lists):
    panel.show_view("all")
    assert len(panel.table.shown_ids()) == 100
    panel.table.select_id(4998)
    qtbot.waitUntil(lambda: len(panel.table.shown_ids()) == 5000)
    assert panel.table.current_id() == 4998


def test_a_save_elsewhere_shows_at_once_in_a_long_list_and_moves_nothing(qtbot, panel, long_lists):
    panel.show_view("all")
    qtbot.waitUntil(lambda: len(panel.table.shown_ids()) == 5000)
    panel.table.select_id(2000)
    top = panel.table.shown_ids()[panel.table.rowAt(0)]
    long_lists["all"] = array("q", [5001, *range(5000, 0, -1)])
    panel.show_view("all")
    assert panel.table.shown_ids() == long_lists["all"]
    assert panel.table.current_id() == 2000
    QTest.qWait(1)
    assert panel.table.shown_ids()[panel.table.rowAt(0)] == top


def test_what_changed_deep_in_a_long_list_is_seen_when_the_thread_has_read_it(qtbot, panel, long_lists):
    panel.show_view("all")
    qtbot.waitUntil(lambda: len(panel.table.shown_ids()) == 5000)
    long_lists["all"].remove(777)
    panel.show_view("all")
    qtbot.waitUntil(lambda: len(panel.table.shown_ids()) == 4999)
    assert 777 not in panel.table.shown_ids()


def test_only_the_last_of_several_quick_changes_is_read_in_full(qtbot, panel, long_lists):
    panel.show_view("all")
    panel.show_view("today")
    panel.show_view("all")
    panel.filter_box.setText("4")
    qtbot.waitUntil(lambda: not panel._reader.is_reading)
    assert all("4" in str(n) for n in panel.table.shown_ids()) and len(panel.table.shown_ids()) > 500


def test_a_record_deep_in_a_long_list_is_found_by_a_thread(qtbot, panel, long_lists):
    assert panel.view == "inside"
    assert panel.show_record(8999) and panel.view == "today"
    assert panel.table.current_id() == 8999
    assert panel.show_record(3)
    qtbot.waitUntil(lambda: panel.table.current_id() == 3)
    assert panel.view == "all" and chip(panel, "all").isChecked()
    assert panel.table.rowAt(panel.table.viewport().height() - 1) > 4900


def test_looking_for_a_record_ends_when_something_else_is_asked_for(qtbot, panel, long_lists):
    assert panel.show_record(3)
    panel.show_view("late")
    assert background.stop_all()
    QTest.qWait(20)
    assert panel.view == "late" and not panel.table.shown_ids()


def test_the_form_stands_at_38_percent_and_needs_no_scrolling(panel):
    share = panel.form.width() / (panel.width() - theme.px(46))
    assert 0.37 < share < 0.39
    assert panel.form.findChild(QWidget, "group.").verticalScrollBar().maximum() == 0
    assert len(FIELDS) == 15


def test_the_tools_get_their_own_line_when_it_is_narrow(panel):
    def below() -> int:
        tool, first = (one.mapTo(panel, QPoint()).y() for one in (panel.export_button, chip(panel, "inside")))
        return tool - first

    panel.resize(1000, 638)
    QTest.qWait(10)
    assert below() > 20
    panel.resize(1366, 638)
    QTest.qWait(10)
    assert abs(below()) < 8


def test_no_tool_is_cut_where_the_system_shows_all_at_150_percent(panel):
    tools = [panel.export_button, *panel._extra.values()]
    for width, words in ((1366, "导出"), (490, ""), (1366, "导出")):
        panel.resize(width, 638)
        QTest.qWait(10)
        assert panel.export_button.text() == words and panel.export_button.toolTip() == "导出"
        assert all(tool.width() >= tool.sizeHint().width() for tool in tools)
