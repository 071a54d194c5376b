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
    """A room with who works there; `owner_phones` are (whose, number) on file."""

    @property
    def room(self) -> Ref:
        """The room, as forms give it."""

    @property
    def people(self) -> Sequence[str]:
        """Names of the people in it."""

    @property
    def signatories(self) -> Sequence[str]:
        """Those of them who may sign for the customer."""

    @property
    def owner_phones(self) -> Sequence[tuple[str, str]]:
        """(whose, number) of the owner as the roster has them."""


class Guest(Protocol):
    """Somebody who comes, perhaps again and again."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def org(self) -> str:
        """The company, often none."""

    @property
    def phone(self) -> str:
        """A mobile number."""

    @property
    def plate(self) -> str:
        """The car's plate, mostly none."""


class DemoDay(Protocol):
    """One day to be planned for one register; the rooms know nothing of each other's plans.

    Plan in any order: steps are done by their minute, over all registers together, and a step may plan later
    ones. What lies after `until` is not done. `is_first` is the demo's first day: what must be there before the
    work begins (keys in the cabinet, a permit that runs) is planned there, early in the morning. `is_today` is the
    last: leave the desk as one finds it in the middle of a day. `workday` is off on Saturday and Sunday. `rng` is
    this register's own for this day, so that a new register does not change the others' data.
    """

    rng: random.Random
    day: date
    until: datetime
    is_first: bool
    is_today: bool
    workday: bool
    archive: Archive

    @property
    def hosts(self) -> Sequence[Host]:
        """All rooms in use."""

    @property
    def guests(self) -> Sequence[Guest]:
        """People who come to the building."""

    def plan(self, moment: datetime, act: Act, *, role: str = "") -> None:
        """Do `act(session)` at this moment, in the name of who is on duty then, or of somebody with `role`."""

    def moment(self, hour: int) -> datetime:
        """Return a random minute of an hour of the day."""

    def staff(self, role: str) -> int:
        """Return the id of a member of staff with this role code."""

    def member(self, role: str) -> Ref:
        """Return the same person as a STAFF field gives it."""

    def renderer(self, form: str) -> Render:
        """Return the function that draws a shipped form."""

    def person(self) -> str:
        """Return an invented name."""

    def mobile(self) -> str:
        """Return an invented mobile number."""


Plan = Callable[[DemoDay], None]
"""What a room's demo.py offers as `plan`."""
