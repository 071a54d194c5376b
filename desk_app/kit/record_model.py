"""The rows of a list: a snapshot of ids, and the rows that were looked at.

A million records cost eight megabytes of ids; about KEPT rows are kept ready to paint (figures/speed.md §3).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desk_app.core.declare import Column, Register, Row
from desk_app.core.i18n import translate
from desk_app.kit.guard import qt_guard
from desk_app.kit.value_text import show

KEPT = 4_000
RECORD_ROLE = int(Qt.ItemDataRole.UserRole)
SORT_LIMIT = 5_000
FEW = 500
ACTIONS = "actions"

ReadRows = Callable[[Sequence[int]], Sequence[Row]]
Index = QModelIndex | QPersistentModelIndex
_NOTHING: object = None
_HORIZONTAL = Qt.Orientation.Horizontal
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True)
class Line:
    """One row ready to paint: the record, and its texts in column order."""

    row: Row
    texts: tuple[str, ...]


class RecordModel(QAbstractTableModel):
    """Columns are the register's listed ones, plus one for the buttons of a row when it has any."""

    def __init__(self, register: Register, read_rows: ReadRows) -> None:
        super().__init__()
        self.register = register
        self.columns: tuple[Column, ...] = tuple(column for column in register.columns if column.listed)
        self.has_buttons = any(action.in_row for action in register.actions)
        self._read_rows = read_rows
        self._ids: array[int] = array("q")
        self._lines: dict[int, Line | None] = {}

    @property
    def ids(self) -> array[int]:
        """The snapshot."""
        return self._ids

    def line(self, number: int) -> Line | None:
        """Return a row, reading it when needed; None when the record is gone."""
        record = self._ids[number]
        if record not in self._lines:
            self.prepare(number, number)
        return self._lines[record]

    def prepare(self, first: int, last: int) -> None:
        """Read those of rows first..last that are not known yet, all at once."""
        shown = self._ids[max(0, first) : last + 1]
        unknown = [record for record in shown if record not in self._lines]
        if unknown:
            if len(self._lines) > KEPT:
                self._lines = {record: self._lines[record] for record in shown if record in self._lines}
            self._lines.update(self._read(unknown))

    def place(self, record_id: int) -> int:
        """Return the row of a record, -1 when it is not in the list."""
        return place_of(record_id, self._ids)

    def set_ids(self, ids: array[int]) -> None:
        """Take a new snapshot: the one stretch that differs is reported as rows gone and come.

        Rows added at an end, however many, leave the others alone; a list that has changed throughout is reset.
        """
        start, gone, come = difference(self._ids, ids)
        if gone and gone + come > FEW:
            self.beginResetModel()
            self._ids = ids
            self._lines.clear()
            self.endResetModel()
            return
        nowhere = QModelIndex()
        if gone:
            self.beginRemoveRows(nowhere, start, start + gone - 1)
            self._ids = self._ids[:start] + self._ids[start + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(nowhere, start, start + come - 1)
            self._ids = ids
            self.endInsertRows()

    def reread(self, first: int, last: int) -> int:
        """Read rows first..last again and report the changed ones; forget all others. Return their number."""
        first, old = max(0, first), self._lines
        shown = self._ids[first : last + 1]
        self._lines = self._read([record for record in shown if record in old])
        changed = 0
        for number, record in enumerate(shown, first):
            if record in old and old[record] != self._lines[record]:
                changed += 1
                self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
        return changed

    def repaint_texts(self) -> None:
        """Forget the texts (midnight has passed, the language changed) and repaint."""
        self._lines.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @qt_guard(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of ids."""
        return 0 if parent.isValid() else len(self._ids)

    @qt_guard(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the listed columns and the buttons' one."""
        return 0 if parent.isValid() else len(self.columns) + self.has_buttons

    @qt_guard(_NOTHING)
    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Answer the text and the record; all else is the delegate's (an int test keeps repaints cheap)."""
        if role and role != RECORD_ROLE:
            return None
        line = self.line(index.row())
        if line is None:
            return None
        if role:
            return line.row
        column = index.column()
        return line.texts[column] if column < len(line.texts) else None

    @qt_guard(_NOTHING)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Answer the columns' labels."""
        if role or orientation != _HORIZONTAL or section >= len(self.columns):
            return None
        return translate(self.register.context, self.columns[section].label)

    @qt_guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are selected, never edited in place."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _read(self, ids: Sequence[int]) -> dict[int, Line | None]:
        lines: dict[int, Line | None] = dict.fromkeys(ids)
        for row in self._read_rows(ids) if ids else ():
            texts = (
                show(c, row.get(c.key), self.register.context, self.register.states) for c in self.columns
            )
            lines[int(str(row["id"]))] = Line(row, tuple(texts))
        return lines


def place_of(number: int, ids: array[int]) -> int:
    """Return where `number` first stands in a snapshot, -1 when it does not; a million ids take milliseconds.

    The bytes are searched: `array.index` makes an object of every number it passes, which takes ten times longer.
    """
    wanted, text = array("q", [number]).tobytes(), ids.tobytes()
    at = text.find(wanted)
    while at > 0 and at % ids.itemsize:  # found across two numbers
        at = text.find(wanted, at + 1)
    return at // ids.itemsize if at >= 0 else -1


def difference(old: array[int], new: array[int]) -> tuple[int, int, int]:
    """Return (start, removed, inserted) of the one stretch in which two snapshots differ."""
    short = min(len(old), len(new))
    start = _equal_run(lambda low, high: old[low:high] == new[low:high], short)
    tail = _equal_run(
        lambda low, high: old[len(old) - high : len(old) - low] == new[len(new) - high : len(new) - low],
        short - start,
    )
    return start, len(old) - start - tail, len(new) - start - tail


def _equal_run(equal: Callable[[int, int], bool], most: int) -> int:
    """Return how many of the first `most` numbers are equal, by halves (slices are compared in C)."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if equal(low, middle) else (low, middle - 1)
    return low


def sorted_ids(rows: Iterable[Row], key: str, descending: bool) -> array[int]:
    """Return the rows' ids by the native value of a column; empty values come last either way."""
    full: list[Row] = []
    empty: list[Row] = []
    for row in rows:
        (empty if row.get(key) in (None, "") else full).append(row)
    full.sort(key=lambda row: _comparable(row[key]), reverse=descending)
    return array("q", [int(str(row["id"])) for row in full + empty])


def _comparable(value: object) -> tuple[str, object]:
    """Keep values of different types apart, so that comparing never fails."""
    if isinstance(value, bool | int | float):
        return "number", value
    return type(value).__name__, value
