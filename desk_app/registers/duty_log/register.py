"""The duty log, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from dataclasses import replace

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
from desk_app.core.premises import suggest_room_field
from desk_app.registers.duty_log import figures, rules, views

MORE = QT_TRANSLATE_NOOP("DutyLog", "更多")
PHRASES = QT_TRANSLATE_NOOP("DutyLog", "输入 / 调出短语,Shift+Enter 换行")

ROOM = Field(
    "room", QT_TRANSLATE_NOOP("DutyLog", "房号"), FieldKind.ROOM, limit=100, suggest=suggest_room_field,
    placeholder=QT_TRANSLATE_NOOP("DutyLog", "房号、单位或首字母"),
)  # fmt: skip
CALLER = Field(
    "caller", QT_TRANSLATE_NOOP("DutyLog", "联系人"), private=Private.NAME, suggest=views.suggest_caller
)
PHONE = Field("phone", QT_TRANSLATE_NOOP("DutyLog", "电话"), limit=30, private=Private.PHONE)
CHANNEL = Field(
    "channel", QT_TRANSLATE_NOOP("DutyLog", "来源"), FieldKind.CHOICE, required=True, choices=rules.CHANNELS,
    default="call",
)  # fmt: skip
CATEGORY = Field(
    "category", QT_TRANSLATE_NOOP("DutyLog", "事项类别"), FieldKind.CHOICE, required=True, choices=rules.CATEGORIES
)  # fmt: skip
AT = Field(
    "at", QT_TRANSLATE_NOOP("DutyLog", "时间"), FieldKind.TIME, placeholder=QT_TRANSLATE_NOOP("DutyLog", "现在;可改早"),
    hint=QT_TRANSLATE_NOOP("DutyLog", "空着就是现在。只能改早;隔得久的注明补记。"),
)  # fmt: skip
CONTENT = Field(
    "content", QT_TRANSLATE_NOOP("DutyLog", "内容摘要"), FieldKind.LONG_TEXT, required=True, span=2,
    limit=rules.LIMITS["content"], placeholder=PHRASES,
)  # fmt: skip
ACTION = Field(
    "action", QT_TRANSLATE_NOOP("DutyLog", "处理情况"), FieldKind.LONG_TEXT, span=2, limit=rules.LIMITS["action"],
    placeholder=PHRASES, hint=QT_TRANSLATE_NOOP("DutyLog", "提交本班日志前须填写"),
)  # fmt: skip
NOTIFIED = Field(
    "notified", QT_TRANSLATE_NOOP("DutyLog", "通知何部门何人"), limit=rules.LIMITS["notified"],
    suggest=views.suggest_notified,
)  # fmt: skip
OUTCOME = Field(
    "state", QT_TRANSLATE_NOOP("DutyLog", "完成状态"), FieldKind.CHOICE, required=True, choices=rules.OUTCOMES,
    default="done",
)  # fmt: skip
CARRY_ON = Field(
    "carry_on", QT_TRANSLATE_NOOP("DutyLog", "转到哪一天"), FieldKind.DATE,
    placeholder=QT_TRANSLATE_NOOP("DutyLog", "明天"), group=MORE,
)  # fmt: skip
REMARK = Field(
    "remark", QT_TRANSLATE_NOOP("DutyLog", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE
)

FIELDS = (
    CHANNEL, CATEGORY, ROOM, CALLER, PHONE, AT, CONTENT, ACTION, NOTIFIED, OUTCOME, CARRY_ON, REMARK,
)  # fmt: skip
CARD_FIELDS = (
    ROOM,
    CALLER,
    PHONE,
    CATEGORY,
    CONTENT,
    ACTION,
    NOTIFIED,
    OUTCOME,
    replace(AT, group=MORE),
    CARRY_ON,
)
"""What the call card asks: the room first; that it was a call, and since when, is known."""

TONES = {
    "doing": Tone.WAITING, "handed_over": Tone.DUE, "next_day": Tone.DUE, "done": Tone.DONE, "void": Tone.VOID,
}  # fmt: skip
STATES = (
    *(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items()),
    State("overdue", QT_TRANSLATE_NOOP("DutyLog", "转次日逾期"), Tone.LATE),
)
OPEN = rules.UNFINISHED | {"overdue"}
KEPT = OPEN | {"done"}

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("DutyLog", "单号"), width=18, listed=False),
    Column("day", QT_TRANSLATE_NOOP("DutyLog", "值班日期"), ColumnKind.DATE, width=11, listed=False),
    Column("shift", QT_TRANSLATE_NOOP("DutyLog", "班次"), width=16, listed=False),
    Column("at", QT_TRANSLATE_NOOP("DutyLog", "时间"), ColumnKind.TIME, width=11),
    Column("mark", QT_TRANSLATE_NOOP("DutyLog", "标记"), width=5),
    Column(
        "channel", QT_TRANSLATE_NOOP("DutyLog", "来源"), ColumnKind.CHOICE, width=6, choices=rules.CHANNELS, listed=False
    ),
    Column("category", QT_TRANSLATE_NOOP("DutyLog", "类别"), ColumnKind.CHOICE, width=8, choices=rules.CATEGORIES),
    Column("room", QT_TRANSLATE_NOOP("DutyLog", "房号"), width=14),
    Column("caller", QT_TRANSLATE_NOOP("DutyLog", "联系人"), width=8, spare=True),
    Column("phone", QT_TRANSLATE_NOOP("DutyLog", "电话"), width=14, listed=False),
    Column("content", QT_TRANSLATE_NOOP("DutyLog", "内容摘要"), width=30),
    Column("action", QT_TRANSLATE_NOOP("DutyLog", "处理情况"), width=24, listed=False),
    Column("notified", QT_TRANSLATE_NOOP("DutyLog", "通知何人"), width=10, spare=True),
    Column("carry_on", QT_TRANSLATE_NOOP("DutyLog", "转到"), ColumnKind.DATE, width=11, listed=False),
    Column("state", QT_TRANSLATE_NOOP("DutyLog", "状态"), ColumnKind.STATE, width=11),
    Column("done_at", QT_TRANSLATE_NOOP("DutyLog", "完成时间"), ColumnKind.TIME, width=16, listed=False),
    Column("result", QT_TRANSLATE_NOOP("DutyLog", "结果"), width=20, listed=False),
    Column("added", QT_TRANSLATE_NOOP("DutyLog", "追加"), ColumnKind.INTEGER, width=6, listed=False, total=True),
    Column("last", QT_TRANSLATE_NOOP("DutyLog", "最近追加"), width=24, listed=False),
    Column("minutes", QT_TRANSLATE_NOOP("DutyLog", "通话(分)"), ColumnKind.INTEGER, width=9, listed=False, total=True),
    Column("reason", QT_TRANSLATE_NOOP("DutyLog", "说明"), width=16, listed=False),
    Column("handler", QT_TRANSLATE_NOOP("DutyLog", "记录人"), width=9, spare=True),
)  # fmt: skip

VIEWS = (
    View("open", QT_TRANSLATE_NOOP("DutyLog", "未完成")),
    View("shift", QT_TRANSLATE_NOOP("DutyLog", "本班")),
    View("today", QT_TRANSLATE_NOOP("DutyLog", "今日")),
    View("all", QT_TRANSLATE_NOOP("DutyLog", "全部"), counted=False),
)

ACTIONS = (
    Action("finish", QT_TRANSLATE_NOOP("DutyLog", "完成…"), "check", "Ctrl+R", OPEN, in_row=True),
    Action("hand_over", QT_TRANSLATE_NOOP("DutyLog", "移交下班…"), "arrow-right-left", "", OPEN),
    Action("next_day", QT_TRANSLATE_NOOP("DutyLog", "转次日…"), "calendar-clock", "", OPEN),
    Action("add", QT_TRANSLATE_NOOP("DutyLog", "追加…"), "plus", "Ctrl+L", KEPT),
    Action("to_visitor", QT_TRANSLATE_NOOP("DutyLog", "登记访客…"), "users", "", KEPT),
    Action("to_key", QT_TRANSLATE_NOOP("DutyLog", "借钥匙…"), "key-round", "", KEPT),
    Action("to_slip", QT_TRANSLATE_NOOP("DutyLog", "开放行条…"), "package", "", KEPT),
    Action("additions", QT_TRANSLATE_NOOP("DutyLog", "追加记录"), "list-checks"),
    Action("print", QT_TRANSLATE_NOOP("DutyLog", "打印这一班"), "printer", "Ctrl+P"),
    Action("correct", QT_TRANSLATE_NOOP("DutyLog", "更正…"), "save", "", KEPT),
    Action("void", QT_TRANSLATE_NOOP("DutyLog", "作废…"), "ban", "", KEPT),
    Action("history", QT_TRANSLATE_NOOP("DutyLog", "查看与修改记录"), "history"),
)

LABELS = {
    "place": QT_TRANSLATE_NOOP("DutyLog", "房号"),
    "late": QT_TRANSLATE_NOOP("DutyLog", "补记"),
    "added": QT_TRANSLATE_NOOP("DutyLog", "提交后追加"),
    "call_seconds": QT_TRANSLATE_NOOP("DutyLog", "通话(秒)"),
    "reason_on": QT_TRANSLATE_NOOP("DutyLog", "核验说明"),
    "starts": QT_TRANSLATE_NOOP("DutyLog", "开始"),
    "ends": QT_TRANSLATE_NOOP("DutyLog", "结束"),
    "key": QT_TRANSLATE_NOOP("DutyLog", "班次"),
    "day": QT_TRANSLATE_NOOP("DutyLog", "值班日期"),
    "weather": QT_TRANSLATE_NOOP("DutyLog", "天气"),
    "staff": QT_TRANSLATE_NOOP("DutyLog", "值班人"),
    "lead_name": QT_TRANSLATE_NOOP("DutyLog", "当班负责人"),
    "handed_in_at": QT_TRANSLATE_NOOP("DutyLog", "提交时间"),
    "handed_in_by": QT_TRANSLATE_NOOP("DutyLog", "提交人"),
    "left_at": QT_TRANSLATE_NOOP("DutyLog", "离岗"),
    "who": QT_TRANSLATE_NOOP("DutyLog", "谁离岗"),
    "stand_in": QT_TRANSLATE_NOOP("DutyLog", "代值人"),
    "back_at": QT_TRANSLATE_NOOP("DutyLog", "返回"),
    "step": QT_TRANSLATE_NOOP("DutyLog", "追加方式"),
    "text": QT_TRANSLATE_NOOP("DutyLog", "追加内容"),
    "after_hand_in": QT_TRANSLATE_NOOP("DutyLog", "提交后追加"),
    "channel": QT_TRANSLATE_NOOP("DutyLog", "来源"),
    "category": QT_TRANSLATE_NOOP("DutyLog", "类别"),
    "caller": QT_TRANSLATE_NOOP("DutyLog", "联系人"),
    "phone": QT_TRANSLATE_NOOP("DutyLog", "电话"),
    "at": QT_TRANSLATE_NOOP("DutyLog", "时间"),
    "content": QT_TRANSLATE_NOOP("DutyLog", "内容摘要"),
    "action": QT_TRANSLATE_NOOP("DutyLog", "处理情况"),
    "notified": QT_TRANSLATE_NOOP("DutyLog", "通知何人"),
    "carry_on": QT_TRANSLATE_NOOP("DutyLog", "转到"),
    "done_at": QT_TRANSLATE_NOOP("DutyLog", "完成时间"),
    "result": QT_TRANSLATE_NOOP("DutyLog", "结果"),
}
"""The columns of entries, additions, sheets and relief; the list of shifts shares them."""
VERBS = {
    "record": QT_TRANSLATE_NOOP("DutyLog", "登记"),
    "fill_sheet": QT_TRANSLATE_NOOP("DutyLog", "填写表头"),
    "hand_in": QT_TRANSLATE_NOOP("DutyLog", "提交日志"),
}

REGISTER = Register(
    key="duty_log",
    prefix=rules.PREFIX,
    context="DutyLog",
    title=QT_TRANSLATE_NOOP("DutyLog", "值班日志"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(Pill("open", QT_TRANSLATE_NOOP("DutyLog", "值班未完成"), Tone.DUE),),
    settings=rules.SETTINGS,
    first_step=QT_TRANSLATE_NOOP("DutyLog", "没有未完成的事项。来电按 F6,其他事项按 F2 登记。"),
    labels=LABELS,
    verbs=VERBS,
)
