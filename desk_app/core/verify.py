"""Whether everything is as it was written: the file, the history's chain, the issued documents, the attached files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, datafile, enclosures
from desk_app.core.attachments import Archive, Paper
from desk_app.core.audit import Change
from desk_app.core.database import Database
from desk_app.core.enclosures import Enclosure
from desk_app.core.errors import KnownError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate

WHY = {
    "gap": QT_TRANSLATE_NOOP("Verify", "编号不连续,中间有记录被删除"),
    "chain": QT_TRANSLATE_NOOP("Verify", "与前一条接不上"),
    "link": QT_TRANSLATE_NOOP("Verify", "内容被改动过"),
    "detail": QT_TRANSLATE_NOOP("Verify", "修改明细被改动过或丢失"),
}


@dataclass(frozen=True)
class Report:
    """What a check found. `fault` names the first thing that does not fit; empty when all fits."""

    changes: int
    papers: int
    fault: str
    files: int = 0

    def summary(self) -> str:
        """Return one sentence."""
        if self.fault:
            return self.fault
        text = translate(
            "Verify",
            "核对无误:修改记录 {changes} 条首尾相接,存档单据 {papers} 份与开具时一致,附件 {files} 个与存入时一致。",
        )
        return text.format(changes=self.changes, papers=self.papers, files=self.files)


def verify(
    db: Database, archive: Archive, progress: Callable[[int, int], None] = lambda done, total: None
) -> Report:
    """Check the database file, then every link of the history, every issued document, every attached file."""
    wrong = datafile.quick_check(db.file)
    if wrong:
        text = translate("Verify", "数据文件有损坏:{wrong}。请先备份整个数据文件夹,再从备份恢复。")
        return Report(0, 0, text.format(wrong=wrong[0]))
    with db.read() as session:
        changes, broken = audit.verify(session)
        if broken is not None:
            return Report(changes, 0, _sentence(session, broken))
        total = sum(
            session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Paper, Enclosure)
        )
        papers = files = 0
        try:
            for paper in session.scalars(select(Paper).order_by(Paper.id).execution_options(yield_per=200)):
                archive.read(paper)
                papers += 1
                progress(papers, total)
            query = select(Enclosure).order_by(
                Enclosure.id
            )  # those taken off as well: the history names them
            for file in session.scalars(query.execution_options(yield_per=200)):
                enclosures.read(archive, file)
                files += 1
                progress(papers + files, total)
        except KnownError as error:
            return Report(changes, papers, error.text, files)
    return Report(changes, papers, "", files)


def _sentence(session: Session, broken: audit.Broken) -> str:
    change = session.get(Change, broken.id)
    told = ""
    if change is not None:
        told = f"{change.no or change.entity} · {change.verb} · {clock.local(change.at):%Y-%m-%d %H:%M}"
    text = translate("Verify", "修改记录第 {id} 条不符({told}):{why}。请保留现场并报告经理。")
    return text.format(id=broken.id, told=told, why=translate("Verify", WHY[broken.why]))
