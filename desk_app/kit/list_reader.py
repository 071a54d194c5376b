"""Read the ids of a list into its table without holding the window: a long list first in part, the rest from a thread."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.core.declare import Register
from desk_app.kit.background import Progress, ThreadJob, run
from desk_app.kit.desk import Desk
from desk_app.kit.record_model import place_of
from desk_app.kit.record_table import RecordTable

FIRST_IDS = 100
"""Ids that are read at once: more than a screen shows, read in no time."""

SOON = 40
"""Milliseconds until the rest is read: what is on the screen is painted first, and who types on starts nothing."""


class ListReader(QObject):
    """Keeps one table filled. `found(view, record id)`: what was looked for stands in that view, now shown."""

    found = Signal(str, int)
    missed = Signal(int)

    def __init__(self, desk: Desk, register: Register, table: RecordTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._register = register
        self._table = table
        self._head: array[int] = array("q")
        self._shown = ("", "")
        self._unread = False
        self._reading: ThreadJob[array[int]] | None = None
        self._seeking: ThreadJob[tuple[str, array[int]]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._read_rest)

    @property
    def is_reading(self) -> bool:
        """Tell whether a thread reads for the list, or will soon."""
        return self._soon.isActive() or self._reading is not None or self._seeking is not None

    def fill(self, view: str, text: str) -> None:
        """Show the ids of a view and a filter; what a long list showed already stays until the rest is read."""
        head = self._read(view, text, FIRST_IDS)
        before = self._table.natural_ids()
        if self._shown != (view, text):
            before, self._seeking = head, None
        self._head, self._shown = head, (view, text)
        self._unread = len(head) == FIRST_IDS
        self._table.set_ids(continued(head, before) if self._unread else head, bool(text))
        self._soon.start()

    def seek(self, record_id: int) -> bool:
        """Look for a record in all views; False when there is none. A long view is looked through in a thread."""
        long = []
        for view in self._register.views:
            head = self._read(view.key, "", FIRST_IDS)
            if record_id in head:
                self.fill(view.key, "")
                self.found.emit(view.key, record_id)
                return True
            if len(head) == FIRST_IDS:
                long.append(view.key)
        if long:
            self._seek_in(long, record_id)
        return bool(long)

    def _read(self, view: str, text: str, limit: int | None = None) -> array[int]:
        with self._desk.read() as session:
            return self._register.source.ids(session, view, text, limit)

    def _read_rest(self) -> None:
        """Read what is shown in full, one reading at a time: whoever types or saves quickly starts only one more."""
        if self._reading is not None or not self._unread:
            return
        view, text = asked = self._shown
        self._unread = False

        def read(_progress: Progress) -> array[int]:
            return self._read(view, text)

        def show(ids: array[int]) -> None:
            self._reading = None
            if asked == self._shown:
                self._table.set_ids(continued(self._head, ids), bool(text))
            self._read_rest()

        def forget(_error: Exception) -> None:
            self._reading = None

        self._reading = run(read, on_done=show, on_failed=forget, parent=self)

    def _seek_in(self, views: list[str], record_id: int) -> None:
        def look(_progress: Progress) -> tuple[str, array[int]]:
            for view in views:
                ids = self._read(view, "")
                if place_of(record_id, ids) >= 0:
                    return view, ids
            return "", array("q")

        def show(answer: tuple[str, array[int]]) -> None:
            if job is not self._seeking:
                return  # something else was asked for meanwhile
            self._seeking = None
            view, ids = answer
            if view:
                self._head, self._shown, self._unread = ids[:FIRST_IDS], (view, ""), False
                self._table.set_ids(ids)
                self.found.emit(view, record_id)
            else:
                self.missed.emit(record_id)

        def forget(_error: Exception) -> None:
            self._seeking = None

        job = self._seeking = run(look, on_done=show, on_failed=forget, parent=self)


def continued(head: array[int], ids: array[int]) -> array[int]:
    """Return the beginning of a long list as it is now, followed by what came after it when `ids` were read."""
    place = place_of(head[-1], ids[: 2 * FIRST_IDS])
    return head + ids[place + 1 :] if place >= 0 else ids
