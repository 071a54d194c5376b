"""What all registers say of the day - counts and what is due - with each register read once a write or a minute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desk_app.core import clock
from desk_app.core.declare import Due
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk

FAR = clock.at(date(2099, 1, 1))


class Board:
    """Tabs, cards, the list of 今日 and the alarm ask here; nothing is read twice for them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counts: tuple[object, dict[str, Mapping[str, int]]] = (None, {})
        self._due: tuple[object, list[tuple[str, Due]]] = (None, [])

    @property
    def stamp(self) -> object:
        """What was read is good as long as this stays the same: nobody wrote and it is the same minute."""
        return self._desk.db.revision, f"{clock.local(clock.now()):%Y-%m-%d %H:%M}"

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return the counts by view of every register that has pills."""
        stamp = self.stamp
        if self._counts[0] != stamp:
            with self._desk.read() as session:
                registers = [register for room in REGISTERS if (register := room.register()).pills]
                self._counts = stamp, {one.key: one.source.counts(session) for one in registers}
        return self._counts[1]

    def due(self) -> Sequence[tuple[str, Due]]:
        """Return (register key, what is due) in order of time; what has no time comes last."""
        stamp = self.stamp
        if self._due[0] != stamp:
            with self._desk.read() as session:
                found = [(room.key, due) for room in REGISTERS for due in room.register().source.due(session)]
            found.sort(key=lambda pair: (pair[1].at or FAR, pair[1].title))
            self._due = stamp, found
        return self._due[1]
