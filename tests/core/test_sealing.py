"""Files in clear become encrypted ones: nothing lost, nothing left to read, a kill leaves the old or the new."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desk_app.core import backup, datafile, files, keys, sealing
from desk_app.core.database import SCHEMA, Database
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.keys import Keys
from desk_app.core.paths import PROGRAM, Paths
from desk_app.registers.tables import import_all
from tests.released import KEPT, unpack

SEEN = "中盛".encode()
"""Part of a name that is in every released database."""


@pytest.fixture
def old(tmp_path: Path) -> Paths:
    """A data folder of the last version in clear, with a backup of that time and a copy of an upgrade."""
    import_all()
    paths = unpack(max(schema for schema in KEPT if schema < 4), tmp_path / "data")
    backup_in_clear(paths)
    (paths.data / "desk-before-upgrade-1-20260101000000.db").write_bytes(paths.database.read_bytes())
    return paths


def backup_in_clear(paths: Paths) -> backup.Backup:
    """Make a backup as version 0.3 made it."""
    plain = DataFile(paths.database)
    target = paths.backups / "desk-20261120-143000.db"
    datafile.copy_database(plain, target)
    backup._write_manifest(backup._describe(plain.at(target), target, 0))
    return backup.find(target)


def in_clear(folder: Path) -> list[str]:
    """Return the files in which a name can be read; issued papers and attached files are not looked at."""
    found = [file for file in folder.rglob("*") if file.is_file() and "archive" not in file.parts]
    return [file.name for file in found if SEEN in file.read_bytes()]


def start(paths: Paths) -> list[Path]:
    """Open the data as the program does at its start."""
    db = Database(paths.url())
    left = sealing.seal_copies((paths.data, paths.backups), db.keys)
    db.close()
    return left


def test_after_the_first_start_nothing_can_be_read_any_more(old: Paths) -> None:
    assert len(in_clear(old.data)) == 3
    assert start(old) == []
    assert in_clear(old.data) == []
    assert not list(old.data.rglob("*.plain"))
    assert datafile.schema_of(keys.opened(old.database)) == SCHEMA


def test_a_log_that_a_crash_left_comes_along_and_goes(old: Paths) -> None:
    with closing(datafile.connect(DataFile(old.database))) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO setting (key, value, id, uid, version, created_at) "
                           "SELECT 'x.late', '1', max(id) + 1, 'late', 1, 0 FROM setting")  # fmt: skip
        files_then = {file: file.read_bytes() for file in datafile.files_of(old.database)}
    for file, content in files_then.items():
        file.write_bytes(content)
    assert old.database.with_name("desk.db-wal").stat().st_size > 0
    start(old)
    with closing(datafile.connect(keys.opened(old.database))) as connection:
        assert connection.execute("SELECT count(*) FROM setting WHERE key = 'x.late'").fetchone() == (1,)
    assert in_clear(old.data) == []


def test_a_backup_of_that_time_is_still_one(old: Paths) -> None:
    before = backup.listing(old.backups)[0]
    start(old)
    after = backup.listing(old.backups)[0]
    backup.check(after)
    assert (after.at, after.counts, after.head, after.schema) == (
        before.at,
        before.counts,
        before.head,
        before.schema,
    )
    assert after.sha256 != before.sha256


def test_a_backup_in_clear_from_elsewhere_can_be_restored_and_is_then_encrypted(old: Paths, tmp_path) -> None:
    stick = Paths(tmp_path / "stick")
    stick.prepare()
    for file in old.backups.iterdir():
        (stick.backups / file.name).write_bytes(file.read_bytes())
    start(old)
    backup.restore(backup.listing(stick.backups)[0], old.database, newest_schema=SCHEMA)
    start(old)
    assert in_clear(old.data) == []
    assert len(in_clear(stick.backups)) == 1  # nobody can reach a stick in a drawer: the README says so


def test_a_damaged_copy_in_clear_is_told_and_left(old: Paths) -> None:
    copy = old.backups / "desk-20261120-143000.db"
    data = bytearray(copy.read_bytes())
    for at in range(8192, len(data) - 4096, 4096):
        data[at : at + 64] = b"\xff" * 64
    copy.write_bytes(bytes(data))
    assert start(old) == [copy]
    assert copy.read_bytes() == bytes(data)


def test_a_disk_that_is_full_leaves_the_old_file_and_says_so(old: Paths, monkeypatch) -> None:
    before = datafile.counts(DataFile(old.database))

    def full(path: Path) -> None:
        if path.name == "desk.db.part":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "sync", full)
    with pytest.raises(KnownError, match="没有升级"):
        Database(old.url())
    monkeypatch.undo()
    assert datafile.counts(DataFile(old.database)) == before
    assert not list(old.data.glob("*.part"))
    start(old)
    assert in_clear(old.data) == []


def test_an_old_window_that_is_still_open_is_told(old: Paths) -> None:
    with closing(datafile.connect(DataFile(old.database))) as window:
        window.execute("PRAGMA journal_mode = WAL")
        window.execute("SELECT count(*) FROM visit").fetchone()
        with pytest.raises(KnownError, match="另一个窗口"):
            Database(old.url())
    start(old)
    assert in_clear(old.data) == []


def test_what_is_no_data_of_ours_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute("CREATE TABLE music (title)")
    before = path.read_bytes()
    with pytest.raises(KnownError, match="不是本程序"):
        sealing.seal(path, Keys.new())
    assert path.read_bytes() == before


def test_two_files_of_an_encryption_that_was_mixed_up_are_both_kept(old: Paths) -> None:
    aside = old.database.with_name("desk.db.plain")
    aside.write_bytes(old.database.read_bytes())
    with pytest.raises(KnownError, match="都不要删"):
        Database(old.url())
    assert aside.exists() and old.database.exists()


def test_a_database_elsewhere_is_encrypted_with_its_keys_beside_it(old: Paths, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "tower.db"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(old.database.read_bytes())
    old.config.write_text(f'database = "sqlite:///{elsewhere}"', "utf-8")
    Database(old.url()).close()
    assert not datafile.is_plain(elsewhere)
    assert (elsewhere.parent / keys.NAME).exists()
    assert in_clear(elsewhere.parent) == []


@pytest.mark.skipif(os.name != "posix", reason="kills through fork")
def test_a_kill_at_any_29th_step_leaves_the_old_or_the_new(old: Paths) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.core.sealing_kills", str(old.data), "29"],
        cwd=PROGRAM, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert told[-2] == "done"
    assert int(told[-1]) > 20
    assert {"old", "new"} == set(told[1:-2:2])
