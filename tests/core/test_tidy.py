"""What saves leave for later is done in small steps, and nothing depends on whether or when it is done."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest
from sqlalchemy import func, select

from desk_app.core import datafile, search, store
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM

NAMES = ["张雨薇", "周颖", "单雨桐", "尉迟晓燕", "欧阳娜"]


def save(db, first, last):
    """Put one entry into the index in each of some units of work."""
    for number in range(first, last):
        with db.write(SYSTEM) as session:
            name = NAMES[number % len(NAMES)]
            search.put(session, "visitors", number, f"u{number}", {"name": f"{name}{number}"}, title=name)


def found(db):
    with db.read() as session:
        return [search.find_records(session, text, "visitors") for text in ("张雨", "zy", "ouy", "17", "无")]


def parts(db):
    """Return how many parts the index is in."""
    with closing(datafile.connect(db.file)) as connection:
        return connection.execute("SELECT count(DISTINCT segid) FROM search_grams_idx").fetchone()[0]


def check(db):
    with closing(datafile.connect(db.file)) as connection:
        connection.execute("INSERT INTO search_grams(search_grams) VALUES ('integrity-check')")
    assert datafile.quick_check(db.file) == []


def test_the_index_is_merged_in_steps_and_finds_the_same(db):
    save(db, 0, 60)
    before, many = found(db), parts(db)
    while db.tidy():
        pass
    assert parts(db) < many
    assert found(db) == before
    assert not db.tidy()
    check(db)


def test_entries_put_in_anew_are_found_by_what_they_say_now(db):
    save(db, 0, 20)
    save(db, 1, 2)
    with db.write(SYSTEM) as session:
        search.put(session, "visitors", 0, "u0", {"name": "林琳"}, title="林琳")
        assert search.find_records(session, "林琳", "visitors") == [0]
    while db.tidy():
        pass
    with db.read() as session:
        assert search.find_records(session, "林琳", "visitors") == [0]
        assert 0 not in search.find_records(session, "张雨薇", "visitors")
        assert session.scalar(select(func.count()).select_from(search.Entry)) == 20
    check(db)


def test_a_desk_that_is_never_idle_does_not_pile_up_parts(db):
    save(db, 0, 300)
    assert parts(db) < 40
    check(db)


def test_what_was_saved_is_in_the_file_itself_after_tidying(db, tmp_path):
    save(db, 0, 10)
    db.tidy()
    alone = tmp_path / "alone.db"
    shutil.copyfile(db.path, alone)
    assert datafile.counts(db.file.at(alone))["search_entry"] == 10


def test_two_desks_tidy_up_at_once(db):
    other = Database(db.url)
    save(db, 0, 30)
    save(other, 30, 60)
    while db.tidy() | other.tidy():
        pass
    assert found(db) == found(other)
    other.close()
    check(db)


def test_a_file_whose_saves_merge_is_put_right_when_opened(db):
    db.close()
    with closing(datafile.connect(db.file)) as connection:
        connection.execute("INSERT INTO search_grams(search_grams, rank) VALUES ('automerge', 8)")
    Database(db.url).close()
    with closing(datafile.connect(db.file)) as connection:
        assert ("automerge", 0) in connection.execute("SELECT k, v FROM search_grams_config").fetchall()


def test_opening_a_file_that_is_right_waits_for_nobody(db, monkeypatch):
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with db.write(SYSTEM):
        Database(db.url).close()


def test_tidying_gives_way_to_a_save_that_takes_long(db, monkeypatch):
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    other = Database(db.url)
    with db.write(SYSTEM), pytest.raises(store.KnownError, match="另一台前台正在保存"):
        other.tidy()
    assert not other.tidy()
    other.close()
