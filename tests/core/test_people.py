"""Who works here: by id, by what a form names, by role."""

from __future__ import annotations

import pytest

from desk_app.core import people
from desk_app.core.declare import Choice, Ref, label_of
from desk_app.core.errors import Doubt, FieldErrors, RuleError, raise_first
from desk_app.core.people import LEADS, SYSTEM, Role


def leave(db, actor):
    with db.write(SYSTEM) as session:
        people.change_staff(session, actor.staff_id, name=actor.name, roles=actor.roles, active=False)


def test_only_who_works_here_is_found_by_id_or_by_what_a_form_names(db, desk):
    leave(db, desk.other_qt)
    with db.read() as session:
        assert people.at_work(session, desk.lead.staff_id).name == "王班长"
        assert people.named(session, Ref(desk.lead.staff_id, "whatever was shown")).name == "王班长"
        nobody = (people.at_work(session, None), people.at_work(session, 99), people.at_work(session, 0))
        unnamed = [people.named(session, value) for value in (None, "王班长", Ref(None, "王班长"), 3)]
        left = people.at_work(session, desk.other_qt.staff_id)
    assert {*nobody, *unnamed, left} == {None}


@pytest.mark.parametrize(
    ("text", "roles", "names"),
    [
        ("", LEADS, ["王班长", "陈主管", "何经理"]),
        ("czg", LEADS, ["陈主管"]),
        ("李", LEADS, []),
        ("", (Role.CW,), []),
        ("", tuple(Role), ["李敏", "王班长", "陈主管", "何经理"]),
        ("004", tuple(Role), ["陈主管"]),
    ],
)
def test_staff_are_offered_by_role_and_name(db, desk, text, roles, names):
    leave(db, desk.other_qt)
    with db.read() as session:
        offered = people.offered(session, text, roles)
        everybody = people.offered(session, text)
    assert [one.title for one in offered] == names
    assert all(isinstance(one.value, Ref) and one.value.text == one.title and one.detail for one in offered)
    assert {one.title for one in offered} <= {one.title for one in everybody}


def test_an_offer_names_the_roles_that_count(db, desk):
    with db.write(SYSTEM) as session:
        people.change_staff(session, desk.lead.staff_id, name="王班长", roles=[Role.QT, Role.DB], active=True)
    with db.read() as session:
        [one] = people.offered(session, "wbz", LEADS)
        [both] = people.offered(session, "wbz")
    assert (one.detail, both.detail) == ("当班负责人", "前台客服、当班负责人")


def test_errors_come_before_doubts_and_all_at_once():
    wrong, doubt = [RuleError("a", "x"), RuleError("b", "y")], Doubt("?", "z")
    raise_first([])
    with pytest.raises(FieldErrors) as refused:
        raise_first(wrong, [doubt])
    assert refused.value.errors == tuple(wrong)
    with pytest.raises(Doubt):
        raise_first([], [doubt, Doubt("later")])


def test_the_label_of_no_choice_is_empty():
    choices = (Choice("a", "甲"), Choice("b", "乙"))
    assert [label_of(choices, key) for key in ("a", "b", "", "c")] == ["甲", "乙", "", ""]
