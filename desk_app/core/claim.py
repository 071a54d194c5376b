"""Who has the data folder open: one window holds it, a second one is told who that is and may take over.

The lock is the operating system's own, on `desk.lock`, and gone with the process: neither a number of a process
that was given out again nor garbage in the file leaves it busy. What the file says is only shown. A window
that ended well empties it, so that words found under no lock tell of one that did not. Several desks may
write to one database all the same (tests/core/test_two_desks.py); the lock is the window's, not the database's.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desk_app.core import clock
from desk_app.core.i18n import translate

NAME = "desk.lock"
REQUEST = "desk.takeover"
_BYTE = 1 << 30
"""Where Windows' lock lies: beyond the words, so that they can be read."""

_WRITES, _SETTLED = 0.05, 1.0
"""Seconds in which who took the folder has said who they are, and after which nobody waits for it."""


@dataclass(frozen=True)
class Holder:
    """Who has a data folder open, on which computer, since when (ISO), in which process."""

    who: str = ""
    workstation: str = ""
    since: str = ""
    pid: int = 0

    @property
    def told(self) -> str:
        """Say it in words; what is not known is left out."""
        try:
            since = f"{clock.local(datetime.fromisoformat(self.since)):%Y-%m-%d %H:%M}"
        except ValueError:
            since = ""
        who = self.who or translate("Claim", "不知是谁")
        return " · ".join(part for part in (who, self.workstation, since) if part)


class Claim:
    """A data folder that this window holds until `release`, or until its process ends."""

    def __init__(self, folder: Path, handle: int) -> None:
        self._folder, self._handle = folder, handle
        self.before = _read(folder / NAME)
        """Who ended without saying so; None when the last one ended well."""
        self._told = Holder(_user(), socket.gethostname()[:40], f"{clock.now().isoformat()}", os.getpid())
        with suppress(OSError):
            (folder / REQUEST).unlink()
        self._write(json.dumps(asdict(self._told), ensure_ascii=False))

    def tell(self, who: str) -> None:
        """Say who is at this desk now."""
        self._told = Holder(who, self._told.workstation, self._told.since, self._told.pid)
        self._write(json.dumps(asdict(self._told), ensure_ascii=False))

    def asked_by(self) -> Holder | None:
        """Return who wants to take over; None while nobody does."""
        return _read(self._folder / REQUEST)

    def release(self, *, clean: bool = True) -> None:
        """Let the folder go; `clean`: all is written, the next start need not look for damage."""
        if self._handle < 0:
            return
        if clean:
            self._write("")
        handle, self._handle = self._handle, -1
        with suppress(OSError):
            _unlock(handle)
        os.close(handle)

    def _write(self, words: str) -> None:
        with suppress(OSError):  # on a full disk the lock holds all the same
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, words.encode())


def take(folder: Path) -> Claim | Holder:
    """Take the folder, or tell who has it. OSError when the lock's file cannot be made."""
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    until = time.monotonic() + _SETTLED
    if _is_free(handle):
        return Claim(folder, handle)
    while True:
        time.sleep(
            _WRITES
        )  # who took it this moment has not said so yet: what the file says is of the one before
        if _is_free(handle):
            return Claim(folder, handle)
        told = _read(folder / NAME)
        if told is not None or time.monotonic() > until:
            os.close(handle)
            return told or Holder()


def take_over(folder: Path, seconds: float = 20.0) -> Claim | Holder:
    """Ask who has the folder to leave, and take it; still the holder when nobody answers within `seconds`."""
    request = Holder(_user(), socket.gethostname()[:40], f"{clock.now().isoformat()}", os.getpid())
    with suppress(OSError):
        (folder / REQUEST).write_text(json.dumps(asdict(request), ensure_ascii=False), "utf-8")
    until = time.monotonic() + seconds
    while isinstance(found := take(folder), Holder) and time.monotonic() < until:
        time.sleep(0.1)
    with suppress(OSError):
        (folder / REQUEST).unlink()
    return found


def _is_free(handle: int) -> bool:
    """Take the lock if nobody has it."""
    try:
        _lock(handle)
    except OSError:
        return False
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return ""


def _read(path: Path) -> Holder | None:
    """Return what a file says, an unknown holder for garbage, None for an empty or missing one."""
    try:
        words = path.read_bytes()[:4096].decode("utf-8", "replace").strip("\0 \n")
    except OSError:
        return None
    if not words:
        return None
    try:
        told = json.loads(words)
        return Holder(
            str(told["who"])[:80], str(told["workstation"])[:80], str(told["since"])[:40], int(told["pid"])
        )
    except (ValueError, KeyError, TypeError):
        return Holder()


if os.name == "nt":  # not run on a real Windows yet
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

    def _unlock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
