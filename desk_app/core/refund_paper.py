"""What is printed when a deposit goes back: finished Chinese words by the keys of forms/deposit_refund."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk_app.core import clock, money, settings
from desk_app.core.declare import label_of
from desk_app.core.deposits import WAYS, Refund
from desk_app.core.people import actor_of


def slip_values(
    session: Session, one: Refund, *, label: str, record_no: str, place: str
) -> dict[str, object]:
    """Return the values of forms/deposit_refund: sums in figures and in 大写 (F33)."""
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
