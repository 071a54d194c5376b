"""Backups: whole or not there, thinned out but never to nothing, and a way back that loses nothing."""

from __future__ import annotations

import errno
import json
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import (
    backup,
    backup_age,
    badges,
    clock,
    datafile,
    enclosures,
    keys,
    numbering,
    people,
    safekeeping,
    settings,
)
from desk_app.core.attachments import Archive
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.core.retention import BACKUP_DAYS
from desk_app.core.verify import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def add_badges(db: Database, last: int) -> None:
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, last)


def stock(db: Database) -> list[str]:
    with db.read() as session:
        return badges.free(session, "visitor")


def file_paper(db: Database, archive: Archive) -> Path:
    with db.write(SYSTEM) as session:
        no = numbering.take(session, "FX", date(2026, 11, 21))
        paper = archive.store(session, entity="x", record_uid="u", no=no, form="f", pdf=b"%PDF-1")
        return archive.folder / paper.path


def test_a_backup_is_a_whole_database_with_its_manifest(db: Database, folder: Path) -> None:
    add_badges(db, 3)
    made = backup.make(db.file, folder)
    assert backup.listing(folder) == [made]
    assert (made.counts["badge"], made.schema, made.head[0]) == (3, SCHEMA, 3)
    assert sorted(path.suffix for path in folder.iterdir()) == [".db", ".json"]
    backup.check(made)


def test_going_back_waits_for_a_list_that_is_still_read(db: Database, folder: Path) -> None:
    """A thread of the window's own may be reading when the restore begins: that is no other window to be closed."""
    add_badges(db, 3)
    paths = Paths(db.path.parent)
    made = backup.make(db.file, paths.backups)
    add_badges(db, 5)
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        with db.read() as session:
            badges.free(session, "visitor")
            reading.set()
            done.wait(10)

    reader = threading.Thread(target=read)
    reader.start()
    assert reading.wait(10)
    threading.Timer(0.3, done.set).start()
    safekeeping.go_back(db, people.Actor(1, "经理", frozenset({Role.XG, Role.KZ})), paths, made)
    reader.join()
    assert len(stock(db)) == 3


def test_going_back_waits_for_what_begins_to_read_after_the_database_was_closed(
    db, folder, monkeypatch
) -> None:
    add_badges(db, 3)
    paths = Paths(db.path.parent)
    made = backup.make(db.file, paths.backups)
    add_badges(db, 5)
    left = [datafile.connect(db.file, reading=True) for _ in range(3)]
    for one in left:
        one.execute("SELECT count(*) FROM badge").fetchone()
    close = db.close

    def close_and_later_one_reader(patience: float = 0) -> None:
        close(patience)
        if left:
            left.pop().close()

    monkeypatch.setattr(db, "close", close_and_later_one_reader)
    safekeeping.go_back(db, people.Actor(1, "经理", frozenset({Role.XG})), paths, made)
    assert not left and len(stock(db)) == 3


def test_restoring_brings_the_old_state_back_and_keeps_the_newer_file(db: Database, folder: Path) -> None:
    add_badges(db, 3)
    made = backup.make(db.file, folder)
    add_badges(db, 5)
    db.close()
    aside = backup.restore(made, db.path, newest_schema=SCHEMA)
    assert aside is not None
    assert len(stock(Database(f"sqlite:///{db.path}"))) == 3
    assert len(stock(Database(f"sqlite:///{aside}"))) == 5


def test_a_backup_that_was_touched_is_refused_and_nothing_happens(db: Database, folder: Path) -> None:
    add_badges(db, 3)
    made = backup.make(db.file, folder)
    db.close()
    before = db.path.read_bytes()
    data = bytearray(made.path.read_bytes())
    data[-100] ^= 1
    made.path.write_bytes(bytes(data))
    with pytest.raises(KnownError, match="不能用"):
        backup.restore(made, db.path, newest_schema=SCHEMA)
    assert db.path.read_bytes() == before


def test_a_manifest_that_lies_is_refused(db: Database, folder: Path) -> None:
    made = backup.make(db.file, folder)
    facts = json.loads(made.manifest.read_text("utf-8"))
    facts["counts"]["badge"] = 7
    made.manifest.write_text(json.dumps(facts), "utf-8")
    with pytest.raises(KnownError, match="记录数"):
        backup.check(backup.find(made.path))


def test_nothing_is_restored_under_an_open_window(db: Database, folder: Path) -> None:
    add_badges(db, 3)
    made = backup.make(db.file, folder)
    with pytest.raises(KnownError, match="先关闭"):
        backup.restore(made, db.path, newest_schema=SCHEMA)
    assert len(stock(db)) == 3


def test_a_backup_of_a_newer_program_is_refused(db: Database, folder: Path) -> None:
    made = backup.make(db.file, folder)
    db.close()
    with pytest.raises(KnownError, match="升级"):
        backup.restore(made, db.path, newest_schema=SCHEMA - 1)


def test_a_damaged_database_makes_no_backup(db: Database, folder: Path) -> None:
    add_badges(db, 60)
    db.close()
    data = bytearray(db.path.read_bytes())
    for at in range(8192, len(data) - 4096, 4096):
        data[at : at + 64] = b"\xff" * 64
    db.path.write_bytes(bytes(data))
    with pytest.raises(KnownError):
        backup.make(db.file, folder)
    assert list(folder.iterdir()) == []


def test_a_disk_that_turned_read_only_is_told_in_a_sentence(db: Database, folder: Path, monkeypatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(datafile, "copy_database", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KnownError, match=r"无法备份到.*检查权限"):
        backup.make(db.file, folder)


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"hello")
    with pytest.raises(KnownError, match="不是本程序的备份"):
        backup.find(tmp_path / "x.db")


def test_documents_are_copied_once_and_come_back(db: Database, folder: Path, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    paper = file_paper(db, archive)
    made = backup.make(db.file, folder, archive.folder)
    assert made.documents == 1
    paper.unlink()
    assert "读不到" in verify(db, archive).fault
    db.close()
    backup.restore(made, db.path, newest_schema=SCHEMA, archive=archive.folder)
    assert verify(Database(f"sqlite:///{db.path}"), archive).fault == ""


def attach_file(db: Database, archive: Archive, folder: Path) -> Path:
    photo = folder / "现场 照片.JPG"
    photo.write_bytes(b"\xff\xd8 a photo")
    with db.write(SYSTEM) as session:
        session.info["verb"] = "badges.add"
        badge = badges.Badge(code="Z1", kind="visitor")
        session.add(badge)
        [one] = enclosures.attach(session, archive, badge, [str(photo)], kind="photo")
        return enclosures.full_path(archive, one)


def test_attached_files_are_copied_and_come_back(db: Database, folder: Path, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    file_paper(db, archive)
    path = attach_file(db, archive, tmp_path)
    (path.parent / "half.part").write_bytes(b"not finished")
    made = backup.make(db.file, folder, archive.folder)
    assert made.documents == 2
    path.unlink()
    assert "现场 照片.JPG" in verify(db, archive).fault
    db.close()
    backup.restore(made, db.path, newest_schema=SCHEMA, archive=archive.folder)
    again = Database(f"sqlite:///{db.path}")
    report = verify(again, archive)
    again.close()
    assert (report.fault, report.papers, report.files) == ("", 1, 1)
    assert "附件 1 个" in report.summary()


def test_verify_finds_an_attached_file_that_was_changed(db: Database, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    path = attach_file(db, archive, tmp_path)
    path.write_bytes(b"another photo")
    assert "现场 照片.JPG" in verify(db, archive).fault


def test_two_backups_in_one_second_are_two(
    db: Database, folder: Path, set_clock: Callable[[datetime], None]
) -> None:
    set_clock(datetime(2026, 11, 21, 2, tzinfo=UTC))
    backup.make(db.file, folder)
    backup.make(db.file, folder)
    assert len(backup.listing(folder)) == 2


NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
MOMENTS = st.lists(
    st.timedeltas(timedelta(), timedelta(days=900)).map(lambda ago: NOW - ago), unique=True, max_size=60
)


@given(MOMENTS)
def test_thinning_out_keeps_two_days_whole_and_the_last_three(times: list[datetime]) -> None:
    keep = backup.kept(times, NOW)
    assert keep <= set(times)
    assert {moment for moment in times if NOW - moment <= timedelta(days=2)} <= keep
    assert set(sorted(times)[-3:]) <= keep
    assert backup.kept(keep, NOW) == keep


def test_a_year_of_half_hourly_backups_leaves_a_handful() -> None:
    times = [NOW - timedelta(minutes=30 * n) for n in range(2 * 24 * 365)]
    keep = backup.kept(times, NOW)
    days = {clock.local(moment).date() for moment in keep}
    assert 97 + 9 <= len(keep) <= 97 + 12 + 10 + 9
    assert (NOW - min(keep)).days > 200
    assert len(days) >= 12 + 7


def test_old_copies_are_removed_with_their_manifests(
    db: Database, folder: Path, set_clock: Callable[[datetime], None]
) -> None:
    for day in range(40):
        set_clock(NOW + timedelta(days=day))
        backup.make(db.file, folder)
    assert len(backup.listing(folder)) < 25
    assert {p.stem for p in folder.glob("*.db")} == {p.stem for p in folder.glob("*.json")}


def six_copies(db: Database, folder: Path, day: datetime) -> list[backup.Backup]:
    """Make six copies on one day, an hour apart; the newest first."""
    made = backup.make(db.file, folder)
    for hour in range(6):
        at = day + timedelta(hours=hour)
        copy = replace(made, path=folder / f"desk-{at:%Y%m%d-%H%M%S}.db", at=at)
        shutil.copyfile(made.path, copy.path)
        backup._write_manifest(copy)
    made.path.unlink()
    made.manifest.unlink()
    return backup.listing(folder)


def test_a_copy_that_no_longer_fits_is_none_of_the_last_three_good_ones(db: Database, folder: Path) -> None:
    copies = six_copies(db, folder, NOW - timedelta(days=200))
    data = bytearray(copies[0].path.read_bytes())
    data[-100] ^= 1
    copies[0].path.write_bytes(data)
    gone = backup.thin_out(folder, NOW)
    assert gone == [one.path for one in copies[4:]], "the damaged one is neither counted nor removed"
    with db.write(SYSTEM) as session:
        settings.change(session, BACKUP_DAYS, 30)
    clock.set_source(lambda: NOW)
    backup_age.end_old_copies(db, [folder])
    clock.set_source(None)
    assert backup.listing(folder) == copies[1:4], (
        "at the end of its term the damaged one goes, not a good one"
    )


def test_copies_are_compared_only_when_one_would_go(db: Database, folder: Path, monkeypatch) -> None:
    read: list[Path] = []
    real = backup._digest
    copies = six_copies(db, folder, NOW - timedelta(days=1))
    monkeypatch.setattr(backup, "_digest", lambda path: read.append(path) or real(path))
    assert backup.thin_out(folder, NOW) == [] == read
    later = NOW + timedelta(days=40)
    assert backup.thin_out(folder, later) == [one.path for one in copies[3:]]
    assert read == [one.path for one in copies[:3]]
    backup.thin_out(folder, later)
    assert len(read) == 3, "what was compared today and was not touched since is not read again"


def test_verify_names_the_first_row_that_does_not_fit(db: Database, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    add_badges(db, 3)
    report = verify(db, archive)
    assert (report.changes, report.fault) == (3, "")
    with closing(datafile.connect(db.file)) as raw:  # by somebody who has the file open, triggers off
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE history_detail SET payload = replace(payload, 'A002', 'A009') WHERE id = 2")
    assert "第 2 条" in verify(db, archive).fault


def test_verify_finds_a_document_that_was_changed(db: Database, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    paper = file_paper(db, archive)
    paper.write_bytes(b"%PDF-2")
    assert "FX-20261121-001" in verify(db, archive).fault


def test_a_data_folder_may_have_any_name(tmp_path: Path) -> None:
    odd = tmp_path / "数据 #1 100%"
    odd.mkdir()
    path = odd / "desk.db"
    Database(f"sqlite:///{path}").close()
    assert datafile.quick_check(keys.opened(path)) == []
    assert backup.make(keys.opened(path), odd / "backups").counts["badge"] == 0


def test_the_heads_in_the_manifests_are_those_the_history_must_have_but_not_those_a_restore_left(
    db, desk, tmp_path
):
    folder = tmp_path / "backups"
    first = backup.make(db.file, folder)
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="新", code="N1", roles=[Role.QT])
    newer = backup.make(db.file, folder)
    key = db.keys.chain
    assert {one.head.number for one in backup.heads_outside(folder, key)} == {first.head[0], newer.head[0]}
    db.close()
    backup.restore(first, db.path, newest_schema=SCHEMA)
    again = Database(db.url)
    with again.write(SYSTEM) as session:
        people.add_staff(session, name="别人", code="N2", roles=[Role.QT])
    outside = backup.heads_outside(folder, key)
    assert verify(again, Archive(tmp_path / "archive"), outside=outside).fault == ""
    again.close()
    assert {one.head.number for one in backup.heads_outside(folder, bytes(32))} == {
        first.head[0],
        newer.head[0],
    }, "a note that was not sealed with the key counts for nothing"
