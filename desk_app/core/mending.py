"""Brings salvaged records up to the last change that the history tells, and names those that are missing.

A row from a backup, or from a page that an old state was written over, is older than what was acknowledged;
the history has every later value beside it. Where the history has lost links itself, only what is surely the last word
is put over a row that the file gave: its page was whole. What the history does not tell (lines of a list, hashes of passwords)
stays as it was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from desk_app.core import datafile, last_told, numbering
from desk_app.core.datafile import DataFile
from desk_app.core.last_told import Columns, Told
from desk_app.core.records import AT_ONCE
from desk_app.core.salvage import Found, Salvaged

_TOLD = (
    "SELECT h.uid, h.id, d.payload FROM history h JOIN history_detail d ON d.id = h.id "
    "WHERE h.entity = ? AND h.uid IN ({places}) ORDER BY h.id"
)
_MISSING = (
    'SELECT h.uid, max(h.no), min(h.id) FROM history h LEFT JOIN "{table}" t ON t.uid = h.uid '
    "WHERE h.entity = ? AND t.uid IS NULL GROUP BY h.uid ORDER BY 3"
)


@dataclass(frozen=True)
class Mended:
    """One record: brought up to date (`columns` names what changed), or missing (no columns)."""

    table: str
    uid: str
    no: str
    columns: tuple[str, ...]


def mend(file: DataFile, got: Salvaged, backed_up: int) -> list[Mended]:
    """Mend a salvaged file in one transaction; what was done and what is missing, in the tables' order.

    `backed_up` is the number of the last link in the backup that rows were taken from.
    """
    found: list[Mended] = []
    tables = {one.name: one for one in got.tables}
    sure = got.history.until
    with closing(datafile.connect(file)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        there = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
        for name, columns in last_told.records():
            if name in there:
                known_from = (sure, min(backed_up, sure))
                found += _mend_table(connection, tables[name], columns, known_from)
                found += _missing(connection, name)
        _count_on(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=DELETE")
    return found


def _mend_table(connection: Any, table: Found, columns: Columns, known_from: tuple[int, int]) -> list[Mended]:
    """Mend the rows of a table; a word counts behind a link's number, one for rows of the file, one for the backup's."""
    name, listed = table.name, ", ".join(f'"{one}"' for one in columns)
    done, last = [], 0
    while rows := connection.execute(
        f'SELECT id, uid, {listed} FROM "{name}" WHERE id > ? ORDER BY id LIMIT {AT_ONCE}', (last,)
    ).fetchall():
        last = rows[-1][0]
        told = _told(connection, name, [row[1] for row in rows])
        for row in rows:
            now, about = dict(zip(columns, row[2:], strict=True)), told.get(row[1], Told({}, 0))
            wanted = {
                key: last_told.stored(columns[key], value)
                for key, (number, value) in about.values.items()
                if key in columns and number > known_from[not table.has(row[0])]
            }
            wrong = {key: value for key, value in wanted.items() if now[key] != value}
            if wrong:
                parts = ", ".join(f'"{key}" = ?' for key in wrong)
                connection.execute(
                    f'UPDATE "{name}" SET {parts}, version = max(version + 1, ?) WHERE id = ?',
                    (*wrong.values(), about.links, row[0]),
                )
                done.append(Mended(name, row[1], str(wanted.get("no") or now.get("no") or ""), tuple(wrong)))
    return done


def _count_on(connection: Any) -> None:
    """Let no number be given twice: count on from the last one that the history tells."""
    last = numbering.counted(no for (no,) in connection.execute(numbering.TOLD))
    for (prefix, day), count in last.items():
        connection.execute(
            "INSERT INTO serial (prefix, day, last) VALUES (?, ?, ?) "
            "ON CONFLICT (prefix, day) DO UPDATE SET last = max(last, excluded.last)",
            (prefix, day, count),
        )


def _told(connection: Any, name: str, uids: Sequence[str]) -> dict[str, Told]:
    """Return what the history tells of these records."""
    statement = _TOLD.format(places=", ".join("?" * len(uids)))
    return last_told.gathered(connection.execute(statement, (name, *uids)).fetchall())


def _missing(connection: Any, name: str) -> list[Mended]:
    rows = connection.execute(_MISSING.format(table=name), (name,)).fetchall()
    return [Mended(name, uid, no, ()) for uid, no, _first in rows]
