"""This computer's store of keys: nobody else's to read, sealed by Windows where there is Windows."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest

from desk_app.core import system_store
from desk_app.core.system_store import SystemStore


def test_what_was_put_is_got_until_it_is_forgotten(tmp_path: Path) -> None:
    store = SystemStore(tmp_path / "keys")
    assert store.get("a") is None
    store.put("a", b"secret")
    store.put("a", b"secret two")
    assert (store.get("a"), store.names()) == (b"secret two", ["a"])
    store.forget("a")
    store.forget("a")
    assert store.get("a") is None


@pytest.mark.skipif(os.name != "posix", reason="Windows seals what it keeps")
def test_only_this_user_can_read_it(tmp_path: Path) -> None:
    store = SystemStore(tmp_path / "keys")
    store.put("a", b"secret")
    assert (store.folder.stat().st_mode & 0o777, (store.folder / "a.key").stat().st_mode & 0o777) == (
        0o700,
        0o600,
    )


def test_it_lies_apart_from_the_data() -> None:
    from desk_app.core.paths import default_data_dir

    assert default_data_dir() not in system_store.here().folder.parents


class Windows:
    """Stands in for crypt32 and kernel32: seals by turning the bits, as machine scope and without questions."""

    def __init__(self) -> None:
        self.flags: list[int] = []
        self.kept: list[object] = []
        self.freed = 0
        self.works = True

    def CryptProtectData(self, given, _words, purpose, _reserved, _prompt, flags, out) -> int:
        self.flags.append(flags)
        assert ctypes.string_at(purpose._obj.data, purpose._obj.size) == b"FrontDesk keys"
        turned = bytes(255 - byte for byte in ctypes.string_at(given._obj.data, given._obj.size))
        self.kept.append(buffer := ctypes.create_string_buffer(turned, len(turned)))
        out._obj.size, out._obj.data = len(turned), buffer
        return int(self.works)

    CryptUnprotectData = CryptProtectData

    def LocalFree(self, _data) -> None:
        self.freed += 1


def test_on_windows_the_system_seals_it_for_this_computer(tmp_path: Path) -> None:
    windows = Windows()
    store = system_store.windows(tmp_path, windows, windows)
    store.put("a", b"secret\0key")
    assert b"secret" not in (tmp_path / "FrontDesk" / "keys" / "a.key").read_bytes()
    assert store.get("a") == b"secret\0key"
    assert set(windows.flags) == {0x5}
    assert windows.freed == 2


def test_what_another_windows_sealed_is_as_good_as_none(tmp_path: Path) -> None:
    windows = Windows()
    store = system_store.windows(tmp_path, windows, windows)
    store.put("a", b"secret")
    windows.works = False
    assert store.get("a") is None
    with pytest.raises(OSError):
        store.put("b", b"secret")
