from array import array
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desk_app.core.declare import Register
from desk_app.kit.record_model import KEPT, RECORD_ROLE, RecordModel, difference, place_of, sorted_ids
from desk_app.kit.record_table import RecordTable
from tests.kit.fakes import FakeStore, Town


@pytest.fixture
def table(qtbot, dressed, town):
    table = RecordTable(town.register(), lambda ids: town.read(None, ids), FakeStore())
    qtbot.addWidget(table)
    table.resize(816, 500)
    table.set_ids(town.ids(None, "all", ""))
    table.show()
    table.activateWindow()
    assert QTest.qWaitForWindowActive(table)
    table.setFocus()
    return table


def texts(table, row):
    return [table.model().index(row, column).data() for column in range(7)]


def test_a_list_shows_formatted_values_and_hands_out_the_record(table):
    assert texts(table, 0) == ["09:02", "单雨桐", "远航咨询", "18-06 中盛金融", "商务洽谈", "A017", "超时"]
    assert texts(table, 2)[2] == "—"
    assert table.model().index(4, 1).data(RECORD_ROLE)["uid"] == "u5"


def test_qt_finds_no_fault_in_the_model_while_rows_come_and_go(qtbot, town):
    model = RecordModel(town.register(), lambda ids: town.read(None, ids))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for numbers in ([], [1, 2, 3], [1, 3], [5, 1, 3], [], list(town.rows), [2], [2, 3, 4, 5]):
        model.set_ids(array("q", numbers))
        assert list(model.ids) == numbers
        model.reread(0, 50)
    model.set_ids(array("q", range(1, 2000)))
    assert tester.model() is model


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_the_difference_of_two_snapshots_turns_one_into_the_other(old, new):
    start, gone, come = difference(array("q", old), array("q", new))
    assert old[:start] + new[start : start + come] + old[start + gone :] == new


@given(st.lists(st.integers(-(2**40), 2**40) | st.integers(0, 1000), max_size=50), st.data())
def test_a_place_in_a_snapshot_is_where_the_number_first_stands(numbers, data):
    wanted = data.draw(st.sampled_from(numbers or [7]))
    ids = array("q", numbers)
    for number in (wanted, 256, 0, 1, 1 << 32):
        assert place_of(number, ids) == (numbers.index(number) if number in numbers else -1)


@given(st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=3)), max_size=20), st.booleans())
def test_sorting_takes_any_values_and_puts_empty_ones_last(values, descending):
    rows = [{"id": n, "v": value} for n, value in enumerate(values)]
    ids = sorted_ids(rows, "v", descending)
    shown = [values[n] for n in ids]
    empty = [v for v in shown if v in (None, "")]
    assert sorted(ids) == list(range(len(values)))
    assert shown[len(shown) - len(empty) :] == empty


def test_arrows_select_and_enter_opens(table, qtbot):
    table.select_first()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args[0]["id"] == 2


def test_the_rows_own_key_signs_out_only_where_the_state_allows(table, qtbot):
    table.select_id(5)
    with qtbot.waitSignal(table.action_requested) as asked:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert asked.args[0] == "sign_out" and asked.args[1]["id"] == 5
    table.select_id(13)
    with qtbot.assertNotEmitted(table.action_requested):
        QTest.keyClick(table, Qt.Key.Key_Delete)


def test_the_button_in_the_row_is_pressed_with_the_mouse(table, qtbot):
    box = table.visualRect(table.model().index(3, 7))
    with qtbot.waitSignal(table.action_requested) as asked:
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 40, box.center().y())
        )
    assert asked.args[0] == "sign_out" and asked.args[1]["id"] == 4
    empty = table.visualRect(table.model().index(7, 7))
    with qtbot.assertNotEmitted(table.action_requested):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=empty.center())


def test_the_menu_lists_what_can_be_done_in_this_state(table):
    inside = [text.split("\t")[0] for text, _ in table.menu_items(table.record(1), 1)]
    assert inside == ["打开", "签离", "更正", "作废", "", "复制「王建国 等3人」"]
    void = [text.split("\t")[0] for text, _ in table.menu_items(table.record(9))]
    assert void == ["打开", "更正"]
    assert [a.text() for a in table.make_menu(table.record(9)).actions()] == ["打开\tEnter", "更正"]


def test_a_line_of_the_menu_does_what_it_says(table, qtbot):
    row = table.record(9)
    menu = table.make_menu(row)
    with qtbot.waitSignal(table.action_requested, timeout=1000) as asked:
        menu.actions()[1].trigger()
    assert asked.args[0] == "correct"
    assert asked.args[1]["uid"] == row["uid"]


@pytest.mark.parametrize("reason", ["Keyboard", "Mouse"])
def test_the_menu_opens_by_key_for_the_chosen_row_and_by_mouse_for_the_row_under_it(table, reason):
    table.select_id(table.record(2)["id"])
    chosen = table.visualRect(table.currentIndex()).center()
    other = table.visualRect(table.model().index(5, 1)).center()
    place = QPoint(400, 480) if reason == "Keyboard" else other
    event = QContextMenuEvent(QContextMenuEvent.Reason[reason], place, table.viewport().mapToGlobal(place))
    opened = []

    def look():
        menu = QApplication.activePopupWidget()
        opened.append((table.currentIndex().row(), len(menu.actions())))
        menu.close()

    QTimer.singleShot(0, look)
    QApplication.sendEvent(table.viewport(), event)
    assert opened and opened[0][0] == (2 if reason == "Keyboard" else 5)
    assert opened[0][1] > 1
    assert chosen != other


def test_copying_takes_the_cell(table):
    table.setCurrentIndex(table.model().index(5, 1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Maria Gonzalez"


def test_a_new_row_keeps_the_selection_and_repaints_nothing_else(table, town):
    table.select_id(5)
    town.rows = {99: town.rows[1] | {"id": 99}} | town.rows
    table.set_ids(town.ids(None, "all", ""))
    assert table.current_id() == 5 and table.currentIndex().row() == 5


def test_only_changed_rows_are_reported(table, town):
    changed = []
    table.model().dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    town.rows[5] = town.rows[5] | {"state": "void"}
    table.reread()
    assert changed == [(4, 4)]


def test_the_selection_survives_a_reset(table, town):
    table.select_id(5)
    table.set_ids(array("q", range(5, 3000)))
    assert table.current_id() == 5


def test_sorting_goes_by_native_values_and_is_remembered(qtbot, table, town):
    table.horizontalHeader().sectionClicked.emit(1)
    first = table.record(0)["name"]
    assert first == min(row["name"] for row in town.rows.values())
    table.horizontalHeader().sectionClicked.emit(1)
    assert table.record(0)["name"] == max(row["name"] for row in town.rows.values())
    again = RecordTable(town.register(), lambda ids: town.read(None, ids), table._store)
    qtbot.addWidget(again)
    again.set_ids(town.ids(None, "all", ""))
    assert again.record(0)["name"] == table.record(0)["name"]
    table.horizontalHeader().sectionClicked.emit(1)
    assert list(table.shown_ids()) == list(town.rows)


def test_a_very_long_list_says_why_it_is_not_sorted(table, qtbot):
    table.set_ids(array("q", range(1, 10_000)))
    with qtbot.waitSignal(table.noticed):
        assert not table.sort_by("name")


def test_widths_are_remembered_by_column_name(qtbot, table, town):
    table.horizontalHeader().resizeSection(1, 222)
    QTest.qWait(450)
    again = RecordTable(
        replace(town.register(), columns=town.register().columns[1:]), town.read, table._store
    )
    qtbot.addWidget(again)
    assert again.columnWidth(0) == 222


def test_a_damaged_store_is_ignored(qtbot, town, dressed):
    for junk in ("{", "[1", '{"name": "x"}', '["gone", true]', 7):
        store = FakeStore({"list/visitors/widths": junk, "list/visitors/sort": junk})
        made = RecordTable(town.register(), town.read, store)
        qtbot.addWidget(made)
        assert all(made.columnWidth(n) > 20 for n in range(made.model().columnCount()))


def test_columns_fill_the_list_exactly(table):
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()


def test_the_empty_list_shows_the_first_step(qtbot, table):
    full = table.viewport().grab().toImage()
    table.set_ids(array("q"))
    empty = table.viewport().grab().toImage()
    table.set_ids(array("q"), filtered=True)
    assert full != empty != table.viewport().grab().toImage()


def million(register: Register):
    def read(ids):
        state = ("inside", "late", "void")
        return [
            {"id": n, "uid": f"u{n}", "no": None, "in_at": None, "name": f"访客 {n}", "org": "远航", "host": "18-06",
             "purpose": "repair", "badge_no": "A001", "state": state[n % 3]} for n in ids
        ]  # fmt: skip

    return read


def test_a_million_rows_scroll_smoothly_and_keep_few_in_memory(qtbot, dressed, town):
    """Measured 22 Nov 2026, 2 shared cores: show 25 ms, jump 12 ms."""
    table = RecordTable(town.register(), million(town.register()), FakeStore())
    qtbot.addWidget(table)
    table.resize(816, 560)
    table.show()
    started = perf_counter()
    table.set_ids(array("q", range(1_000_000, 0, -1)))
    table.viewport().grab()
    shown = perf_counter() - started
    bar = table.verticalScrollBar()
    jumps = []
    for step in range(30):
        started = perf_counter()
        bar.setValue(bar.maximum() * (step * 7919 % 30) // 30)
        table.viewport().grab()
        jumps.append(perf_counter() - started)
    print(f"show {shown * 1000:.0f} ms, jump median {sorted(jumps)[15] * 1000:.1f} ms")
    for number in range(0, 20_000, 2):
        table.record(number)
    assert len(table.model()._lines) < KEPT + 100
    assert sorted(jumps)[15] < 0.25 and shown < 2
    assert table.select_id(3) and table.record(999_997)["id"] == 3
    started = perf_counter()
    table.set_ids(array("q", [1_000_001, *range(1_000_000, 0, -1)]))
    assert table.current_id() == 3


@settings(max_examples=20)
@given(st.text(max_size=400))
def test_any_name_is_painted(name):
    town = Town()
    town.rows[1] = town.rows[1] | {"name": name, "org": "<b>" * 50}
    model = RecordModel(town.register(), lambda ids: town.read(None, ids))
    model.set_ids(array("q", [1]))
    assert len(model.index(0, 1).data()) <= 200
