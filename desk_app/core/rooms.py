"""Room names as people write them, brought to one spelling: 1508, 15层08室, 15F-08 are all 15-08.

The spelling is the one of the building's own signs (look/visitors-light.png): floor of two digits, dash,
unit: "09-05", "B1-03", "A座15-08"; a floor alone is "12F" or "B1"; a place on a floor "12F 弱电间".
What is no room ("公共区域") stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from desk_app.core.text import fold

HIGHEST_FLOOR = 200
"""A number above it is no floor."""

_BUILDING = re.compile(r"(?P<name>[A-Z]|\d{1,2}|[\u4e00-\u9fff])(?P<kind>座|栋|号楼|幢)[-\s]*(?=.)")
_LETTER_BUILDING = re.compile(r"(?!B[1-9]\d{2}(?!\d))(?P<name>[A-H])-?(?=[1-9]\d{2,3}(?!\d))")
_FLOOR = r"(?P<floor>B[1-9]|G|L\d{1,2}|\d{1,3}[A-C]?)"
_UNIT = r"(?P<unit>\d{1,3}[A-Z]?|[A-Z])"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_FLOOR}[-_#—–]{_UNIT}(?:室|房|号|单元)*",
        rf"{_FLOOR}(?:层|楼|F)[-_\s]*{_UNIT}(?:室|房|号|单元)*",
        r"(?P<floor>B[1-9])(?P<unit>\d{2}[A-Z]?)(?:室|房|号)*",
        r"(?P<floor>\d{1,3})(?P<unit>\d{2}(?:[A-EG-Z]|(?<=\d{4})F)?)(?:室|房|号)*",
    )
)
_PLACE = re.compile(rf"{_FLOOR}(?:层|楼|F)?[-_\s]*(?P<place>.*)")
_FLOOR_MARK = re.compile(r"(?:B[1-9]|G|L\d{1,2})(?![A-Z0-9])|\d{1,3}[A-C]?(?:层|楼|F)")
_BASEMENT = re.compile(r"(?:负|地下|-)([1-9一二三四五六七八九])(?:层|楼|F)?")
_CHINESE_FLOOR = re.compile(r"([二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=层|楼)")
_MANY = re.compile(r"[、,;/\n&+]+|\s和\s|(?<=\d)和(?=\d)")
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Room:
    """A room name taken apart.

    `building` is "A座" or ""; `floor` is "15", "15A", "B1", "G" or "" when the text names none;
    `unit` is "08", "08A" or ""; `place` is what else stands there, e.g. "机房".
    """

    building: str
    floor: str
    unit: str
    place: str = ""

    def __str__(self) -> str:
        if not self.floor:
            return self.building + self.place
        if self.unit:
            return f"{self.building}{_padded(self.floor)}-{self.unit}"
        mark = "F" if self.floor[0].isdigit() else ""
        return f"{self.building}{self.floor}{mark} {self.place}".strip()


@lru_cache(4096)
def parse(text: str) -> Room:
    """Take a room name apart; a text that is none comes back as `place`, trimmed."""
    given = re.sub(r"\s*([-_—–])\s*", r"\1", " ".join(unicodedata.normalize("NFKC", text).split()))
    rest = _plain_floor(given.upper())
    building = ""
    if found := _BUILDING.match(rest):
        building, rest = found["name"] + found["kind"], rest[found.end() :]
    elif found := _LETTER_BUILDING.match(rest):
        building, rest = found["name"] + "座", rest[found.end() :]
    for shape in _SHAPES:
        if (whole := shape.fullmatch(rest)) and _is_floor(whole["floor"]):
            return Room(building, _unpadded(whole["floor"]), _two_digits(whole["unit"]))
    if _FLOOR_MARK.match(rest) and (found := _PLACE.fullmatch(rest)) and _is_floor(found["floor"]):
        place = found["place"]
        written = given[len(given) - len(place) :]  # in the letters' case as they were typed
        return Room(building, _unpadded(found["floor"]), "", written if written.upper() == place else place)
    return Room("", "", "", given)


def canonical(text: str) -> str:
    """Return the one spelling of a room name: "15层08室", "1508" and "15F-8" are "15-08"."""
    return str(parse(text))


def split(text: str) -> tuple[str, ...]:
    """Return the rooms named in one cell, canonical: "15-08、09/1601" is ("15-08", "15-09", "16-01")."""
    rooms: list[Room] = []
    for part in filter(None, (part.strip() for part in _MANY.split(unicodedata.normalize("NFKC", text)))):
        if rooms and rooms[-1].unit and re.fullmatch(r"\d{1,2}[A-Za-z]?(室|房|号)?", part):
            unit = _two_digits(part.rstrip("室房号").upper())
            rooms.append(Room(rooms[-1].building, rooms[-1].floor, unit))
        else:
            rooms.append(parse(part))
    return tuple(dict.fromkeys(map(str, rooms)))


def floor_of(room: str) -> str:
    """Return the floor of a room: "15", "B1", also with a name behind it; "" when it tells none."""
    return parse(room).floor or parse(room.partition(" ")[0]).floor


@lru_cache(4096)
def sort_key(room: str) -> tuple[object, ...]:
    """Return the key that sorts rooms as one walks up: by building, B2 < B1 < G < 1 < 2 < 10, then unit."""
    parsed = parse(room)
    level, letter = floor_level(parsed.floor)
    return (parsed.building, level, letter, parsed.unit, parsed.place)


def floor_level(floor: str) -> tuple[int, str]:
    """Return what floors sort by: B2 is -2, G is 0, 15A is (15, "A"); no floor sorts last."""
    if re.fullmatch(r"B\d+", floor):
        return -int(floor[1:]), ""
    if floor == "G":
        return 0, ""
    found = re.fullmatch(r"L?(\d+)([A-C]?)", floor)
    return (int(found[1]), found[2]) if found else (HIGHEST_FLOOR + 1, "")


def match_rank(query: str, room: str) -> int | None:
    """Return how well `query` names `room`: 0 exactly, 1 its beginning, 2 a part of it, None not at all.

    domain.md §5.1: room numbers first exact, then by beginning, then anywhere.
    """
    wanted = tuple(dict.fromkeys(filter(None, (fold(canonical(query)), fold(query)))))
    names = tuple(dict.fromkeys((fold(canonical(room)), fold(room), fold(room).lstrip("0"))))
    if not wanted:
        return None
    if any(name == want for want in wanted for name in names):
        return 0
    if any(name.startswith(want) for want in wanted for name in names):
        return 1
    return 2 if any(want in name for want in wanted for name in names) else None


def _plain_floor(text: str) -> str:
    text = re.sub(r"^首层", "1层", text)
    text = (
        _BASEMENT.sub(lambda found: f"B{_number(found[1])}", text, count=1) if text[:1] in "负地-" else text
    )
    text = re.sub(r"^(B[1-9])(?:层|楼|F)", r"\1", text)
    return _CHINESE_FLOOR.sub(lambda found: str(_number(found[1])), text, count=1)


def _number(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS.index(char)) for char in text))
    return (_DIGITS.index(tens[-1]) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def _is_floor(floor: str) -> bool:
    known = re.fullmatch(r"B[1-9]|G|L\d{1,2}|[1-9]\d*[A-C]?", floor.lstrip("0"))
    return known is not None and floor_level(known[0])[0] <= HIGHEST_FLOOR


def _unpadded(floor: str) -> str:
    return floor.lstrip("0")


def _padded(floor: str) -> str:
    return "0" + floor if floor[0].isdigit() and (len(floor) == 1 or floor[1:].isalpha()) else floor


def _two_digits(unit: str) -> str:
    return "0" + unit if re.fullmatch(r"\d[A-Z]?", unit) else unit
