import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.documents.lines import ELLIPSIS, NO_END, NO_START, clean, fit, prose, units, wrap


def measure(text: str, size: float) -> float:
    """Stand in for a font: Chinese letters are one size wide, others half."""
    return sum(size if unicodedata.east_asian_width(char) in "WF" else size / 2 for char in text)


TEXTS = st.text(alphabet="中文物业放行条，。；：？！”“》《）（、abcXYZ019 -.@￥…(),", max_size=80)
WIDTHS = st.integers(40, 400)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(measure(line, 10) <= width for line in wrap(text, width, 10, measure))


@given(TEXTS, WIDTHS)
def test_no_letter_is_lost_or_doubled_by_breaking(text: str, width: int) -> None:
    assert "".join(wrap(text, width, 10, measure)).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, WIDTHS)
def test_lines_break_only_where_they_may(text: str, width: int) -> None:
    """A line that begins or ends with a forbidden mark, or inside a word, had no other way."""
    if any(measure(unit.strip(), 10) > width for unit in units(text)):
        return
    lines = wrap(text, width, 10, measure)
    assert all(line[0] not in NO_START for line in lines[1:] if line)
    assert all(line[-1] not in NO_END for line in lines[:-1] if line)


@given(st.lists(st.from_regex(r"[A-Za-z0-9]{1,9}", fullmatch=True), min_size=1, max_size=20))
def test_words_and_numbers_are_not_split(parts: list[str]) -> None:
    lines = wrap("号".join(parts), 100, 10, measure)
    assert all(any(part in line for line in lines) for part in parts)


@given(TEXTS)
def test_units_joined_are_the_text(text: str) -> None:
    assert "".join(units(text)) == text


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_fitted_text_never_leaves_its_column(text: str, width: int, most: int) -> None:
    fitted = fit(text, width, most, 10, 7, measure)
    assert len(fitted.lines) <= most
    assert 7 <= fitted.size <= 10
    assert all(measure(line, fitted.size) <= width for line in fitted.lines)


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_what_is_cut_says_so_and_nothing_else_is_lost(text: str, width: int, most: int) -> None:
    fitted = fit(text, width, most, 10, 7, measure)
    shown = "".join(fitted.lines).replace(" ", "")
    whole = text.replace(" ", "")
    if fitted.cut:
        assert shown.endswith(ELLIPSIS)
        assert whole.startswith(shown[: -len(ELLIPSIS)])
    else:
        assert shown == whole


@given(TEXTS, WIDTHS, st.integers(1, 12))
def test_prose_is_wrapped_before_it_shrinks(text: str, width: int, most: int) -> None:
    fitted = prose(text, width, most, 10, 7, measure)
    assert len(fitted.lines) <= most
    assert all(measure(line, fitted.size) <= width for line in fitted.lines)
    assert fitted.cut or "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")
    if len(wrap(text.strip(), width, 10, measure)) <= most:
        assert fitted.size == 10


def test_one_line_shrinks_no_more_than_it_must() -> None:
    fitted = fit("1508恒泰贸易", 100, 1, 60, 8, measure)
    assert not fitted.cut
    assert 16 < fitted.size <= 100 / 6


def test_a_long_value_shrinks_a_little_before_it_wraps() -> None:
    assert fit("放行放行放行放", 64, 2, 10, 7, measure).lines == ("放行放行放行放",)
    assert len(fit("放行放行放行放行放行", 64, 2, 10, 7, measure).lines) == 2


def test_a_figure_stays_with_its_unit() -> None:
    assert wrap("间距不小于 10 m、距火点", 75, 10, measure) == ["间距不小于", "10 m、距火点"]
    assert list(units("电话 13800138001 李敏")) == ["电", "话 ", "13800138001 ", "李", "敏"]


def test_a_long_name_is_broken_at_its_hyphen() -> None:
    assert wrap("Hohenzollern-Sigmaringen", 100, 10, measure) == ["Hohenzollern-", "Sigmaringen"]


@pytest.mark.parametrize("dirt", ["\ud800", "\x00", "\x1b", "\u202e", "\ufeff", "\ufe0f", "\U000e0100"])
def test_what_cannot_be_printed_is_taken_out(dirt: str) -> None:
    assert clean(f"单{dirt}雨桐") == "单雨桐"


def test_every_kind_of_space_becomes_a_plain_one() -> None:
    assert clean("单\t雨\n桐\u3000李\u2028敏\xa0") == "单 雨 桐 李 敏 "


def test_names_are_not_rewritten() -> None:
    assert clean("㛃䶮𠅤·﨎") == "㛃䶮𠅤·﨎"
