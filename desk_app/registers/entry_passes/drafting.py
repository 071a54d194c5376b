"""How an application comes to be: from the form, or from another pass; cleaned, normalised, findable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import clock, identity, links, phones, premises, search, settings, shifts
from desk_app.core.declare import Choice, Ref, label_of
from desk_app.core.errors import Doubt
from desk_app.core.people import actor_of
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.entry_passes import rules, terms
from desk_app.registers.entry_passes.records import EntryPass

Values = Mapping[str, Any]
LIMITS = {
    "name": 60, "org": 60, "reason": 60, "permit_no": 30, "guarantor": 60, "special_no": 40, "residence_no": 40,
    "zone": 60, "hours": 120, "card_no": 30, "remark": 200,
}  # fmt: skip
CHOSEN: Mapping[str, tuple[Choice, ...]] = {
    "sex": terms.SEXES, "trade": terms.TRADES, "id_kind": identity.ID_CHOICES,
}  # fmt: skip
DAYS = ("special_until", "special_checked", "wanted_to")
CHECKED = ("paper_permit", "paper_id", "paper_residence")
HOLDER = (
    "kind", "name", "sex", "residence_no", "phone", "org", "trade", "room_id", "place", "reason", "permit_no",
    "guarantor", "special_no", "special_until", "special_checked", "zone", "hours", "remark",
)  # fmt: skip
VERIFIED = ("id_kind", "id_no", "id_masked", "id_tail", "odd_reason", *CHECKED)


def new(session: Session, kind: str, uid: str = "") -> EntryPass:
    """Return an empty application in the actor's name, not yet in the session."""
    one = EntryPass(
        uid=uid or new_uid(), kind=kind, state="draft", day=clock.today(), odd_reason="", no=None,
        id_kind="", id_no="", id_masked="", id_tail="", sent_back="", permit_no="", replaces_uid="",
        not_after=None, ends=None, place="", fee=0, deposit=0,
    )  # fmt: skip
    handled(session, one)
    return one


def handled(session: Session, one: EntryPass) -> None:
    """Note who has an application in hand, and on which shift."""
    actor = actor_of(session)
    one.handler_id, one.handler_name = actor.staff_id, actor.name
    one.shift = shifts.current(settings.load(session)).label


def copy(session: Session, one: EntryPass, link: str, *, verified: bool) -> EntryPass:
    """Make the application that follows a pass; `verified`: the document seen then is good for it too."""
    fresh = new(session, one.kind)
    for key in (*HOLDER, *(VERIFIED if verified else ())):
        setattr(fresh, key, getattr(one, key))
    session.add(fresh)
    links.add(session, link, one, fresh)
    index(session, fresh)
    return fresh


def index(session: Session, one: EntryPass) -> None:
    """Make a pass findable by holder, company, place, telephone, permit, card and both numbers."""
    session.flush()
    fields = {
        "name": "\n".join(filter(None, (one.name, one.guarantor))),
        "company": "\n".join(filter(None, (one.org, one.place))),
        "room": one.room.name if one.room else "",
        "phone": one.phone,
        "number": "\n".join(filter(None, (one.no, rules.draft_number(one.id), one.permit_no, one.card_no))),
    }
    search.put(
        session, "entry_passes", one.id, one.uid, fields,
        title=f"{one.name} {one.org or one.place}".strip(),
        detail=" ".join(filter(None, (one.shown_no, one.card_no))), room="",
    )  # fmt: skip


def fill(session: Session, one: EntryPass, values: Values, reasons: Mapping[str, str]) -> None:
    """Put a form into an application. Raises FieldErrors for what cannot be read, Doubt for an odd document."""
    kind = str(values.get("kind") or "")
    one.kind = kind if kind in rules.PREFIXES else one.kind
    _fill_place(session, one, values)
    seen = one.id_kind
    for key, limit in LIMITS.items():
        setattr(one, key, clean(str(values.get(key) or ""), limit=limit, field=key))
    for key, choices in CHOSEN.items():
        chosen = str(values.get(key) or "")
        setattr(one, key, chosen if label_of(choices, chosen) else "")
    for key in DAYS:
        setattr(one, key, _day(values.get(key)))
    for key in CHECKED:
        setattr(one, key, bool(values.get(key)))
    one.permit_no = one.permit_no.upper()
    one.phone = phones.normalise(str(values.get("phone") or ""))
    if one.id_kind != seen:
        one.id_no = one.id_masked = one.id_tail = ""
    _fill_id(session, one, str(values.get("id_no") or ""), reasons)
    note_reasons(one, reasons)


def note_reasons(one: EntryPass, reasons: Mapping[str, str]) -> None:
    """Keep why something odd was accepted; what was said before stays."""
    said = dict.fromkeys([*filter(None, one.odd_reason.split(";")), *filter(None, reasons.values())])
    one.odd_reason = clean(";".join(said), limit=400)


def _fill_place(session: Session, one: EntryPass, values: Values) -> None:
    given = values.get("room")
    ref = given if isinstance(given, Ref) else Ref(None, str(given or ""))
    text = clean(ref.text, limit=100, field="room")
    room = session.get(premises.Room, ref.id) if ref.id else None
    if room is None and text:
        room = premises.room_by_text(session, text)
    customer = premises.occupant(session, room.id) if room else None
    one.room, one.room_id = room, room.id if room else None
    named = " ".join(filter(None, (room.name, customer.shown_name if customer else ""))) if room else ""
    one.place = clean(named, limit=130) or text


def _fill_id(session: Session, one: EntryPass, number: str, reasons: Mapping[str, str]) -> None:
    """Note which document was seen; its number masked, unless the setting says more; never a copy (§4.2)."""
    if not one.id_kind or not number:
        return
    one.id_no = ""
    kind = identity.IdKind(one.id_kind)
    finding = identity.check(kind, number, today=clock.today())
    if finding and not reasons.get("id_no"):
        raise Doubt(finding.text, "id_no")
    number = clean(identity.normalise(kind, number), limit=40, field="id_no")
    one.id_masked, one.id_tail = identity.mask(kind, number), identity.last4(number)
    one.sex = one.sex or _sex(kind, number)
    if settings.get(session, terms.STORE_ID):
        one.id_no = number


def _sex(kind: identity.IdKind, number: str) -> str:
    """Return what the 17th digit of a resident's number says; only a proposal for an empty field (§4.6)."""
    residents = (identity.IdKind.RESIDENT_CARD, identity.IdKind.RESIDENCE_PERMIT)
    if kind not in residents or len(number) != 18 or not number[16].isdigit():
        return ""
    return "male" if int(number[16]) % 2 else "female"


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
