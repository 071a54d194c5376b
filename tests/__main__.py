"""`python -m tests`: prepare the environment, then run pytest; its arguments pass through."""

from __future__ import annotations

import os
import sys

from desk_app import bootstrap

if __name__ == "__main__":
    bootstrap.ensure("dev")

    import pytest

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments = sys.argv[1:]
    if not arguments:  # the whole suite: spread it; a selection is quicker, and debuggable, in one process
        # by file: what a module's tests stand on (a demo, years of history) is made by one process, not by each
        arguments = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", "--durations=15"]
    sys.exit(pytest.main(arguments))
