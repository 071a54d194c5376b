"""What a bug leaves behind: a number, a line in the log, a file; and never anybody's name."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desk_app.core import crashes, log
from desk_app.core.errors import KnownError

ROOT = Path(__file__).resolve().parents[2]
CANARY = "金丝雀姓名 13977778888"


@pytest.fixture
def folder(tmp_path):
    """The folder of the log; the hooks are put back."""
    hooks, before = (sys.excepthook, threading.excepthook), list(log.LOG.handlers)
    for handler in before:
        log.LOG.removeHandler(handler)
    yield tmp_path
    log.stop()
    for handler in before:
        log.LOG.addHandler(handler)
    sys.excepthook, threading.excepthook = hooks


def broken(name):
    try:
        int(name)
    except ValueError as error:
        raise KeyError(name) from error


def caught() -> BaseException:
    try:
        broken(CANARY)
    except KeyError as error:
        return error
    raise AssertionError


def test_a_bug_has_a_number_that_stands_in_the_log_and_names_its_file(folder):
    number = crashes.write(folder, caught())
    text = crashes.file_of(folder, number).read_text("utf-8")
    assert number in (folder / "desk.log").read_text("utf-8") and number in text
    assert "KeyError" in text and "ValueError" in text, "the cause is told too"
    assert "tests/core/test_crashes.py" in text and " broken" in text


def test_neither_file_has_the_text_of_the_error_nor_the_folders_above_the_program(folder):
    number = crashes.write(folder, caught())
    for path in (folder / "desk.log", crashes.file_of(folder, number)):
        text = path.read_text("utf-8")
        assert "金丝雀" not in text and "13977778888" not in text
        assert str(ROOT) not in text


def test_the_newest_twenty_files_are_kept(folder):
    numbers = [crashes.write(folder, caught()) for _ in range(crashes.KEPT + 5)]
    left = {path.stem.removeprefix("crash-") for path in folder.glob("crash-E*.txt")}
    assert len(left) == crashes.KEPT and numbers[-1] in left


def test_a_disk_that_takes_nothing_leaves_the_number(tmp_path, folder):
    assert crashes.write(tmp_path / "gone", caught()).startswith("E")


def test_errors_of_threads_and_of_the_main_thread_go_the_same_way(folder):
    told = []
    crashes.hook(folder, lambda number, error: told.append((number, type(error))))
    thread = threading.Thread(target=broken, args=(CANARY,), name="worker")
    thread.start()
    thread.join()
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert [kind for _number, kind in told] == [KeyError, KeyError]
    assert "thread worker" in crashes.file_of(folder, told[0][0]).read_text("utf-8")


def test_a_sentence_nobody_showed_is_no_bug(folder):
    told = []
    crashes.hook(folder, lambda number, error: told.append((number, error.text)))
    error = KnownError("磁盘已满")
    sys.excepthook(KnownError, error, None)
    assert told == [("", "磁盘已满")] and not list(folder.glob("crash-*"))


def die(folder: Path, how: str) -> int:
    """Let a process end in some way while native crashes are traced; returns its exit code."""
    code = f"""
import faulthandler, os, sys
from pathlib import Path
from desk_app.core import crashes
crashes.trace_native(Path({str(folder)!r}))
{how}
"""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode


def test_a_native_crash_is_taken_up_once_at_the_next_start_under_a_number(folder):
    assert die(folder, "faulthandler._sigsegv()") != 0
    (number,) = crashes.take_up(folder)
    text = crashes.file_of(folder, number).read_text("utf-8")
    assert "native crash" in text and "Segmentation fault" in text
    assert crashes.take_up(folder) == [] and not list(folder.glob("native*"))


def test_no_core_is_dumped_that_would_hold_the_key(folder):
    limit = "resource.RLIMIT_CORE"
    code = (
        "import resource; from pathlib import Path; from desk_app.core import crashes\n"
        f"hard = resource.getrlimit({limit})[1]; resource.setrlimit({limit}, (hard, hard))\n"
        f"crashes.trace_native(Path({str(folder)!r})); print(hard != 0, resource.getrlimit({limit})[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0"]


@pytest.mark.parametrize("how", ["os._exit(9)", "crashes.end_native()"], ids=["killed", "closed"])
def test_an_end_without_a_native_crash_leaves_nothing_to_tell(folder, how):
    die(folder, how)
    assert crashes.take_up(folder) == [] and not list(folder.glob("native*"))


def test_the_trace_of_another_window_that_runs_is_left_alone(folder):
    other = folder / f"native-{os.getppid()}.log"
    other.write_text("")
    assert crashes.take_up(folder) == [] and other.exists()


def test_the_trace_of_an_older_version_is_taken_up_too(folder):
    (folder / "native.log").write_text("Fatal Python error: Aborted\n")
    assert len(crashes.take_up(folder)) == 1
