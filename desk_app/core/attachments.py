"""Issued documents: the bytes as they were issued, written once, with their SHA-256.

A reprint is that file plus its mark, never a new rendering. A print counts only when somebody said
that it came out (domain.md §5.3).
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import access, clock, files, reasons
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, LEADS, Role, actor_of, verb
from desk_app.core.records import Audited, Base


class Paper(Audited, Base):
    """One issued document; `path` is relative to the archive folder."""

    __tablename__ = "paper"

    entity: Mapped[str]
    record_uid: Mapped[str] = mapped_column(index=True)
    no: Mapped[str] = mapped_column(index=True)
    form: Mapped[str]
    path: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]


class Print(Audited, Base):
    """One time a paper came out of a printer; `nth` 0 is the first, 1 the first reprint."""

    __tablename__ = "print_event"

    paper_id: Mapped[int] = mapped_column(index=True)
    nth: Mapped[int]
    who: Mapped[str]

    @property
    def history_entity(self) -> str:
        """File prints under their own name."""
        return "print_event"


@dataclass(frozen=True)
class Archive:
    """The folder of issued documents."""

    folder: Path

    def store(
        self, session: Session, *, entity: str, record_uid: str, no: str, form: str, pdf: bytes
    ) -> Paper:
        """Write a document once and file it; KnownError when the disk refuses."""
        day = clock.today()
        digest = hashlib.sha256(pdf).hexdigest()
        relative = Path(f"{day:%Y}") / f"{day:%m}" / f"{no}-{digest[:12]}.pdf"
        write_once(self.folder / relative, pdf)
        paper = Paper(
            entity=entity, record_uid=record_uid, no=no, form=form,
            path=relative.as_posix(), sha256=digest, size=len(pdf),
        )  # fmt: skip
        session.add(paper)
        session.flush()
        return paper

    def read(self, paper: Paper) -> bytes:
        """Return the issued bytes; KnownError when they are gone or not the ones issued."""
        path = self.folder / paper.path
        try:
            data = path.read_bytes()
        except OSError as error:
            text = translate("Archive", "{no} 的存档文件读不到:{path}。请从备份找回后再补打。")
            raise KnownError(text.format(no=paper.no, path=path)) from error
        if hashlib.sha256(data).hexdigest() != paper.sha256:
            text = translate("Archive", "{no} 的存档文件与开具时不一致:{path}。不能补打,请报告经理。")
            raise KnownError(text.format(no=paper.no, path=path))
        return data


@verb("papers.issue", *DESK)
def issue(
    session: Session, archive: Archive, *, entity: str, record_uid: str, no: str, form: str, pdf: bytes
) -> Paper:
    """Archive a paper that is drawn when first printed (a visitor slip)."""
    return archive.store(session, entity=entity, record_uid=record_uid, no=no, form=form, pdf=pdf)


def paper_of(session: Session, record_uid: str, form: str = "") -> Paper | None:
    """Return the newest document issued for a record (of one form, if named)."""
    query = select(Paper).where(Paper.record_uid == record_uid, Paper.path != "").order_by(Paper.id.desc())
    return session.scalars(query.where(Paper.form == form) if form else query).first()


def paper_by_number(session: Session, no: str) -> Paper | None:
    """Return the newest document with this number."""
    return session.scalars(
        select(Paper).where(Paper.no == no, Paper.path != "").order_by(Paper.id.desc())
    ).first()


def times_printed(session: Session, paper_id: int) -> int:
    """Return how often a paper has come out so far."""
    return session.scalar(select(func.count()).select_from(Print).where(Print.paper_id == paper_id)) or 0


@verb("papers.printed", *DESK, Role.WX, Role.MG, Role.AB)
def printed(session: Session, paper_id: int) -> int:
    """Record that a paper came out; returns 0 for the first print, n for the nth reprint."""
    nth = times_printed(session, paper_id)
    session.add(Print(paper_id=paper_id, nth=nth, who=actor_of(session).name))
    paper = session.get_one(Paper, paper_id)
    kind = access.Kind.REPRINT if nth else access.Kind.PRINT
    access.note(session, kind, entity=paper.entity, uid=paper.record_uid, no=paper.no, conditions=paper.form)
    return nth


@dataclass(frozen=True)
class Copy:
    """An issued paper to print again: its bytes, which print it will be (0 the first), whether it is void."""

    paper: Paper
    pdf: bytes
    nth: int
    void: bool


def copy_of(session: Session, archive: Archive, paper: Paper, *, most: int, void: bool) -> Copy:
    """Return an issued paper to print (again); after `most` reprints only a lead may (domain.md §5.3).

    RuleError beyond that, KnownError when the archived file cannot be read. It counts as a print when `printed`
    says that it came out.
    """
    nth = times_printed(session, paper.id)
    if nth > most and not actor_of(session).roles.intersection(LEADS):
        text = translate("Archive", "已补打 {count} 次,再补打须由当班负责人操作。")
        raise RuleError(text.format(count=nth - 1))
    return Copy(paper, archive.read(paper), nth, void)


def write_once(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; KnownError when the disk refuses."""
    try:
        files.write_whole(path, data)
    except OSError as error:
        text = translate("Archive", "无法存档到 {path}({reason}),没有开具。请清理磁盘或检查权限后再试。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error
