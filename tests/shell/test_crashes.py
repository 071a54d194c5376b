"""A crash as the user meets it: number, file, drafts; told once, from whatever thread it comes."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QEvent, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from desk_app.core import crashes, drafts, log
from desk_app.core.errors import KnownError
from desk_app.kit import qt_messages
from desk_app.shell import crash_teller
from tests.shell.hands import click, dialogs, told


@pytest.fixture
def teller(front, tmp_path):
    """The program's own hooks, into a folder of their own."""
    hooks, before = (sys.excepthook, threading.excepthook), list(log.LOG.handlers)
    folder = tmp_path / "log"
    folder.mkdir()
    made = crash_teller.CrashTeller(front.window, folder)
    made.folder = folder
    crashes.hook(folder, made.caught)
    yield made
    sys.excepthook, threading.excepthook = hooks
    for handler in [h for h in log.LOG.handlers if h not in before]:
        log.LOG.removeHandler(handler)
        handler.close()


def bug(text="金丝雀姓名 13977778888"):
    try:
        raise ValueError(text)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def files(teller):
    return [path.stem.removeprefix("crash-") for path in teller.folder.glob("crash-*")]


def test_a_bug_is_told_with_a_number_that_the_log_has_and_no_name(front, teller):
    front.hands.key("tab visitors")
    front.hands.type("金丝雀姓名")
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), front.hands.key("Enter"))):
        bug()
    (number,) = files(teller)
    assert number in said[0] and str(crashes.file_of(teller.folder, number)) in said[0]
    text = "".join(path.read_text("utf-8") for path in teller.folder.iterdir())
    assert number in text and "金丝雀" not in text and "13977778888" not in text
    with front.desk.read() as session:
        assert drafts.kept(session, "visitors", 1)[1]["name"] == "金丝雀姓名"


def test_number_and_place_can_be_copied_and_the_dialog_stays(front, teller):
    def copy(dialog):
        click(dialog, "answer.1")
        assert dialog.isVisible()
        front.hands.key("Enter")

    with dialogs(copy):
        bug()
    assert files(teller)[0] in QGuiApplication.clipboard().text()


def test_a_bug_on_a_thread_is_told_on_the_windows(front, teller):
    seen = []
    with dialogs(lambda dialog: (seen.append(dialog.thread() is front.window.thread()), dialog.reject())):
        threading.Thread(target=bug).start()
    assert seen == [True]


def test_a_bug_told_over_a_window_that_goes_is_one_bug(front, teller):
    over = QDialog(front.window)

    def told_over(dialog):
        assert dialog.parent() is over
        over.deleteLater()
        QApplication.sendPostedEvents(over, QEvent.Type.DeferredDelete)

    with dialogs(lambda _window: bug(), told_over):
        over.exec()
    assert len(files(teller)) == 1


def test_the_same_bug_again_within_a_minute_opens_no_second_dialog(front, teller):
    with dialogs(lambda dialog: dialog.reject()):
        bug()
    bug()
    front.minute()
    assert "程序又出错" in " ".join(label.text() for label in front.window.foot.findChildren(QLabel))
    assert len(files(teller)) == 2


def test_a_bug_that_keeps_drafts_from_being_kept_is_told_all_the_same(front, teller, monkeypatch):
    monkeypatch.setattr(front.window, "keep_drafts", lambda: 1 / 0)
    with dialogs(lambda dialog: dialog.reject()):
        bug()


def test_a_failure_of_the_surroundings_is_told_in_its_own_words_without_a_number(front, teller):
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), dialog.reject())):
        sys.excepthook(KnownError, KnownError("磁盘已满,请清理。"), None)
    assert "磁盘已满" in said[0] and not files(teller)


def test_a_failure_of_the_surroundings_told_again_within_a_minute_stands_below_in_its_own_words(
    front, teller
):
    def fail():
        sys.excepthook(KnownError, KnownError("磁盘已满,请清理。"), None)

    with dialogs(lambda dialog: dialog.reject()):
        fail()
    fail()
    front.minute()
    below = " ".join(label.text() for label in front.window.foot.findChildren(QLabel))
    assert "磁盘已满,请清理。" in below and "程序又出错" not in below


def test_a_native_crash_is_told_once_at_the_next_start(front, teller):
    (teller.folder / "native-999999999.log").write_text("Fatal Python error: Segmentation fault\n")
    said = []
    with dialogs(lambda dialog: (said.append(told(dialog)), dialog.reject())):
        teller.tell_last()
    assert "上次程序突然关闭" in said[0] and files(teller)[0] in said[0]
    teller.tell_last()


def test_what_qt_complains_of_enters_the_log_and_what_was_asked_of_it_is_shown(front, teller, caplog, capsys):
    log.LOG.propagate = True
    handlers = []
    qt_messages.qInstallMessageHandler, real = handlers.append, qt_messages.qInstallMessageHandler
    try:
        qt_messages.install()
    finally:
        qt_messages.qInstallMessageHandler = real
    for _time in range(qt_messages.MOST + 50):
        handlers[0](
            QtMsgType.QtWarningMsg, None, 'QImage: "张三身份证.jpg" at /home/zhangsan/x.jpg 13977778888 王五'
        )
    handlers[0](QtMsgType.QtDebugMsg, None, "asked for with QT_LOGGING_RULES")
    written = [record.getMessage() for record in caplog.records if record.name == "desk"]
    assert len(written) == qt_messages.MOST and "QImage" in written[0]
    assert not any(word in written[0] for word in ("张三", "zhangsan", "13977778888", "王五"))
    assert capsys.readouterr().err == "asked for with QT_LOGGING_RULES\n"
