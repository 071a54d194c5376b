"""A pass's deposit given back, and which ones are to be (domain.md F08 退证、F33; S0㈦(2)1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, text
from sqlalchemy.orm import Session

from desk_app.core import clock, deposits, privacy, refund_outside, refund_paper, refund_voiding, settings
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import Due, Tone
from desk_app.core.deposit_ledger import Account
from desk_app.core.deposits import Asked, Held, Refund
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import Role, verb
from desk_app.core.refund_outside import Outside
from desk_app.core.refund_paper import Render
from desk_app.core.refund_voiding import Undoing
from desk_app.registers.entry_passes import rules, terms
from desk_app.registers.entry_passes.facts import state_of
from desk_app.registers.entry_passes.records import TO_REFUND, EntryPass
from desk_app.registers.entry_passes.service import CASHIERS, find

KIND = "pass"
REMINDED = timedelta(60)
"""How long 今日 reminds of a deposit; older ones stand in the list 超期未退."""


@verb("entry_passes.refund", *CASHIERS)
def refund(session: Session, uid: str, asked: Asked, archive: Archive, render: Render) -> Refund:
    """Give the deposit of a pass back, whole or less a deduction: number, slip and row in one unit of work.

    Raises RuleError or FieldErrors, KnownError when the archive cannot be written: then there is no number either.
    """
    one, held = _held(session, uid)
    done = refund_paper.give_back(
        session, one, held, asked, archive, render, record_no=one.shown_no, place=one.place
    )
    one.refunded = True
    return done


@verb("entry_passes.void_refund", *CASHIERS)
def void_refund(session: Session, uid: str, kind: str, said: Undoing) -> Refund:
    """Make a mistaken refund void, reviewed by another person: the deposit is to be given back again."""
    done = refund_voiding.void(session, uid, kind, said)
    find(session, uid).refunded = False
    return done


@verb("entry_passes.note_refunded", Role.KZ, Role.JL)
def note_refunded(session: Session, uid: str, kind: str, said: Outside) -> Refund:
    """Enter that the deposit went back on paper, outside the program; nothing is paid. RuleError or FieldErrors."""
    assert kind == KIND
    one, held = _held(session, uid)
    done = refund_outside.note(session, one, held, said)
    one.refunded = True
    return done


@verb("entry_passes.print_refund", *CASHIERS)
def print_refund(session: Session, uid: str, archive: Archive, no: str = "") -> Copy:
    """Return a refund's slip to print (again): the one called `no`, else the newest; a void one says so."""
    return refund_paper.copy_of(session, archive, uid, most=settings.get(session, terms.REPRINTS), no=no)


def open_deposits(session: Session, uid: str) -> list[Held]:
    """Return the deposit of a pass that was not given back yet, if there is one."""
    one = find(session, uid)
    held = held_of(one, settings.load(session))
    return [held] if held is not None and not one.refunded else []


def label(_kind: str) -> str:
    """Return what the deposit of a pass is called."""
    return translate("EntryPasses", "出入证押金")


def by_refund(session: Session, no: str) -> str | None:
    """Return the uid of the pass that a refund with this number belongs to."""
    return deposits.record_of(session, EntryPass.__tablename__, no)


def accounts(session: Session, first: date, last: date) -> list[Account]:
    """Return the deposits that were held on some day in [first, last], with the refund of each that stands."""
    standing = and_(Refund.entity == EntryPass.__tablename__, Refund.void_at.is_(None))
    later = select(Refund.record_uid).where(standing, Refund.day >= first)
    kept = or_(EntryPass.refunded.is_(False), EntryPass.uid.in_(later))
    found = session.scalars(
        select(EntryPass).where(EntryPass.deposit > 0, EntryPass.paid_on <= last, kept)
    ).all()
    back, config = deposits.of(session, [one.uid for one in found if one.refunded]), settings.load(session)
    return [
        Account(
            one.shown_no,
            f"{privacy.name(one.name)} {one.org or one.place}".strip(),
            held,
            *back.get(one.uid, ()),
        )
        for one in found
        if (held := held_of(one, config)) is not None
    ]


def _held(session: Session, uid: str) -> tuple[EntryPass, Held]:
    one = find(session, uid)
    held = held_of(one, settings.load(session))
    if held is None:
        raise RuleError(translate("EntryPasses", "{no} 没有收过押金。").format(no=one.shown_no))
    return one, held


def held_of(one: EntryPass, config: settings.Settings) -> Held | None:
    """Return a pass's deposit as it stands, None when none was taken."""
    if not one.deposit:
        return None
    state = state_of(one, config)
    refusal = ""
    if state not in rules.REFUNDABLE:
        named = translate("EntryPasses", rules.STATE_LABELS[state])
        refusal = translate("EntryPasses", "现在是「{state}」:退证(没收、补证、作废)之后才退押金。").format(
            state=named
        )
    day = one.paid_on or one.day
    return Held(KIND, label(KIND), one.deposit, one.receipt, (one.taken_by,), due_day(one), day, refusal)


def due_day(one: EntryPass) -> date:
    """Return from when a pass's deposit may go back: the day the card came back or was given up."""
    if one.state == "void" and one.void_at is not None:
        return clock.local(one.void_at).date()
    return one.ended_on or one.lost_on or one.paid_on or one.day


def refundable(before: date | None = None) -> ColumnElement[bool]:
    """Return the condition that a deposit is to be given back, since before a day where one is named."""
    open_ = and_(text(TO_REFUND), EntryPass.state.in_(rules.REFUNDABLE))
    return _since(before) if before else open_


def _since(before: date, first: date | None = None) -> ColumnElement[bool]:
    start, end = _bounds(first), clock.day_bounds(before)[0]
    back, lost = (
        and_(day < before, day >= (first or date.min)) for day in (EntryPass.ended_on, EntryPass.lost_on)
    )
    found = {
        "void": and_(EntryPass.void_at < end, EntryPass.void_at >= start), "replaced": lost,
        "returned": back, "confiscated": back,
    }  # fmt: skip
    # each state for itself: asked for them together, SQLite goes through all that were never given back
    return or_(*(and_(text(TO_REFUND), EntryPass.state == state, days) for state, days in found.items()))


def _bounds(first: date | None) -> datetime:
    return clock.day_bounds(first or date(1990, 1, 1))[0]


def late_before(config: settings.Settings) -> date:
    """Return the day before which a deposit that is to be given back is overdue."""
    return clock.today() - timedelta(config.get(terms.REFUND_DAYS))


def lately(config: settings.Settings) -> ColumnElement[bool]:
    """Return the condition that 今日 reminds of a deposit."""
    today = clock.today()
    return _since(today + timedelta(1), today - REMINDED)


def due(one: EntryPass, config: settings.Settings) -> Due:
    """Return what 今日 says of a deposit that is to be given back."""
    day = due_day(one)
    late = day < late_before(config)
    said = translate("EntryPasses", "押金超期未退") if late else translate("EntryPasses", "押金可退")
    title = f"{one.name} {one.org or one.place}".strip()
    at = clock.day_bounds(day)[1] - timedelta(minutes=1)
    return Due(
        one.uid,
        title,
        f"{one.shown_no} {one.receipt}".strip(),
        at,
        Tone.LATE if late else Tone.WAITING,
        said,
    )
