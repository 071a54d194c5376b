"""A renovation's deposits given back: the owner's after acceptance, the contractor's three months later.

domain.md F14, F33, §0.1-10 (S0㈦(6)1): the inspector signs, the manager approves, the cashier pays.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from desk_app.core import clock, deposits, refund_outside, refund_paper, refund_voiding, settings
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import Due, Tone, label_of
from desk_app.core.deposit_ledger import Account
from desk_app.core.deposits import Asked, Held, Refund
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, verb
from desk_app.core.refund_outside import Outside
from desk_app.core.refund_paper import Render
from desk_app.core.refund_voiding import Undoing
from desk_app.registers.renovation_permits import rules, terms
from desk_app.registers.renovation_permits.facts import paid, state_of
from desk_app.registers.renovation_permits.records import Renovation, RenovationFee
from desk_app.registers.renovation_permits.service import find

KINDS = terms.DEPOSITS
REMINDED = timedelta(60)
"""How long 今日 reminds of a deposit; older ones stand in the list 押金超期未退."""
SEARCHED = 10
"""Days by which three months may differ, and more."""


@verb("renovation_permits.refund", *DESK, Role.CW)
def refund(session: Session, uid: str, kind: str, asked: Asked, archive: Archive, render: Render) -> Refund:
    """Give one deposit of a renovation back (`kind` of terms.DEPOSITS): number, slip and row in one unit of work.

    Raises RuleError or FieldErrors, KnownError when the archive cannot be written: then there is no number either.
    """
    one, held = _held(session, uid, kind)
    record_no = one.permit_no or one.shown_no
    return refund_paper.give_back(
        session, one, held, asked, archive, render, record_no=record_no, place=one.place
    )


@verb("renovation_permits.void_refund", *DESK, Role.CW)
def void_refund(session: Session, uid: str, kind: str, said: Undoing) -> Refund:
    """Make a mistaken refund void, reviewed by another person: the deposit is to be given back again."""
    return refund_voiding.void(session, uid, kind, said)


@verb("renovation_permits.note_refunded", Role.JL)
def note_refunded(session: Session, uid: str, kind: str, said: Outside) -> Refund:
    """Enter that a deposit went back on paper, outside the program; nothing is paid. RuleError or FieldErrors."""
    return refund_outside.note(session, *_held(session, uid, kind), said)


@verb("renovation_permits.print_refund", *DESK, Role.CW)
def print_refund(session: Session, uid: str, archive: Archive, no: str = "") -> Copy:
    """Return a refund's slip to print (again): the one called `no`, else the newest; a void one says so."""
    return refund_paper.copy_of(session, archive, uid, most=settings.get(session, terms.REPRINTS), no=no)


def open_deposits(session: Session, uid: str) -> list[Held]:
    """Return the deposits of a renovation that were not given back yet, the ones that may go first."""
    one, config = find(session, uid), settings.load(session)
    done = {refund.kind for refund in deposits.of(session, [uid])[uid]}
    held = [held_of(one, kind, config) for kind in terms.DEPOSITS if kind not in done]
    return sorted((one for one in held if one is not None), key=lambda one: one.due)


def label(kind: str) -> str:
    """Return what a deposit of a renovation is called."""
    return translate("Renovations", label_of(terms.FEES, kind))


def by_refund(session: Session, no: str) -> str | None:
    """Return the uid of the renovation that a refund with this number belongs to."""
    return deposits.record_of(session, Renovation.__tablename__, no)


def accounts(session: Session, first: date, last: date) -> list[Account]:
    """Return the deposits that were held on some day in [first, last], with the refund of each that stands."""
    standing = and_(Refund.record_uid == Renovation.uid, Refund.void_at.is_(None))
    gone = select(Refund.id).where(standing, Refund.kind == RenovationFee.kind, Refund.day < first).exists()
    taken = and_(
        RenovationFee.kind.in_(terms.DEPOSITS), RenovationFee.amount > 0, RenovationFee.removed.is_(False),
        RenovationFee.created_at < _start(last + timedelta(1)), ~gone,
    )  # fmt: skip
    query = select(Renovation).where(Renovation.fees.any(taken)).options(selectinload(Renovation.fees))
    found, config = session.scalars(query).all(), settings.load(session)
    back = deposits.of(session, [one.uid for one in found])
    return [
        Account(
            one.permit_no or one.shown_no, f"{one.place} {one.customer}".strip(), held,
            next((done for done in back[one.uid] if done.kind == kind), None),
        )
        for one in found
        for kind in terms.DEPOSITS
        if (held := held_of(one, kind, config)) is not None
    ]  # fmt: skip


def _held(session: Session, uid: str, kind: str) -> tuple[Renovation, Held]:
    one = find(session, uid)
    held = held_of(one, kind, settings.load(session))
    if held is None:
        raise RuleError(translate("Renovations", "没有收过这笔押金,请核对。"), "kind")
    return one, held


def held_of(one: Renovation, kind: str, config: settings.Settings) -> Held | None:
    """Return one deposit of a renovation as it stands, None when none was taken."""
    amount, receipt = paid(one).get(kind, (0, ""))
    if not amount or kind not in terms.DEPOSITS:
        return None
    state, refusal = state_of(one), ""
    if state not in rules.REFUNDABLE:
        name = translate("Renovations", rules.STATE_LABELS[state])
        refusal = translate("Renovations", "现在是「{state}」:竣工验收合格(注销、撤销)之后才退押金。").format(
            state=name
        )
    fees = [fee for fee in one.fees if fee.kind == kind and not fee.removed]
    taken = min((clock.local(fee.created_at).date() for fee in fees), default=one.day)
    return Held(
        kind, label(kind), amount, receipt, tuple(fee.who for fee in fees), due_day(one, kind, config), taken,
        refusal, manager_only=True, checked=state != "withdrawn",
    )  # fmt: skip


def due_day(one: Renovation, kind: str, config: settings.Settings) -> date:
    """Return from when a deposit may go back; what was given up before its permit had no works to be seen to last."""
    ended = clock.local(one.ended_at).date() if one.ended_at else one.day
    if kind == "owner_deposit" or one.state == "withdrawn":
        return ended
    return deposits.after_months(ended, config.get(terms.RETEST_MONTHS))


def refundable(config: settings.Settings, on: date, first: date | None = None) -> ColumnElement[bool]:
    """Return the condition that some deposit may go back on a day, and could not before `first`."""
    months = config.get(terms.RETEST_MONTHS)
    ended = Renovation.state.in_(rules.REFUNDABLE)

    def since(shift: Callable[[date], date]) -> ColumnElement[bool]:
        start = _start(shift(first)) if first else _start(date(1990, 1, 1))
        return and_(Renovation.ended_at < _start(shift(on) + timedelta(1)), Renovation.ended_at >= start)

    later = and_(since(lambda day: _ended_by(day, months)), _waits("contractor_deposit"))
    withdrawn = and_(Renovation.state == "withdrawn", since(lambda day: day), _waits("contractor_deposit"))
    return and_(ended, or_(and_(since(lambda day: day), _waits("owner_deposit")), later, withdrawn))


def outstanding() -> ColumnElement[bool]:
    """Return the condition that some deposit was taken and not given back."""
    return or_(*(_waits(kind) for kind in terms.DEPOSITS))


def late(config: settings.Settings) -> ColumnElement[bool]:
    """Return the condition that a deposit should have gone back some days ago."""
    return refundable(config, clock.today() - timedelta(config.get(terms.REFUND_DAYS) + 1))


def dues(session: Session, config: settings.Settings) -> list[Due]:
    """Return what 今日 says of the deposits that may go back, of the last weeks."""
    today = clock.today()
    lately = refundable(config, today, today - REMINDED)
    found = session.scalars(select(Renovation).where(lately).order_by(Renovation.id).limit(100)).all()
    back = deposits.of(session, [one.uid for one in found])
    return [
        _due(one, held, config)
        for one in found
        for kind in terms.DEPOSITS
        if (held := held_of(one, kind, config)) is not None
        and kind not in {done.kind for done in back[one.uid]}
        and held.due <= today
    ]


def _due(one: Renovation, held: Held, config: settings.Settings) -> Due:
    overdue = held.due < clock.today() - timedelta(config.get(terms.REFUND_DAYS))
    text = translate("Renovations", "{label}超期未退") if overdue else translate("Renovations", "{label}可退")
    at = clock.day_bounds(held.due)[1] - timedelta(minutes=1)
    tone = Tone.LATE if overdue else Tone.WAITING
    detail = f"{one.permit_no or one.shown_no} {held.receipt}".strip()
    return Due(
        one.uid, f"{one.place} {one.customer}".strip(), detail, at, tone, text.format(label=held.label)
    )


def _waits(kind: str) -> ColumnElement[bool]:
    taken = Renovation.fees.any(
        and_(RenovationFee.kind == kind, RenovationFee.amount > 0, RenovationFee.removed.is_(False))
    )
    stands = and_(Refund.record_uid == Renovation.uid, Refund.kind == kind, Refund.void_at.is_(None))
    return and_(taken, ~select(Refund.id).where(stands).exists())


def _ended_by(day: date, months: int) -> date:
    """Return the last day of an end whose months are over on `day`."""
    tried = day - timedelta(months * 28 - SEARCHED if months else 0)
    while deposits.after_months(tried, months) > day:
        tried -= timedelta(1)
    return tried


def _start(day: date) -> datetime:
    return clock.day_bounds(day)[0]
