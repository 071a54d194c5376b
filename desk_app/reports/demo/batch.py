"""Many rows of many tables on their way into the database, with the ids and numbers they get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy.orm import Session

from desk_app.core import gram_table, store
from desk_app.core.records import Base


class Batch:
    """Collects rows as they are stored; `flush` writes them, parents first."""

    def __init__(self, highest: Mapping[str, int]) -> None:
        self._last = defaultdict(int, highest)
        self._serials: dict[tuple[str, str], int] = defaultdict(int)
        self.rows: dict[str, list[tuple[object, ...]]] = defaultdict(list)
        self.grams: list[tuple[int, str]] = []

    def next_id(self, table: str) -> int:
        """Return the id of a new row."""
        self._last[table] += 1
        return self._last[table]

    def take(self, prefix: str, day: str) -> int:
        """Return the next number of a prefix on a day."""
        self._serials[prefix, day] += 1
        return self._serials[prefix, day]

    def flush(self, session: Session) -> None:
        """Write all rows collected so far."""
        for table in Base.metadata.sorted_tables:
            if rows := self.rows.pop(table.name, []):
                store.insert_rows(session, table.name, table.columns.keys(), rows)
        gram_table.add_grams(session, self.grams)
        self.grams = []

    def close(self, session: Session) -> None:
        """Write the last numbers given."""
        rows = [(prefix, day, last) for (prefix, day), last in self._serials.items()]
        store.insert_rows(session, "serial", ("prefix", "day", "last"), rows)
