"""Approvals in order: who must agree before a permit may be issued, and who did.

The desk notes what was signed on paper: a stage is agreed to (or refused) by a named member of staff,
in the declared order, never by the person who handles the record (domain.md §1.1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, duties, presence, settings
from desk_app.core.errors import RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import ROLE_LABELS, Role, Staff
from desk_app.core.records import Audited, Base, Numbered, length
from desk_app.core.text import clean


@dataclass(frozen=True)
class Stage:
    """One approval. `label` is Chinese source text of the register's context, `clause` where it comes from."""

    key: str
    label: str
    roles: tuple[Role, ...]
    clause: str


class Approval(Audited, Base):
    """What one person decided about one record; taken back when the record is changed afterwards."""

    __tablename__ = "approval"
    __table_args__ = (length("note", 200),)

    entity: Mapped[str]
    record_uid: Mapped[str] = mapped_column(index=True)
    stage: Mapped[str]
    staff_id: Mapped[int]
    name: Mapped[str]
    agreed: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn: Mapped[bool] = mapped_column(default=False)

    @property
    def history_uid(self) -> str:
        """File an approval under its record."""
        return self.record_uid


def given(session: Session, uid: str) -> list[Approval]:
    """Return what was decided about a record and still stands, oldest first."""
    query = select(Approval).where(Approval.record_uid == uid, Approval.withdrawn.is_(False))
    return list(session.scalars(query.order_by(Approval.id)))


def waiting(session: Session, uid: str, chain: Sequence[Stage]) -> Stage | None:
    """Return the first stage nobody has agreed to yet, None when all have."""
    return waiting_of(session, [uid], chain)[uid]


def waiting_of(session: Session, uids: Sequence[str], chain: Sequence[Stage]) -> Mapping[str, Stage | None]:
    """Return the stage that is waiting for each of some records, read at once."""
    query = select(Approval.record_uid, Approval.stage).where(
        Approval.record_uid.in_(uids), Approval.withdrawn.is_(False), Approval.agreed.is_(True)
    )
    agreed = {(uid, stage) for uid, stage in session.execute(query)} if uids else set()
    return {uid: next((stage for stage in chain if (uid, stage.key) not in agreed), None) for uid in uids}


def record(
    session: Session,
    target: Numbered,
    chain: Sequence[Stage],
    *,
    staff_id: int | None,
    context: str,
    note: str = "",
    agreed: bool = True,
    at_desk: bool = True,
) -> Approval:
    """Note the decision about the stage that is waiting; called inside a verb of the register.

    Whoever is `at_desk` confirms it in person (core/presence.py). Raises Unconfirmed while they have not.

    RuleError (field "approver" or "note") when nothing waits, nobody is named, the person has not the role,
    handles the record himself, or refuses without saying why.
    """
    stage = waiting(session, target.uid, chain)
    if stage is None:
        raise RuleError(translate("Approvals", "各级审批都已完成,不需要再审。"))
    label = translate(context, stage.label)
    staff = session.get(Staff, staff_id) if staff_id else None
    if staff is None or not staff.active:
        text = translate("Approvals", "现在等「{stage}」:请选择由谁审批({roles})。")
        raise RuleError(text.format(stage=label, roles=_roles(stage)), "approver")
    if not staff.held.intersection(stage.roles):
        text = translate("Approvals", "{name}不能作「{stage}」,须由{roles}审批。")
        raise RuleError(text.format(name=staff.name, stage=label, roles=_roles(stage)), "approver")
    if duties.clash(settings.load(session), duties.HANDLER, staff.id, target.handler_id):
        text = translate("Approvals", "{name}是本单经办人,不能自己审批,请由另一人审批。")
        raise RuleError(text.format(name=staff.name), "approver")
    said = clean(note, limit=200, field="note")
    if not agreed and not said:
        raise RuleError(translate("Approvals", "不同意须写明理由。"), "note")
    how = presence.confirmed(session, staff, "approver") if at_desk else ""
    said = "; ".join(filter(None, (said, how)))
    approval = Approval(
        entity=target.history_entity, record_uid=target.uid, stage=stage.key, staff_id=staff.id,
        name=staff.name, agreed=agreed, note=said,
    )  # fmt: skip
    session.add(approval)
    session.flush()
    return approval


def withdraw_all(session: Session, uid: str) -> None:
    """Take every decision about a record back: it was changed, so all is asked anew."""
    for approval in given(session, uid):
        approval.withdrawn = True


def _roles(stage: Stage) -> str:
    return listed(translate("People", ROLE_LABELS[role]) for role in stage.roles)
