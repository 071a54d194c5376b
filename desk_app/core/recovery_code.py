"""The recovery code on paper: 25 symbols of 5 random bits and one that checks them (core/symbols.py).

The check symbol finds what was mistyped before the slow test of the code itself.
"""

from __future__ import annotations

import secrets

from desk_app.core import symbols
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

LENGTH = 25


def new() -> str:
    """Return a new code with its check symbol, without dashes."""
    code = "".join(secrets.choice(symbols.SYMBOLS) for _ in range(LENGTH))
    return code + symbols.check(code)


def groups(code: str) -> list[str]:
    """Return a code in readable pieces of five; the check symbol stands last, alone."""
    return symbols.groups(code)


def shown(code: str) -> str:
    """Return a code as it is read: 7K2M9-…-X."""
    return "-".join(groups(code))


def read(text: str) -> str:
    """Return the code that was typed; RuleError with a sentence when it cannot be one."""
    code = symbols.letters(text)
    if len(code) != LENGTH + 1 or not symbols.all_symbols(code):
        words = translate("Vault", "恢复码应为 {length} 位字母和数字,现在是 {found} 位。请逐组核对。")
        raise RuleError(words.format(length=LENGTH + 1, found=len(code)), "code")
    if not symbols.right(code):
        raise RuleError(translate("Vault", "恢复码有一处不对(校验位不符)。请逐组核对后再输入。"), "code")
    return code


def looks_like(text: str) -> bool:
    """Say whether somebody meant to type a code, right or wrong, and no password."""
    code = symbols.letters(text)
    return abs(len(code) - LENGTH - 1) <= 1 and symbols.all_symbols(code)
