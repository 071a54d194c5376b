"""Whose database stands here: `desk.site` beside it names the site, whose 16 bytes begin the file itself.

It tells a database that vanished from one that was never made: without the mark the first start makes one, with
it an empty, missing or foreign file is told and never becomes a new, empty database (safety.md D6).
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from desk_app.core import files, reasons
from desk_app.core.datafile import Damaged
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

ENDING = ".site"


def assert_own(path: Path) -> None:
    """Refuse a database that is missing or empty where there was one; Damaged with what to do."""
    size = _size(path)
    if size or not _was_used(path):
        return
    if size is None:
        text = translate("Place", "数据文件 {path} 不见了(可能被移走、改名或误删)。请放回原处,或从备份恢复。")
    else:
        text = translate("Place", "数据文件 {path} 是空的(0 字节),不会当作新的使用。请从备份恢复。")
    raise Damaged(text.format(path=path))


def assert_site(path: Path, site: bytes) -> None:
    """Refuse another site's database in this one's place; Damaged with what to do."""
    if (_read(path) or site.hex()) != site.hex():
        text = translate(
            "Place",
            "{path} 是另一处的数据文件,不是这里原来的那一个,没有打开。请把原来的放回来,或从备份恢复;"
            "有意换上时请先移走 {mark}。",
        )
        raise Damaged(text.format(path=path, mark=path.with_suffix(ENDING).name))


def put(path: Path, site: bytes) -> None:
    """Mark whose database stands here; a disk that refuses does not matter."""
    if _read(path) != site.hex():
        with suppress(OSError):
            told = {"site": site.hex(), "about": "The site of the database beside; keep both."}
            files.write_whole(path.with_suffix(ENDING), json.dumps(told).encode())


def _was_used(path: Path) -> bool:
    """Say whether there was a database before: a first start that was killed leaves an empty file and no mark."""
    return _read(path) is not None or any((path.parent / "backups").glob("*.json"))


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
    except OSError as error:
        text = translate("Place", "读不到数据文件 {path}({reason})。请检查磁盘和权限后再启动。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error


def _read(path: Path) -> str | None:
    try:
        return str(json.loads(path.with_suffix(ENDING).read_text("utf-8"))["site"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
