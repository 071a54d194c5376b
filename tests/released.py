"""The databases of released schemas, kept as files; made by `python -m tests.tools.keep_released COMMIT`.

schema-1: version 0.1.0, commit 500b735. schema-2: version 0.2.0, commit 1e14707.
schema-3: version 0.3.0. schema-4: version 0.4.0, commit a5216da, the first that is encrypted.
schema-5: version 0.5.0, commit f89faaf.
"""

from __future__ import annotations

import re
import tarfile
from pathlib import Path

from desk_app.core import keys
from desk_app.core.paths import PROGRAM, Paths

PASSWORD, CHEAP = "kept for the tests of the upgrade", keys.Cost(memory=64, passes=1, lanes=1)
"""What opens the kept databases that are encrypted (from 0.4 on): they hold nobody's data."""

KEPT = {
    int(number[1]): path
    for path in sorted((PROGRAM / "tests" / "core" / "released").glob("schema-*.tar.xz"))
    if (number := re.fullmatch(r"schema-(\d+)\.tar\.xz", path.name))
}
MADE = (2026, 11)
"""The month of the work in all of them; it ends on Friday the 20th at 14:30."""


def unpack(schema: int, folder: Path) -> Paths:
    """Put the data of a released schema into `folder` and return its paths."""
    careful = (
        {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    )  # Debian 12's Python 3.11.2 has none
    with tarfile.open(KEPT[schema]) as packed:
        packed.extractall(folder, **careful)
    paths = Paths(folder)
    paths.prepare()
    if (folder / keys.NAME).exists():
        keys.remember(keys.unlock(paths.database, PASSWORD))
    return paths
