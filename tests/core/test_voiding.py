"""What every voiding takes: a reason, and another person who reviewed it (domain.md §1.5③)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk_app.core import clock, settings, voiding
from desk_app.core.declare import Choice
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.core.voiding import Voiding

REASONS = (Choice("wrong_entry", "填写错误"), Choice("other", "其他"))
WHOLE = Voiding("wrong_entry", "", "王班长", frozenset({Role.DB}))
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({}, "", ""),
        ({"kind": ""}, "reason", "请选择作废原因"),
        ({"kind": "odd"}, "reason", "请选择作废原因"),
        ({"kind": "other"}, "note", "请写明"),
        ({"kind": "other", "note": "客户改期"}, "", ""),
        ({"approver": ""}, "approver", "请选择复核人"),
        ({"approver_roles": frozenset({Role.QT})}, "approver", "同班作废由当班负责人复核"),
        ({"same_shift": False}, "approver", "跨班作废由客服主管或经理复核"),
        ({"same_shift": False, "approver_roles": frozenset({Role.KZ})}, "", ""),
        ({"approver_is_actor": True}, "approver", "由另一人复核,请改选"),
        ({"approver_is_actor": True, "note": "一人"}, "approver", "由另一人复核,请改选"),
        ({"approver_is_actor": True, "lone": True}, "approver", "夜班一人值守请写明"),
        ({"approver_is_actor": True, "lone": True, "note": "一人"}, "", ""),
        ({"taker": True}, "approver", "是收款人"),
    ],
)
def test_a_voiding_needs_a_reason_and_another_person(changes, field, said):
    found = voiding.wrong(replace(WHOLE, **changes), REASONS)
    assert [error.field for error in found] == ([field] if field else [])
    assert all(said in error.text for error in found)


def test_a_register_may_have_its_own_reason_against_a_reviewer():
    [error] = voiding.wrong(WHOLE, REASONS, "{name} 不行")
    assert (error.field, error.text) == ("approver", "王班长 不行")
    [error] = voiding.wrong(replace(WHOLE, approver=""), REASONS, "{name} 不行")
    assert "请选择复核人" in error.text


def test_what_is_asked_comes_from_shift_staff_and_settings(db, desk, set_clock):
    made = clock.at(DAY, 10)

    def asked(actor, approver, hour, note=""):
        set_clock(clock.at(DAY, hour))
        with db.write(actor) as session:
            return voiding.asked(
                session,
                kind="other",
                note=note,
                approver_id=approver and approver.staff_id,
                since=made,
                may_be_lone=True,
            )

    case = asked(desk.qt, desk.lead, 11, "客户改期 ")
    assert (case.approver, case.note, case.same_shift, case.lone) == ("王班长", "客户改期", True, False)
    assert not case.approver_is_actor
    late = asked(desk.lead, desk.lead, 23)
    assert (late.approver_is_actor, late.same_shift, late.lone) == (True, False, True)
    assert asked(desk.qt, None, 11).approver == ""
    with pytest.raises(RuleError, match="最多 120 个字") as refused:
        asked(desk.qt, desk.lead, 11, "长" * 121)
    assert refused.value.field == "note"
    with db.write(SYSTEM) as session:
        settings.change(session, settings.SEPARATE_DUTIES, False)
    assert not asked(desk.lead, desk.lead, 11).approver_is_actor
