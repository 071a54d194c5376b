"""What the house holds about one person: found, printed, removed on request (PIPL 44 to 47; domain.md §4.1).

Looked for are whole values: a telephone, a number (by its mark where only that is kept), a name. A name alone says
little, for two may bear it: such records are marked and nothing is done with them unless somebody chooses them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from desk_app.core import access, blind, clock, identity, person_mentions, phones, purge_rows, settings
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.people import Role, verb
from desk_app.core.records import Termed
from desk_app.core.retention import CLEAR, DEIDENTIFIED, DESTROYED, GONE, Kept, Term, years_after
from desk_app.core.text import clean, needed

MOST = 500
"""Records found in one register, at most: the newest."""

MENTION = "mention"


@dataclass(frozen=True)
class Asked:
    """Whom somebody asks about: any of these, whole."""

    name: str = ""
    phone: str = ""
    id_kind: str = ""
    id_no: str = ""


@dataclass(frozen=True)
class Found:
    """A record with the person in it. `held` are its columns and values, `sure` when more than a name fits.

    `stays`: why it cannot be removed now, "" when it can. `ends`: when the term takes it to the level `goes`, None
    while nothing says so. `mentioned`: it is somebody else's, who is named in it;
    `held` then is what stands around the name.
    """

    register: str
    uid: str
    no: str
    day: date | None
    held: Mapping[str, str]
    sure: bool
    stays: str
    ends: date | None
    goes: int = DEIDENTIFIED
    mentioned: bool = False


@verb("person_data.find", Role.KZ, Role.JL)
def find(session: Session, everything: Sequence[Kept], asked: Asked, *, proof: str) -> list[Found]:
    """Return all records about a person, those that are sure first; RuleError without a value or a proof of identity."""
    if not (asked.name.strip() or asked.phone.strip() or asked.id_no.strip()):
        raise RuleError(translate("PersonData", "请填写姓名、电话或证件号码。"), "name")
    missing = translate("PersonData", "请写明怎样核验了本人身份(或委托书、公函)。")
    said = needed(proof, missing, limit=200, field="proof")
    found = [one for kept in everything if kept.term.asked for one in _in_register(session, kept, asked)]
    known = {one.uid for one in found}
    found += [one for kept in everything if kept.term.asked for one in _mentions(session, kept, asked, known)]
    access.note(
        session, access.Kind.SUBJECT, reason=said, count=len(found),
        conditions=" ".join(filter(None, (asked.name, asked.phone, asked.id_no))),
    )  # fmt: skip
    return sorted(found, key=lambda one: (not one.sure, one.mentioned))


@verb("person_data.remove", Role.KZ, Role.JL)
def remove(session: Session, everything: Sequence[Kept], uids: Sequence[str], *, reason: str) -> list[str]:
    """De-identify records now, names as well; returns their numbers. RuleError naming the first that must stay, and why."""
    said = needed(reason, translate("PersonData", "请写明本人的要求。"), limit=200, field="reason")
    done = []
    for kept in everything:
        kind = kept.term.kind
        records = list(session.scalars(select(kind).where(kind.uid.in_(uids))))
        for record in records:
            why = stays(session, kept.term, record)
            if why:
                text = translate("PersonData", "{no} 现在不能删除:{why}。")
                raise RuleError(text.format(no=record.called, why=why))
        if records:
            purge_rows.clear(session, kept.term, records, DEIDENTIFIED, names=True)
            done += [record.called for record in records]
    access.note(session, access.Kind.SUBJECT, reason=said, count=len(done), conditions=" ".join(done)[:400])
    return done


@verb("person_data.print", Role.KZ, Role.JL)
def note_print(session: Session, count: int, *, proof: str) -> None:
    """Note that what is held about a person was printed for them."""
    access.note(session, access.Kind.PRINT, entity="person_data", reason=proof, count=count)


def stays(session: Session, term: Term, record: Termed) -> str:
    """Return why a record cannot be removed on request, "" when it can."""
    if record.purged > CLEAR and not _named(term, record):
        return translate("PersonData", "已经脱敏")
    if record.hold or _is(session, record, term.held_by):
        return translate("PersonData", "已冻结(涉诉、警方调取或未结投诉)")
    began = _began(session, term, record)
    if began is None or began > clock.today():
        return translate("PersonData", term.busy) if term.busy else translate("PersonData", "还没有办结")
    years = settings.get(session, term.years) if term.years else 0
    until = term.until(settings.load(session), DESTROYED, clock.today())
    if term.ground and (until is None or began > until):
        ground = translate("Retention", term.ground)
        kept = (
            translate("PersonData", "{ground},须保存 {years} 年")
            if years
            else translate("PersonData", "{ground},须长期保存")
        )
        return kept.format(ground=ground, years=years)
    return ""


def _named(term: Term, record: Termed) -> bool:
    """Say whether somebody is still named in a record: a term may leave names that are part of a proof."""
    return any(getattr(record, name) not in ("", GONE) for name in term.who.names)


def _began(session: Session, term: Term, record: Termed) -> date | None:
    """Return from which day on a record's term runs, None when it has not come to it."""
    first = term.began(record)
    if first is None or _is(session, record, term.unsettled):
        return None
    days = [purge_rows.last_day(session, part, record) for part in term.parts if part.since]
    return max([first, *filter(None, days)])


def _is(session: Session, record: Termed, condition: ColumnElement[bool] | None) -> bool:
    """Say whether a condition of its term is true of a record."""
    if condition is None:
        return False
    kind = type(record)
    return session.scalar(select(kind.id).where(kind.id == record.id, condition)) is not None


def _ends(session: Session, term: Term, record: Termed) -> tuple[date | None, int]:
    """Return when something of a record goes next, and to which level; no day while nothing says so."""
    began = _began(session, term, record)
    days = settings.get(session, term.days) if term.days else 0
    if began is not None and days and record.purged == CLEAR:
        return began + timedelta(days=days), DEIDENTIFIED
    years = settings.get(session, term.years) if term.years else 0
    return (years_after(began, years) if began is not None and years else None), DESTROYED


def _in_register(session: Session, kept: Kept, asked: Asked) -> list[Found]:
    term, kind = kept.term, kept.term.kind
    sure, named = _conditions(session, term, asked)
    query = (
        select(kind)
        .where(kind.purged < DESTROYED, or_(false(), *sure, *named))
        .order_by(kind.id.desc())
        .limit(MOST)
    )
    surely = set(session.scalars(select(kind.id).where(or_(false(), *sure)))) if sure else set()
    names = (*term.who.names, *term.who.phones, *term.who.numbers)
    found = []
    for record in session.scalars(query) if sure or named else ():
        values = {name: str(getattr(record, name)) for name in names if getattr(record, name)}
        values = _theirs(term, values, asked)
        ends, goes = _ends(session, term, record)
        found.append(
            Found(
                kept.key, record.uid, record.called, term.day_of(record), values, record.id in surely,
                stays(session, term, record), ends, goes,
            )
        )  # fmt: skip
    return found


def _mentions(session: Session, kept: Kept, asked: Asked, known: set[str]) -> list[Found]:
    term, found = kept.term, []
    why = translate("PersonData", "别人的登记里提到:请打开那一份,更正那一句")
    if term.busy:
        why = translate("PersonData", term.busy)
    for record, words in person_mentions.mentioned(session, term, asked, known):
        ends, goes = _ends(session, term, record)
        held, day = {MENTION: " / ".join(words)}, term.day_of(record)
        found.append(
            Found(kept.key, record.uid, record.called, day, held, False, why, ends, goes, mentioned=True)
        )
    return found


def _theirs(term: Term, values: Mapping[str, str], asked: Asked) -> dict[str, str]:
    """Return what of a record is about the person: what fits, and with one of the subject's own all of those."""
    wanted = {clean(asked.name, limit=60), phones.normalise(asked.phone), asked.phone.strip()} - {""}
    if asked.id_kind and asked.id_no.strip():
        wanted.add(identity.normalise(identity.IdKind(asked.id_kind), asked.id_no))
    fits = {name for name, value in values.items() if value in wanted}
    if (
        fits & set(term.who.own) or not fits
    ):  # nothing readable fits: the number's mark did, which is the subject's
        fits |= set(term.who.own)
    return {name: value for name, value in values.items() if name in fits}


def _conditions(
    session: Session, term: Term, asked: Asked
) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """Return what makes a record surely the person's, and what only names somebody so."""
    columns: Any = term.kind.__table__.c  # type: ignore[attr-defined]
    sure = []
    phone = phones.normalise(asked.phone) if asked.phone.strip() else ""
    if phone:
        typed = (phone, asked.phone.strip())  # the roster has what its list said
        sure += [columns[name].in_(typed) for name in term.who.phones]
    if asked.id_kind and asked.id_no.strip():
        number = identity.normalise(identity.IdKind(asked.id_kind), asked.id_no)
        sure += [columns[name] == number for name in term.who.numbers]
        if "id_mark" in columns:
            sure.append(columns["id_mark"] == blind.id_mark(session, asked.id_kind, asked.id_no))
    name = clean(asked.name, limit=60)
    return sure, [columns[one] == name for one in term.who.names] if name else []
