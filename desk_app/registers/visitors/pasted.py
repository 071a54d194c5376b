"""A list of expected visitors as somebody pasted it from a message or a sheet: text in, form values out.

A line is name, telephone, company, room, host, date, time, for example
"张三 13800001111 蓝湾会展 18-06 周颖 11-23 14:30", parted by tabs, commas or spaces. Telephone, company and
date may be missing; a first line with headings may give another order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from desk_app.core import clock, phones
from desk_app.core.declare import Ref
from desk_app.core.errors import FieldErrors, RuleError
from desk_app.core.i18n import translate
from desk_app.core.text import clean

HEADINGS = {
    "name": ("姓名", "访客", "来访人", "name"),
    "phone": ("电话", "手机", "联系方式", "phone"),
    "org": ("来访单位", "单位", "公司", "company"),
    "host_room": ("被访房号", "房号", "房间", "被访单位", "room"),
    "host_name": ("被访人", "接待人", "约见人", "host"),
    "date": ("日期", "date"),
    "time": ("时间", "到访", "time"),
}
ORDER = tuple(HEADINGS)
MOST_LINES = 500

_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})(?::(\d{2})(?::\d{2})?|点(?:(\d{1,2})分?|(半))?)")
_DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2}
_PHONE = re.compile(r"\+?[\d-]{7,}")

Cells = Mapping[str, str]


def parse(text: str, today: date) -> list[dict[str, object]]:
    """Return the form values of every line; FieldErrors (field "list") naming each line that cannot be read."""
    lines = [(n, line) for n, raw in enumerate(text.splitlines(), 1) if (line := _half_width(raw)).strip()]
    order = _headings(lines[0][1]) if lines else None
    lines = lines[1:] if order else lines
    if not lines:
        raise _all([translate("Visitors", "名单是空的,请先粘贴名单,一行一人。")])
    if len(lines) > MOST_LINES:
        raise _all([translate("Visitors", "名单超过 {most} 行,请分几次粘贴。").format(most=MOST_LINES)])
    found, errors = [], []
    for number, line in lines:
        try:
            found.append(_values(_named(line, order), today))
        except RuleError as error:
            sentence = translate("Visitors", "第 {n} 行「{line}」:{text}")
            errors.append(sentence.format(n=number, line=" ".join(line.split())[:30], text=error.text))
    if errors:
        raise _all(errors)
    return found


def _all(sentences: Iterable[str]) -> FieldErrors:
    return FieldErrors(tuple(RuleError(sentence, "list") for sentence in sentences))


def _half_width(line: str) -> str:
    return unicodedata.normalize("NFKC", line).replace("、", ",").replace(";", ",")


def _cells(line: str) -> list[str]:
    for mark in ("\t", ","):
        if mark in line:
            return [cell.strip() for cell in line.split(mark)]
    return line.split()


def _headings(line: str) -> tuple[str, ...] | None:
    """Return the columns a heading line names, in its order; None when it is no heading line."""
    cells = [cell.lower() for cell in _cells(line)]
    order = tuple(_heading(cell) for cell in cells)
    return order if "name" in order and "host_room" in order else None


def _heading(cell: str) -> str:
    exact = [key for key, words in HEADINGS.items() if cell in words]
    part = [key for key, words in HEADINGS.items() if any(word in cell for word in words)]
    return (exact or part or [""])[0]


def _named(line: str, order: tuple[str, ...] | None) -> Cells:
    cells = _cells(line)
    if order is None and len(cells) == len(ORDER) and not all(cells):
        order = ORDER
    if order is not None:
        return dict(zip(order, cells, strict=False))
    return _by_shape(cells)


def _by_shape(cells: list[str]) -> Cells:
    """Tell the cells apart: name first, when last, telephone by its digits, room and host before the end."""
    words = [word for cell in cells if cell for word in (cell.split() if _is_when(cell) else [cell])]
    when: list[str] = []
    while words and len(when) < 2 and _is_when(words[-1]) and not (when and _TIME.fullmatch(words[-1])):
        when.insert(0, words.pop())
    name, rest = (words[0], words[1:]) if words else ("", [])
    phone = next((word for word in rest if _PHONE.fullmatch(word) and not phones.check(word)), "")
    rest = [word for word in rest if word != phone]
    room, host = (rest[-2], rest[-1]) if len(rest) > 1 else ("", "")
    return {
        "name": name, "phone": phone, "org": " ".join(rest[:-2]), "host_room": room, "host_name": host,
        "time": " ".join(when),
    }  # fmt: skip


def _is_when(text: str) -> bool:
    return all(_TIME.fullmatch(w) or _DATE.fullmatch(w) or w in _DAYS for w in text.split())


def _values(cells: Cells, today: date) -> dict[str, object]:
    room, host = cells.get("host_room", ""), cells.get("host_name", "")
    for given, sentence in (
        (cells.get("name"), translate("Visitors", "缺少访客姓名。")),
        (
            room and host,
            translate("Visitors", "缺少被访房号或被访人,应为:姓名 电话 单位 房号 被访人 日期 时间。"),
        ),
    ):
        if not given:
            raise RuleError(sentence)
    return {
        "name": clean(cells["name"], limit=60), "party_size": 1, "phone": clean(cells.get("phone", ""), limit=30),
        "org": clean(cells.get("org", ""), limit=60), "host_room": Ref(None, clean(room, limit=100)),
        "host_name": clean(host, limit=60), "purpose": "business",
        "expected_at": _when(f"{cells.get('date', '')} {cells.get('time', '')}", today),
    }  # fmt: skip


def _when(text: str, today: date) -> datetime:
    words = text.split()
    time = next((found for word in words if (found := _TIME.fullmatch(word))), None)
    days = [word for word in words if word in _DAYS or _DATE.fullmatch(word)]
    if time is None or len(days) > 1 or len(words) != len(days) + 1:
        raise RuleError(translate("Visitors", "看不出到访时间,应为 14:30 或 11-23 14:30。"))
    hour, minute = int(time[1]), 30 if time[4] else int(time[2] or time[3] or 0)
    if hour > 23 or minute > 59:
        raise RuleError(translate("Visitors", "没有 {time} 这个时间。").format(time=time[0]))
    return clock.at(_day(days[0], today) if days else today, hour, minute)


def _day(word: str, today: date) -> date:
    """Return the day that is meant; without a year it is this year's, in winter perhaps the next one's."""
    if word in _DAYS:
        return today + timedelta(days=_DAYS[word])
    found = _DATE.fullmatch(word)
    assert found is not None
    try:
        day = date(int(found[1] or today.year), int(found[2]), int(found[3]))
        if not found[1] and (today - day).days > 180:
            day = day.replace(year=today.year + 1)
    except ValueError:
        raise RuleError(translate("Visitors", "没有 {day} 这一天。").format(day=word)) from None
    if day < today:
        raise RuleError(translate("Visitors", "{day} 已过,请改为今天或以后。").format(day=word))
    return day
