"""Rules of the key loans: states, steps, who must agree, what is missing. Pure functions (domain.md F07)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from desk_app.core import clock, phones
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import Role
from desk_app.registers.key_loans import terms
from desk_app.registers.key_loans.consents import (
    AB,
    CHAIN,
    GC,
    KZ,
    OWNER,
    Asked,
    Case,
    Given,
    Held,
    KeyFact,
    missing_consent,
    missing_consents,
    needs,
    needs_of,
    overnight,
    owns,
    why_kz,
    wrong_owner_consent,
)

__all__ = [
    "AB",
    "CHAIN",
    "GC",
    "KZ",
    "OWNER",
    "Asked",
    "Case",
    "Given",
    "Held",
    "KeyFact",
    "missing_consent",
    "missing_consents",
    "needs",
    "needs_of",
    "overnight",
    "owns",
    "why_kz",
    "wrong_owner_consent",
]

PREFIX = "YS"
SUPERVISORS = frozenset({Role.KZ, Role.JL})

STATE_LABELS = {
    "out": QT_TRANSLATE_NOOP("KeyLoans", "借出"),
    "partly_back": QT_TRANSLATE_NOOP("KeyLoans", "部分归还"),
    "returned": QT_TRANSLATE_NOOP("KeyLoans", "已归还"),
    "lost": QT_TRANSLATE_NOOP("KeyLoans", "遗失待处理"),
    "settled": QT_TRANSLATE_NOOP("KeyLoans", "遗失已处理"),
    "handed_over": QT_TRANSLATE_NOOP("KeyLoans", "已发放"),
    "kept": QT_TRANSLATE_NOOP("KeyLoans", "留存中"),
    "redeemed": QT_TRANSLATE_NOOP("KeyLoans", "收条已核销"),
    "void": QT_TRANSLATE_NOOP("KeyLoans", "作废"),
}
STATES = tuple(STATE_LABELS)
OPEN = ("out", "partly_back")
START = {"loan": "out", "collect": "out", "hand_over": "handed_over", "retain": "kept"}


MACHINE = Machine(
    "KeyLoans",
    STATE_LABELS,
    frozenset(START.values()),
    (
        step("give_part", QT_TRANSLATE_NOOP("KeyLoans", "部分归还"), OPEN, "partly_back"),
        step("give_back", QT_TRANSLATE_NOOP("KeyLoans", "归还消项"), OPEN, "returned"),
        step("give_rest", QT_TRANSLATE_NOOP("KeyLoans", "归还其余"), OPEN, "lost"),
        step("give_last", QT_TRANSLATE_NOOP("KeyLoans", "归还其余"), OPEN, "settled"),
        step("chase", QT_TRANSLATE_NOOP("KeyLoans", "登记催还"), {"out"}, "out"),
        step("chase", QT_TRANSLATE_NOOP("KeyLoans", "登记催还"), {"partly_back"}, "partly_back"),
        step("lose_one", QT_TRANSLATE_NOOP("KeyLoans", "登记遗失"), OPEN, "partly_back"),
        step("lose", QT_TRANSLATE_NOOP("KeyLoans", "登记遗失"), OPEN, "lost"),
        step("relock", QT_TRANSLATE_NOOP("KeyLoans", "登记换锁"), {"lost"}, "lost"),
        step("relock", QT_TRANSLATE_NOOP("KeyLoans", "登记换锁"), {"partly_back"}, "partly_back"),
        step("replace", QT_TRANSLATE_NOOP("KeyLoans", "登记补配"), {"lost"}, "lost"),
        step("replace", QT_TRANSLATE_NOOP("KeyLoans", "登记补配"), {"partly_back"}, "partly_back"),
        step("found", QT_TRANSLATE_NOOP("KeyLoans", "登记找回"), {"lost"}, "lost"),
        step("found", QT_TRANSLATE_NOOP("KeyLoans", "登记找回"), {"partly_back"}, "partly_back"),
        step("settle", QT_TRANSLATE_NOOP("KeyLoans", "处理完毕"), {"lost"}, "settled"),
        step("redeem", QT_TRANSLATE_NOOP("KeyLoans", "核销收条"), {"kept"}, "redeemed"),
        step("give_receipt_back", QT_TRANSLATE_NOOP("KeyLoans", "退回收条"), {"redeemed"}, "kept"),
        step("extend", QT_TRANSLATE_NOOP("KeyLoans", "续借"), {"out"}, "out"),
        step("extend", QT_TRANSLATE_NOOP("KeyLoans", "续借"), {"partly_back"}, "partly_back"),
        step("void", QT_TRANSLATE_NOOP("KeyLoans", "作废"), {"out", "kept", "handed_over"}, "void"),
    ),
)  # fmt: skip
"""A movement's whole life; what is handed over to the owner ends there, unless made wrongly (domain.md F07, §1.5)."""


TIME_TO_CALL = timedelta(minutes=30)
"""A key due at the very end of a shift is called for before it is reported [K]."""

NOT_FOR_OWNERS = frozenset({"common", "plant", "fire", "office"})


def missing_in_form(case: Case) -> list[RuleError]:
    """Return what the form lacks, one sentence a field."""
    asked = (
        ("kind", case.kind in START, translate("KeyLoans", "请选择业务类型。")),
        ("borrower", case.borrower, translate("KeyLoans", "请填写借用人(领取人)姓名。")),
        ("standing", case.standing, translate("KeyLoans", "请选择借用人的身份。")),
        ("phone", case.phone, translate("KeyLoans", "请填写联系电话,催还时要用。")),
        ("id_kind", case.id_kind, translate("KeyLoans", "先核身份再借钥匙:请选择看过的证件。")),
        ("key", case.asked, translate("KeyLoans", "请填写钥匙编号,或扫钥匙标签。")),
        ("org", case.org or case.standing not in ("sales", "works"), translate("KeyLoans", "请填写所属单位。")),
    )  # fmt: skip
    found = [RuleError(sentence, key) for key, given, sentence in asked if not given]
    return found + wrong_keys(case) + _missing_by_kind(case)


def _missing_by_kind(case: Case) -> list[RuleError]:
    if case.kind == "loan":
        return _missing_purpose(case)
    if case.kind == "collect":
        return wrong_receipt(case)
    if case.kind in ("hand_over", "retain"):
        return _missing_of_owner(case)
    return []


def _missing_purpose(case: Case) -> list[RuleError]:
    if not case.purpose:
        return [RuleError(translate("KeyLoans", "请选择事由。"), "purpose")]
    if case.purpose == "other" and not case.purpose_note:
        return [RuleError(translate("KeyLoans", "事由选了「其他」,请写明。"), "purpose_note")]
    return []


def _missing_of_owner(case: Case) -> list[RuleError]:
    found = []
    if case.standing and case.standing not in ("owner", "trustee"):
        sentence = translate("KeyLoans", "发放和留存只能由业主本人或其受托人办理。")
        found.append(RuleError(sentence, "standing"))
    if case.standing == "trustee" and not case.authority:
        found.append(
            RuleError(translate("KeyLoans", "受托人须有委托书,请填写委托书编号或日期。"), "authority")
        )
    if case.kind == "hand_over" and not case.inspection:
        sentence = translate("KeyLoans", "验房完毕才发放钥匙:请填写验房单号或验房日期。")
        found.append(RuleError(sentence, "inspection"))
    if case.kind == "retain" and not case.agrees:
        sentence = translate("KeyLoans", "留存须经业主同意:请当面征得同意后勾选。")
        found.append(RuleError(sentence, "agrees"))
    return found + [e for e in (_wrong_for_owner(case, line) for line in case.asked) if e]


def _wrong_for_owner(case: Case, line: Asked) -> RuleError | None:
    key = line.key
    if key is None:
        return None
    where = line.field("code")
    if key.kind in NOT_FOR_OWNERS:
        text = translate("KeyLoans", "{code} 不是户内钥匙,不能发放业主,也不作留存。")
        return RuleError(text.format(code=key.code), where)
    if case.kind == "retain":
        return _wrong_to_retain(line, key)
    if key.receipt_no and key.receipt_no != case.receipt_no:
        text = translate("KeyLoans", "{code} 已出留存收条,请收回收条并填写收条号。")
        return RuleError(text.format(code=key.code), "receipt_no")
    if line.pieces < key.pieces and not case.agrees:
        text = translate("KeyLoans", "{code} 共 {count} 把:请整串发放,或经业主同意留存其余(勾选后出收条)。")
        return RuleError(text.format(code=key.code, count=key.pieces), "agrees")
    return None


def _wrong_to_retain(line: Asked, key: KeyFact) -> RuleError | None:
    if key.kind == "custody":
        text = translate("KeyLoans", "{code} 是托管钥匙,凭托管委托书,不出留存收条。")
    elif key.receipt_no:
        text = translate("KeyLoans", "{code} 已有留存收条 {no},不能重复出收条。")
    elif line.pieces != key.pieces:
        text = translate("KeyLoans", "{code} 共 {count} 把:留存一部分请选「发放业主」,其余勾选留存。")
        return RuleError(text.format(code=key.code, count=key.pieces), line.field("pieces"))
    else:
        return None
    return RuleError(text.format(code=key.code, no=key.receipt_no), line.field("code"))


def wrong_receipt(case: Case) -> list[RuleError]:
    """Return why a collection does not match its stamped receipt (S0㈦(3)2).

    The right number is never told: whoever collects has to bring it.
    """
    if not case.receipt_no:
        sentence = translate("KeyLoans", "施工领取须凭盖章的留存收条,请填写收条号。")
        return [RuleError(sentence, "receipt_no")]
    bare = [key.code for key in case.keys if not key.receipt_no]
    if bare:
        sentence = translate("KeyLoans", "{codes} 没有留存收条,或收条已核销,不能凭收条领取。")
        return [RuleError(sentence.format(codes=listed(bare)), "receipt_no")]
    other = [key.code for key in case.keys if key.receipt_no != case.receipt_no]
    if other:
        sentence = translate("KeyLoans", "{codes} 的留存收条不是 {no},请核对钥匙和收条。")
        return [RuleError(sentence.format(no=case.receipt_no, codes=listed(other)), "receipt_no")]
    return []


def wrong_keys(case: Case) -> list[RuleError]:
    """Return what is wrong line by line: no such key, taken twice, not in the cabinet, too many pieces."""
    found: list[RuleError] = []
    seen: set[str] = set()
    for line in case.asked:
        error = _wrong_line(line, seen)
        if error is not None:
            found.append(error)
        if line.key is not None:
            seen.add(line.key.uid)
    return found


def _wrong_line(line: Asked, seen: set[str]) -> RuleError | None:
    key = line.key
    if key is None:
        text = translate("KeyLoans", "没有「{text}」这把钥匙,请核对编号或扫标签。")
        return RuleError(text.format(text=line.text), line.field("code"))
    if key.uid in seen:
        text = translate("KeyLoans", "{code} 填了两次,请合成一行。")
        return RuleError(text.format(code=key.code), line.field("code"))
    if key.state != "in_cabinet":
        return RuleError(_not_there(key), line.field("code"))
    if not 1 <= line.pieces <= key.pieces:
        text = translate("KeyLoans", "{code} 共 {count} 把,把数应为 1 到 {count}。")
        return RuleError(text.format(code=key.code, count=key.pieces), line.field("pieces"))
    return None


def _not_there(key: KeyFact) -> str:
    if key.holder:
        due = f"{clock.local(key.due_at):%m-%d %H:%M}" if key.due_at else translate("KeyLoans", "未定")
        if 0 < key.out_pieces < key.pieces:
            text = translate("KeyLoans", "{code} 的 {count} 把还在 {holder} 手里(应还 {due}):还齐才能再借。常分开借的钥匙请分两个挂钩登记。")  # fmt: skip
            return text.format(code=key.code, count=key.out_pieces, holder=key.holder, due=due)
        text = translate("KeyLoans", "{code} 不在柜里:{holder} 借着,应还 {due}。同一把钥匙不能借两次。")
        return text.format(code=key.code, holder=key.holder, due=due)
    text = translate("KeyLoans", "{code} 现在不在柜里(遗失、损坏、已发放或已注销),不能办理。")
    return text.format(code=key.code)


def wrong_due(case: Case, now: datetime) -> list[RuleError]:
    """Return that a loan has no time to come back, or one that has passed (F07: 预计 ≥ 借出)."""
    if case.kind not in terms.COMES_BACK:
        return []
    if case.due_at is None:
        return [RuleError(translate("KeyLoans", "请填写应还时间,例如 17:30。"), "due_at")]
    if case.due_at < now:
        return [RuleError(translate("KeyLoans", "应还时间早于现在,请改晚一些。"), "due_at")]
    return []


def doubts(case: Case, reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on."""
    checks = {
        "phone": phones.check(case.phone) if case.phone else None,
        "borrower": _has_overdue(case),
        "standing": _unknown_owner(case),
        "receipt_no": _left_on_receipt(case),
    }
    return [Doubt(text, key) for key, text in checks.items() if text and not reasons.get(key)]


def _has_overdue(case: Case) -> str | None:
    if not case.overdue or case.kind not in terms.COMES_BACK:
        return None
    text = translate("KeyLoans", "{name} 还有逾期未还的钥匙:{keys}。请先催还;确需再借请写明原因。")
    return text.format(name=case.borrower, keys=listed(case.overdue))


def _unknown_owner(case: Case) -> str | None:
    if case.kind not in ("hand_over", "retain") or case.standing != "owner":
        return None
    strange = [key.code for key in case.keys if case.borrower not in key.owners]
    if not strange:
        return None
    text = translate("KeyLoans", "业主名册里 {codes} 的业主不是「{name}」,请核对身份;确为业主请写明依据。")
    return text.format(codes=listed(strange), name=case.borrower)


def _left_on_receipt(case: Case) -> str | None:
    left = case.receipt_keys - {key.uid for key in case.keys}
    if case.kind != "collect" or not left or wrong_receipt(case):
        return None
    text = translate("KeyLoans", "收条 {no} 上还有 {count} 串没有领取,核销后须重新留存;确实只领这些请写明。")
    return text.format(no=case.receipt_no, count=len(left))


def default_due(now: datetime, at: str, shift_end: datetime, *, by_shift: bool) -> datetime:
    """Return when a key is to be back by default: the same day (S0㈦(3); F07 默认当班/当日).

    At the end of the shift or at `at` ("17:30"); when that has passed, in two hours but not after tonight.
    """
    today = clock.local(now).date()
    tonight = clock.day_bounds(today)[1] - timedelta(minutes=1)
    hour, _, minute = at.partition(":")
    wanted = shift_end if by_shift else clock.at(today, int(hour), int(minute))
    if wanted <= now + timedelta(minutes=15):
        wanted = now.replace(second=0, microsecond=0) + timedelta(hours=2)
    return max(min(wanted, tonight), now)


def late_minutes(due_at: datetime | None, back_at: datetime | None, now: datetime) -> int:
    """Return by how many whole minutes a key came (or is) late, 0 when it is in time."""
    if due_at is None:
        return 0
    return max(0, int(((back_at or now) - due_at).total_seconds() // 60))


def seen(state: str, due_at: datetime | None, now: datetime, soon: int) -> str:
    """Return how an open loan looks now: "late" past its time, "due" within `soon` minutes of it."""
    if state not in OPEN or due_at is None:
        return state
    if now > due_at:
        return "late"
    return "due" if now >= due_at - timedelta(minutes=soon) else state


def escalation(now: datetime, shift_end: datetime) -> str:
    """Return what an overdue loan asks for: "call", "report_kz" once its shift is over, "report_jl" the day after that.

    `shift_end` is the end of the shift in which it fell due, with time for a call (domain.md F07 逾期处理).
    """
    if clock.local(now).date() > clock.local(shift_end).date():
        return "report_jl"
    return "report_kz" if now >= shift_end else "call"


def how_long(minutes: int) -> str:
    """Return a span in words: "25 分钟", "3 小时", "2 天"."""
    if minutes < 90:
        return translate("KeyLoans", "{n} 分钟").format(n=minutes)
    if minutes < 48 * 60:
        return translate("KeyLoans", "{n} 小时").format(n=round(minutes / 60))
    return translate("KeyLoans", "{n} 天").format(n=minutes // (24 * 60))
