"""Money is 分 (int) inside; here it becomes text and 大写, and text becomes money."""

from __future__ import annotations

import re
import unicodedata

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

LIMIT = 10_000_000_000_00
"""The largest amount a form takes, in 分: 百亿元."""

LARGEST_CAPITAL = 10**20 - 1
"""The largest whole number `capital_integer` can write (9999 亿亿 and some)."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_AMOUNT = re.compile(r"(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?", re.ASCII)


def text(fen: int) -> str:
    """Return an amount of 分 as yuan with separators: 100000 is "1,000.00"."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02}"


def parse(given: str, *, field: str = "", limit: int = LIMIT, negative: bool = False) -> int:
    """Return the 分 of an amount as people type it: "1,000", "￥50.5", "1000 元".

    Raises RuleError under `field`: no number, more than two decimals, negative where it may not be
    (the default), larger than `limit`.
    """
    plain = re.sub(r"[\s'¥$]|RMB|人民币|元$", "", unicodedata.normalize("NFKC", given).replace("。", "."))
    found = _AMOUNT.fullmatch(plain)
    if not found:
        raise RuleError(translate("Money", "金额应为数字,例如 1,000.00。"), field)
    sign, yuan, rest = found[1], found[2].replace(",", ""), (found[3] or "").rstrip("0")
    if len(rest) > 2:
        raise RuleError(translate("Money", "金额最多两位小数,到分为止。"), field)
    fen = int(yuan) * 100 + int(rest.ljust(2, "0"))
    if fen > limit:
        raise RuleError(translate("Money", "金额不能超过 {limit} 元。").format(limit=text(limit)), field)
    if sign and not negative and fen:
        raise RuleError(translate("Money", "金额不能为负数。"), field)
    return -fen if sign else fen


def capital(fen: int) -> str:
    """Return an amount of 分 in 大写, as on receipts: 300550 is 人民币叁仟零伍元伍角整.

    F33 [支付结算办法]: 人民币 stands close before; 整 after 元 and after 角, not after 分; one 零 for a gap.
    """
    yuan, cents = divmod(abs(fen), 100)
    jiao, last = divmod(cents, 10)
    parts = ["人民币", "负" if fen < 0 else ""]
    if yuan or not cents:
        parts += [capital_integer(yuan), "元"]
    if jiao:
        parts += [_DIGITS[jiao], "角"]
    elif yuan and last:
        parts.append("零")
    parts += [_DIGITS[last], "分"] if last else ["整"]
    return "".join(parts)


def capital_integer(number: int) -> str:
    """Return a whole number in 大写: 12 is 壹拾贰, 100001 is 壹拾万零壹; up to 9999 亿亿, else ValueError."""
    if not 0 <= number <= LARGEST_CAPITAL:
        raise ValueError(number)
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return capital_integer(high) + name + gap + (capital_integer(low) if low else "")
    return _below_ten_thousand(number) or _DIGITS[0]


def _below_ten_thousand(number: int) -> str:
    written = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += _DIGITS[digit] + _PLACES[place]
        elif written and number % 10**place and not written.endswith("零"):
            written += "零"
    return written
