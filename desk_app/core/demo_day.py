"""What a register's `demo.py` is given to plan one day of the demo tower."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Archive
    from desk_app.core.declare import Ref

Act = Callable[["Session"], None]
Render = Callable[[Mapping[str, object]], bytes]


class Host(Protocol):
    """A room with who works there."""

    @property
    def room(self) -> Ref:
        """The room, as forms give it."""

    @property
    def people(self) -> Sequence[str]:
        """Names of the people in it."""


class DemoDay(Protocol):
    """One day to be planned. What lies after `until` is not done; `is_today` is the last day of the demo."""

    rng: random.Random
    day: date
    until: datetime
    is_today: bool
    archive: Archive

    @property
    def hosts(self) -> Sequence[Host]:
        """All rooms in use."""

    def plan(self, moment: datetime, act: Act) -> None:
        """Do `act(session)` at this moment, in the name of who is on duty then."""

    def moment(self, hour: int) -> datetime:
        """Return a random minute of an hour of the day."""

    def staff(self, role: str) -> int:
        """Return the id of a member of staff with this role code."""

    def renderer(self, form: str) -> Render:
        """Return the function that draws a shipped form."""
