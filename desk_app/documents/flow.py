"""Which rows of a list stand on which page."""

from __future__ import annotations

from collections.abc import Sequence

_HAIR = 1e-6


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
