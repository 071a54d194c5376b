from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock
from desk_app.core.errors import RuleError
from desk_app.core.people import Role
from desk_app.registers.key_loans import rules, terms
from desk_app.registers.key_loans.rules import Asked, Case, Given, KeyFact

DAY = date(2026, 11, 21)
NOW = clock.at(DAY, 10)
ROOM = KeyFact(
    "u1", "A-01-01", "owner_retained", 2, owners=("刘海",), owner_phones=(("刘海", "13900010001"),)
)
PLANT = KeyFact("u2", "A-02-01", "plant")
FIRE = KeyFact("u3", "A-02-02", "fire")
CUSTODY = replace(ROOM, uid="u4", code="A-01-02", kind="custody")
COMMON = KeyFact("u5", "A-02-03", "common")
KZ = Given("陈主管", frozenset({Role.KZ}), "phone")


def case(*keys: KeyFact, **changes) -> Case:
    values = {
        "standing": "cleaning", "borrower": "陈春梅", "phone": "13900002222", "id_kind": "work_card",
        "purpose": "patrol", "due_at": clock.at(DAY, 17, 30), "asked": tuple(Asked(k, k.code, 1) for k in keys),
    }  # fmt: skip
    return Case(**(values | changes))


def needs(*keys: KeyFact, **changes) -> tuple[str, ...]:
    return rules.needs(case(*keys, **changes), NOW)


def test_owner_and_sales_register_and_sign_everybody_else_needs_the_supervisor():
    assert needs(ROOM, standing="owner", borrower="刘海") == ()
    assert needs(ROOM, standing="sales", borrower="高俊") == ()
    for standing in ("trustee", "engineering", "security", "cleaning", "works", "other"):
        assert needs(ROOM, standing=standing) == ("kz",)


def test_who_says_he_is_the_owner_of_another_room_is_somebody_else():
    assert needs(ROOM, standing="owner", borrower="周颖") == ("kz",)
    text = rules.why_kz(case(ROOM, standing="owner", borrower="周颖"), NOW)
    assert "业主不是「周颖」" in text and "A-01-01" in text


def test_plant_fire_and_custody_keys_ask_their_own_people():
    assert needs(PLANT) == needs(PLANT, standing="sales") == ("gc",)
    assert needs(PLANT, standing="owner", borrower="刘海") == ("gc",)
    assert needs(FIRE) == ("ab",)
    assert needs(CUSTODY) == ("owner", "kz")
    assert needs(CUSTODY, standing="owner", borrower="刘海") == ()


def test_several_keys_ask_everybody_each_of_them_asks():
    assert needs(PLANT, FIRE, CUSTODY, COMMON) == ("owner", "gc", "ab", "kz")


def test_a_night_away_asks_the_supervisor_too():
    tomorrow = clock.at(DAY + timedelta(days=1), 9)
    assert needs(ROOM, standing="owner", borrower="刘海", due_at=tomorrow) == ("kz",)
    assert needs(PLANT, due_at=tomorrow) == ("gc", "kz")
    midnight = clock.at(DAY + timedelta(days=1))
    assert needs(ROOM, standing="sales", due_at=midnight) == ()
    assert rules.needs(case(ROOM, standing="sales", due_at=tomorrow), NOW, overnight_kz=False) == ()


def missing(*keys: KeyFact, **changes) -> dict[str, str]:
    return {e.field: e.text for e in rules.missing_consents(case(*keys, **changes), NOW)}


def test_the_sentence_says_exactly_whose_consent_is_missing():
    assert "设备房钥匙" in missing(PLANT)["gc"] and "工程主管" in missing(PLANT)["gc"]
    assert "随同的安保主管" in missing(FIRE)["ab"]
    assert missing(COMMON)["kz"] == "保洁借用 A-02-03 须客服主管同意,请填写同意的主管。"
    assert missing(COMMON, consents={"kz": KZ}) == {}


def test_a_consent_counts_only_from_the_right_person_who_is_not_the_handler_and_says_how():
    engineer = Given("郑工", frozenset({Role.GC}), "in_person")
    assert "不能作这项同意" in missing(PLANT, consents={"gc": KZ})["gc"]
    assert missing(PLANT, consents={"gc": engineer}) == {}
    assert "经办人" in missing(PLANT, consents={"gc": replace(engineer, is_handler=True)})["gc"]
    assert "同意方式" in missing(PLANT, consents={"gc": replace(engineer, how="")})["gc_how"]


def test_the_owner_agrees_only_by_a_telephone_on_file():
    given = {"kz": KZ}
    assert "档案登记的号码" in missing(CUSTODY, consents=given, owner_phone="13811112222")["owner_phone"]
    assert set(missing(CUSTODY, consents=given, owner_phone="139 0001 0001")) == {"owner_by"}
    assert missing(CUSTODY, consents=given, owner_phone="13900010001", owner_by="刘海") == {}
    unknown = replace(CUSTODY, owner_phones=())
    assert "没有业主的电话" in missing(unknown, consents=given, owner_phone="1")["owner_phone"]


def errors(one: Case) -> dict[str, str]:
    return {e.field: e.text for e in rules.missing_in_form(one)}


def test_everything_missing_is_told_under_its_field():
    assert set(errors(Case())) == {"borrower", "standing", "phone", "id_kind", "key", "purpose"}
    assert set(errors(case(COMMON, purpose="other"))) == {"purpose_note"}
    assert set(errors(case(COMMON, standing="works"))) == {"org"}


def test_a_key_must_exist_hang_in_the_cabinet_and_be_named_once():
    gone = replace(COMMON, state="out", holder="曾文涛", due_at=clock.at(DAY, 17, 30))
    found = errors(
        case(asked=(Asked(gone, "A-02-03", 1), Asked(PLANT, "A-02-01", 5, 0), Asked(None, "Z-9", 1, 1)))
    )
    assert "曾文涛 借着,应还 11-21 17:30" in found["key"]
    assert "1 到 1" in found["keys.0.pieces"] and "没有「Z-9」" in found["keys.1.code"]
    assert "填了两次" in errors(case(PLANT, PLANT))["key"]
    assert "不能办理" in errors(case(replace(PLANT, state="lost")))["key"]


def test_a_collection_needs_the_very_receipt_and_never_tells_it():
    kept = replace(ROOM, receipt_no="YS-20261101-001")
    assert "须凭盖章" in errors(case(kept, kind="collect"))["receipt_no"]
    wrong = errors(case(kept, kind="collect", receipt_no="YS-20261101-002"))["receipt_no"]
    assert "YS-20261101-002" in wrong and "YS-20261101-001" not in wrong
    assert "没有留存收条" in errors(case(ROOM, kind="collect", receipt_no="YS-1"))["receipt_no"]
    assert errors(case(kept, kind="collect", receipt_no="YS-20261101-001")) == {}


def test_a_part_of_what_is_on_the_receipt_needs_a_reason():
    kept = replace(ROOM, receipt_no="YS-1")
    asked = case(kept, kind="collect", receipt_no="YS-1", receipt_keys=frozenset({"u1", "u9"}))
    assert "还有 1 串" in rules.doubts(asked, {})[0].text
    assert rules.doubts(asked, {"receipt_no": "其余下周领"}) == []


def test_only_the_owner_takes_over_and_after_the_inspection():
    given = case(ROOM, kind="hand_over", standing="owner", borrower="刘海")
    assert "验房" in errors(given)["inspection"]
    assert "只能由业主" in errors(replace(given, standing="sales"))["standing"]
    assert "委托书" in errors(replace(given, standing="trustee"))["authority"]
    assert "不是户内钥匙" in errors(case(PLANT, kind="hand_over", standing="owner"))["key"]
    assert "留存其余" in errors(replace(given, inspection="YF-1"))["agrees"]
    assert errors(replace(given, inspection="YF-1", agrees=True)) == {}
    assert errors(replace(given, inspection="YF-1", asked=(Asked(ROOM, "A-01-01", 2),))) == {}


def test_keys_are_kept_only_with_the_owners_consent_and_one_receipt():
    given = case(kind="retain", standing="owner", borrower="刘海", asked=(Asked(ROOM, "A-01-01", 2),))
    assert "当面征得同意" in errors(given)["agrees"]
    assert errors(replace(given, agrees=True)) == {}
    held = replace(ROOM, receipt_no="YS-1")
    assert "已有留存收条" in errors(replace(given, agrees=True, asked=(Asked(held, "", 2),)))["key"]
    assert "托管" in errors(replace(given, agrees=True, asked=(Asked(CUSTODY, "", 2),)))["key"]
    assert "发放业主" in errors(replace(given, agrees=True, asked=(Asked(ROOM, "", 1),)))["pieces"]


def test_a_loan_comes_back_at_a_time_that_is_still_to_come():
    assert rules.wrong_due(case(due_at=None), NOW)[0].field == "due_at"
    assert "早于现在" in rules.wrong_due(case(due_at=NOW - timedelta(minutes=1)), NOW)[0].text
    assert rules.wrong_due(case(due_at=NOW), NOW) == []
    assert rules.wrong_due(case(kind="hand_over", due_at=None), NOW) == []


def test_overdue_keys_and_an_unknown_owner_ask_for_a_reason():
    asked = case(COMMON, overdue=("A-02-03",))
    assert "逾期未还的钥匙:A-02-03" in rules.doubts(asked, {})[0].text
    assert rules.doubts(asked, {"borrower": "急修"}) == []
    taking = case(ROOM, kind="hand_over", standing="owner", borrower="周颖")
    assert rules.doubts(taking, {})[0].field == "standing"


@given(st.integers(0, 24 * 60 - 1), st.booleans())
def test_the_default_time_is_today_and_never_behind(minute, by_shift):
    now = clock.at(DAY) + timedelta(minutes=minute)
    due = rules.default_due(now, "17:30", clock.at(DAY + timedelta(days=1), 8, 30), by_shift=by_shift)
    assert due >= now
    assert not rules.overnight(due, now)


def test_the_default_is_the_setting_until_that_has_passed():
    end = clock.at(DAY, 17, 30)
    assert rules.default_due(NOW, "18:15", end, by_shift=False) == clock.at(DAY, 18, 15)
    assert rules.default_due(NOW, "18:15", end, by_shift=True) == end
    assert rules.default_due(clock.at(DAY, 20, 5), "17:30", end, by_shift=False) == clock.at(DAY, 22, 5)


def test_overdue_is_seen_and_grows_louder():
    due, end = clock.at(DAY, 17, 0), clock.at(DAY, 17, 30)
    morning = clock.at(DAY + timedelta(days=1), 8, 30)
    assert rules.seen("out", due, clock.at(DAY, 16, 20), 30) == "out"
    assert rules.seen("out", due, clock.at(DAY, 16, 30), 30) == "due"
    assert rules.seen("partly_back", due, clock.at(DAY, 17, 1), 30) == "late"
    assert rules.seen("returned", due, clock.at(DAY, 18), 30) == "returned"
    moments = (clock.at(DAY, 17, 10), clock.at(DAY, 17, 30), clock.at(DAY + timedelta(days=1), 0, 1))
    assert [rules.escalation(moment, end) for moment in moments] == ["call", "report_kz", "report_jl"]
    night = (clock.at(DAY + timedelta(days=1), 0, 1), morning, clock.at(DAY + timedelta(days=2), 0, 1))
    found = [rules.escalation(moment, morning) for moment in night]
    assert found == ["call", "report_kz", "report_jl"], "midnight ends no night shift"
    assert set(terms.ESCALATIONS) == {"call", "report_kz", "report_jl"}
    assert [rules.how_long(n) for n in (25, 180, 5000)] == ["25 分钟", "3 小时", "3 天"]


def test_every_state_is_reached_and_a_refused_step_says_what_is_possible():
    reached = rules.MACHINE.start | {step.target for step in rules.MACHINE.steps}
    assert reached == set(rules.STATES)
    with pytest.raises(RuleError, match="现在是「已归还」,不能登记遗失"):
        rules.MACHINE.go("returned", "lose")
    assert rules.MACHINE.ends() == {"returned", "settled", "void"}
