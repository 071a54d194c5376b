"""What is printed of an application: finished Chinese words by the keys of forms/document_print."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.core.declare import label_of
from desk_app.registers.document_prints import terms
from desk_app.registers.document_prints.records import DocumentPrint

FORM = "document_print"


def slip_values(session: Session, one: DocumentPrint) -> dict[str, object]:
    """Return the values of forms/document_print: what is asked for; the rest is signed by hand."""
    config = settings.load(session)
    how = (label_of(terms.SIDES, one.sides), label_of(terms.COLOURS, one.colour))
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": one.shown_no,
        "applied_at": f"{clock.local(one.applied_at):%Y-%m-%d %H:%M}",
        "document": one.title,
        "doc_no": one.doc_no,
        "department": label_of(terms.DEPARTMENTS, one.department),
        "applicant": one.applicant,
        "approver": one.approver_name,
        "copies": f"{one.copies} 份",
        "pages": f"{one.pages} 页",
        "total": f"{one.copies * one.pages} 页",
        "how": " · ".join(how),
        "secrecy": label_of(terms.SECRECY, one.secrecy),
        "seal": f"用印 {one.seal_copies} 份,另登用印台账" if one.seal else "不用印",
        "handler": one.handler_name,
        "remark": one.remark,
    }
