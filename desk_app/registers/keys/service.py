"""Verbs of the key register: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, presence
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Staff, actor_of, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean, needed
from desk_app.registers.keys import filling, rules
from desk_app.registers.keys.issuing import custody, exported, print_codes
from desk_app.registers.keys.lookup import by_code, by_ids, find, instructions, live, of_room, same_lock
from desk_app.registers.keys.records import Instruction, Key

Values = Mapping[str, Any]

__all__ = [
    "by_code",
    "by_ids",
    "custody",
    "exported",
    "find",
    "instructions",
    "live",
    "of_room",
    "print_codes",
    "same_lock",
]


@verb("keys.add", *DESK)
def add(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> Key:
    """Hang a new ring on its hook; without a tag in `values` it gets one that says nothing.

    Raises FieldErrors for what is missing or taken, Doubt for the owner's key without his consent (repeat
    with `reasons`).
    """
    key = Key(uid=str(values.get("uid") or new_uid()), handler_name=actor_of(session).name)
    filling.fill(session, key, values, reasons or {})
    session.add(key)
    session.flush()
    filling.index(session, key)
    return key


@verb("keys.correct", *DESK)
def correct(
    session: Session, uid: str, values: Values, *, reason: str, reasons: Mapping[str, str] | None = None
) -> Key:
    """Correct what is on file of a key; who has it stays. The old version stays readable in the history."""
    key = find(session, uid)
    if key.state in rules.ENDED:
        label = translate("Keys", rules.STATE_LABELS[key.state])
        raise RuleError(
            translate("Keys", "{code} 已是「{state}」,不能再更正。").format(code=key.code, state=label)
        )
    audit.note(session, clean(reason, limit=120, field="reason"))
    filling.fill(session, key, values, reasons or {})
    filling.index(session, key)
    return key


@verb("keys.correct_names", *DESK)
def correct_names(
    session: Session, uid: str, *, reason: str, holder_name: str, consent_by: str, lost_by: str
) -> Key:
    """Correct whom a key names that was handed over or struck off; which key it was stays (PIPL art. 46, on request)."""
    key = find(session, uid)
    if key.state not in rules.ENDED or key.purged:
        sentence = translate("Keys", "{code} 的人名不在这里更正:在册的用「更正…」,已脱敏的不再有姓名。")
        raise RuleError(sentence.format(code=key.code))
    audit.note(session, needed(reason, translate("Keys", "请写明为什么更正。"), limit=120, field="reason"))
    for name, given in (("holder_name", holder_name), ("consent_by", consent_by), ("lost_by", lost_by)):
        setattr(key, name, clean(given, limit=60, field=name))
    filling.index(session, key)
    return key


@verb("keys.import", *DESK)
def take_list(session: Session, bring: Callable[[Session], None]) -> None:
    """Do a part of an import (importing.py) in the name of the desk."""
    bring(session)


@verb("keys.hand_out", *DESK)
def hand_out(
    session: Session,
    uid: str,
    step: str,
    *,
    pieces: int,
    holder_name: str,
    due_at: datetime | None = None,
    loan_uid: str = "",
) -> Key:
    """Take a key from its hook by `step` of rules.HAND_OUTS; called by key_loans in its own unit of work.

    A hand-over gives the whole ring; what the owner leaves behind is `retain`ed before (S0㈦(3)1).
    """
    key = find(session, uid)
    target = rules.MACHINE.go(key.state, step)
    if error := rules.wrong_pieces(pieces, key.pieces):
        raise error
    if step == "hand_over" and pieces < key.pieces:
        sentence = translate("Keys", "发放业主应交出整串 {count} 把;业主同意留下的,请填留存把数和收条号。")
        raise RuleError(sentence.format(count=key.pieces), "pieces")
    key.state, key.holder_name = target, clean(holder_name, limit=60, field="holder_name")
    key.loan_uid = loan_uid
    key.due_at = due_at if target in rules.AWAY else None
    key.out_pieces = pieces if target in rules.AWAY else 0
    key.ended_at = clock.now() if target in rules.ENDED else None
    return key


@verb("keys.take_in", *DESK)
def take_in(session: Session, uid: str, *, pieces: int) -> Key:
    """Take `pieces` of a ring back; it is out until all of them hang again. Called by key_loans."""
    key = find(session, uid)
    step = "give_part" if 0 < pieces < key.out_pieces else "give_back"
    target = rules.MACHINE.go(key.state, step)
    if error := rules.wrong_pieces(pieces, key.out_pieces):
        raise error
    key.state, key.out_pieces = target, key.out_pieces - pieces
    if not key.out_pieces:
        _nobody_has(key)
    return key


@verb("keys.retain", *DESK)
def retain(
    session: Session, uid: str, *, kept: int, consent_by: str, receipt_no: str, at: datetime | None = None
) -> Key:
    """Keep `kept` keys of a ring with the owner's consent, for works to come; the rest went to him (S0㈦(3)1)."""
    key = find(session, uid)
    key.state = rules.MACHINE.go(key.state, "retain")
    if error := rules.wrong_pieces(kept, key.pieces):
        raise error
    consent_by = clean(consent_by, limit=60, field="consent_by")
    receipt_no = clean(receipt_no, limit=40, field="receipt_no")
    if not consent_by:
        raise RuleError(translate("Keys", "留存钥匙须经业主同意:请填写谁同意的。"), "consent_by")
    if not receipt_no:
        raise RuleError(translate("Keys", "请填写给业主的收条号,领取时凭收条核销。"), "receipt_no")
    key.kind, key.pieces = "owner_retained", kept
    key.consent_by, key.consent_at, key.receipt_no = consent_by, at or clock.now(), receipt_no
    return key


@verb("keys.undo_hand_over", *DESK)
def undo_hand_over(session: Session, uid: str, *, pieces: int) -> Key:
    """Hang back what a void hand-over had given to the owner: the ring, or what it had been parted from."""
    key = find(session, uid)
    if key.state == "in_cabinet":  # a part of it was kept and hangs there
        key.pieces += pieces
        return key
    if key.purged:
        text = translate("Keys", "{code} 的登记已按保存期限清除,不能再作废发放;钥匙收回的,请重新登记。")
        raise RuleError(text.format(code=key.code))
    target = rules.MACHINE.go(key.state, "undo_hand_over")
    filling.hang(session, key, key.code)
    key.state, key.ended_at, key.holder_name, key.loan_uid = target, None, "", ""
    return key


@verb("keys.unretain", *DESK)
def unretain(session: Session, uid: str, *, receipt_no: str) -> Key:
    """Forget the receipt of a void 留存: there is nothing to collect against it any more."""
    key = find(session, uid)
    if key.receipt_no == receipt_no:
        key.receipt_no = ""
    return key


@verb("keys.extend", *DESK)
def extend(session: Session, uid: str, *, due_at: datetime) -> Key:
    """Note that whoever has the key may keep it until later; called by key_loans."""
    key = find(session, uid)
    if key.state not in rules.AWAY:
        raise RuleError(translate("Keys", "{code} 没有借出,不用续借。").format(code=key.code))
    key.due_at = due_at
    return key


@verb("keys.report_lost", *DESK)
def report_lost(session: Session, uid: str, *, by: str, at: datetime | None = None, note: str = "") -> Key:
    """Note that a ring is gone: who lost it, when it was told. Until the lock is changed it is urgent ([U13])."""
    key, moment = find(session, uid), _past(at, "lost_at")
    target = rules.MACHINE.go(key.state, "lose")
    key.lost_by = clean(by, limit=60, field="lost_by")
    if not key.lost_by:
        raise RuleError(translate("Keys", "请填写责任人:谁遗失的,或最后由谁使用。"), "lost_by")
    key.lost_note = clean(note, limit=200, field="lost_note")
    key.state, key.lost_at, key.out_pieces = target, moment, 0
    _nobody_has(key)
    audit.note(session, key.lost_note)
    return key


@verb("keys.found", *DESK)
def found(session: Session, uid: str, *, note: str) -> Key:
    """Hang a lost ring back that turned up before its lock was changed."""
    key = find(session, uid)
    target = rules.MACHINE.go(key.state, "found")
    note = clean(note, limit=120, field="note")
    if not note:
        raise RuleError(translate("Keys", "请写明在哪里、由谁找回。"), "note")
    audit.note(session, note)
    key.state = target
    return key


@verb("keys.lock_changed", *DESK)
def lock_changed(
    session: Session,
    uid: str,
    *,
    at: datetime | None = None,
    cost: int = 0,
    paid_by: str = "",
    approver_id: int | None = None,
) -> Key:
    """Note that the lock was changed: when, for how much (分), who paid, which supervisor agreed.

    The ring fits no more; it waits for its new keys. `same_lock` tells which other rings do not fit either.
    """
    key, moment = find(session, uid), _past(at, "relocked_at")
    target = rules.MACHINE.go(key.state, "relock")
    if key.lost_at and key.state == "lost" and moment < key.lost_at:
        raise RuleError(translate("Keys", "换锁时间早于遗失时间,请核对。"), "relocked_at")
    if cost < 0 or (cost and paid_by not in rules.PAYER_KEYS):
        raise RuleError(translate("Keys", "有费用时请选择由谁承担。"), "paid_by")
    key.relock_approver = _supervisor(session, approver_id)
    key.state, key.relocked_at, key.relock_cost, key.relock_paid_by = target, moment, cost, paid_by
    return key


@verb("keys.replaced", *DESK)
def replaced(session: Session, uid: str, *, pieces: int, note: str = "") -> Key:
    """Hang the new ring: `pieces` keys, under a new tag, for the old one may be in strange hands."""
    key = find(session, uid)
    target = rules.MACHINE.go(key.state, "replace")
    if key.state == "lost" and key.kind in rules.MUST_RELOCK:
        raise RuleError(translate("Keys", "遗失后须先换锁:请先登记换锁,再登记补配的新钥匙。"))
    if error := rules.wrong_pieces(pieces, rules.MOST_PIECES):
        raise error
    audit.note(session, clean(note, limit=120, field="note"))
    if key.state != "damaged":
        key.tag = filling.fresh_tag(session, key)
    if pieces != key.pieces:
        filling.replace_ring(key, [])
    key.state, key.pieces = target, pieces
    filling.index(session, key)
    return key


@verb("keys.damaged", *DESK)
def damaged(session: Session, uid: str, *, note: str) -> Key:
    """Take a ring out of use that is broken: what is wrong with it."""
    return _noted(session, uid, "damage", note, translate("Keys", "请写明哪里损坏,例如「齿断,芯片失灵」。"))


@verb("keys.repaired", *DESK)
def repaired(session: Session, uid: str, *, note: str = "") -> Key:
    """Hang a repaired ring back."""
    return _noted(session, uid, "repair", note, "")


@verb("keys.retire", *DESK)
def retire(session: Session, uid: str, *, reason: str, approver_id: int | None) -> Key:
    """Strike a key from the register, agreed by a supervisor; its hook is free again."""
    key = find(session, uid)
    target = rules.MACHINE.go(key.state, "retire")
    key.retired_why = clean(reason, limit=120, field="reason")
    if not key.retired_why:
        raise RuleError(translate("Keys", "注销须写明原因。"), "reason")
    audit.note(session, key.retired_why)
    key.retire_approver = _supervisor(session, approver_id)
    key.state, key.ended_at = target, clock.now()
    return key


@verb("keys.instruct", *DESK)
def instruct(
    session: Session,
    uid: str,
    *,
    text: str,
    valid_from: date | None = None,
    valid_until: date | None = None,
    whole_room: bool = False,
    by: str = "",
) -> Instruction:
    """Add what whoever takes the key is told, until the end of `valid_until`; `by` said so (the owner, say).

    `whole_room` says it with every key of the same room.
    """
    key, start = find(session, uid), valid_from or clock.today()
    text = clean(text, limit=120, field="text")
    if not text:
        raise RuleError(translate("Keys", "请填写须知,例如「家中有犬」。"), "text")
    if valid_until is not None and valid_until < max(start, clock.today()):
        raise RuleError(translate("Keys", "到期日已过,请改晚一些,或留空表示长期。"), "valid_until")
    if whole_room and key.room_id is None:
        raise RuleError(translate("Keys", "这把钥匙没有对应房号,须知只能用于这把钥匙。"), "whole_room")
    said = Instruction(
        key=key, room_id=key.room_id if whole_room else None, text=text, valid_from=start,
        valid_until=valid_until, by=clean(by, limit=60, field="by") or actor_of(session).name,
    )  # fmt: skip
    session.add(said)
    return said


@verb("keys.end_instruction", *DESK)
def end_instruction(session: Session, instruction_uid: str) -> Instruction:
    """Stop showing an instruction before its last day."""
    said = session.scalars(select(Instruction).where(Instruction.uid == instruction_uid)).one()
    said.ended = True
    return said


def _noted(session: Session, uid: str, step: str, note: str, asked: str) -> Key:
    key = find(session, uid)
    target = rules.MACHINE.go(key.state, step)
    note = clean(note, limit=120, field="note")
    if asked and not note:
        raise RuleError(asked, "note")
    audit.note(session, note)
    key.state = target
    return key


def _supervisor(session: Session, staff_id: int | None) -> str:
    """Return the name of the supervisor who agreed; RuleError when nobody was named or he may not."""
    staff = session.get(Staff, staff_id) if staff_id else None
    if staff is None or not staff.active or not staff.held & rules.SUPERVISORS:
        raise RuleError(translate("Keys", "须经客服主管同意:请选择同意的主管或经理。"), "approver")
    presence.note(session, staff, "approver")
    return staff.name


def _past(at: datetime | None, field: str) -> datetime:
    moment = at or clock.now()
    if moment > clock.now():
        raise RuleError(translate("Keys", "时间还没到,请核对。"), field)
    return moment


def _nobody_has(key: Key) -> None:
    key.holder_name, key.due_at, key.loan_uid = "", None, ""
