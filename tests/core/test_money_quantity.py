from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import money, quantity
from desk_app.core.errors import RuleError

DIGITS = {c: n for n, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_integer(text):
    """Read 大写 back: split at the last 亿, then at 万."""
    for name, unit in (("亿", 10**8), ("万", 10**4)):
        if name in text:
            high, _, low = text.rpartition(name)
            return read_integer(high) * unit + (read_integer(low) if low else 0)
    total = digit = 0
    for char in text:
        if char in UNITS:
            total, digit = total + digit * UNITS[char], 0
        else:
            digit = DIGITS[char]
    return total + digit


def read_money(text):
    text = text.removeprefix("人民币").removesuffix("整")
    yuan, mark, rest = text.partition("元")
    if not mark:
        yuan, rest = "", text
    jiao, mark, last = rest.partition("角")
    if not mark:
        jiao, last = "", rest
    last = last.removesuffix("分").removeprefix("零")
    return read_integer(yuan) * 100 + DIGITS.get(jiao, 0) * 10 + DIGITS.get(last, 0)


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (50_00, "人民币伍拾元整"),
        (1000_00, "人民币壹仟元整"),
        (3005_50, "人民币叁仟零伍元伍角整"),
        (5, "人民币伍分"),
        (50, "人民币伍角整"),
        (0, "人民币零元整"),
        (16409_02, "人民币壹万陆仟肆佰零玖元零贰分"),
        (1409_50, "人民币壹仟肆佰零玖元伍角整"),
        (6007_14, "人民币陆仟零柒元壹角肆分"),
        (10_0001_00, "人民币壹拾万零壹元整"),
        (1_0500_0000_00, "人民币壹亿零伍佰万元整"),
        (1_0000_0000_0000_00, "人民币壹万亿元整"),
        (10**16 * 100, "人民币壹亿亿元整"),
    ],
)
def test_amounts_are_written_in_capitals_by_the_rules_of_payment(fen, written):
    assert money.capital(fen) == written


@given(st.integers(0, money.LARGEST_CAPITAL) | st.integers(0, 10**6))
def test_capitals_can_be_read_back(number):
    written = money.capital_integer(number)
    assert read_integer(written) == number
    assert "零零" not in written and (number == 0 or not written.endswith("零"))


@given(st.integers(0, money.LIMIT))
def test_amounts_in_capitals_and_figures_can_be_read_back(fen):
    assert read_money(money.capital(fen)) == fen
    assert money.parse(money.text(fen)) == fen


def test_a_number_too_large_for_capitals_is_a_bug():
    with pytest.raises(ValueError, match="1000"):
        money.capital_integer(10**20)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1,000", 1000_00),
        ("￥50.5", 50_50),
        ("１０００．００元", 1000_00),
        ("1000.", 1000_00),
        ("0.050", 5),
        ("-0", 0),
    ],
)
def test_amounts_are_read_as_people_type_them(typed, fen):
    assert money.parse(typed) == fen


@pytest.mark.parametrize(
    "typed", ["", "abc", "1.234", "-5", "1,00", "1e3", "٣", "--1", "99999999999999", "1.2.3"]
)
def test_an_amount_that_is_none_is_refused_under_its_field(typed):
    with pytest.raises(RuleError) as refused:
        money.parse(typed, field="deposit")
    assert refused.value.field == "deposit"


def test_negative_amounts_are_read_and_shown_where_they_may_be():
    assert money.parse("-1,234.50", negative=True) == -1234_50
    assert money.text(-1234_50) == "-1,234.50"
    assert money.text(-5) == "-0.05"


@pytest.mark.parametrize(
    ("amount", "shown", "written"),
    [
        (12, "12", "壹拾贰"), (2, "2", "贰"), (8, "8", "捌"), (22, "22", "贰拾贰"), (100, "100", "壹佰"),
        (Decimal("2.5"), "2.5", "贰点伍"), (Decimal("0.50"), "0.5", "零点伍"),
        (Decimal("10.05"), "10.05", "壹拾点零伍"),
        (0, "0", "零"), (Decimal("1E+2"), "100", "壹佰"),
    ],
)  # fmt: skip
def test_quantities_are_written_as_on_the_release_slip(amount, shown, written):
    assert quantity.text(amount) == shown
    assert quantity.capital(amount) == written


@given(st.decimals("0.001", 999_999, places=3))
def test_quantities_can_be_read_back(amount):
    assert quantity.parse(quantity.text(amount)) == amount
    whole, _, rest = quantity.capital(amount).partition("点")
    assert Decimal(f"{read_integer(whole)}.{''.join(str(DIGITS[c]) for c in rest) or 0}") == amount


@pytest.mark.parametrize("typed", ["", "0", "-1", "2.0001", "1000000", "两", "1e3", "NaN", "٣"])
def test_a_quantity_that_is_none_is_refused(typed):
    with pytest.raises(RuleError):
        quantity.parse(typed, field="quantity")


def test_quantities_are_read_as_people_type_them():
    assert quantity.parse(" １,２００．５０ ") == Decimal("1200.5")
