"""What stands on which page: the rows of one list, or blocks that run on from page to page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk_app.documents.pen import Pen

_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of a block that is never cut: its height in mm and how to draw it at a height.

    A piece that is to `keep` stands on the page of the one after it.
    """

    height: float
    draw: Callable[[Pen, float], None]
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A measured block: the gap above it in mm and its strips; `head` is repeated on every page of it."""

    gap: float
    pieces: tuple[Piece, ...]
    head: Piece | None = None
    cut: bool = False

    @property
    def height(self) -> float:
        """Return the height of the whole block without its gap, mm."""
        return (self.head.height if self.head else 0.0) + sum(piece.height for piece in self.pieces)

    def draw(self, pen: Pen, y: float) -> None:
        """Draw the whole block with its upper edge at `y` mm."""
        for piece in (self.head, *self.pieces) if self.head else self.pieces:
            piece.draw(pen, y)
            y += piece.height


def whole(
    height: float, gap: float, draw: Callable[[Pen, float], None], *, cut: bool = False, keep: bool = False
) -> Placed:
    """Return a block that is never cut between pages."""
    return Placed(gap, (Piece(height, draw, keep),), cut=cut)


Laid = list[tuple[float, Piece]]
"""The strips of one page and how far each stands below the upper edge of the body, mm."""


def lay(blocks: Sequence[Placed], room: float, tail: float) -> list[Laid]:
    """Spread blocks over pages of `room` mm, at least one; the last one leaves `tail` mm at its foot.

    Strips keep their order. The last page takes a strip along, so that signatures do not stand
    alone, wherever both have room on it. A strip higher than the room gets a page to itself.
    """
    runs = _runs(blocks)
    pages = _fill(runs, room, None)
    if _end(pages[-1]) + tail <= room + _HAIR:
        return pages
    again = _fill(runs, room, len(runs) - 1)
    if len(again) == len(pages) + 1 and _end(again[-1]) + tail <= room + _HAIR:
        return again
    return [*pages, []]


_Run = list[tuple[Placed, int]]


def _runs(blocks: Sequence[Placed]) -> list[_Run]:
    """Return what must stand together: (block, number of the strip)."""
    runs: list[_Run] = [[]]
    for block in blocks:
        for at, piece in enumerate(block.pieces):
            runs[-1].append((block, at))
            if not piece.keep:
                runs.append([])
    return [run for run in runs if run]


def _fill(runs: Sequence[_Run], room: float, turn: int | None) -> list[Laid]:
    """Fill page after page; a new one begins before the run `turn` in any case."""
    pages: list[Laid] = [[]]
    for number, run in enumerate(runs):
        placed = _stack(run, _end(pages[-1]))
        if pages[-1] and (number == turn or _end(placed) > room + _HAIR):
            pages.append([])
            placed = _stack(run, 0.0)
        pages[-1] += placed
    return pages


def _stack(run: _Run, y: float) -> Laid:
    """Return the strips of a run from height `y` on; 0 is the upper edge, where no gap is left."""
    placed: Laid = []
    for block, at in run:
        if at == 0 and y > 0:
            y += block.gap
        if block.head and (at == 0 or y == 0):
            placed.append((y, block.head))
            y += block.head.height
        placed.append((y, block.pieces[at]))
        y += block.pieces[at].height
    return placed


def _end(page: Laid) -> float:
    return page[-1][0] + page[-1][1].height if page else 0.0


def paginate(heights: Sequence[float], full: float, last: float) -> list[range]:
    """Return the rows of every page, in order, at least one page.

    `full` is the room of a page that is followed by another, `last` that of the last one, which
    also carries total and signatures. The last page never stands without a row when there are
    any. A row higher than the room gets a page to itself.
    """
    pages: list[range] = []
    start = 0
    while sum(heights[start:]) > last + _HAIR and len(heights) - start > 1:
        end, used = start, 0.0
        while end < len(heights) - 1 and (end == start or used + heights[end] <= full + _HAIR):
            used += heights[end]
            end += 1
        pages.append(range(start, end))
        start = end
    pages.append(range(start, len(heights)))
    return pages
