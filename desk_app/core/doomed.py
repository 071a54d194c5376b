"""Files of the archive whose rows were cleared: they go after the commit, their copies beside the backups later."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core.attachments import Archive, Paper
from desk_app.core.database import Database
from desk_app.core.enclosures import Enclosure
from desk_app.core.records import Base


class DoomedFile(Base):
    """A file that no record names any more; `removed` when it is gone from the archive itself."""

    __tablename__ = "doomed_file"

    path: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    removed: Mapped[bool] = mapped_column(default=False)


def remove_files(db: Database, archive: Archive) -> None:
    """Remove what is doomed from the archive; what cannot be removed now is tried again at the next run."""
    with db.read() as session:
        doomed = list(session.scalars(select(DoomedFile.path).where(DoomedFile.removed.is_(False))))
    for path in doomed:
        with db.aside() as session:
            row = session.get(DoomedFile, path)
            if row is not None and _is_named(session, path):
                session.delete(row)
            elif row is not None:
                row.removed = _unlink(archive, path)


def _is_named(session: Session, path: str) -> bool:
    """Say whether another record has the same file: the same scan lies in the archive once."""
    return any(
        session.scalar(select(kind.id).where(kind.path == path).limit(1)) for kind in (Paper, Enclosure)
    )


def _unlink(archive: Archive, path: str) -> bool:
    try:
        (archive.folder / path).unlink(missing_ok=True)
    except OSError:  # open in a viewer
        return False
    return True
