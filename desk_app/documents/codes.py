"""QR and Code 128, black on white, with quiet zones, as rectangles: nothing to blur in print."""

from __future__ import annotations

from functools import lru_cache

import segno
from reportlab.graphics.barcode.code128 import Code128

Rect = tuple[float, float, float, float]

_QR_QUIET = 4
"""Free modules around a QR (ISO/IEC 18004)."""
_BAR_QUIET = 10
"""Free modules at either side of a Code 128 (ISO/IEC 15417)."""
_MASK = 3
"""A fixed mask is read as well as the best of eight, and found four times as fast."""


@lru_cache(maxsize=8)
def qr(text: str, x: float, y: float, size: float) -> tuple[Rect, ...]:
    """Return the dark parts of a QR of `text` in a square of `size`, quiet zone included.

    Rectangles are (x, y, width, height) from the top left, in the unit of the arguments. An empty
    text gives none. A document asks for the same code on every page.
    """
    if not text:
        return ()
    rows = segno.make_qr(text, error="m", mask=_MASK, boost_error=False).matrix
    module = size / (len(rows) + 2 * _QR_QUIET)
    found: list[Rect] = []
    for number, row in enumerate(rows):
        for start, length in _runs(bytes(row)):
            found.append(
                (
                    x + (_QR_QUIET + start) * module,
                    y + (_QR_QUIET + number) * module,
                    length * module,
                    module * 1.02,  # a hair over, or some viewers show seams between rows
                )
            )
    return tuple(found)


@lru_cache(maxsize=8)
def code128(text: str, x: float, y: float, width: float, height: float) -> tuple[Rect, ...]:
    """Return the bars of `text` within `width`, quiet zones included; empty unless printable ASCII."""
    if not text or any(not " " <= char <= "~" for char in text):
        return ()
    pattern = _bars(text)
    module = width / (len(pattern) + 2 * _BAR_QUIET)
    return tuple(
        (x + (_BAR_QUIET + start) * module, y, length * module, height) for start, length in _runs(pattern)
    )


def _bars(text: str) -> bytes:
    """Return one byte a module, 1 for dark, from reportlab's encoder."""
    code = Code128(text, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    modules = bytearray()
    for char in code.decomposed:
        modules += bytes([int(char.isupper())]) * (ord(char.lower()) - ord("a") + 1)
    return bytes(modules)


def _runs(modules: bytes) -> list[tuple[int, int]]:
    """Return (start, length) of every run of dark modules."""
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(modules):
        if not dark:
            continue
        if runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((index, 1))
    return runs
