"""The demo's cabinets: A with the rooms' keys, B with the house's own; a few lost, damaged, with a word to say."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk_app.core import clock, premises
from desk_app.core.declare import Ref
from desk_app.core.demo_day import DemoDay
from desk_app.registers.keys import service
from desk_app.registers.keys.records import Key

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

HOUSE = (
    ("plant", ("B2 配电房", "B2 水泵房", "B2 消防水池", "12F 弱电间", "26F 电梯机房", "26F 排烟机房", "B1 空调机房", "1F 消控中心")),
    ("common", ("1F 大堂东门", "1F 大堂西门", "B1 车库卷帘", "1F 卫生间工具间", "12F 茶水间", "天台门", "货梯前室")),
    ("fire", ("1F 消火栓箱", "B1 防火卷帘", "26F 正压送风机房", "疏散楼梯 1", "疏散楼梯 2")),
    ("office", ("前台抽屉", "档案柜", "会议室", "更衣室")),
    ("card", ("访客通道主卡", "货梯卡", "车库临时卡", "旧岗亭门")),
)  # fmt: skip
PRIVATE_KINDS = ("vacant", "vacant", "owner_retained", "custody", "owner_retained")
NOTES = ("家中有犬", "只可由工程陪同", "入户前先电话联系业主", "鱼缸需每周喂食,勿断电")
ROOM_KEYS, HOOKS = 34, 8


def plan(day: DemoDay) -> None:
    """Hang all keys unless they hang; troubles with some on the first day, today one is missing and one note runs out."""
    day.plan(clock.at(day.day, 8, 32), partial(_hang, day))
    if day.is_today:
        day.plan(day.until - timedelta(minutes=50), _lose)
        day.plan(day.until - timedelta(minutes=35), _warn)


def _hang(day: DemoDay, session: Session) -> None:
    if session.scalar(select(Key.id).limit(1)) is None:
        keeper = Ref(day.staff("QT"), "")
        _hang_rooms(day, session, keeper)
        _hang_house(session, keeper)
    if day.is_first:
        _first_troubles(day, session, day.staff("KZ"))


def _hang_rooms(day: DemoDay, session: Session, keeper: Ref) -> None:
    for number, room in enumerate(_rooms(session)):
        hook = f"A-{number // HOOKS + 1:02d}-{number % HOOKS + 1:02d}"
        kind = PRIVATE_KINDS[number % len(PRIVATE_KINDS)]
        owner = premises.owner(session, room.id)
        names = (("入户门", 2), ("信箱", 1), ("室内门", day.rng.randrange(1, 4)))[: day.rng.choice((1, 2, 3))]
        service.add(
            session,
            {
                "code": hook, "kind": kind, "place": Ref(room.id, room.name), "name": "入户门", "keeper": keeper,
                "pieces": sum(count for _, count in names), "spare": "main", "stored_at": "前台钥匙柜 A",
                "source": "developer" if kind == "vacant" else "owner",
                "ring": [{"name": name, "quantity": count} for name, count in names],
                "consent_by": owner.shown_name if owner and kind != "vacant" else "",
                "receipt_no": f"ST-{number + 101:04d}" if kind == "owner_retained" else "",
            },
            {"consent_by": "旧账移交,待补签"},
        )  # fmt: skip


def _rooms(session: Session) -> list[premises.Room]:
    """Return rooms of the tower, spread over the floors."""
    query = select(premises.Room).where(premises.Room.kind == "office").order_by(premises.Room.id)
    return list(session.scalars(query))[::5][:ROOM_KEYS]


def _hang_house(session: Session, keeper: Ref) -> None:
    for line, (kind, places) in enumerate(HOUSE, 1):
        for hook, place in enumerate(places, 1):
            room = premises.room_by_text(session, place)
            service.add(
                session,
                {
                    "code": f"B-{line:02d}-{hook:02d}", "kind": kind, "keeper": keeper, "pieces": 1 + hook % 3,
                    "place": Ref(room.id, room.name) if room else Ref(None, place), "source": "developer",
                    "spare": "main", "stored_at": "前台钥匙柜 B",
                },
            )  # fmt: skip


def _first_troubles(day: DemoDay, session: Session, supervisor: int) -> None:
    """Leave a broken key, one that is struck off, one whose lock was changed, one that was replaced, and what to say with some."""
    service.damaged(session, _uid(session, "B-04-02"), note="匙柄断裂")
    service.retire(session, _uid(session, "B-05-04"), reason="岗亭已拆除", approver_id=supervisor)
    lost = _uid(session, "A-02-05")
    service.report_lost(session, lost, by="保洁 刘春梅", note="清洁后不见,已寻找")
    service.lock_changed(session, lost, cost=18000, paid_by="borrower", approver_id=supervisor)
    again = _uid(session, "A-03-02")
    service.report_lost(session, again, by="中介 高俊", note="带看途中遗失")
    service.lock_changed(session, again, cost=26000, paid_by="borrower", approver_id=supervisor)
    service.replaced(session, again, pieces=2)
    for hook, text in zip(("A-01-04", "A-01-03", "A-02-01", "A-04-04"), NOTES, strict=True):
        until = day.day + timedelta(days=day.rng.randrange(40, 120))
        service.instruct(
            session, _uid(session, hook), text=text, valid_until=until, by="业主", whole_room=True
        )


def _lose(session: Session) -> None:
    key = service.by_code(session, "B-02-05")
    if key is not None and key.state == "in_cabinet":  # none hangs yet on a first day before half past eight
        service.report_lost(session, key.uid, by="工程 万凯", note="维修后未见归还,茶水间寻找未果")


def _warn(session: Session) -> None:
    key = service.by_code(session, "A-01-05")
    if key is not None:
        until = clock.today() + timedelta(days=1)
        service.instruct(session, key.uid, text="业主出差,本周由其秘书陪同", valid_until=until)


def _uid(session: Session, code: str) -> str:
    key = service.by_code(session, code)
    assert key is not None
    return key.uid
