"""What of a shift's log is kept for how long (domain.md §1.7: 值班、交接班 3 年)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term
from desk_app.registers.duty_log import rules, sheets
from desk_app.registers.duty_log.records import DutyShift, Relief

TERM = Term(
    kind=DutyShift,
    closed=frozenset({"handed_in"}),
    index=sheets.index,
    years=rules.KEPT_YEARS,
    parts=(Part(Relief, "sheet_id"),),
    ground=rules.KEPT_GROUND,
)
