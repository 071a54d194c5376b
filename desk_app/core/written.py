"""Numbers of people that somebody wrote into a free text, with their masks (domain.md §4.3, §4.6).

Found are mobiles, and documents that cannot well be anything else: 18 digits, 15 with a province and a birth date,
Chinese passports, passes of Hong Kong and Macau residents, the permit of 2017; any other number after the name of its
document. Landlines are left: the roster's are those of companies, which the desk has to call (class C0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk_app.core import identity, phones
from desk_app.core.declare import Private

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width signs and what they stand for, character by character: places stay."""

_IS_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_DATE = rf"(?:19|20)\d\d{_DAY}"
_PROVINCE = "|".join(str(code) for code in sorted(identity.PROVINCES))
_SIGN = "[0-9A-Za-z]"
_EIGHTEEN = (
    r"[1-8]\d{16}[\dXx]",
    rf"[1-9]\d{{5}}[ -]?{_DATE}[ -]?\d{{3}}[\dXx]",  # 9: a foreigner's; without a birth date a company's code
)
_OTHERS = (
    rf"(?:{_PROVINCE})\d{{6}}{_DAY}\d{{3}}",
    rf"[A-Za-z]{{3}}\d{{6}}{_DAY}\d\d",
    rf"[EGeg](?!{_DATE})\d{{8}}",
    r"[Ee][A-HJ-NP-Za-hj-np-z]\d{7}",
    rf"[HMhm](?!{_DATE}(?!\d))\d{{8}}(?:\d\d)?",
)
_NAME = r"(?:护照|通行证|回乡证|台胞证|居留证|[Pp]assport)"
_NAMED = (
    rf"{_NAME}[号码是为:(Nno.\s]{{0,6}}(?!{_DATE}(?!\d))"
    rf"(?P<named>(?=(?:[A-Za-z]{{0,6}}\d){{4}}){_SIGN}{{5,15}})(?!-?{_SIGN})"
)
_MOBILE = r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)"
_HASH = rf"(?<!{_SIGN})(?P<hash>[0-9a-f]{{64}})(?!{_SIGN})"
"""A file's sum: what looks like a mobile between its letters is none."""
_NUMBER = re.compile(
    rf"{_HASH}|(?<!{_SIGN})(?P<eighteen>{'|'.join(_EIGHTEEN)})(?!{_SIGN})"
    rf"|(?<!{_SIGN})(?<!{_SIGN}-)(?P<other>{'|'.join(_OTHERS)})(?!-?{_SIGN})"
    rf"|{_NAMED}|(?P<mobile>{_MOBILE})",
    re.ASCII,
)
_MAYBE = re.compile(rf"\d{{9}}|\d{{6}}[ -]\d{{8}}|[A-Za-z]\d{{7}}|1[3-9]\d[ -]?\d{{4}}|{_NAME}", re.ASCII)
"""What every number has in it: most texts of a list are done with here."""


@dataclass(frozen=True)
class Written:
    """A number in a text, from `start` to before `end`, and how it is shown to whoever may not see it."""

    start: int
    end: int
    kind: Private
    masked: str


def find(text: str) -> list[Written]:
    """Return the numbers of people in a text, in their order; none overlaps another."""
    plain = text.translate(_WIDE) if _IS_WIDE.search(text) else text
    if not _MAYBE.search(plain):
        return []
    return [_written(text, one) for one in _NUMBER.finditer(plain) if one.lastgroup != "hash"]


def _written(text: str, found: re.Match[str]) -> Written:
    group = found.lastgroup or ""
    start, end = found.span(group)
    number = text[start:end]
    if group == "mobile":
        return Written(start, end, Private.PHONE, phones.mask(number))
    kind = identity.guess_kind(number) or identity.IdKind.WORK_CARD
    return Written(start, end, Private.NUMBER, identity.mask(kind, number))
