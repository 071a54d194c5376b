"""Keys and their slots: one way in for each who may, none for anybody else, and never a new file over an old one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.core import backup, badges, datafile, keys, recovery_code, system_store
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.keys import Cost, Keys
from desk_app.core.people import SYSTEM

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSWORD = "一把很长的管理员口令 2026"


@pytest.fixture
def site(tmp_path: Path) -> Database:
    """A data folder with five badges, a recovery code and an administrator, closed."""
    db = Database(f"sqlite:///{tmp_path / 'data' / 'desk.db'}")
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, 5)
    db.close()
    keys.add_admin_slot(db.path.parent, db.keys, PASSWORD, cost=CHEAP)
    return db


@pytest.fixture
def code(site: Database) -> str:
    made = recovery_code.new()
    keys.put_code(site.path.parent, site.keys, made, CHEAP)
    return made


@pytest.fixture
def new_computer(monkeypatch, tmp_path: Path):
    """Return a function that moves to a computer that has never seen any data."""

    def move() -> None:
        for name in ("XDG_CONFIG_HOME", "PROGRAMDATA"):
            monkeypatch.setenv(name, str(tmp_path / "new computer"))

    return move


def stock(path: Path) -> int:
    db = Database(f"sqlite:///{path}")
    with db.read() as session:
        found = len(badges.free(session, "visitor"))
    db.close()
    return found


def test_every_derived_key_is_another() -> None:
    made = Keys.new()
    every = [made.file, made.chain, made.index, made.drafts, made.site]
    assert len({key[:16] for key in every}) == len(every)
    again = Keys(made.file, made.chain)
    assert (again.index, again.drafts, again.site) == (made.index, made.drafts, made.site)
    assert made.file.hex() not in repr(made) + repr(made.opens(Path("x")))


def test_services_find_the_keys_in_their_session(db: Database) -> None:
    with db.read() as session:
        assert session.info["keys"] is db.keys
    with db.write(SYSTEM) as session:
        assert session.info["keys"] is db.keys


def test_a_normal_start_derives_nothing(site: Database) -> None:
    look = (
        "import sys; from desk_app.core.database import Database; "
        f"Database({site.url!r}).close(); print('cryptography' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_another_computer_is_told_what_to_do_and_changes_nothing(site, code, new_computer) -> None:
    before = {file: file.read_bytes() for file in site.path.parent.iterdir()}
    new_computer()
    with pytest.raises(keys.Locked, match="恢复码或管理员密码"):
        Database(site.url)
    assert {file: file.read_bytes() for file in site.path.parent.iterdir()} == before


@pytest.mark.parametrize("way", ["code", "typed code", "password"])
def test_code_and_password_open_the_data_on_another_computer_for_good(site, code, new_computer, way) -> None:
    new_computer()
    words = {"code": code, "typed code": recovery_code.shown(code).lower(), "password": PASSWORD}[way]
    keys.remember(keys.unlock(site.path, words))
    assert stock(site.path) == 5


def test_wrong_words_are_told_apart_and_open_nothing(site, code, new_computer) -> None:
    new_computer()
    for words, told in (
        (recovery_code.new(), "打不开这份数据"),
        (code[:-1], "26 位"),
        ("password", "不对"),
        ("", "不对"),
    ):
        with pytest.raises(RuleError, match=told):
            keys.unlock(site.path, words)
    with pytest.raises(keys.Locked):
        Database(site.url)


def test_a_new_code_makes_the_old_one_void_in_the_backups_too(site, code, new_computer) -> None:
    backup.make(site.file, site.path.parent / "backups")
    renewed = recovery_code.new()
    keys.put_code(site.path.parent, site.keys, renewed, CHEAP)
    with pytest.raises(RuleError):
        keys.unlock(site.path, code)
    assert keys.unlock(site.path, renewed) == site.keys
    assert keys.unlock(site.path, PASSWORD) == site.keys


def test_an_administrators_slot_follows_the_password_and_can_be_taken_away(site, code) -> None:
    folder = site.path.parent
    keys.add_admin_slot(folder, site.keys, "another password", who="陈主管", cost=CHEAP)
    keys.add_admin_slot(folder, site.keys, "a third password", who="陈主管", cost=CHEAP)
    for words, opens in (("another password", False), ("a third password", True), (PASSWORD, True)):
        if opens:
            assert keys.unlock(site.path, words) == site.keys
        else:
            with pytest.raises(RuleError):
                keys.unlock(site.path, words)
    keys.remove_admin_slot(folder, site.keys, "陈主管")
    with pytest.raises(RuleError):
        keys.unlock(site.path, "a third password")
    assert keys.unlock(site.path, code) == site.keys


def test_the_shipped_cost_is_64_megabytes(site: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", keys.Cost())
    keys.add_admin_slot(site.path.parent, site.keys, PASSWORD, who="x")
    ring = keys.read_ring(site.path.parent)
    assert ring is not None
    assert (ring.slots[-1].memory, ring.slots[-1].passes, ring.slots[-1].lanes) == (65536, 3, 4)
    assert keys.unlock(site.path, PASSWORD) == site.keys


def test_without_desk_keys_this_computer_goes_on_and_another_is_told(site, new_computer) -> None:
    (site.path.parent / keys.NAME).unlink()
    assert stock(site.path) == 5
    new_computer()
    before = site.path.read_bytes()
    with pytest.raises(KnownError, match=r"备份文件夹里的 desk\.keys"):
        Database(site.url)
    assert site.path.read_bytes() == before


def test_the_slots_in_the_backups_help_when_desk_keys_is_gone_or_broken(site, code, new_computer) -> None:
    backup.make(site.file, site.path.parent / "backups")
    (site.path.parent / keys.NAME).write_text("{")
    new_computer()
    with pytest.raises(keys.Locked):
        Database(site.url)
    keys.remember(keys.unlock(site.path, code))
    assert stock(site.path) == 5


def test_keys_of_other_data_open_nothing_and_it_is_said(site, code, new_computer, tmp_path) -> None:
    other = Database(f"sqlite:///{tmp_path / 'other' / 'desk.db'}")
    other.close()
    words = recovery_code.new()
    keys.put_code(other.path.parent, other.keys, words, CHEAP)
    new_computer()
    shutil.copyfile(other.path.parent / keys.NAME, site.path.parent / keys.NAME)
    before = site.path.read_bytes()
    with pytest.raises(KnownError, match="不是一套"):
        keys.unlock(site.path, words)
    keys.remember(other.keys)
    with pytest.raises(KnownError, match="不是一套"):
        Database(site.url)
    assert site.path.read_bytes() == before


def test_damage_to_the_first_bytes_does_no_harm(site: Database) -> None:
    data = bytearray(site.path.read_bytes())
    data[:16] = b"x" * 16
    site.path.write_bytes(bytes(data))
    assert stock(site.path) == 5
    (site.path.parent / keys.NAME).unlink()
    assert stock(site.path) == 5


def test_no_new_data_are_begun_where_the_old_ones_are_only_missing(site, code, new_computer) -> None:
    site.path.unlink()
    new_computer()
    with pytest.raises(KnownError, match="不见了"):
        Database(site.url)
    assert not site.path.exists()


def test_a_slot_that_asks_for_all_memory_is_no_slot(site, code) -> None:
    ring = keys.read_ring(site.path.parent)
    assert ring is not None
    text = (site.path.parent / keys.NAME).read_text().replace('"memory": 64', '"memory": 99999999')
    (site.path.parent / keys.NAME).write_text(text)
    with pytest.raises(RuleError):
        keys.unlock(site.path, code)


def test_where_the_computer_cannot_keep_keys_no_data_are_begun(tmp_path: Path, monkeypatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    monkeypatch.setattr(system_store, "here", lambda: system_store.SystemStore(blocked / "keys"))
    with pytest.raises(KnownError, match="密钥"):
        Database(f"sqlite:///{tmp_path / 'data' / 'desk.db'}")
    assert not (tmp_path / "data" / "desk.db").exists()


def test_a_backup_comes_back_on_another_computer_with_the_paper_code(
    site, code, new_computer, tmp_path
) -> None:
    made = backup.make(site.file, tmp_path / "usb")
    shutil.rmtree(site.path.parent)
    new_computer()
    database = tmp_path / "new data" / "desk.db"
    with pytest.raises(keys.Locked):
        backup.restore(made, database, newest_schema=SCHEMA)
    assert not database.exists()
    keys.remember(keys.unlock(made.path, code))
    backup.restore(made, database, newest_schema=SCHEMA)
    assert stock(database) == 5
    assert keys.unlock(database, code) == site.keys  # the slots came along


def test_a_copy_to_a_file_in_clear_is_not_to_be_had(site, tmp_path) -> None:
    target = tmp_path / "copy.db"
    datafile.copy_database(site.file, target)
    assert not datafile.is_plain(target)
    with pytest.raises(KnownError):
        datafile.schema_of(datafile.DataFile(target))
