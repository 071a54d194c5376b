"""The demo building: one tower of 26 floors, its roster, its staff, its badges."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk_app.core import badges, holidays, people, premises, roster_import, settings
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.listing import Line, Listing
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.core.roster_row import COLUMNS
from desk_app.reports.demo import cast

WORKSTATION = "前台一"
STAFF = (
    ("李敏", "001", (Role.QT,)), ("赵倩", "002", (Role.QT,)), ("周文静", "003", (Role.QT,)),
    ("王建军", "010", (Role.DB,)), ("单志强", "011", (Role.DB, Role.QT)), ("陈晓燕", "020", (Role.KZ,)),
    ("何国栋", "030", (Role.JL,)), ("曾海涛", "040", (Role.GC,)), ("彭刚", "041", (Role.WX,)), ("郭永福", "050", (Role.AB,)), ("马强", "051", (Role.MG,)),
    ("任芳", "060", (Role.CW,)), ("管理员", "090", (Role.XG,)),
)  # fmt: skip
FLOORS, UNITS = 26, 7


@dataclass(frozen=True)
class Host:
    """A used room with the people one can visit there; `owner_phones` are (whose, number) on file."""

    room: Ref
    people: tuple[str, ...]
    signatories: tuple[str, ...]
    owner_phones: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tower:
    """What a day's work needs to know of the building."""

    staff: dict[str, Actor]
    hosts: tuple[Host, ...]
    guests: tuple[cast.Guest, ...]

    def on_duty(self, hour: int) -> Actor:
        """Return who sits at the desk at an hour."""
        return self.staff["001" if 8 <= hour < 13 else "002" if 13 <= hour < 18 else "003"]

    def with_role(self, role: str) -> Actor:
        """Return the first member of staff with a role."""
        return next(actor for actor in self.staff.values() if role in actor.roles)


def build(db: Database, rng: random.Random, today: date) -> Tower:
    """Make the building in an empty database."""
    with db.write(SYSTEM) as session:
        settings.change(session, settings.PROJECT, "云汇国际中心")
        settings.change(session, settings.COMPANY, "云汇国际中心客户服务中心")
        settings.change(session, settings.DESK, "A座大堂前台")
        holidays.seed(session)
        staff = {
            code: people.as_actor(people.add_staff(session, name=name, code=code, roles=roles), WORKSTATION)
            for name, code, roles in STAFF
        }
        badges.add(session, "visitor", "A", 1, 60)
        badges.add(session, "contractor", "C", 1, 20)
    listing = Listing(tuple(_lines(rng, today)), frozenset(heading.key for heading in COLUMNS))
    roster_import.run(db, staff["090"], listing)
    guests = tuple(cast.guest(rng) for _ in range(600))
    return Tower(staff, _hosts(db), guests)


def _lines(rng: random.Random, today: date) -> list[Line]:
    rows: list[dict[str, str | date]] = []
    owners = [(name, f"0755-{rng.randrange(2000_0000, 8999_9999)}") for name, _ in cast.companies(rng, 14)]
    owners += [(cast.person(rng), cast.mobile(rng)) for _ in range(30)]
    tenants = cast.companies(rng, 118)
    rng.shuffle(tenants)
    waiting: list[dict[str, str | date]] = []
    for floor in range(1, FLOORS + 1):
        owner = rng.choice(owners)
        for unit in range(1, UNITS + 1):
            if rng.random() < 0.4:
                owner = rng.choice(owners)
            row: dict[str, str | date] = {
                "building": "A座", "room": f"{floor:02d}-{unit:02d}", "floor": str(floor), "kind": "办公",
                "area": f"{rng.randrange(6000, 42000) / 100:.2f}", "owner": owner[0], "owner_phone": owner[1],
            }  # fmt: skip
            if waiting and rng.random() < 0.35:
                row |= waiting[-1]
            elif tenants and rng.random() < 0.86:
                waiting.append(_tenant(rng, tenants.pop(), today))
                row |= waiting[-1]
            rows.append(row)
    rows += [
        {"building": "A座", "room": name, "kind": kind}
        for name, kind in (
            ("B1-01 车库岗亭", "公共"), ("1F 大堂", "公共"), ("12F 弱电间", "设备"), ("B2 配电房", "设备"), ("26F 电梯机房", "设备"),
        )
    ]  # fmt: skip
    return [
        Line("demo", number, {k: v for k, v in row.items() if v != ""}) for number, row in enumerate(rows, 2)
    ]


def _tenant(rng: random.Random, company: tuple[str, str], today: date) -> dict[str, str | date]:
    names = list(dict.fromkeys(cast.person(rng) for _ in range(rng.choice((1, 2, 2, 3)))))
    since = today - timedelta(days=rng.randrange(60, 1500))
    return {
        "tenant": company[0], "tenant_short": company[1],
        "tenant_phone": f"0755-{rng.randrange(2000_0000, 8999_9999)}",
        "contact": "、".join(names), "contact_phone": "、".join(cast.mobile(rng) for _ in names),
        "title": "、".join(rng.choice(cast.TITLES) for _ in names), "signatory": names[0],
        "since": since, "until": today + timedelta(days=rng.randrange(40, 1000)),
        "arrears": f"{rng.randrange(10_0000, 500_0000) / 100:.2f}" if rng.random() < 0.06 else "0",
    }  # fmt: skip


def _hosts(db: Database) -> tuple[Host, ...]:
    hosts = []
    with db.read() as session:
        for room in session.scalars(select(premises.Room).order_by(premises.Room.id)):
            customer, owner = premises.occupant(session, room.id), premises.owner(session, room.id)
            known = premises.contacts(session, customer.id) if customer else []
            if customer is None or owner is None or not known:
                continue
            hosts.append(
                Host(
                    Ref(room.id, f"{room.name} {customer.shown_name}"), tuple(p.name for p in known),
                    tuple(p.name for p in known if p.signatory), tuple(premises.phones_on_file(session, owner.id)),
                )
            )  # fmt: skip
    return tuple(hosts)
