"""A small desk for the fault suite: its data folder, its units of work, and what must hold of it afterwards."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import badges, chain, clock, people, premises, store
from desk_app.core.attachments import Archive
from desk_app.core.database import Database, unit_id
from desk_app.core.declare import Ref
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.registers.duty_log import service as duty_log
from desk_app.registers.duty_log.records import DutyEntry
from desk_app.registers.key_loans import returning
from desk_app.registers.key_loans import service as key_loans
from desk_app.registers.key_loans.records import KeyLoan
from desk_app.registers.keys import service as keys
from desk_app.registers.release_slips import service as release_slips
from desk_app.registers.release_slips.records import ReleaseSlip
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.records import Visit

MORNING = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
"""A Monday, 09:40 in the building: no consent is asked for that only nights need."""

KINDS_OF_WORK = 4

PARTY = {
    "party_size": 1, "phone": "13800001111", "host_room": "15-08", "host_name": "单雨桐", "purpose": "business",
    "confirm": "phone", "confirmed_by": "单雨桐", "id_kind": "passport",
}  # fmt: skip
CALL = {
    "channel": "call", "category": "enquiry", "content": "问空调开放到几点", "action": "已解答", "state": "done",
}  # fmt: skip
LOAN = {
    "kind": "loan", "standing": "cleaning", "borrower": "陈春梅", "phone": "13900002222", "org": "洁佳保洁",
    "id_kind": "work_card", "purpose": "patrol", "pieces": None, "keys": [], "kz_how": "phone",
}  # fmt: skip
SLIP = {
    "kind": "bulky", "applicant": "曾文涛", "standing": "employee", "phone": "13912345678", "id_kind": "work_card",
    "carrier": "顺达物流", "route": "freight", "consent_how": "phone", "consent_by": "周颖",
    "consent_phone": "13900010001",
    "items": [{"name": "彩色复印机", "spec": "理光 C3004", "unit": "台", "quantity": "2"}],
}  # fmt: skip


class Ticking:
    """A clock of the lab's own: it goes on by a second at every question."""

    def __init__(self, at: datetime = MORNING) -> None:
        self._at = at

    def __call__(self) -> datetime:
        self._at += timedelta(seconds=1)
        return self._at


@dataclass(frozen=True)
class Lab:
    """A data folder with a staffed desk, one room that is let, badges and keys."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / "desk.db"

    @property
    def archive(self) -> Archive:
        """The folder of issued papers."""
        return Archive(self.folder / "archive")

    def open(self) -> Database:
        """Open the database as the program does."""
        return Database(store.url_of(self.database))


@dataclass
class Finding:
    """What is wrong with a folder after a fault; nothing in it means that all is well."""

    lost: int = 0
    torn: list[str] = field(default_factory=list)
    corrupt: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lost or self.torn or self.corrupt)


def build(folder: Path, lab: Lab | None = None) -> Lab:
    """Make the lab's folder, or staff a `lab` that was made otherwise."""
    clock.set_source(Ticking(MORNING - timedelta(hours=1)))
    lab = lab or Lab(folder)
    folder.mkdir(parents=True, exist_ok=True)
    db = lab.open()
    with db.write(SYSTEM) as session:
        building = premises.Building(name="")
        tenant = premises.Customer(name="恒泰贸易有限公司", short_name="恒泰贸易")
        session.add_all((building, tenant))
        session.flush()
        room = premises.Room(building_id=building.id, name="15-08", floor="15")
        session.add(room)
        session.flush()
        session.add(premises.Occupancy(room_id=room.id, customer_id=tenant.id, relation="owner"))
        session.add(
            premises.Contact(
                customer_id=tenant.id, name="周颖", title="主管", phone="13900010001", signatory=True
            )
        )
        session.flush()
        premises.index_room(session, room)
        badges.add(session, "visitor", "A", 1, 20)
        for name, code, role in (
            ("李敏", "001", Role.QT),
            ("王班长", "002", Role.DB),
            ("陈主管", "003", Role.KZ),
        ):
            people.add_staff(session, name=name, code=code, roles=[role])
    hands = Hands(lab, db)
    with db.write(hands.actor) as session:
        for n in range(1, 6):
            keys.add(session, hands.key(n), {"consent_by": "旧账"})
    db.close()
    return lab


def copied(fresh: Lab, folder: Path) -> Lab:
    """Make another lab's folder of one that nobody works in now: that is quicker than to build it."""
    shutil.copytree(fresh.folder, folder)
    return Lab(folder)


def draw(values: Mapping[str, object]) -> bytes:
    """Stand for the drawing of a paper: its values. What is put to the test is where the bytes go."""
    return json.dumps(values, ensure_ascii=False, default=str).encode()


class Hands:
    """Somebody at the desk who does one thing after the other through the program's own services."""

    def __init__(self, lab: Lab, db: Database, name: str = "甲") -> None:
        self.lab, self.db, self.name = lab, db, name
        with db.read() as session:
            staff = {one.code: one for one in people.on_staff(session)}
            self.room = Ref(session.scalars(select(premises.Room.id)).one(), "15-08 恒泰贸易")
        self.actor: Actor = people.as_actor(staff["001"], f"desk-{name}")
        self.lead, self.supervisor = (Ref(staff[code].id, staff[code].name) for code in ("002", "003"))
        self.count = itertools.count()
        self.last = ""

    def key(self, n: int) -> dict[str, object]:
        """Return the form for the n-th key."""
        return {
            "code": f"A-01-{n:02d}", "kind": "common", "place": Ref(None, "天台门"), "pieces": 1,
            "source": "developer", "keeper": Ref(self.actor.staff_id, "李敏"),
        }  # fmt: skip

    def work(self, kind: int | None = None) -> str:
        """Do the next unit of work (or one of the kind); return its client-made id once it is committed.

        `last` is that id before anybody knows what came of it.
        """
        n, self.last = next(self.count), unit_id()
        steps = (self._visit, self._call, self._slip, self._loan)
        steps[kind if kind is not None else n % len(steps)](n, self.last)
        return self.last

    def _visit(self, n: int, uid: str) -> None:
        with self.db.write(self.actor, uid) as session:
            free = badges.free(session, "visitor")
            if not free:
                inside = select(Visit.uid).where(Visit.state == "inside").order_by(Visit.id).limit(5)
                for one in session.scalars(inside).all():
                    visitors.sign_out(session, one)
                free = badges.free(session, "visitor")
            visitors.register(session, {**PARTY, "name": f"{self.name}{n}", "badge": free[0]})

    def _call(self, n: int, uid: str) -> None:
        with self.db.write(self.actor, uid) as session:
            duty_log.record(session, {**CALL, "content": f"{self.name}{n} 问空调"})

    def _slip(self, n: int, uid: str) -> None:
        with self.db.write(self.actor, uid) as session:
            form = {**SLIP, "room": self.room, "lead": self.lead, "remark": f"{self.name}{n}"}
            release_slips.prepare_and_issue(session, form, self.lab.archive, draw)

    def _loan(self, n: int, uid: str) -> None:
        with self.db.write(self.actor, uid) as session:
            out = session.scalars(select(KeyLoan).where(KeyLoan.state == "out")).all()
            late = [loan for loan in out if loan.due_at and loan.due_at <= clock.now()]
            for loan in late or (out[:2] if len(out) > 3 else ()):
                returning.give_back(session, loan.uid, by_name=loan.borrower, locked=True)
            taken = {line.code for loan in out if loan.state == "out" for line in loan.lines}
            code = next(f"A-01-{k:02d}" for k in range(1, 6) if f"A-01-{k:02d}" not in taken)
            due = clock.now() + timedelta(hours=2)
            form = {**LOAN, "key": code, "due_at": due, "kz": self.supervisor}
            key_loans.lend(session, form, self.lab.archive, lambda _form: draw)


# Fixed SQL, for a power cut's image is opened once: what SQLAlchemy compiles would be thrown away thousands of times.
_NUMBERS = {
    Visit: "SELECT no FROM visit", DutyEntry: "SELECT no FROM duty_entry", KeyLoan: "SELECT no FROM key_loan",
    ReleaseSlip: "SELECT no FROM release_slip",
}  # fmt: skip
_LONE = {
    Visit: "SELECT count(*) FROM visit r WHERE NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.uid = r.uid) "
    "OR NOT EXISTS (SELECT 1 FROM history h WHERE h.uid = r.uid)",
    DutyEntry: "SELECT count(*) FROM duty_entry r WHERE NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.uid = r.uid) "
    "OR NOT EXISTS (SELECT 1 FROM history h WHERE h.uid = r.uid)",
    KeyLoan: "SELECT count(*) FROM key_loan r WHERE NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.uid = r.uid) "
    "OR NOT EXISTS (SELECT 1 FROM history h WHERE h.uid = r.uid)",
    ReleaseSlip: "SELECT count(*) FROM release_slip r WHERE NOT EXISTS (SELECT 1 FROM search_entry e WHERE e.uid = r.uid) "
    "OR NOT EXISTS (SELECT 1 FROM history h WHERE h.uid = r.uid)",
}
_BADGELESS = (
    "SELECT count(*) FROM visit v WHERE v.badge != '' "
    "AND NOT EXISTS (SELECT 1 FROM badge_loan l WHERE l.holder_uid = v.uid)"
)


def inspect(lab: Lab, acknowledged: Iterable[str]) -> Finding:
    """Open a folder as the program does and tell what is lost, torn or corrupt in it."""
    found = Finding()
    try:
        db = lab.open()
    except KnownError as error:
        found.corrupt.append(error.text)
        return found
    try:
        found.corrupt += db.file.quick_check()
        with db.read() as session:
            units = {uid for (uid,) in store.run(session, "SELECT uid FROM unit")}
            found.lost = sum(uid not in units for uid in acknowledged)
            _look_for_torn(session, len(units), found)
            broken = chain.walk(session).broken
            if broken is not None:
                found.corrupt.append(f"history {broken}")
            for no, path, sha256 in store.run(session, "SELECT no, path, sha256 FROM paper"):
                paper = lab.folder / "archive" / path
                if not paper.is_file() or hashlib.sha256(paper.read_bytes()).hexdigest() != sha256:
                    found.torn.append(f"paper {no}")
    except KnownError as error:
        found.corrupt.append(error.text)
    finally:
        db.close()
    return found


def _by_day(numbers: Iterable[str]) -> dict[str, list[int]]:
    """Return what was counted on each day: every day begins with 1."""
    found: dict[str, list[int]] = {}
    for no in numbers:
        day, _, count = no.rpartition("-")
        found.setdefault(day, []).append(int(count))
    return found


def _look_for_torn(session: Session, units: int, found: Finding) -> None:
    rows = 0
    for table, query in _NUMBERS.items():
        numbers = _by_day(no for (no,) in store.run(session, query) if no)
        rows += sum(map(len, numbers.values()))
        for day, given in numbers.items():
            if sorted(given) != list(range(1, len(given) + 1)):
                found.torn.append(f"{table.__tablename__} {day}: numbers {sorted(given)}")
        if store.run(session, _LONE[table]) != [(0,)]:
            found.torn.append(f"{table.__tablename__} without index or history")
    if rows != units:
        found.torn.append(f"{units} units, {rows} records")
    if store.run(session, _BADGELESS) != [(0,)]:
        found.torn.append("a visit without the loan of its badge")
