"""Old visits in bulk: ended ones with numbers, two changes and a search entry each, of very many different people.

A visit through the services costs about 10 ms, a million would take three hours. Here the same rows are made by
hand, as the services leave them when a visit without a badge ended.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any

from desk_app.core import audit, clock, grams, numbering, settings, shifts
from desk_app.core.people import Actor
from desk_app.core.records import EPOCH, Audited, new_uid
from desk_app.core.text import fold
from desk_app.registers.visitors import rules
from desk_app.registers.visitors.demo import BUSY_HOURS, PURPOSES, WEEKEND, WORKDAY
from desk_app.registers.visitors.records import Visit
from desk_app.reports.demo import cast
from desk_app.reports.demo.batch import Batch
from desk_app.reports.demo.tower import Tower

USUAL = (5 * WORKDAY + 2 * WEEKEND) // 7
"""Visits on an average day of one desk."""

MOST_DAYS = 3650
Span = tuple[date, int]
_KIND = grams.of_kind("visitors")
_COLUMNS = tuple(Visit.__table__.columns.keys())


def usual(day: date) -> int:
    """Return how many visits a day of one desk has."""
    return WORKDAY if day.weekday() < 5 else WEEKEND


def spread(visits: int, before: date) -> list[Span]:
    """Return (day, how many) for `visits` on the days before `before`, oldest first; few come on weekends."""
    count = min(MOST_DAYS, -(-visits // USUAL))
    days = [before - timedelta(days=back) for back in range(count, 0, -1)]
    weights = list(accumulate(map(usual, days)))
    ends = [visits * weight // weights[-1] for weight in weights]
    return [(day, end - begin) for day, begin, end in zip(days, [0, *ends], ends, strict=False)]


class Visits:
    """Makes the visits of one day after the other."""

    def __init__(self, tower: Tower, rng: random.Random, config: settings.Settings, visits: int) -> None:
        self._tower, self._rng, self._config = tower, rng, config
        self._guests = [*tower.guests, *(cast.guest(rng) for _ in range(min(20_000, visits // 20)))]
        self._purposes = [key for key, _ in PURPOSES[:-1]], [weight for _, weight in PURPOSES[:-1]]

    def day(self, batch: Batch, day: date, count: int) -> list[audit.Made]:
        """Put the visits of one day into `batch`; returns their changes."""
        told: list[audit.Made] = []
        for moment in sorted(self._arrival(day) for _ in range(count)):
            no = numbering.format_number(rules.PREFIX, day, batch.take(rules.PREFIX, day.isoformat()))
            row = self._row(batch.next_id("visit"), no, day, moment)
            batch.rows["visit"].append(tuple([row[name] for name in _COLUMNS]))
            _index(batch, row)
            told += self._changes(row, moment)
        return told

    def _arrival(self, day: date) -> datetime:
        rng = self._rng
        minute = timedelta(seconds=rng.randrange(60))
        return clock.at(day, rng.choice(BUSY_HOURS), rng.randrange(60)) + minute

    def _row(self, number: int, no: str, day: date, at: datetime) -> dict[str, Any]:
        rng = self._rng
        guest, host = rng.choice(self._guests), rng.choice(self._tower.hosts)
        actor, who = self._actor(at), rng.choice(host.people)
        stay = min(240, max(6, int(rng.lognormvariate(3.9, 0.6)))) * 60_000
        came = _stored(at)
        return {
            "id": number, "uid": new_uid(), "version": 2, "created_at": came, "no": no, "state": "left",
            "handler_id": actor.staff_id, "handler_name": actor.name, "remark": "", "void_reason": "",
            "void_by": "", "void_at": None, "hold": 0, "purged": 0, "shift": shifts.current(self._config, at).label,
            "name": guest.name, "party_size": 1, "org": guest.org, "phone": guest.phone,
            "id_kind": "resident_card", "id_no": "", "id_mark": "", "id_reason": "", "room_id": host.room.id,
            "host_room": host.room.text, "host_name": who, "confirm": "phone", "confirmed_by": who,
            "confirmed_at": came, "purpose": rng.choices(*self._purposes)[0], "purpose_note": "", "badge": "",
            "badge_lost": 0, "zone": "", "plate": guest.plate, "expected_at": None, "in_at": came,
            "exp_out": came + 7_200_000, "out_at": came + stay, "end_reason": "", "day": day.isoformat(),
        }  # fmt: skip

    def _actor(self, at: datetime) -> Actor:
        return self._tower.on_duty(clock.local(at).hour)

    def _changes(self, row: dict[str, Any], at: datetime) -> list[audit.Made]:
        """Return the two changes of a visit: registered and let in, signed out."""
        gone = at + timedelta(milliseconds=row["out_at"] - row["in_at"])
        came, out = audit.plain(at), audit.plain(gone)
        values = row | {
            "state": "inside", "created_at": came, "confirmed_at": came, "in_at": came, "out_at": None,
            "exp_out": audit.plain(at + timedelta(hours=2)), "hold": False, "badge_lost": False,
        }  # fmt: skip
        registered = {
            key: (None, value)
            for key, value in values.items()
            if value not in (None, "") and key not in Audited.UNTOLD
        }
        left = {"state": ("inside", "left"), "out_at": (None, out)}
        return [
            _told(self._actor(at), row["in_at"], "visitors.register", row, registered),
            _told(self._actor(gone), row["out_at"], "visitors.sign_out", row, left),
        ]


def _told(
    actor: Actor, at: int, verb: str, row: dict[str, Any], changes: Mapping[str, tuple[object, object]]
) -> audit.Made:
    payload = audit.payload_of(actor.name, "", changes)
    return audit.Made(at, actor.staff_id, actor.workstation, verb, "visit", row["uid"], row["no"], payload)


def _stored(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(milliseconds=1)


def _index(batch: Batch, row: dict[str, Any]) -> None:
    """Put in the search entry, as the visitor register makes it."""
    number = batch.next_id("search_entry")
    fields = [
        ("name", row["name"]), ("name", row["host_name"]), ("company", row["org"]), ("company", row["host_room"]),
        ("room", row["host_room"]), ("phone", row["phone"]), ("plate", row["plate"]),
    ]  # fmt: skip
    haystack = [_haystack(kind, text) for kind, text in fields if text]
    tokens = set().union(*(_tokens(kind, text) for kind, text in fields if text))
    haystack.append(fold(row["no"]))
    tokens.update(number_tokens(haystack[-1]))
    title, detail = f"{row['name']} {row['org']}".strip(), f"{row['no']} {row['host_room']}"
    batch.rows["search_entry"].append(
        (number, "visitors", row["id"], row["uid"], "", "", title, detail, "\n".join(haystack))
    )
    batch.grams.append((number, " ".join([*tokens, _KIND])))


def number_tokens(folded: str) -> Iterable[str]:
    """Return the tokens of a number as folded; most are those of its day.

    A token is at most three letters long (core/grams.py), so head and tail overlap by two.
    """
    return chain(_tokens("words", folded[:10]), _tokens("words", folded[8:]))


@lru_cache(maxsize=100_000)
def _tokens(kind: str, text: str) -> tuple[str, ...]:
    return tuple(grams.tokens({kind: text}))


@lru_cache(maxsize=100_000)
def _haystack(kind: str, text: str) -> str:
    return grams.haystack({kind: text})
