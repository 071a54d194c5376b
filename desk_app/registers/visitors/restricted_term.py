"""What of a restriction is kept for how long: the person until the day after its end (domain.md §4.2-5)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core.retention import DEIDENTIFIED, Term, Who
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.restricted import Restriction


def _in_no_index(_session: Session, _row: Restriction) -> None:
    """Leave the search index alone: whom the house would rather not see is not to be found there."""


TERM = Term(
    kind=Restriction,
    closed=frozenset({"active", "refused", "ended"}),
    index=_in_no_index,
    days=rules.RESTRICTED_PRIVATE_DAYS,
    years=rules.RESTRICTED_KEPT_YEARS,
    private=("name", "org", "id_mark", "reason", "appeal", "end_note", "remark"),
    shown=frozenset({"name"}),
    since=("ends",),
    papers=DEIDENTIFIED,
    files=DEIDENTIFIED,
    who=Who(("name",)),
)
