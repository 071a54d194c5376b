"""A building site in the tower for tests: the shortest way to each state of a hot-work permit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from desk_app.core import clock, people
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.core.renovations import RenovationPermit
from desk_app.registers.hot_work_permits import service, site, terms
from desk_app.registers.hot_work_permits.records import HotWorkPermit
from tests.conftest import Crew, Town
from tests.registers.papers import render

MONDAY = date(2026, 11, 23)
T = TypeVar("T")
SetClock = Callable[[datetime], None]
ALL_YES = {measure.key: ("yes", "") for measure in terms.MEASURES}


@dataclass
class Site:
    """The desk with its database and people, chief engineer and security lead among them."""

    db: Database
    crew: Crew
    town: Town
    archive: Archive
    set_clock: SetClock
    engineer: int
    security: int

    @classmethod
    def build(cls, db: Database, crew: Crew, town: Town, archive: Archive, set_clock: SetClock) -> Site:
        with db.write(SYSTEM) as session:
            engineer = people.add_staff(session, name="郑工", code="101", roles=[Role.GC])
            security = people.add_staff(session, name="孙队", code="102", roles=[Role.AB])
            session.flush()
            return cls(db, crew, town, archive, set_clock, engineer.id, security.id)

    def at(self, hour: int, minute: int = 0, day: date = MONDAY) -> None:
        self.set_clock(clock.at(day, hour, minute))

    @contextmanager
    def unit(self, actor: Actor | None = None) -> Iterator[Session]:
        with self.db.write(actor or self.crew.qt) as session:
            yield session

    def do(self, verb: Callable[..., T], *args: object, **more: object) -> T:
        with self.unit() as session:
            return verb(session, *args, **more)

    def form(self, **changes: object) -> dict[str, object]:
        """Return a complete application: a welder with a certificate, on a Monday, until 17:30."""
        return {
            "room": Ref(self.town.let, "15-08 恒泰贸易"), "spot": "茶水间北墙管井", "org": "顺达装饰", "site_lead": "单雨桐",
            "phone": "13912345678", "work": "空调水管支架焊接", "methods": "电焊、砂轮切割打磨",
            "starts": clock.at(MONDAY, 10), "ends": clock.at(MONDAY, 17, 30), "welder": "曾文涛",
            "cert_kind": "special", "cert_no": "T440301198001010012", "cert_until": date(2028, 5, 31),
            "cert_review": date(2027, 5, 31), "cert_found": "valid", "cert_checked_on": MONDAY,
            "watch": "王强", "watch_phone": "13800138001", "supervisor": Ref(self.engineer, "郑工"),
            "ext_kind": "powder", "ext_count": 2, "ext_until": date(2027, 6, 30), "notice": True,
        } | changes  # fmt: skip

    def saved(self, **changes: object) -> HotWorkPermit:
        return self.do(service.save, self.form(**changes))

    def received(self, **changes: object) -> HotWorkPermit:
        return self.do(service.apply, self.form(**changes))

    def inspected(self, **changes: object) -> HotWorkPermit:
        uid = self.received(**changes).uid
        with self.unit() as session:
            service.review(session, uid, self.engineer)
            service.answer(session, uid, ALL_YES)
            return service.inspect(session, uid, self.security, note="可燃物已清")

    def approved(self, **changes: object) -> HotWorkPermit:
        uid = self.inspected(**changes).uid
        return self.do(service.approve, uid, self.crew.manager.staff_id)

    def issued(self, **changes: object) -> HotWorkPermit:
        return self.do(service.issue, self.approved(**changes).uid, self.archive, render)

    def running(self, **changes: object) -> HotWorkPermit:
        permit = self.issued(**changes)
        return self.do(site.start, permit.uid, watch=permit.watch)

    def finished(self, **changes: object) -> HotWorkPermit:
        return self.do(site.finish, self.running(**changes).uid, embers=True)

    def read(self, uid: str) -> HotWorkPermit:
        with self.db.read() as session:
            permit = service.find(session, uid)
            _ = permit.answers, permit.notes
            return permit

    def renovation(self, **changes: object) -> str:
        """Put a renovation permit in force on file; returns its uid."""
        values: dict[str, object] = {
            "no": "XK-20261101-001", "record_uid": "f" * 32, "state": "valid", "place": "15-08", "org": "顺达装饰",
            "foreman": "单雨桐", "starts": date(2026, 11, 1), "ends": date(2026, 12, 31),
        }  # fmt: skip
        with self.unit(SYSTEM) as session:
            permit = RenovationPermit(**(values | changes))
            session.add(permit)
            session.flush()
            return permit.uid

    def renovation_state(self, uid: str, state: str) -> None:
        with self.unit(SYSTEM) as session:
            permit = session.query(RenovationPermit).filter_by(uid=uid).one()
            permit.state, permit.reason = state, "违章停工"
