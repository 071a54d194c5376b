"""Kill the encryption of an old file at its n-th step, n = 1, 2, 3 … until it ends, and look at what is left.

Usage: python -m tests.core.sealing_kills FOLDER [STRIDE]. FOLDER holds desk.db in clear and backups/. Prints a line a kill, "n
state", state "old" or "new", and at the end "done n".
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

from desk_app.core import datafile, files, keys, sealing
from desk_app.core.database import Database

STEPS = (
    (datafile, "seal"), (datafile, "_export"), (datafile, "_empty_log"), (datafile, "quick_check"), (files, "sync"),
    (files, "sync_folder"), (files, "overwrite"), (Path, "replace"), (Path, "unlink"), (shutil, "copyfile"),
)  # fmt: skip


def count_steps(until: int) -> None:
    """Let this process die before or after the `until`-th step."""
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done == until:
            os.kill(os.getpid(), signal.SIGKILL)

    for owner, name in STEPS:
        inner = getattr(owner, name)

        def counted(*given, inner=inner, **named):
            step()
            result = inner(*given, **named)
            step()
            return result

        setattr(owner, name, counted)


def work(folder: Path) -> None:
    """Open the data as the program does at its start."""
    db = Database(f"sqlite:///{folder / 'desk.db'}")
    sealing.seal_copies((folder, folder / "backups"), db.keys)
    db.close()


def killed(folder: Path, step: int) -> bool:
    """Do the work in a child that is killed at a step; True when it was."""
    child = os.fork()
    if child == 0:
        count_steps(step)
        try:
            work(folder)
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def look(folder: Path, counts: dict[str, int]) -> str:
    """Return which of the two is there; the next start must end with the new one and leave nothing in clear."""
    path = folder / "desk.db"
    state = "new" if path.exists() and not datafile.is_plain(path) else "old"
    work(folder)
    found = datafile.counts(keys.opened(path))
    assert {name: found[name] for name in counts} == counts
    left = [file.name for file in folder.rglob("*") if file.is_file() and datafile.is_plain(file)]
    assert not left, left
    assert not list(folder.rglob("*.plain"))
    return state


def main(folder: Path, stride: int = 1) -> None:
    """Kill at every step, or at every `stride`-th."""
    counts = datafile.counts(datafile.DataFile(folder / "desk.db"))
    counts = {name: counts[name] for name in ("visit", "history", "paper", "staff")}
    number = 1 - stride
    while True:
        number += stride
        trial = folder.with_name("trial")
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(folder, trial)
        if not killed(trial, number):
            print("done", number, flush=True)
            return
        print(number, look(trial, counts), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
