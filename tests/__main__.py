"""`python -m tests`: prepare the environment, then run pytest; its arguments pass through."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from desk_app import bootstrap

MEMORY = Path("/dev/shm")
ROOM = 3 << 30
"""Bytes that must be free in memory for the files of the whole suite; it has 400 MB at a time at most."""


def folder() -> str | None:
    """Return where the suite's files are made: in memory if there is room, for nobody needs their flushes.

    What a flush is worth is proven by the power cuts of the fault suite; here half of the time would go to the disk.
    """
    return str(MEMORY) if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None


def main() -> int:
    """Run what is asked for, or everything; returns pytest's exit code."""
    bootstrap.ensure("dev")

    import pytest

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments := sys.argv[1:]:  # a selection is quicker, and debuggable, in one process
        return pytest.main(arguments)
    # by file: what a module's tests stand on (a demo, years of history) is made by one process, not by each
    arguments = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", "--no-loadscope-reorder"]
    arguments += ["--durations=15"]
    with tempfile.TemporaryDirectory(prefix="desk-tests-", dir=folder()) as files:
        Path(files).chmod(0o711)  # the server of the tests runs as somebody else when they run as root
        os.environ["TMPDIR"] = files
        tempfile.tempdir = None  # it is asked anew
        return pytest.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
