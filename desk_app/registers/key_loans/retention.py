"""What of a key loan is kept for how long (domain.md §1.7: 钥匙借用 2 年)."""

from __future__ import annotations

from desk_app.core.retention import Part, Term, Who
from desk_app.registers.key_loans import service, terms
from desk_app.registers.key_loans.records import Chase, KeyLoan, Line, Loss, Return

_LINES = Part(Line, "loan_id")

TERM = Term(
    kind=KeyLoan,
    closed=frozenset({"returned", "settled", "handed_over", "redeemed", "void"}),
    index=service.index,
    days=terms.PRIVATE_DAYS,
    years=terms.KEPT_YEARS,
    private=("phone", "owner_phone", "odd_reason"),
    since=("back_at",),
    parts=(
        _LINES,
        Part(Chase, "loan_id", ("called",)),
        Part(Return, "line_id", through=_LINES),
        Part(Loss, "line_id", through=_LINES),
    ),
    who=Who(("borrower", "owner_by"), ("phone", "owner_phone"), own=("borrower", "phone")),
    ground=terms.KEPT_GROUND,
)
