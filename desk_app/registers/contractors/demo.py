"""A day of contractors at the demo desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from desk_app.core import badges
from desk_app.core.demo_day import DemoDay
from desk_app.registers.contractors import service

WORKDAY, WEEKEND = 3, 1
HOURS = (9, 10, 13, 14, 15)
SERVICES = (
    ("中国电信", "宽带检修", (("网线钳", 1), ("光功率计", 1))),
    ("奥的斯电梯", "电梯维保", (("工具箱", 1), ("钢丝绳", 2))),
    ("格力空调", "清洗空调内机", (("高压水枪", 1), ("人字梯", 1))),
    ("联想售后", "更换服务器硬盘", (("工具包", 1),)),
    ("怡宝饮水", "饮水机检修", (("滤芯", 4),)),
    ("鼎盛装饰", "更换地毯", (("裁刀", 2), ("地毯", 12))),
    ("中安消防", "烟感检测", (("检测枪", 1), ("人字梯", 1))),
    ("海康威视", "门禁调试", (("笔记本电脑", 1),)),
)  # fmt: skip
STILL_THERE = (85, 20)
"""Minutes ago: crews on a floor at the end of the demo."""


def plan(day: DemoDay) -> None:
    """Plan the stays of one day with their hourly calls; now and then nobody calls."""
    for _ in range(WORKDAY if day.workday else WEEKEND):
        _plan_stay(day, day.moment(day.rng.choice(HOURS)))
    if day.is_today:
        for minutes in STILL_THERE:
            _plan_stay(day, day.until - timedelta(minutes=minutes), stays=True)


def _plan_stay(day: DemoDay, at: datetime, *, stays: bool = False) -> None:
    rng, host = day.rng, day.rng.choice(day.hosts)
    org, service_, tools = rng.choice(SERVICES)
    values = {
        "name": day.person(), "party_size": rng.choice((1, 1, 2, 3)), "org": org, "id_kind": "work_card",
        "phone": day.mobile(), "host_room": host.room, "host_name": host.people[0], "service": service_,
        "confirm": "phone", "confirmed_by": host.people[0],
        "tools": [{"name": name, "quantity": count} for name, count in tools],
    }  # fmt: skip
    end = at + timedelta(minutes=rng.randrange(40, 230))
    calls = [at + timedelta(minutes=60 * n + rng.randrange(-4, 9)) for n in range(1, 4)]
    calls = [moment for moment in calls if moment < end and rng.random() > 0.12 and not stays]

    def enter(session: Session) -> None:
        badge = next(iter(badges.free(session, "contractor")), "")
        uid = service.enter(session, {**values, "badge": badge}).uid
        for moment in calls:
            day.plan(moment, partial(_call, uid=uid, who=host.people[0]))
        if not stays:
            day.plan(end, partial(_leave, uid=uid, who=host.people[0]))

    day.plan(at, enter)


def _call(session: Session, uid: str, who: str) -> None:
    service.confirm_call(session, uid, way="intercom", who=who, situation="正常作业")


def _leave(session: Session, uid: str, who: str) -> None:
    service.leave(session, uid, confirmed_by=who)
