"""Files that belong to a record: scans, drawings, photos; copied into the archive once, by their SHA-256.

The name the user gave is kept as text and is never a path here: on disk a file is called by its hash.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import attachments, reasons
from desk_app.core.attachments import Archive
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.records import Audited, Base, length
from desk_app.core.text import clean

MOST_BYTES = 20 * 1024 * 1024
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


class Enclosure(Audited, Base):
    """One attached file. `kind` says what it is to the register ("photo", a paper's key); `path` is relative."""

    __tablename__ = "enclosure"
    __table_args__ = (length("name", 200),)

    entity: Mapped[str]
    record_uid: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    path: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    removed: Mapped[bool] = mapped_column(default=False)

    @property
    def history_uid(self) -> str:
        """File it under its record."""
        return self.record_uid


def attach(
    session: Session, archive: Archive, record: Audited, paths: Sequence[str], *, kind: str = ""
) -> list[Enclosure]:
    """Make `paths` the attached files of one kind: new ones are copied in, those no longer named are struck.

    KnownError when a file cannot be read or copied, RuleError when it is larger than 20 MB or empty.
    """
    session.flush()
    known = {str(full_path(archive, one)): one for one in of(session, record.uid, kind)}
    for path, one in known.items():
        if path not in paths:
            one.removed = True
    for path in dict.fromkeys(paths):
        if path not in known:
            _add(session, archive, record, Path(path), kind)
    session.flush()
    return of(session, record.uid, kind)


def of(session: Session, uid: str, kind: str | None = None) -> list[Enclosure]:
    """Return the files of a record (of one kind), oldest first."""
    query = select(Enclosure).where(
        Enclosure.record_uid == uid, Enclosure.removed.is_(False), Enclosure.path != ""
    )
    if kind is not None:
        query = query.where(Enclosure.kind == kind)
    return list(session.scalars(query.order_by(Enclosure.id)))


def full_path(archive: Archive, enclosure: Enclosure) -> Path:
    """Return where the copy lies; forms keep this as the path of a file that is attached already."""
    return archive.folder / enclosure.path


def read(archive: Archive, enclosure: Enclosure) -> bytes:
    """Return the bytes as they were attached; KnownError when they are gone or changed."""
    path = full_path(archive, enclosure)
    try:
        data = path.read_bytes()
    except OSError as error:
        text = translate("Archive", "附件「{name}」读不到:{path}。请从备份找回。")
        raise KnownError(text.format(name=enclosure.name, path=path)) from error
    if hashlib.sha256(data).hexdigest() != enclosure.sha256:
        text = translate("Archive", "附件「{name}」与存入时不一致:{path}。请报告经理。")
        raise KnownError(text.format(name=enclosure.name, path=path))
    return data


def _add(session: Session, archive: Archive, record: Audited, source: Path, kind: str) -> None:
    data = _bytes(source)
    digest = hashlib.sha256(data).hexdigest()
    ending = source.suffix.lower()
    ending = ending if _ENDING.fullmatch(ending) else ".bin"
    relative = Path("files") / digest[:2] / f"{digest}{ending}"
    if not (archive.folder / relative).exists():
        attachments.write_once(archive.folder / relative, data)
    session.add(
        Enclosure(
            entity=record.history_entity, record_uid=record.uid, kind=kind, name=clean(source.name)[:200],
            path=relative.as_posix(), sha256=digest, size=len(data),
        )
    )  # fmt: skip


def _bytes(source: Path) -> bytes:
    try:
        size = source.stat().st_size
        if not 0 < size <= MOST_BYTES:
            text = translate("Archive", "附件「{name}」是空的或超过 20 MB,请换一个文件。")
            raise RuleError(text.format(name=source.name), "files")
        return source.read_bytes()
    except OSError as error:
        text = translate("Archive", "读不到文件:{path}({reason})。请确认文件还在,再添加一次。")
        raise KnownError(text.format(path=source, reason=reasons.system(error))) from error
