"""Damaged files: eight kinds of damage, each found, and salvaged together with a backup that is a tenth behind."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.core import backup, clock, datafile, keys, rescue
from desk_app.core.database import Database
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from tests.faults import lab

PAGE = 4096
ROUNDS = 60
"""Units of work before the backup; a tenth more after it."""
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
    """Put an older state of a page back; its checksum fits."""
    changed = [
        n for n in range(PAGE, min(len(data), len(old)), PAGE) if data[n : n + PAGE] != old[n : n + PAGE]
    ]
    start = rng.choice(changed)
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
    """What came of one kind: crashes, damage that no check found, rows lost (at worst as a share),
    rows that are wrong, and rows as old as the backup."""

    trials: int = 0
    found: int = 0
    salvaged: int = 0
    started: int = 0
    worst: float = 0.0
    lost: int = 0
    rows: int = 0
    wrong: int = 0
    old: int = 0
    told: int = 0
    crashed: list[str] = field(default_factory=list)


class Site:
    """A data folder with its backup, and what every table of it held in the end."""

    def __init__(self, folder: Path, rounds: int = ROUNDS) -> None:
        clock.set_source(lab.Ticking())
        self.folder, self.place = folder, lab.build(folder / "data")
        db = self.place.open()
        hands = lab.Hands(self.place, db)
        for n in range(rounds):
            hands.work()
            if n == rounds // 2:
                datafile.copy_database(db.file, folder / "old.db")
        backup.make(db.file, self.place.folder / "backups", self.place.archive.folder)
        self.backed_up = _rows(db.file)
        for _n in range(rounds // 10):
            hands.work()
        self.file = db.file
        db.close()
        self.data, self.old = self.place.database.read_bytes(), (folder / "old.db").read_bytes()
        self.rows = _rows(self.file)

    def trial(self, kind: str, seed: int, outcome: Outcome, *, salvaging: bool = True) -> None:
        """Damage a copy, open it, look it over; salvage it and compare every row."""
        rng, trial = random.Random(f"{kind} {seed}"), self.folder / "trial"
        shutil.rmtree(trial, ignore_errors=True)
        trial.mkdir()
        for name in ("desk.keys", "desk.site"):
            shutil.copyfile(self.place.folder / name, trial / name)
        shutil.copytree(self.place.folder / "backups", trial / "backups")
        data = bytearray(self.data)
        KINDS[kind](data, self.old, rng)
        (trial / "desk.db").write_bytes(data)
        outcome.trials += 1
        try:
            outcome.started += _starts(trial / "desk.db")
            outcome.found += bool(datafile.full_check(self.file.at(trial / "desk.db")))
            if not salvaging:
                return
            outcome.salvaged += 1
            saved = rescue.salvage(self.file.at(trial / "desk.db"), trial / "backups")
            outcome.told += bool(saved.lines)
            self._compare(self.file.at(trial / "desk.db"), outcome)
        except Exception as error:
            outcome.crashed.append(f"{kind} {seed}: {type(error).__name__}: {error}"[:300])

    def _compare(self, file: DataFile, outcome: Outcome) -> None:
        after, total = _rows(file), sum(len(rows) for rows in self.rows.values())
        lost = wrong = old = 0
        for table, rows in self.rows.items():
            there = after.get(table, {})
            lost += sum(key not in there for key in rows)
            if table in ("history", "history_detail"):
                there = {key: row for key, row in there.items() if key in rows}  # the salvage files itself
            before = self.backed_up.get(table, {})
            differ = [key for key, row in there.items() if rows.get(key) != row]
            wrong += sum(there[key] != before.get(key) for key in differ)
            old += sum(there[key] == before.get(key) for key in differ)
        outcome.lost, outcome.rows, outcome.wrong = (
            outcome.lost + lost,
            outcome.rows + total,
            outcome.wrong + wrong,
        )
        outcome.old += old
        outcome.worst = max(outcome.worst, lost / total)


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


def _starts(path: Path) -> bool:
    """Say whether the program starts on a damaged file; it may refuse with a sentence, and with nothing else."""
    try:
        Database(f"sqlite:///{path}").close()
    except KnownError:
        return False
    return True


def _rows(file: DataFile) -> dict[str, dict[int, tuple[Any, ...]]]:
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
