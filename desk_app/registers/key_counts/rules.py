"""Rules of the stock-take of keys: states, steps, results, who may count with whom. Pure functions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.core.declare import Choice
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.machine import Machine, step
from desk_app.core.people import Role
from desk_app.core.retention import years_spec
from desk_app.core.settings import SEPARATE_COUNTS, Kind, Spec

PREFIX = "PD"
SUPERVISORS = (Role.KZ, Role.JL)

STATE_LABELS = {
    "counting": QT_TRANSLATE_NOOP("KeyCounts", "盘点中"),
    "submitted": QT_TRANSLATE_NOOP("KeyCounts", "待审核"),
    "reviewed": QT_TRANSLATE_NOOP("KeyCounts", "已审核"),
    "void": QT_TRANSLATE_NOOP("KeyCounts", "放弃"),
}
STATES = tuple(STATE_LABELS)
GONE = ("lost", "relocked")
"""Keys known to be gone, so not expected on the hook; what is damaged hangs there and is counted."""


MACHINE = Machine(
    "KeyCounts",
    STATE_LABELS,
    frozenset({"counting"}),
    (
        step("mark", QT_TRANSLATE_NOOP("KeyCounts", "逐把登记"), {"counting"}, "counting"),
        step("submit", QT_TRANSLATE_NOOP("KeyCounts", "提交审核"), {"counting"}, "submitted"),
        step("send_back", QT_TRANSLATE_NOOP("KeyCounts", "退回重点"), {"submitted"}, "counting"),
        step("review", QT_TRANSLATE_NOOP("KeyCounts", "主管审核"), {"submitted"}, "reviewed"),
        step("discard", QT_TRANSLATE_NOOP("KeyCounts", "放弃盘点"), {"counting"}, "void"),
    ),
)  # fmt: skip
"""盘点中 → 待审核 → 已审核(差异已处理) (domain.md F07)."""

RESULTS = (
    Choice("present", QT_TRANSLATE_NOOP("KeyCounts", "在柜")),
    Choice("lent", QT_TRANSLATE_NOOP("KeyCounts", "借出")),
    Choice("missing", QT_TRANSLATE_NOOP("KeyCounts", "缺失")),
    Choice("surplus", QT_TRANSLATE_NOOP("KeyCounts", "多余")),
)
RESULT_KEYS = tuple(choice.key for choice in RESULTS)

MONTHLY = Spec(
    "key_counts.monthly", QT_TRANSLATE_NOOP("Settings", "钥匙每月盘点提醒"), Kind.YES_NO, True, "domain.md F07 [U29]"
)  # fmt: skip
DUE_DAY = Spec(
    "key_counts.due_day", QT_TRANSLATE_NOOP("Settings", "钥匙盘点须在每月几日前完成"), Kind.NUMBER, 25,
    "domain.md F07 [K]", unit=QT_TRANSLATE_NOOP("Settings", "日"), least=1, most=28,
)  # fmt: skip
KEPT_YEARS = years_spec("key_counts", 2, "domain.md §1.7 [U10]")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    MONTHLY, DUE_DAY, SEPARATE_COUNTS,
    KEPT_YEARS,
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """One key of a stock-take: what should hang there, what was found. `surplus`: it is not in the book.

    In the figures of a stock-take it may stand for all the keys that came out `alike`.
    """

    code: str
    expected: int
    away: int
    result: str = ""
    found: int = 0
    alike: int = 1

    @property
    def difference(self) -> int:
        """Found minus expected: what is lent is expected away (in pieces)."""
        return 0 if self.result in ("", "lent") else self.found - self.expected

    @property
    def agreeing(self) -> int:
        """How many pieces are as the book says, those that are lent with them."""
        if self.result == "lent":
            return self.expected + self.away
        return min(self.found, self.expected) + self.away if self.result else 0

    @property
    def agrees(self) -> bool:
        """Whether this key is as the book says."""
        return bool(self.result) and self.result != "surplus" and self.difference == 0


@dataclass(frozen=True)
class Sum:
    """A stock-take in figures, in pieces; `open` counts the keys nobody has looked at yet."""

    book: int
    counted: int
    lent: int
    difference: int
    missing: int
    surplus: int
    open: int
    agreeing: int


def total(lines: Sequence[Counted]) -> Sum:
    """Return the figures of a stock-take: 账面数 = in the cabinet + lent (domain.md F07)."""
    found = [line for line in lines if line.result in ("present", "missing", "surplus")]
    differences = [line.difference * line.alike for line in lines]
    return Sum(
        book=sum((line.expected + line.away) * line.alike for line in lines),
        counted=sum(line.found * line.alike for line in found),
        lent=sum((line.away + line.expected * (line.result == "lent")) * line.alike for line in lines),
        difference=sum(differences),
        missing=-sum(pieces for pieces in differences if pieces < 0),
        surplus=sum(pieces for pieces in differences if pieces > 0),
        open=sum(line.alike for line in lines if not line.result),
        agreeing=sum(line.agreeing * line.alike for line in lines),
    )


def followed(expected: int, away: int, out: int) -> tuple[int, int]:
    """Return (on the hook, away) of a key of which `out` pieces are lent now; the book's total stays."""
    return max(0, expected + away - out), min(out, expected + away)


def start_result(expected: int, away: int) -> str:
    """Return what is known at the start: a ring that is wholly out is lent, all others are to be looked at."""
    return "lent" if away and not expected else ""


def wrong_people(
    counter: str, witness: str, *, counter_keeps: bool = False, witness_keeps: bool = False
) -> list[RuleError]:
    """Return who may not count with whom: neither counter nor witness keeps these keys (§1.1), and they are two."""
    if counter_keeps:
        text = translate("KeyCounts", "{name} 是这些钥匙的保管人,不能盘点:请换人值班登记盘点,或改选范围。")
        return [RuleError(text.format(name=counter), "scope")]
    if not witness:
        return [RuleError(translate("KeyCounts", "请选择监盘人:盘点须两人在场。"), "witness")]
    if witness == counter:
        return [RuleError(translate("KeyCounts", "监盘人不能是盘点人自己,请改选。"), "witness")]
    if witness_keeps:
        text = translate("KeyCounts", "{name} 是这些钥匙的保管人,不能监盘,请改选。")
        return [RuleError(text.format(name=witness), "witness")]
    return []


def wrong_mark(line: Counted, result: str, found: int) -> RuleError | None:
    """Return what is wrong with the result of one key."""
    if result not in RESULT_KEYS:
        return RuleError(translate("KeyCounts", "请选择结果:在柜、借出、缺失、多余。"), "result")
    if result == "lent" and not line.away:
        text = translate("KeyCounts", "{code} 账上没有借出:不在柜里请记「缺失」。")
        return RuleError(text.format(code=line.code), "result")
    if result == "lent" and line.expected:
        text = translate(
            "KeyCounts", "{code} 只借出 {away} 把,柜里应有 {count} 把:请点在柜的,少了请记「缺失」。"
        )
        return RuleError(text.format(code=line.code, away=line.away, count=line.expected), "result")
    if result == "present" and line.away and not line.expected:
        text = translate("KeyCounts", "{code} 账上还借着:已挂回的请先在「借还」登记归还,再点一次。")
        return RuleError(text.format(code=line.code), "result")
    if found < 0 or found > 999:
        return RuleError(translate("KeyCounts", "实点把数应为 0 以上。"), "found")
    if result == "missing" and found >= line.expected:
        text = translate("KeyCounts", "{code} 应在 {count} 把,缺失时实点应少于 {count}。")
        return RuleError(text.format(code=line.code, count=line.expected), "found")
    if result == "surplus" and found <= line.expected:
        text = translate("KeyCounts", "{code} 应在 {count} 把,多余时实点应多于 {count}。")
        return RuleError(text.format(code=line.code, count=line.expected), "found")
    if result == "present" and found != line.expected:
        text = translate("KeyCounts", "{code} 应在 {count} 把:不符请记「缺失」或「多余」。")
        return RuleError(text.format(code=line.code, count=line.expected), "found")
    return None


def wrong_submission(lines: Sequence[Counted], reason: str, handling: str) -> list[RuleError]:
    """Return what stands between a stock-take and its review: open keys, differences without reason or handling."""
    left = [line.code for line in lines if not line.result]
    if left:
        text = translate("KeyCounts", "还有 {count} 把没有点:{codes}。点完再提交。")
        shown = listed(left[:6]) + ("…" if len(left) > 6 else "")
        return [RuleError(text.format(count=len(left), codes=shown))]
    wrong = [line.code for line in lines if line.difference]
    if not wrong:
        return []
    asked = (
        ("reason", reason, translate("KeyCounts", "{codes} 账实不符,请写明差异原因。")),
        ("handling", handling, translate("KeyCounts", "{codes} 账实不符,请写明怎么处理。")),
    )
    return [RuleError(text.format(codes=listed(wrong)), key) for key, given, text in asked if not given]


def uncounted(cabinets: Collection[str], scopes: Collection[str]) -> list[str]:
    """Return the cabinets that no stock-take covers; the scope "" is all of them."""
    return [] if "" in scopes else sorted(set(cabinets) - set(scopes))


def stage(today: date, due_day: int, *, done: bool) -> str:
    """Return how the month's stock-take stands: "" when done, "due", or "late" past its day."""
    if done:
        return ""
    return "late" if today.day > due_day else "due"
