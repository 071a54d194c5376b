"""Numbers of people in free texts are found; the program's own numbers, dates and amounts are no such thing."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_app.core import money, numbering, privacy, recovery_code, written
from desk_app.core.declare import Private
from desk_app.core.heads import Head
from desk_app.core.identity import PROVINCES, check_digit
from desk_app.registers import REGISTERS

PREFIXES = sorted({room.register().prefix for room in REGISTERS} | {"BC", "LS", "XK", "XZ", "XH", "PZ"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("回电13812341234。", "回电138****1234。"),
        ("+86 138-1234-1234", "138****1234"),
        ("证件11010519491231002X,", "证件110***********002X,"),
        ("110105 19491231 002x 本人", "110***********002X 本人"),
        ("旧证 110105491231002。", "旧证 110********1002。"),
        ("护照E12345678", "护照E1*****78"),
        ("持 g12345678 来访", "持 G1*****78 来访"),
        ("EA1234567/H12345678/M1234567801", "EA*****67/H1*****78/M1*******01"),
        ("护照号码:C01X00T47。", "护照号码:C0*****47。"),
        ("passport No. 533380006", "passport No. 53*****06"),
        ("台胞证 12345678,", "台胞证 12****78,"),
        ("居留证 CHN110187010112", "居留证 CH***********12"),
        ("FRA110187010112", "FR***********12"),
        ("E12345678", "E1*****78"),
    ],
)
def test_a_number_of_a_person_is_hidden_where_it_stands_and_comes_back(text, shown):
    assert privacy.free(text) == shown
    assert privacy.free(shown) == shown
    assert privacy.restored(shown, text) == text
    assert privacy.free_kind(text) is (Private.PHONE if "138" in text else Private.NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        "0755-88886666", "010-12345678", "075588886666", "(0755)88886666 转 801", "400-820-8820", "4008208820", "95588",
        "9144030071526726XG", "914403001922038216", "通行证 LS-20261122-001", "护照 2026-11-22 到期", "护照 20261122 核验",
        "通行证 15-08", "E20261122", "KF-CR-01", "E12345678-01", "SN-E12345678", "SF1234567890123", "860123456789012",
        "6222021234567890123", "2026-11-22 09:40–18:30", "100000000.00 元", "D1234567 型", "护照 2 本",
    ],
)  # fmt: skip
def test_what_a_company_a_thing_or_a_day_is_called_by_stays(text):
    assert privacy.free(text) == text


DAYS = st.dates(date(2020, 1, 1), date(2099, 12, 31))
OWN = st.one_of(
    st.builds(numbering.format_number, st.sampled_from(PREFIXES), DAYS, st.integers(1, 99_999)),
    st.builds(lambda day, how: day.strftime(how), DAYS, st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%m-%d"])),
    st.builds(
        lambda at: f"{at:%Y-%m-%d %H:%M:%S}", st.datetimes(datetime(2020, 1, 1), datetime(2099, 12, 31))
    ),
    st.builds(money.text, st.integers(0, 10**11)),
    st.integers(0, 10**10 - 1).map(str),
    st.from_regex(r"[AB]?[0-9]{1,2}-[0-9]{2}|[A-Z][0-9]{3}|[A-Z]-[0-9]{2}-[0-9]{2}|SJ-[0-9]{4,8}", fullmatch=True),
    st.from_regex(r"69[0-9]{11}|0[1-9][0-9]{1,2}-[2-9][0-9]{6,7}|[48]00-?[0-9]{3}-?[0-9]{4}", fullmatch=True),
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.builds(
        lambda number, hashed: Head(number, hashed.hex()).line, st.integers(1, 10**8), st.binary(min_size=32, max_size=32)
    ),
    st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=26, max_size=26).map(recovery_code.shown),
)  # fmt: skip


HASH = "000a13000000000a" + 48 * "0"
"""A file's sum with what looks like a mobile in it: one of three hundred has that."""


@example([HASH], ",")
@given(st.lists(OWN, min_size=1, max_size=5), st.sampled_from([",", "、", " 元,", "(", "号 到 ", "\n"]))
def test_the_programs_own_numbers_dates_and_amounts_stay(parts, between):
    text = between.join(parts)
    assert privacy.free(text) == text


BORN = st.dates(date(1930, 1, 1), date(2029, 12, 31))
THREE = st.integers(0, 999).map("{:03d}".format)
PERSONAL = st.one_of(
    st.builds(lambda p, day, n: f"{p}0105{day:%Y%m%d}{n}", st.sampled_from(sorted(PROVINCES)), BORN, THREE).map(
        lambda first: first + check_digit(first)
    ),
    st.builds(lambda p, day, n: f"{p}0105{day:%y%m%d}{n}", st.sampled_from(sorted(PROVINCES)), BORN, THREE),
    st.from_regex(r"1[3-9][0-9]{9}|[EG]1[0-9]{7}|E[A-H][0-9]{7}|[HM]3[0-9]{7}", fullmatch=True),
)  # fmt: skip


@example(["110105200001010008", HASH], ",")
@given(st.lists(st.one_of(PERSONAL, OWN), max_size=6), st.sampled_from([",", "。", "号,", " 和 "]))
def test_whatever_stands_beside_it_a_number_of_a_person_is_hidden_and_comes_back(parts, between):
    text = between.join(parts)
    hidden = privacy.free(text)
    assert privacy.restored(hidden, text) == text and privacy.free(hidden) == hidden
    found = written.find(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert {text[one.start : one.end] for one in found} <= set(parts)


@given(PERSONAL)
def test_a_number_alone_or_in_full_width_is_hidden(number):
    wide = number.translate({ord(sign): ord(sign) + 0xFEE0 for sign in number})
    for text in (number, f"请回{number}。", wide):
        assert "****" in privacy.free(text) and number not in privacy.free(text)
