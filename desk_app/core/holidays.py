"""The holiday table (节假日与调休): seeded from the State Council's notices, edited by the supervisor.

A year counts as complete only when somebody said so; every date that touches another year is told
to be reckoned Monday to Friday (core/workdays.py, domain.md §1.6).
"""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desk_app.core import clock, workdays
from desk_app.core.errors import RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.people import Role, verb
from desk_app.core.records import Audited, Base, length, one_of, only_one
from desk_app.core.text import clean
from desk_app.core.workdays import Calendar, DayKind

EDITORS = (Role.KZ, Role.JL, Role.XG)
KIND_LABELS = {
    DayKind.OFF: QT_TRANSLATE_NOOP("Holidays", "放假"),
    DayKind.WORK: QT_TRANSLATE_NOOP("Holidays", "上班(调休)"),
}


class Holiday(Audited, Base):
    """One day that is not what its weekday says; a struck row stays readable and counts no more."""

    __tablename__ = "holiday"
    __table_args__ = (
        one_of("kind", *DayKind),
        length("name", 40),
        only_one("one_kind_a_day", "day", while_="struck = 0"),
    )

    day: Mapped[date] = mapped_column(index=True)
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    struck: Mapped[bool] = mapped_column(default=False)


class HolidayYear(Audited, Base):
    """A year of the table; `complete` once the whole notice of that year is in."""

    __tablename__ = "holiday_year"

    year: Mapped[int] = mapped_column(unique=True)
    complete: Mapped[bool] = mapped_column(default=False)


def rows(session: Session, year: int | None = None) -> list[Holiday]:
    """Return the rows in force (of one year), by day."""
    query = select(Holiday).where(Holiday.struck.is_(False)).order_by(Holiday.day)
    if year is not None:
        query = query.where(Holiday.day.between(date(year, 1, 1), date(year, 12, 31)))
    return list(session.scalars(query))


def complete_years(session: Session) -> frozenset[int]:
    """Return the years whose table is complete."""
    return frozenset(session.scalars(select(HolidayYear.year).where(HolidayYear.complete.is_(True))))


def calendar(session: Session) -> Calendar:
    """Return the working days as the table has them now."""
    query = select(Holiday.day, Holiday.kind, Holiday.name).where(Holiday.struck.is_(False))
    listed = (workdays.Holiday(day, DayKind(kind), name) for day, kind, name in session.execute(query))
    return Calendar.of(listed, complete_years(session))


def remark(session: Session, *days: date | datetime | None) -> str:
    """Return what is worth knowing of planned days: no working day, or a year not complete; "" for nothing."""
    dates = {clock.local(day).date() if isinstance(day, datetime) else day for day in days if day is not None}
    known, said = calendar(session), []
    for day in sorted(dates):
        if known.incomplete(day):
            said.append(translate("Holidays", "{year} 年放假安排未录全").format(year=day.year))
        elif not known.is_workday(day):
            said.append(translate("Holidays", "{day} 不是工作日").format(day=f"{day:%m-%d}"))
    return " · ".join(dict.fromkeys(said))


@verb("holidays.add", *EDITORS)
def add(session: Session, day: date, kind: DayKind, name: str = "") -> Holiday:
    """Add a day off or a weekend that is worked; RuleError when the day is listed or says nothing new."""
    listed = session.scalars(
        select(Holiday).where(Holiday.day == day, Holiday.struck.is_(False))
    ).one_or_none()
    if listed is not None:
        text = translate("Holidays", "{day} 已在表中({kind})。要改请先删去那一行。")
        label = translate("Holidays", KIND_LABELS[DayKind(listed.kind)])
        raise RuleError(text.format(day=day.isoformat(), kind=label), "day")
    if kind is DayKind.WORK and day.weekday() < 5:
        raise RuleError(translate("Holidays", "这天是周一至周五,本来就上班,不用登记调休。"), "kind")
    row = Holiday(day=day, kind=kind.value, name=clean(name, limit=40, field="name"))
    session.add(row)
    return row


@verb("holidays.strike", *EDITORS)
def strike(session: Session, uid: str) -> None:
    """Take a row out of force; it stays readable in the history."""
    session.scalars(select(Holiday).where(Holiday.uid == uid)).one().struck = True


@verb("holidays.mark_year", *EDITORS)
def mark_year(session: Session, year: int, *, complete: bool) -> None:
    """Say whether a year's notice is wholly in the table; RuleError for a year without any row."""
    if complete and not rows(session, year):
        text = translate("Holidays", "{year} 年还没有任何一天,请先录入国务院的放假通知。")
        raise RuleError(text.format(year=year), "year")
    row = session.scalars(select(HolidayYear).where(HolidayYear.year == year)).one_or_none()
    if row is None:
        session.add(HolidayYear(year=year, complete=complete))
    elif row.complete != complete:
        row.complete = complete


@verb("holidays.seed", Role.XG)
def seed(session: Session) -> int:
    """Put in the years that the program knows and the table never had; returns how many days are new.

    Run by the program at start: a year that anybody has touched is left as it is.
    """
    known = set(session.scalars(select(HolidayYear.year)))
    known |= {day.year for day in session.scalars(select(Holiday.day))}
    years = sorted(workdays.SEED_YEARS - known)
    days = [row for row in workdays.seed() if row.day.year in years]
    session.add_all(Holiday(day=row.day, kind=row.kind.value, name=row.name) for row in days)
    session.add_all(HolidayYear(year=year, complete=True) for year in years)
    return len(days)
