"""A counter at which renovations are handled in tests: the shortest way to each state, on a real database file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from desk_app.core import clock, holidays, people
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.registers.renovation_permits import checklist, permits, rules, service, terms
from desk_app.registers.renovation_permits.records import Renovation
from tests.conftest import Crew, Town
from tests.registers.papers import render

FRIDAY = date(2026, 11, 20)
CREDIT_CODE = "9144030071526726XG"
LONG = date(2027, 12, 31)
PAID: dict[str, object] = {
    "owner_deposit": 1000_00, "owner_deposit_receipt": "0012345", "contractor_deposit": 3000_00,
    "contractor_deposit_receipt": "0012346", "rubbish": 500_00, "rubbish_receipt": "0012347",
}  # fmt: skip


@dataclass
class Counter:
    """The desk with its people (an engineer and the security lead with them) and its archive."""

    db: Database
    crew: Crew
    town: Town
    archive: Archive
    set_clock: Callable[[datetime], None]
    people: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with self.db.write(SYSTEM) as session:
            holidays.seed(session)
            for name, role in (("曾工", Role.GC), ("郭队", Role.AB)):
                staff = people.add_staff(session, name=name, code=f"1{role}", roles=[role])
                self.people[role] = staff.id
        crew = self.crew
        self.people |= {
            "QT": crew.other_qt.staff_id, "KZ": crew.supervisor.staff_id, "JL": crew.manager.staff_id,
        }  # fmt: skip

    def at(self, hour: int, minute: int = 0, day: date = FRIDAY) -> None:
        self.set_clock(clock.at(day, hour, minute))

    @contextmanager
    def unit(self, actor: Actor | None = None) -> Iterator[Session]:
        with self.db.write(actor or self.crew.qt) as session:
            yield session

    def form(self, **changes: object) -> dict[str, object]:
        """Return a complete form: a tenant's first fit-out that touches electricity."""
        return {
            "room": Ref(self.town.let, "15-08 恒泰贸易"), "kind": "first", "relation": "tenant",
            "owner": "蓝湾置业有限公司", "tenant": "恒泰贸易有限公司", "applicant": "单雨桐", "phone": "13955215521",
            "by_agent": False, "org": "鼎盛装饰工程有限公司", "credit_code": CREDIT_CODE, "qual_no": "D244012345",
            "qual_grade": "二级", "qual_until": LONG, "foreman": "龚志刚", "foreman_phone": "13800138111",
            "fire_lead": "雷鸣", "fire_phone": "13800138112", "workers": 8, "area": "230.5", "cost": 860_000_00,
            "hours": "both", "starts": date(2026, 12, 1), "ends": date(2027, 1, 31),
            "works": [{"part": "大开间", "content": "轻钢龙骨隔墙", "material": "石膏板", "fire_class": "A", "touches": "电"}],
            **{rules.asked_key(matter.key): "no" for matter in terms.MATTERS},
        } | changes  # fmt: skip

    def wet(self, **changes: object) -> dict[str, object]:
        """Return a form whose works touch water."""
        line = {
            "part": "茶水间",
            "content": "改给排水",
            "material": "PPR 管",
            "fire_class": "B1",
            "touches": "水",
        }
        return self.form(works=[line], **changes)

    def submitted(self, values: Mapping[str, object] | None = None) -> Renovation:
        with self.unit() as session:
            return service.save_and_submit(session, values or self.form())

    def papers(self, uid: str, **changes: object) -> None:
        """Hand every paper in; `changes` names papers with other values (None: not handed in)."""
        with self.unit() as session:
            service.check_papers(session, uid, [self.line(item, changes) for item in checklist.ITEMS])

    def line(self, item: checklist.Item, changes: Mapping[str, object]) -> dict[str, object]:
        line: dict[str, object] = {"item": item.key, "handed": True}
        if item.expiry is checklist.Expiry.ALWAYS:
            line["good_until"] = LONG
        change = changes.get(item.key, {})
        return line | (change if isinstance(change, dict) else {"handed": False})

    def accepted(self, values: Mapping[str, object] | None = None) -> Renovation:
        one = self.submitted(values)
        self.papers(one.uid)
        with self.unit() as session:
            return service.accept(session, one.uid)

    def agree(self, uid: str, *stages: str) -> Renovation:
        """Note that these stages agreed, in this order."""
        with self.unit() as session:
            for stage in stages:
                one = service.approve(session, uid, staff_id=self.people[stage])
        return one

    def approved(self, values: Mapping[str, object] | None = None) -> Renovation:
        return self.agree(self.accepted(values).uid, "QT", "GC", "AB", "KZ", "JL")

    def pay(self, uid: str, **changes: object) -> None:
        with self.unit() as session:
            service.note_fees(session, uid, PAID | changes)

    def issued(self, values: Mapping[str, object] | None = None) -> Renovation:
        one = self.approved(values)
        self.pay(one.uid)
        with self.unit() as session:
            return permits.issue(session, one.uid, self.archive, render)

    def read(self, uid: str) -> Renovation:
        with self.db.read() as session:
            one = service.find(session, uid)
            for rows in (
                one.works,
                one.papers,
                one.pauses,
                one.trials,
                one.fees,
                one.extensions,
                one.answers,
            ):
                _ = list(rows)
            return one
