"""The register of hot-work permits, declared once: form, list, sheet and tests read this."""

from __future__ import annotations

from desk_app.core import renovations
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
from desk_app.registers.hot_work_permits import figures, levels, rules, service, terms, views

CARD = QT_TRANSLATE_NOOP("HotWork", "动火人证件")
GUARD = QT_TRANSLATE_NOOP("HotWork", "灭火器")
HOUSE = QT_TRANSLATE_NOOP("HotWork", "物业监督")
MORE = QT_TRANSLATE_NOOP("HotWork", "等级")

FIELDS = (
    Field(
        "basis", QT_TRANSLATE_NOOP("HotWork", "装修许可证 / 工作单号"), limit=40, suggest=renovations.suggest,
        placeholder=QT_TRANSLATE_NOOP("HotWork", "没有可不填"),
    ),
    Field("org", QT_TRANSLATE_NOOP("HotWork", "申请单位"), required=True),
    Field("site_lead", QT_TRANSLATE_NOOP("HotWork", "施工负责人"), required=True, private=Private.NAME),
    Field("phone", QT_TRANSLATE_NOOP("HotWork", "负责人电话"), required=True, limit=30, private=Private.PHONE),
    Field(
        "room", QT_TRANSLATE_NOOP("HotWork", "动火房号 / 楼层"), FieldKind.ROOM, required=True, limit=100,
        suggest=suggest_room_field,
    ),
    Field(
        "spot", QT_TRANSLATE_NOOP("HotWork", "具体点位(一点一证)"), required=True,
        placeholder=QT_TRANSLATE_NOOP("HotWork", "如:茶水间北墙管井"),
    ),
    Field(
        "work", QT_TRANSLATE_NOOP("HotWork", "作业内容"), required=True, limit=200,
        phrases=(
            QT_TRANSLATE_NOOP("HotWork", "空调水管支架焊接"),
            QT_TRANSLATE_NOOP("HotWork", "消防管道焊接"),
            QT_TRANSLATE_NOOP("HotWork", "钢结构切割"),
            QT_TRANSLATE_NOOP("HotWork", "防水卷材热熔"),
            QT_TRANSLATE_NOOP("HotWork", "墙面打孔、打磨"),
        ),
    ),
    Field(
        "methods", QT_TRANSLATE_NOOP("HotWork", "动火方式(可多个)"), required=True, limit=120,
        suggest=views.suggest_method, placeholder=QT_TRANSLATE_NOOP("HotWork", "如:电焊、砂轮切割打磨"),
    ),
    Field("starts", QT_TRANSLATE_NOOP("HotWork", "开始"), FieldKind.TIME, placeholder=QT_TRANSLATE_NOOP("HotWork", "不填即现在")),
    Field("ends", QT_TRANSLATE_NOOP("HotWork", "结束"), FieldKind.TIME, placeholder=QT_TRANSLATE_NOOP("HotWork", "不填即本班结束")),
    Field("watch", QT_TRANSLATE_NOOP("HotWork", "看火人"), required=True, private=Private.NAME),
    Field("watch_phone", QT_TRANSLATE_NOOP("HotWork", "看火人电话"), required=True, limit=30, private=Private.PHONE),
    Field(
        "welder", QT_TRANSLATE_NOOP("HotWork", "动火人"), required=True, suggest=views.suggest_welder, private=Private.NAME,
        group=CARD,
    ),
    Field("cert_kind", QT_TRANSLATE_NOOP("HotWork", "证件类别"), FieldKind.CHOICE, choices=terms.CERTIFICATES, group=CARD),
    Field("cert_no", QT_TRANSLATE_NOOP("HotWork", "操作证号"), limit=40, private=Private.NUMBER, group=CARD),
    Field("cert_until", QT_TRANSLATE_NOOP("HotWork", "有效期至"), FieldKind.DATE, group=CARD),
    Field("cert_review", QT_TRANSLATE_NOOP("HotWork", "下次复审"), FieldKind.DATE, group=CARD),
    Field("cert_found", QT_TRANSLATE_NOOP("HotWork", "查询结果"), FieldKind.CHOICE, choices=terms.FINDINGS, group=CARD),
    Field(
        "cert_checked_on", QT_TRANSLATE_NOOP("HotWork", "查询日期"), FieldKind.DATE, group=CARD,
        placeholder=QT_TRANSLATE_NOOP("HotWork", "不填即今天"),
    ),
    Field("ext_kind", QT_TRANSLATE_NOOP("HotWork", "灭火器类型"), FieldKind.CHOICE, choices=terms.EXTINGUISHERS, group=GUARD),
    Field("ext_count", QT_TRANSLATE_NOOP("HotWork", "灭火器数量(具)"), FieldKind.INTEGER, limit=3, group=GUARD),
    Field("ext_until", QT_TRANSLATE_NOOP("HotWork", "灭火器有效期至"), FieldKind.DATE, group=GUARD),
    Field("notice", QT_TRANSLATE_NOOP("HotWork", "公告"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("HotWork", "主入口和现场已公告"), group=GUARD),
    Field("outdoors", QT_TRANSLATE_NOOP("HotWork", "室外 / 高处"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("HotWork", "在室外或高处动火"), group=GUARD),
    Field("wind", QT_TRANSLATE_NOOP("HotWork", "风力(级)"), FieldKind.INTEGER, limit=2, group=GUARD),
    Field(
        "supervisor", QT_TRANSLATE_NOOP("HotWork", "物业监督人"), FieldKind.STAFF, required=True,
        suggest=views.suggest_supervisor, group=HOUSE,
    ),
    Field("impair", QT_TRANSLATE_NOOP("HotWork", "关停"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("HotWork", "须关停烟感或喷淋"), group=HOUSE),
    Field("impair_what", QT_TRANSLATE_NOOP("HotWork", "关停什么"), group=HOUSE),
    Field(
        "impair_by", QT_TRANSLATE_NOOP("HotWork", "批准人(安保主管)"), FieldKind.STAFF,
        suggest=views.suggest_security, group=HOUSE,
    ),
    Field("impair_until", QT_TRANSLATE_NOOP("HotWork", "恢复时间"), FieldKind.TIME, group=HOUSE),
    Field(
        "level", QT_TRANSLATE_NOOP("HotWork", "等级(不填为最低一级)"), FieldKind.CHOICE, choices=levels.CHOICES, group=MORE,
    ),
    Field("plan", QT_TRANSLATE_NOOP("HotWork", "专项方案"), placeholder=QT_TRANSLATE_NOOP("HotWork", "编号或存放处"), group=MORE),
    Field("remark", QT_TRANSLATE_NOOP("HotWork", "备注"), FieldKind.LONG_TEXT, span=2, limit=200, group=MORE),
)  # fmt: skip

TONES = {
    "draft": Tone.WAITING, "received": Tone.DUE, "reviewed": Tone.DUE, "inspected": Tone.DUE,
    "approved": Tone.DUE, "issued": Tone.WAITING, "running": Tone.DUE, "paused": Tone.DUE, "overdue": Tone.LATE,
    "finished": Tone.DUE, "aborted": Tone.LATE, "rechecked": Tone.DUE, "closed": Tone.DONE, "expired": Tone.VOID,
    "rejected": Tone.VOID, "void": Tone.VOID,
}  # fmt: skip
STATES = tuple(State(key, label, TONES[key]) for key, label in rules.STATE_LABELS.items())

LINES = tuple(
    Column(key, label, ColumnKind.CHOICE, choices=choices, listed=False, sheeted=False)
    for key, label, choices in (
        ("measure", QT_TRANSLATE_NOOP("HotWork", "安全措施"), terms.MEASURE_CHOICES),
        ("answer", QT_TRANSLATE_NOOP("HotWork", "回答"), terms.ANSWERS),
        ("kind", QT_TRANSLATE_NOOP("HotWork", "登记"), terms.NOTE_KINDS),
        ("counted_level", QT_TRANSLATE_NOOP("HotWork", "审批等级"), levels.CHOICES),
        ("stop_kind", QT_TRANSLATE_NOOP("HotWork", "中止原因"), terms.STOP_REASONS),
        ("void_kind", QT_TRANSLATE_NOOP("HotWork", "作废类别"), terms.VOID_REASONS),
    )
)
"""Columns of the history alone: how its values are said in words."""

COLUMNS = (
    Column("no", QT_TRANSLATE_NOOP("HotWork", "证号"), width=18),
    Column("day", QT_TRANSLATE_NOOP("HotWork", "日期"), ColumnKind.DATE, width=11, listed=False),
    Column("place", QT_TRANSLATE_NOOP("HotWork", "部位"), width=20),
    Column("org", QT_TRANSLATE_NOOP("HotWork", "申请单位"), width=16, listed=False),
    Column("methods", QT_TRANSLATE_NOOP("HotWork", "方式"), width=10, listed=False, sheeted=False),
    Column("level", QT_TRANSLATE_NOOP("HotWork", "等级"), ColumnKind.CHOICE, width=12, choices=levels.CHOICES, listed=False),
    Column("starts", QT_TRANSLATE_NOOP("HotWork", "开始"), ColumnKind.TIME, width=14, listed=False),
    Column("ends", QT_TRANSLATE_NOOP("HotWork", "结束"), ColumnKind.TIME, width=14, listed=False),
    Column("left", QT_TRANSLATE_NOOP("HotWork", "剩余时间"), width=15, sheeted=False),
    Column("welder", QT_TRANSLATE_NOOP("HotWork", "动火人"), width=8, spare=True),
    Column("cert", QT_TRANSLATE_NOOP("HotWork", "操作证有效"), width=14, listed=False),
    Column("watch", QT_TRANSLATE_NOOP("HotWork", "看火人"), width=8, spare=True),
    Column("inspector", QT_TRANSLATE_NOOP("HotWork", "现场查验人"), width=9, listed=False),
    Column("approver", QT_TRANSLATE_NOOP("HotWork", "批准人"), width=9, listed=False),
    Column("finished_at", QT_TRANSLATE_NOOP("HotWork", "完工时间"), ColumnKind.TIME, width=14, listed=False),
    Column("rechecked_at", QT_TRANSLATE_NOOP("HotWork", "复查时间"), ColumnKind.TIME, width=14, listed=False),
    Column("recovered_at", QT_TRANSLATE_NOOP("HotWork", "收证时间"), ColumnKind.TIME, width=14, listed=False),
    Column("state", QT_TRANSLATE_NOOP("HotWork", "状态"), ColumnKind.STATE, width=12),
    Column("reason", QT_TRANSLATE_NOOP("HotWork", "说明"), width=20, listed=False),
    *LINES,
)  # fmt: skip

VIEWS = (
    View("live", QT_TRANSLATE_NOOP("HotWork", "在办")),
    View("open", QT_TRANSLATE_NOOP("HotWork", "申请中")),
    View("issued", QT_TRANSLATE_NOOP("HotWork", "待开工")),
    View("running", QT_TRANSLATE_NOOP("HotWork", "动火中")),
    View("overdue", QT_TRANSLATE_NOOP("HotWork", "超期")),
    View("recheck", QT_TRANSLATE_NOOP("HotWork", "待复查")),
    View("all", QT_TRANSLATE_NOOP("HotWork", "全部"), counted=False),
)

DRAFT, ISSUED, RUNNING = frozenset({"draft"}), frozenset({"issued"}), frozenset({"running"})
BURNING, TO_RECHECK = frozenset(rules.BURNING), frozenset(rules.TO_RECHECK)
PRINTED = frozenset({*rules.IN_FORCE, "closed", "expired", "void"})
ACTIONS = (
    Action("receive", QT_TRANSLATE_NOOP("HotWork", "收件"), "send", "", DRAFT, in_row=True),
    Action("review", QT_TRANSLATE_NOOP("HotWork", "工程审…"), "wrench", "", frozenset({"received"}), in_row=True),
    Action("inspect", QT_TRANSLATE_NOOP("HotWork", "现场查验…"), "shield-check", "", frozenset({"reviewed"}), in_row=True),
    Action("approve", QT_TRANSLATE_NOOP("HotWork", "批准…"), "badge-check", "", frozenset({"inspected"}), in_row=True),
    Action("issue", QT_TRANSLATE_NOOP("HotWork", "发证"), "stamp", "", frozenset({"approved"}), in_row=True),
    Action("start", QT_TRANSLATE_NOOP("HotWork", "开工…"), "flame", "", ISSUED, in_row=True),
    Action("finish", QT_TRANSLATE_NOOP("HotWork", "完工…"), "check", "", BURNING, in_row=True),
    Action("recheck", QT_TRANSLATE_NOOP("HotWork", "复查…"), "list-checks", "", TO_RECHECK, in_row=True),
    Action("take_back", QT_TRANSLATE_NOOP("HotWork", "收证"), "undo-2", "", frozenset({"rechecked"}), in_row=True),
    Action("collect", QT_TRANSLATE_NOOP("HotWork", "收回三联"), "undo-2", "", frozenset({*TO_RECHECK, "expired", "void"})),
    Action("checklist", QT_TRANSLATE_NOOP("HotWork", "安全措施…"), "list-checks", "", frozenset({"draft", "received", "reviewed"})),
    Action("patrol", QT_TRANSLATE_NOOP("HotWork", "登记巡查…"), "eye", "", RUNNING),
    Action("pause", QT_TRANSLATE_NOOP("HotWork", "暂停…"), "minus", "", RUNNING),
    Action("resume", QT_TRANSLATE_NOOP("HotWork", "复工"), "refresh-cw", "", frozenset({"paused"})),
    Action("abort", QT_TRANSLATE_NOOP("HotWork", "中止…"), "siren", "", BURNING),
    Action("restored", QT_TRANSLATE_NOOP("HotWork", "消防恢复…"), "bell", "", frozenset({*BURNING, *TO_RECHECK, "rechecked"})),
    Action("extend", QT_TRANSLATE_NOOP("HotWork", "延期"), "calendar-clock", "", frozenset({"issued", *BURNING})),
    Action("copy", QT_TRANSLATE_NOOP("HotWork", "重办(新证)"), "copy", "", frozenset(rules.COPYABLE)),
    Action("edit", QT_TRANSLATE_NOOP("HotWork", "修改"), "pencil", "", DRAFT),
    Action("withdraw", QT_TRANSLATE_NOOP("HotWork", "撤回修改"), "undo-2", "", frozenset({*rules.IN_APPROVAL, "rejected"})),
    Action("reject", QT_TRANSLATE_NOOP("HotWork", "驳回…"), "circle-x", "", frozenset({"received", "reviewed", "inspected"})),
    Action("discard", QT_TRANSLATE_NOOP("HotWork", "放弃申请"), "x", "", frozenset({*rules.BEFORE_ISSUE, "rejected"})),
    Action("print", QT_TRANSLATE_NOOP("HotWork", "补打"), "printer", "Ctrl+P", PRINTED),
    Action("void", QT_TRANSLATE_NOOP("HotWork", "作废…"), "ban", "", ISSUED),
    Action("lone_approve", QT_TRANSLATE_NOOP("HotWork", "补审同意"), "user-check", "", frozenset({"void"})),
    Action("lone_object", QT_TRANSLATE_NOOP("HotWork", "补审异议…"), "circle-x", "", frozenset({"void"})),
    Action("history", QT_TRANSLATE_NOOP("HotWork", "查看与修改记录"), "history"),
)  # fmt: skip

LABELS = {
    "scheme": QT_TRANSLATE_NOOP("HotWork", "等级制"),
    "raised_by": QT_TRANSLATE_NOOP("HotWork", "升级原因"),
    "supervisor_name": QT_TRANSLATE_NOOP("HotWork", "物业监督人"),
    "restored_at": QT_TRANSLATE_NOOP("HotWork", "消防恢复时间"),
    "restored_by": QT_TRANSLATE_NOOP("HotWork", "确认恢复的人"),
    "inspected_at": QT_TRANSLATE_NOOP("HotWork", "现场查验时间"),
    "inspected_by": QT_TRANSLATE_NOOP("HotWork", "现场查验人"),
    "inspect_note": QT_TRANSLATE_NOOP("HotWork", "现场情况"),
    "approved_at": QT_TRANSLATE_NOOP("HotWork", "批准时间"),
    "approved_by": QT_TRANSLATE_NOOP("HotWork", "批准人"),
    "issued_at": QT_TRANSLATE_NOOP("HotWork", "发证时间"),
    "started_at": QT_TRANSLATE_NOOP("HotWork", "开工时间"),
    "looked_at": QT_TRANSLATE_NOOP("HotWork", "上次到场"),
    "stopped_at": QT_TRANSLATE_NOOP("HotWork", "中止时间"),
    "stop_note": QT_TRANSLATE_NOOP("HotWork", "中止情况"),
    "quiet_from": QT_TRANSLATE_NOOP("HotWork", "复查起算"),
    "rechecked_by": QT_TRANSLATE_NOOP("HotWork", "复查人"),
    "recheck_note": QT_TRANSLATE_NOOP("HotWork", "复查情况"),
    "recheck_on_time": QT_TRANSLATE_NOOP("HotWork", "按时复查"),
    "recovered_by": QT_TRANSLATE_NOOP("HotWork", "收证人"),
    "void_approver": QT_TRANSLATE_NOOP("HotWork", "作废复核人"),
    "copies_missing": QT_TRANSLATE_NOOP("HotWork", "有联次未收回"),
    "odd_reason": QT_TRANSLATE_NOOP("HotWork", "核验说明"),
    "note": QT_TRANSLATE_NOOP("HotWork", "说明"),
    "at": QT_TRANSLATE_NOOP("HotWork", "时间"),
    "by": QT_TRANSLATE_NOOP("HotWork", "到场人"),
    "fine": QT_TRANSLATE_NOOP("HotWork", "无异常"),
    "stage.review": QT_TRANSLATE_NOOP("HotWork", "工程主管审核"),
    "stage.inspect": QT_TRANSLATE_NOOP("HotWork", "安保主管现场查验"),
    "stage.approve": QT_TRANSLATE_NOOP("HotWork", "消防安全责任人批准"),
}
VERBS = {
    "save": QT_TRANSLATE_NOOP("HotWork", "保存"),
    "apply": QT_TRANSLATE_NOOP("HotWork", "收件"),
    "answer": QT_TRANSLATE_NOOP("HotWork", "安全措施"),
    "copy_as_new": QT_TRANSLATE_NOOP("HotWork", "重办(新证)"),
    "expire": QT_TRANSLATE_NOOP("HotWork", "到期"),
    "stop_under": QT_TRANSLATE_NOOP("HotWork", "随装修许可证停止"),
    "reprint": QT_TRANSLATE_NOOP("HotWork", "补打"),
}

REGISTER = Register(
    key="hot_work_permits",
    prefix=rules.PREFIX,
    context="HotWork",
    title=QT_TRANSLATE_NOOP("HotWork", "动火"),
    fields=FIELDS,
    columns=COLUMNS,
    states=STATES,
    views=VIEWS,
    actions=ACTIONS,
    source=Source(views.ids, views.rows, views.counts, views.month, views.values, views.due),
    kpis=figures.KPIS,
    breakdowns=figures.BREAKDOWNS,
    pills=(
        Pill("running", QT_TRANSLATE_NOOP("HotWork", "动火中"), Tone.DUE),
        Pill("overdue", QT_TRANSLATE_NOOP("HotWork", "动火超期"), Tone.LATE),
    ),
    settings=terms.SETTINGS,
    daily=service.expire_due,
    first_step=QT_TRANSLATE_NOOP(
        "HotWork", "还没有动火证。按 F2 登记第一张申请,再答安全措施、查验、批准、发证。"
    ),
    labels=LABELS,
    verbs=VERBS,
)
"""动火证: who may work with fire, where, until when, and who watches (domain.md F10)."""
