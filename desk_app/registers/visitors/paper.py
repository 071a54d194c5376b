"""What the visitor slip shows; it never carries an ID number (domain.md F04, §4.3)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from desk_app.core import clock, settings
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.records import Visit

NOTICE = "请在离开时交被访人签字,连同访客牌交回前台。登记信息仅用于大楼安全管理。"


def slip_values(session: Session, visit: Visit) -> Mapping[str, object]:
    """Return the values of forms/visitor_slip for one visit, all formatted."""
    purpose = next((choice.label for choice in rules.PURPOSES if choice.key == visit.purpose), "")
    return {
        "org": settings.get(session, settings.COMPANY),
        "number": visit.no or "",
        "in_at": _time(visit),
        "name": visit.name,
        "party": f"{visit.party_size} 人" if visit.party_size > 1 else "",
        "company": visit.org,
        "host_room": visit.host_room,
        "host_name": visit.host_name,
        "purpose": " ".join(filter(None, (purpose, visit.purpose_note))),
        "badge": visit.badge,
        "zone": visit.zone,
        "plate": visit.plate,
        "belongings": "、".join(f"{b.name}×{b.quantity}" for b in visit.belongings if not b.removed),
        "expected_out": f"{clock.local(visit.exp_out):%m-%d %H:%M}" if visit.exp_out else "",
        "handler": visit.handler_name,
        "notice": NOTICE,
    }


def _time(visit: Visit) -> str:
    moment = visit.in_at or visit.expected_at
    return f"{clock.local(moment):%Y-%m-%d %H:%M}" if moment else ""
