"""Simulated power cuts over the recorded writes of the program's own engine, and the control that must lose."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.core import clock, store
from tests.faults import lab, power
from tests.faults.shim import Shim, run_with

UNITS = 40
MODES = ("full", "full_checkpoints", "normal")
"""FULL is the program's own; with checkpoints all fifty pages the main file is written often as well."""


@dataclass
class Outcome:
    """What came of some images; `different` are those that were looked at, the others are equal to one of them."""

    images: int = 0
    different: int = 0
    lost: int = 0
    broken: int = 0
    first: str = ""


def set_mode(mode: str) -> None:
    """Change the pragmas of this process as the mode wants it."""
    changed = {
        "full": {}, "full_checkpoints": {"wal_autocheckpoint": "50"},
        "normal": {"synchronous": "NORMAL", "wal_autocheckpoint": "1000"},
    }[mode]  # fmt: skip
    pragmas = dict(one.split("=") for one in store.PRAGMAS) | changed
    store.PRAGMAS = tuple(f"{name}={value}" for name, value in pragmas.items())
    if mode == "normal":
        store.EXPECTED = store.EXPECTED | {"synchronous": 1}


def main(folder: str, log: str, mode: str) -> None:
    """Work at the desk while every change is recorded (in a process with the library under it)."""
    clock.set_source(lab.Ticking())
    set_mode(mode)
    shim = Shim(Path(folder))
    place = lab.Lab(Path(folder))
    shim.record(Path(log))
    db = place.open()
    hands = lab.Hands(place, db)
    for n in range(UNITS):
        shim.mark(hands.work())
        if n % 10 == 9:
            db.tidy()
    shim.record(None)
    db.close()


def record(work: Path, mode: str) -> tuple[Path, list[power.Step]]:
    """Return the folder as it was before, and what was done to it."""
    before, live, log = work / f"before-{mode}", work / f"live-{mode}", work / f"{mode}.log"
    lab.build(live)
    shutil.copytree(live, before)
    if run_with("tests.faults.cuts", str(live), str(log), mode):
        raise RuntimeError("the desk could not work")
    return live, power.read_log(log)


def cut(work: Path, mode: str, count: int, seed: int = 1) -> Outcome:
    """Cut the power `count` times and look at what is left."""
    live, steps = record(work, mode)
    before = work / f"before-{mode}"
    disk = power.Disk.of(before)
    for known in (disk.files, disk.entries):
        renamed = {str(live / Path(path).relative_to(before)): file for path, file in known.items()}
        known.clear()
        known.update(renamed)
    outcome, image = Outcome(), work / f"image-{mode}"
    seen: dict[bytes, lab.Finding] = {}
    for state, acknowledged, rng in power.images(steps, disk, count, seed):
        left = dict(state.after_cut(rng))
        mark = _mark(left, len(acknowledged))
        if mark not in seen:
            power.put_down(left, live, image)
            seen[mark] = lab.inspect(lab.Lab(image), acknowledged)
        found = seen[mark]
        outcome.images += 1
        outcome.different = len(seen)
        outcome.lost += bool(found.lost)
        outcome.broken += bool(found.torn or found.corrupt)
        if found and not outcome.first:
            outcome.first = str(found)
    return outcome


def _mark(files: Mapping[str, bytes], acknowledged: int) -> bytes:
    """Return what is the same for equal images after the same acknowledgements."""
    mark = hashlib.blake2b(acknowledged.to_bytes(4))
    for path, data in sorted(files.items()):
        mark.update(b"%d %d %s" % (len(path), len(data), path.encode()))
        mark.update(data)
    return mark.digest()


if __name__ == "__main__":
    main(*sys.argv[1:])
