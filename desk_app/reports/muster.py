"""在场人员清单: who is in the building now, by floor, for the fire brigade (issue 2 §3)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, rooms, settings
from desk_app.documents import table_report
from desk_app.registers import REGISTERS

TITLE = "在场人员清单"


def draw(session: Session, maker: str) -> bytes:
    """Return the list as PDF: floors from the top down, every person with where, badge and since when."""
    people = [person for room in REGISTERS for person in room.register().inside(session)]
    now = clock.local(clock.now())
    by_floor: dict[str, list[tuple[str, ...]]] = {}
    for person in people:
        floor = rooms.floor_of(person.place) or "楼层不明"
        by_floor.setdefault(floor, []).append(
            (
                person.name,
                str(person.count),
                person.org,
                person.place,
                person.badge,
                f"{clock.local(person.since):%m-%d %H:%M}",
                person.kind,
            )
        )
    floors = sorted(by_floor, key=rooms.floor_level, reverse=True)
    total = sum(person.count for person in people)
    meta = [
        settings.get(session, settings.PROJECT),
        f"打印时间 {now:%Y-%m-%d %H:%M}    打印人 {maker}    在场合计 {total} 人",
    ]
    groups = [(f"{floor} 层" if floor[:1].isdigit() else floor, by_floor[floor]) for floor in floors]
    return table_report.render_report(TITLE, meta, groups, COLUMNS)


COLUMNS = ("姓名", "人数", "单位", "去向", "牌号", "进入", "类别")
