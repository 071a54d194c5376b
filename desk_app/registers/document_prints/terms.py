"""The words of a print: what can be chosen, who supervises which department, the settings (⚙)."""

from __future__ import annotations

from desk_app.core.declare import Choice
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.people import Role
from desk_app.core.retention import years_spec
from desk_app.core.settings import Kind, Spec

DEPARTMENTS = (
    Choice("service", QT_TRANSLATE_NOOP("DocumentPrints", "客服部(本部门)")),
    Choice("engineering", QT_TRANSLATE_NOOP("DocumentPrints", "工程部")),
    Choice("security", QT_TRANSLATE_NOOP("DocumentPrints", "安保部")),
    Choice("cleaning", QT_TRANSLATE_NOOP("DocumentPrints", "保洁部")),
    Choice("finance", QT_TRANSLATE_NOOP("DocumentPrints", "财务部")),
    Choice("office", QT_TRANSLATE_NOOP("DocumentPrints", "综合办公室")),
)
SUPERVISED_BY = {
    "service": (Role.KZ, Role.JL),
    "engineering": (Role.GC, Role.JL),
    "security": (Role.AB, Role.JL),
    "cleaning": (Role.KZ, Role.JL),
    "finance": (Role.JL,),
    "office": (Role.JL,),
}
"""Who may agree: the department's own supervisor, or the manager over all (S0㈦(5))."""

SIDES = (
    Choice("single", QT_TRANSLATE_NOOP("DocumentPrints", "单面")),
    Choice("double", QT_TRANSLATE_NOOP("DocumentPrints", "双面")),
)
COLOURS = (
    Choice("black", QT_TRANSLATE_NOOP("DocumentPrints", "黑白")),
    Choice("colour", QT_TRANSLATE_NOOP("DocumentPrints", "彩色")),
)
SECRECY = (
    Choice("open", QT_TRANSLATE_NOOP("DocumentPrints", "普通")),
    Choice("internal", QT_TRANSLATE_NOOP("DocumentPrints", "内部")),
    Choice("secret", QT_TRANSLATE_NOOP("DocumentPrints", "保密")),
)
VOID_REASONS = (
    Choice("not_agreed", QT_TRANSLATE_NOOP("DocumentPrints", "主管不同意")),
    Choice("wrong_entry", QT_TRANSLATE_NOOP("DocumentPrints", "填写错误")),
    Choice("cancelled", QT_TRANSLATE_NOOP("DocumentPrints", "申请人取消")),
    Choice("duplicate", QT_TRANSLATE_NOOP("DocumentPrints", "重复登记")),
    Choice("misprint", QT_TRANSLATE_NOOP("DocumentPrints", "打印损坏")),
    Choice("other", QT_TRANSLATE_NOOP("DocumentPrints", "其他")),
)

COLLECT_WITHIN = Spec(
    "document_prints.collect_within", QT_TRANSLATE_NOOP("Settings", "打印好的文件须在几小时内领取"), Kind.NUMBER, 24,
    "domain.md F23 [K]", unit=QT_TRANSLATE_NOOP("Settings", "小时"), least=1, most=240,
)  # fmt: skip
REPRINTS = Spec(
    "document_prints.reprints", QT_TRANSLATE_NOOP("Settings", "打印申请单前台可自行补打次数"), Kind.NUMBER, 3,
    "domain.md §5.3", least=0, most=99,
)  # fmt: skip
KEPT_YEARS = years_spec("document_prints", 3, "domain.md §1.7 [K]")
SETTINGS: tuple[Spec[int] | Spec[str] | Spec[bool], ...] = (
    COLLECT_WITHIN, REPRINTS,
    KEPT_YEARS,
)  # fmt: skip
