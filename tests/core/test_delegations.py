"""Roles are lent for some days: who, to whom, why; it ends by itself and is told in the history."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import accounts, audit, clock, delegations, people
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.people import Role

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (23, 24, 25))


@pytest.fixture
def at(set_clock):
    """Set the clock to an hour of one of these days; Monday at ten to begin with."""
    move = lambda day, hour=10: set_clock(clock.at(day, hour))  # noqa: E731
    move(MONDAY)
    return move


def lend(db, desk, by=None, **changes):
    given = {"roles": [Role.KZ], "first": MONDAY, "last": TUESDAY, "reason": "陈主管休假"} | changes
    giver, taker = given.pop("giver", desk.supervisor.staff_id), given.pop("taker", desk.qt.staff_id)
    with db.write(by or desk.manager) as session:
        return delegations.lend(session, giver, taker, **given)


def actor(db, one):
    with db.read() as session:
        return accounts.actor(session, one.staff_id, "desk-1")


def test_what_is_lent_counts_on_its_days_and_ends_by_itself(db, desk, at):
    row = lend(db, desk)
    held = actor(db, desk.qt)
    assert held.held == {Role.QT, Role.KZ} and held.roles == {Role.QT}
    with db.write(held) as session:
        people.add_staff(session, name="新人", code="050", roles=[Role.QT])
    at(WEDNESDAY, 0)  # midnight has passed: nobody signed in anew
    assert held.held == {Role.QT}
    with pytest.raises(RuleError, match="没有这项权限"), db.write(held) as session:
        people.add_staff(session, name="新人二", code="051", roles=[Role.QT])
    assert actor(db, desk.qt).held == {Role.QT}
    assert delegations.state(row) == "over"


def test_it_begins_on_its_first_day(db, desk, at):
    row = lend(db, desk, first=TUESDAY, last=WEDNESDAY)
    assert delegations.state(row) == "coming" and actor(db, desk.qt).held == {Role.QT}
    at(TUESDAY, 0)
    assert delegations.state(row) == "running" and Role.KZ in actor(db, desk.qt).held


def test_it_can_be_ended_and_both_are_told(db, desk, at):
    row = lend(db, desk)
    with db.write(desk.supervisor) as session:
        delegations.end(session, row.id)
    assert actor(db, desk.qt).held == {Role.QT}
    with db.read() as session:
        told = audit.history(session, row.uid)
    assert [(entry.who, entry.verb) for entry in told] == [
        ("何经理", "delegations.lend"),
        ("陈主管", "delegations.end"),
    ]
    with pytest.raises(RuleError, match="已经结束"), db.write(desk.manager) as session:
        delegations.end(session, row.id)


def test_whoever_is_offered_for_a_post_counts_with_what_is_lent(db, desk, at):
    lend(db, desk)
    with db.read() as session:
        assert "李敏" in [one.title for one in people.offered(session, "", [Role.KZ])]
        assert "李敏" in [one.name for one in people.on_staff(session, with_role=Role.KZ)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": " "}, "reason"), ({"roles": []}, "giver"), ({"roles": [Role.JL]}, "giver"),
        ({"roles": [Role.XG]}, "giver"), ({"taker": None}, "taker"), ({"giver": None}, "giver"),
        ({"first": None}, "first"), ({"last": None}, "last"), ({"first": date(2026, 11, 20)}, "first"),
        ({"last": date(2026, 11, 22)}, "last"), ({"last": date(2026, 12, 31)}, "last"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(db, desk, at, changes, field):
    with pytest.raises(FieldErrors) as caught:
        lend(db, desk, **changes)
    assert field in {error.field for error in caught.value.errors}


def test_nobody_lends_to_oneself_and_only_supervisor_and_manager_lend(db, desk, at):
    with pytest.raises(FieldErrors, match="同一人"):
        lend(db, desk, taker=desk.supervisor.staff_id)
    with pytest.raises(RuleError, match="没有这项权限"):
        lend(db, desk, by=desk.lead)


def test_an_administrator_alone_sees_no_personal_data(desk):
    admin = people.Actor(9, "周管理", frozenset({Role.XG}))
    both = people.Actor(9, "周管理", frozenset({Role.XG, Role.QT}))
    assert [people.sees_personal(one) for one in (None, admin, both, desk.qt)] == [False, False, True, True]
