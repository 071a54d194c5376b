"""A renovation's deposits given back: the owner's after acceptance, the contractor's three months later.

domain.md F14, F33, §0.1-10 (S0㈦(6)1): the inspector signs, the manager approves, the cashier pays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desk_app.core import attachments, clock, deposits, refund_paper, settings
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import Due, Tone, label_of
from desk_app.core.deposits import Asked, Held, Refund
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, verb
from desk_app.registers.renovation_permits import rules, terms
from desk_app.registers.renovation_permits.facts import paid, state_of
from desk_app.registers.renovation_permits.records import Renovation, RenovationFee
from desk_app.registers.renovation_permits.service import copy_of, find

REMINDED = timedelta(60)
"""How long 今日 reminds of a deposit; older ones stand in the list 押金超期未退."""
SEARCHED = 10
"""Days by which three months may differ, and more."""


@verb("renovation_permits.refund", *DESK, Role.CW)
def refund(
    session: Session,
    uid: str,
    kind: str,
    asked: Asked,
    archive: Archive,
    render: Callable[[Mapping[str, object]], bytes],
) -> Refund:
    """Give one deposit of a renovation back (`kind` of terms.DEPOSITS): number, slip and row in one unit of work.

    Raises RuleError or FieldErrors, KnownError when the archive cannot be written: then there is no number either.
    """
    one = find(session, uid)
    held = held_of(one, kind, settings.load(session))
    if held is None:
        raise RuleError(translate("Renovations", "没有收过这笔押金,请核对。"), "kind")
    done = deposits.refund(session, one, held, asked)
    archive.store(
        session, entity=one.history_entity, record_uid=one.uid, no=done.no, form=deposits.FORM,
        pdf=render(
            refund_paper.slip_values(session, done, label=held.label, record_no=one.permit_no or one.shown_no, place=one.place)
        ),
    )  # fmt: skip
    return done


@verb("renovation_permits.print_refund", *DESK, Role.CW)
def print_refund(session: Session, uid: str, archive: Archive) -> Copy:
    """Return the slip of the last refund to print (again); earlier ones by their number."""
    paper = attachments.paper_of(session, uid, deposits.FORM)
    if paper is None:
        raise RuleError(translate("Renovations", "还没有退过押金,没有退款单。"))
    return copy_of(session, paper, archive, void=False)


def held_of(one: Renovation, kind: str, config: settings.Settings) -> Held | None:
    """Return one deposit of a renovation as it stands, None when none was taken."""
    amount, receipt = paid(one).get(kind, (0, ""))
    if not amount or kind not in terms.DEPOSITS:
        return None
    label, state = translate("Renovations", label_of(terms.FEES, kind)), state_of(one)
    refusal = ""
    if state not in rules.REFUNDABLE:
        name = translate("Renovations", rules.STATE_LABELS[state])
        refusal = translate("Renovations", "现在是「{state}」:竣工验收合格(注销、撤销)之后才退押金。").format(
            state=name
        )
    takers = tuple(fee.who for fee in one.fees if fee.kind == kind and not fee.removed)
    return Held(
        kind, label, amount, receipt, takers, due_day(one, kind, config), refusal,
        manager_only=True, checked=state != "withdrawn",
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


def open_kinds(session: Session, one: Renovation, config: settings.Settings) -> list[Held]:
    """Return the deposits of a renovation that were not given back yet, the ones that may go first."""
    done = {refund.kind for refund in deposits.of(session, [one.uid])[one.uid]}
    held = [held_of(one, kind, config) for kind in terms.DEPOSITS if kind not in done]
    return sorted((one for one in held if one is not None), key=lambda one: one.due)


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
    back = select(Refund.id).where(Refund.record_uid == Renovation.uid, Refund.kind == kind).exists()
    return and_(taken, ~back)


def _ended_by(day: date, months: int) -> date:
    """Return the last day of an end whose months are over on `day`."""
    tried = day - timedelta(months * 28 - SEARCHED if months else 0)
    while deposits.after_months(tried, months) > day:
        tried -= timedelta(1)
    return tried


def _start(day: date) -> datetime:
    return clock.day_bounds(day)[0]
