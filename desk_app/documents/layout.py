"""What stands in the body of each page: blocks around one list, or blocks that run on.

Usually the blocks above the list stand on every page, the list takes what they leave, and totals
and signatures stand at the foot of the last page. Where a form says so, or where its values need
more than that, all blocks run on from page to page instead, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desk_app.documents import blocks, ledger
from desk_app.documents.flow import Laid, Placed, lay
from desk_app.documents.form import Block, Copy, Form, Table
from desk_app.documents.ledger import Ledger
from desk_app.documents.pen import Pen, fit
from desk_app.documents.values import Values

Body = Callable[[Pen], None]
"""Draws the body of one page."""

_CONTINUED = 5.0
"""Room under a list that runs on, for the words that say so, mm."""
_CONTINUED_SIZE = 7.5
_HAIR = 0.01


def pages(form: Form, copy: Copy, values: Values) -> list[Body]:
    """Return how to draw the body of every page of a copy, at least one."""
    if not form.blocks:
        return [lambda pen: None]
    return (None if form.flow else _around_list(form, copy, values)) or _running_on(form, copy, values)


def _around_list(form: Form, copy: Copy, values: Values) -> list[Body] | None:
    """Return the pages of the usual layout, None when the values are too long for it."""
    lead, tail, listed = _measure(form, copy, values)
    least = form.table.row_height * 2 + form.table.gap if form.table else 0.0
    if _height(lead) + _height(tail) + least > form.room + _HAIR:
        return None
    count = len(listed.pages) if listed else 1
    return [_page(form, page, page == count - 1, lead, tail, listed) for page in range(count)]


def _measure(form: Form, copy: Copy, values: Values) -> tuple[list[Placed], list[Placed], Ledger | None]:
    """Share the room between grid and list so that neither loses words; the list comes first."""
    tried = []
    for most in range(blocks.GRID_LINES, 0, -1):
        lead = [blocks.place(block, form, values, most) for block in form.lead]
        tail = [blocks.place(block, form, values, most) for block in form.tail]
        listed = _measure_list(form, copy, values, _height(lead), _height(tail))
        over = _height(lead) + _height(tail) > form.room + _HAIR
        cut = any(block.cut for block in (*lead, *tail))
        tried.append(((over, bool(listed and listed.cut), cut), lead, tail, listed))
        if not any(tried[-1][0]):
            break
    _, lead, tail, listed = min(tried, key=lambda one: one[0])
    return lead, tail, listed


def _measure_list(form: Form, copy: Copy, values: Values, lead: float, tail: float) -> Ledger | None:
    if form.table is None:
        return None
    room = form.room - lead - form.table.gap
    return ledger.measure(form.table, copy.name, form.paper, values, room - _CONTINUED, room - tail)


def _height(placed: Sequence[Placed]) -> float:
    return sum(block.gap + block.height for block in placed)


def _page(
    form: Form, page: int, last: bool, lead: Sequence[Placed], tail: Sequence[Placed], listed: Ledger | None
) -> Body:
    def draw(pen: Pen) -> None:
        y = _draw_down(pen, form.body_top, lead)
        foot = form.body_bottom - _height(tail)
        if listed and form.table:
            listed.draw(pen, y + form.table.gap, page, foot)
        if last:
            _draw_down(pen, foot, tail)

    return draw


def _draw_down(pen: Pen, y: float, placed: Sequence[Placed]) -> float:
    for block in placed:
        y += block.gap
        block.draw(pen, y)
        y += block.height
    return y


def _running_on(form: Form, copy: Copy, values: Values) -> list[Body]:
    """Return pages that all blocks run over; the signatures stand at the foot of the last one."""
    closing = form.closing
    flowing = form.blocks[: len(form.blocks) - len(closing)]
    tail = [_place(block, form, copy, values) for block in closing]
    room = form.room - _CONTINUED
    laid = lay([_place(block, form, copy, values) for block in flowing], room, _height(tail) - _CONTINUED)
    return [_running_page(form, page, tail if page is laid[-1] else None) for page in laid]


def _place(block: Block, form: Form, copy: Copy, values: Values) -> Placed:
    room = form.room - _CONTINUED
    if isinstance(block, Table):
        return ledger.strips(block, copy.name, form.paper, values, room)
    return blocks.place(block, form, values, room=room)


def _running_page(form: Form, page: Laid, tail: Sequence[Placed] | None) -> Body:
    """Return one page; without `tail` it says that another one follows."""

    def draw(pen: Pen) -> None:
        for y, piece in page:
            piece.draw(pen, form.body_top + y)
        if tail is not None:
            _draw_down(pen, form.body_bottom - _height(tail), tail)
        elif words := next((block.continued for block in form.blocks if isinstance(block, Table)), ""):
            right, y = form.paper.left + form.paper.inner, form.body_bottom - _CONTINUED / 2
            line = fit(words, form.paper.inner, 1, _CONTINUED_SIZE, 5)
            pen.fitted(right, y, line, grey=True, align="right")

    return draw
