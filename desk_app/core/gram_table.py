"""The table of the search index: own bigrams in SQLite's full-text table (figures/speed.md §2)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from desk_app.core import server_grams, store

_SOME = 16
"""Matching entries that are read at once: a list shows some dozens, and most are never read."""
_LITTLE, _MUCH = 1 << 20, 64 << 20
"""Bytes of tokens that wait in memory while the index is written: FTS5's own, and while it is made anew."""

MERGED_AT_ONCE = 64
"""Pages of the search index that one step of `tidy` merges: about 1 ms."""


_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_grams USING fts5("
    "grams, content='', contentless_delete=1, detail=none, tokenize='unicode61')"
)


def create_index_table(connection: Connection) -> None:
    """Create the full-text table of the search index (own bigrams)."""
    connection.exec_driver_sql(_TABLE)


def merge_when_idle(engine: Engine) -> None:
    """See to it that no save merges the search index: `tidy` does. The setting stays in the file."""
    with store.reader(engine).connect() as connection:
        found = connection.exec_driver_sql("SELECT v FROM search_grams_config WHERE k = 'automerge'").scalar()
    if found != 0:
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO search_grams(search_grams, rank) VALUES ('automerge', 0)")


def tidy(engine: Engine, steps: int = 20) -> bool:
    """Do some of what saves leave for later; True when there is more of it. Each step is short.

    Parts of the search index are merged, and what was written is moved from the log into the file. Whatever is
    never tidied up is done by a save after all, now and then: SQLite merges at 16 parts of one size.
    """
    with engine.connect() as connection:
        more = all(_merge_some(connection) for _ in range(steps))
        store.driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    return more


def forget(engine: Engine) -> None:
    """Merge the whole index, in short steps: what was taken out of it is gone from its pages afterwards."""
    pages = -MERGED_AT_ONCE  # from here on all parts are merged into one, whatever their sizes
    with engine.connect() as connection:
        while _merge_some(connection, pages):
            pages = MERGED_AT_ONCE


def _merge_some(connection: Connection, pages: int = MERGED_AT_ONCE) -> bool:
    """Merge a few pages of the search index in a transaction of its own; False when there was nothing to do."""
    before = store.driver(connection).total_changes
    with connection.begin():
        connection.exec_driver_sql(f"INSERT INTO search_grams(search_grams, rank) VALUES ('merge', {pages})")
    return bool(store.driver(connection).total_changes - before > 1)  # the command itself counts as one


def put_grams(session: Session, entry_id: int, grams: Sequence[str]) -> None:
    """Put in, or replace, the tokens of one search entry."""
    seal = store.field_seal(store.dialect_of(session))
    if seal is not None:
        server_grams.put(store.driver(session.connection()), seal, [(entry_id, grams)])
        return
    store.run(
        session, "INSERT OR REPLACE INTO search_grams(rowid, grams) VALUES (?, ?)", entry_id, " ".join(grams)
    )


def add_grams(session: Session, entries: Sequence[tuple[int, str]]) -> None:
    """Put in the tokens, parted by spaces, of many new search entries."""
    seal = store.field_seal(store.dialect_of(session))
    if seal is not None:
        told = [(number, words.split(" ")) for number, words in entries]
        server_grams.put(store.driver(session.connection()), seal, told)
        return
    store.insert_rows(session, "search_grams", ("rowid", "grams"), entries)


def rebuild_grams(connection: Connection, tokens: Callable[[str, str], Iterable[str]]) -> None:
    """Make the index anew: every search entry with the tokens of its kind and haystack, merged into one piece."""
    rebuild(store.driver(connection), tokens)


def rebuild(raw: Any, tokens: Callable[[str, str], Iterable[str]]) -> None:
    """Make the index anew on a connection of the driver (core/rescue.py has no engine)."""
    raw.execute("DROP TABLE search_grams")
    raw.execute(_TABLE)
    entries = raw.execute("SELECT id, kind, haystack FROM search_entry ORDER BY id")
    _set_up_grams(raw, "hashsize", _MUCH)
    raw.executemany(
        "INSERT INTO search_grams(rowid, grams) VALUES (?, ?)",
        ((number, " ".join(tokens(kind, haystack))) for number, kind, haystack in entries),
    )
    raw.execute("INSERT INTO search_grams(search_grams) VALUES ('optimize')")
    _set_up_grams(raw, "hashsize", _LITTLE)


def _set_up_grams(raw: Any, name: str, value: int) -> None:
    raw.execute("INSERT INTO search_grams(search_grams, rank) VALUES (?, ?)", (name, value))


def match_grams(
    session: Session, match: str, columns: Sequence[str], below: int | None = None
) -> Generator[tuple[Any, ...], None, None]:
    """Yield these columns of the search entries that `match` finds ("" finds all), newest first, one by one.

    `below`: only entries with smaller ids.
    """
    seal = store.field_seal(store.dialect_of(session))
    if seal is not None:
        yield from server_grams.match(store.driver(session.connection()), seal, match, columns, below)
        return
    wanted = ", ".join(f"e.{column}" for column in columns)
    statement = f"SELECT {wanted} FROM search_entry e ORDER BY e.id DESC"
    values: tuple[object, ...] = ()
    if match:
        older, values = ("", (match,)) if below is None else (" AND f.rowid < ?", (match, below))
        statement = (
            f"SELECT {wanted} FROM search_grams f CROSS JOIN search_entry e ON e.id = f.rowid "
            f"WHERE f.search_grams MATCH ?{older} ORDER BY f.rowid DESC"
        )
    with closing(store.cursor_of(session, statement, values)) as cursor:
        while rows := cursor.fetchmany(_SOME):
            yield from rows
