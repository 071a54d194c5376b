"""Rules of the renovations, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import RuleError
from desk_app.core.people import Role
from desk_app.core.settings import Settings
from desk_app.registers.renovation_permits import checklist, drafting, paper, rules, terms, trials
from desk_app.registers.renovation_permits.checklist import Handed
from desk_app.registers.renovation_permits.trials import Test

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
PLAIN = Settings({})
NO = {matter.key: False for matter in terms.MATTERS}
WHOLE = rules.Case(
    place="15-08", kind="first", relation="tenant", owner="蓝湾", tenant="恒泰", applicant="单", phone="13955215521",
    org="鼎盛", credit_code="9144030071526726XG", foreman="龚", foreman_phone="13800138111", fire_lead="雷",
    fire_phone="13800138112", hours="both", starts=TODAY, ends=TODAY, works=1, answers=NO,
)  # fmt: skip


def fields(errors):
    return [error.field for error in errors]


def text(errors):
    return " ".join(error.text for error in errors)


def test_a_whole_form_lacks_nothing():
    assert rules.missing_in_form(WHOLE, TODAY) == []
    assert rules.doubts(WHOLE, {}) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"place": ""}, "room"), ({"kind": ""}, "kind"), ({"relation": ""}, "relation"), ({"owner": ""}, "owner"),
        ({"tenant": ""}, "tenant"), ({"applicant": ""}, "applicant"), ({"phone": ""}, "phone"), ({"org": ""}, "org"),
        ({"credit_code": ""}, "credit_code"), ({"foreman": ""}, "foreman"), ({"foreman_phone": ""}, "foreman_phone"),
        ({"fire_lead": ""}, "fire_lead"), ({"fire_phone": ""}, "fire_phone"), ({"hours": ""}, "hours"),
        ({"works": 0}, "works"), ({"starts": None}, "starts"), ({"ends": None}, "ends"),
        ({"ends": TODAY - timedelta(1)}, "ends"),
    ],
)  # fmt: skip
def test_each_missing_part_is_said_beside_its_field(change, field):
    assert fields(rules.missing_in_form(replace(WHOLE, **change), TODAY)) == [field]


def test_an_owner_needs_no_tenant():
    assert rules.missing_in_form(replace(WHOLE, relation="owner", tenant=""), TODAY) == []


def test_works_that_ended_before_today_cannot_be_applied_for():
    past = replace(WHOLE, starts=TODAY - timedelta(9), ends=TODAY - timedelta(1))
    assert "已过" in text(rules.missing_in_form(past, TODAY))


@pytest.mark.parametrize("matter", terms.MATTERS, ids=lambda matter: matter.key)
def test_every_question_of_the_self_check_must_be_answered(matter):
    case = replace(WHOLE, answers=NO | {matter.key: None})
    assert fields(rules.wrong_answers(case)) == [rules.asked_key(matter.key)]


@pytest.mark.parametrize("matter", [m for m in terms.MATTERS if m.forbidden], ids=lambda matter: matter.key)
def test_what_is_forbidden_is_refused_even_with_a_paper(matter):
    case = replace(WHOLE, answers=NO | {matter.key: True}, permitted=frozenset({matter.key}))
    errors = rules.wrong_answers(case)
    assert fields(errors) == [rules.asked_key(matter.key)]
    assert "禁止" in text(errors)
    assert matter.label in text(errors)


@pytest.mark.parametrize(
    "matter", [m for m in terms.MATTERS if not m.forbidden], ids=lambda matter: matter.key
)
def test_what_needs_approval_is_refused_without_its_government_paper(matter):
    case = replace(WHOLE, answers=NO | {matter.key: True})
    assert "政府批文" in text(rules.wrong_answers(case))
    assert rules.wrong_answers(replace(case, permitted=frozenset({matter.key}))) == []


@pytest.mark.parametrize("code", ["9144030071526726XG", "914403001922038216", "91110108551385082Q"])
def test_a_credit_code_with_its_check_sign_is_believed(code):
    assert rules.credit_code_doubt(code) is None


@given(st.integers(0, 17), st.sampled_from(rules._CODE_SIGNS))
def test_a_credit_code_with_one_wrong_sign_is_doubted(place, sign):
    code = "9144030071526726XG"
    wrong = code[:place] + sign + code[place + 1 :]
    assert (rules.credit_code_doubt(wrong) is None) == (wrong == code)


@pytest.mark.parametrize("code", ["", "9144030071526726X", "91440300715267260O", "9144030071526726XGG"])
def test_a_credit_code_of_another_shape_is_doubted(code):
    assert "18 位" in rules.credit_code_doubt(code)


def test_a_doubt_with_a_reason_is_gone():
    case = replace(WHOLE, credit_code="9144030071526726XX", phone="1380013811")
    assert fields(rules.doubts(case, {})) == ["phone", "credit_code"]
    assert rules.doubts(case, {"phone": "分机", "credit_code": "已核对执照"}) == []


def test_a_qualification_that_ends_before_the_works_is_asked_about():
    case = replace(WHOLE, qual_until=TODAY, ends=TODAY + timedelta(30))
    assert fields(rules.doubts(case, {})) == ["qual_until"]


def keys(case, config=PLAIN):
    return {item.key for item in checklist.required(rules.facts(case, config))}


def test_which_papers_are_required_depends_on_the_answers():
    base = keys(replace(WHOLE, relation="owner", kind="repair"))
    assert base == {
        "form", "plan", "licence", "qualification", "foreman_id", "insurance", "agreement", "fire_duty",
    }  # fmt: skip
    assert keys(replace(WHOLE, kind="repair")) - base == {"owner_consent"}
    assert keys(replace(WHOLE, relation="owner")) - base == {"ceiling"}
    assert keys(replace(WHOLE, relation="owner", kind="repair", by_agent=True)) - base == {"authorisation"}
    wet = replace(
        WHOLE, relation="owner", kind="repair", touches=frozenset({"water", "electric", "fire", "aircon"})
    )
    assert keys(wet) - base == {"water", "electric", "electrician", "fire", "aircon"}
    asked = replace(WHOLE, relation="owner", kind="repair", answers=NO | {"gas": True})
    assert keys(asked) - base == {"government"}
    assert base - keys(
        replace(WHOLE, relation="owner", kind="repair"), Settings({terms.INSURANCE.key: False})
    ) == {"insurance"}


def handed(facts, **until):
    return [
        Handed(item.key, True, until.get(item.key, date(2030, 1, 1) if item.expiry is checklist.Expiry.ALWAYS else None))
        for item in checklist.required(facts)
    ]  # fmt: skip


FACTS = rules.facts(WHOLE, PLAIN)


def test_complete_papers_lack_nothing():
    assert checklist.missing(FACTS, handed(FACTS), TODAY) == []


def test_missing_papers_are_named_all_at_once():
    papers = [paper for paper in handed(FACTS) if paper.item not in ("plan", "owner_consent")]
    (error,) = checklist.missing(FACTS, papers, TODAY)
    assert error.text == "资料还缺 2 项:平面图(业主签名)、业主书面同意书。请收齐并勾选后再受理。"
    assert error.field == "plan"


def test_a_paper_is_good_on_its_last_day_and_not_the_day_after():
    assert checklist.missing(FACTS, handed(FACTS, qualification=TODAY), TODAY) == []
    (error,) = checklist.missing(FACTS, handed(FACTS, insurance=TODAY - timedelta(1)), TODAY)
    assert error.text == "「公众责任险保单」有效期至 2026-11-19,已过期,不能受理和发证;请换有效的证件。"


def test_a_paper_that_runs_out_must_say_when():
    papers = [p if p.item != "qualification" else Handed("qualification", True) for p in handed(FACTS)]
    assert "没有填有效期" in text(checklist.missing(FACTS, papers, TODAY))


def test_a_licence_without_a_date_is_for_ever():
    assert checklist.missing(FACTS, handed(FACTS, licence=None), TODAY) == []


def test_the_qualification_of_the_form_is_asked_too():
    case = replace(WHOLE, qual_until=TODAY - timedelta(1), papers=tuple(handed(FACTS, qualification=None)))
    assert "2026-11-19" in text(rules.expired_papers(case, TODAY))
    renewed = replace(case, papers=tuple(handed(FACTS)))
    assert rules.expired_papers(renewed, TODAY) == []


WATER = Test(
    "water", "茶水间", NOW - timedelta(hours=25), NOW - timedelta(hours=1), depth=20, downstairs="周颖", result="passed",
    signed_by="何业",
)  # fmt: skip
PRESSURE = Test(
    "pressure", "茶水间", pressure=800, hold_minutes=30, pressure_drop=50, result="passed", signed_by="何业"
)
LIMIT = trials.Limits()


@pytest.mark.parametrize("test", [WATER, PRESSURE], ids=["water", "pressure"])
def test_a_test_at_its_limits_passes(test):
    assert trials.wrong(test, LIMIT, NOW) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"depth": 19}, "depth"), ({"depth": None}, "depth"), ({"begun_at": NOW - timedelta(hours=24)}, "done_at"),
        ({"downstairs": ""}, "downstairs"), ({"zone": ""}, "zone"), ({"result": ""}, "result"),
        ({"begun_at": None}, "begun_at"), ({"done_at": None}, "done_at"), ({"done_at": NOW + timedelta(1)}, "done_at"),
        ({"done_at": NOW - timedelta(hours=30)}, "done_at"), ({"exempt": "heating"}, "exempt"),
    ],
)  # fmt: skip
def test_a_water_test_below_its_limits_is_not_passed(change, field):
    assert fields(trials.wrong(replace(WATER, **change), LIMIT, NOW)) == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"pressure": 599}, "pressure"), ({"hold_minutes": 29}, "hold_minutes"), ({"pressure_drop": 51}, "pressure_drop"),
        ({"pressure_drop": None}, "pressure_drop"), ({"zone": ""}, "zone"), ({"result": ""}, "result"),
    ],
)  # fmt: skip
def test_a_pressure_test_below_its_limits_is_not_passed(change, field):
    assert fields(trials.wrong(replace(PRESSURE, **change), LIMIT, NOW)) == [field]


def test_a_leak_can_always_be_noted():
    assert trials.wrong(replace(WATER, depth=5, downstairs="", result="leaks"), LIMIT, NOW) == []


def test_the_heating_season_excuses_the_pressure_test_alone():
    assert trials.wrong(Test("pressure", exempt="heating"), LIMIT, NOW) == []
    assert trials.missing([WATER, Test("pressure", exempt="heating")]) == []


def test_both_tests_must_be_passed_and_signed():
    assert fields(trials.missing([])) == ["water", "pressure"]
    assert trials.missing([WATER, PRESSURE]) == []
    assert "没有签字" in text(trials.missing([replace(WATER, signed_by=""), PRESSURE]))
    assert "不合格" in text(trials.missing([replace(WATER, result="leaks"), PRESSURE]))


def test_the_latest_test_of_each_zone_decides():
    leak = replace(WATER, result="leaks")
    assert trials.missing([leak, WATER, PRESSURE]) == []
    assert "茶水间" in text(trials.missing([WATER, leak, PRESSURE]))
    assert "卫生间" in text(trials.missing([WATER, replace(leak, zone="卫生间"), PRESSURE]))


@pytest.mark.parametrize(
    ("typed", "kpa"), [("0.8", 800), ("0。05", 50), ("0", 0), ("1.25 MPa", 1250), ("", None)]
)
def test_a_pressure_is_read_in_megapascals(typed, kpa):
    assert trials.megapascal(typed, "pressure") == kpa


@pytest.mark.parametrize("typed", ["8 bar", "-1", "99", "0.8888", "abc"])
def test_what_is_no_pressure_is_refused(typed):
    with pytest.raises(RuleError) as caught:
        trials.megapascal(typed, "pressure")
    assert caught.value.field == "pressure"


def test_tests_are_needed_where_water_is_touched_or_by_the_setting():
    assert not rules.trials_needed(WHOLE, PLAIN)
    assert rules.trials_needed(replace(WHOLE, touches=frozenset({"water"})), PLAIN)
    assert rules.trials_needed(WHOLE, Settings({terms.TRIAL_ALWAYS.key: True}))


PAID = {"owner_deposit": (1000_00, "1"), "contractor_deposit": (3000_00, "2"), "rubbish": (500_00, "3")}


def test_deposits_and_rubbish_fee_with_their_receipts_are_all_that_is_asked():
    assert rules.missing_fees(PAID, PLAIN) == []
    assert fields(rules.missing_fees({}, PLAIN)) == ["owner_deposit", "contractor_deposit", "rubbish"]
    assert "3,000.00" in text(rules.missing_fees({}, PLAIN))
    assert fields(rules.missing_fees(PAID | {"rubbish": (500_00, "")}, PLAIN)) == ["rubbish_receipt"]
    assert rules.missing_fees({}, Settings({terms.RUBBISH.key: False, terms.OWNER_DEPOSIT.key: 0,
                                            terms.CONTRACTOR_DEPOSIT.key: 0})) == []  # fmt: skip


def test_another_deposit_than_the_setting_is_a_doubt():
    paid = PAID | {"owner_deposit": (900_00, "1")}
    assert "1,000.00" in text(rules.fee_doubts(paid, PLAIN, {}))
    assert rules.fee_doubts(paid, PLAIN, {"owner_deposit": "经理批准"}) == []
    assert rules.fee_doubts(PAID, PLAIN, {}) == []


def test_an_extension_needs_a_later_day_a_reason_and_a_supervisor():
    good = (TODAY + timedelta(9), TODAY, TODAY, "材料晚到", "陈主管", frozenset({Role.KZ}))
    assert rules.wrong_extension(*good) == []
    for place, value, field in (
        (0, None, "new_end"), (0, TODAY, "new_end"), (3, "", "reason"), (4, "", "approver"),
        (5, frozenset({Role.QT}), "approver"),
    ):  # fmt: skip
        wrong = [*good]
        wrong[place] = value
        assert fields(rules.wrong_extension(*wrong)) == [field]


def test_a_permit_is_in_force_on_its_last_day_and_expired_the_day_after():
    assert rules.effective("valid", TODAY, TODAY) == "valid"
    assert rules.effective("suspended", TODAY, TODAY + timedelta(1)) == "expired"
    assert rules.effective("finished", TODAY, TODAY + timedelta(1)) == "finished"


def test_working_hours_say_what_was_applied_for():
    assert "08:00–18:00" in paper.hours_text("quiet", PLAIN)
    assert "噪音、异味" not in paper.hours_text("quiet", PLAIN)
    assert paper.hours_text("both", PLAIN).count("周一至周六") == 2


def test_every_state_is_reached_and_the_drawing_names_it():
    drawing = rules.MACHINE.drawing()
    assert all(f"{state}: {label}" in drawing for state, label in rules.STATE_LABELS.items())
    assert {step.target for step in rules.MACHINE.steps} == set(rules.STATES)
    assert rules.MACHINE.ends() == {"finished", "cancelled", "expired", "withdrawn", "void"}


@pytest.mark.parametrize("state", rules.STATES)
def test_a_step_that_cannot_be_says_what_can(state):
    for step in rules.MACHINE.steps:
        if not rules.MACHINE.can(state, step.verb):
            with pytest.raises(RuleError) as caught:
                rules.MACHINE.go(state, step.verb)
            assert rules.STATE_LABELS[state] in caught.value.text


@pytest.mark.parametrize(
    ("typed", "touched"),
    [
        ("", set()), ("水电", {"water", "electric"}), ("水、消防,空", {"water", "fire", "aircon"}),
        ("外立面 荷载", {"facade", "load"}), ("消防空调", {"fire", "aircon"}),
    ],
)  # fmt: skip
def test_what_a_part_touches_is_typed_in_one_word(typed, touched):
    assert drafting.touched_by(typed) == touched


def test_a_word_that_names_nothing_is_said():
    with pytest.raises(RuleError, match="看不懂"):
        drafting.touched_by("水煤气", "works.0.touches")
