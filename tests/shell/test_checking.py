"""The record checks itself beside the desk, and a code from paper is checked in the window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from sqlalchemy import select

from desk_app.core import audit, backup, clock, datafile, verify
from desk_app.core.claim import Holder
from desk_app.core.errors import KnownError
from desk_app.registers.release_slips.records import ReleaseSlip
from desk_app.shell import checking
from desk_app.shell.banner import Notice
from desk_app.shell.watch import Watch
from tests.shell.hands import click, dialogs
from tests.shell.test_slips_window import issue


class Stopped:
    """What a check asks to know whether the program ends."""

    @staticmethod
    def report(_done, _total):
        return None


def tamper(db, number):
    connection = datafile.connect(db.file)
    connection.execute("DROP TRIGGER history_no_update")
    connection.execute("UPDATE history SET verb = 'x' WHERE id = ?", (number,))
    connection.close()


def altered(db, number, verb):
    """Give a link another verb; returns the one it had."""
    connection = datafile.connect(db.file)
    (before,) = connection.execute("SELECT verb FROM history WHERE id = ?", (number,)).fetchone()
    connection.execute("DROP TRIGGER IF EXISTS history_no_update")
    connection.execute("UPDATE history SET verb = ? WHERE id = ?", (verb, number))
    connection.close()
    return before


def cut(db, number):
    """Take the last link off, as somebody with the key does while the program is closed."""
    connection = datafile.connect(db.file)
    connection.execute("PRAGMA foreign_keys = OFF")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DELETE FROM history_detail WHERE id = ?", (number,))
    connection.execute("DELETE FROM history WHERE id = ?", (number,))
    connection.close()


def shown(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def head_of(front):
    with front.desk.read() as session:
        return audit.head(session)


def test_an_altered_record_is_told_by_itself_when_the_hour_comes(front, qtbot):
    front.visit()
    assert checking.due_check(front.desk, Stopped).fault == ""
    assert checking.due_check(front.desk, Stopped) is None, "nothing is due within the hour"
    front.visit(name="赵六")
    tamper(front.desk.db, head_of(front).number)
    later = clock.now() + timedelta(hours=1)
    clock.set_source(lambda: later)
    checks = checking.Checking(front.desk, front.controller)
    with qtbot.waitSignal(checks.alarmed) as told:
        checks.check()
    assert "内容被改动过" in told.args[0]


def test_what_a_check_found_is_told_at_every_sign_in_until_a_whole_check_finds_all_right(front, qtbot):
    front.visit()
    assert checking.due_check(front.desk, Stopped).fault == ""
    number = head_of(front).number
    genuine = altered(front.desk.db, number, "x")
    assert "内容被改动过" in verify.verify(front.desk.db, front.desk.archive).fault
    for _who in ("who saw the dialog", "the manager"):
        front.controller._on_entered(False)
        told = front.window.banner.told["record"]
        assert (
            "记录核对发现异常" in told and "内容被改动过" in told and "在「备份与核对」里再核对一次" in told
        )
        front.window.banner.button.click()
        assert "record" not in front.window.banner.told
    front.visit(name="赵六")
    assert verify.verify_new(front.desk.db, front.desk.archive).fault == "", "what is new is right"
    altered(front.desk.db, number, genuine)
    front.controller._on_entered(False)
    assert "record" in front.window.banner.told, "what is new being right settles nothing"
    assert verify.verify(front.desk.db, front.desk.archive).fault == ""
    front.controller._on_entered(False)
    assert "record" not in front.window.banner.told


def test_an_unclean_end_calls_nothing_whole_beside_what_an_earlier_check_found(front, qtbot, monkeypatch):
    front.visit()
    watch = Watch(front.controller)
    monkeypatch.setattr(watch, "look", lambda: None)

    def said():
        front.window.banner.say("unclean", None)
        watch._check(front.desk, Holder("赵倩", "pc-2", "2026-11-22T10:00:00+00:00", 7))
        qtbot.waitUntil(lambda: "unclean" in front.window.banner.told, timeout=20_000)
        return front.window.banner.told["unclean"]

    assert "数据完好" in said()
    altered(front.desk.db, head_of(front).number, "x")
    assert verify.verify(front.desk.db, front.desk.archive).fault
    text = said()
    assert "上次没有正常关闭(赵倩" in text and "在草稿里" in text and "数据完好" not in text


def test_the_ways_back_while_the_desk_is_open_offer_no_button_that_does_nothing(front):
    front.visit()
    seen = []

    def note(dialog):
        seen.extend(button.objectName() for button in dialog.findChildren(QPushButton))
        dialog.reject()

    with dialogs(note):
        front.controller.rescue()
    assert {"salvage", "restore"} <= set(seen) and not {"look", "leave"} & set(seen)
    front.visit(name="赵六")


def test_a_tail_that_was_cut_off_while_the_program_was_closed_is_told_at_the_start(front, qtbot):
    front.visit()
    backup.make(front.desk.db.file, front.desk.paths.backups)
    assert checking.due_check(front.desk, Stopped).fault == ""
    assert checking.look_over(front.desk).cut == ""
    cut(front.desk.db, head_of(front).number)
    assert checking.due_check(front.desk, Stopped) is None, "nothing is due within the hour"
    told, unclean = [], Holder("赵倩", "pc-2", "2026-11-22T10:00:00+00:00", 7)
    front.window.banner.say("unclean", Notice("done", "数据完好"))
    with dialogs(lambda dialog: (told.append(shown(dialog)), dialog.accept())):
        Watch(front.controller)._check(front.desk, unclean)
        qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "末尾可能被删去" in told[0] and "备份 desk-" in told[0]
    assert "unclean" not in front.window.banner.told, "nothing is called whole beside it"


def test_the_program_itself_writes_nothing_into_a_file_that_is_damaged(front, qtbot, monkeypatch):
    issue(front)
    tomorrow = clock.now() + timedelta(days=1)
    clock.set_source(lambda: tomorrow)
    head, really, watch = head_of(front), front.desk.db.check, Watch(front.controller)
    monkeypatch.setattr(watch, "look", lambda: None)
    monkeypatch.setattr(front.desk.db, "check", lambda: ["第 3 页读不出"])
    watch._check(front.desk, None)
    qtbot.waitUntil(lambda: "第 3 页读不出" in front.window.banner.told.get("damaged", ""), timeout=20_000)
    assert head_of(front) == head
    monkeypatch.setattr(front.desk.db, "check", really)
    watch._check(front.desk, None)
    qtbot.waitUntil(lambda: states(front) == ["expired"], timeout=20_000)


def states(front):
    with front.desk.read() as session:
        return session.scalars(select(ReleaseSlip.state)).all()


def test_a_check_that_cannot_be_done_is_told_until_one_is_done(front, qtbot, monkeypatch, caplog):
    checks = front.controller._checking

    def check():
        checks.check()
        qtbot.waitUntil(lambda: not checks._busy)
        return front.window.banner.told.get("checking", "")

    def fail(*_more):
        raise KnownError("读不到数据文件。") from OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(verify, "verify", fail)
        assert check() == "记录没有核对成:读不到数据文件。程序会再试。" == check()
    assert [one.message for one in caplog.records] == ["a check of the record failed: OSError 5"]
    assert check() == ""


def test_the_code_on_a_printed_log_is_checked_by_the_keyboard(front):
    front.visit()
    code, told = head_of(front).code, []

    def type_code(words):
        def typed(_dialog):
            front.hands.type(words)
            front.hands.key("Ctrl+S")

        return typed

    def hear(dialog):
        told.append(shown(dialog))
        front.hands.key("Enter")

    def leave(dialog):
        assert "校验位不符" in shown(dialog), "a mistyped code is told beside the field"
        front.hands.key("Esc")

    def checked(dialog):
        click(dialog, "verify_head")
        tamper(front.desk.db, head_of(front).number)
        click(dialog, "verify_head")
        front.hands.key("Esc")

    with dialogs(checked, type_code(code.lower()), hear, type_code(code), hear):
        front.controller.open_dialog("backup_dialog")
    assert "核对码相符" in told[0] and "被改动过" in told[1]
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")

    def mistyped(dialog):
        front.hands.type(wrong)
        front.hands.key("Ctrl+S")
        leave(dialog)

    with dialogs(lambda dialog: (click(dialog, "verify_head"), front.hands.key("Esc")), mistyped):
        front.controller.open_dialog("backup_dialog")
