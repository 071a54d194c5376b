"""A counter at which slips are made in tests: the shortest way to each state, on a real database file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desk_app.core import clock
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.people import Actor
from desk_app.registers.release_slips import service
from desk_app.registers.release_slips.records import ReleaseSlip
from tests.conftest import OWNER_CONTACT_PHONE, Crew, Town
from tests.registers.papers import render

SATURDAY = date(2026, 11, 21)


@dataclass
class Counter:
    """The desk with its database, its people and its archive; `hour` sets the clock on SATURDAY."""

    db: Database
    crew: Crew
    town: Town
    archive: Archive
    set_clock: Callable[[datetime], None]

    def at(self, hour: int, minute: int = 0, day: date = SATURDAY) -> None:
        self.set_clock(clock.at(day, hour, minute))

    @contextmanager
    def unit(self, actor: Actor | None = None) -> Iterator[Session]:
        with self.db.write(actor or self.crew.qt) as session:
            yield session

    def form(self, **changes: object) -> dict[str, object]:
        """Return a complete form: a tenant's employee takes two copiers out."""
        return {
            "room": Ref(self.town.let, "15-08 恒泰贸易"),
            "kind": "bulky", "applicant": "曾文涛", "standing": "employee", "phone": "13912345678",
            "id_kind": "work_card", "carrier": "顺达物流", "route": "freight",
            "items": [{"name": "彩色复印机", "spec": "理光 C3004 · 黑", "unit": "台", "quantity": "2"}],
        } | changes  # fmt: skip

    def whole(self, **changes: object) -> dict[str, object]:
        """Return the form with consent and lead as the one screen has them."""
        return self.form(
            consent_how="phone", consent_by="周颖", consent_phone=OWNER_CONTACT_PHONE,
            lead=Ref(self.crew.lead.staff_id, self.crew.lead.name),
        ) | changes  # fmt: skip

    def saved(self, **changes: object) -> ReleaseSlip:
        with self.unit() as session:
            return service.save(session, self.form(**changes))

    def issued(self, actor: Actor | None = None, **changes: object) -> ReleaseSlip:
        with self.unit(actor) as session:
            return service.prepare_and_issue(session, self.whole(**changes), self.archive, render)

    def read(self, uid: str) -> ReleaseSlip:
        with self.db.read() as session:
            slip = service.find(session, uid)
            _ = slip.kept
            return slip
