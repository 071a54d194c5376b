"""Dates on a day off, or in a year whose holidays are not known, are said where they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desk_app.core import holidays
from desk_app.core.people import SYSTEM
from tests.shell.hands import settle


def hint(front) -> str:
    return front.form.findChild(QLabel, "form_hint").text()


def test_an_expected_visit_on_a_saturday_or_in_an_unknown_year_is_said(front):
    front.hands.key("tab visitors")
    front.form.focus_field("expected_at")
    front.hands.type("11-28 09:00", slowly=True)
    assert hint(front) == "11-28 不是工作日"
    front.form.flush_draft()
    assert hint(front) == "11-28 不是工作日"
    front.form.clear()
    front.form.focus_field("expected_at")
    front.hands.type("2027-01-04 09:00", slowly=True)
    assert hint(front) == "2027 年放假安排未录全"
    front.form.clear()
    assert hint(front) == ""


def test_a_slips_day_of_return_is_said_beside_the_arrears(front):
    front.panel("release_slips")
    front.form.boxes["return_due"].set_value(None)
    front.form.focus_field("return_due")
    front.hands.type("2027-02-01", slowly=True)
    assert "2027 年放假安排未录全" in hint(front)


def test_today_says_so_while_the_coming_weeks_are_not_known(front):
    label = front.window._today.findChild(QLabel, "incomplete_years")
    assert label.isVisible() and "2027" in label.text()
    from datetime import date

    from desk_app.core.workdays import DayKind

    with front.db.write(SYSTEM) as session:
        holidays.add(session, date(2027, 1, 1), DayKind.OFF, "元旦")
        holidays.mark_year(session, 2027, complete=True)
    front.window.refresh()
    settle()
    assert not label.isVisible()
