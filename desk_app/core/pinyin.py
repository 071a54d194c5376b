"""Readings of Chinese characters, for search and for sorting; no pypinyin at run time.

The table (resources/pinyin.txt.gz, made by tests/tools/make_pinyin.py) is read when first asked: some 20 ms.
Readings have no tones; ü is v and also u (吕 is found by lv and by lu).
"""

from __future__ import annotations

import functools
import gzip
import itertools
from array import array

from desk_app.core import resources

FILE = resources.path("pinyin.txt.gz")

MOST_READINGS = 4
"""A character keeps at most so many readings from the dictionary: the rest are museum pieces."""

_MOST_SPELLINGS = 256

SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "盖": "ge", "区": "ou", "翟": "zhai",
    "种": "chong", "召": "shao", "繁": "po", "朴": "piao", "乐": "yue", "覃": "qin", "任": "ren", "尹": "yin",
    "华": "hua", "燕": "yan", "葛": "ge", "纪": "ji", "洗": "xian", "冼": "xian", "员": "yun", "贠": "yun",
    "黑": "he", "秘": "bi", "折": "she", "那": "na", "哈": "ha", "缪": "miao", "佴": "nai", "撒": "sa",
    "肖": "xiao", "谌": "chen", "郇": "xun", "芮": "rui", "祭": "zhai", "晁": "chao", "逄": "pang",
    "卜": "bu", "令": "ling", "訾": "zi", "阚": "kan", "行": "xing", "教": "jiao", "过": "guo", "应": "ying",
    "俞": "yu", "重": "chong", "隗": "wei", "车": "che", "句": "gou", "都": "du", "宿": "su", "牟": "mu",
    "长": "zhang", "宁": "ning", "盛": "sheng", "石": "shi", "沈": "shen", "万": "wan", "柏": "bai",
    "尉迟": "yu chi", "单于": "chan yu", "万俟": "mo qi", "长孙": "zhang sun", "令狐": "ling hu",
    "澹台": "tan tai", "鲜于": "xian yu", "宰父": "zai fu", "亓官": "qi guan", "乐正": "yue zheng",
}  # fmt: skip
"""How a character is read as a surname; double surnames come first when both fit."""


@functools.cache
def _table() -> tuple[array[int], list[tuple[str, ...]]]:
    """Return the number of every character's row of readings, by its code, and the rows; row 0 is empty.

    40,000 characters share 5,000 rows: a dictionary of them would take 6 MB.
    """
    text = gzip.decompress(FILE.read_bytes()).decode()
    which = array("H", bytes(2 * (ord(max(text)) + 1)))
    rows: list[tuple[str, ...]] = [()]
    numbers: dict[tuple[str, ...], int] = {(): 0}

    def number_of(row: tuple[str, ...]) -> int:
        number = numbers.setdefault(row, len(rows))
        if number == len(rows):
            rows.append(row)
        return number

    for line in text.splitlines():
        key, _, chars = line.partition("\t")
        reading = (key[:-1],)
        alone = number_of(reading)
        for code in map(ord, chars):
            which[code] = number_of(rows[which[code]] + reading) if which[code] else alone
    for name, spelt in SURNAMES.items():
        for code, syllable in zip(map(ord, name), spelt.split(), strict=True):
            if syllable not in rows[which[code]]:
                which[code] = number_of((*rows[which[code]], syllable))
    return which, rows


@functools.cache
def syllables() -> frozenset[str]:
    """Return every reading that any character has."""
    return frozenset(itertools.chain.from_iterable(_table()[1]))


@functools.cache
def beginnings() -> frozenset[str]:
    """Return every syllable and every beginning of one."""
    return frozenset(reading[:end] for reading in syllables() for end in range(1, len(reading) + 1))


def readings(char: str) -> tuple[str, ...]:
    """Return the readings of one character, the usual first, surname readings included; () if none."""
    which, rows = _table()
    code = ord(char)
    return rows[which[code]] if code < len(which) else ()


def initials(text: str) -> set[str]:
    """Return every way to write `text` by initials: 重庆 gives {"zq", "cq", …}; other characters stay.

    At most 256 of them, the likeliest first chosen.
    """
    return _spellings([tuple(dict.fromkeys(r[0] for r in readings(c) or (c,))) for c in text])


def full(text: str) -> set[str]:
    """Return every way to write `text` in full pinyin, syllables joined; at most 256 of them."""
    return _spellings([readings(c) or (c,) for c in text])


def spell(name: str) -> str:
    """Return the likeliest spelling of a person's name, syllables parted by spaces: 单雨桐 "shan yu tong"."""
    for length in (2, 1):
        if name[:length] in SURNAMES:
            rest = [(readings(c) or (c,))[0] for c in name[length:]]
            return " ".join([SURNAMES[name[:length]], *rest])
    return " ".join((readings(c) or (c,))[0] for c in name)


def sort_key(name: str) -> tuple[str, str]:
    """Return the key that sorts names as a Chinese list does: by spelling, then by character."""
    return spell(name).lower(), name


def _spellings(choices: list[tuple[str, ...]]) -> set[str]:
    return {"".join(way) for way in itertools.islice(itertools.product(*choices), _MOST_SPELLINGS)}
