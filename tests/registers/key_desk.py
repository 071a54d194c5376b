"""What the tests of the key register share: a form that is filled in, and a key on its hook."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from desk_app.core.declare import Ref
from desk_app.core.people import Actor
from desk_app.registers.keys import service
from desk_app.registers.keys.records import Key
from tests.tower import Tower


def form(tower: Tower, keeper: Actor, /, **changes: object) -> dict[str, Any]:
    """Return the form of a vacant room's ring of three."""
    return {
        "code": "A-03-12", "kind": "vacant", "place": Ref(tower.rooms["15-08"], "15-08"), "name": "入户门",
        "pieces": 3, "spare": "main", "source": "developer", "keeper": Ref(keeper.staff_id, keeper.name),
        **changes,
    }  # fmt: skip


def hang(session: Session, tower: Tower, keeper: Actor, /, **changes: object) -> Key:
    """Hang that ring."""
    return service.add(session, form(tower, keeper, **changes))
