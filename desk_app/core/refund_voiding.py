"""A refund made by mistake, made void: its number stays, its deposit is to be given back again (domain.md F33, §1.5).

Reviewed by a supervisor or the manager who neither asked for the refund, approved nor paid it, nor took the deposit.
What went out must have come back, or never have gone out: else the ledger would say that the money is here.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desk_app.core import deposits, duties, settings, voiding
from desk_app.core.declare import Choice
from desk_app.core.deposits import Refund
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate

REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("Deposits", "填写错误"), "Deposits"),
    Choice("not_paid", QT_TRANSLATE_NOOP("Deposits", "没有付出或转账退回"), "Deposits"),
    Choice("wrong_deposit", QT_TRANSLATE_NOOP("Deposits", "退错单据"), "Deposits"),
    Choice("duplicate", QT_TRANSLATE_NOOP("Deposits", "重复退款"), "Deposits"),
    Choice("other", QT_TRANSLATE_NOOP("Deposits", "其他"), "Deposits"),
)


@dataclass(frozen=True)
class Undoing:
    """What is said when a refund is made void; `money_back`: nothing went out, or it came back."""

    reason: str
    note: str = ""
    money_back: bool = False
    approver: int | None = None


def void(session: Session, uid: str, kind: str, said: Undoing) -> Refund:
    """Make the standing refund of one deposit of a record void; called inside a verb of the register.

    RuleError when there is none, FieldErrors for what is missing.
    """
    one = next((refund for refund in deposits.of(session, [uid])[uid] if refund.kind == kind), None)
    if one is None:
        raise RuleError(translate("Deposits", "这笔押金没有退过,没有可作废的退款。"), "kind")
    case = voiding.asked(
        session, kind=said.reason, note=said.note, approver_id=said.approver, since=one.at,
        takers=one.taken_by.split(" / "), handler_id=one.handler_id,
    )  # fmt: skip
    errors = voiding.wrong(case, REASONS, _unfit(session, one, case))
    if not said.money_back and not one.outside:
        text = translate("Deposits", "请先收回已付出的款(或确认没有付出),再作废这张退款单。")
        errors.append(RuleError(text, "money_back"))
    raise_first(errors)
    voiding.keep(session, one, REASONS, said.reason, case.note, case.reviewer)
    return one


def _unfit(session: Session, one: Refund, case: voiding.Voiding) -> str:
    """Return why a reviewer will not do for a refund, "" when nothing is against it; {name} stands for theirs."""
    if not case.approver_roles & deposits.SUPERVISORS:
        return translate("Deposits", "{name} 不能复核:退款作废由客服主管或经理复核。")
    if duties.clash(settings.load(session), duties.REFUNDER, case.approver, one.approver, one.paid_by):
        return translate("Deposits", "{name} 审批或付过这笔退款,不能复核它的作废,请改选。")
    return ""
