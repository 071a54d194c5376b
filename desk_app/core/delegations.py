"""Roles lent for some days: who lends what to whom, why, and who allowed it (domain.md §1.1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import clock, presence, settings
from desk_app.core.errors import RuleError, raise_first
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Delegation, Role, Staff, actor_of, at_work, verb
from desk_app.core.settings import Kind, Spec
from desk_app.core.text import clean

MOST_DAYS = Spec(
    "delegation.days", QT_TRANSLATE_NOOP("Settings", "一次授权最多"), Kind.NUMBER, 30, "domain.md §1.1",
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=1, most=366,
)  # fmt: skip


@verb("delegations.lend", Role.JL, Role.KZ)
def lend(
    session: Session,
    from_id: int | None,
    to_id: int | None,
    *,
    roles: Iterable[Role],
    first: date | None,
    last: date | None,
    reason: str,
) -> Delegation:
    """Lend roles of one person to another from `first` to `last`, both included; errors are given all at once."""
    giver, taker, chosen = at_work(session, from_id), at_work(session, to_id), sorted(set(roles))
    said = clean(reason, limit=200, field="reason")
    errors = _wrong_people(giver, taker, chosen) + _wrong_days(session, first, last)
    if not said:
        errors.append(RuleError(translate("Delegations", "请写明授权原因。"), "reason"))
    raise_first(errors)
    assert giver is not None and taker is not None and first is not None and last is not None
    presence.note(session, giver, "giver")
    row = Delegation(
        from_id=giver.id, to_id=taker.id, roles=" ".join(chosen), first=first, last=last, reason=said,
        by_name=actor_of(session).name,
    )  # fmt: skip
    session.add(row)
    return row


@verb("delegations.end", Role.JL, Role.KZ)
def end(session: Session, delegation_id: int) -> Delegation:
    """End what was lent before its last day."""
    row = session.get_one(Delegation, delegation_id)
    if row.ended_at is not None or row.last < clock.today():
        raise RuleError(translate("Delegations", "这项授权已经结束。"))
    row.ended_at = clock.now()
    return row


def listed(session: Session) -> list[Delegation]:
    """Return what was lent, the newest first."""
    return list(session.scalars(select(Delegation).order_by(Delegation.id.desc())))


def state(row: Delegation) -> str:
    """Return "coming", "running" or "over"."""
    today = clock.today()
    if row.ended_at is not None or row.last < today:
        return "over"
    return "running" if row.first <= today else "coming"


def _wrong_people(giver: Staff | None, taker: Staff | None, roles: list[Role]) -> list[RuleError]:
    errors = []
    if giver is None:
        errors.append(RuleError(translate("Delegations", "请从在职人员中选择授权人。"), "giver"))
    if taker is None:
        errors.append(RuleError(translate("Delegations", "请从在职人员中选择被授权人。"), "taker"))
    elif giver is not None and taker.id == giver.id:
        errors.append(RuleError(translate("Delegations", "授权人和被授权人不能是同一人。"), "taker"))
    if not roles:
        errors.append(RuleError(translate("Delegations", "请至少选择一个岗位。"), "giver"))
    elif giver is not None and set(roles) - giver.role_set:
        errors.append(
            RuleError(
                translate("Delegations", "{name}没有这个岗位,不能授出。").format(name=giver.name), "giver"
            )
        )
    if Role.XG in roles:
        errors.append(RuleError(translate("Delegations", "系统管理员不能授权给别人,请另设管理员。"), "giver"))
    return errors


def _wrong_days(session: Session, first: date | None, last: date | None) -> list[RuleError]:
    if first is None or last is None:
        return [RuleError(translate("Delegations", "请填写起止日期。"), "first" if first is None else "last")]
    most = settings.get(session, MOST_DAYS)
    if first < clock.today():
        return [RuleError(translate("Delegations", "授权不能从过去开始。"), "first")]
    if not first <= last < first + timedelta(days=most):
        sentence = translate("Delegations", "止日须在起日之后,一次最多 {days} 天。")
        return [RuleError(sentence.format(days=most), "last")]
    return []
