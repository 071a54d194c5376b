"""kill -9 through the program's own services at random points: one writer and two."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desk_app.core import clock
from tests.faults import lab

FRESH_AFTER = 8
"""Rounds on one file before a fresh one: what is looked at afterwards grows with the file."""


@dataclass
class Outcome:
    """What came of some rounds."""

    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: int = 0
    slowest: float = 0.0
    first: str = ""


_BEGAN = time.monotonic()
"""Desks side by side have one time: nobody leaves before they came."""


def kill(work: Path, count: int, writers: int, seed: int = 1) -> Outcome:
    """Kill `writers` desks `count` times at random moments, one time in ten while they start."""
    rng, outcome = random.Random(seed), Outcome()
    fresh = lab.build(work / "fresh")
    place, acknowledged = fresh, []
    for n in range(count):
        if n % FRESH_AFTER == 0:
            place, acknowledged = lab.copied(fresh, work / f"desk-{writers}-{n}"), []
        told = _round(place, writers, rng)
        outcome.rounds += 1
        outcome.acknowledged += len(told)
        acknowledged += told
        _look(place, acknowledged, outcome)
    return outcome


def _look(place: lab.Lab, acknowledged: list[str], outcome: Outcome) -> None:
    began = time.perf_counter()
    place.open().close()
    outcome.slowest = max(outcome.slowest, time.perf_counter() - began)
    found = lab.inspect(place, acknowledged)
    outcome.lost += found.lost
    outcome.broken += bool(found.torn or found.corrupt)
    if found and not outcome.first:
        outcome.first = str(found)


def _round(place: lab.Lab, writers: int, rng: random.Random) -> list[str]:
    """Let the desks work until they are killed; return what they acknowledged."""
    pipes, children = [], []
    for n in range(writers):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _desk(place, "甲乙"[n], writing)
        os.close(writing)
        pipes.append(reading)
        children.append(child)
    if rng.random() >= 0.1:
        for pipe in pipes:
            os.read(pipe, 1)  # open and at work
    time.sleep(rng.uniform(0, 0.4))
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        _pid, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError("a desk ended by itself")
    return [uid for pipe in pipes for uid in _told(pipe)]


def _told(pipe: int) -> list[str]:
    data = b""
    while more := os.read(pipe, 65536):
        data += more
    os.close(pipe)
    lines = data.split(b"\n")[:-1]  # what has no end was not said
    return [line.decode().strip(".") for line in lines if line.strip(b".")]


def _desk(place: lab.Lab, name: str, pipe: int) -> None:
    """Work for ever, telling each unit after its commit; never returns."""
    try:
        clock.set_source(lambda: lab.MORNING + timedelta(seconds=time.monotonic() - _BEGAN))
        db = place.open()
        hands = lab.Hands(place, db, name)
        os.write(pipe, b".\n")
        while True:
            os.write(pipe, (hands.work() + "\n").encode())
            if random.random() < 0.05:
                db.tidy()
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
