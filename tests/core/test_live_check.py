"""Checking a file while desks work on it: what waits in the log is not damage."""

from __future__ import annotations

from contextlib import closing

from desk_app.core import datafile


def fill(connection, rows):
    connection.execute("CREATE TABLE grows (id INTEGER PRIMARY KEY, stuff BLOB)")
    connection.executemany("INSERT INTO grows VALUES (?, randomblob(3000))", [(n,) for n in range(rows)])


def test_a_page_that_is_in_the_log_only_is_no_damage(db):
    """A checkpoint beside a reader leaves out what is newer than the reader: its place in the file is empty yet."""
    with closing(datafile.connect(db.file)) as desk, closing(datafile.connect(db.file)) as reader:
        fill(desk, 60)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM grows").fetchone()
        desk.execute("UPDATE grows SET stuff = randomblob(3000) WHERE id BETWEEN 20 AND 30")
        desk.execute("PRAGMA wal_checkpoint(PASSIVE)")
        assert desk.execute("PRAGMA cipher_integrity_check").fetchall(), "the case is the one that is meant"
        assert datafile.quick_check(db.file) == []


def test_damage_is_still_found_while_a_log_is_there(db):
    with closing(datafile.connect(db.file)) as desk:
        fill(desk, 60)
        desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = db.path.stat().st_size
        with db.path.open("r+b") as file:
            file.seek(size - 5_000)
            byte = file.read(1)
            file.seek(size - 5_000)
            file.write(bytes([byte[0] ^ 1]))
        desk.execute("INSERT INTO grows VALUES (1000, 'x')")
        assert datafile.quick_check(db.file)
