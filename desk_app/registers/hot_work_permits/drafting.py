"""How a draft comes to be: from the form, or from an earlier permit; cleaned, normalised, findable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import clock, holidays, links, phones, premises, renovations, search, settings, shifts
from desk_app.core.declare import Choice, Ref, label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import Staff, actor_of
from desk_app.core.records import new_uid
from desk_app.core.text import clean, fold
from desk_app.registers.hot_work_permits import levels, rules, terms
from desk_app.registers.hot_work_permits.facts import grade_of, is_renovation, scheme_of
from desk_app.registers.hot_work_permits.records import HotWorkPermit

Values = Mapping[str, Any]
LIMITS = {
    "spot": 60, "org": 60, "site_lead": 60, "basis": 40, "work": 200, "plan": 60, "welder": 60, "cert_no": 40,
    "watch": 60, "impair_what": 60, "remark": 200,
}  # fmt: skip
CHOSEN: Mapping[str, tuple[Choice, ...]] = {
    "cert_kind": terms.CERTIFICATES, "cert_found": terms.FINDINGS, "ext_kind": terms.EXTINGUISHERS,
    "level": levels.CHOICES,
}  # fmt: skip
DAYS = ("cert_until", "cert_review", "cert_checked_on", "ext_until")
KEPT_ON_COPY = (
    "room_id", "place", "spot", "org", "site_lead", "phone", "basis", "renovation_uid", "work", "methods",
    "outdoors", "level", "plan", "welder", "cert_kind", "cert_no", "cert_until", "cert_review", "cert_found",
    "cert_checked_on", "watch", "watch_phone", "supervisor_id", "supervisor_name", "ext_kind", "ext_count",
    "ext_until", "remark",
)  # fmt: skip


def new(session: Session, uid: str = "") -> HotWorkPermit:
    """Return an empty draft in the actor's name, not yet in the session."""
    permit = HotWorkPermit(
        uid=uid or new_uid(), state="draft", day=clock.today(), no=None, odd_reason="", answers=[], notes=[],
        basis="", methods="", level="", place="", spot="", watch="",
    )  # fmt: skip
    handled(session, permit)
    return permit


def handled(session: Session, permit: HotWorkPermit) -> None:
    """Note who has a draft in hand, and on which shift."""
    actor = actor_of(session)
    permit.handler_id, permit.handler_name = actor.staff_id, actor.name
    permit.shift = shifts.current(settings.load(session)).label


def copy(session: Session, permit: HotWorkPermit) -> HotWorkPermit:
    """Make the draft of a new permit; window, wind, checklist, inspection and approvals are asked anew."""
    fresh = new(session)
    for key in KEPT_ON_COPY:
        setattr(fresh, key, getattr(permit, key))
    session.add(fresh)
    links.add(session, "reissued", permit, fresh)
    index(session, fresh)
    return fresh


def index(session: Session, permit: HotWorkPermit) -> None:
    """Make a permit findable by people, company, place, telephone, work and all its numbers."""
    session.flush()
    fields = {
        "name": "\n".join(filter(None, (permit.welder, permit.watch, permit.site_lead))),
        "company": permit.org,
        "room": permit.room.name if permit.room else "",
        "phone": "\n".join(filter(None, (permit.phone, permit.watch_phone))),
        "number": "\n".join(filter(None, (permit.no, rules.draft_number(permit.id), permit.basis))),
        "words": "\n".join(filter(None, (permit.place, permit.spot, permit.work))),
    }
    search.put(
        session, "hot_work_permits", permit.id, permit.uid, fields,
        title=f"{permit.where} {permit.welder}".strip(), detail=permit.shown_no, room="",
    )  # fmt: skip


def fill(session: Session, permit: HotWorkPermit, values: Values, reasons: Mapping[str, str]) -> None:
    """Put a form into a draft. Raises FieldErrors or RuleError for what cannot be read."""
    _fill_place(session, permit, values)
    for key, limit in LIMITS.items():
        setattr(permit, key, clean(str(values.get(key) or ""), limit=limit, field=key))
    for key, choices in CHOSEN.items():
        chosen = str(values.get(key) or "")
        setattr(permit, key, chosen if label_of(choices, chosen) else "")
    for key in DAYS:
        setattr(permit, key, _day(values.get(key)))
    for key in ("outdoors", "notice", "impair"):
        setattr(permit, key, bool(values.get(key)))
    if permit.cert_found and permit.cert_checked_on is None:
        permit.cert_checked_on = clock.today()
    permit.methods = read_methods(values.get("methods"))
    permit.wind, permit.ext_count = _number(values.get("wind")), _number(values.get("ext_count"))
    permit.phone = phones.normalise(str(values.get("phone") or ""))
    permit.watch_phone = phones.normalise(str(values.get("watch_phone") or ""))
    permit.starts, permit.ends = _moment(values.get("starts")), _moment(values.get("ends"))
    permit.impair_until = _moment(values.get("impair_until"))
    permit.supervisor_id, permit.supervisor_name = _staff(session, values.get("supervisor"))
    permit.impair_by_id, permit.impair_by = _staff(session, values.get("impair_by"))
    _fill_basis(session, permit)
    note_reasons(permit, reasons)


def note_reasons(permit: HotWorkPermit, reasons: Mapping[str, str]) -> None:
    """Keep why something odd was accepted; what was said before stays."""
    said = dict.fromkeys([*filter(None, permit.odd_reason.split(";")), *filter(None, reasons.values())])
    permit.odd_reason = clean(";".join(said), limit=400)


def default_window(session: Session, permit: HotWorkPermit, config: settings.Settings) -> None:
    """Offer a window where nothing was said: from now until the shift or the level ends (F10)."""
    chosen = scheme_of(config).level(permit.level)
    if chosen is None:
        return
    start = permit.starts = permit.starts or clock.now()
    if permit.ends is None:
        permit.ends = offered_end(session, config, chosen, start)


def offered_end(
    session: Session, config: settings.Settings, chosen: levels.Level, start: datetime
) -> datetime:
    """Return the end a form offers for a start: within the shift, within the level that will count."""
    end = levels.propose(config, chosen, start)
    reasons = levels.raised_by(config, holidays.calendar(session), start, end)
    return levels.propose(config, levels.grade(scheme_of(config), chosen, reasons).level, start)


def graded(session: Session, permit: HotWorkPermit, config: settings.Settings) -> None:
    """Keep which level counts for a permit and why it was raised."""
    counted = grade_of(session, permit, config)
    permit.scheme = scheme_of(config).key
    permit.counted_level = counted.level.key if counted else ""
    permit.raised_by = " ".join(counted.reasons) if counted else ""


def read_methods(given: object) -> str:
    """Return the keys of the methods named in a text (or already keys), in declared order; RuleError if unknown."""
    text = clean(str(given or ""), limit=120, field="methods")
    found: set[str] = set()
    unknown: list[str] = []
    for part in filter(None, map(str.strip, terms.BETWEEN.split(text))):
        words = [part] if _method(part) else part.split()
        found.update(_method(word) for word in words)
        unknown += [word for word in words if not _method(word)]
    if unknown:
        offered = listed(translate("HotWork", one.label) for one in terms.METHODS)
        sentence = translate("HotWork", "没有「{word}」这种动火方式,可以填:{offered}。")
        raise RuleError(sentence.format(word=unknown[0], offered=offered), "methods")
    return " ".join(one.key for one in terms.METHODS if one.key in found)


def _method(word: str) -> str:
    """Return the key of the method a word means, "" for none."""
    folded = fold(word)
    for one in terms.METHODS:
        if word == one.key or folded in (fold(one.label), fold(translate("HotWork", one.label))):
            return one.key
    return ""


def _fill_place(session: Session, permit: HotWorkPermit, values: Values) -> None:
    given = values.get("room")
    ref = given if isinstance(given, Ref) else Ref(None, str(given or ""))
    text = clean(ref.text, limit=100, field="room")
    found = premises.room_by_text(session, text) if text and not ref.id else None
    room = session.get(premises.Room, ref.id) if ref.id else found
    permit.room, permit.room_id = room, room.id if room else None
    permit.place = text


def _fill_basis(session: Session, permit: HotWorkPermit) -> None:
    """Note under which renovation permit the work is done, so that its end stops this one too."""
    permit.renovation_uid = ""
    if is_renovation(permit.basis):
        permit.basis = permit.basis.upper()
        known = renovations.by_number(session, permit.basis)
        permit.renovation_uid = known.uid if known else ""


def _staff(session: Session, value: object) -> tuple[int | None, str]:
    staff = session.get(Staff, value.id) if isinstance(value, Ref) and value.id else None
    return (staff.id, staff.name) if staff and staff.active else (None, "")


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
