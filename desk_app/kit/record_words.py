"""A record and its changes in words: every column, verb and value as the register names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from desk_app.core import audit, clock, deposits, privacy, refund_voiding
from desk_app.core.declare import Choice, ColumnKind, Field, FieldKind, Private, Register, Row
from desk_app.core.i18n import QT_TRANSLATE_NOOP, named, translate
from desk_app.kit.text import NOTHING, show_money
from desk_app.kit.value_text import show, show_value

COMMON_VERBS = {
    "papers.issue": QT_TRANSLATE_NOOP("Verbs", "开具"),
    "papers.printed": QT_TRANSLATE_NOOP("Verbs", "打印"),
    "lone.approve": QT_TRANSLATE_NOOP("Verbs", "补审同意"),
    "lone.object": QT_TRANSLATE_NOOP("Verbs", "补审异议"),
    "retention.hold": QT_TRANSLATE_NOOP("Verbs", "冻结(不脱敏、不销毁)"),
    "retention.release": QT_TRANSLATE_NOOP("Verbs", "解冻"),
    "retention.deidentify": QT_TRANSLATE_NOOP("Verbs", "按保存期限脱敏"),
    "retention.destroy": QT_TRANSLATE_NOOP("Verbs", "按保存期限销毁"),
}
COMMON_LABELS = {
    "no": QT_TRANSLATE_NOOP("Verbs", "单号"),
    "state": QT_TRANSLATE_NOOP("Verbs", "状态"),
    "shift": QT_TRANSLATE_NOOP("Verbs", "班次"),
    "day": QT_TRANSLATE_NOOP("Verbs", "日期"),
    "handler_name": QT_TRANSLATE_NOOP("Verbs", "经办人"),
    "remark": QT_TRANSLATE_NOOP("Verbs", "备注"),
    "created_at": QT_TRANSLATE_NOOP("Verbs", "登记时间"),
    "void_reason": QT_TRANSLATE_NOOP("Verbs", "作废原因"),
    "void_by": QT_TRANSLATE_NOOP("Verbs", "作废人"),
    "void_at": QT_TRANSLATE_NOOP("Verbs", "作废时间"),
    "hold": QT_TRANSLATE_NOOP("Verbs", "冻结"),
    "alone": QT_TRANSLATE_NOOP("Verbs", "夜班一人兼任"),
    "alone_at": QT_TRANSLATE_NOOP("Verbs", "一人兼任时间"),
    "reviewed_by": QT_TRANSLATE_NOOP("Verbs", "补审人"),
    "reviewed_at": QT_TRANSLATE_NOOP("Verbs", "补审时间"),
    "review_note": QT_TRANSLATE_NOOP("Verbs", "补审异议"),
    "objected": QT_TRANSLATE_NOOP("Verbs", "有异议"),
}
"""What every register's tables have."""

SHARED = {
    "badge_loan": {
        "holder_name": QT_TRANSLATE_NOOP("Verbs", "持牌人"),
        "out_at": QT_TRANSLATE_NOOP("Verbs", "发出时间"),
        "back_at": QT_TRANSLATE_NOOP("Verbs", "收回时间"),
    },
    "approval": {
        "stage": QT_TRANSLATE_NOOP("Verbs", "审批环节"),
        "name": QT_TRANSLATE_NOOP("Verbs", "审批人"),
        "agreed": QT_TRANSLATE_NOOP("Verbs", "同意"),
        "note": QT_TRANSLATE_NOOP("Verbs", "审批意见"),
        "at": QT_TRANSLATE_NOOP("Verbs", "审批时间"),
        "withdrawn": QT_TRANSLATE_NOOP("Verbs", "已撤回"),
    },
    "deposit_refund": {
        "no": QT_TRANSLATE_NOOP("Verbs", "退款单号"),
        "kind": QT_TRANSLATE_NOOP("Verbs", "押金类别"),
        "amount": QT_TRANSLATE_NOOP("Verbs", "应退(分)"),
        "deduction": QT_TRANSLATE_NOOP("Verbs", "扣款(分)"),
        "why": QT_TRANSLATE_NOOP("Verbs", "扣款原因"),
        "told": QT_TRANSLATE_NOOP("Verbs", "扣款通知"),
        "receipt": QT_TRANSLATE_NOOP("Verbs", "原收据号"),
        "receipt_back": QT_TRANSLATE_NOOP("Verbs", "原收据已收回"),
        "taken_by": QT_TRANSLATE_NOOP("Verbs", "收款人"),
        "checked_by": QT_TRANSLATE_NOOP("Verbs", "验收人"),
        "payee": QT_TRANSLATE_NOOP("Verbs", "领款人"),
        "way": QT_TRANSLATE_NOOP("Verbs", "付款方式"),
        "paid_by": QT_TRANSLATE_NOOP("Verbs", "付款人"),
        "approver": QT_TRANSLATE_NOOP("Verbs", "退款审批人"),
        "note": QT_TRANSLATE_NOOP("Verbs", "退款说明"),
        "day": QT_TRANSLATE_NOOP("Verbs", "退款日"),
        "at": QT_TRANSLATE_NOOP("Verbs", "退款时间"),
        "paper_no": QT_TRANSLATE_NOOP("Verbs", "纸质单据号"),
        "said_by": QT_TRANSLATE_NOOP("Verbs", "由谁确认"),
        "void_kind": QT_TRANSLATE_NOOP("Verbs", "退款作废类别"),
        "void_approver": QT_TRANSLATE_NOOP("Verbs", "退款作废复核人"),
    },
    "purge_hold": {
        "kind": QT_TRANSLATE_NOOP("Verbs", "冻结类别"),
        "reason": QT_TRANSLATE_NOOP("Verbs", "冻结依据"),
        "by_name": QT_TRANSLATE_NOOP("Verbs", "冻结人"),
        "released_at": QT_TRANSLATE_NOOP("Verbs", "解冻时间"),
        "released_by": QT_TRANSLATE_NOOP("Verbs", "解冻人"),
        "release_note": QT_TRANSLATE_NOOP("Verbs", "解冻说明"),
    },
    "enclosure": {
        "name": QT_TRANSLATE_NOOP("Verbs", "附件"),
        "kind": QT_TRANSLATE_NOOP("Verbs", "附件类别"),
        "size": QT_TRANSLATE_NOOP("Verbs", "大小(字节)"),
    },
}
"""The columns of what core files under a record, by entity."""
SHARED_CHOICES = {
    "deposit_refund": {"way": (*deposits.WAYS, deposits.OUTSIDE), "void_kind": refund_voiding.REASONS}
}
"""What can stand in them, where that is chosen."""

TECHNICAL = frozenset({"uid", "removed", "seq", "purged", "id_mark", "entity", "path", "sha256"})
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)")


def is_told(key: str) -> bool:
    """Say whether a column means anything to people: identities of rows and lines do not."""
    return key not in TECHNICAL and not key.endswith(("_id", "_uid"))


def now(register: Register, row: Row) -> str:
    """Return what the record says now, masked as in the list, one line a column."""
    lines = [
        named(
            translate(register.context, column.label),
            show(column, row[column.key], register.context, register.states),
        )
        for column in register.columns
        if row.get(column.key) not in (None, "")
    ]
    return "\n".join(lines)


def change(register: Register, entry: audit.Entry, own: str, others: Mapping[str, Register]) -> str:
    """Return one change of the history: when, who, what, why, then a line for each column that changed.

    `own` is the entity of the record itself: other entities are its lines, whose columns have names of their own.
    """
    verb = verb_label(register, entry.verb, others)
    head = f"{clock.local(entry.at):%Y-%m-%d %H:%M:%S}  {entry.who}  {verb}"
    why = "  " + translate("History", "原因:{reason}").format(reason=entry.reason) if entry.reason else ""
    lines = [head + why]
    text = translate("History", "{label}:{old} → {new}")
    line = "" if entry.entity == own else entry.entity
    for key, (old, new) in entry.changes.items():
        if is_told(key):
            label = column_label(register, key, line=line)
            told = {"old": value(register, key, old, line=line), "new": value(register, key, new, line=line)}
            lines.append("    " + text.format(label=label, **told))
    return "\n".join(lines)


def verb_label(register: Register, verb: str, others: Mapping[str, Register] | None = None) -> str:
    """Return a verb in words as its register names it; its name when nobody does."""
    if verb in COMMON_VERBS:
        return translate("Verbs", COMMON_VERBS[verb])
    room, _, name = verb.partition(".")
    of = (others or {}).get(room, register)
    found = of.verbs.get(name) or next((a.label for a in of.actions if a.key == name), None)
    return translate(of.context, found).rstrip("…") if found else name


def column_label(register: Register, key: str, *, line: str = "") -> str:
    """Return a column of the register's tables in words; its name when nobody names it.

    `line` is the entity of a line's table, or of what core files under a record: their own names come first.
    """
    if key in SHARED.get(line, ()):
        return translate("Verbs", SHARED[line][key])
    lines = {field.key: field.label for field in _line_fields(register)}
    shown = {column.key: column.label for column in register.columns}
    shown |= {field.key: field.label for field in register.fields}
    for labels in (lines, register.labels) if line else (register.labels, shown, lines):
        if key in labels:
            return translate(register.context, labels[key])
    if key in COMMON_LABELS:
        return translate("Verbs", COMMON_LABELS[key])
    return translate(register.context, shown[key]) if key in shown else key


def value(register: Register, key: str, raw: object, *, line: str = "") -> str:
    """Return a value of the history in words; what is private is masked.

    An approval's stage is named by the register's label "stage.<key>".
    """
    if raw in (None, ""):
        return NOTHING
    if isinstance(raw, bool):
        return show_value(raw)
    if key == "shift":  # kept in Chinese, with its hours
        name, _, hours = str(raw).partition(" ")
        return f"{translate('Shifts', name)} {hours}"
    if line == "approval" and key == "stage" and f"stage.{raw}" in register.labels:
        return translate(register.context, register.labels[f"stage.{raw}"])
    if key == "state" and not line:
        return next((translate(register.context, s.label) for s in register.states if s.key == raw), str(raw))
    if isinstance(raw, int) and _is_money(register, key):
        return show_money(raw)
    chosen = next((c for c in _choices(register, key, line) if c.key == raw), None)
    if chosen:
        return translate(chosen.context or register.context, chosen.label)
    moment = _MOMENT.match(str(raw))
    if moment:
        return f"{moment[1]} {moment[2]}"
    return privacy.free(privacy.mask(_masked_as(register, key, line), str(raw)))


def _masked_as(register: Register, key: str, line: str) -> Private:
    """Return as what a value of the history is masked: names are told, what identifies a document or a line is not."""
    kind = register.private(key)
    if line:
        kind = next((one.private for one in _line_fields(register) if one.key == key), Private.NO)
    return Private.NO if kind is Private.NAME else kind


def _line_fields(register: Register) -> Iterator[Field]:
    for field in register.fields:
        if field.kind is FieldKind.TABLE:
            yield from field.columns


def _is_money(register: Register, key: str) -> bool:
    return any(column.key == key and column.kind is ColumnKind.MONEY for column in register.columns)


def _choices(register: Register, key: str, line: str) -> Iterator[Choice]:
    if line:
        yield from SHARED_CHOICES.get(line, {}).get(key, ())
        for field in _line_fields(register):
            yield from field.choices if field.key == key else ()
    for field in () if line else register.fields:
        yield from field.choices if field.key == key else ()
    for column in register.columns:
        yield from column.choices if column.key == key else ()
