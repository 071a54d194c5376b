from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import identity
from desk_app.core.identity import IdKind

TODAY = date(2026, 11, 21)
digits17 = st.text("0123456789", min_size=17, max_size=17)


def finding(kind, number):
    found = identity.check(kind, number, today=TODAY)
    return found.code if found else None


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        (IdKind.RESIDENT_CARD, "11010519491231002X", None),
        (IdKind.RESIDENT_CARD, "1101 0519 4912 3100 2x", None),
        (IdKind.RESIDENT_CARD, "１１０１０５１９４９１２３１００２ｘ", None),
        (IdKind.RESIDENT_CARD, "440524188001010014", None),
        (IdKind.RESIDENT_CARD, "110105194912310021", "check_digit"),
        (IdKind.RESIDENT_CARD, "990105194912310021", "kind"),
        (IdKind.RESIDENT_CARD, "170105194912310021", "region"),
        (IdKind.RESIDENT_CARD, "110105194902300021", "birth"),
        (IdKind.RESIDENT_CARD, "110105203012310021", "birth"),
        (IdKind.RESIDENT_CARD, "110105491231002", "retired"),
        (IdKind.RESIDENT_CARD, "11010519491231X021", "format"),
        (IdKind.RESIDENT_CARD, "٣10105194912310021", "format"),
        (IdKind.RESIDENT_CARD, "810000199408230021", "kind"),
        (IdKind.RESIDENT_CARD, " ", "empty"),
        (IdKind.RESIDENCE_PERMIT, "810000199408230021", None),
        (IdKind.RESIDENCE_PERMIT, "830000199201300022", None),
        (IdKind.RESIDENCE_PERMIT, "830000199201300023", "check_digit"),
        (IdKind.RESIDENCE_PERMIT, "11010519491231002X", "region"),
        (IdKind.FOREIGN_PERMANENT, "91015619991300000" + identity.check_digit("91015619991300000"), None),
        (IdKind.FOREIGN_PERMANENT, "11010519491231002X", "format"),
        (IdKind.FOREIGN_PERMANENT_2017, "USA123456789012", None),
        (IdKind.FOREIGN_PERMANENT_2017, "US1234567890123", "format"),
        (IdKind.HK_MACAU_PASS, "H12345678", None),
        (IdKind.HK_MACAU_PASS, "m1234567801", None),
        (IdKind.HK_MACAU_PASS, "K12345678", "format"),
        (IdKind.TAIWAN_PASS, "12345678", None),
        (IdKind.TAIWAN_PASS, "1234567801", None),
        (IdKind.TAIWAN_PASS, "123456789", "format"),
        (IdKind.PASSPORT, "e 1234 5678", None),
        (IdKind.PASSPORT, "EA1234567", None),
        (IdKind.PASSPORT, "C01X00T47", None),
        (IdKind.PASSPORT, "护照", "format"),
        (IdKind.OFFICER_CARD, "军字第 0012345 号", None),
        (IdKind.WORK_CARD, "", "empty"),
    ],
)
def test_each_document_is_checked_by_its_own_rule(kind, number, code):
    assert finding(kind, number) == code


def test_an_old_card_is_said_to_be_out_of_use():
    found = identity.check(IdKind.RESIDENT_CARD, "110105491231002", today=TODAY)
    assert found is not None and "已停用" in found.text


def test_a_child_born_today_may_visit_but_not_one_born_tomorrow():
    today, tomorrow = "44030620261121001", "44030620261122001"
    assert finding(IdKind.RESIDENT_CARD, today + identity.check_digit(today)) is None
    assert finding(IdKind.RESIDENT_CARD, tomorrow + identity.check_digit(tomorrow)) == "birth"


@given(digits17)
def test_the_check_digit_is_that_of_iso_7064_mod_11_2(first17):
    # ISO 7064's own recursive method, without the table of weights.
    rest = 0
    for digit in first17:
        rest = (rest + int(digit)) * 2 % 11
    assert identity.check_digit(first17) == "0123456789X"[(12 - rest) % 11]


@given(digits17, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_passes(first17, place, by):
    changed = str((int(first17[place]) + by) % 10)
    other = first17[:place] + changed + first17[place + 1 :]
    assert identity.check_digit(other) != identity.check_digit(first17)


@given(st.sampled_from(IdKind), st.text(max_size=30))
def test_any_text_is_normalised_once_checked_and_masked_without_error(kind, text):
    number = identity.normalise(kind, text)
    assert identity.normalise(kind, number) == number
    identity.check(kind, text, today=TODAY)
    masked = identity.mask(kind, text)
    assert len(masked) == len(number)
    assert len(number) < 5 or masked.count("*") >= 1
    identity.guess_kind(text)


def test_masks_show_what_they_may():
    assert identity.mask(IdKind.RESIDENT_CARD, "11010519491231002x") == "110***********002X"
    assert identity.mask(IdKind.PASSPORT, "E12345678") == "E1*****78"
    assert identity.mask(IdKind.HK_MACAU_PASS, "H12345678") == "H1*****78"
    assert identity.mask(IdKind.WORK_CARD, "123") == "***"
    assert identity.last4("11010519491231002x") == "002X"
    assert identity.last4("123") == ""


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("11010519491231002x", IdKind.RESIDENT_CARD),
        ("110105491231002", IdKind.RESIDENT_CARD),
        ("820000199408230021", IdKind.RESIDENCE_PERMIT),
        ("910156199913000001", IdKind.FOREIGN_PERMANENT),
        ("USA123456789012", IdKind.FOREIGN_PERMANENT_2017),
        ("H12345678", IdKind.HK_MACAU_PASS),
        ("12345678", IdKind.TAIWAN_PASS),
        ("E12345678", IdKind.PASSPORT),
        ("EA1234567", IdKind.PASSPORT),
        ("你好", None),
    ],
)
def test_the_kind_is_guessed_from_the_number(number, kind):
    assert identity.guess_kind(number) is kind


def test_every_kind_has_a_name():
    assert list(identity.LABELS) == list(IdKind)
