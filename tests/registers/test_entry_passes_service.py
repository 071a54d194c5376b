import json
from datetime import date, timedelta

import pytest

from desk_app.core import approvals, attachments, audit, clock, enclosures, links, people, search, settings
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, FieldErrors, KnownError, RuleError
from desk_app.core.people import SYSTEM, Role
from desk_app.registers.entry_passes import paper, service, terms, views
from desk_app.registers.entry_passes.register import REGISTER
from tests.registers.pass_desk import CARD, PERMIT, PIXEL, RENDERS, SATURDAY

A6 = "temporary_pass_a6"


def errors(caught):
    error = caught.value
    found = error.errors if isinstance(error, FieldErrors) else (error,)
    return {one.field: one.text for one in found}


def setting(passes, spec, value):
    with passes.db.write(SYSTEM) as session:
        settings.change(session, spec, value)


def printed(passes, one, forms=paper.A6):
    with passes.db.read() as session:
        return json.loads(passes.archive.read(attachments.paper_of(session, one.uid, forms[one.kind])))


def test_a_temporary_pass_is_issued_in_one_go_and_its_end_is_printed(passes):
    one = passes.issue_temporary()
    assert (one.no, one.state) == ("LS-20261121-001", "issued")
    assert (one.starts, one.ends) == (SATURDAY, date(2026, 11, 23))
    assert (one.fee, one.deposit, one.approver_name) == (0, 0, "")
    said = printed(passes, one)
    assert (said["heading"], said["valid_until"]) == ("临时出入证", "2026-11-23")
    assert (said["number"], said["issuer"], said["photo"]) == ("LS-20261121-001", "李敏", False)


def test_a_long_pass_goes_from_application_over_approval_and_fee_to_issue(passes):
    one = passes.applied()
    assert (one.state, one.no) == ("awaiting_approval", None)
    with passes.unit() as session:
        assert service.approve(session, one.uid, passes.crew.supervisor.staff_id).state == "awaiting_fee"
        paid = service.pay(session, one.uid, receipt=" SJ-0001 ", taken_by=passes.crew.qt.staff_id)
        assert (paid.fee, paid.deposit, paid.receipt, paid.taken_by) == (500, 5000, "SJ-0001", "李敏")
        service.issue(session, one.uid, passes.archive, RENDERS)
        said = [(a.stage, a.name) for a in approvals.given(session, one.uid)]
    assert said == [("check", "李敏"), ("approve", "陈主管")]
    one = passes.read(one.uid)
    assert (one.no, one.state, one.approver_name) == ("CR-20261121-001", "issued", "陈主管")
    assert one.ends == date(2027, 1, 31)  # the permit's last day comes before three months
    assert printed(passes, one)["hours"] == "18:00–08:00" and printed(passes, one, paper.CARD)["photo"]


def test_the_two_kinds_count_their_numbers_apart(passes):
    numbers = [passes.issue_temporary().no, passes.issued().no, passes.issue_temporary(name="李四").no]
    assert numbers == ["LS-20261121-001", "CR-20261121-001", "LS-20261121-002"]


def test_a_draft_has_its_own_number_and_is_found_by_everything(passes):
    one = passes.issued()
    with passes.db.read() as session:
        for text in (
            "草稿-0001",
            "CR-20261121-001",
            "zw",
            "鸿图",
            "hdjn",
            "13912345678",
            "5678",
            PERMIT,
            "15-08",
        ):
            found = one.id in search.find_records(session, text, "entry_passes")
            assert found != (text == "hdjn"), text
        hit = search.by_uid(session, one.uid)
    assert hit.detail == "CR-20261121-001"


def test_three_months_bind_where_the_permit_lasts_longer(passes):
    passes.change_permit(ends=date(2027, 12, 31))
    passes.at(date(2026, 11, 30))
    assert passes.issued().ends == date(2027, 2, 28)
    setting(passes, terms.SAME_YEAR, True)
    assert passes.issued(name="王五").ends == date(2026, 12, 31)


def test_everything_missing_is_told_at_once_and_nothing_is_kept(passes):
    with pytest.raises(FieldErrors) as caught, passes.unit() as session:
        service.apply(session, {"kind": "long", "name": "张伟", "trade": "welder"}, passes.archive)
    assert set(errors(caught)) == {
        "id_kind", "room", "sex", "phone", "org", "guarantor", "permit_no", "photo", "paper_permit", "paper_id",
        "special_no", "special_until", "special_checked",
    }  # fmt: skip
    with passes.db.read() as session:
        assert list(views.ids(session, "all", "")) == []


def test_a_draft_needs_only_kind_and_name(passes):
    for values, field in (({"name": "张伟"}, "kind"), ({"kind": "long"}, "name")):
        with pytest.raises(RuleError) as caught, passes.unit() as session:
            service.save(session, values, passes.archive)
        assert field in errors(caught)
    with passes.unit() as session:
        one = service.save(session, {"kind": "long", "name": "张伟"}, passes.archive)
    assert (one.state, one.shown_no) == ("draft", "草稿-0001")
    with passes.unit() as session:
        assert (
            service.save(session, {"kind": "temporary", "name": "张三", "uid": one.uid}, passes.archive).id
            == one.id
        )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": "suspended", "reason": "违章"}, "停工(违章)"),
        ({"state": "ended", "reason": "完工"}, "已失效(完工)"),
        ({"ends": date(2026, 11, 20)}, "不在期内"),
    ],
)
def test_under_a_permit_not_in_force_no_long_pass_is_applied_for_paid_or_issued(passes, changes, said):
    paid, approved = passes.paid(name="甲"), passes.approved(name="乙")
    passes.change_permit(**changes)
    with pytest.raises(FieldErrors) as caught:
        passes.applied(name="丙")
    assert said in errors(caught)["permit_no"]
    with pytest.raises(FieldErrors, match="装修许可证"), passes.unit() as session:
        service.pay(session, approved.uid, receipt="SJ-9", taken_by=passes.crew.qt.staff_id)
    with pytest.raises(FieldErrors, match="装修许可证"), passes.unit() as session:
        service.issue(session, paid.uid, passes.archive, RENDERS)


def test_an_unknown_permit_is_named(passes):
    with pytest.raises(FieldErrors) as caught:
        passes.applied(permit_no="xk-1")
    assert "没有装修许可证 XK-1" in errors(caught)["permit_no"]


def test_a_welder_whose_certificate_ran_out_yesterday_gets_no_pass(passes):
    shown = {"trade": "welder", "special_no": "T44030001", "special_checked": SATURDAY}
    with pytest.raises(FieldErrors) as caught:
        passes.applied(**shown, special_until=SATURDAY - timedelta(1))
    assert "焊工操作证已于 2026-11-20 到期,过期 1 天" in errors(caught)["special_until"]
    assert passes.applied(**shown, special_until=SATURDAY).state == "awaiting_approval"


def test_a_certificate_that_runs_out_before_issue_stops_the_issue(passes):
    one = passes.paid(trade="electrician", special_no="T1", special_checked=SATURDAY, special_until=SATURDAY)
    passes.at(date(2026, 11, 22))
    with pytest.raises(FieldErrors, match="电工操作证已于 2026-11-21 到期"), passes.unit() as session:
        service.issue(session, one.uid, passes.archive, RENDERS)
    assert passes.read(one.uid).no is None


def test_a_document_with_a_wrong_check_digit_goes_on_with_a_reason(passes):
    values = passes.temporary(id_no="110105194912310021")
    with pytest.raises(Doubt) as caught, passes.unit() as session:
        service.issue_temporary(session, values, passes.archive, RENDERS)
    assert caught.value.field == "id_no"
    with passes.unit() as session:
        one = service.issue_temporary(session, values, passes.archive, RENDERS, {"id_no": "证件如此"})
    assert one.odd_reason == "证件如此"


def test_of_the_document_only_its_mask_is_kept_and_its_end_printed(passes):
    one = passes.issue_temporary(id_no="１１０１０５19491231002x")
    assert (one.id_masked, one.id_tail, one.id_no) == ("110***********002X", "002X", "")
    said = printed(passes, one)
    assert said["id_checked"] == "居民身份证 已核验 尾号 002X"
    assert CARD not in json.dumps(said, ensure_ascii=False) and "110*" not in json.dumps(said)
    with passes.db.read() as session:
        assert CARD not in str([entry.changes for entry in audit.history(session, one.uid)])
    setting(passes, terms.STORE_ID, True)
    assert passes.issue_temporary(name="李四").id_no == CARD


def test_the_sex_is_proposed_by_the_number_and_never_forced(passes):
    assert passes.issue_temporary().sex == "female"
    assert passes.issue_temporary(name="李四", id_no="440524188001010014").sex == "male"
    assert passes.issue_temporary(name="王五", sex="male").sex == "male"
    assert passes.issue_temporary(name="Smith", id_kind="passport", id_no="E12345678").sex == ""


def test_one_person_has_one_pass_unless_somebody_says_why(passes):
    passes.issue_temporary()
    with pytest.raises(Doubt, match="欧阳修远 已持有 LS-20261121-001"):
        passes.issue_temporary()
    passes.at(date(2026, 11, 24))
    assert passes.issue_temporary().no == "LS-20261124-001"


def test_the_photo_is_kept_with_the_pass_and_can_be_changed(passes, tmp_path):
    with passes.unit() as session:
        one = service.save(session, passes.long(), passes.archive)
    with passes.db.read() as session:
        first = enclosures.of(session, one.uid, "photo")
        kept = str(enclosures.full_path(passes.archive, first[0]))
    other = tmp_path / "other.jpg"
    other.write_bytes(PIXEL)  # what a file is says its content, not its name
    with passes.unit() as session:
        service.save(session, passes.long(uid=one.uid, photo=[kept]), passes.archive)
        assert [e.name for e in enclosures.of(session, one.uid)] == ["zhang.png"]
        service.save(session, passes.long(uid=one.uid, photo=[kept, str(other)]), passes.archive)
        assert [e.name for e in enclosures.of(session, one.uid)] == ["other.jpg"]
        service.save(session, passes.long(uid=one.uid, photo=[]), passes.archive)
        assert enclosures.of(session, one.uid) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a" + bytes(50), "不是 jpg 或 png"),
        (b"MZ" + bytes(50), "不是 jpg 或 png"),
        (b"\xff\xd8\xff" + bytes(60 * 1024), "有 61 KB,最大 50 KB"),
        (None, "读不到照片"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "打不开"),
        (PIXEL[:40], "打不开"),
    ],
)
def test_a_file_that_is_no_photo_or_too_large_is_refused(passes, tmp_path, content, said):
    setting(passes, terms.PHOTO_SIZE, 50)
    file = tmp_path / "photo.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RuleError) as caught:
        passes.applied(photo=[str(file)])
    assert said in errors(caught)["photo"]


def test_by_setting_a_long_pass_needs_no_photo(passes):
    setting(passes, terms.PHOTO_REQUIRED, False)
    assert passes.applied(photo=[]).state == "awaiting_approval"


def test_a_photo_that_was_changed_on_disk_is_not_printed(passes):
    one = passes.paid()
    with passes.db.read() as session:
        enclosures.full_path(passes.archive, enclosures.of(session, one.uid)[0]).write_bytes(b"other")
    with pytest.raises(KnownError, match="不一致"), passes.unit() as session:
        service.issue(session, one.uid, passes.archive, RENDERS)
    assert passes.read(one.uid).no is None


def test_the_approver_is_kz_or_jl_and_not_the_handler(passes):
    one, crew = passes.applied(), passes.crew
    for staff, said in ((crew.lead, "王班长不能作"), (None, "请选择由谁审批")):
        with pytest.raises(RuleError, match=said), passes.unit() as session:
            service.approve(session, one.uid, staff.staff_id if staff else None)
    with passes.unit(crew.supervisor) as session:
        own = service.apply(session, passes.long(name="乙"), passes.archive)
    with pytest.raises(RuleError, match="经办人"), passes.unit() as session:
        service.approve(session, own.uid, crew.supervisor.staff_id)
    with passes.unit() as session:
        assert service.approve(session, own.uid, crew.manager.staff_id).approver_name == "何经理"


def test_a_refused_application_goes_back_with_its_reason_and_is_approved_anew(passes):
    one, kz = passes.applied(), passes.crew.supervisor.staff_id
    with pytest.raises(RuleError, match="不同意须写明理由"), passes.unit() as session:
        service.approve(session, one.uid, kz, agreed=False)
    with passes.unit() as session:
        assert service.approve(session, one.uid, kz, agreed=False, note="照片不清").state == "draft"
    with passes.db.read() as session:
        row = views.rows(session, [one.id])[0]
    assert row["reason"] == "陈主管:照片不清"
    with passes.unit() as session:
        again = service.submit(session, one.uid)
        assert (again.state, again.sent_back) == ("awaiting_approval", "")
        assert service.approve(session, one.uid, kz).state == "awaiting_fee"


def test_a_withdrawn_application_is_approved_anew(passes):
    one = passes.approved()
    with passes.unit() as session:
        assert service.withdraw(session, one.uid).state == "draft"
        assert service.submit(session, one.uid).approver_name == ""
        assert [a.stage for a in approvals.given(session, one.uid)] == ["check"]


def test_money_is_never_taken_without_receipt_and_name(passes):
    one = passes.approved()
    with pytest.raises(FieldErrors) as caught, passes.unit() as session:
        service.pay(session, one.uid, receipt=" ", taken_by=None)
    assert set(errors(caught)) == {"receipt", "taken_by"}


def test_amounts_are_settings_and_without_any_the_fee_is_passed_over(passes):
    setting(passes, terms.FEE, 800)
    assert passes.paid().fee == 800
    setting(passes, terms.FEE, 0)
    setting(passes, terms.DEPOSIT, 0)
    assert passes.approved(name="乙").state == "paid"


def test_a_cashier_may_take_the_money(passes):
    with passes.db.write(SYSTEM) as session:
        cashier = people.as_actor(
            people.add_staff(session, name="钱会计", code="060", roles=[Role.CW]), "desk-1"
        )
    one = passes.approved()
    with passes.unit(cashier) as session:
        assert service.pay(session, one.uid, receipt="SJ-1", taken_by=cashier.staff_id).taken_by == "钱会计"
    with pytest.raises(RuleError, match="没有这项权限"), passes.unit(cashier) as session:
        service.issue(session, one.uid, passes.archive, RENDERS)


def test_steps_out_of_order_are_refused_with_what_to_do(passes):
    one = passes.applied()
    with pytest.raises(RuleError, match=r"现在是「待审批」,不能登记收费。.*批准"), passes.unit() as session:
        service.pay(session, one.uid, receipt="SJ", taken_by=1)
    with pytest.raises(RuleError, match="不能修改"), passes.unit() as session:
        service.save(session, passes.long(uid=one.uid), passes.archive)
    issued = passes.issue_temporary()
    with pytest.raises(RuleError, match=r"现在是「已发证」,不能修改.*作废"), passes.unit() as session:
        service.save(session, passes.temporary(uid=issued.uid), passes.archive)
    with pytest.raises(RuleError, match="须先审批"), passes.unit() as session:
        service.issue_temporary(session, passes.long(), passes.archive, RENDERS)
    with passes.unit() as session:
        draft = service.save(session, passes.temporary(name="丁"), passes.archive)
        with pytest.raises(RuleError, match="临时出入证不需要审批"):
            service.submit(session, draft.uid)


def test_when_the_archive_fails_there_is_no_number(passes):
    passes.archive.folder.write_text("in the way")
    with pytest.raises(KnownError):
        passes.issue_temporary()
    passes.archive.folder.unlink()
    assert passes.issue_temporary().no == "LS-20261121-001"


def test_an_application_is_given_up_without_a_number(passes):
    one = passes.applied()
    with passes.unit() as session:
        gone = service.discard(session, one.uid, reason="不来了")
    assert (gone.state, gone.no, gone.void_reason) == ("void", None, "不来了")
    with passes.db.read() as session:
        assert views.month(session, date(2026, 11, 1), date(2026, 11, 30)) == []


def test_a_void_pass_keeps_its_number_and_is_made_anew(passes):
    one, crew = passes.issue_temporary(), passes.crew
    with pytest.raises(FieldErrors, match="请选择复核人"), passes.unit() as session:
        service.void(session, one.uid, reason="misprint", approver_id=None)
    with passes.unit() as session:
        gone = service.void(
            session, one.uid, reason="misprint", approver_id=crew.lead.staff_id, card_back=False
        )
        assert (gone.state, gone.no, gone.void_approver, gone.card_missing) == (
            "void", "LS-20261121-001", "王班长", True,
        )  # fmt: skip
        fresh = service.copy_as_new(session, one.uid)
        assert service.copy_as_new(session, one.uid).uid == fresh.uid
        assert [link.kind for link in links.of(session, one.uid)] == ["reissued"]
        assert service.issue(session, fresh.uid, passes.archive, RENDERS).no == "LS-20261121-002"


def test_a_paid_pass_is_voided_by_the_manager_alone(passes):
    one, crew = passes.issued(), passes.crew
    with pytest.raises(FieldErrors, match="已收费的证作废由经理复核"), passes.unit() as session:
        service.void(session, one.uid, reason="wrong_entry", approver_id=crew.supervisor.staff_id)
    with passes.unit() as session:
        assert (
            service.void(session, one.uid, reason="wrong_entry", approver_id=crew.manager.staff_id).state
            == "void"
        )


def test_an_application_that_was_paid_and_cannot_be_issued_any_more_is_voided_not_stuck(passes):
    one = passes.paid()
    passes.change_permit(state="ended", reason="竣工")
    with pytest.raises(FieldErrors, match="已失效"), passes.unit() as session:
        service.issue(session, one.uid, passes.archive, RENDERS)
    with pytest.raises(FieldErrors, match="已收费的证作废由经理复核"), passes.unit() as session:
        service.void(session, one.uid, reason="cancelled", approver_id=passes.crew.supervisor.staff_id)
    with passes.unit() as session:
        manager = passes.crew.manager.staff_id
        gone = service.void(session, one.uid, reason="cancelled", approver_id=manager, card_back=False)
        assert (gone.state, gone.no, gone.card_missing) == ("void", None, False)
    with passes.db.read() as session:
        assert [said.label for said in views.due(session)] == ["押金可退"]
        assert "void" in {action.key for action in REGISTER.actions if "paid" in action.states}


def test_of_another_shift_a_supervisor_reviews(passes):
    one, crew = passes.issue_temporary(), passes.crew
    passes.at(date(2026, 11, 22))
    with pytest.raises(FieldErrors, match="跨班作废"), passes.unit() as session:
        service.void(session, one.uid, reason="misprint", approver_id=crew.lead.staff_id)
    with passes.unit() as session:
        service.void(session, one.uid, reason="misprint", approver_id=crew.supervisor.staff_id)


def test_a_valid_pass_is_not_copied(passes):
    one = passes.issue_temporary()
    with pytest.raises(RuleError, match="不能复制重办"), passes.unit() as session:
        service.copy_as_new(session, one.uid)


def test_a_copy_of_another_day_asks_for_the_document_again(passes):
    one = passes.issue_temporary()
    passes.at(date(2026, 11, 25))
    with passes.unit() as session:
        fresh = service.copy_as_new(session, one.uid)
        assert (fresh.name, fresh.id_kind, fresh.id_masked) == ("欧阳修远", "", "")
        with pytest.raises(FieldErrors, match="身份证件"):
            service.issue(session, fresh.uid, passes.archive, RENDERS)


def test_a_duty_lead_looks_at_a_temporary_pass_once(passes):
    one = passes.issue_temporary()
    with pytest.raises(RuleError, match="没有这项权限"), passes.unit() as session:
        service.spot_check(session, one.uid)
    with passes.unit(passes.crew.lead) as session:
        assert service.spot_check(session, one.uid).checked_by == "王班长"
    with pytest.raises(RuleError, match="抽查只用于"), passes.unit(passes.crew.lead) as session:
        service.spot_check(session, one.uid)
    own = passes.issue_temporary(passes.crew.lead, name="丁")
    with pytest.raises(RuleError, match="经办人以外"), passes.unit(passes.crew.lead) as session:
        service.spot_check(session, own.uid)


def test_reprints_are_the_issued_bytes_and_are_counted(passes):
    one = passes.issue_temporary()
    with passes.unit() as session:
        seen = []
        for _ in range(4):
            copy = service.reprint(session, one.uid, passes.archive, A6)
            seen.append((copy.nth, copy.void))
            attachments.printed(session, copy.paper.id)
        assert seen == [(0, False), (1, False), (2, False), (3, False)]
        with pytest.raises(RuleError, match="已补打 3 次"):
            service.reprint(session, one.uid, passes.archive, A6)
        assert service.reprint(session, one.uid, passes.archive, "temporary_pass_card").nth == 0
    with passes.unit(passes.crew.lead) as session:
        assert service.reprint(session, one.uid, passes.archive, A6).nth == 4
        service.void(session, one.uid, reason="misprint", approver_id=passes.crew.supervisor.staff_id)
        assert service.reprint(session, one.uid, passes.archive, A6).void


def test_what_is_not_issued_or_lost_is_not_printed(passes):
    draft, lost = passes.applied(name="甲"), passes.lost()
    for one, said in ((draft, "还没有发证"), (lost, "挂失的请办补证")):
        with pytest.raises(RuleError, match=said), passes.unit() as session:
            service.reprint(session, one.uid, passes.archive, A6)


def test_a_room_typed_by_hand_is_the_room_on_file(passes):
    one = passes.issue_temporary(room=Ref(None, "1508"))
    assert (one.room_id, one.place) == (passes.town.let, "15-08 恒泰贸易")
    assert passes.issue_temporary(name="丁", room=Ref(None, "地库 B2")).place == "地库 B2"
    assert clock.today() == SATURDAY


def test_another_document_is_looked_at_anew(passes):
    with passes.unit() as session:
        one = service.save(session, passes.temporary(), passes.archive)
        kept = service.save(session, passes.temporary(uid=one.uid, id_no=""), passes.archive)
        assert kept.id_tail == "002X"
        other = service.save(
            session, passes.temporary(uid=one.uid, id_no="", id_kind="passport"), passes.archive
        )
        assert (other.id_masked, other.id_tail) == ("", "")
