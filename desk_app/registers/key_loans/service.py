"""Verbs of the key loans: each one unit of work inside the caller's session (domain.md F07)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    access,
    approvals,
    attachments,
    clock,
    duties,
    links,
    numbering,
    search,
    settings,
    shifts,
    voiding,
)
from desk_app.core.approvals import Stage
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, actor_of, named, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.key_loans import facts, rules, terms
from desk_app.registers.key_loans.facts import Values
from desk_app.registers.key_loans.paper import form_of, paper_values
from desk_app.registers.key_loans.records import Chase, KeyLoan, Line
from desk_app.registers.keys import service as keys

Render = Callable[[Mapping[str, object]], bytes]
Renderer = Callable[[str], Render]
"""Returns the function that draws the form with this key."""

STEPS = {"loan": "lend", "collect": "collect", "hand_over": "hand_over"}


@verb("key_loans.lend", *DESK)
def lend(
    session: Session,
    values: Values,
    archive: Archive,
    renderer: Renderer,
    reasons: Mapping[str, str] | None = None,
) -> KeyLoan:
    """Take keys from the cabinet (or keep them for the owner): number, consents, slip, in one unit of work.

    Raises FieldErrors for all that is missing, each consent under its own field; Doubt for what looks wrong
    (repeat with `reasons`); KnownError when the archive cannot be written: then nothing was lent.
    """
    config, now, reasons = settings.load(session), clock.now(), reasons or {}
    case = facts.case_of(session, values)
    overnight = config.get(terms.OVERNIGHT)
    errors = rules.missing_in_form(case) + rules.wrong_due(case, now)
    errors += rules.missing_consents(case, now, overnight_kz=overnight)
    raise_first(errors, rules.doubts(case, reasons))
    loan = _new(session, values, case, reasons)
    _move(session, loan, case)
    _consents(session, loan, values, case, rules.needs(case, now, overnight_kz=overnight))
    _finish(session, loan, archive, renderer)
    if case.kind == "hand_over":
        _keep_rest(session, loan, case, archive, renderer)
    return loan


def _new(session: Session, values: Values, case: rules.Case, reasons: Mapping[str, str]) -> KeyLoan:
    actor, now, config = actor_of(session), clock.now(), settings.load(session)
    back = case.kind in terms.COMES_BACK
    loan = KeyLoan(
        uid=str(values.get("uid") or new_uid()), no=numbering.take(session, rules.PREFIX), kind=case.kind,
        state=rules.START[case.kind], day=clock.today(), out_at=now, due_at=case.due_at if back else None,
        handler_id=actor.staff_id, handler_name=actor.name, shift=shifts.current(config).label,
        borrower=case.borrower, standing=case.standing, org=case.org, phone=case.phone, id_kind=case.id_kind,
        purpose=case.purpose, purpose_note=case.purpose_note, authority=case.authority,
        inspection=case.inspection, receipt_no=case.receipt_no, owner_by="", owner_phone="", approvers="",
        remark=clean(str(values.get("remark") or ""), limit=200, multiline=True, field="remark"),
        odd_reason=clean(" ".join(_given(case, reasons)), limit=400),
    )  # fmt: skip
    loan.lines = [
        Line(
            seq=n, key_uid=line.key.uid, code=line.key.code, key_kind=line.key.kind, pieces=line.pieces,
            place=keys.find(session, line.key.uid).shown_place, back_pieces=0, lost_pieces=0, is_open=back,
        )
        for n, line in enumerate(case.asked, 1) if line.key is not None
    ]  # fmt: skip
    told = (said.text for line in loan.lines for said in keys.instructions(session, line.key_uid))
    loan.instructions = clean("\n".join(dict.fromkeys(told)), limit=2000, multiline=True)
    session.add(loan)
    return loan


def _given(case: rules.Case, reasons: Mapping[str, str]) -> list[str]:
    """Return the reasons that something really asked for."""
    return [reasons[doubt.field] for doubt in rules.doubts(case, {}) if reasons.get(doubt.field)]


def _move(session: Session, loan: KeyLoan, case: rules.Case) -> None:
    """Tell the cabinet; a ring of which the owner leaves keys stays on its hook."""
    if case.kind == "retain":
        for line in loan.lines:
            keys.retain(
                session, line.key_uid, kept=line.pieces, consent_by=loan.borrower, receipt_no=str(loan.no)
            )
        return
    if case.kind in ("collect", "hand_over") and case.receipt_no:
        _turn_receipt(session, case.receipt_no, "kept", "redeem")
    for line in loan.lines:
        if case.kind == "hand_over" and line.pieces < keys.find(session, line.key_uid).pieces:
            continue
        keys.hand_out(
            session, line.key_uid, STEPS[case.kind], pieces=line.pieces, holder_name=loan.borrower,
            due_at=loan.due_at, loan_uid=loan.uid,
        )  # fmt: skip


def _turn_receipt(session: Session, receipt_no: str, before: str, step: str) -> None:
    """Strike off the receipt that was handed in (核销), or undo it; one from before the program has no record here."""
    query = select(KeyLoan).where(KeyLoan.no == receipt_no, KeyLoan.kind == "retain")
    receipt = session.scalars(query).one_or_none()
    if receipt is not None and receipt.state == before:
        receipt.state = rules.MACHINE.go(receipt.state, step)


def _consents(
    session: Session, loan: KeyLoan, values: Values, case: rules.Case, wanted: tuple[str, ...]
) -> None:
    said = []
    if rules.OWNER in wanted:
        loan.owner_by, loan.owner_phone = case.owner_by, case.owner_phone
        said.append(f"{case.owner_by} {label_of(terms.HOWS, 'phone')}")
    chain = tuple(stage for stage in rules.CHAIN if stage.key in wanted)
    for stage in chain:
        given = (case.consents or {})[stage.key]
        how, staff = label_of(terms.HOWS, given.how), named(session, values.get(stage.key))
        approvals.record(
            session,
            loan,
            chain,
            staff_id=staff.id if staff else None,
            note=how,
            context="KeyLoans",
            at_desk=given.how == terms.IN_PERSON,
        )
        said.append(f"{given.name} {how}".strip())
    loan.approvers = "\n".join(said)


def _keep_rest(
    session: Session, loan: KeyLoan, case: rules.Case, archive: Archive, renderer: Renderer
) -> KeyLoan | None:
    """Make the receipt for what the owner leaves behind of the rings handed over (S0㈦(3)1)."""
    rest = [(line, line.key.pieces - line.pieces) for line in case.asked if line.key is not None]
    left = {line.key.uid: count for line, count in rest if line.key is not None and count}
    if not left:
        return None
    kept = KeyLoan(
        uid=new_uid(), no=numbering.take(session, rules.PREFIX), kind="retain", state=rules.START["retain"],
        day=loan.day, out_at=loan.out_at, handler_id=loan.handler_id, handler_name=loan.handler_name,
        shift=loan.shift, borrower=loan.borrower, standing=loan.standing, org=loan.org, phone=loan.phone,
        id_kind=loan.id_kind, authority=loan.authority, inspection=loan.inspection, instructions="",
        receipt_no="", approvers="", owner_by="", owner_phone="", odd_reason="", remark="",
    )  # fmt: skip
    kept.lines = [
        Line(
            seq=n, key_uid=line.key_uid, code=line.code, key_kind="owner_retained", place=line.place,
            pieces=left[line.key_uid], back_pieces=0, lost_pieces=0, is_open=False,
        )
        for n, line in enumerate((line for line in loan.lines if line.key_uid in left), 1)
    ]  # fmt: skip
    session.add(kept)
    for line in kept.lines:
        keys.retain(
            session, line.key_uid, kept=line.pieces, consent_by=kept.borrower, receipt_no=str(kept.no)
        )
    links.add(session, "followed", loan, kept)
    _finish(session, kept, archive, renderer)
    return kept


def _finish(session: Session, loan: KeyLoan, archive: Archive, renderer: Renderer) -> None:
    index(session, loan)
    form = form_of(loan)
    archive.store(
        session, entity=loan.history_entity, record_uid=loan.uid, no=str(loan.no), form=form,
        pdf=renderer(form)(paper_values(session, loan)),
    )  # fmt: skip


@verb("key_loans.extend", *DESK)
def extend(
    session: Session, uid: str, *, due_at: datetime | None, kz: object = None, how: str = ""
) -> KeyLoan:
    """Let the borrower keep the keys until later; past tonight a supervisor must agree (F07 跨夜须 KZ)."""
    loan, config, now = find(session, uid), settings.load(session), clock.now()
    target = rules.MACHINE.go(loan.state, "extend")
    staff = named(session, kz)
    given = (
        rules.Given(
            staff.name, staff.held, how, duties.clash(config, duties.HANDLER, staff.id, loan.handler_id)
        )
        if staff
        else None
    )
    case = rules.Case(
        kind=loan.kind, standing=loan.standing, due_at=due_at, consents={"kz": given} if given else {}
    )
    errors = rules.wrong_due(case, now)
    if rules.needs(case, now, overnight_kz=config.get(terms.OVERNIGHT)):
        error = rules.missing_consent(case, rules.KZ, now)
        errors += [error] if error else []
    raise_first(errors)
    if staff is not None:
        stage = Stage(
            f"extend{len(approvals.given(session, uid))}", rules.KZ.label, rules.KZ.roles, rules.KZ.clause
        )
        note = label_of(terms.HOWS, how)
        approvals.record(
            session,
            loan,
            (stage,),
            staff_id=staff.id,
            note=note,
            context="KeyLoans",
            at_desk=how == terms.IN_PERSON,
        )
        loan.approvers = "\n".join(filter(None, (loan.approvers, f"{staff.name} {note}".strip())))
    loan.state, loan.due_at = target, due_at
    for line in loan.open_lines:
        keys.extend(session, line.key_uid, due_at=due_at or now)
    return loan


@verb("key_loans.phone_to_call", *DESK)
def phone_to_call(session: Session, uid: str) -> str:
    """Return the telephone to call for keys that are overdue: that it was shown is in the access log."""
    loan = find(session, uid)
    access.note(
        session, access.Kind.REVEAL, entity="key_loans", uid=uid, no=loan.no or "", reason=translate("KeyLoans", "催还钥匙"),
        conditions=translate("KeyLoans", "联系电话"), count=1,
    )  # fmt: skip
    return loan.phone


@verb("key_loans.chase", *DESK)
def chase(session: Session, uid: str, *, called: str, said: str = "", reported: str = "") -> Chase:
    """Note a call for keys that are not back: whom, what was said, to whom it was reported (F07)."""
    loan = find(session, uid)
    loan.state = rules.MACHINE.go(loan.state, "chase")
    if label_of(terms.REPORTED, reported) == "":
        reported = ""
    called = clean(called, limit=60, field="called")
    if not called:
        raise RuleError(translate("KeyLoans", "请填写打给了谁。"), "called")
    call = Chase(
        loan_id=loan.id, at=clock.now(), called=called, said=clean(said, limit=200, field="said"),
        reported=reported, by_name=actor_of(session).name,
    )  # fmt: skip
    loan.calls.append(call)
    return call


@verb("key_loans.void", *DESK)
def void(
    session: Session,
    uid: str,
    *,
    reason: str,
    approver_id: int | None,
    note: str = "",
    copies_back: bool = True,
) -> KeyLoan:
    """Void a slip that was made wrongly; its keys hang again. Reviewed by a lead, of another shift by a supervisor.

    The number stays taken. `copies_back` says whether both copies were taken back (domain.md §1.5).
    """
    loan = find(session, uid)
    target = rules.MACHINE.go(loan.state, "void")
    if loan.kind == "retain" and not copies_back:
        raise RuleError(translate("KeyLoans", "收条已交给业主:请先收回收条,再作废。"), "copies_back")
    voiding.void(
        session, loan, terms.VOID_REASONS, kind=reason, note=note, approver_id=approver_id, since=loan.out_at
    )  # fmt: skip
    _hang_back(session, loan)
    loan.state, loan.copies_missing = target, not copies_back
    return loan


def _hang_back(session: Session, loan: KeyLoan) -> None:
    """Undo at the cabinet what a void slip had said; RuleError while the owner still has a receipt of it."""
    if loan.kind == "hand_over":
        made = [link.to_uid for link in links.of(session, loan.uid) if link.from_uid == loan.uid]
        kept = select(KeyLoan.no).where(
            KeyLoan.uid.in_(made), KeyLoan.kind == "retain", KeyLoan.state != "void"
        )
        if no := session.scalar(kept.limit(1)):
            text = translate("KeyLoans", "这次发放另出了收条 {no}:请先收回并作废收条,再作废发放单。")
            raise RuleError(text.format(no=no))
    if loan.kind in ("collect", "hand_over") and loan.receipt_no:
        _turn_receipt(session, loan.receipt_no, "redeemed", "give_receipt_back")
    for line in loan.lines:
        if loan.kind == "hand_over":
            keys.undo_hand_over(session, line.key_uid, pieces=line.pieces)
        elif loan.kind == "retain":
            keys.unretain(session, line.key_uid, receipt_no=str(loan.no))
        elif line.is_open:
            keys.take_in(session, line.key_uid, pieces=line.left)
            line.is_open = False


@verb("key_loans.reprint", *DESK)
def reprint(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the issued slip to print (again); beyond the permitted reprints only a lead may (§5.3)."""
    loan = find(session, uid)
    paper = attachments.paper_of(session, uid, form_of(loan))
    if paper is None:
        raise RuleError(translate("KeyLoans", "{no} 没有可打印的单。").format(no=loan.no))
    most = settings.get(session, terms.REPRINTS)
    return attachments.copy_of(session, archive, paper, most=most, void=loan.state == "void")


def find(session: Session, uid: str) -> KeyLoan:
    """Return one movement; NoResultFound when there is none."""
    return session.scalars(select(KeyLoan).where(KeyLoan.uid == uid)).one()


def index(session: Session, loan: KeyLoan) -> None:
    """Make a movement findable by borrower, company, telephone, hook, room and number."""
    session.flush()
    codes = [line.code for line in loan.lines]
    fields = {
        "name": loan.borrower,
        "company": "\n".join(filter(None, (loan.org, *(line.place for line in loan.lines)))),
        "room": "\n".join(line.place.split(" ")[0] for line in loan.lines),
        "phone": loan.phone,
        "number": "\n".join(filter(None, (loan.no, loan.receipt_no, *codes))),
        "words": loan.purpose_note,
    }
    search.put(
        session, "key_loans", loan.id, loan.uid, fields,
        title=f"{loan.borrower} {' '.join(codes)}", detail=str(loan.no),
    )  # fmt: skip
