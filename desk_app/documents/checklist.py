"""A list of questions with boxes to tick: drawn lines, so that no font can spoil the tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from desk_app.documents.flow import Piece, Placed
from desk_app.documents.form import Checks, Paper
from desk_app.documents.lines import Fitted
from desk_app.documents.measures import PAD, smallest
from desk_app.documents.pen import MM, Pen, fit, prose
from desk_app.documents.values import JOINT, Values

_NUMBER = 7.0
"""The width of the column that counts, mm."""
_LINES = 8
_NOTE = 0.88
_AIR = 0.8
"""Free space above and below a question, mm."""
_DIVIDER = 0.45
"""The width of the line between two columns, mm."""
_HEADING = 0.9
_BOX = 0.36
"""The side of a box in mm for a letter of one point."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A measured question: its number, words, note, and the answer that is ticked."""

    number: str
    words: Fitted
    note: Fitted | None
    answer: str
    height: float


def place_checks(checks: Checks, paper: Paper, values: Values, tight: int) -> Placed:
    """Measure the list; `tight` from 0 makes the letters smaller where the page is short of room.

    Two columns are read downwards, the left one first; their lines are level. Without questions
    nothing but the heading is drawn.
    """
    size = max(smallest(checks.size), checks.size * (1 - 0.07 * tight))
    width = paper.inner / checks.columns
    edges = _edges(checks, width)
    rows = values.rows(checks.field)
    items = [
        _measure(checks, row, number, edges[2] - edges[1], size, values) for number, row in enumerate(rows, 1)
    ]
    deep = -(-len(items) // checks.columns)
    pieces = []
    for at in range(deep):
        line = items[at::deep]
        height = max(item.height for item in line)
        pieces.append(Piece(height, _drawer(checks, paper, edges, line, size, height)))
    head = Piece(checks.row_height, lambda pen, y: _draw_head(pen, y, checks, paper, edges, size))
    if not pieces:
        return Placed(checks.gap, (head,))
    cut = any(item.words.cut or (item.note is not None and item.note.cut) for item in items)
    return Placed(checks.gap, tuple(pieces), head, cut)


def _edges(checks: Checks, width: float) -> list[float]:
    """Return where the upright lines of one column stand, from its left edge."""
    edges = [0.0, _NUMBER, width - checks.answer_width * len(checks.answers)]
    return edges + [edges[-1] + checks.answer_width * at for at in range(1, len(checks.answers) + 1)]


def _measure(
    checks: Checks, row: Mapping[str, object], number: int, width: float, size: float, values: Values
) -> _Item:
    """Fit one question; an answer that has no box is printed with the note."""
    words = values.item(checks.field, row, checks.item)
    answer = values.item(checks.field, row, checks.answer) if checks.answer else ""
    note = values.item(checks.field, row, checks.note) if checks.note else ""
    if answer not in checks.answers:
        answer, note = "", JOINT.join(part for part in (answer, note) if part)
    fitted = prose(words, width - 2 * PAD, _LINES, size, smallest(size))
    below = prose(note, width - 2 * PAD, _LINES, size * _NOTE, smallest(size * _NOTE)) if note else None
    height = (fitted.height + (below.height if below else 0)) / MM + 2 * _AIR
    return _Item(str(number), fitted, below, answer, max(checks.row_height, height))


def _draw_head(pen: Pen, y: float, checks: Checks, paper: Paper, edges: list[float], size: float) -> None:
    height = checks.row_height
    width = paper.inner / checks.columns
    pen.tint(paper.left, y, paper.inner, height)
    for column in range(checks.columns):
        left = paper.left + column * width
        title = fit(checks.title, edges[2] - edges[1] - 2 * PAD, 1, size * _HEADING, 5)
        pen.fitted(left + edges[1] + PAD, y + height / 2, title, grey=True)
        for answer, (start, end) in zip(checks.answers, pairwise(edges[2:]), strict=True):
            word = fit(answer, end - start - 1, 1, size * _HEADING, 5)
            pen.fitted(left + (start + end) / 2, y + height / 2, word, grey=True, align="center")
    pen.line(paper.left, y, paper.left + paper.inner, y)
    _draw_rules(pen, y, height, paper, checks.columns, edges)


def _drawer(
    checks: Checks, paper: Paper, edges: list[float], items: list[_Item], size: float, height: float
) -> Callable[[Pen, float], None]:
    def draw(pen: Pen, y: float) -> None:
        width = paper.inner / checks.columns
        for column, item in enumerate(items):
            _draw_item(pen, paper.left + column * width, y, height, checks, edges, item, size)
        _draw_rules(pen, y, height, paper, checks.columns, edges)

    return draw


def _draw_item(
    pen: Pen,
    left: float,
    y: float,
    height: float,
    checks: Checks,
    edges: list[float],
    item: _Item,
    size: float,
) -> None:
    middle = y + height / 2
    number = fit(item.number, _NUMBER - 1, 1, size * _HEADING, 5)
    pen.fitted(left + _NUMBER / 2, middle, number, grey=True, align="center")
    below = item.note.height / MM if item.note else 0.0
    pen.fitted(left + edges[1] + PAD, middle - below / 2, item.words)
    if item.note:
        foot = middle + item.words.height / MM / 2
        pen.fitted(left + edges[1] + PAD, foot, item.note, grey=True)
    for answer, (start, end) in zip(checks.answers, pairwise(edges[2:]), strict=True):
        ticked = answer if answer == item.answer else ""
        pen.tick_box(left + (start + end) / 2, middle, min(_BOX * size, height - 1), ticked)


def _draw_rules(pen: Pen, y: float, height: float, paper: Paper, columns: int, edges: list[float]) -> None:
    """Draw the lines under and beside one strip."""
    right, foot = paper.left + paper.inner, y + height
    pen.line(paper.left, foot, right, foot)
    width = paper.inner / columns
    for column in range(columns):
        left = paper.left + column * width
        pen.line(left, y, left, foot, thick=_DIVIDER if column else 0.18)
        for edge in edges[1:-1]:
            pen.line(left + edge, y, left + edge, foot)
    pen.line(right, y, right, foot)
