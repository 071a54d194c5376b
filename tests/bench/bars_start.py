"""Starting: what the first paint costs, how long the window is deaf after it, what the process weighs, 今日 after a write.

Every figure is of a fresh process of the real program on an existing database, in turns with the bare window.
At the first paint the frame, the tabs, the clock and the search line are there and 今日 says that the data is
being opened; bar S4 tells when 今日 is filled.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from ast import literal_eval
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tests.bench.harness import Bar, Reading, Site, of_pairs, shown

CACHES = Path("/proc/sys/vm/drop_caches")
Facts = Mapping[str, float]
_SEEN: dict[Path, list[tuple[float, float]]] = {}
"""The freezes that S3 has just measured, for S3m."""


def run(*arguments: str, cold: bool = False) -> Facts:
    """Run a module of the bench in a fresh process; return what it told, `seconds` counted from its spawning."""
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"PYTHONPYCACHEPREFIX": _compiled(), "DESK_APP_BOOTSTRAP": "off"}
    if cold:
        os.sync()
        CACHES.write_text("3", encoding="ascii")
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *arguments], env=surroundings, capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(done.stderr.strip() or f"exit code {done.returncode}")
    facts: dict[str, float] = literal_eval(lines[-1])
    return facts | {"seconds": facts["at"] - start}


@lru_cache(maxsize=1)
def _compiled() -> str:
    """Return where compiled modules are kept for the children: a shipped program has them."""
    return tempfile.mkdtemp(prefix="desk-bench-pyc-")


def bare(cold: bool = False) -> Facts:
    """Run the bare window until its first paint."""
    return run("tests.bench.bare_window", cold=cold)


def program(goal: str, folder: Path, cold: bool = False) -> Facts:
    """Run the real program until `goal`."""
    return run("tests.bench.program", goal, "--data-dir", str(folder), cold=cold)


def in_turns(site: Site, goal: str, fact: str = "seconds", cold: bool = False) -> Reading:
    """Return the median ratio of the program's `fact` at `goal` to the bare window's at its first paint."""
    bare(), program(goal, site.largest)
    pairs, spent = [], []
    for number in range(site.rounds):
        if number % 2:
            ours, theirs = program(goal, site.largest, cold), bare(cold)
        else:
            theirs, ours = bare(cold), program(goal, site.largest, cold)
        pairs.append((ours[fact], theirs[fact]))
        spent.append(ours["cpu"] / theirs["cpu"])
    if fact == "memory":
        ours, theirs = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
        return Reading(statistics.median(a / b for a, b in pairs), f"{ours:.0f} / {theirs:.0f} MB")
    reading = of_pairs(pairs)
    return Reading(reading.value, f"{reading.told}; CPU × {statistics.median(spent):.2f}")


def warm(site: Site) -> Reading:
    """Measure the first paint."""
    return in_turns(site, "paint")


def cold(site: Site) -> Reading:
    """Measure the first paint with nothing in the page cache."""
    return in_turns(site, "paint", cold=True)


def filled(site: Site) -> Reading:
    """Measure until 今日 shows the day."""
    return in_turns(site, "filled")


def freezes(site: Site) -> list[tuple[float, float]]:
    """Return (as it is, with everything loaded on the GUI thread) longest freezes, in turns."""
    program("freeze", site.largest)
    return [
        (program("freeze", site.largest)["longest"], program("blocked", site.largest)["longest"])
        for _round in range(site.rounds)
    ]


def freeze(site: Site) -> Reading:
    """Measure the longest freeze in the three seconds after the paint against loading on the GUI thread."""
    _SEEN[site.largest] = freezes(site)
    return of_pairs(_SEEN[site.largest])


def freeze_ms(site: Site) -> Reading:
    """Tell the same freezes in milliseconds, the median of the rounds; a second try measures anew."""
    seen = _SEEN.pop(site.largest, None) or freezes(site)
    longest = sorted(ours * 1000 for ours, _blocked in seen)
    return Reading(statistics.median(longest), f"{longest[0]:.0f} … {longest[-1]:.0f} ms")


def weight(site: Site) -> Reading:
    """Measure the memory at the first paint."""
    return in_turns(site, "paint", "memory")


def weight_loaded(site: Site) -> Reading:
    """Measure the memory when all is loaded and one paper was drawn."""
    return in_turns(site, "printed", "memory")


def today(site: Site) -> Reading:
    """Measure the GUI thread's share of bringing 今日 up to date after a write, at every size; the worst counts."""
    told, values = [], []
    for size in site.sizes:
        facts = run("tests.bench.today_refresh", str(site.folder(size)), str(site.rounds * 3))
        values.append(facts["window"] * 1000)
        told.append(
            f"{size:,}: {facts['window'] * 1000:.1f} ms, worst {facts['worst'] * 1000:.1f}, "
            f"shown {shown(facts['until'])} after the commit"
        )
    return Reading(max(values), "; ".join(told))


BARE = "bare window with the same tabs"
COLD = (Bar("S1c", "first painted window, nothing in the page cache", BARE, 1.25, cold),)
"""Only where the page cache can be emptied: as root on Linux."""
BARS = (
    Bar("S1", "first painted window, warm (今日 follows: S4)", BARE, 1.20, warm),
    *(COLD if os.access(CACHES, os.W_OK) else ()),
    Bar("S3", "longest freeze in 3 s after the paint", "all loaded on the GUI thread", 0.10, freeze),
    Bar("S3m", "the same freeze", "50 ms", 50.0, freeze_ms, unit="ms"),
    Bar("S4", "until 今日 is filled, everything opened and read", BARE, 6.0, filled),
    Bar("M1", "memory at the first paint", BARE, 1.15, weight),
    Bar("M1p", "memory when all is loaded and a paper drawn", BARE, 3.0, weight_loaded),
    Bar(
        "TOD",
        "今日 after a write: head, pills, cards, list",
        "GUI thread; read on another",
        16.0,
        today,
        unit="ms",
    ),
)
