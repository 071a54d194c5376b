"""What the dialogs of the entry passes ask, as data."""

from __future__ import annotations

from desk_app.core import deposits
from desk_app.core.declare import Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.registers.entry_passes import terms, views

APPROVER = Field(
    "approver", QT_TRANSLATE_NOOP("EntryPasses", "审批人"), FieldKind.STAFF, required=True,
    suggest=views.suggest_approver,
)  # fmt: skip
RECEIPT = Field("receipt", QT_TRANSLATE_NOOP("EntryPasses", "收据号"), limit=40)
TAKEN_BY = Field(
    "taken_by", QT_TRANSLATE_NOOP("EntryPasses", "收款人"), FieldKind.STAFF, suggest=views.suggest_cashier
)
NOTE = QT_TRANSLATE_NOOP("EntryPasses", "说明")
ON = Field("on", QT_TRANSLATE_NOOP("EntryPasses", "日期"), FieldKind.DATE, required=True)

APPROVE = (
    APPROVER,
    Field("note", QT_TRANSLATE_NOOP("EntryPasses", "意见"), limit=200),
)
REJECT = (
    APPROVER,
    Field("note", QT_TRANSLATE_NOOP("EntryPasses", "驳回理由"), required=True, limit=120),
)
PAY = (
    RECEIPT,
    TAKEN_BY,
    Field(
        "issue_now", QT_TRANSLATE_NOOP("EntryPasses", "发证"), FieldKind.CHECK, default=True,
        hint=QT_TRANSLATE_NOOP("EntryPasses", "收费后马上发证并打印"),
    ),
)  # fmt: skip
EXTEND = (
    Field("new_end", QT_TRANSLATE_NOOP("EntryPasses", "新的有效期至"), FieldKind.DATE, required=True),
    APPROVER,
    RECEIPT,
    TAKEN_BY,
)
GIVE_BACK = (
    Field(
        "condition", QT_TRANSLATE_NOOP("EntryPasses", "证件情况"), FieldKind.CHOICE, required=True,
        choices=terms.CONDITIONS, default="good",
    ),
    ON,
    Field("by", QT_TRANSLATE_NOOP("EntryPasses", "交回人")),
    Field("note", NOTE, limit=120),
)  # fmt: skip
LOST = (
    Field("note", QT_TRANSLATE_NOOP("EntryPasses", "谁报失、怎样遗失"), required=True, span=2, limit=120),
    ON,
)
CONFISCATE = (
    Field(
        "kind", QT_TRANSLATE_NOOP("EntryPasses", "没收原因"), FieldKind.CHOICE, required=True,
        choices=terms.CONFISCATED_FOR,
    ),
    ON,
    Field("note", QT_TRANSLATE_NOOP("EntryPasses", "经过"), required=True, span=2, limit=120),
)  # fmt: skip
REFUND = (
    Field("payee", QT_TRANSLATE_NOOP("EntryPasses", "领款人"), required=True),
    Field("way", QT_TRANSLATE_NOOP("EntryPasses", "付款方式"), FieldKind.CHOICE, required=True, choices=deposits.WAYS, default="cash"),
    Field("receipt_back", QT_TRANSLATE_NOOP("EntryPasses", "原收据已收回"), FieldKind.CHECK, default=True),
    Field("deduction", QT_TRANSLATE_NOOP("EntryPasses", "扣款 元(没有留空)"), FieldKind.MONEY),
    Field("why", QT_TRANSLATE_NOOP("EntryPasses", "扣款原因和依据"), span=2, limit=120),
    Field("told", QT_TRANSLATE_NOOP("EntryPasses", "扣款通知(何时、怎样通知)"), span=2, limit=120),
    Field("paid_by", QT_TRANSLATE_NOOP("EntryPasses", "付款人"), FieldKind.STAFF, required=True, suggest=views.suggest_cashier),
    APPROVER,
    Field("note", NOTE, span=2, limit=120),
)  # fmt: skip
VOID = (
    Field(
        "reason", QT_TRANSLATE_NOOP("EntryPasses", "作废原因"), FieldKind.CHOICE, required=True,
        choices=terms.VOID_REASONS,
    ),
    Field(
        "approver", QT_TRANSLATE_NOOP("EntryPasses", "复核人"), FieldKind.STAFF, required=True,
        suggest=views.suggest_reviewer,
    ),
    Field("note", NOTE, span=2, limit=120),
    Field("card_back", QT_TRANSLATE_NOOP("EntryPasses", "证已收回"), FieldKind.CHECK, default=True),
)  # fmt: skip
