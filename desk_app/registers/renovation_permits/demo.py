"""Renovations of the demo tower: permits that run from the first day, applications on their way on the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, deposits, settings
from desk_app.core.demo_day import DemoDay
from desk_app.core.deposits import Asked, Held
from desk_app.core.refund_paper import Render
from desk_app.registers.renovation_permits import (
    checklist,
    paper,
    permits,
    refunding,
    rules,
    service,
    terms,
)
from desk_app.registers.renovation_permits.records import Renovation


@dataclass(frozen=True)
class Crew:
    """A contractor with its people and papers."""

    org: str
    code: str
    foreman: str
    phone: str
    fire_lead: str


CREWS = (
    Crew("深圳市鼎盛装饰设计工程有限公司", "9144030071526726XG", "龚志刚", "13823450081", "雷鸣"),
    Crew("广东中建联合装饰工程有限公司", "914403001922038216", "覃建国", "13612340092", "单志远"),
    Crew("深圳市瑞和空间建设有限公司", "91110108551385082Q", "仇海涛", "13923450073", "解文博"),
)
WORKS = (
    {"part": "大开间", "content": "轻钢龙骨石膏板隔墙、吊顶", "material": "石膏板、岩棉", "fire_class": "A", "touches": "电"},
    {"part": "前厅", "content": "铺地毯、灯带", "material": "阻燃地毯", "fire_class": "B1", "touches": "电"},
    {"part": "会议室", "content": "玻璃隔断、空调风口移位", "material": "钢化玻璃", "fire_class": "A", "touches": "空调"},
)  # fmt: skip
WET = {
    "part": "茶水间",
    "content": "改给排水点位、贴砖",
    "material": "PPR 管、瓷砖",
    "fire_class": "A",
    "touches": "水",
}
STAGES = tuple(stage.key for stage in rules.CHAIN)


def plan(day: DemoDay) -> None:
    """Plan what the desk does about renovations on one day."""
    if day.is_first:
        for number, (room, days) in enumerate(((3, 60), (17, 45), (31, 5))):
            at = clock.at(day.day, 0, 10 + number)
            values = _form(day, room, CREWS[number], day.day, day.day + timedelta(days))
            day.plan(at, partial(_whole_way, day=day, values=values))
    day.plan(clock.at(day.day, 10, 20), partial(_refund, day=day, render=day.renderer(deposits.FORM)))
    if day.is_today:
        _last_day(day)


def _last_day(day: DemoDay) -> None:
    """Leave one application under review, one waiting for papers, one sent back."""
    start = day.day + timedelta(7)
    early = clock.at(day.day, 8, 35)
    cases = (
        (8, 1, _under_review, WORKS),
        (22, 2, _waits_for_papers, (*WORKS, WET)),
        (40, 0, _sent_back, WORKS),
    )
    for number, (room, crew, act, works) in enumerate(cases):
        values = _form(day, room, CREWS[crew], start, start + timedelta(60)) | {"works": list(works)}
        day.plan(early + timedelta(minutes=9 * number), partial(act, day=day, values=values))


def _form(day: DemoDay, room: int, crew: Crew, starts: date, ends: date) -> dict[str, object]:
    host = day.hosts[room % len(day.hosts)]
    customer = host.room.text.partition(" ")[2]
    owner = host.owner_phones[0][0] if host.owner_phones else customer
    return {
        "room": host.room, "kind": "first", "relation": "tenant", "owner": owner, "tenant": customer,
        "applicant": host.people[0], "phone": day.mobile(), "org": crew.org, "credit_code": crew.code,
        "qual_no": "D244012345", "qual_grade": "二级", "qual_until": ends + timedelta(400), "foreman": crew.foreman,
        "foreman_phone": crew.phone, "fire_lead": crew.fire_lead, "fire_phone": day.mobile(), "workers": 8,
        "area": "230.5", "cost": 860_000_00, "hours": "both", "starts": starts, "ends": ends,
        "works": [dict(line) for line in WORKS],
        **{rules.asked_key(matter.key): "no" for matter in terms.MATTERS},
    }  # fmt: skip


def _apply(session: Session, values: dict[str, object]) -> str:
    doubts = ("phone", "foreman_phone", "fire_phone", "credit_code", "qual_until")
    return service.save_and_submit(session, values, dict.fromkeys(doubts, "已核对原件")).uid


def _papers(session: Session, uid: str, good_until: date, *, without: str = "") -> None:
    lines = [
        {
            "item": item.key, "handed": item.key != without,
            "good_until": good_until if item.expiry is checklist.Expiry.ALWAYS else None,
        }
        for item in checklist.ITEMS
    ]  # fmt: skip
    service.check_papers(session, uid, lines)


def _approve(session: Session, day: DemoDay, uid: str, stages: tuple[str, ...]) -> None:
    for stage in stages:
        service.approve(session, uid, staff_id=day.staff("DB" if stage == "QT" else stage))


def _whole_way(session: Session, day: DemoDay, values: dict[str, object]) -> None:
    uid = _apply(session, values)
    ends = values["ends"]
    assert isinstance(ends, date)
    _papers(session, uid, ends + timedelta(90))
    service.accept(session, uid)
    _approve(session, day, uid, STAGES)
    session.flush()
    fees = {"owner_deposit": 1000_00, "contractor_deposit": 3000_00, "rubbish": 600_00}
    receipts = {f"{key}_receipt": f"{2600417 + day.rng.randrange(9000)}" for key in fees}
    service.note_fees(session, uid, {**fees, **receipts})
    permits.issue(session, uid, day.archive, day.renderer(paper.PERMIT))


def _refund(session: Session, day: DemoDay, render: Render) -> None:
    """Give back what may go back today: of every third renovation less what clearing its rubbish cost."""
    config = settings.load(session)
    query = select(Renovation).where(refunding.refundable(config, day.day)).order_by(Renovation.id)
    for one in session.scalars(query).all():
        for held in refunding.open_deposits(session, one.uid):
            if held.due <= day.day:
                _pay_back(session, day, one, held, render)


def _pay_back(session: Session, day: DemoDay, one: Renovation, held: Held, render: Render) -> None:
    dirty = held.kind == "owner_deposit" and one.id % 3 == 0
    asked = Asked(
        deduction=200_00 if dirty else 0, why="装修垃圾未清,代清运费" if dirty else "",
        told="验收时当面告知,双方签字" if dirty else "", checked_by=day.member("GC").text,
        payee=one.customer if held.kind == "owner_deposit" else one.org, way="transfer",
        paid_by=day.staff("CW"), approver=day.staff("JL"),
    )  # fmt: skip
    refunding.refund(session, one.uid, held.kind, asked, day.archive, render)


def _under_review(session: Session, day: DemoDay, values: dict[str, object]) -> None:
    uid = _apply(session, values)
    _papers(session, uid, _far(day.until))
    service.accept(session, uid)
    _approve(session, day, uid, STAGES[:1])


def _waits_for_papers(session: Session, day: DemoDay, values: dict[str, object]) -> None:
    _papers(session, _apply(session, values), _far(day.until), without="water")


def _sent_back(session: Session, day: DemoDay, values: dict[str, object]) -> None:
    uid = _apply(session, values)
    _papers(session, uid, _far(day.until))
    service.accept(session, uid)
    day.plan(clock.now() + timedelta(minutes=20), partial(_send_back, uid=uid))


def _send_back(session: Session, uid: str) -> None:
    service.send_back(session, uid, reason="天花图未标喷淋和烟感位置")


def _far(moment: datetime) -> date:
    return clock.local(moment).date() + timedelta(400)
