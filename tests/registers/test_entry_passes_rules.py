from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.declare import label_of
from desk_app.core.errors import RuleError
from desk_app.core.people import Role
from desk_app.core.voiding import Voiding
from desk_app.registers.entry_passes import rules, terms, validity
from desk_app.registers.entry_passes.rules import Case, Policy
from desk_app.registers.entry_passes.validity import Terms

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
COMPLETE = Case(
    kind="long", name="张伟", sex="male", id_kind="resident_card", id_masked="110***********002X",
    phone="13912345678", org="鸿图装饰", trade="carpenter", place="15-08", permit_no="XK-20261101-001",
    permit_ends=date(2027, 1, 31), guarantor="梁工", paper_permit=True, paper_id=True, photo=True,
)  # fmt: skip


def changed(**changes):
    return Case(**{**vars(COMPLETE), **changes})


def fields(errors):
    return {error.field: error.text for error in errors}


def test_a_temporary_pass_of_the_21st_is_valid_until_the_23rd():
    assert validity.limit("temporary", TODAY, Terms()).day == date(2026, 11, 23)
    assert validity.limit("temporary", TODAY, Terms(temp_today=False)).day == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 11, 21), date(2027, 2, 21)),
        (date(2026, 10, 31), date(2027, 1, 31)),
        (date(2026, 8, 31), date(2026, 11, 30)),
    ],
)
def test_three_months_end_on_the_corresponding_day_or_the_months_last(start, end):
    assert validity.limit("long", start, Terms()).day == end


@given(DAYS, DAYS, st.integers(1, 12), st.booleans())
def test_a_long_pass_never_outlives_its_permit_its_months_or_by_setting_its_year(
    start, permit, months, same_year
):
    bounds = Terms(months=months, same_year=same_year)
    free = validity.limit("long", start, Terms(months=months)).day
    found = validity.limit("long", start, bounds, permit)
    assert found.day <= permit and found.day <= free
    assert not same_year or found.day.year <= start.year
    assert found.day in {permit, free, date(start.year, 12, 31)}
    assert found.why


@given(DAYS, st.integers(1, 12))
def test_months_end_on_the_same_day_of_the_month_or_on_its_last(start, months):
    end = validity.limit("long", start, Terms(months=months)).day
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or ((end + timedelta(1)).day == 1 and end.day < start.day)


@given(DAYS, st.integers(1, 30))
def test_a_temporary_pass_counts_the_day_of_issue(start, days):
    end = validity.limit("temporary", start, Terms(temp_days=days)).day
    assert (end - start).days + 1 == days


@given(DAYS, DAYS, st.integers(0, 400))
def test_an_extension_begins_when_the_pass_ends_or_today_and_keeps_the_limits(permit, ends, late):
    today = ends + timedelta(late - 30)
    start = validity.extension_start(ends, today)
    assert start > ends and start >= today and (start == today or start == ends + timedelta(1))
    most = validity.extension_limit(ends, today, Terms(), permit)
    assert most.day <= permit
    assert most.day <= validity.limit("long", max(ends, today), Terms()).day


@given(st.sampled_from(rules.STATES), st.integers(-20, 20), st.integers(0, 14))
def test_only_a_card_that_is_out_runs_out(state, days, grace):
    found = validity.effective(state, TODAY - timedelta(days), TODAY, grace)
    if state not in ("issued", "frozen", "expired"):
        assert found == state
    elif days > grace:
        assert found == "overdue"
    elif state != "expired":
        assert found == ("expired" if days > 0 else state)


def test_a_pass_is_valid_on_its_last_day_overdue_after_a_week():
    ends = date(2026, 11, 10)
    seen = [validity.effective("issued", ends, ends + timedelta(n), 7) for n in (0, 1, 7, 8)]
    assert seen == ["issued", "expired", "expired", "overdue"]


def test_a_complete_application_lacks_nothing():
    assert rules.missing_in_form(COMPLETE, Policy()) == []
    assert rules.wrong(COMPLETE, Policy(), TODAY) == []


def test_an_empty_long_application_says_everything_it_lacks():
    found = fields(rules.missing_in_form(Case(kind="long"), Policy()))
    assert set(found) == {
        "name", "id_kind", "room", "sex", "phone", "org", "trade", "guarantor", "permit_no", "photo",
        "paper_permit", "paper_id",
    }  # fmt: skip
    assert "装修许可证" in found["permit_no"]


def test_a_temporary_pass_asks_for_little():
    found = fields(rules.missing_in_form(Case(kind="temporary"), Policy()))
    assert set(found) == {"name", "id_kind", "room", "reason"}
    found = fields(rules.missing_in_form(Case(kind="temporary", id_kind="passport"), Policy()))
    assert "只留掩码" in found["id_no"]


def test_by_setting_a_long_pass_needs_no_photo():
    assert fields(rules.missing_in_form(changed(photo=False), Policy()))["photo"]
    assert rules.missing_in_form(changed(photo=False), Policy(photo=False)) == []


@pytest.mark.parametrize("trade", sorted(terms.SPECIAL))
def test_electricians_and_welders_show_a_certificate_that_is_valid(trade):
    found = fields(rules.missing_in_form(changed(trade=trade), Policy()))
    assert set(found) == {"special_no", "special_until", "special_checked"}
    named = label_of(terms.TRADES, trade)
    assert all(named in text for text in found.values())
    shown = {"trade": trade, "special_no": "T4403", "special_checked": TODAY}
    yesterday = changed(**shown, special_until=TODAY - timedelta(1))
    assert rules.missing_in_form(yesterday, Policy()) == []
    said = fields(rules.wrong(yesterday, Policy(), TODAY))["special_until"]
    assert said == f"{named}操作证已于 2026-11-20 到期,过期 1 天,不能发证;请出示有效的操作证。"
    assert rules.wrong(changed(**shown, special_until=TODAY), Policy(), TODAY) == []
    tomorrow = changed(**shown | {"special_checked": TODAY + timedelta(1)}, special_until=TODAY)
    assert "晚于今天" in fields(rules.wrong(tomorrow, Policy(), TODAY))["special_checked"]


def test_a_permit_that_is_not_in_force_forbids_the_pass_with_its_own_words():
    case = changed(permit_refusal="装修许可证 XK-20261101-001 停工(违章),不能据此办证。")
    assert fields(rules.wrong(case, Policy(), TODAY)) == {"permit_no": case.permit_refusal}


def test_a_wished_end_is_between_today_and_the_limit():
    for wanted, said in ((TODAY - timedelta(1), "早于今天"), (date(2027, 2, 1), "最晚到 2027-01-31")):
        assert said in fields(rules.wrong(changed(wanted_to=wanted), Policy(), TODAY))["wanted_to"]
    assert rules.end_of(changed(wanted_to=date(2026, 12, 5)), Policy(), TODAY) == date(2026, 12, 5)
    assert rules.end_of(COMPLETE, Policy(), TODAY) == date(2027, 1, 31)
    assert rules.end_of(changed(permit_ends=None), Policy(), TODAY) == date(2027, 2, 21)


def test_a_replacement_ends_with_the_lost_pass():
    case = changed(not_after=date(2026, 12, 1))
    assert rules.end_of(case, Policy(), TODAY) == date(2026, 12, 1)
    assert rules.wrong_replacement(case, TODAY) == []
    assert "不能补证" in rules.wrong_replacement(case, date(2026, 12, 2))[0].text


def test_doubts_are_asked_once():
    case = changed(phone="12", twin="CR-20261101-001")
    assert [doubt.field for doubt in rules.doubts(case, {})] == ["phone", "name"]
    assert "一人一证" in rules.doubts(case, {"phone": "国外号码"})[0].text
    assert rules.doubts(case, {"phone": "国外号码", "name": "换工种"}) == []


def test_money_needs_a_receipt_and_a_name():
    assert set(fields(rules.wrong_payment(rules.Payment(500, 5000, "", "")))) == {"receipt", "taken_by"}
    assert rules.wrong_payment(rules.Payment(0, 0, "", "")) == []
    assert rules.wrong_payment(rules.Payment(500, 0, "SJ-1", "李敏")) == []


def extending(**changes):
    values = {
        "kind": "long", "ends": date(2026, 11, 30), "new_end": date(2027, 1, 15), "permit_no": "XK",
        "permit_refusal": "", "permit_ends": date(2027, 1, 31), "approver": "陈主管",
        "approver_roles": frozenset({Role.KZ}), "approver_is_actor": False,
        "payment": rules.Payment(500, 0, "SJ-2", "李敏"), "certificate": COMPLETE,
    } | changes  # fmt: skip
    return rules.Extending(**values)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"kind": "temporary"}, "new_end", "临时出入证不办延期"),
        ({"new_end": None}, "new_end", "请填写新的有效期至"),
        ({"new_end": date(2026, 11, 30)}, "new_end", "应晚于现在的 2026-11-30"),
        ({"new_end": date(2027, 2, 1)}, "new_end", "最晚只能延到 2027-01-31(装修许可证"),
        ({"new_end": date(2027, 3, 1), "permit_ends": None}, "new_end", "最晚只能延到 2027-02-28(出入证最长 3 个月"),
        ({"permit_refusal": "停工"}, "new_end", "停工"),
        ({"approver": ""}, "approver", "请选择审批人"),
        ({"approver_roles": frozenset({Role.DB})}, "approver", "陈主管 不能审批"),
        ({"approver_is_actor": True}, "approver", "不能是同一人"),
        ({"payment": rules.Payment(500, 0, "", "李敏")}, "receipt", "收据号"),
        (
            {"certificate": changed(trade="welder", special_no="T1", special_until=date(2026, 11, 1))},
            "new_end", "焊工操作证已于 2026-11-01 到期",
        ),
    ],
)  # fmt: skip
def test_an_extension_is_refused_with_its_reason(changes, field, said):
    found = fields(rules.wrong_extension(extending(**changes), Policy(), TODAY))
    assert said in found[field]


def test_a_complete_extension_is_accepted():
    assert rules.wrong_extension(extending(), Policy(), TODAY) == []


def test_once_money_was_taken_the_manager_reviews_a_voiding():
    case = Voiding("misprint", "", "陈主管", frozenset({Role.KZ}))
    assert rules.wrong_voiding(case, paid=False) == []
    assert "已收费的证作废由经理复核" in fields(rules.wrong_voiding(case, paid=True))["approver"]
    assert rules.wrong_voiding(replace(case, approver_roles=frozenset({Role.JL})), paid=True) == []
    assert "请选择复核人" in fields(rules.wrong_voiding(Voiding("misprint"), paid=True))["approver"]


def test_every_step_leads_to_a_known_state_and_the_ends_end():
    for step in rules.MACHINE.steps:
        assert step.target in rules.STATES and step.origins <= set(rules.STATES)
    assert rules.MACHINE.ends() == {"returned", "replaced", "confiscated", "void"}
    assert "awaiting_fee --> paid: 登记收费" in rules.MACHINE.drawing()


def test_a_refused_step_says_what_can_be_done():
    with pytest.raises(RuleError, match=r"现在是「待缴费」,不能发证。可以做的是:.*登记收费"):
        rules.MACHINE.go("awaiting_fee", "issue")
