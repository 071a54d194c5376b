"""How long a save takes: a whole registration against the one bare row it is about; two desks at once (D1, C2)."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from desk_app.core import badges, store
from desk_app.core.database import Database, unit_id
from desk_app.core.people import SYSTEM
from desk_app.registers import REGISTERS
from desk_app.registers.visitors import service
from tests.bench.harness import Bar, Reading, Site, percentile, shown

SAVES = 1000
"""Saves of a bar: of so many the worst counts too."""

NAMES = ["张玥闻", "欧阳晓雨", "李建国", "单雨桐", "王芳", "曾子墨", "陈思远", "尉迟晓燕", "John", "覃帆"]
FORM = {
    "party_size": 1, "org": "华为技术", "host_room": "15-08 中盛国际贸易", "host_name": "查明雪",
    "purpose": "business", "confirm": "phone", "confirmed_by": "查明雪", "belongings": [], "party": [],
}  # fmt: skip


@contextmanager
def _opened(site: Site) -> Iterator[Database]:
    """Open the largest database as the window does: every register's tables and hooks are there."""
    for room in REGISTERS:
        room.register()
    db = Database(store.url_of(site.largest / "desk.db"))
    try:
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
    statement = f"INSERT INTO visit ({', '.join(row)}) VALUES ({', '.join(':' + key for key in row)})"

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


BARS = (
    Bar("D1", "a registration with a badge", "one bare row, durable", 6, _save(True)),
    Bar("D1n", "a registration without a badge", "one bare row, durable", 6, _save(False)),
)
