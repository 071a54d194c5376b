"""Verbs of the release slips: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    attachments,
    clock,
    duties,
    links,
    lone,
    numbering,
    presence,
    settings,
    shifts,
    voiding,
)
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, Staff, actor_of, at_work, verb
from desk_app.core.phones import normalise
from desk_app.core.records import Numbered
from desk_app.core.text import clean
from desk_app.registers.contractors import service as contractors
from desk_app.registers.contractors import views as contractor_views
from desk_app.registers.release_slips import drafting, rules, terms
from desk_app.registers.release_slips.drafting import Values
from desk_app.registers.release_slips.facts import case_of, is_both, lead_role, on_file, state_of
from desk_app.registers.release_slips.paper import FORM, slip_values
from desk_app.registers.release_slips.records import ReleaseSlip
from desk_app.registers.visitors import service as visits
from desk_app.registers.visitors import views as visit_views

BROUGHT_IN = "来访带入 {no}"
"""Kept in the record and printed, so never translated."""

Render = Callable[[Mapping[str, object]], bytes]
CONSENT = {"consent_how": "", "consent_by": "", "consent_phone": "", "consent_note": "", "consent_at": None,
           "consent_checked_by": ""}  # fmt: skip
LEAD = {"lead_id": None, "lead_name": "", "lead_role": "", "lead_note": ""}


@verb("release_slips.save", *DESK)
def save(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> ReleaseSlip:
    """Make or change a draft; `values` may carry the draft's "uid". Only the room is required yet.

    Raises FieldErrors for what cannot be read, Doubt for a document number that looks wrong.
    """
    uid = str(values.get("uid") or "")
    slip = session.scalars(select(ReleaseSlip).where(ReleaseSlip.uid == uid)).one_or_none() if uid else None
    if slip is None:
        slip = drafting.new(session, uid)
    slip.state = rules.AT_DESK.go(state_of(slip), "save")
    drafting.handled(session, slip)
    drafting.fill(session, slip, values, reasons or {})
    if not slip.customer:
        raise RuleError(translate("ReleaseSlips", "请填写房号或搬出单位,可输入首字母。"), "room")
    session.add(slip)
    drafting.index(session, slip)
    return slip


@verb("release_slips.submit", *DESK)
def submit(session: Session, uid: str, reasons: Mapping[str, str] | None = None) -> ReleaseSlip:
    """Hand a complete draft on: to the owner when his consent is needed, else to the duty lead.

    Raises FieldErrors for what is missing, Doubt for what looks wrong (repeat with `reasons`).
    """
    slip, config = find(session, uid), settings.load(session)
    rules.AT_DESK.go(state_of(slip), "ask_lead")
    drafting.default_plan(slip)
    case, policy = case_of(session, slip, config), rules.policy(config)
    errors = rules.missing_in_form(case, policy) + rules.wrong_times(case, policy, clock.now())
    raise_first(errors, rules.doubts(case, policy, on_file(session, slip.room_id), reasons or {}))
    drafting.note_reasons(slip, reasons or {})
    step = "ask_consent" if rules.consent_needed(case, policy) else "ask_lead"
    slip.state = rules.AT_DESK.go(slip.state, step)
    return slip


@verb("release_slips.record_consent", *DESK)
def record_consent(
    session: Session, uid: str, *, how: str, by: str, phone: str = "", note: str = ""
) -> ReleaseSlip:
    """Record how and by whom the owner agreed; a telephone must be one on file (F06 ⚠)."""
    slip, config = find(session, uid), settings.load(session)
    target = rules.AT_DESK.go(state_of(slip), "record_consent")
    by, phone = clean(by, limit=60, field="consent_by"), normalise(phone) if how == "phone" else ""
    case = replace(case_of(session, slip, config), consent_how=how, consent_by=by, consent_phone=phone)
    raise_first(rules.wrong_consent(case, rules.policy(config), on_file(session, slip.room_id)))
    slip.consent_how, slip.consent_by, slip.consent_phone = how, by, phone
    slip.consent_note = clean(note, limit=120, field="consent_note")
    slip.consent_at, slip.consent_checked_by = clock.now(), actor_of(session).name
    slip.state = target
    return slip


@verb("release_slips.lead_sign", *DESK)
def lead_sign(session: Session, uid: str, lead_id: int | None, *, note: str = "") -> ReleaseSlip:
    """Name the duty lead who signs and stamps; `note` says why one person does both at night."""
    slip, config = find(session, uid), settings.load(session)
    target = rules.AT_DESK.go(state_of(slip), "lead_sign")
    lead = at_work(session, lead_id)
    case = _led(config, case_of(session, slip, config), slip, lead, clean(note, limit=120, field="lead_note"))
    raise_first(rules.wrong_lead(case, rules.policy(config), clock.now()))
    assert lead is not None  # wrong_lead names a missing one
    presence.note(session, lead, "lead")
    slip.lead_id, slip.lead_name, slip.lead_note = lead.id, lead.name, case.lead_note
    slip.lead_role = lead_role(case.lead_roles, slip)
    if case.lead_is_handler:
        lone.note(session, slip)
    slip.state = target
    return slip


@verb("release_slips.issue", *DESK)
def issue(session: Session, uid: str, archive: Archive, render: Render) -> ReleaseSlip:
    """Give the number, render and archive the slip, all in this unit of work.

    `render` turns `paper.slip_values` into PDF bytes. Raises FieldErrors for what is missing, KnownError when
    the archive cannot be written: then there is no number either.
    """
    slip, config = find(session, uid), settings.load(session)
    target = rules.AT_DESK.go(state_of(slip), "issue")
    now, case = clock.now(), case_of(session, slip, config)
    raise_first(rules.missing_for_issue(case, rules.policy(config), now))
    slip.no, slip.state, slip.day = numbering.take(session, rules.PREFIX), target, clock.today()
    slip.issued_at, slip.valid_until = now, rules.expiry(slip.kind, slip.plan_to, now)
    slip.shift = shifts.current(config).label
    drafting.index(session, slip)
    archive.store(
        session, entity=slip.history_entity, record_uid=slip.uid, no=slip.no, form=FORM,
        pdf=render(slip_values(session, slip)),
    )  # fmt: skip
    return slip


@verb("release_slips.prepare_and_issue", *DESK)
def prepare_and_issue(
    session: Session,
    values: Values,
    archive: Archive,
    render: Render,
    reasons: Mapping[str, str] | None = None,
) -> ReleaseSlip:
    """Take one filled-in form through every step to 已开具; all that is missing is told at once.

    Besides the draft's fields `values` carries consent_how, consent_by, consent_phone, consent_note, lead (a
    Ref to staff) and lead_note.
    """
    slip = save(session, values, reasons)
    drafting.default_plan(slip)
    _check_whole(session, slip, values)
    submit(session, slip.uid, reasons)
    if slip.state == "awaiting_consent":
        record_consent(
            session, slip.uid, how=_text(values, "consent_how"), by=_text(values, "consent_by"),
            phone=_text(values, "consent_phone"), note=_text(values, "consent_note"),
        )  # fmt: skip
    lead_sign(session, slip.uid, _ref_id(values.get("lead")), note=_text(values, "lead_note"))
    return issue(session, slip.uid, archive, render)


@verb("release_slips.withdraw", *DESK)
def withdraw(session: Session, uid: str) -> ReleaseSlip:
    """Take a slip back to change it; consent and signature were for the old list and are asked for anew."""
    slip = find(session, uid)
    slip.state = rules.AT_DESK.go(state_of(slip), "withdraw")
    for key, empty in (CONSENT | LEAD).items():
        setattr(slip, key, empty)
    lone.withdraw(slip)
    return slip


@verb("release_slips.discard", *DESK)
def discard(session: Session, uid: str, *, reason: str = "") -> ReleaseSlip:
    """Give a draft up: it never had a number, so nobody has to review that."""
    slip = find(session, uid)
    slip.state = rules.AT_DESK.go(state_of(slip), "discard")
    voiding.keep(session, slip, terms.VOID_REASONS, "cancelled", clean(reason, limit=120))
    return slip


@verb("release_slips.void", *DESK)
def void(
    session: Session,
    uid: str,
    *,
    reason: str,
    approver_id: int | None,
    note: str = "",
    copies_back: bool = True,
) -> ReleaseSlip:
    """Void an issued slip: `reason` of terms.VOID_REASONS, reviewed by a lead, of another shift by a supervisor.

    The number stays taken. `copies_back` says whether all copies were taken back (domain.md §1.5).
    """
    slip = find(session, uid)
    target = rules.AT_DESK.go(state_of(slip), "void")
    case = voiding.void(
        session, slip, terms.VOID_REASONS, kind=reason, note=note, approver_id=approver_id, since=slip.issued_at,
        pair=duties.SLIP, may_be_lone=True,
    )  # fmt: skip
    slip.state, slip.copies_missing = target, not copies_back
    if case.approver_is_actor:
        lone.note(session, slip)
    return slip


@verb("release_slips.refuse_at_gate", *DESK)
def refuse_at_gate(session: Session, uid: str, *, guard: str, note: str, gate: str = "") -> ReleaseSlip:
    """End a slip that the gate refused because things and list differ; returns the draft to re-issue (F06)."""
    slip = find(session, uid)
    target = rules.AT_DESK.go(state_of(slip), "refuse_at_gate")
    slip.guard, slip.gate = clean(guard, limit=60, field="guard"), clean(gate, limit=40, field="gate")
    note = clean(note, limit=120, field="note")
    if not slip.guard:
        raise RuleError(translate("ReleaseSlips", "请填写拒放的门岗是谁。"), "guard")
    if duties.clash(settings.load(session), duties.GATE, slip.guard, slip.handler_name, slip.lead_name):
        sentence = translate("ReleaseSlips", "{name} 开具或签了这张放行条,不能作门岗核验,请填写当值门岗。")
        raise RuleError(sentence.format(name=slip.guard), "guard")
    if not note:
        raise RuleError(translate("ReleaseSlips", "请写明哪里不符,例如「单上 3 台,实有 2 台」。"), "note")
    slip.state = target
    voiding.keep(session, slip, terms.VOID_REASONS, "mismatch", note)
    return drafting.copy(session, slip)


@verb("release_slips.copy_as_new", *DESK)
def copy_as_new(session: Session, uid: str) -> ReleaseSlip:
    """Return a draft with the content of an ended slip, linked to it; the one already made, if it is open."""
    slip = find(session, uid)
    state = state_of(slip)
    if state not in rules.COPYABLE:
        label = translate("ReleaseSlips", rules.STATE_LABELS[state])
        sentence = translate("ReleaseSlips", "现在是「{state}」,不能复制重开;要改内容请先作废。")
        raise RuleError(sentence.format(state=label))
    later = next((one for one in reissues(session, slip) if state_of(one) != "void"), None)
    if later is None:
        return drafting.copy(session, slip)
    if later.no is None:
        return later
    sentence = translate("ReleaseSlips", "{no} 已重开为 {later},请在那一张上办理。")
    raise RuleError(sentence.format(no=slip.shown_no, later=later.no))


@verb("release_slips.from_visit", *DESK)
def from_visit(session: Session, visit_uid: str, lines: Sequence[Values] | None = None) -> ReleaseSlip:
    """Make a draft of what a visitor brought in (of `lines`: name and quantity each), linked to the visit."""
    seen = visit_views.values(session, visit_uid)
    return _from_brought(session, visits.find(session, visit_uid), seen, lines or seen["belongings"], "bulky")


@verb("release_slips.from_contractor", *DESK)
def from_contractor(session: Session, uid: str) -> ReleaseSlip:
    """Make a draft of the tools that a contractor brought in, linked to the stay."""
    seen = contractor_views.values(session, uid)
    return _from_brought(session, contractors.find(session, uid), seen, seen["tools"], "materials")


def _from_brought(session: Session, origin: Numbered, seen: Values, lines: Any, kind: str) -> ReleaseSlip:
    note = BROUGHT_IN.format(no=origin.no)
    plate = seen.get("plate") or ""
    slip = save(
        session,
        {
            "room": seen["host_room"], "kind": kind, "applicant": seen["name"], "phone": seen["phone"],
            "id_kind": seen["id_kind"], "plate": plate, "by_car": bool(plate),
            "items": [{"name": line["name"], "quantity": line["quantity"], "remark": note} for line in lines],
        },
    )  # fmt: skip
    links.add(session, "belongings", origin, slip)
    return slip


@verb("release_slips.expire", Role.XG)
def expire_due(session: Session) -> int:
    """Note which slips ended at midnight; run by the program at start and at midnight. Returns how many."""
    due = select(ReleaseSlip).where(ReleaseSlip.state == "issued", ReleaseSlip.valid_until <= clock.now())
    slips = session.scalars(due).all()
    for slip in slips:
        slip.state = rules.MACHINE.go(slip.state, "expire")
    return len(slips)


@verb("release_slips.unused", *DESK)
def note_unused(session: Session, uid: str, *, note: str) -> ReleaseSlip:
    """Note what the customer said about an expired slip: the desk asks and notes 未使用 (F06)."""
    slip = find(session, uid)
    if state_of(slip) != "expired":
        raise RuleError(translate("ReleaseSlips", "只有过期的放行条才登记未使用。"))
    slip.unused_note = clean(note, limit=120, field="note")
    if not slip.unused_note:
        raise RuleError(translate("ReleaseSlips", "请写明联系结果,例如「改周一搬,未使用」。"), "note")
    return slip


@verb("release_slips.reprint", *DESK)
def reprint(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the issued bytes to print (again); beyond the permitted reprints only a lead may (§5.3).

    It counts when `attachments.printed` says that it came out.
    """
    slip = find(session, uid)
    paper = attachments.paper_of(session, uid, FORM)
    if paper is None:
        raise RuleError(
            translate("ReleaseSlips", "{no} 还没有开具,没有可打印的单。").format(no=slip.shown_no)
        )
    most = settings.get(session, terms.REPRINTS)
    return attachments.copy_of(
        session, archive, paper, most=most, void=state_of(slip) in ("void", "refused_at_gate")
    )


def find(session: Session, uid: str) -> ReleaseSlip:
    """Return one slip; NoResultFound when there is none."""
    return session.scalars(select(ReleaseSlip).where(ReleaseSlip.uid == uid)).one()


def reissues(session: Session, slip: ReleaseSlip) -> list[ReleaseSlip]:
    """Return the slips made from this one, newest first."""
    made = [
        link.to_uid
        for link in links.of(session, slip.uid)
        if link.kind == "reissued" and link.from_uid == slip.uid
    ]
    query = select(ReleaseSlip).where(ReleaseSlip.uid.in_(made)).order_by(ReleaseSlip.id.desc())
    return list(session.scalars(query))


def _check_whole(session: Session, slip: ReleaseSlip, values: Values) -> None:
    """Tell everything that is missing on the way to 已开具, before the first step is taken."""
    config, lead = settings.load(session), at_work(session, _ref_id(values.get("lead")))
    case = replace(
        case_of(session, slip, config), consent_how=_text(values, "consent_how"),
        consent_by=_text(values, "consent_by"), consent_phone=_text(values, "consent_phone"),
    )  # fmt: skip
    case = _led(config, case, slip, lead, _text(values, "lead_note"))
    policy = rules.policy(config)
    errors = rules.missing_for_issue(case, policy, clock.now())
    if rules.consent_needed(case, policy) and case.consent_how and case.consent_by:
        errors += rules.wrong_consent(case, policy, on_file(session, slip.room_id))
    raise_first(errors)


def _led(
    config: settings.Settings, case: rules.Case, slip: ReleaseSlip, lead: Staff | None, note: str
) -> rules.Case:
    if lead is None:
        return replace(case, lead="", lead_roles=frozenset(), lead_is_handler=False, lead_note=note)
    alone = is_both(config, slip, lead)
    return replace(case, lead=lead.name, lead_roles=lead.held, lead_is_handler=alone, lead_note=note)


def _ref_id(value: object) -> int | None:
    return value.id if isinstance(value, Ref) else None


def _text(values: Values, key: str) -> str:
    return clean(str(values.get(key) or ""), limit=120, field=key)
