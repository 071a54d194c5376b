"""The recovery code at the window: asked for on another computer, printed once, never in a file."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desk_app.core import keys, recovery_code
from desk_app.core.keys import Cost
from desk_app.documents import pages
from tests.shell.conftest import choose
from tests.shell.hands import click, dialogs, told

CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def code(data, monkeypatch, tmp_path) -> str:
    """The code of a data folder that stands on a new computer."""
    monkeypatch.setattr(keys, "COST", CHEAP)
    found = keys.for_database(data.database)
    made = recovery_code.new()
    keys.put_code(data.data, found, made)
    for name in ("XDG_CONFIG_HOME", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path / "new computer"))
    return made


def test_a_new_computer_asks_for_the_code_until_it_is_right_and_then_opens(bare_window, data, code, hands):
    def wrong(dialog):
        assert dialog.objectName() == "unlock_dialog"
        assert dialog.findChild(QLineEdit, "words").echoMode() is QLineEdit.EchoMode.Password
        dialog.words.setText(code[:-1])
        click(dialog, "open")
        told = dialog.findChild(QLabel, "wrong")
        hands_wait(lambda: "26" in told.text() and QApplication.activeModalWidget() is dialog)
        dialog.words.setText(recovery_code.shown(code).lower())
        click(dialog, "open")

    _window, controller = bare_window(data, wrong, choose("001"))
    assert controller.desk is not None
    assert keys.is_remembered(controller.desk.db.keys.site)


def hands_wait(until) -> None:
    from PySide6.QtTest import QTest

    for _ in range(400):
        if until():
            return
        QTest.qWait(10)
    raise AssertionError("it was not told")


def test_who_does_not_know_it_is_told_why_and_nothing_is_changed(qtbot, qapp, now, data, code, hands):
    from desk_app.app import open_window

    before = data.database.read_bytes()
    with dialogs(lambda _dialog: hands.key("Esc")):
        window, controller = open_window(qapp, data)
        window.show()
        with qtbot.waitSignal(controller.filled, timeout=10000):
            pass
    assert controller.desk is None
    assert data.database.read_bytes() == before
    window.close()
    window.deleteLater()


def test_a_new_code_is_printed_and_only_then_opens_the_data(front, hands, monkeypatch):
    monkeypatch.setattr(keys, "COST", CHEAP)
    seen: list[bytes] = []

    def print_it(dialog):
        click(dialog, "make")  # comes back when the paper was looked at
        dialog.accept()

    def preview(dialog):
        seen.append(dialog.pdf)
        assert not dialog.buttons["save"].isVisible() and not dialog.buttons["save"].isEnabled()
        dialog.print_out()
        dialog.printed.emit(True)
        dialog.accept()

    def no_printer(dialog):
        assert "手抄" in told(dialog) and "另存" not in told(dialog)
        hands.key("Enter")

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: []))
    with dialogs(print_it, preview, no_printer):
        front.controller.open_dialog("recovery_dialog")
    text = pages.text(seen[0]).replace("\n", "")
    typed = text.partition("分开存放")[2].partition("字母")[0]
    ring = keys.read_ring(front.paths.data)
    assert ring is not None and ring.slot(keys.RECOVERY) is not None
    words = "".join(typed.split())
    assert keys.unlock(front.paths.database, words) == front.db.keys
    assert not any(
        words.encode() in file.read_bytes() for file in front.paths.data.rglob("*") if file.is_file()
    )


def test_a_paper_that_did_not_come_out_changes_nothing(front, hands):
    def print_it(dialog):
        click(dialog, "make")  # comes back when the paper was looked at
        dialog.accept()

    def refuse(dialog):
        hands.key("Esc")

    with dialogs(print_it, refuse, refuse):
        front.controller.open_dialog("recovery_dialog")
    assert keys.read_ring(front.paths.data) is None


def test_who_may_not_print_the_code_is_told_who_can(front, hands):
    assert front.window.foot.notice.text() == "! 还没有恢复码:请打印并封好(F10 → 恢复码)。"
    with dialogs(choose("002")):
        hands.key("F9")
    assert front.window.foot.notice.text() == "! 还没有恢复码:请系统管理员或经理登录后打印(F10 → 恢复码)。"
    with dialogs(choose("001")):  # whoever may print it is reminded whenever they sign in
        hands.key("F9")
    assert front.window.foot.notice.text() == "! 还没有恢复码:请打印并封好(F10 → 恢复码)。"
