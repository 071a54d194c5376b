"""What the screen, the sheet and the 今日 tab read of the prints."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desk_app.core import clock, people, search, settings
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone, label_of
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.records import by_ids
from desk_app.registers.document_prints import rules, terms
from desk_app.registers.document_prints.records import DocumentPrint

WAITS = {
    "applied": QT_TRANSLATE_NOOP("DocumentPrints", "待主管同意"),
    "agreed": QT_TRANSLATE_NOOP("DocumentPrints", "主管已同意,待打印"),
    "printed": QT_TRANSLATE_NOOP("DocumentPrints", "已打印,待领取"),
}


def _wheres() -> dict[str, tuple[ColumnElement[bool], ...]]:
    return {
        "applied": (DocumentPrint.state == "applied",),
        "agreed": (DocumentPrint.state == "agreed",),
        "printed": (DocumentPrint.state == "printed",),
        "today": (DocumentPrint.day == clock.today(),),
        "all": (),
    }


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the prints of a view, newest first, what waits oldest first; with `text`, those that match it."""
    order = DocumentPrint.id if view in rules.OPEN else DocumentPrint.id.desc()
    query = select(DocumentPrint.id).where(*_wheres()[view]).order_by(order)
    return search.listed(session, query, "document_prints", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many prints each counted view has."""
    query = select(func.count()).select_from(DocumentPrint)
    return {v: session.scalar(query.where(*w)) or 0 for v, w in _wheres().items() if v != "all"}


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these prints as rows, in this order."""
    return [row(one) for one in by_ids(session, select(DocumentPrint), wanted)]


def row(one: DocumentPrint) -> Row:
    """Return one print as the list and the sheet see it."""
    return {
        "id": one.id, "uid": one.uid, "no": one.shown_no, "state": one.state, "day": one.day,
        "title": one.title, "doc_no": one.doc_no, "department": one.department, "applicant": one.applicant,
        "approver": one.approver_name, "agreed_at": one.agreed_at, "copies": one.copies, "pages": one.pages,
        "total": one.copies * one.pages, "sides": one.sides, "colour": one.colour, "secrecy": one.secrecy,
        "seal_copies": one.seal_copies, "printer": one.printer_name, "printed_at": one.printed_at,
        "collector": one.collector, "collected_at": one.collected_at, "handler": one.handler_name,
        "reason": _reason(one),
    }  # fmt: skip


def _reason(one: DocumentPrint) -> str:
    label = translate("DocumentPrints", label_of(terms.VOID_REASONS, one.void_kind))
    return ":".join(filter(None, (label, one.void_reason))) or one.remark


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the prints asked for on a day in [first, last], in order of their numbers."""
    query = select(DocumentPrint).where(DocumentPrint.day >= first, DocumentPrint.day <= last)
    return [row(one) for one in session.scalars(query.order_by(DocumentPrint.no))]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one print."""
    one = session.scalars(select(DocumentPrint).where(DocumentPrint.uid == uid)).one()
    names = (
        "uid", "title", "doc_no", "department", "applicant", "copies", "pages", "sides", "colour", "secrecy",
        "seal", "remark",
    )  # fmt: skip
    known = {name: getattr(one, name) for name in names}
    return known | {
        "approver": Ref(one.approver_id, one.approver_name),
        "seal_copies": one.seal_copies or None,
    }


def due(session: Session) -> Sequence[Due]:
    """Return what waits: for the supervisor, for the printer, for whoever collects it (late ones loud)."""
    query = select(DocumentPrint).where(DocumentPrint.state.in_(rules.OPEN)).order_by(DocumentPrint.id)
    hours = settings.get(session, terms.COLLECT_WITHIN)
    return [_due(one, hours) for one in session.scalars(query.limit(200))]


def _due(one: DocumentPrint, hours: int) -> Due:
    label = translate("DocumentPrints", WAITS[one.state])
    tone, at = Tone.DUE, one.agreed_at or one.applied_at
    if one.state == "applied":
        tone = Tone.WAITING
    elif one.state == "printed" and one.printed_at is not None:
        at = one.printed_at + timedelta(hours=hours)
        if rules.uncollected_late(one.printed_at, hours, clock.now()):
            tone, label = Tone.LATE, translate("DocumentPrints", "打印好超时未领")
    whom = one.approver_name if one.state == "applied" else one.applicant
    return Due(one.uid, one.title, f"{one.shown_no} {whom}", at, tone, label)


def suggest_applicant(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who asked before, with the department and supervisor of the last time."""
    wanted = (
        DocumentPrint.applicant, DocumentPrint.department, DocumentPrint.approver_id, DocumentPrint.approver_name,
    )  # fmt: skip
    query = select(*wanted).order_by(DocumentPrint.id.desc()).limit(300)
    found: dict[str, Suggestion] = {}
    for one in session.execute(query):
        if one.applicant not in found and search.matches(text, one.applicant):
            department = translate("DocumentPrints", label_of(terms.DEPARTMENTS, one.department))
            fills = {"department": one.department, "approver": Ref(one.approver_id, one.approver_name)}
            found[one.applicant] = Suggestion(one.applicant, department, one.applicant, fills)
    return list(found.values())[:8]


def suggest_approver(session: Session, text: str, known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the supervisors of the chosen department."""
    everybody = dict.fromkeys(role for roles in terms.SUPERVISED_BY.values() for role in roles)
    roles = terms.SUPERVISED_BY.get(str(known.get("department") or ""), tuple(everybody))
    return people.offered(session, text, roles)


def suggest_printer(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer everybody who works here."""
    return people.offered(session, text)


def suggest_lead(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may review a voiding."""
    return people.offered(session, text, people.LEADS)
