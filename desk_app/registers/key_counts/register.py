"""The register of stock-takes, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from desk_app.core.declare import (
    Action,
    Column,
    ColumnKind,
    Field,
    FieldKind,
    Pill,
    Register,
    Source,
    State,
    Tone,
    View,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.registers.key_counts import figures, rules, views

FIELDS = (
    Field("scope", QT_TRANSLATE_NOOP("KeyCounts", "盘点范围(柜号)"), FieldKind.BADGE, limit=4, suggest=views.suggest_scope, placeholder=QT_TRANSLATE_NOOP("KeyCounts", "不填即全部钥匙柜")),
    Field("witness", QT_TRANSLATE_NOOP("KeyCounts", "监盘人"), FieldKind.STAFF, required=True, suggest=views.suggest_witness),
    Field("remark", QT_TRANSLATE_NOOP("KeyCounts", "备注"), FieldKind.LONG_TEXT, span=2, limit=200),
)  # fmt: skip

TONES = {"counting": Tone.DUE, "submitted": Tone.DUE, "reviewed": Tone.DONE, "void": Tone.VOID}
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("KeyCounts", "单号"), width=17),
    Column("day", QT_TRANSLATE_NOOP("KeyCounts", "盘点日期"), ColumnKind.DATE, width=11),
    Column("scope", QT_TRANSLATE_NOOP("KeyCounts", "范围"), width=11, spare=True),
    Column("book", QT_TRANSLATE_NOOP("KeyCounts", "账面"), ColumnKind.INTEGER, width=5, total=True),
    Column("counted", QT_TRANSLATE_NOOP("KeyCounts", "实点"), ColumnKind.INTEGER, width=5, total=True),
    Column("lent", QT_TRANSLATE_NOOP("KeyCounts", "借出"), ColumnKind.INTEGER, width=5, total=True),
    Column("difference", QT_TRANSLATE_NOOP("KeyCounts", "差异"), ColumnKind.INTEGER, width=5, total=True),
    Column("open", QT_TRANSLATE_NOOP("KeyCounts", "未点"), ColumnKind.INTEGER, width=5, sheeted=False),
    Column("missing", QT_TRANSLATE_NOOP("KeyCounts", "缺失"), ColumnKind.INTEGER, width=6, listed=False, total=True),
    Column("surplus", QT_TRANSLATE_NOOP("KeyCounts", "多余"), ColumnKind.INTEGER, width=6, listed=False, total=True),
    Column("agreeing", QT_TRANSLATE_NOOP("KeyCounts", "相符把数"), ColumnKind.INTEGER, width=8, listed=False, total=True),
    Column("counter", QT_TRANSLATE_NOOP("KeyCounts", "盘点人"), width=8, spare=True),
    Column("witness", QT_TRANSLATE_NOOP("KeyCounts", "监盘人"), width=8, spare=True),
    Column("keepers", QT_TRANSLATE_NOOP("KeyCounts", "保管人"), width=12, listed=False),
    Column("diff_reason", QT_TRANSLATE_NOOP("KeyCounts", "差异原因"), width=20, listed=False),
    Column("handling", QT_TRANSLATE_NOOP("KeyCounts", "处理"), width=20, listed=False),
    Column("reviewer", QT_TRANSLATE_NOOP("KeyCounts", "审核"), width=8, listed=False),
    Column("submitted_at", QT_TRANSLATE_NOOP("KeyCounts", "提交时间"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("KeyCounts", "状态"), ColumnKind.STATE, width=9),
    Column("reason", QT_TRANSLATE_NOOP("KeyCounts", "说明"), width=20, listed=False),
)  # fmt: skip

VIEWS = (
    View("counting", QT_TRANSLATE_NOOP("KeyCounts", "盘点中")),
    View("submitted", QT_TRANSLATE_NOOP("KeyCounts", "待审核")),
    View("month", QT_TRANSLATE_NOOP("KeyCounts", "本月")),
    View("all", QT_TRANSLATE_NOOP("KeyCounts", "全部"), counted=False),
)

COUNTING, SUBMITTED = frozenset({"counting"}), frozenset({"submitted"})
ACTIONS = (
    Action("go_on", QT_TRANSLATE_NOOP("KeyCounts", "盘点…"), "list-checks", "Ctrl+L", COUNTING, in_row=True),
    Action("submit", QT_TRANSLATE_NOOP("KeyCounts", "提交审核…"), "send", "", COUNTING),
    Action("review", QT_TRANSLATE_NOOP("KeyCounts", "审核…"), "user-check", "", SUBMITTED, in_row=True),
    Action("send_back", QT_TRANSLATE_NOOP("KeyCounts", "退回重点…"), "undo-2", "", SUBMITTED),
    Action("print", QT_TRANSLATE_NOOP("KeyCounts", "打印盘点表"), "printer", "Ctrl+P", SUBMITTED | {"reviewed"}),
    Action("discard", QT_TRANSLATE_NOOP("KeyCounts", "放弃盘点…"), "ban", "", COUNTING),
    Action("history", QT_TRANSLATE_NOOP("KeyCounts", "查看与修改记录"), "history"),
)  # fmt: skip

REGISTER = Register(
    key="key_counts",
    prefix=rules.PREFIX,
    context="KeyCounts",
    title=QT_TRANSLATE_NOOP("KeyCounts", "钥匙盘点"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    pills=(Pill("submitted", QT_TRANSLATE_NOOP("KeyCounts", "盘点待审核"), Tone.DUE),),
    settings=rules.SETTINGS,
    labels={
        "started_at": QT_TRANSLATE_NOOP("KeyCounts", "开始时间"),
        "witness_name": QT_TRANSLATE_NOOP("KeyCounts", "监盘人"),
        "reviewed_by": QT_TRANSLATE_NOOP("KeyCounts", "审核人"),
        "reviewed_at": QT_TRANSLATE_NOOP("KeyCounts", "审核时间"),
        "review_note": QT_TRANSLATE_NOOP("KeyCounts", "审核意见"),
        "code": QT_TRANSLATE_NOOP("KeyCounts", "编号"),
        "tag": QT_TRANSLATE_NOOP("KeyCounts", "标签码"),
        "key_kind": QT_TRANSLATE_NOOP("KeyCounts", "类别"),
        "place": QT_TRANSLATE_NOOP("KeyCounts", "房号 / 设备"),
        "expected": QT_TRANSLATE_NOOP("KeyCounts", "应在"),
        "away": QT_TRANSLATE_NOOP("KeyCounts", "借出"),
        "holder": QT_TRANSLATE_NOOP("KeyCounts", "借用人"),
        "result": QT_TRANSLATE_NOOP("KeyCounts", "结果"),
        "found": QT_TRANSLATE_NOOP("KeyCounts", "实点"),
        "note": QT_TRANSLATE_NOOP("KeyCounts", "说明"),
    },
    verbs={
        "start": QT_TRANSLATE_NOOP("KeyCounts", "开始盘点"),
        "mark": QT_TRANSLATE_NOOP("KeyCounts", "逐把登记"),
        "mark_rest": QT_TRANSLATE_NOOP("KeyCounts", "其余都在柜"),
        "unmark": QT_TRANSLATE_NOOP("KeyCounts", "重点"),
    },
    first_step=QT_TRANSLATE_NOOP("KeyCounts", "还没有盘点。按 F2 选范围和监盘人,开始盘点。"),
)
