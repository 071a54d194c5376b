"""The desk's work with visitors, on a real file."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desk_app.core import audit, badges, clock, premises, search, settings
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, FieldErrors, RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.visitors import rules, service, views
from desk_app.registers.visitors.records import Belonging, Visit

pytestmark = pytest.mark.usefixtures("now")


def form(**changes):
    return {
        "name": "张三", "party_size": 1, "org": "远航科技", "phone": "13800001111", "host_room": Ref(None, "15-08"),
        "host_name": "单雨桐", "purpose": "business", "confirm": "phone", "confirmed_by": "单雨桐", "badge": "",
    } | changes  # fmt: skip


def register(db, actor, **changes):
    with db.write(actor) as session:
        return service.register(session, form(**changes))


def fields_of(error):
    return {one.field for one in error.value.errors}


def test_a_confirmed_visitor_is_inside_with_a_number_and_a_badge(db, tower, qt):
    visit = register(db, qt, badge="a001")
    assert (visit.no, visit.state, visit.badge) == ("LF-20261123-001", "inside", "A001")
    assert visit.exp_out == visit.in_at + timedelta(hours=2)
    assert (visit.handler_name, visit.shift) == (qt.name, "白班 08:30–17:30")


def test_a_registration_is_one_change_and_its_badge_another(db, tower, qt):
    with db.write(qt) as session:
        visit = service.register(session, form(badge="A001"))
    with db.read() as session:
        first, second = audit.history(session, visit.uid)
        assert (first.entity, first.no, second.entity) == ("visit", visit.no, "badge_loan")
        assert {key: first.changes[key] for key in ("state", "badge")} == {
            "state": (None, "inside"),
            "badge": (None, "A001"),
        }
        assert "exp_out" in first.changes
        assert session.get_one(Visit, visit.id).version == 1


def test_a_badge_is_never_given_twice(db, tower, qt):
    register(db, qt, badge="A001")
    with pytest.raises(RuleError, match="A001 由 张三 持有") as error:
        register(db, qt, name="李四", badge="A001")
    assert error.value.field == "badge"
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(Visit)) == 1


def test_a_badge_wanted_by_two_desks_at_once_goes_to_one(db, tower, qt):
    outcomes = []
    start = threading.Barrier(4)

    def desk(name):
        start.wait()
        try:
            outcomes.append(register(db, qt, name=name, badge="A002").badge)
        except RuleError as error:
            outcomes.append(error.field)

    threads = [threading.Thread(target=desk, args=(f"访客{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["A002", "badge", "badge", "badge"]


@pytest.mark.parametrize(("code", "what"), [("S001", "没有 S001"), ("Z9", "没有 Z9")])
def test_only_a_visitor_badge_that_exists_can_be_given(db, tower, qt, code, what):
    with pytest.raises(RuleError, match=what):
        register(db, qt, badge=code)


def test_a_badge_given_back_can_be_given_again_and_a_lost_one_cannot(db, tower, qt):
    first = register(db, qt, badge="A001")
    with db.write(qt) as session:
        service.sign_out(session, first.uid)
    second = register(db, qt, badge="A001")
    with db.write(qt) as session:
        service.sign_out(session, second.uid, badge_lost=True)
        assert "A001" not in badges.free(session, "visitor")
    with pytest.raises(RuleError, match="已挂失"):
        register(db, qt, badge="A001")


def test_sign_out_by_badge_number_in_any_writing(db, tower, qt, now):
    visit = register(db, qt, badge="A003")
    now.go(minutes=30)
    with db.write(qt) as session:
        assert service.sign_out_by_badge(session, " a003 ").visit.uid == visit.uid
    with db.read() as session:
        found = service.find(session, visit.uid)
        assert (found.state, found.out_at) == ("left", now.at)
        assert badges.holder(session, "A003") is None
    with pytest.raises(RuleError, match="没有发给在访的访客"), db.write(qt) as session:
        service.sign_out_by_badge(session, "A003")


def test_sign_out_may_be_back_dated_but_not_before_the_arrival_nor_into_the_future(db, tower, qt, now):
    visit = register(db, qt)
    arrived = now.at
    now.go(hours=3)
    for wrong in (arrived - timedelta(minutes=1), now.at + timedelta(minutes=1)):
        with pytest.raises(RuleError) as error, db.write(qt) as session:
            service.sign_out(session, visit.uid, at=wrong)
        assert error.value.field == "out_at"
    with db.write(qt) as session:
        service.sign_out(session, visit.uid, at=arrived + timedelta(hours=1))
    with db.read() as session:
        assert service.find(session, visit.uid).out_at == arrived + timedelta(hours=1)


def test_a_forced_sign_out_needs_a_reason_and_stays_marked(db, tower, qt):
    visit = register(db, qt, badge="A001")
    with pytest.raises(RuleError, match="须写明原因"), db.write(qt) as session:
        service.force_out(session, visit.uid, reason="  ")
    with db.write(qt) as session:
        service.force_out(session, visit.uid, reason="昨晚离开未签离")
    with db.read() as session:
        row = views.rows(session, [visit.id])[0]
        assert (row["state"], row["reason"]) == ("forced", "昨晚离开未签离")
        assert audit.history(session, visit.uid)[-1].reason == "昨晚离开未签离"


def test_who_is_not_answered_for_waits_and_is_admitted_later(db, tower, qt, now):
    visit = register(db, qt, confirm="no_answer", confirmed_by="", badge="A001")
    assert (visit.state, visit.badge) == ("waiting", "")
    arrived = now.at
    now.go(minutes=5)
    with db.write(qt) as session:
        service.admit(session, visit.uid, confirm="no_answer", confirmed_by="")
    with db.write(qt) as session:
        service.admit(session, visit.uid, confirm="intercom", confirmed_by="曾国强", badge="A001")
    with db.read() as session:
        found = service.find(session, visit.uid)
        assert (found.state, found.badge, found.in_at, found.confirmed_at) == (
            "inside",
            "A001",
            arrived,
            now.at,
        )
        assert search.find_records(session, "A001", "visitors") == [visit.id]


def test_admitting_somebody_who_is_inside_or_gone_is_refused_whatever_the_answer(db, tower, qt):
    visit = register(db, qt)
    for answer in ("phone", "no_answer", "refused"):
        with pytest.raises(RuleError, match="现在是「在访」,不能放行入内"), db.write(qt) as session:
            service.admit(session, visit.uid, confirm=answer, confirmed_by="某人")
    with db.read() as session:
        assert service.find(session, visit.uid).confirm == "phone"


def test_nobody_is_admitted_without_an_answer_or_without_who_answered(db, tower, qt):
    visit = register(db, qt, confirm="", confirmed_by="")
    with pytest.raises(RuleError) as error, db.write(qt) as session:
        service.admit(session, visit.uid, confirm="", confirmed_by="")
    assert error.value.field == "confirm"
    with pytest.raises(FieldErrors) as error, db.write(qt) as session:
        service.admit(session, visit.uid, confirm="phone", confirmed_by="")
    assert fields_of(error) == {"confirmed_by"}


def test_a_refused_step_says_the_state_and_what_can_be_done(db, tower, qt):
    visit = register(db, qt)
    with db.write(qt) as session:
        service.sign_out(session, visit.uid)
    with pytest.raises(RuleError) as error, db.write(qt) as session:
        service.sign_out(session, visit.uid)
    assert error.value.text == "现在是「已签离」,不能签离。可以做的是:作废。"
    with db.write(qt) as session:
        service.void(session, visit.uid, reason="重复登记")
    with pytest.raises(RuleError) as error, db.write(qt) as session:
        service.sign_out(session, visit.uid)
    assert error.value.text == "现在是「作废」,不能签离。这一单已经结束;如需再办请新开一单。"


def test_a_refusal_keeps_its_reason(db, tower, qt):
    visit = register(db, qt, confirm="no_answer", confirmed_by="")
    with db.write(qt) as session:
        service.refuse(session, visit.uid, reason="被访人不见")
    with db.read() as session:
        row = views.rows(session, [visit.id])[0]
        assert (row["state"], row["reason"]) == ("refused", "被访人不见")


def test_everything_missing_is_said_at_once(db, tower, qt):
    with pytest.raises(FieldErrors) as error:
        register(db, qt, name="", phone="", host_room=None, host_name="", purpose="other", party_size=0)
    assert fields_of(error) == {"name", "phone", "host_room", "host_name", "purpose_note", "party_size"}


def test_a_text_that_is_too_long_is_refused_beside_its_field(db, tower, qt):
    with pytest.raises(RuleError, match="最多 60") as error:
        register(db, qt, org="远" * 61)
    assert error.value.field == "org"


def test_a_number_of_no_document_is_asked_for_its_kind_or_nobody_would_be_met_by_it(db, tower, qt):
    with pytest.raises(FieldErrors) as error:
        register(db, qt, id_kind="", id_no="11010519491231002X")
    assert fields_of(error) == {"id_kind"}


def test_a_document_is_enough_instead_of_a_telephone(db, tower, qt):
    assert register(db, qt, phone="", id_kind="resident_card").state == "inside"


def test_outside_office_hours_a_document_must_have_been_seen(db, tower, qt, now):
    now.go(hours=12)
    with pytest.raises(FieldErrors) as error:
        register(db, qt)
    assert fields_of(error) == {"id_kind"}
    assert register(db, qt, id_kind="passport").state == "inside"


def test_a_document_is_seen_and_its_number_not_stored(db, tower, qt):
    visit = register(db, qt, id_kind="resident_card", id_no="11010519491231002x")
    with db.read() as session:
        found = service.find(session, visit.uid)
        assert (found.id_kind, found.id_no) == ("resident_card", "")
        told = session.execute(select(audit.Detail.payload)).scalars()
        assert not any("11010519491231002" in payload for payload in told)


def test_where_the_setting_says_so_the_number_is_stored_normalised(db, tower, qt, manager):
    with db.write(manager) as session:
        settings.change(session, rules.STORE_ID, True)
    assert register(db, qt, id_kind="resident_card", id_no="11010519491231002x").id_no == "11010519491231002X"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("id_no", {"id_kind": "resident_card", "id_no": "110105194912310021"}), ("phone", {"phone": "123456789"}),
     ("plate", {"plate": "粤B1"})],
)  # fmt: skip
def test_what_looks_wrong_warns_and_goes_on_with_a_reason(db, tower, qt, field, wrong):
    with pytest.raises(Doubt) as error:
        register(db, qt, **wrong)
    assert error.value.field == field
    with db.write(qt) as session:
        visit = service.register(session, form(**wrong), {field: "当面核对过"})
    assert (visit.state, visit.id_reason) == ("inside", "当面核对过")


def test_an_expected_leave_before_the_arrival_is_refused(db, tower, qt, now):
    with pytest.raises(RuleError) as error:
        register(db, qt, exp_out=now.at - timedelta(minutes=10))
    assert error.value.field == "exp_out"


def test_a_returning_visitor_is_offered_and_fills_the_form(db, tower, qt, now):
    register(db, qt, plate="粤B12345", host_room=Ref(tower.rooms["15-08"], "15-08 中盛金融"))
    register(db, qt, name="王五", host_name="张三丰", phone="13911112222")
    now.go(days=3)
    with db.read() as session:
        for typed in ("张", "zs", "zhangsan", "1111", "yuanhang"):
            offer = next(o for o in views.suggest_visitor(session, typed, {}) if o.value == "张三")
        assert offer.detail == "远航科技 · 138****1111 · 11-23 15-08 中盛金融"
        assert offer.fills == {
            "org": "远航科技", "phone": "13800001111", "host_room": Ref(tower.rooms["15-08"], "15-08 中盛金融"),
            "host_name": "单雨桐", "purpose": "business", "id_kind": "", "plate": "粤B12345",
        }  # fmt: skip
        assert [o.value for o in views.suggest_visitor(session, "zhang", {})] == ["张三"]
    now.go(days=60)
    with db.read() as session:
        assert views.suggest_visitor(session, "张", {}) == []


def test_contacts_of_the_chosen_room_are_offered_as_hosts(db, tower):
    with db.read() as session:
        room = Ref(tower.rooms["15-08"], "15-08")
        offers = premises.suggest_host(session, "syt", {"host_room": room})
        assert [(o.value, o.fills) for o in offers] == [("单雨桐", {"confirmed_by": "单雨桐"})]
        assert len(premises.suggest_host(session, "", {"host_room": room})) == 2
        assert premises.suggest_host(session, "", {"host_room": Ref(None, "别处")}) == []


def test_only_badges_in_stock_are_offered(db, tower, qt):
    register(db, qt, badge="A001")
    with db.read() as session:
        assert [o.value for o in views.suggest_badge(session, "", {})][:2] == ["A002", "A003"]
        assert [o.value for o in views.suggest_badge(session, "10", {})] == ["A010"]


def test_group_lines_are_struck_not_removed(db, tower, qt):
    visit = register(db, qt, party_size=3, party=[{"name": "甲"}, {"name": "乙"}],
                     belongings=[{"name": "显示器", "quantity": 2}])  # fmt: skip
    with db.write(qt) as session:
        same = {"belongings": [{"name": "显示器", "quantity": 2}], "party": [{"name": "甲"}, {"name": "丙"}]}
        service.correct(session, visit.uid, form(party_size=3, **same), reason="来的是丙")
    with db.read() as session:
        found = service.find(session, visit.uid)
        assert [(p.name, p.removed, p.seq) for p in found.party] == [
            ("甲", True, 1), ("乙", True, 2), ("甲", False, 3), ("丙", False, 4),
        ]  # fmt: skip
        assert [(b.name, b.removed) for b in found.belongings] == [("显示器", False)]
        assert views.values(session, visit.uid)["party"] == [{"name": "甲"}, {"name": "丙"}]
        entities = [entry.entity for entry in audit.history(session, visit.uid)]
        assert entities.count("visit_companion") == 6


def test_a_correction_keeps_the_old_version_readable(db, tower, qt):
    visit = register(db, qt, badge="A001", party=[{"name": "甲"}], party_size=2)
    with db.read() as session:
        before = len(audit.history(session, visit.uid))
    with db.write(qt) as session:
        changed = form(name="张山", badge="A002", party_size=2, confirm="intercom", confirmed_by="曾国强")
        service.correct(session, visit.uid, changed, reason="听错了")
    with db.read() as session:
        old, new = audit.version_of(session, visit.uid, before), audit.version_of(session, visit.uid, 99)
        assert (old["name"], old["badge"], new["name"], new["badge"]) == ("张三", "A001", "张山", "A002")
        assert (new["confirm"], new["confirmed_by"]) == ("intercom", "曾国强")
        last = [e for e in audit.history(session, visit.uid) if "name" in e.changes and e.entity == "visit"][
            -1
        ]
        assert (last.reason, last.changes["name"], last.who) == ("听错了", ("张三", "张山"), qt.name)
        assert badges.holder(session, "A001") is None and badges.holder(session, "A002") == visit.uid
        assert search.find_records(session, "张三", "visitors") == []


def test_two_people_cannot_silently_overwrite_each_other(db, tower, qt):
    visit = register(db, qt)
    with db.read() as session:
        mine = service.find(session, visit.uid)
    with db.write(qt) as session:
        service.correct(session, visit.uid, form(org="别家"), reason="")
    with pytest.raises(RuleError, match="刚被别人改过"), db.write(SYSTEM) as session:
        mine.org = "我家"
        session.merge(mine)


def test_a_void_keeps_number_and_reason_and_gives_the_badge_back(db, tower, qt):
    visit = register(db, qt, badge="A001")
    with pytest.raises(RuleError, match="作废须写明原因"), db.write(qt) as session:
        service.void(session, visit.uid, reason="")
    with db.write(qt) as session:
        service.void(session, visit.uid, reason="填写错误")
    assert register(db, qt, badge="A001").no == "LF-20261123-002"
    with db.read() as session:
        found = service.find(session, visit.uid)
        assert (found.no, found.state, found.void_reason, found.void_by) == (
            "LF-20261123-001", "void", "填写错误", qt.name,
        )  # fmt: skip
    with pytest.raises(RuleError, match="不能更正"), db.write(qt) as session:
        service.correct(session, visit.uid, form(), reason="")


def test_a_correction_that_fails_half_way_changes_nothing(db, tower, qt):
    register(db, qt, name="李四", badge="A002")
    visit = register(db, qt, badge="A001")
    with pytest.raises(RuleError, match="A002 由 李四 持有"), db.write(qt) as session:
        service.correct(session, visit.uid, form(name="别人", badge="A002"), reason="")
    with db.read() as session:
        assert service.find(session, visit.uid).name == "张三"
        assert badges.holder(session, "A001") == visit.uid


def test_telephones_are_masked_in_rows(db, tower, qt):
    visit = register(db, qt, plate="粤B12345")
    with db.read() as session:
        row = views.rows(session, [visit.id])[0]
        assert row["phone"] == "138****1111"
        assert not any("13800001111" in str(value) or "粤B12345" in str(value) for value in row.values())


def test_who_overstays_or_was_forgotten_is_shown(db, tower, qt, now):
    visit = register(db, qt)
    with db.read() as session:
        assert views.rows(session, [visit.id])[0]["state"] == "inside"
        assert views.counts(session)["late"] == 0
    now.go(hours=2, minutes=1)
    with db.read() as session:
        assert views.rows(session, [visit.id])[0]["state"] == "late"
        assert [due.label for due in views.due(session)] == ["超时"]
    now.go(days=1)
    with db.read() as session:
        assert views.rows(session, [visit.id])[0]["state"] == "forgotten"
        assert list(views.ids(session, "late", "")) == [visit.id]
        assert [due.label for due in views.due(session)] == ["隔夜未签离"]


def test_what_was_brought_is_told_on_leaving_and_bulky_things_need_a_slip(db, tower, qt):
    bulky = register(db, qt, belongings=[{"name": "台式电脑", "quantity": 2}, {"name": " ", "quantity": 1}])
    small = register(db, qt, belongings=[{"name": "雨伞", "quantity": 1}])
    with db.write(qt) as session:
        leaving = service.sign_out(session, bulky.uid)
        assert (leaving.left_with, leaving.needs_slip) == (("台式电脑×2",), True)
        assert service.sign_out(session, small.uid).needs_slip is False
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(Belonging)) == 2


def test_an_expected_visitor_arrives_or_does_not(db, tower, qt, now):
    with db.write(qt) as session:
        first = service.expect(session, form(expected_at=now.at + timedelta(hours=1), confirm=""))
        second = service.expect(session, form(name="李四", expected_at=now.at + timedelta(days=1)))
    now.go(hours=1)
    with db.write(qt) as session:
        service.arrive(session, first.uid, form(badge="A001"))
        service.miss(session, second.uid)
    with db.read() as session:
        assert (service.find(session, first.uid).state, service.find(session, first.uid).in_at) == (
            "inside",
            now.at,
        )
        assert service.find(session, second.uid).state == "no_show"


def test_an_expected_time_in_the_past_is_refused(db, tower, qt, now):
    with pytest.raises(FieldErrors) as error, db.write(qt) as session:
        service.expect(session, form(expected_at=now.at - timedelta(days=1)))
    assert fields_of(error) == {"expected_at"}


def test_the_guard_may_sign_out_but_not_void(db, tower, qt):
    from desk_app.core.people import Actor, Role

    visit = register(db, qt)
    guard = Actor(9, "门岗", frozenset({Role.MG}))
    with pytest.raises(RuleError, match="门岗 没有这项权限"), db.write(guard) as session:
        service.void(session, visit.uid, reason="x")
    with db.write(guard) as session:
        service.sign_out(session, visit.uid)


def test_nobody_on_duty_means_nothing_is_written(db, tower):
    with pytest.raises(RuleError, match="还没有人登录"):
        register(db, None)


def test_today_is_the_building_s_day(db, tower, qt, now):
    now.go(hours=14, minutes=20)  # 00:00 in the building, still the 23rd in UTC
    visit = register(db, qt, id_kind="passport")
    assert (visit.no, visit.day) == ("LF-20261124-001", clock.today())
