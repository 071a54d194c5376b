"""The index finds the rows that LIKE finds reading every line of every entry: not one more, not one fewer.

Besides, names and companies are found by the documented readings (core/grams.py), worked out here anew.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import pytest
import sqlcipher3
from sqlalchemy.orm import Session

from desk_app.core import phones, pinyin, rooms, search
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM
from desk_app.core.text import fold
from desk_app.reports.demo import cast

ENTRIES, QUERIES, LONGEST = 500, 500, 4
KINDS = ("visitors", "key_loans", "duty_log")
COMPANIES = (
    "中盛金融",
    "重庆单氏物流",
    "3M中国",
    "佳创设计",
    "Siemens西门子",
    "蓝湾会展",
    "曾氏兄弟",
    "万俟贸易",
)
WORDS = ("彩色复印机两台", "空调不制冷,已派工程部", "钥匙留在前台", "Wi-Fi 密码", "停车场B2层漏水")

Fields = Mapping[str, str]


def made(rng: random.Random, number: int) -> Fields:
    """Return the fields of one thing at the desk."""
    guest, host = cast.guest(rng), cast.guest(rng)
    room = f"{rng.randrange(1, 30):02d}-{rng.randrange(1, 13):02d}"
    return {
        "name": f"{guest.name}\n{host.name}",
        "company": f"{guest.org}\n{room} {rng.choice(COMPANIES)}",
        "room": room,
        "phone": guest.phone,
        "plate": guest.plate or rng.choice(("", "粤B·D12345", "京A·8X7K2")),
        "number": f"{rng.choice(('LF', 'YS', 'ZB'))}-2026{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}-{number:03d}",
        "words": rng.choice(WORDS),
    }


def lines(fields: Fields) -> Iterator[tuple[str, bool]]:
    """Yield every folded value in all its spellings, and whether it is found by pinyin too."""
    for kind, text in fields.items():
        for value in text.split("\n"):
            variants = {fold(value)}
            if kind == "room":
                variants.add(fold(rooms.canonical(value)))
            if kind == "phone":
                variants.add(fold(phones.normalise(value)))
            yield from ((line, kind in ("name", "company")) for line in variants)


def readings(line: str) -> set[str]:
    """Return all that may be typed for a part of a line: syllables, then initials or one more beginning."""
    found: set[str] = set()
    for start in range(len(line)):
        heads = {("", start)}
        while heads:
            longer = set()
            for text, at in heads:
                tails = {text}
                for char in line[at : at + LONGEST]:
                    tails = {tail + first for tail in tails for first in _first(char)}
                    found |= tails
                if at == len(line):
                    continue
                for whole in _whole(line[at]):
                    found |= {text + whole[:end] for end in range(1, len(whole) + 1)}
                    longer.add((text + whole, at + 1))
            heads = {(text, at) for text, at in longer if len(text) < LONGEST}
    return found


def _first(char: str) -> set[str]:
    return {char} | {reading[0] for reading in pinyin.readings(char)}


def _whole(char: str) -> set[str]:
    return set(pinyin.readings(char)) | (set() if "a" <= char <= "z" else {char})


class Plain:
    """The same entries in a plain table, read with LIKE."""

    def __init__(self, entries: list[Fields]) -> None:
        self.database = sqlcipher3.connect(":memory:")
        self.database.execute("create table line (entry integer, text text)")
        self.read: list[set[str]] = []
        known: dict[str, set[str]] = {}
        for number, fields in enumerate(entries):
            given = list(lines(fields))
            self.database.executemany("insert into line values (?, ?)", [(number, line) for line, _ in given])
            spelled = [line for line, is_spelled in given if is_spelled]
            self.read.append(set().union(*(known.setdefault(line, readings(line)) for line in spelled)))

    def find(self, text: str) -> set[int]:
        """Return the entries that a query finds: the whole of it, its room spelling, or all its words."""
        words = [fold(word) for word in text.split() if fold(word)]
        found = self._holding(fold(text)) | self._holding(fold(rooms.canonical(text)))
        return found | set.intersection(*map(self._holding, words)) if len(words) > 1 else found

    def _holding(self, needle: str) -> set[int]:
        rows = self.database.execute("select entry from line where text like ?", (f"%{needle}%",))
        return {row[0] for row in rows} | {n for n, read in enumerate(self.read) if needle in read}


def queries(rng: random.Random, entries: list[Fields]) -> Iterator[str]:
    """Yield random queries of 1 to 4 characters: parts of every field, their pinyin, and what nobody is called."""
    while True:
        text = rng.choice([value for value in rng.choice(entries).values() if value]).replace("\n", " ")
        way = rng.random()
        if way < 0.2:
            text = "".join(rng.choice(sorted(_first(char))) for char in fold(text))
        elif way < 0.35:
            text = "".join(rng.choice(sorted(_whole(char) or {char})) for char in fold(text))
        elif way < 0.4:
            text = "".join(
                rng.choice("0123456789abcdefghjklmnopqrstuvwxyz中单金张三") for _ in range(LONGEST)
            )
        size = rng.randint(1, LONGEST)
        start = rng.randrange(max(1, len(text) - size + 1))
        if fold(text[start : start + size]):
            yield text[start : start + size]


@pytest.fixture
def entries(db: Database) -> list[Fields]:
    """Make entries of three kinds findable, the record's number being the place in the list."""
    rng = random.Random(4)
    found = [made(rng, number) for number in range(ENTRIES)]
    with db.write(SYSTEM) as session:
        for number, fields in enumerate(found):
            search.put(
                session, KINDS[number % len(KINDS)], number, f"u{number}", fields, title=fields["name"]
            )
    return found


def by_lists(session: Session, text: str) -> set[int]:
    """Return what the filters of all lists find together."""
    return set().union(*(search.find_records(session, text, kind, limit=ENTRIES) for kind in KINDS))


@pytest.mark.parametrize("looked_at", [200, 3], ids=["as it is", "the index is soon asked for the kind"])
def test_500_random_queries_find_the_rows_that_like_finds(
    db: Database, entries: list[Fields], monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr(search, "_LOOKED_AT", looked_at)
    plain, asked = Plain(entries), queries(random.Random(5), entries)
    with db.read() as session:
        for text in [next(asked) for _ in range(QUERIES)]:
            wanted = plain.find(text)
            assert by_lists(session, text) == wanted, text
            assert {hit.record for hit in search.find(session, text, limit=ENTRIES)} == wanted, text


def test_long_parts_of_numbers_and_telephones_find_the_rows_that_like_finds(
    db: Database, entries: list[Fields]
) -> None:
    rng, plain = random.Random(6), Plain(entries)
    with db.read() as session:
        for _ in range(200):
            text = rng.choice([one for one in rng.choice(entries).values() if len(fold(one)) > LONGEST])
            size = rng.randint(LONGEST + 1, 14)
            part = text.split("\n")[0][rng.randrange(0, 4) :][:size]
            if fold(part):
                assert by_lists(session, part) == plain.find(part), part


def test_one_among_thousands_that_nearly_match_is_found_however_old(
    db: Database, entries: list[Fields]
) -> None:
    with db.write(SYSTEM) as session:
        for number in range(1000):
            fields = {"number": f"LF-202603{number % 28 + 1:02d}-{number % 400:03d}", "phone": "13526030188"}
            search.put(session, "visitors", ENTRIES + number, f"v{number}", fields, title="")
        search.put(session, "visitors", 99_999, "v", {"number": "LF-20260301-777"}, title="")
        for number in range(1000, 2000):
            fields = {"number": f"LF-202603{number % 27 + 2:02d}-{number % 400:03d}", "phone": "13530126077"}
            search.put(session, "visitors", ENTRIES + number, f"v{number}", fields, title="")
    with db.read() as session:
        assert search.find_records(session, "0301777", "visitors") == [99_999]
        assert search.find_records(session, "260301-777", "visitors") == [99_999]
