"""Marks on a copy of an issued document: 补打 and 作废. The issued bytes stay as they are.

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

import io
import math
from functools import lru_cache

from pypdf import PageObject, PdfReader, PdfWriter

from desk_app.documents import fonts
from desk_app.documents.lines import clean
from desk_app.documents.pen import MM, Pen, document, fit

REPRINT_BASELINE = 6.6
"""Height of the reprint mark, mm: forms leave the upper 8 mm free (template.TOP_CLEAR)."""
_REPRINT_SIZE = 8.5
_VOID = "作废"
_VOID_RED = (0.86, 0.16, 0.16)
_VOID_SHADE = 0.24


def reprint_words(times: int, at: str, by: str) -> str:
    """Return the words of the reprint mark, e.g. 补打第 1 次 2026-11-22 10:42 李敏."""
    return f"补打第 {times} 次 {at} {by}"


def mark(pdf: bytes, *, reprint: str | None = None, void: bool = False) -> bytes:
    """Return a copy of `pdf` with the marks on every page; equal input, equal bytes.

    `reprint` stands at the upper edge, where forms print nothing; 作废 lies across the page in a
    light red that hides nothing. Both can be selected and searched.
    """
    if not reprint and not void:
        return pdf
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        width, height = float(page.mediabox.width) / MM, float(page.mediabox.height) / MM
        page.merge_page(_overlay(width, height, clean(reprint or ""), void))
    for page in writer.pages:
        page.compress_content_streams()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@lru_cache(maxsize=4)
def _overlay_bytes(width: float, height: float, reprint: str, void: bool) -> bytes:
    def draw(pen: Pen) -> None:
        if void:
            _draw_void(pen)
        if reprint:
            words = fit(reprint, width * 0.44, 1, _REPRINT_SIZE, 5, bold=True)
            pen.text(width - 8, REPRINT_BASELINE, words.lines[0], words.size, bold=True, align="right")
        pen.new_page()

    return document(width, height, "", draw)


def _overlay(width: float, height: float, reprint: str, void: bool) -> PageObject:
    return PdfReader(io.BytesIO(_overlay_bytes(width, height, reprint, void))).pages[0]


def _draw_void(pen: Pen) -> None:
    """Write 作废 along the rising diagonal, as large as the page allows."""
    canvas = pen.canvas
    width, height = pen.width * MM, pen.height * MM
    size = min(width, height) * 0.42
    canvas.saveState()
    canvas.setFillColorRGB(*_VOID_RED, alpha=_VOID_SHADE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFont(fonts.BOLD, size)
    gap = size * 0.25
    wide = fonts.width(_VOID, size, bold=True) + gap
    canvas.drawString(-wide / 2, -size * 0.36, _VOID, charSpace=gap)
    canvas.restoreState()
