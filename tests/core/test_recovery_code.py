"""The code on paper: read as people type it, every slip of one symbol or two swapped ones is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import recovery_code, symbols
from desk_app.core.errors import RuleError

BODIES = st.text(symbols.SYMBOLS, min_size=recovery_code.LENGTH, max_size=recovery_code.LENGTH)
CODES = BODIES.map(lambda body: body + symbols.check(body))


@given(CODES)
def test_a_code_is_read_as_it_is_shown(code: str) -> None:
    assert recovery_code.read(recovery_code.shown(code)) == code


@given(CODES, st.randoms())
def test_small_letters_spaces_full_width_and_lookalikes_are_understood(code: str, rng) -> None:
    alike = {"0": "0oO０", "1": "1iIlL１"}
    typed = "".join(
        rng.choice(alike.get(letter, letter + letter.lower())) + rng.choice(["", "", " ", "-", "—"])
        for letter in code
    )
    assert recovery_code.read(typed) == code


@given(CODES, st.integers(0, 25), st.sampled_from(symbols.SYMBOLS))
def test_one_wrong_symbol_is_noticed(code: str, place: int, other: str) -> None:
    if code[place] != other:
        with pytest.raises(RuleError, match="有一处不对"):
            recovery_code.read(code[:place] + other + code[place + 1 :])


@given(CODES, st.integers(0, 25), st.integers(0, 25))
def test_two_symbols_that_changed_places_are_noticed(code: str, one: int, other: int) -> None:
    swapped = list(code)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    if swapped != list(code):
        with pytest.raises(RuleError, match="有一处不对"):
            recovery_code.read("".join(swapped))


@pytest.mark.parametrize("typed", ["", "7K2M9", "U" * 26, "7K2M9-QX4TB-0ZHVR-51DGC-8WNEA", "恢" * 26])
def test_what_is_no_code_is_told(typed: str) -> None:
    with pytest.raises(RuleError, match="26 位"):
        recovery_code.read(typed)


def test_new_codes_are_codes_and_not_the_same() -> None:
    codes = {recovery_code.new() for _ in range(50)}
    assert len(codes) == 50
    assert all(recovery_code.read(code) == code and recovery_code.looks_like(code) for code in codes)
