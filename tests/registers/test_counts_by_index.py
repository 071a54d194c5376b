"""The figures of the window are read every minute, its lists at every key: none may read a whole register."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from desk_app.core.database import Database
from desk_app.registers import REGISTERS
from tests.tower import Clock

SMALL = frozenset({
    "setting", "staff", "holiday", "holiday_year", "badge", "room", "key", "key_instruction",
})  # fmt: skip
"""Tables that do not grow with the work: what the house has, not what happens in it."""
SCANNED = re.compile(r"^SCAN (\w+)\b(?! USING (?:COVERING )?INDEX)")


def read_whole(db: Database, read: Callable[[Session], object]) -> set[tuple[str, str]]:
    """Return the tables that `read(session)` reads from end to end, with the statement."""
    asked: list[tuple[str, Any]] = []
    with db.read() as session:
        engine = session.get_bind().engine

        def keep(_conn: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
            asked.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", keep)
        try:
            read(session)
        finally:
            event.remove(engine, "before_cursor_execute", keep)
        raw = session.connection().connection.cursor()
        found = set()
        for statement, parameters in asked:
            if statement.lstrip().upper().startswith("SELECT"):
                raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                for *_numbers, detail in raw.fetchall():
                    scanned = SCANNED.match(detail)
                    if scanned and scanned[1] not in SMALL:
                        found.add((scanned[1], statement))
        return found


@pytest.mark.parametrize("key", [room.key for room in REGISTERS])
def test_counts_and_due_never_read_a_whole_register(db: Database, now: Clock, key: str) -> None:
    source = next(room for room in REGISTERS if room.key == key).register().source
    for read in (source.counts, source.due):
        assert read_whole(db, read) == set()


@pytest.mark.parametrize(
    "view", ["inside", "late", "expected", "today", "recent", "past 2026-01-01 2026-01-03"]
)
def test_what_lists_some_days_never_reads_the_visits_of_all_years(
    db: Database, now: Clock, view: str
) -> None:
    source = next(room for room in REGISTERS if room.key == "visitors").register().source
    for text, limit in (("", None), ("", 100), ("张", 100), ("张", None)):
        read = read_whole(db, lambda session, t=text, n=limit: source.ids(session, view, t, n))
        assert "visit" not in {table for table, _statement in read}
