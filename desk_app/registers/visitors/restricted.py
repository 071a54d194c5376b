"""Restricted visitors (限制来访): who is met by a sentence at the desk, on what ground, by whose word, until when.

No blacklist (domain.md §4.2-5): each has a legal basis, an end and the manager's approval, can be appealed, and is
de-identified when it is over. A match is a whole field: the number of a document by its mark (core/blind.py), or name
and organisation together; never a part of one. Nobody is refused by the program: the desk is told what to do.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import access, blind, clock, identity, numbering, settings, shifts, store
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role, actor_of, verb
from desk_app.core.records import Audited, Base, Numbered, Order, length, one_of
from desk_app.core.text import clean
from desk_app.registers.visitors import rules

PREFIX = "XZ"
STATES = {
    "asked": QT_TRANSLATE_NOOP("Restricted", "待批准"),
    "active": QT_TRANSLATE_NOOP("Restricted", "有效"),
    "refused": QT_TRANSLATE_NOOP("Restricted", "未批准"),
    "ended": QT_TRANSLATE_NOOP("Restricted", "已解除"),
}
OVER = QT_TRANSLATE_NOOP("Restricted", "已到期")
ASKERS = (Role.DB, Role.KZ, Role.JL, Role.AB)


class Restriction(Numbered, Base):
    """One decision; `ends` is its last day."""

    __tablename__ = "visit_restriction"
    ORDER: ClassVar[Order] = (("starts", "ends"),)
    __table_args__ = (
        one_of("state", *STATES),
        length("name", 60),
        length("basis", 200),
        CheckConstraint("ends >= starts", name="ends_after_it_starts"),
        CheckConstraint("state <> 'active' OR approver_id IS NOT NULL", name="active_is_approved"),
        CheckConstraint("approver_id IS NULL OR approver_id <> handler_id", name="two_people"),
    )
    SECRET: ClassVar[frozenset[str]] = frozenset({"id_mark"})
    UNTOLD: ClassVar[frozenset[str]] = Audited.UNTOLD | {"approver_id"}

    day: Mapped[date]
    name: Mapped[str]
    org: Mapped[str] = mapped_column(default="")
    id_kind: Mapped[str] = mapped_column(default="")
    id_mark: Mapped[str] = mapped_column(default="")
    reason: Mapped[str]
    basis: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]
    approver_id: Mapped[int | None]
    approver_name: Mapped[str] = mapped_column(default="")
    appeal: Mapped[str] = mapped_column(default="")
    end_note: Mapped[str] = mapped_column(default="")

    @property
    def shown_state(self) -> str:
        """What it is today, translated."""
        if self.state == "active" and self.ends < clock.today():
            return translate("Restricted", OVER)
        return translate("Restricted", STATES[self.state])


@verb("visitors.restrict", *ASKERS)
def ask(session: Session, values: Mapping[str, Any]) -> Restriction:
    """Ask for a restriction; RuleError names the field: whole name, a number or an organisation, ground, basis, end."""
    name, org = (clean(str(values.get(key) or ""), limit=60, field=key) for key in ("name", "org"))
    if (refused := identity.without_kind(values)) is not None:
        raise refused
    mark = blind.id_mark(session, str(values.get("id_kind") or ""), str(values.get("id_no") or ""))
    said = {key: clean(str(values.get(key) or ""), limit=200, field=key) for key in ("reason", "basis")}
    ends = values.get("ends")
    _require(session, name, org, mark, said, ends)
    assert isinstance(ends, date)
    actor = actor_of(session)
    row = Restriction(
        no=numbering.take(session, PREFIX), state="asked", day=clock.today(), handler_id=actor.staff_id,
        handler_name=actor.name, shift=shifts.current(settings.load(session)).label, name=name, org=org,
        id_kind=str(values.get("id_kind") or "") if mark else "", id_mark=mark, starts=clock.today(), ends=ends, **said,
    )  # fmt: skip
    session.add(row)
    return row


def _require(session: Session, name: str, org: str, mark: str, said: Mapping[str, str], ends: object) -> None:
    most = settings.get(session, rules.RESTRICT_DAYS)
    if not name:
        raise RuleError(translate("Restricted", "请填写姓名全名。"), "name")
    if not mark and not org:
        raise RuleError(translate("Restricted", "同名的人很多:请填证件号码,或填单位全称。"), "org")
    if not said["reason"]:
        raise RuleError(translate("Restricted", "请写明事实与理由。"), "reason")
    if not said["basis"]:
        raise RuleError(translate("Restricted", "请写明依据(法规、公函、业户书面要求)。"), "basis")
    if not isinstance(ends, date) or not clock.today() <= ends <= clock.today() + timedelta(days=most):
        text = translate("Restricted", "请填写到期日,最长 {days} 天。")
        raise RuleError(text.format(days=most), "ends")


@verb("visitors.approve_restriction", Role.JL)
def decide(session: Session, uid: str, *, agreed: bool) -> Restriction:
    """Approve or refuse; never by who asked for it."""
    row = _in_state(session, uid, "asked")
    actor = actor_of(session)
    if actor.staff_id == row.handler_id:
        raise RuleError(translate("Restricted", "{name}是申请人,不能自己批准。").format(name=actor.name))
    row.state, row.approver_id, row.approver_name = (
        "active" if agreed else "refused",
        actor.staff_id,
        actor.name,
    )
    return row


@verb("visitors.note_appeal", Role.KZ, Role.JL)
def note_appeal(session: Session, uid: str, *, said: str) -> Restriction:
    """Note what the person says against it, and the answer."""
    row = find(session, uid)
    row.appeal = clean(said, limit=400, multiline=True, field="said")
    if not row.appeal:
        raise RuleError(translate("Restricted", "请写明申诉内容与答复。"), "said")
    return row


@verb("visitors.end_restriction", Role.JL)
def end(session: Session, uid: str, *, note: str) -> Restriction:
    """End a restriction before its day."""
    row = _in_state(session, uid, "active")
    row.end_note = clean(note, limit=200, field="note")
    if not row.end_note:
        raise RuleError(translate("Restricted", "请写明为什么解除。"), "note")
    row.state, row.ends = "ended", max(row.starts, min(row.ends, clock.today()))
    return row


_IN_FORCE = (
    "SELECT id, id_mark, name, org FROM visit_restriction "
    "WHERE state = 'active' AND starts <= ? AND ends >= ? AND purged = 0 ORDER BY id"
)
"""Whom to look out for: asked with every registration."""


def matching(session: Session, values: Mapping[str, Any]) -> Restriction | None:
    """Return the restriction in force that is about somebody: the whole number, or the whole name and organisation."""
    today = clock.today()
    mark = blind.id_mark(session, str(values.get("id_kind") or ""), str(values.get("id_no") or ""))
    name, org = _whole(values.get("name")), _whole(values.get("org"))
    for number, marked, *person in store.run(session, _IN_FORCE, today.isoformat(), today.isoformat()):
        is_same = name and org and [name, org] == [_whole(part) for part in person]
        if is_same or (mark and marked == mark):
            return session.get(Restriction, number)
    return None


def doubt(session: Session, values: Mapping[str, Any], reasons: Mapping[str, str]) -> Doubt | None:
    """Return the sentence for the desk when a restricted visitor registers; None once it says what was done."""
    found = matching(session, values)
    if found is None:
        return None
    done = reasons.get("name")
    if done:
        access.note(
            session, access.Kind.QUERY, entity="visitors", uid=found.uid, no=found.no or "", reason=done
        )
        return None
    text = translate(
        "Restricted",
        "限制来访 {no}(依据:{basis};至 {ends},{approver}批准):请礼貌告知,本人可以申诉;通知当班负责人到场,"
        "不要拦阻争执。请写明通知了谁、怎样处理,再保存。",
    )
    met = ("visitors", found.uid, found.no or "")
    told = text.format(no=found.no, basis=found.basis, ends=found.ends, approver=found.approver_name)
    return Doubt(told, "name", met)


def everything(session: Session) -> list[Restriction]:
    """Return all that are not over and cleared, the newest first."""
    return list(
        session.scalars(select(Restriction).where(Restriction.purged == 0).order_by(Restriction.id.desc()))
    )


def find(session: Session, uid: str) -> Restriction:
    """Return one restriction."""
    return session.scalars(select(Restriction).where(Restriction.uid == uid)).one()


def _in_state(session: Session, uid: str, state: str) -> Restriction:
    row = find(session, uid)
    if row.state != state:
        text = translate("Restricted", "{no} 现在是「{state}」,不能这样办。")
        raise RuleError(text.format(no=row.no, state=row.shown_state))
    return row


def _whole(text: object) -> str:
    """Return a field as it is compared: all of it, whatever its width, case and blanks."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).casefold().split())
