"""Rules of the prints: states, steps, who must have agreed and signed before the next one. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.core.approvals import Stage
from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import ROLE_LABELS, Role
from desk_app.registers.document_prints import terms

PREFIX = "WD"
SUPERVISORS = frozenset({Role.KZ, Role.JL})
MOST_COPIES, MOST_PAGES = 999, 9999

STATE_LABELS = {
    "applied": QT_TRANSLATE_NOOP("DocumentPrints", "申请"),
    "agreed": QT_TRANSLATE_NOOP("DocumentPrints", "主管同意"),
    "printed": QT_TRANSLATE_NOOP("DocumentPrints", "已打印"),
    "collected": QT_TRANSLATE_NOOP("DocumentPrints", "已领取"),
    "void": QT_TRANSLATE_NOOP("DocumentPrints", "作废"),
}
STATES = tuple(STATE_LABELS)
OPEN = ("applied", "agreed", "printed")


MACHINE = Machine(
    "DocumentPrints",
    STATE_LABELS,
    frozenset({"applied"}),
    (
        step("correct", QT_TRANSLATE_NOOP("DocumentPrints", "更正"), {"applied"}, "applied"),
        step("agree", QT_TRANSLATE_NOOP("DocumentPrints", "登记主管同意"), {"applied"}, "agreed"),
        step("finish", QT_TRANSLATE_NOOP("DocumentPrints", "登记打印"), {"agreed"}, "printed"),
        step("collect", QT_TRANSLATE_NOOP("DocumentPrints", "登记领取"), {"printed"}, "collected"),
        step("void", QT_TRANSLATE_NOOP("DocumentPrints", "作废"), OPEN, "void"),
    ),
)
"""申请 → 主管同意 → 已打印 → 已领取 (domain.md F23)."""


def chain(department: str) -> tuple[Stage, ...]:
    """Return who must agree before anything is printed: the department's supervisor, ours included."""
    roles = terms.SUPERVISED_BY[department]
    return (Stage("agree", QT_TRANSLATE_NOOP("DocumentPrints", "主管同意打印"), roles, "S0㈦(5)"),)


@dataclass(frozen=True)
class Case:
    """What the rules ask about an application; whoever registers or asks for it may not be the approver."""

    title: str = ""
    department: str = ""
    applicant: str = ""
    approver: str = ""
    approver_roles: frozenset[Role] = frozenset()
    approver_is_handler: bool = False
    approver_is_applicant: bool = False
    copies: int | None = None
    pages: int | None = None
    seal: bool = False
    seal_copies: int | None = None


def wrong_application(case: Case) -> list[RuleError]:
    """Return everything an application lacks, each under its field."""
    asked = (
        ("title", case.title, translate("DocumentPrints", "请填写文件名称。")),
        ("department", case.department, translate("DocumentPrints", "请选择申请部门。")),
        ("applicant", case.applicant, translate("DocumentPrints", "请填写申请人。")),
    )
    found = [RuleError(text, key) for key, given, text in asked if not given]
    found += wrong_approver(case)
    counts = (
        ("copies", case.copies, MOST_COPIES, translate("DocumentPrints", "份数须为 1 至 {most}。")),
        ("pages", case.pages, MOST_PAGES, translate("DocumentPrints", "页数须为 1 至 {most}。")),
    )
    found += [
        RuleError(text.format(most=most), key)
        for key, given, most, text in counts
        if not 1 <= (given or 0) <= most
    ]
    return found + wrong_seal(case)


def wrong_approver(case: Case) -> list[RuleError]:
    """Return why the named supervisor may not agree to this print (S0㈦(5))."""
    if not case.approver:
        text = translate("DocumentPrints", "请选择审批主管:主管同意才可以打印,本部门也一样。")
        return [RuleError(text, "approver")]
    roles = terms.SUPERVISED_BY.get(case.department, ())
    if roles and not case.approver_roles.intersection(roles):
        text = translate("DocumentPrints", "{name} 不能审批{department}的打印,须由{roles}审批。")
        department = translate("DocumentPrints", label_of(terms.DEPARTMENTS, case.department))
        who = listed(translate("People", ROLE_LABELS[role]) for role in roles)
        return [RuleError(text.format(name=case.approver, department=department, roles=who), "approver")]
    if case.approver_is_applicant:
        text = translate("DocumentPrints", "申请人不能审批自己的打印,请改选审批主管。")
        return [RuleError(text, "approver")]
    if case.approver_is_handler:
        text = translate("DocumentPrints", "{name} 是经办人,不能审批自己登记的打印,请改选或换人登记。")
        return [RuleError(text.format(name=case.approver), "approver")]
    return []


def wrong_seal(case: Case) -> list[RuleError]:
    """Return what is wrong with the number of copies to be stamped."""
    if not case.seal and case.seal_copies:
        return [RuleError(translate("DocumentPrints", "填了用印份数,请勾选用印。"), "seal")]
    if case.seal and not 1 <= (case.seal_copies or 0) <= (case.copies or 0):
        text = translate("DocumentPrints", "用印份数须为 1 至打印份数。")
        return [RuleError(text, "seal_copies")]
    return []


def unsigned(
    applicant: str, approver: str, *, applicant_signed: bool, approver_signed: bool
) -> list[RuleError]:
    """Return whose signature is missing on the slip before the consent counts."""
    asked = (
        ("applicant_signed", applicant, applicant_signed),
        ("approver_signed", approver, approver_signed),
    )
    text = translate("DocumentPrints", "{name} 还没有在申请单上签名,请签好再登记。")
    return [RuleError(text.format(name=name), key) for key, name, signed in asked if not signed]


def wrong_printing(printer: str, seal_copies: int, *, stamped: bool) -> list[RuleError]:
    """Return what is missing before a print counts as done; what is to be stamped is stamped and entered."""
    found = []
    if not printer:
        found.append(RuleError(translate("DocumentPrints", "请选择打印人。"), "printer"))
    if seal_copies and not stamped:
        text = translate("DocumentPrints", "有 {count} 份要用印:请先盖章、登用印台账,再登记打印。")
        found.append(RuleError(text.format(count=seal_copies), "stamped"))
    return found


def wrong_collecting(collector: str, *, signed: bool) -> list[RuleError]:
    """Return what is missing before a print is collected."""
    if not collector:
        return [RuleError(translate("DocumentPrints", "请填写领取人。"), "collector")]
    if not signed:
        text = translate("DocumentPrints", "{name} 还没有在申请单上签名,请签好再登记。")
        return [RuleError(text.format(name=collector), "collector_signed")]
    return []


def uncollected_late(printed_at: datetime, hours: int, now: datetime) -> bool:
    """Say whether something printed has lain longer than the settings allow."""
    return now >= printed_at + timedelta(hours=hours)
