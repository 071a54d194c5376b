"""What of an application for prints is kept for how long."""

from __future__ import annotations

from desk_app.core.retention import Term, Who
from desk_app.registers.document_prints import service, terms
from desk_app.registers.document_prints.records import DocumentPrint

TERM = Term(
    kind=DocumentPrint,
    closed=frozenset({"collected", "void"}),
    index=service.index,
    years=terms.KEPT_YEARS,
    who=Who(("applicant", "collector")),
)
