"""The premises as a roster's rows: what an export writes, ready to be imported again unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import premises, privacy
from desk_app.core.premises import Customer, Room
from desk_app.core.rooms import sort_key
from desk_app.core.roster_row import KINDS

PHONES = ("owner_phone", "tenant_phone", "contact_phone")


def rows(session: Session) -> list[dict[str, object]]:
    """Return the roster as it stands, one row a room and tenant, by the headings' keys, ready to be imported."""
    found = session.scalars(select(Room).options(selectinload(Room.building)))
    listed = sorted(found, key=lambda room: (room.building.name, sort_key(room.name), room.name))
    return [row for room in listed for row in _rows_of(session, room)]


def masked(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return a roster's rows without mobiles: to be read; such a file is not taken in again."""
    return [{**row, **{key: privacy.free(str(row[key])) for key in PHONES if row.get(key)}} for row in rows]


def _rows_of(session: Session, room: Room) -> Iterator[dict[str, object]]:
    held = premises.current(session, room.id)
    owners = [h.customer for h in held if h.relation == "owner"]
    base: dict[str, object] = {
        "building": room.building.name, "room": room.name.removeprefix(room.building.name), "floor": room.floor,
        "kind": KINDS[room.kind], "area": room.area / 100 if room.area is not None else None,
        "owner": "、".join(customer.name for customer in owners), "owner_phone": _aligned(c.phone for c in owners),
    }  # fmt: skip
    tenants = [h for h in held if h.relation == "tenant"]
    for holding in tenants:
        customer = holding.customer
        yield {
            **base, **_people_of(session, customer), "tenant": customer.name, "tenant_short": customer.short_name,
            "tenant_phone": customer.phone, "since": holding.since, "until": holding.until,
        }  # fmt: skip
    if not tenants:
        yield {**base, **(_people_of(session, owners[0]) if owners else {})}


def _people_of(session: Session, customer: Customer) -> dict[str, object]:
    people = premises.contacts(session, customer.id)
    return {
        "contact": "、".join(p.name for p in people), "contact_phone": _aligned(p.phone for p in people),
        "title": _aligned(p.title for p in people), "signatory": "、".join(p.name for p in people if p.signatory),
        "arrears": customer.arrears / 100, "note": customer.note,
    }  # fmt: skip


def _aligned(texts: Iterable[str]) -> str:
    """Return texts in one cell, the empty ones keeping their place; nothing when all are empty."""
    listed = list(texts)
    return "、".join(listed) if any(listed) else ""
