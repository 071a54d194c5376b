"""Text on its way into a sheet: never a formula, never cut unseen, never what breaks the file."""

from __future__ import annotations

import math
import re
import unicodedata

LIMIT = 32_767
"""What one cell holds, in UTF-16 units; Excel calls a file with more damaged."""

CUT = "…(超过单元格上限,后文未导出)"
NAME_LIMIT = 31

# What XML does not allow: control characters, lone surrogates, noncharacters (safety.md (h)).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RETURNS = re.compile("\r\n|\r")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_text(text: str) -> str:
    """Return `text` as a cell can hold it; what is too long ends with a visible mark.

    Illegal characters become U+FFFD; "_x0041_" is escaped, since Excel would show "A" for it.
    """
    text = _ILLEGAL.sub("\ufffd", _RETURNS.sub("\n", text))
    text = _ESCAPE.sub("_x005F_", text)
    return text if units(text) <= LIMIT else _cut(text)


def units(text: str) -> int:
    """Return the length of `text` as Excel counts it: an emoji is two."""
    if len(text) * 2 <= LIMIT or text.isascii():
        return len(text)
    return len(text) + sum(1 for character in text if character > "\uffff")


def _cut(text: str) -> str:
    room = LIMIT - len(CUT)
    used = 0
    for index, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > room:
            return text[:index] + CUT
    return text


def width(text: str) -> int:
    """Return how many Latin characters wide the widest line of `text` is; a Chinese character is two."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(
        sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in line) for line in text.split("\n")
    )


def lines_of(text: str, room: float) -> int:
    """Return how many lines `text` takes when it is broken at `room` Latin characters."""
    return sum(max(1, math.ceil(width(line) / room)) for line in text.split("\n"))


def sheet_name(text: str, taken: list[str]) -> str:
    """Return a name that Excel takes for a sheet and that is not in `taken`, case ignored."""
    base = _NAME.sub(" ", text).strip(" '")[:NAME_LIMIT] or "表"
    lower = {name.lower() for name in taken}
    name, number = base, 2
    while name.lower() in lower:
        ending = f" ({number})"
        name, number = base[: NAME_LIMIT - len(ending)] + ending, number + 1
    return name
