"""What the tables say about a permit, as the rules ask it."""

from __future__ import annotations

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desk_app.core import clock, holidays, renovations, rooms, settings
from desk_app.core.people import Role, Staff
from desk_app.core.text import fold
from desk_app.registers.hot_work_permits import checks, levels, rules, terms
from desk_app.registers.hot_work_permits.levels import Grade, Scheme
from desk_app.registers.hot_work_permits.records import HotWorkPermit

COPIED = (
    "place", "spot", "org", "site_lead", "phone", "work", "outdoors", "wind", "starts", "ends", "plan", "welder",
    "cert_kind", "cert_no", "cert_until", "cert_review", "cert_found", "cert_checked_on", "watch", "watch_phone",
    "supervisor_name", "ext_kind", "ext_count", "ext_until", "notice", "impair", "impair_what", "impair_by",
    "impair_until",
)  # fmt: skip


def case_of(session: Session, permit: HotWorkPermit, config: settings.Settings) -> rules.Case:
    """Return what the rules ask about a permit, now."""
    counted = grade_of(session, permit, config)
    latest = (
        levels.limit(config, counted.level, permit.starts) if counted and permit.starts is not None else None
    )
    return rules.Case(
        **{name: getattr(permit, name) for name in COPIED},
        methods=tuple(permit.methods.split()),
        level=counted.level if counted else None,
        latest=latest,
        supervisor_roles=_roles(session, permit.supervisor_id),
        impair_roles=_roles(session, permit.impair_by_id),
        reno_refusal=_reno_refusal(session, permit),
        taken=_taken(session, permit),
        answers={one.measure: one.answer for one in permit.answers},
        notes={one.measure: one.note for one in permit.answers},
        inspected=permit.inspected_at is not None,
    )


def scheme_of(config: settings.Settings) -> Scheme:
    """Return the scheme of levels in force."""
    return levels.SCHEMES[config.get(terms.SCHEME)]


def grade_of(session: Session, permit: HotWorkPermit, config: settings.Settings) -> Grade | None:
    """Return the level that counts for a permit's window, None when it is not of the scheme in force."""
    scheme = scheme_of(config)
    chosen = scheme.level(permit.level)
    if chosen is None:
        return None
    if permit.starts is None or permit.ends is None or permit.ends <= permit.starts:
        return Grade(chosen)
    reasons = levels.raised_by(config, holidays.calendar(session), permit.starts, permit.ends)
    return levels.grade(scheme, chosen, reasons)


def state_of(permit: HotWorkPermit) -> str:
    """Return a permit's state now."""
    return rules.effective(permit.state, permit.ends, clock.now())


def _roles(session: Session, staff_id: int | None) -> frozenset[Role]:
    staff = session.get(Staff, staff_id) if staff_id else None
    return staff.held if staff and staff.active else frozenset()


def _reno_refusal(session: Session, permit: HotWorkPermit) -> str:
    """Return why the renovation permit does not carry this one, on its first and on its last day."""
    if not is_renovation(permit.basis):
        return ""
    days = {clock.today()} if permit.starts is None else {clock.local(permit.starts).date()}
    if permit.ends is not None:
        days.add(levels.last_day(permit.ends))
    refusals = (renovations.refusal(session, permit.basis, day) for day in sorted(days))
    return next(filter(None, refusals), "")


def is_renovation(basis: str) -> bool:
    """Say whether what a permit is based on is a renovation permit's number (else a work order's)."""
    return basis.upper().startswith("XK")


def _taken(session: Session, permit: HotWorkPermit) -> dict[str, str]:
    """Return which of this permit's point and fire watch another permit has at the same time (F10 一点一证).

    Work that runs over holds both until it is ended, whatever its permit says. Of two that are approved
    the one approved first goes before.
    """
    if permit.starts is None or permit.ends is None:
        return {}
    over = and_(HotWorkPermit.state.in_(rules.BURNING), HotWorkPermit.ends <= clock.now())
    query = select(HotWorkPermit).where(
        HotWorkPermit.state.in_(("approved", "issued", *rules.BURNING)), HotWorkPermit.uid != permit.uid,
        HotWorkPermit.starts < permit.ends, or_(HotWorkPermit.ends > permit.starts, over),
    )  # fmt: skip
    found: dict[str, str] = {}
    with session.no_autoflush:
        for other in session.scalars(query):
            if other.state == "approved" and _approved_later(other, permit):
                continue
            if same_point(other, permit):
                found["spot"] = other.shown_no
            if checks.same_person(other.watch, permit.watch):
                found["watch"] = other.shown_no
    return found


def same_point(one: HotWorkPermit, other: HotWorkPermit) -> bool:
    """Say whether two permits are for one point: the same room or place, however it was typed, and the same spot."""
    known = one.room_id is not None and one.room_id == other.room_id
    place = known or fold(rooms.canonical(one.place)) == fold(rooms.canonical(other.place))
    return place and checks.same_person(one.spot, other.spot)


def _approved_later(one: HotWorkPermit, other: HotWorkPermit) -> bool:
    if other.state != "approved" or one.approved_at is None or other.approved_at is None:
        return False
    return (one.approved_at, one.id) > (other.approved_at, other.id)
