"""When backups are made and where to, and what is loud when they are not (figures/safety.md D5).

One after every half hour in which something changed, and at the end of the program; then a second time to a USB
drive or a server's folder, if the setting names one. A second place that is missing is told and waits for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desk_app.core import backup, clock
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import Paths
from desk_app.core.settings import Kind, Spec

CLAUSE = "safety.md D5"
EVERY = Spec(
    "backup.minutes", QT_TRANSLATE_NOOP("Settings", "自动备份间隔(有改动时)"), Kind.NUMBER, 30, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Settings", "分钟"), least=5, most=240,
)  # fmt: skip
LOUD = Spec(
    "backup.loud_hours", QT_TRANSLATE_NOOP("Settings", "多久没有可用备份就报警"), Kind.NUMBER, 26, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Accounts", "小时"), least=2, most=168,
)  # fmt: skip
SECOND = Spec(
    "backup.second", QT_TRANSLATE_NOOP("Settings", "第二备份位置(U 盘或服务器文件夹)"), Kind.TEXT, "", CLAUSE
)
SPECS: tuple[Spec[int] | Spec[str], ...] = (EVERY, LOUD, SECOND)
FOLDER = "FrontDesk"
"""The folder that is made in the second place: it may hold other things, and several sites' copies."""


@dataclass(frozen=True)
class Made:
    """What came of one turn: the copy, and what is wrong with the second place ("" when nothing is)."""

    copy: backup.Backup
    second: str


def make(file: DataFile, paths: Paths, second: str = "") -> Made:
    """Back up, then bring the copy to the second place as well; KnownError when the first cannot be made."""
    made = backup.make(file, paths.backups, paths.archive)
    return Made(made, _to_second(made, paths, second))


def catch_up(paths: Paths, second: str) -> str:
    """Bring the newest copy to a second place that was away when it was made; what is wrong there, "" when nothing is."""
    folder, missing = second_folder(second), second_missing(second)
    newest = _newest(_good(paths.backups))
    if folder is None or missing or newest is None or (folder / newest.manifest.name).is_file():
        return missing
    return _to_second(newest, paths, second)


def is_due(file: DataFile, folder: Path, minutes: int) -> bool:
    """Say whether something changed since a backup that is older than so many minutes."""
    copies = _good(folder)
    newest = _newest(copies)
    if newest is not None and clock.now() - newest.at < timedelta(minutes=minutes):
        return False
    return _is_new(file, copies)


def changed_since_backup(file: DataFile, folder: Path) -> bool:
    """Say whether there is anything that no backup has."""
    return _is_new(file, _good(folder))


def complaint(folder: Path, hours: int, since: datetime | None = None) -> str:
    """Return the loud sentence when there is no good backup younger than so many hours, "" when there is.

    `since` is when the data began: a new desk has the same hours until its first.
    """
    newest = _newest(_good(folder))
    last = newest.at if newest is not None else since
    if last is not None and clock.now() - last <= timedelta(hours=hours):
        return ""
    if newest is None:
        return translate("Backup", "还没有可用的备份。请立即备份;做不成时请联系管理员。")
    text = translate(
        "Backup", "已超过 {hours} 小时没有可用的备份(最近一次 {at})。请立即备份;做不成时请联系管理员。"
    )
    return text.format(hours=hours, at=f"{clock.local(newest.at):%Y-%m-%d %H:%M}")


def second_folder(second: str) -> Path | None:
    """Return where copies go in the second place, None when none is set."""
    return Path(second).expanduser() / FOLDER if second.strip() else None


def second_missing(second: str) -> str:
    """Return the sentence when the second place is set and is not there, "" otherwise."""
    folder = second_folder(second)
    if folder is None or folder.parent.is_dir():
        return ""
    text = translate(
        "Backup", "第二备份位置 {path} 不在(U 盘没插或文件夹不通)。备份只在本机;插好后会自动补上。"
    )
    return text.format(path=folder.parent)


def _to_second(made: backup.Backup, paths: Paths, second: str) -> str:
    folder, missing = second_folder(second), second_missing(second)
    if folder is None or missing:
        return missing
    try:
        backup.copy_to(made, folder, paths.archive)
    except KnownError as error:
        return error.text
    return ""


def _good(folder: Path) -> list[backup.Backup]:
    """Return the backups that look whole, the newest first: their size is the one their manifest tells."""
    found = []
    for one in backup.listing(folder):
        with suppress(OSError):
            if one.path.stat().st_size == one.size:
                found.append(one)
    return found


def _newest(copies: Sequence[backup.Backup]) -> backup.Backup | None:
    """Return the newest one but those of the future: after a clock was turned back they tell of no age."""
    return next((one for one in copies if one.at <= clock.now()), None)


def _is_new(file: DataFile, copies: Sequence[backup.Backup]) -> bool:
    """Say whether the history of a file ends where that of no copy does."""
    return file.last_link() not in {one.head for one in copies}
