"""A desk at which passes are made in tests: the shortest way to each state, on a real database file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.people import SYSTEM, Actor
from desk_app.core.renovations import RenovationPermit
from desk_app.registers.entry_passes import holding, service
from desk_app.registers.entry_passes.paper import FORMS
from desk_app.registers.entry_passes.records import EntryPass, PassExtension
from tests.conftest import Crew, Town

SATURDAY = date(2026, 11, 21)
PERMIT = "XK-20261101-001"
CARD = "11010519491231002X"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da633871e2040004b402"
    "5928d352ec0000000049454e44ae426082"
)  # fmt: skip
"""A picture of one grey point."""


def render(values: Mapping[str, object]) -> bytes:
    """Stand for the PDF: the values as they would be printed."""
    return json.dumps(
        {**values, "photo": bool(values.get("photo"))}, ensure_ascii=False, default=str
    ).encode()


RENDERS = dict.fromkeys(FORMS, render)


@dataclass
class PassDesk:
    """The desk with its database, its people, its archive, a permit in force and a photo on disk."""

    db: Database
    crew: Crew
    town: Town
    archive: Archive
    photo: Path
    set_clock: Callable[[datetime], None]

    def at(self, day: date = SATURDAY, hour: int = 10) -> None:
        self.set_clock(clock.at(day, hour))

    @contextmanager
    def unit(self, actor: Actor | None = None) -> Iterator[Session]:
        with self.db.write(actor or self.crew.qt) as session:
            yield session

    def permit(self, **changes: object) -> str:
        """Put a renovation permit into force; returns its uid."""
        values = {
            "no": PERMIT, "record_uid": "renovation-1", "state": "valid", "room_id": self.town.let,
            "place": "15-08 恒泰贸易", "customer": "恒泰贸易", "org": "鸿图装饰工程有限公司", "foreman": "梁工",
            "phone": "13600001111", "starts": date(2026, 11, 1), "ends": date(2027, 1, 31), "hours": "18:00–08:00",
        } | changes  # fmt: skip
        with self.db.write(SYSTEM) as session:
            permit = RenovationPermit(**values)
            session.add(permit)
            session.flush()
            return permit.uid

    def change_permit(self, **changes: object) -> None:
        with self.db.write(SYSTEM) as session:
            permit = session.query(RenovationPermit).filter_by(no=PERMIT).one()
            for key, value in changes.items():
                setattr(permit, key, value)

    def temporary(self, **changes: object) -> dict[str, object]:
        """Return a complete form of a temporary pass: somebody delivers furniture."""
        return {
            "kind": "temporary", "name": "欧阳修远", "id_kind": "resident_card", "id_no": CARD,
            "room": Ref(self.town.let, "15-08 恒泰贸易"), "reason": "送货搬运", "org": "宜家家居",
        } | changes  # fmt: skip

    def long(self, **changes: object) -> dict[str, object]:
        """Return a complete form of a long pass: a carpenter of the contractor."""
        return {
            "kind": "long", "name": "张伟", "sex": "male", "id_kind": "resident_card", "id_no": CARD,
            "phone": "13912345678", "room": Ref(self.town.let, "15-08 恒泰贸易"), "org": "鸿图装饰工程有限公司",
            "trade": "carpenter", "permit_no": PERMIT, "guarantor": "梁工", "photo": [str(self.photo)],
            "paper_permit": True, "paper_id": True,
        } | changes  # fmt: skip

    def issue_temporary(self, actor: Actor | None = None, **changes: object) -> EntryPass:
        with self.unit(actor) as session:
            return service.issue_temporary(session, self.temporary(**changes), self.archive, RENDERS)

    def applied(self, **changes: object) -> EntryPass:
        with self.unit() as session:
            return service.apply(session, self.long(**changes), self.archive)

    def approved(self, **changes: object) -> EntryPass:
        one = self.applied(**changes)
        with self.unit() as session:
            return service.approve(session, one.uid, self.crew.supervisor.staff_id)

    def paid(self, **changes: object) -> EntryPass:
        one = self.approved(**changes)
        with self.unit() as session:
            return service.pay(session, one.uid, receipt="SJ-0001", taken_by=self.crew.qt.staff_id)

    def issued(self, **changes: object) -> EntryPass:
        one = self.paid(**changes)
        with self.unit() as session:
            return service.issue(session, one.uid, self.archive, RENDERS)

    def lost(self, **changes: object) -> EntryPass:
        one = self.issued(**changes)
        with self.unit() as session:
            return holding.report_lost(session, one.uid, note="持证人报失,在地铁上遗失")

    def extend(self, uid: str, new_end: date | None, **changes: Any) -> PassExtension:
        values: dict[str, Any] = {
            "new_end": new_end, "approver_id": self.crew.supervisor.staff_id, "receipt": "SJ-0002",
            "taken_by": self.crew.qt.staff_id,
        } | changes  # fmt: skip
        with self.unit() as session:
            return holding.extend(session, uid, self.archive, RENDERS, **values)

    def read(self, uid: str) -> EntryPass:
        with self.db.read() as session:
            one = service.find(session, uid)
            _ = list(one.extensions)
            return one
