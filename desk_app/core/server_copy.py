"""Everything on a server copied into an encrypted file, and a file's content moved to an empty server.

The file is what a backup is: the same tables, the same history, opened by the same keys. So a server's desk has the
same backups, drills and checks as one with a file, and a desk with a file moves to a server, or back, without loss.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table

from desk_app.core import datafile, gram_table, grams, server, server_grams, store
from desk_app.core.datafile import DataFile
from desk_app.core.field_seal import FieldSeal
from desk_app.core.keys import Keys
from desk_app.core.records import Base, Private

_AT_ONCE = 1000


@dataclass(frozen=True)
class ServerFile(DataFile):
    """A server's database where the program asks for its file: `path` and `key` are those of copies."""

    engine: Engine | None = None
    keys: Keys | None = None

    def is_there(self) -> bool:
        """Say whether there are data: a server that answered has them."""
        return True

    def copy_to(self, target: Path) -> None:
        """Copy everything of one moment into a new encrypted file."""
        assert self.engine is not None and self.keys is not None
        _to_file(self.engine, self.keys, target)

    def last_link(self) -> tuple[int, str]:
        """Return (number, hash) of the last link of the history."""
        assert self.engine is not None
        with server.reader(self.engine).connect() as connection:
            row = connection.exec_driver_sql("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").first()
            return (row[0], row[1]) if row else (0, "")

    def counts(self) -> dict[str, int]:
        """Return the number of rows of every table."""
        assert self.engine is not None
        with server.reader(self.engine).connect() as connection:
            return {
                table.name: connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"').scalar() or 0
                for table in Base.metadata.sorted_tables
            }

    def quick_check(self) -> list[str]:
        """Return nothing: the server looks after its pages; the history is checked link by link as ever."""
        return []

    def full_check(self) -> list[str]:
        """Return nothing: the server looks after its pages."""
        return []


def _to_file(engine: Engine, keys: Keys, target: Path) -> None:
    from desk_app.core.database import Database

    target.unlink(missing_ok=True)
    Database(store.url_of(target), keys=keys).close()
    with server.reader(engine).connect() as source:
        source.exec_driver_sql("SET LOCAL statement_timeout = 0")
        tables = {table.name: list(table.columns.keys()) for table in Base.metadata.sorted_tables}
        fill_file(source, keys.opens(target), tables, FieldSeal(keys))


def fill_file(
    source: Connection, file: DataFile, tables: Mapping[str, Sequence[str]], seal: FieldSeal
) -> None:
    """Put what these tables of a server hold, by their columns, into a file that has the same ones."""
    with closing(datafile.connect(file)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("BEGIN IMMEDIATE")
        triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        for table, names in tables.items():
            raw.execute(f'DELETE FROM "{table}"')
            raw.executemany(store.insertion(table, names), _opened(source, table, names, seal))
        for _name, sql in triggers:
            raw.execute(sql)
        gram_table.rebuild(raw, grams.tokens_of)
        raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode = DELETE").fetchall()


def _opened(
    source: Connection, table: str, names: Sequence[str], seal: FieldSeal
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as a file stores them, in the order they came."""
    listed = ", ".join(f'"{name}"' for name in names)
    sealed = _sealed_places(Base.metadata.tables[table], names) if table in Base.metadata.tables else ()
    rows = source.exec_driver_sql(
        f'SELECT {listed} FROM "{table}" ORDER BY "{names[0]}"',
        execution_options={"stream_results": True, "yield_per": _AT_ONCE},  # of this statement alone
    )
    for row in rows:
        yield tuple(seal.open(value) if n in sealed and value else value for n, value in enumerate(row))


def _sealed_places(table: Table, names: Sequence[str]) -> frozenset[int]:
    columns = table.columns
    return frozenset(
        n for n, name in enumerate(names) if name in columns and isinstance(columns[name].type, Private)
    )


def move(file: DataFile, connection: Connection, keys: Keys) -> dict[str, int]:
    """Bring everything of a file to a server that was just set up; return the rows by table.

    For the owner of the server's database: the guards are laid aside meanwhile.
    """
    seal, moved = FieldSeal(keys), {}
    to = store.driver(connection)
    with closing(datafile.connect(file, reading=True)) as raw:
        raw.execute("BEGIN DEFERRED")
        for table in Base.metadata.sorted_tables:
            to.execute(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER')
        for table in Base.metadata.sorted_tables:
            moved[table.name] = _fill(raw, to, table, seal)
        for table in Base.metadata.sorted_tables:
            to.execute(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
        entries = to.execute("SELECT id, kind, haystack FROM search_entry ORDER BY id").fetchall()
        told = ((number, grams.tokens_of(kind, seal.open(words))) for number, kind, words in entries)
        server_grams.put(to, seal, [(number, sorted(words)) for number, words in told])
    return moved


def _fill(raw: Any, to: Any, table: Table, seal: FieldSeal) -> int:
    names = list(table.columns.keys())
    listed, sealed, count = ", ".join(f'"{name}"' for name in names), _sealed_places(table, names), 0
    cursor = raw.execute(f'SELECT {listed} FROM "{table.name}"')
    while rows := cursor.fetchmany(_AT_ONCE):
        to.executemany(
            store.insertion(table.name, names),
            [tuple(seal.seal(v) if n in sealed and v else v for n, v in enumerate(row)) for row in rows],
        )
        count += len(rows)
    if count and table.autoincrement_column is not None:
        number = table.autoincrement_column.name
        to.execute(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', '{number}'), (SELECT max(\"{number}\") FROM \"{table.name}\"))"
        )
    return count
