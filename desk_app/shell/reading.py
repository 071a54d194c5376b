"""What the desk knows at one moment - counts, what is due, who and where - read in one go; knows no widget.

It runs on a thread with a session of its own: the window only shows what comes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk_app.core import access, access_review, clock, holidays, settings, shifts, workdays
from desk_app.core.declare import Due, Row
from desk_app.core.i18n import translate
from desk_app.core.premises import Room as Premises
from desk_app.registers import REGISTERS
from desk_app.shell import housekeeping
from desk_app.shell.pill_row import Pill

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.database import Database

AHEAD = timedelta(days=60)
"""How far ahead the working days must be known."""

FAR = clock.at(date(2099, 1, 1))


@dataclass(frozen=True)
class Reading:
    """How the day stood when the database had `revision` and the clock showed `minute`.

    `pills` are the counts as tabs and cards show them, `due` what is due in order of time (what has no time comes
    last), `rows` the same as 今日 lists it; `notice` says for which years the holidays are not complete,
    `reveals` who looked at many values in clear today, `unchecked` last month while its access log is not checked.
    """

    revision: int
    minute: datetime
    pills: Sequence[Pill]
    due: Sequence[tuple[str, Due]]
    rows: Sequence[Row]
    project: str
    desk: str
    shift: str
    notice: str
    has_rooms: bool
    reveals: Mapping[str, int]
    unchecked: date | None


def read(database: Database, last: Reading | None = None) -> Reading | None:
    """Read all registers; None when neither a write nor a minute has passed since `last`.

    When the day has turned since then, the registers do their daily work first.
    """
    now = clock.local(clock.now()).replace(second=0, microsecond=0)
    if last is not None and last.minute.date() != now.date():
        housekeeping.daily(database)
    revision = database.revision  # before the registers are read: what is written meanwhile is read next time
    if last is not None and (last.revision, last.minute) == (revision, now):
        return None
    with database.read() as session:
        config = settings.load(session)
        due = _due(session)
        today = now.date()
        return Reading(
            revision=revision,
            minute=now,
            pills=_pills(session),
            due=due,
            rows=[_row(number, key, one) for number, (key, one) in enumerate(due, 1)],
            project=config.get(settings.PROJECT),
            desk=config.get(settings.DESK),
            shift=shifts.current(config).shown,
            notice=workdays.notice(holidays.calendar(session).incomplete(today, today + AHEAD)),
            reveals=access.many_reveals(session, today),
            unchecked=access_review.unchecked(session),
            has_rooms=session.scalar(select(Premises.id).limit(1)) is not None,
        )


def remaining(at: datetime | None) -> str:
    """Return how long it is until a moment, or how long ago it was, in the two largest units."""
    if at is None:
        return ""
    seconds = int((at - clock.now()).total_seconds())
    days, rest = divmod(abs(seconds) // 60, 24 * 60)
    hours, rest = divmod(rest, 60)
    if days:
        text = translate("Today", "{days} 天 {hours} 小时").format(days=days, hours=hours)
    elif hours:
        text = translate("Today", "{hours} 小时 {minutes} 分").format(hours=hours, minutes=rest)
    else:
        text = translate("Today", "{minutes} 分钟").format(minutes=rest)
    past = translate("Today", "已过 {time}") if seconds < 0 else translate("Today", "还有 {time}")
    return past.format(time=text)


def _pills(session: Session) -> list[Pill]:
    found: list[Pill] = []
    for room in REGISTERS:
        register = room.register()
        counts: Mapping[str, int] = register.source.counts(session) if register.pills else {}
        for pill in register.pills:
            label = translate(register.context, pill.label)
            found.append((room.key, pill.view, label, pill.tone.value, counts.get(pill.view, 0)))
    return found


def _due(session: Session) -> list[tuple[str, Due]]:
    found = [(room.key, due) for room in REGISTERS for due in room.register().source.due(session)]
    return sorted(found, key=lambda pair: (pair[1].at or FAR, pair[1].title))


def _row(number: int, key: str, due: Due) -> Row:
    title = next(room.title for room in REGISTERS if room.key == key)
    return {
        "id": number, "uid": due.uid, "no": None, "state": due.tone.value, "room": key, "at": due.at,
        "left": remaining(due.at), "label": due.label, "title": due.title, "detail": due.detail, "register": translate("Tabs", title),
    }  # fmt: skip
