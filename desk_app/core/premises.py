"""The building and its people: rooms, customers, who owns or rents what, contacts, signatories.

The telephone on file is the only one an owner's consent may be asked by (domain.md F06 ⚠).
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from desk_app.core import privacy, rooms, search
from desk_app.core.declare import Ref, Suggestion
from desk_app.core.records import Audited, Base, Private, Termed, length, one_of


class Building(Audited, Base):
    """A tower or block; a project with one building may leave its name out of room numbers."""

    __tablename__ = "building"

    name: Mapped[str] = mapped_column(unique=True)


class Room(Audited, Base):
    """A room or place a visitor can go to; `kind` "office", "public" or "plant". `area` in 0.01 m²."""

    __tablename__ = "room"
    __table_args__ = (
        Index("one_room", "building_id", "name", unique=True),
        length("name", 40),
        one_of("kind", "office", "public", "plant"),
    )

    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"))
    name: Mapped[str]
    floor: Mapped[str]
    kind: Mapped[str] = mapped_column(default="office")
    area: Mapped[int | None]
    building: Mapped[Building] = relationship()


class Customer(Termed, Base):
    """An owner or a tenant. `arrears` (分) is shown as a hint and never blocks (domain.md §0.1-4).

    `left_on` since its last relation to a room is over (core/roster_terms.py).
    """

    __tablename__ = "customer"
    __table_args__ = (length("name", 80),)

    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    arrears: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")
    left_on: Mapped[date | None]

    @property
    def shown_name(self) -> str:
        """The short name when there is one."""
        return self.short_name or self.name


class Occupancy(Audited, Base):
    """A customer's relation to a room: "owner" or "tenant", while `until` is empty or not past."""

    __tablename__ = "occupancy"
    __table_args__ = (one_of("relation", "owner", "tenant"),)

    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    relation: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    room: Mapped[Room] = relationship()
    customer: Mapped[Customer] = relationship()


class Contact(Termed, Base):
    """A person of a customer. `signatory`: may sign for the customer (SQ, domain.md §1.1).

    `left_on` since the roster names them no more, or their customer has left.
    """

    __tablename__ = "contact"
    __table_args__ = (length("name", 60),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    name: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(Private, default="")
    signatory: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    left_on: Mapped[date | None]
    customer: Mapped[Customer] = relationship()


def occupant(session: Session, room_id: int) -> Customer | None:
    """Return who uses a room now: the tenant, else the owner, None when it stands empty."""
    return user_of(current(session, room_id))


def user_of(relations: Sequence[Occupancy]) -> Customer | None:
    """Return who uses the room whose present relations these are, as `occupant` does."""
    using = [o for o in relations if o.relation == "tenant"] or relations
    return using[0].customer if using else None


def owner(session: Session, room_id: int) -> Customer | None:
    """Return the owner of a room, None when the roster does not say."""
    return owner_of(current(session, room_id))


def owner_of(relations: Sequence[Occupancy]) -> Customer | None:
    """Return the owner of the room whose present relations these are."""
    return next((o.customer for o in relations if o.relation == "owner"), None)


def current(session: Session, room_id: int) -> list[Occupancy]:
    """Return the relations to a room that have not ended."""
    return current_by_room(session, [room_id])[room_id]


def current_by_room(session: Session, room_ids: Collection[int]) -> dict[int, list[Occupancy]]:
    """Return the relations that have not ended for each of these rooms."""
    from desk_app.core import clock

    found: dict[int, list[Occupancy]] = {room_id: [] for room_id in room_ids}
    query = select(Occupancy).where(Occupancy.room_id.in_(room_ids)).order_by(Occupancy.id)
    for row in session.scalars(query.options(joinedload(Occupancy.customer))):
        if row.until is None or row.until >= clock.today():
            found[row.room_id].append(row)
    return found


def contacts(session: Session, customer_id: int) -> list[Contact]:
    """Return the active contacts of a customer, in the roster's order."""
    return contacts_by_customer(session, [customer_id])[customer_id]


def contacts_by_customer(session: Session, customer_ids: Collection[int]) -> dict[int, list[Contact]]:
    """Return the active contacts of each of these customers, in the roster's order."""
    found: dict[int, list[Contact]] = {customer_id: [] for customer_id in customer_ids}
    query = select(Contact).where(
        Contact.customer_id.in_(customer_ids), Contact.active.is_(True), Contact.purged == 0
    )
    for contact in session.scalars(query.order_by(Contact.id)):
        found[contact.customer_id].append(contact)
    return found


def phones_on_file(session: Session, customer_id: int) -> list[tuple[str, str]]:
    """Return (whose, number) of every telephone on file for a customer."""
    customer = session.get_one(Customer, customer_id)
    found = [(contact.name, contact.phone) for contact in contacts(session, customer_id) if contact.phone]
    return ([(customer.shown_name, customer.phone)] if customer.phone else []) + found


def index_room(session: Session, room: Room) -> None:
    """Put a room with who uses it into the search index."""
    customer = occupant(session, room.id)
    people = contacts(session, customer.id) if customer else []
    fields = {
        "room": room.name,
        "company": "\n".join((customer.name, customer.short_name)) if customer else "",
        "name": "\n".join(person.name for person in people),
        "phone": "\n".join(filter(None, [customer.phone if customer else "", *(p.phone for p in people)])),
    }
    search.put(
        session, "room", room.id, room.uid, fields,
        title=customer.shown_name if customer else "", detail=_detail(customer, people), room=room.name,
    )  # fmt: skip


def _detail(customer: Customer | None, people: list[Contact]) -> str:
    first = people[0].name if people else ""
    return " · ".join(filter(None, [privacy.free(customer.phone) if customer else "", first]))


def suggest_rooms(session: Session, text: str, limit: int = 8) -> list[Suggestion]:
    """Return rooms for what was typed: number, company, contact, pinyin or initials; best first."""
    hits = search.find(session, text, kinds=("room",), limit=limit * 3)
    by_name = [
        hit for hit in hits if search.matches(text, hit.title) or rooms.match_rank(text, hit.room) is not None
    ]
    hits = [*by_name, *(hit for hit in hits if hit not in by_name)][:limit]
    return [
        Suggestion(f"{h.room}  {h.title}".strip(), h.detail, Ref(h.record, f"{h.room} {h.title}".strip()))
        for h in hits
    ]


def room_by_text(session: Session, text: str) -> Room | None:
    """Return the room whose number is exactly what was typed, in any usual spelling."""
    wanted = rooms.canonical(text)
    return session.scalars(select(Room).where(Room.name == wanted)).first()


def suggest_host(session: Session, text: str, values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the people of whoever uses the room in `host_room`; picking one also says who confirmed."""
    room = values.get("host_room")
    if not isinstance(room, Ref) or room.id is None:
        return []
    customer = occupant(session, room.id)
    return [
        Suggestion(
            p.name,
            " · ".join(filter(None, [p.title, privacy.free(p.phone)])),
            p.name,
            {"confirmed_by": p.name},
        )
        for p in (contacts(session, customer.id) if customer else [])
        if search.matches(text, p.name)
    ]


def suggest_room_field(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer rooms to a form's ROOM field."""
    return suggest_rooms(session, text)
