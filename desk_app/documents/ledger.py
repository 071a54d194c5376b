"""The list of a form: rows measured once, drawn over as many pages as they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from desk_app.documents.blocks import AIR, PAD, smallest
from desk_app.documents.flow import paginate
from desk_app.documents.form import ROW_NUMBER, Column, Paper, Table
from desk_app.documents.lines import Fitted
from desk_app.documents.pen import MM, Pen, fit
from desk_app.documents.values import Values

_MOST_LINES = 6
_HEADING = 0.92
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
            pen.fitted(*_anchor(column, left, right, y + height / 2), words, align=column.align)

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
        at = next((at for at, column in enumerate(self.columns) if column.field != ROW_NUMBER), 0)
        return self.edges[at], self.edges[at + 1]


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


def _fit_row(
    table: Table, texts: list[str], widths: list[float], room: float
) -> tuple[tuple[Fitted, ...], float]:
    """Return a row's words and its height, which stays within `room`."""
    for most in range(_MOST_LINES, 0, -1):
        fitted = tuple(
            fit(text, width, most, table.size, smallest(table.size))
            for text, width in zip(texts, widths, strict=True)
        )
        height = max([table.row_height, *(words.height / MM + 2 * AIR for words in fitted)])
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
