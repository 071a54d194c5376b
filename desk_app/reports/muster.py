"""在场人员清单: who is in the building now, by floor, for the fire brigade (issue 2 §3)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, rooms, settings
from desk_app.core.declare import Inside
from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report
from desk_app.registers import REGISTERS

TITLE = "在场人员清单"
COLUMNS = (
    ReportColumn("清点", TICK, 6),
    ReportColumn("姓名", "name", 24),
    ReportColumn("人数", "count", 6, "right"),
    ReportColumn("单位", "org", 20),
    ReportColumn("去向", "place", 22),
    ReportColumn("牌号", "badge", 8),
    ReportColumn("进入", "since", 12),
    ReportColumn("类别", "kind", 9),
)


def draw(session: Session, maker: str) -> bytes:
    """Return the list as PDF: floors from the top down, every person with where, badge and since when."""
    people = [person for room in REGISTERS for person in room.register().inside(session)]
    by_floor: dict[str, list[Inside]] = {}
    for person in people:
        by_floor.setdefault(rooms.floor_of(person.place), []).append(person)
    floors = sorted(by_floor, key=rooms.floor_level, reverse=True)
    groups = [_group(floor, by_floor[floor]) for floor in floors]
    total = sum(person.count for person in people)
    meta = ReportMeta(
        lines=(
            " · ".join(
                filter(None, (settings.get(session, settings.PROJECT), settings.get(session, settings.DESK)))
            ),
            f"打印 {clock.local(clock.now()):%Y-%m-%d %H:%M}  {maker}    在场合计 {total} 人",
        ),
        signatures=("清点人", "消防救援现场负责人"),
    )
    return render_report(TITLE, meta, groups or [ReportGroup("", [])], COLUMNS)


def _group(floor: str, people: list[Inside]) -> ReportGroup:
    rows = [
        {
            "name": p.name, "count": str(p.count), "org": p.org, "place": p.place, "badge": p.badge,
            "since": f"{clock.local(p.since):%m-%d %H:%M}", "kind": p.kind,
        }
        for p in people
    ]  # fmt: skip
    heading = (f"{floor} 层" if floor[:1].isdigit() else floor) if floor else "楼层不明"
    return ReportGroup(heading, rows, sum(p.count for p in people))
