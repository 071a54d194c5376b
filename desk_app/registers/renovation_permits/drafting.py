"""How an application comes to be from the form: cleaned, normalised, findable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import clock, phones, premises, quantity, search, settings, shifts
from desk_app.core.declare import Ref, label_of
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import actor_of
from desk_app.core.records import new_uid
from desk_app.core.text import clean
from desk_app.registers.renovation_permits import rules, terms
from desk_app.registers.renovation_permits.records import (
    Renovation,
    RenovationAnswer,
    RenovationPermission,
    RenovationWork,
)

Values = Mapping[str, Any]
LIMITS = {
    "owner": 80, "tenant": 80, "applicant": 60, "org": 60, "qual_no": 60, "qual_grade": 30, "foreman": 60,
    "fire_lead": 60,
}  # fmt: skip
PHONES = ("phone", "foreman_phone", "fire_phone")
CHOSEN = {"kind": terms.KINDS, "relation": terms.RELATIONS, "hours": terms.HOURS}
DAYS = ("starts", "ends", "qual_until")
WORK_LIMITS = {"part": 60, "content": 100, "material": 60}
TOUCHES = tuple(choice.key for choice in terms.TOUCHES)
MOST_WORKERS = 500


def new(session: Session, uid: str = "") -> Renovation:
    """Return an empty draft in the actor's name, not yet in the session."""
    actor = actor_of(session)
    return Renovation(
        uid=uid or new_uid(), state="draft", day=clock.today(), handler_id=actor.staff_id, handler_name=actor.name,
        shift=shifts.current(settings.load(session)).label, odd_reason="", works=[], answers=[], permissions=[],
    )  # fmt: skip


def fill(session: Session, one: Renovation, values: Values) -> None:
    """Put a form into an application. Raises FieldErrors for what cannot be read."""
    _fill_place(session, one, values)
    for key, limit in LIMITS.items():
        setattr(one, key, clean(str(values.get(key) or ""), limit=limit, field=key))
    for key, choices in CHOSEN.items():
        chosen = str(values.get(key) or "")
        setattr(one, key, chosen if label_of(choices, chosen) else "")
    for key in PHONES:
        setattr(one, key, phones.normalise(clean(str(values.get(key) or ""), limit=30, field=key)))
    for key in DAYS:
        setattr(one, key, _day(values.get(key)))
    if one.starts and one.ends and one.ends < one.starts:
        raise RuleError(translate("Renovations", "竣工日期早于开工日期,请核对。"), "ends")
    code = unicodedata.normalize("NFKC", str(values.get("credit_code") or "")).upper()
    one.credit_code = clean("".join(code.split()), limit=30, field="credit_code")
    one.by_agent = bool(values.get("by_agent"))
    one.remark = clean(str(values.get("remark") or ""), limit=200, multiline=True, field="remark")
    one.workers = _workers(values.get("workers"))
    one.area, one.cost = _area(values.get("area")), _cost(values.get("cost"))
    _fill_works(one, values.get("works") or ())
    _fill_answers(one, values)
    _fill_permissions(one, values.get("permissions") or ())


def note_reasons(one: Renovation, reasons: Mapping[str, str]) -> None:
    """Keep why something odd was accepted; what was said before stays."""
    said = dict.fromkeys([*filter(None, one.odd_reason.split(";")), *filter(None, reasons.values())])
    one.odd_reason = clean(";".join(said), limit=600)


def index(session: Session, one: Renovation) -> None:
    """Make an application findable by people, companies, room, telephones and both numbers."""
    session.flush()
    numbers = [one.no or rules.draft_number(one.id), one.permit_no]
    fields = {
        "name": "\n".join(filter(None, (one.applicant, one.foreman, one.fire_lead))),
        "company": "\n".join(filter(None, (one.place, one.owner, one.tenant, one.org))),
        "room": one.room.name if one.room else "",
        "phone": "\n".join(filter(None, (one.phone, one.foreman_phone, one.fire_phone))),
        "number": "\n".join(filter(None, numbers)),
        "words": "\n".join(line.content for line in one.kept_works),
    }
    search.put(
        session, "renovation_permits", one.id, one.uid, fields,
        title=f"{one.place} {one.org}".strip(), detail=" ".join(filter(None, numbers)), room="",
    )  # fmt: skip


def _fill_place(session: Session, one: Renovation, values: Values) -> None:
    given = values.get("room")
    ref = given if isinstance(given, Ref) else Ref(None, str(given or ""))
    text = clean(ref.text, limit=100, field="room")
    room = session.get(premises.Room, ref.id) if ref.id else None
    room = room or (premises.room_by_text(session, text) if text else None)
    if room is not None and room.id == one.room_id:
        return
    one.room, one.room_id = room, room.id if room else None
    one.place = room.name if room else text


def _workers(given: object) -> int | None:
    if given in (None, ""):
        return None
    if not isinstance(given, int) or not 1 <= given <= MOST_WORKERS:
        text = translate("Renovations", "施工人数应为 1 到 {most}。")
        raise RuleError(text.format(most=MOST_WORKERS), "workers")
    return given


def _area(given: object) -> int | None:
    """Return 0.01 m² of an area as it was typed."""
    text = str(given or "").strip()
    return int(quantity.parse(text, field="area", decimals=2) * 100) if text else None


def area_text(area: int | None) -> str:
    """Return an area as it is typed."""
    return quantity.text(Decimal(area) / 100) if area else ""


def _cost(given: object) -> int | None:
    return given if isinstance(given, int) and given > 0 else None


def _fill_works(one: Renovation, lines: Sequence[Values]) -> None:
    wanted, wrong = [], []
    for number, line in enumerate(lines):
        try:
            work = _work(number, line)
        except RuleError as error:
            wrong.append(error)
            continue
        if work is not None:
            wanted.append(work)
    if wrong:
        raise FieldErrors(tuple(wrong))
    old = one.kept_works
    if [_told(work) for work in wanted] == [_told(work) for work in old]:
        return
    for work in old:
        work.removed = True
    first = len(one.works)
    for number, work in enumerate(wanted, 1):
        work.seq = first + number
        one.works.append(work)


def _work(number: int, line: Values) -> RenovationWork | None:
    """Read one line; None for an empty one. RuleError names the cell "works.<line>.<column>"."""
    texts = {
        key: clean(str(line.get(key) or ""), limit=limit, field=f"works.{number}.{key}")
        for key, limit in WORK_LIMITS.items()
    }
    fire_class = str(line.get("fire_class") or "")
    if not any(texts.values()) and not fire_class:
        return None
    for key, sentence in (
        ("part", translate("Renovations", "第 {n} 行:请填写部位。")),
        ("content", translate("Renovations", "第 {n} 行:请填写装修内容。")),
    ):
        if not texts[key]:
            raise RuleError(sentence.format(n=number + 1), f"works.{number}.{key}")
    if texts["material"] and not label_of(terms.FIRE_CLASSES, fire_class):
        text = translate("Renovations", "第 {n} 行:请选择材料的燃烧等级。").format(n=number + 1)
        raise RuleError(text, f"works.{number}.fire_class")
    touched = touched_by(str(line.get("touches") or ""), f"works.{number}.touches")
    flags = {key: key in touched for key in TOUCHES}
    return RenovationWork(**texts, fire_class=fire_class, **flags, removed=False)


def touched_by(text: str, field: str = "") -> frozenset[str]:
    """Return what a part touches, from "水电", "水、电、消防" or the first characters; RuleError for another word."""
    names: dict[str, str] = {}
    for choice in terms.TOUCHES:
        names[choice.label[0]] = choice.key
        names[choice.label] = choice.key
        names[re.sub(r"[\W_]", "", translate("Renovations", choice.label).lower())] = choice.key
    rest, found = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).lower()), set()
    while rest:
        name = max((name for name in names if rest.startswith(name)), key=len, default="")
        if not name:
            known = listed(translate("Renovations", choice.label) for choice in terms.TOUCHES)
            sentence = translate("Renovations", "「{text}」看不懂:涉及请写{known},可连写,例如「水电」。")
            raise RuleError(sentence.format(text=rest, known=known), field)
        found.add(names[name])
        rest = rest[len(name) :]
    return frozenset(found)


def touches_text(work: RenovationWork) -> str:
    """Return what a part touches, as it is typed."""
    return listed(
        translate("Renovations", choice.label) for choice in terms.TOUCHES if getattr(work, choice.key)
    )


def _told(work: RenovationWork) -> tuple[object, ...]:
    return (work.part, work.content, work.material, work.fire_class, *(getattr(work, key) for key in TOUCHES))


def _fill_answers(one: Renovation, values: Values) -> None:
    known = {answer.matter: answer for answer in one.answers}
    for matter in terms.MATTERS:
        given = {"yes": True, "no": False}.get(str(values.get(rules.asked_key(matter.key)) or ""))
        answer = known.get(matter.key)
        if answer is None:
            if given is not None:
                one.answers.append(RenovationAnswer(matter=matter.key, yes=given))
        elif answer.yes != given:
            answer.yes = given


def _fill_permissions(one: Renovation, lines: Sequence[Values]) -> None:
    wanted = []
    for number, line in enumerate(lines):
        matter, paper_no = str(line.get("matter") or ""), str(line.get("paper_no") or "")
        day = _day(line.get("paper_day"))
        if not matter and not paper_no and day is None:
            continue
        for key, given, sentence in (
            ("matter", matter, translate("Renovations", "第 {n} 行:请选择批的是哪一项。")),
            ("paper_no", paper_no, translate("Renovations", "第 {n} 行:请填写批文文号。")),
            ("paper_day", day, translate("Renovations", "第 {n} 行:请填写批文日期。")),
        ):
            if not given:
                raise RuleError(sentence.format(n=number + 1), f"permissions.{number}.{key}")
        assert day is not None
        number_text = clean(paper_no, limit=60, field=f"permissions.{number}.paper_no")
        wanted.append(RenovationPermission(matter=matter, paper_no=number_text, paper_day=day, removed=False))
    old = one.kept_permissions
    if [(p.matter, p.paper_no, p.paper_day) for p in wanted] == [
        (p.matter, p.paper_no, p.paper_day) for p in old
    ]:
        return
    for paper in old:
        paper.removed = True
    first = len(one.permissions)
    for number, paper in enumerate(wanted, 1):
        paper.seq = first + number
        one.permissions.append(paper)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
