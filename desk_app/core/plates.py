"""Vehicle plates: one spelling, a check that warns, a mask (domain.md F04, §4.3)."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from desk_app.core.i18n import translate
from desk_app.core.text import clean

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"


class PlateKind(StrEnum):
    """What sort of plate a text is."""

    ORDINARY = "ordinary"
    NEW_ENERGY = "new_energy"
    SPECIAL = "special"


_HEAD = f"[{PROVINCES}][A-Z]"
_LETTER_OR_DIGIT = "[A-HJ-NP-Z0-9]"
_NEW_ENERGY_LETTER = "[A-HJK]"
# New-energy plates: a small car has its letter first (sometimes a second one), a large one last (GA 36).
_SHAPES = {
    PlateKind.ORDINARY: re.compile(rf"{_HEAD}{_LETTER_OR_DIGIT}{{5}}"),
    PlateKind.NEW_ENERGY: re.compile(
        rf"{_HEAD}(?:{_NEW_ENERGY_LETTER}{_LETTER_OR_DIGIT}[0-9]{{4}}|[0-9]{{5}}{_NEW_ENERGY_LETTER})"
    ),
    PlateKind.SPECIAL: re.compile(
        rf"粤Z{_LETTER_OR_DIGIT}{{4}}[港澳]"
        r"|使[0-9]{6}|[0-9]{6}使"
        rf"|{_HEAD}{_LETTER_OR_DIGIT}{{4}}[警学挂试超领]"
        rf"|{_HEAD}{_LETTER_OR_DIGIT}{{4,6}}临|临{_HEAD}{_LETTER_OR_DIGIT}{{4,6}}"
        rf"|WJ[{PROVINCES}]?[0-9]{{4,5}}[0-9A-Z]?"
        r"|[A-Z]{2}[0-9]{5}"
        rf"|民航[0-9A-Z]{{5}}|[{PROVINCES}][SX][0-9]{{4}}应急"
    ),
}


def normalise(text: str) -> str:
    """Return a plate as it is stored: half-width, upper case, no dot, dash or space."""
    text = clean(text, limit=len(text) * 4)
    plain = re.sub(r"[\s·•・‧∙.\-–—_]", "", unicodedata.normalize("NFKC", text)).upper()
    return unicodedata.normalize("NFKC", plain)


def kind_of(text: str) -> PlateKind | None:
    """Return the sort of plate, None when it has no known shape."""
    plate = normalise(text)
    return next((kind for kind, shape in _SHAPES.items() if shape.fullmatch(plate)), None)


def check(text: str, *, other: bool = False) -> str | None:
    """Return a sentence when `text` is no plate; with `other` (the box 其他) all is taken as it is."""
    if other or kind_of(text):
        return None
    return translate("Plates", "车牌应为 7 位,新能源 8 位;港澳、使领馆、警车可勾选「其他」后照录")


def show(text: str) -> str:
    """Return a plate as it is written on paper: 粤B·D12345; what has no such head stays."""
    plate = normalise(text)
    return f"{plate[:2]}·{plate[2:]}" if re.match(_HEAD, plate) and len(plate) > 4 else plate


def mask(text: str) -> str:
    """Return the plate with its middle hidden: 粤B·***88 (§4.3)."""
    plate = normalise(text)
    if re.match(_HEAD, plate) and len(plate) > 4:
        return f"{plate[:2]}·{'*' * (len(plate) - 4)}{plate[-2:]}"
    return "*" * max(len(plate) - 2, 0) + plate[-2:] if len(plate) > 4 else "*" * len(plate)
