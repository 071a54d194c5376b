"""How long people of the roster are kept once they left: a customer and its contacts (domain.md §1.7, 客户退出后 3–5 年脱敏).

A relation to a room ends by itself, by its last day. So once a night it is noted who has none left, and since when; a
contact that the roster does not name any more left when that is seen first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, premises
from desk_app.core.database import Database
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.people import SYSTEM, Role, verb
from desk_app.core.premises import Contact, Customer, Occupancy, Room
from desk_app.core.retention import AT_ONCE, CLEAR, ROSTER_DAYS, Term, Who

BUSY = QT_TRANSLATE_NOOP("PersonData", "名册联系人:请在「楼宇与客户名册」里更正或停用")

Left = Mapping[int, date | None]


@dataclass(frozen=True)
class Leaving:
    """Whose `left_on` is another than what stands in the row, by table id."""

    customers: Left
    contacts: Left


def leaving(session: Session) -> Leaving:
    """Return who has left or come back since this was last noted."""
    today, last = clock.today(), _last_days(session)
    gone: dict[int, date | None] = {}
    customers: dict[int, date | None] = {}
    for number, noted in session.execute(
        select(Customer.id, Customer.left_on).where(Customer.purged == CLEAR)
    ):
        until = last.get(number, noted or today)
        gone[number] = until if until is not None and (until < today or number not in last) else None
        if gone[number] != noted:
            customers[number] = gone[number]
    contacts: dict[int, date | None] = {}
    columns = (Contact.id, Contact.customer_id, Contact.active, Contact.left_on)
    for number, customer, active, noted in session.execute(select(*columns).where(Contact.purged == CLEAR)):
        day = gone.get(customer) if active else noted or gone.get(customer) or today
        if day != noted:
            contacts[number] = day
    return Leaving(customers, contacts)


def _last_days(session: Session) -> dict[int, date | None]:
    """Return the last day of each customer's relations to rooms, None for one that has no end yet."""
    last: dict[int, date | None] = {}
    for number, until in session.execute(select(Occupancy.customer_id, Occupancy.until)):
        known = last.get(number, date.min)
        last[number] = None if until is None or known is None else max(known, until)
    return last


@verb("premises.note_left", Role.JL)
def note_left(session: Session, found: Leaving) -> None:
    """Note for some of the roster since when they have left, or that they are back."""
    for customer in session.scalars(select(Customer).where(Customer.id.in_(found.customers))):
        customer.left_on = found.customers[customer.id]
    for contact in session.scalars(select(Contact).where(Contact.id.in_(found.contacts))):
        contact.left_on = found.contacts[contact.id]
    session.flush()
    for number in found.customers:  # a contract that ran out changes who uses the room
        _index(session, number)


def nightly(db: Database) -> int:
    """Bring `left_on` of the whole roster up to date, a few in a unit of work; returns how many changed."""
    with db.read() as session:
        found = leaving(session)
    for start in range(0, max(len(found.customers), len(found.contacts)), AT_ONCE):
        some = [
            dict(list(days.items())[start : start + AT_ONCE]) for days in (found.customers, found.contacts)
        ]
        with db.write(SYSTEM) as session:
            note_left(session, Leaving(*some))
    return len(found.customers) + len(found.contacts)


def _index(session: Session, customer_id: int) -> None:
    rooms = select(Occupancy.room_id).where(Occupancy.customer_id == customer_id)
    for room in session.scalars(select(Room).where(Room.id.in_(rooms))):
        premises.index_room(session, room)


CONTACTS = Term(
    kind=Contact,
    closed=None,
    index=lambda session, row: _index(session, row.customer_id),
    days=ROSTER_DAYS,
    private=("name", "title", "phone"),
    shown=frozenset({"name"}),
    who=Who(("name",), ("phone",), own=("name", "phone")),
    start="left_on",
    called_by=("name",),
    busy=BUSY,
    held_by=Contact.customer_id.in_(select(Customer.id).where(Customer.hold.is_(True))),
)
CUSTOMERS = Term(
    kind=Customer,
    closed=None,
    index=lambda session, row: _index(session, row.id),
    days=ROSTER_DAYS,
    private=("phone", "note"),
    who=Who(("name", "short_name"), ("phone",), own=("name", "short_name", "phone")),
    start="left_on",
    called_by=("name",),
    busy=BUSY,
)
