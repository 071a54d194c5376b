"""Deposits given back: what was held back and paid out, under a number of its own (TK-…, domain.md F33, F08, F14).

Who took the money never approves the refund (domain.md §1.1 收款 ≠ 退款审批); what is held back, and a refund without
the original receipt, is the manager's (JL) alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, deadlines, duties, lone, money, numbering, presence, settings
from desk_app.core.declare import Choice, Ref, label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role, Staff, actor_of, at_work
from desk_app.core.records import Audited, Base, Numbered, batched, length
from desk_app.core.store import partial_index
from desk_app.core.text import clean

PREFIX, FORM = "TK", "deposit_refund"
SUPERVISORS = frozenset({Role.KZ, Role.JL})
MANAGER = frozenset({Role.JL})
WAYS = (
    Choice("cash", QT_TRANSLATE_NOOP("Deposits", "现金"), "Deposits"),
    Choice("transfer", QT_TRANSLATE_NOOP("Deposits", "转账"), "Deposits"),
    Choice("original", QT_TRANSLATE_NOOP("Deposits", "原路退回"), "Deposits"),
)
OUTSIDE = Choice("outside", QT_TRANSLATE_NOOP("Deposits", "本系统外已退(补录)"), "Deposits")
"""The way of a deposit that went back on paper, outside the program: entered afterwards, nothing is paid."""
LIVING = "void_at IS NULL"
PRIVATE = ("told", "note")
"""What goes when its record is de-identified: how the payee was reached, and what was checked of them."""


class Refund(Audited, Base):
    """One deposit given back, `amount` less `deduction` (分); `kind` says which of a record's deposits.

    A void one keeps its number, and its deposit is to be given back again. One that went back on paper outside the
    program (`outside`) has the number of that paper, who says so, and its own `day`.
    """

    __tablename__ = "deposit_refund"
    __table_args__ = (
        CheckConstraint("deduction BETWEEN 0 AND amount", name="deduction_within"),
        partial_index("one_living_refund", "record_uid", "kind", while_=LIVING, unique=True),
        length("why", 120),
        length("told", 120),
        length("payee", 60),
    )

    no: Mapped[str] = mapped_column(unique=True)
    entity: Mapped[str]
    record_uid: Mapped[str]
    kind: Mapped[str]
    amount: Mapped[int]
    deduction: Mapped[int] = mapped_column(default=0)
    why: Mapped[str] = mapped_column(default="")
    told: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str] = mapped_column(default="")
    receipt_back: Mapped[bool] = mapped_column(default=True)
    taken_by: Mapped[str] = mapped_column(default="")
    checked_by: Mapped[str] = mapped_column(default="")
    payee: Mapped[str] = mapped_column(default="")
    way: Mapped[str] = mapped_column(default="")
    paid_by: Mapped[str] = mapped_column(default="")
    approver: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    at: Mapped[datetime] = mapped_column(default=clock.now)
    handler_id: Mapped[int | None]
    paper_no: Mapped[str] = mapped_column(default="", server_default="")
    said_by: Mapped[str] = mapped_column(default="", server_default="")
    void_kind: Mapped[str] = mapped_column(default="", server_default="")
    void_reason: Mapped[str] = mapped_column(default="", server_default="")
    void_approver: Mapped[str] = mapped_column(default="", server_default="")
    void_by: Mapped[str] = mapped_column(default="", server_default="")
    void_at: Mapped[datetime | None]

    @property
    def outside(self) -> bool:
        """Say whether it went back on paper, outside the program."""
        return self.way == OUTSIDE.key

    @property
    def paid(self) -> int:
        """What went out, 分."""
        return self.amount - self.deduction

    @property
    def history_uid(self) -> str:
        """File a refund under the record whose deposit it is."""
        return self.record_uid


@dataclass(frozen=True)
class Held:
    """One deposit of a record: `label` in the user's words, 分, the receipt, who took it, from when it may go back.

    `taken` is the day it was taken on; `refusal` says why it cannot go back yet, "" when only `due` counts.
    """

    kind: str
    label: str
    amount: int
    receipt: str
    takers: tuple[str, ...]
    due: date
    taken: date
    refusal: str = ""
    manager_only: bool = False
    checked: bool = False


@dataclass(frozen=True)
class Asked:
    """What is said when a deposit is given back; staff by their ids."""

    deduction: int = 0
    why: str = ""
    told: str = ""
    receipt_back: bool = True
    checked_by: str = ""
    payee: str = ""
    way: str = ""
    paid_by: int | None = None
    approver: int | None = None
    note: str = ""


def asked_from(values: Mapping[str, object]) -> Asked:
    """Return what a form says about a refund."""

    def staff(key: str) -> int | None:
        value = values.get(key)
        return value.id if isinstance(value, Ref) else None

    said = {key: str(values.get(key) or "") for key in ("why", "told", "checked_by", "payee", "way", "note")}
    deduction = values.get("deduction")
    return Asked(
        deduction=deduction if isinstance(deduction, int) else 0, receipt_back=bool(values.get("receipt_back")),
        paid_by=staff("paid_by"), approver=staff("approver"), **said,
    )  # fmt: skip


def after_months(day: date, months: int) -> date:
    """Return the first day after so many whole months: accepted on 11-30, three months, is 03-01 (domain.md §1.6)."""
    return deadlines.add_months(day, months) + timedelta(1)


def of(session: Session, uids: Sequence[str], *, void: bool = False) -> dict[str, list[Refund]]:
    """Return the refunds of some records that stand, oldest first; with `void` those made void too."""
    found: dict[str, list[Refund]] = {uid: [] for uid in uids}
    query = select(Refund) if void else select(Refund).where(Refund.void_at.is_(None))
    for some in batched(uids):
        for one in session.scalars(query.where(Refund.record_uid.in_(some)).order_by(Refund.id)):
            found[one.record_uid].append(one)
    return found


def barred(done: Sequence[Refund], held: Collection[str]) -> frozenset[str]:
    """Return which actions about refunds a record has no use for: `done` are all its refunds, `held` its deposits."""
    back = {one.kind for one in done if one.void_at is None}
    without = set() if set(held) - back else {"refund", "note_refunded"}
    if not back:
        without.add("void_refund")
    if all(one.outside for one in done):
        without.add("print_refund")
    return frozenset(without)


def record_of(session: Session, entity: str, no: str) -> str | None:
    """Return the uid of the record of one register that a refund with exactly this number belongs to, void or not."""
    no = no.strip().upper()
    if not no.startswith(f"{PREFIX}-"):
        return None
    return session.scalar(select(Refund.record_uid).where(Refund.no == no, Refund.entity == entity))


def assert_open(session: Session, uid: str, held: Held) -> None:
    """Raise RuleError when a deposit was given back already."""
    if any(one.kind == held.kind for one in of(session, [uid])[uid]):
        raise RuleError(translate("Deposits", "{label}已经退过,不能再退。").format(label=held.label), "kind")


def refund(session: Session, record: Numbered, held: Held, asked: Asked) -> Refund:
    """Give one deposit back; called inside a verb of the register. RuleError or FieldErrors for what is missing.

    At night one person alone may approve what they took, says why, and a supervisor looks at it next day, where the
    record can stand as 待补审 (core/lone.py).
    """
    assert_open(session, record.uid, held)
    approver, payer = at_work(session, asked.approver), at_work(session, asked.paid_by)
    said = _cleaned(asked)
    both = _both_duties(session, held, approver, payer)
    alone = isinstance(record, lone.Lone) and bool(both) and lone.is_alone(session)
    raise_first(
        _not_yet(held, clock.today()) + _wrong_money(held, said) + _missing(held, said, payer)
        + _wrong_approver(held, said, approver, "" if alone and said.note else both)
    )  # fmt: skip
    assert approver is not None and payer is not None
    presence.note(session, approver, "approver")
    if alone and isinstance(record, lone.Lone):
        lone.note(session, record)
    one = Refund(
        no=numbering.take(session, PREFIX), entity=record.history_entity, record_uid=record.uid, kind=held.kind,
        amount=held.amount, deduction=said.deduction, why=said.why, told=said.told, receipt=held.receipt,
        receipt_back=said.receipt_back, taken_by=" / ".join(dict.fromkeys(held.takers)), checked_by=said.checked_by,
        payee=said.payee, way=said.way, paid_by=payer.name, approver=approver.name, note=said.note, day=clock.today(),
        handler_id=actor_of(session).staff_id,
    )  # fmt: skip
    session.add(one)
    session.flush()
    return one


def _cleaned(asked: Asked) -> Asked:
    return Asked(
        asked.deduction, clean(asked.why, limit=120, field="why"), clean(asked.told, limit=120, field="told"),
        asked.receipt_back, clean(asked.checked_by, limit=60, field="checked_by"),
        clean(asked.payee, limit=60, field="payee"), asked.way, asked.paid_by, asked.approver,
        clean(asked.note, limit=120, field="note"),
    )  # fmt: skip


def _not_yet(held: Held, today: date) -> list[RuleError]:
    if held.refusal:
        return [RuleError(held.refusal, "kind")]
    if today >= held.due:
        return []
    text = translate("Deposits", "{label} {day} 起可退,还没有到期。")
    return [RuleError(text.format(label=held.label, day=held.due), "kind")]


def _wrong_money(held: Held, said: Asked) -> list[RuleError]:
    if not 0 <= said.deduction <= held.amount:
        text = translate("Deposits", "扣款须在 0 到 {amount} 元之间。")
        return [RuleError(text.format(amount=money.text(held.amount)), "deduction")]
    if not said.deduction:
        return []
    asked = (
        ("why", said.why, translate("Deposits", "有扣款:请写明原因和依据。")),
        ("told", said.told, translate("Deposits", "有扣款:请写明何时、怎样通知了对方。")),
    )
    return [RuleError(sentence, key) for key, given, sentence in asked if not given]


def _missing(held: Held, said: Asked, payer: Staff | None) -> list[RuleError]:
    asked = (
        ("payee", said.payee, translate("Deposits", "请填写领款人。")),
        ("way", label_of(WAYS, said.way), translate("Deposits", "请选择付款方式。")),
        ("paid_by", payer, translate("Deposits", "请选择付款人。")),
        ("checked_by", said.checked_by or not held.checked, translate("Deposits", "请填写验收(复验)人:验收人签字后才退。")),
        ("note", said.note or said.receipt_back, translate("Deposits", "原收据没有收回:请写明遗失声明和证件核验。")),
    )  # fmt: skip
    return [RuleError(sentence, key) for key, given, sentence in asked if not given]


def _wrong_approver(held: Held, said: Asked, approver: Staff | None, both: str) -> list[RuleError]:
    manager = held.manager_only or said.deduction > 0 or not said.receipt_back
    if approver is None:
        return [RuleError(translate("Deposits", "请选择退款审批人。"), "approver")]
    if not approver.held & (MANAGER if manager else SUPERVISORS):
        text = (
            translate("Deposits", "{name} 不能审批:装修押金、有扣款或没有原收据的退款由经理审批。")
            if manager
            else translate("Deposits", "{name} 不能审批:退款由客服主管或经理审批。")
        )
        return [RuleError(text.format(name=approver.name), "approver")]
    return [RuleError(both, "approver")] if both else []


def _both_duties(session: Session, held: Held, approver: Staff | None, payer: Staff | None) -> str:
    """Return why somebody would do two duties that are kept apart, "" when nobody does (domain.md §1.1)."""
    config = settings.load(session)
    if approver is None:
        return ""
    if duties.clash(config, duties.MONEY, approver.name, *held.takers):
        text = translate("Deposits", "{name} 是收款人,不能审批这笔退款,请改选。")
    elif duties.clash(config, duties.MONEY, approver.id, payer.id if payer else None):
        text = translate("Deposits", "{name} 是付款人,不能自己审批,请改选。")
    elif duties.clash(config, duties.HANDLER, approver.id, actor_of(session).staff_id):
        text = translate("Deposits", "{name} 正在经办这笔退款,不能自己审批,请改选。")
    else:
        return ""
    return text.format(name=approver.name)
