"""The register of release slips, declared once: form, list, sheet and tests read this."""

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
from desk_app.core.premises import suggest_room_field
from desk_app.registers.release_slips import figures, rules, service, terms, views

ITEM_FIELDS = (
    Field("name", QT_TRANSLATE_NOOP("ReleaseSlips", "名称"), required=True, suggest=views.suggest_item),
    Field("spec", QT_TRANSLATE_NOOP("ReleaseSlips", "规格 / 颜色"), limit=100),
    Field("unit", QT_TRANSLATE_NOOP("ReleaseSlips", "单位"), limit=10),
    Field("quantity", QT_TRANSLATE_NOOP("ReleaseSlips", "数量"), required=True, limit=12),
    Field("remark", QT_TRANSLATE_NOOP("ReleaseSlips", "备注")),
)
CONSENT = QT_TRANSLATE_NOOP("ReleaseSlips", "业主认可")
MOVING = QT_TRANSLATE_NOOP("ReleaseSlips", "搬运与时间")
MORE = QT_TRANSLATE_NOOP("ReleaseSlips", "更多")

FIELDS = (
    Field(
        "room", QT_TRANSLATE_NOOP("ReleaseSlips", "房号 / 搬出单位"), FieldKind.ROOM, required=True,
        limit=100, suggest=suggest_room_field,
    ),
    Field("kind", QT_TRANSLATE_NOOP("ReleaseSlips", "放行类型"), FieldKind.CHOICE, required=True, choices=terms.KINDS, default="bulky"),
    Field("applicant", QT_TRANSLATE_NOOP("ReleaseSlips", "申请人"), required=True, suggest=views.suggest_applicant, private=Private.NAME),
    Field("standing", QT_TRANSLATE_NOOP("ReleaseSlips", "申请人身份"), FieldKind.CHOICE, required=True, choices=terms.STANDINGS),
    Field("id_kind", QT_TRANSLATE_NOOP("ReleaseSlips", "已核验证件"), FieldKind.CHOICE, required=True, choices=ID_CHOICES),
    Field("id_no", QT_TRANSLATE_NOOP("ReleaseSlips", "证件号码(只留后四位)"), limit=30, private=Private.NUMBER),
    Field("phone", QT_TRANSLATE_NOOP("ReleaseSlips", "联系电话"), required=True, limit=30, private=Private.PHONE),
    Field("lead", QT_TRANSLATE_NOOP("ReleaseSlips", "当班负责人"), FieldKind.STAFF, suggest=views.suggest_lead),
    Field("items", QT_TRANSLATE_NOOP("ReleaseSlips", "物品清单"), FieldKind.TABLE, required=True, span=2, columns=ITEM_FIELDS),
    Field("carrier", QT_TRANSLATE_NOOP("ReleaseSlips", "搬运人 / 单位"), group=MOVING),
    Field("route", QT_TRANSLATE_NOOP("ReleaseSlips", "通道"), FieldKind.CHOICE, choices=terms.ROUTES, default="freight", group=MOVING),
    Field("by_car", QT_TRANSLATE_NOOP("ReleaseSlips", "车运"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("ReleaseSlips", "用车运走,须填车牌"), group=MOVING),
    Field("plate", QT_TRANSLATE_NOOP("ReleaseSlips", "车牌"), limit=20, private=Private.PLATE, group=MOVING),
    Field("plan_from", QT_TRANSLATE_NOOP("ReleaseSlips", "计划搬出"), FieldKind.TIME, placeholder=QT_TRANSLATE_NOOP("ReleaseSlips", "不填即现在"), group=MOVING),
    Field("plan_to", QT_TRANSLATE_NOOP("ReleaseSlips", "至"), FieldKind.TIME, placeholder=QT_TRANSLATE_NOOP("ReleaseSlips", "不填即当日 24:00"), group=MOVING),
    Field("route_note", QT_TRANSLATE_NOOP("ReleaseSlips", "货梯预约 / 门岗"), group=MOVING),
    Field("consent_how", QT_TRANSLATE_NOOP("ReleaseSlips", "认可方式"), FieldKind.CHOICE, choices=terms.CONSENTS, group=CONSENT),
    Field(
        "consent_phone", QT_TRANSLATE_NOOP("ReleaseSlips", "所拨的档案号码"), limit=30, private=Private.PHONE,
        suggest=views.suggest_consent_phone, group=CONSENT,
    ),
    Field("consent_by", QT_TRANSLATE_NOOP("ReleaseSlips", "认可人"), private=Private.NAME, group=CONSENT),
    Field("consent_note", QT_TRANSLATE_NOOP("ReleaseSlips", "凭据(授权书、传真存放处)"), limit=120, group=CONSENT),
    Field("returnable", QT_TRANSLATE_NOOP("ReleaseSlips", "返回"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("ReleaseSlips", "物品须返回"), group=MORE),
    Field("return_due", QT_TRANSLATE_NOOP("ReleaseSlips", "预计返回日"), FieldKind.DATE, group=MORE),
    Field("reno_no", QT_TRANSLATE_NOOP("ReleaseSlips", "装修许可证号"), limit=40, group=MORE),
    Field("lead_note", QT_TRANSLATE_NOOP("ReleaseSlips", "夜班一人值守原因"), limit=120, group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("ReleaseSlips", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {
    "draft": Tone.WAITING, "awaiting_consent": Tone.DUE, "awaiting_lead": Tone.DUE, "issued": Tone.DONE,
    "partly_released": Tone.DUE, "released": Tone.DONE, "recovered": Tone.DONE, "closed": Tone.WAITING,
    "expired": Tone.LATE, "void": Tone.VOID, "refused_at_gate": Tone.VOID,
}  # fmt: skip
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("ReleaseSlips", "单号"), width=18),
    Column("day", QT_TRANSLATE_NOOP("ReleaseSlips", "日期"), ColumnKind.DATE, width=11, listed=False),
    Column("at", QT_TRANSLATE_NOOP("ReleaseSlips", "时间"), ColumnKind.TIME, width=8, sheeted=False, spare=True),
    Column("customer", QT_TRANSLATE_NOOP("ReleaseSlips", "客户"), width=18),
    Column("kind", QT_TRANSLATE_NOOP("ReleaseSlips", "类型"), ColumnKind.CHOICE, width=12, choices=terms.KINDS),
    Column("things", QT_TRANSLATE_NOOP("ReleaseSlips", "物品"), width=18, sheeted=False, spare=True),
    Column("pieces", QT_TRANSLATE_NOOP("ReleaseSlips", "件数"), ColumnKind.INTEGER, width=6, total=True),
    Column("applicant", QT_TRANSLATE_NOOP("ReleaseSlips", "申请人"), width=8, sheeted=False, spare=True),
    Column(
        "standing", QT_TRANSLATE_NOOP("ReleaseSlips", "申请身份"), ColumnKind.CHOICE, width=12,
        choices=terms.STANDINGS, listed=False,
    ),
    Column(
        "consent", QT_TRANSLATE_NOOP("ReleaseSlips", "业主认可方式"), ColumnKind.CHOICE, width=16,
        choices=terms.CONSENTS, listed=False,
    ),
    Column("lead", QT_TRANSLATE_NOOP("ReleaseSlips", "负责人"), width=9, spare=True),
    Column("handler", QT_TRANSLATE_NOOP("ReleaseSlips", "经办人"), width=9, listed=False),
    Column("gate", QT_TRANSLATE_NOOP("ReleaseSlips", "门岗"), width=9, listed=False),
    Column("released_at", QT_TRANSLATE_NOOP("ReleaseSlips", "放行时间"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("ReleaseSlips", "状态"), ColumnKind.STATE, width=11),
    Column("recovered_at", QT_TRANSLATE_NOOP("ReleaseSlips", "回收日"), ColumnKind.TIME, width=14, listed=False),
    Column("reason", QT_TRANSLATE_NOOP("ReleaseSlips", "说明"), width=20, listed=False),
)  # fmt: skip

VIEWS = (
    View("open", QT_TRANSLATE_NOOP("ReleaseSlips", "待办")),
    View("issued", QT_TRANSLATE_NOOP("ReleaseSlips", "已开具")),
    View("today", QT_TRANSLATE_NOOP("ReleaseSlips", "今日")),
    View("ended", QT_TRANSLATE_NOOP("ReleaseSlips", "过期与作废"), counted=False),
    View("all", QT_TRANSLATE_NOOP("ReleaseSlips", "全部"), counted=False),
)

DRAFT, LEAD, ISSUED = frozenset({"draft"}), frozenset({"awaiting_lead"}), frozenset({"issued"})
CONSENT_STATE, ENDED = frozenset({"awaiting_consent"}), frozenset(rules.COPYABLE)
ACTIONS = (
    Action("submit", QT_TRANSLATE_NOOP("ReleaseSlips", "提交"), "send", "", DRAFT, in_row=True),
    Action("consent", QT_TRANSLATE_NOOP("ReleaseSlips", "业主认可…"), "phone-call", "", CONSENT_STATE, in_row=True),
    Action("issue", QT_TRANSLATE_NOOP("ReleaseSlips", "签章开具…"), "stamp", "", LEAD, in_row=True),
    Action("edit", QT_TRANSLATE_NOOP("ReleaseSlips", "修改"), "pencil", "", DRAFT),
    Action("withdraw", QT_TRANSLATE_NOOP("ReleaseSlips", "撤回修改"), "undo-2", "", CONSENT_STATE | LEAD),
    Action("discard", QT_TRANSLATE_NOOP("ReleaseSlips", "放弃草稿"), "x", "", DRAFT | CONSENT_STATE | LEAD),
    Action("print", QT_TRANSLATE_NOOP("ReleaseSlips", "补打"), "printer", "Ctrl+P", ISSUED | ENDED),
    Action("refuse_at_gate", QT_TRANSLATE_NOOP("ReleaseSlips", "门岗拒放…"), "circle-x", "", ISSUED),
    Action("void", QT_TRANSLATE_NOOP("ReleaseSlips", "作废…"), "ban", "", ISSUED),
    Action("copy", QT_TRANSLATE_NOOP("ReleaseSlips", "复制重开"), "copy", "", ENDED, in_row=True),
    Action("unused", QT_TRANSLATE_NOOP("ReleaseSlips", "登记未使用…"), "clock", "", frozenset({"expired"})),
    Action("lone_approve", QT_TRANSLATE_NOOP("ReleaseSlips", "补审同意"), "user-check", "", ISSUED | ENDED),
    Action("lone_object", QT_TRANSLATE_NOOP("ReleaseSlips", "补审异议…"), "circle-x", "", ISSUED | ENDED),
    Action("history", QT_TRANSLATE_NOOP("ReleaseSlips", "查看与修改记录"), "history"),
)  # fmt: skip

LABELS = {
    "id_tail": QT_TRANSLATE_NOOP("ReleaseSlips", "证件尾号"),
    "odd_reason": QT_TRANSLATE_NOOP("ReleaseSlips", "核验说明"),
    "consent_at": QT_TRANSLATE_NOOP("ReleaseSlips", "认可时间"),
    "consent_checked_by": QT_TRANSLATE_NOOP("ReleaseSlips", "核实认可的人"),
    "lead_name": QT_TRANSLATE_NOOP("ReleaseSlips", "当班负责人"),
    "lead_role": QT_TRANSLATE_NOOP("ReleaseSlips", "负责人岗位"),
    "issued_at": QT_TRANSLATE_NOOP("ReleaseSlips", "开具时间"),
    "valid_until": QT_TRANSLATE_NOOP("ReleaseSlips", "有效期至"),
    "unused_note": QT_TRANSLATE_NOOP("ReleaseSlips", "未使用说明"),
    "guard": QT_TRANSLATE_NOOP("ReleaseSlips", "门岗"),
    "void_kind": QT_TRANSLATE_NOOP("ReleaseSlips", "作废类别"),
    "void_approver": QT_TRANSLATE_NOOP("ReleaseSlips", "作废复核人"),
    "copies_missing": QT_TRANSLATE_NOOP("ReleaseSlips", "有联次未收回"),
}
VERBS = {
    "save": QT_TRANSLATE_NOOP("ReleaseSlips", "保存"),
    "record_consent": QT_TRANSLATE_NOOP("ReleaseSlips", "登记业主认可"),
    "lead_sign": QT_TRANSLATE_NOOP("ReleaseSlips", "当班负责人签章"),
    "prepare_and_issue": QT_TRANSLATE_NOOP("ReleaseSlips", "开具"),
    "copy_as_new": QT_TRANSLATE_NOOP("ReleaseSlips", "复制重开"),
    "from_visit": QT_TRANSLATE_NOOP("ReleaseSlips", "由来访起草"),
    "from_contractor": QT_TRANSLATE_NOOP("ReleaseSlips", "由上门人员起草"),
    "expire": QT_TRANSLATE_NOOP("ReleaseSlips", "过期"),
    "reprint": QT_TRANSLATE_NOOP("ReleaseSlips", "补打"),
}

REGISTER = Register(
    key="release_slips",
    prefix=rules.PREFIX,
    context="ReleaseSlips",
    title=QT_TRANSLATE_NOOP("ReleaseSlips", "放行条"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("open", QT_TRANSLATE_NOOP("ReleaseSlips", "放行待办"), Tone.DUE),
        Pill("issued", QT_TRANSLATE_NOOP("ReleaseSlips", "放行条未用"), Tone.WAITING),
    ),
    settings=terms.SETTINGS,
    daily=service.expire_due,
    first_step=QT_TRANSLATE_NOOP("ReleaseSlips", "还没有放行条。按 F2 开第一张,先填房号。"),
    labels=LABELS,
    verbs=VERBS,
)
