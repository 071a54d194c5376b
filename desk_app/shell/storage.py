"""On what kind of disk a folder lies, as the system tells: the only place that asks for it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo


def kind_of(folder: Path) -> str:
    """Return the name of a folder's file system ("ext4", "cifs", …); "remote" for a network drive of Windows."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    if os.name == "nt" and _is_remote_drive(place):
        return "remote"
    return bytes(QStorageInfo(str(place)).fileSystemType().data()).decode("ascii", "replace")


def _is_remote_drive(place: Path) -> bool:
    """Ask Windows; not run on a real one yet."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    drive_remote = 4
    return (
        windows is not None and windows.kernel32.GetDriveTypeW(place.resolve().anchor or None) == drive_remote
    )
