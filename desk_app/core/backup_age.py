"""What was cleared leaves the copies too: none is kept longer than the setting says (figures/safety.md D5, D12).

The rotation of core/backup.py thins copies out; here they end. The newest LAST_GOOD that fit their manifests stay whatever their age, for
without them nothing could come back: the program makes new ones as long as it is used. A document whose record was
cleared stays beside the copies as long as one of them may name it, then it goes as well; so do the files that a
restore or an upgrade put aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from desk_app.core import backup, clock, datafile, settings
from desk_app.core.database import Database
from desk_app.core.doomed import DoomedFile
from desk_app.core.retention import BACKUP_DAYS

ASIDE = ("-replaced-", "-damaged-", "-before-upgrade-")
"""Parts of the names of old database files beside the one in use."""


def end_old_copies(db: Database, folders: Iterable[Path]) -> list[Path]:
    """Remove what is older than the setting in the folders of backups and beside the database; returns what went."""
    with db.read() as session:
        limit = clock.now() - timedelta(days=settings.get(session, BACKUP_DAYS))
        doomed = list(
            session.scalars(
                select(DoomedFile.path).where(DoomedFile.removed.is_(True), DoomedFile.at < limit)
            )
        )
    gone = _put_aside(db.path, limit)
    places = list(folders)
    for folder in places:
        old = [one for one in backup.listing(folder) if one.at < limit]
        stay = backup.trusted(folder)[: backup.LAST_GOOD] if old else []
        for one in old:
            if one not in stay:
                gone += _remove(one.path, one.manifest)
        gone += _remove(
            *(folder / backup.DOCUMENTS / path for path in doomed if _no_copy_names(folder, limit))
        )
    if all(
        folder.is_dir() and _no_copy_names(folder, limit) for folder in places
    ):  # a drive may be unplugged
        _forget(db, doomed)
    return gone


def _no_copy_names(folder: Path, limit: datetime) -> bool:
    """Say whether every copy in a folder is younger than `limit`: none of them names what was cleared before."""
    return all(one.at >= limit for one in backup.listing(folder))


def _put_aside(database: Path, limit: datetime) -> list[Path]:
    gone: list[Path] = []
    for path in database.parent.glob(f"{database.stem}-*{database.suffix}"):
        if any(part in path.name for part in ASIDE) and path.stat().st_mtime < limit.timestamp():
            gone += _remove(*datafile.files_of(path))
    return gone


def _remove(*paths: Path) -> list[Path]:
    """Remove files; one that is open in another program stays until the next night."""
    gone = []
    for path in paths:
        try:
            if path.exists():
                path.unlink()
                gone.append(path)
        except OSError:
            continue
    return gone


def _forget(db: Database, doomed: Iterable[str]) -> None:
    with db.aside() as session:
        for path in doomed:
            row = session.get(DoomedFile, path)
            if row is not None:
                session.delete(row)
