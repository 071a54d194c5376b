"""QR and Code 128, black on white, with quiet zones, as rectangles: nothing to blur in print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno
from reportlab.graphics.barcode.code128 import Code128

_QR_QUIET = 4
"""Free modules around a QR (ISO/IEC 18004)."""
_BAR_QUIET = 10
"""Free modules at either side of a Code 128 (ISO/IEC 15417)."""
_MASK = 3
"""A fixed mask is read as well as the best of eight, and found four times as fast."""

_HAIR_OVER = 1.02
"""The height of a row of a QR: some viewers show seams between rows that only touch."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Dark runs as (column, row, length), each `high`, in modules; `across` by `down` with the quiet zones."""

    across: int
    down: int
    runs: tuple[tuple[int, int, int], ...]
    high: float = 1


@lru_cache(maxsize=8)
def qr(text: str) -> Pattern | None:
    """Return the pattern of a QR of `text`, None for no text; every page of a document asks for the same."""
    if not text:
        return None
    rows = segno.make_qr(text, error="m", mask=_MASK, boost_error=False).matrix
    across = len(rows) + 2 * _QR_QUIET
    found = [
        (_QR_QUIET + start, _QR_QUIET + number, length)
        for number, row in enumerate(rows)
        for start, length in _runs(bytes(row))
    ]
    return Pattern(across, across, tuple(found), _HAIR_OVER)


@lru_cache(maxsize=8)
def code128(text: str) -> Pattern | None:
    """Return the bars of `text`, one row high; None unless it is printable ASCII."""
    if not text or any(not " " <= char <= "~" for char in text):
        return None
    bars = _bars(text)
    found = tuple((_BAR_QUIET + start, 0, length) for start, length in _runs(bars))
    return Pattern(len(bars) + 2 * _BAR_QUIET, 1, found)


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
