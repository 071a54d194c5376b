"""The demo's stock-takes: cabinet B on Fridays, reviewed by the supervisor in the evening."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from desk_app.core import clock
from desk_app.core.demo_day import DemoDay
from desk_app.registers.key_counts import service
from desk_app.registers.keys import service as keys

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FRIDAY = 5


def plan(day: DemoDay) -> None:
    """Count once a week; today one cabinet is half counted."""
    if day.is_today:
        day.plan(day.until - timedelta(minutes=25), partial(_begin, day), role="DB")
    elif day.day.isoweekday() == FRIDAY:
        day.plan(clock.at(day.day, 16, 40), partial(_count, day), role="DB")


def _start(day: DemoDay, session: Session, scope: str) -> str:
    if not keys.live(session, cabinet=scope):
        return ""
    return service.start(session, {"scope": scope, "witness": day.member("AB")}).uid


def _count(day: DemoDay, session: Session) -> None:
    uid = _start(day, session, "B")
    if uid:
        service.mark_rest(session, uid)
        service.submit(session, uid, day.archive, day.renderer("key_count"))
        day.plan(clock.at(day.day, 17, 20), partial(_review, uid), role="KZ")


def _review(uid: str, session: Session) -> None:
    service.review(session, uid, note="账实相符")


def _begin(day: DemoDay, session: Session) -> None:
    uid = _start(day, session, "A")
    for key in keys.live(session, cabinet="A")[:9]:
        if uid and key.state == "in_cabinet":
            service.mark(session, uid, key.code, "present")
