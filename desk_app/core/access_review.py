"""Reading the access log, itself noted, and the manager's monthly check of it (domain.md §4.4)."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import access, clock
from desk_app.core.access import Access, Kind, Wanted
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import VERBS, Actor, Role, actor_of, verb
from desk_app.core.records import Audited, Base, length, milliseconds
from desk_app.core.text import needed

SHOWN = 2_000
"""Lines that are read at once; the newest."""


class AccessCheck(Audited, Base):
    """One month's log, checked by the manager: how many lines, their SHA-256, what was found."""

    __tablename__ = "access_check"
    __table_args__ = (length("month", 7), length("found", 400))

    month: Mapped[str] = mapped_column(unique=True)
    lines: Mapped[int]
    sha256: Mapped[str]
    found: Mapped[str]
    by_name: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=clock.now)


READ = "access.read"


def may_read(actor: Actor) -> bool:
    """Say whether somebody may read the log."""
    return bool(actor.held & VERBS[READ].roles)


@verb(READ, Role.JL)
def look(session: Session, wanted: Wanted, conditions: str = "") -> Sequence[Access]:
    """Return the newest lines asked for; that they were read is a line itself, once a question."""
    found = access.read(session, wanted, SHOWN)
    access.note(session, Kind.READ, conditions=conditions, count=access.number_of(session, wanted))
    return found


@verb("access.check_off", Role.JL)
def check_off(session: Session, month: date, *, found: str) -> AccessCheck:
    """Note that a month's log was looked through and what came of it; RuleError before the month is over."""
    first, last = month_of(month)
    missing = translate("Access", "请写明抽查结果,例如「未见异常」。")
    words = needed(found, missing, limit=400, field="found")
    if last >= clock.today():
        raise RuleError(translate("Access", "这个月还没有结束,月初再抽查。"))
    if checked(session, month) is not None:
        raise RuleError(translate("Access", "{month} 已经抽查过。").format(month=f"{first:%Y-%m}"))
    lines = access.read(session, Wanted(first, last))
    row = AccessCheck(
        month=f"{first:%Y-%m}",
        lines=len(lines),
        sha256=_digest(lines),
        found=words,
        by_name=actor_of(session).name,
    )
    session.add(row)
    return row


def checked(session: Session, month: date) -> AccessCheck | None:
    """Return who checked a month's log and when, None when nobody did."""
    return session.scalars(select(AccessCheck).where(AccessCheck.month == f"{month:%Y-%m}")).one_or_none()


def unchecked(session: Session) -> date | None:
    """Return the first day of last month when there are lines of it that nobody checked."""
    first, last = month_of(clock.today().replace(day=1) - timedelta(days=1))
    if checked(session, first) is not None or not access.number_of(session, Wanted(first, last)):
        return None
    return first


def month_of(day: date) -> tuple[date, date]:
    """Return the first and last day of a day's month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _digest(lines: Sequence[Access]) -> str:
    digest = hashlib.sha256()
    for line in reversed(lines):
        fields = (
            line.id, milliseconds(line.at), line.actor_id, line.who, line.workstation, line.kind, line.entity, line.uid,
            line.no, line.reason, line.conditions, line.count, line.result,
        )  # fmt: skip
        digest.update(repr(fields).encode())
    return digest.hexdigest()
