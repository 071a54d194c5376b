"""The head of the history as a short code that stands outside the file: on printed logs, month reports, lists, backups.

`12345-9F3AQ-77C2K-…`: the number of changes, then 100 bits of the last one's hash and a symbol that checks what was
typed. Whoever cuts the history's tail off, or writes it anew with the key, cannot change what is on paper:
`verify --head CODE` says whether the paper's history is the file's (figures/safety.md §2(g)).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from desk_app.core import symbols
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

_SYMBOLS = 20
_BITS = 5


class Head(NamedTuple):
    """How many changes there are and the last one's hash, hex."""

    number: int
    hash: str

    @property
    def code(self) -> str:
        """The head as it is printed; "" of an empty history."""
        return (
            f"{self.number}-{'-'.join(symbols.groups(_signed(self.number, self.hash)))}"
            if self.number
            else ""
        )

    @property
    def line(self) -> str:
        """The words for the foot of a paper, in Chinese in every language of the window."""
        return f"记录核对码 {self.code}" if self.number else ""


@dataclass(frozen=True)
class Outside:
    """A head that stands outside the file, and the words for where it stands (「备份 desk-….db」)."""

    name: str
    head: Head


@dataclass(frozen=True)
class Printed:
    """A head as it was read from paper: the number and the symbols, without the rest of the hash."""

    number: int
    symbols: str

    def fits(self, found: str) -> bool:
        """Say whether a link with this hash is the one that was printed."""
        return self.symbols == _signed(self.number, found)


def read(text: str) -> Printed:
    """Return the code that was typed; RuleError with a sentence when it cannot be one."""
    typed = unicodedata.normalize("NFKC", text).strip()
    number, _dash, rest = typed.partition("-")
    number, letters = number.strip(), symbols.letters(rest)
    counted = number.isdecimal() and number.isascii() and len(number) <= 12
    if not counted or len(letters) != _SYMBOLS + 1 or not symbols.all_symbols(letters):
        raise RuleError(
            translate("Heads", "核对码应像 12345-XXXXX-XXXXX-XXXXX-XXXXX-X。请照纸上页脚逐组输入。"), "code"
        )
    if not symbols.right(_counted(int(number)) + letters):
        raise RuleError(translate("Heads", "核对码有一处不对(校验位不符)。请逐组核对后再输入。"), "code")
    return Printed(int(number), letters)


def _signed(number: int, digest: str) -> str:
    """Return 20 symbols of a hash and the check symbol over them and the number."""
    value = int(digest, 16) >> (256 - _SYMBOLS * _BITS)
    drawn = "".join(symbols.SYMBOLS[value >> (_BITS * n) & 31] for n in reversed(range(_SYMBOLS)))
    return drawn + symbols.check(_counted(number) + drawn)


def _counted(number: int) -> str:
    return f"{number:012d}"
