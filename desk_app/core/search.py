"""One index over everything that can be looked for: Chinese, pinyin, initials, room, telephone, plate.

Writers put an entry beside the record in the same unit of work; `find` returns the same rows as a
substring search would, newest first with room matches in front (design: figures/speed.md §2).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Index, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import grams, rooms, store
from desk_app.core.records import Base
from desk_app.core.text import fold

MOST_CHECKED = 20_000
"""Entries that one query looks at, at most: what is rarer among the newest is not worth the wait."""

_STEP = 4_000

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


@dataclass(frozen=True)
class Hit:
    """One found thing, ready to show."""

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
    store.put_grams(session, entry_id, grams.tokens(fields))


def find(session: Session, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Return what matches `text`, rooms exact before prefix before the rest, then newest first."""
    ids = dict.fromkeys([*_rooms(session, text, kinds, limit), *_matching(session, text, kinds, limit)])
    entries = session.scalars(select(Entry).where(Entry.id.in_(ids)))
    ranked = sorted(entries, key=lambda entry: _rank(text, entry))[:limit]
    return [Hit(e.kind, e.record, e.uid, e.room, e.title, e.detail) for e in ranked]


def find_records(session: Session, text: str, kind: str, *, limit: int = 1000) -> list[int]:
    """Return the table ids of the newest records of one kind that match `text`."""
    ids = _matching(session, text, (kind,), limit)
    query = select(Entry.record).where(Entry.id.in_(ids)).order_by(Entry.id.desc())
    return list(session.scalars(query))


def about_room(session: Session, room: str, kinds: Sequence[str], *, limit: int = 6) -> list[Hit]:
    """Return the newest records about one room: a field of theirs is the room, or begins with it.

    A number or a telephone that has the room's digits somewhere in it does not count.
    """
    key = fold(rooms.canonical(room))
    if not key:
        return []
    begins = re.compile(rf"^~?{re.escape(key)}(?![0-9])", re.MULTILINE)
    query = (
        select(Entry).where(Entry.id.in_(_matching(session, room, kinds, _STEP))).order_by(Entry.id.desc())
    )
    found = (e for e in session.scalars(query) if begins.search(e.haystack))
    return [Hit(e.kind, e.record, e.uid, e.room, e.title, e.detail) for e in islice(found, limit)]


def matches(text: str, *fields: str) -> bool:
    """Say whether `text` would find something with these names (substring, pinyin or initials)."""
    return grams.query(text).matches(grams.haystack({"name": "\n".join(fields)}))


def by_uid(session: Session, uid: str) -> Hit | None:
    """Return the entry of one record, None when it is not indexed."""
    e = session.scalars(select(Entry).where(Entry.uid == uid)).first()
    return Hit(e.kind, e.record, e.uid, e.room, e.title, e.detail) if e else None


def _rank(text: str, entry: Entry) -> tuple[object, ...]:
    rank = rooms.match_rank(text, entry.room) if entry.room else None
    return (9, -entry.id) if rank is None else (rank, *rooms.sort_key(entry.room), entry.id)


def _rooms(session: Session, text: str, kinds: Sequence[str], limit: int) -> list[int]:
    """Return ids of rooms whose name holds what was typed: exact, then beginning, then any part."""
    key = fold(rooms.canonical(text))
    if not key:
        return []
    query = select(Entry.id).where(sql("room_key != ''"), Entry.room_key.contains(key))
    if kinds:
        query = query.where(Entry.kind.in_(kinds))
    order = (Entry.room_key != key, ~Entry.room_key.startswith(key), Entry.room_key)
    return list(session.scalars(query.order_by(*order).limit(limit)))


def _matching(session: Session, text: str, kinds: Sequence[str], limit: int) -> list[int]:
    """Return ids of the newest matching entries; those that need it are checked against their text."""
    query = grams.query(text)
    found: list[int] = []
    if query.is_empty:
        return found
    below, checked, step = None, 0, limit
    while True:
        ids = store.match_grams(session, query.match, step, kinds, below)
        found += _checked(session, query, ids) if query.needs_check else ids
        checked += len(ids)
        if len(found) >= limit or len(ids) < step or checked >= MOST_CHECKED:
            return found[:limit]
        below, step = ids[-1], min(step * 8, _STEP)


def _checked(session: Session, query: grams.Query, ids: Sequence[int]) -> list[int]:
    rows = session.execute(
        select(Entry.id, Entry.haystack).where(Entry.id.in_(ids)).order_by(Entry.id.desc())
    )
    return [row.id for row in rows if query.matches(row.haystack)]
