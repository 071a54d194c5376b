"""Where this computer keeps the keys of the data it may open, apart from the data themselves.

One small interface, `get`, `put` and `forget` of a few secret bytes under a name. On Windows they are
sealed by the system for this computer (DPAPI, machine scope, since several Windows users share the desk's
PC) and lie in the computer's own program data; elsewhere the file of the user's settings is readable by this
user alone. Whoever takes only the data folder, or a backup, has nothing of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Seal = Callable[[bytes], bytes]

_PURPOSE = b"FrontDesk keys"
_FOR_MACHINE, _NO_QUESTIONS = 0x4, 0x1


@dataclass(frozen=True)
class SystemStore:
    """A folder of sealed secrets. `seal` and `unseal` are the system's own; OSError when they refuse."""

    folder: Path
    seal: Seal = bytes
    unseal: Seal = bytes

    def get(self, name: str) -> bytes | None:
        """Return the secret, None when there is none or another computer sealed it; OSError when unreadable."""
        try:
            sealed = self._file(name).read_bytes()
        except FileNotFoundError:
            return None
        try:
            return self.unseal(sealed)
        except OSError:
            return None

    def names(self) -> list[str]:
        """Return the names there are."""
        return sorted(file.stem for file in self.folder.glob("*.key"))

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret; OSError when the place cannot be written."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._file(name).with_suffix(".part")
        with suppress(FileNotFoundError):
            part.unlink()
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(self.seal(secret))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._file(name))

    def forget(self, name: str) -> None:
        """Remove a secret; nothing happens when there is none."""
        self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.key"


def here() -> SystemStore:
    """Return this computer's store."""
    if sys.platform == "win32":
        import ctypes

        crypt, kernel = ctypes.windll.crypt32, ctypes.windll.kernel32
        return windows(Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")), crypt, kernel)
    from platformdirs import user_config_path

    return SystemStore(user_config_path("FrontDesk", appauthor=False) / "keys")


def windows(program_data: Path, crypt: Any, kernel: Any) -> SystemStore:
    """Return the store of a Windows computer, sealed by its crypt32 library."""

    def call(function: Any, data: bytes) -> bytes:
        return _through(function, kernel, data)

    return SystemStore(
        program_data / "FrontDesk" / "keys",
        lambda secret: call(crypt.CryptProtectData, secret),
        lambda sealed: call(crypt.CryptUnprotectData, sealed),
    )


def _through(function: Any, kernel: Any, data: bytes) -> bytes:
    """Call CryptProtectData or its reverse: (in, description, entropy, reserved, prompt, flags, out)."""
    import ctypes

    class Blob(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))

    def blob(content: bytes) -> Blob:
        return Blob(len(content), ctypes.create_string_buffer(content, len(content)))

    out = Blob()
    given, purpose = blob(data), blob(_PURPOSE)
    flags = _FOR_MACHINE | _NO_QUESTIONS
    if not function(ctypes.byref(given), None, ctypes.byref(purpose), None, None, flags, ctypes.byref(out)):
        raise OSError("the system's key store refused")
    try:
        return ctypes.string_at(out.data, out.size)
    finally:
        kernel.LocalFree(out.data)
