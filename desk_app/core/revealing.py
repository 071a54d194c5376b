"""Looking at what is masked: who may, for which reason, and a line in the access log each time (domain.md §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk_app.core import access, audit, people, premises, privacy
from desk_app.core.declare import Private, Veiled
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import DESK, Role, verb
from desk_app.core.text import needed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.declare import Field, Register

REASONS = (
    QT_TRANSLATE_NOOP("Privacy", "需联系本人"),
    QT_TRANSLATE_NOOP("Privacy", "核对证件"),
    QT_TRANSLATE_NOOP("Privacy", "紧急事件"),
)
"""What is mostly why; anything else can be typed."""

CONTACT, NUMBER = "privacy.reveal_contact", "privacy.reveal_number"


@dataclass(frozen=True)
class Secret:
    """One masked value of a record: its field, what is shown of it, and what it tells of a person."""

    field: Field
    shown: str
    kind: Private


def secrets_of(session: Session, register: Register, uid: str) -> list[Secret]:
    """Return what a record holds that is shown masked only (classes C2 and C3)."""
    values = register.source.values(session, uid)
    found = []
    for field in register.fields:
        text = values.get(field.key)
        if isinstance(privacy.veil(field, text), Veiled):
            found.append(Secret(field, privacy.shown(field, str(text)), privacy.kind_of(field, text)))
    return found


def may(actor: people.Actor | None, kind: Private) -> bool:
    """Say whether somebody may see such a value in clear, with a reason."""
    name = NUMBER if kind.level == 3 else CONTACT
    return actor is not None and bool(actor.held & people.VERBS[name].roles)


@verb(CONTACT, *DESK, Role.AB)
def contact(
    session: Session, register: Register, uid: str, keys: Sequence[str], *, reason: str
) -> dict[str, str]:
    """Return telephones, plates and the like of one record in clear; RuleError without a reason."""
    return _reveal(session, register, uid, keys, reason, most=2)


@verb(NUMBER, Role.KZ, Role.JL)
def number(
    session: Session, register: Register, uid: str, keys: Sequence[str], *, reason: str
) -> dict[str, str]:
    """Return also the numbers of documents in clear; RuleError without a reason."""
    return _reveal(session, register, uid, keys, reason, most=3)


@verb("privacy.reveal_roster", *DESK, Role.AB)
def roster(session: Session, uid: str, *, reason: str) -> dict[str, str]:
    """Return the telephones of a room's owners, users and their people in clear, by customer and name; noted."""
    why = _why(session, reason)
    room = session.scalars(select(premises.Room).where(premises.Room.uid == uid)).one()
    customers = [relation.customer for relation in premises.current(session, room.id)]
    found = {one.name: one.phone for one in customers if one.phone}
    for one in customers:
        found |= {f"{one.name} {p.name}": p.phone for p in premises.contacts(session, one.id) if p.phone}
    access.note(
        session, access.Kind.REVEAL, entity="premises", uid=uid, no=room.name, reason=why, count=len(found)
    )
    return found


def reveal(
    session: Session, register: Register, uid: str, keys: Sequence[str], *, reason: str
) -> dict[str, str]:
    """Return fields of one record in clear, by the right that the strictest of them asks for."""
    fields = [register.field(key) for key in keys]
    strict = any(field.private.level == 3 for field in fields)
    if not strict and any(field.private is Private.NO for field in fields):
        values = register.source.values(session, uid)
        strict = any(privacy.kind_of(field, values.get(field.key)).level == 3 for field in fields)
    return (number if strict else contact)(session, register, uid, keys, reason=reason)


def _reveal(
    session: Session, register: Register, uid: str, keys: Sequence[str], reason: str, most: int
) -> dict[str, str]:
    why = _why(session, reason)
    values = register.source.values(session, uid)
    kinds = {field.key: privacy.kind_of(field, values.get(field.key)) for field in register.fields}
    asked = [one for one in register.fields if one.key in keys and 2 <= kinds[one.key].level <= most]
    found = {field.key: str(values.get(field.key) or "") for field in asked}
    labels = " ".join(field.label.partition("(")[0] for field in asked)
    access.note(
        session, access.Kind.REVEAL, entity=register.key, uid=uid, no=audit.number_of(session, uid), reason=why,
        conditions=labels, count=len(found),
    )  # fmt: skip
    return found


def _why(session: Session, reason: str) -> str:
    """Return the reason; RuleError without one, and for whoever sees no personal data by their post."""
    missing = translate("Privacy", "请写明为什么要看,例如「需联系本人」。")
    why = needed(reason, missing, limit=120, field="reason")
    if not people.sees_personal(people.actor_of(session)):
        raise RuleError(translate("Privacy", "系统管理员不看个人信息,请由客服主管查看。"))
    return why
