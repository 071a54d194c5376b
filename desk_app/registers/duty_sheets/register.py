"""The sheets of the shifts, declared once: the header as a form, the list of shifts, the month's sheet 1.

Tables, rules and verbs are the duty log's own (registers/duty_log): here they are shown a shift a line.
"""

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
from desk_app.registers.duty_log import figures, rules, sheet_views
from desk_app.registers.duty_log.register import LABELS

RELIEF_FIELDS = (
    Field("left_at", QT_TRANSLATE_NOOP("DutyLog", "离岗"), FieldKind.TIME, required=True, limit=12),
    Field("who", QT_TRANSLATE_NOOP("DutyLog", "谁离岗"), required=True, suggest=sheet_views.suggest_staff),
    Field("stand_in", QT_TRANSLATE_NOOP("DutyLog", "代值人"), required=True, suggest=sheet_views.suggest_staff),
    Field("back_at", QT_TRANSLATE_NOOP("DutyLog", "返回"), FieldKind.TIME, limit=12),
)  # fmt: skip

FIELDS = (
    Field(
        "weather", QT_TRANSLATE_NOOP("DutyLog", "天气"), FieldKind.CHOICE,
        required=True,
        choices=tuple(rules.WEATHERS),
        hint=QT_TRANSLATE_NOOP("DutyLog", "提交日志前须填写"),
    ),
    Field(
        "lead", QT_TRANSLATE_NOOP("DutyLog", "当班负责人"), FieldKind.STAFF, suggest=sheet_views.suggest_lead,
        hint=QT_TRANSLATE_NOOP("DutyLog", "提交日志前须填写"),
    ),
    Field(
        "staff", QT_TRANSLATE_NOOP("DutyLog", "值班人"), span=2, limit=120, suggest=sheet_views.suggest_staff,
        placeholder=QT_TRANSLATE_NOOP("DutyLog", "几个人用顿号隔开"),
    ),
    Field("day", QT_TRANSLATE_NOOP("DutyLog", "值班日期"), FieldKind.DATE, required=True),
    Field(
        "key", QT_TRANSLATE_NOOP("DutyLog", "班次"), FieldKind.CHOICE, required=True, choices=rules.SHIFT_CHOICES
    ),
    Field("remark", QT_TRANSLATE_NOOP("DutyLog", "注意事项"), FieldKind.LONG_TEXT, span=2, limit=200),
    Field(
        "relief", QT_TRANSLATE_NOOP("DutyLog", "代值记录"), FieldKind.TABLE, span=2, columns=RELIEF_FIELDS,
        group=QT_TRANSLATE_NOOP("DutyLog", "代值"),
    ),
)  # fmt: skip

STATES = (
    State("open", QT_TRANSLATE_NOOP("DutyLog", "填写中"), Tone.WAITING),
    State("due", QT_TRANSLATE_NOOP("DutyLog", "待提交"), Tone.DUE),
    State("late", QT_TRANSLATE_NOOP("DutyLog", "逾期未提交"), Tone.LATE),
    State("handed_in", QT_TRANSLATE_NOOP("DutyLog", "已提交"), Tone.DONE),
    State("missing", QT_TRANSLATE_NOOP("DutyLog", "未填写"), Tone.LATE),
)
OPEN = frozenset({"open", "due", "late"})
OPENED = OPEN | {"handed_in"}

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("DutyLog", "单号"), width=20, listed=False),
    Column("day", QT_TRANSLATE_NOOP("DutyLog", "值班日期"), ColumnKind.DATE, width=11),
    Column(
        "key", QT_TRANSLATE_NOOP("DutyLog", "班次"), ColumnKind.CHOICE, width=8, choices=rules.SHIFT_CHOICES
    ),
    Column("starts", QT_TRANSLATE_NOOP("DutyLog", "开始"), ColumnKind.TIME, width=16, listed=False),
    Column("ends", QT_TRANSLATE_NOOP("DutyLog", "结束"), ColumnKind.TIME, width=16, listed=False),
    Column("staff", QT_TRANSLATE_NOOP("DutyLog", "值班人"), width=14),
    Column("lead", QT_TRANSLATE_NOOP("DutyLog", "当班负责人"), width=11, spare=True),
    Column(
        "weather", QT_TRANSLATE_NOOP("DutyLog", "天气"), ColumnKind.CHOICE, width=6, choices=rules.WEATHERS, spare=True
    ),
    Column("should", QT_TRANSLATE_NOOP("DutyLog", "应填班次"), ColumnKind.INTEGER, width=9, listed=False, total=True),
    Column("did", QT_TRANSLATE_NOOP("DutyLog", "已提交班次"), ColumnKind.INTEGER, width=10, listed=False, total=True),
    Column("entries", QT_TRANSLATE_NOOP("DutyLog", "事项"), ColumnKind.INTEGER, width=6, total=True),
    *(
        Column(f"n_{choice.key}", choice.label, ColumnKind.INTEGER, width=8, listed=False, total=True)
        for choice in rules.CATEGORIES
    ),
    Column("late_entries", QT_TRANSLATE_NOOP("DutyLog", "补记"), ColumnKind.INTEGER, width=6, total=True, spare=True),
    Column("open_entries", QT_TRANSLATE_NOOP("DutyLog", "未完成"), ColumnKind.INTEGER, width=7, total=True),
    Column("relief", QT_TRANSLATE_NOOP("DutyLog", "代值"), ColumnKind.INTEGER, width=6, listed=False, total=True),
    Column("remark", QT_TRANSLATE_NOOP("DutyLog", "注意事项"), width=20, listed=False),
    Column("handed_in_at", QT_TRANSLATE_NOOP("DutyLog", "提交时间"), ColumnKind.TIME, width=12, spare=True),
    Column("handed_in_by", QT_TRANSLATE_NOOP("DutyLog", "提交人"), width=9, spare=True),
    Column("state", QT_TRANSLATE_NOOP("DutyLog", "状态"), ColumnKind.STATE, width=12),
)  # fmt: skip

VIEWS = (
    View("waiting", QT_TRANSLATE_NOOP("DutyLog", "待提交")),
    View("open", QT_TRANSLATE_NOOP("DutyLog", "填写中")),
    View("month", QT_TRANSLATE_NOOP("DutyLog", "本月"), counted=False),
    View("all", QT_TRANSLATE_NOOP("DutyLog", "全部"), counted=False),
)

ACTIONS = (
    Action("hand_in", QT_TRANSLATE_NOOP("DutyLog", "提交…"), "send", "Ctrl+R", OPEN, in_row=True),
    Action("edit", QT_TRANSLATE_NOOP("DutyLog", "填写表头"), "pencil", "", OPEN),
    Action("open", QT_TRANSLATE_NOOP("DutyLog", "补填…"), "pencil", "", frozenset({"missing"}), in_row=True),
    Action("print", QT_TRANSLATE_NOOP("DutyLog", "打印日志"), "printer", "Ctrl+P", OPENED),
    Action(
        "print_added", QT_TRANSLATE_NOOP("DutyLog", "打印追加页"), "printer", "", frozenset({"handed_in"})
    ),
    Action("history", QT_TRANSLATE_NOOP("DutyLog", "查看与修改记录"), "history", "", OPENED),
)

REGISTER = Register(
    key="duty_sheets",
    prefix=rules.SHEET_PREFIX,
    context="DutyLog",
    title=QT_TRANSLATE_NOOP("DutyLog", "值班登记汇总"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(
        sheet_views.ids, sheet_views.rows, sheet_views.counts, sheet_views.month, sheet_views.values, sheet_views.due
    ),
    kpis=figures.SHEET_KPIS,
    pills=(Pill("waiting", QT_TRANSLATE_NOOP("DutyLog", "日志未提交"), Tone.DUE),),
    first_step=QT_TRANSLATE_NOOP("DutyLog", "没有等待提交的班次日志。表头在右边填写,写第一条事项时也会自动建好。"),
    labels=LABELS,
)  # fmt: skip
