"""A day of visitors at the demo desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import badges, clock
from desk_app.core.demo_day import DemoDay
from desk_app.registers.visitors import service
from desk_app.registers.visitors.records import Visit

WORKDAY, WEEKEND = 60, 14
BUSY_HOURS = (8, 9, 9, 9, 10, 10, 10, 11, 11, 13, 14, 14, 14, 15, 15, 15, 16, 16, 17, 18, 19)
PURPOSES = (
    ("business", 46), ("interview", 16), ("delivery", 10), ("courier", 8), ("viewing", 6), ("works", 5),
    ("inspection", 2), ("other", 7),
)  # fmt: skip
OTHER_PURPOSES = ("取合同", "送审资料", "参加培训", "探访亲友", "领取奖品", "拍摄")
BELONGINGS = (
    ("笔记本电脑", 1), ("投影仪", 1), ("样品箱", 2), ("显示器", 2), ("资料", 3), ("打印机", 1), ("测试仪器", 1), ("展架", 2),
)  # fmt: skip
VOID_REASON = "重复登记"
FORGOTTEN = "昨晚离开未签离,次日核对"
LAST_HOURS = ((200, 90), (170, 120), (95, 0), (70, 0), (48, 0), (31, 0), (12, 0))
"""Who is inside at the end: came so many minutes ago, meant to stay so long (0 = as usual)."""
EXPECTED_IN = (25, 80, 140, 60 * 18, 60 * 20)


def plan(day: DemoDay) -> None:
    """Plan the visits of one day: arrivals, people expected, refusals, sign-outs, and what yesterday forgot."""
    day.plan(clock.at(day.day, 8, 10), _clear_up)
    for _ in range(WORKDAY if day.workday else WEEKEND):
        _plan_visit(day, day.moment(day.rng.choice(BUSY_HOURS)))
    if day.is_today:
        _plan_last_hours(day)


def _plan_visit(day: DemoDay, at: datetime) -> None:
    dice = day.rng.random()
    values = _values(day)
    if dice < 0.12:
        _plan_expected(day, at, values, comes=day.rng.random() < 0.8)
    elif dice < 0.14:
        refused = {**values, "confirm": "refused", "badge": ""}
        day.plan(at, lambda session: _stay(session, refused))
    else:
        day.plan(at, lambda session: _come(session, day, at, values, dice))


def _values(day: DemoDay) -> dict[str, object]:
    """Return the form of one visit."""
    rng, guest, host = day.rng, day.rng.choice(day.guests), day.rng.choice(day.hosts)
    purpose = rng.choices([key for key, _ in PURPOSES], [weight for _, weight in PURPOSES])[0]
    values: dict[str, object] = {
        "name": guest.name, "party_size": 1, "org": guest.org, "phone": guest.phone, "plate": guest.plate,
        "host_room": host.room, "host_name": rng.choice(host.people), "purpose": purpose,
        "confirm": rng.choice(("phone", "phone", "phone", "intercom", "fetched")), "id_kind": "resident_card",
    }  # fmt: skip
    values["confirmed_by"] = values["host_name"]
    if purpose == "other":
        values["purpose_note"] = rng.choice(OTHER_PURPOSES)
    if rng.random() < 0.05:
        party = [{"name": day.person()} for _ in range(rng.randrange(1, 5))]
        values |= {"party": party, "party_size": len(party) + 1}
    if rng.random() < 0.08:
        name, most = rng.choice(BELONGINGS)
        values["belongings"] = [{"name": name, "quantity": rng.randrange(1, most + 1)}]
    return values


def _plan_expected(day: DemoDay, at: datetime, values: dict[str, object], *, comes: bool) -> None:
    made: list[str] = []
    noted = max(clock.at(day.day, 8, 30), at - timedelta(hours=2))
    there = max(at, noted) + timedelta(minutes=3)

    def note(session: Session) -> None:
        made.append(service.expect(session, {**values, "expected_at": at, "confirm": ""}).uid)

    def arrive(session: Session) -> None:
        service.arrive(session, made[0], {**values, "confirm": "code", "badge": _badge(session)})
        day.plan(there + _length(day), lambda s: _sign_out(s, made[0]))

    day.plan(noted, note)
    if comes:
        day.plan(there, arrive)
    else:
        day.plan(clock.at(day.day, 20, 5), lambda session: _miss(session, made[0]))


def _plan_last_hours(day: DemoDay) -> None:
    """Leave the desk in the middle of a day: people inside, some too long, one waiting, some expected."""
    for minutes, stays in LAST_HOURS:
        values, at = _values(day), day.until - timedelta(minutes=minutes)
        day.plan(at, partial(_stay, values=values, with_badge=True, stays=stays))
    waiting = {**_values(day), "confirm": "", "confirmed_by": ""}
    day.plan(day.until - timedelta(minutes=3), lambda session: _stay(session, waiting))
    for minutes in EXPECTED_IN:
        expected = {**_values(day), "expected_at": day.until + timedelta(minutes=minutes), "confirm": ""}
        day.plan(day.until - timedelta(minutes=40), partial(_expect, values=expected))


def _length(day: DemoDay) -> timedelta:
    """Return how long somebody stays: mostly an hour, now and then all afternoon."""
    return timedelta(minutes=min(400, max(6, int(day.rng.lognormvariate(3.9, 0.6)))))


def _come(session: Session, day: DemoDay, at: datetime, values: dict[str, object], dice: float) -> None:
    uid = service.register(session, {**values, "badge": _badge(session)}).uid
    if dice > 0.993:
        day.plan(at + timedelta(minutes=2), lambda s: _void(s, uid))
    elif dice < 0.985:
        day.plan(at + _length(day), lambda s: _sign_out(s, uid))


def _badge(session: Session) -> str:
    return next(iter(badges.free(session, "visitor")), "")


def _stay(session: Session, values: dict[str, object], with_badge: bool = False, stays: int = 0) -> None:
    """Register somebody who means to stay so many minutes from now: soon after midnight the day has only begun."""
    leaves = {"exp_out": clock.now() + timedelta(minutes=stays)} if stays else {}
    service.register(session, {**values, **leaves, "badge": _badge(session) if with_badge else ""})


def _expect(session: Session, values: dict[str, object]) -> None:
    service.expect(session, values)


def _void(session: Session, uid: str) -> None:
    service.void(session, uid, reason=VOID_REASON)


def _sign_out(session: Session, uid: str) -> None:
    service.sign_out(session, uid)


def _miss(session: Session, uid: str) -> None:
    service.miss(session, uid)


def _clear_up(session: Session) -> None:
    """Sign out whom yesterday forgot."""
    start = clock.day_bounds(clock.today())[0]
    query = select(Visit).where(Visit.state == "inside", Visit.in_at < start)
    for visit in list(session.scalars(query.order_by(Visit.id))):
        service.force_out(session, visit.uid, reason=FORGOTTEN, at=visit.exp_out)
