"""Draw a form with its values: PDF bytes, the same for the same input.

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.documents import blocks, codes, ledger
from desk_app.documents.blocks import Placed
from desk_app.documents.form import COPY_EDGE, Copy, Form, Text, line_height
from desk_app.documents.ledger import Ledger
from desk_app.documents.pen import MM, Pen, document, fit
from desk_app.documents.values import Values

_CONTINUED = 5.0
"""Room under a list that runs on, for the words that say so, mm."""
_NOTE_SIZE = 6.0


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF and the characters that had to be printed as 〓."""

    pdf: bytes
    missing: tuple[str, ...]


def render(form: Form, values: Mapping[str, object], *, copies: Sequence[str] | None = None) -> bytes:
    """Return the PDF of `form` with `values`, all copies or those named, in the form's order.

    Values are formatted words, lists of mappings for the table. User text is never markup. A
    character that the font lacks prints as 〓 with its code point at the top edge.
    """
    return render_checked(form, values, copies=copies).pdf


def render_checked(
    form: Form, values: Mapping[str, object], *, copies: Sequence[str] | None = None
) -> Rendered:
    """Return the PDF and what could not be printed; KeyError when a copy is not the form's."""
    chosen = [copy for copy in form.copies if copies is None or copy.name in copies]
    unknown = set(copies or ()) - {copy.name for copy in form.copies}
    if unknown or not chosen:
        raise KeyError(*sorted(unknown or {""}))
    missing: set[str] = set()

    def draw(pen: Pen) -> None:
        for copy in chosen:
            missing.update(_draw_copy(pen, form, copy, values))

    pdf = document(form.paper.width, form.paper.height, form.title, draw)
    return Rendered(pdf, tuple(sorted(missing)))


def _draw_copy(pen: Pen, form: Form, copy: Copy, given: Mapping[str, object]) -> set[str]:
    """Draw all pages of one copy; returns the characters that the font lacks."""
    fixed = {"copy": copy.heading, "title": form.title, "code": form.code, "version": form.version}
    values = Values(given, copy, fixed)
    lead, tail, listed = _measure(form, copy, values)
    pages = len(listed.pages) if listed else 1
    for page in range(pages):
        here = values.on_page(page + 1, pages)
        _draw_page(pen, form, here, page, pages, lead, tail, listed)
        if len(form.copies) > 1:
            _draw_edge(pen, form, copy)
        _draw_missing(pen, form, values.missing)
        pen.new_page()
    return values.missing


def _measure(form: Form, copy: Copy, values: Values) -> tuple[list[Placed], list[Placed], Ledger | None]:
    """Share the room between grid and list so that neither loses words; the list comes first."""
    tail = [blocks.place(block, form, values) for block in form.tail]
    tried = []
    for most in range(blocks.GRID_LINES, 0, -1):
        lead = [blocks.place(block, form, values, most) for block in form.lead]
        listed = _measure_list(form, copy, values, _height(lead), _height(tail))
        tried.append((listed.cut if listed else False, any(block.cut for block in lead), lead, listed))
        if not any(tried[-1][:2]):
            break
    _, _, lead, listed = min(tried, key=lambda one: one[:2])
    return lead, tail, listed


def _measure_list(form: Form, copy: Copy, values: Values, lead: float, tail: float) -> Ledger | None:
    if form.table is None:
        return None
    room = form.body_bottom - form.body_top - lead - form.table.gap
    return ledger.measure(form.table, copy.name, form.paper, values, room - _CONTINUED, room - tail)


def _height(placed: Sequence[Placed]) -> float:
    return sum(block.gap + block.height for block in placed)


def _draw_page(
    pen: Pen,
    form: Form,
    values: Values,
    page: int,
    pages: int,
    lead: Sequence[Placed],
    tail: Sequence[Placed],
    listed: Ledger | None,
) -> None:
    last = page == pages - 1
    for text in form.texts:
        if text.pages == "all" or last:
            _draw_text(pen, text, values)
    for code in form.codes:
        shape = codes.qr(values.raw(code.field), code.x, code.y, code.width)
        if code.kind == "code128":
            shape = codes.code128(values.raw(code.field), code.x, code.y, code.width, code.height)
        if shape:
            pen.black(shape)
    y = _draw_down(pen, form.body_top, lead)
    foot = form.body_bottom - _height(tail)
    if listed and form.table:
        listed.draw(pen, y + form.table.gap, page, foot)
    if last:
        _draw_down(pen, foot, tail)


def _draw_down(pen: Pen, y: float, placed: Sequence[Placed]) -> float:
    for block in placed:
        y += block.gap
        block.draw(pen, y)
        y += block.height
    return y


def _draw_text(pen: Pen, text: Text, values: Values) -> None:
    words = values.fill(text.value)
    gaps = text.spacing * (len(words) - 1) / MM
    fitted = fit(words, text.width - gaps, text.lines, text.size, blocks.smallest(text.size), bold=text.bold)
    x = text.x + {"left": 0.0, "center": text.width / 2, "right": text.width}[text.align]
    middle = text.y + line_height(text.size) / 2
    if text.spacing:
        line = fitted.lines[0]
        pen.middle_text(
            x,
            middle,
            line,
            fitted.size,
            bold=text.bold,
            grey=text.grey,
            align=text.align,
            spacing=text.spacing,
        )
        return
    middle += (len(fitted.lines) - 1) * line_height(fitted.size) / 2
    pen.fitted(x, middle, fitted, bold=text.bold, grey=text.grey, align=text.align)


def _draw_edge(pen: Pen, form: Form, copy: Copy) -> None:
    """Write the copy's name down the right edge, letters upright."""
    size, step = 9.0, 3.9
    letters = copy.heading
    x = form.paper.width - form.paper.right + COPY_EDGE * 0.45
    height = sum(step * (0.5 if letter == " " else 1) for letter in letters)
    y = (form.body_top + form.body_bottom - height) / 2
    for letter in letters:
        tall = step * (0.5 if letter == " " else 1)
        pen.middle_text(x, y + tall / 2, letter.strip(), size, grey=True, align="center")
        y += tall


def _draw_missing(pen: Pen, form: Form, missing: set[str]) -> None:
    """Say at the top edge which characters 〓 stands for, so that they can be written in by hand."""
    if not missing:
        return
    points = " ".join(f"U+{ord(char):04X}" for char in sorted(missing))
    words = fit(f"字库缺字 〓:{points}", form.paper.inner * 0.48, 1, _NOTE_SIZE, 5)
    pen.fitted(form.paper.left, 6.0, words, grey=True)
