"""The register of renovations, declared once: form, list, sheet and tests read this."""

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
from desk_app.registers.renovation_permits import dues, figures, permits, refunding, rules, terms, views

WORK_FIELDS = (
    Field("part", QT_TRANSLATE_NOOP("Renovations", "部位"), required=True),
    Field("content", QT_TRANSLATE_NOOP("Renovations", "内容"), required=True, limit=100),
    Field("material", QT_TRANSLATE_NOOP("Renovations", "材料")),
    Field("fire_class", QT_TRANSLATE_NOOP("Renovations", "燃烧级"), FieldKind.CHOICE, choices=terms.FIRE_CLASSES, limit=12),
    Field("touches", QT_TRANSLATE_NOOP("Renovations", "涉及"), limit=30, suggest=views.suggest_touches),
)  # fmt: skip
PERMISSION_FIELDS = (
    Field("matter", QT_TRANSLATE_NOOP("Renovations", "批准事项"), FieldKind.CHOICE, required=True, choices=terms.PERMITTED),
    Field("paper_no", QT_TRANSLATE_NOOP("Renovations", "文号"), required=True),
    Field("paper_day", QT_TRANSLATE_NOOP("Renovations", "批文日期"), FieldKind.DATE, required=True),
)  # fmt: skip
PARTIES = QT_TRANSLATE_NOOP("Renovations", "业主与委托")
CONTRACTOR = QT_TRANSLATE_NOOP("Renovations", "施工单位资料")
WORKS = QT_TRANSLATE_NOOP("Renovations", "装修项目")
SELF_CHECK = QT_TRANSLATE_NOOP("Renovations", "自查事项")
GOVERNMENT = QT_TRANSLATE_NOOP("Renovations", "政府批文")

FIELDS = (
    Field("room", QT_TRANSLATE_NOOP("Renovations", "房号"), FieldKind.ROOM, required=True, limit=100, suggest=views.suggest_room),
    Field("kind", QT_TRANSLATE_NOOP("Renovations", "装修类别"), FieldKind.CHOICE, required=True, choices=terms.KINDS),
    Field("applicant", QT_TRANSLATE_NOOP("Renovations", "申请人"), required=True, suggest=views.suggest_applicant, private=Private.NAME),
    Field("phone", QT_TRANSLATE_NOOP("Renovations", "联系电话"), required=True, limit=30, private=Private.PHONE),
    Field("org", QT_TRANSLATE_NOOP("Renovations", "施工单位"), required=True, suggest=views.suggest_org),
    Field("hours", QT_TRANSLATE_NOOP("Renovations", "施工时段"), FieldKind.CHOICE, required=True, choices=terms.HOURS, default="both"),
    Field("foreman", QT_TRANSLATE_NOOP("Renovations", "施工负责人"), required=True, private=Private.NAME),
    Field("foreman_phone", QT_TRANSLATE_NOOP("Renovations", "负责人电话"), required=True, limit=30, private=Private.PHONE),
    Field("starts", QT_TRANSLATE_NOOP("Renovations", "计划开工"), FieldKind.DATE, required=True),
    Field("ends", QT_TRANSLATE_NOOP("Renovations", "计划竣工"), FieldKind.DATE, required=True),
    Field("relation", QT_TRANSLATE_NOOP("Renovations", "产权 / 租赁"), FieldKind.CHOICE, required=True, choices=terms.RELATIONS, group=PARTIES),
    Field("by_agent", QT_TRANSLATE_NOOP("Renovations", "代办"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("Renovations", "代办须附委托书"), group=PARTIES),
    Field("owner", QT_TRANSLATE_NOOP("Renovations", "业主"), required=True, limit=80, group=PARTIES),
    Field("tenant", QT_TRANSLATE_NOOP("Renovations", "租户"), limit=80, group=PARTIES),
    Field("remark", QT_TRANSLATE_NOOP("Renovations", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=PARTIES),
    Field("credit_code", QT_TRANSLATE_NOOP("Renovations", "统一社会信用代码"), required=True, limit=30, group=CONTRACTOR),
    Field("qual_no", QT_TRANSLATE_NOOP("Renovations", "资质证号"), group=CONTRACTOR),
    Field("qual_grade", QT_TRANSLATE_NOOP("Renovations", "资质等级"), limit=30, group=CONTRACTOR),
    Field("qual_until", QT_TRANSLATE_NOOP("Renovations", "资质有效期至"), FieldKind.DATE, group=CONTRACTOR),
    Field("fire_lead", QT_TRANSLATE_NOOP("Renovations", "防火负责人"), required=True, private=Private.NAME, group=CONTRACTOR),
    Field("fire_phone", QT_TRANSLATE_NOOP("Renovations", "防火负责人电话"), required=True, limit=30, private=Private.PHONE, group=CONTRACTOR),
    Field("workers", QT_TRANSLATE_NOOP("Renovations", "施工人数"), FieldKind.INTEGER, group=CONTRACTOR),
    Field("area", QT_TRANSLATE_NOOP("Renovations", "装修面积 ㎡"), limit=12, group=CONTRACTOR),
    Field("cost", QT_TRANSLATE_NOOP("Renovations", "工程造价 元"), FieldKind.MONEY, group=CONTRACTOR),
    Field("works", QT_TRANSLATE_NOOP("Renovations", "装修项目明细"), FieldKind.TABLE, required=True, span=2, columns=WORK_FIELDS, group=WORKS),
    *(
        Field(rules.asked_key(matter.key), matter.label, FieldKind.CHOICE, required=True, choices=terms.ANSWERS, hint=matter.text, group=SELF_CHECK)
        for matter in terms.MATTERS
    ),
    Field("permissions", QT_TRANSLATE_NOOP("Renovations", "政府批文(答「是」的须批事项)"), FieldKind.TABLE, span=2, columns=PERMISSION_FIELDS, group=GOVERNMENT),
)  # fmt: skip

TONES = {
    "draft": Tone.WAITING, "checking": Tone.DUE, "reviewing": Tone.DUE, "returned": Tone.WAITING,
    "rejected": Tone.LATE, "approved": Tone.DUE, "valid": Tone.DONE, "suspended": Tone.LATE, "finished": Tone.DONE,
    "cancelled": Tone.WAITING, "expired": Tone.WAITING, "withdrawn": Tone.VOID, "void": Tone.VOID,
}  # fmt: skip
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())
IN_TIME = (
    Choice("yes", QT_TRANSLATE_NOOP("Renovations", "及时")),
    Choice("no", QT_TRANSLATE_NOOP("Renovations", "超时")),
)

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("Renovations", "申请号"), width=17),
    Column("permit_no", QT_TRANSLATE_NOOP("Renovations", "许可证号"), width=17, spare=True),
    Column("day", QT_TRANSLATE_NOOP("Renovations", "申请日"), ColumnKind.DATE, width=11, listed=False),
    Column("place", QT_TRANSLATE_NOOP("Renovations", "房号"), width=8),
    Column("kind", QT_TRANSLATE_NOOP("Renovations", "类别"), ColumnKind.CHOICE, width=9, choices=terms.KINDS, listed=False),
    Column("customer", QT_TRANSLATE_NOOP("Renovations", "客户"), width=16, sheeted=False, spare=True),
    Column("owner", QT_TRANSLATE_NOOP("Renovations", "业主"), width=16, listed=False),
    Column("org", QT_TRANSLATE_NOOP("Renovations", "施工单位"), width=12, spare=True),
    Column("foreman", QT_TRANSLATE_NOOP("Renovations", "负责人"), width=8, listed=False),
    Column("complete_at", QT_TRANSLATE_NOOP("Renovations", "齐件日"), ColumnKind.DATE, width=11, listed=False),
    Column("due", QT_TRANSLATE_NOOP("Renovations", "期限"), ColumnKind.DATE, width=10, sheeted=False),
    Column("term", QT_TRANSLATE_NOOP("Renovations", "应批日"), ColumnKind.DATE, width=11, listed=False),
    Column("waits", QT_TRANSLATE_NOOP("Renovations", "待办"), width=9, sheeted=False, spare=True),
    Column("decided_at", QT_TRANSLATE_NOOP("Renovations", "批结日"), ColumnKind.DATE, width=11, listed=False),
    Column("used", QT_TRANSLATE_NOOP("Renovations", "用工作日"), ColumnKind.INTEGER, width=8, listed=False),
    Column("paused", QT_TRANSLATE_NOOP("Renovations", "退补次数"), ColumnKind.INTEGER, width=8, listed=False),
    Column("in_time", QT_TRANSLATE_NOOP("Renovations", "审批及时"), ColumnKind.CHOICE, width=8, choices=IN_TIME, listed=False),
    Column("starts", QT_TRANSLATE_NOOP("Renovations", "开工"), ColumnKind.DATE, width=11, listed=False),
    Column("ends", QT_TRANSLATE_NOOP("Renovations", "止"), ColumnKind.DATE, width=10, spare=True),
    Column("extended", QT_TRANSLATE_NOOP("Renovations", "延期次数"), ColumnKind.INTEGER, width=8, listed=False),
    Column("hours", QT_TRANSLATE_NOOP("Renovations", "施工时段"), ColumnKind.CHOICE, width=16, choices=terms.HOURS, listed=False),
    Column("deposit", QT_TRANSLATE_NOOP("Renovations", "押金"), ColumnKind.MONEY, width=11, listed=False, total=True),
    Column("refund_no", QT_TRANSLATE_NOOP("Renovations", "退款单号"), width=17, listed=False),
    Column("refund_day", QT_TRANSLATE_NOOP("Renovations", "退款日"), ColumnKind.DATE, width=11, listed=False),
    Column("deduction", QT_TRANSLATE_NOOP("Renovations", "扣款"), ColumnKind.MONEY, width=9, listed=False, total=True),
    Column("refund_paid", QT_TRANSLATE_NOOP("Renovations", "实退押金"), ColumnKind.MONEY, width=11, listed=False, total=True),
    Column("state", QT_TRANSLATE_NOOP("Renovations", "状态"), ColumnKind.STATE, width=11),
    Column("handler", QT_TRANSLATE_NOOP("Renovations", "经办人"), width=9, listed=False),
    Column("reason", QT_TRANSLATE_NOOP("Renovations", "说明"), width=20, listed=False),
    Column("why_due", QT_TRANSLATE_NOOP("Renovations", "时限计算"), width=36, listed=False),
)  # fmt: skip

VIEWS = (
    View("open", QT_TRANSLATE_NOOP("Renovations", "办理中")),
    View("reviewing", QT_TRANSLATE_NOOP("Renovations", "审批中")),
    View("in_force", QT_TRANSLATE_NOOP("Renovations", "在建")),
    View("ended", QT_TRANSLATE_NOOP("Renovations", "已结束"), counted=False),
    View("refundable", QT_TRANSLATE_NOOP("Renovations", "押金可退"), counted=False),
    View("refund_late", QT_TRANSLATE_NOOP("Renovations", "押金超期未退"), counted=False),
    View("all", QT_TRANSLATE_NOOP("Renovations", "全部"), counted=False),
)

DRAFT, CHECKING, REVIEWING = frozenset({"draft"}), frozenset({"checking"}), frozenset({"reviewing"})
RETURNED, REJECTED, APPROVED = frozenset({"returned"}), frozenset({"rejected"}), frozenset({"approved"})
VALID, SUSPENDED, OPEN = frozenset({"valid"}), frozenset({"suspended"}), frozenset(rules.OPEN)
BEFORE_GC = CHECKING | REVIEWING | RETURNED
ACTIONS = (
    Action("submit", QT_TRANSLATE_NOOP("Renovations", "提交"), "send", "", DRAFT, in_row=True),
    Action("check_papers", QT_TRANSLATE_NOOP("Renovations", "资料核对…"), "list-checks", "", CHECKING, in_row=True),
    Action("look_papers", QT_TRANSLATE_NOOP("Renovations", "资料核对…"), "list-checks", "", OPEN - CHECKING),
    Action("accept", QT_TRANSLATE_NOOP("Renovations", "资料齐全受理"), "check", "", CHECKING),
    Action("approve", QT_TRANSLATE_NOOP("Renovations", "审批…"), "badge-check", "", REVIEWING, in_row=True),
    Action("send_back", QT_TRANSLATE_NOOP("Renovations", "退补…"), "undo-2", "", REVIEWING),
    Action("take_again", QT_TRANSLATE_NOOP("Renovations", "补齐收回"), "check", "", RETURNED, in_row=True),
    Action("resubmit", QT_TRANSLATE_NOOP("Renovations", "重新提交"), "send", "", REJECTED, in_row=True),
    Action("water", QT_TRANSLATE_NOOP("Renovations", "登记闭水试验…"), "clipboard-list", "", BEFORE_GC),
    Action("pressure", QT_TRANSLATE_NOOP("Renovations", "登记打压试验…"), "clipboard-list", "", BEFORE_GC),
    Action("sign_trials", QT_TRANSLATE_NOOP("Renovations", "业主签字确认试验…"), "pencil", "", BEFORE_GC),
    Action("note_fees", QT_TRANSLATE_NOOP("Renovations", "登记费用…"), "file-check", "", BEFORE_GC | APPROVED),
    Action("issue", QT_TRANSLATE_NOOP("Renovations", "发许可证…"), "stamp", "", APPROVED, in_row=True),
    Action("entry_pass", QT_TRANSLATE_NOOP("Renovations", "办出入证…"), "id-card", "", VALID, in_row=True),
    Action("hot_work", QT_TRANSLATE_NOOP("Renovations", "办动火证…"), "flame", "", VALID),
    Action("edit", QT_TRANSLATE_NOOP("Renovations", "修改申请"), "pencil", "", frozenset(rules.EDITABLE)),
    Action("print", QT_TRANSLATE_NOOP("Renovations", "打印申请表"), "printer", "", OPEN | VALID),
    Action("print_permit", QT_TRANSLATE_NOOP("Renovations", "打印许可证"), "printer", "Ctrl+P", VALID | frozenset(rules.ENDED)),
    Action("extend", QT_TRANSLATE_NOOP("Renovations", "延期…"), "calendar-clock", "", VALID),
    Action("suspend", QT_TRANSLATE_NOOP("Renovations", "吊扣…"), "ban", "", VALID),
    Action("lift", QT_TRANSLATE_NOOP("Renovations", "恢复施工…"), "lock-open", "", SUSPENDED, in_row=True),
    Action("finish", QT_TRANSLATE_NOOP("Renovations", "竣工…"), "circle-check", "", VALID),
    Action("cancel", QT_TRANSLATE_NOOP("Renovations", "注销…"), "circle-x", "", VALID | SUSPENDED),
    Action("collect", QT_TRANSLATE_NOOP("Renovations", "收缴清单"), "printer", "", frozenset(rules.ENDED)),
    Action("collect_now", QT_TRANSLATE_NOOP("Renovations", "收缴清单"), "printer", "", SUSPENDED),
    Action("refund", QT_TRANSLATE_NOOP("Renovations", "退押金…"), "undo-2", "", frozenset(rules.REFUNDABLE), in_row=True),
    Action("note_refunded", QT_TRANSLATE_NOOP("Renovations", "补录系统外已退押金…"), "pencil", "", frozenset(rules.REFUNDABLE)),
    Action("void_refund", QT_TRANSLATE_NOOP("Renovations", "作废退款…"), "ban", "", frozenset(rules.REFUNDABLE)),
    Action("print_refund", QT_TRANSLATE_NOOP("Renovations", "打印退款单"), "printer", "", frozenset(rules.REFUNDABLE)),
    Action("void", QT_TRANSLATE_NOOP("Renovations", "作废…"), "ban", "", VALID | SUSPENDED),
    Action("withdraw", QT_TRANSLATE_NOOP("Renovations", "撤销申请…"), "x", "", frozenset(rules.BEFORE_ISSUE)),
    Action("history", QT_TRANSLATE_NOOP("Renovations", "查看与修改记录"), "history"),
)  # fmt: skip

LABELS = {
    **{choice.key: choice.label for choice in terms.TOUCHES},
    "relation": QT_TRANSLATE_NOOP("Renovations", "产权 / 租赁"),
    "submitted_at": QT_TRANSLATE_NOOP("Renovations", "提交时间"),
    "changed_at": QT_TRANSLATE_NOOP("Renovations", "修改时间"),
    "issued_at": QT_TRANSLATE_NOOP("Renovations", "发证时间"),
    "issued_by": QT_TRANSLATE_NOOP("Renovations", "发证人"),
    "hours_text": QT_TRANSLATE_NOOP("Renovations", "许可施工时段"),
    "stop_reason": QT_TRANSLATE_NOOP("Renovations", "停止原因"),
    "ended_at": QT_TRANSLATE_NOOP("Renovations", "结束时间"),
    "odd_reason": QT_TRANSLATE_NOOP("Renovations", "核验说明"),
    "void_kind": QT_TRANSLATE_NOOP("Renovations", "作废类别"),
    "void_approver": QT_TRANSLATE_NOOP("Renovations", "作废复核人"),
    "yes": QT_TRANSLATE_NOOP("Renovations", "答案"),
    "item": QT_TRANSLATE_NOOP("Renovations", "资料"),
    "handed": QT_TRANSLATE_NOOP("Renovations", "已交"),
    "handed_at": QT_TRANSLATE_NOOP("Renovations", "交来时间"),
    "good_until": QT_TRANSLATE_NOOP("Renovations", "有效期至"),
    "note": QT_TRANSLATE_NOOP("Renovations", "备注"),
    "paused_at": QT_TRANSLATE_NOOP("Renovations", "退补时间"),
    "resumed_at": QT_TRANSLATE_NOOP("Renovations", "补齐时间"),
    "who": QT_TRANSLATE_NOOP("Renovations", "登记人"),
    "superseded": QT_TRANSLATE_NOOP("Renovations", "上一轮"),
    "zone": QT_TRANSLATE_NOOP("Renovations", "试验区域"),
    "begun_at": QT_TRANSLATE_NOOP("Renovations", "开始"),
    "done_at": QT_TRANSLATE_NOOP("Renovations", "结束"),
    "depth": QT_TRANSLATE_NOOP("Renovations", "水深 毫米"),
    "downstairs": QT_TRANSLATE_NOOP("Renovations", "楼下确认人"),
    "medium": QT_TRANSLATE_NOOP("Renovations", "介质"),
    "pressure": QT_TRANSLATE_NOOP("Renovations", "压力 kPa"),
    "hold_minutes": QT_TRANSLATE_NOOP("Renovations", "保压 分钟"),
    "pressure_drop": QT_TRANSLATE_NOOP("Renovations", "压降 kPa"),
    "exempt": QT_TRANSLATE_NOOP("Renovations", "免做原因"),
    "result": QT_TRANSLATE_NOOP("Renovations", "结果"),
    "signed_by": QT_TRANSLATE_NOOP("Renovations", "业主签字"),
    "amount": QT_TRANSLATE_NOOP("Renovations", "金额(分)"),
    "receipt": QT_TRANSLATE_NOOP("Renovations", "收据号"),
    "old_end": QT_TRANSLATE_NOOP("Renovations", "原截止日"),
    "new_end": QT_TRANSLATE_NOOP("Renovations", "延至"),
    "approver": QT_TRANSLATE_NOOP("Renovations", "批准人"),
    **{f"stage.{stage.key}": stage.label for stage in rules.CHAIN},
}
VERBS = {
    "save": QT_TRANSLATE_NOOP("Renovations", "保存"),
    "apply": QT_TRANSLATE_NOOP("Renovations", "提交"),
    "note_trial": QT_TRANSLATE_NOOP("Renovations", "登记闭水打压"),
    "expire": QT_TRANSLATE_NOOP("Renovations", "到期"),
    "print_application": QT_TRANSLATE_NOOP("Renovations", "打印申请表"),
}

REGISTER = Register(
    key="renovation_permits",
    prefix=rules.PREFIX,
    context="Renovations",
    title=QT_TRANSLATE_NOOP("Renovations", "装修"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, dues.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("reviewing", QT_TRANSLATE_NOOP("Renovations", "装修审批中"), Tone.DUE),
        Pill("in_force", QT_TRANSLATE_NOOP("Renovations", "装修在建"), Tone.DONE),
    ),
    settings=terms.SETTINGS,
    daily=permits.expire_due,
    first_step=QT_TRANSLATE_NOOP("Renovations", "还没有装修申请。按 F2 登记第一份,先填房号。"),
    labels=LABELS,
    verbs=VERBS,
    by_code=refunding.by_refund,
)
"""装修申请 and 装修许可证 (domain.md F11, F12)."""
