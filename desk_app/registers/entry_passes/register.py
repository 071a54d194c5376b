"""The register of entry passes, declared once: form, list, sheet and tests read this."""

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
from desk_app.registers.entry_passes import figures, holding, refunding, rules, terms, views

PAPERS = QT_TRANSLATE_NOOP("EntryPasses", "照片与证件")
SPECIAL = QT_TRANSLATE_NOOP("EntryPasses", "特种作业证")
WHERE = QT_TRANSLATE_NOOP("EntryPasses", "期限与区域")

FIELDS = (
    Field("kind", QT_TRANSLATE_NOOP("EntryPasses", "种类"), FieldKind.CHOICE, required=True, choices=terms.KINDS, default="temporary"),
    Field("name", QT_TRANSLATE_NOOP("EntryPasses", "持证人"), required=True, suggest=views.suggest_holder, private=Private.NAME),
    Field("id_kind", QT_TRANSLATE_NOOP("EntryPasses", "已核验证件"), FieldKind.CHOICE, required=True, choices=ID_CHOICES, default="resident_card"),
    Field("id_no", QT_TRANSLATE_NOOP("EntryPasses", "证件号码(只留掩码)"), limit=30, private=Private.NUMBER),
    Field("permit_no", QT_TRANSLATE_NOOP("EntryPasses", "装修许可证号"), limit=30, suggest=views.suggest_permit),
    Field("room", QT_TRANSLATE_NOOP("EntryPasses", "房号 / 作业地点"), FieldKind.ROOM, required=True, limit=100, suggest=suggest_room_field),
    Field("org", QT_TRANSLATE_NOOP("EntryPasses", "单位"), suggest=views.suggest_org),
    Field("trade", QT_TRANSLATE_NOOP("EntryPasses", "工种"), FieldKind.CHOICE, choices=terms.TRADES),
    Field("phone", QT_TRANSLATE_NOOP("EntryPasses", "联系电话"), limit=30, private=Private.PHONE),
    Field(
        "reason", QT_TRANSLATE_NOOP("EntryPasses", "事由"),
        phrases=(
            QT_TRANSLATE_NOOP("EntryPasses", "装修施工"), QT_TRANSLATE_NOOP("EntryPasses", "送货搬运"),
            QT_TRANSLATE_NOOP("EntryPasses", "设备安装"), QT_TRANSLATE_NOOP("EntryPasses", "保洁服务"),
        ),
    ),
    Field("sex", QT_TRANSLATE_NOOP("EntryPasses", "性别"), FieldKind.CHOICE, choices=terms.SEXES),
    Field("guarantor", QT_TRANSLATE_NOOP("EntryPasses", "担保人"), placeholder=QT_TRANSLATE_NOOP("EntryPasses", "业主或施工负责人")),
    Field("photo", QT_TRANSLATE_NOOP("EntryPasses", "照片(jpg、png)"), FieldKind.FILES, span=2, group=PAPERS),
    Field("paper_permit", QT_TRANSLATE_NOOP("EntryPasses", "施工许可证"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("EntryPasses", "原件已核对"), group=PAPERS),
    Field("paper_id", QT_TRANSLATE_NOOP("EntryPasses", "身份证"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("EntryPasses", "原件已核对,不留复印件"), group=PAPERS),
    Field("paper_residence", QT_TRANSLATE_NOOP("EntryPasses", "居住证"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("EntryPasses", "原件已核对"), group=PAPERS),
    Field("residence_no", QT_TRANSLATE_NOOP("EntryPasses", "居住证号(可不填)"), limit=40, private=Private.NUMBER, group=PAPERS),
    Field("special_no", QT_TRANSLATE_NOOP("EntryPasses", "操作证号(电工、焊工)"), limit=40, private=Private.NUMBER, group=SPECIAL),
    Field("special_until", QT_TRANSLATE_NOOP("EntryPasses", "操作证有效期至"), FieldKind.DATE, group=SPECIAL),
    Field("special_checked", QT_TRANSLATE_NOOP("EntryPasses", "查询日期"), FieldKind.DATE, group=SPECIAL),
    Field("wanted_to", QT_TRANSLATE_NOOP("EntryPasses", "有效期至"), FieldKind.DATE, placeholder=QT_TRANSLATE_NOOP("EntryPasses", "不填即最长"), group=WHERE),
    Field("hours", QT_TRANSLATE_NOOP("EntryPasses", "允许时段"), limit=120, group=WHERE),
    Field("zone", QT_TRANSLATE_NOOP("EntryPasses", "允许区域"), group=WHERE),
    Field("card_no", QT_TRANSLATE_NOOP("EntryPasses", "实体卡号"), limit=30, group=WHERE),
    Field("remark", QT_TRANSLATE_NOOP("EntryPasses", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=WHERE),
)  # fmt: skip

TONES = {
    "draft": Tone.WAITING, "awaiting_approval": Tone.DUE, "awaiting_fee": Tone.DUE, "paid": Tone.DUE,
    "issued": Tone.DONE, "frozen": Tone.DUE, "stopped": Tone.DUE, "expired": Tone.DUE, "overdue": Tone.LATE,
    "lost": Tone.LATE, "replaced": Tone.VOID, "confiscated": Tone.VOID, "returned": Tone.WAITING, "void": Tone.VOID,
}  # fmt: skip
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("EntryPasses", "证号"), width=18),
    Column("kind", QT_TRANSLATE_NOOP("EntryPasses", "种类"), ColumnKind.CHOICE, width=10, choices=terms.KINDS, listed=False),
    Column("day", QT_TRANSLATE_NOOP("EntryPasses", "日期"), ColumnKind.DATE, width=11, listed=False),
    Column("name", QT_TRANSLATE_NOOP("EntryPasses", "持证人"), width=9, sheeted=False),
    Column("name_masked", QT_TRANSLATE_NOOP("EntryPasses", "姓名"), width=9, listed=False),
    Column("id_masked", QT_TRANSLATE_NOOP("EntryPasses", "证件号码"), width=19, sheeted=False, listed=False),
    Column("org", QT_TRANSLATE_NOOP("EntryPasses", "单位"), width=16, spare=True),
    Column("trade", QT_TRANSLATE_NOOP("EntryPasses", "工种"), ColumnKind.CHOICE, width=6, choices=terms.TRADES, spare=True),
    Column("customer", QT_TRANSLATE_NOOP("EntryPasses", "房号"), width=14, spare=True),
    Column("permit_no", QT_TRANSLATE_NOOP("EntryPasses", "许可证"), width=18, listed=False),
    Column("starts", QT_TRANSLATE_NOOP("EntryPasses", "自"), ColumnKind.DATE, width=11, listed=False),
    Column("ends", QT_TRANSLATE_NOOP("EntryPasses", "有效期至"), ColumnKind.DATE, width=11),
    Column("extended", QT_TRANSLATE_NOOP("EntryPasses", "延期次数"), ColumnKind.INTEGER, width=8, listed=False),
    Column("fee", QT_TRANSLATE_NOOP("EntryPasses", "工本费"), ColumnKind.MONEY, width=9, listed=False, total=True),
    Column("deposit", QT_TRANSLATE_NOOP("EntryPasses", "押金"), ColumnKind.MONEY, width=9, listed=False, total=True),
    Column("refund_no", QT_TRANSLATE_NOOP("EntryPasses", "退款单号"), width=17, listed=False),
    Column("refund_day", QT_TRANSLATE_NOOP("EntryPasses", "退款日"), ColumnKind.DATE, width=11, listed=False),
    Column("deduction", QT_TRANSLATE_NOOP("EntryPasses", "扣款"), ColumnKind.MONEY, width=9, listed=False, total=True),
    Column("refund_paid", QT_TRANSLATE_NOOP("EntryPasses", "实退押金"), ColumnKind.MONEY, width=9, listed=False, total=True),
    Column("receipt", QT_TRANSLATE_NOOP("EntryPasses", "收据号"), width=12, listed=False),
    Column("approver", QT_TRANSLATE_NOOP("EntryPasses", "审批人"), width=9, listed=False),
    Column("issuer", QT_TRANSLATE_NOOP("EntryPasses", "发证人"), width=9, listed=False),
    Column("state", QT_TRANSLATE_NOOP("EntryPasses", "状态"), ColumnKind.STATE, width=10),
    Column("ended_on", QT_TRANSLATE_NOOP("EntryPasses", "退证日"), ColumnKind.DATE, width=11, listed=False),
    Column("reason", QT_TRANSLATE_NOOP("EntryPasses", "说明"), width=20, listed=False),
)  # fmt: skip

VIEWS = (
    View("open", QT_TRANSLATE_NOOP("EntryPasses", "待办")),
    View("issued", QT_TRANSLATE_NOOP("EntryPasses", "有效")),
    View("collect", QT_TRANSLATE_NOOP("EntryPasses", "应收回")),
    View("overdue", QT_TRANSLATE_NOOP("EntryPasses", "逾期未退")),
    View("refundable", QT_TRANSLATE_NOOP("EntryPasses", "押金可退")),
    View("refund_late", QT_TRANSLATE_NOOP("EntryPasses", "押金超期未退"), counted=False),
    View("all", QT_TRANSLATE_NOOP("EntryPasses", "全部"), counted=False),
)

DRAFT, APPROVAL = frozenset({"draft"}), frozenset({"awaiting_approval"})
FEE, PAID, LOST = frozenset({"awaiting_fee"}), frozenset({"paid"}), frozenset({"lost"})
ISSUED, OUTSIDE = frozenset({"issued"}), frozenset(rules.OUTSIDE)
PRINTABLE = frozenset(rules.STATES) - set(rules.BEFORE_ISSUE) - {"lost", "frozen"}
ENDED = frozenset((*rules.COPYABLE, *rules.RUN_OUT))
ACTIONS = (
    Action("edit", QT_TRANSLATE_NOOP("EntryPasses", "继续办理"), "pencil", "", DRAFT, in_row=True),
    Action("approve", QT_TRANSLATE_NOOP("EntryPasses", "审批…"), "stamp", "", APPROVAL, in_row=True),
    Action("pay", QT_TRANSLATE_NOOP("EntryPasses", "收费发证…"), "stamp", "", FEE, in_row=True),
    Action("issue", QT_TRANSLATE_NOOP("EntryPasses", "发证"), "stamp", "", PAID, in_row=True),
    Action("give_back", QT_TRANSLATE_NOOP("EntryPasses", "退证…"), "undo-2", "Ctrl+R", OUTSIDE | LOST, in_row=True),
    Action("replace", QT_TRANSLATE_NOOP("EntryPasses", "补证…"), "copy", "", LOST, in_row=True),
    Action("extend", QT_TRANSLATE_NOOP("EntryPasses", "延期…"), "clock", "", frozenset({"issued", "expired"})),
    Action("report_lost", QT_TRANSLATE_NOOP("EntryPasses", "挂失…"), "circle-x", "", OUTSIDE),
    Action("confiscate", QT_TRANSLATE_NOOP("EntryPasses", "没收…"), "ban", "", OUTSIDE),
    Action("print", QT_TRANSLATE_NOOP("EntryPasses", "打印 A6"), "printer", "Ctrl+P", PRINTABLE),
    Action("print_card", QT_TRANSLATE_NOOP("EntryPasses", "打印卡片"), "printer", "", PRINTABLE),
    Action("reject", QT_TRANSLATE_NOOP("EntryPasses", "驳回…"), "x", "", APPROVAL),
    Action("withdraw", QT_TRANSLATE_NOOP("EntryPasses", "撤回修改"), "undo-2", "", APPROVAL | FEE),
    Action("discard", QT_TRANSLATE_NOOP("EntryPasses", "放弃申请"), "x", "", DRAFT | APPROVAL | FEE),
    Action("void", QT_TRANSLATE_NOOP("EntryPasses", "作废…"), "ban", "", PAID | ISSUED),
    Action("copy", QT_TRANSLATE_NOOP("EntryPasses", "复制重办"), "copy", "", ENDED),
    Action("refund", QT_TRANSLATE_NOOP("EntryPasses", "退押金…"), "undo-2", "", frozenset(rules.REFUNDABLE), in_row=True),
    Action("note_refunded", QT_TRANSLATE_NOOP("EntryPasses", "补录系统外已退押金…"), "pencil", "", frozenset(rules.REFUNDABLE)),
    Action("void_refund", QT_TRANSLATE_NOOP("EntryPasses", "作废退款…"), "ban", "", frozenset(rules.REFUNDABLE)),
    Action("print_refund", QT_TRANSLATE_NOOP("EntryPasses", "打印退款单"), "printer", "", frozenset(rules.REFUNDABLE)),
    Action("spot_check", QT_TRANSLATE_NOOP("EntryPasses", "负责人抽查"), "user-check", "", ISSUED),
    Action("lone_approve", QT_TRANSLATE_NOOP("EntryPasses", "补审同意"), "user-check", "", frozenset({"void"})),
    Action("lone_object", QT_TRANSLATE_NOOP("EntryPasses", "补审异议…"), "circle-x", "", frozenset({"void"})),
    Action("history", QT_TRANSLATE_NOOP("EntryPasses", "查看与修改记录"), "history"),
)  # fmt: skip

LABELS = {
    "id_tail": QT_TRANSLATE_NOOP("EntryPasses", "证件尾号"),
    "odd_reason": QT_TRANSLATE_NOOP("EntryPasses", "核验说明"),
    "place": QT_TRANSLATE_NOOP("EntryPasses", "作业地点"),
    "not_after": QT_TRANSLATE_NOOP("EntryPasses", "不晚于原证"),
    "sent_back": QT_TRANSLATE_NOOP("EntryPasses", "驳回意见"),
    "approver_name": QT_TRANSLATE_NOOP("EntryPasses", "审批人"),
    "taken_by": QT_TRANSLATE_NOOP("EntryPasses", "收款人"),
    "paid_on": QT_TRANSLATE_NOOP("EntryPasses", "收款日"),
    "issued_at": QT_TRANSLATE_NOOP("EntryPasses", "发证时间"),
    "checked_by": QT_TRANSLATE_NOOP("EntryPasses", "抽查人"),
    "checked_at": QT_TRANSLATE_NOOP("EntryPasses", "抽查时间"),
    "held_since": QT_TRANSLATE_NOOP("EntryPasses", "停用日"),
    "held_reason": QT_TRANSLATE_NOOP("EntryPasses", "停用原因"),
    "lost_on": QT_TRANSLATE_NOOP("EntryPasses", "挂失日"),
    "lost_note": QT_TRANSLATE_NOOP("EntryPasses", "挂失说明"),
    "ended_kind": QT_TRANSLATE_NOOP("EntryPasses", "退证情况"),
    "ended_by": QT_TRANSLATE_NOOP("EntryPasses", "交回人"),
    "ended_note": QT_TRANSLATE_NOOP("EntryPasses", "退证说明"),
    "void_kind": QT_TRANSLATE_NOOP("EntryPasses", "作废类别"),
    "void_approver": QT_TRANSLATE_NOOP("EntryPasses", "作废复核人"),
    "card_missing": QT_TRANSLATE_NOOP("EntryPasses", "证没有收回"),
    "refunded": QT_TRANSLATE_NOOP("EntryPasses", "押金已退"),
    "nth": QT_TRANSLATE_NOOP("EntryPasses", "第几次延期"),
    **{f"stage.{stage.key}": stage.label for stage in rules.CHAIN},
}
VERBS = {
    "save": QT_TRANSLATE_NOOP("EntryPasses", "保存"),
    "submit": QT_TRANSLATE_NOOP("EntryPasses", "提交审批"),
    "apply": QT_TRANSLATE_NOOP("EntryPasses", "提交审批"),
    "issue_temporary": QT_TRANSLATE_NOOP("EntryPasses", "发临时证"),
    "copy_as_new": QT_TRANSLATE_NOOP("EntryPasses", "复制重办"),
    "reprint": QT_TRANSLATE_NOOP("EntryPasses", "补打"),
    "stop_under": QT_TRANSLATE_NOOP("EntryPasses", "随许可证停用"),
    "resume_under": QT_TRANSLATE_NOOP("EntryPasses", "随许可证恢复"),
    "expire": QT_TRANSLATE_NOOP("EntryPasses", "过期"),
}

REGISTER = Register(
    key="entry_passes",
    prefix=rules.PREFIXES["long"],
    context="EntryPasses",
    title=QT_TRANSLATE_NOOP("EntryPasses", "出入证"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("issued", QT_TRANSLATE_NOOP("EntryPasses", "有效出入证"), Tone.DONE),
        Pill("overdue", QT_TRANSLATE_NOOP("EntryPasses", "出入证逾期未退"), Tone.LATE),
        Pill("refundable", QT_TRANSLATE_NOOP("EntryPasses", "证件押金可退"), Tone.WAITING),
    ),
    settings=terms.SETTINGS,
    daily=holding.expire_due,
    first_step=QT_TRANSLATE_NOOP("EntryPasses", "还没有出入证。按 F2 办第一张,先选种类。"),
    labels=LABELS,
    verbs=VERBS,
    by_code=refunding.by_refund,
)
