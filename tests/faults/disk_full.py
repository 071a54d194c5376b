"""The disk is full: in the database, a backup, a paper, a workbook, the log. Nothing half, and it goes on afterwards."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from desk_app.core import backup, clock, log
from desk_app.core.errors import KnownError
from desk_app.reports import monthly
from tests.faults import lab, shim
from tests.faults.shim import Shim

ROOMS = (0, 1, 700, 5_000, 20_000, 60_000)
"""Bytes that are left on the disk when the work begins."""
CONTROL = "control"


@dataclass
class Outcome:
    """What came of the cases: refused with a sentence, or small enough to fit."""

    cases: int = 0
    refused: int = 0
    fitted: int = 0
    wrong: list[str] = field(default_factory=list)


class Full:
    """A desk on a disk that is nearly full."""

    def __init__(self, folder: Path) -> None:
        clock.set_source(lab.Ticking())
        self.place, self.shim, self.outcome = lab.Lab(folder), Shim(folder), Outcome()
        self.db = self.place.open()
        self.hands = lab.Hands(self.place, self.db)
        self.acknowledged = [self.hands.work() for _ in range(6)]

    def run(self) -> None:
        """Go through all the places that are written to."""
        for room in ROOMS:
            for kind in range(lab.KINDS_OF_WORK):
                work = lambda kind=kind: self.acknowledged.append(self.hands.work(kind))  # noqa: E731
                self._case(f"unit {kind}", room, work, self._desk_goes_on)
            self._case("backup", room, self._backup, self._no_part_of("backups", ".db", backup.listing))
            self._case("workbook", room, self._workbook, self._no_part_of("reports", ".xlsx"))
            self._case("log", room, self._log, lambda: None)
        self.db.close()
        found = lab.inspect(self.place, self.acknowledged)
        if found:
            self.outcome.wrong.append(str(found))

    def run_carelessly(self) -> None:
        """The control: a workbook is written straight under its own name, and nobody minds that it did not fit."""
        self._case("careless", 700, self._careless, self._no_part_of("reports", ".xlsx"))
        self.db.close()

    def _careless(self) -> None:
        folder = self.place.folder / "reports"
        folder.mkdir(exist_ok=True)
        with suppress(OSError):
            (folder / "half.xlsx").write_bytes(b"PK\x03\x04" + bytes(20_000))

    def _case(
        self, name: str, room: int, work: Callable[[], object], afterwards: Callable[[], object]
    ) -> None:
        self.outcome.cases += 1
        self.shim.room(room)
        try:
            work()
            self.outcome.fitted += 1
        except KnownError:
            self.outcome.refused += 1
            with self.db.read() as session:
                session.connection()
        except Exception as error:
            self.outcome.wrong.append(f"{name}, {room} bytes: {type(error).__name__}: {error}"[:300])
        try:
            self.shim.room(None)
            afterwards()
        except Exception as error:
            self.outcome.wrong.append(f"after {name}, {room} bytes: {type(error).__name__}: {error}"[:300])

    def _desk_goes_on(self) -> None:
        self.acknowledged.append(self.hands.work())

    def _backup(self) -> None:
        backup.make(self.db.file, self.place.folder / "backups", self.place.folder / "archive")

    def _workbook(self) -> None:
        with self.db.read() as session:
            monthly.write(session, 2026, 11, self.place.folder / "reports" / "month.xlsx", maker="李敏")

    def _log(self) -> None:
        log.start(self.place.folder)
        for n in range(2_000):
            logging.getLogger("desk").info("line %s", n)
        log.stop()

    def _no_part_of(
        self, folder: str, ending: str, listing: Callable[[Path], list[backup.Backup]] | None = None
    ) -> Callable[[], None]:
        """Return a check: what has its final name is whole, and nothing unfinished lies about."""
        place = self.place.folder / folder

        def check() -> None:
            whole = {one.path for one in listing(place)} if listing else set()
            for one in listing(place) if listing else ():
                backup.check(one)
            for file in place.rglob("*") if place.is_dir() else ():
                if file.suffix == ".part" or (listing and file.suffix == ending and file not in whole):
                    raise AssertionError(f"{file.name} lies about")
                if file.suffix == ending and not listing:
                    from openpyxl import load_workbook

                    load_workbook(file).close()

        return check


def main(folder: str, result: str, way: str) -> None:
    """Fill the disk (in a process with the library under it)."""
    full = Full(Path(folder))
    if way == CONTROL:
        full.run_carelessly()
    else:
        full.run()
    Path(result).write_text(json.dumps(asdict(full.outcome), ensure_ascii=False), encoding="utf-8")


def fill(work: Path, way: str = "full") -> Outcome:
    """Return what came of all the cases, or of the control."""
    place, result = lab.build(work / way), work / f"{way}.json"
    if shim.run_with("tests.faults.disk_full", str(place.folder), str(result), way):
        raise RuntimeError("the cases did not come to their end")
    return Outcome(**json.loads(result.read_text("utf-8")))


if __name__ == "__main__":
    main(*sys.argv[1:])
