"""The command line: one subcommand for each thing that can be done without looking."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from desk_app.core.display import missing_display
from desk_app.core.i18n import translate


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (default: the command line's) and return its exit code."""
    parser = argparse.ArgumentParser(prog="desk_app")
    parser.add_argument("command", nargs="?", choices=("run",), default="run")
    parser.parse_args(arguments)
    trouble = missing_display()
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    print(translate("Cli", "窗口尚未完成。"), file=sys.stderr)
    return 0
