"""What a shift's log shows on paper: header, entries with what was added to them, signatures (F01).

Paper stays Chinese in every language of the window, so labels are taken as they are declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk_app.core import audit, clock, privacy, settings
from desk_app.core.declare import label_of
from desk_app.registers.duty_log import rules
from desk_app.registers.duty_log.records import DutyAddition, DutyEntry, DutyShift, Relief

FORM = "duty_sheet"
WEEKDAYS = "一二三四五六日"
STEPS = {"note": "追加", "finish": "完成", "hand_over": "移交下班", "next_day": "转次日"}
DRAFT = "草稿 本班日志尚未提交"
ADDED = "追加页"


def sheet_values(session: Session, sheet: DutyShift, *, only_added: bool = False) -> Mapping[str, object]:
    """Return the values of forms/duty_sheet; a log not handed in says that it is a draft.

    `only_added`: only what was added after the hand-in. Telephones are masked (domain.md §4.3).
    """
    lines = [line for entry in sheet.entries for line in _lines(entry, sheet, only_added)]
    return {
        "org": settings.get(session, settings.COMPANY) or settings.get(session, settings.PROJECT),
        "number": sheet.no or "草稿",
        "status": _status(sheet, only_added),
        "day": f"{sheet.day:%Y-%m-%d}",
        "date": f"{sheet.day:%Y-%m-%d} 星期{WEEKDAYS[sheet.day.weekday()]}",
        "weekday": f"星期{WEEKDAYS[sheet.day.weekday()]}",
        "weather": label_of(rules.WEATHERS, sheet.weather),
        "shift": sheet.shift,
        "period": f"{clock.local(sheet.starts):%m-%d %H:%M} 至 {clock.local(sheet.ends):%m-%d %H:%M}",
        "staff": sheet.staff,
        "lead": sheet.lead_name,
        "relief": ";".join(_relief(one) for one in sheet.relief if not one.removed) or "无",
        "remark": sheet.remark,
        "entries": lines,
        "total_line": _total(sheet),
        "handler": sheet.handed_in_by,
        "head": audit.head(session).line,
    }


def draft_mark() -> str:
    """Return the words at the upper edge of a print of an open log."""
    return f"{DRAFT} {clock.local(clock.now()):%Y-%m-%d %H:%M}"


def added_mark() -> str:
    """Return the words at the upper edge of the page of additions."""
    return f"{ADDED} 截至 {clock.local(clock.now()):%Y-%m-%d %H:%M}"


def _status(sheet: DutyShift, only_added: bool) -> str:
    if sheet.handed_in_at is None:
        return "填写中,尚未提交"
    said = f"{clock.local(sheet.handed_in_at):%Y-%m-%d %H:%M} {sheet.handed_in_by} 提交"
    return f"{said} · 以下为提交后追加" if only_added else said


def _relief(line: Relief) -> str:
    back = f"{clock.local(line.back_at):%H:%M} 返回" if line.back_at else "未返回"
    return f"{clock.local(line.left_at):%H:%M} {line.who} 离岗,{line.stand_in} 代值,{back}"


def _lines(entry: DutyEntry, sheet: DutyShift, only_added: bool) -> Iterator[dict[str, str]]:
    if not only_added or entry.added:
        yield _line(entry)
    for one in entry.additions:
        if not only_added or one.after_hand_in or entry.added:
            yield _addition(one, entry, sheet)


def _line(entry: DutyEntry) -> dict[str, str]:
    who = [entry.place, entry.caller, privacy.phone(entry.phone)]
    content = f"【作废:{entry.void_reason}】{entry.content}" if entry.state == "void" else entry.content
    action = [entry.action, f"已通知 {entry.notified}" if entry.notified else ""]
    mark = " ".join(word for word, so in (("追加", entry.added), ("补记", entry.late)) if so)
    written = f"({mark} {_moment(entry.created_at, entry.at)} 记)" if mark else ""
    return {
        "no": (entry.no or "")[-12:], "at": f"{clock.local(entry.at):%H:%M}",
        "kind": f"{label_of(rules.CHANNELS, entry.channel)} {label_of(rules.CATEGORIES, entry.category)}",
        "who": " ".join(filter(None, who)), "content": content + written,
        "action": ";".join(filter(None, action)), "state": _outcome(entry), "handler": entry.handler_name,
    }  # fmt: skip


def _outcome(entry: DutyEntry) -> str:
    label = rules.STATE_LABELS[entry.state]
    if entry.state == "next_day" and entry.carry_on:
        return f"{label} {entry.carry_on:%m-%d}"
    return f"{label} {_moment(entry.done_at, entry.at)}" if entry.state == "done" and entry.done_at else label


def _addition(one: DutyAddition, entry: DutyEntry, sheet: DutyShift) -> dict[str, str]:
    local = clock.local(one.created_at)
    far = local.date() != clock.local(sheet.starts).date()
    return {
        "no": "", "at": f"{local:%m-%d %H:%M}" if far else f"{local:%H:%M}", "kind": STEPS[one.step],
        "who": f"接 {(entry.no or '')[-12:]}", "content": one.text, "action": "", "state": "",
        "handler": one.handler_name,
    }  # fmt: skip


def _moment(moment: datetime | None, beside: datetime) -> str:
    """Return HH:MM, with its day when that is another than the one of `beside`."""
    if moment is None:
        return ""
    local = clock.local(moment)
    return f"{local:%H:%M}" if local.date() == clock.local(beside).date() else f"{local:%m-%d %H:%M}"


def _total(sheet: DutyShift) -> str:
    kept = [entry for entry in sheet.entries if entry.state != "void"]
    late = sum(entry.late for entry in kept)
    unfinished = sum(entry.state in rules.UNFINISHED for entry in kept)
    return f"本班共 {len(kept)} 项,其中补记 {late} 项,未完成 {unfinished} 项"
