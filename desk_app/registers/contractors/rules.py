"""Rules of the contractor register: states, steps, choices, settings, the rhythm of calls. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from desk_app.core import phones
from desk_app.core.declare import Choice
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, Step
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec

PREFIX = "SM"

STATE_LABELS = {
    "inside": QT_TRANSLATE_NOOP("Contractors", "在场"),
    "left": QT_TRANSLATE_NOOP("Contractors", "已离开"),
    "void": QT_TRANSLATE_NOOP("Contractors", "作废"),
}
STATES = tuple(STATE_LABELS)
INSIDE = frozenset({"inside"})

MACHINE = Machine(
    context="Contractors",
    labels=STATE_LABELS,
    start=INSIDE,
    steps=(
        Step("confirm_call", QT_TRANSLATE_NOOP("Contractors", "登记定时确认"), INSIDE, "inside"),
        Step("no_answer", QT_TRANSLATE_NOOP("Contractors", "登记无人应答"), INSIDE, "inside"),
        Step("leave", QT_TRANSLATE_NOOP("Contractors", "登记离开"), INSIDE, "left"),
        Step("correct", QT_TRANSLATE_NOOP("Contractors", "更正"), frozenset({"inside"}), "inside"),
        Step("correct", QT_TRANSLATE_NOOP("Contractors", "更正"), frozenset({"left"}), "left"),
        Step("void", QT_TRANSLATE_NOOP("Contractors", "作废"), frozenset({"inside", "left"}), "void"),
    ),
)

WAYS = (
    Choice("intercom", QT_TRANSLATE_NOOP("Contractors", "对讲")),
    Choice("phone", QT_TRANSLATE_NOOP("Contractors", "电话")),
    Choice("on_site", QT_TRANSLATE_NOOP("Contractors", "现场")),
)
WAY_KEYS = frozenset(choice.key for choice in WAYS)
TRADES = (
    QT_TRANSLATE_NOOP("Contractors", "电信"),
    QT_TRANSLATE_NOOP("Contractors", "空调"),
    QT_TRANSLATE_NOOP("Contractors", "电梯"),
    QT_TRANSLATE_NOOP("Contractors", "保洁"),
    QT_TRANSLATE_NOOP("Contractors", "家政"),
    QT_TRANSLATE_NOOP("Contractors", "自聘装修"),
)
DISPATCH_AFTER = 2
"""Calls in a row without an answer before the gate guard is sent (domain.md F05)."""

CALL_EVERY = Spec(
    "contractors.call_every", QT_TRANSLATE_NOOP("Settings", "上门人员定时确认间隔"), Kind.NUMBER, 60,
    "S0㈠2; domain.md F05", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=10, most=480,
)  # fmt: skip
CALL_GRACE = Spec(
    "contractors.call_grace", QT_TRANSLATE_NOOP("Settings", "定时确认超时宽限"), Kind.NUMBER, 10,
    "domain.md F05", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=0, most=60,
)  # fmt: skip
CALL_AHEAD = Spec(
    "contractors.call_ahead", QT_TRANSLATE_NOOP("Settings", "定时确认提前提示"), Kind.NUMBER, 5,
    "[K]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=0, most=60,
)  # fmt: skip
RETURNING_DAYS = Spec(
    "contractors.returning_days", QT_TRANSLATE_NOOP("Settings", "可调出的历史上门人员"), Kind.NUMBER, 30,
    "domain.md §1.7 [U36]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
PRIVATE_DAYS = days_spec("contractors", 30, "domain.md §1.7 [U36], §4.5 [L02]", least=30, most=90)
KEPT_YEARS = years_spec("contractors", 1, "domain.md §1.7 [U30]")
LISTED_DAYS = Spec(
    "contractors.listed_days", QT_TRANSLATE_NOOP("Settings", "不写理由可查几天内的上门人员"), Kind.NUMBER, 7, "domain.md §4.2-7",
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=90,
)  # fmt: skip
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    CALL_EVERY, CALL_GRACE, CALL_AHEAD, LISTED_DAYS, RETURNING_DAYS,
    PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip


def next_call(last: datetime, every: int) -> datetime:
    """Return when the next confirmation is planned: `every` minutes after the last one, or after entry."""
    return last + timedelta(minutes=every)


def stage(due_at: datetime | None, unanswered: int, now: datetime, *, ahead: int, grace: int) -> str:
    """Return how a stay inside looks now: "inside", "due", "late" or "dispatch" (domain.md F05)."""
    if due_at is None:
        return "inside"
    if unanswered >= DISPATCH_AFTER:
        return "dispatch"
    if now > due_at + timedelta(minutes=grace):
        return "late"
    return "due" if unanswered or now >= due_at - timedelta(minutes=ahead) else "inside"


def minutes_late(due_at: datetime, now: datetime) -> int:
    """Return by how many whole minutes a planned call is behind, 0 while it is not."""
    return max(0, int((now - due_at).total_seconds() // 60))


def tally(
    in_at: datetime, answered: Sequence[datetime], end: datetime, *, every: int, grace: int
) -> tuple[int, int]:
    """Return (confirmations in time, confirmations that should have been) of one stay until `end`.

    The plan starts anew at every answered call. A call answers the newest point of the plan that has come
    (an early one the next point) and is in time up to `grace` minutes after it; the points before it were
    missed. A point counts as missed at the end only when its grace was over.
    """
    step, slack = timedelta(minutes=every), timedelta(minutes=grace)
    base, done, due = in_at, 0, 0
    for moment in sorted(answered):
        points = max(1, (moment - base) // step)
        due += points
        done += moment <= base + points * step + slack
        base = moment
    return done, due + max(0, (end - base - slack) // step if end - slack > base else 0)


def warning(values: Mapping[str, object]) -> str:
    """Return what must be handed to engineering or security before work starts, "" when nothing."""
    said = [
        sentence
        for key, sentence in (
            ("hot_work", translate("Contractors", "动火:须先办动火证,现场设监护人。")),
            ("cut_off", translate("Contractors", "断水断电:须先经工程主管同意并通知受影响的业户。")),
            ("plant_room", translate("Contractors", "入机房:须工程主管同意,由工程人员陪同。")),
        )
        if values.get(key)
    ]
    return " ".join(said)


def require(values: Mapping[str, object]) -> list[RuleError]:
    """Return what is missing in a registration, one sentence a field (domain.md F05)."""
    found = [
        RuleError(sentence, key)
        for key, sentence in (
            ("name", translate("Contractors", "请填写上门人员姓名。")),
            ("org", translate("Contractors", "请填写所属单位,例如电信、空调、电梯公司。")),
            ("id_kind", translate("Contractors", "请选择核验过的证件。")),
            ("host_room", translate("Contractors", "请填写去往的房号,可输入首字母。")),
            ("host_name", translate("Contractors", "请填写约见人。")),
            ("service", translate("Contractors", "请填写服务内容,例如检修空调。")),
            ("confirm", translate("Contractors", "进入前须与业户确认,请选择确认方式。")),
            ("confirmed_by", translate("Contractors", "请填写是谁确认的(接电话的人)。")),
        )
        if not str(values.get(key) or "").strip()
    ]
    size = values.get("party_size")
    if not isinstance(size, int) or not 1 <= size <= 500:
        found.append(RuleError(translate("Contractors", "人数应为 1 到 500。"), "party_size"))
    return found


def doubts(values: Mapping[str, object], reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on."""
    text = phones.check(str(values["phone"])) if values.get("phone") else None
    return [Doubt(text, "phone")] if text and not reasons.get("phone") else []
