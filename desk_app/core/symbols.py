"""Codes that people read off paper: 32 symbols, groups of five, one symbol that finds what was mistyped.

The alphabet leaves out I, L, O and U; whoever types O for 0 or I for 1, in small letters or full-width, with or
without dashes and spaces, is understood. The check symbol finds every wrong symbol and every two that
changed places.
"""

from __future__ import annotations

import unicodedata

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 5
_MEANT = str.maketrans("OIL", "011")


def groups(code: str) -> list[str]:
    """Return a code in readable pieces of five; the check symbol stands last, alone."""
    return [code[at : at + GROUP] for at in range(0, len(code), GROUP)]


def letters(text: str) -> str:
    """Return what was meant by a typed text, without dashes and spaces; what is no symbol stays in it."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(_MEANT)
    return "".join(letter for letter in folded if letter.isalnum())


def all_symbols(code: str) -> bool:
    """Say whether a code is of nothing but symbols."""
    return set(code) <= set(SYMBOLS)


def check(code: str) -> str:
    """Return the symbol that makes the code's polynomial over GF(32) vanish at its primitive element."""
    rest = 0
    for symbol in code:
        rest = _times_two(rest) ^ SYMBOLS.index(symbol)
    return SYMBOLS[_times_two(rest)]


def right(code: str) -> bool:
    """Say whether the last symbol is the one that belongs to the others."""
    return check(code[:-1]) == code[-1]


def _times_two(value: int) -> int:
    return value << 1 if value < 16 else value << 1 ^ 0b100101
