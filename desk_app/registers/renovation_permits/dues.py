"""What 今日 shows of the renovations: papers, tests, approvals with their last day, what runs out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, deadlines
from desk_app.core.declare import Due, Tone
from desk_app.core.i18n import translate
from desk_app.registers.renovation_permits import checklist, refunding, rules, terms
from desk_app.registers.renovation_permits.facts import due_day, missing_trials
from desk_app.registers.renovation_permits.records import HandedIn, Renovation
from desk_app.registers.renovation_permits.views import (
    Known,
    explanation,
    in_force,
    known,
    waits_for,
)

MOST = 300
"""Lines of each kind that 今日 is given at most."""


def due(session: Session) -> Sequence[Due]:
    """Return what waits: papers, tests, approvals with their last day, permits and contractors' papers that end."""
    base = known(session)
    ending = _ending(base).order_by(Renovation.ends).limit(MOST)
    found: list[Due | None] = [*_open(session, base)]
    found += [_permit_due(one, base) for one in session.scalars(ending)]
    return [one for one in found if one is not None] + refunding.dues(session, base.config)


def _open(session: Session, base: Known) -> list[Due]:
    """Return the applications under way."""
    query = select(Renovation).where(Renovation.state.in_(rules.OPEN)).order_by(Renovation.id).limit(MOST)
    found = session.scalars(query).all()
    waits = waits_for(session, found, base)
    return [_due(one, base, waits[one.id]) for one in found]


def _ending(base: Known) -> Select[Renovation]:
    """Return the permits in force that something is to be said of; the others are not even read."""
    today = clock.today()
    soon = today + timedelta(base.config.get(terms.PAPER_DAYS))
    paper = and_(HandedIn.handed.is_(True), HandedIn.good_until <= soon)
    said = or_(
        Renovation.state == "suspended",
        Renovation.ends <= today + timedelta(base.config.get(terms.REMIND_DAYS)),
        Renovation.qual_until <= soon,
        Renovation.papers.any(paper),
    )
    return select(Renovation).where(in_force(), said).options(selectinload(Renovation.papers))


def _due(one: Renovation, base: Known, waits: str) -> Due:
    title, detail = f"{one.place} {one.customer}".strip(), one.shown_no
    label = waits or translate("Renovations", rules.STATE_LABELS[one.state])
    at, tone = one.submitted_at, Tone.WAITING
    if one.state == "reviewing":
        last = due_day(one, base.days, base.calendar)
        assert last is not None
        at = clock.at(last, deadlines.END_OF_WORK.hour, deadlines.END_OF_WORK.minute)
        tone = _tone(at, last)
        detail = f"{detail} {explanation(one, base)}"
    elif one.state == "returned":
        at, detail = None, f"{detail} {one.pauses[-1].reason}"
    elif one.state == "checking" and missing_trials(one, base.config) and one.submitted_at:
        last = rules.trial_contact_day(
            clock.local(one.submitted_at).date(), base.config.get(terms.TRIAL_DAYS)
        )
        at = clock.day_bounds(last)[1] - timedelta(minutes=1)
        tone = _tone(at, last)
        label = translate("Renovations", "资料与闭水打压")
    elif one.state == "approved":
        at, tone = one.decided_at, Tone.DUE
    return Due(one.uid, title, detail, at, tone, label)


def _tone(at: datetime, last: date) -> Tone:
    if clock.now() > at:
        return Tone.LATE
    return Tone.DUE if clock.today() == last else Tone.WAITING


def _permit_due(one: Renovation, base: Known) -> Due | None:
    assert one.ends is not None
    title, today = f"{one.place} {one.org}", clock.today()
    at = clock.day_bounds(one.ends)[1] - timedelta(minutes=1)
    detail = f"{one.permit_no or ''} {one.stop_reason}".strip()
    if one.state == "suspended":
        return Due(one.uid, title, detail, None, Tone.LATE, translate("Renovations", "吊扣中"))
    if (one.ends - today).days <= base.config.get(terms.REMIND_DAYS):
        tone = Tone.DUE if one.ends == today else Tone.WAITING
        return Due(one.uid, title, detail, at, tone, translate("Renovations", "许可证到期"))
    paper = next(iter(expiring(one, today, base.config.get(terms.PAPER_DAYS))), None)
    if paper is None:
        return None
    name, until = paper
    label = translate("Renovations", "{name}到期").format(name=name)
    last = clock.day_bounds(until)[1] - timedelta(minutes=1)
    return Due(one.uid, title, detail, last, Tone.LATE if until < today else Tone.DUE, label)


def expiring(one: Renovation, today: date, within: int) -> list[tuple[str, date]]:
    """Return the contractor's papers that end within so many days (or have ended), soonest first."""
    dates = {
        translate("Renovations", checklist.BY_KEY[paper.item].label): paper.good_until
        for paper in one.papers
        if paper.handed and paper.good_until is not None
    }
    name = translate("Renovations", checklist.BY_KEY["qualification"].label)
    if one.qual_until is not None:
        dates.setdefault(name, one.qual_until)
    found = [(label, until) for label, until in dates.items() if until and (until - today).days <= within]
    return sorted(found, key=lambda pair: pair[1])
