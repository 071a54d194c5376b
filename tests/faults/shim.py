"""The library between a process and its files (shim.c): built when first needed, loaded before all others."""

from __future__ import annotations

import atexit
import ctypes
import errno
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
ROOT = Path(__file__).resolve().parents[2]
WRITE, READ, SYNC, TRUNCATE, OPEN = range(5)
KINDS = {"write": WRITE, "read": READ, "sync": SYNC, "truncate": TRUNCATE, "open": OPEN}


@dataclass(frozen=True)
class Fault:
    """What is to fail: the kind of call, with which error, once or for ever, after half of a write or nothing."""

    kind: int
    error: int = errno.EIO
    for_ever: bool = False
    short: bool = False

    def __str__(self) -> str:
        kind = next(name for name, number in KINDS.items() if number == self.kind)
        ending = ", short" if self.short else ""
        return f"{kind} {errno.errorcode[self.error]}{ending}, {'for ever' if self.for_ever else 'once'}"


@functools.cache
def library() -> Path:
    """Build the library and return its path; it is built once for a folder of temporary files."""
    compiler = next((found for name in ("cc", "gcc", "clang") if (found := shutil.which(name))), None)
    if compiler is None:
        raise SystemExit("the fault suite needs a C compiler: apt-get install -y gcc libc6-dev")
    folder = Path(tempfile.mkdtemp(prefix="desk-shim-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    target = folder / "shim.so"
    flags = ["-shared", "-fPIC", "-O2", "-o", str(target), str(SOURCE), "-ldl", "-lpthread"]
    subprocess.run([compiler, *flags], check=True)
    return target


def run_with(module: str, *arguments: str) -> int:
    """Run a module of the suite in a process of its own that has the library under it; returns its exit code."""
    environment = {**os.environ, "LD_PRELOAD": str(library()), "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment).returncode


class Shim:
    """The library under this process. RuntimeError when the process was started without it."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        if not hasattr(self._library, "shim_watch"):
            raise RuntimeError("this process was not started by run_with")
        self._library.shim_disarm.restype = ctypes.c_long
        self._library.shim_calls.restype = ctypes.c_long
        self._library.shim_watch(os.fsencode(folder.resolve()))

    def record(self, log: Path | None) -> None:
        """Write every change from now on into `log`; None ends it."""
        self._library.shim_record(os.fsencode(log) if log else None)

    def mark(self, words: str) -> None:
        """Put an acknowledgement between the changes."""
        self._library.shim_mark(words.encode())

    def arm(self, fault: Fault, nth: int) -> None:
        """Let the n-th call from now on fail."""
        self._library.shim_arm(fault.kind, nth, fault.error, int(fault.for_ever), int(fault.short))

    def disarm(self) -> int:
        """Let all calls work again; returns how many failed."""
        return int(self._library.shim_disarm())

    def room(self, size: int | None) -> None:
        """Let the disk be full after `size` more bytes; None for a disk without end."""
        self._library.shim_room(ctypes.c_longlong(-1 if size is None else size))
