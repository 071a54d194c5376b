"""What is asked about a refund made void and one that went back on paper, as data; their context is "Deposits"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from desk_app.core import deposits, people, refund_voiding
from desk_app.core.declare import Choice, Field, FieldKind, Suggestion
from desk_app.core.i18n import QT_TRANSLATE_NOOP

CONTEXT = "Deposits"
NOTE = QT_TRANSLATE_NOOP("Deposits", "说明")


def suggest_reviewer(session: Session, text: str, _known: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer who may review a refund's voiding: KZ and JL."""
    return people.offered(session, text, deposits.SUPERVISORS)


VOID = (
    Field("reason", QT_TRANSLATE_NOOP("Deposits", "作废原因"), FieldKind.CHOICE, required=True, choices=refund_voiding.REASONS),
    Field("approver", QT_TRANSLATE_NOOP("Deposits", "复核人"), FieldKind.STAFF, required=True, suggest=suggest_reviewer),
    Field("note", NOTE, span=2, limit=120),
    Field(
        "money_back", QT_TRANSLATE_NOOP("Deposits", "款项"), FieldKind.CHECK, span=2,
        hint=QT_TRANSLATE_NOOP("Deposits", "没有付出,或已经全部收回"),
    ),
)  # fmt: skip
OUTSIDE = (
    Field("day", QT_TRANSLATE_NOOP("Deposits", "退款日期(纸质单据上的)"), FieldKind.DATE, required=True),
    Field("paper_no", QT_TRANSLATE_NOOP("Deposits", "纸质退款单 / 收据号"), required=True, limit=40),
    Field("said_by", QT_TRANSLATE_NOOP("Deposits", "由谁确认"), required=True, limit=60),
    Field("payee", QT_TRANSLATE_NOOP("Deposits", "领款人")),
    Field("deduction", QT_TRANSLATE_NOOP("Deposits", "扣款 元(没有留空)"), FieldKind.MONEY),
    Field("why", QT_TRANSLATE_NOOP("Deposits", "扣款原因和依据"), limit=120),
)  # fmt: skip


def which(label: str, choices: Sequence[Choice]) -> tuple[Field, ...]:
    """Return the question which of several is meant, nothing to ask where there is only one."""
    if len(choices) < 2:
        return ()
    return (
        Field("kind", label, FieldKind.CHOICE, required=True, choices=tuple(choices), default=choices[0].key, span=2),
    )  # fmt: skip
