"""What a purge does to the rows of some records at once; by fixed statements, past the history that writes old values.

Rows are never taken out. Each record gets a link in the history that says what was done: from then on the details of
its earlier links may be empty, and only then (core/store.py guards it, core/audit.py knows it).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Table,
    Text,
    UniqueConstraint,
    cast,
    func,
    inspect,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Session, selectinload

from desk_app.core import audit, clock, guards, search, store
from desk_app.core.approvals import Approval
from desk_app.core.attachments import Paper
from desk_app.core.audit import Told
from desk_app.core.badges import BadgeLoan
from desk_app.core.doomed import DoomedFile
from desk_app.core.enclosures import Enclosure
from desk_app.core.holds import Hold
from desk_app.core.people import actor_of
from desk_app.core.premises import Room
from desk_app.core.records import Day, Private, Termed
from desk_app.core.retention import DEIDENTIFIED, DESTROYED, GONE, Part, Term

COMMON = (
    Part(BadgeLoan, "holder_uid", ("holder_name",), frozenset({"holder_name"})),
    Part(Approval, "record_uid"),
    Part(Hold, "record_uid"),
)
"""What may belong to the record of any register."""

_KEPT = frozenset({"uid", "no", "permit_no", "entity", "record_uid", "state", "kind", "stage"})
"""Texts that stay when a record is destroyed: they say which it was and what kind, and name nobody."""

_FILES = {Paper: ("path",), Enclosure: ("path", "name")}
"""Rows that name a file of the archive, and what of them goes with it."""

_BLANK = (
    "UPDATE history_detail SET salt = '', payload = '' WHERE payload <> '' AND id IN "
    "(SELECT id FROM history WHERE uid = ? AND id < ?)"
)


def clear(
    session: Session, term: Term, records: Sequence[Termed], level: int, *, names: bool = False
) -> None:
    """Bring records of one register to a level, with everything that belongs to them.

    `names`: whom they are about goes as well, though the term itself would leave it as part of a proof.
    """
    if term.hand_on is not None:
        term.hand_on(session, records)
        session.flush()
    ids, uids = [one.id for one in records], [one.uid for one in records]
    _clear_own(session, term, ids, level, names)
    for part in (*COMMON, *term.parts):
        _clear_part(session, part, ids, uids, level)
    for kind, goes_at in ((Paper, term.papers), (Enclosure, term.files)):
        if level >= goes_at:
            _give_up_files(session, kind, uids)
    _clear_history(session, records, level)
    session.expire_all()
    at_once = select(term.kind).options(selectinload("*")).where(term.kind.id.in_(ids)).order_by(term.kind.id)
    _index(session, term, session.scalars(at_once).all(), level)


def _clear_own(session: Session, term: Term, ids: Sequence[int], level: int, names: bool) -> None:
    table = _table(term.kind)
    values = _emptied(table, _going(table, term.private, level), term.shown) | {"purged": level}
    if names:
        values |= dict.fromkeys({*term.who.phones, *term.who.numbers} - values.keys(), "")
        for name in set(term.who.names) - values.keys():
            values[name] = literal(f"{GONE}·") + cast(table.c.id, Text) if table.c[name].unique else GONE
    for name, room in term.places.items() if level == DEIDENTIFIED else ():
        bare = select(Room.name).where(Room.id == table.c[room]).scalar_subquery()
        values[name] = func.coalesce(bare, "")
    _update(session, table, table.c.id.in_(ids), values)


def _clear_part(session: Session, part: Part, ids: Sequence[int], uids: Sequence[str], level: int) -> None:
    table = _table(part.kind)
    values = _emptied(table, _going(table, part.private, level) - {part.by}, part.shown)
    if values:
        _update(session, table, _belongs(part, ids, uids), values)


def _belongs(part: Part, ids: Sequence[int], uids: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that rows belong to these records."""
    column = _table(part.kind).c[part.by]
    if part.through is not None:
        above = _table(part.through.kind)
        return column.in_(select(above.c.id).where(_belongs(part.through, ids, uids)))
    return column.in_(uids if part.by.endswith("uid") else ids)


def last_day(session: Session, part: Part, record: Termed) -> date | None:
    """Return the last day (`part.since`) of the rows of a part that belong to a record."""
    last: date | None = session.scalar(
        select(func.max(_table(part.kind).c[part.since])).where(_belongs(part, [record.id], [record.uid]))
    )
    return last


def _update(session: Session, table: Table, where: ColumnElement[bool], values: dict[str, Any]) -> None:
    session.execute(update(table).where(where).values(values | {"version": table.c.version + 1}))


def _emptied(table: Table, names: Iterable[str], shown: frozenset[str]) -> dict[str, Any]:
    """Return what these columns become: empty, or GONE where lists show it or a CHECK wants a word."""
    return {name: GONE if name in shown else _wanted(table).get(name, "") for name in names}


@functools.cache
def _wanted(table: Table) -> Mapping[str, str]:
    """Return a word for each column that a CHECK wants filled; no two alike, for one may not be another."""
    texts = [str(check.sqltext) for check in table.constraints if isinstance(check, CheckConstraint)]
    names = sorted({name for text in texts for name in re.findall(r"(\w+) <> ''", text)})
    return {name: GONE + "·" * n for n, name in enumerate(names)}


def _going(table: Table, private: Iterable[str], level: int) -> frozenset[str]:
    """Return the columns whose text goes at a level."""
    return frozenset(private) if level < DESTROYED else _texts(table) | set(private)


@functools.cache
def _texts(table: Table) -> frozenset[str]:
    """Return the columns that hold words of people: not what tells rows apart, not the choices that a CHECK lists."""
    known = {
        str(check.name).removeprefix(f"ck_{table.name}_").removesuffix("_known")
        for check in table.constraints
        if isinstance(check, CheckConstraint) and str(check.name).endswith("_known")
    }
    known |= {one.name for index in table.indexes if index.unique for one in index.columns}
    known |= {
        one.name
        for check in table.constraints
        if isinstance(check, UniqueConstraint)
        for one in check.columns
    }
    return frozenset(column.name for column in table.columns if _is_text(column) and column.name not in known)


def _is_text(column: Column[Any]) -> bool:
    plain = isinstance(column.type, Text | Private) and not isinstance(column.type, Day)
    return plain and not column.nullable and column.name not in _KEPT


def _give_up_files(session: Session, kind: type[Paper] | type[Enclosure], uids: Sequence[str]) -> None:
    """Forget where files lie, and note them as to be removed: that happens after the commit (core/purge.py)."""
    table = _table(kind)
    where = table.c.record_uid.in_(uids) & (table.c.path != "")
    now = clock.now()
    for path in set(session.scalars(select(table.c.path).where(where))):
        session.merge(DoomedFile(path=path, at=now, removed=False))
    _update(session, table, where, dict.fromkeys(_FILES[kind], ""))


def _clear_history(session: Session, records: Sequence[Termed], level: int) -> None:
    """File what was done, a link a record, then blank what the record's earlier links told."""
    verb, now = guards.PURGES[level - 1], clock.now()
    told = [Told(now, verb, record.history_entity, record.uid, record.called, {}) for record in records]
    audit.append_many(session, actor_of(session), told)
    last = session.info["head"][0]
    first = last - len(records) + 1
    store.run_many(session, _BLANK, [(record.uid, first + n) for n, record in enumerate(records)])


def _index(session: Session, term: Term, records: Sequence[Termed], level: int) -> None:
    for record in records:
        if level < DESTROYED:
            term.index(session, record)
        else:
            entry = search.by_uid(session, record.uid)
            if entry is not None:
                no = record.called
                search.put(session, entry.kind, entry.record, record.uid, {"number": no}, title=no or GONE)


def _table(kind: type[Any]) -> Table:
    table = inspect(kind).local_table
    assert isinstance(table, Table)
    return table
