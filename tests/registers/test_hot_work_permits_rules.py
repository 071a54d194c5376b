"""Rules of hot work: windows and levels, people, certificates, checklist, the machine as data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock, workdays
from desk_app.core.people import Role
from desk_app.core.settings import Settings
from desk_app.registers.hot_work_permits import checks, levels, rules, terms
from desk_app.registers.hot_work_permits.rules import Case, Policy

CONFIG = Settings({})
CALENDAR = workdays.seed_calendar()
MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 21)
FEAST = date(2026, 10, 1)
NOW = clock.at(MONDAY, 10)
POLICY = Policy()
OFFICE = levels.OFFICE.levels[-1]

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 20)).map(
    lambda naive: clock.at(naive.date(), naive.hour, naive.minute)
)
all_levels = st.sampled_from(list(levels.LEVELS.values()))

FULL = Case(
    place="15-08", spot="茶水间", org="顺达装饰", site_lead="单雨桐", phone="13912345678", work="焊接", methods=("arc",),
    starts=NOW, ends=clock.at(MONDAY, 17, 30), level=OFFICE, latest=clock.at(MONDAY, 17, 30), welder="曾文涛",
    cert_kind="special", cert_no="T44", cert_until=date(2028, 1, 1), cert_review=date(2027, 1, 1), cert_found="valid",
    cert_checked_on=MONDAY, watch="王强", watch_phone="13800138001", supervisor_name="郑工",
    supervisor_roles=frozenset({Role.GC}), ext_kind="powder", ext_count=2, ext_until=date(2027, 1, 1), notice=True,
    answers={one.key: "yes" for one in terms.MEASURES}, inspected=True,
)  # fmt: skip


def wrong(**changes: object) -> dict[str, str]:
    found = checks.missing_for_issue(replace(FULL, **changes), POLICY, NOW)
    return {error.field: error.text for error in found}


def test_a_complete_permit_lacks_nothing():
    assert wrong() == {}


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"cert_until": MONDAY - timedelta(1)}, "cert_until", "2026-11-22 到期"),
        ({"cert_review": MONDAY - timedelta(1)}, "cert_review", "复审日已过"),
        ({"cert_found": "not_found"}, "cert_found", "未查到"),
        ({"cert_found": "expired"}, "cert_found", "查到已过期"),
        ({"cert_found": "mismatch"}, "cert_found", "人证不符"),
        ({"cert_found": ""}, "cert_found", "查询结果"),
        ({"cert_checked_on": None}, "cert_checked_on", "查询日期"),
        ({"cert_checked_on": MONDAY + timedelta(1)}, "cert_checked_on", "今天之后"),
        ({"cert_no": ""}, "cert_no", "操作证号"),
        ({"cert_kind": ""}, "cert_kind", "证件类别"),
        ({"cert_kind": "none"}, "cert_kind", "须持焊接"),
        ({"watch": "曾文涛"}, "watch", "看火人须是另一个人"),
        ({"watch": " 曾 文·涛 "}, "watch", "看火人须是另一个人"),
        ({"watch": ""}, "watch", "看火人"),
        ({"watch_phone": ""}, "watch_phone", "看火人的电话"),
        ({"ext_count": None}, "ext_count", "没有灭火器"),
        ({"ext_count": 0}, "ext_count", "没有灭火器"),
        ({"ext_count": 1}, "ext_count", "只有 1 具"),
        ({"ext_kind": ""}, "ext_kind", "类型"),
        ({"ext_until": None}, "ext_until", "有效期"),
        ({"ext_until": MONDAY - timedelta(1)}, "ext_until", "更换"),
        ({"outdoors": True, "wind": 5}, "wind", "风力 5 级"),
        ({"outdoors": True, "wind": None}, "wind", "须填写风力"),
        ({"supervisor_name": ""}, "supervisor", "物业监督人"),
        ({"supervisor_roles": frozenset({Role.QT})}, "supervisor", "不能作物业监督人"),
        ({"notice": False}, "notice", "公告"),
        ({"impair": True}, "impair_by", "安保主管批准"),
        ({"impair": True, "impair_by": "李敏"}, "impair_by", "不是安保主管"),
        ({"impair": True, "impair_until": NOW}, "impair_until", "晚于动火开始"),
        ({"inspected": False}, "inspect", "到现场查验"),
        ({"reno_refusal": "装修许可证 XK-1 已失效"}, "basis", "已失效"),
        ({"taken": {"spot": "DH-1"}}, "spot", "DH-1"),
        ({"taken": {"watch": "DH-1"}}, "watch", "DH-1"),
        ({"ends": NOW}, "ends", "晚于开始"),
        ({"ends": None}, "ends", "起止"),
        ({"ends": clock.at(MONDAY, 18)}, "ends", "当日当班"),
        ({"level": None}, "level", "等级制"),
        ({"spot": ""}, "spot", "一点一证"),
        ({"methods": ()}, "methods", "动火方式"),
    ],
)
def test_each_refusal_says_what_is_wrong(changes, field, said):
    found = wrong(**changes)
    assert said in found[field]


def test_the_day_the_certificate_ends_is_still_good():
    assert wrong(cert_until=MONDAY, cert_review=MONDAY) == {}


def test_wind_four_is_good_enough_outdoors_and_indoors_wind_does_not_count():
    assert wrong(outdoors=True, wind=4) == {}
    assert wrong(wind=9) == {}


def test_drilling_needs_no_welding_certificate_but_the_kind_must_be_said():
    assert wrong(methods=("drill",), cert_kind="none", cert_no="", cert_until=None, cert_found="") == {}
    assert "cert_kind" in wrong(methods=("drill",), cert_kind="")
    assert "cert_kind" in wrong(methods=("drill", "gas"), cert_kind="none")


@given(st.sets(st.sampled_from([one.key for one in terms.MEASURES]), min_size=1))
def test_every_unanswered_and_every_no_is_named(chosen):
    answers = {one.key: "yes" for one in terms.MEASURES}
    for given_ in ("", "no"):
        found = checks.wrong_checklist(answers | dict.fromkeys(chosen, given_), {})
        assert len(found) == 1
        assert (
            all(one.text in found[0].text for one in terms.MEASURES if one.key in chosen)
            or "14" in found[0].text
        )


def test_not_applicable_must_be_explained():
    answers = {one.key: "yes" for one in terms.MEASURES} | {"cylinders": "na"}
    assert "7 气瓶" in checks.wrong_checklist(answers, {})[0].text
    assert checks.wrong_checklist(answers, {"cylinders": "没有气瓶"}) == []


def test_there_are_fourteen_measures_in_their_order():
    assert [one.number for one in terms.MEASURES] == list(range(1, 15))
    assert len({one.key for one in terms.MEASURES}) == 14
    assert all("F10" in one.clause for one in terms.MEASURES)


def test_both_schemes_have_the_limits_of_the_table():
    hours = {key: [one.hours for one in scheme.levels] for key, scheme in levels.SCHEMES.items()}
    assert hours["a"] == [8, 8, 72]
    assert hours["b"] == [24, 72, 168]


@given(moments, all_levels)
def test_an_offered_end_is_never_beyond_the_level_nor_across_the_shift(start, level):
    end = levels.propose(CONFIG, level, start)
    assert start < end <= start + timedelta(hours=level.hours)
    assert end <= levels.shift_end(CONFIG, start)
    assert levels.last_day(end) == clock.local(start).date()
    assert end <= levels.limit(CONFIG, level, start)


@given(moments, all_levels, st.integers(1, 60 * 24 * 9))
def test_whatever_is_longer_than_its_level_is_refused(start, level, minutes):
    end = start + timedelta(minutes=minutes)
    latest = levels.limit(CONFIG, level, start)
    case = replace(FULL, starts=start, ends=end, level=level, latest=latest, plan="方案 1")
    refused = [error for error in checks.wrong_window(case, start) if error.field == "ends"]
    assert bool(refused) == (end > latest)
    if level.one_shift and end > levels.shift_end(CONFIG, start):
        assert refused


@given(moments, st.integers(1, 60 * 24 * 7), st.sampled_from(list(levels.SCHEMES.values())))
def test_nights_and_days_off_put_a_permit_exactly_one_level_up(start, minutes, scheme):
    reasons = levels.raised_by(CONFIG, CALENDAR, start, start + timedelta(minutes=minutes))
    for level in scheme.levels:
        counted = levels.grade(scheme, level, reasons).level
        place = scheme.levels.index(level)
        assert scheme.levels.index(counted) == (max(0, place - 1) if reasons else place)


@pytest.mark.parametrize(
    ("day", "hour", "hours", "reasons"),
    [
        (MONDAY, 9, 8, ()),
        (MONDAY, 16, 3, ("night",)),
        (MONDAY, 20, 2, ("night",)),
        (MONDAY, 16, 17, ("night",)),
        (SATURDAY, 9, 4, ("weekend",)),
        (FEAST, 9, 4, ("holiday",)),
        (SATURDAY, 20, 2, ("night", "weekend")),
        (MONDAY, 9, 56, ()),
        (date(2026, 11, 20), 9, 56, ("weekend",)),
    ],
)
def test_what_raises_a_window(day, hour, hours, reasons):
    start = clock.at(day, hour)
    assert levels.raised_by(CONFIG, CALENDAR, start, start + timedelta(hours=hours)) == reasons


def test_a_raised_level_is_approved_by_whom_the_table_says():
    third, second = levels.SCHEME_B.levels[2], levels.SCHEME_B.levels[1]
    assert Role.KZ in rules.chain(third)[-1].roles
    raised = levels.grade(levels.SCHEME_B, third, ("night",)).level
    assert (raised, rules.chain(raised)[-1].roles) == (second, (Role.JL,))


@given(moments, st.timedeltas(timedelta(0), timedelta(hours=3)))
def test_a_recheck_counts_from_thirty_minutes_on(quiet, passed):
    early = rules.too_early(quiet, POLICY, quiet + passed)
    assert bool(early) == (passed < timedelta(minutes=30))


def test_remaining_time_is_said_in_words():
    assert rules.remaining(clock.at(MONDAY, 11, 20), NOW) == "剩余 1 小时 20 分"
    assert rules.remaining(clock.at(MONDAY, 12), NOW) == "剩余 2 小时"
    assert rules.remaining(NOW + timedelta(seconds=61), NOW) == "剩余 2 分"
    assert rules.remaining(NOW - timedelta(minutes=7), NOW) == "超期 7 分"
    assert rules.remaining(NOW + timedelta(hours=50), NOW) == "剩余 2 天 2 小时"


@pytest.mark.parametrize(
    ("state", "after"),
    [("issued", "expired"), ("running", "overdue"), ("paused", "overdue"), ("finished", "finished")],
)
def test_the_clock_ends_a_permit(state, after):
    assert rules.effective(state, NOW, NOW) == after
    assert rules.effective(state, NOW, NOW - timedelta(seconds=1)) == state


def test_the_machine_names_every_state_and_can_be_drawn():
    drawing = rules.MACHINE.drawing()
    for state, label in rules.STATE_LABELS.items():
        assert f"{state}: {label}" in drawing
    reached = {step.target for step in rules.MACHINE.steps}
    assert reached == set(rules.STATES)
    assert rules.MACHINE.ends() == {"closed", "expired", "void"}


def test_over_time_one_can_only_end():
    possible = {step.verb for step in rules.MACHINE.steps if "overdue" in step.origins}
    assert possible == {"finish", "abort"}
