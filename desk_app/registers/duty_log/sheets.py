"""Verbs of a shift's sheet: opened, its header filled, handed in; afterwards it only takes additions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from desk_app.core import audit, clock, numbering, search, settings, shifts, store
from desk_app.core.attachments import Archive
from desk_app.core.declare import Ref
from desk_app.core.errors import Doubt, RuleError
from desk_app.core.i18n import listed, translate
from desk_app.core.people import LEADS, Staff, actor_of, verb
from desk_app.core.records import moment
from desk_app.core.shifts import Shift
from desk_app.core.text import clean
from desk_app.registers.duty_log import paper, rules
from desk_app.registers.duty_log.records import DutyEntry, DutyShift, Relief

Values = Mapping[str, Any]
Render = Callable[[Mapping[str, object]], bytes]
NAMES_JOINED = "、"
"""Joins the names on duty, in the record and on paper."""
MOST_NAMED = 8
"""Entries a refused hand-in names one by one."""
_PAGE = "SELECT id, day, state, starts, ends, staff FROM duty_shift WHERE day = ? AND key = ?"


class Page(NamedTuple):
    """What an entry must know of the sheet it is written on."""

    id: int
    day: date
    state: str
    starts: datetime
    ends: datetime
    staff: str


@verb("duty_log.fill_sheet", *rules.WRITERS)
def fill_sheet(session: Session, values: Values) -> DutyShift:
    """Open the sheet of a shift, or change its header: weather, who is on duty, the lead, relief.

    `values` name the shift by day and key (now, when left out). Raises RuleError for a shift that has not
    begun, and once the log was handed in.
    """
    sheet = for_shift(session, _wanted(session, values))
    sheet.state = _step(sheet, "fill")
    if "weather" in values:
        sheet.weather = str(values["weather"] or "")
    if "staff" in values:
        sheet.staff = NAMES_JOINED.join(_names(str(values["staff"] or "")))
    if "lead" in values:
        _set_lead(session, sheet, values["lead"])
    if "remark" in values:
        sheet.remark = clean(str(values["remark"] or ""), limit=200, multiline=True, field="remark")
    _replace_relief(sheet, values.get("relief"))
    index(session, sheet)
    return sheet


@verb("duty_log.hand_in", *rules.WRITERS)
def hand_in(
    session: Session, uid: str, archive: Archive, render: Render, reasons: Mapping[str, str] | None = None
) -> DutyShift:
    """Hand a shift's log in: number, time, name and the issued paper, all in this unit of work (F01).

    Raises RuleError naming everything that is missing, Doubt long before the shift ends (repeat with
    `reasons`), KnownError when the archive cannot be written.
    """
    sheet, now = find(session, uid), clock.now()
    target = _step(sheet, "hand_in")
    refuse_incomplete(sheet)
    early = settings.get(session, rules.HAND_IN_EARLY)
    if (sheet.ends - now).total_seconds() > early * 60 and not (reasons or {}).get("early"):
        text = translate("DutyLog", "本班 {end} 才结束。提交以后只能追加,确定现在提交吗?")
        raise Doubt(text.format(end=f"{clock.local(sheet.ends):%H:%M}"), "early")
    if reasons and reasons.get("early"):
        audit.note(session, clean(reasons["early"], limit=120))
    sheet.no, sheet.state = numbering.take(session, rules.SHEET_PREFIX), target
    sheet.handed_in_at, sheet.handed_in_by = now, actor_of(session).name
    index(session, sheet)
    archive.store(
        session, entity=sheet.history_entity, record_uid=sheet.uid, no=sheet.no, form=paper.FORM,
        pdf=render(paper.sheet_values(session, sheet)),
    )  # fmt: skip
    return sheet


def find(session: Session, uid: str) -> DutyShift:
    """Return one sheet; NoResultFound when there is none."""
    return session.scalars(select(DutyShift).where(DutyShift.uid == uid)).one()


def of_shift(session: Session, shift: Shift) -> DutyShift | None:
    """Return the sheet of a shift, None while nobody opened it."""
    query = select(DutyShift).where(DutyShift.day == rules.duty_day(shift), DutyShift.key == shift.key)
    return session.scalars(query).one_or_none()


def page_for(session: Session, shift: Shift) -> Page:
    """Return the page to write on, of a sheet opened now if there is none: part of every entry, so read as it stands."""
    day = rules.duty_day(shift)
    rows = store.run(session, _PAGE, day.isoformat(), shift.key)
    if not rows:
        for_shift(session, shift)
        rows = store.run(session, _PAGE, day.isoformat(), shift.key)
    number, _, state, starts, ends, staff = rows[0]
    return Page(number, day, state, moment(starts), moment(ends), staff)


def write_on(session: Session, page: Page, name: str) -> None:
    """See to it that who writes during the shift is among those on duty; lists of the sheet are read again."""
    if page.state == "open" and page.starts <= clock.now() < page.ends and name not in _names(page.staff):
        join(session.get_one(DutyShift, page.id), name)
    held = session.identity_map.get(identity_key(DutyShift, page.id))
    if held is not None and "entries" in held.__dict__:
        session.expire(held, ["entries"])


def for_shift(session: Session, shift: Shift) -> DutyShift:
    """Return the sheet of a shift, opened now in the actor's name if there is none yet."""
    sheet = of_shift(session, shift)
    if sheet is not None:
        return sheet
    if shift.start > clock.now():
        raise RuleError(translate("DutyLog", "这一班还没有开始,不能先填。"), "key")
    actor = actor_of(session)
    here = shift.start <= clock.now() < shift.end
    leads = here and bool(actor.held.intersection(LEADS)) and actor.staff_id
    sheet = DutyShift(
        state="open", day=rules.duty_day(shift), key=shift.key, starts=shift.start, ends=shift.end,
        shift=shift.label, handler_id=actor.staff_id, handler_name=actor.name, staff="", weather="",
        lead_id=actor.staff_id if leads else None, lead_name=actor.name if leads else "",
        entries=[], relief=[],
    )  # fmt: skip
    if here:
        join(sheet, actor.name)
    session.add(sheet)
    index(session, sheet)
    return sheet


def join(sheet: DutyShift, name: str) -> None:
    """Put somebody who writes during the shift among those on duty, as long as the names fit."""
    names = _names(sheet.staff)
    joined = NAMES_JOINED.join((*names, name))
    if name not in names and len(joined) <= rules.STAFF_LIMIT:
        sheet.staff = joined


def refuse_incomplete(sheet: DutyShift) -> None:
    """Raise RuleError naming the shift and everything its log still lacks; nothing when it is complete."""
    missing = lacking(sheet)
    if missing:
        text = translate("DutyLog", "{day} {shift} 还不能提交,请先补齐:\n{missing}")
        raise RuleError(
            text.format(day=f"{sheet.day:%m-%d}", shift=shown_shift(sheet.shift), missing="\n".join(missing))
        )


def header_complete(sheet: DutyShift) -> bool:
    """Say whether weather, people and lead are filled in."""
    return bool(sheet.weather and sheet.staff and sheet.lead_name)


def shown_shift(label: str) -> str:
    """Return a shift's kept name with its hours in the window's language."""
    name, _, hours = label.partition(" ")
    return f"{translate('Shifts', name)} {hours}"


def lacking(sheet: DutyShift) -> list[str]:
    """Return what must be filled in before this log can be handed in, a sentence each (domain.md F01)."""
    found = []
    if not sheet.weather:
        found.append(translate("DutyLog", "表头:天气"))
    if not sheet.staff:
        found.append(translate("DutyLog", "表头:值班人"))
    if not sheet.lead_name:
        found.append(translate("DutyLog", "表头:当班负责人"))
    found += [
        translate("DutyLog", "代值:{who} 的返回时间").format(who=line.who)
        for line in sheet.relief
        if not line.removed and line.back_at is None
    ]
    odd = [(entry, short) for entry in sheet.entries if (short := lacks(entry))]
    text = translate("DutyLog", "{no}({time}):{missing}")
    found += [
        text.format(no=entry.no, time=f"{clock.local(entry.at):%H:%M}", missing=listed(short))
        for entry, short in odd[:MOST_NAMED]
    ]
    if len(odd) > MOST_NAMED:
        found.append(translate("DutyLog", "另有 {count} 条事项未填齐").format(count=len(odd) - MOST_NAMED))
    return found


def lacks(entry: DutyEntry) -> list[str]:
    """Return the labels of the must-fields an entry still lacks; a void one lacks none."""
    return list(gaps(entry).values())


def gaps(entry: DutyEntry) -> dict[str, str]:
    """Return the must-fields an entry still lacks: field -> label."""
    if entry.state == "void":
        return {}
    held = {
        "action": entry.action or entry.result, "notified": entry.notified, "room": entry.place,
        "caller": entry.caller, "channel": entry.channel, "category": entry.category, "state": entry.state,
    }  # fmt: skip
    return rules.gaps(held)


def index(session: Session, sheet: DutyShift) -> None:
    """Make a sheet findable by its number, names and day."""
    session.add(sheet)
    session.flush()
    fields = {"name": f"{sheet.staff}\n{sheet.lead_name}", "number": sheet.no or "", "words": sheet.shift}
    search.put(
        session, "duty_sheets", sheet.id, sheet.uid, fields,
        title=f"{sheet.day} {sheet.shift}", detail=f"{sheet.no or ''} {sheet.staff}".strip(), room="",
    )  # fmt: skip


def _wanted(session: Session, values: Values) -> Shift:
    config = settings.load(session)
    now = shifts.current(config)
    day, key = values.get("day") or rules.duty_day(now), str(values.get("key") or now.key)
    if not isinstance(day, date) or key not in shifts.NAMES:
        raise RuleError(translate("DutyLog", "请选择班次。"), "key")
    return rules.shift_of(config, day, key)


def _step(sheet: DutyShift, step: str) -> str:
    if sheet.state == "handed_in":
        raise rules.closed()
    return rules.SHEET_MACHINE.go(sheet.state, step)


def _names(text: str) -> list[str]:
    parts = clean(text, limit=rules.STAFF_LIMIT, field="staff")
    for mark in ",;/\uff0c\uff1b":
        parts = parts.replace(mark, NAMES_JOINED)
    return list(dict.fromkeys(name.strip() for name in parts.split(NAMES_JOINED) if name.strip()))


def _set_lead(session: Session, sheet: DutyShift, given: object) -> None:
    if given is None or (isinstance(given, Ref) and not given.text):
        sheet.lead_id, sheet.lead_name = None, ""
        return
    staff = session.get(Staff, given.id) if isinstance(given, Ref) and given.id else None
    if staff is None or not staff.active or not staff.held.intersection(LEADS):
        text = translate("DutyLog", "当班负责人须是在职的当班负责人、主管或经理,请从列表中选择。")
        raise RuleError(text, "lead")
    sheet.lead_id, sheet.lead_name = staff.id, staff.name


def _replace_relief(sheet: DutyShift, wanted: Sequence[Values] | None) -> None:
    """Take the relief lines as they are wanted; a line from before is struck, not removed."""
    if wanted is None:
        return
    new = [
        _relief(sheet, seq, line)
        for seq, line in enumerate((one for one in wanted if any(one.values())), len(sheet.relief) + 1)
    ]
    old = [line for line in sheet.relief if not line.removed]
    if [_told(line) for line in new] == [_told(line) for line in old]:
        return
    for line in old:
        line.removed = True
    sheet.relief.extend(new)


def _told(line: Relief) -> tuple[datetime, str, str, datetime | None]:
    return line.left_at, line.who, line.stand_in, line.back_at


def _relief(sheet: DutyShift, seq: int, line: Values) -> Relief:
    """Return a line of relief; RuleError when it does not say who, by whom and when (S2 值班六)."""
    left, back = line.get("left_at"), line.get("back_at")
    who = clean(str(line.get("who") or ""), limit=60, field="relief")
    stand_in = clean(str(line.get("stand_in") or ""), limit=60, field="relief")
    if not isinstance(left, datetime) or not who or not stand_in:
        raise RuleError(translate("DutyLog", "代值须写明离岗时间、谁离岗、谁代值。"), "relief")
    if who == stand_in:
        raise RuleError(translate("DutyLog", "代值人不能是离岗的人:任何时候至少一人值守。"), "relief")
    if not sheet.starts <= left <= min(sheet.ends, clock.now()):
        raise RuleError(translate("DutyLog", "离岗时间不在本班之内,或还没到。"), "relief")
    if isinstance(back, datetime) and not left < back <= clock.now():
        raise RuleError(translate("DutyLog", "返回时间应晚于离岗时间,不晚于现在。"), "relief")
    return Relief(seq=seq, left_at=left, who=who, stand_in=stand_in, back_at=back)
