"""The register of key loans, declared once: form, list, sheet and tests read this."""

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
from desk_app.core.identity import ID_CHOICES
from desk_app.registers.key_loans import figures, lookups, returning, rules, terms, views

KEY_FIELDS = (
    Field("code", QT_TRANSLATE_NOOP("KeyLoans", "钥匙编号"), FieldKind.BADGE, required=True, limit=40, suggest=lookups.suggest_key),
    Field("pieces", QT_TRANSLATE_NOOP("KeyLoans", "把数"), FieldKind.INTEGER),
)  # fmt: skip
CONSENT = QT_TRANSLATE_NOOP("KeyLoans", "审批")
KEYS = QT_TRANSLATE_NOOP("KeyLoans", "再加几串")
MORE = QT_TRANSLATE_NOOP("KeyLoans", "更多")

FIELDS = (
    Field("key", QT_TRANSLATE_NOOP("KeyLoans", "钥匙(编号、房号或扫标签)"), FieldKind.BADGE, required=True, limit=40, suggest=lookups.suggest_key),
    Field("pieces", QT_TRANSLATE_NOOP("KeyLoans", "把数"), FieldKind.INTEGER, placeholder=QT_TRANSLATE_NOOP("KeyLoans", "不填即整串")),
    Field("kind", QT_TRANSLATE_NOOP("KeyLoans", "业务"), FieldKind.CHOICE, required=True, choices=terms.KINDS, default="loan"),
    Field("standing", QT_TRANSLATE_NOOP("KeyLoans", "借用人身份"), FieldKind.CHOICE, required=True, choices=terms.STANDINGS),
    Field("borrower", QT_TRANSLATE_NOOP("KeyLoans", "借用人"), required=True, suggest=lookups.suggest_borrower, private=Private.NAME),
    Field("phone", QT_TRANSLATE_NOOP("KeyLoans", "联系电话"), required=True, limit=30, private=Private.PHONE),
    Field("org", QT_TRANSLATE_NOOP("KeyLoans", "单位 / 部门"), suggest=lookups.suggest_org),
    Field("id_kind", QT_TRANSLATE_NOOP("KeyLoans", "已核验证件"), FieldKind.CHOICE, required=True, choices=ID_CHOICES),
    Field("purpose", QT_TRANSLATE_NOOP("KeyLoans", "事由"), FieldKind.CHOICE, choices=terms.PURPOSES),
    Field("due_at", QT_TRANSLATE_NOOP("KeyLoans", "应还时间"), FieldKind.TIME, placeholder="17:30"),
    Field("receipt_no", QT_TRANSLATE_NOOP("KeyLoans", "留存收条号(收回)"), limit=40),
    Field("inspection", QT_TRANSLATE_NOOP("KeyLoans", "验房单号 / 日期")),
    Field("authority", QT_TRANSLATE_NOOP("KeyLoans", "委托书编号 / 日期")),
    Field("agrees", QT_TRANSLATE_NOOP("KeyLoans", "业主同意留存"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("KeyLoans", "业主同意留存,出收条")),
    Field("owner_phone", QT_TRANSLATE_NOOP("KeyLoans", "所拨业主档案号码"), limit=30, private=Private.PHONE, suggest=lookups.suggest_owner_phone, group=CONSENT),
    Field("owner_by", QT_TRANSLATE_NOOP("KeyLoans", "电话里同意的业主"), private=Private.NAME, group=CONSENT),
    Field("gc", QT_TRANSLATE_NOOP("KeyLoans", "工程主管同意"), FieldKind.STAFF, suggest=lookups.suggest_stage(rules.GC), group=CONSENT),
    Field("gc_how", QT_TRANSLATE_NOOP("KeyLoans", "同意方式"), FieldKind.CHOICE, choices=terms.HOWS, group=CONSENT),
    Field("kz", QT_TRANSLATE_NOOP("KeyLoans", "客服主管同意"), FieldKind.STAFF, suggest=lookups.suggest_stage(rules.KZ), group=CONSENT),
    Field("kz_how", QT_TRANSLATE_NOOP("KeyLoans", "同意方式"), FieldKind.CHOICE, choices=terms.HOWS, group=CONSENT),
    Field("ab", QT_TRANSLATE_NOOP("KeyLoans", "随同的安保主管"), FieldKind.STAFF, suggest=lookups.suggest_stage(rules.AB), group=CONSENT),
    Field("keys", QT_TRANSLATE_NOOP("KeyLoans", "再加几串"), FieldKind.TABLE, span=2, columns=KEY_FIELDS, group=KEYS),
    Field("purpose_note", QT_TRANSLATE_NOOP("KeyLoans", "事由说明"), span=2, limit=120, group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("KeyLoans", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {
    "out": Tone.WAITING, "partly_back": Tone.DUE, "returned": Tone.DONE, "lost": Tone.LATE, "settled": Tone.DONE,
    "handed_over": Tone.DONE, "kept": Tone.WAITING, "redeemed": Tone.DONE, "void": Tone.VOID,
}  # fmt: skip
STATES = (
    *(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items()),
    State("due", QT_TRANSLATE_NOOP("KeyLoans", "快到应还"), Tone.DUE),
    State("late", QT_TRANSLATE_NOOP("KeyLoans", "逾期未还"), Tone.LATE),
)
OUT = frozenset({"out", "partly_back", "due", "late"})
LOST = frozenset({"lost", "partly_back", "late"})
ISSUED = frozenset(rules.STATES)

COLUMNS = (
    Column("codes", QT_TRANSLATE_NOOP("KeyLoans", "钥匙号"), width=11),
    Column("key_kind", QT_TRANSLATE_NOOP("KeyLoans", "类别"), ColumnKind.CHOICE, width=12, choices=terms.KEY_KINDS, listed=False),
    Column("place", QT_TRANSLATE_NOOP("KeyLoans", "房号 / 设备"), width=14, sheeted=False, spare=True),
    Column("borrower", QT_TRANSLATE_NOOP("KeyLoans", "借用人"), width=8),
    Column("org", QT_TRANSLATE_NOOP("KeyLoans", "单位"), width=10, sheeted=False, spare=True),
    Column("standing", QT_TRANSLATE_NOOP("KeyLoans", "借用人身份"), ColumnKind.CHOICE, width=10, choices=terms.STANDINGS, listed=False),
    Column("phone", QT_TRANSLATE_NOOP("KeyLoans", "电话"), width=13, listed=False, sheeted=False),
    Column("kind", QT_TRANSLATE_NOOP("KeyLoans", "业务"), ColumnKind.CHOICE, width=10, choices=terms.KINDS, spare=True),
    Column("purpose", QT_TRANSLATE_NOOP("KeyLoans", "事由"), ColumnKind.CHOICE, width=8, choices=terms.PURPOSES, listed=False),
    Column("out_at", QT_TRANSLATE_NOOP("KeyLoans", "借出"), ColumnKind.TIME, width=11, spare=True),
    Column("due_at", QT_TRANSLATE_NOOP("KeyLoans", "应还"), ColumnKind.TIME, width=11),
    Column("back_at", QT_TRANSLATE_NOOP("KeyLoans", "实还"), ColumnKind.TIME, width=11, listed=False),
    Column("late_minutes", QT_TRANSLATE_NOOP("KeyLoans", "逾期分钟"), ColumnKind.INTEGER, width=9, listed=False),
    Column("pieces", QT_TRANSLATE_NOOP("KeyLoans", "把数"), ColumnKind.INTEGER, width=5, total=True, listed=False),
    Column("left", QT_TRANSLATE_NOOP("KeyLoans", "未还"), ColumnKind.INTEGER, width=5, total=True),
    Column("approvers", QT_TRANSLATE_NOOP("KeyLoans", "审批人"), width=14, listed=False),
    Column("step", QT_TRANSLATE_NOOP("KeyLoans", "催还"), width=14, sheeted=False, spare=True),
    Column("state", QT_TRANSLATE_NOOP("KeyLoans", "状态"), ColumnKind.STATE, width=11),
    Column("no", QT_TRANSLATE_NOOP("KeyLoans", "单号"), width=17, spare=True),
    Column("struck_by", QT_TRANSLATE_NOOP("KeyLoans", "销项人"), width=9, listed=False),
    Column("handler", QT_TRANSLATE_NOOP("KeyLoans", "经办人"), width=9, listed=False),
    Column("receipt_no", QT_TRANSLATE_NOOP("KeyLoans", "收条号"), width=16, listed=False),
    Column("reason", QT_TRANSLATE_NOOP("KeyLoans", "说明"), width=20, listed=False),
)  # fmt: skip

HISTORY = (
    Column("condition", QT_TRANSLATE_NOOP("KeyLoans", "完好"), ColumnKind.CHOICE, choices=terms.CONDITIONS, listed=False, sheeted=False),
    Column("reported", QT_TRANSLATE_NOOP("KeyLoans", "上报"), ColumnKind.CHOICE, choices=terms.REPORTED, listed=False, sheeted=False),
    Column("cost", QT_TRANSLATE_NOOP("KeyLoans", "费用(元)"), ColumnKind.MONEY, listed=False, sheeted=False),
    Column("paid_by", QT_TRANSLATE_NOOP("KeyLoans", "费用承担"), ColumnKind.CHOICE, choices=terms.PAYERS, listed=False, sheeted=False),
    Column("void_kind", QT_TRANSLATE_NOOP("KeyLoans", "作废类别"), ColumnKind.CHOICE, choices=terms.VOID_REASONS, listed=False, sheeted=False),
)  # fmt: skip
"""Columns of the history alone: how its values are said in words."""

VIEWS = (
    View("open", QT_TRANSLATE_NOOP("KeyLoans", "未还")),
    View("late", QT_TRANSLATE_NOOP("KeyLoans", "逾期")),
    View("due", QT_TRANSLATE_NOOP("KeyLoans", "今日应还")),
    View("today", QT_TRANSLATE_NOOP("KeyLoans", "今日")),
    View("lost", QT_TRANSLATE_NOOP("KeyLoans", "遗失")),
    View("kept", QT_TRANSLATE_NOOP("KeyLoans", "留存")),
    View("all", QT_TRANSLATE_NOOP("KeyLoans", "全部"), counted=False),
)

ACTIONS = (
    Action("give_back", QT_TRANSLATE_NOOP("KeyLoans", "归还…"), "log-in", "Ctrl+L", OUT, in_row=True),
    Action("chase", QT_TRANSLATE_NOOP("KeyLoans", "催还…"), "phone-call", "Ctrl+R", OUT),
    Action("extend", QT_TRANSLATE_NOOP("KeyLoans", "续借…"), "clock", "", OUT),
    Action("lose", QT_TRANSLATE_NOOP("KeyLoans", "登记遗失…"), "circle-x", "", OUT),
    Action("relock", QT_TRANSLATE_NOOP("KeyLoans", "换锁…"), "key-round", "", LOST),
    Action("replace", QT_TRANSLATE_NOOP("KeyLoans", "补配新匙…"), "plus", "", LOST),
    Action("found", QT_TRANSLATE_NOOP("KeyLoans", "找回…"), "undo-2", "", LOST),
    Action("collect", QT_TRANSLATE_NOOP("KeyLoans", "凭收条领取"), "stamp", "", frozenset({"kept"}), in_row=True),
    Action("retain", QT_TRANSLATE_NOOP("KeyLoans", "留存登记"), "stamp", "", frozenset({"handed_over"})),
    Action("borrower", QT_TRANSLATE_NOOP("KeyLoans", "此人的借用记录"), "users"),
    Action("key_story", QT_TRANSLATE_NOOP("KeyLoans", "这把钥匙的流水"), "history"),
    Action("print", QT_TRANSLATE_NOOP("KeyLoans", "打印 / 补打"), "printer", "Ctrl+P", ISSUED | OUT),
    Action("copy", QT_TRANSLATE_NOOP("KeyLoans", "复制重开"), "copy", "", frozenset({"void", "returned"})),
    Action("void", QT_TRANSLATE_NOOP("KeyLoans", "作废…"), "ban", "", frozenset({"out", "due", "late", "kept", "handed_over"})),
    Action("history", QT_TRANSLATE_NOOP("KeyLoans", "查看与修改记录"), "history"),
)  # fmt: skip

REGISTER = Register(
    key="key_loans",
    prefix=rules.PREFIX,
    context="KeyLoans",
    title=QT_TRANSLATE_NOOP("KeyLoans", "钥匙借还"),
    fields=FIELDS,
    columns=(*COLUMNS, *HISTORY),
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("open", QT_TRANSLATE_NOOP("KeyLoans", "钥匙未还"), Tone.WAITING),
        Pill("late", QT_TRANSLATE_NOOP("KeyLoans", "钥匙逾期"), Tone.LATE),
    ),
    settings=terms.SETTINGS,
    daily=returning.catch_up,
    by_code=lookups.loan_by_code,
    labels={
        "place": QT_TRANSLATE_NOOP("KeyLoans", "房号 / 设备"),
        "code": QT_TRANSLATE_NOOP("KeyLoans", "钥匙编号"),
        "back_pieces": QT_TRANSLATE_NOOP("KeyLoans", "已还把数"),
        "lost_pieces": QT_TRANSLATE_NOOP("KeyLoans", "遗失把数"),
        "is_open": QT_TRANSLATE_NOOP("KeyLoans", "未还清"),
        "instructions": QT_TRANSLATE_NOOP("KeyLoans", "须知"),
        "at": QT_TRANSLATE_NOOP("KeyLoans", "时间"),
        "by_name": QT_TRANSLATE_NOOP("KeyLoans", "归还人 / 登记人"),
        "condition": QT_TRANSLATE_NOOP("KeyLoans", "完好"),
        "locked": QT_TRANSLATE_NOOP("KeyLoans", "门已锁"),
        "note": QT_TRANSLATE_NOOP("KeyLoans", "说明"),
        "called": QT_TRANSLATE_NOOP("KeyLoans", "打给了谁"),
        "said": QT_TRANSLATE_NOOP("KeyLoans", "怎么说的"),
        "reported": QT_TRANSLATE_NOOP("KeyLoans", "上报"),
        "answerable": QT_TRANSLATE_NOOP("KeyLoans", "责任人"),
        "relocked_at": QT_TRANSLATE_NOOP("KeyLoans", "换锁时间"),
        "cost": QT_TRANSLATE_NOOP("KeyLoans", "费用(元)"),
        "paid_by": QT_TRANSLATE_NOOP("KeyLoans", "费用承担"),
        "replaced_at": QT_TRANSLATE_NOOP("KeyLoans", "补配时间"),
        "odd_reason": QT_TRANSLATE_NOOP("KeyLoans", "核验说明"),
        "void_kind": QT_TRANSLATE_NOOP("KeyLoans", "作废类别"),
        "void_approver": QT_TRANSLATE_NOOP("KeyLoans", "作废复核人"),
        "copies_missing": QT_TRANSLATE_NOOP("KeyLoans", "有联次未收回"),
        "found_at": QT_TRANSLATE_NOOP("KeyLoans", "找回时间"),
        **{f"stage.{stage.key}": stage.label for stage in rules.CHAIN},
        **{f"stage.extend{nth}": rules.KZ.label for nth in range(20)},
    },
    verbs={
        "lend": QT_TRANSLATE_NOOP("KeyLoans", "登记借出"),
        "phone_to_call": QT_TRANSLATE_NOOP("KeyLoans", "看催还电话"),
        "catch_up": QT_TRANSLATE_NOOP("KeyLoans", "按钥匙清单更新"),
        "reprint": QT_TRANSLATE_NOOP("KeyLoans", "打印 / 补打"),
    },
    first_step=QT_TRANSLATE_NOOP("KeyLoans", "没有借出的钥匙。按 F2 登记,先填钥匙编号或扫标签。"),
)
