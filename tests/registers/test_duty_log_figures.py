"""Figures and month sheets of the duty log: 登记率, complete entries, late entries (domain.md §6-1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.core import clock, people
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref
from desk_app.registers.duty_log import figures, service, sheet_views, sheets, views
from desk_app.registers.duty_log.register import REGISTER
from desk_app.registers.duty_sheets.register import REGISTER as SHEETS
from tests.registers.test_duty_log_service import LEAK, QUESTION

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def month(db, qt, now, tmp_path):
    """Three shifts: Monday's day handed in, its night never opened, Tuesday's day open with a bare entry."""
    archive = Archive(tmp_path / "archive")
    with db.write(qt) as session:
        service.record(session, QUESTION)
        service.record(session, {**LEAK, "at": now.at - timedelta(minutes=50)})
        lead = next(one for one in people.on_staff(session) if one.name == "王班长")
        sheet = sheets.fill_sheet(session, {"weather": "fog", "lead": Ref(lead.id, lead.name)})
    now.at = clock.at(date(2026, 11, 23), 17, 35)
    with db.write(qt) as session:
        sheets.hand_in(session, sheet.uid, archive, lambda _values: b"%PDF")
    now.at = clock.at(date(2026, 11, 24), 10)
    with db.write(qt) as session:
        service.record(session, {**QUESTION, "action": ""})
        service.void(session, service.record(session, QUESTION).uid, reason="重复")
    now.at = clock.at(date(2026, 11, 24), 18)
    return db


def figure(db, count, span=NOVEMBER):
    with db.read() as session:
        return count(session, *span)


def test_the_rate_counts_shifts_that_ended_since_the_log_is_used(month):
    assert figure(month, figures.registered) == (1, 3)


def test_complete_and_late_entries_leave_the_void_ones_out(month):
    assert figure(month, figures.complete) == (2, 3)
    assert figure(month, figures.late) == (1, 3)
    assert figure(month, figures.entries) == (3, None)


def test_without_any_use_the_denominators_are_zero(db, now):
    assert (
        figure(db, figures.registered) == figure(db, figures.complete) == figure(db, figures.late) == (0, 0)
    )


def test_a_month_before_the_first_use_has_no_shifts(month):
    assert figure(month, figures.registered, (date(2026, 10, 1), date(2026, 10, 31))) == (0, 0)


def test_the_shift_running_at_the_end_of_the_month_counts_where_it_ends(db, qt, now):
    now.at = clock.at(date(2026, 11, 30), 20)
    with db.write(qt) as session:
        service.record(session, QUESTION)
    now.at = clock.at(date(2026, 12, 1), 9)
    assert figure(db, figures.registered) == (0, 0)
    assert figure(db, figures.registered, (date(2026, 12, 1), date(2026, 12, 31))) == (0, 1)


def test_the_sheet_of_shifts_counts_up_to_the_rate(month):
    with month.read() as session:
        rows = sheet_views.month(session, *NOVEMBER)
    assert [(row["key"], row["state"], row["should"], row["did"]) for row in rows] == [
        ("day", "handed_in", 1, 1), ("night", "missing", 1, 0), ("day", "late", 1, 0),
    ]  # fmt: skip
    assert (rows[0]["entries"], rows[0]["late_entries"], rows[0]["n_repair"], rows[0]["n_enquiry"]) == (
        2,
        1,
        1,
        1,
    )
    assert rows[2]["entries"] == 1 and rows[0]["handed_in_by"] == "李敏"
    assert all({column.key for column in SHEETS.columns} <= row.keys() for row in rows)


def test_the_sheet_of_entries_has_every_line_with_its_columns(month):
    with month.read() as session:
        rows = views.month(session, *NOVEMBER)
    assert [row["mark"] for row in rows] == ["补记", "", "", ""]
    assert [row["state"] for row in rows] == ["doing", "done", "done", "void"]
    assert all({column.key for column in REGISTER.columns} <= row.keys() for row in rows)
    assert "13955215521" not in str(rows)
