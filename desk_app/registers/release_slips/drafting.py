"""How a draft comes to be: from the form, or from an ended slip; cleaned, normalised, findable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import clock, identity, links, phones, plates, premises, quantity, search, settings, shifts
from desk_app.core.declare import Ref, label_of
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import actor_of
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.release_slips import rules, terms
from desk_app.registers.release_slips.records import MILLI, Item, ReleaseSlip

Values = Mapping[str, Any]
LIMITS = {"applicant": 60, "carrier": 60, "route_note": 60, "reno_no": 40, "remark": 200}
CHOSEN = {
    "kind": terms.KINDS, "standing": terms.STANDINGS, "route": terms.ROUTES, "id_kind": identity.ID_CHOICES,
}  # fmt: skip
KEPT_ON_COPY = (
    "kind", "room_id", "customer_id", "customer", "applicant", "standing", "phone", "carrier", "by_car", "plate",
    "route", "route_note", "returnable", "return_due", "reno_no", "remark",
)  # fmt: skip
VERIFIED = ("id_kind", "id_no", "id_tail", "odd_reason")
LINE_LIMITS = {"name": 60, "spec": 100, "unit": 10, "remark": 60}


def new(session: Session, uid: str = "") -> ReleaseSlip:
    """Return an empty draft in the actor's name, not yet in the session."""
    slip = ReleaseSlip(uid=uid or new_uid(), state="draft", day=clock.today(), odd_reason="", items=[])
    handled(session, slip)
    return slip


def handled(session: Session, slip: ReleaseSlip) -> None:
    """Note who has a draft in hand, and on which shift."""
    actor = actor_of(session)
    slip.handler_id, slip.handler_name = actor.staff_id, actor.name
    slip.shift = shifts.current(settings.load(session)).label


def copy(session: Session, slip: ReleaseSlip) -> ReleaseSlip:
    """Make the draft that replaces a slip; whoever was verified today need not show the document again."""
    fresh = new(session)
    today = slip.issued_at is not None and clock.local(slip.issued_at).date() == clock.today()
    for key in (*KEPT_ON_COPY, *(VERIFIED if today else ())):
        setattr(fresh, key, getattr(slip, key))
    fresh.items = [
        Item(
            seq=n, name=i.name, spec=i.spec, unit=i.unit, quantity=i.quantity, remark=i.remark, removed=False
        )
        for n, i in enumerate(slip.kept, 1)
    ]
    session.add(fresh)
    links.add(session, "reissued", slip, fresh)
    index(session, fresh)
    return fresh


def index(session: Session, slip: ReleaseSlip) -> None:
    """Make a slip findable by people, company, room, telephone, plate, things and both numbers."""
    session.flush()
    fields = {
        "name": "\n".join(filter(None, (slip.applicant, slip.carrier))),
        "company": slip.customer,
        "room": slip.room.name if slip.room else "",
        "phone": slip.phone,
        "plate": slip.plate,
        "number": "\n".join(filter(None, (slip.no, rules.draft_number(slip.id)))),
        "words": "\n".join(item.name for item in slip.kept),
    }
    search.put(
        session, "release_slips", slip.id, slip.uid, fields,
        title=f"{slip.customer} {slip.applicant}".strip(), detail=slip.shown_no, room="",
    )  # fmt: skip


def fill(session: Session, slip: ReleaseSlip, values: Values, reasons: Mapping[str, str]) -> None:
    """Put a form into a draft. Raises FieldErrors for what cannot be read, Doubt for an odd document."""
    _fill_place(session, slip, values)
    for key, limit in LIMITS.items():
        setattr(slip, key, clean(str(values.get(key) or ""), limit=limit, field=key))
    for key, choices in CHOSEN.items():
        chosen = str(values.get(key) or "")
        setattr(slip, key, chosen if label_of(choices, chosen) else "")
    slip.phone = phones.normalise(str(values.get("phone") or ""))
    slip.plate = plates.normalise(str(values.get("plate") or ""))
    slip.by_car = bool(values.get("by_car") or values.get("plate"))
    slip.returnable = bool(values.get("returnable")) or slip.kind == "repair"
    slip.return_due = _day(values.get("return_due"))
    slip.plan_from, slip.plan_to = _moment(values.get("plan_from")), _moment(values.get("plan_to"))
    _fill_id(session, slip, str(values.get("id_no") or ""), reasons)
    note_reasons(slip, reasons)
    _fill_items(slip, values.get("items") or ())


def note_reasons(slip: ReleaseSlip, reasons: Mapping[str, str]) -> None:
    """Keep why something odd was accepted; what was said before stays."""
    said = dict.fromkeys([*filter(None, slip.odd_reason.split(";")), *filter(None, reasons.values())])
    slip.odd_reason = clean(";".join(said), limit=400)


def default_plan(slip: ReleaseSlip) -> None:
    """Plan for today where nothing was said: from now until midnight (F06)."""
    start = slip.plan_from or clock.now()
    slip.plan_from = start
    slip.plan_to = slip.plan_to or clock.day_bounds(clock.local(start).date())[1]


def _fill_place(session: Session, slip: ReleaseSlip, values: Values) -> None:
    given = values.get("room")
    ref = given if isinstance(given, Ref) else Ref(None, str(given or ""))
    text = clean(ref.text, limit=100, field="room")
    room = (
        session.get(premises.Room, ref.id)
        if ref.id
        else premises.room_by_text(session, text)
        if text
        else None
    )
    if room is not None and room.id == slip.room_id:
        return
    customer = premises.occupant(session, room.id) if room else None
    slip.room, slip.room_id = room, room.id if room else None
    slip.customer_id = customer.id if customer else None
    slip.customer = clean(f"{room.name} {customer.name}", limit=130) if room and customer else text


def _fill_id(session: Session, slip: ReleaseSlip, number: str, reasons: Mapping[str, str]) -> None:
    """Note which document was seen; of its number the end alone, unless the setting says more (§4.2)."""
    if not slip.id_kind or number:
        slip.id_no = slip.id_tail = ""
    if not slip.id_kind or not number:
        return
    kind = identity.IdKind(slip.id_kind)
    finding = identity.check(kind, number, today=clock.today())
    if finding and not reasons.get("id_no"):
        raise Doubt(finding.text, "id_no")
    number = clean(identity.normalise(kind, number), limit=40, field="id_no")
    slip.id_tail = identity.last4(number)
    if settings.get(session, terms.STORE_ID):
        slip.id_no = number


def _fill_items(slip: ReleaseSlip, lines: Any) -> None:
    wanted, wrong = [], []
    for number, line in enumerate(lines):
        try:
            item = _item(number, line)
        except RuleError as error:
            wrong.append(error)
            continue
        if item is not None:
            wanted.append(item)
    if wrong:
        raise FieldErrors(tuple(wrong))
    old = slip.kept
    if [_told(item) for item in wanted] == [_told(item) for item in old]:
        return
    for item in old:
        item.removed = True
    first = len(slip.items)
    for number, item in enumerate(wanted, 1):
        item.seq = first + number
        slip.items.append(item)


def _item(number: int, line: Values) -> Item | None:
    """Read one line; None for an empty one. RuleError names the cell "items.<line>.<column>"."""
    texts = {
        key: clean(str(line.get(key) or ""), limit=limit, field=f"items.{number}.{key}")
        for key, limit in LINE_LIMITS.items()
    }
    given = str(line.get("quantity") or "").strip()
    if not any(texts.values()) and not given:
        return None
    if not texts["name"]:
        sentence = translate("ReleaseSlips", "第 {n} 行:请填写物品名称。").format(n=number + 1)
        raise RuleError(sentence, f"items.{number}.name")
    if not given:
        sentence = translate("ReleaseSlips", "第 {n} 行:请填写数量。").format(n=number + 1)
        raise RuleError(sentence, f"items.{number}.quantity")
    amount = quantity.parse(given, field=f"items.{number}.quantity")
    return Item(quantity=int(amount * MILLI), removed=False, **texts)


def _told(item: Item) -> tuple[object, ...]:
    return (item.name, item.spec, item.unit, item.quantity, item.remark)


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
