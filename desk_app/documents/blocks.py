"""The blocks of a form besides its list: first measured with their values, then drawn at a height."""

from __future__ import annotations

from desk_app.documents import checklist, clauses
from desk_app.documents.flow import Placed, whole
from desk_app.documents.form import (
    Block,
    Cell,
    Checks,
    Clauses,
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
from desk_app.documents.measures import AIR, FLOOR, PAD, smallest
from desk_app.documents.pen import MM, Pen, fit
from desk_app.documents.values import Values

GRID_LINES = 3
"""Lines that a value in a grid may take."""

_LABEL = 0.94
_TITLE, _HINT = 8.5, 7.0
_RING_AIR = 0.8
"""Free space between a ring and the edge of its box, mm."""
_DISC, _ARROW = 3.4, 2.0
"""The ring around a number in a signature box and the arrow between two boxes, mm."""
_WRITING = 5.6
"""The room in mm that two figures by hand and a mark need."""


def place(block: Block, form: Form, values: Values, most: int = GRID_LINES, room: float = 0.0) -> Placed:
    """Measure a block that is not the list; a grid's values may take `most` lines.

    `room` is the height that a grid may take, mm; 0 for what the other blocks leave of the body.
    """
    if isinstance(block, Grid):
        return _place_grid(block, form, values, most, room or _left_over(block, form))
    if isinstance(block, Signatures):
        height = block.height * len(block.rows)
        return whole(height, block.gap, lambda pen, y: _draw_boxes(pen, y, block, form.paper, values))
    if isinstance(block, Total):
        return _place_total(block, form.paper, values)
    if isinstance(block, Paragraph):
        return _place_paragraph(block, form.paper, values)
    if isinstance(block, Checks):
        return checklist.place_checks(block, form.paper, values, GRID_LINES - most)
    if isinstance(block, Clauses):
        return clauses.place_clauses(block, form.paper, values)
    raise TypeError(type(block))


def _left_over(grid: Grid, form: Form) -> float:
    others = sum(least_height(block) for block in form.blocks if block is not grid) + grid.gap
    return form.room - others


def _place_grid(grid: Grid, form: Form, values: Values, at_most: int, room: float) -> Placed:
    """Let rows grow for long values, as far as there is room."""
    cells = _cells(grid, form.paper)
    for most in range(at_most, 0, -1):
        words = [
            [_fit_cell(grid, width, values.text(cell.field), most) for _, width, cell in row] for row in cells
        ]
        heights = [max([grid.row_height, *(fitted.height / MM + 2 * AIR for fitted in row)]) for row in words]
        if sum(heights) <= room:
            break
    cut = any(fitted.cut for row in words for fitted in row)
    return whole(
        sum(heights), grid.gap, lambda pen, y: _draw_grid(pen, y, grid, cells, words, heights), cut=cut
    )


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
            label = fit(cell.label, grid.label_width - 2 * PAD, 1, grid.size * _LABEL, FLOOR)
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
    return whole(
        total.height,
        total.gap,
        lambda pen, y: pen.fitted(paper.left, y + total.height / 2, words, bold=True),
    )


def _place_paragraph(note: Paragraph, paper: Paper, values: Values) -> Placed:
    words = fit(values.fill(note.value), paper.inner, note.lines, note.size, FLOOR, bold=note.bold)
    height = words.height / MM
    return whole(
        height,
        note.gap,
        lambda pen, y: pen.fitted(paper.left, y + height / 2, words, bold=note.bold, grey=note.grey),
        cut=words.cut,
        keep=note.bold,
    )


def _draw_boxes(pen: Pen, y: float, block: Signatures, paper: Paper, values: Values) -> None:
    top, number = y, 0
    for row in block.rows:
        share = paper.inner / sum(box.width for box in row)
        x = paper.left
        for box in row:
            number += 1
            width = box.width * share
            _draw_box(pen, (x, y, width, block.height), box, values, number if block.order else 0)
            if x > paper.left:
                pen.line(x, y, x, y + block.height)
                if block.order:
                    pen.arrow(x, y + 0.9 + line_height(_TITLE) / 2, _ARROW)
            x += width
        y += block.height
        if y < top + block.height * len(block.rows) - 0.01:
            pen.line(paper.left, y, paper.left + paper.inner, y)
    pen.box(paper.left, top, paper.inner, y - top)


def _draw_box(
    pen: Pen, place: tuple[float, float, float, float], box: SignatureBox, values: Values, number: int
) -> None:
    """Title and hint above, the ring for a stamp at the right, the date at the foot: the rest is free."""
    x, y, width, height = place
    inner = width - 2 * PAD
    if box.stamp:
        pen.stamp_ring(x + width - box.stamp / 2 - _RING_AIR, y + height / 2, box.stamp)
        inner -= box.stamp
    top = y + 0.9 + line_height(_TITLE) / 2
    aside = 0.0
    if number:
        aside = _DISC + 0.8
        pen.ring(x + PAD + _DISC / 2, top, _DISC)
        words = fit(str(number), _DISC, 1, _HINT, 4)
        pen.fitted(x + PAD + _DISC / 2, top, words, grey=True, align="center")
    pen.fitted(x + PAD + aside, top, fit(box.title, inner - aside, 1, _TITLE, FLOOR, bold=True), bold=True)
    top += line_height(_TITLE) / 2 + line_height(_HINT) / 2
    for text in (box.hint, values.fill(box.note)):
        if text:
            pen.fitted(x + PAD, top, fit(text, inner, 1, _HINT, FLOOR), grey=True)
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
