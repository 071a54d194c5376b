"""Verbs of the entry passes from application to issue: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    approvals,
    attachments,
    clock,
    links,
    lone,
    numbering,
    presence,
    settings,
    shifts,
    voiding,
)
from desk_app.core.approvals import Approval
from desk_app.core.attachments import Archive, Copy
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, LEADS, Role, actor_of, at_work, verb
from desk_app.core.text import clean
from desk_app.registers.entry_passes import drafting, photos, rules, terms
from desk_app.registers.entry_passes.drafting import Values
from desk_app.registers.entry_passes.facts import amounts, case_of, state_of
from desk_app.registers.entry_passes.paper import forms_of, pass_values
from desk_app.registers.entry_passes.records import EntryPass

Renders = Mapping[str, Callable[[Mapping[str, object]], bytes]]
"""How to draw each of `paper.FORMS`."""

CASHIERS = (*DESK, Role.CW)


@verb("entry_passes.save", *DESK)
def save(
    session: Session, values: Values, archive: Archive, reasons: Mapping[str, str] | None = None
) -> EntryPass:
    """Make or change an application; `values` may carry its "uid". Only kind and name are required yet.

    Raises FieldErrors for what cannot be read, Doubt for a document number that looks wrong.
    """
    uid = str(values.get("uid") or "")
    one = session.scalars(select(EntryPass).where(EntryPass.uid == uid)).one_or_none() if uid else None
    if one is None:
        one = drafting.new(session, str(values.get("kind") or ""), uid)
    config = settings.load(session)
    one.state = rules.MACHINE.go(state_of(one, config), "save")
    drafting.handled(session, one)
    drafting.fill(session, one, values, reasons or {})
    if one.kind not in rules.PREFIXES:
        raise RuleError(translate("EntryPasses", "请选择办出入证还是临时出入证。"), "kind")
    if not one.name:
        raise RuleError(translate("EntryPasses", "请填写持证人姓名。"), "name")
    session.add(one)
    drafting.index(session, one)
    paths = values.get("photo")
    if isinstance(paths, list | tuple):
        most = config.get(terms.PHOTO_SIZE) * 1024
        photos.keep(session, archive, one, [str(path) for path in paths], most=most)
    return one


@verb("entry_passes.submit", *DESK)
def submit(session: Session, uid: str, reasons: Mapping[str, str] | None = None) -> EntryPass:
    """Hand a complete long application to KZ: whoever submits has checked it (domain.md F08 前台初审).

    Raises FieldErrors for what is missing or wrong, Doubt for what looks wrong (repeat with `reasons`).
    """
    one, actor = find(session, uid), actor_of(session)
    if one.kind != "long":
        raise RuleError(translate("EntryPasses", "临时出入证不需要审批,请直接发证。"), "kind")
    target = rules.MACHINE.go(one.state, "submit")
    _check(session, one, reasons or {})
    approvals.withdraw_all(session, one.uid)
    session.add(
        Approval(
            entity=one.history_entity, record_uid=one.uid, stage=rules.CHAIN[0].key, staff_id=actor.staff_id,
            name=actor.name, agreed=True,
        )
    )  # fmt: skip
    one.state, one.sent_back = target, ""
    return one


@verb("entry_passes.apply", *DESK)
def apply(
    session: Session, values: Values, archive: Archive, reasons: Mapping[str, str] | None = None
) -> EntryPass:
    """Save one filled-in form of a long pass and submit it; all that is missing is told at once."""
    return submit(session, save(session, values, archive, reasons).uid, reasons)


@verb("entry_passes.approve", *DESK)
def approve(
    session: Session, uid: str, staff_id: int | None, *, agreed: bool = True, note: str = ""
) -> EntryPass:
    """Note what KZ or JL decided; a refusal (with its reason) sends the application back to be changed."""
    one, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(one.state, "approve" if agreed else "reject")
    said = approvals.record(
        session, one, rules.CHAIN, staff_id=staff_id, context="EntryPasses", note=note, agreed=agreed
    )
    one.state = target
    if not agreed:
        one.sent_back = f"{said.name}:{said.note}"
        return one
    one.approver_name = said.name
    if not any(amounts(one, config)):
        one.state = rules.MACHINE.go(one.state, "pay")
    return one


@verb("entry_passes.pay", *CASHIERS)
def pay(session: Session, uid: str, *, receipt: str, taken_by: int | None) -> EntryPass:
    """Record fee and deposit as the settings have them: the receipt's number and who took it (S0㈦(2)1).

    Nothing is taken for a pass that could not be issued today.
    """
    one, config = find(session, uid), settings.load(session)
    target = rules.MACHINE.go(one.state, "pay")
    case, policy = case_of(session, one), rules.policy(config)
    fee, deposit = amounts(one, config)
    cashier = at_work(session, taken_by)
    payment = rules.Payment(
        fee, deposit, clean(receipt, limit=40, field="receipt"), cashier.name if cashier else ""
    )
    today = clock.today()
    raise_first(
        rules.wrong(case, policy, today) + rules.wrong_replacement(case, today) + rules.wrong_payment(payment)
    )
    if cashier is not None:
        presence.note(session, cashier, "taken_by")
    one.fee, one.deposit, one.receipt, one.taken_by = fee, deposit, payment.receipt, payment.taken_by
    one.paid_on, one.state = clock.today(), target
    return one


@verb("entry_passes.issue", *DESK)
def issue(session: Session, uid: str, archive: Archive, renders: Renders) -> EntryPass:
    """Give the number and archive the papers, all in this unit of work.

    Raises FieldErrors for what is missing by now, KnownError when the archive cannot be written: then there is
    no number either.
    """
    one = find(session, uid)
    verb_ = "issue" if one.kind == "long" else "issue_temporary"
    target, config = rules.MACHINE.go(one.state, verb_), settings.load(session)
    case, policy, today = case_of(session, one), rules.policy(config), clock.today()
    errors = rules.missing_in_form(case, policy) + rules.wrong(case, policy, today)
    raise_first(errors + rules.wrong_replacement(case, today))
    if one.replaces_uid:
        lost = find(session, one.replaces_uid)
        lost.state = rules.MACHINE.go(lost.state, "replace")
    one.no, one.state, one.day = numbering.take(session, rules.PREFIXES[one.kind]), target, today
    one.starts, one.ends = today, rules.end_of(case, policy, today)
    one.issued_at, one.issuer = clock.now(), actor_of(session).name
    one.shift = shifts.current(config).label
    drafting.index(session, one)
    file_papers(session, one, archive, renders)
    return one


@verb("entry_passes.issue_temporary", *DESK)
def issue_temporary(
    session: Session,
    values: Values,
    archive: Archive,
    renders: Renders,
    reasons: Mapping[str, str] | None = None,
) -> EntryPass:
    """Take one filled-in form of a temporary pass to 已发证 in one go (S0㈦(2)2); nobody approves it."""
    one = save(session, values, archive, reasons)
    if one.kind != "temporary":
        raise RuleError(translate("EntryPasses", "出入证须先审批、收费,再发证。"), "kind")
    _check(session, one, reasons or {})
    return issue(session, one.uid, archive, renders)


@verb("entry_passes.withdraw", *DESK)
def withdraw(session: Session, uid: str) -> EntryPass:
    """Take an application back to change it; it is approved anew."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(one.state, "withdraw")
    one.approver_name = ""
    approvals.withdraw_all(session, one.uid)
    return one


@verb("entry_passes.discard", *DESK)
def discard(session: Session, uid: str, *, reason: str = "") -> EntryPass:
    """Give an application up: it never had a number, so nobody has to review that."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(one.state, "discard")
    voiding.keep(session, one, terms.VOID_REASONS, "cancelled", clean(reason, limit=120))
    return one


@verb("entry_passes.void", *DESK)
def void(
    session: Session,
    uid: str,
    *,
    reason: str,
    approver_id: int | None,
    note: str = "",
    card_back: bool = True,
) -> EntryPass:
    """Void a pass that was issued or paid for: `reason` of terms.VOID_REASONS, reviewed by a lead, of another
    shift by a supervisor, by JL when money was taken. A number stays taken (domain.md §1.5).
    """
    one, config = find(session, uid), settings.load(session)
    target, paid = rules.MACHINE.go(state_of(one, config), "void"), bool(one.fee or one.deposit)
    takers = [one.taken_by] if paid else []
    case = voiding.asked(
        session, kind=reason, note=note, approver_id=approver_id, since=one.issued_at, may_be_lone=True,
        takers=takers, handler_id=one.handler_id,
    )  # fmt: skip
    raise_first(rules.wrong_voiding(case, paid=paid))
    one.state, one.card_missing = target, one.no is not None and not card_back
    voiding.keep(session, one, terms.VOID_REASONS, reason, case.note, case.reviewer)
    if case.approver_is_actor:
        lone.note(session, one)
    return one


@verb("entry_passes.copy_as_new", *DESK)
def copy_as_new(session: Session, uid: str) -> EntryPass:
    """Return an application with the content of an ended pass, linked to it; the document is looked at anew
    unless the pass was issued today.
    """
    one, config = find(session, uid), settings.load(session)
    state = state_of(one, config)
    if state not in (*rules.COPYABLE, *rules.RUN_OUT):
        label = translate("EntryPasses", rules.STATE_LABELS[state])
        sentence = translate("EntryPasses", "现在是「{state}」,不能复制重办;要改内容请先作废。")
        raise RuleError(sentence.format(state=label))
    made = [
        link.to_uid for link in links.of(session, uid) if link.kind == "reissued" and link.from_uid == uid
    ]
    open_ = select(EntryPass).where(EntryPass.uid.in_(made), EntryPass.state.in_(rules.BEFORE_ISSUE))
    waiting = session.scalars(open_).first()
    return waiting or drafting.copy(session, one, "reissued", verified=one.day == clock.today())


@verb("entry_passes.spot_check", *LEADS)
def spot_check(session: Session, uid: str) -> EntryPass:
    """Note that the duty lead looked at a temporary pass (domain.md F09: DB 抽查留痕)."""
    one, actor = find(session, uid), actor_of(session)
    if one.kind != "temporary" or one.no is None or one.checked_at:
        raise RuleError(translate("EntryPasses", "抽查只用于已发、还没有抽查过的临时出入证。"))
    if actor.staff_id == one.handler_id:
        raise RuleError(translate("EntryPasses", "抽查须由经办人以外的人进行。"))
    one.checked_by, one.checked_at = actor.name, clock.now()
    return one


@verb("entry_passes.reprint", *DESK)
def reprint(session: Session, uid: str, archive: Archive, form: str) -> Copy:
    """Return the issued bytes to print (again); beyond the permitted reprints only a lead may (§5.3).

    A lost pass is replaced, a frozen one waits: neither is printed. It counts when `attachments.printed` says
    that it came out.
    """
    one, config = find(session, uid), settings.load(session)
    state = state_of(one, config)
    if state in ("lost", "frozen"):
        label = translate("EntryPasses", rules.STATE_LABELS[state])
        sentence = translate("EntryPasses", "{no} 现在是「{state}」,不能补打;挂失的请办补证。")
        raise RuleError(sentence.format(no=one.shown_no, state=label))
    paper = attachments.paper_of(session, uid, form)
    if paper is None:
        sentence = translate("EntryPasses", "{no} 还没有发证,没有可打印的证。")
        raise RuleError(sentence.format(no=one.shown_no))
    most = config.get(terms.REPRINTS)
    return attachments.copy_of(session, archive, paper, most=most, void=state in rules.WORTHLESS)


def file_papers(session: Session, one: EntryPass, archive: Archive, renders: Renders) -> None:
    """Draw and archive every paper of a pass as it is now; called inside a verb."""
    values = pass_values(session, one, archive)
    for form in forms_of(one.kind):
        archive.store(
            session, entity=one.history_entity, record_uid=one.uid, no=one.no or "", form=form,
            pdf=renders[form](values),
        )  # fmt: skip


def find(session: Session, uid: str) -> EntryPass:
    """Return one pass; NoResultFound when there is none."""
    return session.scalars(select(EntryPass).where(EntryPass.uid == uid)).one()


def _check(session: Session, one: EntryPass, reasons: Mapping[str, str]) -> None:
    case, policy, today = case_of(session, one), rules.policy(settings.load(session)), clock.today()
    errors = rules.missing_in_form(case, policy) + rules.wrong(case, policy, today)
    raise_first(errors + rules.wrong_replacement(case, today), rules.doubts(case, reasons))
    drafting.note_reasons(one, reasons)
