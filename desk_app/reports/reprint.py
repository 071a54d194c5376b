"""An issued document out of the archive once more, marked as what it is (domain.md §5.3)."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk_app.core import attachments, clock, files, reasons
from desk_app.core.attachments import Archive, Paper
from desk_app.core.database import Database
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import Actor
from desk_app.core.records import Base, Numbered

VOID_STATES = frozenset({"void", "refused_at_gate"})


def reprint(db: Database, actor: Actor, archive: Archive, number: str, path: Path) -> str:
    """Write the issued PDF of `number` with its marks to `path`, count the print, return a sentence.

    RuleError when nothing was issued under the number; KnownError when archive or disk fail.
    """
    from desk_app.documents import marks

    with db.write(actor) as session:
        paper = attachments.paper_by_number(session, number)
        if paper is None:
            text = translate("Reprint", "没有单号为 {no} 的已开具单据,请核对单号。")
            raise RuleError(text.format(no=number))
        nth = attachments.times_printed(session, paper.id)
        words = (
            marks.reprint_words(nth, f"{clock.local(clock.now()):%Y-%m-%d %H:%M}", actor.name)
            if nth
            else None
        )
        pdf = marks.mark(archive.read(paper), reprint=words, void=_is_void(session, paper))
        _put(path, pdf)
        attachments.printed(session, paper.id)
    told = words or translate("Reprint", "首次打印")
    return translate("Reprint", "{path}({told})").format(path=path, told=told)


def _is_void(session: Session, paper: Paper) -> bool:
    """Say whether the record that a document belongs to was voided."""
    for mapper in Base.registry.mappers:
        kind = mapper.class_
        if issubclass(kind, Numbered) and kind.__tablename__ == paper.entity:  # type: ignore[attr-defined]
            return session.scalar(select(kind.state).where(kind.uid == paper.record_uid)) in VOID_STATES
    return False


def _put(path: Path, data: bytes) -> None:
    try:
        files.write_whole(path, data)
    except OSError as error:
        text = translate("Reprint", "无法写入 {path}({reason})。请换一个位置再试。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error
