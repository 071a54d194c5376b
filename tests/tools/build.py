"""Build the one-folder program and let it examine itself: python -m tests.tools.build [--work DIR].

A fresh environment gets the runtime and build locks and nothing else; PyInstaller builds build.spec; the result
must stay below LIMIT bytes, hold nothing of FORBIDDEN, and its `doctor` must find nothing wrong, in an empty
home, with no Python on the path and no display. The program is then in DIR/dist/desk. A DIR that is kept keeps
its environment as long as the locks stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from desk_app.core.paths import PROGRAM

LIMIT = 200_000_000
LARGEST = 10
PATIENCE = 300
"""Seconds for the doctor, on a busy machine."""
FORBIDDEN = ("virtualkeyboard", "readline", "qt6charts", "qt6datavisualization")
"""Parts under the GPL alone, by name in small letters: none may be shipped."""
LOCKS = tuple(PROGRAM / "resources" / "requirements" / f"{name}.lock" for name in ("runtime", "build"))
WINDOWS = sys.platform == "win32"


class Wrong(Exception):
    """The build is not what it should be; the text says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, weigh, examine; 0 when all is well."""
    options = argparse.ArgumentParser(prog="python -m tests.tools.build", description=__doc__)
    options.add_argument("--work", type=Path, metavar="DIR", help="build here and keep it (default: nowhere)")
    work = options.parse_args(arguments).work
    try:
        if work:
            build(work.absolute())
        else:
            with tempfile.TemporaryDirectory(prefix="desk-build-") as folder:
                build(Path(folder))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


def build(work: Path) -> Path:
    """Build below `work`, check what came of it and return its folder."""
    start = time.monotonic()
    made = freeze(environment(work), PROGRAM / "build.spec", work)
    print(f"built in {time.monotonic() - start:.0f} s: {made}")
    weigh(made)
    examine(made)
    return made


def environment(work: Path) -> Path:
    """Make an environment with the two locks, or take the one that is there; return its Python."""
    venv, stamp = work / "venv", work / "venv" / "locks"
    python = venv / ("Scripts/python.exe" if WINDOWS else "bin/python")
    wanted = "\n".join(hashlib.sha256(lock.read_bytes()).hexdigest() for lock in LOCKS)
    if not stamp.exists() or stamp.read_text() != wanted:
        run([sys.executable, "-m", "venv", "--clear", str(venv)])
        install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        install += ["--require-hashes", "--no-deps", "--only-binary=:all:"]
        run(install + [part for lock in LOCKS for part in ("--requirement", str(lock))])
        stamp.write_text(wanted)
    return python


def freeze(python: Path, source: Path, work: Path, *options: str) -> Path:
    """Run PyInstaller on a spec file, or on a script with options; return the folder of the program it makes."""
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *options]
    command += ["--distpath", str(work / "dist"), "--workpath", str(work / "parts"), str(source)]
    run(command)
    name = options[options.index("--name") + 1] if options else "desk"
    return work / "dist" / name


def weigh(folder: Path) -> None:
    """Print the largest parts; Wrong when there is too much, or something that must not be there."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
    total = sum(sizes.values())
    print(f"{total / 1e6:.1f} MB in {len(sizes)} files; the largest:")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:LARGEST]:
        print(f"{size / 1e6:8.1f} MB  {name}")
    found = [name for name in sizes if any(part in name.lower() for part in FORBIDDEN)]
    if found:
        raise Wrong(f"must not be shipped: {', '.join(found)}")
    if total > LIMIT:
        raise Wrong(f"too large: {total / 1e6:.1f} MB, at most {LIMIT / 1e6:.0f} MB")


def examine(folder: Path) -> None:
    """Run the built program's doctor where there is nothing else; Wrong when it finds or leaves something."""
    before = set(folder.rglob("*"))
    with tempfile.TemporaryDirectory() as home:
        program = folder / ("desk-cli.exe" if WINDOWS else "desk")
        command = [str(program), "doctor", "--data-dir", str(Path(home, "data"))]
        try:
            done = subprocess.run(command, env=bare(home), cwd=home, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired as error:
            raise Wrong(f"doctor: no answer in {PATIENCE} s") from error
    if done.returncode:
        raise Wrong(f"doctor: exit code {done.returncode}")
    if left := set(folder.rglob("*")) - before:
        raise Wrong(f"written beside the program: {', '.join(map(str, left))}")


def bare(home: str) -> Mapping[str, str]:
    """Return an environment with an empty home, nothing on the path, no display and nothing of Python's or Qt's."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home, "PATH": "", "LANG": "C.UTF-8"}


def run(command: list[str]) -> None:
    """Run a command outside this checkout's own environment; Wrong when it fails."""
    own = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    env = {name: value for name, value in os.environ.items() if name not in own}
    if subprocess.run(command, cwd=PROGRAM, env=env, check=False).returncode:
        raise Wrong(f"failed: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
