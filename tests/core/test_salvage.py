"""A damaged file: set aside, read row by row, put together with the backup, reported; more in tests/faults/damage.py."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.core import badges, datafile, numbering, page_tree, pages, rescue
from desk_app.core.badges import Badge
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM
from tests.faults.damage import first_page

BEFORE, AFTER = 300, 320


@pytest.fixture
def backups(db: Database) -> Path:
    """Give a backup with 300 badges; 20 more come after it."""
    from desk_app.core import backup

    folder = db.path.parent / "backups"
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, BEFORE)
    backup.make(db.file, folder)
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, AFTER)
        numbering.take(session, "FX")
    db.close()
    return folder


def codes(db: Database) -> list[str]:
    again = Database(db.url)
    try:
        with again.read() as session:
            return list(session.scalars(select(Badge.code).order_by(Badge.id)))
    finally:
        again.close()


def damage(db: Database, start: int, data: bytes) -> None:
    whole = bytearray(db.path.read_bytes())
    whole[start : start + len(data)] = data
    db.path.write_bytes(bytes(whole))


ALL = [f"A{n:03d}" for n in range(1, AFTER + 1)]


def test_page_one_is_put_back_from_the_backup_and_nothing_is_lost(db, backups) -> None:
    damage(db, 16, random.Random(1).randbytes(4080))
    with pytest.raises(Damaged):
        Database(db.url)
    damaged = db.path.read_bytes()
    saved = rescue.salvage(db.file, backups)
    assert saved.kept is not None and saved.kept.read_bytes() == damaged
    assert "第 1 页已损坏" in saved.report.read_text("utf-8")
    assert codes(db) == ALL


def test_every_page_in_turn_may_be_lost(db, backups) -> None:
    whole = db.path.read_bytes()
    for page in range(1, len(whole) // 4096, 11):
        db.path.write_bytes(whole)
        damage(db, page * 4096, bytes(4096))
        rescue.salvage(db.file, backups)
        assert codes(db) == ALL, page
        assert datafile.full_check(db.file) == []


def test_numbers_go_on_where_they_ended(db, backups) -> None:
    damage(db, 16, bytes(4080))
    rescue.salvage(db.file, backups)
    again = Database(db.url)
    with again.write(SYSTEM) as session:
        assert numbering.take(session, "FX").endswith("-002")
    again.close()


def test_without_a_backup_the_file_is_left_as_it_is(db) -> None:
    db.close()
    before = db.path.read_bytes()
    with pytest.raises(KnownError, match="没有可用的备份"):
        rescue.salvage(db.file, db.path.parent / "backups")
    assert db.path.read_bytes() == before


def test_a_copy_of_a_damaged_file_can_be_looked_at(db, backups) -> None:
    damage(db, 16, bytes(4080))
    copy = rescue.reading_copy(db.file, backups)
    reading = Database(f"sqlite:///{copy}", read_only=True)
    with reading.read() as session:
        assert len(session.scalars(select(Badge.id)).all()) == AFTER
    reading.close()
    rescue.clear(db.path.parent)
    assert not list(db.path.parent.glob("salvage-*"))


def test_pages_are_checked_as_the_library_checks_them(db, backups) -> None:
    assert pages.broken(db.file) == []
    rng = random.Random(7)
    whole = db.path.read_bytes()
    for _n in range(40):
        data = bytearray(whole)
        at = rng.randrange(16, len(data))
        data[at] ^= 1 << rng.randrange(8)
        db.path.write_bytes(bytes(data))
        assert pages.broken(db.file) == [at // 4096 + 1]
        assert datafile.quick_check(db.file)


@pytest.mark.parametrize("value", [0, 127, 128, 16383, 16384, 2**31, 2**55])
def test_numbers_of_variable_length_come_back(value: int) -> None:
    data = page_tree.as_varint(value)
    assert page_tree.varint(data + b"\xff", 0) == (value, len(data))


def test_the_damage_kit_ruins_page_one(db, backups) -> None:
    data = bytearray(db.path.read_bytes())
    first_page(data, b"", random.Random(3))
    assert data[:4096] != db.path.read_bytes()[:4096]
