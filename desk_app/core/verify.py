"""Whether everything is as it was written: the file, the history's chain and its head, the issued documents, the files.

A whole check reads everything, a part what is new since the last check that found nothing. Either ends as a row in
`checkup`. What stands outside the file decides what the chain alone cannot: the heads in the backups' manifests,
and the code at the foot of a printed log (core/heads.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk_app.core import audit, chain, checkups, clock, enclosures, heads, last_told
from desk_app.core.attachments import Archive, Paper
from desk_app.core.audit import Change, Detail
from desk_app.core.chain import BEGINNING, Broken
from desk_app.core.checkups import Checkup
from desk_app.core.database import Database
from desk_app.core.enclosures import Enclosure
from desk_app.core.errors import KnownError
from desk_app.core.heads import Head, Outside
from desk_app.core.i18n import QT_TRANSLATE_NOOP, listed, translate
from desk_app.core.table_names import name_of

WHY = {
    "gap": QT_TRANSLATE_NOOP("Verify", "编号不连续,中间有记录被删除"),
    "chain": QT_TRANSLATE_NOOP("Verify", "与前一条接不上"),
    "link": QT_TRANSLATE_NOOP("Verify", "内容被改动过"),
    "detail": QT_TRANSLATE_NOOP("Verify", "修改明细被改动过或丢失"),
}
MOST = 20
"""Faults that one check tells."""
SOME = 3
"""Kinds of damage to a file that one sentence names."""
_AT_ONCE = 200
"""Papers and files read from the disk between two questions to the database."""

Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class Report:
    """What a check found. `faults` are sentences about what does not fit, MOST at most; none when all fits."""

    changes: int
    papers: int
    faults: tuple[str, ...] = ()
    files: int = 0
    cleared: int = 0

    @property
    def fault(self) -> str:
        """The first fault and how many there are besides, "" when all fits."""
        if len(self.faults) < 2:
            return "".join(self.faults)
        more = translate("Verify", "(另有 {count} 处不符)").format(count=len(self.faults) - 1)
        return self.faults[0] + more

    def summary(self) -> str:
        """Return one sentence when all fits, else one line a fault."""
        if len(self.faults) >= MOST:
            rest = translate("Verify", "只列出前 {count} 处。").format(count=MOST)
            return "\n".join((*self.faults, rest))
        if self.faults:
            return "\n".join(self.faults)
        text = translate(
            "Verify",
            "核对无误:修改记录 {changes} 条首尾相接,存档单据 {papers} 份与开具时一致,附件 {files} 个与存入时一致。",
        )
        told = text.format(changes=self.changes, papers=self.papers, files=self.files)
        if not self.cleared:
            return told
        rest = translate("Verify", "其中 {count} 条的明细已按保存期限清除,链上有记录。")
        return told + rest.format(count=self.cleared)


def verify(
    db: Database,
    archive: Archive,
    progress: Progress = lambda _done, _total: None,
    outside: Iterable[Outside] = (),
) -> Report:
    """Check the database file, every link of the history, every record against it, every document, every attached file."""
    wrong = db.check(fully=True)
    if wrong:
        return Report(0, 0, (damage(wrong),))
    return _Check(db, archive, progress, (BEGINNING, 0, 0)).run("whole", tuple(outside))


def damage(wrong: Sequence[str]) -> str:
    """Return what is wrong with a file and what to do about it, in one sentence."""
    told = listed(wrong[:SOME]) + (
        translate("Verify", "等 {count} 处").format(count=len(wrong)) if len(wrong) > SOME else ""
    )
    text = translate(
        "Verify",
        "数据文件有损坏:{wrong}。请停止登记,先把整个数据文件夹复制一份,再抢救数据(推荐)或恢复备份。",
    )
    return text.format(wrong=told)


def verify_new(db: Database, archive: Archive, outside: Iterable[Outside] = ()) -> Report:
    """Check what is new since the last check that found nothing, and the heads outside the file."""
    with db.read() as session:
        reached = checkups.reached(session)
    return _Check(db, archive, lambda _done, _total: None, reached).run("part", tuple(outside))


def verify_outside(db: Database, outside: Iterable[Outside]) -> str:
    """Return which head outside the file is gone from it, as a sentence, "" when none: quick enough for every start.

    The oldest tells from where on; the later ones go with it.
    """
    with db.read() as session:
        for one in sorted(outside, key=lambda one: one.head.number):
            if chain.has(session, one.head):
                continue
            text = translate(
                "Verify",
                "修改记录与「{name}」不符:那时的第 {number} 条现在没有了或被重写过,末尾可能被删去。"
                "请保留现场并报告经理。",
            )
            return text.format(name=one.name, number=one.head.number)
    return ""


def verify_head(db: Database, code: str) -> str:
    """Return whether a printed code belongs to this history, as a sentence; RuleError when it is mistyped.

    KnownError when it does not belong: the record is not what was printed and signed.
    """
    printed = heads.read(code)
    with db.read() as session:
        found = chain.walk(session)
        broken = found.broken
        if broken is not None and broken.id <= printed.number:
            raise KnownError(_sentence(session, broken))
        if not chain.is_of(session, printed):
            text = translate(
                "Verify",
                "核对码 {code} 与修改记录不符:打印以后,第 {number} 条或它以前的记录被改动、删去或重写过。"
                "请保留现场并报告经理。",
            )
            raise KnownError(text.format(code=code, number=printed.number))
        at = session.get_one(Change, printed.number).at
    text = translate(
        "Verify", "核对码相符:纸上的内容就是当时的记录(截至 {at} 的 {number} 条修改),以后没有改动过。"
    )
    return text.format(at=f"{clock.local(at):%Y-%m-%d %H:%M}", number=printed.number)


class _Check:
    """One check on its way, from where everything was found right before."""

    def __init__(
        self, db: Database, archive: Archive, progress: Progress, reached: tuple[Head, int, int]
    ) -> None:
        self._db, self._archive, self._progress = db, archive, progress
        self.head, self.paper_id, self.file_id = reached
        self.changes = self.papers = self.files = 0
        self._total = 0
        self._faults: list[str] = []

    def run(self, extent: str, outside: tuple[Outside, ...]) -> Report:
        """Check, and keep what came of it."""
        self._chain()
        told = verify_outside(self._db, outside)
        if told:
            self._faults.append(told)
        if extent == "whole":
            self._records()
        self._written(Paper, lambda paper: self._archive.read(paper))
        self._written(Enclosure, lambda file: enclosures.read(self._archive, file))
        report = Report(
            self.changes, self.papers, tuple(self._faults[:MOST]), self.files, self._cleared(extent)
        )
        with self._db.aside() as session:
            session.add(
                Checkup(
                    at=clock.now(), extent=extent, number=self.head.number, hash=self.head.hash,
                    paper_id=self.paper_id, file_id=self.file_id, fault=report.fault,
                )
            )  # fmt: skip
        return report

    @property
    def _is_full(self) -> bool:
        return len(self._faults) >= MOST

    def _cleared(self, extent: str) -> int:
        """Return how many details were cleared by their records' terms; a part of the history says nothing of that."""
        if extent != "whole":
            return 0
        with self._db.read() as session:
            return session.scalar(select(func.count()).select_from(Detail).where(Detail.payload == "")) or 0

    def _chain(self) -> None:
        with self._db.read() as session:
            last = audit.head(session).number
            papers, files = (
                session.scalar(select(func.count()).select_from(kind).where(kind.id > after)) or 0
                for kind, after in ((Paper, self.paper_id), (Enclosure, self.file_id))
            )
            before = self.head.number
            self._total = max(last - before, 0) + papers + files
        while not self._is_full:
            with self._db.read() as session:
                found = chain.step(session, self.head)
                self.head, self.changes = found.head, self.changes + found.read
                if found.broken:
                    self._faults.append(_sentence(session, found.broken))
                    if found.broken.behind is None:
                        return
                    self.head = found.broken.behind
            if not found.read:
                return
            self._progress(self.head.number - before, self._total)

    def _records(self) -> None:
        """Compare every record with what the history last told of it."""
        for one in last_told.others(self._db):
            if self._is_full:
                return
            text = translate(
                "Verify",
                "{what}的内容与修改记录不符({count} 项):可能被绕过程序改过,或磁盘放回了旧内容。请保留现场并报告经理。",
            )
            what = " ".join(filter(None, (name_of(one.table), one.no)))
            self._faults.append(text.format(what=what, count=len(one.columns)))

    def _written(self, kind: Any, read: Callable[[Any], object]) -> None:
        """Read what was written once, some at a time: no reading session stays open meanwhile."""
        papers = kind is Paper
        while not self._is_full:
            after = self.paper_id if papers else self.file_id
            with self._db.read() as session:
                some = session.scalars(
                    select(kind).where(kind.id > after).order_by(kind.id).limit(_AT_ONCE)
                ).all()
            if not some:
                return
            for one in some:  # those taken off as well: the history names them
                if one.path or not self._was_cleared(one):
                    try:
                        read(one)
                    except KnownError as error:
                        self._faults.append(error.text)
                if papers:
                    self.paper_id, self.papers = one.id, self.papers + 1
                else:
                    self.file_id, self.files = one.id, self.files + 1
                self._progress(self.changes + self.papers + self.files, self._total)

    def _was_cleared(self, one: Any) -> bool:
        """Say whether a file was removed by its record's term: the history says so, else it is missing."""
        with self._db.read() as session:
            return audit.is_purged(session, one.record_uid, 0)


def _sentence(session: Session, broken: Broken) -> str:
    change = session.get(Change, broken.id)
    told = ""
    if change is not None:
        told = f"{change.no or name_of(change.entity)} · {clock.local(change.at):%Y-%m-%d %H:%M}"
    text = translate("Verify", "修改记录第 {id} 条不符({told}):{why}。请保留现场并报告经理。")
    return text.format(id=broken.id, told=told, why=translate("Verify", WHY[broken.why]))
