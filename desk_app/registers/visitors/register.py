"""The visitor register, declared once: form, list, sheet and tests read this."""

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
from desk_app.registers.visitors import figures, rules, views

BELONGING_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Visitors", "名称"), required=True),
    Field("quantity", QT_TRANSLATE_NOOP("Visitors", "数量"), FieldKind.INTEGER, default=1),
)
PARTY_FIELDS = (Field("name", QT_TRANSLATE_NOOP("Visitors", "姓名"), private=Private.NAME, required=True),)

MORE = QT_TRANSLATE_NOOP("Visitors", "更多")

FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("Visitors", "访客姓名"), required=True, suggest=views.suggest_visitor, private=Private.NAME),
    Field("party_size", QT_TRANSLATE_NOOP("Visitors", "人数"), FieldKind.INTEGER, default=1),
    Field("org", QT_TRANSLATE_NOOP("Visitors", "单位")),
    Field("phone", QT_TRANSLATE_NOOP("Visitors", "电话(与证件二选一)"), limit=30, private=Private.PHONE),
    Field(
        "host_room", QT_TRANSLATE_NOOP("Visitors", "被访房号 / 单位"), FieldKind.ROOM, required=True,
        limit=100, suggest=suggest_room_field,
    ),
    Field("host_name", QT_TRANSLATE_NOOP("Visitors", "被访人"), private=Private.NAME, required=True, suggest=suggest_host),
    Field("confirm", QT_TRANSLATE_NOOP("Visitors", "被访人确认"), FieldKind.CHOICE, choices=rules.CONFIRMS),
    Field("confirmed_by", QT_TRANSLATE_NOOP("Visitors", "确认人"), private=Private.NAME),
    Field("purpose", QT_TRANSLATE_NOOP("Visitors", "来访事由"), FieldKind.CHOICE, required=True, choices=rules.PURPOSES, default="business"),
    Field("badge", QT_TRANSLATE_NOOP("Visitors", "访客牌"), FieldKind.BADGE, limit=20, suggest=views.suggest_badge),
    Field("id_kind", QT_TRANSLATE_NOOP("Visitors", "已核验证件"), FieldKind.CHOICE, choices=ID_CHOICES),
    Field("id_no", QT_TRANSLATE_NOOP("Visitors", "证件号码(只核验,不保存)"), limit=30, private=Private.NUMBER, suggest=views.suggest_by_id),
    Field("plate", QT_TRANSLATE_NOOP("Visitors", "车牌"), limit=20, private=Private.PLATE),
    Field("exp_out", QT_TRANSLATE_NOOP("Visitors", "预计离开"), FieldKind.TIME, placeholder="11:40"),
    Field(
        "belongings", QT_TRANSLATE_NOOP("Visitors", "携带物品"), FieldKind.TABLE, span=2,
        columns=BELONGING_FIELDS, group=QT_TRANSLATE_NOOP("Visitors", "携带物品"),
    ),
    Field(
        "party", QT_TRANSLATE_NOOP("Visitors", "随行名单"), FieldKind.TABLE, span=2,
        columns=PARTY_FIELDS, group=QT_TRANSLATE_NOOP("Visitors", "随行名单"),
    ),
    Field("expected_at", QT_TRANSLATE_NOOP("Visitors", "预计到访(预约)"), FieldKind.TIME, group=MORE),
    Field("zone", QT_TRANSLATE_NOOP("Visitors", "允许楼层 / 区域"), group=MORE),
    Field("purpose_note", QT_TRANSLATE_NOOP("Visitors", "事由说明"), span=2, limit=120, group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("Visitors", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {
    "expected": Tone.WAITING, "waiting": Tone.DUE, "inside": Tone.DONE, "left": Tone.WAITING,
    "forced": Tone.DUE, "refused": Tone.WAITING, "no_show": Tone.WAITING, "void": Tone.VOID,
}  # fmt: skip
STATES = (
    *(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items()),
    State("late", QT_TRANSLATE_NOOP("Visitors", "超时"), Tone.LATE),
    State("forgotten", QT_TRANSLATE_NOOP("Visitors", "隔夜未签离"), Tone.LATE),
)
INSIDE = frozenset({"inside", "late", "forgotten"})

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("Visitors", "单号"), width=18, listed=False),
    Column("at", QT_TRANSLATE_NOOP("Visitors", "到访"), ColumnKind.TIME, width=8),
    Column("name", QT_TRANSLATE_NOOP("Visitors", "访客"), width=12),
    Column(
        "party_size",
        QT_TRANSLATE_NOOP("Visitors", "人数"),
        ColumnKind.INTEGER,
        width=5,
        listed=False,
        total=True,
    ),
    Column("org", QT_TRANSLATE_NOOP("Visitors", "单位"), width=13, spare=True),
    Column("phone", QT_TRANSLATE_NOOP("Visitors", "电话"), width=14, listed=False),
    Column("host_room", QT_TRANSLATE_NOOP("Visitors", "被访"), width=18),
    Column("host_name", QT_TRANSLATE_NOOP("Visitors", "被访人"), width=8, listed=False),
    Column(
        "purpose",
        QT_TRANSLATE_NOOP("Visitors", "事由"),
        ColumnKind.CHOICE,
        width=9,
        choices=rules.PURPOSES,
        spare=True,
    ),
    Column("badge", QT_TRANSLATE_NOOP("Visitors", "牌号"), width=6),
    Column(
        "confirm",
        QT_TRANSLATE_NOOP("Visitors", "确认方式"),
        ColumnKind.CHOICE,
        width=12,
        choices=rules.CONFIRMS,
        listed=False,
    ),
    Column("exp_out", QT_TRANSLATE_NOOP("Visitors", "预计离开"), ColumnKind.TIME, width=14, listed=False),
    Column("out_at", QT_TRANSLATE_NOOP("Visitors", "实际离开"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("Visitors", "状态"), ColumnKind.STATE, width=9),
    Column("reason", QT_TRANSLATE_NOOP("Visitors", "说明"), width=20, listed=False),
    Column("handler", QT_TRANSLATE_NOOP("Visitors", "登记人"), width=9, listed=False),
)

VIEWS = (
    View("inside", QT_TRANSLATE_NOOP("Visitors", "在访")),
    View("late", QT_TRANSLATE_NOOP("Visitors", "超时")),
    View("expected", QT_TRANSLATE_NOOP("Visitors", "已预约")),
    View("today", QT_TRANSLATE_NOOP("Visitors", "今日")),
    View("recent", QT_TRANSLATE_NOOP("Visitors", "近期"), counted=False),
)

ACTIONS = (
    Action("sign_out", QT_TRANSLATE_NOOP("Visitors", "签离"), "log-out", "Ctrl+L", INSIDE, in_row=True),
    Action(
        "admit", QT_TRANSLATE_NOOP("Visitors", "确认"), "phone-call", "", frozenset({"waiting"}), in_row=True
    ),
    Action(
        "arrive", QT_TRANSLATE_NOOP("Visitors", "到访"), "log-in", "", frozenset({"expected"}), in_row=True
    ),
    Action("sign_out_at", QT_TRANSLATE_NOOP("Visitors", "补签离(填时间)…"), "clock", "", INSIDE),
    Action("force_out", QT_TRANSLATE_NOOP("Visitors", "强制签离…"), "siren", "", INSIDE),
    Action("refuse", QT_TRANSLATE_NOOP("Visitors", "拒访…"), "ban", "", frozenset({"waiting", "expected"})),
    Action("miss", QT_TRANSLATE_NOOP("Visitors", "未到"), "x", "", frozenset({"expected"})),
    Action("print", QT_TRANSLATE_NOOP("Visitors", "打印访客单"), "printer", "Ctrl+P", INSIDE),
    Action("release", QT_TRANSLATE_NOOP("Visitors", "开放行条…"), "package", "", INSIDE | {"left", "forced"}),
    Action(
        "correct",
        QT_TRANSLATE_NOOP("Visitors", "更正…"),
        "save",
        "",
        INSIDE | {"waiting", "expected", "left", "forced"},
    ),
    Action(
        "void",
        QT_TRANSLATE_NOOP("Visitors", "作废…"),
        "ban",
        "",
        INSIDE | {"waiting", "expected", "left", "forced"},
    ),
    Action("history", QT_TRANSLATE_NOOP("Visitors", "查看与修改记录"), "history"),
)

MENU = (
    Action("expect_list", QT_TRANSLATE_NOOP("Visitors", "预约名单(粘贴)…"), "calendar-clock"),
    Action("restrictions", QT_TRANSLATE_NOOP("Visitors", "限制来访…"), "ban"),
)
LABELS = {
    "in_at": QT_TRANSLATE_NOOP("Visitors", "进入时间"),
    "id_no": QT_TRANSLATE_NOOP("Visitors", "证件号码"),
    "id_reason": QT_TRANSLATE_NOOP("Visitors", "核验说明"),
    "badge_lost": QT_TRANSLATE_NOOP("Visitors", "牌遗失"),
    "confirmed_at": QT_TRANSLATE_NOOP("Visitors", "确认时间"),
    "end_reason": QT_TRANSLATE_NOOP("Visitors", "结束原因"),
    "day": QT_TRANSLATE_NOOP("Visitors", "日期"),
}
VERBS = {
    "restrict": QT_TRANSLATE_NOOP("Visitors", "申请限制来访"),
    "approve_restriction": QT_TRANSLATE_NOOP("Visitors", "批准限制来访"),
    "note_appeal": QT_TRANSLATE_NOOP("Visitors", "登记申诉"),
    "end_restriction": QT_TRANSLATE_NOOP("Visitors", "解除限制来访"),
    "register": QT_TRANSLATE_NOOP("Visitors", "登记"),
    "expect": QT_TRANSLATE_NOOP("Visitors", "预约"),
    "sign_out_by_badge": QT_TRANSLATE_NOOP("Visitors", "按牌号签离"),
}

REGISTER = Register(
    key="visitors",
    prefix=rules.PREFIX,
    context="Visitors",
    title=QT_TRANSLATE_NOOP("Visitors", "访客"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("inside", QT_TRANSLATE_NOOP("Visitors", "在访"), Tone.DONE),
        Pill("late", QT_TRANSLATE_NOOP("Visitors", "访客超时"), Tone.LATE),
        Pill("expected", QT_TRANSLATE_NOOP("Visitors", "已预约"), Tone.WAITING),
    ),
    settings=rules.SETTINGS,
    inside=views.inside,
    first_step=QT_TRANSLATE_NOOP("Visitors", "还没有访客在访。按 F2 登记第一位访客。"),
    menu=MENU,
    labels=LABELS,
    verbs=VERBS,
    recent=Recent(rules.LISTED_DAYS, views.recent),
)
