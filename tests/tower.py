"""A tower of one building for the tests of search, visitors and contractors; a clock that goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from desk_app.core import badges, clock, premises
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM, Actor
from desk_app.core.premises import Building, Contact, Customer, Occupancy, Room
from tests.conftest import Crew

MORNING = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""Monday 2026-11-23 09:40 in the building: office hours."""


class Clock:
    """The building's clock in tests: stands still until told."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def go(self, **span: float) -> datetime:
        """Move on (or back) by a timedelta's arguments; returns the new time."""
        self.at += timedelta(**span)
        return self.at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def now() -> Iterator[Clock]:
    """Stop the clock on a Monday morning."""
    stopped = Clock()
    clock.set_source(stopped)
    yield stopped
    clock.set_source(None)


@pytest.fixture
def qt(desk: Crew) -> Actor:
    return desk.qt


@pytest.fixture
def lead(desk: Crew) -> Actor:
    return desk.lead


@pytest.fixture
def supervisor(desk: Crew) -> Actor:
    return desk.supervisor


@pytest.fixture
def manager(desk: Crew) -> Actor:
    return desk.manager


@dataclass(frozen=True)
class Tower:
    """What is in the small building: room ids by number."""

    rooms: dict[str, int]


@pytest.fixture
def tower(db: Database) -> Tower:
    """Build 15-01 … 15-10, 18-06 and B1-01 with two tenants, their contacts, ten badges of each kind."""
    with db.write(SYSTEM) as session:
        building = Building(name="A座")
        session.add(building)
        session.flush()
        names = [*(f"15-{n:02d}" for n in range(1, 11)), "18-06", "B1-01"]
        rooms = {n: Room(building_id=building.id, name=n, floor=n.split("-")[0]) for n in names}
        rooms["B1-01"].kind = "plant"
        session.add_all(rooms.values())
        zhongsheng = Customer(name="中盛金融服务有限公司", short_name="中盛金融", phone="075588886666")
        lanwan = Customer(
            name="蓝湾会展策划有限公司", short_name="蓝湾会展", phone="13900002222", arrears=120000
        )
        session.add_all((zhongsheng, lanwan))
        session.flush()
        session.add_all(
            (
                Occupancy(room_id=rooms["15-08"].id, customer_id=zhongsheng.id, relation="tenant"),
                Occupancy(room_id=rooms["15-08"].id, customer_id=lanwan.id, relation="owner"),
                Occupancy(room_id=rooms["18-06"].id, customer_id=lanwan.id, relation="tenant"),
                Contact(
                    customer_id=zhongsheng.id,
                    name="单雨桐",
                    title="行政",
                    phone="13800138000",
                    signatory=True,
                ),
                Contact(customer_id=zhongsheng.id, name="曾国强", title="经理", phone="13800138001"),
                Contact(customer_id=lanwan.id, name="周颖", title="前台", phone="13900002222"),
            )
        )
        session.flush()
        for room in rooms.values():
            premises.index_room(session, room)
        badges.add(session, "visitor", "A", 1, 10)
        badges.add(session, "contractor", "S", 1, 10)
        return Tower({name: room.id for name, room in rooms.items()})
