"""One look at what could lose records: backups, the restore drill, the disk, the clock's zone, the file's place.

It runs on a thread with sessions of its own; backups that are due are made on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desk_app.core import backup, backup_plan, clock_watch, place, restore_drill, settings
from desk_app.core.audit import Change
from desk_app.core.errors import KnownError
from desk_app.core.settings import Settings

if TYPE_CHECKING:
    from desk_app.kit.desk import Desk

KEYS = ("file", "backup", "drill", "second", "room", "zone", "behind")


def survey(desk: Desk) -> dict[str, tuple[str, str]]:
    """Do what is due; return (tone, sentence) of each of `KEYS` that is to be told."""
    found: dict[str, tuple[str, str]] = {}
    try:
        desk.db.check_place()
    except KnownError as error:
        return {"file": ("late", error.text)}
    with desk.read() as session:
        config = settings.load(session)
        began, last = session.execute(select(func.min(Change.at), func.max(Change.at))).one()
    found["backup"], found["second"] = _backups(desk, config)
    loud = backup_plan.complaint(desk.paths.backups, config.get(backup_plan.LOUD), began)
    if loud:
        found["backup"] = ("late", loud)
    found["drill"] = _drill(desk)
    place.keep_ballast(desk.db.path.parent)
    found["room"] = ("late", place.little_room(desk.db.path.parent))
    found["zone"] = ("due", clock_watch.zone_sentence())
    behind = clock_watch.behind(last)
    if behind is not None:
        found["behind"] = ("late", clock_watch.sentence(behind))
    return found


def back_up_changes(desk: Desk) -> None:
    """Make a backup if anything changed since the last one; KnownError when it cannot be made."""
    if backup_plan.changed_since_backup(desk.db.file, desk.paths.backups):
        with desk.read() as session:
            second = settings.get(session, backup_plan.SECOND)
        backup_plan.make(desk.db.file, desk.paths, second)


def _backups(desk: Desk, config: Settings) -> tuple[tuple[str, str], tuple[str, str]]:
    second = config.get(backup_plan.SECOND)
    if backup_plan.is_due(desk.db.file, desk.paths.backups, config.get(backup_plan.EVERY)):
        try:
            told = backup_plan.make(desk.db.file, desk.paths, second).second
        except KnownError as error:
            return ("late", error.text), ("due", backup_plan.second_missing(second))
    else:
        told = backup_plan.catch_up(desk.paths, second)
    return ("late", ""), ("due", told)


def _drill(desk: Desk) -> tuple[str, str]:
    if restore_drill.is_due(desk.paths.backups):
        copies = backup.listing(desk.paths.backups)
        if copies:
            restore_drill.run(copies[0])
    last = restore_drill.last(desk.paths.backups)
    return "late", last.told if last is not None and last.fault else ""
