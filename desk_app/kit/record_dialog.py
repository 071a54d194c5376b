"""One record to look at: what it says now, what it is linked with, and every change (修改记录)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.core import audit, clock, phones
from desk_app.core.declare import Register, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.kit import theme
from desk_app.kit.desk import Desk
from desk_app.kit.text import plain_label, show, show_value

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TIMES = frozenset({"exp_out", "valid_until"})
VERB_LABELS = {
    "register": QT_TRANSLATE_NOOP("Verbs", "登记"),
    "expect": QT_TRANSLATE_NOOP("Verbs", "预约"),
    "arrive": QT_TRANSLATE_NOOP("Verbs", "到访"),
    "enter": QT_TRANSLATE_NOOP("Verbs", "登记进场"),
    "leave": QT_TRANSLATE_NOOP("Verbs", "离开"),
    "sign_out_by_badge": QT_TRANSLATE_NOOP("Verbs", "按牌号签离"),
    "draft": QT_TRANSLATE_NOOP("Verbs", "起草"),
    "save": QT_TRANSLATE_NOOP("Verbs", "保存"),
    "submit": QT_TRANSLATE_NOOP("Verbs", "提交"),
    "record_consent": QT_TRANSLATE_NOOP("Verbs", "登记业主认可"),
    "lead_sign": QT_TRANSLATE_NOOP("Verbs", "当班负责人签章"),
    "issue": QT_TRANSLATE_NOOP("Verbs", "开具"),
    "expire": QT_TRANSLATE_NOOP("Verbs", "过期"),
    "printed": QT_TRANSLATE_NOOP("Verbs", "打印"),
}
COLUMN_LABELS = {
    "end_reason": QT_TRANSLATE_NOOP("Verbs", "结束原因"),
    "hold": QT_TRANSLATE_NOOP("Verbs", "冻结"),
    "holder_name": QT_TRANSLATE_NOOP("Verbs", "持牌人"),
    "back_at": QT_TRANSLATE_NOOP("Verbs", "牌收回时间"),
    "out_confirmed_by": QT_TRANSLATE_NOOP("Verbs", "确认离开的人"),
    "call_every": QT_TRANSLATE_NOOP("Verbs", "确认间隔(分钟)"),
    "unanswered": QT_TRANSLATE_NOOP("Verbs", "连续无人应答"),
    "reason_on": QT_TRANSLATE_NOOP("Verbs", "核验说明"),
    "planned_at": QT_TRANSLATE_NOOP("Verbs", "计划确认时间"),
    "done_at": QT_TRANSLATE_NOOP("Verbs", "确认时间"),
    "way": QT_TRANSLATE_NOOP("Verbs", "确认方式"),
    "answered": QT_TRANSLATE_NOOP("Verbs", "有人应答"),
    "situation": QT_TRANSLATE_NOOP("Verbs", "情况"),
    "name": QT_TRANSLATE_NOOP("Verbs", "名称"),
    "spec": QT_TRANSLATE_NOOP("Verbs", "规格"),
    "unit": QT_TRANSLATE_NOOP("Verbs", "单位"),
    "id_tail": QT_TRANSLATE_NOOP("Verbs", "证件尾号"),
    "odd_reason": QT_TRANSLATE_NOOP("Verbs", "核验说明"),
    "consent_at": QT_TRANSLATE_NOOP("Verbs", "认可时间"),
    "consent_checked_by": QT_TRANSLATE_NOOP("Verbs", "核实认可的人"),
    "lead_name": QT_TRANSLATE_NOOP("Verbs", "当班负责人"),
    "lead_role": QT_TRANSLATE_NOOP("Verbs", "负责人岗位"),
    "alone": QT_TRANSLATE_NOOP("Verbs", "一人值守"),
    "reviewed_by": QT_TRANSLATE_NOOP("Verbs", "补审人"),
    "reviewed_at": QT_TRANSLATE_NOOP("Verbs", "补审时间"),
    "issued_at": QT_TRANSLATE_NOOP("Verbs", "开具时间"),
    "valid_until": QT_TRANSLATE_NOOP("Verbs", "有效期至"),
    "unused_note": QT_TRANSLATE_NOOP("Verbs", "未使用说明"),
    "guard": QT_TRANSLATE_NOOP("Verbs", "门岗"),
    "void_kind": QT_TRANSLATE_NOOP("Verbs", "作废类别"),
    "void_approver": QT_TRANSLATE_NOOP("Verbs", "作废复核人"),
    "copies_missing": QT_TRANSLATE_NOOP("Verbs", "有联次未收回"),
    "no": QT_TRANSLATE_NOOP("Verbs", "单号"),
    "state": QT_TRANSLATE_NOOP("Verbs", "状态"),
    "shift": QT_TRANSLATE_NOOP("Verbs", "班次"),
    "day": QT_TRANSLATE_NOOP("Verbs", "日期"),
    "handler_name": QT_TRANSLATE_NOOP("Verbs", "经办人"),
    "in_at": QT_TRANSLATE_NOOP("Verbs", "进入时间"),
    "out_at": QT_TRANSLATE_NOOP("Verbs", "离开时间"),
    "confirmed_at": QT_TRANSLATE_NOOP("Verbs", "确认时间"),
    "void_reason": QT_TRANSLATE_NOOP("Verbs", "作废原因"),
    "void_by": QT_TRANSLATE_NOOP("Verbs", "作废人"),
    "void_at": QT_TRANSLATE_NOOP("Verbs", "作废时间"),
    "forced_reason": QT_TRANSLATE_NOOP("Verbs", "强制签离原因"),
    "id_reason": QT_TRANSLATE_NOOP("Verbs", "核验说明"),
    "id_no": QT_TRANSLATE_NOOP("Verbs", "证件号码"),
    "quantity": QT_TRANSLATE_NOOP("Verbs", "数量"),
    "badge_lost": QT_TRANSLATE_NOOP("Verbs", "牌遗失"),
    "nth": QT_TRANSLATE_NOOP("Verbs", "补打次数"),
    "who": QT_TRANSLATE_NOOP("Verbs", "操作人"),
}
HIDDEN = frozenset(
    {
        "uid",
        "visit_id",
        "slip_id",
        "handler_id",
        "room_id",
        "paper_id",
        "badge_id",
        "removed",
        "seq",
        "from_uid",
        "to_uid",
        "customer_id",
        "contractor_id",
        "lead_id",
        "holder_uid",
    }
)


class RecordDialog(QDialog):
    """What a record says now, where it leads to, and its history, newest first."""

    def __init__(self, parent: QWidget, desk: Desk, register: Register, row: Row) -> None:
        super().__init__(parent)
        self.setObjectName("record_dialog")
        self.setWindowTitle(translate("History", "查看 {no}").format(no=row["no"] or ""))
        self.resize(theme.px(640), theme.px(520))
        with desk.read() as session:
            entries = audit.history(session, str(row["uid"]))
            linked = _linked(session, str(row["uid"]))
        self.text = QPlainTextEdit()
        self.text.setObjectName("history_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("History", "修改记录"))
        parts = [_now(register, row), *linked, translate("History", "—— 修改记录 ——")]
        self.text.setPlainText(
            "\n\n".join([*parts, *(_told(register, entry) for entry in reversed(entries))])
        )
        close = QPushButton(translate("History", "关闭"))
        close.setObjectName("close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self.windowTitle(), "title"))
        column.addWidget(self.text, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _now(register: Register, row: Row) -> str:
    """Return what the record says now, masked as in the list."""
    lines = [
        f"{translate(register.context, column.label)}:{show(column, row[column.key], register.context, register.states)}"
        for column in register.columns
        if row.get(column.key) not in (None, "")
    ]
    return "\n".join(lines)


def _linked(session: Session, uid: str) -> list[str]:
    """Return a line for the records this one led to or came from, and one for its paper."""
    from desk_app.core import attachments, links, search

    found = []
    for link in links.of(session, uid):
        other = search.by_uid(session, link.to_uid if link.from_uid == uid else link.from_uid)
        if other is not None:
            arrow = "→" if link.from_uid == uid else "←"
            found.append(f"{arrow} {other.detail} {other.title}")
    paper = attachments.paper_of(session, uid)
    if paper is not None:
        count = attachments.times_printed(session, paper.id)
        found.append(
            translate("History", "单据 {no} 已存档,打印 {count} 次").format(no=paper.no, count=count)
        )
    return found


def _told(register: Register, entry: audit.Entry) -> str:
    head = f"{clock.local(entry.at):%Y-%m-%d %H:%M:%S}  {entry.who}  {verb_label(register, entry.verb)}"
    why = "  " + translate("History", "原因:{reason}").format(reason=entry.reason) if entry.reason else ""
    lines = [head + why]
    change = translate("History", "{label}:{old} → {new}")
    for key, (old, new) in entry.changes.items():
        if key not in HIDDEN:
            told = {"old": _shown(register, key, old), "new": _shown(register, key, new)}
            lines.append("    " + change.format(label=_label(register, key), **told))
    return "\n".join(lines)


def verb_label(register: Register, verb: str) -> str:
    """Return a verb in words: the register's own label of it, else the verb's name."""
    name = verb.partition(".")[2]
    found = next((a.label for a in register.actions if a.key == name), None)
    return (
        translate(register.context, found).rstrip("…")
        if found
        else translate("Verbs", VERB_LABELS.get(name, name))
    )


def _label(register: Register, key: str) -> str:
    labels = {column.key: column.label for column in register.columns}
    labels |= {field.key: field.label for field in register.fields}
    if key in labels:
        return translate(register.context, labels[key])
    return translate("Verbs", COLUMN_LABELS.get(key, key))


def _shown(register: Register, key: str, value: object) -> str:
    if value in (None, ""):
        return "—"
    if isinstance(value, bool):
        return show_value(value)
    if key == "shift":  # kept in Chinese, with its hours
        name, _, hours = str(value).partition(" ")
        return f"{translate('Shifts', name)} {hours}"
    field = next((f for f in register.fields if f.key == key), None)
    if field is not None:
        chosen = next((c for c in field.choices if c.key == value), None)
        if chosen:
            return translate(chosen.context or register.context, chosen.label)
        if field.private and key != "name":
            return phones.mask(str(value)) if key == "phone" else "***"
    if key == "state":
        return next(
            (translate(register.context, s.label) for s in register.states if s.key == value), str(value)
        )
    return str(value)[:19].replace("T", " ") if key.endswith("_at") or key in TIMES else str(value)
