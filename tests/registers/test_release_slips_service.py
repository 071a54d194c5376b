import json
from datetime import date

import pytest

from desk_app.core import attachments, audit, clock, links, lone, people, premises, search, settings
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.contractors import service as contractors
from desk_app.registers.release_slips import service, terms, views
from desk_app.registers.visitors import service as visits
from tests.conftest import OWNER_CONTACT_PHONE, OWNER_PHONE
from tests.registers.papers import render
from tests.registers.slip_desk import SATURDAY

SUNDAY = date(2026, 11, 22)


def errors(caught):
    error = caught.value
    return (
        {e.field: e.text for e in error.errors}
        if isinstance(error, FieldErrors)
        else {error.field: error.text}
    )


def test_a_slip_goes_from_draft_over_consent_and_lead_to_issued(counter):
    slip = counter.saved()
    assert (slip.state, slip.no) == ("draft", None)
    with counter.unit() as session:
        assert service.submit(session, slip.uid).state == "awaiting_consent"
        service.record_consent(session, slip.uid, how="phone", by="周颖", phone="0755 8888 0001")
        service.lead_sign(session, slip.uid, counter.crew.lead.staff_id)
        service.issue(session, slip.uid, counter.archive, render)
    slip = counter.read(slip.uid)
    assert (slip.state, slip.no, slip.lead_role) == ("issued", "FX-20261121-001", "DB")
    assert slip.valid_until == clock.at(SUNDAY)
    assert (slip.consent_phone, slip.consent_checked_by) == ("0755-88880001", "李敏")


def test_the_one_screen_takes_every_step(counter):
    slip = counter.issued()
    with counter.db.read() as session:
        steps = [
            entry.changes["state"] for entry in audit.history(session, slip.uid) if "state" in entry.changes
        ]
    assert [new for _old, new in steps] == ["draft", "awaiting_consent", "awaiting_lead", "issued"]


def test_a_draft_has_its_own_number_and_the_real_one_comes_at_issue(counter):
    first, second = counter.saved(), counter.saved()
    assert (first.shown_no, second.shown_no) == ("草稿-0001", "草稿-0002")
    slip = counter.issued(uid=second.uid)
    assert (slip.uid, slip.no) == (second.uid, "FX-20261121-001")
    with counter.db.read() as session:
        for text in ("草稿-0002", "FX-20261121-001", "zwt", "彩色复印", "15-08", "12345678"):
            assert slip.id in search.find_records(session, text, "release_slips"), text


def test_the_issued_bytes_are_archived_in_the_same_unit_of_work(counter):
    slip = counter.issued()
    with counter.db.read() as session:
        paper = attachments.paper_of(session, slip.uid, "release_slip")
        printed = json.loads(counter.archive.read(paper))
    assert printed["number"] == "FX-20261121-001"
    assert printed["valid_until"] == "2026-11-21 24:00"


def test_when_the_archive_fails_there_is_no_number(counter):
    counter.archive.folder.write_text("in the way")
    with pytest.raises(KnownError):
        counter.issued()
    counter.archive.folder.unlink()
    assert counter.issued().no == "FX-20261121-001"


def test_everything_missing_is_told_at_once(counter):
    with counter.unit() as session, pytest.raises(FieldErrors) as caught:
        service.prepare_and_issue(
            session, {"room": Ref(None, "大堂"), "kind": "bulky", "by_car": True}, counter.archive, render
        )
    assert set(errors(caught)) == {
        "applicant", "standing", "id_kind", "phone", "items", "plate", "consent_how", "lead",
    }  # fmt: skip
    assert "业主认可" in errors(caught)["consent_how"]


def test_a_step_out_of_order_is_refused_with_what_to_do(counter):
    slip = counter.saved()
    with (
        counter.unit() as session,
        pytest.raises(RuleError, match=r"现在是「草稿」,不能开具。可以做的是:.*提交"),
    ):
        service.issue(session, slip.uid, counter.archive, render)
    with counter.unit() as session:
        service.submit(session, slip.uid)
    with counter.unit() as session, pytest.raises(RuleError, match=r"现在是「待业主认可」.*登记业主认可"):
        service.lead_sign(session, slip.uid, counter.crew.lead.staff_id)
    with counter.unit() as session, pytest.raises(RuleError, match=r"不能修改.*撤回"):
        service.save(session, counter.form(uid=slip.uid))
    slip = counter.issued()
    with (
        counter.unit() as session,
        pytest.raises(RuleError, match="不能撤回修改。可以做的是:作废、登记门岗拒放。"),
    ):
        service.withdraw(session, slip.uid)


def test_only_a_telephone_on_file_can_give_consent(counter):
    for phone in ("13912345678", ""):
        with pytest.raises(FieldErrors) as caught:
            counter.issued(consent_phone=phone)
        assert "档案登记" in errors(caught)["consent_phone"]
    assert counter.issued(consent_phone="+86 139-0001-0001").consent_phone == OWNER_CONTACT_PHONE


def test_consent_by_telephone_is_not_offered_where_none_is_on_file(counter):
    form = counter.form(room=Ref(counter.town.bare, "16-01"))
    with counter.db.read() as session:
        assert "phone" not in {way.key for way in views.consent_ways(session, form)}
        ways = {way.key for way in views.consent_ways(session, counter.form())}
        numbers = [offer.value for offer in views.suggest_consent_phone(session, "", counter.form())]
    assert ways == {"on_site", "written", "phone", "fax", "wechat"}
    assert numbers == [OWNER_PHONE, OWNER_CONTACT_PHONE]
    with pytest.raises(FieldErrors) as caught:
        counter.issued(room=form["room"])
    assert "档案里没有业主的电话" in errors(caught)["consent_how"]
    assert counter.issued(room=form["room"], consent_how="written").state == "issued"


def test_a_room_typed_by_hand_is_the_room_on_file(counter):
    slip = counter.issued(room=Ref(None, "1508"))
    assert (slip.room_id, slip.customer) == (counter.town.let, "15-08 恒泰贸易有限公司")


def test_everyday_goods_and_the_owner_need_no_consent(counter):
    none = {"consent_how": "", "consent_by": "", "consent_phone": ""}
    assert counter.issued(kind="valuables", **none).state == "issued"
    assert (
        counter.issued(applicant="周颖", standing="owner", id_kind="resident_card", **none).state == "issued"
    )


def test_an_owner_the_roster_does_not_know_needs_a_reason(counter):
    values = counter.whole(applicant="王五", standing="owner", id_kind="passport", consent_how="")
    with counter.unit() as session, pytest.raises(Doubt) as caught:
        service.prepare_and_issue(session, values, counter.archive, render)
    assert caught.value.field == "standing"
    with counter.unit() as session:
        slip = service.prepare_and_issue(session, values, counter.archive, render, {"standing": "出示房产证"})
    assert "出示房产证" in slip.odd_reason


def test_by_setting_a_signatory_may_sign_for_everyday_bulky_goods(counter):
    signed = {"consent_how": "signatory", "consent_by": "单雨桐"}
    with pytest.raises(FieldErrors):
        counter.issued(**signed)
    with counter.unit(counter.crew.manager) as session:
        settings.change(session, terms.SIGNATORY, True)
    with pytest.raises(FieldErrors, match="授权签字人名单"):
        counter.issued(**signed | {"consent_by": "曾文涛"})
    with pytest.raises(FieldErrors):
        counter.issued(kind="move", **signed)
    assert counter.issued(**signed).state == "issued"


def test_arrears_are_shown_and_never_block(counter):
    with counter.db.write(SYSTEM) as session:
        session.get_one(premises.Customer, counter.town.tenant).arrears = 120_000_00
    with counter.db.read() as session:
        hint = views.arrears_hint(session, counter.form())
        assert views.arrears_hint(session, counter.form(room=Ref(counter.town.own, "15-09"))) == ""
    assert "120,000.00" in hint and "不影响放行" in hint
    assert counter.issued().state == "issued"


def test_the_lead_is_a_lead_and_not_the_handler(counter):
    crew = counter.crew
    with pytest.raises(FieldErrors, match="赵倩 不是当班负责人"):
        counter.issued(lead=Ref(crew.other_qt.staff_id, ""))
    with pytest.raises(FieldErrors, match="不能是同一人"):
        counter.issued(crew.lead)
    with pytest.raises(FieldErrors, match="请选择签章"):
        counter.issued(lead=Ref(None, "王班长"))
    with counter.unit(crew.manager) as session:
        people.change_staff(session, crew.lead.staff_id, name="王班长", roles=[Role.DB], active=False)
    with pytest.raises(FieldErrors, match="请选择签章"):
        counter.issued()


def test_one_person_alone_at_night_may_do_both_and_is_reviewed(counter):
    lead = counter.crew.lead
    counter.at(20)
    with pytest.raises(FieldErrors, match="次日由主管补审"):
        counter.issued(lead)
    slip = counter.issued(lead, lead_note="夜班一人")
    assert slip.alone
    with counter.db.read() as session:  # not while the shift goes on
        assert [due.label for due in views.due(session)] == ["已开具"]
    counter.at(9, day=SUNDAY)
    with counter.db.read() as session:
        assert [due.label for due in views.due(session)] == ["昨日过期,请核对是否已用", "待主管补审"]
    with counter.unit() as session:
        service.note_unused(session, slip.uid, note="已问,未搬")
    with counter.db.read() as session:
        assert [due.label for due in views.due(session)] == ["待主管补审"]
    with counter.unit(lead) as session, pytest.raises(RuleError, match="没有这项权限"):
        lone.approve(session, slip.uid)
    with counter.unit(counter.crew.supervisor) as session:
        assert lone.approve(session, slip.uid).reviewed_by == "陈主管"
    with counter.db.read() as session:
        assert not views.due(session)


def test_at_midnight_a_slip_is_expired_even_before_anybody_notes_it(counter):
    slip = counter.issued()
    counter.at(23, 59)
    with counter.db.read() as session:
        assert views.row(service.find(session, slip.uid))["state"] == "issued"
        assert list(views.ids(session, "issued", "")) == [slip.id]
    counter.at(0, 0, SUNDAY)
    with counter.db.read() as session:
        assert views.row(service.find(session, slip.uid))["state"] == "expired"
        assert not views.ids(session, "issued", "") and list(views.ids(session, "ended", "")) == [slip.id]
    with counter.unit() as session, pytest.raises(RuleError, match="现在是「已过期」"):
        service.void(session, slip.uid, reason="cancelled", approver_id=counter.crew.lead.staff_id)


def test_expiring_is_noted_once_by_the_program(counter):
    slip = counter.issued()
    with counter.db.write(SYSTEM) as session:
        assert service.expire_due(session) == 0
    counter.at(0, 0, SUNDAY)
    for expected in (1, 0):
        with counter.db.write(SYSTEM) as session:
            assert service.expire_due(session) == expected
    with counter.db.read() as session:
        last = audit.history(session, slip.uid)[-1]
    assert (last.who, last.verb, last.changes["state"]) == (
        "系统",
        "release_slips.expire",
        ("issued", "expired"),
    )
    with counter.unit() as session, pytest.raises(RuleError, match="没有这项权限"):
        service.expire_due(session)


def test_a_slip_is_for_one_day_and_only_a_move_takes_several(counter):
    plan = {"plan_from": clock.at(SATURDAY, 14), "plan_to": clock.at(SUNDAY, 18)}
    with pytest.raises(FieldErrors, match="不能跨日"):
        counter.issued(**plan)
    with pytest.raises(FieldErrors, match="跨日搬家须由客服主管"):
        counter.issued(kind="move", **plan)
    supervisor = Ref(counter.crew.supervisor.staff_id, "")
    with pytest.raises(FieldErrors, match="最长 3 天"):
        counter.issued(kind="move", lead=supervisor, **plan | {"plan_to": clock.at(date(2026, 11, 24), 18)})
    slip = counter.issued(kind="move", lead=supervisor, **plan)
    assert (slip.valid_until, slip.lead_role) == (clock.at(date(2026, 11, 23)), "KZ")


def test_a_slip_for_tomorrow_is_issued_tomorrow(counter):
    plan = {"plan_from": clock.at(SUNDAY, 9), "plan_to": clock.at(SUNDAY, 11)}
    with pytest.raises(FieldErrors, match="计划 11-22 搬出,请当天再开具"):
        counter.issued(**plan)
    slip = counter.saved(**plan)
    counter.at(8, 45, SUNDAY)
    assert counter.issued(uid=slip.uid, **plan).no == "FX-20261122-001"


def test_what_the_gate_refuses_is_void_and_can_be_issued_anew_with_both_numbers(counter):
    old = counter.issued(items=[{"name": "显示器", "unit": "台", "quantity": 3}])
    with counter.unit() as session:
        draft = service.refuse_at_gate(
            session, old.uid, guard="孙门岗", gate="东门", note="单上 3 台,实有 2 台"
        )
    assert (draft.state, draft.no, draft.id_kind, draft.consent_how) == ("draft", None, "work_card", "")
    two = [{"name": "显示器", "unit": "台", "quantity": "2"}]
    new = counter.issued(uid=draft.uid, items=two)
    assert (old.no, new.no) == ("FX-20261121-001", "FX-20261121-002")
    with counter.db.read() as session:
        old, new = service.find(session, old.uid), service.find(session, new.uid)
        assert (old.state, old.void_kind, old.void_reason) == (
            "refused_at_gate",
            "mismatch",
            "单上 3 台,实有 2 台",
        )
        assert [(i.name, int(i.amount)) for i in old.kept] == [("显示器", 3)]
        assert [(i.name, int(i.amount)) for i in new.kept] == [("显示器", 2)]
        for uid in (old.uid, new.uid):
            (link,) = links.of(session, uid)
            assert (link.kind, link.from_uid, link.to_uid) == ("reissued", old.uid, new.uid)
    with counter.unit() as session, pytest.raises(RuleError, match="已重开为 FX-20261121-002"):
        service.copy_as_new(session, old.uid)


def test_voiding_needs_a_reason_and_a_second_person(counter):
    crew, slip = counter.crew, counter.issued()
    for reason, note, approver, told in (
        ("", "", crew.lead, "请选择作废原因"), ("other", "", crew.lead, "请写明"),
        ("cancelled", "", None, "请选择复核人"), ("cancelled", "", crew.other_qt, "同班作废由当班负责人"),
    ):  # fmt: skip
        with counter.unit() as session, pytest.raises(FieldErrors, match=told):
            service.void(
                session,
                slip.uid,
                reason=reason,
                note=note,
                approver_id=approver.staff_id if approver else None,
            )
    with counter.unit(crew.lead) as session, pytest.raises(FieldErrors, match="另一人复核"):
        service.void(session, slip.uid, reason="cancelled", approver_id=crew.lead.staff_id)
    with counter.unit() as session:
        service.void(session, slip.uid, reason="misprint", approver_id=crew.lead.staff_id, copies_back=False)
    slip = counter.read(slip.uid)
    assert (slip.state, slip.no, slip.void_approver, slip.copies_missing) == (
        "void",
        "FX-20261121-001",
        "王班长",
        True,
    )


def test_a_slip_of_another_shift_is_voided_by_a_supervisor(counter):
    slip = counter.issued()
    counter.at(19)
    with counter.unit() as session, pytest.raises(FieldErrors, match="跨班作废由客服主管"):
        service.void(session, slip.uid, reason="cancelled", approver_id=counter.crew.lead.staff_id)
    with counter.unit() as session:
        service.void(session, slip.uid, reason="cancelled", approver_id=counter.crew.supervisor.staff_id)


def test_a_void_or_expired_slip_is_copied_once_and_the_number_stays_taken(counter):
    slip = counter.issued()
    with counter.unit() as session, pytest.raises(RuleError, match="请先作废"):
        service.copy_as_new(session, slip.uid)
    counter.at(9, day=SUNDAY)
    with counter.unit() as session:
        draft = service.copy_as_new(session, slip.uid)
    with counter.unit() as session:
        assert service.copy_as_new(session, slip.uid).uid == draft.uid
    assert draft.id_kind == "" and draft.applicant == "曾文涛"
    with counter.unit() as session:
        service.discard(session, draft.uid)
        assert service.copy_as_new(session, slip.uid).uid != draft.uid
    assert counter.issued().no == "FX-20261122-001"


def test_a_reprint_beyond_the_limit_needs_a_lead(counter):
    slip = counter.issued()
    for nth in range(4):
        with counter.unit() as session:
            copy = service.reprint(session, slip.uid, counter.archive)
            assert (copy.nth, copy.void) == (nth, False)
            attachments.printed(session, copy.paper.id)
    with counter.unit() as session, pytest.raises(RuleError, match="已补打 3 次"):
        service.reprint(session, slip.uid, counter.archive)
    with counter.unit(counter.crew.lead) as session:
        assert service.reprint(session, slip.uid, counter.archive).nth == 4
    draft = counter.saved()
    with counter.unit() as session, pytest.raises(RuleError, match="草稿-0002 还没有开具"):
        service.reprint(session, draft.uid, counter.archive)


def test_withdrawing_asks_for_consent_and_signature_anew(counter):
    slip = counter.saved()
    with counter.unit() as session:
        service.submit(session, slip.uid)
        service.record_consent(session, slip.uid, how="on_site", by="周颖")
        service.lead_sign(session, slip.uid, counter.crew.lead.staff_id)
        slip = service.withdraw(session, slip.uid)
        assert (slip.state, slip.consent_how, slip.consent_at, slip.lead_id) == ("draft", "", None, None)
        assert service.submit(session, slip.uid).state == "awaiting_consent"


def test_a_changed_list_keeps_the_struck_lines(counter):
    slip = counter.saved()
    chairs = [
        {"name": "办公椅", "quantity": "12"},
        {"name": "", "quantity": ""},
        {"name": "电缆", "unit": "米", "quantity": "2.5"},
    ]
    with counter.unit() as session:
        service.save(session, counter.form(uid=slip.uid, items=chairs))
    with counter.unit() as session:
        slip = service.save(session, counter.form(uid=slip.uid, items=chairs))
        assert [(i.name, i.removed) for i in slip.items] == [
            ("彩色复印机", True),
            ("办公椅", False),
            ("电缆", False),
        ]
        assert str(slip.pieces) == "14.5"
        told = {entry.entity for entry in audit.history(session, slip.uid)}
    assert told == {"release_slip", "release_item"}


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ({"name": "椅", "quantity": "二"}, "items.1.quantity"), ({"name": "椅", "quantity": "0"}, "items.1.quantity"),
        ({"name": "", "quantity": "1"}, "items.1.name"), ({"name": "椅", "quantity": ""}, "items.1.quantity"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named(counter, line, cell):
    with pytest.raises(FieldErrors) as caught:
        counter.saved(items=[{"name": "桌", "quantity": "1"}, line])
    assert set(errors(caught)) == {cell}


def test_of_a_document_only_the_end_is_kept(counter):
    slip = counter.saved(id_kind="resident_card", id_no="11010519491231002x")
    assert (slip.id_no, slip.id_tail) == ("", "002X")
    with pytest.raises(Doubt):
        counter.saved(id_kind="resident_card", id_no="110105194912310021")
    with counter.unit() as session:
        odd = counter.form(id_kind="resident_card", id_no="110105194912310021")
        assert service.save(session, odd, {"id_no": "旧证"}).id_tail == "0021"


def test_a_visitors_belongings_become_a_draft_linked_to_the_visit(counter):
    with counter.unit() as session:
        visit = visits.register(
            session,
            {
                "name": "张雨薇", "party_size": 1, "phone": "13900135521", "host_name": "单雨桐", "purpose": "business",
                "host_room": Ref(counter.town.let, "15-08 恒泰贸易"), "plate": "粤B12345", "confirm": "phone",
                "confirmed_by": "单雨桐", "belongings": [{"name": "投影仪", "quantity": 1}, {"name": "音箱", "quantity": 2}],
            },
        )  # fmt: skip
        slip = service.from_visit(session, visit.uid, [{"name": "音箱", "quantity": 2}])
        assert service.from_visit(session, visit.uid).pieces == 3
    assert (slip.applicant, slip.plate, slip.by_car, slip.state) == ("张雨薇", "粤B12345", True, "draft")
    assert [(i.name, int(i.amount)) for i in slip.kept] == [("音箱", 2)]
    with counter.db.read() as session:
        (link,) = links.of(session, slip.uid)
    assert (link.kind, link.from_entity, link.from_uid) == ("belongings", "visit", visit.uid)


def test_a_guard_cannot_change_a_slip(counter):
    slip = counter.saved()
    with counter.db.write(SYSTEM) as session:
        guard = people.as_actor(people.add_staff(session, name="孙门岗", code="900", roles=[Role.MG]), "gate")
    with counter.unit(guard) as session, pytest.raises(RuleError, match="没有这项权限"):
        service.save(session, counter.form(uid=slip.uid))


def test_a_contractor_s_tools_become_a_linked_draft(counter):
    with counter.unit() as session:
        stay = contractors.enter(
            session,
            {
                "name": "陈思远", "party_size": 1, "org": "中移铁通", "phone": "13900001111", "id_kind": "work_card",
                "host_room": "12F 弱电间", "host_name": "周颖", "service": "宽带安装", "confirm": "phone",
                "confirmed_by": "周颖", "tools": [{"name": "熔接机", "quantity": 1}],
            },
        )  # fmt: skip
        slip = service.from_contractor(session, stay.uid)
        assert [item.name for item in slip.kept] == ["熔接机"]
        assert views.row(slip)["pieces"] == 1
        assert stay.no in slip.kept[0].remark
        assert [link.to_uid for link in links.of(session, stay.uid)] == [slip.uid]
