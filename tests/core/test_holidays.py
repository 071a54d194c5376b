"""The holiday table: seeded once, edited by those who may, and honest about years it does not know."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import audit, holidays
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.core.workdays import DayKind

QT = Actor(1, "李敏", frozenset({Role.QT}))
KZ = Actor(2, "陈主管", frozenset({Role.KZ}))


def seeded(db: Database) -> int:
    with db.write(SYSTEM) as session:
        return holidays.seed(session)


def test_the_table_is_seeded_once(db: Database) -> None:
    assert seeded(db) > 100
    with db.read() as session:
        before = audit.head(session)
        found = holidays.calendar(session)
    assert seeded(db) == 0
    with db.read() as session:
        assert audit.head(session) == before
    assert not found.is_workday(date(2026, 10, 1))
    assert found.complete_years == {2024, 2025, 2026}


def test_a_day_that_was_struck_does_not_come_back_with_the_next_start(db: Database) -> None:
    seeded(db)
    with db.write(KZ) as session:
        row = next(row for row in holidays.rows(session, 2026) if row.day == date(2026, 10, 1))
        holidays.strike(session, row.uid)
    seeded(db)
    with db.read() as session:
        assert holidays.calendar(session).is_workday(date(2026, 10, 1))
        assert [entry.verb for entry in audit.history(session, row.uid)] == [
            "holidays.seed",
            "holidays.strike",
        ]


def test_a_year_counts_as_complete_only_when_somebody_said_so(db: Database) -> None:
    seeded(db)
    with db.write(KZ) as session:
        with pytest.raises(RuleError):
            holidays.mark_year(session, 2027, complete=True)
        holidays.add(session, date(2027, 1, 1), DayKind.OFF, "元旦")
        assert holidays.calendar(session).incomplete(date(2027, 1, 4)) == (2027,)
        holidays.mark_year(session, 2027, complete=True)
        assert holidays.calendar(session).incomplete(date(2027, 1, 4)) == ()
        holidays.mark_year(session, 2027, complete=False)
        assert 2027 not in holidays.complete_years(session)


def test_a_year_that_was_begun_by_hand_is_not_seeded_over(db: Database) -> None:
    with db.write(KZ) as session:
        holidays.add(session, date(2026, 3, 3), DayKind.OFF, "停电")
    seeded(db)
    with db.read() as session:
        assert [row.name for row in holidays.rows(session, 2026)] == ["停电"]


def test_a_day_stands_in_the_table_once(db: Database) -> None:
    with db.write(KZ) as session:
        row = holidays.add(session, date(2027, 1, 1), DayKind.OFF)
        with pytest.raises(RuleError, match="已在表中"):
            holidays.add(session, date(2027, 1, 1), DayKind.OFF)
        holidays.strike(session, row.uid)
        holidays.add(session, date(2027, 1, 1), DayKind.OFF)


def test_a_weekday_is_no_make_up_day(db: Database) -> None:
    with db.write(KZ) as session, pytest.raises(RuleError, match="本来就上班"):
        holidays.add(session, date(2026, 11, 23), DayKind.WORK)


def test_the_desk_may_not_edit_the_table(db: Database) -> None:
    with db.write(QT) as session, pytest.raises(RuleError, match="没有这项权限"):
        holidays.add(session, date(2027, 1, 1), DayKind.OFF)
