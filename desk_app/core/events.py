"""What happens to the program itself and belongs into the history: taken over, clock turned, data put back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk_app.core import audit, clock, people
from desk_app.core.records import new_uid

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ENTITY = "program"


def note(session: Session, what: str, facts: Mapping[str, object]) -> None:
    """File one event in the name of the program itself; no member of staff asks for it, so it is no verb."""
    told = audit.Told(
        clock.now(), f"program.{what}", ENTITY, new_uid(), "", {k: (None, v) for k, v in facts.items()}
    )
    audit.append_many(session, people.actor_of(session), [told])
