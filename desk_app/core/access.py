"""The access log: who looked at, searched, printed, took out or was refused what (domain.md §4.4).

It stands apart from the history, which tells what was changed. Lines are only ever added; what is older than the
setting goes, in order, and never before six months. Numbers of people are masked before they enter it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVarTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, privacy, settings, store
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.core.records import Base, milliseconds
from desk_app.core.settings import Kind as SettingKind
from desk_app.core.settings import Spec

if TYPE_CHECKING:
    from desk_app.core.people import Actor

Ts = TypeVarTuple("Ts")

CLAUSE = QT_TRANSLATE_NOOP("Settings", "domain.md §4.3、§4.4")
LEAST_DAYS = 184
"""Six months: what is younger cannot be removed, not even by the program."""

KEPT_DAYS = Spec(
    "access.days", QT_TRANSLATE_NOOP("Settings", "访问日志保存"), SettingKind.NUMBER, 365, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Settings", "天"), least=LEAST_DAYS, most=3650,
)  # fmt: skip
REVEALS_A_DAY = Spec(
    "access.reveals", QT_TRANSLATE_NOOP("Settings", "一人一天查看明文超过几次提醒经理"), SettingKind.NUMBER, 20, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Settings", "次"), least=1, most=500,
)  # fmt: skip
REVEAL_SECONDS = Spec(
    "access.seconds", QT_TRANSLATE_NOOP("Settings", "明文显示几秒后自动遮盖"), SettingKind.NUMBER, 30, CLAUSE,
    unit=QT_TRANSLATE_NOOP("Settings", "秒"), least=5, most=120,
)  # fmt: skip
CLIPBOARD_SECONDS = Spec(
    "access.clipboard", QT_TRANSLATE_NOOP("Settings", "复制的号码几秒后从剪贴板清除"), SettingKind.NUMBER, 30,
    QT_TRANSLATE_NOOP("Settings", "safety.md D7"), unit=QT_TRANSLATE_NOOP("Settings", "秒"), least=5, most=300,
)  # fmt: skip
SPECS = (REVEAL_SECONDS, REVEALS_A_DAY, CLIPBOARD_SECONDS, KEPT_DAYS)

_NOTE = (
    "INSERT INTO access (id, at, actor_id, who, workstation, kind, entity, uid, no, reason, conditions, count, result) "
    "SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM access"
)
_TRIM = "DELETE FROM access WHERE id < ?"


class Kind(StrEnum):
    """What was done."""

    REVEAL = "reveal"
    QUERY = "query"
    PRINT = "print"
    REPRINT = "reprint"
    EXPORT = "export"
    BULK = "bulk"
    HOLD = "hold"
    RIGHTS = "rights"
    REFUSED = "refused"
    SIGN_IN = "sign_in"
    FAILED = "failed"
    LOCK = "lock"
    REQUEST = "request"
    SUBJECT = "subject"
    READ = "read"


LABELS = {
    Kind.REVEAL: QT_TRANSLATE_NOOP("Access", "查看明文"),
    Kind.QUERY: QT_TRANSLATE_NOOP("Access", "查询"),
    Kind.PRINT: QT_TRANSLATE_NOOP("Access", "打印"),
    Kind.REPRINT: QT_TRANSLATE_NOOP("Access", "补打"),
    Kind.EXPORT: QT_TRANSLATE_NOOP("Access", "导出"),
    Kind.BULK: QT_TRANSLATE_NOOP("Access", "批量修改"),
    Kind.HOLD: QT_TRANSLATE_NOOP("Access", "冻结与解冻"),
    Kind.RIGHTS: QT_TRANSLATE_NOOP("Access", "权限变更"),
    Kind.REFUSED: QT_TRANSLATE_NOOP("Access", "被拒绝的操作"),
    Kind.SIGN_IN: QT_TRANSLATE_NOOP("Access", "登录"),
    Kind.FAILED: QT_TRANSLATE_NOOP("Access", "登录失败"),
    Kind.LOCK: QT_TRANSLATE_NOOP("Access", "锁屏与换人"),
    Kind.REQUEST: QT_TRANSLATE_NOOP("Access", "调取登记"),
    Kind.SUBJECT: QT_TRANSLATE_NOOP("Access", "本人请求"),
    Kind.READ: QT_TRANSLATE_NOOP("Access", "看访问日志"),
}


REFUSED, MET = "refused", "met"
_RIGHTS = frozenset({"staff", "accounts", "delegations"})
_KINDS = {
    "accounts.sign_in": Kind.SIGN_IN,
    "retention.hold": Kind.HOLD,
    "retention.release": Kind.HOLD,
    "retention.deidentify": Kind.BULK,
    "retention.destroy": Kind.BULK,
}


class Access(Base):
    """One line of the log; `count` is how many records it was about, None where that says nothing."""

    __tablename__ = "access"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int]
    who: Mapped[str]
    workstation: Mapped[str]
    kind: Mapped[str]
    entity: Mapped[str]
    uid: Mapped[str]
    no: Mapped[str]
    reason: Mapped[str]
    conditions: Mapped[str]
    count: Mapped[int | None]
    result: Mapped[str]


@dataclass(frozen=True)
class Wanted:
    """What part of the log is asked for: days from `first` to `last`, one person, one kind; None for all."""

    first: date | None = None
    last: date | None = None
    actor_id: int | None = None
    kind: Kind | None = None


def note(
    session: Session,
    kind: Kind,
    *,
    actor: "Actor | None" = None,
    entity: str = "",
    uid: str = "",
    no: str = "",
    reason: str = "",
    conditions: str = "",
    count: int | None = None,
    result: str = "",
) -> None:
    """Add a line in the name of `actor` (the session's own), inside the caller's unit of work.

    `entity` is the register's key (or what else was looked at), `no` the record's number.
    """
    who = actor or session.info.get("actor")
    values = (
        milliseconds(clock.now()), getattr(who, "staff_id", 0), getattr(who, "name", ""),
        getattr(who, "workstation", ""), str(kind), entity, uid, no, _short(reason), _short(conditions), count,
        result[:500],  # the program's own words and a file's hash: its digits are nobody's number
    )  # fmt: skip
    store.run(session, _NOTE, *values)


def note_done(session: Session) -> None:
    """Add a line for each verb of this unit of work that the log tells of: rights, holds, changes of many at once."""
    for verb, (entity, uid, no) in session.info.pop("filed", {}).items():
        kind = kind_of(verb)
        if kind is not None:
            note(
                session,
                kind,
                entity=entity,
                uid=uid,
                no=no,
                reason=session.info.get("reason", ""),
                conditions=verb,
            )


def kind_of(verb: str) -> Kind | None:
    """Return under what kind a verb that was done is noted besides the history, None for nearly all."""
    room, _, name = verb.partition(".")
    if verb in _KINDS:
        return _KINDS[verb]
    if room in _RIGHTS:
        return Kind.RIGHTS
    return Kind.BULK if name == "import" else None


def _short(text: str) -> str:
    return privacy.free(text)[:500]


def read(session: Session, wanted: Wanted, limit: int | None = None) -> list[Access]:
    """Return the lines asked for, newest first."""
    query = _asked(select(Access), wanted).order_by(Access.id.desc())
    return list(session.scalars(query.limit(limit)))


def number_of(session: Session, wanted: Wanted) -> int:
    """Return how many lines there are of what is asked for."""
    return session.scalar(_asked(select(func.count()).select_from(Access), wanted)) or 0


def people_in(session: Session) -> Mapping[int, str]:
    """Return who stands in the log, by staff id."""
    rows = session.execute(select(Access.actor_id, func.max(Access.who)).group_by(Access.actor_id))
    return {number: who for number, who in rows if number}


def many_reveals(session: Session, day: date) -> Mapping[str, int]:
    """Return who looked at more values in clear that day than the setting lets pass unsaid, and how many."""
    most = settings.get(session, REVEALS_A_DAY)
    query = _asked(
        select(func.max(Access.who), func.sum(func.coalesce(Access.count, 1))),
        Wanted(day, day, kind=Kind.REVEAL),
    )
    rows = session.execute(query.group_by(Access.actor_id))
    return {who: int(count) for who, count in rows if count > most}


def trim(session: Session) -> int:
    """Remove what is older than the setting says; returns how many lines went."""
    before = clock.now() - timedelta(days=settings.get(session, KEPT_DAYS))
    oldest_kept = session.scalar(select(func.min(Access.id)).where(Access.at >= before))
    if oldest_kept is None:
        return 0
    gone = session.scalar(select(func.count()).where(Access.id < oldest_kept)) or 0
    if gone:
        store.run(session, _TRIM, oldest_kept)
    return gone


def _asked(query: Select[*Ts], wanted: Wanted) -> Select[*Ts]:
    if wanted.first is not None:
        query = query.where(Access.at >= clock.day_bounds(wanted.first)[0])
    if wanted.last is not None:
        query = query.where(Access.at < clock.day_bounds(wanted.last)[1])
    if wanted.actor_id is not None:
        query = query.where(Access.actor_id == wanted.actor_id)
    if wanted.kind is not None:
        query = query.where(Access.kind == str(wanted.kind))
    return query
