"""Ten ways to alter a record behind the program's back; each must be found (nine of figures/safety.md §2(g), one ours)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.core import audit, backup, datafile, verify
from tests.faults import lab

ROWS = "SELECT id, at, actor_id, workstation, verb, entity, uid, no, commitment FROM history WHERE id >= ? ORDER BY id"


@dataclass
class Outcome:
    """What was tried, what was found in the file itself, by a head outside the file, and what by neither."""

    tried: int = 0
    by_itself: int = 0
    by_head: int = 0
    missed: list[str] = field(default_factory=list)
    untouched: str = ""


class Bench:
    """A desk's folder with a backup, altered by somebody who has the file open (triggers off)."""

    def __init__(self, work: Path) -> None:
        self.place = lab.build(work / "desk")
        db = self.place.open()
        self.file, self.chain = db.file, db.keys.chain
        hands = lab.Hands(self.place, db)
        for _n in range(8):
            hands.work()
        db.close()
        self.older = work / "older.db"
        shutil.copyfile(self.file.path, self.older)
        db = self.place.open()
        hands = lab.Hands(self.place, db, "后")
        for _n in range(8):
            hands.work()
        with db.read() as session:
            self.last = audit.head(session)
        db.close()
        backup.make(self.file, self.place.folder / "backups")
        self.kept = work / "kept.db"
        shutil.copyfile(self.file.path, self.kept)

    def alter(self, attack: Callable[[Bench, Any], None]) -> tuple[str, str]:
        """Alter a fresh copy; return what the whole check says, and what it says together with the heads outside."""
        for old in datafile.files_of(self.file.path):
            old.unlink()
        shutil.copyfile(self.kept, self.file.path)
        with closing(datafile.connect(self.file)) as raw:
            for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                raw.execute(f"DROP TRIGGER {name}")
            attack(self, raw)
        db = self.place.open()
        try:
            alone = verify.verify(db, self.place.archive).fault
            outside = backup.heads_outside(self.place.folder / "backups", self.chain)
            return alone, verify.verify(db, self.place.archive, outside=outside).fault
        finally:
            db.close()

    def rewrite(self, raw: Any, first: int, key: bytes) -> None:
        """Give every link from `first` on the hash that this key makes."""
        prev = raw.execute("SELECT hash FROM history WHERE id = ?", (first - 1,)).fetchone()[0]
        for row in raw.execute(ROWS, (first,)).fetchall():
            proof = audit.link(key, prev, *row)
            raw.execute("UPDATE history SET prev = ?, hash = ? WHERE id = ?", (prev, proof, row[0]))
            prev = proof


def edit(_bench: Bench, raw: Any) -> None:
    """Say that somebody else did it."""
    raw.execute("UPDATE history SET actor_id = 99 WHERE id = 20")


def edit_detail(_bench: Bench, raw: Any) -> None:
    """Change what was written, not that it was."""
    raw.execute("UPDATE history_detail SET payload = replace(payload, '李敏', '王五') WHERE id = 30")


def delete(_bench: Bench, raw: Any) -> None:
    """Take one link out."""
    raw.execute("DELETE FROM history WHERE id = 25")


def swap(_bench: Bench, raw: Any) -> None:
    """Let two links change places."""
    raw.execute("UPDATE history SET id = -1 WHERE id = 21")
    raw.execute("UPDATE history SET id = 21 WHERE id = 22")
    raw.execute("UPDATE history SET id = 22 WHERE id = -1")


def replace(_bench: Bench, raw: Any) -> None:
    """Put another link in a link's place."""
    raw.execute("INSERT OR REPLACE INTO history SELECT 23, at, actor_id, workstation, verb, entity, uid, no, "
                "commitment, prev, hash FROM history WHERE id = 24")  # fmt: skip


def forge(bench: Bench, raw: Any) -> None:
    """Add a link, chained as well as can be without the key."""
    row = raw.execute(ROWS, (bench.last.number,)).fetchone()
    salt, payload = "00" * 16, "{}"
    fields = (row[0] + 1, *row[1:8], audit.commitment(salt, payload))
    proof = audit.link(bytes(32), bench.last.hash, *fields)
    raw.execute("INSERT INTO history VALUES (?,?,?,?,?,?,?,?,?,?,?)", (*fields, bench.last.hash, proof))
    raw.execute("INSERT INTO history_detail VALUES (?, ?, ?)", (fields[0], salt, payload))


def recompute(bench: Bench, raw: Any) -> None:
    """Change a link and write the rest anew, without the key."""
    edit(bench, raw)
    bench.rewrite(raw, 20, bytes(32))


def cut_tail(bench: Bench, raw: Any) -> None:
    """Take the end off."""
    raw.execute("DELETE FROM history WHERE id > ?", (bench.last.number - 10,))
    raw.execute("DELETE FROM history_detail WHERE id > ?", (bench.last.number - 10,))


def recompute_with_key(bench: Bench, raw: Any) -> None:
    """Change a link and write the rest anew, with the key: an insider's deed."""
    edit(bench, raw)
    bench.rewrite(raw, 20, bench.chain)


def edit_record(_bench: Bench, raw: Any) -> None:
    """Change the record itself and leave its history alone."""
    raw.execute("UPDATE visit SET name = '王五' WHERE id = 3")


ATTACKS = (
    edit_record,
    edit,
    edit_detail,
    delete,
    swap,
    replace,
    forge,
    recompute,
    cut_tail,
    recompute_with_key,
)


def tamper(work: Path) -> Outcome:
    """Try all of them, and a file that nobody touched."""
    bench, outcome = Bench(work), Outcome()
    for attack in ATTACKS:
        alone, together = bench.alter(attack)
        outcome.tried += 1
        outcome.by_itself += bool(alone)
        outcome.by_head += bool(together and not alone)
        if not together:
            outcome.missed.append(attack.__name__)
    outcome.untouched = bench.alter(lambda _bench, _raw: None)[1]
    older = _exchanged(bench)
    outcome.tried += 1
    outcome.by_head += bool(older)
    if not older:
        outcome.missed.append("exchanged for an older file")
    return outcome


def _exchanged(bench: Bench) -> str:
    """Put last week's file in the place of today's."""
    for old in datafile.files_of(bench.file.path):
        old.unlink()
    shutil.copyfile(bench.older, bench.file.path)
    db = bench.place.open()
    try:
        outside = backup.heads_outside(bench.place.folder / "backups", bench.chain)
        return verify.verify(db, bench.place.archive, outside=outside).fault
    finally:
        db.close()
