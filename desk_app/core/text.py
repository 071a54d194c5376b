"""The gate for text: `clean()` on the way in, one helper for each way out."""

from __future__ import annotations

import functools
import re
import unicodedata

from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate

LINE = 200
"""Default limit of a one-line field, in characters (safety.md D14)."""

BLOCK = 4_000
"""Usual limit of a text of several lines, in characters (safety.md D14)."""

_NEWLINES = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What breaks openpyxl, reportlab or SQLite, or reorders a line on paper: control characters, zero-width
# marks, bidi marks and overrides, lone surrogates, noncharacters (safety.md (h)).
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_FORBIDDEN_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?![^. ])", re.IGNORECASE)


def clean(text: str, *, limit: int = LINE, multiline: bool = False, field: str = "") -> str:
    """Return `text` fit to be stored, printed and exported.

    Strips what no sink can take, normalises line ends to "\\n" (to a space when not `multiline`) and the
    letters to NFC, trims both ends; full-width letters stay. Raises RuleError under `field` when the
    result is longer than `limit` characters: nothing is ever cut silently. Cleaning twice changes nothing.
    """
    text = _NEWLINES.sub("\n", text)
    if not multiline:
        text = text.replace("\n", " ").replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNSAFE.sub("", text))
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    if len(text) > limit:
        raise RuleError(
            translate("Text", "内容有 {length} 个字,最多 {limit} 个字,请删减。").format(
                length=len(text), limit=limit
            ),
            field,
        )
    return text


def needed(text: str, missing: str, *, limit: int = LINE, field: str = "") -> str:
    """Return one line of text as `clean` does; RuleError `missing` under `field` when nothing is left of it."""
    said = clean(text, limit=limit, field=field)
    if not said:
        raise RuleError(missing, field)
    return said


@functools.lru_cache(4096)
def fold(text: str) -> str:
    """Return `text` as search compares it: half-width, lower case, no accents, letters and digits only.

    Spaces, punctuation and middle dots are gone; ASCII that remains is 0-9 and a-z.
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", "".join(filter(str.isalnum, text)))


def file_name(text: str, *, limit: int = 80) -> str:
    """Return a name for a file that Windows and Linux accept, without any folder in it.

    At most `limit` characters (at most 240 bytes in UTF-8); characters that are not allowed become "_".
    """
    text = _FORBIDDEN_IN_FILES.sub("_", clean(text, limit=len(text) * 4))
    while len(text) > limit or len(text.encode()) > 240:
        stem, dot, ending = text.rpartition(".")
        text = stem[:-1] + dot + ending if stem and len(ending) <= 8 else text[:-1]
    text = text.strip(". ")
    if _RESERVED.match(text):
        text = "_" + text
    return text or "_"


def like_escape(text: str, escape: str = "\\") -> str:
    """Return `text` with LIKE's wildcards made literal; use with ESCAPE `escape`."""
    return re.sub(r"[%_" + re.escape(escape) + "]", lambda found: escape + found[0], text)
