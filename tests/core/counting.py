"""A desk in a process of its own that takes numbers as fast as it can, each in a unit of work of its own.

Usage: python -m tests.core.counting URL PREFIX COUNT own|plain. With "plain" it waits for the other desk as SQLite
does by itself. Prints "ready", waits for a line, then prints what it did as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.core import numbering, store
from desk_app.core.database import Database
from desk_app.core.people import SYSTEM

DAY = date(2026, 11, 23)
OWN, PLAIN = "own", "plain"


@dataclass(frozen=True)
class Counted:
    """What the desks did together: their numbers, units a second from first to last, the longest unit in seconds."""

    numbers: list[str]
    rate: float
    worst: float


def together(url: str, prefix: str, desks: int, units: int, how: str = OWN) -> Counted:
    """Let some desks take `units` numbers each at the same time."""
    command = [sys.executable, "-W", "error", "-m", "tests.core.counting", url, prefix, str(units), how]
    started = [
        subprocess.Popen(
            command, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(desks)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [json.loads(one.communicate()[0]) for one in started]
    took = max(one["end"] for one in told) - min(one["start"] for one in told)
    numbers = [number for one in told for number in one["numbers"]]
    return Counted(numbers, len(numbers) / took, max(one["worst"] for one in told))


def main(url: str, prefix: str, count: int, how: str) -> None:
    """Take `count` numbers."""
    if how == PLAIN:
        store._begin_writing = lambda raw: raw.execute("BEGIN IMMEDIATE")
    db = Database(url)
    numbers, worst = [], 0.0
    print("ready", flush=True)
    sys.stdin.readline()
    start = last = time.time()
    for _ in range(count):
        with db.write(SYSTEM) as session:
            numbers.append(numbering.take(session, prefix, DAY))
        now = time.time()
        worst, last = max(worst, now - last), now
    db.close()
    print(json.dumps({"numbers": numbers, "start": start, "end": last, "worst": worst}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
