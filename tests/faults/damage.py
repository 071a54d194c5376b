"""Damaged files: eight kinds of damage, each found, and salvaged together with a backup that is a tenth behind."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.core import audit, backup, clock, datafile, keys, pages, records, rescue, verify
from desk_app.core.database import Database
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.heads import Outside
from tests.faults import lab

PAGE = 4096
ROUNDS = 150
"""Units of work before the backup, a tenth more after it: 2,700 rows. The fullest page holds 20 that are newer than the
backup, 0.7 %; in a smaller file one page would be more than the hundredth that may be lost."""
BREAK = "链在此中断"
NUMBER = re.compile(r"第 (\d+) 条")
"""What the report of a salvage says of every link that is lost, and where its number stands."""
Damage = Callable[[bytearray, bytes, random.Random], object]


def _page(data: bytes, rng: random.Random) -> int:
    """Return where some page but the first begins."""
    return rng.randrange(1, len(data) // PAGE) * PAGE


def bit(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Flip one bit."""
    data[_page(data, rng) + rng.randrange(PAGE)] ^= 1 << rng.randrange(8)


def byte(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Change one byte."""
    data[_page(data, rng) + rng.randrange(PAGE)] ^= rng.randrange(1, 256)


def sixteen(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Put garbage over 16 bytes."""
    start = _page(data, rng) + rng.randrange(PAGE - 16)
    data[start : start + 16] = rng.randbytes(16)


def sector(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Put garbage over a sector."""
    start = _page(data, rng) + rng.randrange(PAGE // 512) * 512
    data[start : start + 512] = rng.randbytes(512)


def zeroed(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Put zeros over a page."""
    start = _page(data, rng)
    data[start : start + PAGE] = bytes(PAGE)


def stale(data: bytearray, old: bytes, rng: random.Random) -> None:
    """Put an older state of a page back; its checksum fits. (`old` has only the pages that said something else.)"""
    start = rng.choice([n for n in range(PAGE, min(len(data), len(old)), PAGE) if any(old[n : n + PAGE])])
    data[start : start + PAGE] = old[start : start + PAGE]


def first_page(data: bytearray, _old: bytes, rng: random.Random) -> None:
    """Put garbage over page 1, or over a part of it."""
    start = rng.choice((0, 16, 100))
    data[start:PAGE] = rng.randbytes(PAGE - start)


def half(data: bytearray, _old: bytes, _rng: random.Random) -> None:
    """Cut the file to half."""
    del data[len(data) // 2 :]


KINDS: dict[str, Damage] = {
    "one bit": bit, "one byte": byte, "16 bytes": sixteen, "a sector of garbage": sector, "a page zeroed": zeroed,
    "a stale page": stale, "page 1": first_page, "cut to half": half,
}  # fmt: skip
FLIPS = ("one bit", "one byte", "16 bytes", "a sector of garbage")
ONE_PAGE = (*FLIPS, "a page zeroed", "a stale page", "page 1")


@dataclass
class Outcome:
    """What came of one kind: what found the damage first, how often the program started all the same, rows that the
    salvage lost (at worst as a share), rows that are wrong, rows as old as the backup, breaks of the chain that were
    told, crashes."""

    trials: int = 0
    found: Counter[str] = field(default_factory=Counter)
    salvaged: int = 0
    started: int = 0
    worst: float = 0.0
    lost: int = 0
    rows: int = 0
    wrong: int = 0
    old: int = 0
    breaks: int = 0
    crashed: list[str] = field(default_factory=list)


class Site:
    """A data folder with its backup, and what every table of it held in the end."""

    def __init__(self, folder: Path, rounds: int = ROUNDS) -> None:
        clock.set_source(lab.Ticking())
        records.set_random(random.Random(5).randbytes)  # the same pages in every run
        self.folder, self.place = folder, lab.build(folder / "data")
        db = self.place.open()
        hands = lab.Hands(self.place, db)
        for n in range(rounds):
            hands.work()
            if n == rounds // 2:
                datafile.copy_database(db.file, folder / "old.db")
        backup.make(db.file, self.place.folder / "backups", self.place.archive.folder)
        self.backed_up = rows_of(db.file)
        for _n in range(rounds // 10):
            hands.work()
        self.file = db.file
        self.outside = backup.heads_outside(self.place.folder / "backups", db.keys.chain)
        db.close()
        records.set_random(None)
        self.data = self.place.database.read_bytes()
        self.old = self._older(self.file.at(folder / "old.db"))
        self.rows = rows_of(self.file)

    def _older(self, old: DataFile) -> bytes:
        """Return the older file with only the pages that said something else; zeros for the rest."""
        then, now, raw = pages.WholePages(old), pages.WholePages(self.file), bytearray(old.path.read_bytes())
        for number in range(1, len(raw) // PAGE + 1):
            if then[number] == now[number]:
                raw[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
        return bytes(raw)

    def trial(self, kind: str, seed: int, outcome: Outcome, *, salvaging: bool = True) -> None:
        """Damage a copy, look it over, open it and work on it; salvage another and compare every row."""
        data = bytearray(self.data)
        KINDS[kind](data, self.old, random.Random(f"{kind} {seed}"))
        outcome.trials += 1
        try:
            self._look(self.put_down(data), outcome)
            if salvaging:
                self._salvage(self.put_down(data), outcome)
        except Exception as error:
            outcome.crashed.append(f"{kind} {seed}: {type(error).__name__}: {error}"[:300])

    def put_down(self, data: bytes) -> DataFile:
        """Return a fresh data folder's file with these bytes, the keys and the backup beside it."""
        trial = self.folder / "trial"
        shutil.rmtree(trial, ignore_errors=True)
        (trial / "backups").mkdir(parents=True)
        for name in ("desk.keys", "desk.site"):
            shutil.copyfile(self.place.folder / name, trial / name)
        for one in (self.place.folder / "backups").glob("*.*"):
            os.link(one, trial / "backups" / one.name)
        (trial / "desk.db").write_bytes(data)
        return self.file.at(trial / "desk.db")

    def _look(self, file: DataFile, outcome: Outcome) -> None:
        by = ""
        if datafile.quick_check(file):
            by = "checksums and structure"
        elif datafile.full_check(file):
            by = "every index"
        elif rows_of(file) == self.rows:
            by = "no row differs"
        # where the checksums found it the history need not be walked in every trial
        checked = by != "checksums and structure" or outcome.trials % 4 == 1
        started, told = _start(file.path, self.place, self.outside if checked else None)
        outcome.started += started
        outcome.found[by or ("the history or a record beside it" if told else "nothing")] += 1

    def _salvage(self, file: DataFile, outcome: Outcome) -> None:
        outcome.salvaged += 1
        saved = rescue.salvage(file, file.path.parent / "backups")
        self.compare(file, outcome)
        db = Database(f"sqlite:///{file.path}")
        try:
            told = [line for line in saved.lines if BREAK in line]
            fault = verify.verify_new(db, self.place.archive, self.outside).fault
            with db.read() as session:
                last = audit.head(session).number
            # a page may take the very end, which no head outside knows yet: what is left is whole, only the report tells
            within = [line for line in told if int(NUMBER.findall(line)[0]) <= last]
            if bool(within) != bool(fault):
                raise AssertionError(f"the report tells {told[:1]}, the check {fault!r}")
            outcome.breaks += len(told)
            lab.Hands(self.place, db, "后").work(1)
        finally:
            db.close()

    def compare(self, file: DataFile, outcome: Outcome) -> None:
        """Compare every row with what was there."""
        after, total = rows_of(file), sum(len(rows) for rows in self.rows.values())
        lost = 0
        for table, rows in self.rows.items():
            there = after.get(table, {})
            lost += sum(key not in there for key in rows)
            before = self.backed_up.get(table, {})
            differ = [key for key, row in there.items() if rows.get(key) != row]
            outcome.wrong += sum(there[key] != before.get(key) for key in differ)
            outcome.old += sum(there[key] == before.get(key) for key in differ)
        outcome.lost, outcome.rows = outcome.lost + lost, outcome.rows + total
        outcome.worst = max(outcome.worst, lost / total)


def seen(site: Site) -> Outcome:
    """Return what is said of a file in which one row was changed and one taken away: the control of the comparison."""
    file, outcome = site.put_down(site.data), Outcome()
    with closing(datafile.connect(file)) as connection:
        connection.execute("UPDATE contact SET name = '王五'")
        connection.execute("DROP TRIGGER keep_visit")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM visit WHERE id = 3")
    site.compare(file, outcome)
    return outcome


def missed_without_checksums(path: Path, count: int) -> tuple[int, int]:
    """Flip a bit in a plain copy again and again; how often the check found nothing."""
    plain = path.with_name("plain.db")
    with closing(datafile.connect(keys.opened(path))) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    whole, missed = plain.read_bytes(), 0
    for seed in range(count):
        data = bytearray(whole)
        bit(data, b"", random.Random(seed))
        plain.write_bytes(data)
        missed += not datafile.quick_check(DataFile(plain))
    return missed, count


def _start(path: Path, place: lab.Lab, outside: list[Outside] | None) -> tuple[bool, str]:
    """Open a damaged file, work on it and check its history against the heads `outside` (None: work only).

    The program may refuse with a sentence, and not else.

    Returns whether it started, and what the check of the history said.
    """
    try:
        db = Database(f"sqlite:///{path}")
    except KnownError as error:
        return False, error.text
    try:
        fault = "" if outside is None else verify.verify(db, place.archive, outside=outside).fault
        lab.Hands(place, db, "后").work(1)
    except KnownError as error:
        return True, error.text
    finally:
        db.close()
    return True, fault


def rows_of(file: DataFile) -> dict[str, dict[int, tuple[Any, ...]]]:
    """Return every row of every table by its rowid."""
    with closing(datafile.connect(file, reading=True)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith(("sqlite_", "search_grams"))
        ]
        return {
            name: {row[0]: row[1:] for row in connection.execute(f'SELECT rowid, * FROM "{name}"')}
            for name in names
        }
