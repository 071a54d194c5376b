"""Break text into lines by Chinese rules, shrink what is too long, and cut only as the last resort.

Nothing here knows a font: widths come from a `Measure`, so the rules can be tested alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

Measure = Callable[[str, float], float]
"""(text, size in points) -> width in points."""

NO_START = frozenset("，。、；：？！…—～·》〉」』】〕〗）］｝”’％‰℃°,.;:?!)]}%¢々ー〞︰–")
"""Marks that may not begin a line (GB/T 15834 and common practice)."""

NO_END = frozenset("《〈「『【〔〖（［｛“‘￥＄£([{$¥#№≥≤±≈")
"""Marks that may not end a line."""

_AMOUNT = re.compile(r"(?<!\d)\d{1,4} $")
"""A figure that stays with the unit behind it: 10 m, 230 V."""

_JOINTS = "-/_@&·"

ELLIPSIS = "…"
LEADING = 1.24
"""Line distance in units of the size."""

_NEAR = 0.01
"""Widths added up, points, may be wrong by less than this; nearer to the edge the line is measured."""
_STEP = 0.25
_ONE_LINE = 0.86
"""A text is set on one line down to this part of its size before it is wrapped."""
_SEVERAL_LINES = 0.89
"""Wrapped text starts at this part of its size: rows stay low."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text made to fit: its size in points, its lines, and whether something was cut off."""

    size: float
    lines: tuple[str, ...]
    cut: bool = False

    @property
    def height(self) -> float:
        """Return the height of all lines in points."""
        return len(self.lines) * self.size * LEADING


def clean(text: str) -> str:
    """Return `text` without what cannot be printed.

    Lone surrogates, control characters, direction marks and variation selectors go; line ends,
    tabs and every other kind of space become one plain space each.
    """
    kept: list[str] = []
    for char in text:
        kind = unicodedata.category(char)
        if char in "\t\n\r\v\f\x85" or kind in ("Zs", "Zl", "Zp"):
            kept.append(" ")
        elif kind not in ("Cc", "Cf", "Cs", "Cn") and not _selects_a_variant(char):
            kept.append(char)
    return "".join(kept)


def _selects_a_variant(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def units(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may be broken; joined they are `text` again.

    Latin words, numbers, addresses stay whole; a mark stays with its neighbour; spaces hang on
    the piece before them.
    """
    piece = ""
    for char in text:
        if piece and _may_break(piece, char):
            yield piece
            piece = char
        else:
            piece += char
    if piece:
        yield piece


def _may_break(piece: str, after: str) -> bool:
    if after == " " or after in NO_START or unicodedata.combining(after):
        return False
    if piece.rstrip()[-1:] in NO_END or (after.isascii() and after.isalpha() and _AMOUNT.search(piece)):
        return False
    if piece[-1] == " ":
        return True
    return not (_is_word(piece[-1]) and _is_word(after))


def _is_word(char: str) -> bool:
    """Return whether `char` belongs to a script written with spaces between its words."""
    return unicodedata.east_asian_width(char) not in ("W", "F") and (char < "\u2000" or char.isalpha())


def wrap(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """Break `text` into lines of at most `width` points; spaces at line ends are dropped.

    A piece longer than a line is broken inside, as there is no other way. An empty text is one
    empty line.
    """
    done: list[str] = []
    line, wide = "", 0.0
    for unit in _pieces(text):
        more = measure(unit, size)
        if wide + more < width - _NEAR or measure((line + unit).rstrip(), size) <= width:
            line, wide = line + unit, wide + more
            continue
        if line.strip():
            done.append(line.rstrip())
        if line.strip() and more <= width:
            line, wide = unit, more
            continue
        *full, line = _chop(unit.lstrip() if not line.strip() else unit, width, size, measure)
        wide = measure(line, size)
        done.extend(full)
    done.append(line.rstrip())
    return done


@lru_cache(maxsize=128)
def _pieces(text: str) -> tuple[str, ...]:
    """Return the units of a text, which is broken at one size after another until it fits."""
    return tuple(units(text))


def _chop(unit: str, width: float, size: float, measure: Measure) -> list[str]:
    """Cut one unbreakable piece at the width, after a joint like - or / where there is one.

    A combining mark stays with its letter.
    """
    parts = [""]
    for char in unit:
        grown = parts[-1] + char
        if not parts[-1] or unicodedata.combining(char) or measure(grown.rstrip(), size) <= width:
            parts[-1] = grown
            continue
        joint = max(parts[-1].rfind(mark) for mark in _JOINTS) + 1
        kept = parts[-1][:joint] or parts[-1]
        parts[-1], rest = kept, parts[-1][len(kept) :]
        parts.append(rest + char)
    return [part.rstrip() for part in parts[:-1]] + parts[-1:]


def shorten(text: str, width: float, size: float, measure: Measure) -> str:
    """Return as much of `text` as fits `width` points, ending in an ellipsis when cut."""
    if measure(text, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, size) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def fit(text: str, width: float, most: int, size: float, smallest: float, measure: Measure) -> Fitted:
    """Set `text` in a column of `width` points and at most `most` lines.

    First one line, a little smaller if need be; then as few lines as do; then smaller letters
    down to `smallest`; only then an ellipsis.
    """
    text = text.strip()
    for step in _sizes(size, max(smallest, size * _ONE_LINE) if most > 1 else smallest):
        if measure(text, step) <= width:
            return Fitted(step, (text,))
    tried: dict[float, list[str]] = {}
    for count in range(2, most + 1):
        for step in _sizes(max(smallest, size * _SEVERAL_LINES), smallest):
            broken = tried.get(step) or wrap(text, width, step, measure)
            tried[step] = broken
            if len(broken) <= count:
                return Fitted(step, tuple(broken))
    broken = tried.get(smallest) or wrap(text, width, smallest, measure)
    if len(broken) <= most:
        return Fitted(smallest, tuple(broken))
    return _cut(text, broken, width, most, smallest, measure)


def prose(text: str, width: float, most: int, size: float, smallest: float, measure: Measure) -> Fitted:
    """Set a longer text: in its full size over as many lines as it takes, smaller only beyond `most`."""
    text = text.strip()
    for step in _sizes(size, smallest):
        broken = wrap(text, width, step, measure)
        if len(broken) <= most:
            return Fitted(step, tuple(broken))
    return _cut(text, broken, width, most, smallest, measure)


def _cut(text: str, broken: list[str], width: float, most: int, smallest: float, measure: Measure) -> Fitted:
    """Keep the first lines of a text that was broken at its smallest size, the last with an ellipsis."""
    rest = text
    for line in broken[: most - 1]:
        rest = rest[rest.index(line) + len(line) :].lstrip()
    last = shorten(rest, width, smallest, measure)
    if not last.endswith(ELLIPSIS):
        last = shorten(last + ELLIPSIS, width, smallest, measure)
    return Fitted(smallest, (*broken[: most - 1], last), cut=True)


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size > smallest:
        yield size
        size -= _STEP
    yield smallest
