"""What is done to the whole of the data in somebody's name: a backup, going back to one, a new recovery code.

The program's own backups and the commands act in nobody's name (resources/docs/accounts.md). Raises Refused,
which the access log notes.
"""

from __future__ import annotations

import time

from desk_app.core import backup, backup_plan, datafile, keys, rights
from desk_app.core.database import SCHEMA, Database
from desk_app.core.paths import Paths
from desk_app.core.people import Actor, nobody

_PATIENCE = 10
"""Seconds for what other threads still read, before a backup takes the file's place."""


def back_up(db: Database, actor: Actor | None, paths: Paths, second: str) -> backup_plan.Made:
    """Make a verified backup now, in the second place as well."""
    _require(db, actor, rights.BACK_UP)
    return backup_plan.make(db.file, paths, second)


def go_back(db: Database, actor: Actor | None, paths: Paths, chosen: backup.Backup) -> None:
    """Keep what is there now, close the database and put a backup in its place; KnownError as `backup.restore`."""
    _require(db, actor, rights.RESTORE)
    if backup_plan.changed_since_backup(db.file, paths.backups):
        backup.make(db.file, paths.backups, paths.archive)
    _let_go(db)
    backup.restore(chosen, db.path, newest_schema=SCHEMA, archive=paths.archive)


def _let_go(db: Database) -> None:
    """Close the database until nobody has it open: a list or 今日 may begin to read between two tries."""
    end = time.monotonic() + _PATIENCE
    while True:
        db.close(max(0.0, end - time.monotonic()))
        if time.monotonic() > end or not datafile.in_use(db.file):
            return
        time.sleep(0.05)


def put_code(db: Database, actor: Actor | None, code: str) -> None:
    """Let a new code on paper open the data; the former one opens them no more."""
    _require(db, actor, rights.PRINT_RECOVERY_CODE)
    with db.slots() as folder:
        keys.put_code(folder, db.keys, code)


def _require(db: Database, actor: Actor | None, right: str) -> None:
    if actor is None:
        raise nobody()
    db.require(actor, right)
