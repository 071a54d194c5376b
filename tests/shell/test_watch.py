"""The window watches over its data: it says what is wrong, makes backups, leaves when another takes over."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTableWidget, QWidget
from sqlalchemy import select

from desk_app.core import backup, backup_plan, badges, claim, clock_watch, datafile, place, settings
from desk_app.core.badges import Badge
from desk_app.core.claim import Claim, Holder
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged
from desk_app.core.errors import Away, KnownError
from desk_app.core.people import SYSTEM
from desk_app.shell import loader, sign_in, survey
from desk_app.shell.crash_teller import CrashTeller
from desk_app.shell.watch import Watch
from tests.shell.conftest import choose, start, stop
from tests.shell.hands import click, dialogs, told


@pytest.fixture
def no_zone(monkeypatch):
    """Let the computer that runs the tests stand in the building's time zone, on a disk with room."""
    monkeypatch.setattr(clock_watch, "zone_sentence", lambda: "")
    monkeypatch.setattr(place, "BALLAST", 1)


@pytest.fixture
def watch(qtbot, front, no_zone):
    """Give the open window a watch that looks when it is told to."""
    made = Watch(front.controller)
    made.admit()
    made._begin()
    made._minute.stop()
    yield made
    made._asked.stop()
    if made._claim is not None:
        made._claim.release()


def look(qtbot, watch: Watch) -> dict[str, str]:
    watch.look()
    qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
    return watch._controller.window.banner.told


def test_the_first_look_makes_a_backup_tries_it_and_complains_of_nothing(qtbot, front, watch):
    assert look(qtbot, watch) == {}
    (copy,) = backup.listing(front.paths.backups)
    backup.check(copy)
    assert (front.paths.backups / "drill.json").exists()
    assert not front.window.banner.isVisible()


def test_saves_go_on_beside_a_backup(qtbot, front, watch):
    watch.look()
    front.visit()
    qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
    front.visit(name="赵小满")
    assert len(backup.listing(front.paths.backups)) == 1


def test_no_good_backup_for_long_is_red_and_leads_to_the_dialog(qtbot, front, watch, monkeypatch):
    look(qtbot, watch)
    monkeypatch.setattr(backup_plan, "is_due", lambda *_: False)
    monkeypatch.setattr(backup_plan, "complaint", lambda *_: "已超过 26 小时没有可用的备份")
    assert "26 小时" in look(qtbot, watch)["backup"]
    assert front.window.banner.isVisible() and front.window.banner.words.property("tone") == "late"
    with dialogs(lambda dialog: click(dialog, "close")):
        front.window.banner.button.click()


def test_a_second_place_that_is_not_there_is_told(qtbot, front, watch):
    with front.db.write(SYSTEM) as session:
        settings.change(session, backup_plan.SECOND, str(front.paths.data / "unplugged"))
    assert "不在" in look(qtbot, watch)["second"]
    (front.paths.data / "unplugged").mkdir()
    front.visit()
    survey.back_up_changes(front.desk)
    assert backup.listing(front.paths.data / "unplugged" / backup_plan.FOLDER)


def test_a_full_disk_a_turned_clock_and_a_vanished_file_are_told(qtbot, front, watch, monkeypatch):
    look(qtbot, watch)
    monkeypatch.setattr(place, "free", lambda _folder: 700_000_000)
    monkeypatch.setattr(watch._clock, "look", lambda: timedelta(minutes=-90))
    told_ = look(qtbot, watch)
    assert "700 MB" in told_["room"] and "往回拨了约 90 分钟" in told_["clock"]
    monkeypatch.setattr(watch._clock, "look", lambda: None)
    away = front.db.path.with_name("away.db")
    front.db.path.rename(away)
    assert "不见了" in look(qtbot, watch)["file"]
    away.rename(front.db.path)
    assert "file" not in look(qtbot, watch)


def test_a_file_that_vanished_is_told_by_the_banner_alone_as_soon_as_something_is_read(
    qtbot, front, watch, monkeypatch
):
    look(qtbot, watch)
    teller = CrashTeller(front.window, front.paths.log)
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: teller.caught("", error))
    away = front.db.path.with_name("away.db")
    front.db.close()
    front.db.path.rename(away)
    with pytest.raises(Away), front.desk.read() as session:
        session.scalar(select(1))
    qtbot.waitUntil(lambda: "不见了" in front.window.banner.told.get("file", ""), timeout=20_000)
    front.window.refresh()
    front.minute()  # a dialog would fail the test: nobody answers it
    qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
    away.rename(front.db.path)
    assert "file" not in look(qtbot, watch)


def test_the_last_backup_is_made_at_the_end(qtbot, front, watch):
    front.visit()
    watch.end()
    (copy,) = backup.listing(front.paths.backups)
    assert copy.counts["visit"] == 1
    found = claim.take(front.paths.data)
    assert isinstance(found, Claim) and found.before is None
    found.release()


def test_a_window_that_did_not_end_well_is_told_with_what_was_verified(qtbot, front, watch):
    watch._check(front.desk, Holder("赵倩", "pc-2", "2026-11-22T10:00:00+00:00", 7))
    qtbot.waitUntil(lambda: "unclean" in front.window.banner.told, timeout=20_000)
    sentence = front.window.banner.told["unclean"]
    assert "上次没有正常关闭(赵倩 · pc-2 · 2026-11-22 18:00)" in sentence and "数据完好" in sentence


def test_a_window_leaves_when_another_takes_over(qtbot, front, watch, monkeypatch):
    left = []
    monkeypatch.setattr(front.controller, "leave", lambda **_: left.append(True))
    watch._look_for_successor()
    assert not left
    (front.paths.data / claim.REQUEST).write_text('{"who":"王班长","workstation":"x","since":"","pid":1}')
    watch._look_for_successor()
    assert left == [True]


def test_data_on_a_network_drive_are_not_opened(qtbot, front, watch, monkeypatch):
    monkeypatch.setattr(place, "kind_of", lambda _folder: "cifs")
    assert not watch.admit()
    assert "网络盘" in front.window._waiting.text()


def test_a_second_window_is_told_who_has_the_data_and_may_be_opened_as_well(qtbot, front, watch):
    other = Watch(front.controller)
    watch._claim.tell("李敏")

    def second(dialog):
        assert "李敏" in told(dialog)
        click(dialog, "answer.1")

    with dialogs(second):
        assert other.admit()
    assert other._claim is None and other.admit()


def test_taking_over_waits_for_the_other_window_and_is_filed(qtbot, front, watch, monkeypatch):
    other, opened = Watch(front.controller), []
    monkeypatch.setattr(front.controller, "open_data", lambda: opened.append(True))
    with dialogs(lambda dialog: click(dialog, "answer.0")):
        assert not other.admit()
    watch._claim.release()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert other._claim is not None and other._from is not None
    other._begin()
    other._minute.stop()
    other._asked.stop()
    with front.desk.read() as session:
        from desk_app.core.audit import Change

        assert session.query(Change).order_by(Change.id.desc()).first().verb == "program.take_over"
    other._claim.release()


def damage(paths) -> None:
    data = bytearray(paths.database.read_bytes())
    data[16:4096] = bytes(4080)
    paths.database.write_bytes(bytes(data))


@pytest.fixture
def damaged(now, data):
    """Prepare a folder with a backup, two badges more after it, and page 1 damaged."""
    db = Database(data.url())
    backup.make(db.file, data.backups)
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "Z", 1, 2)
    db.close()
    damage(data)
    return data


def badge_count(controller) -> int:
    with controller.desk.read() as session:
        return len(session.scalars(select(Badge.id)).all())


def test_a_damaged_file_is_salvaged_from_the_window_with_a_report(qtbot, damaged):
    seen = {}

    def rescue(dialog):
        assert "抢救" in told(dialog)
        click(dialog, "salvage")

    def report(dialog):
        seen["report"] = dialog.findChild(QPlainTextEdit, "report").toPlainText()
        click(dialog, "close")

    window, controller = start(qtbot, damaged, rescue, report, choose("001"))
    assert "第 1 页已损坏" in seen["report"]
    assert badge_count(controller) == 20
    assert list(damaged.data.glob("desk-damaged-*.db"))
    stop(window, controller)


@pytest.mark.parametrize("table", ["staff", "account", "badge", "setting"])
def test_damage_that_only_the_sign_in_would_meet_offers_the_ways_back_as_well(qtbot, now, data, table):
    db = Database(data.url())
    backup.make(db.file, data.backups)
    with closing(datafile.connect(db.file)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    db.close()
    with data.database.open("r+b") as file:
        file.seek((page - 1) * 4096 + 100)
        file.write(b"\xff" * 2000)
    report = []

    def rescue(dialog):
        assert "抢救" in told(dialog)
        click(dialog, "salvage")

    def read(dialog):
        report.append(dialog.findChild(QPlainTextEdit, "report").toPlainText())
        click(dialog, "close")

    window, controller = start(qtbot, data, rescue, read, choose("001"))
    assert f"校验不符的页:1 页({page})" in report[0]
    stop(window, controller)


def test_who_cannot_sign_in_because_the_file_is_damaged_is_offered_the_ways_back(qtbot, front, monkeypatch):
    left, lock = [], front.controller._lock
    monkeypatch.setattr(front.controller, "leave", lambda **how: left.append(how))
    monkeypatch.setattr(sign_in.signing, "sign_in", fail_damaged)
    backup.make(front.desk.db.file, front.paths.backups)
    lock.lock()

    def restore(dialog):
        assert not dialog.findChildren(QWidget, "curtain"), "it is not covered"
        click(dialog, "restore")

    with dialogs(restore):
        lock._dialog.password.insert("whatever it is")
        lock._dialog.sign_in()
        qtbot.waitUntil(lambda: left == [{"restart": True}], timeout=20_000)


def fail_damaged(*_all):
    raise Damaged("数据文件可能已损坏。")


@pytest.mark.parametrize(("way", "count"), [("look", 20), ("restore", 18)])
def test_a_damaged_file_may_be_looked_at_or_give_way_to_the_last_backup(qtbot, damaged, way, count):
    window, controller = start(qtbot, damaged, lambda dialog: click(dialog, way), choose("001"))
    assert (controller.desk.db.read_only, badge_count(controller)) == (way == "look", count)
    if way == "look":
        with pytest.raises(KnownError, match="只读查看"), controller.desk.write():
            pass
    stop(window, controller)


def test_a_file_too_damaged_to_be_looked_at_says_so_and_asks_again(qtbot, damaged, monkeypatch):
    really, asked = loader.open_database, []

    def fail(paths, tell, copy=None):
        if copy is not None:
            raise Damaged("数据文件可能已损坏。")
        return really(paths, tell, copy)

    def restore(dialog):
        asked.append(told(dialog))
        click(dialog, "restore")

    monkeypatch.setattr(loader, "open_database", fail)
    window, controller = start(qtbot, damaged, lambda dialog: click(dialog, "look"), restore, choose("001"))
    assert "不能只读查看" in asked[0]
    assert badge_count(controller) == 18
    stop(window, controller)


def test_a_backup_is_restored_from_the_window_after_a_look_at_what_would_go(qtbot, front, monkeypatch):
    left = []
    monkeypatch.setattr(front.controller, "leave", lambda **how: left.append(how))
    survey.back_up_changes(front.desk)
    front.visit()

    def dialog_(dialog):
        assert dialog.findChild(QTableWidget, "backups").rowCount() == 1
        click(dialog, "restore")
        click(dialog, "close")

    def confirm(dialog):
        words = told(dialog)
        assert "访客" in words and "LF-" in words and "1 条会消失" in words
        assert [one.text() for one in dialog.findChildren(QPushButton) if one.isDefault()] == ["不恢复"]
        click(dialog, "answer.0")

    with dialogs(dialog_, confirm):
        front.controller.open_dialog("backup_dialog")
    assert left == [{"restart": True}]
    assert list(front.paths.data.glob("desk-replaced-*.db"))
    assert len(backup.listing(front.paths.backups)) == 2
