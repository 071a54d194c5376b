"""Files that leave the program: numbered, with a purpose, limited, masked unless two persons agree (domain.md §4.4).

Two must agree to many rows as well, masked or not (safety.md D13).

Each is a record of its own (PZ-…) in the history and, once the file stands, a line with its SHA-256 in the access log.
The number is in the file's name and in its foot, so that whoever finds the file knows whose it was.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import access, clock, numbering, people, privacy, reasons, rights, search, settings
from desk_app.core.declare import Private, Register
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import DESK, Role, actor_of, verb
from desk_app.core.records import Base, Termed, length
from desk_app.core.text import needed

PREFIX = "PZ"
MONTH, ROSTER, LOG = "month", "premises", "access"
"""What is exported besides the lists of registers."""
ASKERS, APPROVERS = (Role.KZ, Role.JL), (Role.KZ, Role.JL)
"""Who may ask for an export in clear; who may agree to many masked rows as the second person."""
CLEAR_APPROVERS = (Role.JL,)
FEW = 20
"""Records that are never taken for a whole register, however short it is yet."""
USABLE_MINUTES = 30


class Export(Termed, Base):
    """One file: what, what for, how many rows, for whom; `approved_by` is always somebody else."""

    __tablename__ = "export"
    __table_args__ = (length("purpose", 200), length("conditions", 200))

    no: Mapped[str] = mapped_column(unique=True)
    what: Mapped[str]
    purpose: Mapped[str]
    conditions: Mapped[str]
    rows: Mapped[int]
    clear: Mapped[bool]
    by_id: Mapped[int]
    by_name: Mapped[str]
    workstation: Mapped[str]
    approved_by: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]

    @property
    def mark(self) -> str:
        """The watermark: who, when, at which computer, under which number; in Chinese in every language."""
        when = f"{clock.local(self.created_at):%Y-%m-%d %H:%M}"
        seen = f"    {'明文,' if self.clear else ''}批准人 {self.approved_by}" if self.approved_by else ""
        return (
            f"导出编号 {self.no}    {self.by_name}  {when}  {self.workstation}    用途 {self.purpose}{seen}"
        )

    def named(self, path: Path) -> Path:
        """Return a file's name with the number in it."""
        return path if self.no in path.name else path.with_name(f"{path.stem}_{self.no}{path.suffix}")


@dataclass(frozen=True)
class Asked:
    """What is to be exported: `what` a register's key, MONTH, ROSTER or LOG; `conditions` what it was filtered by."""

    what: str
    purpose: str
    rows: int
    conditions: str = ""
    clear: bool = False


@verb("exports.begin", *DESK, Role.DA)
def begin(session: Session, asked: Asked, register: Register | None = None) -> Export:
    """Number an export and note what for; RuleError without a purpose, for too many rows, for what nobody may have."""
    actor = actor_of(session)
    people.require(actor, _right(asked.what))
    missing = translate("Export", "请写明用途,例如「交物业经理核对」。")
    purpose = needed(asked.purpose, missing, limit=120, field="purpose")
    most = settings.get(session, settings.EXPORT_LIMIT)
    if (register is not None or asked.clear) and asked.rows > most:
        text = translate("Export", "一次最多导出 {limit} 行,现有 {n} 行。请先筛选。")
        raise RuleError(text.format(limit=most, n=asked.rows))
    if asked.clear:
        _check_clear(session, actor, asked, register)
    row = Export(
        no=numbering.take(session, PREFIX), what=asked.what, purpose=purpose, conditions=asked.conditions[:200],
        rows=asked.rows, clear=asked.clear, by_id=actor.staff_id, by_name=actor.name, workstation=actor.workstation,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


@verb("exports.approve", *APPROVERS)
def approve(session: Session, no: str) -> Export:
    """Agree to an export in clear or of many rows as the second person; RuleError for one's own."""
    row = find(session, no)
    actor = actor_of(session)
    if actor.staff_id == row.by_id:
        raise RuleError(translate("Export", "申请人和批准人不能是同一个人。"), "approver")
    if row.clear and not actor.held.intersection(CLEAR_APPROVERS):
        raise RuleError(translate("Export", "明文导出由经理批准。"), "approver")
    if not needs_second(session, row.rows, row.clear) or row.done_at is not None:
        raise RuleError(translate("Export", "{no} 不需要批准。").format(no=no))
    row.approved_by = actor.name
    return row


def take_up(session: Session, no: str, what: str) -> Export:
    """Return an export that was begun and may be written now; RuleError when it is another's, old or not agreed to."""
    row, actor = find(session, no), actor_of(session)
    late = clock.now() - row.created_at > timedelta(minutes=USABLE_MINUTES)
    if row.by_id != actor.staff_id or row.what != what or row.done_at is not None or late:
        raise RuleError(translate("Export", "导出编号 {no} 已用过或已过期,请重新导出。").format(no=no))
    if row.clear and not row.approved_by:
        raise RuleError(translate("Export", "明文导出须经理当面批准。"))
    if not row.approved_by and needs_second(session, row.rows, row.clear):
        text = translate("Export", "超过 {n} 行,须主管或经理当面同意。请在窗口里导出,或减少行数。")
        raise RuleError(text.format(n=settings.get(session, settings.EXPORT_ALONE)))
    return row


def needs_second(session: Session, rows: int, clear: bool) -> bool:
    """Say whether somebody else must agree: to anything in clear, and to more rows than one person may take out."""
    return clear or rows > settings.get(session, settings.EXPORT_ALONE)


@verb("exports.finish", *DESK, Role.DA)
def finish(session: Session, no: str, path: Path, columns: Sequence[str]) -> Export:
    """Note that the file stands, its SHA-256 and its columns (a month's: its sheets); KnownError when it cannot be read."""
    row = find(session, no)
    try:
        row.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        text = translate("Export", "读不到刚导出的文件 {path}({reason})。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error
    row.done_at = clock.now()
    shown = translate("Export", "明文") if row.clear else translate("Export", "掩码")
    told = translate("Export", "列:{columns}").format(columns="、".join(columns))
    access.note(
        session, access.Kind.EXPORT, entity=row.what, uid=row.uid, no=no, reason=row.purpose, count=row.rows,
        conditions=" ".join(filter(None, (row.conditions, shown, row.approved_by, told))),
        result=f"{privacy.free(path.name)} {row.sha256}",
    )  # fmt: skip
    return row


def find(session: Session, no: str) -> Export:
    """Return an export by its number; RuleError when there is none."""
    row = session.scalars(select(Export).where(Export.no == no)).one_or_none()
    if row is None:
        raise RuleError(translate("Export", "没有导出编号 {no}。").format(no=no))
    return row


def may_ask_clear(actor: people.Actor | None) -> bool:
    """Say whether somebody may ask for an export in clear."""
    return actor is not None and bool(actor.held.intersection(ASKERS))


def _right(what: str) -> str:
    own = {MONTH: rights.MONTH, ROSTER: rights.EXPORT_ROSTER, LOG: rights.READ_LOG}
    return own.get(what, rights.EXPORT_LIST)


def _check_clear(session: Session, actor: people.Actor, asked: Asked, register: Register | None) -> None:
    if not may_ask_clear(actor):
        raise RuleError(translate("Export", "明文导出由客服主管申请、经理批准。"), "clear")
    if asked.what in (MONTH, LOG):
        raise RuleError(translate("Export", "月报和访问日志没有明文。"), "clear")
    if register is not None and _is_whole(session, register, asked.rows):
        text = translate("Export", "禁止整库导出证件号码。请先筛选出要用的几条。")
        raise RuleError(text, "clear")


def _is_whole(session: Session, register: Register, rows: int) -> bool:
    """Say whether so many rows are as good as the whole of a register with document numbers.

    More than half of its records are, whatever they were searched by: a letter finds nearly everybody. (domain.md
    §4.4 forbids the whole; the half is our own.)
    """
    numbers = any(field.private is Private.NUMBER for field in register.fields)
    return numbers and rows > FEW and 2 * rows > search.number_of(session, register.key)
