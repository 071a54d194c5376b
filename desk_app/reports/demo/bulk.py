"""Old history in bulk: ended visits with numbers, two links of history and a search entry each.

A visit through the services costs about 10 ms, a million would take three hours. Here the same rows are
made by hand, in units of a few thousand, as the services leave them when a visit without a badge ended.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desk_app.core import audit, clock, grams, numbering, settings, shifts, store
from desk_app.core.audit import Told, plain
from desk_app.core.database import Database
from desk_app.core.records import new_uid
from desk_app.core.search import Entry
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.demo import BUSY_HOURS, PURPOSES
from desk_app.registers.visitors.records import Visit
from desk_app.reports.demo import cast
from desk_app.reports.demo.tower import Tower

USUAL, MOST_DAYS, BATCH = 60, 1000, 2000
_KIND = grams.of_kind("visitors")
Span = tuple[date, int]


def spread(visits: int, before: date) -> list[Span]:
    """Return (day, how many) for `visits` on the days before `before`, oldest first."""
    days = min(MOST_DAYS, -(-visits // USUAL))
    if not days:
        return []
    each, more = divmod(visits, days)
    return [(before - timedelta(days=back), each + (days - back < more)) for back in range(days, 0, -1)]


def write(
    db: Database, tower: Tower, rng: random.Random, spans: Sequence[Span], progress: Callable[[int], None]
) -> None:
    """Write the visits of all days; `progress` is told the days done."""
    if not spans:
        return
    guests = [*tower.guests, *(cast.guest(rng) for _ in range(min(20_000, sum(n for _, n in spans) // 20)))]
    for number, (day, count) in enumerate(spans, 1):
        for start in range(0, count, BATCH):
            with db.write(tower.on_duty(9)) as session:
                _write_day(session, tower, rng, guests, day, start, min(count, start + BATCH), count)
        progress(number)


def _write_day(
    session: Session, tower: Tower, rng: random.Random, guests: Sequence[cast.Guest],
    day: date, first: int, last: int, count: int,
) -> None:  # fmt: skip
    visit_id = (session.scalar(select(func.max(Visit.id))) or 0) + 1
    entry_id = (session.scalar(select(func.max(Entry.id))) or 0) + 1
    config = settings.load(session)
    moments = sorted(_arrival(rng, day) for _ in range(last - first))
    rows = [_row(rng, tower, guests, day, moment) for moment in moments]
    labels = [shifts.current(config, moment).label for moment in moments]
    entries, tokens, told = [], [], []
    for number, row in enumerate(rows):
        row["id"], row["no"] = (
            visit_id + number,
            numbering.format_number(rules.PREFIX, day, first + number + 1),
        )
        row["shift"] = labels[number]
        fields = _fields(row)
        entries.append({
            "id": entry_id + number, "kind": "visitors", "record": row["id"], "uid": row["uid"], "room": "", "room_key": "",
            "title": f"{row['name']} {row['org']}".strip(), "detail": f"{row['no']} {row['host_room']}",
            "haystack": "\n".join(_haystack(kind, text) for kind, text in fields if text),
        })  # fmt: skip
        tokens.append(
            (
                entry_id + number,
                sorted({_KIND, *(t for kind, text in fields if text for t in _tokens(kind, text))}),
            )
        )
        told += _links(row)
    told.sort(key=lambda one: one.at)
    session.execute(insert(Visit), rows)
    session.execute(insert(Entry), entries)
    store.add_grams(session, tokens)
    audit.append_many(session, tower.on_duty(9), told)
    _count_numbers(session, day, last)


def _count_numbers(session: Session, day: date, last: int) -> None:
    serial = session.get(numbering.Serial, (rules.PREFIX, day))
    if serial is None:
        session.add(numbering.Serial(prefix=rules.PREFIX, day=day, last=last))
    else:
        serial.last = last


def _arrival(rng: random.Random, day: date) -> datetime:
    return clock.at(day, rng.choice(BUSY_HOURS), rng.randrange(60)) + timedelta(seconds=rng.randrange(60))


def _row(
    rng: random.Random, tower: Tower, guests: Sequence[cast.Guest], day: date, at: datetime
) -> dict[str, object]:
    guest, host = rng.choice(guests), rng.choice(tower.hosts)
    actor = tower.on_duty(clock.local(at).hour)
    who = rng.choice(host.people)
    purpose = rng.choices([key for key, _ in PURPOSES[:-1]], [weight for _, weight in PURPOSES[:-1]])[0]
    stay = timedelta(minutes=min(240, max(6, int(rng.lognormvariate(3.9, 0.6)))))
    return {
        "uid": new_uid(), "version": 2, "created_at": at, "state": "left", "handler_id": actor.staff_id,
        "handler_name": actor.name, "remark": "", "void_reason": "", "void_by": "", "void_at": None, "hold": False,
        "name": guest.name, "party_size": 1, "org": guest.org, "phone": guest.phone, "id_kind": "resident_card",
        "id_no": "", "id_reason": "", "room_id": host.room.id, "host_room": host.room.text, "host_name": who,
        "confirm": "phone", "confirmed_by": who, "confirmed_at": at, "purpose": purpose, "purpose_note": "",
        "badge": "", "badge_lost": False, "zone": "", "plate": guest.plate, "expected_at": None, "in_at": at,
        "exp_out": at + timedelta(hours=2), "out_at": at + stay, "forced_reason": "", "day": day,
    }  # fmt: skip


def _fields(row: dict[str, object]) -> list[tuple[str, str]]:
    """Return what the visitor register indexes, text by text, so that repeated ones are worked out once."""
    return [
        ("name", str(row["name"])), ("name", str(row["host_name"])), ("company", str(row["org"])),
        ("company", str(row["host_room"])), ("room", str(row["host_room"])), ("phone", str(row["phone"])),
        ("plate", str(row["plate"])), ("number", str(row["no"])),
    ]  # fmt: skip


@lru_cache(maxsize=100_000)
def _tokens(kind: str, text: str) -> tuple[str, ...]:
    return tuple(grams.tokens({kind: text}))


@lru_cache(maxsize=100_000)
def _haystack(kind: str, text: str) -> str:
    return grams.haystack({kind: text})


def _links(row: dict[str, object]) -> list[Told]:
    """Return the two changes of a visit: registered and let in, signed out."""
    uid, no = str(row["uid"]), str(row["no"])
    came = {
        key: (None, plain(value))
        for key, value in row.items()
        if value not in (None, "") and key not in audit.UNTOLD
    }
    came["state"] = (None, "inside")
    del came["out_at"]
    left = {"state": ("inside", "left"), "out_at": (None, plain(row["out_at"]))}
    in_at, out_at = row["in_at"], row["out_at"]
    assert isinstance(in_at, datetime)
    assert isinstance(out_at, datetime)
    return [
        Told(in_at, "visitors.register", "visit", uid, no, came),
        Told(out_at, "visitors.sign_out", "visit", uid, no, left),
    ]
