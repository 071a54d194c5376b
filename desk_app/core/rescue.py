"""The ways back from a damaged, vanished or foreign database: the last good backup, salvage, or only reading.

Whatever is done, the damaged file is kept beside under a name of its own, and a report lies next to it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.core import backup, clock, datafile, files, keys, mending, pages, reasons, salvage_report
from desk_app.core import salvage as salvaging
from desk_app.core.backup import Backup
from desk_app.core.database import SCHEMA
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

PREFIX = "salvage-"
OnTable = Callable[[int, int, str], object]


@dataclass(frozen=True)
class Saved:
    """What a salvage gave: where the damaged file lies, the report, rows from the file and from the backup."""

    kept: Path | None
    report: Path
    lines: tuple[str, ...]
    read: int
    taken: int


def newest_good(folder: Path) -> Backup | None:
    """Return the newest backup that can be trusted and is none of a newer program's, None when there is none."""
    for one in backup.listing(folder):
        try:
            backup.check(one)
        except KnownError:
            continue
        if one.schema <= SCHEMA:
            return one
    return None


def damaged_file(path: Path, folder: Path) -> DataFile:
    """Return a database that cannot be opened, under its backups' key: its own first bytes may be gone. KnownError."""
    base = newest_good(folder)
    return keys.opened(base.path).at(path) if base else keys.for_database(path).opens(path)


def salvage(damaged: DataFile, folder: Path, tell: OnTable = lambda *_: None) -> Saved:
    """Put what a damaged database and the newest good backup hold together in its place; KnownError when that fails.

    The damaged file is set aside and never written to.
    """
    if datafile.in_use(damaged):
        raise KnownError(translate("Backup", "程序正在使用数据文件。请先关闭所有前台窗口,再恢复。"))
    base = newest_good(folder)
    if base is None:
        text = translate("Rescue", "没有可用的备份,不能抢救。请把整个数据文件夹复制一份,联系管理员。")
        raise KnownError(text)
    try:
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=damaged.path.parent))
        try:
            return _salvage(damaged, base, place, tell)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    except OSError as error:
        text = translate(
            "Rescue", "抢救时写不了 {path}({reason})。请清理磁盘或检查权限后再试;原文件没有改动。"
        )
        raise KnownError(text.format(path=damaged.path.parent, reason=reasons.system(error))) from error


def reading_copy(damaged: DataFile, folder: Path) -> Path:
    """Return a copy of a damaged database to look at, mended as far as it goes; the next start removes it. KnownError."""
    base = newest_good(folder)
    try:
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=damaged.path.parent))
        work = salvaging.working_copy(damaged, place)
        if base is not None:
            pages.mend(work, damaged.at(base.path))
            pages.put_back_schema(work, damaged.at(base.path))
        keys.copy_ring(damaged.path.parent, place)
    except OSError as error:
        text = translate(
            "Rescue", "抢救时写不了 {path}({reason})。请清理磁盘或检查权限后再试;原文件没有改动。"
        )
        raise KnownError(text.format(path=damaged.path.parent, reason=reasons.system(error))) from error
    return work.path


def _salvage(damaged: DataFile, base: Backup, place: Path, tell: OnTable) -> Saved:
    target = damaged.at(place / "desk.db")
    got = salvaging.salvage(salvaging.working_copy(damaged, place), damaged.at(base.path), target, tell)
    mended = mending.mend(target, got, base.head[0])
    rest = datafile.full_check(target)
    kept = backup.keep_aside(damaged.path, "damaged")
    target.path.replace(damaged.path)
    files.sync_folder(damaged.path.parent)
    lines = tuple(salvage_report.lines(got, mended, rest, base, kept))
    at = clock.local(clock.now())
    report = damaged.path.with_name(f"salvage-{at:%Y%m%d-%H%M%S}.txt")
    files.write_whole(report, "\n".join(lines).encode())
    return Saved(
        kept, report, lines, sum(one.read for one in got.tables), sum(one.taken for one in got.tables)
    )
