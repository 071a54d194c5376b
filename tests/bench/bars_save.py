"""How long a save takes: a whole registration against the one bare row it is about; two desks at once."""

from __future__ import annotations

import secrets
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from desk_app.core import badges, store
from desk_app.core.database import Database, unit_id
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS
from desk_app.registers.visitors import service
from tests.bench.harness import Bar, Reading, Site, of_pairs, percentile, shown
from tests.core.counting import OWN, PLAIN, Counted, together

SAVES = 1000
"""Saves of a bar: the worst of so many counts too."""

UNITS = 2000
"""Numbers that each of two desks takes in a round."""

NAMES = ("张玥闻", "欧阳晓雨", "李建国", "单雨桐", "王芳", "曾子墨", "陈思远", "尉迟晓燕", "John", "覃帆")
FORM = {
    "party_size": 1, "org": "华为技术", "host_room": "15-08 中盛国际贸易", "host_name": "查明雪",
    "purpose": "business", "confirm": "phone", "confirmed_by": "查明雪", "belongings": [], "party": [],
}  # fmt: skip


@cache
def _copied(path: Path) -> tuple[TemporaryDirectory[str], Path]:
    """Return a copy of a database for this run, and its folder, which goes with the run.

    The bare rows are no records: other bars would find them in the lists and not in the index.
    """
    folder = TemporaryDirectory(dir=path.parents[1])
    copy = Path(folder.name) / path.name
    store.copy_database(path, copy)
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


def _form(number: int, badge: str) -> dict[str, object]:
    return {**FORM, "name": NAMES[number % len(NAMES)], "phone": f"138{number:08d}", "badge": badge}


def _register(db: Database, badge: str) -> Callable[[], object]:
    """Return what the window does when 登记 is pressed: one unit of work."""
    numbers = count(time.time_ns() % 90_000_000)

    def save() -> str:
        with db.write(SYSTEM, unit_id()) as session:
            return service.register(session, _form(next(numbers), badge)).uid

    return save


def _bare(path: Path) -> tuple[dbapi2.Connection, Callable[[], object]]:
    """Return one row of the same table put in by the driver alone, durable too."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in store.PRAGMAS:
        connection.execute("PRAGMA " + pragma)
    cursor = connection.execute("SELECT * FROM visit ORDER BY id DESC LIMIT 1")
    columns = [one[0] for one in cursor.description]
    row = dict(zip(columns, cursor.fetchone(), strict=True))
    del row["id"]
    places = ", ".join(":" + key for key in row)
    statement = f"INSERT INTO visit ({', '.join(row)}) VALUES ({places})"  # noqa: S608 - the columns are the table's

    def insert() -> None:
        row["uid"] = secrets.token_hex(16)
        row["no"] = f"BARE-{row['uid']}"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement, row)
        connection.execute("COMMIT")

    return connection, insert


def _in_turns(site: Site, with_badge: bool) -> tuple[list[float], list[float]]:
    """Return the seconds of each save and of each bare row; between them the desk is idle, as people are."""
    saves = SAVES // 5 if site.small else SAVES
    with _opened(site) as db:
        with db.read() as session:
            badge = badges.free(session, "visitor")[0] if with_badge else ""
        ours, bare = [], []
        connection, insert = _bare(db.path)
        save = _register(db, badge)
        for number in range(-10, saves):
            start = time.perf_counter()
            uid = save()
            between = time.perf_counter()
            insert()
            end = time.perf_counter()
            if number >= 0:
                ours.append(between - start)
                bare.append(end - between)
            if badge:
                with db.write(SYSTEM) as session:
                    service.sign_out(session, uid)
            db.tidy()
        connection.close()
    return ours, bare


def _save(with_badge: bool) -> Callable[[Site], Reading]:
    def measure(site: Site) -> Reading:
        ours, bare = _in_turns(site, with_badge)
        mine, theirs = percentile(ours, 0.5), percentile(bare, 0.5)
        return Reading(mine / theirs, f"{shown(mine)} / {shown(theirs)}")

    return measure


def _worst(site: Site) -> Reading:
    ours, bare = _in_turns(site, with_badge=True)
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
    Bar("D1", "a registration with a badge, saved", "one bare row, durable", 6, _save(True)),
    Bar("D1n", "a registration without a badge, saved", "one bare row, durable", 6, _save(False)),
    Bar("D1w", "worst of 1,000 saves", "50 ms", 50, _worst, unit="ms"),
)
