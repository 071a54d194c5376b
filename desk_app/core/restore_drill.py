"""The monthly drill: a backup is restored into a folder of our own, opened as the program does, compared, removed.

The result lies beside the backups (`drill.json`): when, which copy, what came of it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desk_app.core import backup, clock, datafile, files, reasons, store, verify
from desk_app.core.attachments import Archive
from desk_app.core.backup import Backup
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

NAME = "drill.json"
EVERY = timedelta(days=30)
AGAIN = timedelta(days=1)
"""After a drill that failed."""
PREFIX = "drill-"


@dataclass(frozen=True)
class Drill:
    """What came of one drill; `fault` is "" when all was there."""

    at: datetime
    name: str
    rows: int
    changes: int
    seconds: float
    fault: str

    @property
    def told(self) -> str:
        """Say it in one sentence."""
        at = f"{clock.local(self.at):%Y-%m-%d %H:%M}"
        if self.fault:
            text = translate("Backup", "恢复演练失败({at},{name}):{fault}。请立即备份并联系管理员。")
            why = self.fault.partition("。")[0].rstrip(".")  # what to do is said once, below
            return text.format(at=at, name=self.name, fault=why)
        text = translate(
            "Backup", "恢复演练成功({at}):{name} 恢复后 {rows} 行、修改记录 {changes} 条,与备份时一致。"
        )
        return text.format(at=at, name=self.name, rows=self.rows, changes=self.changes)


def run(one: Backup) -> Drill:
    """Try a backup; the result is kept beside it. Never raises for a bad backup: that is a result."""
    began, fault = time.monotonic(), ""
    clear(one.path.parent)
    try:
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=one.path.parent))
        try:
            fault = _try(one, place / "desk.db")
        finally:
            shutil.rmtree(place, ignore_errors=True)
    except KnownError as error:
        fault = error.text
    except OSError as error:
        fault = reasons.system(error)
    seconds = round(time.monotonic() - began, 2)
    drill = Drill(clock.now(), one.path.name, sum(one.counts.values()), one.head[0], seconds, fault)
    with suppress(OSError):
        told = {**asdict(drill), "at": drill.at.isoformat()}
        files.write_whole(one.path.parent / NAME, json.dumps(told, ensure_ascii=False).encode())
    return drill


def last(folder: Path) -> Drill | None:
    """Return what came of the last drill, None before the first."""
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        return Drill(
            datetime.fromisoformat(told["at"]), str(told["name"]), int(told["rows"]), int(told["changes"]),
            float(told["seconds"]), str(told["fault"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_due(folder: Path) -> bool:
    """Say whether a month has passed since the last good drill, or a day since a bad one."""
    before = last(folder)
    if before is None:
        return True
    age = clock.now() - before.at
    return not timedelta() <= age < (AGAIN if before.fault else EVERY)


def clear(folder: Path) -> None:
    """Remove what a drill left that was cut short."""
    for left in folder.glob(f"{PREFIX}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def _try(one: Backup, target: Path) -> str:
    """Restore and open as the program does; return what is wrong, "" when nothing is."""
    backup.restore(one, target, newest_schema=SCHEMA, noted=False)
    db = Database(store.url_of(target))
    try:
        if one.schema == SCHEMA and datafile.counts(db.file) != one.counts:
            return translate("Backup", "记录数与说明文件不符")
        if datafile.last_link(db.file) != one.head:
            return translate("Backup", "修改记录的末条与说明文件不符")
        return verify.verify(db, Archive(one.path.parent / backup.DOCUMENTS)).fault
    finally:
        db.close()
