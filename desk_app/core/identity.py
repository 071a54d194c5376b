"""Documents of identity: normalise, check, mask (domain.md §4.3, §4.6).

A failed check is a Finding, never an error: it is shown, and the caller goes on with a reason,
for nobody is kept at the door by a misprint or a rare number range.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.core.declare import Choice
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.text import clean


class IdKind(StrEnum):
    """The documents a desk sees; the value is what is stored."""

    RESIDENT_CARD = "resident_card"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGN_PERMANENT = "foreign_permanent"
    FOREIGN_PERMANENT_2017 = "foreign_permanent_2017"
    HK_MACAU_PASS = "hk_macau_pass"
    TAIWAN_PASS = "taiwan_pass"
    PASSPORT = "passport"
    OFFICER_CARD = "officer_card"
    DRIVING_LICENCE = "driving_licence"
    WORK_CARD = "work_card"


LABELS: dict[IdKind, str] = {
    IdKind.RESIDENT_CARD: QT_TRANSLATE_NOOP("Identity", "居民身份证"),
    IdKind.RESIDENCE_PERMIT: QT_TRANSLATE_NOOP("Identity", "港澳台居民居住证"),
    IdKind.FOREIGN_PERMANENT: QT_TRANSLATE_NOOP("Identity", "外国人永久居留身份证"),
    IdKind.FOREIGN_PERMANENT_2017: QT_TRANSLATE_NOOP("Identity", "外国人永久居留证(2017 版)"),
    IdKind.HK_MACAU_PASS: QT_TRANSLATE_NOOP("Identity", "港澳居民来往内地通行证"),
    IdKind.TAIWAN_PASS: QT_TRANSLATE_NOOP("Identity", "台湾居民来往大陆通行证"),
    IdKind.PASSPORT: QT_TRANSLATE_NOOP("Identity", "护照"),
    IdKind.OFFICER_CARD: QT_TRANSLATE_NOOP("Identity", "军官证、警官证"),
    IdKind.DRIVING_LICENCE: QT_TRANSLATE_NOOP("Identity", "驾驶证"),
    IdKind.WORK_CARD: QT_TRANSLATE_NOOP("Identity", "工作证"),
}
"""Names in menus, in menu order; translated where shown (context Identity)."""

ID_CHOICES: tuple[Choice, ...] = tuple(
    Choice(kind.value, label, "Identity") for kind, label in LABELS.items()
)
"""The documents as choices of a form's field."""

PROVINCES = frozenset(
    [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
     50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82]
)  # fmt: skip
"""The first two digits of GB/T 2260 codes that a resident card may begin with."""

RESIDENCE_CODES = ("810000", "820000", "830000")
"""Address codes of the residence permits for Hong Kong, Macau and Taiwan residents [U74]."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]")
_FORMATS = {
    IdKind.FOREIGN_PERMANENT_2017: re.compile(r"[A-Z]{3}[0-9]{12}"),
    IdKind.HK_MACAU_PASS: re.compile(r"[HM][0-9]{8,10}"),
    IdKind.TAIWAN_PASS: re.compile(r"[0-9]{8}|[0-9]{10}"),
    IdKind.PASSPORT: re.compile(r"[A-Z0-9]{5,15}"),
}
_CHINESE_PASSPORT = re.compile(r"[DEGPS][A-Z]?[0-9]{7,8}")
_LAST_FOUR = frozenset((IdKind.RESIDENT_CARD, IdKind.RESIDENCE_PERMIT, IdKind.FOREIGN_PERMANENT))
_FREE = frozenset((IdKind.OFFICER_CARD, IdKind.DRIVING_LICENCE, IdKind.WORK_CARD))


@dataclass(frozen=True)
class Finding:
    """What is odd about a number: a `code` for the record and a sentence to show; it never blocks."""

    code: str
    text: str


def without_kind(values: Mapping[str, object]) -> RuleError | None:
    """Return the refusal of a number of no document: it can neither be checked nor be compared with another."""
    if not values.get("id_no") or values.get("id_kind"):
        return None
    return RuleError(translate("Identity", "填了证件号码,请选择是哪种证件。"), "id_kind")


def normalise(kind: IdKind, text: str) -> str:
    """Return the number as it is stored: half-width, upper case (x is X), without spaces, dashes and what nobody sees.

    The free numbers (officer, driving licence, work card) keep their case and dashes.
    """
    text = "".join(unicodedata.normalize("NFKC", clean(text, limit=len(text) * 4)).split())
    if kind not in _FREE:
        text = re.sub(r"[-‐‑–—·.]", "", text).upper()
    return unicodedata.normalize("NFKC", text)


def check(kind: IdKind, number: str, *, today: date) -> Finding | None:
    """Return what is odd about `number`, or None; the number is normalised first (§4.6)."""
    number = normalise(kind, number)
    if not number:
        return Finding("empty", translate("Identity", "请填写证件号码。"))
    if kind in (IdKind.RESIDENT_CARD, IdKind.RESIDENCE_PERMIT):
        return _check_resident(kind, number, today)
    if kind is IdKind.FOREIGN_PERMANENT:
        return _check_foreign(number)
    shape = _FORMATS.get(kind)
    return Finding("format", _format_text(kind)) if shape and not shape.fullmatch(number) else None


def check_digit(first17: str) -> str:
    """Return the MOD 11-2 check character of 17 digits (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True))
    return _CHECK_DIGITS[total % 11]


def birth_date(number: str) -> date | None:
    """Return the birth date inside an 18-digit number of a resident, None when it is no real date."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def mask(kind: IdKind, number: str) -> str:
    """Return the number with its middle hidden: 110***********002X; others first 2 and last 2 (§4.3)."""
    number = normalise(kind, number)
    first, last = (3, 4) if kind in _LAST_FOUR else (2, 2)
    if len(number) <= first + last:
        first = last = 0
    hidden = "*" * (len(number) - first - last)
    return number[:first] + hidden + number[len(number) - last :]


def last4(number: str) -> str:
    """Return the last four characters, all that is printed on paper (§4.3); "" of a shorter number."""
    number = normalise(IdKind.RESIDENT_CARD, number)
    return number[-4:] if len(number) > 4 else ""


def guess_kind(text: str) -> IdKind | None:
    """Return the document that a number looks like, None when it could be anything."""
    number = normalise(IdKind.RESIDENT_CARD, text)
    if _EIGHTEEN.fullmatch(number):
        if number[0] == "9":
            return IdKind.FOREIGN_PERMANENT
        return IdKind.RESIDENCE_PERMIT if number.startswith(RESIDENCE_CODES) else IdKind.RESIDENT_CARD
    if re.fullmatch(r"[0-9]{15}", number):
        return IdKind.RESIDENT_CARD
    if _CHINESE_PASSPORT.fullmatch(number) and len(number) in (8, 9):
        return IdKind.PASSPORT
    order = (IdKind.FOREIGN_PERMANENT_2017, IdKind.HK_MACAU_PASS, IdKind.TAIWAN_PASS)
    return next((kind for kind in order if _FORMATS[kind].fullmatch(number)), None)


def _check_resident(kind: IdKind, number: str, today: date) -> Finding | None:
    if re.fullmatch(r"[0-9]{15}", number):
        return Finding("retired", translate("Identity", "15 位居民身份证已停用,请核对 18 位新证。"))
    if not _EIGHTEEN.fullmatch(number):
        return Finding("format", translate("Identity", "证件号码应为 18 位,前 17 位为数字,末位为数字或 X。"))
    problems: tuple[Callable[[], Finding | None], ...] = (
        lambda: _check_region(kind, number),
        lambda: _check_birth(number, today),
        lambda: _check_last(number),
    )
    return next((found for problem in problems if (found := problem())), None)


def _check_region(kind: IdKind, number: str) -> Finding | None:
    permit = number.startswith(RESIDENCE_CODES)
    if kind is IdKind.RESIDENCE_PERMIT:
        if permit:
            return None
        return Finding(
            "region", translate("Identity", "港澳台居民居住证应以 810000、820000 或 830000 开头。")
        )
    if permit:
        return Finding("kind", translate("Identity", "这是港澳台居民居住证的号码,请改选证件类型。"))
    if number[0] == "9":
        return Finding("kind", translate("Identity", "9 开头是外国人永久居留身份证的号码,请改选证件类型。"))
    if int(number[:2]) not in PROVINCES:
        return Finding("region", translate("Identity", "证件号码前两位不是省级代码,请核对。"))
    return None


def _check_birth(number: str, today: date) -> Finding | None:
    born = birth_date(number)
    if born is None:
        return Finding("birth", translate("Identity", "证件号码中的出生日期不存在,请核对。"))
    if born > today:
        return Finding("birth", translate("Identity", "证件号码中的出生日期晚于今天,请核对。"))
    return None


def _check_last(number: str) -> Finding | None:
    if check_digit(number[:17]) == number[17]:
        return None
    return Finding("check_digit", translate("Identity", "证件号码校验不符,请核对;确实无误可填写原因后继续。"))


def _check_foreign(number: str) -> Finding | None:
    if not _EIGHTEEN.fullmatch(number) or number[0] != "9":
        return Finding("format", translate("Identity", "外国人永久居留身份证应为 18 位,以 9 开头。"))
    return _check_last(number)


def _format_text(kind: IdKind) -> str:
    return {
        IdKind.FOREIGN_PERMANENT_2017: translate("Identity", "2017 版永久居留证应为 3 位字母加 12 位数字。"),
        IdKind.HK_MACAU_PASS: translate("Identity", "港澳居民来往内地通行证应为 H 或 M 加 8 至 10 位数字。"),
        IdKind.TAIWAN_PASS: translate("Identity", "台湾居民来往大陆通行证应为 8 位或 10 位数字。"),
        IdKind.PASSPORT: translate("Identity", "护照号码应为 5 至 15 位字母或数字。"),
    }[kind]
