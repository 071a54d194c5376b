"""A pasted list of expected visitors becomes form values, or says which line is wrong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import clock
from desk_app.core.declare import Ref
from desk_app.core.errors import FieldErrors
from desk_app.registers.visitors import service
from desk_app.registers.visitors.pasted import parse

TODAY = date(2026, 11, 20)
EXPECTED = {
    "name": "张三", "party_size": 1, "phone": "13800001111", "org": "蓝湾会展", "host_room": Ref(None, "18-06"),
    "host_name": "周颖", "purpose": "business", "expected_at": clock.at(date(2026, 11, 23), 14, 30),
}  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "张三 13800001111 蓝湾会展 18-06 周颖 11-23 14:30",
        "张三\t13800001111\t蓝湾会展\t18-06\t周颖\t11-23\t14:30",
        "张三,13800001111,蓝湾会展,18-06,周颖,11-23,14:30",
        "张三，13800001111，蓝湾会展，18-06，周颖，11月23日，１４：３０",
        "  张三、13800001111、蓝湾会展、18-06、周颖、2026/11/23 14:30:00 ",
        "张三　蓝湾会展　13800001111　18-06　周颖　11.23　14点半",
        "姓名\t电话\t单位\t房号\t被访人\t日期\t时间\n张三\t13800001111\t蓝湾会展\t18-06\t周颖\t11-23\t14:30",
        "被访人,被访房号,访客姓名,手机号,来访单位,到访时间\n周颖,18-06,张三,13800001111,蓝湾会展,2026-11-23 14:30",
    ],
)
def test_a_line_is_understood_however_it_is_parted(line):
    assert parse(line, TODAY) == [EXPECTED]


def test_telephone_company_and_day_may_be_missing():
    (line,) = parse("张三 18-06 周颖 14:30", TODAY)
    assert (line["phone"], line["org"], line["expected_at"]) == ("", "", clock.at(TODAY, 14, 30))
    (line,) = parse("张三,,,18-06,周颖,明天,9点", TODAY)
    assert (line["host_name"], line["expected_at"]) == ("周颖", clock.at(TODAY + timedelta(1), 9))


def test_a_room_that_looks_like_a_day_is_a_room():
    (line,) = parse("张三 12-06 周颖 11-23 14:30", TODAY)
    assert (line["host_room"], line["expected_at"]) == (
        Ref(None, "12-06"),
        clock.at(date(2026, 11, 23), 14, 30),
    )


def test_names_with_spaces_survive_tabs():
    (line,) = parse("John Smith\t\tACME Ltd\t18-06\t周颖\t11-23\t14:30", TODAY)
    assert (line["name"], line["org"]) == ("John Smith", "ACME Ltd")


def test_a_day_in_january_pasted_in_november_is_next_year_s():
    (line,) = parse("张三 18-06 周颖 01-05 9:00", TODAY)
    assert line["expected_at"] == clock.at(date(2027, 1, 5), 9)


def test_each_bad_line_is_named_with_what_is_wrong():
    text = "张三 18-06 周颖 14:30\n\n李四 14:30\n王五 18-06 周颖\n赵六 18-06 周颖 11-31 9:00\n钱七 18-06 周颖 11-19 9:00\n孙八 18-06 周颖 25:00"
    with pytest.raises(FieldErrors) as error:
        parse(text, TODAY)
    said = [one.text for one in error.value.errors]
    assert [one[: one.index("」") + 1] for one in said] == [
        "第 3 行「李四 14:30」", "第 4 行「王五 18-06 周颖」", "第 5 行「赵六 18-06 周颖 11-31 9:00」",
        "第 6 行「钱七 18-06 周颖 11-19 9:00」", "第 7 行「孙八 18-06 周颖 25:00」",
    ]  # fmt: skip
    for sentence, what in zip(
        said, ("缺少被访", "看不出到访时间", "没有 11-31", "已过", "没有 25:00"), strict=True
    ):
        assert what in sentence
    assert {one.field for one in error.value.errors} == {"list"}


@pytest.mark.parametrize("text", ["", "\n \n", "姓名 电话 单位 房号 被访人 日期 时间"])
def test_an_empty_list_is_said_to_be_empty(text):
    with pytest.raises(FieldErrors, match="名单是空的"):
        parse(text, TODAY)


@given(st.text(alphabet=st.sampled_from("张三周颖 \t,,0123456789:-/月日点半明天\n姓名房号"), max_size=60))
def test_any_text_gives_lines_or_sentences_never_a_crash(text):
    try:
        assert all(line["name"] and line["expected_at"] for line in parse(text, TODAY))
    except FieldErrors as error:
        assert error.errors


def test_a_pasted_list_is_noted_all_or_none_and_finds_the_rooms(db, tower, qt, now):
    lines = parse(
        "张三 13800001111 甲公司 1806 周颖 11-23 14:30\n李四 乙公司 1508 单雨桐 11-24 9:00", clock.today()
    )
    with db.write(qt) as session:
        made = service.expect_list(session, lines)
        assert [visit.host_room for visit in made] == ["18-06 蓝湾会展", "15-08 中盛金融"]
        assert made[0].room_id == tower.rooms["18-06"]
        assert [visit.state for visit in made] == ["expected", "expected"]
