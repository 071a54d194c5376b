"""The search index without a database: which tokens an entry has, and which a query asks for.

Scheme (figures/speed.md §2, "own bigrams, detail=none"), made for one FTS5 table
`content='', contentless_delete=1, detail=none` with the unicode61 tokenizer (contentless_delete lets a row go
without its old text, and cannot be had with columnsize=0). An entry is one row of `" ".join(tokens(fields))`;
beside it lies `haystack(fields)`. Every token is one word of [0-9a-z] and Han for unicode61; detail=none
knows no phrases, so what must stand together is one token:

    中  中盛          each character (digits not) and each pair of every field, folded
    g15 g508          the same with a letter or digit in it; triples too where all three are [0-9a-z]
    sz szh szhong     name and company: every reading of every character, its first letter, its first two
    izs izsj          name and company: initials of 2 and of 3 neighbours, all readings; digits alone not
    kvisitors         what kind of thing it is, so that a list finds its own without a walk through the others'

A needle is found in a field when it is a part of the folded field, or, in a name or a company, when from
some character on it reads: full syllables (or the digits and characters themselves), then either initials up
to its end or the beginning of one more syllable. So zsjr, zhongsheng, zhongshengj, zhangyw, 张yw and 3mzg
are found. Latin letters of the field count as initials only. A query is found when the whole of it is found
(spaces do not matter), or its room spelling (15层08室 for 15-08), or every word of it, in whatever field.

Use: rows whose tokens MATCH `query.match` (all rows when it is ""), newest first; when `query.needs_check`
keep those with `query.matches(haystack)`; stop after 50. A lone digit has no token: nearly all rows have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from desk_app.core import phones, pinyin, rooms
from desk_app.core.text import fold

LONGEST_QUERY = 64
"""Letters of a query that count; the rest is ignored."""

MOST_WORDS = 6
"""Words of a query that are looked for apart."""

_MOST_SYLLABLES = 5
_COMMON = 4096
"""Characters and pairs whose tokens are remembered: far more than names are made of."""

_CENTURY = ("20", "02")
"""Nearly every number has the year in it: these digits tell little."""

_TRIPLES_ASKED, _LETTERS_ASKED = 3, 11
"""How many triples of a long needle the index is asked for, and of how many letters at its end."""

_SPELLED_MARK = "~"
_OPEN = "…"


class Kind(StrEnum):
    """What a field of an entry is; names and companies are also found by pinyin."""

    NAME = "name"
    COMPANY = "company"
    ROOM = "room"
    PHONE = "phone"
    PLATE = "plate"
    NUMBER = "number"
    WORDS = "words"


_SPELLED = frozenset((Kind.NAME, Kind.COMPANY))


@dataclass(frozen=True)
class Query:
    """What a text asks the index for.

    `match` is the FTS5 expression, "" for every row; `needs_check` says that `matches` must have the last
    word; `groups` are the folded needles: one group must be found in all its needles.
    """

    match: str
    needs_check: bool
    groups: tuple[tuple[str, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked: every entry is found."""
        return not self.groups

    def matches(self, haystack: str) -> bool:
        """Tell whether the entry with this `haystack` is found."""
        return self.is_empty or any(all(_found(n, haystack) for n in group) for group in self.groups)


def tokens(fields: Mapping[str, str]) -> list[str]:
    """Return the tokens of an entry, all but its kind's, sorted, each once.

    `fields` maps a Kind to its text; several values of one kind are parted by newlines.
    """
    return sorted(_tokens(haystack(fields)))


def of_kind(kind: str) -> str:
    """Return the token of every entry of this kind, e.g. of a register's records."""
    return "k" + fold(kind)


def tokens_of(kind: str, haystack: str) -> set[str]:
    """Return the tokens of the entry of this kind that has this `haystack`."""
    return _tokens(haystack) | {of_kind(kind)}


def _tokens(haystack: str) -> set[str]:
    return set().union(*map(_line_tokens, haystack.split("\n")))


@lru_cache(512)
def _line_tokens(line: str) -> frozenset[str]:
    """Return the tokens of one line of a haystack: the same companies and rooms stand in thousands of entries."""
    if line.startswith(_SPELLED_MARK):
        return frozenset(_plain_grams(line[1:]).union(_spelled_grams(line[1:])))
    return frozenset(_plain_grams(line))


def haystack(fields: Mapping[str, str]) -> str:
    """Return what `Query.matches` looks through: the folded values, one a line, spelled ones marked."""
    return "\n".join(
        line for name, text in fields.items() for value in text.split("\n") for line in _lines(name, value)
    )


@lru_cache(64)
def query(text: str) -> Query:
    """Return what `text` asks for; without a letter or digit in it the query is empty."""
    needles = tuple(filter(None, (fold(word) for word in text.split())))
    whole = fold(text)[:LONGEST_QUERY]
    if not whole:
        return Query("", False, ())
    groups: list[tuple[str, ...]] = [(whole,)]
    room = fold(rooms.canonical(text))[:LONGEST_QUERY]
    if whole not in room:
        groups.append((room,))
    if len(needles) > 1:
        groups.append(tuple(needle[:LONGEST_QUERY] for needle in needles[:MOST_WORDS]))
    parts = [[_needle(needle) for needle in group] for group in groups]
    exact = len(groups) == 1 and parts[0][0][1]
    asked = [" AND ".join(f"({match})" for match, _ in part if match) for part in parts]
    return Query(
        "" if "" in asked else " OR ".join(f"({match})" for match in asked), not exact, tuple(groups)
    )


@lru_cache(1024)
def _lines(name: str, value: str) -> tuple[str, ...]:
    """Return the lines of a haystack that one value makes; of what is entered much has been entered before."""
    kind, variants = Kind(name), [fold(value)]
    if kind is Kind.ROOM:
        variants.append(fold(rooms.canonical(value)))
    elif kind is Kind.PHONE:
        variants.append(fold(phones.normalise(value)))
    mark = _SPELLED_MARK if kind in _SPELLED else ""
    return tuple(mark + line for line in dict.fromkeys(variants) if line)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U000323af"


def _token(gram: str) -> str:
    """Return the gram as one word for unicode61: other scripts are spelt by their code points."""
    return "g" + gram if gram.isascii() else _mixed_token(gram)


@lru_cache(_COMMON)
def _mixed_token(gram: str) -> str:
    if all(map(_is_han, gram)):
        return gram
    return "g" + "".join(c if c.isascii() or _is_han(c) else f"u{ord(c):x}u" for c in gram)


def _plain_grams(line: str) -> set[str]:
    singles = {char for char in line if not char.isascii() or char.isalpha()}
    pairs = {line[start : start + 2] for start in range(len(line) - 1)}
    triples = {line[start : start + 3] for start in range(len(line) - 2)}
    if line.isascii():  # most lines: numbers and telephones
        return {"g" + gram for gram in singles | pairs | triples}
    return {_token(gram) for gram in singles | pairs} | {"g" + gram for gram in triples if gram.isascii()}


def _spelled_grams(line: str) -> Iterator[str]:
    firsts = [_firsts(char) for char in line]
    for start, char in enumerate(line):
        yield from _beginnings(char)
        for size in (2, 3):
            window = firsts[start : start + size]
            if len(window) == size and all(window) and not line[start : start + size].isdecimal():
                yield from ("i" + "".join(way) for way in product(*window))


@lru_cache(_COMMON)
def _beginnings(char: str) -> tuple[str, ...]:
    """Return the tokens of how one character reads."""
    return tuple(
        "s" + one for reading in pinyin.readings(char) for one in (reading[:1], reading[:2], reading)
    )


@lru_cache(_COMMON)
def _firsts(char: str) -> tuple[str, ...]:
    """Return the ASCII characters that may stand for `char` among initials."""
    if char.isascii():
        return (char,)
    return tuple(dict.fromkeys(reading[0] for reading in pinyin.readings(char)))


def _needle(needle: str) -> tuple[str, bool]:
    """Return the FTS5 expression of one needle ("" for no restriction), and whether it is exact."""
    plain, exact = _plain_match(needle)
    ways = [plain] if plain else []
    if any("a" <= char <= "z" for char in needle):
        for pieces in _paths(needle):
            terms, sure = _path_terms(pieces)
            exact = exact and sure
            ways.append(" AND ".join(terms))
    return " OR ".join(f"({way})" for way in dict.fromkeys(ways)), exact


def _plain_match(needle: str) -> tuple[str, bool]:
    if len(needle) == 1:
        return ("", False) if needle.isascii() and needle.isdigit() else (_token(needle), True)
    if len(needle) > 2 and needle.isascii():
        return " AND ".join(map(_token, _telling(needle))), len(needle) == 3
    pairs = [_token(needle[start : start + 2]) for start in range(len(needle) - 1)]
    return " AND ".join(dict.fromkeys(pairs)), len(needle) == 2


def _telling(needle: str) -> list[str]:
    """Return up to three triples of a needle that few entries have, apart from each other where that can be."""
    tail = needle[-_LETTERS_ASKED:]
    left = {start: tail[start : start + 3] for start in range(len(tail) - 2)}
    found: dict[int, str] = {}
    while left and len(found) < _TRIPLES_ASKED:

        def cost(start: int) -> tuple[int, int]:
            shared = sum(max(0, 3 - abs(start - other)) for other in found)
            return _commonness(left[start]) + 2 * shared, -start

        best = min(left, key=cost)
        found[best] = left.pop(best)
    return list(dict.fromkeys(found.values()))


def _commonness(triple: str) -> int:
    """Return how many entries have three letters, roughly: the digits of years, months and mobile numbers."""
    digits = 3 * triple.count("0") + 2 * triple.count("1") + 2 * triple.count("2")
    return digits + 4 * triple.startswith(_CENTURY) + 2 * triple.startswith("1")


def _paths(needle: str, start: int = 0, taken: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read a needle as syllables, then initials or a last beginning ("zhan…").

    After five pieces the rest is left open: the check decides.
    """
    rest = needle[start:]
    if not rest or len(taken) == _MOST_SYLLABLES:
        yield taken
        return
    yield (*taken, *rest)
    if len(rest) > 1 and rest in pinyin.beginnings():
        yield (*taken, rest + _OPEN)
    for end in range(1, min(6, len(rest) - 1) + 1):
        piece = rest[:end]
        literal = end == 1 and not "a" <= piece <= "z"
        if literal or piece in pinyin.syllables():
            yield from _paths(needle, start + end, (*taken, piece))


def _path_terms(pieces: tuple[str, ...]) -> tuple[list[str], bool]:
    """Return what a reading needs of the index, and whether having it is enough."""
    heads = [piece[0] for piece in pieces]
    terms = [_begins(piece) for piece in pieces if len(piece) > 1]
    terms += [_token(piece) for piece in pieces if not piece.isascii() and len(piece) == 1]
    if len(pieces) == 1:
        return terms or ["s" + pieces[0]], True
    for size in (3, 2):
        windows = ["".join(heads[start : start + size]) for start in range(len(heads) - size + 1)]
        if grams := [("g" if w.isdecimal() else "i") + w for w in windows if w.isascii()]:
            terms += grams
            break
    short = len(pieces) <= 3 and all(len(piece) == 1 and piece.isascii() for piece in pieces)
    return list(dict.fromkeys(terms)), short


def _begins(piece: str) -> str:
    """Return the expression for a character that reads as a syllable, or begins as an open piece does."""
    beginning = piece.removesuffix(_OPEN)
    if len(beginning) <= 2 or beginning == piece:
        return "s" + beginning
    return (
        "(" + " OR ".join("s" + one for one in sorted(pinyin.syllables()) if one.startswith(beginning)) + ")"
    )


def _found(needle: str, haystack: str) -> bool:
    if needle in haystack:
        return True
    if not any("a" <= char <= "z" for char in needle):
        return False
    return any(_spells(needle, line) for line in haystack.split("\n") if line.startswith(_SPELLED_MARK))


@lru_cache(_COMMON)
def _spells(needle: str, line: str) -> bool:
    """Tell whether a needle reads from some character of a spelled line on; the same companies come again and again."""
    first = needle[0]
    begins = (at for at, char in enumerate(line) if char == first or first in _firsts(char))
    return any(_reads(needle, line, at, 0) for at in begins)


def _reads(needle: str, line: str, at: int, start: int) -> bool:
    """Tell whether needle[start:] reads from character `at` of the line on."""
    rest = needle[start:]
    if not rest:
        return True
    if len(rest) <= len(line) - at and all(
        letter == line[at + step] or letter in _firsts(line[at + step]) for step, letter in enumerate(rest)
    ):
        return True
    if at == len(line):
        return False
    for reading in pinyin.readings(line[at]):
        if reading.startswith(rest):
            return True
        if rest.startswith(reading) and _reads(needle, line, at + 1, start + len(reading)):
            return True
    literal = line[at] == rest[0] and not "a" <= rest[0] <= "z"
    return literal and _reads(needle, line, at + 1, start + 1)
