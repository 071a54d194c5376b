"""Rules of the entry passes: states, steps, what is missing for each step. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.core import phones, voiding
from desk_app.core.approvals import Stage
from desk_app.core.declare import label_of
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import DESK, Role
from desk_app.core.settings import Settings
from desk_app.core.voiding import Voiding
from desk_app.registers.entry_passes import terms, validity

PREFIXES = {"long": "CR", "temporary": "LS"}
SUPERVISORS = frozenset({Role.KZ, Role.JL})

CHAIN = (
    Stage("check", QT_TRANSLATE_NOOP("EntryPasses", "前台初审"), DESK, "domain.md F08"),
    Stage("approve", QT_TRANSLATE_NOOP("EntryPasses", "客服主管审批"), (Role.KZ, Role.JL), "domain.md F08"),
)
"""Who agrees to a long pass: the desk by submitting what it checked, then KZ or JL. A temporary one needs nobody."""

STATE_LABELS = {
    "draft": QT_TRANSLATE_NOOP("EntryPasses", "申请"),
    "awaiting_approval": QT_TRANSLATE_NOOP("EntryPasses", "待审批"),
    "awaiting_fee": QT_TRANSLATE_NOOP("EntryPasses", "待缴费"),
    "paid": QT_TRANSLATE_NOOP("EntryPasses", "待发证"),
    "issued": QT_TRANSLATE_NOOP("EntryPasses", "已发证"),
    "frozen": QT_TRANSLATE_NOOP("EntryPasses", "冻结"),
    "stopped": QT_TRANSLATE_NOOP("EntryPasses", "停用"),
    "expired": QT_TRANSLATE_NOOP("EntryPasses", "过期未退"),
    "overdue": QT_TRANSLATE_NOOP("EntryPasses", "逾期未退"),
    "lost": QT_TRANSLATE_NOOP("EntryPasses", "挂失"),
    "replaced": QT_TRANSLATE_NOOP("EntryPasses", "已补证"),
    "confiscated": QT_TRANSLATE_NOOP("EntryPasses", "没收"),
    "returned": QT_TRANSLATE_NOOP("EntryPasses", "已退证"),
    "void": QT_TRANSLATE_NOOP("EntryPasses", "作废"),
}
STATES = tuple(STATE_LABELS)
WAITING = ("awaiting_approval", "awaiting_fee", "paid")
BEFORE_ISSUE = ("draft", *WAITING)
OUTSIDE = ("issued", "frozen", "stopped", "expired", "overdue")
"""States in which the card is in somebody's hands."""

TO_COLLECT = ("frozen", "stopped", "expired", "overdue")
RUN_OUT = ("expired", "overdue", "stopped")
WORTHLESS = ("void", "returned", "confiscated", "replaced", "stopped")
"""States in which a printed copy is marked 作废."""

COPYABLE = ("void", "returned", "confiscated", "replaced")


MACHINE = Machine(
    "EntryPasses",
    STATE_LABELS,
    frozenset({"draft"}),
    (
        step("save", QT_TRANSLATE_NOOP("EntryPasses", "修改"), {"draft"}, "draft"),
        step("submit", QT_TRANSLATE_NOOP("EntryPasses", "提交审批"), {"draft"}, "awaiting_approval"),
        step("issue_temporary", QT_TRANSLATE_NOOP("EntryPasses", "发临时证"), {"draft"}, "issued"),
        step("approve", QT_TRANSLATE_NOOP("EntryPasses", "批准"), {"awaiting_approval"}, "awaiting_fee"),
        step("reject", QT_TRANSLATE_NOOP("EntryPasses", "驳回"), {"awaiting_approval"}, "draft"),
        step("withdraw", QT_TRANSLATE_NOOP("EntryPasses", "撤回修改"), {"awaiting_approval", "awaiting_fee"}, "draft"),
        step("pay", QT_TRANSLATE_NOOP("EntryPasses", "登记收费"), {"awaiting_fee"}, "paid"),
        step("issue", QT_TRANSLATE_NOOP("EntryPasses", "发证"), {"paid"}, "issued"),
        step("discard", QT_TRANSLATE_NOOP("EntryPasses", "放弃申请"), {"draft", "awaiting_approval", "awaiting_fee"}, "void"),
        step("extend", QT_TRANSLATE_NOOP("EntryPasses", "延期"), {"issued", "expired"}, "issued"),
        step("freeze", QT_TRANSLATE_NOOP("EntryPasses", "冻结"), {"issued"}, "frozen"),
        step("unfreeze", QT_TRANSLATE_NOOP("EntryPasses", "解冻"), {"frozen"}, "issued"),
        step("stop", QT_TRANSLATE_NOOP("EntryPasses", "停用"), {"issued", "frozen"}, "stopped"),
        step("expire", QT_TRANSLATE_NOOP("EntryPasses", "过期"), {"issued", "frozen"}, "expired"),
        step("run_late", QT_TRANSLATE_NOOP("EntryPasses", "逾期"), {"issued", "frozen", "expired"}, "overdue"),
        step("give_back", QT_TRANSLATE_NOOP("EntryPasses", "退证"), {*OUTSIDE, "lost"}, "returned"),
        step("report_lost", QT_TRANSLATE_NOOP("EntryPasses", "挂失"), OUTSIDE, "lost"),
        step("replace", QT_TRANSLATE_NOOP("EntryPasses", "补证"), {"lost"}, "replaced"),
        step("confiscate", QT_TRANSLATE_NOOP("EntryPasses", "没收"), OUTSIDE, "confiscated"),
        step("void", QT_TRANSLATE_NOOP("EntryPasses", "作废"), {"paid", "issued"}, "void"),
    ),
)  # fmt: skip
"""A pass's whole life (domain.md F08, F09). Whether the deposit went back stands beside the state."""

REFUNDABLE = ("returned", "confiscated", "replaced", "void")
"""States after which a deposit is given back, less what the manager lets be held back (F08 押金处理)."""


@dataclass(frozen=True)
class Policy:
    """The settings that decide what is required."""

    photo: bool = True
    bounds: validity.Terms = field(default_factory=validity.Terms)


def policy(config: Settings) -> Policy:
    """Read the policy from the settings."""
    return Policy(config.get(terms.PHOTO_REQUIRED), validity.terms_of(config))


@dataclass(frozen=True)
class Case:
    """Everything the rules ask about one application; `permit_*` is what the renovation permit says today."""

    kind: str = ""
    name: str = ""
    sex: str = ""
    id_kind: str = ""
    id_masked: str = ""
    phone: str = ""
    org: str = ""
    trade: str = ""
    place: str = ""
    reason: str = ""
    permit_no: str = ""
    permit_refusal: str = ""
    permit_ends: date | None = None
    guarantor: str = ""
    special_no: str = ""
    special_until: date | None = None
    special_checked: date | None = None
    paper_permit: bool = False
    paper_id: bool = False
    wanted_to: date | None = None
    not_after: date | None = None
    photo: bool = False
    twin: str = ""


def draft_number(record: int) -> str:
    """Return what a pass without a number is called."""
    return translate("EntryPasses", "草稿-{number:04d}").format(number=record)


def missing_in_form(case: Case, policy: Policy) -> list[RuleError]:
    """Return what an application lacks, one sentence a field (domain.md F08, F09; S0㈦(2))."""
    long = case.kind == "long"
    asked = (
        ("kind", case.kind, translate("EntryPasses", "请选择办出入证还是临时出入证。")),
        ("name", case.name, translate("EntryPasses", "请填写持证人姓名。")),
        ("id_kind", case.id_kind, translate("EntryPasses", "请选择看过的身份证件。")),
        ("id_no", case.id_masked or not case.id_kind, translate("EntryPasses", "请填写证件号码,只用来核对,只留掩码。")),
        ("room", case.place, translate("EntryPasses", "请填写房号或作业地点,可输入首字母。")),
        ("reason", case.reason or long, translate("EntryPasses", "请填写进入的事由,例如送货、搬运。")),
        ("sex", case.sex or not long, translate("EntryPasses", "请选择持证人的性别。")),
        ("phone", case.phone or not long, translate("EntryPasses", "请填写持证人的联系电话。")),
        ("org", case.org or not long, translate("EntryPasses", "请填写持证人的单位(施工单位)。")),
        ("trade", case.trade or not long, translate("EntryPasses", "请选择工种。")),
        ("guarantor", case.guarantor or not long, translate("EntryPasses", "请填写担保人:业主或施工负责人。")),
        ("permit_no", case.permit_no or not long, translate("EntryPasses", "办出入证须出示装修许可证,请填写许可证号(XK-…)。")),
        ("photo", case.photo or not (long and policy.photo), translate("EntryPasses", "出入证须有照片,请添加一寸照的文件(jpg 或 png)。")),
        ("paper_permit", case.paper_permit or not long, translate("EntryPasses", "请核对施工许可证原件后勾选。")),
        ("paper_id", case.paper_id or not long, translate("EntryPasses", "请核对身份证原件后勾选。")),
    )  # fmt: skip
    found = [RuleError(sentence, key) for key, given, sentence in asked if not given]
    return found + missing_certificate(case)


def missing_certificate(case: Case) -> list[RuleError]:
    """Return what is missing of an electrician's or welder's certificate (domain.md §8-7)."""
    if case.trade not in terms.SPECIAL:
        return []
    trade = translate("EntryPasses", label_of(terms.TRADES, case.trade))
    asked = (
        ("special_no", case.special_no, translate("EntryPasses", "{trade}须持特种作业操作证,请填写证号。")),
        ("special_until", case.special_until, translate("EntryPasses", "请填写{trade}操作证的有效期至。")),
        ("special_checked", case.special_checked, translate("EntryPasses", "请填写查询{trade}操作证真伪的日期。")),
    )  # fmt: skip
    return [RuleError(sentence.format(trade=trade), key) for key, given, sentence in asked if not given]


def wrong(case: Case, policy: Policy, today: date) -> list[RuleError]:
    """Return what forbids the pass today: permit, certificate, dates."""
    found = [*_wrong_certificate(case, today), *_wrong_end(case, policy, today)]
    if case.permit_no and case.permit_refusal:
        found.append(RuleError(case.permit_refusal, "permit_no"))
    return found


def _wrong_certificate(case: Case, today: date) -> list[RuleError]:
    if case.trade not in terms.SPECIAL:
        return []
    trade, found = translate("EntryPasses", label_of(terms.TRADES, case.trade)), []
    if case.special_until and case.special_until < today:
        sentence = translate(
            "EntryPasses", "{trade}操作证已于 {day} 到期,过期 {days} 天,不能发证;请出示有效的操作证。"
        )
        sentence = sentence.format(
            trade=trade, day=case.special_until, days=(today - case.special_until).days
        )
        found.append(RuleError(sentence, "special_until"))
    if case.special_checked and case.special_checked > today:
        found.append(RuleError(translate("EntryPasses", "查询日期晚于今天,请核对。"), "special_checked"))
    return found


def _wrong_end(case: Case, policy: Policy, today: date) -> list[RuleError]:
    if case.wanted_to is None or not case.kind:
        return []
    if case.wanted_to < today:
        return [RuleError(translate("EntryPasses", "有效期至早于今天,请改晚一些或留空。"), "wanted_to")]
    most = last_day(case, policy, today)
    if case.wanted_to <= most.day:
        return []
    sentence = translate("EntryPasses", "有效期最晚到 {day}({why}),请改早一些或留空。")
    return [RuleError(sentence.format(day=most.day, why=most.why), "wanted_to")]


def last_day(case: Case, policy: Policy, today: date) -> validity.Limit:
    """Return the last day a pass issued today may have; a replacement's is never later than the lost one's."""
    most = validity.limit(case.kind, today, policy.bounds, case.permit_ends)
    if case.not_after is None or case.not_after >= most.day:
        return most
    return validity.Limit(case.not_after, translate("EntryPasses", "补证不晚于原证"))


def end_of(case: Case, policy: Policy, today: date) -> date:
    """Return the last day of a pass issued today: as wished, else as late as permitted."""
    most = last_day(case, policy, today).day
    return min(case.wanted_to, most) if case.wanted_to else most


def wrong_replacement(case: Case, today: date) -> list[RuleError]:
    """Return that a lost pass has nothing left to replace."""
    if case.not_after is None or case.not_after >= today:
        return []
    sentence = translate("EntryPasses", "原证有效期已到 {day},不能补证;请重新办证。")
    return [RuleError(sentence.format(day=case.not_after))]


def doubts(case: Case, reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on (domain.md §4.6)."""
    checks = {"phone": phones.check(case.phone) if case.phone else None, "name": _twin(case)}
    return [Doubt(text, key) for key, text in checks.items() if text and not reasons.get(key)]


def _twin(case: Case) -> str | None:
    """One person, one pass (domain.md F08 [U19])."""
    if not case.twin:
        return None
    sentence = translate("EntryPasses", "{name} 已持有 {no},一人一证;确需再办请写明原因。")
    return sentence.format(name=case.name, no=case.twin)


@dataclass(frozen=True)
class Payment:
    """What was taken: fee and deposit in 分, the receipt's number, who took the money."""

    fee: int
    deposit: int
    receipt: str
    taken_by: str


def wrong_payment(payment: Payment) -> list[RuleError]:
    """Return what a payment lacks: money never without a receipt and the name of who took it (S0㈦(2)1)."""
    if not payment.fee and not payment.deposit:
        return []
    found = []
    if not payment.receipt:
        found.append(RuleError(translate("EntryPasses", "请填写收据号。"), "receipt"))
    if not payment.taken_by:
        found.append(RuleError(translate("EntryPasses", "请选择收款人。"), "taken_by"))
    return found


@dataclass(frozen=True)
class Extending:
    """Everything the rules ask about an extension."""

    kind: str
    ends: date
    new_end: date | None
    permit_no: str
    permit_refusal: str
    permit_ends: date | None
    approver: str
    approver_roles: frozenset[Role]
    approver_is_actor: bool
    payment: Payment
    certificate: Case


def wrong_extension(case: Extending, policy: Policy, today: date) -> list[RuleError]:
    """Return what stands between a pass and a later end; never past the limits, KZ or JL approves (F08)."""
    if case.kind != "long":
        return [RuleError(translate("EntryPasses", "临时出入证不办延期,请重新办一张。"), "new_end")]
    found = [RuleError(case.permit_refusal, "new_end")] if case.permit_refusal else []
    found += _wrong_new_end(case, policy, today)
    found += [RuleError(error.text, "new_end") for error in _wrong_certificate(case.certificate, today)]
    found += wrong_approver(case.approver, case.approver_roles, case.approver_is_actor)
    return found + wrong_payment(case.payment)


def _wrong_new_end(case: Extending, policy: Policy, today: date) -> list[RuleError]:
    if case.new_end is None:
        return [RuleError(translate("EntryPasses", "请填写新的有效期至。"), "new_end")]
    if case.new_end < validity.extension_start(case.ends, today):
        sentence = translate("EntryPasses", "新的有效期至应晚于现在的 {day}。")
        return [RuleError(sentence.format(day=max(case.ends, today)), "new_end")]
    most = validity.extension_limit(case.ends, today, policy.bounds, case.permit_ends)
    if case.new_end <= most.day:
        return []
    sentence = translate("EntryPasses", "最晚只能延到 {day}({why})。")
    return [RuleError(sentence.format(day=most.day, why=most.why), "new_end")]


def wrong_approver(name: str, roles: frozenset[Role], is_actor: bool) -> list[RuleError]:
    """Return why somebody cannot approve: KZ or JL, and not who handles it (domain.md F08, §1.1)."""
    if not name:
        return [RuleError(translate("EntryPasses", "请选择审批人:客服主管或经理。"), "approver")]
    if not roles & SUPERVISORS:
        sentence = translate("EntryPasses", "{name} 不能审批:出入证由客服主管或经理审批。")
        return [RuleError(sentence.format(name=name), "approver")]
    if is_actor:
        sentence = translate("EntryPasses", "经办人与审批人不能是同一人,请改选。")
        return [RuleError(sentence, "approver")]
    return []


def wrong_voiding(case: Voiding, *, paid: bool) -> list[RuleError]:
    """Return what a voiding lacks; where money was taken for the pass the manager reviews it."""
    unfit = ""
    if paid and Role.JL not in case.approver_roles:
        unfit = translate("EntryPasses", "{name} 不能复核:已收费的证作废由经理复核。")
    return voiding.wrong(case, terms.VOID_REASONS, unfit)
