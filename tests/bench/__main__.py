"""Print the table of bars: python -m tests.bench [--small] [--only S1,D2] [--home DIR].

The whole form wants 100,000 and 1,000,000 visits with every register in proportion, made once below `--home`.
Exit code 1 when a goal is missed (with --small: by more than three times).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk_app import bootstrap

BIG, LITTLE = (100_000, 1_000_000), (600, 6_000)


def bars() -> list:
    """Return the bars of every module bars_*.py beside this one, in the order of their names."""
    found = []
    for module in sorted(info.name for info in iter_modules([str(Path(__file__).parent)])):
        if module.startswith("bars_"):
            found += import_module(f"tests.bench.{module}").BARS
    return sorted(found, key=lambda bar: bar.key)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; see the module."""
    from tests.bench.harness import ROUNDS, SMALL_FACTOR, NotMeasured, Site

    options = _options(arguments)
    home = options.home or Path(tempfile.gettempdir()) / "desk-bench"
    os.environ["XDG_CONFIG_HOME"] = str(home.absolute() / "computer")  # the keys stay with the data
    site = Site(home, LITTLE if options.small else BIG, options.small, 2 if options.small else ROUNDS)
    wanted = set(filter(None, options.only.split(",")))
    failed, left_out = [], []
    print(f"{'bar':<5}{'what':<58}{'value':>10}{'goal':>10}   against")
    for bar in bars():
        if wanted and bar.key not in wanted:
            continue
        start = time.perf_counter()
        factor = SMALL_FACTOR if options.small else 1.0
        try:
            again, reading = False, bar.measure(site)
            if not bar.met(reading.value, factor):
                again, reading = True, bar.measure(site)
        except NotMeasured as reason:
            left_out.append(bar.key)
            print(f"{bar.key:<5}{bar.what:<58}{'—':>8}   {reason}", flush=True)
            continue
        except Exception:  # one bar that breaks fails the run, and takes none of the others with it
            failed.append(bar.key)
            print(f"{bar.key:<5}{bar.what:<58}{'—':>8}   BROKEN\n{traceback.format_exc()}", flush=True)
            continue
        verdict = "" if bar.met(reading.value) else "  MISSED"
        if not bar.met(reading.value, factor):
            failed.append(bar.key)
        sign = "≥" if bar.at_least else "≤"
        took = time.perf_counter() - start
        print(
            f"{bar.key:<5}{bar.what:<58}{reading.value:>8.2f}{bar.unit:<3}{sign}{bar.goal:>7g}   {bar.baseline}"
            f" [{reading.told}{', second try' if again else ''}; {took:.0f} s]{verdict}",
            flush=True,
        )
    told = "missed: " + ", ".join(failed) if failed else "every goal reached"
    told += " within three times" if options.small and not failed else ""
    print(told + ("; not measured: " + ", ".join(left_out) if left_out else ""))
    return 1 if failed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--small", action="store_true", help="few data, few rounds, fails at three times a goal"
    )
    parser.add_argument("--only", default="", metavar="KEYS", help="these bars only, by key, comma between")
    parser.add_argument(
        "--home", type=Path, help="where the data is made and kept (default: the temporary folder)"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    bootstrap.ensure("dev")
    sys.exit(main())
