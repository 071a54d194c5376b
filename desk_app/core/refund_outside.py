"""A deposit that went back on paper, outside the program: entered afterwards, so that it is due no more (domain.md F33).

Nothing is paid and no slip is drawn: the paper is the receipt. Who would have approved the refund enters it, never
whoever took the money. It is made void like a refund.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desk_app.core import clock, deposits, duties, money, numbering, settings
from desk_app.core.deposits import Held, Refund
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import Actor, actor_of
from desk_app.core.records import Numbered
from desk_app.core.text import clean


@dataclass(frozen=True)
class Outside:
    """What is said of it: the day on the paper, its number, who says so, what was held back and why."""

    day: date | None = None
    paper_no: str = ""
    said_by: str = ""
    payee: str = ""
    deduction: int = 0
    why: str = ""


def said_from(values: Mapping[str, object]) -> Outside:
    """Return what a form says about it; RuleError for a text that is too long."""
    limits = {"paper_no": 40, "said_by": 60, "payee": 60, "why": 120}
    words = {key: clean(str(values.get(key) or ""), limit=most, field=key) for key, most in limits.items()}
    day, deduction = values.get("day"), values.get("deduction")
    return Outside(
        day=day if isinstance(day, date) else None, deduction=deduction if isinstance(deduction, int) else 0, **words
    )  # fmt: skip


def note(session: Session, record: Numbered, held: Held, said: Outside) -> Refund:
    """Enter that one deposit went back on paper; called inside a verb of the register. RuleError or FieldErrors."""
    deposits.assert_open(session, record.uid, held)
    if held.refusal:
        raise RuleError(held.refusal, "kind")
    actor = actor_of(session)
    raise_first(_wrong(held, said, clock.today()) + _wrong_actor(session, held, said, actor))
    assert said.day is not None
    one = Refund(
        no=numbering.take(session, deposits.PREFIX), entity=record.history_entity, record_uid=record.uid,
        kind=held.kind, amount=held.amount, deduction=said.deduction, why=said.why, receipt=held.receipt,
        taken_by=" / ".join(dict.fromkeys(held.takers)), payee=said.payee, way=deposits.OUTSIDE.key,
        approver=actor.name, handler_id=actor.staff_id, paper_no=said.paper_no, said_by=said.said_by, day=said.day,
    )  # fmt: skip
    session.add(one)
    session.flush()
    return one


def _wrong(held: Held, said: Outside, today: date) -> list[RuleError]:
    errors = []
    if said.day is None:
        errors.append(RuleError(translate("Deposits", "请填写纸质单据上的退款日期。"), "day"))
    elif not held.taken <= said.day <= today:
        text = translate("Deposits", "退款日期须在收款日 {first} 到今天之间。")
        errors.append(RuleError(text.format(first=held.taken), "day"))
    if not 0 <= said.deduction <= held.amount:
        text = translate("Deposits", "扣款须在 0 到 {amount} 元之间。")
        errors.append(RuleError(text.format(amount=money.text(held.amount)), "deduction"))
    asked = (
        ("paper_no", said.paper_no, translate("Deposits", "请填写纸质退款单或收据的号码。")),
        ("said_by", said.said_by, translate("Deposits", "请写明由谁确认(谁付的款、谁保管纸质单据)。")),
        ("why", said.why or not said.deduction, translate("Deposits", "有扣款:请写明原因和依据。")),
    )
    return errors + [RuleError(sentence, key) for key, given, sentence in asked if not given]


def _wrong_actor(session: Session, held: Held, said: Outside, actor: Actor) -> list[RuleError]:
    if (held.manager_only or said.deduction) and not actor.roles & deposits.MANAGER:
        return [RuleError(translate("Deposits", "装修押金和有扣款的由经理登记。"), "kind")]
    if duties.clash(settings.load(session), duties.MONEY, actor.name, *held.takers):
        text = translate("Deposits", "您是这笔押金的收款人,请由另一位主管或经理登记。")
        return [RuleError(text, "kind")]
    return []
