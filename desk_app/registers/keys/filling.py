"""From the form to a key: hook, tag, consent, ring; everything checked; then the search index."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, search
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import Staff
from desk_app.core.records import random_bytes
from desk_app.core.text import clean
from desk_app.registers.keys import rules
from desk_app.registers.keys.records import Key, Piece

Values = Mapping[str, Any]


def fill(session: Session, key: Key, values: Values, reasons: Mapping[str, str]) -> None:
    """Bring a key to what the form says; FieldErrors, RuleError or Doubt, and then the unit of work is void."""
    errors = rules.require(values)
    keeper = values.get("keeper")
    staff = session.get(Staff, keeper.id) if isinstance(keeper, Ref) and keeper.id else None
    if keeper and (staff is None or not staff.active):
        errors.append(RuleError(translate("Keys", "请从在岗人员中选择保管人。"), "keeper"))
    raise_first(errors)
    assert staff is not None
    place = values["place"]
    place = place if isinstance(place, Ref) else Ref(None, str(place))
    with session.no_autoflush:  # one entry in the history, and no half row before all of it is checked
        hang(session, key, str(values["code"]))
        key.kind, key.source = str(values["kind"]), str(values["source"])
        key.room_id, key.place = place.id, clean(place.text, limit=100, field="place")
        key.name = _text(values, "name", 40)
        key.spare = values.get("spare") == "spare"
        key.keeper_id, key.keeper_name = staff.id, staff.name
        key.stored_at, key.remark = _text(values, "stored_at", 40), _text(values, "remark", 200)
        _tag(session, key, _text(values, "tag", 40))
        _consent(key, values, reasons)
        _pieces(key, values)


def hang(session: Session, key: Key, text: str) -> None:
    """Give a key its hook; RuleError naming the key that hangs there already."""
    hook = rules.parse_code(text)
    taken = session.scalars(
        select(Key).where(Key.code == hook.code, Key.state.not_in(rules.ENDED), Key.uid != key.uid)
    ).first()
    if taken is not None:
        sentence = translate("Keys", "{code} 已挂着 {place} 的钥匙,请换一个位置。")
        raise RuleError(sentence.format(code=hook.code, place=taken.shown_place), "code")
    key.code, key.cabinet, key.row, key.hook = hook.code, hook.cabinet, hook.row, hook.hook


def _tag(session: Session, key: Key, text: str) -> None:
    if not text:
        key.tag = key.tag or fresh_tag(session, key)
        return
    tag = rules.parse_tag(text)
    if rules.tells(tag, key.place, key.name):
        raise RuleError(translate("Keys", "标签码不能含房号,捡到的人会知道开哪扇门,请换一个。"), "tag")
    taken = session.scalars(select(Key).where(Key.tag == tag, Key.uid != key.uid)).first()
    if taken is not None:
        raise RuleError(
            translate("Keys", "标签码 {tag} 已用于 {code},请换一个。").format(tag=tag, code=taken.code), "tag"
        )
    key.tag = tag


def fresh_tag(session: Session, key: Key) -> str:
    """Return a tag that was never given and says nothing about what the key opens."""
    while True:
        tag = rules.new_tag(random_bytes(5))
        if rules.tells(tag, key.place, key.name) or not re.fullmatch(rules.SCANNED, tag):
            continue
        if not session.scalar(select(Key.id).where(Key.tag == tag)):
            return tag


def _consent(key: Key, values: Values, reasons: Mapping[str, str]) -> None:
    """Note the owner's consent; keeping his key without it needs a reason (S0㈦(3)1)."""
    by, receipt = _text(values, "consent_by", 60), _text(values, "receipt_no", 40)
    note = "" if by or key.kind not in rules.OWNERS_KINDS else key.consent_note
    note = note or clean(reasons.get("consent_by", ""), limit=120)
    rules.doubt_consent(key.kind, by or note)
    if by and by != key.consent_by:
        key.consent_at = clock.now()
    key.consent_by, key.receipt_no, key.consent_note = by, receipt, "" if by else note


def _pieces(key: Key, values: Values) -> None:
    pieces = int(values["pieces"])
    lines = [line for line in values.get("ring") or () if clean(str(line.get("name") or ""))]
    new = [
        Piece(seq=seq, name=clean(str(line["name"]), limit=40, field="ring"), quantity=rules.quantity(line))
        for seq, line in enumerate(lines, len(key.ring) + 1)
    ]
    named = sum(piece.quantity for piece in new)
    if new and named != pieces:
        sentence = translate("Keys", "把数是 {pieces},明细合计 {named} 把,请核对。")
        raise RuleError(sentence.format(pieces=pieces, named=named), "pieces")
    if pieces < (key.out_pieces or 0):
        sentence = translate("Keys", "已借出 {count} 把,把数不能更少。")
        raise RuleError(sentence.format(count=key.out_pieces), "pieces")
    key.pieces = pieces
    if "ring" in values:
        replace_ring(key, new)


def replace_ring(key: Key, new: Sequence[Piece]) -> None:
    """Put these lines in place of the old ones unless they say the same; old ones are struck, not removed."""
    old = [piece for piece in key.ring if not piece.removed]
    if [(p.name, p.quantity) for p in new] == [(p.name, p.quantity) for p in old]:
        return
    for piece in old:
        piece.removed = True
    key.ring.extend(new)


def index(session: Session, key: Key) -> None:
    """Put a key into the search index."""
    session.flush()
    fields = {"number": f"{key.code}\n{key.tag}", "room": key.place, "company": key.place, "words": key.name}
    search.put(
        session, "keys", key.id, key.uid, fields, title=f"{key.code} {key.shown_place}", detail=key.tag
    )


def _text(values: Values, key: str, limit: int) -> str:
    return clean(str(values.get(key) or ""), limit=limit, field=key)
