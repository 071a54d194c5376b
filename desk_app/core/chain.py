"""Walk the history's chain: every link, every detail, from the first or from where an earlier walk ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from desk_app.core import audit, store
from desk_app.core.audit import GENESIS
from desk_app.core.datafile import Damaged
from desk_app.core.heads import Head, Printed

AT_ONCE = 2_000
"""Links read at once; a walk beside a working desk opens a session for each step, so that the log can be moved."""

_SOME = (
    "SELECT h.id, h.at, h.actor_id, h.workstation, h.verb, h.entity, h.uid, h.no, h.commitment, h.prev, h.hash, "
    "d.salt, d.payload FROM history h LEFT JOIN history_detail d ON d.id = h.id "
    "WHERE h.id > ? ORDER BY h.id LIMIT ?"
)
BEGINNING = Head(0, GENESIS)


@dataclass(frozen=True)
class Broken:
    """The first link that does not fit, and why: "gap", "chain", "link" or "detail".

    `behind` is where a walk that wants to know of more goes on: the link as it stands; None where there is none.
    """

    id: int
    why: str
    behind: Head | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Walk:
    """How far a walk came, how many links it read, and the first that does not fit."""

    head: Head
    read: int
    broken: Broken | None = None


def walk(
    session: Session, after: Head = BEGINNING, progress: Callable[[int], object] = lambda _number: None
) -> Walk:
    """Read the links after `after` (a head that an earlier walk found right); `progress` is told the last number."""
    found = Walk(after, 0)
    while True:
        some = step(session, found.head)
        found = Walk(some.head, found.read + some.read, some.broken)
        if some.broken or not some.read:
            return found
        progress(found.head.number)


def step(session: Session, after: Head) -> Walk:
    """Read the next links after `after`, at most AT_ONCE; none are left when it read none."""
    if after.number and not has(session, after):
        return Walk(after, 0, Broken(after.number, "link"))
    key, head = session.info["keys"].chain, after
    rows = _opened(session, store.run(session, _SOME, after.number, AT_ONCE))
    for n, row in enumerate(rows, 1):
        why = _fault(key, row, head)
        if why and not (why == "detail" and _is_cleared(session, row)):
            return Walk(head, n, Broken(row[0], why, Head(row[0], row[10])))
        head = Head(row[0], row[10])
    return Walk(head, len(rows))


def _opened(session: Session, rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return links with their details in clear; a sealed detail that was altered comes as None and fits nothing."""
    seal = store.field_seal(store.dialect_of(session))
    if seal is None:
        return rows
    opened = []
    for *fields, payload in rows:
        try:
            opened.append((*fields, payload and seal.open(payload)))
        except Damaged:
            opened.append((*fields, None))
    return opened


def is_of(session: Session, printed: Printed) -> bool:
    """Say whether the link that was last when a paper was printed is still the same."""
    rows = store.run(session, "SELECT hash FROM history WHERE id = ?", printed.number)
    return bool(rows) and printed.fits(rows[0][0])


def has(session: Session, known: Head) -> bool:
    """Say whether a head that stands outside the file is still a link of it."""
    return store.run(session, "SELECT hash FROM history WHERE id = ?", known.number) == [(known.hash,)]


def _is_cleared(session: Session, row: tuple[object, ...]) -> bool:
    """Say whether an empty detail is one that its record's term cleared: the chain itself tells so."""
    return row[-2:] == ("", "") and audit.is_purged(session, str(row[6]), int(str(row[0])))


def _fault(key: bytes, row: tuple[object, ...], before: Head) -> str:
    *fields, prev, digest, salt, payload = row
    if fields[0] != before.number + 1:
        return "gap"
    if prev != before.hash:
        return "chain"
    if audit.link(key, str(prev), *fields) != digest:
        return "link"
    if salt is None or audit.commitment(str(salt), str(payload)) != fields[-1]:
        return "detail"
    return ""
