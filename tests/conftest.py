"""What tests stand on: a fresh database file, a staffed desk, a small town, a clock that can be set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache

from desk_app.core import clock, keys, passwords, people, premises, store
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM, Actor, Role
from tests.pg import ServerSite, running

# A busy machine is no failure: what is slow is measured in tests/bench.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")
passwords.set_cost(passwords.QUICK)  # the shipped cost has a test of its own
keys.COST = keys.Cost(8, 1, 1)


@pytest.fixture(scope="session", autouse=True)
def _keys_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the keys of test data in a folder of the run, not in the settings of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "PROGRAMDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("computer")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile a statement once, not once for every test's own file: that was a sixth of the suite's time.

    SQLAlchemy keeps what it compiled with the engine, under its dialect; here all engines of a file keep it together.
    """
    compiled = LRUCache(2_000)

    def make(*arguments: object, **options: object) -> Engine:
        engine = create_engine(*arguments, **options)
        engine._compiled_cache = compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteDialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(SQLiteDialect, "__hash__", lambda one: hash(type(one)))
        patch.setattr(store, "create_engine", make)
        yield


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty database once; every test works on its own copy."""
    path = tmp_path_factory.mktemp("empty") / "desk.db"
    Database(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def server_site() -> Iterator[ServerSite]:
    """Run a PostgreSQL server with a database that was set up; started only when a test asks for it."""
    with running() as server:
        site = ServerSite(server)
        yield site
        site.close()


@pytest.fixture
def db(empty_file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """Open a fresh database file; with DESK_TEST_SERVER=1 one on a PostgreSQL server."""
    path = tmp_path / "desk.db"
    if os.environ.get("DESK_TEST_SERVER"):
        site: ServerSite = request.getfixturevalue("server_site")
        with site.database(path) as database:
            yield database
        return
    shutil.copyfile(empty_file, path)
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture
def set_clock() -> Iterator[Callable[[datetime], None]]:
    """Return a function that stops the clock at an aware moment; `clock.at(day, hour)` makes one."""
    yield lambda moment: clock.set_source(lambda: moment)
    clock.set_source(None)


@dataclass(frozen=True)
class Crew:
    """Who works here: two at the desk, the duty lead, the supervisor, the manager."""

    qt: Actor
    other_qt: Actor
    lead: Actor
    supervisor: Actor
    manager: Actor


@pytest.fixture
def desk(db: Database) -> Crew:
    """Put a crew on the staff list."""
    people_ = (
        ("李敏", Role.QT),
        ("赵倩", Role.QT),
        ("王班长", Role.DB),
        ("陈主管", Role.KZ),
        ("何经理", Role.JL),
    )
    with db.write(SYSTEM) as session:
        staff = [
            people.add_staff(session, name=name, code=f"{number:03d}", roles=[role])
            for number, (name, role) in enumerate(people_, 1)
        ]
        return Crew(*(people.as_actor(one, "desk-1") for one in staff))


@dataclass(frozen=True)
class Town:
    """Three rooms: `let` belongs to `owner` and is used by `tenant`, `own` is used by its owner, `bare`
    stands in no roster."""

    let: int
    own: int
    bare: int
    owner: int
    tenant: int
    neighbour: int


OWNER_PHONE = "0755-88880001"
OWNER_CONTACT_PHONE = "13900010001"
TENANT_PHONE = "13955215521"


@pytest.fixture
def town(db: Database) -> Town:
    """Build the town, indexed for search."""
    with db.write(SYSTEM) as session:
        building = premises.Building(name="")
        owner = premises.Customer(name="蓝湾置业有限公司", short_name="蓝湾置业", phone=OWNER_PHONE)
        tenant = premises.Customer(name="恒泰贸易有限公司", short_name="恒泰贸易")
        neighbour = premises.Customer(name="刘海")
        session.add_all((building, owner, tenant, neighbour))
        session.flush()
        rooms = [
            premises.Room(building_id=building.id, name=name, floor=name[:2])
            for name in ("15-08", "15-09", "16-01")
        ]
        session.add_all(rooms)
        session.flush()
        session.add_all(
            premises.Occupancy(room_id=room.id, customer_id=customer.id, relation=relation)
            for room, customer, relation in (
                (rooms[0], owner, "owner"),
                (rooms[0], tenant, "tenant"),
                (rooms[1], neighbour, "owner"),
            )
        )
        session.add_all(
            premises.Contact(customer_id=customer.id, name=name, title=title, phone=phone, signatory=signs)
            for customer, name, title, phone, signs in (
                (owner, "周颖", "物业主管", OWNER_CONTACT_PHONE, True),
                (tenant, "单雨桐", "行政经理", TENANT_PHONE, True),
                (tenant, "曾文涛", "职员", "", False),
            )
        )
        session.flush()
        for room in rooms:
            premises.index_room(session, room)
        return Town(*(row.id for row in (*rooms, owner, tenant, neighbour)))
