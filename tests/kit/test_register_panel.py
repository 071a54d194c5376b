from array import array

from PySide6.QtCore import Qt
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


def test_a_long_list_is_shown_in_part_and_completed_from_a_thread(qtbot, panel, town, monkeypatch):
    from dataclasses import replace

    everything = array("q", range(1, 5001))
    source = replace(panel.register.source, ids=lambda _s, _v, _t, limit=None: everything[:limit])
    panel.register = replace(panel.register, source=source)
    panel.show_view("all")
    assert len(panel.table.shown_ids()) == 500
    panel.table.select_id(3)
    qtbot.waitUntil(lambda: len(panel.table.shown_ids()) == 5000)
    assert panel.table.current_id() == 3
    assert background.stop_all()


def test_the_form_stands_at_38_percent_and_needs_no_scrolling(panel):
    share = panel.form.width() / (panel.width() - theme.px(46))
    assert 0.37 < share < 0.39
    assert panel.form.findChild(QWidget, "group.").verticalScrollBar().maximum() == 0
    assert len(FIELDS) == 15


def test_the_tools_get_their_own_line_when_it_is_narrow(panel):
    panel.resize(1000, 638)
    QTest.qWait(10)
    assert panel.export_button.y() > chip(panel, "inside").y() + 20
    panel.resize(1366, 638)
    QTest.qWait(10)
    assert abs(panel.export_button.y() - chip(panel, "inside").y()) < 8
