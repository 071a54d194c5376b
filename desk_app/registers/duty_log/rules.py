"""Rules of the duty log: states, steps, choices, settings, what an entry and a sheet must hold. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from desk_app.core import clock, phones, settings, shifts
from desk_app.core.declare import Choice
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.machine import Machine, Step
from desk_app.core.people import DESK, Role
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec
from desk_app.core.shifts import Shift

PREFIX, SHEET_PREFIX = "ZB", "BC"
WRITERS = (*DESK, Role.WX, Role.MG, Role.AB)
"""Who may write: the desk, the technician on night duty and the guard who stands in (S2 值班二、六)."""

STATE_LABELS = {
    "doing": QT_TRANSLATE_NOOP("DutyLog", "处理中"),
    "handed_over": QT_TRANSLATE_NOOP("DutyLog", "移交下班"),
    "next_day": QT_TRANSLATE_NOOP("DutyLog", "转次日"),
    "done": QT_TRANSLATE_NOOP("DutyLog", "已完成"),
    "void": QT_TRANSLATE_NOOP("DutyLog", "作废"),
}
STATES = tuple(STATE_LABELS)
UNFINISHED = frozenset({"doing", "handed_over", "next_day"})
WRITTEN = UNFINISHED | {"done"}


def _staying(verb: str, label: str) -> tuple[Step, ...]:
    return tuple(Step(verb, label, frozenset({state}), state) for state in STATES if state in WRITTEN)


MACHINE = Machine(
    context="DutyLog",
    labels=STATE_LABELS,
    start=WRITTEN,
    steps=(
        Step("finish", QT_TRANSLATE_NOOP("DutyLog", "完成"), UNFINISHED, "done"),
        Step("hand_over", QT_TRANSLATE_NOOP("DutyLog", "移交下班"), UNFINISHED, "handed_over"),
        Step("next_day", QT_TRANSLATE_NOOP("DutyLog", "转次日"), UNFINISHED, "next_day"),
        *_staying("add", QT_TRANSLATE_NOOP("DutyLog", "追加")),
        *_staying("correct", QT_TRANSLATE_NOOP("DutyLog", "更正")),
        Step("void", QT_TRANSLATE_NOOP("DutyLog", "作废"), WRITTEN, "void"),
    ),
)

SHEET_LABELS = {
    "open": QT_TRANSLATE_NOOP("DutyLog", "填写中"),
    "handed_in": QT_TRANSLATE_NOOP("DutyLog", "已提交"),
}
SHEET_MACHINE = Machine(
    context="DutyLog",
    labels=SHEET_LABELS,
    start=frozenset({"open"}),
    steps=(
        Step("fill", QT_TRANSLATE_NOOP("DutyLog", "填写表头"), frozenset({"open"}), "open"),
        Step("hand_in", QT_TRANSLATE_NOOP("DutyLog", "提交"), frozenset({"open"}), "handed_in"),
    ),
)

CHANNELS = (
    Choice("call", QT_TRANSLATE_NOOP("DutyLog", "来电")),
    Choice("visit", QT_TRANSLATE_NOOP("DutyLog", "来访")),
    Choice("letter", QT_TRANSLATE_NOOP("DutyLog", "来函")),
    Choice("fax", QT_TRANSLATE_NOOP("DutyLog", "传真")),
    Choice("wechat", QT_TRANSLATE_NOOP("DutyLog", "微信")),
    Choice("patrol", QT_TRANSLATE_NOOP("DutyLog", "巡视")),
    Choice("internal", QT_TRANSLATE_NOOP("DutyLog", "内部")),
    Choice("superior", QT_TRANSLATE_NOOP("DutyLog", "上级")),
)
CATEGORIES = (
    Choice("enquiry", QT_TRANSLATE_NOOP("DutyLog", "咨询")),
    Choice("complaint", QT_TRANSLATE_NOOP("DutyLog", "投诉")),
    Choice("repair", QT_TRANSLATE_NOOP("DutyLog", "报修")),
    Choice("help", QT_TRANSLATE_NOOP("DutyLog", "求助")),
    Choice("suggestion", QT_TRANSLATE_NOOP("DutyLog", "意见建议")),
    Choice("release", QT_TRANSLATE_NOOP("DutyLog", "放行")),
    Choice("key", QT_TRANSLATE_NOOP("DutyLog", "钥匙")),
    Choice("renovation", QT_TRANSLATE_NOOP("DutyLog", "装修")),
    Choice("hot_work", QT_TRANSLATE_NOOP("DutyLog", "动火")),
    Choice("visitor", QT_TRANSLATE_NOOP("DutyLog", "访客")),
    Choice("mail", QT_TRANSLATE_NOOP("DutyLog", "收发")),
    Choice("emergency", QT_TRANSLATE_NOOP("DutyLog", "紧急")),
    Choice("other", QT_TRANSLATE_NOOP("DutyLog", "其他")),
)
OUTCOMES = tuple(Choice(key, STATE_LABELS[key]) for key in ("done", "doing", "handed_over", "next_day"))
WEATHERS = (
    Choice("sunny", QT_TRANSLATE_NOOP("DutyLog", "晴")),
    Choice("cloudy", QT_TRANSLATE_NOOP("DutyLog", "阴")),
    Choice("rain", QT_TRANSLATE_NOOP("DutyLog", "雨")),
    Choice("snow", QT_TRANSLATE_NOOP("DutyLog", "雪")),
    Choice("wind", QT_TRANSLATE_NOOP("DutyLog", "大风")),
    Choice("fog", QT_TRANSLATE_NOOP("DutyLog", "雾")),
)
SHIFT_CHOICES = tuple(Choice(key, label, "Shifts") for key, label in shifts.NAMES.items())

WET = frozenset({"rain", "snow"})
TO_PASS_ON = frozenset({"complaint", "repair", "emergency"})
"""Must become a slip of their own (domain.md F01); those registers come later."""
FOR_A_ROOM = TO_PASS_ON | {"help", "release", "key", "renovation", "hot_work"}
FROM_SOMEBODY = frozenset({"call", "visit", "letter", "fax", "wechat"})
SHORTEST = 5
"""Characters a summary needs at least (domain.md F01)."""
LIMITS = {"content": 500, "action": 500, "caller": 60, "notified": 100, "result": 300, "remark": 200}
ADDITION_LIMIT = 300
STAFF_LIMIT = 120
"""Characters of the names on duty, joined."""

LATE_AFTER = Spec(
    "duty_log.late_after", QT_TRANSLATE_NOOP("Settings", "值班事项超过多久补登须注明补记"), Kind.NUMBER, 30,
    "domain.md F01", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=1, most=1440,
)  # fmt: skip
BACK_DAYS = Spec(
    "duty_log.back_days", QT_TRANSLATE_NOOP("Settings", "值班事项最多可补记几天前的"), Kind.NUMBER, 7,
    "[K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=60,
)  # fmt: skip
HAND_IN_GRACE = Spec(
    "duty_log.hand_in_grace", QT_TRANSLATE_NOOP("Settings", "班次结束后多久未提交日志变红"), Kind.NUMBER, 30,
    "domain.md F02", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=0, most=480,
)  # fmt: skip
HAND_IN_EARLY = Spec(
    "duty_log.hand_in_early", QT_TRANSLATE_NOOP("Settings", "提前多久提交日志须说明原因"), Kind.NUMBER, 30,
    QT_TRANSLATE_NOOP("Settings", "S2 值班八 [K]"), unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=0, most=480,
)  # fmt: skip
CONTENT_PHRASES = Spec(
    "duty_log.content_phrases", QT_TRANSLATE_NOOP("Settings", "值班日志内容短语(用分号隔开)"), Kind.TEXT,
    QT_TRANSLATE_NOOP(
        "Settings",
        "咨询办公区空调开放时间;咨询停车收费与月卡;反映洗手间漏水;反映空调不制冷;反映电梯异响;"
        "反映楼上装修噪声;请求协助开门;领取快递邮件;设备运行正常,无异常",
    ),
    "domain.md §5.1 [K]",
)  # fmt: skip
ACTION_PHRASES = Spec(
    "duty_log.action_phrases", QT_TRANSLATE_NOOP("Settings", "值班日志处理情况短语(用分号隔开)"), Kind.TEXT,
    QT_TRANSLATE_NOOP(
        "Settings",
        "已当场解答;已通知工程部派人到场;已通知安保到场查看;已通知保洁处理;已报客服主管;已回复客户;"
        "已约次日上门;客户表示满意",
    ),
    "domain.md §5.1 [K]",
)  # fmt: skip
PRIVATE_DAYS = days_spec("duty_log", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("duty_log", 3, "domain.md §1.7 [U31]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "值班与交接记录按档案规定保存")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    LATE_AFTER, BACK_DAYS, HAND_IN_GRACE, HAND_IN_EARLY, CONTENT_PHRASES, ACTION_PHRASES,
    PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip


def phrases(text: str) -> tuple[str, ...]:
    """Return the quick phrases of a setting: parted by semicolons, each once."""
    parts = (part.strip() for part in text.replace("\uff1b", ";").split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def is_late(at: datetime, written: datetime, after: int) -> bool:
    """Say whether an entry is 补记: written more than `after` minutes after it happened."""
    return written - at > timedelta(minutes=after)


def refuse_time(at: datetime, now: datetime, back_days: int) -> RuleError | None:
    """Return why an entry cannot have this time: it may be earlier, never later (domain.md F01)."""
    if at > now:
        return RuleError(translate("DutyLog", "时间只能改早,不能晚于现在。"), "at")
    if clock.local(at).date() < clock.local(now).date() - timedelta(days=back_days):
        text = translate("DutyLog", "只能补记 {days} 天以内的事项,请核对日期。")
        return RuleError(text.format(days=back_days), "at")
    return None


def require(values: Mapping[str, object]) -> list[RuleError]:
    """Return what an entry cannot be written without, one sentence a field."""
    found = []
    if not values.get("channel"):
        found.append(RuleError(translate("DutyLog", "请选择来源,例如来电。"), "channel"))
    if not values.get("category"):
        found.append(RuleError(translate("DutyLog", "请选择事项类别。"), "category"))
    if len("".join(str(values.get("content") or "").split())) < SHORTEST:
        text = translate("DutyLog", "内容摘要至少写 {count} 个字:谁、什么事。")
        found.append(RuleError(text.format(count=SHORTEST), "content"))
    if values.get("state") not in WRITTEN:
        found.append(RuleError(translate("DutyLog", "请选择完成状态。"), "state"))
    return found


def gaps(entry: Mapping[str, object]) -> dict[str, str]:
    """Return the must-fields an entry still lacks, field -> label: filled before its shift is handed in (F01)."""
    category, state = entry.get("category"), entry.get("state")
    passed = category in TO_PASS_ON or state in UNFINISHED
    placed = category in FOR_A_ROOM
    wanted = (
        ("action", True, translate("DutyLog", "处理情况")),
        ("notified", passed, translate("DutyLog", "通知何人")),
        ("room", placed, translate("DutyLog", "房号")),
        ("caller", placed and entry.get("channel") in FROM_SOMEBODY, translate("DutyLog", "联系人")),
    )
    return {key: label for key, needed, label in wanted if needed and not entry.get(key)}


def doubts(values: Mapping[str, object], reasons: Mapping[str, str]) -> list[Doubt]:
    """Return what looks wrong and has no reason yet; it warns and goes on."""
    text = phones.check(str(values["phone"])) if values.get("phone") else None
    return [Doubt(text, "phone")] if text and not reasons.get("phone") else []


def unfinished_addition(lacking: Mapping[str, str]) -> list[RuleError]:
    """Return what an entry needs at once because its shift was handed in: nothing can be filled in later."""
    text = translate("DutyLog", "那一班的日志已提交,追加的事项之后不能再改,请现在填写{missing}。")
    return [RuleError(text.format(missing=label), field) for field, label in lacking.items()]


def closed() -> RuleError:
    """Return the sentence for every change of a line on a sheet that was handed in."""
    return RuleError(translate("DutyLog", "本班日志已提交,原文不能再改,只能追加(写明自己的时间和姓名)。"))


def hint(category: object) -> str:
    """Return what must follow from an entry of this category, "" when nothing."""
    sentences = {
        "complaint": translate("DutyLog", "投诉须另立投诉单并回填单号:请先写明通知了何部门何人。"),
        "repair": translate("DutyLog", "报修须转维修工作单:请写明房号、联系人和通知了谁。"),
        "emergency": translate("DutyLog", "紧急事项须立即报当班负责人,并填紧急事件处理记录。"),
    }
    return sentences.get(str(category or ""), "")


def weather_hint(weather: object) -> str:
    """Return what rain and snow ask for, "" in other weather (domain.md F01)."""
    return translate("DutyLog", "雨雪天气:托管房雨前、雨后各巡查一次。") if weather in WET else ""


def due_stage(end: datetime, now: datetime, grace: int) -> str:
    """Return how the log of a shift stands that is not handed in: "open", "due" once it ended, then "late"."""
    if now < end:
        return "open"
    return "late" if now >= end + timedelta(minutes=grace) else "due"


def duty_day(shift: Shift) -> date:
    """Return the day a shift belongs to: the one it begins on, also for a night shift."""
    return clock.local(shift.start).date()


def shift_of(config: settings.Settings, day: date, key: str) -> Shift:
    """Return the shift `key` ("day" or "night") of a duty day."""
    shift = shifts.current(config, clock.at(day, 23, 59))
    return shift if key == "night" else shifts.current(config, shift.start - timedelta(minutes=1))


def ended_shifts(config: settings.Settings, since: datetime, until: datetime) -> Iterator[Shift]:
    """Yield the shifts of the table from the one at `since` on that ended by `until`, in order."""
    shift = shifts.current(config, since)
    while shift.end <= until:
        yield shift
        shift = shifts.current(config, shift.end)
