"""What of an export is kept for how long: who, what and how many rows stay, what it was asked by goes (domain.md §4.4)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core.exporting import Export
from desk_app.core.retention import EXPORT_DAYS, Term


def _in_no_index(_session: Session, _row: Export) -> None:
    """Leave the search index alone: exports stand in the access log."""


TERM = Term(
    kind=Export,
    closed=None,
    index=_in_no_index,
    days=EXPORT_DAYS,
    private=("purpose", "conditions"),
    start="created_at",
    asked=False,
)
