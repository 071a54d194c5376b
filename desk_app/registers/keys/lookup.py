"""Finding keys: by identity, hook, tag, lock; and what is to be told with one today."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock, store
from desk_app.core.errors import RuleError
from desk_app.registers.keys import rules
from desk_app.registers.keys.records import CodeList, Instruction, Key

_LIVE = "SELECT id FROM key WHERE {} = ? AND state NOT IN (?, ?)"
"""Asked at every letter of quick find, mostly for what is no key at all."""


def instructions(session: Session, uid: str) -> list[Instruction]:
    """Return what is to be told today when this key is taken: its own, then its room's; expired ones are gone."""
    key = find(session, uid)
    mine = Instruction.key_id == key.id
    meant = or_(mine, Instruction.room_id == key.room_id) if key.room_id else mine
    query = select(Instruction).where(meant, *valid_today())
    return list(session.scalars(query.order_by(Instruction.room_id.is_not(None), Instruction.id)))


def valid_today() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that an instruction is told today."""
    return Instruction.text != "", Instruction.valid_from <= clock.today(), *not_over()


def not_over() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that an instruction is told today or will be."""
    until = or_(Instruction.valid_until.is_(None), Instruction.valid_until >= clock.today())
    return Instruction.ended.is_(False), until


def find(session: Session, uid: str) -> Key:
    """Return one key; NoResultFound when there is none."""
    return session.scalars(select(Key).where(Key.uid == uid)).one()


def by_code(session: Session, text: str) -> Key | None:
    """Return the live key on a hook, or with a tag, in any usual spelling; None when there is none."""
    session.flush()
    for parse, column in ((rules.parse_tag, "tag"), (lambda t: rules.parse_code(t).code, "code")):
        try:
            wanted = parse(text)
        except RuleError:
            continue
        if found := store.run(session, _LIVE.format(column), wanted, *rules.ENDED):
            return session.get(Key, found[0][0])
    return None


def live(session: Session, *, cabinet: str = "", kinds: Sequence[str] = ()) -> list[Key]:
    """Return the keys that belong on a hook now, in the order of the hooks (for the stock-take)."""
    query = select(Key).where(Key.state.not_in(rules.ENDED))
    if cabinet:
        query = query.where(Key.cabinet == cabinet)
    if kinds:
        query = query.where(Key.kind.in_(kinds))
    return list(session.scalars(query.order_by(Key.cabinet, Key.row, Key.hook)))


def of_room(session: Session, room_id: int) -> list[Key]:
    """Return the rings of a room that hang in the cabinet, main ones first."""
    query = select(Key).where(Key.room_id == room_id, Key.state == "in_cabinet")
    return list(session.scalars(query.order_by(Key.spare, Key.code)))


def by_ids(session: Session, ids: Sequence[int]) -> list[Key]:
    """Return the keys with these table ids, in the order of the hooks."""
    found: list[Key] = []
    for start in range(0, len(ids), 500):
        found += session.scalars(select(Key).where(Key.id.in_(list(ids[start : start + 500]))))
    return sorted(found, key=lambda key: key.place_in_cabinet)


def same_lock(session: Session, key: Key) -> list[Key]:
    """Return the other live rings for the same room or place and door: a changed lock makes them useless too."""
    same = Key.room_id == key.room_id if key.room_id else Key.place == key.place
    query = select(Key).where(same, Key.name == key.name, Key.id != key.id, Key.state.not_in(rules.ENDED))
    return list(session.scalars(query.order_by(Key.code)))


def last_codes(session: Session) -> CodeList | None:
    """Return who printed the code list last."""
    return session.scalars(select(CodeList).order_by(CodeList.id.desc()).limit(1)).first()
