"""What a desk does by itself beside the work, done once before it is walked through: data just made was never checked.

De-identifying is left out: ten years of it are due at once in such data, an hour's work; where a desk has really worked
for ten years it is one day's. The walk takes it as done (walker.py).
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QSettings

from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.paths import Paths
from desk_app.kit.background import Progress
from desk_app.kit.desk import Desk
from desk_app.shell import checking, housekeeping, survey


def spend(folder: Path) -> None:
    """Check the whole record when that is due, tidy the index, back up; RuntimeError when something is wrong with it."""
    paths = Paths(folder)
    db = Database(paths.url())
    desk = Desk(
        db,
        paths,
        Archive(paths.archive),
        QSettings(str(paths.reports / "night.ini"), QSettings.Format.IniFormat),
    )
    housekeeping.at_start(db)
    while db.tidy():
        pass
    report = checking.due_check(desk, Progress(lambda _done, _total, _text: None, threading.Event()))
    if report is not None and report.fault:
        raise RuntimeError(report.fault)
    survey.survey(desk)
    db.close()
