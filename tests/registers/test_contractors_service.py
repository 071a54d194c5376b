"""The desk's watch over contractors on the floors, on a real file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk_app.core import audit, badges, search, settings
from desk_app.core.declare import Inside, Ref, Tone
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.registers.contractors import rules, service, views

pytestmark = pytest.mark.usefixtures("now")


def form(**changes):
    return {
        "name": "马强", "party_size": 2, "org": "顺达空调", "phone": "13700003333", "id_kind": "work_card",
        "host_room": Ref(None, "18-06 蓝湾会展"), "host_name": "周颖", "service": "检修空调", "confirm": "intercom",
        "confirmed_by": "周颖", "badge": "", "hot_work": False, "cut_off": False, "plant_room": False,
    } | changes  # fmt: skip


def enter(db, actor, **changes):
    with db.write(actor) as session:
        return service.enter(session, form(**changes))


def state(db, stay):
    with db.read() as session:
        return views.rows(session, [stay.id])[0]["state"]


def test_who_enters_has_a_number_a_badge_and_a_first_call(db, tower, qt, now):
    stay = enter(db, qt, badge="s001")
    assert (stay.no, stay.state, stay.badge) == ("SM-20261123-001", "inside", "S001")
    assert (stay.due_at, stay.confirmed_at) == (now.at + timedelta(minutes=60), now.at)


def test_nobody_enters_before_the_customer_confirmed(db, tower, qt):
    with pytest.raises(FieldErrors) as error:
        enter(db, qt, confirm="", confirmed_by=" ", id_kind="", org="")
    assert {one.field for one in error.value.errors} == {"confirm", "confirmed_by", "id_kind", "org"}


def test_a_telephone_that_looks_wrong_goes_on_with_a_reason(db, tower, qt):
    with pytest.raises(Doubt):
        enter(db, qt, phone="12")
    with db.write(qt) as session:
        assert service.enter(session, form(phone="12"), {"phone": "公司内线"}).reason_on == "公司内线"


def test_a_visitor_badge_is_not_given_to_a_contractor_nor_one_badge_twice(db, tower, qt):
    with pytest.raises(RuleError, match="没有 A001"):
        enter(db, qt, badge="A001")
    enter(db, qt, badge="S001")
    with pytest.raises(RuleError, match="S001 由 马强 持有"):
        enter(db, qt, name="别人", badge="S001")


def test_each_answered_call_is_kept_and_plans_the_next(db, tower, qt, lead, now):
    stay = enter(db, qt)
    planned = stay.due_at
    now.go(minutes=55)
    assert state(db, stay) == "due"
    now.go(minutes=8)
    with db.write(lead) as session:
        service.confirm_call(
            session, stay.uid, way="intercom", who="周颖", situation="正在检修", abnormal="滴水"
        )
    assert state(db, stay) == "inside"
    with db.read() as session:
        (call,) = views.calls(session, stay.uid)
        assert (call.planned_at, call.done_at, call.who, call.handler_name) == (
            planned,
            now.at,
            "周颖",
            lead.name,
        )
        assert service.find(session, stay.uid).due_at == now.at + timedelta(minutes=60)
        assert views.rows(session, [stay.id])[0]["abnormal"] == "滴水"
        entry = next(e for e in audit.history(session, stay.uid) if e.entity == "contractor_call")
        assert (entry.verb, entry.who) == ("contractors.confirm_call", lead.name)


def test_an_overdue_call_is_loud(db, tower, qt, now):
    stay = enter(db, qt)
    now.go(minutes=70)
    assert state(db, stay) == "due"
    now.go(minutes=1)
    assert state(db, stay) == "late"
    with db.read() as session:
        (call,) = views.due_calls(session, now.at)
        assert (call.uid, call.room, call.minutes_late) == (stay.uid, "18-06 蓝湾会展", 11)
        (due,) = views.due(session)
        assert (due.tone, due.label, due.at) == (Tone.LATE, "确认超时 11 分钟", stay.due_at)


def test_two_calls_without_an_answer_send_the_gate_guard_until_somebody_answers(db, tower, qt, now):
    stay = enter(db, qt)
    now.go(minutes=60)
    with db.write(qt) as session:
        service.no_answer(session, stay.uid)
    assert state(db, stay) == "due"
    now.go(minutes=2)
    with db.write(qt) as session:
        service.no_answer(session, stay.uid, way="phone")
    assert state(db, stay) == "dispatch"
    with db.read() as session:
        assert views.due(session)[0].label == "派门岗到场"
        assert views.counts(session)["late"] == 1
        assert service.find(session, stay.uid).due_at == stay.due_at
    now.go(minutes=5)
    with db.write(qt) as session:
        service.confirm_call(session, stay.uid, way="on_site", who="门岗老刘")
    assert state(db, stay) == "inside"
    with db.read() as session:
        assert [call.answered for call in views.calls(session, stay.uid)] == [False, False, True]


def test_a_call_may_be_noted_later_but_not_before_the_last_one(db, tower, qt, now):
    stay = enter(db, qt)
    entered = now.at
    now.go(minutes=90)
    for wrong in (entered - timedelta(minutes=1), now.at + timedelta(minutes=1)):
        with pytest.raises(RuleError) as error, db.write(qt) as session:
            service.confirm_call(session, stay.uid, way="phone", who="周颖", at=wrong)
        assert error.value.field == "at"
    with db.write(qt) as session:
        service.confirm_call(session, stay.uid, way="phone", who="周颖", at=entered + timedelta(minutes=61))
    with db.read() as session:
        assert service.find(session, stay.uid).due_at == entered + timedelta(minutes=121)


def test_a_call_needs_a_way_and_who_answered(db, tower, qt):
    stay = enter(db, qt)
    for given, field in (({"way": "pigeon", "who": "周颖"}, "way"), ({"way": "phone", "who": " "}, "who")):
        with pytest.raises(RuleError) as error, db.write(qt) as session:
            service.confirm_call(session, stay.uid, **given)
        assert error.value.field == field
    with db.read() as session:
        assert views.calls(session, stay.uid) == []


def test_leaving_ends_the_calls_and_gives_the_badge_back(db, tower, qt, now):
    stay = enter(
        db, qt, badge="S001", tools=[{"name": "电钻", "quantity": 1}, {"name": "梯子", "quantity": 2}]
    )
    now.go(minutes=30)
    with db.write(qt) as session:
        leaving = service.leave(session, stay.uid, confirmed_by="周颖")
        assert leaving.left_with == ("电钻×1", "梯子×2")
    with db.read() as session:
        found = service.find(session, stay.uid)
        assert (found.state, found.out_at, found.due_at, found.out_confirmed_by) == (
            "left",
            now.at,
            None,
            "周颖",
        )
        assert badges.holder(session, "S001") is None
    for step in (service.no_answer, service.leave):
        with pytest.raises(RuleError, match="现在是「已离开」"), db.write(qt) as session:
            step(session, stay.uid)


def test_a_leave_may_be_back_dated_to_before_unanswered_calls_only(db, tower, qt, now):
    stay = enter(db, qt)
    entered = now.at
    now.go(minutes=60)
    with db.write(qt) as session:
        service.confirm_call(session, stay.uid, way="phone", who="周颖")
    now.go(minutes=60)
    with db.write(qt) as session:
        service.no_answer(session, stay.uid)
    for wrong in (
        entered - timedelta(minutes=1),
        entered + timedelta(minutes=59),
        now.at + timedelta(minutes=1),
    ):
        with pytest.raises(RuleError) as error, db.write(qt) as session:
            service.leave(session, stay.uid, at=wrong)
        assert error.value.field == "out_at"
    with db.write(qt) as session:
        service.leave(session, stay.uid, at=entered + timedelta(minutes=80))


def test_leaving_by_badge_number(db, tower, qt):
    stay = enter(db, qt, badge="S002")
    with db.write(qt) as session:
        assert service.leave_by_badge(session, "s002").contractor.uid == stay.uid
    with pytest.raises(RuleError, match="没有发给在场的上门人员"), db.write(qt) as session:
        service.leave_by_badge(session, "S002")


def test_a_void_keeps_the_number_and_stops_the_calls(db, tower, qt):
    stay = enter(db, qt, badge="S001")
    with pytest.raises(RuleError, match="作废须写明原因"), db.write(qt) as session:
        service.void(session, stay.uid, reason="")
    with db.write(qt) as session:
        service.void(session, stay.uid, reason="登记错房号")
    with db.read() as session:
        row = views.rows(session, [stay.id])[0]
        assert (row["no"], row["state"], row["reason"], row["due_at"]) == (
            stay.no,
            "void",
            "登记错房号",
            None,
        )
        assert badges.holder(session, "S001") is None
    assert enter(db, qt).no == "SM-20261123-002"
    with pytest.raises(RuleError, match="不能更正"), db.write(qt) as session:
        service.correct(session, stay.uid, form(), reason="")


def test_a_correction_keeps_the_old_version_and_the_calls(db, tower, qt, now):
    stay = enter(db, qt, badge="S001", tools=[{"name": "电钻", "quantity": 1}])
    now.go(minutes=60)
    with db.write(qt) as session:
        service.confirm_call(session, stay.uid, way="phone", who="周颖")
    with db.read() as session:
        before = len(audit.history(session, stay.uid))
    with db.write(qt) as session:
        changed = form(name="马祥", badge="S003", tools=[{"name": "电锤", "quantity": 1}])
        service.correct(session, stay.uid, changed, reason="听错了")
    with db.read() as session:
        assert audit.version_of(session, stay.uid, before)["name"] == "马强"
        assert audit.version_of(session, stay.uid, 99)["name"] == "马祥"
        found = service.find(session, stay.uid)
        assert [(t.name, t.removed) for t in found.tools] == [("电钻", True), ("电锤", False)]
        assert (len(found.calls), badges.holder(session, "S001"), found.badge) == (1, None, "S003")
        assert search.find_records(session, "maxiang", "contractors") == [stay.id]


def test_the_interval_is_a_setting_and_stays_as_it_was_at_entry(db, tower, qt, manager, now):
    first = enter(db, qt)
    with db.write(manager) as session:
        settings.change(session, rules.CALL_EVERY, 30)
    second = enter(db, qt)
    assert (second.due_at, first.due_at) == (now.at + timedelta(minutes=30), now.at + timedelta(minutes=60))
    with pytest.raises(RuleError, match="应在 10 到 480 之间"), db.write(manager) as session:
        settings.change(session, rules.CALL_EVERY, 5)


def test_a_returning_contractor_and_his_company_are_offered(db, tower, qt):
    enter(db, qt)
    with db.read() as session:
        for typed in ("马", "mq", "3333", "shunda"):
            (offer,) = views.suggest_person(session, typed, {})
            assert (offer.value, offer.fills["org"], offer.fills["service"]) == (
                "马强",
                "顺达空调",
                "检修空调",
            )
            assert "13700003333" not in offer.detail
        assert views.suggest_person(session, "周颖", {}) == []
        assert [o.value for o in views.suggest_org(session, "空调", {})] == ["顺达空调", "空调"]
        assert [o.value for o in views.suggest_badge(session, "1", {})] == ["S001", "S010"]


def test_who_is_still_up_is_handed_to_the_next_shift_with_the_last_call(db, tower, qt, now):
    first = enter(db, qt, hot_work=True)
    gone = enter(db, qt, name="走了")
    now.go(minutes=60)
    with db.write(qt) as session:
        service.confirm_call(session, first.uid, way="intercom", who="周颖")
        service.leave(session, gone.uid)
    with db.read() as session:
        (line,) = views.handover(session)
        assert (line.no, line.last_call, line.due_at) == (first.no, now.at, now.at + timedelta(minutes=60))
        assert line.warning.startswith("动火")
        assert views.inside(session) == [
            Inside("马强", 2, "顺达空调", "18-06 蓝湾会展", "", first.in_at, "上门人员")
        ]
