"""Whoever is named as agreeing confirms it in person, when they are at the same desk (figures/safety.md D8).

A verb asks `confirmed`; a window's unit of work says who confirmed how (`session.info["presence"]`, by staff id).
What is not written from a window, the program's own work and commands, has nobody to ask.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import accounts, audit, settings
from desk_app.core.declare import Choice
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Staff, actor_of

HERE = "here"
WAYS = (
    Choice(HERE, QT_TRANSLATE_NOOP("Presence", "本人在前台,已用 PIN 或密码确认")),
    Choice("paper", QT_TRANSLATE_NOOP("Presence", "本人不在前台,纸上已签字")),
    Choice("phone", QT_TRANSLATE_NOOP("Presence", "本人不在前台,电话同意")),
)


class Unconfirmed(RuleError):
    """Somebody is named who has not confirmed yet: `ask(parent)` lets them, True when they did."""

    def __init__(self, staff: Staff, field: str) -> None:
        text = translate("Presence", "{name} 还没有确认:请本人输入 PIN 或密码。").format(name=staff.name)
        super().__init__(text, field)
        self.staff_id, self.name = staff.id, staff.name
        self.ask: Callable[[Any], bool] | None = None


def confirmed(session: Session, staff: Staff, field: str) -> str:
    """Return how somebody else who is named confirmed, in Chinese for the record; "" where nobody is asked.

    By default whoever set a PIN is asked (setting). Raises Unconfirmed.
    """
    given: Mapping[int, str] | None = session.info.get("presence")
    if given is None or staff.id == actor_of(session).staff_id or not _is_asked(session, staff):
        return ""
    if staff.id not in given:
        raise Unconfirmed(staff, field)
    return next(way.label for way in WAYS if way.key == given[staff.id])


def note(session: Session, staff: Staff, field: str) -> None:
    """Say in the reason of what follows how somebody else who is named confirmed. Raises Unconfirmed."""
    if how := confirmed(session, staff, field):
        audit.add_note(session, f"{staff.name}:{how}")


def _is_asked(session: Session, staff: Staff) -> bool:
    account, who = accounts.of(session, staff.id), settings.get(session, settings.CONFIRMS)
    if account is None or who == "nobody":
        return False
    return bool(account.pin) if who == "pin" else account.state == "ready"
