"""A refund with its slip (forms/deposit_refund): given back, drawn and archived in one; printed again, void or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import attachments, clock, deposits, money, settings
from desk_app.core.attachments import Archive, Copy
from desk_app.core.declare import label_of
from desk_app.core.deposits import FORM, OUTSIDE, WAYS, Asked, Held, Refund
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import actor_of
from desk_app.core.records import Numbered

Render = Callable[[Mapping[str, object]], bytes]


def give_back(
    session: Session,
    record: Numbered,
    held: Held,
    asked: Asked,
    archive: Archive,
    render: Render,
    *,
    record_no: str,
    place: str,
) -> Refund:
    """Give one deposit of a record back: number, slip and row in one unit of work; called inside a verb.

    Raises RuleError or FieldErrors, KnownError when the archive cannot be written: then there is no number either.
    """
    done = deposits.refund(session, record, held, asked)
    archive.store(
        session, entity=record.history_entity, record_uid=record.uid, no=done.no, form=FORM,
        pdf=render(slip_values(session, done, label=held.label, record_no=record_no, place=place)),
    )  # fmt: skip
    return done


def slips(session: Session, uid: str) -> list[Refund]:
    """Return the refunds of a record that have a slip, the newest first, void ones too."""
    query = select(Refund).where(Refund.record_uid == uid, Refund.way != OUTSIDE.key)
    return list(session.scalars(query.order_by(Refund.id.desc())))


def copy_of(session: Session, archive: Archive, uid: str, *, most: int, no: str = "") -> Copy:
    """Return a refund's slip to print (again), a void one marked as 作废: the one called `no`, else the newest.

    RuleError when there is none, or after `most` reprints where no lead asks for it.
    """
    one = next((one for one in slips(session, uid) if no in ("", one.no)), None)
    paper = attachments.paper_by_number(session, one.no) if one else None
    if one is None or paper is None:
        text = translate("Deposits", "还没有退过押金,没有退款单;在本系统外退的见纸质单据。")
        raise RuleError(text)
    return attachments.copy_of(session, archive, paper, most=most, void=one.void_at is not None)


def slip_values(
    session: Session, one: Refund, *, label: str, record_no: str, place: str
) -> dict[str, object]:
    """Return the values of forms/deposit_refund, finished Chinese words: sums in figures and in 大写 (F33)."""
    config = settings.load(session)
    return {
        "org": config.get(settings.COMPANY) or config.get(settings.PROJECT),
        "number": one.no,
        "refunded_at": f"{clock.local(one.at):%Y-%m-%d %H:%M}",
        "deposit": label,
        "record": record_no,
        "place": place,
        "payee": one.payee,
        "receipt": f"{one.receipt}({'原件已收回' if one.receipt_back else '原件未收回'})",
        "amount": f"¥{money.text(one.amount)}",
        "deduction": f"¥{money.text(one.deduction)}",
        "why": one.why or "无扣款",
        "told": one.told,
        "paid": f"¥{money.text(one.paid)}",
        "capital": money.capital(one.paid),
        "way": label_of(WAYS, one.way),
        "checker": one.checked_by,
        "approver": one.approver,
        "payer": one.paid_by,
        "handler": actor_of(session).name,
        "note": one.note,
    }
