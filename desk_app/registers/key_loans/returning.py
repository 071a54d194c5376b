"""Verbs for what comes back, and for what does not: return, loss, changed lock, new key (domain.md F07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.text import clean
from desk_app.registers.key_loans import rules, terms
from desk_app.registers.key_loans.records import KeyLoan, Line, Loss, Return
from desk_app.registers.key_loans.service import find
from desk_app.registers.keys import service as keys

NO_DOOR = frozenset({"card", "office"})
"""Kinds of keys after which no door has to be looked at."""


@verb("key_loans.give_back", *DESK)
def give_back(
    session: Session,
    uid: str,
    *,
    by_name: str,
    lines: Sequence[Mapping[str, Any]] | None = None,
    locked: bool = False,
    note: str = "",
    reasons: Mapping[str, str] | None = None,
) -> KeyLoan:
    """Strike keys off: who brought them, how many, intact, the door locked; the actor answers for it (及时消项).

    `lines` are {"code", "pieces", "condition"}; None is all that is still out. What is not brought stays open.
    Raises Doubt under "locked" while nobody has made sure that the door is locked.
    """
    loan, reasons = find(session, uid), reasons or {}
    rules.MACHINE.go(loan.state, "give_part")
    by_name = clean(by_name, limit=60, field="by_name")
    note = clean(note, limit=200, field="note")
    if not by_name:
        raise RuleError(translate("KeyLoans", "请填写归还人。"), "by_name")
    brought = _brought(loan, lines)
    doors = any(line.key_kind not in NO_DOOR for line, _n, _c in brought)
    asked = doors and settings.get(session, terms.LOCKED)
    if asked and not locked and not reasons.get("locked"):
        sentence = translate("KeyLoans", "还没有确认门已锁:请问清或派安保去看,并写明结果。")
        raise Doubt(sentence, "locked")
    if reasons.get("locked"):
        note = clean(" ".join(filter(None, (note, reasons["locked"]))), limit=200)
    for line, pieces, condition in brought:
        _take(session, line, pieces, condition, by_name, locked, note)
    _strike_off(loan)
    return loan


def _brought(loan: KeyLoan, lines: Sequence[Mapping[str, Any]] | None) -> list[tuple[Line, int, str]]:
    """Read what was brought; FieldErrors name the cell as lines.<line>.<column>."""
    if lines is None:
        return [(line, line.left, "intact") for line in loan.open_lines]
    still_out = {line.code: line for line in loan.open_lines}
    found, wrong = [], []
    for number, given in enumerate(lines):
        code, pieces = str(given.get("code") or "").strip().upper(), given.get("pieces")
        if not code or pieces in (0, "", None):
            continue
        line = still_out.pop(code, None)
        if line is None:
            text = translate("KeyLoans", "{no} 没有借出 {code},请核对。")
            wrong.append(RuleError(text.format(no=loan.no, code=code), f"lines.{number}.code"))
        elif not isinstance(pieces, int) or not 1 <= pieces <= line.left:
            text = translate("KeyLoans", "{code} 还有 {count} 把未还,归还把数应为 1 到 {count}。")
            wrong.append(RuleError(text.format(code=code, count=line.left), f"lines.{number}.pieces"))
        else:
            found.append((line, pieces, "damaged" if given.get("condition") == "damaged" else "intact"))
    if wrong:
        raise FieldErrors(tuple(wrong))
    if not found:
        raise RuleError(translate("KeyLoans", "请填写这次还了哪些钥匙、几把。"), "lines")
    return found


def _take(
    session: Session, line: Line, pieces: int, condition: str, by_name: str, locked: bool, note: str
) -> None:
    now = clock.not_before(line.loan.out_at)
    keys.take_in(session, line.key_uid, pieces=pieces)
    session.add(
        Return(
            line=line, at=now, by_name=by_name, pieces=pieces, condition=condition, locked=locked, note=note,
            struck_by=actor_of(session).name,
        )
    )  # fmt: skip
    line.back_pieces += pieces
    if line.left == 0:
        line.is_open, line.back_at = False, now
        if any(back.condition == "damaged" for back in line.returns):
            keys.damaged(session, line.key_uid, note=note or translate("KeyLoans", "归还时损坏"))


def _strike_off(loan: KeyLoan) -> None:
    """Bring the loan to the state its lines are in."""
    if loan.open_lines:
        loan.state = rules.MACHINE.go(loan.state, "give_part")
        return
    losses = losses_of(loan)
    step = "give_rest" if any(one.pending for one in losses) else "give_last" if losses else "give_back"
    loan.state, loan.back_at = rules.MACHINE.go(loan.state, step), clock.not_before(loan.out_at)


@verb("key_loans.lose", *DESK)
def lose(
    session: Session, uid: str, *, code: str, answerable: str, at: datetime | None = None, note: str = ""
) -> Loss:
    """Note that a lent key is lost: who answers for it, when it was told. Its lock must be changed ([U13])."""
    loan = find(session, uid)
    rules.MACHINE.go(loan.state, "lose")
    line = next((one for one in loan.open_lines if one.code == code), None)
    if line is None:
        codes = listed(one.code for one in loan.open_lines)
        text = translate("KeyLoans", "请选择遗失的是哪一把:{codes}。")
        raise RuleError(text.format(codes=codes), "code")
    answerable = clean(answerable, limit=60, field="answerable")
    if not answerable:
        raise RuleError(translate("KeyLoans", "请填写责任人。"), "answerable")
    moment = at or clock.now()
    if moment < loan.out_at:
        raise RuleError(translate("KeyLoans", "报失时间早于借出时间,请核对。"), "at")
    note = clean(note, limit=200, field="note")
    keys.report_lost(session, line.key_uid, by=answerable, at=moment, note=note)
    loss = Loss(line=line, at=moment, pieces=line.left, answerable=answerable, note=note, cost=0, paid_by="")
    line.lost_pieces, line.is_open = line.left, False
    session.add(loss)
    session.flush()
    loan.state = rules.MACHINE.go(loan.state, "lose_one" if loan.open_lines else "lose")
    return loss


@verb("key_loans.relock", *DESK)
def relock(
    session: Session,
    uid: str,
    *,
    code: str,
    at: datetime | None = None,
    cost: int = 0,
    paid_by: str = "",
    approver_id: int | None = None,
) -> list[str]:
    """Note the changed lock of a lost key: when, cost 分, who pays; returns the hooks of keys that fit no more."""
    loan = find(session, uid)
    loan.state = rules.MACHINE.go(loan.state, "relock")
    loss = _pending(session, loan, code, relocked=False)
    key = keys.lock_changed(
        session, loss.line.key_uid, at=at, cost=cost, paid_by=paid_by, approver_id=approver_id
    )
    loss.relocked_at, loss.cost, loss.paid_by = key.relocked_at, cost, paid_by
    return [other.code for other in keys.same_lock(session, key)]


@verb("key_loans.replace", *DESK)
def replace(session: Session, uid: str, *, code: str, pieces: int, note: str = "") -> KeyLoan:
    """Hang the new key of a lost one; refused before its lock was changed (遗失 → 换锁 → 补配)."""
    loan = find(session, uid)
    loan.state = rules.MACHINE.go(loan.state, "replace")
    loss = _pending(session, loan, code)
    keys.replaced(session, loss.line.key_uid, pieces=pieces, note=note)
    loss.replaced_at = clock.not_before(loss.at)
    return _settled(loan)


@verb("key_loans.found", *DESK)
def found(session: Session, uid: str, *, code: str, note: str) -> KeyLoan:
    """Hang a lost key back that turned up before its lock was changed."""
    loan = find(session, uid)
    loan.state = rules.MACHINE.go(loan.state, "found")
    loss = _pending(session, loan, code, relocked=False)
    keys.found(session, loss.line.key_uid, note=note)
    loss.found_at = clock.not_before(loss.at)
    return _settled(loan)


def _pending(session: Session, loan: KeyLoan, code: str, *, relocked: bool | None = None) -> Loss:
    follow_cabinet(session, loan)
    for loss in losses_of(loan):
        fits = relocked is None or (loss.relocked_at is not None) == relocked
        if loss.line.code == code and loss.pending and fits:
            return loss
    text = translate("KeyLoans", "{no} 没有待处理的遗失钥匙 {code}。")
    raise RuleError(text.format(no=loan.no, code=code), "code")


def _settled(loan: KeyLoan) -> KeyLoan:
    if loan.state == "lost" and not any(loss.pending for loss in losses_of(loan)):
        loan.state = rules.MACHINE.go(loan.state, "settle")
    return loan


def losses_of(loan: KeyLoan) -> list[Loss]:
    """Return all losses of a loan."""
    return [loss for line in loan.lines for loss in line.losses]


@verb("key_loans.catch_up", Role.XG)
def catch_up(session: Session) -> int:
    """Follow what was noted at the cabinet itself (lost, lock changed, new key, found); returns how many lines.

    Run by the program at start and at midnight, and before a step of a loss.
    """
    loans = select(KeyLoan).where(KeyLoan.state.in_((*rules.OPEN, "lost")))
    return sum(follow_cabinet(session, loan) for loan in session.scalars(loans).all())


def follow_cabinet(session: Session, loan: KeyLoan) -> int:
    """Bring one loan to what the cabinet says of its keys; returns how many lines changed."""
    changed = sum(_lost_meanwhile(session, loan, line) for line in loan.open_lines)
    for loss in [one for one in losses_of(loan) if one.pending]:
        key = keys.find(session, loss.line.key_uid)
        if loss.relocked_at is None and key.relocked_at is not None and key.relocked_at >= loss.at:
            loss.relocked_at, loss.cost, loss.paid_by = key.relocked_at, key.relock_cost, key.relock_paid_by
            changed += 1
        if key.state not in ("lost", "relocked"):
            field = "found_at" if loss.relocked_at is None and key.state == "in_cabinet" else "replaced_at"
            setattr(loss, field, clock.now())
            changed += 1
    if changed and not loan.open_lines:
        _settled(loan)
    return changed


def _lost_meanwhile(session: Session, loan: KeyLoan, line: Line) -> int:
    key = keys.find(session, line.key_uid)
    if key.state not in ("lost", "relocked") or key.lost_at is None:
        return 0
    session.add(
        Loss(
            line=line, at=max(key.lost_at, loan.out_at), pieces=line.left, answerable=key.lost_by,
            note=key.lost_note, cost=0, paid_by="",
        )
    )  # fmt: skip
    line.lost_pieces, line.is_open = line.left, False
    loan.state = rules.MACHINE.go(loan.state, "lose_one" if loan.open_lines else "lose")
    return 1
