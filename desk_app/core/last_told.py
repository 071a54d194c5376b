"""What the history last told of a record, column by column, and whether its row says so.

An old state of a page that a disk put back, and a hand that went past the program, are seen by this: the history goes
on where the row does not. Lines of a list are filed under their record, and hashes of passwords are in no history: of
those nothing is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Text, select, type_coerce
from sqlalchemy.orm import Session

from desk_app.core import store
from desk_app.core.audit import Change, Detail, plain
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged
from desk_app.core.records import AT_ONCE, Audited, Base, Flag, Private, UtcTime, milliseconds

Columns = Mapping[str, Column[Any]]
UNREADABLE = "?"
"""What stands for a sealed value that was altered: no history says so."""
FILE = "path"
"""Where a file lies: emptied by a statement when it goes with its record's term (core/purge_rows.py)."""


@dataclass(frozen=True)
class Told:
    """What the history tells of a record: each column's last value with its link's number, and how many links."""

    values: dict[str, tuple[int, object]]
    links: int


@dataclass(frozen=True)
class Other:
    """A row that says something else than its history: `columns` names where."""

    table: str
    uid: str
    no: str
    columns: tuple[str, ...]


def records() -> Iterator[tuple[str, Columns]]:
    """Yield every table whose rows have a history of their own, with the columns that are told."""
    for mapper in sorted(Base.registry.mappers, key=lambda one: str(one.local_table)):
        kind: Any = mapper.class_
        if issubclass(kind, Audited) and kind.history_uid is Audited.history_uid:
            kept_back = kind.UNTOLD | kind.SECRET
            yield (
                kind.__tablename__,
                {key: column for key, column in kind.__table__.columns.items() if key not in kept_back},
            )


def gathered(links: Iterable[tuple[str, int, str | None]]) -> dict[str, Told]:
    """Return by record the last value of each column: `links` are (uid, number, payload), the oldest first.

    A link whose details were cleared, or cannot be read, tells nothing.
    """
    values: dict[str, dict[str, tuple[int, object]]] = {}
    counted: dict[str, int] = {}
    for uid, number, payload in links:
        try:
            changes = json.loads(payload or "")["changes"]
        except (ValueError, KeyError, TypeError):
            changes = {}
        values.setdefault(uid, {}).update({key: (number, pair[1]) for key, pair in changes.items()})
        counted[uid] = counted.get(uid, 0) + 1
    return {uid: Told(told, counted[uid]) for uid, told in values.items()}


def stored(column: Column[Any], value: object) -> object:
    """Return a value of the history as the table stores it."""
    if isinstance(column.type, UtcTime) and isinstance(value, str):
        return milliseconds(datetime.fromisoformat(value))
    return int(bool(value)) if isinstance(column.type, Flag) and value is not None else value


def others(db: Database) -> Iterator[Other]:
    """Yield the rows that say something else than their history, some read at a time; cleared ones are passed over."""
    for name, columns in records():
        last = 0
        while True:
            with db.read() as session:
                rows = _rows(session, name, last)
                told = _told(session, name, [str(row["uid"]) for row in rows])
            if not rows:
                break
            last = rows[-1]["id"]
            for row in rows:
                about = told.get(row["uid"])
                if about is not None and not row.get("purged"):
                    wrong = _wrong(columns, row, about)
                    if wrong:
                        yield Other(name, row["uid"], str(row.get("no") or ""), wrong)


def _rows(session: Session, name: str, after: int) -> list[Mapping[str, Any]]:
    table = Base.metadata.tables[name]
    sealed = [key for key, column in table.c.items() if isinstance(column.type, Private)]
    read = [
        type_coerce(column, Text).label(key) if key in sealed else column for key, column in table.c.items()
    ]
    found = session.execute(select(*read).where(table.c.id > after).order_by(table.c.id).limit(AT_ONCE))
    return [
        {**row, **{key: _opened(session, row[key], UNREADABLE) for key in sealed}} for row in found.mappings()
    ]


def _opened(session: Session, kept: str | None, otherwise: str) -> str | None:
    """Return what a column holds in clear, `otherwise` for a sealed value that was altered."""
    try:
        return kept and store.opened(session, kept)
    except Damaged:
        return otherwise


def _told(session: Session, name: str, uids: list[str]) -> dict[str, Told]:
    links = (
        select(Change.uid, Change.id, type_coerce(Detail.payload, Text))
        .join(Detail, Detail.id == Change.id)
        .where(Change.entity == name, Change.uid.in_(uids))
        .order_by(Change.id)
    )
    found = session.execute(links)
    return gathered((uid, number, _opened(session, payload, "")) for uid, number, payload in found)


def _wrong(columns: Columns, row: Mapping[str, Any], about: Told) -> tuple[str, ...]:
    return tuple(
        key
        for key, (_number, value) in about.values.items()
        if key in columns
        and stored(columns[key], plain(row[key])) != stored(columns[key], value)
        and not (key == FILE and row[key] == "")
    )
