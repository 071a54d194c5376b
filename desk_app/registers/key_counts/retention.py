"""What of a stock-take is kept for how long (domain.md §1.7: as the key loans, 2 years)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term
from desk_app.registers.key_counts import rules, service
from desk_app.registers.key_counts.records import CountLine, KeyCount

TERM = Term(
    kind=KeyCount,
    closed=frozenset({"reviewed", "void"}),
    index=service.index,
    years=rules.KEPT_YEARS,
    parts=(Part(CountLine, "count_id"),),
)
