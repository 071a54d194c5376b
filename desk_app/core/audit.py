"""The append-only history: who changed what, when, from what, to what; hash-chained.

Every flush of an `Audited` row writes here by itself, so no service can forget. The chain is keyed: who has the
file but not its keys cannot add a link. It covers a salted commitment of the details, not the details:
personal data lies beside the chain, where a later purge may blank it without breaking the chain
(figures/safety.md §2(g)). core/chain.py walks it.
"""

import functools
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import event, func, inspect, select
from sqlalchemy.orm import Mapped, Mapper, Session, mapped_column

from desk_app.core import clock, entering, guards, store
from desk_app.core.errors import RuleError
from desk_app.core.heads import Head
from desk_app.core.i18n import translate
from desk_app.core.people import Actor
from desk_app.core.records import Audited, Base, Private, milliseconds, new_uid, random_bytes

GENESIS = "0" * 64
_LINK = (
    "INSERT INTO history (id, at, actor_id, workstation, verb, entity, uid, no, commitment, prev, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DETAIL = "INSERT INTO history_detail (id, salt, payload) VALUES (?, ?, ?)"
store.FILING.update((_LINK, _DETAIL))
_BLANK = '{"who": "", "reason": "", "changes": {}}'
"""What is read of a detail that a purge blanked."""
_PURGED = "SELECT 1 FROM history WHERE uid = ? AND id > ? AND verb IN (?, ?) LIMIT 1"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


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
    payload: Mapped[str] = mapped_column(Private)


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
class Told:
    """One change to be filed: `changes` maps a column to (from, to)."""

    at: datetime
    verb: str
    entity: str
    uid: str
    no: str
    changes: Mapping[str, tuple[object, object]]


class Made(NamedTuple):
    """One change ready to be kept: a link's fields in their order (`at` in milliseconds), and the payload."""

    at: int
    actor_id: int
    workstation: str
    verb: str
    entity: str
    uid: str
    no: str
    payload: str


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


def link(chain: bytes, prev: str, *fields: object) -> str:
    """Return the hash a link must carry: HMAC-SHA256 under the key of the chain, each field with its length in front.

    `fields` are the link's from `id` to `commitment`, in their order, times in milliseconds.
    """
    data = [str(field).encode("utf-8") for field in (prev, *fields)]
    covered = b"".join([len(one).to_bytes(4, "big") + one for one in data])
    return hmac.digest(chain, covered, "sha256").hex()


@event.listens_for(Session, "before_flush")
def _write_history(session: Session, _context: object, _instances: object) -> None:
    made = [row for row in session.new if isinstance(row, Audited)]
    edited = [row for row in session.dirty if isinstance(row, Audited) and session.is_modified(row)]
    edited.sort(key=lambda row: (row.history_entity, row.id))  # a set: its order would differ from run to run
    changed = [*made, *edited]
    if any(_is_gone(row) for row in edited):
        raise RuleError(translate("Retention", "这条记录已按保存期限清除,不能再改。"))
    if not changed:
        return
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise RuntimeError("a record was changed outside a verb: nobody answers for it")
    with session.no_autoflush:
        append_many(session, actor, (_told(session, row) for row in changed))
        entering.enter(session, made)


def _is_gone(row: Audited) -> bool:
    """Say whether a record is changed that was cleared by its term; only a hold may still be put on it."""
    state: Any = inspect(row)
    return bool(getattr(row, "purged", 0)) and bool(state.committed_state.keys() - {"hold"})


def is_purged(session: Session, uid: str, number: int) -> bool:
    """Say whether a link after `number` tells that a record's earlier details were cleared by its term."""
    return bool(store.run(session, _PURGED, uid, number, *guards.PURGES))


@event.listens_for(Session, "after_soft_rollback")
def _forget_head(session: Session, _previous: object) -> None:
    session.info.pop("head", None)


def _head(session: Session) -> Head:
    known: Head | None = session.info.get("head")
    return known or head(session)


def _told(session: Session, row: Audited) -> Told:
    if row.uid is None:
        row.uid = new_uid()
    return Told(
        clock.now(), session.info.get("verb") or "", row.history_entity, row.history_uid,
        getattr(row, "no", None) or "", _differences(row),
    )  # fmt: skip


def _differences(row: Audited) -> dict[str, tuple[object, object]]:
    state: Any = inspect(row)
    columns = _told_columns(state.mapper)
    if state.pending:
        values = state.dict.items()
        return {key: (None, value) for key, value in values if key in columns and value not in (None, "")}
    found: dict[str, tuple[object, object]] = {}
    for key in columns & state.committed_state.keys():  # touched since it was read
        history = state.attrs[key].history
        if history.deleted != history.added:
            found[key] = (history.deleted[0] if history.deleted else None, getattr(row, key))
    return found


@functools.cache
def _told_columns(mapper: Mapper[Any]) -> frozenset[str]:
    kept_back: frozenset[str] = mapper.class_.UNTOLD | mapper.class_.SECRET
    return frozenset(attribute.key for attribute in mapper.column_attrs) - kept_back


def payload_of(who: str, reason: str, changes: Mapping[str, tuple[object, object]]) -> str:
    """Return what is kept of a change beside its link: who made it, why, each column's value before and after."""
    told = {key: [plain(old), plain(new)] for key, (old, new) in changes.items()}
    return _ENCODER.encode({"who": who, "reason": reason, "changes": told})


def append_many(session: Session, actor: Actor, told: Iterable[Told]) -> None:
    """File changes, each a link of the chain."""
    reason = session.info.get("reason", "")
    made = (
        Made(
            milliseconds(one.at), actor.staff_id, actor.workstation, one.verb, one.entity, one.uid, one.no,
            payload_of(actor.name, reason, one.changes),
        )
        for one in told
    )  # fmt: skip
    append(session, made)


def append(session: Session, made: Iterable[Made]) -> None:
    """File changes that are ready to be kept."""
    last, chain = _head(session), session.info["keys"].chain
    number, prev = last.number, last.hash
    links, details = [], []
    filed = session.info.setdefault("filed", {})
    for one in made:
        number += 1
        filed.setdefault(one.verb, (one.entity, one.uid, one.no))
        salt = random_bytes(16).hex()
        covered = commitment(salt, one.payload)
        proof = link(chain, prev, number, *one[:-1], covered)
        links.append((number, *one[:-1], covered, prev, proof))
        details.append((number, salt, store.sealed(session, one.payload)))
        prev = proof
    if links:
        store.run_many(session, _LINK, links)
        store.run_many(session, _DETAIL, details)
        session.info["head"] = Head(number, prev)


def note(session: Session, reason: str) -> None:
    """Give the reason that the next changes of this unit of work are filed with."""
    session.info["reason"] = reason


def add_note(session: Session, words: str) -> None:
    """Say more in the reason that the next changes of this unit of work are filed with."""
    note(session, "; ".join(filter(None, (session.info.get("reason", ""), words))))


def entity_of(session: Session, uid: str) -> str | None:
    """Return under what name a record is filed, None when there is none: its own row is always the oldest."""
    return session.scalar(select(Change.entity).where(Change.uid == uid).order_by(Change.id).limit(1))


def maker_of(session: Session, uid: str) -> int | None:
    """Return who made a record, by staff id; None when it has no history."""
    return session.scalar(select(Change.actor_id).where(Change.uid == uid).order_by(Change.id).limit(1))


def number_of(session: Session, uid: str) -> str:
    """Return the number that a record bears in its history, "" for one without."""
    own = select(Change.no).where(
        Change.uid == uid, Change.entity == entity_of(session, uid), Change.no != ""
    )
    return session.scalar(own.order_by(Change.id.desc()).limit(1)) or ""


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
        payload = json.loads(detail.payload or _BLANK)
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


def began(session: Session) -> datetime | None:
    """Return when the first change was made, None before it."""
    return session.scalar(select(func.min(Change.at)))


def head(session: Session) -> Head:
    """Return how many changes there are and the last one's hash."""
    rows = store.run(session, "SELECT id, hash FROM history ORDER BY id DESC LIMIT 1")
    return Head(*rows[0]) if rows else Head(0, GENESIS)
