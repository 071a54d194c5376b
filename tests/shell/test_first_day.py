"""The first start, the change of duty, drafts: what a form holds is never lost and belongs to its owner."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from ast import literal_eval

from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from desk_app.core import accounts, people, settings
from desk_app.core.paths import PROGRAM, Paths
from tests.shell.conftest import choose
from tests.shell.hands import Hands, dialogs
from tests.staff import PASSWORD

AHEAD = True


def test_the_first_start_asks_for_project_and_name_and_then_shows_the_first_step(
    bare_window, tmp_path, hands
):
    paths = Paths(tmp_path / "new")
    paths.prepare()

    def make_administrator(dialog):
        hands.type("中盛国际中心")
        hands.key("Enter")
        hands.type("李敏")
        hands.key("Enter", "Enter")
        dialog.form.boxes["password"].editor.insert("zhongshengguoji2026")
        hands.key("Enter")
        dialog.form.boxes["again"].editor.insert("zhongshengguoji2026")
        hands.key("Ctrl+S")
        assert "本楼的名称" in dialog.form.errors()["password"]
        for key in ("password", "again"):
            dialog.form.boxes[key].editor.setText(PASSWORD)
        hands.key("Ctrl+S")

    def introduce(dialog):
        hands.key("Enter")
        hands.type("A座大堂")
        hands.key("Enter")
        hands.type("王班长")
        hands.key("Enter", "Enter")  # to the main button, and press it

    def put_off(dialog):
        assert "恢复码" in dialog.windowTitle()
        hands.key("Esc")

    window, controller = bare_window(paths, make_administrator, introduce, put_off)
    with controller.desk.read() as session:
        assert [(p.name, p.code) for p in people.on_staff(session)] == [("李敏", "001"), ("王班长", "001-DB")]
        assert settings.get(session, settings.PROJECT) == "中盛国际中心"
        assert session.scalars(select(accounts.Account.staff_id)).all() == [1]
    assert controller.desk.actor.name == "李敏"
    hint = window.findChild(QPushButton, "import_roster")
    assert hint.isVisible()

    def look(dialog):
        assert dialog.objectName() == "premises_dialog"
        hands.key("Esc")

    with dialogs(look):
        hint.click()


def test_a_change_of_duty_keeps_each_ones_draft(front):
    front.hands.key("tab visitors")
    front.hands.type("王建国")
    with dialogs(choose("002")):
        front.hands.key("F9")
    assert front.desk.actor.name == "赵倩"
    assert front.form.boxes["name"].is_empty()
    assert front.form.boxes["purpose"].value() == "business"
    front.form.focus_first()
    front.hands.type("仇海")
    with dialogs(choose("001")):
        front.hands.key("F9")
    assert front.form.boxes["name"].value() == "王建国"
    with dialogs(choose("002")):
        front.hands.key("F9")
    assert front.form.boxes["name"].value() == "仇海"


def test_a_draft_is_offered_again_and_gone_once_it_is_saved(front, bare_window, data):
    front.hands.key("tab permits")
    front.hands.type("htmy")
    front.hands.key("Enter")
    front.window.close()
    window, _ = bare_window(data, choose("001"))
    hands = Hands()
    hands.key("tab permits")
    form = window._page("permits").panel.work.widget.form
    assert form.boxes["room"].value().text.startswith("15-08") and "草稿" in form.head.state.text()
    form.clear()
    window.close()
    window, _ = bare_window(data, choose("001"))
    Hands().key("tab permits")
    assert window._page("permits").panel.work.widget.form.boxes["room"].is_empty()


def test_a_record_taken_up_and_dropped_by_a_crash_is_taken_up_again_not_doubled(front, bare_window, data):
    front.hands.key("tab permits")
    front.hands.type("htmy")
    front.hands.key("Enter")
    front.form.buttons["save_draft"].click()
    uid = front.rows()[0]["uid"]
    front.pick(state="draft")
    front.do("edit")
    front.form.focus_field("applicant")
    front.hands.type("曾文涛")
    front.window.close()
    window, controller = bare_window(data, choose("001"))
    Hands().key("tab permits")
    work = window._page("permits").panel.work
    work.widget.form.buttons["save_draft"].click()
    with controller.desk.read() as session:
        ids = work.register.source.ids(session, "all", "")
        rows = work.register.source.rows(session, ids)
    assert [(row["uid"], row["applicant"]) for row in rows] == [(uid, "曾文涛")]


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desk_app.app import open_window
from desk_app.core.paths import Paths
from tests.shell.conftest import choose
from tests.shell.hands import Hands, dialogs
from tests.staff import PASSWORD
app = QApplication([])
window, controller = open_window(app, Paths(Path(sys.argv[1])))
with dialogs(choose("001")):
    window.show()
    window.activateWindow()
    while controller.desk is None or controller.desk.actor is None:
        app.processEvents()
hands = Hands()
hands.key("tab visitors")
hands.type("王建国")
hands.key("Enter", "Enter")
hands.type("日立电梯")
print("typed", flush=True)
app.exec()
"""


def test_a_killed_program_offers_the_half_typed_form_again(bare_window, data):
    child = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(data.data)],
        cwd=PROGRAM, stdout=subprocess.PIPE, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    try:
        assert child.stdout.readline().strip() == "typed"
        time.sleep(1.3)  # the pause after which a draft is kept
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
    window, _ = bare_window(data, choose("001"))
    Hands().key("tab visitors")
    form = window._page("visitors").panel.work.widget.form
    assert (form.boxes["name"].value(), form.boxes["org"].value()) == ("王建国", "日立电梯")
    assert "已恢复" in form.head.state.text()


def test_nothing_heavy_is_imported_before_the_first_paint(data):
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.program", "paint", "--data-dir", str(data.data)],
        cwd=PROGRAM, capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "DESK_APP_BOOTSTRAP": "off"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert literal_eval(done.stdout.splitlines()[-1])["heavy"] == []
