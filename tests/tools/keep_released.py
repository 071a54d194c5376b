"""Keep a database of a released schema for the tests of the upgrade: python -m tests.tools.keep_released COMMIT.

Makes tests/core/released/schema-N.tar.xz (desk.db and archive/) with the code of COMMIT, which must be the
last one that has this schema: three days of its demo, the same every time. Papers of one form have the same
bytes, the first one's, so that the file stays small; their numbers, hashes and files are all there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from desk_app.core import datafile, keys
from desk_app.core.paths import PROGRAM
from tests.released import CHEAP, PASSWORD

KEPT = PROGRAM / "tests" / "core" / "released"

# Run by the old program: it may only use what version 0.1.0 had.
MAKE = """
import sys
from datetime import UTC, datetime
from pathlib import Path

from desk_app.core import clock
from desk_app.core.paths import Paths
from desk_app.documents import draw
from desk_app.reports import demo

drawn, render = {}, draw.render


def render_once(form, values):
    if form.title not in drawn:
        drawn[form.title] = render(form, values)
    return drawn[form.title]


draw.render = render_once
clock.set_source(lambda: datetime(2026, 11, 20, 6, 30, tzinfo=UTC))
demo.make(Paths(Path(sys.argv[1])), days=3, seed=1)
"""


def main(commit: str) -> None:
    """Make the data with the program of `commit` and pack it."""
    with tempfile.TemporaryDirectory() as place:
        program, data = Path(place, "program"), Path(place, "data")
        subprocess.run(["git", "worktree", "add", "--detach", str(program), commit], cwd=PROGRAM, check=True)
        try:
            own_path = os.environ | {"PYTHONPATH": str(program)}
            subprocess.run([sys.executable, "-c", MAKE, str(data)], cwd=program, env=own_path, check=True)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(program)], cwd=PROGRAM, check=True)
        print(pack(data))


def pack(data: Path) -> Path:
    """Pack a data folder under the number of its schema."""
    names = ["desk.db", "archive"]
    if not datafile.is_plain(data / "desk.db"):  # another computer must open it
        keys.add_admin_slot(data, keys.for_database(data / "desk.db"), PASSWORD, cost=CHEAP)
        names.append(keys.NAME)
    target = KEPT / f"schema-{datafile.schema_of(keys.opened(data / 'desk.db'))}.tar.xz"
    with tarfile.open(target, "w:xz", preset=9) as packed:
        for name in names:
            packed.add(data / name, name)
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
