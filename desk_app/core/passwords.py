"""What a password must be, and how it is kept (figures/safety.md D8; NIST SP 800-63B-4).

Length counts, not composition: at least 15 characters (a setting, never below), at most 128, all of Unicode,
spaces too, brought to NFKC. Refused is what many people use, and what anybody in the building could guess.
Kept is an Argon2id hash in the usual text form, which names its own cost.
"""

from __future__ import annotations

import base64
import functools
import gzip
import re
import secrets
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desk_app.core import resources
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.pinyin import full, initials

FILE = resources.path("passwords.txt.gz")
MOST = 128
FLOOR = 15
"""No setting goes below: NIST SP 800-63B-4 for a password that is the only factor. A PIN confirms, it never signs in."""
OWN_NAMES = ("物业前台", "物业", "前台", "frontdesk", "deskapp", "wuyeqiantai", "wuye", "qiantai")
SHORTEST_SITE_WORD = 3
"""Shorter words in Latin letters stand in too many sentences; Chinese ones count from two characters."""
_LEAST_LEFT = 6
"""Letters that a password has besides the site's words."""
_ROWS = (
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_CODE_GROUPS, _CODE_GROUP = 4, 5


@dataclass(frozen=True)
class Cost:
    """What one guess costs: `memory` in KiB, `passes` over it, `lanes` at once."""

    memory: int
    passes: int
    lanes: int


SHIPPED = Cost(memory=64 * 1024, passes=3, lanes=4)
"""64 MiB, t=3, p=4: 173 ms where it was measured (figures/safety.md D8)."""
QUICK = Cost(memory=8, passes=1, lanes=1)
"""For tests only: some 0.1 ms."""
_cost = SHIPPED


def set_cost(cost: Cost | None) -> None:
    """Replace the cost in tests; None goes back to the shipped one."""
    global _cost
    _cost = cost or SHIPPED


def plain(password: str) -> str:
    """Return a password as it is hashed: NFKC, so that every keyboard gives the same."""
    return unicodedata.normalize("NFKC", password)


def make_hash(password: str) -> str:
    """Return the Argon2id hash of a password with a salt of its own, as text."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(
        salt=secrets.token_bytes(16), length=32, iterations=_cost.passes, lanes=_cost.lanes,
        memory_cost=_cost.memory,
    )  # fmt: skip
    return str(made.derive_phc_encoded(plain(password).encode("utf-8", "surrogatepass")))


def fits(password: str, kept: str) -> bool:
    """Say whether a password has this hash. An empty hash fits nothing, and takes as long to find out."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    tried = plain(password[: 4 * MOST]).encode("utf-8", "surrogatepass")
    try:
        Argon2id.verify_phc_encoded(tried, kept or _decoy())
    except InvalidKey:
        return False
    return bool(kept)


def is_weaker(kept: str) -> bool:
    """Say whether a hash was made at another cost than today's: it is made anew at the next sign-in."""
    return f"m={_cost.memory},t={_cost.passes},p={_cost.lanes}" not in kept


def one_time_code() -> str:
    """Return a code that is told once: four groups of five letters and digits that are not mistaken (98 bits)."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_CODE_GROUP)) for _ in range(_CODE_GROUPS))
    return "-".join(groups)


def check(password: str, again: str, *, least: int, site: Iterable[str] = (), field: str = "password") -> str:
    """Return the password to be hashed; RuleError under `field` (or "again") says what is wrong with it."""
    text = plain(password)
    if len(text) < max(least, FLOOR):
        sentence = translate(
            "Passwords", "密码至少 {least} 个字符(现有 {found} 个)。可用一句好记的话,空格也算。"
        )
        raise RuleError(sentence.format(least=max(least, FLOOR), found=len(text)), field)
    if len(text) > MOST:
        raise RuleError(translate("Passwords", "密码最多 {most} 个字符。").format(most=MOST), field)
    if not text.isprintable():
        raise RuleError(translate("Passwords", "密码里有看不见的控制字符,请重新输入。"), field)
    if is_common(text):
        raise RuleError(
            translate("Passwords", "这是很多人用的密码,一猜就中。请换一句只有您知道的话。"), field
        )
    if is_of_the_site(text, site):
        sentence = translate("Passwords", "密码主要由本楼的名称、人名或工号组成,容易猜中。请换一句别的话。")
        raise RuleError(sentence, field)
    if plain(again) != text:
        raise RuleError(translate("Passwords", "两次输入的密码不一样。"), "again")
    return text


def check_pin(pin: str, again: str) -> str:
    """Return the PIN to be hashed: 4 to 8 digits, not all alike, not counting up or down."""
    text = plain(pin)
    if not re.fullmatch("[0-9]{4,8}", text):
        raise RuleError(translate("Passwords", "PIN 应为 4 到 8 位数字。"), "pin")
    if len(set(text)) == 1 or _is_row(text):
        raise RuleError(translate("Passwords", "这个 PIN 太容易猜。请换一个。"), "pin")
    if plain(again) != text:
        raise RuleError(translate("Passwords", "两次输入的 PIN 不一样。"), "again")
    return text


def is_common(password: str) -> bool:
    """Say whether many people use this: as it stands, doubled, backwards, with figures around it, or a row of keys."""
    text = plain(password).casefold()
    once = _once(text)
    stem = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text)
    forms = {text, once, text[::-1], stem, _once(stem)}
    known = _common()
    return (
        len(set(text)) <= 3 or any(form in known or _is_row(form) for form in forms if form) or _is_row(once)
    )


def is_of_the_site(password: str, site: Iterable[str]) -> bool:
    """Say whether little is left of a password without the site's words: names, codes, their pinyin."""
    left = plain(password).casefold()
    for word in sorted(site_words(site), key=len, reverse=True):
        left = left.replace(word, " ")
    return sum(char.isalpha() for char in left) < _LEAST_LEFT and left != plain(password).casefold()


def site_words(names: Iterable[str]) -> set[str]:
    """Return what names can be typed as: themselves, their pinyin, its initials, those of their halves."""
    words: set[str] = set(OWN_NAMES)
    for name in names:
        for part in {name, *re.split(r"[\W_]+", name)}:
            told = plain(part).casefold()
            if told.isascii():
                words |= {told}
            else:
                words |= {told, *full(told), *initials(told)}
                for pair in (told[at : at + 2] for at in range(len(told) - 1)):
                    words |= {pair, *full(pair)}
    return {word for word in words if len(word) >= (SHORTEST_SITE_WORD if word.isascii() else 2)}


def _decoy() -> str:
    """Return a hash that nothing fits: who is not known takes as long to refuse as who is."""
    salt, made = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v=19$m={_cost.memory},t={_cost.passes},p={_cost.lanes}${salt}${made}"


@functools.cache
def _common() -> Collection[str]:
    return frozenset(gzip.decompress(FILE.read_bytes()).decode().casefold().split("\n"))


def _once(text: str) -> str:
    """Return the shortest text that `text` is a repetition of."""
    at = (text + text).find(text, 1)
    return text[:at]


def _is_row(text: str) -> bool:
    """Say whether a text goes along a row of keys, the alphabet or the figures, forwards or backwards."""
    for row in _ROWS:
        for way in (row, row[::-1]):
            if len(text) >= 4 and text in way * (len(text) // len(way) + 2):
                return True
    return False
