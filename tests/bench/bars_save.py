"""How long a save takes: a whole registration against the one bare row it is about; two desks at once."""

from __future__ import annotations

import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from desk_app.core import badges, datafile, keys, store
from desk_app.core.database import Database, unit_id
from desk_app.core.datafile import DataFile
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS
from desk_app.registers.duty_log import service as duty_log
from desk_app.registers.visitors import service as visitors
from tests.bench.harness import Bar, Reading, Site, of_pairs, percentile, shown
from tests.core.counting import OWN, PLAIN, Counted, together

SAVES = 1000
"""Saves of a bar: the worst of so many counts too."""

UNITS = 2000
"""Numbers that each of two desks takes in a round."""

SURNAMES, GIVEN = "张欧李单王曾陈尉覃林", "玥晓建雨芳子思迟帆琳"
COMPANIES = (
    "华为技术",
    "中盛国际贸易",
    "德勤",
    "顺丰速运",
    "东方瑞律所",
    "凯撒保险",
    "启明电商",
    "",
    "京东物流",
    "云汇会计",
)

Undo = Callable[[], object]
Save = Callable[[int], Undo | None]


@cache
def _copied(path: Path) -> tuple[TemporaryDirectory[str], Path]:
    """Return a copy of a database for this run, and its folder, which goes with the run.

    The bare rows are no records: other bars would find them in the lists and not in the index.
    """
    folder = TemporaryDirectory(dir=path.parents[1])
    copy = Path(folder.name) / path.name
    datafile.copy_database(keys.opened(path), copy)
    return folder, copy


@contextmanager
def _opened(site: Site) -> Iterator[Database]:
    """Open a copy of the largest database as the window does, with every register known."""
    for room in REGISTERS:
        room.register()
    db = Database(store.url_of(_copied(site.largest / "desk.db")[1]))
    try:
        while db.tidy():
            pass
        yield db
    finally:
        db.close()


def _name(number: int) -> str:
    return SURNAMES[number % 10] + GIVEN[number // 10 % 10] + GIVEN[number // 100 % 10]


def _visits(with_badge: bool) -> Callable[[Database], Save]:
    """Register a visitor as the form does; who got a badge leaves afterwards."""

    def prepare(db: Database) -> Save:
        with db.read() as session:
            badge = badges.free(session, "visitor")[0] if with_badge else ""

        def save(number: int) -> Undo | None:
            company = COMPANIES[number % 9 - 1]
            form = {
                "name": _name(number), "party_size": 1, "org": COMPANIES[number % 10],
                "phone": f"138{number:08d}", "host_room": f"{number % 26 + 1:02d}-08 {company}",
                "host_name": _name(number * 7), "purpose": "business", "confirm": "phone",
                "confirmed_by": _name(number * 7), "belongings": [], "party": [], "badge": badge,
            }  # fmt: skip
            with db.write(SYSTEM, unit_id()) as session:
                uid = visitors.register(session, form).uid
            return (lambda: _leave(db, uid)) if badge else None

        return save

    return prepare


def _leave(db: Database, uid: str) -> None:
    with db.write(SYSTEM) as session:
        visitors.sign_out(session, uid)


def _entries(db: Database) -> Save:
    """Write an entry of the duty log as the form does."""

    def save(number: int) -> None:
        form = {
            "channel": "phone", "category": "repair", "room": f"{number % 26 + 1:02d}-08", "caller": _name(number),
            "phone": f"138{number:08d}", "content": "走廊灯管闪烁", "action": "已通知更换灯管", "notified": "工程部",
            "state": "doing",
        }  # fmt: skip
        with db.write(SYSTEM, unit_id()) as session:
            duty_log.record(session, form)

    return save


def _bare(file: DataFile, table: str) -> tuple[dbapi2.Connection, Callable[[], object]]:
    """Return one row of the same table put in by the driver alone, durable too."""
    connection = datafile.connect(file)
    for pragma in store.PRAGMAS:
        connection.execute("PRAGMA " + pragma)
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1")  # noqa: S608 - a table named below
    columns = [one[0] for one in cursor.description]
    row = dict(zip(columns, cursor.fetchone(), strict=True))
    del row["id"]
    places = ", ".join(":" + key for key in row)
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"  # noqa: S608

    def insert() -> None:
        row["uid"] = secrets.token_hex(16)
        row["no"] = f"BARE-{row['uid']}"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement, row)
        connection.execute("COMMIT")

    return connection, insert


def _in_turns(site: Site, table: str, prepare: Callable[[Database], Save]) -> tuple[list[float], list[float]]:
    """Return the seconds of each save and of each bare row; between them the desk is idle, as people are."""
    saves = SAVES // 5 if site.small else SAVES
    ours, bare = [], []
    with _opened(site) as db:
        save = prepare(db)
        undo = save(0)  # the first finds nothing prepared; so does the bare row's
        connection, insert = _bare(db.file, table)
        insert()
        for number in range(1, saves + 1):
            if undo:
                undo()
            db.tidy()
            start = time.perf_counter()
            undo = save(number)
            between = time.perf_counter()
            insert()
            ours.append(between - start)
            bare.append(time.perf_counter() - between)
        connection.close()
    return ours, bare


def _save(table: str, prepare: Callable[[Database], Save]) -> Callable[[Site], Reading]:
    def measure(site: Site) -> Reading:
        ours, bare = _in_turns(site, table, prepare)
        mine, theirs = percentile(ours, 0.5), percentile(bare, 0.5)
        return Reading(mine / theirs, f"{shown(mine)} / {shown(theirs)}")

    return measure


def _worst(site: Site) -> Reading:
    ours, bare = _in_turns(site, "visit", _visits(with_badge=True))
    worst = f"of {len(ours)}; p99 {shown(percentile(ours, 0.99))}, worst bare row {shown(max(bare))}"
    return Reading(max(ours) * 1000, worst)


def _counting(site: Site, ours: tuple[int, str], other: tuple[int, str]) -> Iterator[tuple[Counted, Counted]]:
    """Let desks take numbers in turns with others, each side told as (how many desks, how they wait)."""
    units = UNITS // 10 if site.small else UNITS
    with TemporaryDirectory() as folder:
        url = store.url_of(Path(folder) / "desk.db")
        Database(url).close()
        for turn in range(site.rounds):
            order = (ours, other) if turn % 2 else (other, ours)
            done = {side: together(url, f"{turn}{side}", side[0], units, side[1]) for side in order}
            yield done[ours], done[other]


def _rate(site: Site) -> Reading:
    pairs = [(two.rate, one.rate) for two, one in _counting(site, (2, OWN), (1, OWN))]
    two, one = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Reading(statistics.median(two / one for two, one in pairs), f"{two:.0f} / {one:.0f} a second")


def _wait(site: Site) -> Reading:
    return of_pairs([(own.worst, plain.worst) for own, plain in _counting(site, (2, OWN), (2, PLAIN))])


BARS = (
    Bar("C2", "numbers a second of two desks", "one desk", 0.8, _rate, at_least=True),
    Bar("C2w", "longest wait of two desks", "SQLite's busy_timeout alone", 0.5, _wait),
    Bar(
        "D1", "a registration with a badge, saved", "one bare row, durable", 6, _save("visit", _visits(True))
    ),
    Bar(
        "D1n",
        "a registration without a badge, saved",
        "one bare row, durable",
        6,
        _save("visit", _visits(False)),
    ),
    Bar("D1l", "an entry of the duty log, saved", "one bare row, durable", 6, _save("duty_entry", _entries)),
    Bar("D1w", "worst of 1,000 saves", "50 ms", 50, _worst, unit="ms"),
)
