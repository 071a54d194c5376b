"""One index over everything that can be looked for: Chinese, pinyin, initials, room, telephone, plate.

Writers put an entry beside the record in the same unit of work; `find` returns the same rows as a
substring search would, newest first with room matches in front (design: figures/speed.md §2).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Index, Select, and_, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import grams, rooms, store
from desk_app.core.records import Base, read_ids
from desk_app.core.text import fold

MOST_FOUND = 1000
"""Records that a list's filter shows, at most: the newest."""

_PUT = (
    "INSERT INTO search_entry (kind, record, uid, room, room_key, title, detail, haystack) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, record) DO UPDATE SET uid = excluded.uid, "
    "room = excluded.room, room_key = excluded.room_key, title = excluded.title, "
    "detail = excluded.detail, haystack = excluded.haystack RETURNING id"
)


class Entry(Base):
    """One findable thing. `haystack` is what was indexed, for checking a match; `record` its table id.

    `room_key` is the folded room of entries that are rooms, "" of all others: there are few, so they
    are ranked apart and come first however many newer records match.
    """

    __tablename__ = "search_entry"
    __table_args__ = (
        Index("ix_search_entry_kind_record", "kind", "record", unique=True),
        store.partial_index("ix_search_entry_room", "room_key", while_="room_key != ''"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    record: Mapped[int]
    uid: Mapped[str] = mapped_column(index=True)
    room: Mapped[str]
    room_key: Mapped[str]
    title: Mapped[str]
    detail: Mapped[str]
    haystack: Mapped[str]


_SHOWN = select(Entry.id, Entry.kind, Entry.record, Entry.uid, Entry.room, Entry.title, Entry.detail)
_HIT = ("id", "kind", "record", "uid", "room", "title", "detail")


@dataclass(frozen=True)
class Hit:
    """One found thing, ready to show; its fields are columns of Entry, in this order."""

    kind: str
    record: int
    uid: str
    room: str
    title: str
    detail: str


def put(
    session: Session,
    kind: str,
    record: int,
    uid: str,
    fields: Mapping[str, str],
    *,
    title: str,
    detail: str = "",
    room: str = "",
) -> None:
    """Index a record anew. `fields` maps a field kind of core/grams.py to its text, values parted by newlines.

    What is to be found by pinyin goes under "name" or "company"; the other kinds are found as they are written.

    `room` is only for what is itself a room or place: such entries come first in `find`.
    """
    room_key = fold(rooms.canonical(room))
    values = (kind, record, uid, room, room_key, title, detail, grams.haystack(fields))
    ((entry_id,),) = store.run(session, _PUT, *values)
    store.put_grams(session, entry_id, [*grams.tokens(fields), grams.of_kind(kind)])


def find(session: Session, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Return what matches `text`, rooms exact before prefix before the rest, then newest first."""
    found = _rooms(session, text, kinds, limit)
    found |= {row[0]: Hit(*row[1:]) for row in _matching(session, text, kinds, _HIT, limit)}
    ranked = sorted(found.items(), key=lambda one: _rank(text, *one))
    return [hit for _id, hit in ranked[:limit]]


def find_records(session: Session, text: str, kind: str, *, limit: int = MOST_FOUND) -> list[int]:
    """Return the table ids of the newest records of one kind that match `text`."""
    return [row[0] for row in _matching(session, text, (kind,), ("record",), limit)]


def about_room(session: Session, room: str, kinds: Sequence[str], *, limit: int = 6) -> list[Hit]:
    """Return the newest records about one room: a field of theirs is the room, or begins with it.

    A number or a telephone that has the room's digits somewhere in it does not count.
    """
    key = fold(rooms.canonical(room))
    if not key:
        return []
    begins = re.compile(rf"^~?{re.escape(key)}(?![0-9])", re.MULTILINE)
    return [Hit(*row[1:]) for row in _matching(session, room, kinds, _HIT, limit, begins.search)]


def matches(text: str, *fields: str) -> bool:
    """Say whether `text` would find something with these names (substring, pinyin or initials)."""
    return grams.query(text).matches(grams.haystack({"name": "\n".join(fields)}))


def by_uid(session: Session, uid: str) -> Hit | None:
    """Return the entry of one record, None when it is not indexed."""
    return next(_hits(session, _SHOWN.where(Entry.uid == uid)), (0, None))[1]


def listed(
    session: Session,
    query: Select[int],
    kind: str,
    text: str,
    limit: int | None = None,
    also: int | None = None,
) -> array[int]:
    """Return the ids that a register's `query` lists, in its order; with `text`, those whose entries match it.

    `limit`: only the first so many of them. Of the matches the newest MOST_FOUND are listed, and the record `also`.
    """
    if not text.strip():
        return read_ids(session, query.limit(limit))
    (column,) = query.selected_columns
    found = find_records(session, text, kind)
    found += [] if also is None else [also]
    if len(found) < MOST_FOUND or query.whereclause is None:
        return read_ids(session, query.where(column.in_(found)).limit(limit))
    return _among(session, query, kind, grams.query(text), limit or MOST_FOUND)


def _among(session: Session, query: Select[int], kind: str, asked: grams.Query, limit: int) -> array[int]:
    """Return the first ids of a part of a register that match: for a text so common that the part is smaller."""
    (column,) = query.selected_columns
    entry = and_(Entry.kind == kind, Entry.record == column)
    rows = session.execute(query.add_columns(Entry.haystack).join(Entry, entry))
    with closing(rows):
        return array("q", islice((row[0] for row in rows if asked.matches(row[1])), limit))


def _rank(text: str, number: int, hit: Hit) -> tuple[object, ...]:
    rank = rooms.match_rank(text, hit.room) if hit.room else None
    return (9, -number) if rank is None else (rank, *rooms.sort_key(hit.room), number)


def _rooms(session: Session, text: str, kinds: Sequence[str], limit: int) -> dict[int, Hit]:
    """Return rooms whose name holds what was typed, by id: exact, then beginning, then any part."""
    key = fold(rooms.canonical(text))
    if not key:
        return {}
    query = _SHOWN.where(sql("room_key != ''"), Entry.room_key.contains(key))
    order = (Entry.room_key != key, ~Entry.room_key.startswith(key), Entry.room_key)
    found = dict(_hits(session, query.order_by(*order).limit(limit)))
    return {number: hit for number, hit in found.items() if not kinds or hit.kind in kinds}


def _hits(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[tuple[int, Hit]]:
    """Yield what a query of `_SHOWN` finds, with its entry's id."""
    return ((row[0], Hit(*row[1:])) for row in session.execute(query))


def _matching(
    session: Session,
    text: str,
    kinds: Sequence[str],
    columns: Sequence[str],
    limit: int,
    also: Callable[[str], object] = bool,
) -> list[tuple[Any, ...]]:
    """Return these columns of the newest matching entries; `also` must hold for what an entry is found by.

    One kind is asked of the index; of several, which are nearly all there are, each entry is looked at.
    """
    query = grams.query(text)
    if query.is_empty:
        return []
    match = query.match
    if len(kinds) == 1:
        match = f"({match}) AND {grams.of_kind(kinds[0])}" if match else grams.of_kind(kinds[0])
    with closing(store.match_grams(session, match, (*columns, "kind", "haystack"))) as entries:
        meant = (
            tuple(row)
            for *row, kind, haystack in entries
            if (len(kinds) < 2 or kind in kinds)
            and (not query.needs_check or query.matches(haystack))
            and also(haystack)
        )
        return list(islice(meant, limit))
