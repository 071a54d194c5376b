"""Passwords: length counts, what everybody uses or could guess does not; kept as Argon2id."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.core import passwords
from desk_app.core.errors import RuleError

SITE = ("中盛国际中心", "中盛国际中心物业服务中心", "A座", "李敏", "欧阳子涵", "001")
GOOD = "楼下的桂花每年十月才开一回啊呀"


def refused(password: str, least: int = 12, again: str | None = None) -> str:
    with pytest.raises(RuleError) as caught:
        passwords.check(password, password if again is None else again, least=least, site=SITE)
    return caught.value.text


def test_the_shipped_cost_is_64_mib_three_passes_four_lanes_and_the_hash_says_so():
    passwords.set_cost(None)
    try:
        kept = passwords.make_hash(GOOD)
        assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
        assert passwords.fits(GOOD, kept)
        assert not passwords.fits(GOOD + "。", kept)
    finally:
        passwords.set_cost(passwords.QUICK)


def test_two_hashes_of_one_password_differ():
    assert passwords.make_hash(GOOD) != passwords.make_hash(GOOD)


def test_nothing_fits_an_empty_hash():
    assert not passwords.fits("", "")
    assert not passwords.fits(GOOD, "")


def test_every_keyboard_gives_the_same_password():
    kept = passwords.make_hash("Ａpple café ２０２６")
    assert passwords.fits("Apple café 2026", kept)
    assert passwords.fits(unicodedata.normalize("NFD", "Apple café 2026"), kept)


@given(st.text(min_size=15, max_size=60))
def test_any_text_can_be_hashed_and_only_it_fits(text):
    kept = passwords.make_hash(text)
    assert passwords.fits(text, kept)
    assert not passwords.fits(text + "x", kept)


def test_length_counts_and_composition_does_not():
    assert passwords.check(GOOD, GOOD, least=15) == GOOD
    assert passwords.check("mai yu mi de lao ye ye", "mai yu mi de lao ye ye", least=15)
    assert "至少 15 个字符" in refused("Xk9#", 15)
    assert "至少 15 个字符" in refused("Xk9#mq ok then", 8)  # no setting goes below the floor
    assert "最多 128" in refused(GOOD * 20)
    assert "控制字符" in refused(GOOD + "\x07")
    assert "不一样" in refused(GOOD, again=GOOD + "!")


@pytest.mark.parametrize(
    "common",
    [
        "passwordpassword", "Password2026!!!", "drowssap12345678", "123456789012345", "abcdefghijklmnop",
        "qwertyuiopqwertyuiop", "aaaaaaaaaaaaaaaa", "1qaz2wsx3edc4rfv", "PASSWORDPASSWORD", "iloveyou13141314",
        "zxcvbnmzxcvbnmzxcvbnm", "１２３４５６７８９０１２３４５",
    ],
)  # fmt: skip
def test_what_many_people_use_is_refused(common):
    assert "很多人用" in refused(common)


@pytest.mark.parametrize(
    "guessable",
    [
        "中盛国际中心物业服务中心前台2026", "zhongshengguoji2026", "中盛国际中心前台2026!!!", "李敏001李敏001李敏001",
        "limin-limin-2026", "ouyangzihan@2026", "frontdesk-frontdesk", "物业前台物业前台2026888",
    ],
)  # fmt: skip
def test_what_anybody_in_the_building_could_guess_is_refused(guessable):
    assert "本楼" in refused(guessable) or "很多人用" in refused(guessable)


def test_a_sentence_may_have_the_buildings_name_in_it():
    text = "中盛国际中心门口卖豆腐脑的大叔"
    assert passwords.check(text, text, least=15, site=SITE) == text


def test_the_list_has_enough_words():
    assert len(passwords._common()) >= 3_000  # NIST SP 800-63B-4, ASVS 6.2.4


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "1111", "1234", "8765", "一二三四"])
def test_a_pin_is_four_to_eight_digits_and_not_the_first_guess(pin):
    with pytest.raises(RuleError):
        passwords.check_pin(pin, pin)
    assert passwords.check_pin("2580", "2580") == "2580"


def test_a_one_time_code_is_long_and_never_twice_the_same():
    codes = {passwords.one_time_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 23 and not set("ILO01U") & set(code) for code in codes)
