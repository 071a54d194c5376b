"""The n-th write, read, sync, truncate or open fails, n = 1, 2, 3 … until the unit of work ends clean."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from desk_app.core import clock
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from tests.faults import lab, shim
from tests.faults.shim import OPEN, READ, SYNC, TRUNCATE, WRITE, Fault, Shim

FAULTS = (
    Fault(WRITE), Fault(WRITE, for_ever=True), Fault(WRITE, errno.ENOSPC, short=True),
    Fault(WRITE, errno.ENOSPC, for_ever=True), Fault(READ), Fault(READ, for_ever=True), Fault(SYNC),
    Fault(SYNC, for_ever=True), Fault(TRUNCATE), Fault(OPEN), Fault(OPEN, errno.EMFILE, for_ever=True),
)  # fmt: skip
MOST = 400
"""Calls of one kind in one unit of work, at most: a unit that never ends clean is a fault of its own."""


@dataclass
class Outcome:
    """What came of the injections: refused with a sentence, absorbed, or (never) something else."""

    injections: int = 0
    refused: int = 0
    absorbed: int = 0
    lost: int = 0
    broken: int = 0
    stuck: int = 0
    unexpected: list[str] = field(default_factory=list)
    sentences: dict[str, int] = field(default_factory=dict)


class Sweep:
    """One desk that is put through the faults while it stays open."""

    def __init__(self, folder: Path, step: int) -> None:
        clock.set_source(lab.Ticking())
        self.place, self.shim, self.outcome, self.step = lab.Lab(folder), Shim(folder), Outcome(), step
        self.db: Database = self.place.open()
        self.hands = lab.Hands(self.place, self.db)
        self.acknowledged: list[str] = []

    def units(self) -> None:
        """Let every kind of unit of work meet every fault."""
        for kind in range(lab.KINDS_OF_WORK):
            for fault in FAULTS:
                self._loop(fault, lambda kind=kind: self.acknowledged.append(self.hands.work(kind)))
            self._look(f"unit {kind}")

    def opening(self) -> None:
        """Let the opening of the database and the first unit after it meet every fault."""
        for fault in FAULTS:
            self._loop(fault, self._open_anew)
            self._look(f"opening, {fault}")

    def _open_anew(self) -> None:
        db = self.place.open()
        try:
            hands = lab.Hands(self.place, db, "开")
            self.acknowledged.append(hands.work())
        finally:
            db.close()

    def _loop(self, fault: Fault, work: Callable[[], object]) -> None:
        for nth in range(1, MOST):
            if (nth - 1) % self.step and nth > 12:
                continue
            self.shim.arm(fault, nth)
            told = self._try(work, fault, nth)
            hits = self.shim.disarm()
            if not hits:
                return
            self.outcome.injections += 1
            self.outcome.absorbed += told == "done"
            self.outcome.refused += told == "refused"
            self._works_again(fault, nth)
        self.outcome.unexpected.append(f"{fault}: still failing at the {MOST}th call")

    def _try(self, work: Callable[[], object], fault: Fault, nth: int) -> str:
        try:
            work()
        except KnownError as error:
            sentences = self.outcome.sentences
            sentences[error.text[:40]] = sentences.get(error.text[:40], 0) + 1
            return "refused"
        except Exception as error:
            self.outcome.unexpected.append(f"{fault} {nth}: {type(error).__name__}: {error}"[:300])
            return "unexpected"
        return "done"

    def _works_again(self, fault: Fault, nth: int) -> None:
        try:
            self.acknowledged.append(self.hands.work(1))
        except Exception as error:
            self.outcome.stuck += 1
            self.outcome.unexpected.append(f"after {fault} {nth}: {type(error).__name__}: {error}"[:300])
            self.db.close()
            self.db = self.place.open()
            self.hands = lab.Hands(self.place, self.db)

    def _look(self, where: str) -> None:
        found = lab.inspect(self.place, self.acknowledged)
        self.outcome.lost += found.lost
        self.outcome.broken += bool(found.torn or found.corrupt)
        if found:
            self.outcome.unexpected.append(f"{where}: {found}"[:300])


def main(part: str, folder: str, result: str, step: str) -> None:
    """Run one part of the sweep (in a process with the library under it)."""
    sweep = Sweep(Path(folder), int(step))
    getattr(sweep, part)()
    sweep.db.close()
    Path(result).write_text(json.dumps(asdict(sweep.outcome), ensure_ascii=False), encoding="utf-8")


def sweep(work: Path, part: str, step: int) -> Outcome:
    """Return what came of one part; `step` 1 tries every n, more leaves some out after the twelfth."""
    place, result = lab.build(work / part), work / f"{part}.json"
    if shim.run_with("tests.faults.io_faults", part, str(place.folder), str(result), str(step)):
        raise RuntimeError("the sweep did not come to its end")
    return Outcome(**json.loads(result.read_text("utf-8")))


if __name__ == "__main__":
    main(*sys.argv[1:])
