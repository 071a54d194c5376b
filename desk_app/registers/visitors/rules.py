"""Rules of the visitor register: states, steps, choices, settings, checks. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from desk_app.core import clock, identity, phones, plates
from desk_app.core.declare import Choice
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, Step
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec

PREFIX = "LF"

STATE_LABELS = {
    "expected": QT_TRANSLATE_NOOP("Visitors", "已预约"),
    "waiting": QT_TRANSLATE_NOOP("Visitors", "待确认"),
    "inside": QT_TRANSLATE_NOOP("Visitors", "在访"),
    "left": QT_TRANSLATE_NOOP("Visitors", "已签离"),
    "forced": QT_TRANSLATE_NOOP("Visitors", "强制签离"),
    "refused": QT_TRANSLATE_NOOP("Visitors", "拒访"),
    "no_show": QT_TRANSLATE_NOOP("Visitors", "未到"),
    "void": QT_TRANSLATE_NOOP("Visitors", "作废"),
}
STATES = tuple(STATE_LABELS)

MACHINE = Machine(
    context="Visitors",
    labels=STATE_LABELS,
    start=frozenset({"expected", "waiting", "inside"}),
    steps=(
        Step("arrive", QT_TRANSLATE_NOOP("Visitors", "登记到访"), frozenset({"expected"}), "waiting"),
        Step("admit", QT_TRANSLATE_NOOP("Visitors", "放行入内"), frozenset({"waiting"}), "inside"),
        Step(
            "refuse", QT_TRANSLATE_NOOP("Visitors", "登记拒访"), frozenset({"expected", "waiting"}), "refused"
        ),
        Step("sign_out", QT_TRANSLATE_NOOP("Visitors", "签离"), frozenset({"inside"}), "left"),
        Step("force_out", QT_TRANSLATE_NOOP("Visitors", "强制签离"), frozenset({"inside"}), "forced"),
        Step("miss", QT_TRANSLATE_NOOP("Visitors", "登记未到"), frozenset({"expected"}), "no_show"),
        Step(
            "void",
            QT_TRANSLATE_NOOP("Visitors", "作废"),
            frozenset({"expected", "waiting", "inside", "left", "forced"}),
            "void",
        ),
    ),
)

PURPOSES = (
    Choice("business", QT_TRANSLATE_NOOP("Visitors", "商务洽谈")),
    Choice("interview", QT_TRANSLATE_NOOP("Visitors", "面试")),
    Choice("delivery", QT_TRANSLATE_NOOP("Visitors", "送货")),
    Choice("works", QT_TRANSLATE_NOOP("Visitors", "施工维修")),
    Choice("courier", QT_TRANSLATE_NOOP("Visitors", "快递外卖")),
    Choice("viewing", QT_TRANSLATE_NOOP("Visitors", "看房")),
    Choice("inspection", QT_TRANSLATE_NOOP("Visitors", "政府检查")),
    Choice("other", QT_TRANSLATE_NOOP("Visitors", "其他")),
)
CONFIRMS = (
    Choice("phone", QT_TRANSLATE_NOOP("Visitors", "已电话确认")),
    Choice("intercom", QT_TRANSLATE_NOOP("Visitors", "已对讲确认")),
    Choice("code", QT_TRANSLATE_NOOP("Visitors", "预约码")),
    Choice("fetched", QT_TRANSLATE_NOOP("Visitors", "被访人下楼接")),
    Choice("no_answer", QT_TRANSLATE_NOOP("Visitors", "无人应答")),
    Choice("refused", QT_TRANSLATE_NOOP("Visitors", "拒绝")),
)
ADMITTING = frozenset({"phone", "intercom", "code", "fetched"})

VOID_REASONS = (
    QT_TRANSLATE_NOOP("Visitors", "填写错误"),
    QT_TRANSLATE_NOOP("Visitors", "访客取消"),
    QT_TRANSLATE_NOOP("Visitors", "重复登记"),
)

STORE_ID = Spec(
    "visitors.store_id",
    QT_TRANSLATE_NOOP("Settings", "保存访客证件号码"),
    Kind.YES_NO,
    False,
    "domain.md §4.2-2, F04",
)
ID_OFF_HOURS = Spec(
    "visitors.id_off_hours",
    QT_TRANSLATE_NOOP("Settings", "非办公时间必须核验证件"),
    Kind.YES_NO,
    True,
    "domain.md F04",
)
PHONE_OR_ID = Spec(
    "visitors.phone_or_id",
    QT_TRANSLATE_NOOP("Settings", "电话与证件至少一项"),
    Kind.YES_NO,
    True,
    "domain.md F04 [U37]",
)
STAY_HOURS = Spec(
    "visitors.stay_hours", QT_TRANSLATE_NOOP("Settings", "默认停留时间"), Kind.NUMBER, 2, "[K]",
    unit=QT_TRANSLATE_NOOP("Settings", "小时"), least=1, most=24,
)  # fmt: skip
CLEAR_AT = Spec(
    "visitors.clear_at",
    QT_TRANSLATE_NOOP("Settings", "夜间清场提醒时间"),
    Kind.TIME_OF_DAY,
    "20:00",
    "domain.md F04",
)
RETURNING_DAYS = Spec(
    "visitors.returning_days", QT_TRANSLATE_NOOP("Settings", "可调出的历史访客"), Kind.NUMBER, 30, "domain.md §1.7 [U36], §4.2-7",
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
LISTED_DAYS = Spec(
    "visitors.listed_days", QT_TRANSLATE_NOOP("Settings", "不写理由可查几天内的访客"), Kind.NUMBER, 7, "domain.md §4.2-7",
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=90,
)  # fmt: skip
BULKY = Spec(
    "visitors.bulky", QT_TRANSLATE_NOOP("Settings", "大件物品(带出须办放行条)"), Kind.TEXT,
    "电脑 主机 显示器 打印机 复印机 投影 电视 桌 椅 柜 沙发 箱 设备 仪器", "S0㈠1; domain.md F04",
)  # fmt: skip
OFFICE_START = Spec(
    "visitors.office_start", QT_TRANSLATE_NOOP("Settings", "办公时间开始"), Kind.TIME_OF_DAY, "08:30", "S3-1"
)
OFFICE_END = Spec(
    "visitors.office_end", QT_TRANSLATE_NOOP("Settings", "办公时间结束"), Kind.TIME_OF_DAY, "18:00", "S3-1"
)
PRIVATE_DAYS = days_spec("visitors", 30, "domain.md §1.7 [U36], §4.5 [L02]", least=30, most=90)
KEPT_YEARS = years_spec("visitors", 1, "domain.md §1.7 [U30]")
RESTRICT_DAYS = Spec(
    "restrictions.most_days", QT_TRANSLATE_NOOP("Settings", "限制来访最长期限"), Kind.NUMBER, 180, "domain.md §4.2-5 [K]",
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=365,
)  # fmt: skip
RESTRICTED_PRIVATE_DAYS = replace(
    days_spec("restrictions", 1, "domain.md §4.2-5 [L02]", least=1, most=30),
    label=QT_TRANSLATE_NOOP("Settings", "限制来访到期后脱敏"),
)
RESTRICTED_KEPT_YEARS = replace(
    years_spec("restrictions", 1, "domain.md §1.7 [U30]"),
    label=QT_TRANSLATE_NOOP("Settings", "限制来访决定保存(0 = 长期)"),
)
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    STORE_ID, ID_OFF_HOURS, PHONE_OR_ID, STAY_HOURS, CLEAR_AT, LISTED_DAYS, RETURNING_DAYS, BULKY, OFFICE_START, OFFICE_END,
    PRIVATE_DAYS, KEPT_YEARS,
    RESTRICT_DAYS, RESTRICTED_PRIVATE_DAYS, RESTRICTED_KEPT_YEARS,
)  # fmt: skip


def overstayed(state: str, in_at: datetime | None, exp_out: datetime | None, now: datetime) -> bool:
    """Say whether somebody inside has stayed past the expected time."""
    return state == "inside" and exp_out is not None and now > exp_out


def forgotten(state: str, in_at: datetime | None, now: datetime) -> bool:
    """Say whether somebody is still inside from an earlier day: most likely a forgotten sign-out."""
    return state == "inside" and in_at is not None and clock.local(in_at).date() < clock.local(now).date()


def default_leave(in_at: datetime, hours: int) -> datetime:
    """Return when a visit is expected to end, when nobody said."""
    return in_at + timedelta(hours=hours)


def require(values: Mapping[str, object], *, phone_or_id: bool, id_required: bool) -> list[RuleError]:
    """Return what is missing in a registration, one sentence a field (domain.md F04)."""
    found = []
    for key, sentence in (
        ("name", translate("Visitors", "请填写访客姓名。")),
        ("host_room", translate("Visitors", "请填写被访房号或单位,可输入首字母。")),
        ("host_name", translate("Visitors", "请填写被访人。")),
        ("purpose", translate("Visitors", "请选择来访事由。")),
    ):
        if not values.get(key):
            found.append(RuleError(sentence, key))
    if values.get("purpose") == "other" and not values.get("purpose_note"):
        found.append(RuleError(translate("Visitors", "事由选了「其他」,请写明是什么事。"), "purpose_note"))
    if (refused := identity.without_kind(values)) is not None:
        found.append(refused)
    elif id_required and not values.get("id_kind"):
        found.append(RuleError(translate("Visitors", "非办公时间须核验证件,请选择看过的证件。"), "id_kind"))
    elif phone_or_id and not values.get("phone") and not values.get("id_kind"):
        found.append(
            RuleError(translate("Visitors", "电话与证件至少一项:请填电话,或选择看过的证件。"), "phone")
        )
    size = values.get("party_size")
    if not isinstance(size, int) or not 1 <= size <= 500:
        found.append(RuleError(translate("Visitors", "人数应为 1 到 500。"), "party_size"))
    return found


def doubts(values: Mapping[str, object], reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on (domain.md §4.6)."""
    checks = {
        "phone": phones.check(str(values.get("phone") or "")) if values.get("phone") else None,
        "plate": plates.check(str(values.get("plate") or "")) if values.get("plate") else None,
        "id_no": _id_doubt(values),
    }
    return [Doubt(text, key) for key, text in checks.items() if text and not reasons.get(key)]


def _id_doubt(values: Mapping[str, object]) -> str | None:
    number, kind = str(values.get("id_no") or ""), str(values.get("id_kind") or "")
    if not number or not kind:
        return None
    finding = identity.check(identity.IdKind(kind), number, today=clock.today())
    return finding.text if finding else None
