"""Quantities on item lists: typed text to Decimal, and 大写 against alteration (domain.md F06, §5.3)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.money import capital_integer

LIMIT = Decimal(999_999)
"""The largest quantity in one line of a list."""

DECIMALS = 3
"""Decimals that a quantity may have (2.5 m, 0.125 t)."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def parse(given: str, *, field: str = "", limit: Decimal = LIMIT, decimals: int = DECIMALS) -> Decimal:
    """Return the quantity that was typed; half and full width, separators allowed.

    Raises RuleError under `field`: no number, not above zero, too many decimals, above `limit`.
    """
    plain = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", given).replace("。", "."))
    if not re.fullmatch(r"(?a:\d+\.?\d*|\.\d+)", plain):
        raise RuleError(translate("Quantity", "数量应为数字,例如 3 或 2.5。"), field)
    amount = Decimal(plain)
    if not amount:
        raise RuleError(translate("Quantity", "数量应大于 0。"), field)
    if amount > limit:
        raise RuleError(translate("Quantity", "数量不能超过 {limit}。").format(limit=text(limit)), field)
    if len(text(amount).partition(".")[2]) > decimals:
        raise RuleError(
            translate("Quantity", "数量最多 {decimals} 位小数。").format(decimals=decimals), field
        )
    return Decimal(text(amount))


def text(amount: Decimal | int) -> str:
    """Return a quantity as it is shown: no separators, no trailing zeros."""
    shown = f"{Decimal(amount):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def capital(amount: Decimal | int) -> str:
    """Return a quantity (0 or more) in 大写: 12 is 壹拾贰, 2.5 is 贰点伍."""
    whole, _, rest = text(amount).partition(".")
    written = capital_integer(int(whole))
    return written + "点" + "".join(_DIGITS[int(digit)] for digit in rest) if rest else written
