"""Run the fault suite and print its table: python -m tests.faults [--long] [--only cuts,kills | --but cuts] [--lanes 1].

Two kinds run side by side, each in a process of its own. It ends with 1 when something is not as demanded.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from desk_app import bootstrap

LANES = 2


def main() -> int:
    """Run the kinds that are asked for; returns the exit code."""
    bootstrap.ensure("dev")
    from tests.faults import suite

    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the long form: an hour or more")
    parser.add_argument("--only", default=",".join(suite.KINDS), help=f"some of {', '.join(suite.KINDS)}")
    parser.add_argument("--but", default="", metavar="KINDS", help="all of them without these")
    parser.add_argument("--lanes", type=int, default=LANES, metavar="N", help="so many kinds at a time")
    parser.add_argument("--kind", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.kind:
        return _one(options.kind, long=options.long)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as computer, ThreadPoolExecutor(options.lanes) as lanes:
        os.environ["XDG_CONFIG_HOME"] = computer  # the keys of its data go with the run
        kinds = [kind for kind in options.only.split(",") if kind not in options.but.split(",")]
        results = list(lanes.map(lambda kind: _apart(kind, long=options.long), kinds))
    failed = [kind for kind, passed in results if not passed]
    print(
        f"fault suite: {time.monotonic() - began:.0f} s, "
        + (f"FAILED: {', '.join(failed)}" if failed else "all as demanded")
    )
    return bool(failed)


def _apart(kind: str, *, long: bool) -> tuple[str, bool]:
    """Run one kind in a process of its own and print its lines when they come."""
    command = [sys.executable, "-m", "tests.faults", "--kind", kind, *(["--long"] if long else [])]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            mark = "  " if row["passed"] else "✗ "
            print(f"{mark}{row['what']:<46}{row['times']:>7}  {row['came']}", flush=True)
    print(f"  ({kind}: {time.monotonic() - began:.0f} s)", flush=True)
    return kind, process.returncode == 0


def _one(kind: str, *, long: bool) -> int:
    """Run one kind here and print each line as JSON."""
    from desk_app.registers.tables import import_all
    from tests.faults import suite

    import_all()
    passed = True
    quick = (
        "/dev/shm" if Path("/dev/shm").is_dir() else None
    )  # what a power cut leaves is modelled, not the disk
    with tempfile.TemporaryDirectory(prefix=f"desk-{kind}-", dir=quick) as folder:
        for rows in suite.KINDS[kind]:
            for row in rows(suite.LONG if long else suite.QUICK, Path(folder)):
                passed = passed and row.passed
                print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
    return not passed


if __name__ == "__main__":
    sys.exit(main())
