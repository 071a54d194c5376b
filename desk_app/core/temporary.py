"""Temporary files: in the data folder's `tmp`, each process in a folder of its own, gone with it or at the next start.

The folder is held as core/claim.py holds a data folder, so that a process that was killed is told from one that works.
Whoever starts while nobody else is at work removes what the killed ones left: their folders, and what they
were writing beside its target (`….part`, `salvage-…`, `drill-…`). A command beside the window keeps its files.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desk_app.core import claim, files
from desk_app.core.claim import Claim
from desk_app.core.paths import Paths

_ARCHIVED = 40 * 86_400
"""Seconds in which a folder of the archive must have been touched to be looked through."""
_PATIENCE = 2.0
"""Seconds that are waited for another process that is just beginning or clearing."""

_own: list[tuple[Claim, Path, str | None]] = []


def begin(paths: Paths) -> None:
    """Take a folder for this process, and let everything that makes temporary files make them there.

    Where that cannot be, the system's own folder serves as before.
    """
    if _own:
        return
    with suppress(OSError):
        files.make_folder(paths.temporary)
        with _door(paths.temporary):
            place = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=paths.temporary))
            held = claim.take(place)
        if isinstance(held, Claim):
            _own.append((held, place, tempfile.tempdir))
            tempfile.tempdir = str(place)
            files.note_in(place)


def end() -> None:
    """Let the folder go, with what is in it."""
    while _own:
        held, place, tempfile.tempdir = _own.pop()
        files.note_in(None)
        held.release()
        shutil.rmtree(place, ignore_errors=True)


def folder() -> Path:
    """Return a new folder for one piece of work; whoever asked removes it."""
    return Path(tempfile.mkdtemp(prefix="work-"))


@contextmanager
def surroundings() -> Iterator[None]:
    """Let libraries that ask the system for a place (printing) use this process' as well, inside the block."""
    before = os.environ.get("TMPDIR")
    if _own:
        os.environ["TMPDIR"] = str(_own[0][1])
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before


def clear(paths: Paths, database: Path) -> list[Path]:
    """Remove what killed processes left, unless another one is at work; returns what went."""
    gone: list[Path] = []
    with suppress(OSError):
        files.make_folder(paths.temporary)
        with _door(paths.temporary) as alone:
            own = [place for _claim, place, _before in _own]
            places = [one for one in paths.temporary.iterdir() if one.is_dir() and one not in own]
            if alone and not any(_is_held(one) for one in places):
                left = [*_noted(places), *places, *_beside(paths, database)]
                gone = [one for one in left if _remove(one)]
    return gone


@contextmanager
def _door(root: Path) -> Iterator[bool]:
    """Hold the folder of all while one of them comes or goes; False when another does not let it go."""
    until = time.monotonic() + _PATIENCE
    while not isinstance(found := claim.take(root), Claim) and time.monotonic() < until:
        pass
    try:
        yield isinstance(found, Claim)
    finally:
        if isinstance(found, Claim):
            found.release()


def _is_held(place: Path) -> bool:
    found = claim.take(place)
    if isinstance(found, Claim):
        found.release()
        return False
    return True


def _noted(places: list[Path]) -> list[Path]:
    """Return the unfinished files that killed processes had under way, wherever their targets are."""
    notes = (note for place in places for note in place.glob(f"*{files.WRITING}"))
    found = [Path(os.fsdecode(note.read_bytes())) for note in notes]
    return [path for path in found if path.suffix == ".part" and path.is_file()]


def _beside(paths: Paths, database: Path) -> list[Path]:
    """Return what lies unfinished beside its target in our folders."""
    from desk_app.core import rescue, restore_drill

    near = database.parent
    found = [*near.glob(f"{database.stem}*.part"), *near.glob(f"{rescue.PREFIX}*.part")]
    found += [path for path in near.glob(f"{rescue.PREFIX}*") if path.is_dir()]
    found += [path for path in paths.backups.glob(f"{restore_drill.PREFIX}*") if path.is_dir()]
    found += [path for place in (paths.backups, paths.reports, paths.forms) for path in place.glob("*.part")]
    touched = time.time() - _ARCHIVED
    for place in (*paths.archive.glob("*/*"), *(paths.backups / "documents").glob("*/*")):
        if place.is_dir() and place.stat().st_mtime > touched:
            found += place.glob("*.part")
    return found


def _remove(path: Path) -> bool:
    """Remove a file or a folder; what is open in another program stays until the next start."""
    with suppress(OSError):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return True
    return False
