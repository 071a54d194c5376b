import gc
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desk_app.core.errors import KnownError, RuleError
from desk_app.core.files import unfinished
from desk_app.kit import background
from desk_app.kit.background import run, run_command
from desk_app.kit.progress_dialog import ProgressDialog


@pytest.fixture(autouse=True)
def nothing_left_running(qapp):
    yield
    assert background.stop_all()


def test_the_answer_comes_back_on_the_gui_thread(qtbot):
    got = []
    steps = []

    def work(progress):
        progress.report(1, 2, "一半")
        return threading.current_thread().name

    run(work, lambda name: got.append((name, threading.current_thread() is threading.main_thread())),
        on_progress=lambda *step: steps.append(step))  # fmt: skip
    qtbot.waitUntil(lambda: bool(got))
    assert got == [("background", True)] and steps == [(1, 2, "一半")]


@pytest.mark.parametrize("error", [KnownError("磁盘已满"), RuleError("没有权限")])
def test_a_known_failure_is_told(qtbot, error):
    failed = []

    def work(_progress):
        raise error

    run(work, on_failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [error]


def test_a_bug_in_the_work_reaches_the_crash_hook(qtbot):
    with qtbot.captureExceptions() as caught:
        job = run(lambda _progress: 1 / 0)
        with qtbot.waitSignal(job.ended):
            pass
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_cancel_in_the_dialog_stops_the_work(qtbot):
    stopped, done = threading.Event(), []

    def work(progress):
        try:
            while True:
                progress.report(1, 10, "导入 第 1 行")
                time.sleep(0.005)
        finally:
            stopped.set()

    job = run(work, done.append)
    dialog = ProgressDialog(None, "导入", job)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.words.text() == "导入 第 1 行")
    assert (dialog.bar.value(), dialog.bar.maximum()) == (1, 10)
    with qtbot.waitSignal(job.ended):
        dialog.cancel_button.click()
    assert stopped.is_set() and done == []
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_work_whose_window_is_gone_ends_by_itself_and_tells_nobody(qtbot):
    """A thread that speaks through an object while Qt deletes it is a crash of the whole program."""
    told, ends = [], []
    for _round in range(300):
        window, begun, go = QWidget(), threading.Event(), threading.Event()

        def work(progress, begun=begun, go=go):
            begun.set()
            go.wait(5)
            try:
                progress.report(1, 2, "")
            finally:
                ends.append(1)

        job = run(work, told.append, told.append, lambda *step: told.append(step), window)
        assert begun.wait(5)
        window.deleteLater()
        go.set()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        assert not isValid(window) and isValid(job)
    qtbot.waitUntil(lambda: not background._running)
    assert len(ends) == 300 and set(told) <= {(1, 2, "")}


def test_a_command_tells_its_progress_and_its_output(qtbot):
    program = "print('10% 读取'); print('正文'); print('100% 完成'); print('尾')"
    steps, done = [], []
    run_command([sys.executable, "-c", program], done.append, on_progress=lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert steps == [(10, 100, "读取"), (100, 100, "完成")]
    assert done == ["正文\n尾"]


def test_a_failed_command_tells_its_last_line(qtbot):
    failed = []
    run_command([sys.executable, "-c", "import sys; sys.exit('表头不对')"], on_failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert failed[0].text == "表头不对"


def test_a_command_that_is_not_there_is_a_known_failure(qtbot):
    failed = []
    run_command(["/no/such/program"], on_failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], KnownError)


def test_a_cancelled_command_is_silent(qtbot):
    told = []
    job = run_command([sys.executable, "-c", "import time; time.sleep(60)"], told.append, told.append)
    with qtbot.waitSignal(job.ended, timeout=10_000):
        job.cancel()
    assert told == []


def test_a_command_is_handed_a_file(qtbot):
    done = []
    program = "import pathlib, sys; print(pathlib.Path(sys.argv[1]).read_text('utf-8'))"
    run_command([sys.executable, "-c", program, background.HANDED], done.append, handed="7\n名单")
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert done == ["7\n名单"]


def test_a_cancelled_command_leaves_no_file(qtbot, tmp_path):
    target = tmp_path / "列表.xlsx"
    program = (
        "import sys, tempfile, time; open(sys.argv[1], 'w').write('x'); "
        "print('1%', tempfile.NamedTemporaryFile(delete=False).name); time.sleep(60)"
    )
    steps = []
    job = run_command(
        [sys.executable, "-c", program, str(unfinished(target)), background.HANDED],
        on_progress=lambda *step: steps.append(step), handed="1", target=target,
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(steps), timeout=10_000)
    spare = Path(steps[0][2])
    assert spare.is_file() and unfinished(target).is_file()
    with qtbot.waitSignal(job.ended, timeout=10_000):
        job.cancel()
    assert list(tmp_path.iterdir()) == [] and not spare.parent.exists()


def test_progress_beside_the_work_takes_no_focus_and_is_only_shown_when_it_takes_long(qtbot):
    stop = threading.Event()
    job = run(lambda _progress: stop.wait(10))
    dialog = ProgressDialog(None, "导出", job)
    qtbot.addWidget(dialog)
    dialog.show_beside()
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.isModal()
    with qtbot.waitSignal(job.ended):
        stop.set()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_work_that_is_the_last_to_hold_its_owner_lets_it_go_and_nothing_crashes(qtbot):
    """The owner says that it goes to an object that was half gone: a crash of the whole program."""
    ended, gone = [], []

    def begin() -> None:
        owner = QWidget()
        owner.destroyed.connect(lambda: gone.append(True))
        run(lambda _progress: owner.windowTitle(), ended.append, parent=owner)

    begin()
    qtbot.waitUntil(lambda: bool(ended))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: bool(gone))


def test_garbage_is_not_collected_on_a_thread_where_widgets_could_die(qtbot):
    assert gc.isenabled()
    seen = []
    job = background.run(lambda _progress: seen.append(gc.isenabled()))
    with qtbot.waitSignal(job.ended):
        pass
    assert job.wait() and seen == [False]
    assert gc.isenabled()


@pytest.mark.parametrize("lasting", [False, True])
def test_only_what_does_not_last_is_looked_through_for_garbage_meanwhile(qtbot, monkeypatch, lasting):
    swept = []
    monkeypatch.setattr(background, "SWEEP", 1)
    monkeypatch.setattr(background.gc, "collect", swept.append)
    job = background.run(lambda _progress: time.sleep(0.2), lasting=lasting)
    with qtbot.waitSignal(job.ended):
        pass
    assert bool(swept) is not lasting
