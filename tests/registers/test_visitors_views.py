"""Lists, counts, month and figures of the visitor register agree with each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desk_app.core.declare import Ref, Tone
from desk_app.registers.visitors import figures, service, views
from desk_app.registers.visitors.register import REGISTER
from tests.registers.test_visitors_service import form

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def busy_day(db, tower, qt, now):
    """One visit in every state, one of them from yesterday and forgotten."""
    now.go(days=-1)
    made = {}
    with db.write(qt) as session:
        made["forgotten"] = service.register(session, form(name="隔夜人"))
    now.go(days=1)
    with db.write(qt) as session:
        for name in ("inside", "left", "forced", "void"):
            made[name] = service.register(session, form(name=name, party_size=2))
        made["waiting"] = service.register(
            session, form(name="waiting", confirm="no_answer", confirmed_by="")
        )
        made["refused"] = service.register(session, form(name="refused", confirm="refused"))
        for name in ("expected", "no_show"):
            made[name] = service.expect(session, form(name=name, expected_at=now.at + timedelta(hours=2)))
    now.go(hours=1)
    with db.write(qt) as session:
        service.sign_out(session, made["left"].uid)
        service.force_out(session, made["forced"].uid, reason="未签离")
        service.void(session, made["void"].uid, reason="重复")
        service.miss(session, made["no_show"].uid)
    return made


def test_counts_equal_the_length_of_every_list(db, busy_day, now):
    for hours in (0, 3, 24):
        now.go(hours=hours)
        with db.read() as session:
            counts = views.counts(session)
            assert set(counts) == {view.key for view in REGISTER.views if view.counted}
            for key, count in counts.items():
                assert len(views.ids(session, key, "")) == count, key


def test_views_hold_whom_they_say(db, busy_day):
    with db.read() as session:
        names = {
            view.key: [row["name"] for row in views.rows(session, views.ids(session, view.key, ""))]
            for view in REGISTER.views
        }
    assert names["inside"] == ["隔夜人", "inside 等2人", "waiting"]
    assert names["late"] == ["隔夜人"]
    assert names["expected"] == ["expected"]
    assert "expected" not in names["today"] and len(names["today"]) == 7
    assert len(names["recent"]) == 9


def test_text_narrows_a_view(db, busy_day):
    with db.read() as session:
        assert [row["name"] for row in views.rows(session, views.ids(session, "recent", "geye"))] == [
            "隔夜人"
        ]
        assert list(views.ids(session, "expected", "隔夜")) == []


def test_every_row_has_every_column_and_a_declared_state(db, busy_day):
    states, columns = {s.key for s in REGISTER.states}, {c.key for c in REGISTER.columns}
    with db.read() as session:
        rows = views.rows(session, views.ids(session, "recent", ""))
    assert len(rows) == 9
    for row in rows:
        assert columns <= set(row) and row["state"] in states


def test_rows_keep_the_order_asked_for_and_take_any_number(db, busy_day):
    with db.read() as session:
        wanted = list(views.ids(session, "recent", ""))[::-1]
        assert [row["id"] for row in views.rows(session, wanted)] == wanted
        assert len(views.rows(session, wanted + list(range(10_000, 50_000)))) == 9


def test_form_values_come_back_as_they_were_given(db, tower, qt, now):
    given = form(host_room=Ref(tower.rooms["15-08"], "15-08 中盛金融"), belongings=[{"name": "包", "quantity": 1}],
                 party=[{"name": "甲"}], party_size=2, plate="粤B12345", zone="15 层", remark="一行\n两行",
                 exp_out=now.at + timedelta(hours=1), badge="A001")  # fmt: skip
    with db.write(qt) as session:
        visit = service.register(session, given)
    with db.read() as session:
        values = views.values(session, visit.uid)
    assert {key: values[key] for key in given} == given
    assert {field.key for field in REGISTER.fields} - set(values) <= {"id_no"}


def test_the_month_holds_its_days_and_the_figures_agree_with_it(db, busy_day, now):
    with db.read() as session:
        rows = list(views.month(session, FIRST, LAST))
        assert len(rows) == 9 and not list(views.month(session, date(2026, 12, 1), date(2026, 12, 31)))
        assert figures.visits(session, FIRST, LAST) == (5, None)
        assert figures.people(session, FIRST, LAST) == (8, None)
        assert figures.per_day(session, FIRST, LAST) == (5, 2)
        assert figures.signed_out(session, FIRST, LAST) == (1, 4)
        assert figures.overstayed(session, FIRST, LAST) == (1, None)
        assert figures.per_day(session, date(2026, 12, 1), date(2026, 12, 31)) == (0, 0)


def test_who_is_still_inside_before_the_expected_time_has_not_overstayed(db, tower, qt, now):
    with db.write(qt) as session:
        service.register(session, form())
    with db.read() as session:
        assert figures.overstayed(session, FIRST, LAST) == (0, None)
    now.go(hours=3)
    with db.read() as session:
        assert figures.overstayed(session, FIRST, LAST) == (1, None)


def test_everybody_inside_is_on_the_fire_brigade_s_list(db, busy_day):
    with db.read() as session:
        assert [(who.name, who.count) for who in views.inside(session)] == [("隔夜人", 1), ("inside", 2)]


def test_at_the_clear_out_time_everybody_inside_is_on_the_board(db, qt, tower, now):
    now.go(hours=9, minutes=30)
    with db.write(qt) as session:
        service.register(session, form(id_kind="work_card", exp_out=now.at + timedelta(hours=3)))
    with db.read() as session:
        assert views.due(session) == []
    now.go(minutes=50)
    with db.read() as session:
        (due,) = views.due(session)
    assert (due.label, due.tone) == ("清场:仍在访", Tone.DUE)
