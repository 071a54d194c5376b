"""One index over everything that can be looked for: Chinese, pinyin, initials, room, telephone, plate.

Writers put an entry beside the record in the same unit of work; `find` returns the same rows as a
substring search would, newest first with room matches in front (design: figures/speed.md §2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import grams, rooms, sqlite
from desk_app.core.records import Base

SCAN_LIMIT = 400


class Entry(Base):
    """One findable thing. `haystack` is what was indexed, for checking a match; `record` its table id."""

    __tablename__ = "search_entry"
    __table_args__ = (Index("ix_search_entry_kind_record", "kind", "record", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    record: Mapped[int]
    uid: Mapped[str] = mapped_column(index=True)
    room: Mapped[str]
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
    """Index a record anew. `fields` maps a field kind of core/grams.py to its text."""
    entry = session.scalars(select(Entry).where(Entry.kind == kind, Entry.record == record)).one_or_none()
    if entry is None:
        entry = Entry(kind=kind, record=record)
        session.add(entry)
    entry.uid, entry.room, entry.title, entry.detail = uid, room, title, detail
    entry.haystack = grams.haystack(fields)
    session.flush()
    sqlite.put_grams(session, entry.id, grams.tokens(fields))


def find(session: Session, text: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """Return what matches `text`, rooms exact before prefix before the rest, then newest first."""
    entries = _matching(session, text, kinds, limit)
    ranked = sorted(entries, key=lambda entry: (_rank(text, entry), -entry.id))
    return [Hit(e.kind, e.record, e.uid, e.room, e.title, e.detail) for e in ranked]


def find_records(session: Session, text: str, kind: str, *, limit: int = 1000) -> list[int]:
    """Return the table ids of the newest records of one kind that match `text`."""
    return [entry.record for entry in _matching(session, text, (kind,), limit)]


def _rank(text: str, entry: Entry) -> int:
    rank = rooms.match_rank(text, entry.room) if entry.room else None
    return 9 if rank is None else rank


def _matching(session: Session, text: str, kinds: Sequence[str], limit: int) -> list[Entry]:
    query = grams.query(text)
    if query.is_empty:
        return []
    found: list[Entry] = []
    reach = limit
    while True:
        ids = sqlite.match_grams(session, query.match, reach, kinds)
        by_id = {entry.id: entry for entry in session.scalars(select(Entry).where(Entry.id.in_(ids)))}
        found = [
            by_id[i]
            for i in ids
            if i in by_id and (not query.needs_check or query.matches(by_id[i].haystack))
        ]
        if len(found) >= limit or len(ids) < reach or reach >= SCAN_LIMIT * limit:
            return found[:limit]
        reach *= 8


def matches(text: str, *fields: str) -> bool:
    """Say whether `text` would find something with these names (substring, pinyin or initials)."""
    query = grams.query(text)
    return not text.strip() or query.matches(grams.haystack({"name": "\n".join(fields)}))


def by_uid(session: Session, uid: str) -> Hit | None:
    """Return the entry of one record, None when it is not indexed."""
    e = session.scalars(select(Entry).where(Entry.uid == uid)).first()
    return Hit(e.kind, e.record, e.uid, e.room, e.title, e.detail) if e else None
