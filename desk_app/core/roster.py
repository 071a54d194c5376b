"""The building's roster put together: what a whole list says of each room and each customer.

Pure: core/roster_row.py understands the rows, core/roster_import.py compares with the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from desk_app.core import money
from desk_app.core.i18n import translate
from desk_app.core.listing import Line, Listing, Problem
from desk_app.core.roster_row import Entry, Person, RowReader, title_of
from desk_app.core.text import fold

_PERSON = re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+")


@dataclass
class CustomerPlan:
    """Everything the roster says of one owner or tenant. `people` empty: it names none."""

    name: str
    short_name: str = ""
    phone: str = ""
    note: str = ""
    arrears: int | None = None
    people: list[Person] = field(default_factory=list)


@dataclass
class RoomPlan:
    """Everything the roster says of one room; owners and tenants by their keys in `Plan.customers`."""

    building: str
    name: str
    floor: str
    kind: str = ""
    area: int | None = None
    owners: list[str] = field(default_factory=list)
    tenants: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """A whole roster, ready to be compared with the database; `columns` are those the file has."""

    customers: dict[str, CustomerPlan]
    rooms: tuple[RoomPlan, ...]
    columns: frozenset[str]
    problems: tuple[Problem, ...]
    rows: int


def make_plan(
    listing: Listing, default_building: str, today: date, *, several_buildings: bool = False
) -> Plan:
    """Understand a whole roster.

    `default_building` stands where no row says one; "" asks for it. Rows that name a room twice are
    put together; what contradicts itself is told.
    """
    problems: list[Problem] = []
    entries: list[Entry] = []
    building = default_building
    before: Line | None = None
    for line in _continued(listing.lines):
        if before is None or line.sheet != before.sheet:
            building = default_building
        before = line
        building = str(line.values.get("building") or building)
        entries += RowReader(line, building, today, problems).entries()
    collected = _Collector(problems)
    for entry in entries:
        collected.add(entry)
    customers = collected.customers(listing.columns)
    listed = tuple(collected.rooms.values())
    if several_buildings or len({room.building for room in listed}) > 1:
        for room in listed:
            room.name = room.building + room.name
    return Plan(customers, listed, listing.columns, tuple(problems), len(listing.lines))


def _continued(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines; one that names nothing but people goes with the room above it."""
    only_people = {"contact", "contact_phone", "title", "signatory"}
    above: Line | None = None
    for line in lines:
        if (
            above
            and above.sheet == line.sheet
            and "contact" in line.values
            and only_people >= line.values.keys()
        ):
            base = {
                key: above.values[key]
                for key in ("building", "room", "floor", "owner", "tenant")
                if key in above.values
            }
            yield Line(line.sheet, line.number, {**base, **line.values})
            continue
        above = line
        yield line


class _Collector:
    """Puts the entries of a file together by room and by customer."""

    def __init__(self, problems: list[Problem]) -> None:
        self.rooms: dict[tuple[str, str], RoomPlan] = {}
        self._customers: dict[str, CustomerPlan] = {}
        self._arrears: dict[str, list[tuple[tuple[str, str], int, Line]]] = {}
        self._phones: dict[str, dict[str, str]] = {}
        self._problems = problems

    def add(self, entry: Entry) -> None:
        """Take one entry in."""
        place = (entry.building, fold(entry.room))
        room = self.rooms.setdefault(place, RoomPlan(entry.building, entry.room, entry.floor))
        room.kind = room.kind or entry.kind
        if room.area is None:
            room.area = entry.area
        elif entry.area is not None and entry.area != room.area:
            self._tell(entry.line, "area", translate("Roster", "同一房间前面写的面积不同,按前面的。"))
        owners = [self._customer(person, entry.line, "owner_phone") for person in entry.owners]
        tenants = [self._customer(person, entry.line, "tenant_phone") for person in entry.tenants]
        room.owners += [key for key in dict.fromkeys(owners) if key not in room.owners]
        for key in tenants:
            room.tenants.setdefault(key, (entry.since, entry.until))
        who = next(iter(tenants + owners), None)
        if who is not None:
            self._say(who, place, entry)
        elif entry.people or entry.arrears or entry.note:
            text = translate("Roster", "这一行没有业主和租户,联系人、欠费、备注没有导入。")
            self._tell(entry.line, "tenant", text)

    def customers(self, columns: frozenset[str]) -> dict[str, CustomerPlan]:
        """Return the customers; several rooms' arrears are added up, the same figure repeated is one."""
        for key, told in self._arrears.items():
            amounts = {place: amount for place, amount, _ in told}
            same = len(set(amounts.values())) == 1
            total = next(iter(amounts.values())) if same else sum(amounts.values())
            self._customers[key].arrears = total
            if not same:
                text = translate("Roster", "{name} 各行欠费不同,已合计为 {total} 元。")
                name = self._customers[key].name
                self._tell(told[-1][2], "arrears", text.format(name=name, total=money.text(total)))
        if "arrears" in columns:
            for customer in self._customers.values():
                customer.arrears = customer.arrears or 0
        return self._customers

    def _say(self, who: str, place: tuple[str, str], entry: Entry) -> None:
        customer = self._customers[who]
        customer.short_name = customer.short_name or entry.tenant_short
        if entry.note and entry.note not in customer.note.split(";"):
            together = ";".join(filter(None, (customer.note, entry.note)))
            customer.note = together if len(together) <= 400 else customer.note
        if entry.arrears is not None:
            self._arrears.setdefault(who, []).append((place, entry.arrears, entry.line))
        for person in entry.people:
            _merge_person(customer.people, person)

    def _customer(self, person: Person, line: Line, phone_key: str) -> str:
        """Return the key of an owner or tenant; two people of one name with two telephones stay two."""
        key = fold(person.name) or person.name
        known = self._phones.setdefault(key, {})
        first = next(iter(known), "")
        if person.phone and first and person.phone not in known:
            if not _PERSON.fullmatch(person.name):
                known[person.phone] = person.name
                text = translate("Roster", "{name} 前面写的电话不同,按前面的 {phone}。")
                self._tell(line, phone_key, text.format(name=person.name, phone=first))
            else:
                known[person.phone] = f"{person.name}(尾号{person.phone[-4:]})"
                text = translate("Roster", "与前面的 {name} 同名不同电话,按两个人处理,记为 {new}。")
                self._tell(line, phone_key, text.format(name=person.name, new=known[person.phone]))
        elif person.phone and not first:
            known[person.phone] = person.name
        name = known.get(person.phone) or person.name
        key = fold(name) or name
        customer = self._customers.setdefault(key, CustomerPlan(name))
        customer.phone = customer.phone or person.phone
        return key

    def _tell(self, line: Line, key: str, reason: str) -> None:
        self._problems.append(Problem(line.sheet, line.number, title_of(key), reason, imported=True))


def _merge_person(people: list[Person], person: Person) -> None:
    """Add a person once; what a later row says more of him is taken."""
    for at, known in enumerate(people):
        if known.name == person.name and (known.phone == person.phone or not (known.phone and person.phone)):
            people[at] = Person(
                known.name,
                known.phone or person.phone,
                known.title or person.title,
                known.signatory or person.signatory,
            )
            return
    people.append(person)
