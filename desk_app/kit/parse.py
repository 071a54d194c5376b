"""Read dates, times, numbers and amounts as people type them; no Qt.

Full-width digits and punctuation are the same as half-width ones everywhere. What cannot be read raises a
RuleError whose sentence says how to write it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from desk_app.core import clock
from desk_app.core.errors import RuleError
from desk_app.core.i18n import translate
from desk_app.core.text import clean

_DAY_WORDS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
_FULL_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:点时](\d{1,2})?分?", re.ASCII)
_CLOCK_DIGITS = re.compile(r"(\d{1,2})(\d{2})", re.ASCII)
_MOMENT = re.compile(
    r"(?P<day>|.*\s|[前昨今明后][天日])\s*(?P<clock>\d{1,2}[:点时](?:\d{1,2}分?)?|\d{1,4})", re.ASCII
)
_MONEY = re.compile(r"[¥¥]?(\d{1,9})(?:\.(\d{1,2}))?元?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 2000, 2100


def narrow(text: str) -> str:
    """Return `text` in half width, stripped, without control characters."""
    plain = unicodedata.normalize(
        "NFKC", "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs"))
    )
    return plain.strip()


def tidy(text: str) -> str:
    """Return `text` as it is kept: no control characters but line feeds, no marks without width, no blanks at its ends."""
    kept = (c for c in text.replace("\r\n", "\n") if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return clean("".join(kept), limit=len(text) * 4, multiline=True)


def parse_integer(text: str) -> int:
    """Return a whole number of at most nine digits."""
    plain = narrow(text).replace(",", "")
    if not re.fullmatch(r"-?\d{1,9}", plain, re.ASCII):
        raise RuleError(translate("Fields", "请填整数,例如 3。"))
    return int(plain)


def parse_money(text: str) -> int:
    """Return an amount in 分, from 12, 12.5, 1,200.00, ¥12 or 12元."""
    found = _MONEY.fullmatch(narrow(text).replace(",", "").replace("。", ".").replace(" ", ""))
    if not found:
        raise RuleError(translate("Fields", "金额请写成 12 或 12.50,最多两位小数。"))
    yuan, cents = found.groups()
    return int(yuan) * 100 + int((cents or "").ljust(2, "0"))


def parse_date(text: str, today: date | None = None) -> date:
    """Return a day from 2026-11-22, 20261122, 11-22, 1122, 11月22日 or 昨天; the year nearest if missing."""
    day = _read_date(narrow(text).replace(" ", ""), today or clock.today())
    if day is None:
        raise RuleError(translate("Fields", "日期请写成 11-22、1122 或 2026-11-22。"))
    return day


def parse_time(text: str, today: date | None = None) -> datetime:
    """Return a UTC moment from 9:05, 905, 11-22 09:05 or 昨天 23:50; no day is today, 24:00 the midnight after."""
    base = today or clock.today()
    found = _MOMENT.fullmatch(narrow(text))
    day = _read_date(found["day"].strip(), base) if found and found["day"] else base
    minutes = _read_clock(found["clock"]) if found else None
    if day is None or minutes is None:
        raise RuleError(translate("Fields", "时间请写成 9:05、905 或 11-22 09:05。"))
    return clock.at(day) + timedelta(minutes=minutes)


def _read_date(text: str, today: date) -> date | None:
    if text in _DAY_WORDS:
        return today + timedelta(days=_DAY_WORDS[text])
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if found := _FULL_DATE.fullmatch(text):
        return _day(*(int(part) for part in found.groups()))
    if found := _MONTH_DAY.fullmatch(text) or re.fullmatch(r"(\d{1,2})(\d{2})", text, re.ASCII):
        month, number = (int(part) for part in found.groups())
        near = (_day(today.year + step, month, number) for step in (-1, 0, 1))
        return min((day for day in near if day), key=lambda day: abs((day - today).days), default=None)
    return None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _read_clock(text: str) -> int | None:
    """Return minutes since midnight, at most 24:00."""
    found = (
        _CLOCK.fullmatch(text)
        or _CLOCK_DIGITS.fullmatch(text)
        or re.fullmatch(r"(\d{1,2})()", text, re.ASCII)
    )
    if not found:
        return None
    minutes = int(found[1]) * 60 + int(found[2] or 0)
    return minutes if int(found[2] or 0) < 60 and minutes <= 24 * 60 else None
