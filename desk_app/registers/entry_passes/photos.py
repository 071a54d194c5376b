"""The holder's photo: what kind of file it may be, and which one counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.core import enclosures
from desk_app.core.enclosures import Enclosure
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.attachments import Archive
    from desk_app.core.records import Audited

KIND = "photo"
FACE = (25, 35)
"""A one-inch photo, mm."""

BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How jpg and png files begin; the name's ending says nothing."""


def of(session: Session, uid: str) -> Enclosure | None:
    """Return the photo of a pass, None when there is none."""
    found = enclosures.of(session, uid, KIND)
    return found[-1] if found else None


def keep(session: Session, archive: Archive, record: Audited, paths: Sequence[str], *, most: int) -> None:
    """Make the last of `paths` the photo of a record (none: no photo); `most` bytes at most.

    RuleError (field "photo") when the file is no jpg or png, broken or too large, KnownError when it cannot be read.
    """
    wanted = list(paths)[-1:]
    known = of(session, record.uid)
    if not wanted and known is None:
        return
    if wanted and (known is None or str(enclosures.full_path(archive, known)) != wanted[0]):
        _check(Path(wanted[0]), most)
    enclosures.attach(session, archive, record, wanted, kind=KIND)


def path(session: Session, archive: Archive, uid: str) -> str:
    """Return where the photo's copy lies, as a form keeps it; "" when there is none."""
    found = of(session, uid)
    return str(enclosures.full_path(archive, found)) if found else ""


def read(session: Session, archive: Archive, uid: str) -> bytes:
    """Return the photo's bytes, empty when there is none; KnownError when the file is gone or changed."""
    found = of(session, uid)
    return enclosures.read(archive, found) if found else b""


def _check(path: Path, most: int) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            beginning = file.read(8)
    except OSError as error:
        sentence = translate("EntryPasses", "读不到照片「{name}」,请确认文件还在,再添加一次。")
        raise RuleError(sentence.format(name=path.name), "photo") from error
    if not beginning.startswith(BEGINNINGS):
        sentence = translate("EntryPasses", "「{name}」不是 jpg 或 png 照片,请换一个文件。")
        raise RuleError(sentence.format(name=path.name), "photo")
    if size > most:
        sentence = translate("EntryPasses", "照片「{name}」有 {size} KB,最大 {most} KB;请缩小后再添加。")
        sentence = sentence.format(name=path.name, size=-(-size // 1024), most=most // 1024)
        raise RuleError(sentence, "photo")
    if not _readable(path):
        sentence = translate("EntryPasses", "照片「{name}」打不开(文件损坏),请换一个文件。")
        raise RuleError(sentence.format(name=path.name), "photo")


def _readable(path: Path) -> bool:
    """Say whether the picture can be printed: a file cut off on its way would leave the card without a face."""
    from desk_app.documents import pictures

    return pictures.prepare(path, *FACE, cover=True) is not None
