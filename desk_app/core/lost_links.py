"""Links of the history that a salvage could not save, wholly or their details: `verify` names the first for ever.

A hole in the history is never mended over. What must not stay is a detail behind the last link: the
next change would want its number, and nothing could be filed any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_BETWEEN = (
    "SELECT before + 1, id - 1 FROM (SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before FROM history) "
    "WHERE id > before + 1 ORDER BY id"
)
_BARE = (
    "SELECT h.id, h.no, h.entity, h.verb, h.at FROM history h LEFT JOIN history_detail d ON d.id = h.id "
    "WHERE d.id IS NULL ORDER BY h.id"
)
_ENDS = "SELECT (SELECT coalesce(max(id), 0) FROM history), (SELECT coalesce(max(id), 0) FROM history_detail)"


@dataclass(frozen=True)
class Bare:
    """A link whose detail is gone; `at` in milliseconds."""

    id: int
    no: str
    entity: str
    verb: str
    at: int


@dataclass(frozen=True)
class Lost:
    """Numbers of the links that are gone, links without detail; `open_end`: more may have stood behind the last."""

    links: Sequence[int] = ()
    details: Sequence[Bare] = ()
    open_end: bool = False

    @property
    def until(self) -> int:
        """The last number that may have been lost: what a later link tells is the last that was said."""
        gone = (*self.links[-1:], *(one.id for one in self.details[-1:]))
        return 1 << 62 if self.open_end else max(gone, default=0)


def find(connection: Any, *, open_end: bool) -> Lost:
    """Look for holes in a salvaged file's history. `open_end`: the last pages of both its tables could not be read."""
    between = connection.execute(_BETWEEN).fetchall()
    links = [number for low, high in between for number in range(low, high + 1)]
    last, last_detail = connection.execute(_ENDS).fetchone()
    links += range(last + 1, last_detail + 1)
    return Lost(links, [Bare(*row) for row in connection.execute(_BARE).fetchall()], open_end)


def cut(connection: Any) -> None:
    """Take away what was told of links behind the last one that is left: the damaged file keeps it."""
    connection.execute("DELETE FROM history_detail WHERE id > (SELECT coalesce(max(id), 0) FROM history)")
