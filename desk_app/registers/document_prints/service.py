"""Verbs of the prints: each one unit of work inside the caller's session (domain.md F23, S0㈦(5))."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import (
    approvals,
    attachments,
    audit,
    clock,
    duties,
    numbering,
    search,
    settings,
    shifts,
    voiding,
)
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, actor_of, named, verb
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.document_prints import rules, terms
from desk_app.registers.document_prints.paper import FORM, slip_values
from desk_app.registers.document_prints.records import DocumentPrint

Values = Mapping[str, Any]
Render = Callable[[Mapping[str, object]], bytes]
CONTEXT = "DocumentPrints"
LIMITS = {"title": 120, "doc_no": 40, "applicant": 60, "remark": 200}
CHOSEN = {
    "department": (terms.DEPARTMENTS, ""), "sides": (terms.SIDES, "single"), "colour": (terms.COLOURS, "black"),
    "secrecy": (terms.SECRECY, ""),
}  # fmt: skip


@verb("document_prints.apply", *DESK)
def apply(
    session: Session,
    values: Values,
    archive: Archive,
    render: Render,
    _reasons: Mapping[str, str] | None = None,
) -> DocumentPrint:
    """Register an application: number and the slip to be signed, in one unit of work.

    Raises FieldErrors for all that is missing, KnownError when the archive cannot be written: no number then.
    """
    actor = actor_of(session)
    one = DocumentPrint(
        uid=str(values.get("uid") or new_uid()), state="applied", day=clock.today(), applied_at=clock.now(),
        handler_id=actor.staff_id, handler_name=actor.name,
        shift=shifts.current(settings.load(session)).label,
    )  # fmt: skip
    _fill(session, one, values)
    one.no = numbering.take(session, rules.PREFIX)
    session.add(one)
    index(session, one)
    _file(session, one, archive, render)
    return one


@verb("document_prints.correct", *DESK)
def correct(
    session: Session, uid: str, values: Values, archive: Archive, render: Render, *, reason: str
) -> DocumentPrint:
    """Correct an application nobody has agreed to yet; the slip is drawn anew."""
    one = find(session, uid)
    one.state = rules.MACHINE.go(one.state, "correct")
    audit.note(session, clean(reason, limit=120, field="reason"))
    _fill(session, one, values)
    index(session, one)
    _file(session, one, archive, render)
    return one


@verb("document_prints.agree", *DESK)
def agree(
    session: Session,
    uid: str,
    *,
    applicant_signed: bool = False,
    approver_signed: bool = False,
    note: str = "",
) -> DocumentPrint:
    """Note that the supervisor named on the slip agreed and signed; the applicant signed before."""
    one = find(session, uid)
    target = rules.MACHINE.go(one.state, "agree")
    raise_first(
        rules.unsigned(
            one.applicant,
            one.approver_name,
            applicant_signed=applicant_signed,
            approver_signed=approver_signed,
        )
    )
    approvals.record(
        session, one, rules.chain(one.department), staff_id=one.approver_id, note=note, context=CONTEXT
    )
    one.applicant_signed = one.approver_signed = True
    one.state, one.agreed_at = target, clock.not_before(one.applied_at)
    return one


@verb("document_prints.finish", *DESK)
def finish(session: Session, uid: str, *, printer: object = None, stamped: bool = False) -> DocumentPrint:
    """Note who printed it. Refused while the named supervisor has not agreed, or a stamp is missing."""
    one = find(session, uid)
    if one.state == "applied":
        text = translate("DocumentPrints", "{name} 还没有同意,不能打印:请先在申请单上签名并登记主管同意。")
        raise RuleError(text.format(name=one.approver_name))
    target = rules.MACHINE.go(one.state, "finish")
    staff = named(session, printer)
    raise_first(rules.wrong_printing(staff.name if staff else "", one.seal_copies, stamped=bool(stamped)))
    assert staff is not None  # wrong_printing names a missing one
    one.printer_name, one.stamped = staff.name, bool(one.seal_copies)
    one.state, one.printed_at = target, clock.not_before(one.agreed_at)
    return one


@verb("document_prints.collect", *DESK)
def collect(
    session: Session, uid: str, *, collector: str = "", collector_signed: bool = False
) -> DocumentPrint:
    """Note who collected the print and signed for it."""
    one = find(session, uid)
    target = rules.MACHINE.go(one.state, "collect")
    collector = clean(collector, limit=60, field="collector")
    raise_first(rules.wrong_collecting(collector, signed=bool(collector_signed)))
    one.collector, one.collector_signed = collector, True
    one.state, one.collected_at = target, clock.not_before(one.printed_at)
    index(session, one)
    return one


@verb("document_prints.void", *DESK)
def void(
    session: Session, uid: str, *, reason: str, approver_id: int | None, note: str = ""
) -> DocumentPrint:
    """Void a print: reviewed by a lead, of another shift by a supervisor. The number stays taken."""
    one = find(session, uid)
    target = rules.MACHINE.go(one.state, "void")
    voiding.void(
        session, one, terms.VOID_REASONS, kind=reason, note=note, approver_id=approver_id, since=one.applied_at
    )  # fmt: skip
    one.state = target
    return one


@verb("document_prints.reprint", *DESK)
def reprint(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the slip to print (again); beyond the permitted reprints only a lead may (§5.3)."""
    one = find(session, uid)
    paper = attachments.paper_of(session, uid, FORM)
    if paper is None:
        raise RuleError(translate("DocumentPrints", "{no} 没有可打印的申请单。").format(no=one.shown_no))
    most = settings.get(session, terms.REPRINTS)
    return attachments.copy_of(session, archive, paper, most=most, void=one.state == "void")


def find(session: Session, uid: str) -> DocumentPrint:
    """Return one print; NoResultFound when there is none."""
    return session.scalars(select(DocumentPrint).where(DocumentPrint.uid == uid)).one()


def _fill(session: Session, one: DocumentPrint, values: Values) -> None:
    """Put a form into a record once nothing is wrong with it; FieldErrors else."""
    texts = {key: clean(str(values.get(key) or ""), limit=limit, field=key) for key, limit in LIMITS.items()}
    chosen = {}
    for key, (choices, usual) in CHOSEN.items():
        given = str(values.get(key) or "")
        chosen[key] = given if label_of(choices, given) else usual
    approver, config = named(session, values.get("approver")), settings.load(session)
    case = rules.Case(
        title=texts["title"], department=chosen["department"], applicant=texts["applicant"],
        approver=approver.name if approver else "",
        approver_roles=approver.held if approver else frozenset(),
        approver_is_handler=approver is not None and duties.clash(config, duties.HANDLER, approver.id, one.handler_id),
        approver_is_applicant=approver is not None and duties.clash(config, duties.APPLICANT, approver.name, texts["applicant"]),
        copies=_count(values.get("copies")), pages=_count(values.get("pages")), seal=bool(values.get("seal")),
        seal_copies=_count(values.get("seal_copies")),
    )  # fmt: skip
    raise_first(rules.wrong_application(case))
    assert approver is not None and case.copies is not None and case.pages is not None
    for key, value in (texts | chosen).items():
        setattr(one, key, value)
    one.approver_id, one.approver_name = approver.id, approver.name
    one.copies, one.pages = case.copies, case.pages
    one.seal, one.seal_copies = case.seal, case.seal_copies or 0


def _file(session: Session, one: DocumentPrint, archive: Archive, render: Render) -> None:
    session.flush()
    archive.store(
        session, entity=one.history_entity, record_uid=one.uid, no=one.shown_no, form=FORM,
        pdf=render(slip_values(session, one)),
    )  # fmt: skip


def index(session: Session, one: DocumentPrint) -> None:
    """Make an application findable by what its row says now."""
    session.flush()
    fields = {
        "name": "\n".join(filter(None, (one.title, one.applicant, one.approver_name, one.collector))),
        "number": "\n".join(filter(None, (one.no, one.doc_no))),
    }
    search.put(
        session, "document_prints", one.id, one.uid, fields,
        title=f"{one.title} {one.applicant}", detail=one.shown_no,
    )  # fmt: skip


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
