"""What the screen, the sheet and the suggestions read of the hot-work permits."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy import Row as Row_
from sqlalchemy.orm import Session

from desk_app.core import approvals, clock, deadlines, holidays, lone, people, search, settings
from desk_app.core.declare import Due, Ref, Row, Suggestion, Tone, label_of
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.people import Role
from desk_app.core.records import by_ids
from desk_app.registers.hot_work_permits import checks, levels, rules, terms
from desk_app.registers.hot_work_permits.facts import state_of
from desk_app.registers.hot_work_permits.records import HotWorkPermit

RECENT = 200
"""How many of the latest permits are looked through for names."""

NOTICED = timedelta(days=3)
"""How long an unused permit whose copies are out is reminded of."""

WAITS = {
    "received": QT_TRANSLATE_NOOP("HotWork", "待工程主管审核"),
    "reviewed": QT_TRANSLATE_NOOP("HotWork", "待安保现场查验"),
    "inspected": QT_TRANSLATE_NOOP("HotWork", "待责任人批准"),
    "approved": QT_TRANSLATE_NOOP("HotWork", "待发证"),
}
"""What an application waits for, by its state."""


def overdue() -> ColumnElement[bool]:
    """Return the condition that somebody works past the end of a permit (or never said he stopped)."""
    return and_(HotWorkPermit.state.in_(rules.BURNING), HotWorkPermit.ends <= clock.now())


LIVE = (*rules.BEFORE_ISSUE, "issued", *rules.BURNING, *rules.TO_RECHECK, "rechecked")


def numbered() -> ColumnElement[bool]:
    """Return the condition that a permit was ever issued."""
    return HotWorkPermit.no.is_not(None)


def _where(view: str) -> tuple[ColumnElement[bool], ...]:
    wheres: dict[str, tuple[ColumnElement[bool], ...]] = {
        "live": (HotWorkPermit.state.in_(LIVE),),
        "open": (HotWorkPermit.state.in_(rules.BEFORE_ISSUE),),
        "issued": (HotWorkPermit.state == "issued", HotWorkPermit.ends > clock.now()),
        "running": (HotWorkPermit.state.in_(rules.BURNING),),
        "overdue": (overdue(),),
        "recheck": (HotWorkPermit.state.in_((*rules.TO_RECHECK, "rechecked")),),
        "all": (),
    }
    return wheres[view]


def ids(session: Session, view: str, text: str, limit: int | None = None) -> array[int]:
    """Return the permits of a view, newest first (running ones by their end); with `text`, those that match."""
    by_end = (HotWorkPermit.state.not_in(rules.BURNING), HotWorkPermit.ends)
    order = by_end if view in ("live", "issued", "running", "overdue") else (HotWorkPermit.id.desc(),)
    query = select(HotWorkPermit.id).where(*_where(view)).order_by(*order)
    return search.listed(session, query, "hot_work_permits", text, limit)


def counts(session: Session) -> Mapping[str, int]:
    """Return how many permits each counted view has."""
    query = select(func.count()).select_from(HotWorkPermit)
    counted = ("live", "open", "issued", "running", "overdue", "recheck")
    return {view: session.scalar(query.where(*_where(view))) or 0 for view in counted}


def rows(session: Session, wanted: Sequence[int]) -> list[Row]:
    """Return these permits as rows, in this order."""
    policy = rules.policy(settings.load(session))
    return [row(permit, policy) for permit in by_ids(session, select(HotWorkPermit), wanted)]


def row(permit: HotWorkPermit, policy: rules.Policy) -> Row:
    """Return one permit as the list and the sheet see it; telephones and card numbers are not in it."""
    counted = permit.counted_level or permit.level
    return {
        "id": permit.id, "uid": permit.uid, "no": permit.shown_no, "state": state_of(permit), "day": permit.day,
        "place": permit.where, "org": permit.org, "work": permit.work, "methods": _methods(permit),
        "level": counted, "starts": permit.starts, "ends": permit.ends, "left": left(permit, policy),
        "welder": permit.welder, "cert": _certificate(permit), "watch": permit.watch,
        "approver": permit.approved_by, "inspector": permit.inspected_by, "inspected_at": permit.inspected_at,
        "started_at": permit.started_at, "finished_at": permit.finished_at, "rechecked_at": permit.rechecked_at,
        "recovered_at": permit.recovered_at, "basis": permit.basis, "handler": permit.handler_name,
        "reason": _reason(permit), "outdoors": permit.outdoors, "impaired": permit.impair and not permit.restored_at,
    }  # fmt: skip


def left(permit: HotWorkPermit, policy: rules.Policy) -> str:
    """Return what a list says of the time: what remains, how long it is over, when the re-check may be done."""
    state, now = state_of(permit), clock.now()
    if state in ("issued", *rules.BURNING) and permit.ends is not None:
        return rules.remaining(permit.ends, now)
    if state in rules.TO_RECHECK and permit.quiet_from is not None:
        first = rules.recheck_from(permit.quiet_from, policy)
        if now < first:
            return translate("HotWork", "{at} 起复查").format(at=f"{clock.local(first):%H:%M}")
        return translate("HotWork", "可以复查")
    return ""


def _methods(permit: HotWorkPermit) -> str:
    return listed(translate("HotWork", label) for label in permit.method_labels)


def _certificate(permit: HotWorkPermit) -> str:
    if permit.cert_kind == "none":
        return translate("HotWork", "无须持证")
    if permit.cert_until is None:
        return ""
    return translate("HotWork", "至 {day}").format(day=permit.cert_until.isoformat())


def _reason(permit: HotWorkPermit) -> str:
    kind, choices = (
        (permit.stop_kind, terms.STOP_REASONS) if permit.stop_kind else (permit.void_kind, terms.VOID_REASONS)
    )
    note = permit.stop_note if permit.stop_kind else permit.void_reason
    return ":".join(filter(None, (translate("HotWork", label_of(choices, kind)), note)))


def month(session: Session, first: date, last: date) -> list[Row]:
    """Return the permits issued or with work ended on a day in [first, last], by number; drafts are none."""
    start, end = clock.day_bounds(first)[0], clock.day_bounds(last)[1]
    ended = and_(HotWorkPermit.finished_at >= start, HotWorkPermit.finished_at < end)
    query = select(HotWorkPermit).where(numbered(), or_(HotWorkPermit.day.between(first, last), ended))
    policy = rules.policy(settings.load(session))
    return [row(permit, policy) for permit in session.scalars(query.order_by(HotWorkPermit.no))]


def values(session: Session, uid: str) -> Mapping[str, object]:
    """Return the form values of one permit."""
    permit = session.scalars(select(HotWorkPermit).where(HotWorkPermit.uid == uid)).one()
    names = (
        "spot", "org", "site_lead", "phone", "basis", "work", "outdoors", "wind", "level", "plan", "starts", "ends",
        "welder", "cert_kind", "cert_no", "cert_until", "cert_review", "cert_found", "cert_checked_on", "watch",
        "watch_phone", "ext_kind", "ext_count", "ext_until", "notice", "impair", "impair_what", "impair_until", "remark",
    )  # fmt: skip
    return {
        **{name: getattr(permit, name) for name in names},
        "uid": permit.uid,
        "room": Ref(permit.room_id, permit.place),
        "methods": _methods(permit),
        "supervisor": _ref(permit.supervisor_id, permit.supervisor_name),
        "impair_by": _ref(permit.impair_by_id, permit.impair_by),
    }


def _ref(staff_id: int | None, name: str) -> Ref | None:
    return Ref(staff_id, name) if staff_id else None


def answers(session: Session, uid: str) -> dict[str, tuple[str, str]]:
    """Return the answered measures of a permit: (answer, explanation) by measure."""
    permit = session.scalars(select(HotWorkPermit).where(HotWorkPermit.uid == uid)).one()
    return {one.measure: (one.answer, one.note) for one in permit.answers if one.answer}


def waiting_for(session: Session, uid: str) -> tuple[Role, ...]:
    """Return the roles whose approval is next, () when none is."""
    permit = session.scalars(select(HotWorkPermit).where(HotWorkPermit.uid == uid)).one()
    stage = approvals.waiting(session, uid, rules.chain(levels.LEVELS[permit.counted_level]))
    return stage.roles if stage else ()


def complete(session: Session, uid: str) -> bool:
    """Say whether the checklist of a permit stands in nobody's way."""
    given = answers(session, uid)
    told = {key: answer for key, (answer, _note) in given.items()}
    return not checks.wrong_checklist(told, {key: note for key, (_answer, note) in given.items()})


def window_hint(session: Session, values_: Mapping[str, object]) -> str:
    """Return what follows from the level and times of a form: until when, raised by what, who approves."""
    config = settings.load(session)
    scheme = levels.SCHEMES[config.get(terms.SCHEME)]
    chosen, start, end = (
        scheme.level(str(values_.get("level") or "")),
        values_.get("starts"),
        values_.get("ends"),
    )
    if chosen is None:
        return ""
    start = start if isinstance(start, datetime) else clock.now()
    end = end if isinstance(end, datetime) else levels.propose(config, chosen, start)
    reasons = levels.raised_by(config, holidays.calendar(session), start, end) if end > start else ()
    counted = levels.grade(scheme, chosen, reasons).level
    latest = deadlines.show(levels.limit(config, counted, start))[5:]
    said = translate("HotWork", "{level},最晚 {latest},由{role}批准").format(
        level=translate("HotWork", counted.label), latest=latest,
        role=listed(translate("People", people.ROLE_LABELS[role]) for role in counted.approvers),
    )  # fmt: skip
    why = listed(translate("HotWork", levels.RAISES[key]) for key in reasons)
    return translate("HotWork", "{why}升一级:{said}").format(why=why, said=said) if why else said


def handover(session: Session) -> list[Row]:
    """Return what a shift hands over: work that runs or has not been re-checked and taken back, by its end."""
    query = select(HotWorkPermit).where(HotWorkPermit.state.in_(rules.IN_FORCE)).order_by(HotWorkPermit.ends)
    policy = rules.policy(settings.load(session))
    return [row(permit, policy) for permit in session.scalars(query) if state_of(permit) != "expired"]


def suggest_method(_session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the methods for the last word typed; several stand in one line."""
    *before, last = map(str.strip, terms.BETWEEN.split(text))
    labels = [translate("HotWork", one.label) for one in terms.METHODS]
    return [
        Suggestion(label, "", listed((*before, label)))
        for label in labels
        if label not in before and (not last or search.matches(last, label))
    ]


def suggest_supervisor(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may watch over the work for the house."""
    return people.offered(session, text, rules.ON_SITE)


def suggest_security(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the security leads."""
    return people.offered(session, text, (Role.AB,))


def suggest_lead(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may review a voiding."""
    return people.offered(session, text, people.LEADS)


def suggest_welder(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer welders of the latest permits, newest certificate first; the query is to be made anew."""
    wanted = (
        HotWorkPermit.welder, HotWorkPermit.org, HotWorkPermit.cert_kind, HotWorkPermit.cert_no,
        HotWorkPermit.cert_until, HotWorkPermit.cert_review,
    )  # fmt: skip
    query = select(*wanted).where(HotWorkPermit.welder != "").order_by(HotWorkPermit.id.desc()).limit(RECENT)
    found: dict[str, Row_[*tuple[Any, ...]]] = {}
    for permit in session.execute(query):
        found.setdefault(permit.welder, permit)
    return [
        Suggestion(name, permit.org, name, {
            "cert_kind": permit.cert_kind, "cert_no": permit.cert_no, "cert_until": permit.cert_until,
            "cert_review": permit.cert_review,
        })
        for name, permit in found.items()
        if search.matches(text, name)
    ][:8]  # fmt: skip


def due(session: Session) -> Sequence[Due]:
    """Return what waits: approvals, permits not begun, work that runs, patrols, re-checks, copies still out."""
    now, policy = clock.now(), rules.policy(settings.load(session))
    unused = and_(
        HotWorkPermit.state == "expired", HotWorkPermit.recovered_at.is_(None), HotWorkPermit.ends > now - NOTICED
    )  # fmt: skip
    query = select(HotWorkPermit).where(
        or_(HotWorkPermit.state.in_((*rules.IN_APPROVAL, *rules.IN_FORCE)), unused)
    )
    found: list[Due] = []
    for permit in session.scalars(query.order_by(HotWorkPermit.id).limit(300)):
        found += _dues(permit, now, policy)
    return found + lone.dues(session, HotWorkPermit)


def _dues(permit: HotWorkPermit, now: datetime, policy: rules.Policy) -> list[Due]:
    state, ends = state_of(permit), permit.ends or now
    label = translate("HotWork", rules.STATE_LABELS[state])
    if state in rules.IN_APPROVAL:
        said = translate("HotWork", WAITS[state])
        return [_due(permit, permit.starts or permit.created_at, Tone.DUE, said)]
    if state == "overdue":
        said = translate("HotWork", "{left},立即停工").format(left=rules.remaining(ends, now))
        whom = translate("HotWork", "看火 {watch} · 请通知安保主管、经理").format(watch=permit.watch)
        return [_due(permit, ends, Tone.LATE, said, whom)]
    if state in ("issued", "running", "paused"):
        tone = Tone.DUE if ends - now <= policy.remind else Tone.WAITING
        dues = [_due(permit, ends, tone, f"{label} {rules.remaining(ends, now)}")]
        return dues + _patrol(permit, state, now, policy)
    if state in rules.TO_RECHECK:
        return [_recheck(permit, now, policy)]
    if state == "rechecked":
        return [_due(permit, permit.rechecked_at or now, Tone.DUE, label)]
    if permit.recovered_at is None and now - ends < NOTICED:
        return [_due(permit, ends, Tone.DUE, translate("HotWork", "过期未用,请收回三联"))]
    return []


def _patrol(permit: HotWorkPermit, state: str, now: datetime, policy: rules.Policy) -> list[Due]:
    looked = permit.looked_at
    if state != "running" or looked is None or now < looked + policy.patrol:
        return []
    said = translate("HotWork", "该巡查了,上次 {at}").format(at=f"{clock.local(looked):%H:%M}")
    return [_due(permit, looked + policy.patrol, Tone.DUE, said)]


def _recheck(permit: HotWorkPermit, now: datetime, policy: rules.Policy) -> Due:
    first = rules.recheck_from(permit.quiet_from or now, policy)
    if now > first + policy.grace:
        return _due(permit, first, Tone.LATE, translate("HotWork", "复查超时"))
    tone = Tone.DUE if now >= first else Tone.WAITING
    return _due(
        permit, first, tone, translate("HotWork", "{at} 起复查").format(at=deadlines.show(first)[11:])
    )


def _due(permit: HotWorkPermit, at: datetime, tone: Tone, label: str, whom: str = "") -> Due:
    usual = translate("HotWork", "动火 {welder} · 看火 {watch}")
    whom = whom or usual.format(welder=permit.welder, watch=permit.watch)
    return Due(permit.uid, permit.where, f"{permit.shown_no} {whom}", at, tone, label)
