"""What is printed of a restriction: finished Chinese words by the keys of forms/restriction_decision."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.core.declare import label_of
from desk_app.core.identity import ID_CHOICES
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.restricted import Restriction

FORM = "restriction_decision"
WHAT = "告知本决定,通知当班负责人到场;不得自行拦阻、争执"
APPEAL_DAYS = 5


def values(session: Session, row: Restriction) -> dict[str, object]:
    """Return the values of forms/restriction_decision."""
    config = settings.load(session)
    seen = label_of(ID_CHOICES, row.id_kind)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": row.no,
        "decided_at": f"{clock.local(clock.now()):%Y-%m-%d %H:%M}",
        "name": row.name,
        "org_of": row.org,
        "document": f"{seen},号码只留比对标记" if seen else "—",
        "reason": row.reason,
        "basis": row.basis,
        "starts": row.starts.isoformat(),
        "ends": row.ends.isoformat(),
        "what": WHAT,
        "asked_by": row.handler_name,
        "approved_by": row.approver_name,
        "appeal": row.appeal,
        "most_days": str(config.get(rules.RESTRICT_DAYS)),
        "appeal_days": str(APPEAL_DAYS),
    }
