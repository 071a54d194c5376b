import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.kit.scanner import Scanner

CODE = "FX-20261121-001"
END = Qt.Key.Key_Return


class Wedge:
    """Types into the focused widget as a scanner or a person would: each key at its own time."""

    def __init__(self, scanner):
        self.scanner, self.now = scanner, 100.0

    def type(self, text, gap=0.004, end=END):
        keys = [(ord(c.upper()), c) for c in text] + ([(end, "\r")] if end else [])
        for key, char in keys:
            self.now += gap
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
            if not self.scanner.take(event, self.now):
                QApplication.sendEvent(QApplication.focusWidget(), event)
        self.now += 5


@pytest.fixture
def window(qtbot, qapp):
    window = QWidget()
    window.scanner = Scanner(qapp)
    window.codes = []
    window.scanner.scanned.connect(window.codes.append)
    window.wedge = Wedge(window.scanner)
    layout = QVBoxLayout(window)
    window.line, window.text, window.choice = QLineEdit(), QPlainTextEdit(), QComboBox()
    window.choice.addItems(["甲", "F", "X"])
    for widget in (window.line, window.text, window.choice):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield window
    qapp.focusWindowChanged.disconnect(window.scanner._watch)
    window.windowHandle().removeEventFilter(window.scanner)
    window.scanner.deleteLater()


def test_a_scan_is_heard_wherever_the_focus_is_and_leaves_no_trace(window):
    window.line.setText("张三")
    window.line.setCursorPosition(1)
    window.text.setPlainText("记事")
    for widget in (window.line, window.text, window.choice):
        widget.setFocus()
        window.wedge.type(CODE)
    assert window.codes == [CODE] * 3
    assert (window.line.text(), window.line.cursorPosition()) == ("张三", 1)
    assert window.text.toPlainText() == "记事"
    assert window.choice.currentIndex() == 0


def test_selected_text_survives_a_scan_that_typed_over_it(window):
    window.line.setText("张三")
    window.line.setFocus()
    window.line.selectAll()
    window.wedge.type(CODE)
    assert window.line.text() == "张三" and window.line.selectedText() == "张三"


def test_what_was_typed_before_can_still_be_undone(window):
    window.line.setFocus()
    window.wedge.type("ab", gap=0.2, end=None)
    window.wedge.type(CODE)
    assert window.line.text() == "ab"
    window.line.undo()
    assert window.line.text() != "ab"


def test_what_was_picked_from_a_list_stays_picked(window, form):
    form.focus_field("host_room")
    QTest.keyClicks(QApplication.focusWidget(), "zsjr")
    QTest.keyClick(QApplication.focusWidget(), END)
    picked = form.boxes["host_room"].value()
    form.focus_field("host_room")
    window.wedge.type(CODE)
    assert window.codes == [CODE]
    assert form.boxes["host_room"].value() == picked and picked.id == 1806
    assert form.boxes["host_room"].editor.suggestions == []


def test_the_same_code_typed_by_hand_is_ordinary_text(window):
    window.line.setFocus()
    window.wedge.type(CODE, gap=0.08)
    assert window.codes == [] and window.line.text() == CODE


def test_fast_typing_of_words_does_not_trigger(window):
    window.line.setFocus()
    window.wedge.type("zsjr1806", gap=0.01)
    window.wedge.type("13912345678", gap=0.01)
    assert window.codes == [] and window.line.text() == "zsjr180613912345678"


def test_a_code_without_its_end_is_ordinary_text(window):
    window.line.setFocus()
    window.wedge.type(CODE, end=None)
    window.wedge.type("", gap=1)
    assert window.codes == [] and window.line.text() == CODE


def test_prefix_suffix_and_pattern_are_settings(window):
    window.scanner.set_up(r"A\d{4}", prefix="~", suffix="#")
    window.line.setFocus()
    window.wedge.type(CODE)
    window.wedge.type("~A0017#")
    assert window.codes == ["A0017"]


def test_lower_case_from_a_shifted_layout_is_the_same_code(window):
    window.line.setFocus()
    window.wedge.type(CODE.lower(), end=Qt.Key.Key_Tab)
    assert window.codes == [CODE]


def test_keys_through_the_window_system_reach_the_scanner(window, qapp):
    window.line.setFocus()
    for char in CODE:
        QTest.keyClick(window.windowHandle(), char)
    QTest.keyClick(window.windowHandle(), END)
    qapp.processEvents()
    assert window.codes == [CODE] and window.line.text() == ""
