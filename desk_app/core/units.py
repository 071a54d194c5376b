"""Which client-made id the next unit of work bears: a form keeps its own over every try to save it.

A commit can succeed and its answer be lost (a failed sync, a kill). Whoever tries again with the same id is
told that it is done, instead of doing it twice (safety.md D2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from desk_app.core.records import new_uid

_current: list[Iterator[str]] = []


@contextmanager
def under(uid: str) -> Iterator[None]:
    """Let the units of work inside bear ids made from `uid`, by their order; on the window's thread only."""
    _current.append(uid if n == 1 else f"{uid}.{n}" for n in count(1))
    try:
        yield
    finally:
        _current.pop()


def next_id() -> str:
    """Return the id for the next unit of work: its form's, or a new one."""
    return next(_current[-1]) if _current else new_uid()
