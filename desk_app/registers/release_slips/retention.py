"""What of a release slip is kept for how long (domain.md §1.7: 物资搬运放行凭证 1 年)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term, Who
from desk_app.registers.release_slips import drafting, terms
from desk_app.registers.release_slips.records import Item, ReleaseSlip

TERM = Term(
    kind=ReleaseSlip,
    closed=frozenset(
        {"draft", "awaiting_consent", "awaiting_lead", "released", "recovered", "closed", "expired", "void", "refused_at_gate"}
    ),
    index=drafting.index,
    days=terms.PRIVATE_DAYS,
    years=terms.KEPT_YEARS,
    private=("phone", "id_no", "id_tail", "plate", "carrier", "consent_phone", "odd_reason"),
    since=("valid_until",),
    parts=(Part(Item, "slip_id"),),
    who=Who(("applicant", "carrier", "consent_by"), ("phone", "consent_phone"), ("id_no", "plate"), ("applicant", "phone", "id_no")),
    ground=terms.KEPT_GROUND,
)  # fmt: skip
