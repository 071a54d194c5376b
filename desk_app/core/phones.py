"""Telephone numbers: one spelling to compare and store, a check that warns, a mask (domain.md §4.3)."""

from __future__ import annotations

import re
import unicodedata

from desk_app.core.i18n import translate
from desk_app.core.text import clean

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(?:0(?:10|2[0-9]|[3-9][0-9]{2})-)?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?")
_SERVICE = re.compile(r"(?:400|800)[0-9]{7}|1[0-9]{2}|9[56][0-9]{3,4}|1[02][0-9]{3}")
_EXTENSION = re.compile(r"[1-9][0-9]{2,5}")
_FOREIGN = re.compile(r"\+[1-9][0-9]{6,14}")
_TURN = re.compile(r"(?:转|分机|ext\.?|x|#|,)[:.]?", re.IGNORECASE)
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})")


def normalise(text: str) -> str:
    """Return a number in one spelling: "13800138000", "0755-88886666-801", "+85291234567".

    Takes full-width digits, +86, spaces, dashes, brackets, 转 and 分机; what is no number comes back
    half-width and without spaces.
    """
    if _MOBILE.fullmatch(text):
        return text  # nearly all are written so; lists ask for every row
    text = unicodedata.normalize("NFKC", clean(text, limit=len(text) * 4))
    given = unicodedata.normalize("NFC", "".join(re.sub(r"[‐‑‒–—―ー~]", "-", text).split()))
    plain = _TURN.sub("~", re.sub(r"[()]", "", re.sub(r"(?<=\d)\)", "-", given)))
    plain, abroad = re.subn(r"^(?:\+86|0086|86(?=1[3-9]\d{9}$|-))-?", "", plain)
    if abroad and re.match(r"(?:10|[2-9])[\d-]{9,}", plain) and not plain.startswith(("400", "800")):
        plain = "0" + plain
    digits = re.sub("[-~]", "", plain)
    if not re.fullmatch(r"(?a:\+?\d+)", digits):
        return given
    if digits.startswith("+"):
        return digits
    if _MOBILE.fullmatch(digits) or digits.startswith(("400", "800")):
        return digits
    main, _, extension = plain.partition("~")
    if len(main.replace("-", "")) < 7:
        return digits
    return "-".join(
        filter(None, (_landline(re.sub("-+", "-", main).strip("-")), re.sub("[-~]", "", extension)))
    )


def check(text: str) -> str | None:
    """Return a sentence when `text` cannot be dialled, None when it may; it only warns."""
    number = normalise(text)
    shapes = (_MOBILE, _LANDLINE, _SERVICE, _EXTENSION, _FOREIGN)
    if any(shape.fullmatch(number) for shape in shapes):
        return None
    return translate("Phones", "电话应为 11 位手机号,或区号-号码-分机,例如 0755-88886666-801,请核对。")


def mask(text: str) -> str:
    """Return the number with its middle hidden: 138****1234, 0755-****6666; short numbers wholly (§4.3)."""
    number = normalise(text)
    area, dash, rest = number.partition("-") if re.match(_AREA.pattern + "-", number) else ("", "", number)
    main, turn, extension = rest.partition("-")
    if len(main) >= 10:
        main = main[:3] + "*" * (len(main) - 7) + main[-4:]
    elif len(main) >= 7:
        main = "*" * (len(main) - 4) + main[-4:]
    else:
        main = "*" * len(main)
    return area + dash + main + turn + "*" * len(extension)


def same(first: str, second: str) -> bool:
    """Tell whether two texts are the same telephone; an empty one is like no other."""
    return bool(normalise(first)) and normalise(first) == normalise(second)


def _landline(main: str) -> str:
    parts = main.split("-")
    if len(parts) > 1 and _AREA.fullmatch(parts[0]):
        rest = parts[1:]
        if len(rest) > 1 and len(rest[0]) < 7:
            rest = ["".join(rest[:2]), *rest[2:]]
        return "-".join([parts[0], *rest])
    digits = main.replace("-", "")
    area = _AREA.match(digits)
    if area and len(parts) == 1 and len(digits) - area.end() in (7, 8):
        return f"{area[0]}-{digits[area.end() :]}"
    if len(parts) > 1 and len(parts[0]) >= 7:
        return main
    return digits
