"""The notice says what the law asks for; a request of an authority is registered, approved by another, and in the log."""

from __future__ import annotations

import pytest

from desk_app.core import access, notices, settings
from desk_app.core.access import Kind, Wanted
from desk_app.core.declare import Ref
from desk_app.core.errors import RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.visitors.rules import PRIVATE_DAYS

REQUEST = {
    "organ": "福田公安分局", "letter": "调证字〔2026〕118 号", "officers": "赵海、孙立", "badges": "0440321",
    "scope": "11 月 18 日来访", "purpose": "调查案件", "how": "打印并盖章",
}  # fmt: skip


def test_the_notice_is_worded_by_the_settings_and_complete(db, desk):
    with db.write(SYSTEM) as session:
        settings.change(session, settings.COMPANY, "中盛物业")
        settings.change(session, notices.CHANNEL, "0755-88886666")
        values = notices.notice_values(session, PRIVATE_DAYS)
    assert values["processor"] == "中盛物业" and values["channel"] == "0755-88886666"
    assert all(values[key] for key in ("purpose", "kinds", "terms", "days"))


def test_the_notice_prints_the_term_by_which_the_program_clears(db):
    with db.write(SYSTEM) as session:
        settings.change(session, PRIVATE_DAYS, 45)
        assert "45 天后删除" in str(notices.notice_values(session, PRIVATE_DAYS)["terms"])


def test_a_request_needs_letter_cards_scope_and_another_who_agrees(db, desk):
    manager = Ref(desk.manager.staff_id, "何经理")
    for values, actor, field in (
        (REQUEST | {"letter": " ", "approver": manager}, desk.qt, "letter"),
        (REQUEST | {"approver": Ref(desk.lead.staff_id, "王班长")}, desk.qt, "approver"),
        (REQUEST | {"approver": manager}, desk.manager, "approver"),
    ):
        with pytest.raises(RuleError) as told, db.write(actor) as session:
            notices.note_request(session, values)
        assert told.value.field == field
    with db.write(desk.qt) as session:
        paper = notices.note_request(session, REQUEST | {"approver": manager})
    with db.read() as session:
        (line,) = access.read(session, Wanted(kind=Kind.REQUEST))
    assert (paper["number"], paper["handler"], paper["approver"]) == (line.no, "李敏", "何经理")
    assert "118" in line.conditions and "0440321" in line.conditions and line.result == "何经理"
