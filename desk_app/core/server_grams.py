"""The search index's table on a server: hidden words in a text-search vector, newest first by pieces."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from desk_app.core.field_seal import FieldSeal

TABLE = (
    "CREATE TABLE search_grams (entry BIGINT PRIMARY KEY REFERENCES search_entry (id), words TSVECTOR NOT NULL)",
    "CREATE INDEX ix_search_grams_words ON search_grams USING gin (words) WITH (fastupdate = off)",
)
_PUT = (
    "INSERT INTO search_grams (entry, words) VALUES (?, array_to_tsvector(CAST(? AS text[]))) "
    "ON CONFLICT (entry) DO UPDATE SET words = excluded.words"
)
_PIECES = (16, 64, 256, 1024)
"""Entries asked for at once, more each time: a list shows some dozens, and most are never read."""
_WORD = re.compile(r"[^\s()]+")


def create(connection: Connection) -> None:
    """Create the table of the search index."""
    for statement in TABLE:
        connection.exec_driver_sql(statement)


def put(raw: Any, seal: FieldSeal, entries: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put in, or replace, the tokens of search entries."""
    raw.executemany(_PUT, [(number, sorted(map(seal.token, words))) for number, words in entries])


def match(
    raw: Any, seal: FieldSeal, match: str, columns: Sequence[str], below: int | None
) -> Generator[tuple[Any, ...], None, None]:
    """Yield these columns of the entries that an expression of core/grams.py finds, newest first; `haystack` opened."""
    wanted = ", ".join(f"e.{column}" for column in (*columns, "id"))
    table, where, values = "search_entry e", "TRUE", []
    if match:
        table = "search_grams f JOIN search_entry e ON e.id = f.entry"
        where, values = "f.words @@ CAST(? AS tsquery)", [asked(seal, match)]
    sealed = columns.index("haystack") if "haystack" in columns else None
    piece = iter(_PIECES)
    count = 0
    while True:
        count = next(piece, count)
        older = "" if below is None else " AND e.id < ?"
        bounds = [] if below is None else [below]
        statement = f"SELECT {wanted} FROM {table} WHERE {where}{older} ORDER BY e.id DESC LIMIT {count}"
        rows = raw.execute(statement, (*values, *bounds)).fetchall()
        for row in rows:
            found = list(row[:-1])
            if sealed is not None:
                found[sealed] = seal.open(found[sealed])
            yield tuple(found)
        if len(rows) < count:
            return
        below = rows[-1][-1]


def asked(seal: FieldSeal, match: str) -> str:
    """Return an expression of AND, OR, brackets and words as the server asks it, its words hidden."""
    signs = {"AND": "&", "OR": "|"}
    return _WORD.sub(lambda word: signs.get(word[0]) or f"'{seal.token(word[0])}'", match)
