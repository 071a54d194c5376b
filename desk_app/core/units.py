"""Which client-made id the next unit of work bears: a form keeps its own over every try to save it.

A commit can succeed and its answer be lost (a failed sync, a kill). Whoever tries again with the same id is
told that it is done, instead of doing it twice (safety.md D2). So what a server undid can be done again (D16).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TypeVar

from desk_app.core.errors import Repeatable
from desk_app.core.records import new_uid

T = TypeVar("T")
PAUSES = (0.05, 0.25)
"""Seconds before each further try."""
QUICK = 1.0
"""Seconds that a try may have taken for another to follow: somebody waits at the window."""

_current: list[Iterator[str]] = []


@contextmanager
def under(uid: str) -> Iterator[None]:
    """Let the units of work inside bear ids made from `uid`, by their order; on the window's thread only."""
    _current.append(uid if n == 1 else f"{uid}.{n}" for n in count(1))
    try:
        yield
    finally:
        _current.pop()


def repeated(uid: str, do: Callable[[], T]) -> T:
    """Do what is made of units of work under `uid`, and again where the server undid it; return what it returns.

    Every try bears the same ids: AlreadyDone where the one before was done after all. A file's units are never undone
    so: they are tried once.
    """
    for pause in PAUSES:
        began = time.monotonic()
        try:
            with under(uid):
                return do()
        except Repeatable:
            if time.monotonic() - began > QUICK:
                raise
        time.sleep(pause)
    with under(uid):
        return do()


def next_id() -> str:
    """Return the id for the next unit of work: its form's, or a new one."""
    return next(_current[-1]) if _current else new_uid()
