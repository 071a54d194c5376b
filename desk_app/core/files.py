"""Files that are there whole or not at all, and still there after a power cut.

A file takes its name only when its bytes are on the disk, and the name is on the disk before anybody is told:
without the folder's own sync a power cut would take an issued paper back (tests/faults/cuts.py).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

WRITING = ".writing"
"""The ending of a note that names a file which is just being written."""

_ZEROS = bytes(1 << 20)
_notes: list[Path] = []
_number = count(1)


def note_in(folder: Path | None) -> None:
    """Note in `folder` what is being written, wherever that is, for whoever clears up after a kill; None: nowhere."""
    _notes[:] = [folder] if folder is not None else []


def unfinished(path: Path) -> Path:
    """Return where a file is written until it is whole and takes its place."""
    return path.with_name(path.name + ".part")


@contextmanager
def becoming(path: Path) -> Iterator[Path]:
    """Give the place to write a file at; it becomes `path` when the block ends well, and is removed when not.

    Raises OSError when the disk refuses; a file that was at `path` is then as it was.
    """
    make_folder(path.parent)
    part = unfinished(path)
    note = _note(part)
    try:
        yield part
        sync(part)
        part.replace(path)
        sync_folder(path.parent)
    finally:
        for left in (part, note) if note is not None else (part,):
            with suppress(OSError):
                left.unlink()


def _note(part: Path) -> Path | None:
    """Name a file that will lie about if this process is killed; a full disk is told by the writing itself."""
    if not _notes:
        return None
    note = _notes[0] / f"{next(_number)}{WRITING}"
    with suppress(OSError):
        note.write_bytes(os.fsencode(part.absolute()))
    return note


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; OSError when the disk refuses."""
    with becoming(path) as part:
        part.write_bytes(data)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they last."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for one in missing:
        sync_folder(one.parent)


def close_to_others(folder: Path) -> None:
    """Take from a folder of ours the rights that other users have, and with it the way to all in it (safety.md D7).

    One that everybody shares, or that is somebody else's, is left; Windows' profiles are closed by themselves.
    """
    if os.name == "posix":
        with suppress(OSError):
            found = folder.stat()
            if found.st_uid == os.geteuid() and found.st_mode & 0o077 and not found.st_mode & stat.S_ISVTX:
                folder.chmod(0o700)


def assert_takes_files(folder: Path) -> None:
    """Make a file and remove it: OSError where nothing can be written, as on a disk that is mounted for reading only."""
    probe = folder / f".{os.getpid()}.part"
    os.close(os.open(probe, os.O_WRONLY | os.O_CREAT, 0o600))
    probe.unlink()


def sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def overwrite(path: Path) -> None:
    """Write zeros over a file's bytes, as far as the disk does so in place (an SSD may keep old blocks)."""
    left = path.stat().st_size
    with path.open("rb+") as file:
        while left > 0:
            left -= file.write(_ZEROS[: min(left, len(_ZEROS))])
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make what was named or removed in a folder last; Windows keeps its folders itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
