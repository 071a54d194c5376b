"""WALK: the longest stall of the window in a walk through everything. WEEK: its memory over seven simulated days.

Both run the program in a process of its own on a copy-on-nothing data folder and press real keys (walker.py). A stall is
the longest time in which a timer that wants to beat every millisecond on the GUI thread could not: no key would
have been answered in that time either. The walk is done several times; a step counts with the median of its stalls,
because a busy machine stalls at random, the program always in the same place.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.harness import Bar, Reading, Site, child

ROUNDS = 3
TOLD = 5
NIGHT = """
import sys
from pathlib import Path
from tests.bench import night
night.spend(Path(sys.argv[1]))
"""
WALK = """
import json, sys
from pathlib import Path
from tests.bench import route, walker
gone = walker.walk(Path(sys.argv[1]), lambda walk: route.everything(walk, brief=sys.argv[2] == "brief"))
print(json.dumps({step: (stall, gone.heart.worked[step]) for step, stall in gone.heart.stalls.items()}))
"""
WEEK = """
import json, sys
from pathlib import Path
from tests.bench import route, walker
days = []
walker.walk(Path(sys.argv[1]), lambda walk: route.week(walk, days, brief=sys.argv[2] == "brief"))
print(json.dumps(days))
"""


def walk(site: Site) -> Reading:
    """Return the longest stall (ms) with the most visits; in words the five longest and that with the fewest."""
    steps, few = _stalls(site.largest, site), _stalls(site.folder(site.sizes[0]), site)
    longest = sorted(steps, key=lambda step: -steps[step][0])
    told = "; ".join(f"{step} {steps[step][0]:.0f} ({steps[step][1]:.0f} CPU)" for step in longest[:TOLD])
    least = max(stall for stall, _worked in few.values())
    value = steps[longest[0]][0]
    return Reading(value, f"{told}; at {site.sizes[0]} visits {least:.0f} ms, ratio {value / least:.2f}")


def _stalls(folder: Path, site: Site) -> Mapping[str, tuple[float, float]]:
    """Return the median stall of every step over some walks, and the GUI thread's own work in it, in ms."""
    child(NIGHT, str(folder))
    runs = [
        json.loads(child(WALK, str(folder), "brief" if site.small else "whole").splitlines()[-1])
        for _ in range(1 if site.small else ROUNDS)
    ]
    steps = {step for run in runs for step in run}
    return {
        step: tuple(
            1000 * statistics.median(run[step][part] for run in runs if step in run) for part in (0, 1)
        )
        for step in steps
    }


def week(site: Site) -> Reading:
    """Return the memory at the end of the last day over that at the end of the first."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(site.folder(site.sizes[0]), folder)
        said = child(WEEK, str(folder), "brief" if site.small else "whole")
    days = json.loads(said.splitlines()[-1])
    first, last = days[0], days[-1]
    grown = {kind: last["kinds"][kind] - first["kinds"].get(kind, 0) for kind in last["kinds"]}
    most = sorted(grown, key=lambda kind: -grown[kind])[:TOLD]
    told = (
        f"{first['memory']:.0f} -> {last['memory']:.0f} MB in {len(days)} days, "
        f"widgets {first['widgets']} -> {last['widgets']}; "
        + ", ".join(f"{kind} +{grown[kind]}" for kind in most)
    )
    return Reading(last["memory"] / first["memory"], told)


BARS = (
    Bar("WALK", "longest stall of the GUI in a walk through everything", "an answer at once", 50, walk, "ms"),
    Bar("WEEK", "memory after a simulated week", "the end of its first day", 1.03, week),
)
