"""Lists, counts, month and figures of the contractor register agree with each other."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import access, past
from desk_app.core.declare import Ref
from desk_app.registers.contractors import figures, service, views
from desk_app.registers.contractors.register import REGISTER
from desk_app.shell.finding import suggestions
from tests.registers.test_contractors_service import form

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def busy_day(db, tower, qt, now):
    """Two hours of work: one called in time, one late, one never, one not answered, one left, one void."""
    made = {}
    with db.write(qt) as session:
        for name in ("called", "late", "never", "silent", "left", "void"):
            made[name] = service.enter(session, form(name=name))
        service.leave(session, made["left"].uid)
        service.void(session, made["void"].uid, reason="重复")
    now.go(minutes=60)
    with db.write(qt) as session:
        service.confirm_call(session, made["called"].uid, way="intercom", who="周颖")
        service.no_answer(session, made["silent"].uid)
        service.no_answer(session, made["silent"].uid)
    now.go(minutes=20)
    with db.write(qt) as session:
        service.confirm_call(session, made["late"].uid, way="intercom", who="周颖")
    return made


def test_counts_equal_the_length_of_every_list(db, busy_day, now):
    for minutes in (0, 38, 30, 1440):
        now.go(minutes=minutes)
        with db.read() as session:
            counts = views.counts(session)
            assert set(counts) == {view.key for view in REGISTER.views if view.counted}
            for key, count in counts.items():
                assert len(views.ids(session, key, "")) == count, key


def test_the_lists_agree_with_the_states_of_their_rows(db, busy_day, now):
    for minutes in (0, 38, 5, 30):
        now.go(minutes=minutes)
        with db.read() as session:
            shown = {key: [r["state"] for r in views.rows(session, views.ids(session, key, ""))]
                     for key in ("inside", "late", "due")}  # fmt: skip
            assert shown["late"] == [s for s in shown["inside"] if s in ("late", "dispatch")]
            assert shown["due"] == [s for s in shown["inside"] if s != "inside"]
            assert len(views.due(session)) == len(shown["due"])


def test_text_narrows_a_view_and_the_first_call_due_comes_first(db, busy_day):
    with db.read() as session:
        names = [row["name"] for row in views.rows(session, views.ids(session, "inside", ""))]
        assert names == ["never", "silent", "called", "late"]
        assert [r["name"] for r in views.rows(session, views.ids(session, "recent", "never"))] == ["never"]


def test_every_row_has_every_column_and_a_declared_state(db, busy_day):
    states, columns = {s.key for s in REGISTER.states}, {c.key for c in REGISTER.columns}
    with db.read() as session:
        rows = views.rows(session, views.ids(session, "recent", ""))
    assert len(rows) == 6
    for row in rows:
        assert columns <= set(row) and row["state"] in states and row["phone"] == "137****3333"
    assert all(action.states <= states for action in REGISTER.actions)


def test_the_rate_counts_what_should_have_been_called(db, busy_day):
    with db.read() as session:
        rows = {row["name"]: row for row in views.month(session, FIRST, LAST)}
        told = {name: (row["calls_in_time"], row["calls_due"]) for name, row in rows.items()}
        assert told == {
            "called": (1, 1), "late": (0, 1), "never": (0, 1), "silent": (0, 1), "left": (0, 0), "void": (0, 0),
        }  # fmt: skip
        assert figures.confirmed(session, FIRST, LAST) == (1, 4)
        assert figures.stays(session, FIRST, LAST) == (5, None)
        assert figures.unanswered(session, FIRST, LAST) == (2, None)
        assert figures.confirmed(session, date(2026, 12, 1), date(2026, 12, 31)) == (0, 0)


def test_form_values_come_back_as_they_were_given(db, tower, qt, now):
    given = form(host_room=Ref(tower.rooms["18-06"], "18-06 蓝湾会展"), tools=[{"name": "电钻", "quantity": 1}],
                 exp_out=now.at.replace(hour=9), remark="备注", cut_off=True, badge="S001")  # fmt: skip
    with db.write(qt) as session:
        stay = service.enter(session, given)
    with db.read() as session:
        values = views.values(session, stay.uid)
        assert views.rows(session, [stay.id])[0]["flags"] == "断水断电"
    assert {key: values[key] for key in given} == given
    assert {field.key for field in REGISTER.fields} <= set(values)


def test_older_stays_are_listed_by_days_and_a_reason_only_but_who_is_still_inside_stays(db, desk, tower, now):
    now.go(days=-10)
    with db.write(desk.qt) as session:
        gone = service.enter(session, form(name="旧师傅"))
        service.enter(session, form(name="没离开"))
        day = gone.day
    with db.write(desk.qt) as session:
        service.leave(session, gone.uid)
    now.go(days=10)
    with db.read() as session:
        listed = {row["name"] for row in views.rows(session, views.ids(session, "recent", ""))}
        assert listed == {"没离开"} and not suggestions(session, "旧师傅", actor=desk.qt)
        assert [hit.value.uid for hit in suggestions(session, gone.no, actor=desk.qt)] == [gone.uid]
    with db.write(desk.lead) as session:
        view = past.open_days(session, REGISTER, day, day, reason="核对投诉")
        assert {row["name"] for row in views.rows(session, views.ids(session, view, ""))} == {
            "旧师傅",
            "没离开",
        }
        (line,) = access.read(session, access.Wanted(kind=access.Kind.QUERY))
        assert (line.entity, line.count, line.reason) == ("contractors", 2, "核对投诉")
