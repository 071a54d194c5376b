"""The recovery code on paper: 25 symbols of 5 random bits and one that checks them.

The alphabet leaves out I, L, O and U; whoever types O for 0 or I for 1, in small letters or full-width, with or
without dashes and spaces, is understood. The check symbol finds every wrong symbol and every two that
changed places, before the slow test of the code itself.
"""

from __future__ import annotations

import secrets
import unicodedata

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 25
GROUP = 5
_MEANT = str.maketrans("OIL", "011")


def new() -> str:
    """Return a new code with its check symbol, without dashes."""
    code = "".join(secrets.choice(SYMBOLS) for _ in range(LENGTH))
    return code + _check(code)


def groups(code: str) -> list[str]:
    """Return a code in readable pieces of five; the check symbol stands last, alone."""
    return [code[at : at + GROUP] for at in range(0, len(code), GROUP)]


def shown(code: str) -> str:
    """Return a code as it is read: 7K2M9-…-X."""
    return "-".join(groups(code))


def read(text: str) -> str:
    """Return the code that was typed; RuleError with a sentence when it cannot be one."""
    code = _letters(text)
    if len(code) != LENGTH + 1 or set(code) - set(SYMBOLS):
        words = translate("Vault", "恢复码应为 {length} 位字母和数字,现在是 {found} 位。请逐组核对。")
        raise RuleError(words.format(length=LENGTH + 1, found=len(code)), "code")
    if _check(code[:-1]) != code[-1]:
        raise RuleError(translate("Vault", "恢复码有一处不对(校验位不符)。请逐组核对后再输入。"), "code")
    return code


def looks_like(text: str) -> bool:
    """Say whether somebody meant to type a code, right or wrong, and no password."""
    code = _letters(text)
    return abs(len(code) - LENGTH - 1) <= 1 and set(code) <= set(SYMBOLS)


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).upper().translate(_MEANT)
    return "".join(letter for letter in folded if letter.isalnum())


def _check(code: str) -> str:
    """Return the symbol that makes the code's polynomial over GF(32) vanish at its primitive element."""
    rest = 0
    for symbol in code:
        rest = _times_two(rest) ^ SYMBOLS.index(symbol)
    return SYMBOLS[_times_two(rest)]


def _times_two(value: int) -> int:
    return value << 1 if value < 16 else value << 1 ^ 0b100101
