"""Verbs of a pass in somebody's hands: extended, lost, replaced, taken back, confiscated, stopped, run out."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, duties, enclosures, presence, settings
from desk_app.core.attachments import Archive
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, actor_of, at_work, verb
from desk_app.core.renovations import RenovationPermit
from desk_app.core.text import clean
from desk_app.registers.entry_passes import drafting, photos, rules, terms, validity
from desk_app.registers.entry_passes.facts import amounts, case_of, state_of
from desk_app.registers.entry_passes.records import EntryPass, PassExtension
from desk_app.registers.entry_passes.service import Renders, file_papers, find

STOPPERS = (*DESK, Role.GC, Role.AB)
"""Whoever may end or suspend a renovation permit stops the passes under it."""


@verb("entry_passes.extend", *DESK)
def extend(
    session: Session,
    uid: str,
    archive: Archive,
    renders: Renders,
    *,
    new_end: date | None,
    approver_id: int | None,
    receipt: str = "",
    taken_by: int | None = None,
) -> PassExtension:
    """Extend a long pass to `new_end` with a new dated row and new papers; KZ or JL approves (F08)."""
    one, config, actor, today = find(session, uid), settings.load(session), actor_of(session), clock.today()
    target = rules.MACHINE.go(state_of(one, config), "extend")
    case, approver, cashier = (
        case_of(session, one),
        at_work(session, approver_id),
        at_work(session, taken_by),
    )
    payment = rules.Payment(
        config.get(terms.EXTENSION_FEE), 0, clean(receipt, limit=40, field="receipt"),
        cashier.name if cashier else "",
    )  # fmt: skip
    assert one.ends is not None  # what can be extended was issued
    asked = rules.Extending(
        one.kind, one.ends, new_end, one.permit_no, case.permit_refusal, case.permit_ends,
        approver.name if approver else "", approver.held if approver else frozenset(),
        approver is not None and duties.clash(config, duties.HANDLER, approver.id, actor.staff_id), payment, case,
    )  # fmt: skip
    raise_first(rules.wrong_extension(asked, rules.policy(config), today))
    assert new_end is not None and approver is not None  # wrong_extension names a missing one
    presence.note(session, approver, "approver")
    if cashier is not None:
        presence.note(session, cashier, "taken_by")
    row = PassExtension(
        nth=len(one.extensions) + 1, starts=validity.extension_start(one.ends, today), ends=new_end,
        fee=payment.fee, receipt=payment.receipt, taken_by=payment.taken_by, approver_name=asked.approver,
        handler_name=actor.name, day=today,
    )  # fmt: skip
    one.extensions.append(row)
    one.ends, one.state = new_end, target
    session.flush()
    file_papers(session, one, archive, renders)
    return row


@verb("entry_passes.give_back", *DESK)
def give_back(
    session: Session, uid: str, *, condition: str, on: date | None = None, by: str = "", note: str = ""
) -> EntryPass:
    """Record that a card came back: when, in what condition, who brought it. Also one that was lost and found."""
    one, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(state_of(one, config), "give_back")
    if label_of(terms.CONDITIONS, condition) == "":
        raise RuleError(translate("EntryPasses", "请选择退回的证是否完好。"), "condition")
    if open_replacement(session, one) is not None:
        raise RuleError(translate("EntryPasses", "这张证正在补办,请先放弃补办的申请,再登记退证。"))
    _ended(one, condition, on, clean(by, limit=60, field="by"), clean(note, limit=120, field="note"))
    one.state = target
    return one


@verb("entry_passes.report_lost", *DESK)
def report_lost(session: Session, uid: str, *, note: str, on: date | None = None) -> EntryPass:
    """Record that a card is lost: it is worth nothing from now on; `note` says how and who reported it."""
    one, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(state_of(one, config), "report_lost")
    one.lost_note = clean(note, limit=120, field="note")
    if not one.lost_note:
        raise RuleError(translate("EntryPasses", "请写明谁报失、怎样遗失的。"), "note")
    one.lost_on, one.state = _day_since_issue(one, on), target
    audit.note(session, one.lost_note)
    return one


@verb("entry_passes.replace", *DESK)
def replace(session: Session, uid: str, archive: Archive) -> EntryPass:
    """Return the application that replaces a lost pass, with a new number at issue and no later end.

    It was approved already, so a long one waits for its fee, a temporary one for issue; the one already begun is
    returned again.
    """
    one, config = find(session, uid), settings.load(session)
    rules.MACHINE.go(state_of(one, config), "replace")
    begun = open_replacement(session, one)
    if begun is not None:
        return begun
    if one.ends is None or one.ends < clock.today():
        raise RuleError(
            translate("EntryPasses", "原证有效期已到 {day},不能补证;请重新办证。").format(day=one.ends)
        )
    fresh = drafting.copy(session, one, "replaced", verified=True)
    fresh.replaces_uid, fresh.not_after, fresh.approver_name = one.uid, one.ends, one.approver_name
    photo = photos.of(session, one.uid)
    if photo is not None:
        path = str(enclosures.full_path(archive, photo))
        enclosures.attach(session, archive, fresh, [path], kind=photos.KIND)[0].name = photo.name
    if one.kind == "long":
        fresh.state = "awaiting_fee" if any(amounts(fresh, config)) else "paid"
    return fresh


@verb("entry_passes.confiscate", *DESK)
def confiscate(session: Session, uid: str, *, kind: str, note: str, on: date | None = None) -> EntryPass:
    """Record that a card was taken away: 过期, 转借, 串房 or 违规, and what happened. The deposit is not touched:
    keeping it needs JL, a reason and a notice, and comes with the ledger (domain.md F08 ⚠).
    """
    one, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(state_of(one, config), "confiscate")
    if label_of(terms.CONFISCATED_FOR, kind) == "":
        raise RuleError(translate("EntryPasses", "请选择没收原因。"), "kind")
    note = clean(note, limit=120, field="note")
    if not note:
        raise RuleError(translate("EntryPasses", "请写明经过,例如「在 15-09 施工,证上为 15-08」。"), "note")
    _ended(one, kind, on, "", note)
    one.state = target
    return one


@verb("entry_passes.stop_under", *STOPPERS)
def stop_under(session: Session, permit_uid: str, *, ended: bool, reason: str) -> list[EntryPass]:
    """Stop the passes under a renovation permit that ended, freeze them while it is suspended (F12).

    `permit_uid` is the permit's or its application's. Returns the passes it changed.
    """
    changed = []
    for one in _under(session, permit_uid):
        step = "stop" if ended else "freeze"
        if not rules.MACHINE.can(one.state, step):
            continue
        one.state = rules.MACHINE.go(one.state, step)
        one.held_since, one.held_reason = clock.today(), clean(reason, limit=120)
        changed.append(one)
    return changed


@verb("entry_passes.resume_under", *STOPPERS)
def resume_under(session: Session, permit_uid: str) -> list[EntryPass]:
    """Give the frozen passes under a permit back, when work goes on. Returns the passes it changed."""
    changed = [one for one in _under(session, permit_uid) if one.state == "frozen"]
    for one in changed:
        one.state = rules.MACHINE.go(one.state, "unfreeze")
        one.held_since, one.held_reason = None, ""
    return changed


@verb("entry_passes.expire", Role.XG)
def expire_due(session: Session) -> int:
    """Note which passes ran out or are overdue; run by the program at start and at midnight. Returns how many."""
    config, today = settings.load(session), clock.today()
    query = select(EntryPass).where(
        EntryPass.state.in_(("issued", "frozen", "expired")), EntryPass.ends < today
    )
    changed = 0
    for one in session.scalars(query).all():
        now = state_of(one, config)
        if now != one.state:
            one.state = rules.MACHINE.go(one.state, "expire" if now == "expired" else "run_late")
            changed += 1
    return changed


def open_replacement(session: Session, one: EntryPass) -> EntryPass | None:
    """Return the application that is to replace a pass and is not issued yet."""
    query = select(EntryPass).where(
        EntryPass.replaces_uid == one.uid, EntryPass.state.in_(rules.BEFORE_ISSUE)
    )
    return session.scalars(query).first()


def _under(session: Session, permit_uid: str) -> list[EntryPass]:
    known = or_(RenovationPermit.uid == permit_uid, RenovationPermit.record_uid == permit_uid)
    numbers = select(RenovationPermit.no).where(known)
    query = select(EntryPass).where(EntryPass.permit_no.in_(numbers), EntryPass.no.is_not(None))
    return list(session.scalars(query.order_by(EntryPass.id)))


def _ended(one: EntryPass, kind: str, on: date | None, by: str, note: str) -> None:
    one.ended_on, one.ended_kind, one.ended_by, one.ended_note = _day_since_issue(one, on), kind, by, note


def _day_since_issue(one: EntryPass, on: date | None) -> date:
    """Return a day that was said, today when none was; RuleError when it cannot be."""
    day = on or clock.today()
    if day > clock.today() or (one.starts is not None and day < one.starts):
        sentence = translate("EntryPasses", "日期应在发证日 {starts} 到今天之间。")
        raise RuleError(sentence.format(starts=one.starts), "on")
    return day
