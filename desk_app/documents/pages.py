"""Look into a PDF: count its pages, make pictures of them, read their words back.

pdfium serves one thread at a time, so every call here takes one lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCK = threading.RLock()
_POINTS = 72
_HYPHEN_AT_LINE_END = "\ufffe"
_LARGEST = 12_000
"""Pixels at a side of a picture, whatever is asked for."""


class PageImage(NamedTuple):
    """A picture of a page: rows of `stride` bytes, 4 bytes BGRA a pixel, or 1 byte of grey."""

    width: int
    height: int
    stride: int
    data: bytes


class PageSize(NamedTuple):
    """The size of a page in mm."""

    width: float
    height: float


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, index: int = 0) -> PageSize:
    """Return the size of page `index` (from 0) in mm."""
    with _opened(pdf) as document:
        width, height = document.get_page_size(index)
        return PageSize(width * 25.4 / _POINTS, height * 25.4 / _POINTS)


def page_image(pdf: bytes, index: int, dpi: float, *, grey: bool = False) -> PageImage:
    """Return page `index` (from 0) on white at `dpi`: BGRA for the window, `grey` for a printer."""
    from pypdfium2 import raw

    kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRA
    with _opened(pdf) as document:
        page = document[index]
        scale = min(dpi / _POINTS, _LARGEST / max(page.get_size()))
        bitmap = page.render(scale=scale, force_bitmap_format=kind, fill_color=(255, 255, 255, 255))
        picture = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return picture


def text(pdf: bytes) -> str:
    """Return the words of all pages, a form feed between two pages."""
    with _opened(pdf) as document:
        return "\f".join(_words(document, index) for index in range(len(document)))


def looks_whole(pdf: bytes) -> bool:
    """Return whether `pdf` was written to its end and every page can be opened."""
    from pypdfium2 import PdfiumError

    if not pdf.startswith(b"%PDF-") or b"%%EOF" not in pdf[-1024:]:
        return False
    try:
        with _opened(pdf) as document:
            sizes = [document[index].get_size() for index in range(len(document))]
    except PdfiumError:
        return False
    return bool(sizes) and all(width > 0 and height > 0 for width, height in sizes)


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument

    with _LOCK:
        document = PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _words(document: PdfDocument, index: int) -> str:
    page = document[index]
    words = page.get_textpage()
    try:
        return str(words.get_text_range()).replace(_HYPHEN_AT_LINE_END, "-\n")
    finally:
        words.close()
        page.close()
