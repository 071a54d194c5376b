"""The n-th call fails in a backup, a restore and an upgrade: the old or the new, never a part, and said in a sentence."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from desk_app.core import backup, datafile, keys
from desk_app.core.database import SCHEMA
from desk_app.core.errors import KnownError
from tests.faults import shim, stage_kills
from tests.faults.io_faults import FAULTS, Outcome
from tests.faults.shim import Fault, Shim
from tests.released import KEPT

CLOSELY = 3
"""Every n up to here; then each is so much greater than the last, until the work ends clean."""


class BackingUp(stage_kills.BackingUp):
    """A backup is made; when it is said to be, it is there."""

    def is_done(self) -> bool:
        """Say whether there is a backup."""
        return bool(backup.listing(self.target))


class Restoring(stage_kills.Restoring):
    """A backup takes the database's place; whichever is there, the program opens it."""

    def is_done(self) -> bool:
        """Say whether the backup is in its place."""
        return datafile.last_link(self.file) == self.backup.head

    def look(self) -> str:
        """Look, and open it."""
        wrong = super().look()
        if not wrong:
            self.place.open().close()
        return wrong


class InPlace(Restoring):
    """The control: a backup is written straight over the database."""

    def work(self) -> None:
        """Copy, and say what went wrong as the program does."""
        try:
            shutil.copyfile(self.backup.path, self.place.database)
        except OSError as error:
            raise KnownError(str(error)) from error


class Upgrading(stage_kills.Upgrading):
    """A database of a released schema is opened; after a failure it is the old one or the new one, with every row."""

    def __init__(self, work: Path) -> None:
        super().__init__(work, max(KEPT))

    def is_done(self) -> bool:
        """Say whether the schema is today's."""
        return datafile.schema_of(keys.opened(self.place.database)) == SCHEMA


STAGES: dict[str, Callable[[Path], BackingUp | Restoring | Upgrading]] = {
    "backup": BackingUp, "restore": Restoring, "upgrade": Upgrading, "control": InPlace,
}  # fmt: skip


def sweep(stage: BackingUp | Restoring | Upgrading, kit: Shim, growth: float) -> Outcome:
    """Let every fault hit the n-th call of the work, on fresh files each time."""
    outcome = Outcome()
    for fault in FAULTS:
        nth = 1
        while _hit(stage, kit, fault, nth, outcome):
            nth = nth + 1 if nth < CLOSELY else max(nth + 1, int(nth * growth))
    return outcome


def _hit(
    stage: BackingUp | Restoring | Upgrading, kit: Shim, fault: Fault, nth: int, outcome: Outcome
) -> bool:
    """Do the work while its n-th call fails; False when it has fewer."""
    stage.prepare()
    said = False
    kit.arm(fault, nth)
    try:
        stage.work()
        said = True
    except KnownError:
        pass
    except Exception as error:
        outcome.unexpected.append(f"{fault} {nth}: {type(error).__name__}: {error}"[:300])
    hits = kit.disarm()
    if not hits:
        return False
    outcome.injections += 1
    outcome.absorbed += said
    outcome.refused += not said
    try:
        outcome.lost += said and not stage.is_done()
        wrong = stage.look()
        stage.work()  # the fault is gone: it ends well
        outcome.stuck += not stage.is_done()
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
    if wrong:
        outcome.broken += 1
        outcome.unexpected.append(f"after {fault} {nth}: {wrong}"[:300])
    return True


def main(name: str, folder: str, result: str, growth: str) -> None:
    """Put one stage through all the faults (in a process with the library under it)."""
    kit = Shim(Path(folder))
    came = sweep(STAGES[name](Path(folder)), kit, float(growth))
    Path(result).write_text(json.dumps(asdict(came), ensure_ascii=False), encoding="utf-8")


def run(work: Path, name: str, growth: float) -> Outcome:
    """Return what came of one stage; the greater `growth`, the fewer n are tried."""
    folder, result = work / f"io-{name}", work / f"io-{name}.json"
    folder.mkdir(parents=True)
    if shim.run_with("tests.faults.stage_io", name, str(folder), str(result), str(growth)):
        raise RuntimeError("the sweep did not come to its end")
    return Outcome(**json.loads(result.read_text("utf-8")))


if __name__ == "__main__":
    from desk_app.registers.tables import import_all

    import_all()
    main(*sys.argv[1:])
