"""What the panel asks in its small dialogs: declared fields only."""

from __future__ import annotations

from desk_app.core.declare import Choice, Field, FieldKind
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.registers.key_loans import lookups, rules, terms

RETURN_LINES = (
    Field("code", QT_TRANSLATE_NOOP("KeyLoans", "钥匙编号"), required=True, limit=40),
    Field("pieces", QT_TRANSLATE_NOOP("KeyLoans", "把数"), FieldKind.INTEGER),
    Field("condition", QT_TRANSLATE_NOOP("KeyLoans", "完好"), FieldKind.CHOICE, choices=terms.CONDITIONS, default="intact"),
)  # fmt: skip
RETURN = (
    Field("by_name", QT_TRANSLATE_NOOP("KeyLoans", "归还人"), required=True),
    Field("locked", QT_TRANSLATE_NOOP("KeyLoans", "门已锁"), FieldKind.CHECK, hint=QT_TRANSLATE_NOOP("KeyLoans", "已确认门锁好")),
    Field("lines", QT_TRANSLATE_NOOP("KeyLoans", "还了哪些(没还的改成 0)"), FieldKind.TABLE, required=True, span=2, columns=RETURN_LINES),
    Field("note", QT_TRANSLATE_NOOP("KeyLoans", "说明(损坏等)"), span=2, limit=200),
)  # fmt: skip
CHASE = (
    Field("called", QT_TRANSLATE_NOOP("KeyLoans", "打给了谁"), required=True),
    Field(
        "reported",
        QT_TRANSLATE_NOOP("KeyLoans", "上报"),
        FieldKind.CHOICE,
        choices=terms.REPORTED,
    ),
    Field(
        "said", QT_TRANSLATE_NOOP("KeyLoans", "怎么说的"), span=2, limit=200,
        phrases=(
            QT_TRANSLATE_NOOP("KeyLoans", "马上送还"), QT_TRANSLATE_NOOP("KeyLoans", "无人接听"),
            QT_TRANSLATE_NOOP("KeyLoans", "还在使用,请求续借"),
        ),
    ),
)  # fmt: skip
EXTEND = (
    Field("due_at", QT_TRANSLATE_NOOP("KeyLoans", "新的应还时间"), FieldKind.TIME, required=True),
    Field("kz", QT_TRANSLATE_NOOP("KeyLoans", "同意的主管(过夜必填)"), FieldKind.STAFF, suggest=lookups.suggest_stage(rules.KZ)),
    Field("kz_how", QT_TRANSLATE_NOOP("KeyLoans", "同意方式"), FieldKind.CHOICE, choices=terms.HOWS),
)  # fmt: skip
LOSE = (
    Field("answerable", QT_TRANSLATE_NOOP("KeyLoans", "责任人"), required=True),
    Field("at", QT_TRANSLATE_NOOP("KeyLoans", "报失时间"), FieldKind.TIME, required=True),
    Field("note", QT_TRANSLATE_NOOP("KeyLoans", "经过"), span=2, limit=200),
)
RELOCK = (
    Field("at", QT_TRANSLATE_NOOP("KeyLoans", "换锁时间"), FieldKind.TIME, required=True),
    Field("approver", QT_TRANSLATE_NOOP("KeyLoans", "同意的主管"), FieldKind.STAFF, required=True, suggest=lookups.suggest_supervisor),
    Field("cost", QT_TRANSLATE_NOOP("KeyLoans", "费用(元)"), FieldKind.MONEY),
    Field("paid_by", QT_TRANSLATE_NOOP("KeyLoans", "费用承担"), FieldKind.CHOICE, choices=terms.PAYERS),
)  # fmt: skip
REPLACE = (
    Field(
        "pieces",
        QT_TRANSLATE_NOOP("KeyLoans", "新钥匙把数"),
        FieldKind.INTEGER,
        required=True,
        default=1,
    ),
    Field("note", QT_TRANSLATE_NOOP("KeyLoans", "说明"), limit=120),
)
FOUND = (Field("note", QT_TRANSLATE_NOOP("KeyLoans", "在哪里、由谁找回"), required=True, span=2, limit=120),)
VOID = (
    Field("reason", QT_TRANSLATE_NOOP("KeyLoans", "作废原因"), FieldKind.CHOICE, required=True, choices=terms.VOID_REASONS),
    Field("approver", QT_TRANSLATE_NOOP("KeyLoans", "复核人"), FieldKind.STAFF, required=True, suggest=lookups.suggest_lead),
    Field("note", QT_TRANSLATE_NOOP("KeyLoans", "说明"), span=2, limit=120),
    Field("copies_back", QT_TRANSLATE_NOOP("KeyLoans", "两联都已收回"), FieldKind.CHECK, default=True),
)  # fmt: skip


def which(codes: list[str]) -> tuple[Field, ...]:
    """Return the field that asks which key is meant, where there are several."""
    if len(codes) < 2:
        return ()
    choices = tuple(Choice(code, code) for code in codes)
    return (
        Field(
            "code",
            QT_TRANSLATE_NOOP("KeyLoans", "哪一把"),
            FieldKind.CHOICE,
            required=True,
            choices=choices,
            default=codes[0],
        ),
    )
