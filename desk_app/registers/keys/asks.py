"""What the panel asks in its small dialogs: declared fields only."""

from __future__ import annotations

from desk_app.core.declare import Choice, Field, FieldKind, Private
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.registers.keys import rules, views

LOST = (
    Field("lost_by", QT_TRANSLATE_NOOP("Keys", "责任人(谁遗失、最后由谁使用)"), required=True),
    Field("lost_at", QT_TRANSLATE_NOOP("Keys", "报告时间"), FieldKind.TIME, required=True),
    Field("lost_note", QT_TRANSLATE_NOOP("Keys", "经过"), span=2, limit=200),
)
RELOCK = (
    Field("relocked_at", QT_TRANSLATE_NOOP("Keys", "换锁时间"), FieldKind.TIME, required=True),
    Field(
        "approver", QT_TRANSLATE_NOOP("Keys", "同意的主管"), FieldKind.STAFF, required=True,
        suggest=views.suggest_supervisor,
    ),
    Field("cost", QT_TRANSLATE_NOOP("Keys", "费用(元)"), FieldKind.MONEY),
    Field("paid_by", QT_TRANSLATE_NOOP("Keys", "费用承担"), FieldKind.CHOICE, choices=rules.PAYERS),
)  # fmt: skip
REPLACE = (
    Field("pieces", QT_TRANSLATE_NOOP("Keys", "新钥匙把数"), FieldKind.INTEGER, required=True, default=1),
    Field("note", QT_TRANSLATE_NOOP("Keys", "说明"), limit=120),
)
RETIRE = (
    Field(
        "reason", QT_TRANSLATE_NOOP("Keys", "注销原因"), required=True, span=2, limit=120,
        phrases=(
            QT_TRANSLATE_NOOP("Keys", "锁已拆除"), QT_TRANSLATE_NOOP("Keys", "业主收回托管"),
            QT_TRANSLATE_NOOP("Keys", "旧匙作废"),
        ),
    ),
    Field(
        "approver", QT_TRANSLATE_NOOP("Keys", "同意的主管"), FieldKind.STAFF, required=True,
        suggest=views.suggest_supervisor,
    ),
)  # fmt: skip
NAMES = (
    Field("holder_name", QT_TRANSLATE_NOOP("Keys", "在谁手里"), private=Private.NAME),
    Field("consent_by", QT_TRANSLATE_NOOP("Keys", "同意留存的业主"), private=Private.NAME),
    Field("lost_by", QT_TRANSLATE_NOOP("Keys", "遗失责任人"), private=Private.NAME),
    Field("reason", QT_TRANSLATE_NOOP("Keys", "为什么更正"), required=True, span=2, limit=120),
)
INSTRUCT = (
    Field(
        "text", QT_TRANSLATE_NOOP("Keys", "须知"), required=True, span=2, limit=120,
        phrases=(
            QT_TRANSLATE_NOOP("Keys", "家中有犬"), QT_TRANSLATE_NOOP("Keys", "只可由工程陪同"),
            QT_TRANSLATE_NOOP("Keys", "入户前先电话联系业主"), QT_TRANSLATE_NOOP("Keys", "入户须两人同行"),
        ),
    ),
    Field(
        "valid_until", QT_TRANSLATE_NOOP("Keys", "到期日(留空为长期)"), FieldKind.DATE
    ),
    Field("by", QT_TRANSLATE_NOOP("Keys", "谁要求的")),
    Field("whole_room", QT_TRANSLATE_NOOP("Keys", "用于这间房的所有钥匙"), FieldKind.CHECK),
)  # fmt: skip
LABELS = (
    Field(
        "which", QT_TRANSLATE_NOOP("Keys", "打印哪些"), FieldKind.CHOICE, required=True, span=2, default="chosen",
        choices=(
            Choice("chosen", QT_TRANSLATE_NOOP("Keys", "选中的一串")),
            Choice("shown", QT_TRANSLATE_NOOP("Keys", "列表里的全部")),
        ),
    ),
    Field(
        "skip", QT_TRANSLATE_NOOP("Keys", "跳过几枚(标签纸已用掉的)"), FieldKind.INTEGER, required=True, default=0
    ),
)  # fmt: skip
END_NOTE = Field("note", QT_TRANSLATE_NOOP("Keys", "撤销哪一条"), FieldKind.CHOICE, required=True, span=2)
