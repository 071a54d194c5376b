"""Verbs of the permit, from its issue to its end: each one unit of work inside the caller's session (F12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    attachments,
    audit,
    clock,
    duties,
    numbering,
    presence,
    renovations,
    settings,
    voiding,
)
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, Staff, actor_of, at_work, verb
from desk_app.core.renovations import RenovationPermit
from desk_app.core.text import clean
from desk_app.registers.renovation_permits import drafting, paper, rules, terms, under
from desk_app.registers.renovation_permits.facts import case_of, missing_trials, paid, state_of
from desk_app.registers.renovation_permits.records import Renovation, RenovationExtension
from desk_app.registers.renovation_permits.service import Render, copy_of, find

STOPPERS = DESK
ENDED_EARLY = ("finished", "cancelled", "void")
"""What prints with the mark of a void paper: its last day may lie ahead."""


@verb("renovation_permits.issue", *DESK)
def issue(
    session: Session,
    uid: str,
    archive: Archive,
    render: Render,
    *,
    starts: date | None = None,
    ends: date | None = None,
    hours: str = "",
) -> Renovation:
    """Give the permit its number, tell the house, render and archive it, all in this unit of work.

    Days and hours are those applied for unless others are given. Raises FieldErrors for what is missing.
    """
    one, config, today = find(session, uid), settings.load(session), clock.today()
    target = rules.MACHINE.go(state_of(one), "issue")
    case = replace(case_of(one), starts=starts or one.starts, ends=ends or one.ends)
    raise_first([
        *rules.wrong_days(case, today), *rules.missing_fees(paid(one), config),
        *rules.expired_papers(case, today), *missing_trials(one, config),
    ])  # fmt: skip
    one.starts, one.ends = case.starts, case.ends
    one.hours = hours if label_of(terms.HOURS, hours) else one.hours
    one.permit_no, one.state = numbering.take(session, rules.PERMIT_PREFIX), target
    one.issued_at, one.issued_by = clock.now(), actor_of(session).name
    one.hours_text = paper.hours_text(one.hours, config)
    assert one.starts is not None
    assert one.ends is not None
    session.add(
        RenovationPermit(
            no=one.permit_no, record_uid=one.uid, state="valid", room_id=one.room_id, place=one.place,
            customer=one.customer, org=one.org, foreman=one.foreman, phone=one.foreman_phone, starts=one.starts,
            ends=one.ends, hours=one.hours_text,
        )
    )  # fmt: skip
    drafting.index(session, one)
    _archive(session, one, archive, render)
    return one


@verb("renovation_permits.extend", *DESK)
def extend(
    session: Session,
    uid: str,
    archive: Archive,
    render: Render,
    *,
    new_end: date | None,
    reason: str,
    approver_id: int | None,
) -> Renovation:
    """Put the last day later as a new dated row, with the supervisor's or manager's consent; a new paper."""
    one, today = find(session, uid), clock.today()
    rules.MACHINE.go(state_of(one), "extend")
    assert one.ends is not None
    reason, approver = clean(reason, limit=120, field="reason"), at_work(session, approver_id)
    errors = rules.wrong_extension(
        new_end, one.ends, today, reason, approver.name if approver else "",
        approver.held if approver else frozenset(),
    )  # fmt: skip
    errors += [RuleError(error.text, "new_end") for error in rules.expired_papers(case_of(one), today)]
    config, actor = settings.load(session), actor_of(session)
    if approver is not None and duties.clash(config, duties.HANDLER, approver.id, actor.staff_id):
        errors.append(RuleError(translate("Renovations", "延期须由另一人批准,请改选。"), "approver"))
    raise_first(errors)
    assert new_end is not None
    assert approver is not None
    presence.note(session, approver, "approver")
    one.extensions.append(RenovationExtension( old_end=one.ends, new_end=new_end, reason=reason, approver_id=approver.id,
            approver=approver.name, who=actor_of(session).name,
        )
    )  # fmt: skip
    one.ends = _told(session, one).ends = new_end
    session.flush()
    _archive(session, one, archive, render)
    return one


@verb("renovation_permits.suspend", *STOPPERS)
def suspend(session: Session, uid: str, *, reason: str) -> Renovation:
    """Suspend a permit: passes under it are frozen, hot work is broken off, until it is lifted."""
    one = find(session, uid)
    target = rules.MACHINE.go(state_of(one), "suspend")
    reason = _reason(reason, translate("Renovations", "请写明吊扣的原因,例如违章项目。"))
    one.state, one.stop_reason = target, reason
    told = _told(session, one)
    told.state, told.reason = "suspended", reason
    audit.note(session, reason)
    session.flush()
    under.stop(session, told.uid, reason=reason, ended=False)
    return one


@verb("renovation_permits.lift", *STOPPERS)
def lift(session: Session, uid: str, *, reason: str) -> Renovation:
    """Lift a suspension: frozen passes go on; hot work needs a new certificate."""
    one = find(session, uid)
    target = rules.MACHINE.go(state_of(one), "lift")
    audit.note(session, _reason(reason, translate("Renovations", "请写明整改结果。")))
    one.state, one.stop_reason = target, ""
    told = _told(session, one)
    told.state, told.reason = "valid", ""
    session.flush()
    under.resume(session, told.uid)
    return one


@verb("renovation_permits.finish", *DESK)
def finish(session: Session, uid: str, *, note: str = "") -> Renovation:
    """Note that the works are done: the permit ends (acceptance and refunds come later)."""
    note = clean(note, limit=120, field="note")
    audit.note(session, note)
    return _end(session, find(session, uid), "finish", note)


@verb("renovation_permits.cancel", *DESK)
def cancel(session: Session, uid: str, *, reason: str) -> Renovation:
    """Cancel a permit before its last day."""
    reason = _reason(reason, translate("Renovations", "请写明注销的原因。"))
    audit.note(session, reason)
    return _end(session, find(session, uid), "cancel", reason)


@verb("renovation_permits.void", *DESK)
def void(session: Session, uid: str, *, reason: str, approver_id: int | None, note: str = "") -> Renovation:
    """Void a permit issued by mistake: `reason` of terms.VOID_REASONS, reviewed by supervisor or manager."""
    one, note = find(session, uid), clean(note, limit=120, field="note")
    rules.MACHINE.go(state_of(one), "void")
    approver, errors = at_work(session, approver_id), []
    if not label_of(terms.VOID_REASONS, reason):
        errors.append(RuleError(translate("Renovations", "请选择作废原因。"), "reason"))
    elif reason == "other" and not note:
        errors.append(RuleError(translate("Renovations", "原因选了「其他」,请写明。"), "note"))
    if approver is None or not approver.held & rules.SUPERVISORS:
        errors.append(RuleError(translate("Renovations", "作废须由客服主管或经理复核,请选择。"), "approver"))
    else:
        errors += _too_near(session, one, approver)
    raise_first(errors)
    assert approver is not None
    voiding.keep(session, one, terms.VOID_REASONS, reason, note, approver)
    label = label_of(terms.VOID_REASONS, reason)
    return _end(session, one, "void", ":".join(filter(None, (label, note))))


def _too_near(session: Session, one: Renovation, approver: Staff) -> list[RuleError]:
    """Return that the reviewer voids or handled it himself, or took money for it (domain.md §1.1)."""
    config, takers = settings.load(session), [fee.who for fee in one.fees if fee.amount and not fee.removed]
    if duties.clash(config, duties.VOIDER, approver.id, actor_of(session).staff_id):
        return [RuleError(translate("Renovations", "作废须由另一人复核,请改选。"), "approver")]
    if duties.clash(config, duties.VOIDER, approver.id, one.handler_id):
        return [RuleError(voiding.handler_reviews().format(name=approver.name), "approver")]
    if duties.clash(config, duties.MONEY, approver.name, *takers):
        text = translate("Renovations", "{name} 是收款人,不能复核已收款单据的作废,请改选。")
        return [RuleError(text.format(name=approver.name), "approver")]
    return []


@verb("renovation_permits.expire", Role.XG)
def expire_due(session: Session) -> int:
    """End the permits whose last day is over; run by the program at start and at midnight. Returns how many."""
    query = select(Renovation).where(Renovation.state.in_(rules.IN_FORCE), Renovation.ends < clock.today())
    found = session.scalars(query).all()
    for one in found:
        one.state = rules.MACHINE.go(one.state, "expire")
        _stop_for_good(session, one, "")
    return len(found)


@verb("renovation_permits.print_permit", *DESK)
def print_permit(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the newest permit paper to print (again)."""
    one = find(session, uid)
    if state_of(one) == "suspended":
        raise RuleError(translate("Renovations", "许可证吊扣中,不能打印;恢复施工后再打印。"))
    kept = attachments.paper_of(session, uid, paper.PERMIT)
    if kept is None:
        raise RuleError(
            translate("Renovations", "{no} 还没有发许可证,没有可打印的证。").format(no=one.shown_no)
        )
    return copy_of(session, kept, archive, void=state_of(one) in ENDED_EARLY)


def _archive(session: Session, one: Renovation, archive: Archive, render: Render) -> None:
    assert one.permit_no is not None
    archive.store(
        session, entity=one.history_entity, record_uid=one.uid, no=one.permit_no, form=paper.PERMIT,
        pdf=render(paper.permit_values(session, one)),
    )  # fmt: skip


def _end(session: Session, one: Renovation, step: str, reason: str) -> Renovation:
    one.state = rules.MACHINE.go(state_of(one), step)
    _stop_for_good(session, one, reason)
    return one


def _stop_for_good(session: Session, one: Renovation, reason: str) -> None:
    one.stop_reason, one.ended_at = reason, clock.not_before(one.issued_at)
    told = _told(session, one)
    told.state, told.reason = "ended", ":".join(filter(None, (paper.ENDED_BY[one.state], reason)))
    session.flush()
    under.stop(session, told.uid, reason=told.reason, ended=True)


def _told(session: Session, one: Renovation) -> RenovationPermit:
    told = renovations.of_record(session, one.uid)
    assert told is not None, one.uid
    return told


def _reason(given: str, sentence: str) -> str:
    reason = clean(given, limit=120, field="reason")
    if not reason:
        raise RuleError(sentence, "reason")
    return reason
