"""The words of a renovation: what can be chosen, what is asked, and the settings (⚙) with their clauses."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec

KINDS = (
    Choice("first", QT_TRANSLATE_NOOP("Renovations", "首次装修")),
    Choice("change", QT_TRANSLATE_NOOP("Renovations", "改造")),
    Choice("strip", QT_TRANSLATE_NOOP("Renovations", "拆除还原")),
    Choice("repair", QT_TRANSLATE_NOOP("Renovations", "局部维修")),
    Choice("restore", QT_TRANSLATE_NOOP("Renovations", "退租恢复")),
)
RELATIONS = (
    Choice("owner", QT_TRANSLATE_NOOP("Renovations", "业主自用")),
    Choice("tenant", QT_TRANSLATE_NOOP("Renovations", "租户承租")),
)
HOURS = (
    Choice("quiet", QT_TRANSLATE_NOOP("Renovations", "只做无噪音无异味")),
    Choice("noisy", QT_TRANSLATE_NOOP("Renovations", "只做有噪音或异味")),
    Choice("both", QT_TRANSLATE_NOOP("Renovations", "两类都有")),
)
FIRE_CLASSES = (
    Choice("A", QT_TRANSLATE_NOOP("Renovations", "A 不燃")),
    Choice("B1", QT_TRANSLATE_NOOP("Renovations", "B1 难燃")),
    Choice("B2", QT_TRANSLATE_NOOP("Renovations", "B2 可燃")),
)
TOUCHES = (
    Choice("water", QT_TRANSLATE_NOOP("Renovations", "水")),
    Choice("electric", QT_TRANSLATE_NOOP("Renovations", "电")),
    Choice("fire", QT_TRANSLATE_NOOP("Renovations", "消防")),
    Choice("aircon", QT_TRANSLATE_NOOP("Renovations", "空调")),
    Choice("facade", QT_TRANSLATE_NOOP("Renovations", "外立面")),
    Choice("load", QT_TRANSLATE_NOOP("Renovations", "荷载")),
)
"""What a part of the works touches (F11); typed in one word, e.g. 水电."""

ANSWERS = (
    Choice("no", QT_TRANSLATE_NOOP("Renovations", "否")),
    Choice("yes", QT_TRANSLATE_NOOP("Renovations", "是")),
)


@dataclass(frozen=True)
class Matter:
    """One question of the self-check: `forbidden`, or allowed with a government paper."""

    key: str
    label: str
    text: str
    forbidden: bool
    clause: str


MATTERS = (
    Matter("structure", QT_TRANSLATE_NOOP("Renovations", "变动主体、承重结构"), QT_TRANSLATE_NOOP("Renovations", "没有设计方案变动建筑主体和承重结构"), True, "Decree 110 art. 5 [L01a]"),
    Matter("wet_room", QT_TRANSLATE_NOOP("Renovations", "改成卫生间、厨房"), QT_TRANSLATE_NOOP("Renovations", "把没有防水要求的房间改为卫生间、厨房"), True, "Decree 110 art. 5 [L01a]"),
    Matter("openings", QT_TRANSLATE_NOOP("Renovations", "扩大承重墙门窗"), QT_TRANSLATE_NOOP("Renovations", "扩大承重墙上原有门窗、拆除连接阳台的墙体"), True, "Decree 110 art. 5 [L01a]"),
    Matter("energy", QT_TRANSLATE_NOOP("Renovations", "损坏节能设施"), QT_TRANSLATE_NOOP("Renovations", "损坏原有节能设施、降低节能效果"), True, "Decree 110 art. 5 [L01a]"),
    Matter("safety", QT_TRANSLATE_NOOP("Renovations", "其他影响结构安全"), QT_TRANSLATE_NOOP("Renovations", "其他影响建筑结构和使用安全的行为"), True, "Decree 110 art. 5 [L01a]"),
    Matter("curtain", QT_TRANSLATE_NOOP("Renovations", "改动幕墙"), QT_TRANSLATE_NOOP("Renovations", "改动、开凿玻璃幕墙"), True, "U50"),
    Matter("exits", QT_TRANSLATE_NOOP("Renovations", "封堵检修口、通道"), QT_TRANSLATE_NOOP("Renovations", "封堵检修口、疏散通道和安全出口"), True, "U50"),
    Matter("public", QT_TRANSLATE_NOOP("Renovations", "占用公共区域"), QT_TRANSLATE_NOOP("Renovations", "占用走廊、电梯厅等公共区域"), True, "U50"),
    Matter("annex", QT_TRANSLATE_NOOP("Renovations", "搭建建筑物"), QT_TRANSLATE_NOOP("Renovations", "搭建建筑物、构筑物"), False, "Decree 110 art. 6 [L01a]"),
    Matter("facade", QT_TRANSLATE_NOOP("Renovations", "改外立面"), QT_TRANSLATE_NOOP("Renovations", "改变外立面、在非承重外墙开门窗"), False, "Decree 110 art. 6 [L01a]"),
    Matter("heating", QT_TRANSLATE_NOOP("Renovations", "拆改供暖"), QT_TRANSLATE_NOOP("Renovations", "拆改供暖管道和设施"), False, "Decree 110 art. 6 [L01a]"),
    Matter("gas", QT_TRANSLATE_NOOP("Renovations", "拆改燃气"), QT_TRANSLATE_NOOP("Renovations", "拆改燃气管道和设施"), False, "Decree 110 art. 6 [L01a]"),
    Matter("load", QT_TRANSLATE_NOOP("Renovations", "明显加大荷载"), QT_TRANSLATE_NOOP("Renovations", "超过设计标准或规范增加楼面荷载"), False, "S2; Decree 110 art. 7 [L01a]"),
    Matter("fire", QT_TRANSLATE_NOOP("Renovations", "改喷淋、烟感"), QT_TRANSLATE_NOOP("Renovations", "改动喷淋、烟感等消防设施"), False, "U50"),
)  # fmt: skip
"""The self-check (domain.md F11: 住宅 110 号令 by analogy, and what office towers add)."""

PERMITTED = tuple(Choice(one.key, one.label) for one in MATTERS if not one.forbidden)
"""The matters that a government paper may allow."""

TRIAL_KINDS = (
    Choice("water", QT_TRANSLATE_NOOP("Renovations", "闭水试验")),
    Choice("pressure", QT_TRANSLATE_NOOP("Renovations", "打压试验")),
)
RESULTS = (
    Choice("passed", QT_TRANSLATE_NOOP("Renovations", "合格")),
    Choice("leaks", QT_TRANSLATE_NOOP("Renovations", "渗漏 / 不合格")),
)
EXEMPTIONS = (Choice("heating", QT_TRANSLATE_NOOP("Renovations", "供暖期,暖气免打压")),)
MEDIA = (
    Choice("water", QT_TRANSLATE_NOOP("Renovations", "水")),
    Choice("air", QT_TRANSLATE_NOOP("Renovations", "空气")),
)
FEES = (
    Choice("owner_deposit", QT_TRANSLATE_NOOP("Renovations", "业主押金")),
    Choice("contractor_deposit", QT_TRANSLATE_NOOP("Renovations", "施工押金")),
    Choice("rubbish", QT_TRANSLATE_NOOP("Renovations", "垃圾清运费")),
    Choice("management", QT_TRANSLATE_NOOP("Renovations", "管理费")),
)
VOID_REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("Renovations", "填写错误")),
    Choice("duplicate", QT_TRANSLATE_NOOP("Renovations", "重复开具")),
    Choice("misprint", QT_TRANSLATE_NOOP("Renovations", "打印损坏")),
    Choice("other", QT_TRANSLATE_NOOP("Renovations", "其他")),
)

REVIEW_DAYS = Spec(
    "renovation_permits.review_days", QT_TRANSLATE_NOOP("Settings", "装修审批时限(资料齐全起)"), Kind.NUMBER, 3,
    "S0㈦(2)4", unit=QT_TRANSLATE_NOOP("Settings", "个工作日"), least=1, most=30,
)  # fmt: skip
TRIAL_DAYS = Spec(
    "renovation_permits.trial_days", QT_TRANSLATE_NOOP("Settings", "报批后联系闭水、打压时限"), Kind.NUMBER, 3,
    "S0㈦(2)4", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=30,
)  # fmt: skip
TRIAL_ALWAYS = Spec(
    "renovation_permits.trial_always", QT_TRANSLATE_NOOP("Settings", "不动水的装修也做闭水、打压"), Kind.YES_NO, False,
    "S0㈦(2)4; domain.md F11",
)  # fmt: skip
WATER_DEPTH = Spec(
    "renovation_permits.water_depth", QT_TRANSLATE_NOOP("Settings", "闭水试验最小水深"), Kind.NUMBER, 20,
    "domain.md F11 [U48]", unit=QT_TRANSLATE_NOOP("Settings", "毫米"), least=1, most=200,
)  # fmt: skip
WATER_HOURS = Spec(
    "renovation_permits.water_hours", QT_TRANSLATE_NOOP("Settings", "闭水试验最短时长"), Kind.NUMBER, 24,
    "domain.md F11 [U48]", unit=QT_TRANSLATE_NOOP("Settings", "小时"), least=1, most=96,
)  # fmt: skip
PRESSURE = Spec(
    "renovation_permits.pressure", QT_TRANSLATE_NOOP("Settings", "打压试验最低压力"), Kind.NUMBER, 600,
    "domain.md F11 [U49]", unit=QT_TRANSLATE_NOOP("Settings", "kPa"), least=100, most=3000,
)  # fmt: skip
HOLD_MINUTES = Spec(
    "renovation_permits.hold_minutes", QT_TRANSLATE_NOOP("Settings", "打压试验保压时间"), Kind.NUMBER, 30,
    "domain.md F11 [U49]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=1, most=1440,
)  # fmt: skip
MOST_DROP = Spec(
    "renovation_permits.most_drop", QT_TRANSLATE_NOOP("Settings", "打压试验最大压降"), Kind.NUMBER, 50,
    "domain.md F11 [U49]", unit=QT_TRANSLATE_NOOP("Settings", "kPa"), least=0, most=1000,
)  # fmt: skip
INSURANCE = Spec(
    "renovation_permits.insurance", QT_TRANSLATE_NOOP("Settings", "装修须交公众责任险保单"), Kind.YES_NO, True,
    "domain.md F11 [U17c][U20b]",
)  # fmt: skip
OWNER_DEPOSIT = Spec(
    "renovation_permits.owner_deposit", QT_TRANSLATE_NOOP("Settings", "装修业主押金"), Kind.NUMBER, 1000,
    "S0㈦(6)1", unit=QT_TRANSLATE_NOOP("Settings", "元"), least=0,
)  # fmt: skip
CONTRACTOR_DEPOSIT = Spec(
    "renovation_permits.contractor_deposit", QT_TRANSLATE_NOOP("Settings", "装修施工押金"), Kind.NUMBER, 3000,
    "S0㈦(6)1", unit=QT_TRANSLATE_NOOP("Settings", "元"), least=0,
)  # fmt: skip
RUBBISH = Spec(
    "renovation_permits.rubbish", QT_TRANSLATE_NOOP("Settings", "发证前须收垃圾清运费"), Kind.YES_NO, True,
    QT_TRANSLATE_NOOP("Settings", "S2 装修"),
)  # fmt: skip
QUIET_HOURS = Spec(
    "renovation_permits.quiet_hours", QT_TRANSLATE_NOOP("Settings", "无噪音无异味施工时段"), Kind.TEXT,
    "周一至周六 08:00–18:00", "domain.md F12 [U42]",
)  # fmt: skip
NOISY_HOURS = Spec(
    "renovation_permits.noisy_hours", QT_TRANSLATE_NOOP("Settings", "有噪音或异味施工时段"), Kind.TEXT,
    "周一至周六 18:00–次日 08:00、周日全天", "domain.md F12 [U42]",
)  # fmt: skip
HOTLINE = Spec(
    "renovation_permits.hotline", QT_TRANSLATE_NOOP("Settings", "装修监督电话(印在许可证上)"), Kind.TEXT, "",
    "domain.md F12",
)  # fmt: skip
REMIND_DAYS = Spec(
    "renovation_permits.remind_days", QT_TRANSLATE_NOOP("Settings", "装修许可到期提醒"), Kind.NUMBER, 7,
    "domain.md §5.4", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=60,
)  # fmt: skip
PAPER_DAYS = Spec(
    "renovation_permits.paper_days", QT_TRANSLATE_NOOP("Settings", "施工单位证件到期提醒"), Kind.NUMBER, 7,
    "[K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
REPRINTS = Spec(
    "renovation_permits.reprints", QT_TRANSLATE_NOOP("Settings", "装修许可证可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
RETEST_MONTHS = Spec(
    "renovation_permits.retest_months", QT_TRANSLATE_NOOP("Settings", "施工押金验收后满几个月退"), Kind.NUMBER, 3,
    "S0㈦(6)1", unit=QT_TRANSLATE_NOOP("Settings", "个月"), least=0, most=24,
)  # fmt: skip
REFUND_DAYS = Spec(
    "renovation_permits.refund_days", QT_TRANSLATE_NOOP("Settings", "装修押金到期后应在几天内退还"), Kind.NUMBER, 7,
    "domain.md §0.1-10 [K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
DEPOSITS = ("owner_deposit", "contractor_deposit")
PRIVATE_DAYS = days_spec("renovation_permits", 365, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("renovation_permits", 0, "domain.md §1.7 [U30]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "装修审批属装修管理档案")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    REVIEW_DAYS, TRIAL_DAYS, TRIAL_ALWAYS, WATER_DEPTH, WATER_HOURS, PRESSURE, HOLD_MINUTES, MOST_DROP, INSURANCE,
    OWNER_DEPOSIT, CONTRACTOR_DEPOSIT, RUBBISH, QUIET_HOURS, NOISY_HOURS, HOTLINE, REMIND_DAYS, PAPER_DAYS, REPRINTS,
    RETEST_MONTHS, REFUND_DAYS, PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip
