from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from desk_app.core import approvals, attachments, audit, clock, links, search, settings
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, KnownError, RuleError
from desk_app.core.people import SYSTEM
from desk_app.registers.key_loans import facts, returning, service, terms, views
from desk_app.registers.key_loans.records import Line
from desk_app.registers.keys import service as keys
from tests.conftest import OWNER_CONTACT_PHONE
from tests.registers.loan_desk import SATURDAY
from tests.registers.papers import renderer

SUNDAY = SATURDAY + timedelta(days=1)
MONDAY = date(2026, 11, 23)


def paper(keydesk, loan, form):
    with keydesk.db.read() as session:
        found = attachments.paper_of(session, loan.uid, form)
        assert found is not None
        return json.loads(keydesk.archive.read(found))


def test_a_loan_takes_the_key_from_the_cabinet_and_archives_its_slip(keydesk):
    loan = keydesk.lend()
    assert (loan.no, loan.state, loan.left) == ("YS-20261121-001", "out", 1)
    assert keydesk.key("A-02-03") == ("out", 1, "陈春梅")
    slip = paper(keydesk, loan, "key_loan_slip")
    assert slip["due_at"] == "2026-11-21 17:30" and slip["consent"] == "陈主管 电话"
    assert slip["items"][0]["code"] == "A-02-03" and slip["phone"] == "139****2222"
    with keydesk.db.read() as session:
        [approval] = approvals.given(session, loan.uid)
        assert (approval.stage, approval.name, approval.note) == ("kz", "陈主管", "电话")
        for text in ("ccm", "陈春梅", "洁佳", "A-02-03", "YS-20261121-001", "2222"):
            assert loan.id in search.find_records(session, text, "key_loans"), text


def test_a_cleaner_gets_a_plant_room_key_only_with_the_chief_engineers_consent(keydesk):
    """Scenario 5 of domain.md §9."""
    assert "工程主管" in keydesk.errors("A-02-01")["gc"]
    assert keydesk.key("A-02-01")[0] == "in_cabinet"
    wrong = keydesk.errors("A-02-01", gc=keydesk.ref(keydesk.crew.supervisor), gc_how="phone")
    assert "陈主管 不能作这项同意" in wrong["gc"]
    loan = keydesk.lend("A-02-01", gc=keydesk.ref(keydesk.engineer), gc_how="in_person", kz=None)
    assert loan.approvers == "郑工 当面"


def test_the_owner_borrows_his_own_rooms_key_free(keydesk):
    """Scenario 5 of domain.md §9: 业主本人借同房钥匙免审."""
    mine = {"standing": "owner", "borrower": "刘海", "org": "", "kz": None, "kz_how": ""}
    loan = keydesk.lend("A-01-03", **mine)
    assert (
        loan.approvers == "" and paper(keydesk, loan, "key_loan_slip")["consent"] == "业主、地产销售登记即可"
    )
    assert "业主不是「刘海」" in keydesk.errors("A-01-01", **mine)["kz"]


def test_a_custody_key_asks_the_owner_by_the_telephone_on_file_and_the_supervisor(keydesk):
    assert set(keydesk.errors("A-01-02", kz=None)) == {"owner_phone", "kz"}
    loan = keydesk.lend("A-01-02", owner_phone="139-0001-0001", owner_by="周颖")
    assert (loan.owner_phone, loan.approvers) == (OWNER_CONTACT_PHONE, "周颖 电话\n陈主管 电话")


def test_the_borrowers_copy_names_neither_room_nor_owner(keydesk):
    from desk_app.core.paths import FORMS
    from desk_app.documents import draw, template

    form, _broken = template.load_or_shipped("key_loan_slip", FORMS, FORMS)
    values = {
        "number": "YS-1", "consent": "张建国 电话、陈主管 电话", "approver": "张建国 电话、陈主管 电话",
        "items": [{"code": "A-01-02", "pieces": "1", "place": "15-08 入户门"}],
    }  # fmt: skip
    stub, borrowers = pages(draw.render(form, values))
    assert "张建国" in stub and "15-08" in stub
    assert "A-01-02" in borrowers and "张建国" not in borrowers and "15-08" not in borrowers


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, without blanks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_fire_key_goes_with_the_security_lead(keydesk):
    assert "随同" in keydesk.errors("A-02-02")["ab"]
    assert keydesk.lend("A-02-02", ab=keydesk.ref(keydesk.guard)).approvers == "邱队"


def test_a_night_away_needs_the_supervisor_unless_the_setting_says_otherwise(keydesk):
    sales = {"standing": "sales", "kz": None, "due_at": clock.at(SUNDAY, 9)}
    assert "过夜" in keydesk.errors("A-01-03", **sales)["kz"]
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, terms.OVERNIGHT, False)
    assert keydesk.lend("A-01-03", **sales).state == "out"


def test_a_key_is_never_lent_twice(keydesk):
    keydesk.lend()
    assert "陈春梅 借着" in keydesk.errors()["key"]
    second = keydesk.lend("A-02-01", gc=keydesk.ref(keydesk.engineer), gc_how="phone")
    with keydesk.db.read() as session:
        taken = service.find(session, second.uid).lines[0].id
        key = keys.by_code(session, "A-02-03").uid
    with keydesk.unit() as session, pytest.raises(IntegrityError):
        session.execute(update(Line).where(Line.id == taken).values(key_uid=key))


def test_a_ring_that_is_out_in_part_says_what_to_do_about_the_rest(keydesk):
    keydesk.lend(keys=[{"code": "A-01-03", "pieces": 1}])
    told = keydesk.errors("A-01-03", borrower="别人", phone="13800001111")["key"]
    assert "A-01-03 的 1 把还在 陈春梅 手里(应还 11-21 17:30):还齐才能再借" in told and "分两个挂钩" in told


def test_when_the_archive_fails_nothing_was_lent(keydesk):
    keydesk.archive.folder.write_text("in the way")
    with pytest.raises(KnownError):
        keydesk.lend()
    assert keydesk.key("A-02-03")[0] == "in_cabinet"
    keydesk.archive.folder.unlink()
    assert keydesk.lend().no == "YS-20261121-001"


def test_several_keys_and_part_of_a_ring_come_back_one_by_one(keydesk):
    wanted = [{"code": "a-1-3", "pieces": 2}, {"code": "A-02-03", "pieces": None}]
    loan = keydesk.lend(keys=wanted)
    assert loan.left == 3 and keydesk.key("A-01-03") == ("out", 2, "陈春梅")
    loan = keydesk.give_back(loan, lines=[{"code": "A-01-03", "pieces": 1}, {"code": "A-02-03", "pieces": 0}])
    assert (loan.state, loan.left) == ("partly_back", 2) and keydesk.key("A-01-03") == ("out", 1, "陈春梅")
    with pytest.raises(RuleError, match="还有 1 把未还"):
        keydesk.give_back(loan, lines=[{"code": "A-01-03", "pieces": 2}])
    with pytest.raises(RuleError, match="没有借出 A-01-01"):
        keydesk.give_back(loan, lines=[{"code": "A-01-01", "pieces": 1}])
    with pytest.raises(RuleError, match="哪些钥匙"):
        keydesk.give_back(loan, lines=[])
    keydesk.at(11)
    loan = keydesk.give_back(loan)
    assert (loan.state, loan.left) == ("returned", 0) and keydesk.key("A-01-03") == ("in_cabinet", 0, "")
    first, _ = keydesk.loan(loan.uid).lines
    assert [(r.pieces, r.by_name, r.struck_by) for r in first.returns] == [(1, "陈春梅", "李敏")] * 2
    assert keydesk.lend("A-01-03").state == "out"


def test_the_door_must_be_locked_or_somebody_was_sent(keydesk):
    loan = keydesk.lend()
    with pytest.raises(Doubt, match="门已锁") as caught:
        keydesk.give_back(loan, locked=False)
    assert caught.value.field == "locked"
    keydesk.give_back(loan, locked=False, reasons={"locked": "邱队去看过,已锁"})
    assert keydesk.loan(loan.uid).lines[0].returns[0].note == "邱队去看过,已锁"
    card = keydesk.lend("B-01-01")
    assert keydesk.give_back(card, locked=False).state == "returned"


def test_who_brings_a_broken_key_takes_it_out_of_use(keydesk):
    loan = keydesk.lend()
    keydesk.give_back(loan, lines=[{"code": "A-02-03", "pieces": 1, "condition": "damaged"}], note="齿断")
    assert keydesk.key("A-02-03")[0] == "damaged"


def test_somebody_has_to_bring_a_key_back(keydesk):
    loan = keydesk.lend()
    with pytest.raises(RuleError, match="归还人"):
        keydesk.give_back(loan, by_name=" ")


def test_a_returned_loan_cannot_be_returned_again(keydesk):
    loan = keydesk.give_back(keydesk.lend())
    with pytest.raises(RuleError, match="现在是「已归还」"):
        keydesk.give_back(loan)


def hand_over(keydesk, pieces, **changes):
    values = {
        "kind": "hand_over", "standing": "owner", "borrower": "刘海", "kz": None, "inspection": "YF-20261121-001",
        "keys": [{"code": "A-01-03", "pieces": pieces}],
    }  # fmt: skip
    return keydesk.lend(**(values | changes))


def test_a_hand_over_ends_the_keys_life_at_the_desk(keydesk):
    loan = hand_over(keydesk, 3)
    assert (loan.state, loan.due_at, loan.left) == ("handed_over", None, 0)
    with keydesk.db.read() as session:
        assert keys.by_code(session, "A-01-03") is None
    assert paper(keydesk, loan, "key_loan_slip")["paper_title"] == "钥匙发放签收单"


def void(keydesk, loan, **said):
    with keydesk.unit() as session:
        reviewed = {"reason": "wrong_entry", "approver_id": keydesk.crew.lead.staff_id}
        return service.void(session, loan.uid, **(reviewed | said))


def test_a_key_handed_over_by_mistake_hangs_again_when_the_slip_is_void(keydesk):
    loan = hand_over(keydesk, 3)
    assert void(keydesk, loan).state == "void"
    assert keydesk.key("A-01-03") == ("in_cabinet", 0, "")
    assert hand_over(keydesk, 3).no == "YS-20261121-002"


def test_a_void_hand_over_does_not_push_another_key_off_its_hook(keydesk):
    loan = hand_over(keydesk, 3)
    with keydesk.unit() as session:
        keeper = keydesk.ref(keydesk.crew.qt)
        new = {
            "code": "A-01-03",
            "kind": "common",
            "place": "天台",
            "pieces": 1,
            "source": "made",
            "keeper": keeper,
        }
        keys.add(session, new)
    with pytest.raises(RuleError, match="A-01-03 已挂着 天台 的钥匙"):
        void(keydesk, loan)


def test_a_hand_over_that_left_keys_behind_is_void_after_its_receipt(keydesk):
    loan = hand_over(keydesk, 2, agrees=True)
    with pytest.raises(RuleError, match="请先收回并作废收条,再作废发放单") as caught:
        void(keydesk, loan)
    with keydesk.db.read() as session:
        [link] = links.of(session, loan.uid)
        kept = service.find(session, link.to_uid)
    assert kept.no in caught.value.text
    void(keydesk, kept)
    void(keydesk, loan)
    with keydesk.db.read() as session:
        key = keys.by_code(session, "A-01-03")
        assert (key.state, key.pieces, key.receipt_no) == ("in_cabinet", 3, "")


def test_what_the_owner_leaves_behind_gets_a_receipt_in_the_same_unit_of_work(keydesk):
    loan = hand_over(keydesk, 2, agrees=True)
    with keydesk.db.read() as session:
        [link] = links.of(session, loan.uid)
        kept = service.find(session, link.to_uid)
        assert (kept.kind, kept.state, kept.no, kept.lines[0].pieces) == (
            "retain",
            "kept",
            "YS-20261121-002",
            1,
        )
        key = keys.by_code(session, "A-01-03")
        assert (key.kind, key.pieces, key.receipt_no, key.consent_by) == (
            "owner_retained",
            1,
            kept.no,
            "刘海",
        )
    assert paper(keydesk, kept, "key_receipt")["items"][0]["place"] == "15-09"


def retained(keydesk):
    return keydesk.lend("A-01-04", kind="retain", standing="owner", borrower="刘海", agrees=True, kz=None)


def collect(keydesk, receipt_no, *codes, **changes):
    wanted = {"kind": "collect", "standing": "works", "borrower": "仇海", "org": "宏业装饰", "kz": None}
    return keydesk.lend(*(codes or ("A-01-04",)), receipt_no=receipt_no, **(wanted | changes))


def test_a_collection_redeems_the_stamped_receipt_once(keydesk):
    receipt = retained(keydesk)
    assert receipt.state == "kept" and paper(keydesk, receipt, "key_receipt")["number"] == receipt.no
    with pytest.raises(RuleError, match="不是 YS-20261121-009"):
        collect(keydesk, "YS-20261121-009")
    loan = collect(keydesk, receipt.no.lower())
    assert loan.state == "out" and keydesk.key("A-01-04") == ("with_contractor", 1, "仇海")
    assert keydesk.loan(receipt.uid).state == "redeemed"
    keydesk.give_back(loan)
    with pytest.raises(RuleError, match="已核销"):
        collect(keydesk, receipt.no)
    again = retained(keydesk)
    assert again.no != receipt.no and collect(keydesk, again.no).state == "out"


def test_a_void_collection_gives_the_receipt_back(keydesk):
    receipt = retained(keydesk)
    void(keydesk, collect(keydesk, receipt.no))
    assert keydesk.loan(receipt.uid).state == "kept"
    assert collect(keydesk, receipt.no).state == "out"


def test_keys_left_on_a_redeemed_receipt_are_kept_again_under_a_new_one(keydesk):
    owner = {"kind": "retain", "standing": "owner", "borrower": "刘海", "agrees": True, "kz": None}
    receipt = keydesk.lend("A-01-04", "A-01-03", **owner)
    collect(keydesk, receipt.no, why={"receipt_no": "只进一间"})
    with pytest.raises(RuleError, match="没有留存收条,或收条已核销"):
        collect(keydesk, receipt.no, "A-01-03")
    again = keydesk.lend("A-01-03", **owner)
    assert collect(keydesk, again.no, "A-01-03").state == "out"


def test_a_receipt_from_before_the_program_is_matched_with_the_cabinet(keydesk):
    with keydesk.unit() as session:
        key = keys.by_code(session, "A-01-01")
        key.receipt_no = "ST-0101"
    with pytest.raises(RuleError, match="不是 ST-0102"):
        collect(keydesk, "ST-0102", "A-01-01")
    assert collect(keydesk, "ST-0101", "A-01-01").state == "out"


def test_the_owner_gets_a_kept_key_only_against_his_receipt(keydesk):
    receipt = retained(keydesk)
    keys_ = [{"code": "A-01-04", "pieces": 1}]
    with pytest.raises(RuleError, match="请收回收条"):
        hand_over(keydesk, 1, keys=keys_)
    hand_over(keydesk, 1, keys=keys_, receipt_no=receipt.no)
    assert keydesk.loan(receipt.uid).state == "redeemed"


def test_instructions_are_on_the_slip_and_in_the_record(keydesk):
    with keydesk.unit() as session:
        keys.instruct(session, keys.by_code(session, "A-02-03").uid, text="家中有犬")
    loan = keydesk.lend()
    assert loan.instructions == "家中有犬"
    assert paper(keydesk, loan, "key_loan_slip")["instructions"] == "家中有犬"


def test_who_has_overdue_keys_gets_another_only_with_a_reason(keydesk):
    keydesk.lend()
    keydesk.at(18)
    later = {"due_at": clock.at(SATURDAY, 20), "org": "别的公司", "borrower": "陈师傅"}  # the same telephone
    with pytest.raises(Doubt, match="逾期未还的钥匙:A-02-03") as caught:
        keydesk.lend("A-01-03", **later)
    assert caught.value.field == "borrower"
    loan = keydesk.lend("A-01-03", why={"borrower": "应急"}, **later)
    assert loan.odd_reason == "应急"
    other = keydesk.lend("B-01-01", borrower="万凯", phone="13800001111", org="工程部", due_at=clock.at(SATURDAY, 20),
                         why={"borrower": "没有人问"})  # fmt: skip
    assert other.odd_reason == "", "a reason nobody asked for is not kept"


def test_a_lost_key_goes_its_way_over_the_lock_to_the_new_key(keydesk):
    loan = keydesk.lend("A-01-03", "A-02-03")
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="哪一把:A-01-03、A-02-03"):
            returning.lose(session, loan.uid, code="", answerable="陈春梅")
        with pytest.raises(RuleError, match="责任人"):
            returning.lose(session, loan.uid, code="A-02-03", answerable=" ")
        with pytest.raises(RuleError, match="早于借出"):
            returning.lose(session, loan.uid, code="A-02-03", answerable="陈", at=clock.at(SATURDAY, 9))
        returning.lose(session, loan.uid, code="A-02-03", answerable="陈春梅", note="不见了")
    assert keydesk.loan(loan.uid).state == "partly_back" and keydesk.key("A-02-03")[0] == "lost"
    keydesk.at(12)
    assert keydesk.give_back(loan).state == "lost"
    boss = keydesk.crew.supervisor.staff_id
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="先登记换锁"):
            returning.replace(session, loan.uid, code="A-02-03", pieces=1)
        with pytest.raises(RuleError, match="没有待处理的遗失钥匙 A-01-03"):
            returning.relock(session, loan.uid, code="A-01-03", approver_id=boss)
        with pytest.raises(RuleError, match="由谁承担"):
            returning.relock(session, loan.uid, code="A-02-03", cost=18000, approver_id=boss)
        returning.relock(session, loan.uid, code="A-02-03", cost=18000, paid_by="borrower", approver_id=boss)
    with keydesk.db.read() as session:
        row = views.rows(session, [loan.id])[0]
        assert (row["state"], row["reason"]) == ("lost", "A-02-03 已换锁,未补配")
    with keydesk.unit() as session:
        assert returning.replace(session, loan.uid, code="A-02-03", pieces=2).state == "settled"
    assert keydesk.key("A-02-03")[0] == "in_cabinet"


def test_a_lost_key_that_turns_up_before_the_lock_is_changed_hangs_again(keydesk):
    loan = keydesk.lend()
    with keydesk.unit() as session:
        returning.lose(session, loan.uid, code="A-02-03", answerable="陈春梅")
        assert returning.found(session, loan.uid, code="A-02-03", note="工具车里").state == "settled"
    assert keydesk.key("A-02-03")[0] == "in_cabinet"


def test_what_is_noted_at_the_cabinet_reaches_the_loan(keydesk):
    loan = keydesk.lend()
    with keydesk.unit() as session:
        uid = keys.by_code(session, "A-02-03").uid
        keys.report_lost(session, uid, by="陈春梅", note="主管报失")
    with keydesk.unit(SYSTEM) as session:
        assert returning.catch_up(session) == 1
    assert keydesk.loan(loan.uid).state == "lost"
    keydesk.at(12)
    with keydesk.unit() as session:
        keys.lock_changed(
            session, uid, cost=5000, paid_by="company", approver_id=keydesk.crew.supervisor.staff_id
        )
        keys.replaced(session, uid, pieces=1)
    with keydesk.unit(SYSTEM) as session:
        returning.catch_up(session)
    loan = keydesk.loan(loan.uid)
    assert (loan.state, loan.lines[0].losses[0].cost) == ("settled", 5000)
    with keydesk.unit(SYSTEM) as session:
        assert returning.catch_up(session) == 0


def test_a_call_for_overdue_keys_is_noted(keydesk):
    loan = keydesk.lend()
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="打给了谁"):
            service.chase(session, loan.uid, called="")
        service.chase(session, loan.uid, called="陈春梅", said="马上送来", reported="kz")
    [call] = keydesk.loan(loan.uid).calls
    assert (call.said, call.reported, call.by_name) == ("马上送来", "kz", "李敏")


def test_a_loan_is_extended_and_past_tonight_only_with_the_supervisor(keydesk):
    loan = keydesk.lend()
    with keydesk.unit() as session:
        service.extend(session, loan.uid, due_at=clock.at(SATURDAY, 20))
        with pytest.raises(RuleError, match="过夜"):
            service.extend(session, loan.uid, due_at=clock.at(SUNDAY, 9))
        with pytest.raises(RuleError, match="早于现在"):
            service.extend(session, loan.uid, due_at=clock.at(SATURDAY, 9))
        for hour in (9, 10):
            boss = keydesk.ref(keydesk.crew.supervisor)
            service.extend(session, loan.uid, due_at=clock.at(SUNDAY, hour), kz=boss, how="phone")
    assert keydesk.loan(loan.uid).due_at == clock.at(SUNDAY, 10)
    with keydesk.db.read() as session:
        assert keys.by_code(session, "A-02-03").due_at == clock.at(SUNDAY, 10)


def test_a_void_slip_hangs_its_keys_back_and_keeps_its_number(keydesk):
    loan = keydesk.lend()
    lead = keydesk.crew.lead.staff_id
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="复核人"):
            service.void(session, loan.uid, reason="wrong_entry", approver_id=None)
        service.void(session, loan.uid, reason="wrong_entry", approver_id=lead, copies_back=False)
    loan = keydesk.loan(loan.uid)
    assert (loan.state, loan.no, loan.copies_missing, loan.left) == ("void", "YS-20261121-001", True, 0)
    assert keydesk.key("A-02-03")[0] == "in_cabinet"
    assert keydesk.lend().no == "YS-20261121-002"
    with keydesk.db.read() as session:
        assert audit.history(session, loan.uid)[-1].reason == "填写错误"


def test_the_next_shift_needs_a_supervisor_to_void(keydesk):
    loan = keydesk.lend()
    keydesk.at(19)
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="跨班作废"):
            service.void(session, loan.uid, reason="cancelled", approver_id=keydesk.crew.lead.staff_id)
        service.void(session, loan.uid, reason="cancelled", approver_id=keydesk.crew.supervisor.staff_id)


def test_a_void_receipt_must_have_come_back(keydesk):
    receipt = retained(keydesk)
    lead = keydesk.crew.lead.staff_id
    with keydesk.unit() as session:
        with pytest.raises(RuleError, match="先收回收条"):
            service.void(session, receipt.uid, reason="wrong_entry", approver_id=lead, copies_back=False)
        service.void(session, receipt.uid, reason="wrong_entry", approver_id=lead)
        with pytest.raises(RuleError, match="没有留存收条"):
            service.lend(
                session,
                keydesk.form("A-01-04", kind="collect", receipt_no=receipt.no),
                keydesk.archive, renderer,
            )  # fmt: skip


def test_the_second_print_is_a_reprint_and_the_fifth_needs_the_lead(keydesk):
    """Scenario 15 of domain.md §9."""
    loan = keydesk.lend()
    with keydesk.unit() as session:
        assert service.reprint(session, loan.uid, keydesk.archive).nth == 0
        for _ in range(4):
            attachments.printed(session, service.reprint(session, loan.uid, keydesk.archive).paper.id)
        with pytest.raises(RuleError, match="当班负责人"):
            service.reprint(session, loan.uid, keydesk.archive)
    with keydesk.unit(keydesk.crew.lead) as session:
        copy = service.reprint(session, loan.uid, keydesk.archive)
        assert (copy.nth, copy.void) == (4, False)


def test_a_key_of_another_spelling_and_a_tag_are_understood(keydesk):
    with keydesk.db.read() as session:
        tag = keys.by_code(session, "A-02-03").tag
    loan = keydesk.lend(keys=[{"code": tag.lower(), "pieces": None}])
    assert loan.lines[0].code == "A-02-03"


def test_a_form_without_anything_tells_it_all(keydesk):
    empty = {
        "borrower": "",
        "phone": "",
        "id_kind": "",
        "standing": "",
        "keys": [],
        "purpose": "",
        "due_at": None,
    }
    assert set(keydesk.errors(**empty)) >= {
        "borrower",
        "phone",
        "id_kind",
        "standing",
        "key",
        "purpose",
        "due_at",
    }


def test_the_default_time_follows_the_setting(keydesk):
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, terms.DUE_AT, "16:45")
    with keydesk.db.read() as session:
        assert facts.default_due(session) == clock.at(SATURDAY, 16, 45)
    with keydesk.unit(SYSTEM) as session:
        settings.change(session, terms.DUE_BY, "shift")
    with keydesk.db.read() as session:
        assert facts.default_due(session) == clock.at(SATURDAY, 17, 30)


def test_only_a_named_member_of_staff_counts(keydesk):
    assert "客服主管" in keydesk.errors(kz=Ref(None, "陈主管"))["kz"]
    assert "经办人" in keydesk.errors(actor=keydesk.crew.supervisor)["kz"]
