"""A damaged file: set aside, read row by row, put together with the backup, reported; more in tests/faults/damage.py."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.core import (
    backup,
    badges,
    datafile,
    numbering,
    page_tree,
    pages,
    people,
    rescue,
    search,
    store,
    temporary,
)
from desk_app.core.attachments import Archive
from desk_app.core.audit import Change, Detail
from desk_app.core.badges import Badge, BadgeLoan
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role, Staff
from desk_app.core.verify import verify_new
from desk_app.registers.duty_log import service as duty_log
from tests.faults.damage import BREAK, first_page
from tests.faults.lab import CALL

BEFORE, AFTER = 300, 320


@pytest.fixture
def backups(db: Database) -> Path:
    """Give a backup with 300 badges; 20 more come after it."""
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
    assert saved.taken == 0 and saved.read > 0, "what both hold was read"


def test_every_page_in_turn_may_be_lost(db, backups) -> None:
    whole = db.path.read_bytes()
    for page in range(1, len(whole) // 4096, 29):
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
    temporary.clear(Paths(db.path.parent), db.path)
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


@pytest.fixture
def renamed(db: Database) -> Path:
    """Give a clerk who was renamed 60 times; the backup and an older copy know of the first 40."""
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="0", code="001", roles=[Role.QT])
    for n in range(1, 61):
        with db.write(SYSTEM) as session:
            session.scalars(select(Staff)).one().name = str(n)
        if n == 40:
            backup.make(db.file, db.path.parent / "backups")
    db.close()
    return db.path.parent / "backups"


def root_of(db: Database, table: str) -> int:
    with closing(datafile.connect(db.file, reading=True)) as raw:
        return raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]


def leaves_of(db: Database, table: str) -> list[int]:
    tree = page_tree.Tree(pages.WholePages(db.file), pages.SIZE - 80)
    tree.walk(root_of(db, table))
    return sorted((n for n in tree.seen if tree.kind(n) == page_tree.LEAF), key=tree.rowids)


@pytest.mark.parametrize("table", ["history", "history_detail"])
def test_what_the_history_lost_turns_no_record_back_and_is_told(db, renamed, table) -> None:
    whole = db.path.read_bytes()
    for page in leaves_of(db, table)[-2:]:
        db.path.write_bytes(whole)
        damage(db, (page - 1) * 4096, bytes(4096))
        told = [line for line in rescue.salvage(db.file, renamed).lines if BREAK in line]
        again = Database(db.url)
        with again.read() as session:
            assert session.scalars(select(Staff.name)).one() == "60"
            kept = session.scalars(select(Change.id if table == "history" else Detail.id)).all()
        assert len(told) == 61 - len(kept), "every break is told, row by row"
        fault = verify_new(again, Archive(db.path.parent / "archive")).fault
        assert fault or max(kept) + len(told) == 61, "the check names a break; a lost end leaves none"
        with again.write(SYSTEM) as session:
            session.scalars(select(Staff)).one().name = "61"  # the history goes on
        again.close()


def test_an_old_state_of_a_branch_hides_nothing(db, renamed) -> None:
    before = backup.listing(renamed)[0].path.read_bytes()
    for table in ("history", "history_detail"):
        start = (root_of(db, table) - 1) * 4096
        damage(db, start, before[start : start + 4096])
    rescue.salvage(db.file, renamed)
    again = Database(db.url)
    with again.read() as session:
        assert store.run(session, "SELECT count(*), max(id) FROM history") == [(61, 61)]
    assert verify_new(again, Archive(db.path.parent / "archive")).fault == ""
    again.close()


def test_an_old_state_of_a_page_gives_no_badge_out_again_that_the_backup_knows_to_be_back(db) -> None:
    folder = db.path.parent / "backups"
    with db.write(SYSTEM) as session:
        badges.add(session, "visitor", "A", 1, 1)
        badges.give(session, "A001", "u" * 32, "单雨桐", kind="visitor")
    db.close()
    page = leaves_of(db, "badge_loan")[0]
    before = db.path.read_bytes()[(page - 1) * 4096 : page * 4096]
    with db.write(SYSTEM) as session:
        badges.take_back(session, "u" * 32)
    backup.make(db.file, folder)
    db.close()
    damage(db, (page - 1) * 4096, before)
    rescue.salvage(db.file, folder)
    again = Database(db.url)
    with again.read() as session:
        assert session.scalars(select(BadgeLoan.back_at)).one() is not None
    again.close()


def test_a_file_that_lost_its_log_and_was_written_to_again_gets_one_line_of_links(db) -> None:
    folder = db.path.parent / "backups"
    names = [f"员工{n}" for n in range(6)]

    def add(code: int) -> None:
        with db.write(SYSTEM) as session:
            people.add_staff(session, name=names[code], code=f"T{code}", roles=[Role.QT])

    add(0)
    db.close()
    before = db.path.read_bytes()
    for code in (1, 2, 3):
        add(code)
    backup.make(db.file, folder)
    db.close()
    db.path.write_bytes(before)
    add(4)
    db.close()
    damage(db, (leaves_of(db, "badge")[0] - 1) * 4096, bytes(4096))
    rescue.salvage(db.file, folder)
    again = Database(db.url)
    assert verify_new(again, Archive(db.path.parent / "archive")).fault == ""
    with again.read() as session:
        assert set(session.scalars(select(Staff.name))) >= {"员工0", "员工2", "员工3"}
    again.close()


def test_a_bad_page_that_a_table_of_the_list_goes_on_on_is_put_back(db, backups) -> None:
    tree = page_tree.Tree(pages.WholePages(db.file), pages.SIZE - 80)
    tree.walk(1)
    goes_on = [n for n in tree.seen if n != 1 and tree.kind(n) not in (page_tree.BRANCH, page_tree.LEAF)]
    for page in goes_on:
        damage(db, (page - 1) * 4096, bytes(4096))
    assert goes_on
    rescue.salvage(db.file, backups)
    assert codes(db) == ALL


def test_what_is_newer_than_the_backup_is_found_by_its_words(db) -> None:
    folder = db.path.parent / "backups"
    backup.make(db.file, folder)
    with db.write(SYSTEM) as session:
        search.put(session, "visit", 1, "u" * 32, {"name": "单雨桐"}, title="单雨桐")
    db.close()
    damage(db, 16, bytes(4080))
    rescue.salvage(db.file, folder)
    again = Database(db.url)
    with again.read() as session:
        assert [hit.title for hit in search.find(session, "雨桐")] == ["单雨桐"]
    again.close()


def test_an_old_state_of_the_counters_is_told_as_damage_and_a_salvage_counts_on(db) -> None:
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="前台", code="001", roles=[Role.QT])
    with db.read() as session:
        desk = people.as_actor(session.scalars(select(Staff)).one(), "desk")
    for n in range(3):
        with db.write(desk) as session:
            duty_log.record(session, CALL)
        if n == 0:
            backup.make(db.file, db.path.parent / "backups")
    with closing(datafile.connect(db.file)) as raw:
        raw.execute("UPDATE serial SET last = 1 WHERE prefix = 'ZB'")
    with pytest.raises(Damaged, match="可能已损坏"), db.write(desk) as session:
        duty_log.record(session, CALL)
    assert db.check() == ["编号登记比修改记录旧,磁盘放回了旧内容"], "and the next start tells it at once"
    db.close()
    rescue.salvage(db.file, db.path.parent / "backups")
    again = Database(db.url)
    with again.write(desk) as session:
        assert duty_log.record(session, CALL).no.endswith("-004")
    again.close()


def test_a_history_that_contradicts_itself_is_told_as_damage(db, renamed) -> None:
    with closing(datafile.connect(db.file)) as raw:
        raw.execute("DROP TRIGGER history_no_delete")
        raw.execute("DELETE FROM history WHERE id > 50")
    again = Database(db.url)
    with pytest.raises(Damaged, match="可能已损坏"), again.write(SYSTEM) as session:
        session.scalars(select(Staff)).one().name = "61"
    again.close()


@pytest.mark.parametrize("value", [0, 127, 128, 16383, 16384, 2**31, 2**55])
def test_numbers_of_variable_length_come_back(value: int) -> None:
    data = page_tree.as_varint(value)
    assert page_tree.varint(data + b"\xff", 0) == (value, len(data))


def test_the_damage_kit_ruins_page_one(db, backups) -> None:
    data = bytearray(db.path.read_bytes())
    first_page(data, b"", random.Random(3))
    assert data[:4096] != db.path.read_bytes()[:4096]
