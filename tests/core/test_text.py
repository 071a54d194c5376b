import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core.errors import RuleError
from desk_app.core.text import clean, file_name, fold, like_escape

anything = st.text(st.characters(exclude_categories=()))


@given(anything, st.booleans())
def test_cleaning_twice_changes_nothing(text, multiline):
    once = clean(text, limit=1000, multiline=multiline)
    assert clean(once, limit=1000, multiline=multiline) == once


@given(anything)
def test_clean_text_can_be_stored_and_holds_no_control_characters(text):
    result = clean(text, limit=1000)
    result.encode()
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in result)
    assert not set(result) & set("\u202e\u2066\ufeff\ufffe\uffff\u200f")


def test_line_ends_become_one_kind_or_a_space():
    assert clean("甲\r\n乙\r丙\u2028丁", multiline=True) == "甲\n乙\n丙\n丁"
    assert clean(" 甲\r\n乙\t丙 ") == "甲 乙 丙"


def test_hostile_marks_go_and_honest_letters_stay():
    assert clean("张\x00三\u202e\ud800") == "张三"
    assert clean("ＡＢ１２　买买提·艾力 𠅤䲜") == "ＡＢ１２　买买提·艾力 𠅤䲜"
    assert clean("e\u0301") == "é"


def test_a_text_too_long_is_refused_under_its_field_not_cut():
    assert clean("字" * 5, limit=5) == "字" * 5
    with pytest.raises(RuleError, match="6 个字,最多 5") as refused:
        clean("字" * 6, limit=5, field="remark")
    assert refused.value.field == "remark"


@given(anything)
def test_folding_twice_changes_nothing_and_leaves_only_letters_and_digits(text):
    folded = fold(text)
    assert fold(folded) == folded
    assert all(c in "0123456789abcdefghijklmnopqrstuvwxyz" for c in folded if c.isascii())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("粤Ｂ·Ｄ１２３４５", "粤bd12345"),
        ("15-08", "1508"),
        ("买买提·艾力", "买买提艾力"),
        ("Müller & Söhne", "mullersohne"),
        (" 138 0013-8000", "13800138000"),
        ("·", ""),
    ],
)
def test_width_case_spaces_and_marks_do_not_matter_when_folded(text, folded):
    assert fold(text) == folded


@given(anything)
def test_a_file_name_is_one_that_windows_takes(text):
    name = file_name(text)
    assert name and not set(name) & set('<>:"/\\|?*\n')
    assert len(name) <= 80 and len(name.encode()) <= 240
    assert name == name.strip(" .")
    assert name.partition(".")[0].strip().lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_a_file_name_leads_nowhere_and_keeps_its_ending():
    assert file_name("../../etc/x.pdf") == "_.._etc_x.pdf"
    assert file_name("CON.txt") == "_CON.txt"
    assert file_name("客服前台月报_项目_202611.xlsx") == "客服前台月报_项目_202611.xlsx"
    assert file_name("长" * 300 + ".pdf").endswith("长.pdf")
    assert file_name("..") == "_"


def test_wildcards_are_literal_for_like():
    assert like_escape(r"50%_\x") == r"50\%\_\\x"
