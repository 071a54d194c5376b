"""The register of prints, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from desk_app.core.declare import (
    Action,
    Column,
    ColumnKind,
    Field,
    FieldKind,
    Pill,
    Private,
    Register,
    Source,
    State,
    Tone,
    View,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.registers.document_prints import figures, rules, terms, views

FIELDS = (
    Field("title", QT_TRANSLATE_NOOP("DocumentPrints", "文件名称"), required=True, span=2, limit=120),
    Field("applicant", QT_TRANSLATE_NOOP("DocumentPrints", "申请人"), private=Private.NAME, required=True, suggest=views.suggest_applicant),
    Field("department", QT_TRANSLATE_NOOP("DocumentPrints", "申请部门"), FieldKind.CHOICE, required=True, choices=terms.DEPARTMENTS),
    Field("approver", QT_TRANSLATE_NOOP("DocumentPrints", "审批主管"), FieldKind.STAFF, required=True, suggest=views.suggest_approver),
    Field("copies", QT_TRANSLATE_NOOP("DocumentPrints", "份数"), FieldKind.INTEGER, required=True, default=1, limit=3),
    Field("pages", QT_TRANSLATE_NOOP("DocumentPrints", "页数(每份)"), FieldKind.INTEGER, required=True, limit=4),
    Field("doc_no", QT_TRANSLATE_NOOP("DocumentPrints", "文号"), limit=40),
    Field("sides", QT_TRANSLATE_NOOP("DocumentPrints", "单 / 双面"), FieldKind.CHOICE, choices=terms.SIDES, default="single"),
    Field("colour", QT_TRANSLATE_NOOP("DocumentPrints", "彩色 / 黑白"), FieldKind.CHOICE, choices=terms.COLOURS, default="black"),
    Field("secrecy", QT_TRANSLATE_NOOP("DocumentPrints", "密级"), FieldKind.CHOICE, choices=terms.SECRECY),
    Field("seal", QT_TRANSLATE_NOOP("DocumentPrints", "用印"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("DocumentPrints", "要盖章(另登用印台账)")),
    Field("seal_copies", QT_TRANSLATE_NOOP("DocumentPrints", "用印份数"), FieldKind.INTEGER, limit=3),
    Field("remark", QT_TRANSLATE_NOOP("DocumentPrints", "备注"), FieldKind.LONG_TEXT, span=2, limit=200),
)  # fmt: skip

TONES = {
    "applied": Tone.WAITING, "agreed": Tone.DUE, "printed": Tone.DUE, "collected": Tone.DONE, "void": Tone.VOID,
}  # fmt: skip
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("DocumentPrints", "单号"), width=17),
    Column("day", QT_TRANSLATE_NOOP("DocumentPrints", "日期"), ColumnKind.DATE, width=11, listed=False),
    Column("title", QT_TRANSLATE_NOOP("DocumentPrints", "文件名称"), width=22),
    Column("doc_no", QT_TRANSLATE_NOOP("DocumentPrints", "文号"), width=14, listed=False),
    Column("department", QT_TRANSLATE_NOOP("DocumentPrints", "申请部门"), ColumnKind.CHOICE, width=12, choices=terms.DEPARTMENTS, spare=True),
    Column("applicant", QT_TRANSLATE_NOOP("DocumentPrints", "申请人"), width=8),
    Column("approver", QT_TRANSLATE_NOOP("DocumentPrints", "审批主管"), width=9, spare=True),
    Column("agreed_at", QT_TRANSLATE_NOOP("DocumentPrints", "同意时间"), ColumnKind.TIME, width=14, listed=False),
    Column("copies", QT_TRANSLATE_NOOP("DocumentPrints", "份数"), ColumnKind.INTEGER, width=5, total=True),
    Column("pages", QT_TRANSLATE_NOOP("DocumentPrints", "页数"), ColumnKind.INTEGER, width=5),
    Column("total", QT_TRANSLATE_NOOP("DocumentPrints", "总页数"), ColumnKind.INTEGER, width=7, listed=False, total=True),
    Column("sides", QT_TRANSLATE_NOOP("DocumentPrints", "单 / 双面"), ColumnKind.CHOICE, width=8, choices=terms.SIDES, listed=False),
    Column("colour", QT_TRANSLATE_NOOP("DocumentPrints", "彩色 / 黑白"), ColumnKind.CHOICE, width=8, choices=terms.COLOURS, listed=False),
    Column("secrecy", QT_TRANSLATE_NOOP("DocumentPrints", "密级"), ColumnKind.CHOICE, width=6, choices=terms.SECRECY, listed=False),
    Column("seal_copies", QT_TRANSLATE_NOOP("DocumentPrints", "用印份数"), ColumnKind.INTEGER, width=8, listed=False, total=True),
    Column("printer", QT_TRANSLATE_NOOP("DocumentPrints", "打印人"), width=8, listed=False),
    Column("printed_at", QT_TRANSLATE_NOOP("DocumentPrints", "打印时间"), ColumnKind.TIME, width=14, listed=False),
    Column("collector", QT_TRANSLATE_NOOP("DocumentPrints", "领取人"), private=Private.NAME, width=8, listed=False),
    Column("collected_at", QT_TRANSLATE_NOOP("DocumentPrints", "领取时间"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("DocumentPrints", "状态"), ColumnKind.STATE, width=10),
    Column("reason", QT_TRANSLATE_NOOP("DocumentPrints", "说明"), width=20, listed=False),
    Column("void_kind", QT_TRANSLATE_NOOP("DocumentPrints", "作废类别"), ColumnKind.CHOICE, choices=terms.VOID_REASONS, listed=False, sheeted=False),
)  # fmt: skip

VIEWS = (
    View("applied", QT_TRANSLATE_NOOP("DocumentPrints", "待同意")),
    View("agreed", QT_TRANSLATE_NOOP("DocumentPrints", "待打印")),
    View("printed", QT_TRANSLATE_NOOP("DocumentPrints", "待领取")),
    View("today", QT_TRANSLATE_NOOP("DocumentPrints", "今日")),
    View("all", QT_TRANSLATE_NOOP("DocumentPrints", "全部"), counted=False),
)

APPLIED, AGREED, PRINTED = frozenset({"applied"}), frozenset({"agreed"}), frozenset({"printed"})
ACTIONS = (
    Action("agree", QT_TRANSLATE_NOOP("DocumentPrints", "主管同意…"), "user-check", "", APPLIED, in_row=True),
    Action("finish", QT_TRANSLATE_NOOP("DocumentPrints", "已打印…"), "printer", "", AGREED, in_row=True),
    Action("collect", QT_TRANSLATE_NOOP("DocumentPrints", "领取…"), "package-open", "Ctrl+L", PRINTED, in_row=True),
    Action("print", QT_TRANSLATE_NOOP("DocumentPrints", "打印申请单"), "file-text", "Ctrl+P"),
    Action("correct", QT_TRANSLATE_NOOP("DocumentPrints", "更正"), "pencil", "", APPLIED),
    Action("void", QT_TRANSLATE_NOOP("DocumentPrints", "作废…"), "ban", "", frozenset(rules.OPEN)),
    Action("history", QT_TRANSLATE_NOOP("DocumentPrints", "查看与修改记录"), "history"),
)  # fmt: skip

REGISTER = Register(
    key="document_prints",
    prefix=rules.PREFIX,
    context="DocumentPrints",
    title=QT_TRANSLATE_NOOP("DocumentPrints", "文件打印"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(Pill("agreed", QT_TRANSLATE_NOOP("DocumentPrints", "文件待打印"), Tone.DUE),),
    settings=terms.SETTINGS,
    labels={
        "applied_at": QT_TRANSLATE_NOOP("DocumentPrints", "申请时间"),
        "applicant_signed": QT_TRANSLATE_NOOP("DocumentPrints", "申请人已签名"),
        "approver_name": QT_TRANSLATE_NOOP("DocumentPrints", "审批主管"),
        "approver_signed": QT_TRANSLATE_NOOP("DocumentPrints", "主管已签名"),
        "stamped": QT_TRANSLATE_NOOP("DocumentPrints", "已用印"),
        "printer_name": QT_TRANSLATE_NOOP("DocumentPrints", "打印人"),
        "collector_signed": QT_TRANSLATE_NOOP("DocumentPrints", "领取人已签名"),
        "void_approver": QT_TRANSLATE_NOOP("DocumentPrints", "作废复核人"),
        "stage.agree": QT_TRANSLATE_NOOP("DocumentPrints", "主管同意打印"),
    },
    verbs={
        "apply": QT_TRANSLATE_NOOP("DocumentPrints", "登记申请"),
        "reprint": QT_TRANSLATE_NOOP("DocumentPrints", "打印 / 补打"),
    },
    first_step=QT_TRANSLATE_NOOP(
        "DocumentPrints", "还没有文件打印申请。按 F2 登记,打印申请单请申请人和主管签名。"
    ),
)
"""文件打印登记: no department prints without its supervisor's consent, record and signature (S0㈦(5))."""
