"""What a piece of work reads from the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event


@contextmanager
def loaded(kind: type) -> Iterator[list[object]]:
    """Collect the records of one kind that are read inside."""
    found: list[object] = []

    def note(record: object, _context: object) -> None:
        found.append(record)

    event.listen(kind, "load", note)
    try:
        yield found
    finally:
        event.remove(kind, "load", note)
