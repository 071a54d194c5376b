"""The words of a key loan: what can be chosen, and the settings (⚙) with their clauses."""

from __future__ import annotations

from dataclasses import replace

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.retention import days_spec, years_spec
from desk_app.core.settings import Kind, Spec
from desk_app.registers.keys import rules as keys

KINDS = (
    Choice("loan", QT_TRANSLATE_NOOP("KeyLoans", "借用")),
    Choice("collect", QT_TRANSLATE_NOOP("KeyLoans", "施工领取(凭收条)")),
    Choice("hand_over", QT_TRANSLATE_NOOP("KeyLoans", "发放业主")),
    Choice("retain", QT_TRANSLATE_NOOP("KeyLoans", "留存登记(出收条)")),
)
COMES_BACK = ("loan", "collect")
"""The kinds that end with a return."""

STANDINGS = (
    Choice("owner", QT_TRANSLATE_NOOP("KeyLoans", "业主本人")),
    Choice("trustee", QT_TRANSLATE_NOOP("KeyLoans", "业主受托人")),
    Choice("sales", QT_TRANSLATE_NOOP("KeyLoans", "地产销售")),
    Choice("engineering", QT_TRANSLATE_NOOP("KeyLoans", "工程")),
    Choice("security", QT_TRANSLATE_NOOP("KeyLoans", "安保")),
    Choice("cleaning", QT_TRANSLATE_NOOP("KeyLoans", "保洁")),
    Choice("works", QT_TRANSLATE_NOOP("KeyLoans", "施工方")),
    Choice("other", QT_TRANSLATE_NOOP("KeyLoans", "其他")),
)
PURPOSES = (
    Choice("viewing", QT_TRANSLATE_NOOP("KeyLoans", "看房")),
    Choice("rectify", QT_TRANSLATE_NOOP("KeyLoans", "整改")),
    Choice("repair", QT_TRANSLATE_NOOP("KeyLoans", "维修")),
    Choice("patrol", QT_TRANSLATE_NOOP("KeyLoans", "巡查")),
    Choice("fit_out", QT_TRANSLATE_NOOP("KeyLoans", "装修")),
    Choice("emergency", QT_TRANSLATE_NOOP("KeyLoans", "应急")),
    Choice("other", QT_TRANSLATE_NOOP("KeyLoans", "其他(写明)")),
)
IN_PERSON = "in_person"
HOWS = (
    Choice(IN_PERSON, QT_TRANSLATE_NOOP("KeyLoans", "当面")),
    Choice("phone", QT_TRANSLATE_NOOP("KeyLoans", "电话")),
)
CONDITIONS = (
    Choice("intact", QT_TRANSLATE_NOOP("KeyLoans", "完好")),
    Choice("damaged", QT_TRANSLATE_NOOP("KeyLoans", "损坏")),
)
REPORTED = (
    Choice("", QT_TRANSLATE_NOOP("KeyLoans", "只催还")),
    Choice("kz", QT_TRANSLATE_NOOP("KeyLoans", "已报客服主管")),
    Choice("jl", QT_TRANSLATE_NOOP("KeyLoans", "已报经理")),
)
KEY_KINDS = tuple(replace(kind, context="Keys") for kind in keys.KINDS)
PAYERS = tuple(replace(payer, context="Keys") for payer in keys.PAYERS)
"""The cabinet's own words, in its own context."""

VOID_REASONS = (
    Choice("wrong_entry", QT_TRANSLATE_NOOP("KeyLoans", "填写错误")),
    Choice("cancelled", QT_TRANSLATE_NOOP("KeyLoans", "客户取消")),
    Choice("mismatch", QT_TRANSLATE_NOOP("KeyLoans", "物单不符")),
    Choice("duplicate", QT_TRANSLATE_NOOP("KeyLoans", "重复开具")),
    Choice("misprint", QT_TRANSLATE_NOOP("KeyLoans", "打印损坏")),
    Choice("other", QT_TRANSLATE_NOOP("KeyLoans", "其他")),
)
ESCALATIONS = {
    "call": QT_TRANSLATE_NOOP("KeyLoans", "逾期 {time},电话催还"),
    "report_kz": QT_TRANSLATE_NOOP("KeyLoans", "当班结束仍未还,报客服主管"),
    "report_jl": QT_TRANSLATE_NOOP("KeyLoans", "隔日未还,报经理"),
}
"""What an overdue loan asks for next (domain.md F07 逾期处理)."""

DUE_BY = Spec(
    "key_loans.due_by", QT_TRANSLATE_NOOP("Settings", "钥匙默认应还时间"), Kind.CHOICE, "day",
    "S0㈦(3)3; domain.md F07",
    choices=(
        ("day", QT_TRANSLATE_NOOP("Settings", "当日下班前")),
        ("shift", QT_TRANSLATE_NOOP("Settings", "当班结束")),
    ),
)  # fmt: skip
DUE_AT = Spec(
    "key_loans.due_at", QT_TRANSLATE_NOOP("Settings", "钥匙当日应还时刻"), Kind.TIME_OF_DAY, "17:30",
    "domain.md F07 [K]",
)  # fmt: skip
SOON = Spec(
    "key_loans.soon", QT_TRANSLATE_NOOP("Settings", "钥匙到期提前提示"), Kind.NUMBER, 30,
    "domain.md §5.4 [K]", unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=0, most=600,
)  # fmt: skip
OVERNIGHT = Spec(
    "key_loans.overnight", QT_TRANSLATE_NOOP("Settings", "钥匙过夜须主管同意"), Kind.YES_NO, True,
    "domain.md F07 [U09]",
)  # fmt: skip
LOCKED = Spec(
    "key_loans.locked", QT_TRANSLATE_NOOP("Settings", "还钥匙须确认门已锁"), Kind.YES_NO, True,
    "domain.md F07",
)  # fmt: skip
REPRINTS = Spec(
    "key_loans.reprints", QT_TRANSLATE_NOOP("Settings", "钥匙单前台可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
BORROWER_DAYS = Spec(
    "key_loans.borrower_days", QT_TRANSLATE_NOOP("Settings", "可调出的历史借用人"), Kind.NUMBER, 30,
    "domain.md §1.7 [U36]", unit=QT_TRANSLATE_NOOP("Settings", "天"), least=0, most=90,
)  # fmt: skip
PRIVATE_DAYS = days_spec("key_loans", 180, "domain.md §1.7 [K][L02]")
KEPT_YEARS = years_spec("key_loans", 2, "domain.md §1.7 [U10]")
KEPT_GROUND = QT_TRANSLATE_NOOP("Retention", "钥匙借还是物业责任的凭据")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    DUE_BY, DUE_AT, SOON, OVERNIGHT, LOCKED, REPRINTS, BORROWER_DAYS,
    PRIVATE_DAYS, KEPT_YEARS,
)  # fmt: skip
