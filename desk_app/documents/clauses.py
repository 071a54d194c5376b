"""Paragraphs of fixed words, for agreements and notices: numbers hang, lines are set flush.

A paragraph is a line of the form's text. A heading begins with `# `; a number like 第三条, 一、, (2)
or 3. stands at the left of its paragraph. What a record fills in is neither: only the form's own
words are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from desk_app.documents import fonts
from desk_app.documents.flow import Piece, Placed
from desk_app.documents.form import Clauses, Paper
from desk_app.documents.pen import MM, Pen, wrapped
from desk_app.documents.values import Values

HEADING = "# "
NUMBER = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[条章]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]"
    r"|\d+(?:\.\d+)*[.、．)）]|[①-⑳]|[·•]"
)
_STEP = 2
"""Spaces at the beginning of a line that set its paragraph in by one letter."""
_WIDEST_GAP = 0.12
"""How far the letters of a line may be drawn apart to end flush, in units of the size."""


def place_clauses(clauses: Clauses, paper: Paper, values: Values) -> Placed:
    """Measure all paragraphs; every line is a strip, so that they can run on to a further page."""
    pieces: list[Piece] = []
    for paragraph in clauses.paragraphs:
        if pieces:
            pieces.append(Piece(clauses.space, _nothing, keep=True))
        pieces += _paragraph(clauses, paragraph, paper, values)
    return Placed(clauses.gap, tuple(pieces) or (Piece(0.0, _nothing),))


def _nothing(pen: Pen, y: float) -> None:
    """Draw nothing: the space between two paragraphs."""


def _paragraph(clauses: Clauses, pattern: str, paper: Paper, values: Values) -> Iterable[Piece]:
    """Return the lines of one paragraph; its first two and its last two stay together."""
    em = clauses.size / MM
    inset = (len(pattern) - len(pattern.lstrip(" "))) / _STEP * em
    pattern = pattern.strip()
    heading = pattern.startswith(HEADING)
    words = pattern.removeprefix(HEADING).strip()
    found = None if heading else NUMBER.match(words)
    label = found[0] if found else ""
    hang = fonts.width(label, clauses.size) / MM + 0.4 * em if label else 0.0
    left, width = paper.left + inset + hang, paper.inner - inset - hang
    text = values.fill(words[len(label) :].strip())
    plain = clauses.indent and not heading and not label and not inset
    rows = wrapped(text, width, clauses.size, bold=heading, indent=plain)
    height = clauses.size * clauses.leading / MM
    for at, row in enumerate(rows):
        mark = (label, left - hang) if at == 0 else ("", 0.0)
        last = at == len(rows) - 1
        keep = heading or (not last and (at == 0 or at == len(rows) - 2))
        yield Piece(height, _line(row, left, width, clauses, mark, heading, flush=not last), keep)


def _line(
    row: str,
    left: float,
    width: float,
    clauses: Clauses,
    mark: tuple[str, float],
    heading: bool,
    *,
    flush: bool,
) -> Callable[[Pen, float], None]:
    spacing = _flush(row, width, clauses.size) if flush and not heading else 0.0
    middle = clauses.size * clauses.leading / MM / 2

    def draw(pen: Pen, y: float) -> None:
        label, at = mark
        grey = clauses.grey
        pen.middle_text(at, y + middle, label, clauses.size, grey=grey)
        pen.middle_text(left, y + middle, row, clauses.size, bold=heading, spacing=spacing, grey=grey)

    return draw


def _flush(row: str, width: float, size: float) -> float:
    """Return the points between letters that make a line end at the right edge, 0 where it is too short."""
    if len(row) < 2:
        return 0.0
    gap = (width * MM - fonts.width(row, size)) / (len(row) - 1)
    return gap if 0 < gap <= _WIDEST_GAP * size else 0.0
