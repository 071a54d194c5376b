"""A plain list on A4: 「打印此列表」 and the muster for the fire brigade (F12).

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk_app.core import privacy
from desk_app.documents import fonts
from desk_app.documents.lines import Fitted
from desk_app.documents.measures import AIR, PAD, smallest
from desk_app.documents.pen import MM, Pen, document, fit

TICK = "□"
"""The key of a column of boxes to tick by hand."""

_SIZE = 9.0
_MARGIN = 14.0
_LEFT = 18.0
_BOTTOM = 14.0
_ROW = 6.6
_GROUP = 8.0
_LINES = 4
_BOX = 3.6


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: its title, the key of its value (`TICK` for boxes), its share of the width."""

    title: str
    key: str
    width: float
    align: str = "left"


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Rows under a heading; no heading, no heading line.

    `count` is drawn behind the heading: a party of three is one row and three people. Without it
    the rows are counted.
    """

    heading: str
    rows: Sequence[Mapping[str, object]]
    count: int | None = None

    @property
    def total(self) -> int:
        """Return what the group counts."""
        return len(self.rows) if self.count is None else self.count


@dataclass(frozen=True, slots=True)
class ReportMeta:
    """What stands around the list: lines under the title, the word behind counts, who signs."""

    lines: tuple[str, ...] = ()
    unit: str = "人"
    signatures: tuple[str, ...] = ()
    note: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A strip of the list: a group's heading, a row, or the words that a group is empty."""

    height: float
    heading: str = ""
    row: tuple[Fitted, ...] = ()


def render_report(
    title: str, meta: ReportMeta, groups: Sequence[ReportGroup], columns: Sequence[ReportColumn]
) -> bytes:
    """Return the PDF: title, groups with counts, heading of the columns on every page, 第 x 页 / 共 y 页.

    A group's heading is repeated with (续) where the group runs on, and never left alone at a foot.
    """
    width, height = (297.0, 210.0) if meta.landscape else (210.0, 297.0)
    report = _Report(title, meta, tuple(columns), width, height)
    return document(width, height, title, lambda pen: report.draw(pen, groups))


class _Report:
    def __init__(
        self, title: str, meta: ReportMeta, columns: tuple[ReportColumn, ...], width: float, height: float
    ) -> None:
        self.title, self.meta, self.columns = title, meta, columns
        self.width, self.height = width, height
        share = (width - _LEFT - _MARGIN) / sum(column.width for column in columns)
        self.edges = [_LEFT]
        for column in columns:
            self.edges.append(self.edges[-1] + column.width * share)

    def draw(self, pen: Pen, groups: Sequence[ReportGroup]) -> None:
        pages = self._pages(groups)
        for number, pieces in enumerate(pages, 1):
            y = self._head(pen, groups, number == 1)
            y = self._columns(pen, y)
            for piece in pieces:
                self._piece(pen, y, piece)
                y += piece.height
            if number == len(pages):
                self._foot(pen, y)
            words = f"第 {number} 页 / 共 {len(pages)} 页"
            pen.middle_text(self.edges[-1], self.height - 8, words, 8, grey=True, align="right")
            pen.new_page()

    def _pages(self, groups: Sequence[ReportGroup]) -> list[list[_Piece]]:
        """Spread headings and rows over pages."""
        bottom = self.height - _BOTTOM
        pages: list[list[_Piece]] = [[]]
        y = self._list_top(first=True)

        def turn() -> float:
            pages.append([])
            return self._list_top(first=False)

        for group in groups:
            rows = [self._row(row) for row in group.rows]
            if group.heading:
                heading = _Piece(_GROUP, f"{group.heading}  {group.total} {self.meta.unit}")
                if y + _GROUP + (rows[0].height if rows else 0) > bottom:
                    y = turn()
                pages[-1].append(heading)
                y += _GROUP
            for row in rows:
                if y + row.height > bottom:
                    y = turn()
                    if group.heading:
                        pages[-1].append(_Piece(_GROUP, f"{group.heading}(续)"))
                        y += _GROUP
                pages[-1].append(row)
                y += row.height
        if y + self._foot_height() > bottom:
            turn()
        return pages

    def _row(self, row: Mapping[str, object]) -> _Piece:
        words = []
        for column, (left, right) in zip(self.columns, pairwise(self.edges), strict=True):
            value = "" if column.key == TICK else row.get(column.key)
            text = "" if value is None else privacy.free(str(value))
            words.append(fit(text, right - left - 2 * PAD, _LINES, _SIZE, smallest(_SIZE)))
        return _Piece(max([_ROW, *(one.height / MM + 2 * AIR for one in words)]), row=tuple(words))

    def _list_top(self, first: bool) -> float:
        lines = len(self.meta.lines) if first else 0
        return (22.0 if first else 18.0) + 5.0 * lines + 2 + _ROW

    def _foot_height(self) -> float:
        return (8 if self.meta.note else 0) + (16 if self.meta.signatures else 0)

    def _head(self, pen: Pen, groups: Sequence[ReportGroup], first: bool) -> float:
        inner = self.edges[-1] - _LEFT
        size = 17.0 if first else 11.0
        words = fit(self.title, inner * (0.75 if first else 0.38), 1, size, 7, bold=True)
        pen.fitted(_LEFT, 14.5, words, bold=True)
        if first:
            count = sum(group.total for group in groups)
            total = fit(f"共 {count} {self.meta.unit}", inner * 0.24, 1, 13, 7, bold=True)
            pen.fitted(self.edges[-1], 14.5, total, bold=True, align="right")
            for at, line in enumerate(self.meta.lines):
                pen.fitted(_LEFT, 22.0 + 5.0 * at, fit(line, inner, 1, 9, 6), grey=True)
        elif self.meta.lines:
            words = fit(self.meta.lines[-1], inner * 0.6, 1, 8, 5.5)
            pen.fitted(self.edges[-1], 14.5, words, grey=True, align="right")
        return self._list_top(first) - _ROW

    def _columns(self, pen: Pen, y: float) -> float:
        pen.tint(_LEFT, y, self.edges[-1] - _LEFT, _ROW)
        pen.line(_LEFT, y, self.edges[-1], y, thick=0.3)
        for column, (left, right) in zip(self.columns, pairwise(self.edges), strict=True):
            words = fit(column.title, right - left - 2 * PAD, 1, 8.5, 5.5)
            x = {"left": left + PAD, "center": (left + right) / 2, "right": right - PAD}[column.align]
            pen.fitted(x, y + _ROW / 2, words, grey=True, align=column.align)
        y += _ROW
        pen.line(_LEFT, y, self.edges[-1], y, thick=0.3)
        return y

    def _piece(self, pen: Pen, y: float, piece: _Piece) -> None:
        bottom = y + piece.height
        if piece.heading:
            words = fit(piece.heading, self.edges[-1] - _LEFT - 2 * PAD, 1, 10.5, 7, bold=True)
            pen.fitted(_LEFT + PAD, y + piece.height / 2 + 0.6, words, bold=True)
        for column, (left, right), words in zip(
            self.columns, pairwise(self.edges), piece.row or (), strict=False
        ):
            x = {"left": left + PAD, "center": (left + right) / 2, "right": right - PAD}[column.align]
            if column.key == TICK:
                middle = (left + right) / 2
                pen.box(middle - _BOX / 2, y + (piece.height - _BOX) / 2, _BOX, _BOX, thick=0.25)
            else:
                pen.fitted(x, y + piece.height / 2, words, align=column.align)
        pen.line(_LEFT, bottom, self.edges[-1], bottom, thick=0.25 if piece.heading else 0.1)

    def _foot(self, pen: Pen, y: float) -> None:
        inner = self.edges[-1] - _LEFT
        if self.meta.note:
            y += 8
            pen.fitted(_LEFT, y - 3, fit(self.meta.note, inner, 1, 8.5, 5.5), grey=True)
        if not self.meta.signatures:
            return
        each = inner / len(self.meta.signatures)
        for at, name in enumerate(self.meta.signatures):
            x = _LEFT + at * each
            words = fit(f"{name}:", each * 0.5, 1, 9.5, 6)
            pen.fitted(x, y + 10, words)
            start = x + fonts.regular_width(words.lines[0], words.size) / MM + 1
            pen.line(start, y + 12.5, x + each - 5, y + 12.5)
