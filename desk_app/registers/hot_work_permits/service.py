"""Verbs of the hot-work permits at the desk, from application to issue; the site's are in `site.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desk_app.core import (
    approvals,
    attachments,
    audit,
    clock,
    enclosures,
    links,
    lone,
    numbering,
    phones,
    presence,
    settings,
    shifts,
    voiding,
)
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, Staff, verb
from desk_app.core.renovations import RenovationPermit
from desk_app.core.text import clean
from desk_app.registers.hot_work_permits import checks, drafting, levels, rules, terms
from desk_app.registers.hot_work_permits.drafting import Values
from desk_app.registers.hot_work_permits.facts import case_of, state_of
from desk_app.registers.hot_work_permits.paper import FORM, permit_values
from desk_app.registers.hot_work_permits.records import HotWorkAnswer, HotWorkPermit

Render = Callable[[Mapping[str, object]], bytes]
CONTEXT = "HotWork"
APPROVED = {
    "inspected_at": None, "inspected_by": "", "inspect_note": "", "approved_at": None, "approved_by": "",
}  # fmt: skip


@verb("hot_work_permits.save", *DESK)
def save(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> HotWorkPermit:
    """Make or change a draft; `values` may carry the draft's "uid". Only the place is required yet.

    Raises FieldErrors for what cannot be read.
    """
    uid = str(values.get("uid") or "")
    found = (
        session.scalars(select(HotWorkPermit).where(HotWorkPermit.uid == uid)).one_or_none() if uid else None
    )
    permit = found or drafting.new(session, uid)
    permit.state = rules.MACHINE.go(state_of(permit), "save")
    drafting.handled(session, permit)
    drafting.fill(session, permit, values, reasons or {})
    if not permit.place:
        raise RuleError(translate("HotWork", "请填写动火的楼层或房号。"), "room")
    drafting.graded(session, permit, settings.load(session))
    session.add(permit)
    drafting.index(session, permit)
    return permit


@verb("hot_work_permits.receive", *DESK)
def receive(session: Session, uid: str, reasons: Mapping[str, str] | None = None) -> HotWorkPermit:
    """Take in a complete application: 前台收件. Everything that is wrong is told at once.

    Raises FieldErrors for what is missing or not allowed, Doubt for what looks wrong (repeat with `reasons`).
    """
    permit, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(state_of(permit), "receive")
    drafting.default_window(session, permit, config)
    drafting.graded(session, permit, config)
    case, policy = case_of(session, permit, config), rules.policy(config)
    errors = checks.wrong_application(case, policy, clock.now())
    questions = checks.doubts(case, phones.check, reasons or {})
    raise_first(errors, questions)
    drafting.note_reasons(permit, reasons or {})
    if permit.impair and permit.impair_by_id:
        presence.note(session, session.get_one(Staff, permit.impair_by_id), "impair_by")
    permit.state = target
    return permit


@verb("hot_work_permits.apply", *DESK)
def apply(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> HotWorkPermit:
    """Save one filled-in form and take it in."""
    return receive(session, save(session, values, reasons).uid, reasons)


@verb("hot_work_permits.answer", *DESK)
def answer(session: Session, uid: str, answers: Mapping[str, tuple[str, str]]) -> HotWorkPermit:
    """Note the answers of the checklist: by measure (answer, explanation). What is not named stays.

    They are the inspector's basis, so they are fixed once he has been there.
    """
    permit = find(session, uid)
    state = state_of(permit)
    if state not in ("draft", "received", "reviewed"):
        sentence = translate("HotWork", "现在是「{state}」,安全措施不能再改;要改请先撤回修改。")
        raise RuleError(sentence.format(state=translate("HotWork", rules.STATE_LABELS[state])))
    known = {one.measure: one for one in permit.answers}
    for key in (measure.key for measure in terms.MEASURES if measure.key in answers):
        given, note = answers[key]
        given = given if given in {choice.key for choice in terms.ANSWERS} else ""
        note = clean(note, limit=120, field=key)
        if key not in known:
            permit.answers.append(HotWorkAnswer(measure=key, answer=given, note=note))
        elif (known[key].answer, known[key].note) != (given, note):
            known[key].answer, known[key].note = given, note
    return permit


@verb("hot_work_permits.review", *DESK)
def review(session: Session, uid: str, staff_id: int | None, *, note: str = "") -> HotWorkPermit:
    """Note that the chief engineer agreed (domain.md F10)."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "review")
    _agree(session, permit, staff_id, note)
    permit.state = target
    return permit


@verb("hot_work_permits.inspect", *DESK)
def inspect(
    session: Session,
    uid: str,
    staff_id: int | None,
    *,
    note: str = "",
    photos: Sequence[str] = (),
    archive: Archive | None = None,
) -> HotWorkPermit:
    """Note that the security lead was at the place and found the checklist in order (GB 50720 [L10])."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "inspect")
    case = case_of(session, permit, settings.load(session))
    raise_first(checks.wrong_checklist(case.answers, case.notes))
    seen = _agree(session, permit, staff_id, note)
    permit.inspected_at, permit.inspected_by, permit.inspect_note = seen.at, seen.name, seen.note
    if photos and archive is not None:
        enclosures.attach(session, archive, permit, photos, kind="photo")
    permit.state = target
    return permit


@verb("hot_work_permits.approve", *DESK)
def approve(session: Session, uid: str, staff_id: int | None, *, note: str = "") -> HotWorkPermit:
    """Note the approval of whoever is answerable for fire safety; the level that counts says who that is."""
    permit = find(session, uid)
    if state_of(permit) in ("received", "reviewed") or permit.inspected_at is None:
        _not_inspected(permit)
    target = rules.MACHINE.go(state_of(permit), "approve")
    given = _agree(session, permit, staff_id, note)
    permit.approved_at, permit.approved_by = clock.not_before(permit.inspected_at), given.name
    permit.state = target
    return permit


@verb("hot_work_permits.issue", *DESK)
def issue(session: Session, uid: str, archive: Archive, render: Render) -> HotWorkPermit:
    """Give the number, render and archive the permit, all in this unit of work; everything is asked again.

    Raises FieldErrors for what is missing, KnownError when the archive cannot be written: no number then.
    """
    permit, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(state_of(permit), "issue")
    drafting.graded(session, permit, config)
    now, case = clock.now(), case_of(session, permit, config)
    raise_first(checks.missing_for_issue(case, rules.policy(config), now))
    if case.level is not None and approvals.waiting(session, permit.uid, rules.chain(case.level)):
        raise RuleError(translate("HotWork", "审批没有完成,不能发证;请撤回后重新审批。"))
    permit.no, permit.state, permit.day = numbering.take(session, rules.PREFIX), target, clock.today()
    permit.issued_at, permit.shift = clock.not_before(permit.approved_at), shifts.current(config).label
    drafting.index(session, permit)
    archive.store(
        session, entity=permit.history_entity, record_uid=permit.uid, no=permit.no, form=FORM,
        pdf=render(permit_values(session, permit)),
    )  # fmt: skip
    return permit


@verb("hot_work_permits.reject", *DESK)
def reject(session: Session, uid: str, *, reason: str) -> HotWorkPermit:
    """Turn an application down; it may be changed and handed in again."""
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "reject")
    permit.void_reason = clean(reason, limit=120, field="reason")
    if not permit.void_reason:
        raise RuleError(translate("HotWork", "请写明驳回的原因。"), "reason")
    audit.note(session, permit.void_reason)
    permit.state = target
    return permit


@verb("hot_work_permits.withdraw", *DESK)
def withdraw(session: Session, uid: str) -> HotWorkPermit:
    """Take an application back to change it; inspection and approvals were for the old one."""
    permit = find(session, uid)
    permit.state = rules.MACHINE.go(state_of(permit), "withdraw")
    approvals.withdraw_all(session, permit.uid)
    permit.void_reason = ""
    for key, empty in APPROVED.items():
        setattr(permit, key, empty)
    return permit


@verb("hot_work_permits.discard", *DESK)
def discard(session: Session, uid: str, *, reason: str = "") -> HotWorkPermit:
    """Give an application up: it never had a number, so nobody has to review that."""
    permit = find(session, uid)
    permit.state = rules.MACHINE.go(state_of(permit), "discard")
    approvals.withdraw_all(session, permit.uid)
    voiding.keep(session, permit, terms.VOID_REASONS, "cancelled", clean(reason, limit=120))
    return permit


@verb("hot_work_permits.void", *DESK)
def void(
    session: Session,
    uid: str,
    *,
    reason: str,
    approver_id: int | None,
    note: str = "",
    copies_back: bool = True,
) -> HotWorkPermit:
    """Void a permit nobody has begun to work under, reviewed by a lead, of another shift by a supervisor.

    The number stays taken. `copies_back` says whether all three copies were taken back.
    """
    permit = find(session, uid)
    target = rules.MACHINE.go(state_of(permit), "void")
    case = voiding.void(
        session, permit, terms.VOID_REASONS, kind=reason, note=note, approver_id=approver_id, since=permit.issued_at,
        may_be_lone=True,
    )  # fmt: skip
    permit.state, permit.copies_missing = target, not copies_back
    if case.approver_is_actor:
        lone.note(session, permit)
    return permit


@verb("hot_work_permits.extend", *DESK)
def extend(session: Session, uid: str) -> None:
    """Refuse, always: a hot-work permit is never extended; a new one with its own number is made (F10 ⚠)."""
    permit = find(session, uid)
    sentence = translate(
        "HotWork", "动火证过期作废,严禁延期:{no} 不能改时间,也不能沿用原号。请点「重办」,另办一张新证。"
    )
    raise RuleError(sentence.format(no=permit.shown_no))


@verb("hot_work_permits.copy_as_new", *DESK)
def copy_as_new(session: Session, uid: str) -> HotWorkPermit:
    """Return a draft with the content of an earlier permit, linked to it; the one already made, if it is open."""
    permit = find(session, uid)
    state = state_of(permit)
    if state not in rules.COPYABLE:
        label = translate("HotWork", rules.STATE_LABELS[state])
        sentence = translate("HotWork", "现在是「{state}」,不需要重办;要改内容请撤回修改或先作废。")
        raise RuleError(sentence.format(state=label))
    open_one = next(
        (one for one in reissues(session, permit) if one.no is None and one.state != "void"), None
    )
    return open_one or drafting.copy(session, permit)


@verb("hot_work_permits.expire", Role.XG)
def expire_due(session: Session) -> int:
    """Note which permits have run out; run by the program at start and at midnight. Returns how many."""
    query = select(HotWorkPermit).where(
        HotWorkPermit.state.in_(("issued", "running", "paused")), HotWorkPermit.ends <= clock.now()
    )
    permits = session.scalars(query).all()
    for permit in permits:
        permit.state = rules.MACHINE.go(permit.state, "expire" if permit.state == "issued" else "overrun")
    return len(permits)


@verb("hot_work_permits.stop_under", *DESK, Role.GC, Role.AB, Role.XG)
def stop_under(session: Session, permit_uid: str, *, reason: str) -> list[HotWorkPermit]:
    """Stop what runs under a renovation permit that ended or was suspended; returns what was stopped.

    Work that runs is 中止 and must be re-checked, a permit not begun is void; applications cannot be issued
    while the renovation permit is not in force. `permit_uid` is the permit's or its application's.
    """
    why = clean(reason, limit=120, field="reason")
    stopped = []
    for permit in _under(session, permit_uid):
        state = state_of(permit)
        if state in rules.BURNING:
            aborted(session, permit, "renovation", why)
        elif state == "issued":
            permit.state, permit.copies_missing = rules.MACHINE.go(state, "void"), True
            voiding.keep(session, permit, terms.VOID_REASONS, "renovation", why)
        else:
            continue
        stopped.append(permit)
    return stopped


def to_collect(session: Session, permit_uid: str) -> list[HotWorkPermit]:
    """Return the permits under a renovation permit whose copies are still out, oldest first."""
    return [permit for permit in _under(session, permit_uid) if permit.no and copies_out(permit)]


def copies_out(permit: HotWorkPermit) -> bool:
    """Say whether the copies of an issued permit have not come back yet."""
    if permit.recovered_at is not None or permit.no is None:
        return False
    return state_of(permit) != "void" or permit.copies_missing


def aborted(session: Session, permit: HotWorkPermit, kind: str, note: str) -> None:
    """Put a permit under which somebody works into 中止; the wait for the re-check begins."""
    now = clock.not_before(permit.started_at)
    permit.state = rules.MACHINE.go(state_of(permit), "abort")
    permit.stop_kind, permit.stop_note, permit.stopped_at = kind, note, now
    permit.finished_at = permit.quiet_from = now
    audit.note(session, ":".join(filter(None, (label_of(terms.STOP_REASONS, kind), note))))


@verb("hot_work_permits.reprint", *DESK)
def reprint(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the issued bytes to print (again); beyond the permitted reprints only a lead may (§5.3)."""
    permit = find(session, uid)
    paper = attachments.paper_of(session, uid, FORM)
    if paper is None:
        sentence = translate("HotWork", "{no} 还没有发证,没有可打印的证。")
        raise RuleError(sentence.format(no=permit.shown_no))
    most = settings.get(session, terms.REPRINTS)
    return attachments.copy_of(
        session, archive, paper, most=most, void=state_of(permit) in ("void", "expired", "aborted")
    )


def find(session: Session, uid: str) -> HotWorkPermit:
    """Return one permit; NoResultFound when there is none."""
    return session.scalars(select(HotWorkPermit).where(HotWorkPermit.uid == uid)).one()


def reissues(session: Session, permit: HotWorkPermit) -> list[HotWorkPermit]:
    """Return the permits made from this one, newest first."""
    made = [
        one.to_uid
        for one in links.of(session, permit.uid)
        if one.kind == "reissued" and one.from_uid == permit.uid
    ]
    query = select(HotWorkPermit).where(HotWorkPermit.uid.in_(made)).order_by(HotWorkPermit.id.desc())
    return list(session.scalars(query))


def _agree(session: Session, permit: HotWorkPermit, staff_id: int | None, note: str) -> approvals.Approval:
    counted = levels.LEVELS[permit.counted_level]
    return approvals.record(
        session, permit, rules.chain(counted), staff_id=staff_id, note=note, context=CONTEXT
    )


def _not_inspected(permit: HotWorkPermit) -> None:
    sentence = translate("HotWork", "{no} 还没有安保主管到场查验的记录:签发前必须到现场查验,请先登记。")
    raise RuleError(sentence.format(no=permit.shown_no), "inspect")


def _under(session: Session, permit_uid: str) -> list[HotWorkPermit]:
    known = or_(RenovationPermit.uid == permit_uid, RenovationPermit.record_uid == permit_uid)
    uids = [permit_uid, *session.scalars(select(RenovationPermit.uid).where(known))]
    query = select(HotWorkPermit).where(HotWorkPermit.renovation_uid.in_(uids)).order_by(HotWorkPermit.id)
    return list(session.scalars(query))
