"""Rules of the release slips: states, steps, what is missing for each step. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desk_app.core import clock, identity, phones, plates
from desk_app.core.declare import Choice, label_of
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import LEADS, Role
from desk_app.core.settings import Settings
from desk_app.registers.release_slips import terms

PREFIX = "FX"
SUPERVISORS = frozenset({Role.KZ, Role.JL})

STATE_LABELS = {
    "draft": QT_TRANSLATE_NOOP("ReleaseSlips", "草稿"),
    "awaiting_consent": QT_TRANSLATE_NOOP("ReleaseSlips", "待业主认可"),
    "awaiting_lead": QT_TRANSLATE_NOOP("ReleaseSlips", "待负责人签章"),
    "issued": QT_TRANSLATE_NOOP("ReleaseSlips", "已开具"),
    "partly_released": QT_TRANSLATE_NOOP("ReleaseSlips", "部分放行"),
    "released": QT_TRANSLATE_NOOP("ReleaseSlips", "已放行"),
    "recovered": QT_TRANSLATE_NOOP("ReleaseSlips", "已回收"),
    "closed": QT_TRANSLATE_NOOP("ReleaseSlips", "已关闭"),
    "expired": QT_TRANSLATE_NOOP("ReleaseSlips", "已过期"),
    "void": QT_TRANSLATE_NOOP("ReleaseSlips", "作废"),
    "refused_at_gate": QT_TRANSLATE_NOOP("ReleaseSlips", "门岗拒放"),
}
STATES = tuple(STATE_LABELS)
BEFORE_ISSUE = ("draft", "awaiting_consent", "awaiting_lead")
DESK_ONLY = (*BEFORE_ISSUE, "void")
RELEASED = ("released", "recovered", "closed")
COPYABLE = ("expired", "void", "refused_at_gate")


DESK_STEPS = (
    step("save", QT_TRANSLATE_NOOP("ReleaseSlips", "修改"), {"draft"}, "draft"),
    step("ask_consent", QT_TRANSLATE_NOOP("ReleaseSlips", "提交"), {"draft"}, "awaiting_consent"),
    step("ask_lead", QT_TRANSLATE_NOOP("ReleaseSlips", "提交"), {"draft"}, "awaiting_lead"),
    step("record_consent", QT_TRANSLATE_NOOP("ReleaseSlips", "登记业主认可"), {"awaiting_consent"}, "awaiting_lead"),
    step("lead_sign", QT_TRANSLATE_NOOP("ReleaseSlips", "登记负责人签章"), {"awaiting_lead"}, "awaiting_lead"),
    step("issue", QT_TRANSLATE_NOOP("ReleaseSlips", "开具"), {"awaiting_lead"}, "issued"),
    step("withdraw", QT_TRANSLATE_NOOP("ReleaseSlips", "撤回修改"), {"awaiting_consent", "awaiting_lead"}, "draft"),
    step("discard", QT_TRANSLATE_NOOP("ReleaseSlips", "放弃草稿"), BEFORE_ISSUE, "void"),
    step("void", QT_TRANSLATE_NOOP("ReleaseSlips", "作废"), {"issued"}, "void"),
    step("refuse_at_gate", QT_TRANSLATE_NOOP("ReleaseSlips", "登记门岗拒放"), {"issued"}, "refused_at_gate"),
)  # fmt: skip
GATE_STEPS = (
    step("release_part", QT_TRANSLATE_NOOP("ReleaseSlips", "分批放行"), {"issued", "partly_released"}, "partly_released"),
    step("release", QT_TRANSLATE_NOOP("ReleaseSlips", "放行"), {"issued", "partly_released"}, "released"),
    step("recover", QT_TRANSLATE_NOOP("ReleaseSlips", "回收"), {"released"}, "recovered"),
    step("close", QT_TRANSLATE_NOOP("ReleaseSlips", "核对关闭"), {"recovered"}, "closed"),
)  # fmt: skip
AT_MIDNIGHT = (step("expire", QT_TRANSLATE_NOOP("ReleaseSlips", "过期"), {"issued"}, "expired"),)
MACHINE = Machine("ReleaseSlips", STATE_LABELS, frozenset({"draft"}), DESK_STEPS + AT_MIDNIGHT + GATE_STEPS)
"""A slip's whole life (domain.md F06)."""

AT_DESK = replace(MACHINE, steps=DESK_STEPS)
"""The steps that have a verb today; a refused step offers only these. The gate's join with its screen."""


@dataclass(frozen=True)
class Policy:
    """The settings that decide what is required."""

    consent_kinds: frozenset[str] = frozenset({"bulky", "move"})
    signatory: bool = False
    work_card: bool = True
    reno_no: bool = True
    move_days: int = 3


def policy(config: Settings) -> Policy:
    """Read the policy from the settings."""
    return Policy(
        frozenset(kind for kind, spec in terms.CONSENT_FOR.items() if config.get(spec)),
        config.get(terms.SIGNATORY), config.get(terms.WORK_CARD), config.get(terms.RENO_NO), config.get(terms.MOVE_DAYS),
    )  # fmt: skip


@dataclass(frozen=True)
class Case:
    """Everything the rules ask about one slip; `lead_is_handler` where that may not be.

    `lone` says whether somebody is alone on duty at night.
    """

    customer: str = ""
    kind: str = ""
    applicant: str = ""
    standing: str = ""
    phone: str = ""
    id_kind: str = ""
    items: int = 0
    route: str = ""
    by_car: bool = False
    plate: str = ""
    plan_from: datetime | None = None
    plan_to: datetime | None = None
    returnable: bool = False
    return_due: date | None = None
    reno_no: str = ""
    consent_how: str = ""
    consent_by: str = ""
    consent_phone: str = ""
    lead: str = ""
    lead_roles: frozenset[Role] = frozenset()
    lead_is_handler: bool = False
    lead_note: str = ""
    lone: bool = False


@dataclass(frozen=True)
class OnFile:
    """What the roster says about a slip's room: the owner's names and telephones, the user's signatories."""

    owner_names: tuple[str, ...] = ()
    owner_phones: tuple[tuple[str, str], ...] = ()  # whose, number
    signatories: tuple[str, ...] = ()


def draft_number(record: int) -> str:
    """Return what a slip without a number is called."""
    return translate("ReleaseSlips", "草稿-{number:04d}").format(number=record)


def effective(state: str, valid_until: datetime | None, now: datetime) -> str:
    """Return the state at `now`: at midnight a slip is expired, whether or not anybody noted it."""
    return "expired" if state == "issued" and valid_until is not None and now >= valid_until else state


def last_day(plan_to: datetime) -> date:
    """Return the local day a plan ends on; 24:00 still belongs to the day before."""
    return clock.local(plan_to - timedelta(milliseconds=1)).date()


def expiry(kind: str, plan_to: datetime | None, now: datetime) -> datetime:
    """Return when a slip issued `now` ends: tonight, a move's on the evening of its last day (F06)."""
    today = clock.local(now).date()
    last = max(today, last_day(plan_to)) if kind == "move" and plan_to else today
    return clock.day_bounds(last)[1]


def consent_needed(case: Case, policy: Policy) -> bool:
    """Say whether the owner must agree: the applicant is somebody else and the kind asks for it (S0㈠1)."""
    return case.standing != "owner" and case.kind in policy.consent_kinds


def consent_ways(case: Case, policy: Policy, on_file: OnFile) -> tuple[Choice, ...]:
    """Return the ways consent can be given; by telephone only where a number is on file (F06 ⚠)."""
    barred = set()
    if not on_file.owner_phones:
        barred.add("phone")
    if not (policy.signatory and case.kind == "bulky" and on_file.signatories):
        barred.add("signatory")
    return tuple(way for way in terms.CONSENTS if way.key not in barred)


def missing_in_form(case: Case, policy: Policy) -> list[RuleError]:
    """Return what a submitted form lacks, one sentence a field (domain.md F06)."""
    asked = (
        ("room", case.customer, translate("ReleaseSlips", "请填写房号或搬出单位,可输入首字母。")),
        ("kind", case.kind, translate("ReleaseSlips", "请选择放行类型。")),
        ("applicant", case.applicant, translate("ReleaseSlips", "请填写申请人。")),
        ("standing", case.standing, translate("ReleaseSlips", "请选择申请人的身份。")),
        ("id_kind", case.id_kind, translate("ReleaseSlips", "申请人须到场核验:请选择看过的证件。")),
        ("phone", case.phone, translate("ReleaseSlips", "请填写申请人的联系电话。")),
        ("items", case.items, translate("ReleaseSlips", "请填写物品清单,至少一行。")),
        ("plate", case.plate or not case.by_car, translate("ReleaseSlips", "车运须填写车牌。")),
        ("reno_no", case.reno_no or not _needs_reno(case, policy), translate("ReleaseSlips", "施工单位搬出材料工具,请填写装修许可证号。")),
        ("return_due", case.return_due or not _returns(case), translate("ReleaseSlips", "须返回的物品请填写预计返回日。")),
    )  # fmt: skip
    found = [RuleError(sentence, key) for key, given, sentence in asked if not given]
    if case.id_kind == identity.IdKind.WORK_CARD and not _card_will_do(case, policy):
        sentence = translate("ReleaseSlips", "工作证只用于租户员工和授权签字人,请核验身份证件。")
        found.append(RuleError(sentence, "id_kind"))
    return found


def _needs_reno(case: Case, policy: Policy) -> bool:
    return policy.reno_no and case.kind == "materials" and case.standing == "works"


def _returns(case: Case) -> bool:
    return case.returnable or case.kind == "repair"


def _card_will_do(case: Case, policy: Policy) -> bool:
    return policy.work_card and case.standing in ("employee", "signatory")


def wrong_times(case: Case, policy: Policy, now: datetime) -> list[RuleError]:
    """Return what is wrong with the planned times: a slip is for one day, a move may take several (F06)."""
    start, end = case.plan_from, case.plan_to
    today = clock.local(now).date()
    if start is None or end is None:
        return [RuleError(translate("ReleaseSlips", "请填写计划搬出时间,例如 14:00。"), "plan_from")]
    found = []
    first, last = clock.local(start).date(), last_day(end)
    if end <= start:
        found.append(RuleError(translate("ReleaseSlips", "结束时间应晚于开始时间。"), "plan_to"))
    elif end <= now:
        found.append(RuleError(translate("ReleaseSlips", "计划搬出时间已过,请撤回后改时间。"), "plan_to"))
    elif case.kind != "move" and first != last:
        sentence = translate("ReleaseSlips", "放行条当日有效,不能跨日;整租退场请选「搬家」。")
        found.append(RuleError(sentence, "plan_to"))
    elif (last - first).days >= policy.move_days:
        sentence = translate("ReleaseSlips", "搬家时段最长 {days} 天,请分开办理。")
        found.append(RuleError(sentence.format(days=policy.move_days), "plan_to"))
    if _returns(case) and case.return_due and case.return_due < today:
        found.append(RuleError(translate("ReleaseSlips", "预计返回日已过,请核对。"), "return_due"))
    return found


def not_today(case: Case, now: datetime) -> list[RuleError]:
    """Return that a slip cannot be issued yet: it is valid on the day of issue only, save a move's (S0㈠1)."""
    today = clock.local(now).date()
    if case.plan_from is None or case.kind == "move" or clock.local(case.plan_from).date() <= today:
        return []
    sentence = translate("ReleaseSlips", "放行条当日有效,计划 {day:%m-%d} 搬出,请当天再开具。")
    return [RuleError(sentence.format(day=clock.local(case.plan_from)), "plan_from")]


def missing_consent(case: Case, policy: Policy) -> list[RuleError]:
    """Return that the owner has not agreed though he must."""
    if not consent_needed(case, policy) or (case.consent_how and case.consent_by):
        return []
    sentence = translate("ReleaseSlips", "非业主搬出{kind}须经业主认可,请登记认可方式和认可人。")
    kind = translate("ReleaseSlips", label_of(terms.KINDS, case.kind))
    return [RuleError(sentence.format(kind=kind), "consent_by" if case.consent_how else "consent_how")]


def wrong_consent(case: Case, policy: Policy, on_file: OnFile) -> list[RuleError]:
    """Return what is wrong with a consent as it is given."""
    found = missing_consent(case, policy)
    if found or not case.consent_how:
        return found
    if case.consent_how not in {way.key for way in consent_ways(case, policy, on_file)}:
        if case.consent_how == "phone":
            sentence = translate("ReleaseSlips", "档案里没有业主的电话,不能电话确认;请改用其他方式。")
        else:
            sentence = translate("ReleaseSlips", "这一单不能用这种认可方式,请改选。")
        return [RuleError(sentence, "consent_how")]
    if case.consent_how == "phone" and not _is_on_file(case.consent_phone, on_file):
        sentence = translate(
            "ReleaseSlips", "电话确认只能拨档案登记的号码,不能用来人提供的号码。请从列表中选择。"
        )
        return [RuleError(sentence, "consent_phone")]
    if case.consent_how == "signatory" and case.consent_by not in on_file.signatories:
        sentence = translate("ReleaseSlips", "{name} 不在授权签字人名单里,请核对。")
        return [RuleError(sentence.format(name=case.consent_by), "consent_by")]
    return []


def _is_on_file(phone: str, on_file: OnFile) -> bool:
    return any(phones.same(phone, number) for _whose, number in on_file.owner_phones)


def wrong_lead(case: Case, policy: Policy, now: datetime) -> list[RuleError]:
    """Return what is missing of the duty lead's signature (S0㈠1; domain.md §1.1, §2.0)."""
    if not case.lead:
        return [RuleError(translate("ReleaseSlips", "请选择签章的当班负责人。"), "lead")]
    if not case.lead_roles.intersection(LEADS):
        sentence = translate("ReleaseSlips", "{name} 不是当班负责人,请选当班负责人、主管或经理。")
        return [RuleError(sentence.format(name=case.lead), "lead")]
    tomorrow = clock.day_bounds(clock.local(now).date())[1]
    if expiry(case.kind, case.plan_to, now) > tomorrow and not case.lead_roles & SUPERVISORS:
        sentence = translate("ReleaseSlips", "跨日搬家须由客服主管或经理签章,请改选。")
        return [RuleError(sentence, "lead")]
    if case.lead_is_handler:
        if not case.lone:
            sentence = translate("ReleaseSlips", "经办人与当班负责人不能是同一人,请改选。")
            return [RuleError(sentence, "lead")]
        if not case.lead_note:
            sentence = translate("ReleaseSlips", "夜班一人值守可由经办人兼任,请写明原因;次日由主管补审。")
            return [RuleError(sentence, "lead_note")]
    return []


def missing_for_issue(case: Case, policy: Policy, now: datetime) -> list[RuleError]:
    """Return everything that still stands between a slip and 已开具; nothing when it may be issued."""
    return [
        *missing_in_form(case, policy),
        *wrong_times(case, policy, now),
        *not_today(case, now),
        *missing_consent(case, policy),
        *wrong_lead(case, policy, now),
    ]


def doubts(case: Case, policy: Policy, on_file: OnFile, reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on (domain.md §4.6)."""
    checks = {
        "phone": phones.check(case.phone) if case.phone else None,
        "plate": plates.check(case.plate) if case.plate else None,
        "route": _route_doubt(case),
        "standing": _owner_doubt(case, policy, on_file),
    }
    return [Doubt(text, key) for key, text in checks.items() if text and not reasons.get(key)]


def _route_doubt(case: Case) -> str | None:
    if case.route != "passenger" or case.kind not in terms.GOODS_LIFT_ONLY:
        return None
    return translate("ReleaseSlips", "客梯只许带随身物品,请改走货梯;确需走客梯请写明原因。")


def _owner_doubt(case: Case, policy: Policy, on_file: OnFile) -> str | None:
    """Whoever says he is the owner needs nobody's consent: the roster should know his name."""
    if (
        case.standing != "owner"
        or case.kind not in policy.consent_kinds
        or case.applicant in on_file.owner_names
    ):
        return None
    return translate("ReleaseSlips", "业主名册里没有「{name}」,请核对身份;确为业主请写明依据。").format(
        name=case.applicant
    )
