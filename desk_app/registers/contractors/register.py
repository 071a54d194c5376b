"""The contractor register, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from desk_app.core.declare import (
    Action,
    Column,
    ColumnKind,
    Field,
    FieldKind,
    Pill,
    Private,
    Recent,
    Register,
    Source,
    State,
    Tone,
    View,
)
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.identity import ID_CHOICES
from desk_app.core.premises import suggest_host, suggest_room_field
from desk_app.registers.contractors import figures, rules, views

TOOL_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Contractors", "名称"), required=True),
    Field("quantity", QT_TRANSLATE_NOOP("Contractors", "数量"), FieldKind.INTEGER, default=1),
)
MORE = QT_TRANSLATE_NOOP("Contractors", "更多")

FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Contractors", "姓名"), required=True, suggest=views.suggest_person, private=Private.NAME),
    Field("party_size", QT_TRANSLATE_NOOP("Contractors", "人数"), FieldKind.INTEGER, required=True, default=1),
    Field("org", QT_TRANSLATE_NOOP("Contractors", "所属单位"), required=True, suggest=views.suggest_org),
    Field("phone", QT_TRANSLATE_NOOP("Contractors", "电话"), limit=30, private=Private.PHONE),
    Field("id_kind", QT_TRANSLATE_NOOP("Contractors", "已核验证件"), FieldKind.CHOICE, required=True, choices=ID_CHOICES),
    Field(
        "host_room", QT_TRANSLATE_NOOP("Contractors", "去往房号"), FieldKind.ROOM, required=True, limit=100,
        suggest=suggest_room_field,
    ),
    Field("host_name", QT_TRANSLATE_NOOP("Contractors", "约见人"), private=Private.NAME, required=True, suggest=suggest_host),
    Field(
        "service", QT_TRANSLATE_NOOP("Contractors", "服务内容"), required=True, limit=120,
        phrases=(
            QT_TRANSLATE_NOOP("Contractors", "检修空调"), QT_TRANSLATE_NOOP("Contractors", "宽带安装"),
            QT_TRANSLATE_NOOP("Contractors", "电梯保养"), QT_TRANSLATE_NOOP("Contractors", "保洁服务"),
        ),
    ),
    Field("confirm", QT_TRANSLATE_NOOP("Contractors", "业户确认方式"), FieldKind.CHOICE, required=True, choices=rules.WAYS),
    Field("confirmed_by", QT_TRANSLATE_NOOP("Contractors", "确认人"), private=Private.NAME, required=True),
    Field("badge", QT_TRANSLATE_NOOP("Contractors", "胸牌"), FieldKind.BADGE, limit=20, suggest=views.suggest_badge),
    Field("hot_work", QT_TRANSLATE_NOOP("Contractors", "动火"), FieldKind.CHECK, default=False),
    Field("cut_off", QT_TRANSLATE_NOOP("Contractors", "断水断电"), FieldKind.CHECK, default=False),
    Field("plant_room", QT_TRANSLATE_NOOP("Contractors", "入机房"), FieldKind.CHECK, default=False),
    Field(
        "tools", QT_TRANSLATE_NOOP("Contractors", "工具物品"), FieldKind.TABLE, span=2, columns=TOOL_FIELDS,
        group=QT_TRANSLATE_NOOP("Contractors", "工具物品"),
    ),
    Field("exp_out", QT_TRANSLATE_NOOP("Contractors", "预计离开"), FieldKind.TIME, placeholder="17:30", group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("Contractors", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {"inside": Tone.DONE, "left": Tone.WAITING, "void": Tone.VOID}
STATES = (
    *(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items()),
    State("due", QT_TRANSLATE_NOOP("Contractors", "待确认"), Tone.DUE),
    State("late", QT_TRANSLATE_NOOP("Contractors", "确认超时"), Tone.LATE),
    State("dispatch", QT_TRANSLATE_NOOP("Contractors", "派门岗到场"), Tone.LATE),
)
INSIDE = frozenset({"inside", "due", "late", "dispatch"})

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("Contractors", "单号"), width=18, listed=False),
    Column("in_at", QT_TRANSLATE_NOOP("Contractors", "进入"), ColumnKind.TIME, width=8),
    Column("name", QT_TRANSLATE_NOOP("Contractors", "姓名"), width=8),
    Column(
        "party_size", QT_TRANSLATE_NOOP("Contractors", "人数"), ColumnKind.INTEGER, width=5, listed=False,
        total=True,
    ),
    Column("org", QT_TRANSLATE_NOOP("Contractors", "单位"), width=12),
    Column("phone", QT_TRANSLATE_NOOP("Contractors", "电话"), width=14, listed=False),
    Column("host_room", QT_TRANSLATE_NOOP("Contractors", "去往"), width=16),
    Column("host_name", QT_TRANSLATE_NOOP("Contractors", "约见人"), width=8, listed=False),
    Column("service", QT_TRANSLATE_NOOP("Contractors", "服务内容"), width=14, spare=True),
    Column("flags", QT_TRANSLATE_NOOP("Contractors", "须审批"), width=10, spare=True),
    Column("badge", QT_TRANSLATE_NOOP("Contractors", "胸牌"), width=6),
    Column("last_call", QT_TRANSLATE_NOOP("Contractors", "最近确认"), ColumnKind.TIME, width=8, spare=True),
    Column("due_at", QT_TRANSLATE_NOOP("Contractors", "下次确认"), ColumnKind.TIME, width=8, sheeted=False),
    Column(
        "calls_due", QT_TRANSLATE_NOOP("Contractors", "应确认"), ColumnKind.INTEGER, width=7, listed=False,
        total=True,
    ),
    Column(
        "calls_in_time", QT_TRANSLATE_NOOP("Contractors", "按时确认"), ColumnKind.INTEGER, width=8, listed=False,
        total=True,
    ),
    Column(
        "calls_late", QT_TRANSLATE_NOOP("Contractors", "超时"), ColumnKind.INTEGER, width=6, listed=False,
        total=True,
    ),
    Column("abnormal", QT_TRANSLATE_NOOP("Contractors", "异常"), width=16, listed=False),
    Column("out_at", QT_TRANSLATE_NOOP("Contractors", "离开"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("Contractors", "状态"), ColumnKind.STATE, width=10),
    Column("reason", QT_TRANSLATE_NOOP("Contractors", "说明"), width=16, listed=False),
    Column("handler", QT_TRANSLATE_NOOP("Contractors", "登记人"), width=9, listed=False),
)  # fmt: skip

VIEWS = (
    View("inside", QT_TRANSLATE_NOOP("Contractors", "在场")),
    View("late", QT_TRANSLATE_NOOP("Contractors", "确认超时")),
    View("due", QT_TRANSLATE_NOOP("Contractors", "要确认")),
    View("today", QT_TRANSLATE_NOOP("Contractors", "今日")),
    View("recent", QT_TRANSLATE_NOOP("Contractors", "近期"), counted=False),
)

ACTIONS = (
    Action(
        "confirm_call", QT_TRANSLATE_NOOP("Contractors", "确认…"), "phone-call", "Ctrl+R", INSIDE, in_row=True
    ),
    Action("no_answer", QT_TRANSLATE_NOOP("Contractors", "无人应答"), "phone-call", "", INSIDE),
    Action("leave", QT_TRANSLATE_NOOP("Contractors", "离开"), "log-out", "Ctrl+L", INSIDE, in_row=True),
    Action("leave_at", QT_TRANSLATE_NOOP("Contractors", "补登离开(填时间)…"), "clock", "", INSIDE),
    Action("print", QT_TRANSLATE_NOOP("Contractors", "打印作业单"), "printer", "Ctrl+P", INSIDE | {"left"}),
    Action("calls", QT_TRANSLATE_NOOP("Contractors", "确认记录"), "history"),
    Action("release", QT_TRANSLATE_NOOP("Contractors", "开放行条…"), "package", "", INSIDE | {"left"}),
    Action("hot_work", QT_TRANSLATE_NOOP("Contractors", "办动火证…"), "flame", "", INSIDE),
    Action("correct", QT_TRANSLATE_NOOP("Contractors", "更正…"), "save", "", INSIDE | {"left"}),
    Action("void", QT_TRANSLATE_NOOP("Contractors", "作废…"), "ban", "", INSIDE | {"left"}),
    Action("history", QT_TRANSLATE_NOOP("Contractors", "查看与修改记录"), "history"),
)

LABELS = {
    "badge_lost": QT_TRANSLATE_NOOP("Contractors", "牌遗失"),
    "confirmed_at": QT_TRANSLATE_NOOP("Contractors", "确认时间"),
    "out_confirmed_by": QT_TRANSLATE_NOOP("Contractors", "确认离开的人"),
    "call_every": QT_TRANSLATE_NOOP("Contractors", "确认间隔(分钟)"),
    "unanswered": QT_TRANSLATE_NOOP("Contractors", "连续无人应答"),
    "reason_on": QT_TRANSLATE_NOOP("Contractors", "核验说明"),
    "day": QT_TRANSLATE_NOOP("Contractors", "日期"),
    "planned_at": QT_TRANSLATE_NOOP("Contractors", "计划确认时间"),
    "done_at": QT_TRANSLATE_NOOP("Contractors", "确认时间"),
    "way": QT_TRANSLATE_NOOP("Contractors", "确认方式"),
    "answered": QT_TRANSLATE_NOOP("Contractors", "有人应答"),
    "who": QT_TRANSLATE_NOOP("Contractors", "应答人"),
    "situation": QT_TRANSLATE_NOOP("Contractors", "情况"),
}
VERBS = {
    "enter": QT_TRANSLATE_NOOP("Contractors", "登记进场"),
    "leave_by_badge": QT_TRANSLATE_NOOP("Contractors", "按牌号离开"),
}

REGISTER = Register(
    key="contractors",
    prefix=rules.PREFIX,
    context="Contractors",
    title=QT_TRANSLATE_NOOP("Contractors", "上门人员"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("inside", QT_TRANSLATE_NOOP("Contractors", "上门在场"), Tone.DONE),
        Pill("late", QT_TRANSLATE_NOOP("Contractors", "上门确认超时"), Tone.LATE),
    ),
    inside=views.inside,
    settings=rules.SETTINGS,
    first_step=QT_TRANSLATE_NOOP("Contractors", "现在没有上门人员在场。按 F2 登记进入的上门人员。"),
    labels=LABELS,
    verbs=VERBS,
    recent=Recent(rules.LISTED_DAYS, views.recent),
)
