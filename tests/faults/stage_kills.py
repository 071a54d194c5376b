"""kill -9 while the program upgrades, backs up, restores or writes a workbook: the old or the new, never a part."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from desk_app.core import audit, backup, clock, datafile, keys, pages, purge, rescue
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM
from desk_app.core.retention import GONE
from desk_app.core.verify import verify
from desk_app.registers import kept
from desk_app.registers.visitors.records import Visit
from desk_app.reports import monthly
from tests.faults import lab
from tests.released import KEPT, unpack


@dataclass
class Outcome:
    """What came of the kills at one stage: how many hit the work, and how many came after its end."""

    kills: int = 0
    before: int = 0
    after: int = 0
    wrong: list[str] = field(default_factory=list)


def killed(work: Callable[[], object], wait: float) -> bool:
    """Do some work in a process of its own and kill it after `wait` seconds; False when it had ended by then."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the work failed by itself")
    return os.WIFSIGNALED(status)


class Stage:
    """One kind of work that is killed again and again, each time on fresh files."""

    def __init__(self, work: Path) -> None:
        self.folder, self.outcome = work, Outcome()
        clock.set_source(lab.Ticking())

    def prepare(self) -> None:
        """Put down the files for one round."""

    def work(self) -> None:
        """Do what is killed."""

    def look(self) -> str:
        """Return what is wrong afterwards, "" when all is old or all is new."""
        return ""

    def run(self, count: int, seed: int = 1) -> Outcome:
        """Kill `count` times at moments spread over the time that the work takes."""
        rng = random.Random(seed)
        self.prepare()
        began = time.perf_counter()
        self._whole()
        takes = time.perf_counter() - began
        for _n in range(count):
            self.prepare()
            hit = killed(self.work, rng.uniform(0, takes))
            self.outcome.kills += 1
            self.outcome.before += hit
            self.outcome.after += not hit
            wrong = self.look()
            if wrong:
                self.outcome.wrong.append(wrong)
        return self.outcome

    def _whole(self) -> None:
        child = os.fork()
        if child == 0:
            self.work()
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            raise RuntimeError("the work failed by itself")


class Upgrading(Stage):
    """A database of a released schema is opened by today's program."""

    def __init__(self, work: Path, schema: int) -> None:
        super().__init__(work)
        self.kept = unpack(schema, work / "kept").data
        self.place = lab.Lab(work / "data")
        self.old = datafile.counts(keys.opened(self.kept / "desk.db"))

    def prepare(self) -> None:
        """Put the old folder there."""
        shutil.rmtree(self.place.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.place.folder)

    def work(self) -> None:
        """Open it."""
        self.place.open().close()

    def look(self) -> str:
        """Open it again; every record must be there, in the new schema."""
        db = self.place.open()
        try:
            counts = datafile.counts(db.file)
            if datafile.schema_of(db.file) != SCHEMA or datafile.quick_check(db.file):
                return "neither the old schema nor the new"
            missing = {name: n for name, n in self.old.items() if counts.get(name, 0) < n and n}
            return f"rows are missing: {missing}" if missing else ""
        finally:
            db.close()


class BackingUp(Stage):
    """A backup is made while nobody works."""

    def __init__(self, work: Path) -> None:
        super().__init__(work)
        self.place = lab.build(work / "data")
        db = self.place.open()
        hands = lab.Hands(self.place, db)
        for _n in range(24):
            hands.work()
        self.file = db.file
        db.close()
        self.target = self.place.folder / "backups"

    def prepare(self) -> None:
        """Take the old backups away, so that none of them hides a bad one."""
        shutil.rmtree(self.target, ignore_errors=True)

    def work(self) -> None:
        """Back up."""
        backup.make(self.file, self.target, self.place.archive.folder)

    def look(self) -> str:
        """Check what passes for a backup, and every file that is named like one."""
        found = backup.listing(self.target)
        for one in found:
            backup.check(one)
        lone = set(self.target.glob("*.db")) - {one.path for one in found}
        return f"named like a backup, but none: {lone}" if lone else ""


class Restoring(BackingUp):
    """A backup takes the database's place."""

    def __init__(self, work: Path) -> None:
        super().__init__(work)
        super().work()
        self.backup = backup.listing(self.target)[0]
        db = self.place.open()
        hands = lab.Hands(self.place, db, "后")
        for _n in range(4):
            hands.work()
        db.close()
        self.newer = datafile.last_link(self.file)
        shutil.copytree(self.place.folder, work / "kept")

    def prepare(self) -> None:
        """Put the newer database there."""
        shutil.rmtree(self.place.folder)
        shutil.copytree(self.folder / "kept", self.place.folder)

    def work(self) -> None:
        """Restore."""
        backup.restore(
            self.backup, self.place.database, newest_schema=SCHEMA, archive=self.place.archive.folder
        )

    def look(self) -> str:
        """It must be the one or the other, whole."""
        if not self.place.database.is_file():
            return "there is no database"
        head = datafile.last_link(self.file)
        if head not in (self.newer, self.backup.head):
            return f"head {head[0]}, neither old nor new"
        wrong = datafile.quick_check(self.file)
        return wrong[0] if wrong else ""


class InPlace(Restoring):
    """The control: the backup is written straight over the database, piece by piece."""

    def work(self) -> None:
        """Restore without care."""
        with self.backup.path.open("rb") as source, self.place.database.open("wb") as target:
            while piece := source.read(pages.SIZE):
                target.write(piece)
                target.flush()
                os.fsync(target.fileno())
                time.sleep(0.001)

    def look(self) -> str:
        """A part is found, in whatever words."""
        try:
            return super().look()
        except KnownError as error:
            return error.text


class Salvaging(BackingUp):
    """A file with a ruined first page is salvaged."""

    def __init__(self, work: Path) -> None:
        super().__init__(work)
        super().work()
        self.head = datafile.last_link(self.file)
        data = bytearray(self.place.database.read_bytes())
        data[datafile.HEADER : pages.SIZE] = bytes(pages.SIZE - datafile.HEADER)
        self.place.database.write_bytes(bytes(data))
        self.damaged = bytes(data)
        shutil.copytree(self.place.folder, work / "kept")

    def prepare(self) -> None:
        """Put the damaged database there."""
        shutil.rmtree(self.place.folder)
        shutil.copytree(self.folder / "kept", self.place.folder)

    def work(self) -> None:
        """Salvage."""
        rescue.salvage(self.file, self.target)

    def look(self) -> str:
        """It must be the damaged file, untouched, or the salvaged one, whole."""
        if self.place.database.read_bytes() == self.damaged:
            return ""
        wrong = datafile.quick_check(self.file)
        if wrong:
            return wrong[0]
        return "" if datafile.last_link(self.file) == self.head else "the salvaged file has another head"


class Exporting(BackingUp):
    """The month's workbook is written over last time's."""

    def prepare(self) -> None:
        """Put last time's there."""
        self.path = self.place.folder / "reports" / "month.xlsx"
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_bytes(b"last time")

    def work(self) -> None:
        """Write it."""
        db = self.place.open()
        with db.read() as session:
            monthly.write(session, 2026, 11, self.path, maker="李敏")
        db.close()

    def look(self) -> str:
        """Open what has the name."""
        from openpyxl import load_workbook

        if self.path.read_bytes() == b"last time":
            return ""
        load_workbook(self.path, read_only=True).close()
        return ""


class Purging(BackingUp):
    """Visits whose term has run out are cleared, batch by batch."""

    def __init__(self, work: Path) -> None:
        super().__init__(work)
        self.kept = next(one for one in kept() if one.key == "visitors")
        db = self.place.open()
        with db.write(SYSTEM) as session:
            for visit in session.scalars(select(Visit).where(Visit.state == "inside")):
                visit.state, visit.out_at = "left", visit.in_at
        db.close()
        shutil.copytree(self.place.folder, work / "kept")

    def prepare(self) -> None:
        """Put the visits there."""
        shutil.rmtree(self.place.folder)
        shutil.copytree(self.folder / "kept", self.place.folder)

    def work(self) -> None:
        """Clear them some weeks later."""
        source = lab.Ticking()
        clock.set_source(lambda: source() + timedelta(days=60))
        purge.AT_ONCE = 3
        db = self.place.open()
        purge.nightly(db, self.place.archive, [self.kept])
        db.close()

    def look(self) -> str:
        """Each visit is whole or cleared, with its history; the run counts what was done; the next one ends it."""
        db = self.place.open()
        try:
            wrong = self._halves(db)
            clock.set_source(lambda: datetime(2027, 6, 1, tzinfo=UTC))
            purge.nightly(db, self.place.archive, [self.kept])
            clock.set_source(lab.Ticking())
            with db.read() as session:
                left = session.scalar(select(func.count()).where(Visit.purged == 0, Visit.state == "left"))
            return wrong or (f"{left} are left" if left else verify(db, self.place.archive).fault)
        finally:
            db.close()

    def _halves(self, db: Database) -> str:
        with db.read() as session:
            visits = list(session.scalars(select(Visit)))
            for visit in visits:
                told = [e for e in audit.history(session, visit.uid) if e.changes]
                if (visit.name == GONE) != bool(visit.purged) or bool(told) == bool(visit.purged):
                    return f"{visit.no} is half cleared"
            counted = session.scalar(select(func.sum(purge.Run.done))) or 0
        done = sum(visit.purged > 0 for visit in visits)
        return "" if counted == done else f"{done} were cleared, {counted} are counted"


def stages(work: Path) -> dict[str, Callable[[], Stage]]:
    """Return the kinds of work by name, each made when it is wanted."""
    upgrades = {
        f"upgrade from schema {schema}": (lambda schema=schema: Upgrading(work / f"schema-{schema}", schema))
        for schema in sorted(KEPT)
    }
    return {
        **upgrades,
        "backup": lambda: BackingUp(work / "backup"),
        "restore": lambda: Restoring(work / "restore"),
        "purge": lambda: Purging(work / "purge"),
        "salvage": lambda: Salvaging(work / "salvage"),
        "workbook": lambda: Exporting(work / "workbook"),
    }
