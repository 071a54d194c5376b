"""What is typed through the window is readable in no file: twenty markers, a crash, a draft, a search, a filter."""

from __future__ import annotations

import sys
import tempfile
import threading

import pytest
from PySide6.QtTest import QTest

from desk_app.core import crashes, log
from desk_app.shell import crash_teller
from tests.shell.hands import dialogs
from tests.test_canary import MARKERS, NAMES, NUMBERS, PHONES, found


@pytest.fixture
def temp(tmp_path, monkeypatch):
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def watched(front, data):
    """The program's log and hooks on the window's own data folder."""
    hooks = sys.excepthook, threading.excepthook
    before = list(log.LOG.handlers)
    for handler in before:
        log.LOG.removeHandler(handler)
    log.start(data.log)
    crashes.hook(data.log, crash_teller.CrashTeller(front.window, data.log).caught)
    yield front
    sys.excepthook, threading.excepthook = hooks
    log.stop()
    for handler in before:
        log.LOG.addHandler(handler)


def bug(text: str) -> None:
    try:
        raise KeyError(text)
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_twenty_markers_typed_through_the_window_are_in_no_file(temp, watched, data):
    front, hands = watched, watched.hands
    hands.key("tab visitors")
    for name, phone, number in zip(NAMES, PHONES, (*NUMBERS, NUMBERS[0]), strict=True):
        front.form.set_values(
            {"name": name, "party_size": 1, "org": "德勤", "phone": phone, "host_name": "周颖", "id_kind": "passport",
             "id_no": number, "purpose": "business", "confirm": "phone", "confirmed_by": "周颖", "remark": f"{name} {number}"}
        )  # fmt: skip
        front.form.boxes["host_room"].set_raw("18-06")
        front.form.boxes["name"].edited.emit()
        front.form.flush_draft()
        front.form.boxes["id_no"].set_value(
            ""
        )  # some of them are no numbers of passports: that would be asked
        front.form.main_button.click()
        assert front.form.boxes["name"].is_empty(), front.form.errors()
    front.form.boxes["name"].set_value(NAMES[0])
    front.form.boxes["name"].edited.emit()
    front.form.flush_draft()
    hands.key("F3")
    hands.type(NAMES[1])
    QTest.qWait(400)
    hands.key("Ctrl+K")
    hands.type(PHONES[2])
    hands.key("Esc", "Esc")
    front.table.horizontalHeader().resizeSection(1, 222)
    front.table._keep_widths.timeout.emit()
    with dialogs(lambda dialog: dialog.reject()):
        bug(f"{NAMES[3]} {PHONES[3]} {NUMBERS[3]}")
    front.controller.prefs.sync()
    assert (data.data / "window.ini").exists() and list(data.log.glob("crash-*"))
    assert found(data.data, temp) == set()
    assert len(MARKERS) == 20
