"""When backups are made, where to, what is loud; the drill; what a restore would take away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_app.core import backup, backup_plan, badges, datafile, restore_drill, restore_preview
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


def add_badges(db: Database, last: int) -> None:
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, last)


def test_a_backup_is_due_after_half_an_hour_in_which_something_changed(db, paths, set_clock) -> None:
    set_clock(NOW)
    assert backup_plan.is_due(db.file, paths.backups, 30)
    backup_plan.make(db.file, paths)
    add_badges(db, 2)
    set_clock(NOW + timedelta(minutes=29))
    assert not backup_plan.is_due(db.file, paths.backups, 30)
    set_clock(NOW + timedelta(minutes=31))
    assert backup_plan.is_due(db.file, paths.backups, 30)
    backup_plan.make(db.file, paths)
    set_clock(NOW + timedelta(days=3))
    assert not backup_plan.is_due(db.file, paths.backups, 30)  # nothing changed since


def test_a_clock_turned_back_makes_no_backup_every_minute_and_none_too_few(db, paths, set_clock) -> None:
    set_clock(NOW)
    backup_plan.make(db.file, paths)
    add_badges(db, 2)
    set_clock(NOW - timedelta(hours=2))
    assert backup_plan.is_due(db.file, paths.backups, 30), "the copy of the future does not hold it up"
    backup_plan.make(db.file, paths)
    add_badges(db, 3)
    set_clock(NOW - timedelta(hours=2) + timedelta(minutes=1))
    assert not backup_plan.is_due(db.file, paths.backups, 30)
    assert backup_plan.changed_since_backup(db.file, paths.backups)
    set_clock(NOW - timedelta(hours=2) + timedelta(minutes=31))
    assert backup_plan.is_due(db.file, paths.backups, 30)


def test_26_hours_without_a_good_backup_are_loud(db, paths, set_clock) -> None:
    set_clock(NOW)
    assert backup_plan.complaint(paths.backups, 26, NOW - timedelta(hours=25)) == ""
    assert "还没有可用的备份" in backup_plan.complaint(paths.backups, 26, NOW - timedelta(hours=27))
    made = backup_plan.make(db.file, paths).copy
    assert backup_plan.complaint(paths.backups, 26) == ""
    set_clock(NOW + timedelta(hours=27))
    assert "已超过 26 小时" in backup_plan.complaint(paths.backups, 26)
    set_clock(NOW + timedelta(hours=1))
    made.path.write_bytes(made.path.read_bytes()[:-100])  # cut short: none that could be trusted
    assert "还没有可用的备份" in backup_plan.complaint(paths.backups, 26)


def test_a_copy_goes_to_the_second_place_as_well(db, paths, tmp_path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = backup_plan.make(db.file, paths, str(stick))
    assert made.second == ""
    (copy,) = backup.listing(stick / backup_plan.FOLDER)
    backup.check(copy)
    assert copy.sha256 == made.copy.sha256


def test_a_second_place_that_is_missing_is_told_and_waits_for_nobody(db, paths, tmp_path) -> None:
    made = backup_plan.make(db.file, paths, str(tmp_path / "unplugged"))
    assert "不在(U 盘没插" in made.second
    backup.check(made.copy)
    assert not (tmp_path / "unplugged").exists()


def test_a_second_place_that_comes_back_gets_the_copy_that_it_missed(db, paths, tmp_path) -> None:
    stick = tmp_path / "stick"
    made = backup_plan.make(db.file, paths, str(stick))
    assert "不在(U 盘没插" in backup_plan.catch_up(paths, str(stick))
    stick.mkdir()
    assert backup_plan.catch_up(paths, str(stick)) == ""
    (copy,) = backup.listing(stick / backup_plan.FOLDER)
    backup.check(copy)
    assert copy.sha256 == made.copy.sha256
    at = copy.path.stat().st_mtime_ns
    assert backup_plan.catch_up(paths, str(stick)) == backup_plan.catch_up(paths, "") == ""
    assert copy.path.stat().st_mtime_ns == at, "once is enough"


def test_a_second_place_that_refuses_is_told(db, paths, tmp_path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / backup_plan.FOLDER).write_bytes(b"a file where the folder should be")
    assert "无法备份到" in backup_plan.make(db.file, paths, str(tmp_path / "stick")).second


def test_the_drill_restores_opens_and_compares_and_leaves_nothing(db, paths) -> None:
    add_badges(db, 5)
    made = backup_plan.make(db.file, paths).copy
    drill = restore_drill.run(made)
    assert drill.fault == "" and drill.changes == 5 and "恢复演练成功" in drill.told
    assert restore_drill.last(paths.backups) == drill
    assert not restore_drill.is_due(paths.backups)
    assert not list(paths.backups.glob("drill-*"))
    assert not list(paths.backups.glob("restored*"))  # no note: nothing was restored


def test_a_drill_that_fails_is_told_and_tried_again_the_next_day(db, paths, set_clock) -> None:
    set_clock(NOW)
    made = backup_plan.make(db.file, paths).copy
    data = bytearray(made.path.read_bytes())
    data[5000] ^= 1
    made.path.write_bytes(bytes(data))
    told = restore_drill.run(made).told
    assert "恢复演练失败" in told and told.count("请") == 1 and "。。" not in told  # one thing to do
    assert not restore_drill.is_due(paths.backups)
    set_clock(NOW + timedelta(days=1, minutes=1))
    assert restore_drill.is_due(paths.backups)


def test_a_month_after_a_drill_the_next_is_due(db, paths, set_clock) -> None:
    set_clock(NOW)
    assert restore_drill.is_due(paths.backups)
    restore_drill.run(backup_plan.make(db.file, paths).copy)
    set_clock(NOW + timedelta(days=31))
    assert restore_drill.is_due(paths.backups)


def test_the_preview_counts_what_would_go(db, paths) -> None:
    add_badges(db, 2)
    made = backup_plan.make(db.file, paths).copy
    add_badges(db, 5)
    found = restore_preview.preview(db.file, made)
    assert found.comparable
    assert [(one.entity, one.made) for one in found.going] == [("badge", 3)]
    backup_plan.make(db.file, paths)
    assert restore_preview.preview(db.file, backup.listing(paths.backups)[0]).going == ()


def test_the_preview_says_when_the_backup_is_of_another_line(db, paths, tmp_path) -> None:
    add_badges(db, 5)
    made = backup_plan.make(db.file, paths).copy
    other = tmp_path / "other"
    other.mkdir()
    fresh = Database(f"sqlite:///{other / 'desk.db'}")
    assert not restore_preview.preview(fresh.file, made).comparable
    fresh.close()


def test_a_database_that_cannot_be_read_makes_no_backup_and_the_old_ones_stay(db, paths) -> None:
    add_badges(db, 50)
    made = backup_plan.make(db.file, paths).copy
    db.close()
    data = bytearray(db.path.read_bytes())
    data[9000] ^= 1
    db.path.write_bytes(bytes(data))
    with pytest.raises(KnownError):
        backup_plan.make(db.file, paths)
    assert backup.listing(paths.backups) == [made]
    assert datafile.quick_check(db.file)
