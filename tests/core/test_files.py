"""A file is there whole or not at all, and its name is on the disk before anybody is told."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desk_app.core import files
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths


@pytest.fixture
def synced(monkeypatch):
    """Return the paths that are synced, in order, with whether the final name stood there by then."""
    seen, real = [], os.fsync

    def fsync(handle):
        path = Path(f"/proc/self/fd/{handle}").readlink()
        seen.append((path.name, sorted(one.name for one in path.iterdir()) if path.is_dir() else None))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    return seen


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps its folders itself")
def test_the_bytes_are_synced_before_the_name_and_the_name_before_anybody_is_told(tmp_path, synced):
    files.write_whole(tmp_path / "2026" / "11" / "FX-1.pdf", b"paper")
    folders = [name for name, entries in synced if entries is not None]
    assert synced[-2:] == [("FX-1.pdf.part", None), ("11", ["FX-1.pdf"])]
    assert folders[:2] == ["2026", tmp_path.name], "the new folders themselves last as well"


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "list.xlsx"
    files.write_whole(path, b"old")
    with pytest.raises(OSError, match="full"), files.becoming(path) as part:
        part.write_bytes(b"ne")
        raise OSError("full")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["list.xlsx"]


@pytest.mark.skipif(os.name != "posix", reason="Windows' folders have other rights")
def test_at_the_start_our_folders_are_closed_to_others_again(tmp_path):
    paths = Paths(tmp_path / "data")
    paths.prepare()
    mine = (paths.data, paths.archive, paths.backups, paths.reports, paths.temporary, paths.log)
    for folder in mine:
        folder.chmod(0o755)
    tmp_path.chmod(0o755)
    paths.prepare()
    assert [oct(folder.stat().st_mode & 0o7777) for folder in mine] == ["0o700"] * len(mine)
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.name != "posix", reason="Windows' folders have other rights")
def test_a_folder_that_everybody_shares_is_left_as_it_is(tmp_path):
    tmp_path.chmod(0o1777)
    Paths(tmp_path).prepare()
    assert tmp_path.stat().st_mode & 0o7777 == 0o1777
    assert Paths(tmp_path).backups.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_can_only_be_read_is_told_in_a_sentence_before_anything_is_opened(
    tmp_path, monkeypatch
):
    paths = Paths(tmp_path / "data")
    paths.prepare()

    def refuse(*_args: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(KnownError, match=r"无法写入数据文件夹.*检查权限"):
        paths.prepare()
