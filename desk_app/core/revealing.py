"""Looking at what is masked: who may, for which reason, and a line in the access log each time (domain.md §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.core import access, audit, people, privacy
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import DESK, Role, verb
from desk_app.core.text import clean

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
    """One masked value of a record: its field, and the mask."""

    field: Field
    shown: str


def secrets_of(session: Session, register: Register, uid: str) -> list[Secret]:
    """Return what a record holds that is shown masked only (classes C2 and C3)."""
    values = register.source.values(session, uid)
    found = []
    for field in register.fields:
        text = values.get(field.key)
        if (
            field.private.level >= 2
            and isinstance(text, str)
            and text
            and not privacy.is_masked(field.private, text)
        ):
            found.append(Secret(field, privacy.mask(field.private, text)))
    return found


def right_for(field: Field) -> str:
    """Return the verb that shows a field in clear."""
    return NUMBER if field.private.level == 3 else CONTACT


def may(actor: people.Actor | None, field: Field) -> bool:
    """Say whether somebody may see a field in clear, with a reason."""
    return actor is not None and bool(actor.held & people.VERBS[right_for(field)].roles)


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


def reveal(
    session: Session, register: Register, uid: str, keys: Sequence[str], *, reason: str
) -> dict[str, str]:
    """Return fields of one record in clear, by the right that the strictest of them asks for."""
    strict = any(register.field(key).private.level == 3 for key in keys)
    return (number if strict else contact)(session, register, uid, keys, reason=reason)


def _reveal(
    session: Session, register: Register, uid: str, keys: Sequence[str], reason: str, most: int
) -> dict[str, str]:
    why = clean(reason, limit=120, field="reason")
    if not why:
        raise RuleError(translate("Privacy", "请写明为什么要看,例如「需联系本人」。"), "reason")
    actor = people.actor_of(session)
    if not people.sees_personal(actor):
        raise RuleError(translate("Privacy", "系统管理员不看个人信息,请由客服主管查看。"))
    values = register.source.values(session, uid)
    asked = [field for field in register.fields if field.key in keys and 2 <= field.private.level <= most]
    found = {field.key: str(values.get(field.key) or "") for field in asked}
    labels = " ".join(field.label.partition("(")[0] for field in asked)
    access.note(
        session, access.Kind.REVEAL, entity=register.key, uid=uid, no=audit.number_of(session, uid), reason=why,
        conditions=labels, count=len(found),
    )  # fmt: skip
    return found
