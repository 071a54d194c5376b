"""The rows of a list: a snapshot of ids, and pages of rows read when they are looked at.

A million records cost eight megabytes of ids; at most PAGES pages of rows are kept (figures/speed.md §3).
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desk_app.core.declare import Column, Register, Row
from desk_app.core.i18n import translate
from desk_app.kit.guard import qt_guard
from desk_app.kit.value_text import show

PAGE, PAGES = 100, 40
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
        self._pages: OrderedDict[int, list[Line | None]] = OrderedDict()

    @property
    def ids(self) -> array[int]:
        """The snapshot."""
        return self._ids

    def line(self, number: int) -> Line | None:
        """Return a row, reading its page when needed; None when the record is gone."""
        page = number // PAGE
        lines = self._pages.get(page)
        if lines is None:
            lines = self._pages[page] = self._read(self._ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return lines[number % PAGE]

    def place(self, record_id: int) -> int:
        """Return the row of a record, -1 when it is not in the list."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    def set_ids(self, ids: array[int]) -> bool:
        """Take a new snapshot; a small change moves only the rows it touches. Return True after a reset."""
        start, gone, come = difference(self._ids, ids)
        if gone + come > FEW:
            self.beginResetModel()
            self._ids = ids
            self._pages.clear()
            self.endResetModel()
            return True
        nowhere = QModelIndex()
        if gone:
            self.beginRemoveRows(nowhere, start, start + gone - 1)
            self._ids = self._ids[:start] + self._ids[start + gone :]
            self._forget_from(start)
            self.endRemoveRows()
        if come:
            self.beginInsertRows(nowhere, start, start + come - 1)
            self._ids = ids
            self._forget_from(start)
            self.endInsertRows()
        return False

    def reread(self, first: int, last: int) -> int:
        """Read rows first..last again and report the changed ones; forget all other pages. Return their number."""
        last = min(last, len(self._ids) - 1)
        wanted = set(range(max(0, first) // PAGE, last // PAGE + 1)) if last >= 0 else set()
        old, self._pages = self._pages, OrderedDict()
        changed = 0
        for page in sorted(wanted & set(old)):
            fresh = self._pages[page] = self._read(self._ids[page * PAGE : (page + 1) * PAGE])
            for offset, (before, after) in enumerate(zip(old[page], fresh, strict=False)):
                if before != after:
                    changed += 1
                    number = page * PAGE + offset
                    self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
        return changed

    def repaint_texts(self) -> None:
        """Forget the texts (midnight has passed, the language changed) and repaint."""
        self._pages.clear()
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

    def _read(self, ids: Sequence[int]) -> list[Line | None]:
        lines: dict[object, Line] = {}
        for row in self._read_rows(ids):
            texts = (
                show(c, row.get(c.key), self.register.context, self.register.states) for c in self.columns
            )
            lines[row["id"]] = Line(row, tuple(texts))
        return [lines.get(number) for number in ids]

    def _forget_from(self, number: int) -> None:
        for page in [page for page in self._pages if page >= number // PAGE]:
            del self._pages[page]


def difference(old: array[int], new: array[int]) -> tuple[int, int, int]:
    """Return (start, removed, inserted) of the one stretch in which two snapshots differ."""
    short = min(len(old), len(new))
    start = _equal_run(lambda n: old[:n] == new[:n], short)
    rest = short - start
    tail = _equal_run(lambda n: old[len(old) - n :] == new[len(new) - n :], rest)
    return start, len(old) - start - tail, len(new) - start - tail


def _equal_run(equal: Callable[[int], bool], most: int) -> int:
    """Return the longest n up to `most` for which equal(n) holds, by bisection (slices compare in C)."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if equal(middle) else (low, middle - 1)
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
