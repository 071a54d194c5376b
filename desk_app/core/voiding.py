"""What a voiding takes in every register: a reason, and who reviewed it (domain.md §1.5③).

Within the shift a lead reviews, afterwards a supervisor or the manager; never the person who voids or who
handled it, except where one person is alone at night and says so. The record keeps kind, note, reviewer, who and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import audit, clock, duties, lone, presence, settings, shifts
from desk_app.core.declare import Choice, label_of
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import translate
from desk_app.core.people import LEADS, Role, Staff, actor_of, at_work
from desk_app.core.text import clean

SUPERVISORS = frozenset({Role.KZ, Role.JL})


@dataclass(frozen=True)
class Voiding:
    """Everything that is asked about a voiding; `approver_is_actor` where that may not be.

    `lone` says whether one person may do it alone, being alone on duty at night.
    """

    kind: str
    note: str = ""
    approver: str = ""
    approver_roles: frozenset[Role] = frozenset()
    approver_is_actor: bool = False
    same_shift: bool = True
    lone: bool = False
    taker: bool = False
    handled: bool = False
    reviewer: Staff | None = None


def asked(
    session: Session,
    *,
    kind: str,
    note: str,
    approver_id: int | None,
    since: datetime | None,
    pair: duties.Pair = duties.VOIDER,
    may_be_lone: bool = False,
    takers: Sequence[str] = (),
    handler_id: int | None = None,
) -> Voiding:
    """Return what is asked about voiding a record that was made `since`; RuleError for a note that is too long.

    `takers` are the names of who took money for it, `handler_id` is who handled it.
    """
    config, approver = settings.load(session), at_work(session, approver_id)
    now = shifts.current(config)
    return Voiding(
        kind, clean(note, limit=120, field="note"),
        approver.name if approver else "", approver.held if approver else frozenset(),
        approver is not None and duties.clash(config, pair, approver.id, actor_of(session).staff_id),
        now.start == shifts.current(config, since).start, may_be_lone and lone.is_alone(session),
        approver is not None and duties.clash(config, duties.MONEY, approver.name, *takers),
        approver is not None and duties.clash(config, pair, approver.id, handler_id), approver,
    )  # fmt: skip


def wrong(case: Voiding, reasons: Sequence[Choice], unfit: str = "") -> list[RuleError]:
    """Return what a voiding lacks; `unfit` says why its reviewer will not do for the register's own reasons."""
    found = []
    if not label_of(reasons, case.kind):
        found.append(RuleError(translate("Voiding", "请选择作废原因。"), "reason"))
    elif case.kind == "other" and not case.note:
        found.append(RuleError(translate("Voiding", "原因选了「其他」,请写明。"), "note"))
    sentence = unfit if case.approver and unfit else _unfit_reviewer(case)
    if sentence:
        found.append(RuleError(sentence.format(name=case.approver), "approver"))
    return found


def _unfit_reviewer(case: Voiding) -> str:
    if not case.approver:
        return translate("Voiding", "请选择复核人。")
    if case.same_shift and not case.approver_roles.intersection(LEADS):
        return translate("Voiding", "{name} 不能复核:同班作废由当班负责人复核。")
    if not case.same_shift and not case.approver_roles & SUPERVISORS:
        return translate("Voiding", "{name} 不能复核:跨班作废由客服主管或经理复核。")
    if case.taker:
        return translate("Voiding", "{name} 是收款人,不能复核已收款单据的作废,请改选。")
    if not case.approver_is_actor:
        return handler_reviews() if case.handled else ""
    if not case.lone:
        return translate("Voiding", "作废须由另一人复核,请改选。")
    return "" if case.note else translate("Voiding", "作废须由另一人复核;夜班一人值守请写明说明。")


def handler_reviews() -> str:
    """Return what is said when whoever handled a record would review its voiding."""
    return translate("Voiding", "{name} 是本单经办人,不能复核它的作废,请改选。")


def keep(
    session: Session,
    record: Any,
    reasons: Sequence[Choice],
    kind: str,
    note: str,
    reviewer: Staff | None = None,
) -> None:
    """Keep in a record (and its history) why, by whom and when it was made void, and who reviewed that.

    The reviewer confirms it in person. Raises Unconfirmed while they have not.
    """
    audit.note(session, ":".join(filter(None, (label_of(reasons, kind), note))))
    if reviewer is not None:
        presence.note(session, reviewer, "approver")
    record.void_kind, record.void_reason = kind, note
    record.void_approver = reviewer.name if reviewer else ""
    record.void_by, record.void_at = actor_of(session).name, clock.now()


def void(
    session: Session,
    record: Any,
    reasons: Sequence[Choice],
    *,
    kind: str,
    note: str,
    approver_id: int | None,
    since: datetime | None,
    pair: duties.Pair = duties.VOIDER,
    may_be_lone: bool = False,
) -> Voiding:
    """Ask what a voiding takes, and keep it in its record once nothing is wrong with it; FieldErrors else."""
    case = asked(
        session, kind=kind, note=note, approver_id=approver_id, since=since, pair=pair, may_be_lone=may_be_lone,
        handler_id=record.handler_id,
    )  # fmt: skip
    raise_first(wrong(case, reasons))
    keep(session, record, reasons, kind, case.note, case.reviewer)
    return case
