import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_app.core import phones, plates
from desk_app.core.plates import PlateKind
from desk_app.core.text import clean


@pytest.mark.parametrize(
    ("typed", "number", "masked"),
    [
        ("138 0013-8000", "13800138000", "138****8000"),
        ("+86 138 0013 8000", "13800138000", "138****8000"),
        ("８６１３８００１３８０００", "13800138000", "138****8000"),
        ("0755-8888 6666转801", "0755-88886666-801", "0755-****6666-***"),
        ("(0755)88886666", "0755-88886666", "0755-****6666"),
        ("075588886666", "0755-88886666", "0755-****6666"),
        ("+86-755-88886666", "0755-88886666", "0755-****6666"),
        ("021 2345 6789 分机 12", "021-23456789-12", "021-****6789-**"),
        ("8888 6666", "88886666", "****6666"),
        ("400-800-1234", "4008001234", "400***1234"),
        ("8806", "8806", "****"),
        ("+852 9123 4567", "+85291234567", "+85*****4567"),
        ("95588", "95588", "*****"),
    ],
)
def test_telephones_have_one_spelling_and_are_masked(typed, number, masked):
    assert phones.normalise(typed) == number
    assert phones.check(typed) is None
    assert phones.mask(typed) == masked


@pytest.mark.parametrize("typed", ["1380013800", "12345678901", "无", "138001380001", "010-123"])
def test_what_cannot_be_dialled_gets_a_sentence(typed):
    assert "11 位手机号" in phones.check(typed)


@given(st.text("0123456789-+()转 x分机ａ０", max_size=20))
def test_normalising_a_telephone_twice_changes_nothing_and_the_mask_hides(text):
    once = phones.normalise(text)
    assert phones.normalise(once) == once
    assert len(once) < 5 or phones.mask(text) != once or not any(c.isdigit() for c in once)


def test_the_same_telephone_is_recognised():
    assert phones.same("0755 88886666", "(0755)8888-6666")
    assert not phones.same("", "") and not phones.same("13800138000", "13800138001")


@pytest.mark.parametrize(
    ("typed", "kind", "shown", "masked"),
    [
        ("粤B12388", PlateKind.ORDINARY, "粤B·12388", "粤B·***88"),
        ("粤b·d12345", PlateKind.NEW_ENERGY, "粤B·D12345", "粤B·****45"),
        ("粤B 12345F", PlateKind.NEW_ENERGY, "粤B·12345F", "粤B·****5F"),
        ("京AAF0236", PlateKind.NEW_ENERGY, "京A·AF0236", "京A·****36"),
        ("粤Z1234港", PlateKind.SPECIAL, "粤Z·1234港", "粤Z·***4港"),
        ("使014578", PlateKind.SPECIAL, "使014578", "*****78"),
        ("粤A1234领", PlateKind.SPECIAL, "粤A·1234领", "粤A·***4领"),
        ("京A1234警", PlateKind.SPECIAL, "京A·1234警", "京A·***4警"),
        ("沪C123学", None, "沪C·123学", "沪C·**3学"),
        ("沪C1234学", PlateKind.SPECIAL, "沪C·1234学", "沪C·***4学"),
        ("皖A1234挂", PlateKind.SPECIAL, "皖A·1234挂", "皖A·***4挂"),
        ("临粤B12345", PlateKind.SPECIAL, "临粤B12345", "******45"),
        ("WJ粤12345", PlateKind.SPECIAL, "WJ粤12345", "******45"),
        ("KA12345", PlateKind.SPECIAL, "KA12345", "*****45"),
        ("粤B12345F6", None, "粤B·12345F6", "粤B·*****F6"),
        ("粤BO1234", None, "粤B·O1234", "粤B·***34"),
    ],
)
def test_plates_are_known_by_their_shape(typed, kind, shown, masked):
    assert plates.kind_of(typed) is kind
    assert plates.show(typed) == shown
    assert plates.mask(typed) == masked


def test_an_odd_plate_gets_a_sentence_unless_other_is_ticked():
    assert plates.check("粤B12345") is None
    assert plates.check("粤B12345F6") == ("车牌应为 7 位,新能源 8 位;港澳、使领馆、警车可勾选「其他」后照录")
    assert plates.check("FV 1234", other=True) is None


@given(st.text(max_size=12))
def test_any_text_can_be_normalised_and_masked_as_a_plate(text):
    once = plates.normalise(text)
    assert plates.normalise(plates.show(once)) == once
    plates.check(text)
    assert len(plates.mask(text)) >= len(once)


@given(st.text(st.characters(exclude_categories=())))
@example("õ¥\x98òA")
@example("a e\u0301")
def test_what_is_no_number_comes_back_fit_to_be_kept(text):
    """Control characters went into the database this way."""
    for kept in (phones.normalise(text), plates.normalise(text)):
        assert clean(kept, limit=10**6) == kept
