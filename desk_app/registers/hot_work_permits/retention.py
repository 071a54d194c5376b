"""What of a hot-work permit is kept for how long (domain.md §1.7: 3 years)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term, Who
from desk_app.registers.hot_work_permits import drafting, terms
from desk_app.registers.hot_work_permits.records import HotWorkAnswer, HotWorkNote, HotWorkPermit

TERM = Term(
    kind=HotWorkPermit,
    closed=frozenset({"draft", "closed", "expired", "rejected", "void"}),
    index=drafting.index,
    days=terms.PRIVATE_DAYS,
    years=terms.KEPT_YEARS,
    private=("phone", "watch_phone", "cert_no", "odd_reason"),
    since=("recovered_at",),
    parts=(Part(HotWorkAnswer, "permit_id"), Part(HotWorkNote, "permit_id")),
    who=Who(("site_lead", "welder", "watch"), ("phone", "watch_phone"), ("cert_no",)),
    ground=terms.KEPT_GROUND,
)
