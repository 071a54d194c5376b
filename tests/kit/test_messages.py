import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desk_app.core.errors import KnownError
from desk_app.kit import messages, preview
from desk_app.kit.preview import PreviewDialog

HOSTILE = "<table><tr><td>" * 20 + "<img src='/etc/passwd'>"


@pytest.fixture
def parent(qtbot, dressed):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def answer(*keys):
    """Press keys in the dialog that is about to open."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for key in keys:
            target = dialog.focusWidget() or dialog
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)

    QTimer.singleShot(30, act)


def test_enter_is_yes_and_escape_is_no(parent):
    answer(Qt.Key.Key_Return)
    assert messages.confirm(parent, "强制签离?", "孙丽仍未离开。")
    answer(Qt.Key.Key_Escape)
    assert not messages.confirm(parent, "强制签离?", "孙丽仍未离开。")


def test_what_cannot_be_taken_back_is_no_on_enter_and_yes_only_when_chosen(parent):
    answer(Qt.Key.Key_Return)
    assert not messages.confirm(parent, "脱敏?", "不能恢复。", careful=True)
    answer(Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert messages.confirm(parent, "脱敏?", "不能恢复。", careful=True)


def test_a_reason_is_chosen_with_a_digit_and_completed_in_words(parent):
    answer("2", Qt.Key.Key_Return, "reason", Qt.Key.Key_Return)
    assert (
        messages.ask_reason(parent, "作废", "", ("录入错误", "访客未到"), "作废", desk=None)
        == "访客未到 · reason"
    )


def test_no_reason_no_voiding(parent):
    answer("3", Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert messages.ask_reason(parent, "作废", "", ("录入错误", "访客未到"), "作废", desk=None) is None


def test_hostile_text_is_shown_literally(parent, qtbot):
    dialog = messages.Message(parent, HOSTILE, HOSTILE, ("好",))
    qtbot.addWidget(dialog)
    dialog.show()
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


class TwoPages:
    """Pictures of a solid colour."""

    def page_count(self, pdf):
        return 2

    def page_image(self, pdf, index, dpi):
        width, height = round(5.8 * dpi), round(8.3 * dpi)
        return width, height, width * 4, bytes((10, 20, 30, 255)) * (width * height)


@pytest.fixture
def dialog(parent, qtbot):
    dialog = PreviewDialog(parent, b"%PDF", "FX-20261121-001", TwoPages())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_pages_are_turned_and_zoomed(dialog):
    small = dialog.sheet.pixmap().width()
    dialog.step_zoom(1)
    assert dialog.sheet.pixmap().width() > small and dialog.percent.text() == "125%"
    dialog.buttons["next"].click()
    assert dialog.place.text() == "2 / 2" and not dialog.buttons["next"].isEnabled()


def test_nothing_can_be_printed_saved_or_turned_before_the_paper_is_there(parent, qtbot):
    dialog = PreviewDialog(parent, None, "FX-20261121-001", TwoPages())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.is_drawing and "正在出单" in dialog.sheet.text()
    for keys in ("Ctrl+P", "Ctrl+S", "Ctrl+=", "PgDown"):
        QTest.keySequence(dialog, keys)  # a dialog that opened would wait for an answer
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    dialog.show_pdf(b"%PDF")
    assert not dialog.is_drawing and not dialog.sheet.pixmap().isNull() and dialog.place.text() == "1 / 2"
    assert all(dialog.buttons[name].isEnabled() for name in ("print", "save", "next", "larger"))
    assert not dialog.buttons["back"].isEnabled()


def test_without_a_printer_it_says_so_and_nothing_counts_as_printed(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(preview.QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    answer(Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(dialog.printed):
        dialog.print_out()


@pytest.mark.parametrize(("keys", "came_out"), [([Qt.Key.Key_Return], True), ([Qt.Key.Key_Escape], False)])
def test_it_is_printed_only_when_the_user_saw_the_paper(dialog, qtbot, tmp_path, keys, came_out):
    printer = preview.QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    preview.set_up_printer(printer, dialog.pages, dialog.pdf, dialog.number)
    answer(*keys)
    with qtbot.waitSignal(dialog.printed) as printed:
        dialog.send(printer)
    assert printed.args == [came_out]
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_said(dialog, qtbot, tmp_path):
    printer = preview.QPrinter()
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    answer(Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.printed) as printed:
        dialog.send(printer)
    assert printed.args == [False]


def test_a_pdf_is_saved_whole_or_an_error_names_the_path(tmp_path):
    preview.save_pdf(tmp_path / "a", b"%PDF")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"
    with pytest.raises(KnownError, match="none"):
        preview.save_pdf(tmp_path / "none" / "a.pdf", b"%PDF")
