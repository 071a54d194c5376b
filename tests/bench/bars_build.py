"""How long the packed program takes to show itself, beside a bare window packed the same way.

The whole form builds both below the bench's home. The small form measures a build that is there already:
DESK_BUILD names the folder that `python -m tests.tools.build --work` was given.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from tests.bench.bare_window import FONT
from tests.bench.harness import Bar, NotMeasured, Reading, Site, of_pairs
from tests.tools import build

BUILT = "DESK_BUILD"
BARE = Path(__file__).with_name("frozen_window.py")
EXE = ".exe" if build.WINDOWS else ""
LONGEST = 60.0
"""Seconds after which a program that shows nothing is ended: a hang is a failure to tell, not to wait for."""
FLUSHES = "qt.widgets.painting.debug=true;qt.widgets.painting.info=false"
"""Makes Qt say when it has put a window's first picture onto the screen, in any program, unchanged."""


def start(site: Site) -> Reading:
    """Spawn both programs in turns; from the spawn to the first picture on the screen."""
    ours, bare = _built(site)
    with tempfile.TemporaryDirectory() as home:
        data = ["--data-dir", str(Path(home, "data"))]
        first_picture([str(ours), *data], home), first_picture([str(bare)], home)
        pairs = []
        for number in range(site.rounds):
            times = {}
            for program in (ours, bare) if number % 2 else (bare, ours):
                times[program] = first_picture([str(program), *(data if program == ours else [])], home)
            pairs.append((times[ours], times[bare]))
    return of_pairs(pairs)


def first_picture(command: list[str], home: str) -> float:
    """Start a program where there is nothing else; return the seconds to its first picture, and end it."""
    own = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": FLUSHES, "QT_FORCE_STDERR_LOGGING": "1"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, env={**build.bare(home), **own}, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as program:
        assert program.stderr is not None
        alarm = threading.Timer(LONGEST, program.kill)
        alarm.start()
        try:
            for line in program.stderr:
                if "Flushing" in line:
                    return time.perf_counter() - start
        finally:
            alarm.cancel()
            program.kill()
            program.stderr.read()
    raise RuntimeError(f"{command[0]} showed nothing in {LONGEST:.0f} s")


def _built(site: Site) -> tuple[Path, Path]:
    """Return both programs; the bare one is built beside the other with the same environment."""
    given = os.environ.get(BUILT)
    if not given and site.small:
        raise NotMeasured(f"not built here; {BUILT} names the folder of a build")
    work = Path(given or site.home / "build").absolute()
    python = build.environment(work)
    desk = work / "dist" / "desk" if given else build.freeze(python, build.PROGRAM / "build.spec", work)
    bare = work / "dist" / "bare"
    if not bare.exists():
        options = ["--onedir", "--name", "bare", "--specpath", str(work), "--paths", str(build.PROGRAM)]
        options += [
            "--add-data",
            f"{FONT}{os.pathsep}resources/fonts",
            *([] if build.WINDOWS else ["--strip"]),
        ]
        bare = build.freeze(python, BARE, work, *options)
    return desk / f"desk{EXE}", bare / f"bare{EXE}"


BARS = (
    Bar("S5", "the packed program: start to first picture", "a bare window packed the same way", 1.3, start),
)
