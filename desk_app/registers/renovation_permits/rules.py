"""Rules of the renovations: states, steps, what is missing for each step. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from desk_app.core import money, phones
from desk_app.core.approvals import Stage
from desk_app.core.declare import label_of
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, Step, step
from desk_app.core.people import Role
from desk_app.core.settings import Settings
from desk_app.registers.renovation_permits import checklist, terms
from desk_app.registers.renovation_permits.checklist import Handed

PREFIX, PERMIT_PREFIX = "ZX", "XK"
SUPERVISORS = frozenset({Role.KZ, Role.JL})

STATE_LABELS = {
    "draft": QT_TRANSLATE_NOOP("Renovations", "草稿"),
    "checking": QT_TRANSLATE_NOOP("Renovations", "待资料"),
    "reviewing": QT_TRANSLATE_NOOP("Renovations", "审批中"),
    "returned": QT_TRANSLATE_NOOP("Renovations", "退补"),
    "rejected": QT_TRANSLATE_NOOP("Renovations", "已驳回"),
    "approved": QT_TRANSLATE_NOOP("Renovations", "待缴费发证"),
    "valid": QT_TRANSLATE_NOOP("Renovations", "有效"),
    "suspended": QT_TRANSLATE_NOOP("Renovations", "吊扣"),
    "finished": QT_TRANSLATE_NOOP("Renovations", "已竣工"),
    "cancelled": QT_TRANSLATE_NOOP("Renovations", "已注销"),
    "expired": QT_TRANSLATE_NOOP("Renovations", "已到期"),
    "withdrawn": QT_TRANSLATE_NOOP("Renovations", "已撤销"),
    "void": QT_TRANSLATE_NOOP("Renovations", "作废"),
}
STATES = tuple(STATE_LABELS)
BEFORE_ISSUE = ("draft", "checking", "reviewing", "returned", "rejected", "approved")
OPEN = ("checking", "reviewing", "returned", "rejected", "approved")
IN_FORCE = ("valid", "suspended")
ENDED = ("finished", "cancelled", "expired", "void")
REFUNDABLE = ("finished", "cancelled", "expired", "withdrawn", "void")
"""States in which deposits may go back (domain.md F14)."""
EDITABLE = ("draft", "checking", "returned", "rejected")


def _stay(verb: str, label: str, *origins: str) -> tuple[Step, ...]:
    return tuple(step(verb, label, {origin}, origin) for origin in origins)


MACHINE = Machine(
    "Renovations",
    STATE_LABELS,
    frozenset({"draft"}),
    (
        *_stay("save", QT_TRANSLATE_NOOP("Renovations", "修改"), *EDITABLE),
        step("submit", QT_TRANSLATE_NOOP("Renovations", "提交"), {"draft"}, "checking"),
        *_stay("check_papers", QT_TRANSLATE_NOOP("Renovations", "资料核对"), *OPEN),
        step("accept", QT_TRANSLATE_NOOP("Renovations", "资料齐全受理"), {"checking"}, "reviewing"),
        step("send_back", QT_TRANSLATE_NOOP("Renovations", "退补"), {"reviewing"}, "returned"),
        step("take_again", QT_TRANSLATE_NOOP("Renovations", "补齐收回"), {"returned"}, "reviewing"),
        *_stay("note_trial", QT_TRANSLATE_NOOP("Renovations", "登记闭水打压"), "checking", "reviewing", "returned"),
        *_stay("note_fees", QT_TRANSLATE_NOOP("Renovations", "登记费用"), "checking", "reviewing", "returned", "approved"),
        *_stay("approve", QT_TRANSLATE_NOOP("Renovations", "登记审批"), "reviewing"),
        step("approve_last", QT_TRANSLATE_NOOP("Renovations", "登记审批"), {"reviewing"}, "approved"),
        step("reject", QT_TRANSLATE_NOOP("Renovations", "驳回"), {"reviewing"}, "rejected"),
        step("resubmit", QT_TRANSLATE_NOOP("Renovations", "重新提交"), {"rejected"}, "checking"),
        step("issue", QT_TRANSLATE_NOOP("Renovations", "发许可证"), {"approved"}, "valid"),
        *_stay("extend", QT_TRANSLATE_NOOP("Renovations", "延期"), "valid"),
        step("suspend", QT_TRANSLATE_NOOP("Renovations", "吊扣"), {"valid"}, "suspended"),
        step("lift", QT_TRANSLATE_NOOP("Renovations", "恢复施工"), {"suspended"}, "valid"),
        step("finish", QT_TRANSLATE_NOOP("Renovations", "竣工"), {"valid"}, "finished"),
        step("cancel", QT_TRANSLATE_NOOP("Renovations", "注销"), IN_FORCE, "cancelled"),
        step("expire", QT_TRANSLATE_NOOP("Renovations", "到期"), IN_FORCE, "expired"),
        step("withdraw", QT_TRANSLATE_NOOP("Renovations", "撤销申请"), BEFORE_ISSUE, "withdrawn"),
        step("void", QT_TRANSLATE_NOOP("Renovations", "作废"), IN_FORCE, "void"),
    ),
)  # fmt: skip
"""A renovation's life up to the end of its permit (domain.md F11, F12)."""

CHAIN = (
    Stage("QT", QT_TRANSLATE_NOOP("Renovations", "前台初审"), (Role.QT, Role.DB), "domain.md F11"),
    Stage("GC", QT_TRANSLATE_NOOP("Renovations", "工程审核"), (Role.GC,), "S0㈦(2)4; domain.md F11"),
    Stage("AB", QT_TRANSLATE_NOOP("Renovations", "消防审核"), (Role.AB,), "domain.md F11"),
    Stage("KZ", QT_TRANSLATE_NOOP("Renovations", "客服主管审核"), (Role.KZ,), "domain.md F11"),
    Stage("JL", QT_TRANSLATE_NOOP("Renovations", "经理批准"), (Role.JL,), "S0㈠5; domain.md F11"),
)
"""Who must agree, in this order (F11)."""


@dataclass(frozen=True)
class Case:
    """Everything the rules ask about one application; `answers` by matter, None not answered yet."""

    place: str = ""
    kind: str = ""
    relation: str = ""
    owner: str = ""
    tenant: str = ""
    applicant: str = ""
    phone: str = ""
    by_agent: bool = False
    org: str = ""
    credit_code: str = ""
    qual_until: date | None = None
    foreman: str = ""
    foreman_phone: str = ""
    fire_lead: str = ""
    fire_phone: str = ""
    workers: int | None = None
    hours: str = ""
    starts: date | None = None
    ends: date | None = None
    works: int = 0
    touches: frozenset[str] = frozenset()
    answers: Mapping[str, bool | None] = field(default_factory=dict)
    permitted: frozenset[str] = frozenset()  # matters with a government paper
    papers: tuple[Handed, ...] = ()


def draft_number(record: int) -> str:
    """Return what an application without a number is called."""
    return translate("Renovations", "草稿-{number:04d}").format(number=record)


def effective(state: str, ends: date | None, today: date) -> str:
    """Return the state today: after its last day a permit is expired, whether or not anybody noted it."""
    return "expired" if state in IN_FORCE and ends is not None and today > ends else state


def facts(case: Case, config: Settings) -> frozenset[str]:
    """Return what decides which papers are required (domain.md F11)."""
    found = set(case.touches)
    if case.by_agent:
        found.add("agent")
    if case.relation == "tenant":
        found.add("tenant")
    if case.kind != "repair":
        found.add("drawings")
    if config.get(terms.INSURANCE):
        found.add("insurance")
    if any(case.answers.get(matter.key) for matter in terms.MATTERS if not matter.forbidden):
        found.add("government")
    return frozenset(found)


def trials_needed(case: Case, config: Settings) -> bool:
    """Say whether water and pressure are tested: the works touch water, or the setting says always."""
    return "water" in case.touches or config.get(terms.TRIAL_ALWAYS)


def missing_in_form(case: Case, today: date) -> list[RuleError]:
    """Return what a submitted application lacks, one sentence a field (domain.md F11)."""
    asked = (
        ("room", case.place, translate("Renovations", "请填写装修的房号,可输入首字母。")),
        ("kind", case.kind, translate("Renovations", "请选择装修类别。")),
        ("relation", case.relation, translate("Renovations", "请选择是业主自用还是租户承租。")),
        ("owner", case.owner, translate("Renovations", "请填写业主。")),
        ("tenant", case.tenant or case.relation != "tenant", translate("Renovations", "租户装修请填写租户名称。")),
        ("applicant", case.applicant, translate("Renovations", "请填写申请人。")),
        ("phone", case.phone, translate("Renovations", "请填写申请人的联系电话。")),
        ("org", case.org, translate("Renovations", "请填写施工单位。")),
        ("credit_code", case.credit_code, translate("Renovations", "请填写施工单位的统一社会信用代码。")),
        ("foreman", case.foreman, translate("Renovations", "请填写施工负责人。")),
        ("foreman_phone", case.foreman_phone, translate("Renovations", "请填写施工负责人的电话。")),
        ("fire_lead", case.fire_lead, translate("Renovations", "请填写防火负责人。")),
        ("fire_phone", case.fire_phone, translate("Renovations", "请填写防火负责人的电话。")),
        ("hours", case.hours, translate("Renovations", "请选择施工时段。")),
        ("works", case.works, translate("Renovations", "请填写装修项目明细,至少一行。")),
    )  # fmt: skip
    found = [RuleError(sentence, key) for key, given, sentence in asked if not given]
    return [*found, *wrong_days(case, today), *wrong_answers(case)]


def wrong_days(case: Case, today: date) -> list[RuleError]:
    """Return what is wrong with the planned days."""
    if case.starts is None or case.ends is None:
        key = "starts" if case.starts is None else "ends"
        return [RuleError(translate("Renovations", "请填写计划开工和竣工日期。"), key)]
    if case.ends < case.starts:
        return [RuleError(translate("Renovations", "竣工日期早于开工日期,请核对。"), "ends")]
    if case.ends < today:
        return [RuleError(translate("Renovations", "竣工日期已过,请核对。"), "ends")]
    return []


def asked_key(matter: str) -> str:
    """Return the form field that asks about a matter."""
    return f"ask_{matter}"


def wrong_answers(case: Case) -> list[RuleError]:
    """Return what the self-check shows: not answered, forbidden, or without its government paper."""
    found = []
    for matter in terms.MATTERS:
        answer, name = case.answers.get(matter.key), translate("Renovations", matter.label)
        if answer is None:
            text = translate("Renovations", "请回答「{name}」:是或否。")
            found.append(RuleError(text.format(name=name), asked_key(matter.key)))
        elif answer and matter.forbidden:
            text = translate("Renovations", "「{name}」属于禁止行为,不能受理;请改方案后再报。")
            found.append(RuleError(text.format(name=name), asked_key(matter.key)))
        elif answer and matter.key not in case.permitted:
            text = translate(
                "Renovations", "「{name}」须有政府批文:请在「政府批文」填写文号和日期,没有就不能受理。"
            )
            found.append(RuleError(text.format(name=name), asked_key(matter.key)))
    return found


def doubts(case: Case, reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on (domain.md §4.6)."""
    checks = {
        "phone": phones.check(case.phone) if case.phone else None,
        "credit_code": credit_code_doubt(case.credit_code) if case.credit_code else None,
        "foreman_phone": phones.check(case.foreman_phone) if case.foreman_phone else None,
        "fire_phone": phones.check(case.fire_phone) if case.fire_phone else None,
        "qual_until": _short_lived(case),
    }
    return [Doubt(text, key) for key, text in checks.items() if text and not reasons.get(key)]


def _short_lived(case: Case) -> str | None:
    """A qualification that runs out before the works end must be renewed on the way."""
    if case.qual_until is None or case.ends is None or case.qual_until >= case.ends:
        return None
    text = translate("Renovations", "施工资质有效期至 {day},早于竣工日期;请写明如何换证。")
    return text.format(day=case.qual_until)


_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code_doubt(code: str) -> str | None:
    """Return what is odd about a unified social credit code (GB 32100-2015, MOD 31), None when nothing."""
    if len(code) != 18 or any(sign not in _CODE_SIGNS for sign in code):
        return translate("Renovations", "统一社会信用代码应为 18 位数字和大写字母(没有 I、O、S、V、Z)。")
    total = sum(_CODE_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    if _CODE_SIGNS[-total % 31] != code[17]:
        return translate("Renovations", "统一社会信用代码校验不符,请对照营业执照;确实无误可写明原因后继续。")
    return None


def missing_papers(case: Case, config: Settings, today: date) -> list[RuleError]:
    """Return what stands between an application and 资料齐全, the contractor's qualification with it."""
    found = checklist.missing(facts(case, config), case.papers, today)
    return [*found, *expired_papers(case, today, only_form=True)]


def expired_papers(case: Case, today: date, *, only_form: bool = False) -> list[RuleError]:
    """Return which of the contractor's papers have run out, with the day (scenario of F11: 过期拦截)."""
    found = [] if only_form else checklist.expired(case.papers, today)
    dated = any(paper.item == "qualification" and paper.valid_until for paper in case.papers)
    if case.qual_until and case.qual_until < today and not dated:
        text = translate("Renovations", "施工资质有效期至 {day},已过期,不能受理和发证;请换有效的证件。")
        found.append(RuleError(text.format(day=case.qual_until), "qual_until"))
    return found


def asked_amounts(config: Settings) -> dict[str, int]:
    """Return the deposits as the settings have them, 分 (S0㈦(6)1①)."""
    return {
        "owner_deposit": config.get(terms.OWNER_DEPOSIT) * 100,
        "contractor_deposit": config.get(terms.CONTRACTOR_DEPOSIT) * 100,
    }


def missing_fees(paid: Mapping[str, tuple[int, str]], config: Settings) -> list[RuleError]:
    """Return what must still be paid before the permit is issued, with how much."""
    found = []
    asked: dict[str, int | None] = dict(asked_amounts(config))
    if config.get(terms.RUBBISH):
        asked["rubbish"] = None
    for kind, amount in asked.items():
        name = translate("Renovations", label_of(terms.FEES, kind))
        if amount == 0:
            continue
        if kind not in paid:
            text = translate("Renovations", "还没有登记{name}{amount}:请收款后登记金额和收据号。")
            shown = translate("Renovations", "({yuan} 元)").format(yuan=money.text(amount)) if amount else ""
            found.append(RuleError(text.format(name=name, amount=shown), kind))
        elif paid[kind][0] and not paid[kind][1]:
            text = translate("Renovations", "{name}没有收据号,请补登记。")
            found.append(RuleError(text.format(name=name), f"{kind}_receipt"))
    return found


def fee_doubts(
    paid: Mapping[str, tuple[int, str]], config: Settings, reasons: Mapping[str, str]
) -> list[Doubt]:
    """Return deposits that are not what the settings ask for; they go on with a reason."""
    text = translate("Renovations", "{name}应为 {asked} 元,现登记 {paid} 元;请核对,确需如此请写明原因。")
    return [
        Doubt(
            text.format(
                name=translate("Renovations", label_of(terms.FEES, kind)), asked=money.text(amount),
                paid=money.text(paid[kind][0]),
            ),
            kind,
        )
        for kind, amount in asked_amounts(config).items()
        if kind in paid and paid[kind][0] != amount and not reasons.get(kind)
    ]  # fmt: skip


def wrong_extension(
    new_end: date | None, ends: date, today: date, reason: str, approver: str, roles: Collection[Role]
) -> list[RuleError]:
    """Return what an extension lacks: a later day, a reason, the supervisor's or manager's consent (F12)."""
    found = []
    if new_end is None:
        found.append(RuleError(translate("Renovations", "请填写延到哪一天。"), "new_end"))
    elif new_end <= ends or new_end < today:
        text = translate("Renovations", "许可证原来到 {day},延期应晚于这一天。")
        found.append(RuleError(text.format(day=ends), "new_end"))
    if not reason:
        found.append(RuleError(translate("Renovations", "请写明延期原因。"), "reason"))
    if not approver:
        found.append(RuleError(translate("Renovations", "延期须客服主管或经理同意,请选择。"), "approver"))
    elif not SUPERVISORS.intersection(roles):
        text = translate("Renovations", "{name} 不能批准延期:须客服主管或经理。")
        found.append(RuleError(text.format(name=approver), "approver"))
    return found


def trial_contact_day(submitted: date, days: int) -> date:
    """Return by when the tests are to be arranged: `days` after the application (S0㈦(2)4③)."""
    return submitted + timedelta(days)
