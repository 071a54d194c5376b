"""The list of a form: rows measured once, drawn over as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from desk_app.documents.flow import Piece, Placed, paginate
from desk_app.documents.form import ROW_NUMBER, Column, Paper, Table
from desk_app.documents.lines import Fitted
from desk_app.documents.measures import AIR, PAD, smallest
from desk_app.documents.pen import MM, Pen, fit, prose
from desk_app.documents.values import Values

_MOST_LINES = 6
_HEADING = 0.92
_PROSE_AIR = 1.0
"""Free space above and below long cells, mm."""
_MARKER = 30.0
"""The width that the words for empty rows want, mm."""
_CONTINUED_SIZE = 7.5


@dataclass(frozen=True, slots=True)
class Ledger:
    """A measured list: columns with their left edges and widths in mm, rows, and their pages."""

    table: Table
    columns: tuple[Column, ...]
    edges: tuple[float, ...]
    rows: tuple[tuple[Fitted, ...], ...]
    heights: tuple[float, ...]
    pages: tuple[range, ...]

    @property
    def cut(self) -> bool:
        """Return whether a cell lost words for want of room."""
        return any(words.cut for row in self.rows for words in row)

    def draw(self, pen: Pen, y: float, page: int, bottom: float) -> None:
        """Draw the rows of `page` (from 0) at height `y`; on the last page void the rest down to `bottom`."""
        top = y
        last = page == len(self.pages) - 1
        y = self._heading(pen, y)
        for row in self.pages[page]:
            self._row(pen, y, self.rows[row], self.heights[row])
            y += self.heights[row]
            pen.line(self.edges[0], y, self.edges[-1], y)
        verticals = y
        if last:
            y, verticals = self._rest(pen, y, bottom)
        for edge in self.edges[1:-1]:
            pen.line(edge, top, edge, verticals)
        pen.box(self.edges[0], top, self.edges[-1] - self.edges[0], y - top)
        if not last and self.table.continued:
            words = fit(self.table.continued, self.edges[-1] - self.edges[0], 1, _CONTINUED_SIZE, 5)
            pen.fitted(self.edges[-1], y + 2.6, words, grey=True, align="right")

    def row_drawer(self, at: int) -> Callable[[Pen, float], None]:
        """Return how to draw row `at` (from 0) alone, with the lines around it but the upper one."""

        def draw(pen: Pen, y: float) -> None:
            foot = y + self.heights[at]
            self._row(pen, y, self.rows[at], self.heights[at])
            pen.line(self.edges[0], foot, self.edges[-1], foot)
            self._uprights(pen, y, foot)

        return draw

    def draw_head(self, pen: Pen, y: float) -> None:
        """Draw the heading alone, with the lines around it."""
        foot = self._heading(pen, y)
        pen.line(self.edges[0], y, self.edges[-1], y)
        self._uprights(pen, y, foot)

    def draw_spare(self, pen: Pen, y: float, bottom: float) -> None:
        """Draw empty rows from `y` down to `bottom`: voided where the table has a word for it."""
        _, verticals = self._rest(pen, y, bottom)
        pen.line(self.edges[0], bottom, self.edges[-1], bottom)
        self._uprights(pen, y, verticals)
        for edge in (self.edges[0], self.edges[-1]):
            pen.line(edge, verticals, edge, bottom)

    def _uprights(self, pen: Pen, y: float, foot: float) -> None:
        for edge in self.edges:
            pen.line(edge, y, edge, foot)

    def _heading(self, pen: Pen, y: float) -> float:
        height = self.table.row_height
        pen.tint(self.edges[0], y, self.edges[-1] - self.edges[0], height)
        size = self.table.size * _HEADING
        for column, (left, right) in zip(self.columns, pairwise(self.edges), strict=True):
            words = fit(column.title, right - left - 2 * PAD, 1, size, 5)
            pen.fitted(*_anchor(column, left, right, y + height / 2), words, grey=True, align=column.align)
        pen.line(self.edges[0], y + height, self.edges[-1], y + height)
        return y + height

    def _row(self, pen: Pen, y: float, row: tuple[Fitted, ...], height: float) -> None:
        for column, (left, right), words in zip(self.columns, pairwise(self.edges), row, strict=True):
            # Long cells are read from the top, so the short ones beside them begin there too.
            middle = y + _PROSE_AIR + words.height / MM / 2 if self.table.lines else y + height / 2
            pen.fitted(*_anchor(column, left, right, middle), words, align=column.align)

    def _rest(self, pen: Pen, y: float, bottom: float) -> tuple[float, float]:
        """Void the empty rows: the marker in the first, one diagonal through the others.

        Returns the heights where the list and its upright lines end. Without a marker the rows
        stay open, ruled for the pen.
        """
        count = round((bottom - y) / self.table.row_height)
        if count < 1:
            return y, y
        height = (bottom - y) / count
        if not self.table.blank:
            for at in range(1, count):
                pen.line(self.edges[0], y + at * height, self.edges[-1], y + at * height)
            return bottom, bottom
        left, right = self._marker_place()
        words = fit(f"—— {self.table.blank} ——", right - left - 2 * PAD, 1, self.table.size, 5)
        pen.fitted(left + PAD, y + height / 2, words, grey=True)
        verticals = y + height
        pen.line(self.edges[0], verticals, self.edges[-1], verticals)
        if count > 1:
            pen.void_line(self.edges[0], bottom, self.edges[-1], verticals)
        return bottom, verticals

    def _marker_place(self) -> tuple[float, float]:
        """Return where the marker stands: the first column with room for it, else the widest."""
        places = [
            place
            for place, column in zip(pairwise(self.edges), self.columns, strict=True)
            if column.field != ROW_NUMBER
        ] or [(self.edges[0], self.edges[-1])]
        wide = [place for place in places if place[1] - place[0] >= _MARKER]
        return wide[0] if wide else max(places, key=lambda place: place[1] - place[0])


def measure(table: Table, copy: str, paper: Paper, values: Values, full: float, last: float) -> Ledger:
    """Fit every cell and spread the rows over pages.

    `full` and `last` are the heights in mm that the list may take on a page that runs on and on
    the last one, heading included.
    """
    columns = table.shown(copy)
    edges = _edges(columns, paper)
    full -= table.row_height
    last -= table.row_height * (2 if table.blank else 1)
    widths = [right - left - 2 * PAD for left, right in pairwise(edges)]
    given = values.rows(table.field)
    rows, heights = [], []
    for number, row in enumerate(given, 1):
        texts = [_cell(table, row, number, column, values) for column in columns]
        fitted, height = _fit_row(table, texts, widths, last if number == len(given) else full)
        rows.append(fitted)
        heights.append(height)
    return Ledger(table, columns, edges, tuple(rows), tuple(heights), tuple(paginate(heights, full, last)))


def strips(table: Table, copy: str, paper: Paper, values: Values, room: float) -> Placed:
    """Measure a list that runs on among other blocks: its heading and rows as strips.

    Rows are ruled up to the table's least number; the first of them says that it is blank.
    """
    measured = measure(table, copy, paper, values, room, room)
    rows = [
        Piece(height, measured.row_drawer(at), keep=at < table.rows)
        for at, height in enumerate(measured.heights)
    ]
    spare = max(table.rows - len(rows), 1 if table.blank or not rows else 0)
    if spare:
        height = spare * table.row_height
        rows.append(Piece(height, lambda pen, y: measured.draw_spare(pen, y, y + height)))
    head = Piece(table.row_height, measured.draw_head)
    return Placed(table.gap, tuple(rows), head, measured.cut)


def _fit_row(
    table: Table, texts: list[str], widths: list[float], room: float
) -> tuple[tuple[Fitted, ...], float]:
    """Return a row's words and its height, which stays within `room`."""
    setting, air = (prose, _PROSE_AIR) if table.lines else (fit, AIR)
    for most in range(table.lines or _MOST_LINES, 0, -1):
        fitted = tuple(
            setting(text, width, most, table.size, smallest(table.size))
            for text, width in zip(texts, widths, strict=True)
        )
        height = max([table.row_height, *(words.height / MM + 2 * air for words in fitted)])
        if height <= room:
            break
    return fitted, height


def _cell(table: Table, row: Mapping[str, object], number: int, column: Column, values: Values) -> str:
    return str(number) if column.field == ROW_NUMBER else values.cell(table.field, row, column)


def _edges(columns: tuple[Column, ...], paper: Paper) -> tuple[float, ...]:
    share = paper.inner / sum(column.width for column in columns)
    edges = [paper.left]
    for column in columns:
        edges.append(edges[-1] + column.width * share)
    return tuple(edges)


def _anchor(column: Column, left: float, right: float, middle: float) -> tuple[float, float]:
    at = {"left": left + PAD, "center": (left + right) / 2, "right": right - PAD}
    return at[column.align], middle
