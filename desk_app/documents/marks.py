"""Marks on a copy of a document: 补打, 作废 and 草稿. The bytes themselves stay as they are.

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

import io
import math
from functools import lru_cache

from pypdf import PageObject, PdfReader, PdfWriter

from desk_app.documents import fonts
from desk_app.documents.form import SMALL, SMALL_CLEAR
from desk_app.documents.lines import clean
from desk_app.documents.pen import MM, Pen, document, fit

REPRINT_BASELINE = 6.6
"""Height of the reprint mark, mm: forms leave the upper 8 mm free (form.TOP_CLEAR)."""
_REPRINT_SIZE = 8.5
_CARD_BASELINE, _CARD_SIZE = 1.75, 4.2
"""The same on a card, which leaves 2 mm free (form.SMALL_CLEAR)."""
_VOID = "作废"
_VOID_RED = (0.86, 0.16, 0.16)
_VOID_SHADE = 0.24
_DRAFT = "草稿"
_DRAFT_GREY = (0.36, 0.40, 0.44)
_DRAFT_SHADE = 0.16


def reprint_words(times: int, at: str, by: str) -> str:
    """Return the words of the reprint mark, e.g. 补打第 1 次 2026-11-22 10:42 李敏."""
    return f"补打第 {times} 次 {at} {by}"


def mark(pdf: bytes, *, reprint: str | None = None, void: bool = False, draft: bool = False) -> bytes:
    """Return a copy of `pdf` with the marks on every page; equal input, equal bytes.

    `reprint` stands at the upper edge, where forms print nothing; 作废 lies across the page in a
    light red that hides nothing, 草稿 in a light grey. All can be selected and searched. What is
    void is no draft any more: of the two only 作废 is printed.
    """
    if not reprint and not void and not draft:
        return pdf
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        width, height = float(page.mediabox.width) / MM, float(page.mediabox.height) / MM
        page.merge_page(_overlay(width, height, clean(reprint or ""), void, draft))
    for page in writer.pages:
        page.compress_content_streams()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


@lru_cache(maxsize=4)
def _overlay_bytes(width: float, height: float, reprint: str, void: bool, draft: bool) -> bytes:
    small = min(width, height) < SMALL
    size, baseline, edge = (_CARD_SIZE, _CARD_BASELINE, 3) if small else (_REPRINT_SIZE, REPRINT_BASELINE, 8)

    def draw(pen: Pen) -> None:
        if void:
            _draw_across(pen, _VOID, _VOID_RED, _VOID_SHADE)
        elif draft:
            _draw_across(pen, _DRAFT, _DRAFT_GREY, _DRAFT_SHADE)
        if reprint:
            words = fit(reprint, width * (0.9 if small else 0.44), 1, size, min(size, 5), bold=True)
            if small:  # a card may be dark up to its edge
                wide = fonts.width(words.lines[0], words.size, bold=True) / MM
                pen.clear(width - edge - wide - 0.6, 0.15, wide + 1.2, SMALL_CLEAR)
            pen.text(width - edge, baseline, words.lines[0], words.size, bold=True, align="right")
        pen.new_page()

    return document(width, height, "", draw)


def _overlay(width: float, height: float, reprint: str, void: bool, draft: bool) -> PageObject:
    return PdfReader(io.BytesIO(_overlay_bytes(width, height, reprint, void, draft))).pages[0]


def _draw_across(pen: Pen, word: str, colour: tuple[float, float, float], shade: float) -> None:
    """Write a word along the rising diagonal, as large as the page allows."""
    canvas = pen.canvas
    width, height = pen.width * MM, pen.height * MM
    size = min(width, height) * 0.42
    canvas.saveState()
    canvas.setFillColorRGB(*colour, alpha=shade)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(math.degrees(math.atan2(height, width)))
    canvas.setFont(fonts.BOLD, size)
    gap = size * 0.25
    wide = fonts.width(word, size, bold=True) + gap
    canvas.drawString(-wide / 2, -size * 0.36, word, charSpace=gap)
    canvas.restoreState()
