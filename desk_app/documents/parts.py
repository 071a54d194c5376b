"""What stands at fixed places of a form: boxes, pictures, words, codes, drawn in this order.

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from desk_app.documents import codes
from desk_app.documents.form import Box, Code, Copy, Form, Image, Text, line_height
from desk_app.documents.lines import Fitted
from desk_app.documents.measures import smallest
from desk_app.documents.pen import MM, Pen, fit
from desk_app.documents.values import Values

_Part = TypeVar("_Part", Box, Image, Text, Code)

_EMPTY = 8.0
"""The size of the word that stands where a picture is missing, points."""


def draw_parts(pen: Pen, form: Form, copy: Copy, values: Values, *, first: bool, last: bool) -> None:
    """Draw the fixed parts of one page of one copy."""
    for box in _of(form.boxes, copy):
        _draw_box(pen, box)
    for image in _of(form.images, copy):
        _draw_image(pen, image, values)
    for text in _of(form.texts, copy):
        if text.pages == "all" or (first if text.pages == "first" else last):
            _draw_text(pen, text, values)
    for code in _of(form.codes, copy):
        _draw_code(pen, code, values)


def _of(parts: Iterable[_Part], copy: Copy) -> Iterable[_Part]:
    return (part for part in parts if not part.copies or copy.name in part.copies)


def _draw_box(pen: Pen, box: Box) -> None:
    if box.fill == "stamp":
        pen.stamp_ring(box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height))
        return
    if box.fill != "none":
        pen.tint(box.x, box.y, box.width, box.height, dark=box.fill == "dark")
    if box.line:
        pen.box(box.x, box.y, box.width, box.height, thick=box.line)


def _draw_image(pen: Pen, image: Image, values: Values) -> None:
    """Draw the picture in the middle of its place; without one a frame, with a word where there is one."""
    from desk_app.documents import pictures

    source = values.picture(image.field)
    cover = image.fit == "cover"
    picture = pictures.prepare(source, image.width, image.height, cover=cover) if source else None
    if picture:
        width, height = image.width * picture.across, image.height * picture.down
        left, top = image.x + (image.width - width) / 2, image.y + (image.height - height) / 2
        pen.picture(left, top, width, height, picture.jpeg)
    elif image.empty:
        word = fit(image.empty, image.width - 1, 1, _EMPTY, 4)
        middle = image.y + image.height / 2
        pen.fitted(image.x + image.width / 2, middle, word, grey=True, align="center")
    if image.frame:
        pen.box(image.x, image.y, image.width, image.height)


def _draw_code(pen: Pen, code: Code, values: Values) -> None:
    words = values.raw(code.field)
    if code.kind == "code128":
        pattern, height = codes.code128(words), code.height
    else:
        pattern, height = codes.qr(words), code.width
    if pattern:
        pen.pattern(code.x, code.y, code.width, height, pattern)


def _draw_text(pen: Pen, text: Text, values: Values) -> None:
    fitted, spacing = _fit_text(text, values.fill(text.value))
    x = text.x + {"left": 0.0, "center": text.width / 2, "right": text.width}[text.align]
    middle = text.y + line_height(text.size) / 2
    if not text.spacing:
        middle += (len(fitted.lines) - 1) * line_height(fitted.size) / 2
    pen.fitted(
        x,
        middle,
        fitted,
        bold=text.bold,
        grey=text.grey,
        white=text.white,
        align=text.align,
        spacing=spacing,
    )


def _fit_text(text: Text, words: str) -> tuple[Fitted, float]:
    """Return the fitted words and the spacing between letters, which goes first where room is short."""
    floor = text.smallest or min(text.size, smallest(text.size))
    spacing = min(text.spacing, 0.4 * text.width * MM / max(len(words), 1))
    gaps = spacing * (len(words) - 1) / MM
    lines = 1 if text.spacing else text.lines
    return fit(words, text.width - gaps, lines, text.size, floor, bold=text.bold), spacing
