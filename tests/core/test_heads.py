"""The code at the foot of a printed log: what is typed from paper is understood, what is mistyped is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import heads, symbols
from desk_app.core.errors import RuleError
from desk_app.core.heads import Head

HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
NUMBERS = st.integers(min_value=1, max_value=10**9)


@given(NUMBERS, HASHES)
def test_a_code_is_read_back_in_small_letters_with_spaces_and_full_width(number, digest):
    head = Head(number, digest)
    wide = head.code.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"})
    for typed in (head.code, head.code.lower(), head.code.replace("-", " - "), wide, f"  {head.code} "):
        assert heads.read(typed).fits(digest)


@given(NUMBERS, HASHES, HASHES)
def test_a_code_fits_its_own_link_only(number, digest, other):
    if digest[:25] != other[:25]:
        assert not heads.read(Head(number, digest).code).fits(other)


@given(NUMBERS, HASHES, st.data())
def test_every_wrong_symbol_is_told(number, digest, data):
    code = Head(number, digest).code
    at = data.draw(st.sampled_from([n for n, letter in enumerate(code) if letter in symbols.SYMBOLS]))
    choices = "0123456789" if at < code.index("-") else symbols.SYMBOLS
    wrong = data.draw(st.sampled_from([letter for letter in choices if letter != code[at]]))
    with pytest.raises(RuleError) as caught:
        heads.read(code[:at] + wrong + code[at + 1 :])
    assert caught.value.field == "code"


@pytest.mark.parametrize(
    "typed", ["", "12", "-", "12-ABC", "x-" + "0" * 21, "1" * 13 + "-" + "0" * 21, "١٢-" + "0" * 21]
)
def test_what_is_no_code_is_told_with_an_example(typed):
    with pytest.raises(RuleError, match="12345-XXXXX"):
        heads.read(typed)


def test_an_empty_history_has_no_code():
    assert Head(0, "0" * 64).line == ""
