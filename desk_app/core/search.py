"""One index over everything that can be looked for: Chinese, pinyin, initials, room, telephone, plate.

Writers put an entry beside the record in the same unit of work; `find` returns the same rows as a
substring search would, newest first with room matches in front (design: figures/speed.md §2).
"""

import re
from array import array
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Index, Row, Select, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import gram_table, grams, rooms, store
from desk_app.core.records import Base, Private, read_ids
from desk_app.core.text import fold

MOST_FOUND = 1000
"""Records that a list's filter shows, at most: the newest."""

SOME_LOOKED_AT = 400
"""Rows of a list that are looked at for its first page, before all that match are gathered."""

MOST_LOOKED_AT = 1000
"""Entries that are looked at for what was last about a room."""

_PUT = (
    "INSERT INTO search_entry (kind, record, uid, room, room_key, title, detail, haystack) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, record) DO UPDATE SET uid = excluded.uid, "
    "room = excluded.room, room_key = excluded.room_key, title = excluded.title, "
    "detail = excluded.detail, haystack = excluded.haystack RETURNING id"
)

MOST_LATEST, _FIRST, _OLDEST = 200, 40, 10
"""How many of the newest records suggestions are made from, at most and at first; the oldest of the first."""

ROOM = "room"
"""The kind of the entries that are rooms."""

_LOOKED_AT, _OF_FOUR = 200, 4
"""Matches of all kinds that are looked at for those of one, as long as one in four is of it."""

_HIT = ("id", "kind", "record", "uid", "room", "title", "detail")
_BY_UID = "SELECT id, kind, record, uid, room, title, detail FROM search_entry WHERE uid = ?"
_ROOMS = (
    "SELECT id, kind, record, uid, room, title, detail FROM search_entry "
    "WHERE room_key != '' AND room_key LIKE '%' || ? || '%' "
    "ORDER BY room_key != ?, room_key NOT LIKE ? || '%', room_key LIMIT ?"
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
    haystack: Mapped[str] = mapped_column(Private)


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
    room_key = fold(rooms.canonical(room)) if room else ""
    haystack = grams.haystack(fields)
    values = (kind, record, uid, room, room_key, title, detail, store.sealed(session, haystack))
    ((entry_id,),) = store.run(session, _PUT, *values)
    gram_table.put_grams(session, entry_id, sorted(grams.tokens_of(kind, haystack)))


def number_of(session: Session, kind: str) -> int:
    """Return how many records of a kind there are to be found."""
    return session.scalar(select(func.count()).where(Entry.kind == kind)) or 0


def find(session: Session, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Return what matches `text`, rooms exact before prefix before the rest, then newest first."""
    found = _rooms(session, text, limit) if not kinds or ROOM in kinds else {}
    with closing(_matching(session, text, kinds, _HIT)) as matching:
        found |= {row[0]: _hit(row) for row in islice(matching, limit)}
    ranked = sorted(found.items(), key=lambda one: _rank(text, *one))
    return [hit for _id, hit in ranked[:limit]]


def find_records(session: Session, text: str, kind: str, *, limit: int = MOST_FOUND) -> list[int]:
    """Return the table ids of the newest records of one kind that match `text`."""
    with closing(_matching(session, text, (kind,), ("record",))) as matching:
        return [row[0] for row in islice(matching, limit)]


def latest(
    session: Session, query: Select[*tuple[Any, ...]], kind: str, text: str
) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the rows of `query` (the first column is the id) of the newest records that match, newest first.

    A few are read first: who suggests something mostly has enough then. When `query` leaves out the oldest of
    them - it asks for the last months - it would leave out all that are older.
    """
    column = query.selected_columns[0]
    with closing(_matching(session, text, (kind,), ("record",))) as matching:
        for count in (_FIRST, MOST_LATEST - _FIRST):
            some = [row[0] for row in islice(matching, count)]
            found = (
                session.execute(query.where(column.in_(some)).order_by(column.desc())).all() if some else []
            )
            yield from found
            if len(some) < count or not {row[0] for row in found}.intersection(some[-_OLDEST:]):
                return


def about_room(session: Session, room: str, kinds: Sequence[str], *, limit: int = 6) -> list[Hit]:
    """Return the newest records about one room: a field of theirs is the room, or begins with it.

    A number or a telephone that has the room's digits somewhere in it does not count. Only the newest
    MOST_LOOKED_AT entries with these letters are looked at: it is asked at every letter of a room.
    """
    key = fold(rooms.canonical(room))
    if not key:
        return []
    begins = re.compile(rf"^~?{re.escape(key)}(?![0-9])", re.MULTILINE)
    with closing(_matching(session, room, kinds, _HIT, begins.search, MOST_LOOKED_AT)) as matching:
        return [_hit(row) for row in islice(matching, limit)]


def matches(text: str, *fields: str) -> bool:
    """Say whether `text` would find something with these names (substring, pinyin or initials)."""
    return grams.query(text).matches(grams.haystack({"name": "\n".join(fields)}))


def by_uid(session: Session, uid: str) -> Hit | None:
    """Return the entry of one record, None when it is not indexed."""
    rows = store.run(session, _BY_UID, uid)
    return _hit(rows[0]) if rows else None


def listed(
    session: Session,
    query: Select[int],
    kind: str,
    text: str,
    limit: int | None = None,
    also: int | None = None,
    *,
    is_short: bool = False,
) -> "array[int]":
    """Return the ids that a register's `query` lists, in its order; with `text`, those whose entries match it.

    `limit`: only the first so many of them. Of the matches the newest MOST_FOUND are listed, and the record `also`.
    `is_short`: the list never grows long, so that it is looked through from its beginning.
    """
    if not text.strip():
        return read_ids(session, query.limit(limit))
    if is_short:
        return _among(session, query, kind, text, limit or MOST_FOUND)
    (column,) = query.selected_columns
    if query.compare(_newest_first(column)):  # all, as they are found
        return array("q", sorted(find_records(session, text, kind, limit=limit or MOST_FOUND), reverse=True))

    def in_order(found: Sequence[int]) -> "array[int]":
        wanted = found if also is None else [*found, also]
        return read_ids(session, query.where(column.in_(wanted)).limit(limit))

    is_newest_first = query.compare(_newest_first(column, query.whereclause))
    few = min(2 * limit, MOST_FOUND) if limit else MOST_FOUND
    found = find_records(session, text, kind, limit=few)
    if len(found) < few or query.whereclause is None:
        return in_order(found)
    if is_newest_first:  # the newest that match are the page; all there is when the list holds nothing older
        page = in_order(found)
        if len(page) == limit or min(found) <= _oldest(session, query):
            return page
    if limit:  # the first page: by a look at the beginning of the list, else of the newest that match
        page = _among(session, query, kind, text, limit, SOME_LOOKED_AT)
        if len(page) == limit:
            return page
        found = find_records(session, text, kind)
        page = in_order(found)
        if len(page) == limit or len(found) < MOST_FOUND:
            return page
    return _among(session, query, kind, text, limit or MOST_FOUND)


def _newest_first(column: ColumnElement[int], where: ColumnElement[bool] | None = None) -> Select[int]:
    query = select(column).order_by(column.desc())
    return query if where is None else query.where(where)


def _oldest(session: Session, query: Select[int]) -> int:
    """Return the smallest id that a query lists, 0 when it lists none."""
    (column,) = query.selected_columns
    return session.scalar(query.with_only_columns(func.min(column)).order_by(None)) or 0


def _among(
    session: Session, query: Select[int], kind: str, text: str, limit: int, looked_at: int | None = None
) -> "array[int]":
    """Return the first ids of a part of a register that match: for a text so common that the part is smaller.

    Row by row, past SQLAlchemy, which would fetch the whole part before it gives the first row; the entry is
    asked for by the row, so that the part is walked in its order: joined, all entries were read and sorted.
    `looked_at`: no more rows than that.
    """
    (column,) = query.selected_columns
    asked = grams.query(text)
    entry = select(Entry.haystack).where(Entry.kind == kind, Entry.record == column)
    with closing(session.connection().execute(query.add_columns(entry.scalar_subquery()))) as result:
        rows = islice(iter(result.cursor.fetchone, None), looked_at) if result.cursor else ()
        return array(
            "q",
            islice(
                (number for number, words in rows if words and asked.matches(store.opened(session, words))),
                limit,
            ),
        )


def _hit(row: Sequence[Any]) -> Hit:
    """Return a row of the columns _HIT as what is shown of it."""
    return Hit(*row[1:])


def _rank(text: str, number: int, hit: Hit) -> tuple[object, ...]:
    rank = rooms.match_rank(text, hit.room) if hit.room else None
    return (9, -number) if rank is None else (rank, *rooms.sort_key(hit.room), number)


def _rooms(session: Session, text: str, limit: int) -> dict[int, Hit]:
    """Return rooms whose name holds what was typed, by id: exact, then beginning, then any part."""
    key = fold(rooms.canonical(text))
    rows = store.run(session, _ROOMS, key, key, key, limit) if key else []
    return {row[0]: _hit(row) for row in rows}


def _matching(
    session: Session,
    text: str,
    kinds: Sequence[str],
    columns: Sequence[str],
    also: Callable[[str], object] = bool,
    most: int | None = None,
) -> Generator[tuple[Any, ...], None, None]:
    """Yield these columns of the matching entries, newest first; `also` must hold for what an entry is found by.

    `most`: how many entries are looked at, all unless told.
    """
    query = grams.query(text)
    if query.is_empty:
        return
    wanted = (*columns, "id", "kind", "haystack")
    of_one = kinds[0] if len(kinds) == 1 else ""
    entries = (
        _of_kind(session, query.match, of_one, wanted)
        if of_one
        else gram_table.match_grams(session, query.match, wanted)
    )
    with closing(entries):
        for row in islice(entries, most):
            kind, haystack = row[-2:]
            found = not query.needs_check or query.matches(haystack)
            if found and (not kinds or kind in kinds) and also(haystack):
                yield row[:-3]


def _of_kind(
    session: Session, match: str, kind: str, columns: Sequence[str]
) -> Generator[tuple[Any, ...], None, None]:
    """Yield these columns of what `match` finds, newest first, of one kind at least.

    To ask the index for the kind too costs a walk through all of it: that is done for the rest, when of the last
    matches few were of this kind; and at once for rooms, which are few.
    """
    asked, below = grams.of_kind(kind), None
    if kind != ROOM:
        seen = mine = 0
        with closing(gram_table.match_grams(session, match, columns)) as entries:
            for row in entries:
                yield row
                seen, mine, below = seen + 1, mine + (row[-2] == kind), row[-3]
                if seen == _LOOKED_AT:
                    if mine * _OF_FOUR < seen:
                        break
                    seen = mine = 0
            else:
                return
    both = f"{asked} AND ({match})" if match else asked
    with closing(gram_table.match_grams(session, both, columns, below)) as entries:
        yield from entries
