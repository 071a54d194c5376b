"""Verbs of the visitor register: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    audit,
    badges,
    blind,
    clock,
    identity,
    numbering,
    phones,
    plates,
    premises,
    search,
    settings,
    shifts,
)
from desk_app.core.declare import Ref
from desk_app.core.errors import FieldErrors, RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.visitors import restricted, rules
from desk_app.registers.visitors.records import Belonging, Companion, Visit

Values = Mapping[str, Any]
Line = TypeVar("Line", Belonging, Companion)
GUARDED_DESK = (*DESK, Role.MG)


@dataclass(frozen=True)
class Leaving:
    """What came of a sign-out: the visit, and what was brought in that must be compared."""

    visit: Visit
    left_with: tuple[str, ...]
    needs_slip: bool


@verb("visitors.register", *GUARDED_DESK)
def register(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> Visit:
    """Register somebody at the desk: inside with a badge once the host confirmed, else waiting or refused.

    Raises FieldErrors for what is missing, Doubt for what looks wrong (repeat with `reasons`).
    """
    _check(session, values, reasons or {})
    visit = _new(session, values, reasons or {})
    visit.in_at = clock.now()
    visit.state = "waiting"
    _settle(session, visit, values)
    index(session, visit)
    return visit


@verb("visitors.expect", *DESK)
def expect(session: Session, values: Values) -> Visit:
    """Note somebody who is expected: name, host and time are enough."""
    errors = rules.require(
        {**values, "party_size": values.get("party_size") or 1}, phone_or_id=False, id_required=False
    )
    when = values.get("expected_at")
    if not isinstance(when, datetime):
        errors.append(
            RuleError(translate("Visitors", "请填写预计到访时间,例如 14:30 或 11-23 09:00。"), "expected_at")
        )
    elif clock.local(when).date() < clock.today():
        errors.append(RuleError(translate("Visitors", "预计到访时间已过,请改为今天或以后。"), "expected_at"))
    raise_first(errors, [])
    assert isinstance(when, datetime)
    visit = _new(session, values, {})
    visit.state, visit.expected_at, visit.day = "expected", when, clock.local(when).date()
    index(session, visit)
    return visit


@verb("visitors.arrive", *GUARDED_DESK)
def arrive(session: Session, uid: str, values: Values, reasons: Mapping[str, str] | None = None) -> Visit:
    """Register an expected visitor's arrival with what the form now says."""
    visit = find(session, uid)
    rules.MACHINE.go(visit.state, "arrive")
    _check(session, values, reasons or {})
    _fill(session, visit, values, reasons or {})
    visit.state, visit.in_at, visit.day = "waiting", clock.now(), clock.today()
    _settle(session, visit, values)
    index(session, visit)
    return visit


@verb("visitors.admit", *GUARDED_DESK)
def admit(session: Session, uid: str, *, confirm: str, confirmed_by: str, badge: str = "") -> Visit:
    """Let a waiting visitor in after the host confirmed; or note the refusal or that nobody answers."""
    visit = find(session, uid)
    rules.MACHINE.go(visit.state, "admit")
    if confirm not in {choice.key for choice in rules.CONFIRMS}:
        raise RuleError(translate("Visitors", "请选择被访人怎样答复。"), "confirm")
    _settle(session, visit, {"confirm": confirm, "confirmed_by": confirmed_by, "badge": badge})
    index(session, visit)
    return visit


@verb("visitors.sign_out", *GUARDED_DESK)
def sign_out(session: Session, uid: str, *, at: datetime | None = None, badge_lost: bool = False) -> Leaving:
    """Sign a visitor out now, or at an earlier time; a badge not given back is reported lost."""
    visit = find(session, uid)
    _leave(session, visit, "sign_out", at, badge_lost=badge_lost)
    return _leaving(session, visit)


@verb("visitors.force_out", *DESK)
def force_out(
    session: Session, uid: str, *, reason: str, at: datetime | None = None, badge_lost: bool = False
) -> Leaving:
    """Sign out somebody who left without saying so; it stays marked as forced, with the reason."""
    visit = find(session, uid)
    reason = clean(reason, limit=120)
    if not reason:
        raise RuleError(translate("Visitors", "强制签离须写明原因,例如「昨晚离开未签离」。"), "reason")
    audit.note(session, reason)
    visit.end_reason = reason
    _leave(session, visit, "force_out", at, badge_lost=badge_lost)
    return _leaving(session, visit)


@verb("visitors.sign_out_by_badge", *GUARDED_DESK)
def sign_out_by_badge(session: Session, code: str, *, at: datetime | None = None) -> Leaving:
    """Sign out whoever holds a badge; RuleError when it is in stock or held for something else."""
    uid = badges.holder(session, code)
    visit = session.scalars(select(Visit).where(Visit.uid == uid)).one_or_none() if uid else None
    if visit is None:
        raise RuleError(
            translate("Visitors", "{code} 没有发给在访的访客,请核对牌号。").format(code=clean(code)), "badge"
        )
    return sign_out(session, visit.uid, at=at)


@verb("visitors.refuse", *GUARDED_DESK)
def refuse(session: Session, uid: str, *, reason: str) -> Visit:
    """Note that the host does not receive the visitor."""
    visit = _end(session, uid, "refuse", reason, translate("Visitors", "请写明拒访原因。"))
    visit.end_reason = clean(reason, limit=120)
    return visit


@verb("visitors.miss", *DESK)
def miss(session: Session, uid: str) -> Visit:
    """Note that an expected visitor did not come."""
    visit = find(session, uid)
    visit.state = rules.MACHINE.go(visit.state, "miss")
    return visit


@verb("visitors.void", *DESK)
def void(session: Session, uid: str, *, reason: str) -> Visit:
    """Void a registration made by mistake: the number stays, the reason too, the badge comes back."""
    visit = _end(session, uid, "void", reason, translate("Visitors", "作废须写明原因。"))
    visit.void_reason, visit.void_by, visit.void_at = (
        clean(reason, limit=120),
        actor_of(session).name,
        clock.now(),
    )
    badges.take_back(session, uid)
    return visit


@verb("visitors.correct", *DESK)
def correct(
    session: Session, uid: str, values: Values, *, reason: str, reasons: Mapping[str, str] | None = None
) -> Visit:
    """Correct a registration: a new version, the old one stays readable in the history."""
    visit = find(session, uid)
    if visit.state == "void":
        raise RuleError(translate("Visitors", "已作废的登记不能更正,请重新登记。"))
    _check(session, values, reasons or {}, late=True)
    audit.note(session, clean(reason, limit=120, field="reason"))
    _fill(session, visit, values, reasons or {})
    _fill_confirm(visit, values)
    new_badge = clean(str(values.get("badge") or ""), limit=20).upper()
    if visit.state == "inside" and new_badge != visit.badge:
        badges.take_back(session, uid)
        visit.badge = badges.give(session, new_badge, uid, visit.name, kind="visitor") if new_badge else ""
    index(session, visit)
    return visit


def find(session: Session, uid: str) -> Visit:
    """Return one visit; NoResultFound when there is none."""
    return session.scalars(select(Visit).where(Visit.uid == uid)).one()


def id_required(config: settings.Settings, now: datetime) -> bool:
    """Say whether an ID must be seen now: outside office hours (domain.md F04)."""
    local = clock.local(now)
    start, end = config.get(rules.OFFICE_START), config.get(rules.OFFICE_END)
    return config.get(rules.ID_OFF_HOURS) and not start <= f"{local:%H:%M}" < end


def _check(session: Session, values: Values, reasons: Mapping[str, str], *, late: bool = False) -> None:
    config = settings.load(session)
    required = id_required(config, clock.now()) and not late
    errors = rules.require(values, phone_or_id=config.get(rules.PHONE_OR_ID), id_required=required)
    restriction = None if late else restricted.doubt(session, values, reasons)
    raise_first(errors, [*([restriction] if restriction else ()), *rules.doubts(values, reasons)])


def _new(session: Session, values: Values, reasons: Mapping[str, str]) -> Visit:
    actor = actor_of(session)
    visit = Visit(
        no=numbering.take(session, rules.PREFIX), state="waiting", day=clock.today(),
        handler_id=actor.staff_id, handler_name=actor.name, shift=shifts.current(settings.load(session)).label,
        uid=str(values.get("uid") or new_uid()), belongings=[], party=[],
    )  # fmt: skip
    _fill(session, visit, values, reasons)
    session.add(visit)
    return visit


def _fill(session: Session, visit: Visit, values: Values, reasons: Mapping[str, str]) -> None:
    room = values.get("host_room")
    room = room if isinstance(room, Ref) else Ref(None, str(room or ""))
    visit.name = _text(values, "name", 60)
    visit.party_size = int(values.get("party_size") or 1)
    visit.org = _text(values, "org", 60)
    visit.phone = phones.normalise(_text(values, "phone", 30))
    visit.room_id, visit.host_room = room.id, clean(room.text, limit=100, field="host_room")
    visit.host_name = _text(values, "host_name", 60)
    visit.purpose = str(values["purpose"])
    visit.purpose_note = _text(values, "purpose_note", 120)
    visit.zone = _text(values, "zone", 60)
    visit.plate = plates.normalise(_text(values, "plate", 20))
    visit.exp_out = values.get("exp_out")
    visit.remark = clean(str(values.get("remark") or ""), limit=200, multiline=True, field="remark")
    _fill_id(session, visit, values, reasons)
    _lines(visit, values)


def _text(values: Values, key: str, limit: int) -> str:
    return clean(str(values.get(key) or ""), limit=limit, field=key)


def _fill_id(session: Session, visit: Visit, values: Values, reasons: Mapping[str, str]) -> None:
    """Note which document was seen; keep its number only where the setting says so (domain.md §4.2)."""
    changed = visit.id_kind != str(values.get("id_kind") or "")
    visit.id_kind = str(values.get("id_kind") or "")
    number = str(values.get("id_no") or "")
    if visit.id_kind and number and settings.get(session, rules.STORE_ID):
        visit.id_no = identity.normalise(identity.IdKind(visit.id_kind), number)
    elif not visit.id_kind or changed:
        visit.id_no = ""  # a number belongs to its document
    if number or changed:
        visit.id_mark = blind.id_mark(session, visit.id_kind, number)
    said = [reasons[key] for key in ("name", "id_no", "phone", "plate") if reasons.get(key)]
    if said:
        visit.id_reason = clean(";".join(said), limit=200)


def _lines(visit: Visit, values: Values) -> None:
    """Put the typed lines in place."""
    _replace(visit.belongings, values.get("belongings"), _belonging)
    _replace(visit.party, values.get("party"), _companion)


def _replace(kept: list[Line], wanted: Sequence[Values] | None, make: Callable[[int, Values], Line]) -> None:
    """Add the wanted lines unless they are there already; a line from before is struck, not removed."""
    if wanted is None:
        return
    named = [line for line in wanted if clean(str(line.get("name") or ""))]
    new = [make(seq, line) for seq, line in enumerate(named, len(kept) + 1)]
    old = [line for line in kept if not line.removed]
    if [_told(line) for line in new] == [_told(line) for line in old]:
        return
    for line in old:
        line.removed = True
    kept.extend(new)


def _told(line: Belonging | Companion) -> tuple[object, ...]:
    return (line.name, getattr(line, "quantity", 1))


def _belonging(seq: int, line: Values) -> Belonging:
    quantity = line.get("quantity") or 1
    if not isinstance(quantity, int) or not 1 <= quantity <= 99999:
        raise RuleError(translate("Visitors", "携带物品的数量应为 1 以上的整数。"), "belongings")
    return Belonging(seq=seq, name=clean(str(line["name"]), limit=60), quantity=quantity)


def _companion(seq: int, line: Values) -> Companion:
    return Companion(seq=seq, name=clean(str(line["name"]), limit=60))


def _fill_confirm(visit: Visit, values: Values) -> None:
    """Correct who answered and how; whether the visitor was let in is not changed by a correction."""
    answer = str(values.get("confirm") or "")
    if answer in rules.ADMITTING and visit.confirm in rules.ADMITTING:
        visit.confirm = answer
        visit.confirmed_by = _text(values, "confirmed_by", 60) or visit.confirmed_by


def _settle(session: Session, visit: Visit, values: Values) -> None:
    """Apply the host's answer: admitted with a badge, refused, or waiting on."""
    answer = str(values.get("confirm") or "")
    visit.confirm = answer
    visit.confirmed_by = clean(str(values.get("confirmed_by") or ""), limit=60)
    visit.confirmed_at = clock.now() if answer else None
    if answer == "refused":
        visit.state = rules.MACHINE.go(visit.state, "refuse")
    elif answer in rules.ADMITTING:
        if not visit.confirmed_by:
            sentence = translate("Visitors", "请填写是谁确认的(接电话的人)。")
            raise FieldErrors((RuleError(sentence, "confirmed_by"),))
        visit.state = rules.MACHINE.go(visit.state, "admit")
        hours = settings.get(session, rules.STAY_HOURS)
        visit.in_at = visit.in_at or clock.now()
        visit.exp_out = visit.exp_out or rules.default_leave(visit.in_at, hours)
        if visit.exp_out <= visit.in_at:
            raise RuleError(translate("Visitors", "预计离开时间早于到访时间,请改晚一些。"), "exp_out")
        if values.get("badge"):
            visit.badge = badges.give(session, str(values["badge"]), visit.uid, visit.name, kind="visitor")


def _leave(session: Session, visit: Visit, step: str, at: datetime | None, *, badge_lost: bool) -> None:
    visit.state = rules.MACHINE.go(visit.state, step)
    moment = at or clock.not_before(visit.in_at)
    if visit.in_at and moment < visit.in_at:
        raise RuleError(translate("Visitors", "离开时间早于到访时间,请核对。"), "out_at")
    if at and at > clock.now():
        raise RuleError(translate("Visitors", "离开时间还没到,请核对。"), "out_at")
    visit.out_at, visit.badge_lost = moment, badge_lost
    badges.take_back(session, visit.uid, lost=badge_lost)


def _leaving(session: Session, visit: Visit) -> Leaving:
    kept = [line for line in visit.belongings if not line.removed]
    words = settings.get(session, rules.BULKY).split()
    return Leaving(
        visit,
        tuple(f"{line.name}×{line.quantity}" for line in kept),
        any(word in line.name for line in kept for word in words),
    )


def _end(session: Session, uid: str, step: str, reason: str, missing: str) -> Visit:
    visit = find(session, uid)
    reason = clean(reason, limit=120)
    if not reason:
        raise RuleError(missing, "reason")
    audit.note(session, reason)
    visit.state = rules.MACHINE.go(visit.state, step)
    return visit


def index(session: Session, visit: Visit) -> None:
    """Make a visit findable by what its row says now."""
    session.flush()
    fields = {
        "name": "\n".join([visit.name, visit.host_name, *(p.name for p in visit.party if not p.removed)]),
        "company": f"{visit.org}\n{visit.host_room}",
        "room": visit.host_room,
        "phone": visit.phone,
        "plate": visit.plate,
        "number": f"{visit.no}\n{visit.badge}",
    }
    search.put(
        session, "visitors", visit.id, visit.uid, fields,
        title=f"{visit.name} {visit.org}".strip(), detail=f"{visit.no} {visit.host_room}", room="",
    )  # fmt: skip


def expect_list(session: Session, lines: Sequence[Values]) -> list[Visit]:
    """Note a pasted list of expected visitors; all or none, errors name the line."""
    made = []
    for number, line in enumerate(lines, 1):
        try:
            made.append(expect(session, {**line, "host_room": _known_room(session, line.get("host_room"))}))
        except RuleError as error:
            prefix = translate("Visitors", "第 {n} 行:{text}").format(n=number, text=error.text)
            raise RuleError(prefix, "list") from error
    return made


def _known_room(session: Session, given: object) -> Ref:
    """Return the room that a typed text names, with who uses it; a text that names none stays text."""
    ref = given if isinstance(given, Ref) else Ref(None, str(given or ""))
    room = premises.room_by_text(session, ref.text) if ref.id is None and ref.text else None
    if room is None:
        return ref
    customer = premises.occupant(session, room.id)
    return Ref(room.id, f"{room.name} {customer.shown_name if customer else ''}".strip())
