"""The key register, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from desk_app.core.declare import (
    Action,
    Choice,
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
from desk_app.core.premises import suggest_room_field
from desk_app.registers.keys import figures, rules, views

SPARE = (
    Choice("main", QT_TRANSLATE_NOOP("Keys", "主钥匙")),
    Choice("spare", QT_TRANSLATE_NOOP("Keys", "备用")),
)
RING_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Keys", "名称"), required=True, limit=40),
    Field("quantity", QT_TRANSLATE_NOOP("Keys", "把数"), FieldKind.INTEGER, default=1),
)
OWNER = QT_TRANSLATE_NOOP("Keys", "业主同意")
MORE = QT_TRANSLATE_NOOP("Keys", "更多")

FIELDS = (
    Field(
        "code", QT_TRANSLATE_NOOP("Keys", "钥匙编号"), required=True, limit=20, suggest=views.suggest_hook,
        placeholder="A-03-12",
    ),
    Field("pieces", QT_TRANSLATE_NOOP("Keys", "把数"), FieldKind.INTEGER, required=True, default=1),
    Field("kind", QT_TRANSLATE_NOOP("Keys", "类别"), FieldKind.CHOICE, required=True, choices=rules.KINDS),
    Field(
        "place", QT_TRANSLATE_NOOP("Keys", "房号或设备"), FieldKind.ROOM, required=True, limit=100,
        suggest=suggest_room_field,
    ),
    Field("name", QT_TRANSLATE_NOOP("Keys", "门或锁"), limit=40, suggest=views.suggest_name),
    Field(
        "keeper", QT_TRANSLATE_NOOP("Keys", "保管人"), FieldKind.STAFF, required=True, suggest=views.suggest_keeper
    ),
    Field(
        "source", QT_TRANSLATE_NOOP("Keys", "来源"), FieldKind.CHOICE, required=True, choices=rules.SOURCES,
        default="developer",
    ),
    Field(
        "spare", QT_TRANSLATE_NOOP("Keys", "主/备"), FieldKind.CHOICE, required=True, choices=SPARE, default="main"
    ),
    Field("ring", QT_TRANSLATE_NOOP("Keys", "钥匙明细"), FieldKind.TABLE, span=2, columns=RING_FIELDS, group=QT_TRANSLATE_NOOP("Keys", "钥匙明细")),
    Field("consent_by", QT_TRANSLATE_NOOP("Keys", "同意留存或托管的业主"), private=Private.NAME, group=OWNER, suggest=views.suggest_owner),
    Field("receipt_no", QT_TRANSLATE_NOOP("Keys", "收条号"), limit=40, group=OWNER),
    Field(
        "tag", QT_TRANSLATE_NOOP("Keys", "标签码"), limit=12, group=MORE,
        placeholder=QT_TRANSLATE_NOOP("Keys", "留空自动生成"),
    ),
    Field("stored_at", QT_TRANSLATE_NOOP("Keys", "存放位置"), limit=40, group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("Keys", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {
    "in_cabinet": Tone.DONE, "out": Tone.DUE, "with_contractor": Tone.DUE, "lost": Tone.LATE,
    "relocked": Tone.DUE, "damaged": Tone.WAITING, "handed_over": Tone.WAITING, "retired": Tone.VOID,
}  # fmt: skip
STATES = (
    *(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items()),
    State("overdue", QT_TRANSLATE_NOOP("Keys", "逾期"), Tone.LATE),
)

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("Keys", "编号"), width=9),
    Column("place", QT_TRANSLATE_NOOP("Keys", "房号或设备"), width=14, sheeted=False),  # hook and room: only for the safe
    Column("kind", QT_TRANSLATE_NOOP("Keys", "类别"), ColumnKind.CHOICE, width=10, choices=rules.KINDS, spare=True),
    Column("pieces", QT_TRANSLATE_NOOP("Keys", "把数"), ColumnKind.INTEGER, width=5, total=True),
    Column("out_pieces", QT_TRANSLATE_NOOP("Keys", "借出"), ColumnKind.INTEGER, width=5, total=True, spare=True),
    Column("holder_name", QT_TRANSLATE_NOOP("Keys", "在谁手里"), private=Private.NAME, width=9),
    Column("due_at", QT_TRANSLATE_NOOP("Keys", "应还"), ColumnKind.TIME, width=9, spare=True),
    Column("state", QT_TRANSLATE_NOOP("Keys", "状态"), ColumnKind.STATE, width=10),
    Column("told", QT_TRANSLATE_NOOP("Keys", "须知"), width=10, sheeted=False),
    Column("tag", QT_TRANSLATE_NOOP("Keys", "标签码"), width=8, listed=False, sheeted=False),
    Column("spare", QT_TRANSLATE_NOOP("Keys", "主/备"), ColumnKind.CHOICE, width=7, choices=SPARE, listed=False),
    Column("keeper", QT_TRANSLATE_NOOP("Keys", "保管人"), width=9, listed=False),
    Column("stored_at", QT_TRANSLATE_NOOP("Keys", "存放位置"), width=12, listed=False),
    Column("source", QT_TRANSLATE_NOOP("Keys", "来源"), ColumnKind.CHOICE, width=10, choices=rules.SOURCES, listed=False),
    Column("consent_by", QT_TRANSLATE_NOOP("Keys", "同意留存的业主"), width=12, listed=False),
    Column("consent_note", QT_TRANSLATE_NOOP("Keys", "未写同意的原因"), width=14, listed=False, sheeted=False),
    Column("receipt_no", QT_TRANSLATE_NOOP("Keys", "收条号"), width=12, listed=False),
    Column("lost_at", QT_TRANSLATE_NOOP("Keys", "遗失报告"), ColumnKind.TIME, width=14, listed=False),
    Column("lost_by", QT_TRANSLATE_NOOP("Keys", "遗失责任人"), private=Private.NAME, width=10, listed=False),
    Column("lost_note", QT_TRANSLATE_NOOP("Keys", "遗失经过"), width=16, listed=False),
    Column("relocked_at", QT_TRANSLATE_NOOP("Keys", "换锁时间"), ColumnKind.TIME, width=14, listed=False),
    Column("relock_cost", QT_TRANSLATE_NOOP("Keys", "换锁费用"), ColumnKind.MONEY, width=10, listed=False, total=True),
    Column("relock_paid_by", QT_TRANSLATE_NOOP("Keys", "费用承担"), ColumnKind.CHOICE, width=10, choices=rules.PAYERS, listed=False),
    Column("relock_approver", QT_TRANSLATE_NOOP("Keys", "换锁同意人"), width=10, listed=False),
    Column("ended_at", QT_TRANSLATE_NOOP("Keys", "发放或注销"), ColumnKind.TIME, width=14, listed=False),
    Column("retired_why", QT_TRANSLATE_NOOP("Keys", "注销原因"), width=14, listed=False),
    Column("retire_approver", QT_TRANSLATE_NOOP("Keys", "注销同意人"), width=10, listed=False),
    Column("remark", QT_TRANSLATE_NOOP("Keys", "备注"), width=16, listed=False),
)  # fmt: skip

VIEWS = (
    View("all", QT_TRANSLATE_NOOP("Keys", "在册")),
    View("in_cabinet", QT_TRANSLATE_NOOP("Keys", "在库")),
    View("away", QT_TRANSLATE_NOOP("Keys", "在外")),
    View("lost", QT_TRANSLATE_NOOP("Keys", "遗失待配")),
    View("damaged", QT_TRANSLATE_NOOP("Keys", "损坏")),
    View("ended", QT_TRANSLATE_NOOP("Keys", "发放注销"), counted=False),
)

HERE = frozenset({"in_cabinet"})
LIVE = frozenset({*rules.LIVE, "overdue"})

AWAY = frozenset({*rules.AWAY, "overdue"})

ACTIONS = (
    Action("lend", QT_TRANSLATE_NOOP("Keys", "借出…"), "log-out", "Ctrl+L", HERE, in_row=True),
    Action("loan", QT_TRANSLATE_NOOP("Keys", "借还单"), "arrow-right-left", "", AWAY, in_row=True),
    Action("instruct", QT_TRANSLATE_NOOP("Keys", "加须知…"), "message-square-warning", "", LIVE),
    Action("end_instruction", QT_TRANSLATE_NOOP("Keys", "撤销须知…"), "eye-off", "", LIVE),
    Action("report_lost", QT_TRANSLATE_NOOP("Keys", "报失…"), "circle-alert", "", HERE),
    Action("found", QT_TRANSLATE_NOOP("Keys", "找回…"), "undo-2", "", frozenset({"lost"})),
    Action(
        "lock_changed", QT_TRANSLATE_NOOP("Keys", "登记换锁…"), "lock", "", HERE | {"lost", "damaged"}
    ),
    Action("replaced", QT_TRANSLATE_NOOP("Keys", "补配…"), "key-round", "", frozenset({"lost", "relocked", "damaged"})),
    Action("damaged", QT_TRANSLATE_NOOP("Keys", "报损…"), "triangle-alert", "", HERE),
    Action("repaired", QT_TRANSLATE_NOOP("Keys", "已修复"), "wrench", "", frozenset({"damaged"})),
    Action("custody", QT_TRANSLATE_NOOP("Keys", "打印托管(留存)委托书"), "printer", "Ctrl+P", LIVE),
    Action("correct", QT_TRANSLATE_NOOP("Keys", "更正…"), "pencil", "", LIVE),
    Action("correct_names", QT_TRANSLATE_NOOP("Keys", "更正人名…"), "pencil", "", frozenset(rules.ENDED)),
    Action("retire", QT_TRANSLATE_NOOP("Keys", "注销…"), "ban", "", HERE | {"lost", "relocked", "damaged"}),
    Action("history", QT_TRANSLATE_NOOP("Keys", "查看与修改记录"), "history"),
)  # fmt: skip

LABELS = {
    "code": QT_TRANSLATE_NOOP("Keys", "钥匙编号"),
    "cabinet": QT_TRANSLATE_NOOP("Keys", "柜"),
    "row": QT_TRANSLATE_NOOP("Keys", "排"),
    "hook": QT_TRANSLATE_NOOP("Keys", "位"),
    "keeper_name": QT_TRANSLATE_NOOP("Keys", "保管人"),
    "consent_at": QT_TRANSLATE_NOOP("Keys", "同意时间"),
    "text": QT_TRANSLATE_NOOP("Keys", "须知"),
    "valid_from": QT_TRANSLATE_NOOP("Keys", "生效日"),
    "valid_until": QT_TRANSLATE_NOOP("Keys", "到期日"),
    "by": QT_TRANSLATE_NOOP("Keys", "谁要求的"),
    "who": QT_TRANSLATE_NOOP("Keys", "打印人"),
    "count": QT_TRANSLATE_NOOP("Keys", "串数"),
    "cabinets": QT_TRANSLATE_NOOP("Keys", "哪些柜"),
    "ended": QT_TRANSLATE_NOOP("Keys", "已撤销"),
}
VERBS = {
    "add": QT_TRANSLATE_NOOP("Keys", "登记钥匙"),
    "import": QT_TRANSLATE_NOOP("Keys", "导入"),
    "hand_out": QT_TRANSLATE_NOOP("Keys", "交出"),
    "take_in": QT_TRANSLATE_NOOP("Keys", "收回"),
    "retain": QT_TRANSLATE_NOOP("Keys", "留存登记"),
    "undo_hand_over": QT_TRANSLATE_NOOP("Keys", "作废发放"),
    "unretain": QT_TRANSLATE_NOOP("Keys", "作废收条"),
    "extend": QT_TRANSLATE_NOOP("Keys", "续借"),
    "export": QT_TRANSLATE_NOOP("Keys", "导出钥匙清单"),
    "print_codes": QT_TRANSLATE_NOOP("Keys", "打印代码表"),
}

MENU = (Action("import", QT_TRANSLATE_NOOP("Keys", "导入钥匙清单…"), "upload"),)

REGISTER = Register(
    key="keys",
    prefix=rules.PREFIX,
    context="Keys",
    title=QT_TRANSLATE_NOOP("Keys", "钥匙清单"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(Pill("lost", QT_TRANSLATE_NOOP("Keys", "钥匙遗失待配"), Tone.LATE),),
    settings=rules.SETTINGS,
    labels=LABELS,
    verbs=VERBS,
    codes=rules.SCANNED,
    by_code=views.uid_by_code,
    menu=MENU,
    first_step=QT_TRANSLATE_NOOP(
        "Keys", "还没有钥匙。在右边登记,或在菜单(右上角)点「导入钥匙清单…」读入 Excel。"
    ),
)
