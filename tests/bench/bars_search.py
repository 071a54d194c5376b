"""Search as you type and every read of the window: D2, D3, D5, D6 of speed.md §8 and the reads of a refresh.

A round asks each question once through the real function, in turns with the raw first page (plain driver, the
newest 50 visits); its p99 is divided by that page's p99 of the same round, the bar is the median of the rounds.
"""

from __future__ import annotations

import gc
import random
import statistics
import struct
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import IO

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import datafile, keys, pinyin
from desk_app.core.database import Database
from desk_app.core.declare import FieldKind, Register
from desk_app.core.pages import SIZE, Cipher
from desk_app.kit.list_reader import FIRST_IDS
from desk_app.registers import REGISTERS
from desk_app.registers.visitors.records import Visit
from desk_app.shell import finding
from tests.bench.harness import Bar, Do, Reading, Site, of_pairs, percentile, timed

EACH, EACH_SMALL = 8, 1
"""Questions of a class and way in one round; of the small form."""
PAGE = 100
"""Rows that a list reads at once."""

Ask = Callable[[Session, str], object]


# What is asked: the classes of speed.md §2, drawn from the newest and the oldest visits alike.


def classes(session: Session) -> dict[str, list[str]]:
    """Return the questions by class, the same in every run on the same data."""
    rng = random.Random(2)
    last = session.scalar(select(Visit.id).order_by(Visit.id.desc()).limit(1)) or 1
    columns = (Visit.name, Visit.org, Visit.phone, Visit.plate, Visit.no)
    wanted = [rng.randint(1, last) for _ in range(2000)]
    rows = [row for start in range(0, 2000, 500) for row in session.execute(select(*columns).where(Visit.id.in_(wanted[start : start + 500])))]  # fmt: skip
    names = [row.name for row in rows if len(row.name) >= 2]
    long = [name for name in names if len(name) >= 3]
    orgs = [row.org for row in rows if len(row.org) >= 3]
    phones = [row.phone for row in rows if len(row.phone) >= 8]
    plates = [row.plate for row in rows if len(row.plate) >= 5]
    numbers = [row.no for row in rows if row.no]

    def of(texts: Sequence[str], part: Callable[[str], str]) -> list[str]:
        return [part(rng.choice(texts)) for _ in range(EACH)] if texts else []

    def some(size: int) -> Callable[[str], str]:
        return lambda text: text[(start := rng.randrange(len(text) - size + 1)) : start + size]

    def initials(size: int) -> Callable[[str], str]:
        return lambda name: "".join((pinyin.readings(char) or (char,))[0][0] for char in name[:size])

    found = {
        "1 character": of(names, some(1)),
        "2 of a name": of(names, some(2)),
        "3-character name": of(long, some(3)),
        "2 of a company": of(orgs, some(2)),
        "3 of a company": of(orgs, some(3)),
        "rare pair": of(names, lambda name: name[0] + rng.choice("龘鑫罡祎淼珏")),
        "1 initial": of(names, initials(1)),
        "2 initials": of(names, initials(2)),
        "3 initials": of(long, initials(3)),
        "surname's pinyin": of(names, lambda name: (pinyin.readings(name[0]) or ("a",))[0]),
        "3 of a plate": of(plates, some(3)),
        "phone's last 4": of(phones, lambda phone: phone[-4:]),
        "whole phone": of(phones, str),
        "number": of(numbers, lambda number: number[-12:]),
        "1 digit": of(phones, some(1)),
    }
    return {name: texts for name, texts in found.items() if texts}


# How it is asked: the functions that the window calls while somebody types.


def registers() -> list[Register]:
    """Return every register, in tab order."""
    return [room.register() for room in REGISTERS]


def ways() -> dict[str, dict[str, Ask]]:
    """Return what is called while somebody types, by group."""

    def listed(register: Register, session: Session, typed: str) -> object:
        return register.source.ids(session, register.views[-1].key, typed, FIRST_IDS)

    def offered(field: object, session: Session, typed: str) -> object:
        return field.suggest(session, typed, {})  # type: ignore[attr-defined]

    fields = {  # each function once, however many fields it serves
        field.suggest: (one.key, field)
        for one in reversed(registers())
        for field in one.fields
        if field.suggest and field.kind in (FieldKind.TEXT, FieldKind.ROOM)
    }
    return {
        "Ctrl+K": {"Ctrl+K": finding.suggestions},
        "filter": {one.key: partial(listed, one) for one in registers()},
        "form": {f"{key}.{field.key}": partial(offered, field) for key, field in fields.values()},
    }


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Database, Do]]:
    """Open a data folder as the program does; with it what reads the raw first page of its visits."""
    database = Database(f"sqlite:///{folder / 'desk.db'}")
    with closing(datafile.connect(database.file)) as raw, closing(database):
        yield database, lambda: raw.execute("SELECT * FROM visit ORDER BY id DESC LIMIT 50").fetchall()


@contextmanager
def no_garbage() -> Iterator[None]:
    """Collect garbage first and none meanwhile: once a place to type in, as it takes longer than its questions."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def ask(database: Database, way: Ask, typed: str) -> None:
    """Ask once, in a session of its own, as the window does."""
    with database.read() as session:
        way(session, typed)


def _seconds(do: Do) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _round(database: Database, page: Do, way: Ask, texts: Sequence[str]) -> tuple[float, float]:
    """Return the p99 of the questions and of the raw page, asked in turns."""
    pairs = [(_seconds(partial(ask, database, way, typed)), _seconds(page)) for typed in texts]
    return percentile([one for one, _ in pairs], 0.99), percentile([other for _, other in pairs], 0.99)


def _slowest(met: Mapping[tuple[str, str], Sequence[tuple[float, float]]], by: int) -> list[tuple[str, str]]:
    """Return the ten slowest of one round, by the ratio or (`by` 1) by the clock; they get all rounds."""
    order = sorted(met, key=lambda key: met[key][0][0] if by else of_pairs(met[key]).value)
    return order[-10:]


@cache
def _typed(
    folder: Path, rounds: int, each: int
) -> Mapping[str, tuple[str, str, Sequence[tuple[float, float]]]]:
    """Return by group its slowest (way, class) and the p99s of its rounds."""
    found = {}
    with opened(folder) as (database, page):
        with database.read() as session:
            asked = classes(session)
        for group, members in ways().items():
            met = {}
            for name, way in members.items():
                with no_garbage():
                    for class_, texts in asked.items():
                        _round(database, page, way, texts[:1])
                        met[name, class_] = [_round(database, page, way, texts[:each])]
            for name, class_ in {*_slowest(met, 0), *_slowest(met, 1)}:
                with no_garbage():
                    way, texts = members[name], asked[class_][:each]
                    met[name, class_] = [_round(database, page, way, texts) for _ in range(rounds)]
            met = {key: pairs for key, pairs in met.items() if len(pairs) == rounds}
            worst = max(met, key=lambda key: of_pairs(met[key]).value)
            found[group] = (*worst, met[worst])
            slow = max(met, key=lambda key: statistics.median(one for one, _ in met[key]))
            found[f"{group} ms"] = (*slow, met[slow])
    return found


def _measured(site: Site) -> Mapping[str, tuple[str, str, Sequence[tuple[float, float]]]]:
    return _typed(site.largest, site.rounds, EACH_SMALL if site.small else EACH)


def typing(group: str, site: Site) -> Reading:
    """D2: the slowest class of the slowest place to type in, against the raw first page."""
    way, class_, pairs = _measured(site)[group]
    reading = of_pairs(pairs)
    return Reading(reading.value, f"{way}, {class_}: {reading.told}")


def typing_ms(group: str, site: Site) -> Reading:
    """D2: the slowest class of the slowest place in milliseconds; in words the largest ratio to the first page.

    A filter reads a view in its order, a suggestion reads who came before: more than the page's fifty rows.
    """
    way, class_, pairs = _measured(site)[f"{group} ms"]
    value = statistics.median(mine for mine, _ in pairs) * 1000
    most = typing(group, site)
    return Reading(value, f"{way}, {class_}; at most {most.value:.1f} × the first page, {most.told}")


def growth(site: Site) -> Reading:
    """D3: the same class over ten times the visits, median against median."""
    met = {}
    with opened(site.largest) as (large, _page), opened(site.folder(site.sizes[0])) as (little, _other):
        with large.read() as session, little.read() as other:
            questions = {name: (texts, classes(other)[name]) for name, texts in classes(session).items()}
        chosen = {name: way for group, members in ways().items() for name, way in members.items() if group == "Ctrl+K" or name.startswith("visitors")}  # fmt: skip
        for name, way in chosen.items():
            for class_, (many, few) in questions.items():
                met[name, class_] = [
                    (
                        statistics.median(_seconds(partial(ask, large, way, typed)) for typed in many),
                        statistics.median(_seconds(partial(ask, little, way, typed)) for typed in few),
                    )
                    for _ in range(site.rounds)
                ]
    worst = max(met, key=lambda key: of_pairs(met[key]).value)
    reading = of_pairs(met[worst])
    return Reading(reading.value, f"{', '.join(worst)}: {reading.told}")


def pages(site: Site) -> Reading:
    """D5: a page of rows at the end of every register's longest list against its first page."""
    met = {}
    with opened(site.largest) as (database, _page), database.read() as session:
        for register in registers():
            ids = register.source.ids(session, register.views[-1].key, "")
            if len(ids) < 3 * PAGE:
                continue
            met[register.key] = [
                tuple(_page_of(database, register, part) for part in (ids[-PAGE:], ids[:PAGE]))
                for _ in range(site.rounds)
            ]
    worst = max(met, key=lambda key: of_pairs(met[key]).value)
    reading = of_pairs(met[worst])
    return Reading(reading.value, f"{worst}: {reading.told}")


def _page_of(database: Database, register: Register, ids: Sequence[int]) -> float:
    def read() -> None:
        with database.read() as session:
            register.source.rows(session, ids)

    return timed(read)


def refresh(site: Site) -> Reading:
    """The slowest read that a refresh does: a register's counts, what is due, a view's first ids, a page of rows."""
    met: dict[str, float] = {}
    with opened(site.largest) as (database, _page):
        for register in registers():
            source, views = register.source, [view.key for view in register.views]
            with database.read() as session:
                ids = source.ids(session, views[-1], "", PAGE)
            reads: dict[str, Ask] = {
                "counts": lambda s, _t, of=source: of.counts(s),
                "due": lambda s, _t, of=source: of.due(s),
            }
            reads |= {
                f"ids of {view}": (lambda s, _t, of=source, v=view: of.ids(s, v, "", FIRST_IDS))
                for view in views
            }
            reads["rows"] = lambda s, _t, of=source, i=ids: of.rows(s, i)
            for name, way in reads.items():
                do = partial(ask, database, way, "")
                do()
                met[f"{register.key}, {name}"] = statistics.median(timed(do) for _ in range(site.rounds))
    worst = max(met, key=lambda key: met[key])
    return Reading(met[worst] * 1000, worst)


# How large the index is: every page of its trees is counted (this SQLite has no dbstat).


def size(site: Site) -> Reading:
    """D6: the bytes of the full-text index against those of the registers' tables with their indexes."""
    path = site.largest / "desk.db"
    opened = keys.opened(path)
    assert opened.key is not None
    cipher = Cipher(opened.key)
    with closing(datafile.connect(opened)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        roots = raw.execute(
            "SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0"
        ).fetchall()
    served = _served()
    sizes = {"index": 0, "entries": 0, "tables": 0}
    with path.open("rb") as file:
        for _name, table, root in roots:
            kind = (
                "index"
                if table.startswith("search_grams")
                else "entries"
                if table == "search_entry"
                else "tables"
            )
            if kind != "tables" or table in served:
                sizes[kind] += _pages(file, cipher, root) * SIZE
    told = ", ".join(f"{kind} {bytes_ / 1e6:.1f} MB" for kind, bytes_ in sizes.items())
    return Reading(sizes["index"] / sizes["tables"], told)


def _served() -> set[str]:
    """Return the tables of all registers: their records and what belongs to them."""
    for register in registers():
        assert register.source
    from desk_app.core.records import Base

    return {
        str(mapper.local_table.name)  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith("desk_app.registers.")
    }


def _pages(file: IO[bytes], cipher: Cipher, root: int) -> int:
    """Return how many pages a tree has, those that its long rows run over into among them (SQLite's file format)."""
    count, waiting = 0, [root]
    while waiting:
        count += 1
        number = waiting.pop()
        file.seek((number - 1) * SIZE)
        page = cipher.open(number, file.read(SIZE))
        kind, cells = page[0], struct.unpack_from(">H", page, 3)[0]
        inner = kind in (2, 5)
        if inner:
            waiting.append(struct.unpack_from(">I", page, 8)[0])
        for at in struct.unpack_from(f">{cells}H", page, 12 if inner else 8):
            if inner:
                waiting.append(struct.unpack_from(">I", page, at)[0])
            if kind != 5:
                count += _overflow(page, at + 4 * inner, len(page), is_table=kind == 13)
    return count


def _overflow(page: bytes, at: int, size_: int, *, is_table: bool) -> int:
    """Return how many pages a cell's content runs over into."""
    length, at = _varint(page, at)
    most = size_ - 35 if is_table else (size_ - 12) * 64 // 255 - 23
    if length <= most:
        return 0
    least = (size_ - 12) * 32 // 255 - 23
    kept = least + (length - least) % (size_ - 4)
    return -(-(length - (kept if kept <= most else least)) // (size_ - 4))


def _varint(page: bytes, at: int) -> tuple[int, int]:
    value = 0
    while True:
        value, at = value << 7 | page[at] & 127, at + 1
        if page[at - 1] < 128:
            return value, at


FIRST_PAGE = "p99 / p99 of a raw first page"
BARS = (
    Bar("D2", "Ctrl+K at the most visits, slowest class", FIRST_PAGE, 6, partial(typing, "Ctrl+K")),
    Bar("D2a", "the same, p99", "the clock", 16, partial(typing_ms, "Ctrl+K"), unit="ms"),
    Bar(
        "D2b",
        "a list's filter, slowest register and class, p99",
        "the clock",
        16,
        partial(typing_ms, "filter"),
        unit="ms",
    ),
    Bar(
        "D2c",
        "a form's suggestions, slowest field and class, p99",
        "the clock",
        16,
        partial(typing_ms, "form"),
        unit="ms",
    ),
    Bar(
        "D3", "Ctrl+K and visitors at ten times the visits, slowest class", "at a tenth, p50 / p50", 2, growth
    ),
    Bar("D5", "the last page of a register's rows", "its first page", 1.3, pages),
    Bar("D6", "bytes of the full-text index", "bytes of the registers' tables", 0.35, size),
    Bar("R1", "slowest read of a refresh: counts, due, ids, rows", "the clock", 16, refresh, unit="ms"),
)
