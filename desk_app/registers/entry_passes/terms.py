"""The words of an entry pass: what can be chosen, and the settings (⚙) with their clauses."""

from __future__ import annotations

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec

KINDS = (
    Choice("long", QT_TRANSLATE_NOOP("EntryPasses", "出入证")),
    Choice("temporary", QT_TRANSLATE_NOOP("EntryPasses", "临时出入证")),
)
SEXES = (
    Choice("male", QT_TRANSLATE_NOOP("EntryPasses", "男")),
    Choice("female", QT_TRANSLATE_NOOP("EntryPasses", "女")),
)
TRADES = (
    Choice("plumber", QT_TRANSLATE_NOOP("EntryPasses", "水工")),
    Choice("electrician", QT_TRANSLATE_NOOP("EntryPasses", "电工")),
    Choice("carpenter", QT_TRANSLATE_NOOP("EntryPasses", "木工")),
    Choice("mason", QT_TRANSLATE_NOOP("EntryPasses", "瓦工")),
    Choice("painter", QT_TRANSLATE_NOOP("EntryPasses", "油工")),
    Choice("welder", QT_TRANSLATE_NOOP("EntryPasses", "焊工")),
    Choice("aircon", QT_TRANSLATE_NOOP("EntryPasses", "空调")),
    Choice("fire", QT_TRANSLATE_NOOP("EntryPasses", "消防")),
    Choice("cleaner", QT_TRANSLATE_NOOP("EntryPasses", "保洁")),
    Choice("delivery", QT_TRANSLATE_NOOP("EntryPasses", "送货")),
    Choice("domestic", QT_TRANSLATE_NOOP("EntryPasses", "家政")),
    Choice("other", QT_TRANSLATE_NOOP("EntryPasses", "其他")),
)
SPECIAL = frozenset({"electrician", "welder"})
"""Trades that need a special-operation certificate (domain.md §8-7)."""

CONDITIONS = (
    Choice("good", QT_TRANSLATE_NOOP("EntryPasses", "完好")),
    Choice("damaged", QT_TRANSLATE_NOOP("EntryPasses", "破损(照片脱落、折断)")),
    Choice("altered", QT_TRANSLATE_NOOP("EntryPasses", "涂改")),
)
CONFISCATED_FOR = (
    Choice("expired", QT_TRANSLATE_NOOP("EntryPasses", "过期")),
    Choice("lent", QT_TRANSLATE_NOOP("EntryPasses", "转借")),
    Choice("elsewhere", QT_TRANSLATE_NOOP("EntryPasses", "串房")),
    Choice("violation", QT_TRANSLATE_NOOP("EntryPasses", "违规")),
)
VOID_REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("EntryPasses", "填写错误")),
    Choice("cancelled", QT_TRANSLATE_NOOP("EntryPasses", "客户取消")),
    Choice("mismatch", QT_TRANSLATE_NOOP("EntryPasses", "证件与本人不符")),
    Choice("duplicate", QT_TRANSLATE_NOOP("EntryPasses", "重复开具")),
    Choice("misprint", QT_TRANSLATE_NOOP("EntryPasses", "打印损坏")),
    Choice("other", QT_TRANSLATE_NOOP("EntryPasses", "其他")),
)
PAPER_SIZES = (
    ("a6", QT_TRANSLATE_NOOP("Settings", "A6 单张")),
    ("card", QT_TRANSLATE_NOOP("Settings", "卡片 85.6×54")),
)

MONTHS = Spec(
    "entry_passes.months", QT_TRANSLATE_NOOP("Settings", "出入证最长有效期"), Kind.NUMBER, 3,
    "S0㈦(2)1", unit=QT_TRANSLATE_NOOP("Settings", "个月"), least=1, most=12,
)  # fmt: skip
SAME_YEAR = Spec(
    "entry_passes.same_year", QT_TRANSLATE_NOOP("Settings", "出入证不跨年"), Kind.YES_NO, False,
    "domain.md F08 [U18]",
)  # fmt: skip
TEMP_DAYS = Spec(
    "entry_passes.temp_days", QT_TRANSLATE_NOOP("Settings", "临时出入证有效天数"), Kind.NUMBER, 3,
    "S0㈦(2)2", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=30,
)  # fmt: skip
TEMP_TODAY = Spec(
    "entry_passes.temp_today", QT_TRANSLATE_NOOP("Settings", "临时出入证天数含发证当日"), Kind.YES_NO, True,
    "domain.md §1.6",
)  # fmt: skip
FEE = Spec(
    "entry_passes.fee", QT_TRANSLATE_NOOP("Settings", "出入证工本费"), Kind.NUMBER, 500,
    "S0㈦(2)1", unit=QT_TRANSLATE_NOOP("Settings", "分"),
)  # fmt: skip
DEPOSIT = Spec(
    "entry_passes.deposit", QT_TRANSLATE_NOOP("Settings", "出入证押金"), Kind.NUMBER, 5000,
    "S0㈦(2)1", unit=QT_TRANSLATE_NOOP("Settings", "分"),
)  # fmt: skip
EXTENSION_FEE = Spec(
    "entry_passes.extension_fee", QT_TRANSLATE_NOOP("Settings", "出入证延期工本费"), Kind.NUMBER, 500,
    "domain.md F08 [U18]", unit=QT_TRANSLATE_NOOP("Settings", "分"),
)  # fmt: skip
REPLACE_FEE = Spec(
    "entry_passes.replace_fee", QT_TRANSLATE_NOOP("Settings", "补证再收工本费"), Kind.YES_NO, True,
    "domain.md F08 [U19]",
)  # fmt: skip
REPLACE_DEPOSIT = Spec(
    "entry_passes.replace_deposit", QT_TRANSLATE_NOOP("Settings", "补证再收押金"), Kind.YES_NO, True,
    "domain.md F08 [U19]",
)  # fmt: skip
PHOTO_REQUIRED = Spec(
    "entry_passes.photo_required", QT_TRANSLATE_NOOP("Settings", "出入证须有照片"), Kind.YES_NO, True,
    "domain.md F08",
)  # fmt: skip
PHOTO_SIZE = Spec(
    "entry_passes.photo_size", QT_TRANSLATE_NOOP("Settings", "出入证照片最大"), Kind.NUMBER, 4096,
    "[K]", unit=QT_TRANSLATE_NOOP("Settings", "KB"), least=50, most=20_000,
)  # fmt: skip
RETURN_DAYS = Spec(
    "entry_passes.return_days", QT_TRANSLATE_NOOP("Settings", "出入证到期后退证宽限"), Kind.NUMBER, 7,
    "domain.md F08 [U18]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=60,
)  # fmt: skip
REMIND_DAYS = Spec(
    "entry_passes.remind_days", QT_TRANSLATE_NOOP("Settings", "出入证到期前提醒"), Kind.NUMBER, 7,
    "domain.md §5.4", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=60,
)  # fmt: skip
STORE_ID = Spec(
    "entry_passes.store_id", QT_TRANSLATE_NOOP("Settings", "保存出入证持证人证件号码"), Kind.YES_NO, False,
    "domain.md §4.2-2, §8-6",
)  # fmt: skip
REPRINTS = Spec(
    "entry_passes.reprints", QT_TRANSLATE_NOOP("Settings", "出入证可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
PAPER = Spec(
    "entry_passes.paper", QT_TRANSLATE_NOOP("Settings", "发证时打印"), Kind.CHOICE, "a6",
    "domain.md F08", choices=PAPER_SIZES,
)  # fmt: skip
REFUND_DAYS = Spec(
    "entry_passes.refund_days", QT_TRANSLATE_NOOP("Settings", "出入证押金应在几天内退还"), Kind.NUMBER, 7,
    "domain.md F08 [K]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
PRIVATE_DAYS = days_spec("entry_passes", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("entry_passes", 0, "domain.md §1.7 [U30]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "出入证办理属装修管理档案")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    MONTHS, SAME_YEAR, TEMP_DAYS, TEMP_TODAY, FEE, DEPOSIT, EXTENSION_FEE, REPLACE_FEE, REPLACE_DEPOSIT,
    PHOTO_REQUIRED, PHOTO_SIZE, RETURN_DAYS, REMIND_DAYS, STORE_ID, REPRINTS, PAPER,
    REFUND_DAYS, PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip
