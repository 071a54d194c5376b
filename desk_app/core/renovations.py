"""What the whole house may know about a renovation permit: where, for whom, from when to when, in force or not.

Entry passes, hot work and the goods gate ask here; only registers/renovation_permits writes (domain.md F12).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import search
from desk_app.core.declare import Ref, Suggestion
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.records import Audited, Base, Order, Private, length, one_of
from desk_app.core.text import clean

STATE_LABELS = {
    "valid": QT_TRANSLATE_NOOP("Renovations", "有效"),
    "suspended": QT_TRANSLATE_NOOP("Renovations", "停工"),
    "ended": QT_TRANSLATE_NOOP("Renovations", "已失效"),
}


class RenovationPermit(Audited, Base):
    """One permit. `record_uid` is the application's; `ends` the last day on which work is permitted."""

    __tablename__ = "renovation_permit"
    ORDER: ClassVar[Order] = (("starts", "ends"),)
    __table_args__ = (
        one_of("state", *STATE_LABELS),
        length("no", 30),
        Index("ix_renovation_permit_open", "state", "ends"),
    )

    no: Mapped[str] = mapped_column(unique=True)
    record_uid: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    place: Mapped[str]
    customer: Mapped[str] = mapped_column(default="")
    org: Mapped[str]
    foreman: Mapped[str]
    phone: Mapped[str] = mapped_column(Private, default="")
    starts: Mapped[date]
    ends: Mapped[date]
    hours: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    @property
    def history_uid(self) -> str:
        """File the permit under its application."""
        return self.record_uid


def by_number(session: Session, no: str) -> RenovationPermit | None:
    """Return the permit with this number, None when there is none."""
    wanted = clean(no, limit=30).upper()
    return session.scalars(select(RenovationPermit).where(RenovationPermit.no == wanted)).one_or_none()


def of_record(session: Session, record_uid: str) -> RenovationPermit | None:
    """Return the permit issued on an application, None before it is issued."""
    return session.scalars(
        select(RenovationPermit).where(RenovationPermit.record_uid == record_uid)
    ).one_or_none()


def refusal(session: Session, no: str, day: date) -> str:
    """Return why nothing can be issued under permit `no` on `day`, "" when it is in force."""
    permit = by_number(session, no)
    if permit is None:
        text = translate("Renovations", "没有装修许可证 {no}。请从列表中选择,或先办装修许可证。")
        return text.format(no=clean(no, limit=30))
    if permit.state != "valid":
        text = translate("Renovations", "装修许可证 {no} {state}({reason}),不能据此办证。")
        state = translate("Renovations", STATE_LABELS[permit.state])
        return text.format(no=permit.no, state=state, reason=permit.reason or "—")
    if not permit.starts <= day <= permit.ends:
        text = translate("Renovations", "装修许可证 {no} 的期限是 {starts} 至 {ends},{day} 不在期内。")
        return text.format(
            no=permit.no, starts=permit.starts.isoformat(), ends=permit.ends.isoformat(), day=day.isoformat()
        )
    return ""


def suggest(session: Session, text: str, _values: Mapping[str, object]) -> Sequence[Suggestion]:
    """Offer the permits in force by number, place, customer or contractor; picking one fills what it knows."""
    query = select(RenovationPermit).where(RenovationPermit.state == "valid")
    found = [
        permit
        for permit in session.scalars(query.order_by(RenovationPermit.id.desc()))
        if not text.strip()
        or search.matches(text, permit.place, permit.customer, permit.org, permit.foreman)
        or text.strip().upper() in permit.no
    ]
    return [_offer(permit) for permit in found[:8]]


def _offer(permit: RenovationPermit) -> Suggestion:
    detail = " · ".join((permit.place, permit.org, f"~{permit.ends:%m-%d}"))
    return Suggestion(permit.no, detail, permit.no, fills(permit))


def fills(permit: RenovationPermit) -> dict[str, object]:
    """Return what a permit tells a form that is filled in under it, by the forms' field keys."""
    return {
        "org": permit.org, "place": permit.place, "room": Ref(permit.room_id, permit.place),
        "phone": permit.phone, "site_lead": permit.foreman, "guarantor": permit.foreman,
    }  # fmt: skip
