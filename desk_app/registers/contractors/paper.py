"""What the work slip of a contractor shows: who works where, and a line for every planned call (F05)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desk_app.core import clock, privacy, settings
from desk_app.registers.contractors import rules
from desk_app.registers.contractors.records import Contractor

FORM = "contractor_slip"
LINES = 6
"""Calls to leave room for when nobody said how long the work takes."""
MOST_LINES = 24
NOTICE = (
    "前台每 {every} 分钟与业户确认一次;动火、断水断电、进入机房须另办手续。"
    "作业完毕清理现场,经业户签字后将本单与胸牌交回前台。"
)


def slip_values(session: Session, stay: Contractor) -> Mapping[str, object]:
    """Return the values of forms/contractor_slip for one stay, all formatted; the telephone masked (§4.3)."""
    way = next((choice.label for choice in rules.WAYS if choice.key == stay.confirm), "")
    tools = (f"{tool.name}×{tool.quantity}" for tool in stay.tools if not tool.removed)
    return {
        "org": settings.get(session, settings.COMPANY),
        "number": stay.no or "",
        "in_at": f"{clock.local(stay.in_at):%Y-%m-%d %H:%M}",
        "name": stay.name,
        "phone": privacy.phone(stay.phone),
        "party": f"{stay.party_size} 人",
        "company": stay.org,
        "host_room": stay.host_room,
        "host_name": f"{stay.confirmed_by} {_time(stay.confirmed_at)} {way}确认",
        "purpose": stay.service,
        "badge": stay.badge,
        "zone": f"{stay.room.floor} 层" if stay.room and stay.room.floor else "",
        "belongings": "、".join(tools),
        "expected_out": f"{clock.local(stay.exp_out):%m-%d %H:%M}" if stay.exp_out else "",
        "handler": stay.handler_name,
        "notice": NOTICE.format(every=stay.call_every),
        "confirmations": _confirmations(stay),
    }


def _confirmations(stay: Contractor) -> list[dict[str, str]]:
    """Return the calls made so far, then an empty line for each one still planned."""
    made = [
        {
            "due_at": _time(call.planned_at), "at": _time(call.done_at), "by": call.who or "无人应答",
            "note": ";".join(filter(None, (call.situation, call.abnormal))), "handler": call.handler_name,
        }
        for call in stay.calls
    ]  # fmt: skip
    step = timedelta(minutes=stay.call_every)
    first = stay.due_at or stay.in_at + step
    count = LINES if stay.exp_out is None else max(0, int((stay.exp_out - first) / step) + 1)
    planned = (first + number * step for number in range(min(count, MOST_LINES) if stay.due_at else 0))
    empty = {"at": "", "by": "", "note": "", "handler": ""}
    return made + [{"due_at": _time(moment), **empty} for moment in planned]


def _time(moment: datetime) -> str:
    return f"{clock.local(moment):%H:%M}"
