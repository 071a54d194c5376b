"""Retention at work: what is due, holds, and runs in batches beside a working desk (figures/safety.md D12).

A run is one row that counts what was done, batch by batch in the same units of work, so that one that was cut short
goes on where it was. De-identifying is done by the program every night; destroying is the manager's word, with a
witness, and ends with a paper to sign (销毁清册). What is held (涉诉, 警方调取, 未结投诉) is passed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Select, func, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import access, audit, clock, drafts, numbering, presence, purge_rows, settings
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.doomed import remove_files
from desk_app.core.drafts import Draft
from desk_app.core.errors import RuleError
from desk_app.core.holds import HOLDS, Hold
from desk_app.core.i18n import translate
from desk_app.core.people import SYSTEM, Actor, Role, actor_of, at_work, verb
from desk_app.core.records import Audited, Base, Order, Termed, UtcTime, length
from desk_app.core.retention import AT_ONCE, DEIDENTIFIED, DESTROYED, DRAFT_DAYS, Kept, Part, Term, as_day
from desk_app.core.text import clean

PREFIX = "XH"
METHODS = {
    DEIDENTIFIED: "清空姓名、号码、电话、照片等,保留统计骨架",
    DESTROYED: "清空全部文字内容,留编号空位;删除存档单据与附件;安全覆盖原页",
}
"""What is done, in the words of the printed record."""


class Run(Audited, Base):
    """One run of one register to one level, up to the day `until`; the row of the destruction record."""

    __tablename__ = "purge_run"
    ORDER: ClassVar[Order] = (("first_day", "last_day"),)
    __table_args__ = (length("reason", 200),)

    no: Mapped[str] = mapped_column(unique=True)
    register: Mapped[str]
    level: Mapped[int]
    until: Mapped[date]
    planned: Mapped[int]
    held: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    last_id: Mapped[int] = mapped_column(default=0)
    first_no: Mapped[str] = mapped_column(default="")
    last_no: Mapped[str] = mapped_column(default="")
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    approver_id: Mapped[int]
    approver: Mapped[str]
    witness_id: Mapped[int | None]
    witness: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Due:
    """What has reached a level today: how many, the oldest and newest day, how many of them are held."""

    kept: Kept
    level: int
    until: date
    count: int
    held: int
    oldest: date | None
    newest: date | None


def due(session: Session, everything: Sequence[Kept], level: int) -> list[Due]:
    """Return what a run would do today, register by register; those with nothing to do are left out."""
    config, today, found = settings.load(session), clock.today(), []
    for kept in everything:
        until = kept.term.until(config, level, today)
        if until is None:
            continue
        kind, reached = kept.term.kind, _reached(kept.term, level, until)
        day = _day(kept.term)
        query = select(func.count(), func.min(day), func.max(day)).select_from(kind)
        is_held, is_free = _hold(kept.term)
        count, oldest, newest = session.execute(query.where(*reached, is_free)).one()
        held = session.scalar(select(func.count()).select_from(kind).where(*reached, is_held)) or 0
        if count or held:
            found.append(Due(kept, level, until, count, held, as_day(oldest), as_day(newest)))
    return found


def _day(term: Term) -> ColumnElement[Any]:
    column: ColumnElement[Any] = term.kind.__table__.c[term.start]  # type: ignore[attr-defined]
    return column


def _reached(term: Term, level: int, until: date) -> list[ColumnElement[bool]]:
    """Return the conditions that a record's term has run out, whether it is held or not."""
    table = term.kind.__table__  # type: ignore[attr-defined]
    end = clock.day_bounds(until)[1]
    found: list[ColumnElement[bool]] = [term.kind.purged < level]
    if term.closed is not None:
        found.append(table.c["state"].in_(sorted(term.closed)))
    for name in (term.start, *term.since):
        column = table.c[name]
        limit = column < end if isinstance(column.type, UtcTime) else column <= until
        found.append(limit if name == term.start else column.is_(None) | limit)
    if term.unsettled is not None:
        found.append(~term.unsettled)
    return found + [~_has_later(term, part, until) for part in term.parts if part.since]


def _has_later(term: Term, part: Part, until: date) -> ColumnElement[bool]:
    """Return the condition that a row of a part began a term that has not run out."""
    rows, table = inspect(part.kind).local_table.c, inspect(term.kind).local_table.c
    own = table["uid" if part.by.endswith("uid") else "id"]
    return select(rows["id"]).where(rows[part.by] == own, rows[part.since] > until).exists()


def _hold(term: Term) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a record is held, and that it is not."""
    held, free = term.kind.hold.is_(True), term.kind.hold.is_(False)
    by = term.held_by
    return (held, free) if by is None else (held | by, free & ~by)


@verb("retention.hold", Role.KZ, Role.JL)
def hold(session: Session, kept: Kept, uid: str, *, kind: str, reason: str) -> Hold:
    """Keep a record from being purged; RuleError (field "reason") without a reason, or when it is gone already."""
    record = _find(session, kept.term, uid)
    if record.purged >= DESTROYED:
        raise RuleError(translate("Retention", "{no} 已经销毁,不能冻结。").format(no=record.called))
    said = clean(reason, limit=200, field="reason")
    if kind not in HOLDS or not said:
        raise RuleError(
            translate("Retention", "请选择冻结原因并写明依据(案号、公函号、投诉单号)。"), "reason"
        )
    row = Hold(
        register=kept.key, record_uid=uid, no=record.called, kind=kind, reason=said,
        by_name=actor_of(session).name,
    )  # fmt: skip
    record.hold = True
    session.add(row)
    access.note(session, access.Kind.HOLD, entity=kept.key, uid=uid, no=row.no, reason=said)
    return row


@verb("retention.release", Role.JL)
def release(session: Session, everything: Sequence[Kept], hold_uid: str, *, note: str) -> Hold:
    """End a hold; its record follows its term again when no other hold stands on it."""
    row = session.scalars(select(Hold).where(Hold.uid == hold_uid)).one()
    said = clean(note, limit=200, field="note")
    if not said:
        raise RuleError(translate("Retention", "请写明为什么解冻。"), "note")
    if row.released_at is not None:
        raise RuleError(translate("Retention", "这一条已经解冻。"))
    row.released_at, row.released_by, row.release_note = clock.now(), actor_of(session).name, said
    session.flush()
    access.note(session, access.Kind.HOLD, entity=row.register, uid=row.record_uid, no=row.no, reason=said)
    if not holds(session, row.record_uid):
        term = next(kept.term for kept in everything if kept.key == row.register)
        _find(session, term, row.record_uid).hold = False
    return row


def holds(session: Session, uid: str | None = None) -> list[Hold]:
    """Return the holds that stand (on one record), oldest first."""
    query = select(Hold).where(Hold.released_at.is_(None)).order_by(Hold.id)
    return list(session.scalars(query if uid is None else query.where(Hold.record_uid == uid)))


@verb("retention.begin", Role.JL)
def begin(session: Session, one: Due, *, witness_id: int | None = None, reason: str = "") -> Run:
    """Order a run. Destroying needs a witness who is not the one who orders it; RuleError (field "witness") else.

    RuleError as well while the same was ordered and has not ended.
    """
    for run in unfinished(session):
        if (run.register, run.level) == (one.kept.key, one.level):
            text = translate("Retention", "{no} 正在处理这些登记,没有再开一次。请等它做完。")
            raise RuleError(text.format(no=run.no))
    actor, witness = actor_of(session), at_work(session, witness_id)
    if one.level == DESTROYED:
        if witness is None:
            raise RuleError(translate("Retention", "请选择监销人。"), "witness")
        if witness.id == actor.staff_id:
            raise RuleError(translate("Retention", "监销人不能是审批人本人,请选另一人。"), "witness")
        presence.note(session, witness, "witness")
    run = Run(
        no=numbering.take(session, PREFIX), register=one.kept.key, level=one.level, until=one.until,
        planned=one.count, held=one.held, reason=clean(reason, limit=200), approver_id=actor.staff_id,
        approver=actor.name, witness_id=witness.id if witness else None, witness=witness.name if witness else "",
    )  # fmt: skip
    session.add(run)
    access.note(
        session, access.Kind.BULK, entity=run.register, no=run.no, reason=run.reason, count=one.count,
        result=METHODS[one.level],
    )  # fmt: skip
    return run


@verb("retention.deidentify", Role.JL)
def deidentify(session: Session, kept: Kept, run_uid: str) -> bool:
    """De-identify the next records of a run; True when there may be more."""
    return _step(session, kept, run_uid, DEIDENTIFIED)


@verb("retention.destroy", Role.JL)
def destroy(session: Session, kept: Kept, run_uid: str) -> bool:
    """Destroy the next records of a run; True when there may be more."""
    return _step(session, kept, run_uid, DESTROYED)


STEPS: dict[int, Callable[[Session, Kept, str], bool]] = {DEIDENTIFIED: deidentify, DESTROYED: destroy}


def _step(session: Session, kept: Kept, run_uid: str, level: int) -> bool:
    run = session.scalars(select(Run).where(Run.uid == run_uid)).one()
    if run.ended_at is not None or run.level != level or run.register != kept.key:
        raise RuleError(translate("Retention", "这次清理已经结束。"))
    term = kept.term
    query: Select[Termed] = select(term.kind).where(
        term.kind.id > run.last_id, *_reached(term, level, run.until), _hold(term)[1]
    )
    records = list(session.scalars(query.order_by(term.kind.id).limit(AT_ONCE)))
    if records:
        _count(run, term, records)
        audit.note(session, run.no)
        purge_rows.clear(session, term, records, level)
    if len(records) < AT_ONCE:
        run.ended_at = clock.now()
        return False
    return True


def _count(run: Run, term: Term, records: Sequence[Termed]) -> None:
    days = sorted(filter(None, (term.day_of(one) for one in records)))
    numbers = [one.called for one in records if one.called]
    run.done += len(records)
    run.last_id = records[-1].id
    run.first_no = run.first_no or (numbers[0] if numbers else "")
    run.last_no = numbers[-1] if numbers else run.last_no
    run.first_day = min(filter(None, (run.first_day, days[0])))
    run.last_day = max(filter(None, (run.last_day, days[-1])))


def unfinished(session: Session) -> list[Run]:
    """Return the runs that were ordered and have not ended, oldest first."""
    return list(session.scalars(select(Run).where(Run.ended_at.is_(None)).order_by(Run.id)))


def carry_out(
    db: Database,
    actor: Actor,
    archive: Archive,
    kept: Kept,
    run: Run,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> int:
    """Do a run to its end, AT_ONCE records in a unit of work; returns how many there were in all."""
    more = True
    while more:
        with db.write(actor) as session:
            more = STEPS[run.level](session, kept, run.uid)
            done = session.scalar(select(Run.done).where(Run.uid == run.uid)) or 0
        progress(done, run.planned)
    remove_files(db, archive)
    db.scrub()
    return done


def is_waiting(db: Database, everything: Sequence[Kept]) -> bool:
    """Say whether the nightly task has anything to clear."""
    with db.read() as session:
        return bool(unfinished(session)) or any(one.count for one in due(session, everything, DEIDENTIFIED))


def nightly(db: Database, archive: Archive, everything: Sequence[Kept]) -> int:
    """De-identify what is due, go on with runs that were cut short, forget old drafts; returns how many records."""
    by_key, count = {kept.key: kept for kept in everything}, 0
    with db.read() as session:
        waiting = unfinished(session)
        found = due(session, everything, DEIDENTIFIED)
    for one in found:
        if one.count and (one.kept.key, one.level) not in {(run.register, run.level) for run in waiting}:
            with db.write(SYSTEM) as session:
                waiting.append(begin(session, one))
    for run in waiting:
        count += carry_out(db, SYSTEM, archive, by_key[run.register], run)
    forget_drafts(db, everything)
    remove_files(db, archive)
    return count


def forget_drafts(db: Database, everything: Sequence[Kept]) -> None:
    """Forget what was typed and never saved: by the setting, and never later than its register's own term."""
    with db.aside() as session:
        config = settings.load(session)
        terms = {kept.key: config.get(kept.term.days) for kept in everything if kept.term.days}
        for draft in session.scalars(select(Draft)):
            register = draft.form.removeprefix("dialog.").partition(".")[0]
            days = min(config.get(DRAFT_DAYS), terms.get(register) or config.get(DRAFT_DAYS))
            if draft.at < clock.now() - timedelta(days=days):
                drafts.keep(session, draft.form, draft.staff_id, {})


def by_number(session: Session, everything: Sequence[Kept], number: str) -> tuple[Kept, str]:
    """Return the register and the uid of the record that is called so; RuleError (field "no") for none or several.

    A key's hook is used again once it has ended: then its tag says which. Of the roster the name is meant.
    """
    typed = (number, number.upper())
    for kept in everything:
        columns = kept.term.kind.__table__.c  # type: ignore[attr-defined]
        for name in kept.term.called_by:
            found = session.scalars(select(kept.term.kind.uid).where(columns[name].in_(typed)).limit(2)).all()
            if len(found) > 1:
                text = translate("Retention", "{no} 不止一份,请写得更明确(钥匙写标签码)。")
                raise RuleError(text.format(no=number), "no")
            if found:
                return kept, found[0]
    raise RuleError(translate("Retention", "没有编号为 {no} 的登记。").format(no=number), "no")


def _find(session: Session, term: Term, uid: str) -> Termed:
    record: Termed = session.scalars(select(term.kind).where(term.kind.uid == uid)).one()
    return record
