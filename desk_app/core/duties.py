"""Which two duties on one paper one person may not do both, as data; one check for all (domain.md §1.1)."""

from dataclasses import dataclass

from desk_app.core import settings
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.settings import Settings, Spec


@dataclass(frozen=True)
class Pair:
    """Two duties kept apart: labels are Chinese source text, `held` names where a record keeps who did the first.

    `verbs` are where whoever does the second is checked.
    """

    key: str
    first: str
    second: str
    held: tuple[str, ...]
    verbs: tuple[str, ...]
    setting: Spec[bool] = settings.SEPARATE_DUTIES
    clause: str = "domain.md §1.1"


HANDLER = Pair(
    "handler", QT_TRANSLATE_NOOP("Duties", "经办"), QT_TRANSLATE_NOOP("Duties", "审批"), ("handler_id",),
    (
        "document_prints.agree", "document_prints.apply", "document_prints.correct", "entry_passes.approve",
        "entry_passes.extend", "hot_work_permits.approve", "key_loans.extend", "key_loans.lend",
        "renovation_permits.approve", "renovation_permits.extend",
    ),
)  # fmt: skip
APPLICANT = Pair(
    "applicant", QT_TRANSLATE_NOOP("Duties", "申请打印"), QT_TRANSLATE_NOOP("Duties", "审批"), ("applicant",),
    ("document_prints.apply", "document_prints.correct"),
)  # fmt: skip
VOIDER = Pair(
    "voider", QT_TRANSLATE_NOOP("Duties", "经办、作废"), QT_TRANSLATE_NOOP("Duties", "复核作废"), ("handler_id", "void_by"),
    (
        "document_prints.void", "entry_passes.void", "entry_passes.void_refund", "hot_work_permits.void",
        "key_loans.void", "renovation_permits.void", "renovation_permits.void_refund",
    ),
)  # fmt: skip
SLIP = Pair(
    "slip", QT_TRANSLATE_NOOP("Duties", "放行条经办"), QT_TRANSLATE_NOOP("Duties", "负责人签章、复核作废"), ("handler_id", "void_by"),
    ("release_slips.issue", "release_slips.lead_sign", "release_slips.prepare_and_issue", "release_slips.void"),
    settings.SEPARATE_SLIPS,
)  # fmt: skip
GATE = Pair(
    "gate", QT_TRANSLATE_NOOP("Duties", "放行条开具"), QT_TRANSLATE_NOOP("Duties", "门岗核验"), ("handler_name", "lead_name"),
    ("release_slips.refuse_at_gate",), settings.SEPARATE_GATE,
)  # fmt: skip
MONEY = Pair(
    "money", QT_TRANSLATE_NOOP("Duties", "收款"), QT_TRANSLATE_NOOP("Duties", "审批退款、复核已收款单据的作废"),
    ("taken_by", "fees.who"),
    (
        "entry_passes.note_refunded", "entry_passes.refund", "entry_passes.void", "entry_passes.void_refund",
        "renovation_permits.note_refunded", "renovation_permits.refund", "renovation_permits.void",
        "renovation_permits.void_refund",
    ),
    settings.SEPARATE_MONEY,
)  # fmt: skip
REFUNDER = Pair(
    "refunder", QT_TRANSLATE_NOOP("Duties", "审批退款、付退款"), QT_TRANSLATE_NOOP("Duties", "复核退款作废"),
    ("approver", "paid_by"), ("entry_passes.void_refund", "renovation_permits.void_refund"), settings.SEPARATE_MONEY,
)  # fmt: skip
KEEPER = Pair(
    "keeper", QT_TRANSLATE_NOOP("Duties", "钥匙保管"), QT_TRANSLATE_NOOP("Duties", "盘点、监盘"), ("keeper_name",),
    ("key_counts.start",), settings.SEPARATE_COUNTS, "domain.md §1.1, F07",
)  # fmt: skip
COUNTER = Pair(
    "counter", QT_TRANSLATE_NOOP("Duties", "盘点、监盘"), QT_TRANSLATE_NOOP("Duties", "审核盘点"), ("handler_id", "witness_id"),
    ("key_counts.review",), clause="domain.md §1.1, F07",
)  # fmt: skip
ALONE = Pair(
    "alone", QT_TRANSLATE_NOOP("Duties", "夜班一人兼任"), QT_TRANSLATE_NOOP("Duties", "次日补审"), ("alone_id", "handler_id"),
    ("lone.approve", "lone.object"),
)  # fmt: skip
PAIRS = (HANDLER, APPLICANT, VOIDER, SLIP, GATE, MONEY, REFUNDER, KEEPER, COUNTER, ALONE)


def clash(config: Settings, pair: Pair, second: int | str | None, *first: int | str | None) -> bool:
    """Say whether somebody would do both duties of a pair; people by staff id, or by name where only that is kept."""
    return bool(second) and second in first and config.get(pair.setting)
