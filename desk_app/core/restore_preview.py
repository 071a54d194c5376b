"""What would go if a backup took the database's place: every record made or changed since, by register."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from sqlcipher3 import dbapi2

from desk_app.core import datafile, records
from desk_app.core.backup import Backup, check
from desk_app.core.datafile import DataFile

_NEWER = (
    "SELECT entity, sum(first > :head), sum(first <= :head), max(no) FROM ("
    "SELECT c.entity AS entity, max(c.no) AS no, (SELECT min(f.id) FROM history f WHERE f.uid = c.uid) AS first "
    "FROM history c WHERE c.id > :head GROUP BY c.entity, c.uid) GROUP BY entity ORDER BY entity"
)


@dataclass(frozen=True)
class Going:
    """The records of one kind: how many were made since, how many only changed, the last number given."""

    entity: str
    made: int
    changed: int
    last: str


@dataclass(frozen=True)
class Preview:
    """What would go. `comparable` is False when the database cannot be read, or is no later state of the backup."""

    comparable: bool
    going: tuple[Going, ...] = ()
    last: datetime | None = None


def checked(current: DataFile, backup: Backup) -> Preview:
    """Do the same after making sure that the backup can be trusted; KnownError when not."""
    check(backup)
    return preview(current, backup)


def preview(current: DataFile, backup: Backup) -> Preview:
    """Compare the database with a backup; nothing is changed."""
    number, proof = backup.head
    try:
        with closing(datafile.connect(current, reading=True)) as connection:
            same = connection.execute("SELECT hash FROM history WHERE id = ?", (number,)).fetchone()
            if number and (same is None or same[0] != proof):
                return Preview(False)
            going = tuple(Going(*row) for row in connection.execute(_NEWER, {"head": number}))
            (at,) = connection.execute("SELECT max(at) FROM history WHERE id > ?", (number,)).fetchone()
    except (dbapi2.Error, UnicodeDecodeError):
        return Preview(False)
    return Preview(True, going, None if at is None else records.moment(at))
