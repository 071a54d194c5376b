"""Verbs of an application, from the draft to the last approval: each one unit of work inside the caller's session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import approvals, attachments, audit, clock, enclosures, numbering, settings, shifts
from desk_app.core.attachments import Archive, Copy, Paper
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, actor_of, verb
from desk_app.core.text import clean
from desk_app.registers.renovation_permits import checklist, drafting, rules, terms, trials
from desk_app.registers.renovation_permits.drafting import Values
from desk_app.registers.renovation_permits.facts import case_of, missing_trials, paid, state_of, test_of
from desk_app.registers.renovation_permits.paper import APPLICATION, application_values
from desk_app.registers.renovation_permits.records import (
    HandedIn,
    Renovation,
    RenovationFee,
    RenovationPause,
    RenovationTrial,
)

Render = Callable[[Mapping[str, object]], bytes]
CONTEXT = "Renovations"


@verb("renovation_permits.save", *DESK)
def save(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> Renovation:
    """Make or change an application; `values` may carry its "uid". Only the room is required yet.

    What was agreed to already was the former content: a change takes every approval back.
    """
    uid = str(values.get("uid") or "")
    one = session.scalars(select(Renovation).where(Renovation.uid == uid)).one_or_none() if uid else None
    if one is None:
        one = drafting.new(session, uid)
    one.state = rules.MACHINE.go(state_of(one), "save")
    drafting.fill(session, one, values)
    drafting.note_reasons(one, reasons or {})
    if not one.place:
        raise RuleError(translate("Renovations", "请填写装修的房号,可输入首字母。"), "room")
    session.add(one)
    session.flush()
    if one.state != "draft":
        _check_form(one, reasons or {})
        approvals.withdraw_all(session, one.uid)
    one.changed_at = clock.now()
    drafting.index(session, one)
    return one


@verb("renovation_permits.submit", *DESK)
def submit(session: Session, uid: str, reasons: Mapping[str, str] | None = None) -> Renovation:
    """Hand a complete form in: the application gets its number ZX.

    Raises FieldErrors for what is missing or forbidden, Doubt for what looks wrong (repeat with `reasons`).
    """
    one = find(session, uid)
    target = rules.MACHINE.go(state_of(one), "submit")
    _check_form(one, reasons or {})
    drafting.note_reasons(one, reasons or {})
    one.no, one.state, one.day = numbering.take(session, rules.PREFIX), target, clock.today()
    one.submitted_at, one.shift = clock.now(), shifts.current(settings.load(session)).label
    drafting.index(session, one)
    return one


@verb("renovation_permits.apply", *DESK)
def save_and_submit(session: Session, values: Values, reasons: Mapping[str, str] | None = None) -> Renovation:
    """Take one filled-in form to its number; one that has a number already is only changed."""
    one = save(session, values, reasons)
    return submit(session, one.uid, reasons) if one.state == "draft" else one


def _check_form(one: Renovation, reasons: Mapping[str, str]) -> None:
    case = case_of(one)
    raise_first(rules.missing_in_form(case, clock.today()), rules.doubts(case, reasons))


@verb("renovation_permits.check_papers", *DESK)
def check_papers(
    session: Session, uid: str, lines: Sequence[Values], archive: Archive | None = None
) -> Renovation:
    """Note which papers were handed in: lines of item, handed, paper_no, good_until, note and perhaps files.

    A paper that is only looked at (核验不留存) keeps no copy: RuleError when one is attached.
    """
    one = find(session, uid)
    rules.MACHINE.go(state_of(one), "check_papers")
    known = {paper.item: paper for paper in one.papers}
    for line in lines:
        item = checklist.BY_KEY[str(line["item"])]
        paper = known.get(item.key)
        if paper is None:
            paper = HandedIn(item=item.key, handed=False)
            one.papers.append(paper)
            known[item.key] = paper
        _fill_paper(paper, line)
        files = line.get("files")
        if files is not None and archive is not None:
            if files and not item.kept:
                text = translate("Renovations", "「{name}」只核验、不留影像,请去掉附件。")
                raise RuleError(text.format(name=translate("Renovations", item.label)), item.key)
            enclosures.attach(session, archive, one, list(files), kind=item.key)
    return one


def _fill_paper(paper: HandedIn, line: Values) -> None:
    handed = bool(line.get("handed"))
    if handed and not paper.handed:
        paper.handed_at = clock.now()
    paper.handed = handed
    until = line.get("good_until")
    paper.good_until = until if isinstance(until, date) else None
    paper.paper_no = clean(str(line.get("paper_no") or ""), limit=60, field=paper.item)
    paper.note = clean(str(line.get("note") or ""), limit=100, field=paper.item)


@verb("renovation_permits.accept", *DESK)
def accept(session: Session, uid: str) -> Renovation:
    """Note that the papers are complete: the working days of the approval start (S0㈦(2)4②).

    Raises FieldErrors naming every paper that is missing or has run out.
    """
    one = find(session, uid)
    target = rules.MACHINE.go(state_of(one), "accept")
    raise_first(rules.missing_papers(case_of(one), settings.load(session), clock.today()))
    one.state, one.complete_at, one.decided_at = target, clock.not_before(one.submitted_at), None
    return one


@verb("renovation_permits.send_back", *DESK)
def send_back(session: Session, uid: str, *, reason: str) -> Renovation:
    """Send the papers back for correction: the clock stands until they come again."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(state_of(one), "send_back")
    reason = clean(reason, limit=200, field="reason")
    if not reason:
        raise RuleError(translate("Renovations", "请写明退补什么。"), "reason")
    one.pauses.append(
        RenovationPause(paused_at=clock.now(), reason=reason, who=actor_of(session).name, superseded=False)
    )
    return one


@verb("renovation_permits.take_again", *DESK)
def take_again(session: Session, uid: str) -> Renovation:
    """Note that corrected papers came again: the clock goes on; they must be complete and in force."""
    one = find(session, uid)
    target = rules.MACHINE.go(state_of(one), "take_again")
    raise_first(rules.missing_papers(case_of(one), settings.load(session), clock.today()))
    one.pauses[-1].resumed_at = clock.not_before(one.pauses[-1].paused_at)
    one.state = target
    return one


@verb("renovation_permits.note_trial", *DESK)
def note_trial(session: Session, uid: str, values: Values) -> RenovationTrial:
    """Note one water or pressure test; one that does not reach the limits cannot be called passed [U48][U49]."""
    one = find(session, uid)
    rules.MACHINE.go(state_of(one), "note_trial")
    trial = RenovationTrial(
        kind=str(values["kind"]), begun_at=values.get("begun_at"), done_at=values.get("done_at"),
        depth=values.get("depth"), hold_minutes=values.get("hold_minutes"),
        pressure=trials.megapascal(str(values.get("pressure") or ""), "pressure"),
        pressure_drop=trials.megapascal(str(values.get("pressure_drop") or ""), "pressure_drop"),
        result=str(values.get("result") or ""), exempt=str(values.get("exempt") or ""),
        medium=str(values.get("medium") or ""), who=actor_of(session).name,
        **{key: clean(str(values.get(key) or ""), limit=60, field=key) for key in ("zone", "downstairs", "signed_by")},
        note=clean(str(values.get("note") or ""), limit=100, field="note"),
    )  # fmt: skip
    raise_first(trials.wrong(test_of(trial), trials.limits(settings.load(session)), clock.now()))
    one.trials.append(trial)
    return trial


@verb("renovation_permits.sign_trials", *DESK)
def sign_trials(session: Session, uid: str, *, signed_by: str) -> int:
    """Note that the owner signed the passed tests that were not signed yet; returns how many."""
    one = find(session, uid)
    rules.MACHINE.go(state_of(one), "note_trial")
    name = clean(signed_by, limit=60, field="signed_by")
    if not name:
        raise RuleError(translate("Renovations", "请填写签字的业主。"), "signed_by")
    waiting = [trial for trial in one.trials if trial.result == "passed" and not trial.signed_by]
    if not waiting:
        raise RuleError(translate("Renovations", "没有等业主签字的合格试验。"), "signed_by")
    for trial in waiting:
        trial.signed_by = name
    return len(waiting)


@verb("renovation_permits.note_fees", *DESK)
def note_fees(
    session: Session, uid: str, values: Values, reasons: Mapping[str, str] | None = None
) -> Renovation:
    """Record what was paid, each with its receipt: keys of terms.FEES in 分 and <key>_receipt.

    A deposit that is not what the settings ask for is a Doubt. What goes back: refunding.py.
    """
    one = find(session, uid)
    rules.MACHINE.go(state_of(one), "note_fees")
    given: dict[str, tuple[int, str]] = {}
    for choice in terms.FEES:
        amount = values.get(choice.key)
        receipt = clean(
            str(values.get(f"{choice.key}_receipt") or ""), limit=40, field=f"{choice.key}_receipt"
        )
        if isinstance(amount, int):
            given[choice.key] = (amount, receipt)
        elif receipt:
            text = translate("Renovations", "有收据号,请填写金额。")
            raise RuleError(text, choice.key)
    errors = [
        RuleError(translate("Renovations", "收了款请填写收据号。"), f"{kind}_receipt")
        for kind, (amount, receipt) in given.items()
        if amount and not receipt
    ]
    raise_first(errors, list(rules.fee_doubts(given, settings.load(session), reasons or {})))
    _write_fees(session, one, given, reasons or {})
    return one


def _write_fees(
    session: Session, one: Renovation, given: Mapping[str, tuple[int, str]], reasons: Mapping[str, str]
) -> None:
    """Add what is new; a row that says something else now is struck, not changed."""
    known = paid(one)
    for fee in one.fees:
        if not fee.removed and known[fee.kind] != given.get(fee.kind):
            fee.removed = True
    for kind, (amount, receipt) in given.items():
        if known.get(kind) != (amount, receipt):
            note = clean(reasons.get(kind, ""), limit=100)
            who = actor_of(session).name
            one.fees.append(
                RenovationFee(
                    kind=kind,
                    amount=amount,
                    receipt=receipt,
                    note=note,
                    who=who,
                    removed=False,
                )
            )


@verb("renovation_permits.approve", *DESK)
def approve(
    session: Session, uid: str, *, staff_id: int | None, note: str = "", agreed: bool = True
) -> Renovation:
    """Note what the stage that is waiting decided: QT, GC, AB, KZ, JL in this order (F11).

    Refusing sends the application back to the applicant; the engineer waits for the tests.
    """
    one = find(session, uid)
    rules.MACHINE.go(state_of(one), "approve")
    stage = approvals.waiting(session, one.uid, rules.CHAIN)
    errors = list(rules.expired_papers(case_of(one), clock.today())) if agreed else []
    if agreed and stage is not None and stage.key == "GC":
        errors += missing_trials(one, settings.load(session))
    if errors:
        raise RuleError("\n".join(error.text for error in errors), "approver")
    approvals.record(session, one, rules.CHAIN, staff_id=staff_id, context=CONTEXT, note=note, agreed=agreed)
    if not agreed:
        one.state, one.decided_at = rules.MACHINE.go(one.state, "reject"), clock.not_before(one.complete_at)
        audit.note(session, clean(note, limit=200))
    elif approvals.waiting(session, one.uid, rules.CHAIN) is None:
        one.state, one.decided_at = (
            rules.MACHINE.go(one.state, "approve_last"),
            clock.not_before(one.complete_at),
        )
    return one


@verb("renovation_permits.resubmit", *DESK)
def resubmit(session: Session, uid: str) -> Renovation:
    """Take a refused application up again under its number: papers and approvals start anew."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(state_of(one), "resubmit")
    _check_form(
        one, {"phone": "-", "credit_code": "-", "foreman_phone": "-", "fire_phone": "-", "qual_until": "-"}
    )
    approvals.withdraw_all(session, one.uid)
    for pause in one.pauses:
        pause.superseded = True
    one.complete_at = one.decided_at = None
    return one


@verb("renovation_permits.withdraw", *DESK)
def withdraw(session: Session, uid: str, *, reason: str) -> Renovation:
    """Give an application up before its permit; a number stays taken, with the reason."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(state_of(one), "withdraw")
    reason = clean(reason, limit=120, field="reason")
    if not reason:
        raise RuleError(translate("Renovations", "请写明撤销的原因。"), "reason")
    audit.note(session, reason)
    one.void_reason, one.void_by, one.ended_at = reason, actor_of(session).name, clock.now()
    one.void_at = one.ended_at
    return one


@verb("renovation_permits.print_application", *DESK)
def print_application(session: Session, uid: str, archive: Archive, render: Render) -> Copy:
    """Return the application to print: the archived one, drawn anew when it was changed since."""
    one = find(session, uid)
    if one.no is None:
        raise RuleError(translate("Renovations", "草稿还没有单号,请先提交再打印。"))
    paper = attachments.paper_of(session, uid, APPLICATION)
    if paper is None or (one.changed_at is not None and paper.created_at < one.changed_at):
        paper = archive.store(
            session, entity=one.history_entity, record_uid=one.uid, no=one.no, form=APPLICATION,
            pdf=render(application_values(session, one)),
        )  # fmt: skip
    return copy_of(session, paper, archive, void=state_of(one) == "withdrawn")


def copy_of(session: Session, paper: Paper, archive: Archive, *, void: bool) -> Copy:
    """Return an archived paper to print; beyond the permitted reprints only a lead may (§5.3)."""
    most = settings.get(session, terms.REPRINTS)
    return attachments.copy_of(session, archive, paper, most=most, void=void)


def find(session: Session, uid: str) -> Renovation:
    """Return one application; NoResultFound when there is none."""
    return session.scalars(select(Renovation).where(Renovation.uid == uid)).one()


def files_of(session: Session, uid: str, archive: Archive) -> dict[str, list[str]]:
    """Return the attached files of each paper, as paths."""
    found: dict[str, list[str]] = {}
    for one in enclosures.of(session, uid):
        found.setdefault(one.kind, []).append(str(enclosures.full_path(archive, one)))
    return found
