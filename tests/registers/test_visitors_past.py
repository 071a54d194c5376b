"""Past visits are found for some days; older ones by days and a reason, by whom it is allowed, and it is noted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.core import access, past, settings
from desk_app.core.errors import Refused, RuleError
from desk_app.core.people import SYSTEM
from desk_app.core.search import find
from desk_app.registers.visitors import rules, service, views
from desk_app.registers.visitors.register import REGISTER
from desk_app.shell.finding import suggestions
from tests.registers.test_visitors_service import form


@pytest.fixture
def old(db, tower, qt, now):
    """A visit of ten days ago that is over, and one of then that nobody signed out."""
    now.go(days=-10)
    with db.write(qt) as session:
        gone = service.register(session, form(name="旧访客"))
        service.register(session, form(name="没签离"))
    with db.write(qt) as session:
        service.sign_out(session, gone.uid)
    now.go(days=10)
    with db.write(qt) as session:
        service.register(session, form(name="新访客"))
    return gone


def names(session, view, text=""):
    return {row["name"] for row in views.rows(session, views.ids(session, view, text))}


def test_the_list_and_the_search_end_some_days_back_but_hold_who_is_still_inside(db, old, qt):
    with db.read() as session:
        assert names(session, "recent") == {"没签离", "新访客"}
        assert names(session, "recent", "旧访客") == set()
        assert find(session, "旧访客") and not suggestions(session, "旧访客", actor=qt)
        assert {hit.title.split()[0] for hit in suggestions(session, "fangke", actor=qt)} == {"新访客"}
        (hit,) = suggestions(session, old.no.lower(), actor=qt)  # who has the slip in hand names one visit
        assert hit.value.uid == old.uid


def test_the_days_are_a_setting(db, old):
    with db.write(SYSTEM) as session:
        settings.change(session, rules.LISTED_DAYS, 11)
    with db.read() as session:
        assert "旧访客" in names(session, "recent")


def test_older_days_are_shown_to_a_lead_for_a_reason_and_it_is_noted(db, old, desk, tower):
    with db.write(desk.lead) as session:
        view = past.open_days(session, REGISTER, old.day, old.day, reason="找回遗失物品 13911112222")
        assert names(session, view) == {"旧访客", "没签离"} and names(session, view, "旧") == {"旧访客"}
        (line,) = access.read(session, access.Wanted(kind=access.Kind.QUERY))
        assert (line.who, line.entity, line.count) == ("王班长", "visitors", 2)
        assert line.reason == "找回遗失物品 139****2222" and line.conditions == f"{old.day} – {old.day}"


def test_the_desk_alone_may_not_look_back(db, old, qt):
    with pytest.raises(Refused), db.write(qt) as session:
        past.open_days(session, REGISTER, old.day, old.day, reason="找人")


@pytest.mark.parametrize(
    ("back", "to", "reason", "field"),
    [(9, 9, " ", "reason"), (40, 9, "找人", "first"), (9, 10, "找人", "last"), (1, -1, "找人", "last")],
)
def test_no_reason_no_window_nothing_shown(db, desk, now, back, to, reason, field):
    day = now.at.date()
    with pytest.raises(RuleError) as caught, db.write(desk.lead) as session:
        past.open_days(session, REGISTER, day - timedelta(days=back), day - timedelta(days=to), reason=reason)
    assert caught.value.field == field
    with db.read() as session:
        assert access.number_of(session, access.Wanted(kind=access.Kind.QUERY)) == 0


def test_a_view_of_the_past_is_named_by_its_days():
    first, last = date(2026, 10, 1), date(2026, 10, 31)
    assert past.days_of(past.view_of(first, last)) == (first, last)
    assert past.days_of("inside") is None and past.days_of("past") is None
