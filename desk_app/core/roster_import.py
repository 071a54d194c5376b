"""Bring the premises to what a roster says, and write the roster back as a list.

The work is done in units of `BATCH` customers or rooms, each whole with its history and its search
entries. A cancelled import keeps what was done and says so; importing again finishes it. What is
as the roster says already is not touched: a second import of one file changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, premises, settings
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.i18n import listed, translate
from desk_app.core.listing import Listing, Problem, told
from desk_app.core.people import DESK, Actor, Role, verb
from desk_app.core.premises import Building, Contact, Customer, Occupancy, Room
from desk_app.core.retention import CLEAR
from desk_app.core.roster import CustomerPlan, Plan, RoomPlan, make_plan
from desk_app.core.roster_export import PHONES, rows
from desk_app.core.roster_row import Person
from desk_app.core.text import fold

__all__ = ["Outcome", "rows", "run"]

BATCH = 100
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass
class Outcome:
    """What an import did. `done` of `total` rooms; `problems` in the order of the file."""

    rows: int = 0
    total: int = 0
    done: int = 0
    rooms_new: int = 0
    rooms_changed: int = 0
    customers_new: int = 0
    customers_changed: int = 0
    ended: int = 0
    cancelled: bool = False
    problems: tuple[Problem, ...] = ()
    ignored_sheets: tuple[str, ...] = ()

    @property
    def bad_rows(self) -> int:
        """How many rows were not imported."""
        return len({(p.sheet, p.row) for p in self.problems if not p.imported})

    def lines(self) -> list[str]:
        """Return the problems as lines to read: row, column, reason, sheet."""
        return told(self.problems)

    def summary(self) -> str:
        """Return one sentence on what was done."""
        parts = [
            translate(
                "Roster", "共 {rows} 行,导入房间 {done} 间:新增 {new},有变化 {changed},其余不变。"
            ).format(rows=self.rows, done=self.done, new=self.rooms_new, changed=self.rooms_changed),
            translate("Roster", "业户新增 {new},有变化 {changed};退租或换业主 {ended}。").format(
                new=self.customers_new, changed=self.customers_changed, ended=self.ended
            ),
        ]
        if self.bad_rows:
            parts.append(translate("Roster", "{bad} 行有问题,没有导入。").format(bad=self.bad_rows))
        if self.ignored_sheets:
            names = listed(self.ignored_sheets)
            parts.append(translate("Roster", "没有标题行的工作表未读:{names}。").format(names=names))
        if self.cancelled:
            text = translate("Roster", "已取消:前 {done} 间(共 {total} 间)已保存,再导入一次可继续。")
            parts.append(text.format(done=self.done, total=self.total))
        return "".join(parts)


@dataclass
class _Work:
    """What the batches share: the plan, the count, and the table ids of customers by their plan's key."""

    plan: Plan
    outcome: Outcome
    ids: dict[str, int] = field(default_factory=dict)
    buildings: dict[str, int] = field(default_factory=dict)


def _refuse_masks(listing: Listing) -> None:
    """Refuse a list whose telephones are masks: they would take the place of the real ones."""
    if any("*" in str(line.values.get(key, "")) for line in listing.lines for key in PHONES):
        text = translate("Roster", "这份名册里的电话是掩码(带 *),不能导入。请用明文导出的名册修改。")
        raise KnownError(text)


def run(
    db: Database,
    actor: Actor,
    listing: Listing,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Outcome:
    """Import a list; `progress(done, total)` after each unit of work, `cancelled()` is asked before each.

    RuleError when the actor may not import; KnownError when the disk fails (units before it stay).
    """
    _refuse_masks(listing)
    with db.read() as session:
        plan = _plan(session, listing)
    outcome = Outcome(
        rows=plan.rows,
        total=len(plan.rooms),
        problems=_sorted(plan.problems),
        ignored_sheets=listing.ignored_sheets,
    )
    work = _Work(plan, outcome)
    steps = len(plan.customers) + len(plan.rooms)
    done = 0
    customers = list(plan.customers.items())
    batches: list[tuple[Callable[..., None], Sequence[Any]]] = [
        *((import_customers, part) for part in _parts(customers)),
        *((import_rooms, part) for part in _parts(plan.rooms)),
    ]
    for step, part in batches:
        if cancelled():
            outcome.cancelled = True
            return outcome
        with db.write(actor) as session:
            step(session, work, part)
        if step is import_rooms:
            outcome.done += len(part)
        done += len(part)
        progress(done, steps)
    return outcome


def _plan(session: Session, listing: Listing) -> Plan:
    names = list(session.scalars(select(Building.name).order_by(Building.id)))
    project = settings.get(session, settings.PROJECT) or "本楼"
    default = names[0] if len(names) == 1 else "" if names else project[:20]
    plan = make_plan(listing, default, clock.today())
    if len(set(names) | {room.building for room in plan.rooms}) > 1:
        default = "" if names else default
        plan = make_plan(listing, default, clock.today(), several_buildings=True)
    return plan


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    order = {sheet: at for at, sheet in enumerate(dict.fromkeys(p.sheet for p in problems))}
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (order[p.sheet], p.row)))


def _parts(things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(things), BATCH):
        yield things[start : start + BATCH]


@verb("premises.import", *DESK, Role.XG)
def import_customers(session: Session, work: _Work, part: Sequence[tuple[str, CustomerPlan]]) -> None:
    """Bring some customers and their contacts to what the roster says."""
    known = {
        fold(name) or name: number for number, name in session.execute(select(Customer.id, Customer.name))
    }
    found = {key: known[key] for key, _ in part if key in known}
    rows = {row.id: row for row in session.scalars(select(Customer).where(Customer.id.in_(found.values())))}
    people: dict[int, list[Contact]] = {}
    theirs = select(Contact).where(Contact.customer_id.in_(rows), Contact.purged == CLEAR)
    for person in session.scalars(theirs.order_by(Contact.id)):
        people.setdefault(person.customer_id, []).append(person)
    new = {key: Customer(name=plan.name) for key, plan in part if key not in found}
    for key, plan in part:
        if key in new:
            _fill(new[key], plan)
    session.add_all(new.values())
    session.flush()
    changed: list[int] = []
    for key, plan in part:
        row = new.get(key) or rows[found[key]]
        if row.purged:  # cleared after they left: they are back
            row.purged, row.left_on = CLEAR, None
        work.ids[key] = row.id
        met = _set_people(session, row.id, people.get(row.id, []), plan.people, work.plan.columns)
        if key not in new and _fill(row, plan) | met:
            changed.append(row.id)
    work.outcome.customers_new += len(new)
    work.outcome.customers_changed += len(changed)
    session.flush()
    _index_rooms_of(session, changed)


def _fill(row: Customer, plan: CustomerPlan) -> bool:
    told = {"short_name": plan.short_name, "phone": plan.phone, "note": plan.note}
    wanted: dict[str, object] = {key: value for key, value in told.items() if value}
    if plan.arrears is not None:
        wanted["arrears"] = plan.arrears
    return _set(row, wanted)


def _set(row: object, wanted: dict[str, object]) -> bool:
    """Change what differs; say whether anything did."""
    different = {key: value for key, value in wanted.items() if getattr(row, key) != value}
    for key, value in different.items():
        setattr(row, key, value)
    return bool(different)


def _set_people(
    session: Session,
    customer_id: int,
    known: list[Contact],
    wanted: Sequence[Person],
    columns: frozenset[str],
) -> bool:
    """Bring a customer's contacts to those named; one that is not named any more is struck.

    No names at all mean that the roster does not say; so does a file without the column. A new number
    of a known name is a change of him.
    """
    if not wanted:
        return False
    left = sorted(known, key=lambda contact: not contact.active)
    pairs: dict[int, Contact] = {}
    for exact in (True, False):
        for at, person in enumerate(wanted):
            match = next(
                (c for c in left if c.name == person.name and (c.phone == person.phone or not exact)), None
            )
            if at not in pairs and match is not None:
                pairs[at] = match
                left.remove(match)
    changed = False
    for at, person in enumerate(wanted):
        contact = pairs.get(at)
        if contact is None:
            session.add(
                Contact(
                    customer_id=customer_id, name=person.name, phone=person.phone, title=person.title,
                    signatory=person.signatory, active=True,
                )
            )  # fmt: skip
            changed = True
            continue
        told: dict[str, object] = {
            "phone": person.phone or contact.phone,
            "title": person.title or contact.title,
        }
        if "signatory" in columns:
            told["signatory"] = person.signatory
        changed |= _set(contact, {**told, "active": True})
    for contact in left:
        if "contact" in columns and ("signatory" in columns or not contact.signatory):
            changed |= _set(contact, {"active": False})
    return changed


def _index_rooms_of(session: Session, customer_ids: Sequence[int]) -> None:
    rooms = select(Room).where(
        Room.id.in_(select(Occupancy.room_id).where(Occupancy.customer_id.in_(customer_ids)))
    )
    for room in session.scalars(rooms):
        premises.index_room(session, room)


@verb("premises.import", *DESK, Role.XG)
def import_rooms(session: Session, work: _Work, part: Sequence[RoomPlan]) -> None:
    """Bring some rooms, and who owns and uses them, to what the roster says."""
    numbers = {building.name: building.id for building in session.scalars(select(Building))}
    for name in dict.fromkeys(plan.building for plan in part):
        if name not in numbers:
            building = Building(name=name)
            session.add(building)
            session.flush()
            numbers[name] = building.id
    rows = _known_rooms(session, numbers, part)
    new = [plan for plan in part if (numbers[plan.building], plan.name) not in rows]
    for plan in new:
        key = (numbers[plan.building], plan.name)
        rows[key] = Room(
            building_id=key[0], name=plan.name, floor=plan.floor, kind=plan.kind or "office", area=plan.area
        )
        session.add(rows[key])
    session.flush()
    held = _holders(session, [row.id for row in rows.values()])
    fresh = {id(plan) for plan in new}
    changed: list[Room] = []
    for plan in part:
        row = rows[(numbers[plan.building], plan.name)]
        if _bring(session, work, plan, row, held.get(row.id, [])) or id(plan) in fresh:
            changed.append(row)
    work.outcome.rooms_new += len(new)
    work.outcome.rooms_changed += len(changed) - len(new)
    session.flush()
    for row in changed:
        premises.index_room(session, row)


def _holders(session: Session, room_ids: Sequence[int]) -> dict[int, list[Occupancy]]:
    query = select(Occupancy).where(Occupancy.room_id.in_(room_ids)).order_by(Occupancy.id)
    held: dict[int, list[Occupancy]] = {}
    for holding in session.scalars(query):
        held.setdefault(holding.room_id, []).append(holding)
    return held


def _known_rooms(
    session: Session, buildings: dict[str, int], part: Sequence[RoomPlan]
) -> dict[tuple[int, str], Room]:
    """Return the rooms that are there, by building and the name the plan has; the name may have grown its tower."""
    named: dict[tuple[int, str], tuple[int, str]] = {}
    for plan in part:
        number = buildings[plan.building]
        plain = plan.name.removeprefix(plan.building)
        for name in (plan.building + plain, plain, plan.name):
            named[(number, name)] = (number, plan.name)
    query = select(Room).where(
        Room.building_id.in_({number for number, _ in named}), Room.name.in_({name for _, name in named})
    )
    return {
        named[(r.building_id, r.name)]: r for r in session.scalars(query) if (r.building_id, r.name) in named
    }


def _bring(session: Session, work: _Work, plan: RoomPlan, row: Room, held: list[Occupancy]) -> bool:
    """Bring one room to what the roster says; say whether anything changed."""
    told = {"name": plan.name, "floor": plan.floor, "kind": plan.kind, "area": plan.area}
    changed = _set(row, {key: value for key, value in told.items() if value not in ("", None)})
    owners: dict[int, tuple[date | None, date | None]] = {work.ids[key]: (None, None) for key in plan.owners}
    tenants = {work.ids[key]: dates for key, dates in plan.tenants.items()}
    if owners:
        changed |= _set_holders(session, work, row, "owner", owners, held)
    if tenants or "tenant" in work.plan.columns:
        changed |= _set_holders(session, work, row, "tenant", tenants, held)
    return changed


def _set_holders(
    session: Session,
    work: _Work,
    room: Room,
    relation: str,
    wanted: dict[int, tuple[date | None, date | None]],
    held: list[Occupancy],
) -> bool:
    """Bring a room's owners or tenants to those named; one that is not named ended yesterday."""
    today = clock.today()
    changed = False
    left = dict(wanted)
    for holding in (h for h in held if h.relation == relation):
        ended = holding.until is not None and holding.until < today
        dates = left.get(holding.customer_id)
        again = dates is not None and ended and (dates[1] is None or dates[1] >= today)
        if dates is None or again:
            if not ended:
                holding.until = today - timedelta(1)
                work.outcome.ended += 1
                changed = True
            continue
        del left[holding.customer_id]
        changed |= _set(
            holding, {k: v for k, v in (("since", dates[0]), ("until", dates[1])) if v is not None}
        )
    for customer_id, (since, until) in left.items():
        session.add(
            Occupancy(room_id=room.id, customer_id=customer_id, relation=relation, since=since, until=until)
        )
        changed = True
    return changed
