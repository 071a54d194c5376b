"""The append-only history: who changed what, when, from what, to what; hash-chained.

Every flush of an `Audited` row writes here by itself, so no service can forget. The chain covers a
salted commitment of the details, not the details: personal data lies beside the chain, where a
later purge may blank it without breaking the chain (figures/safety.md §2(g)).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import event, func, insert, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock
from desk_app.core.people import Actor
from desk_app.core.records import EPOCH, Audited, Base, random_bytes

GENESIS = "0" * 64
_LINK_KEYS = (
    "id", "at", "actor_id", "workstation", "verb", "entity", "uid", "no", "commitment", "prev",
)  # fmt: skip
UNTOLD = frozenset({"id", "version"})


class Change(Base):
    """One link of the chain. `id` counts 1, 2, 3 … without a gap."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    workstation: Mapped[str]
    verb: Mapped[str]
    entity: Mapped[str]
    uid: Mapped[str] = mapped_column(index=True)
    no: Mapped[str]
    commitment: Mapped[str]
    prev: Mapped[str]
    hash: Mapped[str]


class Detail(Base):
    """What a link commits to: names and values, in clear, apart from the chain."""

    __tablename__ = "history_detail"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    salt: Mapped[str]
    payload: Mapped[str]


@dataclass(frozen=True)
class Entry:
    """One change as people read it: `changes` maps a column to (from, to)."""

    at: datetime
    who: str
    workstation: str
    verb: str
    entity: str
    no: str
    reason: str
    changes: dict[str, tuple[object, object]]


@dataclass(frozen=True)
class Broken:
    """The first link that does not fit, and why: "gap", "chain", "link" or "detail"."""

    id: int
    why: str


def plain(value: object) -> object:
    """Return a value as JSON can hold it: times as epoch milliseconds text, days as ISO text."""
    if isinstance(value, datetime):
        return value.astimezone(clock.ZONE).isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def commitment(salt: str, payload: str) -> str:
    """Return the salted commitment of a payload, hex."""
    return hashlib.sha256(bytes.fromhex(salt) + payload.encode("utf-8")).hexdigest()


def link(change: Change) -> str:
    """Return the hash a link must carry: SHA-256 over its fields, each with its length in front."""
    digest = hashlib.sha256()
    at = int((change.at - EPOCH).total_seconds() * 1000)
    fields = (
        change.prev, change.id, at, change.actor_id, change.workstation,
        change.verb, change.entity, change.uid, change.no, change.commitment,
    )  # fmt: skip
    for field in fields:
        data = str(field).encode("utf-8")
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.hexdigest()


@event.listens_for(Session, "before_flush")
def _write_history(session: Session, _context: object, _instances: object) -> None:
    made = [row for row in session.new if isinstance(row, Audited)]
    edited = [row for row in session.dirty if isinstance(row, Audited) and session.is_modified(row)]
    edited.sort(key=lambda row: (row.history_entity, row.id))  # a set: its order would differ from run to run
    changed = [*made, *edited]
    if not changed:
        return
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise RuntimeError("a record was changed outside a verb: nobody answers for it")
    with session.no_autoflush:
        last_id, last_hash = _head(session)
        for row in changed:
            last_id += 1
            last_hash = _append(session, actor, row, last_id, last_hash)
    session.info["head"] = (last_id, last_hash)


@event.listens_for(Session, "after_soft_rollback")
def _forget_head(session: Session, _previous: object) -> None:
    session.info.pop("head", None)


def _head(session: Session) -> tuple[int, str]:
    known: tuple[int, str] | None = session.info.get("head")
    if known:
        return known
    row = session.execute(select(Change.id, Change.hash).order_by(Change.id.desc()).limit(1)).first()
    return (row[0], row[1]) if row else (0, GENESIS)


def _append(session: Session, actor: Actor, row: Audited, number: int, prev: str) -> str:
    payload = json.dumps(
        {"who": actor.name, "reason": session.info.get("reason", ""), "changes": _differences(row)},
        ensure_ascii=False, sort_keys=True,
    )  # fmt: skip
    salt = random_bytes(16).hex()
    change = Change(
        id=number, at=clock.now(), actor_id=actor.staff_id, workstation=actor.workstation,
        verb=session.info.get("verb") or "", entity=row.history_entity, uid=row.history_uid,
        no=getattr(row, "no", None) or "", commitment=commitment(salt, payload), prev=prev,
    )  # fmt: skip
    change.hash = link(change)
    session.add_all((change, Detail(id=number, salt=salt, payload=payload)))
    return change.hash


def _differences(row: Audited) -> dict[str, list[object]]:
    if row.uid is None:
        from desk_app.core.records import new_uid

        row.uid = new_uid()
    state: Any = inspect(row)
    found: dict[str, list[object]] = {}
    for attribute in state.mapper.column_attrs:
        key = attribute.key
        if key in UNTOLD:
            continue
        history = state.attrs[key].history
        if state.transient or state.pending:
            value = getattr(row, key)
            if value not in (None, ""):
                found[key] = [None, plain(value)]
        elif history.has_changes() and history.deleted != history.added:
            old = history.deleted[0] if history.deleted else None
            found[key] = [plain(old), plain(getattr(row, key))]
    return found


@dataclass(frozen=True)
class Told:
    """A change that was made around the session, to be filed with `append_many`."""

    at: datetime
    verb: str
    entity: str
    uid: str
    no: str
    changes: Mapping[str, tuple[object, object]]


def append_many(session: Session, actor: Actor, told: Sequence[Told]) -> None:
    """File changes to rows that were inserted in bulk (demo data); the chain goes on as if made one by one."""
    if not told:
        return
    number, prev = _head(session)
    links, details = [], []
    for one in told:
        number += 1
        payload = json.dumps(
            {"who": actor.name, "reason": "", "changes": {k: [plain(v) for v in pair] for k, pair in one.changes.items()}},
            ensure_ascii=False, sort_keys=True,
        )  # fmt: skip
        salt = random_bytes(16).hex()
        change = Change(
            id=number, at=one.at, actor_id=actor.staff_id, workstation=actor.workstation, verb=one.verb,
            entity=one.entity, uid=one.uid, no=one.no, commitment=commitment(salt, payload), prev=prev,
        )  # fmt: skip
        prev = link(change)
        links.append({key: getattr(change, key) for key in _LINK_KEYS} | {"hash": prev})
        details.append({"id": number, "salt": salt, "payload": payload})
    session.execute(insert(Change), links)
    session.execute(insert(Detail), details)
    session.info["head"] = (number, prev)


def note(session: Session, reason: str) -> None:
    """Give the reason that the next changes of this unit of work are filed with."""
    session.info["reason"] = reason


def entity_of(session: Session, uid: str) -> str | None:
    """Return under what name a record is filed, None when there is none: its own row is always the oldest."""
    return session.scalar(select(Change.entity).where(Change.uid == uid).order_by(Change.id).limit(1))


def history(session: Session, uid: str) -> list[Entry]:
    """Return all changes of one record, oldest first."""
    rows = session.execute(
        select(Change, Detail)
        .join(Detail, Detail.id == Change.id)
        .where(Change.uid == uid)
        .order_by(Change.id)
    )
    entries = []
    for change, detail in rows:
        payload = json.loads(detail.payload)
        entries.append(
            Entry(
                change.at, payload["who"], change.workstation, change.verb, change.entity, change.no,
                payload["reason"], {key: (old, new) for key, (old, new) in payload["changes"].items()},
            )
        )  # fmt: skip
    return entries


def version_of(session: Session, uid: str, count: int) -> dict[str, object]:
    """Return the record's own values as they were after its first `count` changes.

    Changes of its lines and badge count, for they stand in the same history, but add no values.
    """
    entries = history(session, uid)[:count]
    own = [entry for entry in entries if entry.entity == entries[0].entity]
    return {key: new for entry in own for key, (_old, new) in entry.changes.items()}


def verify(session: Session, progress: Iterator[int] | None = None) -> tuple[int, Broken | None]:
    """Walk the whole chain; return how many links were read and the first that does not fit."""
    prev, expected = GENESIS, 0
    rows = session.execute(
        select(Change, Detail)
        .outerjoin(Detail, Detail.id == Change.id)
        .order_by(Change.id)
        .execution_options(yield_per=500)
    )
    for change, detail in rows:
        expected += 1
        why = _fault(change, detail, expected, prev)
        if why:
            return expected, Broken(change.id, why)
        prev = change.hash
        session.expunge(change)
        if detail is not None:
            session.expunge(detail)
    return expected, None


def _fault(change: Change, detail: Detail | None, expected: int, prev: str) -> str:
    if change.id != expected:
        return "gap"
    if change.prev != prev:
        return "chain"
    if link(change) != change.hash:
        return "link"
    if detail is None or commitment(detail.salt, detail.payload) != change.commitment:
        return "detail"
    return ""


def head(session: Session) -> tuple[int, str]:
    """Return (number of changes, hash of the last one)."""
    row = session.execute(select(func.max(Change.id))).scalar() or 0
    if not row:
        return 0, GENESIS
    return row, session.execute(select(Change.hash).where(Change.id == row)).scalar_one()
