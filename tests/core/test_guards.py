"""Where the data lie: network drives, full disks, a file that vanished, is empty, or another one; who has it open."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desk_app.core import badges, claim, clock, clock_watch, events, numbering, place, settings
from desk_app.core.audit import Change
from desk_app.core.claim import Claim, Holder
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def lies(tmp_path: Path, monkeypatch) -> Callable[[Path, str], None]:
    """Return a function that lets a folder lie on a file system of some kind."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text("27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n")
    monkeypatch.setattr(place, "MOUNTS", mounts)

    def lay(folder: Path, kind: str) -> None:
        point = str(folder.resolve()).replace(" ", "\\040")
        with mounts.open("a") as file:
            file.write(f"40 27 0:33 / {point} rw,relatime shared:7 - {kind} //server/desk rw\n")

    return lay


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_data_on_a_network_drive_are_refused_with_advice(tmp_path: Path, lies, kind: str) -> None:
    lies(tmp_path / "net drive", kind)
    place.refuse_remote(tmp_path)
    with pytest.raises(KnownError, match=r"网络盘.*--data-dir"):
        place.refuse_remote(tmp_path / "net drive")


@pytest.mark.parametrize("kind", ["ext4", "ntfs", "btrfs", "apfs", "tmpfs", "fuseblk", "overlay"])
def test_data_on_a_disk_of_this_computer_are_welcome(tmp_path: Path, lies, kind: str) -> None:
    lies(tmp_path, "cifs")
    lies(tmp_path, kind)  # what is mounted later hides what was there
    assert place.kind_of(tmp_path / "not" / "there yet") == kind
    place.refuse_remote(tmp_path)


def test_a_link_into_a_network_drive_is_seen_through(db, tmp_path: Path, lies) -> None:
    db.close()
    (tmp_path / "far").mkdir()
    db.path.rename(tmp_path / "far" / "desk.db")
    db.path.symlink_to(tmp_path / "far" / "desk.db")
    lies(tmp_path / "far", "nfs4")
    with pytest.raises(KnownError, match="网络盘"):
        Database(db.url)


def test_where_nobody_tells_what_lies_where_the_data_are_opened(db, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(place, "MOUNTS", tmp_path / "none")
    Database(db.url).close()


def test_a_nearly_full_disk_takes_nothing_new_and_lets_the_rest_be_ended(db, monkeypatch) -> None:
    monkeypatch.setattr(place, "free", lambda _folder: 150_000_000)
    with pytest.raises(KnownError, match=r"只剩 150 MB.*签离"), db.write(SYSTEM) as session:
        numbering.take(session, "FX")
    with db.write(SYSTEM) as session:  # what gives no number goes on
        badges.add(session, "visitor", "A", 1, 2)
    assert "少于 200 MB" in place.little_room(db.path.parent)


def test_bytes_are_laid_aside_and_given_up_when_the_disk_fills(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(place, "BALLAST", 3_000_000)
    ballast = tmp_path / place.BALLAST_NAME
    monkeypatch.setattr(place, "free", lambda _folder: 5_000_000_000)
    place.keep_ballast(tmp_path)
    assert ballast.stat().st_size >= 3_000_000
    monkeypatch.setattr(place, "free", lambda _folder: 100_000_000)
    place.keep_ballast(tmp_path)
    assert not ballast.exists()


def test_a_database_that_vanished_is_noticed_before_anything_is_acknowledged(db) -> None:
    away = db.path.with_name("away.db")
    db.path.rename(away)
    with pytest.raises(KnownError, match="不见了,这一条没有保存"), db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, 2)
    away.rename(db.path)
    with db.read() as session:
        assert not badges.free(session, "visitor")


def test_reading_where_the_file_vanished_makes_no_empty_one_in_its_place_and_says_so(db, tmp_path) -> None:
    db.close()  # the next reading opens a connection of its own, as a second thread's does
    away = db.path.with_name("away.db")
    db.path.rename(away)
    with pytest.raises(KnownError, match="不见了"):
        assert db.revision
    with pytest.raises(KnownError):
        db.file.copy_to(tmp_path / "copy.db")
    assert not db.path.exists()
    away.rename(db.path)
    assert db.revision >= 0


def test_reading_what_was_put_in_the_files_place_says_so_and_is_no_bug(db, tmp_path) -> None:
    db.close()
    db.path.rename(tmp_path / "away.db")
    db.path.touch()
    with pytest.raises(KnownError, match="被换成了另一个文件"):
        assert db.revision


def test_a_database_that_was_replaced_is_noticed_before_anything_is_acknowledged(db, tmp_path) -> None:
    other = tmp_path / "other.db"
    shutil.copyfile(db.path, other)
    other.replace(db.path)
    with pytest.raises(KnownError, match="被换成了另一个文件"), db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, 2)


@pytest.mark.parametrize("size", [None, 0])
def test_a_missing_or_empty_database_never_becomes_a_new_one(db, size) -> None:
    url = db.url
    db.close()
    for end in ("-wal", "-shm", ""):
        db.path.with_name(db.path.name + end).unlink(missing_ok=True)
    if size == 0:
        db.path.touch()
    with pytest.raises(Damaged, match=r"不见了|0 字节"):
        Database(url)
    assert not db.path.exists() or db.path.stat().st_size == 0


def test_another_sites_database_is_refused(db, tmp_path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    Database(f"sqlite:///{other / 'desk.db'}").close()
    db.close()
    shutil.copyfile(other / "desk.db", db.path)
    shutil.copyfile(other / "desk.keys", db.path.with_name("desk.keys"))
    with pytest.raises(Damaged, match="另一处的数据文件"):
        Database(db.url)


def test_something_that_is_no_database_is_told_and_not_touched(db) -> None:
    db.close()
    db.path.write_bytes(b"hello, this is no database at all" * 500)
    with pytest.raises(KnownError):
        Database(db.url)
    assert db.path.read_bytes().startswith(b"hello")


def test_one_window_holds_a_folder_and_another_is_told_who(tmp_path) -> None:
    first = claim.take(tmp_path)
    assert isinstance(first, Claim) and first.before is None
    first.tell("李敏")
    found = claim.take(tmp_path)
    assert isinstance(found, Holder) and found.told.startswith("李敏 · ")
    first.release()
    second = claim.take(tmp_path)
    assert isinstance(second, Claim) and second.before is None
    second.release()


def test_who_took_the_folder_this_very_moment_is_waited_for_and_named(tmp_path) -> None:
    (tmp_path / claim.NAME).write_text('{"who": "赵倩", "workstation": "pc", "since": "", "pid": 7}', "utf-8")
    first = claim.take(tmp_path)
    assert isinstance(first, Claim) and first.before is not None and first.before.who == "赵倩"
    first._write("")  # as it stands for some milliseconds
    said = threading.Timer(0.1, first.tell, ["李敏"])
    said.start()
    found = claim.take(tmp_path)
    assert isinstance(found, Holder) and found.who == "李敏"
    said.join()
    first.release()


@pytest.mark.parametrize("words", [b"\xff\xfe\0garbage", b"{}", b'{"who": "x", "pid": 1}', b"1"])
def test_neither_garbage_nor_a_process_number_keeps_a_folder_busy(tmp_path, words) -> None:
    (tmp_path / claim.NAME).write_bytes(words)
    found = claim.take(tmp_path)
    assert isinstance(found, Claim) and found.before is not None
    found.release()


def test_a_killed_window_lets_go_and_is_remembered(tmp_path) -> None:
    code = (
        "import sys; from pathlib import Path; from desk_app.core import claim; "
        "c = claim.take(Path(sys.argv[1])); c.tell('赵倩'); print('held', flush=True); sys.stdin.read()"
    )
    window = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert window.stdout.readline() == b"held\n"
    assert isinstance(claim.take(tmp_path), Holder)
    window.kill()
    window.communicate()
    found = claim.take(tmp_path)
    assert isinstance(found, Claim) and found.before is not None and found.before.who == "赵倩"
    found.release()


def test_who_takes_over_is_heard_and_gets_the_folder(tmp_path) -> None:
    first = claim.take(tmp_path)
    assert isinstance(first, Claim) and first.asked_by() is None
    assert isinstance(claim.take_over(tmp_path, 0.0), Holder)  # nobody answers
    claim_file = tmp_path / claim.REQUEST
    claim_file.write_text('{"who": "王班长", "workstation": "pc", "since": "", "pid": 7}', "utf-8")
    asked = first.asked_by()
    assert asked is not None and asked.who == "王班长"
    first.release()
    second = claim.take_over(tmp_path, 1.0)
    assert isinstance(second, Claim) and not claim_file.exists()
    second.release()


@pytest.mark.parametrize(
    ("turned", "told"),
    [(timedelta(minutes=6), "往前跳了约 6 分钟"), (timedelta(hours=5), "约 5 小时。"), (timedelta(days=-90), "往回拨了约 90 天。"), (timedelta(minutes=-1), "往回拨了约 1 分钟"), (timedelta(minutes=4), ""),
     (timedelta(seconds=-3), "")],
)  # fmt: skip
def test_a_turned_clock_is_noticed(set_clock, turned, told) -> None:
    start = datetime(2026, 11, 23, 1, tzinfo=UTC)
    set_clock(start)
    watch = clock_watch.ClockWatch()
    set_clock(start + turned)
    jump = watch.look()
    assert (clock_watch.sentence(jump) if jump is not None else "").find(told) >= 0
    assert (jump is None) == (told == "")


def test_a_clock_behind_the_last_record_is_noticed(set_clock) -> None:
    set_clock(datetime(2026, 11, 23, 1, tzinfo=UTC))
    assert clock_watch.behind(clock.now() + timedelta(days=1)) == timedelta(days=-1)
    assert clock_watch.behind(clock.now() - timedelta(days=1)) is None
    assert clock_watch.behind(None) is None


def test_another_time_zone_is_told(monkeypatch) -> None:
    import time

    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    assert "UTC-" in clock_watch.zone_sentence()
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    assert clock_watch.zone_sentence() == ""
    monkeypatch.undo()
    time.tzset()


def test_what_happens_to_the_program_stands_in_the_history(db) -> None:
    with db.write(SYSTEM) as session:
        events.note(session, "clock_turned", {"seconds": 600})
    with db.read() as session:
        last = session.scalars(select(Change).order_by(Change.id.desc())).first()
        assert last is not None and (last.verb, last.entity) == ("program.clock_turned", "program")


def test_a_setting_that_cannot_be_read_counts_as_never_changed(db, desk) -> None:
    with db.write(desk.manager) as session:
        settings.change(session, settings.DAY_SHIFT, "07:00")
    with db.write(SYSTEM) as session:
        session.execute(text("UPDATE setting SET value = '{broken'"))
    with db.read() as session:
        assert settings.get(session, settings.DAY_SHIFT) == "08:30"
