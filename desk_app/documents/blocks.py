"""The blocks of a form besides its list: first measured with their values, then drawn at a height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk_app.documents.form import (
    Block,
    Cell,
    Form,
    Grid,
    Paper,
    Paragraph,
    SignatureBox,
    Signatures,
    Total,
    least_height,
    line_height,
)
from desk_app.documents.lines import Fitted
from desk_app.documents.pen import MM, Pen, fit
from desk_app.documents.values import Values

PAD = 1.5
"""Free space between a line and the words beside it, mm."""
AIR = 0.5
"""Free space between a line and the words above or below it, mm."""

GRID_LINES = 3
"""Lines that a value in a grid may take."""

_SHRINK = 0.74
_FLOOR = 5.5
_LABEL = 0.94
_TITLE, _HINT = 8.5, 7.0
_RING_AIR = 0.8
"""Free space between a ring and the edge of its box, mm."""
_WRITING = 5.6
"""The room in mm that two figures by hand and a mark need."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A measured block: its height and the gap above it in mm, and how to draw it at a height."""

    height: float
    gap: float
    draw: Callable[[Pen, float], None]
    cut: bool = False


def smallest(size: float) -> float:
    """Return how small letters of `size` points may become."""
    return max(_FLOOR, size * _SHRINK)


def place(block: Block, form: Form, values: Values, most: int = GRID_LINES) -> Placed:
    """Measure a block that is not the list; a grid's values may take `most` lines."""
    if isinstance(block, Grid):
        return _place_grid(block, form, values, most)
    if isinstance(block, Signatures):
        return Placed(block.height, block.gap, lambda pen, y: _draw_boxes(pen, y, block, form.paper, values))
    if isinstance(block, Total):
        return _place_total(block, form.paper, values)
    if isinstance(block, Paragraph):
        return _place_paragraph(block, form.paper, values)
    raise TypeError(type(block))


def _place_grid(grid: Grid, form: Form, values: Values, at_most: int) -> Placed:
    """Let rows grow for long values, as far as the other blocks leave room."""
    others = sum(least_height(block) for block in form.blocks if block is not grid) + grid.gap
    room = form.body_bottom - form.body_top - others
    cells = _cells(grid, form.paper)
    for most in range(at_most, 0, -1):
        words = [
            [_fit_cell(grid, width, values.text(cell.field), most) for _, width, cell in row] for row in cells
        ]
        heights = [max([grid.row_height, *(fitted.height / MM + 2 * AIR for fitted in row)]) for row in words]
        if sum(heights) <= room:
            break
    cut = any(fitted.cut for row in words for fitted in row)
    return Placed(sum(heights), grid.gap, lambda pen, y: _draw_grid(pen, y, grid, cells, words, heights), cut)


def _fit_cell(grid: Grid, width: float, text: str, most: int) -> Fitted:
    return fit(text, width - grid.label_width - 2 * PAD, most, grid.size, smallest(grid.size))


def _cells(grid: Grid, paper: Paper) -> list[list[tuple[float, float, Cell]]]:
    """Return (left edge, width, cell) of every cell, in mm."""
    share = paper.inner / sum(grid.widths)
    rows = []
    for row in grid.rows:
        x, column, placed = paper.left, 0, []
        for cell in row:
            width = sum(grid.widths[column : column + cell.span]) * share
            placed.append((x, width, cell))
            x, column = x + width, column + cell.span
        rows.append(placed)
    return rows


def _draw_grid(
    pen: Pen,
    y: float,
    grid: Grid,
    cells: list[list[tuple[float, float, Cell]]],
    words: list[list[Fitted]],
    heights: list[float],
) -> None:
    left, top = cells[0][0][0], y
    right = cells[0][-1][0] + cells[0][-1][1]
    for row, height in zip(cells, heights, strict=True):
        for x, _, _ in row:
            pen.tint(x, y, grid.label_width, height)
        y += height
    y = top
    for row, fitted_row, height in zip(cells, words, heights, strict=True):
        middle = y + height / 2
        for (x, _, cell), fitted in zip(row, fitted_row, strict=True):
            label = fit(cell.label, grid.label_width - 2 * PAD, 1, grid.size * _LABEL, _FLOOR)
            pen.fitted(x + PAD, middle, label, grey=True)
            pen.fitted(x + grid.label_width + PAD, middle, fitted)
        for x, _, _ in row:
            pen.line(x + grid.label_width, y, x + grid.label_width, y + height)
            if x > left:
                pen.line(x, y, x, y + height)
        y += height
        pen.line(left, y, right, y)
    pen.box(left, top, right - left, y - top)


def _place_total(total: Total, paper: Paper, values: Values) -> Placed:
    words = fit(values.fill(total.value), paper.inner, 1, total.size, smallest(total.size), bold=True)
    return Placed(
        total.height,
        total.gap,
        lambda pen, y: pen.fitted(paper.left, y + total.height / 2, words, bold=True),
    )


def _place_paragraph(note: Paragraph, paper: Paper, values: Values) -> Placed:
    words = fit(values.fill(note.value), paper.inner, note.lines, note.size, _FLOOR, bold=note.bold)
    height = words.height / MM
    return Placed(
        height,
        note.gap,
        lambda pen, y: pen.fitted(paper.left, y + height / 2, words, bold=note.bold, grey=note.grey),
    )


def _draw_boxes(pen: Pen, y: float, block: Signatures, paper: Paper, values: Values) -> None:
    share = paper.inner / sum(box.width for box in block.boxes)
    x = paper.left
    for box in block.boxes:
        width = box.width * share
        _draw_box(pen, x, y, width, block.height, box, values)
        if x > paper.left:
            pen.line(x, y, x, y + block.height)
        x += width
    pen.box(paper.left, y, paper.inner, block.height)


def _draw_box(
    pen: Pen, x: float, y: float, width: float, height: float, box: SignatureBox, values: Values
) -> None:
    """Title and hint above, the ring for a stamp at the right, the date at the foot: the rest is free."""
    inner = width - 2 * PAD
    if box.stamp:
        pen.stamp_ring(x + width - box.stamp / 2 - _RING_AIR, y + height / 2, box.stamp)
        inner -= box.stamp
    top = y + 0.9 + line_height(_TITLE) / 2
    pen.fitted(x + PAD, top, fit(box.title, inner, 1, _TITLE, _FLOOR, bold=True), bold=True)
    top += line_height(_TITLE) / 2 + line_height(_HINT) / 2
    for text in (box.hint, values.fill(box.note)):
        if text:
            pen.fitted(x + PAD, top, fit(text, inner, 1, _HINT, _FLOOR), grey=True)
            top += line_height(_HINT)
    if box.date:
        _draw_date(pen, x + PAD, y + height - 0.8, inner, box.date.split())


def _draw_date(pen: Pen, x: float, foot: float, width: float, marks: list[str]) -> None:
    """Spread 年 月 日 时 分 so that figures can be written before each; two lines where one is too tight."""
    rows = [marks] if len(marks) * _WRITING <= width else [marks[:3], marks[3:]]
    foot -= line_height(_HINT) / 2
    for row in reversed([row for row in rows if row]):
        slot = min(width / max(len(row), 3), 1.6 * _WRITING)
        for at, mark in enumerate(row, 1):
            pen.fitted(x + at * slot, foot, fit(mark, slot, 1, _HINT, 5), grey=True, align="right")
        foot -= line_height(_HINT) * 1.45
