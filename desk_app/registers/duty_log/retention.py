"""What of an entry of the duty log is kept for how long (domain.md §1.7: 值班、交接班 3 年)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term, Who
from desk_app.registers.duty_log import rules, service
from desk_app.registers.duty_log.records import DutyAddition, DutyEntry

TERM = Term(
    kind=DutyEntry,
    closed=frozenset({"done", "void"}),
    index=service.index,
    days=rules.PRIVATE_DAYS,
    years=rules.KEPT_YEARS,
    private=("caller", "phone"),
    parts=(Part(DutyAddition, "entry_id"),),
    places={"place": "room_id"},
    who=Who(("caller",), ("phone",)),
    ground=rules.KEPT_GROUND,
)
