"""Where the data lie: the kind of disk, the room on it, and whether the file is still the one that was opened.

A database deleted or replaced under the program goes unnoticed by SQLite (safety.md §0.10): every unit of work
compares the file's identity before it is acknowledged, which costs 4 µs.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from desk_app.core.errors import Away, KnownError
from desk_app.core.i18n import translate

REMOTE = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "davfs", "webdav", "fuse.", "remote")
"""Kinds of file systems that lie on another computer: their locks do not hold a database (safety.md D6)."""
LITTLE = 1_000_000_000
"""Free bytes from which the window warns."""
TOO_LITTLE = 200_000_000
"""Free bytes from which nothing new is begun: what is under way must still be ended and backed up."""
BALLAST = 64_000_000
"""Bytes laid aside, to be given up when the disk is full."""
BALLAST_NAME = "desk.ballast"
_PIECE = bytes(1 << 20)


MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux tells what lies where."""


def refuse_remote(folder: Path) -> None:
    """Refuse to keep data on a network drive; KnownError with what to do."""
    kind = kind_of(folder)
    if kind.lower().startswith(REMOTE):
        text = translate(
            "Place",
            "数据文件夹 {path} 在网络盘上({kind}),多台电脑同时写会损坏数据,程序不在这里打开。"
            "请用本机硬盘上的文件夹(--data-dir,或 desk.toml 的 database);网络盘可设为第二备份位置。",
        )
        raise KnownError(text.format(path=folder, kind=kind))


def kind_of(folder: Path) -> str:
    """Return the name of a folder's file system ("ext4", "cifs", …), "remote" for a network drive of Windows.

    Links are followed; a folder need not be there yet. "" where nobody says.
    """
    place = folder.resolve()
    if os.name == "nt":
        return "remote" if _is_remote_drive(place) else ""
    try:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    found = [
        (len(point.parts), nth, kind)
        for nth, (point, kind) in enumerate(map(_mount, mounts))
        if place.is_relative_to(point)
    ]
    return max(found, default=(0, 0, ""))[2]  # of two on one folder the later hides the other


def _mount(line: str) -> tuple[Path, str]:
    """Return where a line of the mounts lies, and its kind: "36 35 98:0 / /mnt\\040x rw - ext4 /dev/sda rw"."""
    before, _, after = line.partition(" - ")
    point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), before.split(" ")[4])
    return Path(point), after.split(" ", 1)[0]


def _is_remote_drive(place: Path) -> bool:
    """Ask Windows; not run on a real one yet."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    drive_remote = 4
    return windows is not None and windows.kernel32.GetDriveTypeW(place.anchor or None) == drive_remote


def free(folder: Path) -> int | None:
    """Return the free bytes of the disk under a folder, None when nobody says."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def assert_room(folder: Path) -> None:
    """Refuse what begins something new on a disk that is nearly full; KnownError."""
    left = free(folder)
    if left is not None and left < TOO_LITTLE:
        text = translate(
            "Place",
            "磁盘只剩 {left} MB,不能再登记新的。请清理磁盘后再按一次保存,已填内容还在;签离、归还和打印不受影响。",
        )
        raise KnownError(text.format(left=left // 1_000_000))


def little_room(folder: Path) -> str:
    """Return the sentence that warns of a disk that is filling up, "" when there is room."""
    left = free(folder)
    if left is None or left >= LITTLE:
        return ""
    text = translate("Place", "磁盘只剩 {left} MB。请清理磁盘;少于 200 MB 时不能再登记新的。")
    return text.format(left=left // 1_000_000)


def keep_ballast(folder: Path) -> None:
    """Lay bytes aside where there is room; give them up where there is too little. A refusal does not matter."""
    path, left = folder / BALLAST_NAME, free(folder)
    if left is None:
        return
    try:
        if left < TOO_LITTLE:
            path.unlink(missing_ok=True)
        elif left > LITTLE and (not path.exists() or path.stat().st_size < BALLAST):
            with path.open("wb") as file:
                for _piece in range(-(-BALLAST // len(_PIECE))):
                    file.write(_PIECE)
    except OSError:
        path.unlink(missing_ok=True)


class Seat:
    """The file that was opened, to be known again: same disk, same file, not only the same name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _identity(path)

    def check(self) -> None:
        """Refuse to go on when the file was taken away or another one put in its place; Away."""
        found = _identity(self.path)
        if found == self._file:
            return
        if found is None:
            text = translate(
                "Place",
                "数据文件 {path} 不见了,这一条没有保存。请不要关闭窗口,把文件放回原处再按一次保存;"
                "找不到时请重启程序,从备份恢复。",
            )
        else:
            text = translate(
                "Place",
                "数据文件 {path} 被换成了另一个文件,这一条没有保存。请重启程序;换上的不是想要的,请从备份恢复。",
            )
        raise Away(text.format(path=self.path))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
