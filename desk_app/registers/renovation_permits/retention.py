"""What of a renovation is kept for how long: for good, its people's telephones not (domain.md §1.7)."""

from __future__ import annotations

from desk_app.core import deposits
from desk_app.core.deposits import Refund
from desk_app.core.renovations import RenovationPermit
from desk_app.core.retention import Part, Term, Who
from desk_app.registers.renovation_permits import drafting, refunding, terms
from desk_app.registers.renovation_permits import records as of

TERM = Term(
    kind=of.Renovation,
    closed=frozenset({"draft", "rejected", "finished", "cancelled", "withdrawn", "void"}),
    index=drafting.index,
    days=terms.PRIVATE_DAYS,
    years=terms.KEPT_YEARS,
    private=("phone", "foreman_phone", "fire_phone", "odd_reason"),
    since=("ended_at", "ends"),
    parts=(
        Part(RenovationPermit, "record_uid", ("phone",)),
        *(
            Part(kind, "renovation_id")
            for kind in (
                of.RenovationWork,
                of.RenovationAnswer,
                of.RenovationPermission,
                of.HandedIn,
                of.RenovationPause,
                of.RenovationTrial,
                of.RenovationFee,
                of.RenovationExtension,
            )
        ),
        Part(Refund, "record_uid", deposits.PRIVATE, since="day"),
    ),
    who=Who(("applicant", "owner", "foreman", "fire_lead"), ("phone", "foreman_phone", "fire_phone")),
    ground=terms.KEPT_GROUND,
    unsettled=refunding.outstanding(),
)
