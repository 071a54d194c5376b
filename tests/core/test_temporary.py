"""Temporary files lie in the data folder; what a killed process left goes at the next start, what a living one has stays."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desk_app.core import files, temporary
from desk_app.core.paths import Paths

AT_WORK = """
import sys, tempfile
from pathlib import Path
from desk_app.core import files, temporary
from desk_app.core.paths import Paths
temporary.begin(Paths(Path(sys.argv[1])))
job = temporary.folder()
(job / "handed").write_text("7 张雨薇", "utf-8")
tempfile.NamedTemporaryFile("w", delete=False).write("张雨薇")
with files.becoming(Path(sys.argv[2])) as part:
    part.write_bytes(b"half")
    print("ready", flush=True)
    sys.stdin.readline()
temporary.end()
"""


def at_work(paths: Paths, target: Path) -> subprocess.Popen[bytes]:
    """Start a process that has temporary files; it ends with its input."""
    process = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, str(paths.data), str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stdout.readline().strip() == b"ready"
    return process


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "data")
    made.prepare()
    return made


def leave(paths: Paths) -> list[Path]:
    """Put there what a kill leaves beside its target."""
    left = [
        paths.data / "desk-before-upgrade-3-20261122213000.db.part", paths.data / "desk.db.part",
        paths.backups / "desk-20261122-213000.part", paths.reports / "月报.xlsx.part",
        paths.archive / "2026" / "11" / "FX-1.pdf.part", paths.archive / "files" / "ab" / "abcd.jpg.part",
        paths.data / "salvage-x" / "desk.db", paths.backups / "drill-x" / "desk.db",
    ]  # fmt: skip
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    return left


def test_what_a_killed_process_left_goes_at_the_next_start(paths, tmp_path):
    target = tmp_path / "桌面" / "访客.xlsx"
    kept = [paths.database, paths.reports / "月报.xlsx", paths.data / "salvage-1.txt", target]
    left = leave(paths)
    target.parent.mkdir()
    for path in kept:
        path.write_bytes(b"whole")
    process = at_work(paths, target)
    (place,) = (one for one in paths.temporary.iterdir() if one.is_dir())
    assert len([one for one in place.rglob("*") if one.is_file()]) == 4, "lock, what was handed, other, note"
    left.append(files.unfinished(target))
    assert place.stat().st_mode & 0o077 == 0
    assert temporary.clear(paths, paths.database) == [], "a command beside the window keeps its files"
    assert all(path.exists() for path in (*left, *kept)) and place.is_dir()
    process.kill()
    process.communicate()
    assert temporary.clear(paths, paths.database)
    assert [path for path in left if path.exists()] == [] and not place.exists()
    assert all(path.read_bytes() == b"whole" for path in kept)
    assert not list(tmp_path.rglob("salvage-x")) and not list(tmp_path.rglob("drill-x"))


def test_a_process_that_ends_well_leaves_nothing(paths, tmp_path):
    process = at_work(paths, tmp_path / "访客.xlsx")
    process.communicate(b"\n", timeout=20)
    assert [one.name for one in paths.temporary.iterdir()] == ["desk.lock"]


def test_while_it_works_everything_makes_its_temporary_files_there(paths):
    before = tempfile.tempdir
    temporary.begin(paths)
    try:
        temporary.begin(paths)  # once is enough
        with tempfile.NamedTemporaryFile() as made, temporary.surroundings():
            assert paths.temporary in Path(made.name).parents
            assert paths.temporary in Path(os.environ["TMPDIR"]).parents
        mine = temporary.folder()
        temporary.clear(paths, paths.database)
        assert mine.is_dir(), "its own are none that were left"
    finally:
        temporary.end()
    assert tempfile.tempdir == before and not mine.exists()
