"""Build what will be wanted soon, in pieces so small that nobody notices."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

PIECE_SECONDS = 0.008
PAUSE_MS = 12
"""After so much work the window gets this long for everything else."""

LARGE = object()
"""What a work says before a piece that is not small: that one is not done in the same breath as others."""


class Ahead(QObject):
    """Works through what it was given, in order, while the window has nothing else to do.

    A piece of work is an iterator: every `next` does a little and must leave all in a good state.
    """

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._works: list[Iterator[object]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._go_on)

    def add(self, works: Iterable[Iterator[object]]) -> None:
        """Do these as well, after what is waiting."""
        self._works.extend(works)
        self._timer.start()

    def _go_on(self) -> None:
        until = time.perf_counter() + PIECE_SECONDS
        try:
            while self._works and time.perf_counter() < until:
                work = self._works.pop(0)  # taken out first: one that fails is not tried again
                said = next(work, self)
                if said is not self:
                    self._works.insert(0, work)
                if said is LARGE:
                    break
        finally:
            if self._works:
                self._timer.start()
