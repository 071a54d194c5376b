"""What a desk does by itself when nobody is there, done once: data just made has ten years of it before it."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QSettings

from desk_app.core import verify
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.paths import Paths
from desk_app.kit.background import Progress
from desk_app.kit.desk import Desk
from desk_app.shell import checking, housekeeping, purging, survey


def spend(folder: Path, progress: Progress) -> None:
    """De-identify what is due, check the whole history, then back up; RuntimeError when something is wrong with it."""
    paths = Paths(folder)
    db = Database(paths.url())
    desk = Desk(
        db, paths, Archive(paths.archive), QSettings(str(folder / "night.ini"), QSettings.Format.IniFormat)
    )
    began = time.monotonic()

    def tell(what: str) -> None:
        progress.tell(0, 0, f"{time.monotonic() - began:6.0f} s  {what}")

    housekeeping.at_start(db)
    tell(f"{purging.clear_due(desk)} records de-identified")
    while db.tidy():
        pass
    tell("search index tidy")
    report: verify.Report | None = checking.due_check(desk, progress)
    if report is not None and report.fault:
        raise RuntimeError(report.fault)
    tell("everything checked" if report else "no check due")
    found = {key: words for key, (_tone, words) in survey.survey(desk).items() if words}
    tell(f"backed up; to be told: {found}")
    db.close()
