"""One list as a workbook: the records of a register in the order that they are listed, read as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.core import audit, clock, privacy
from desk_app.core.declare import Register, Row
from desk_app.core.errors import KnownError
from desk_app.core.i18n import in_source_language, translate
from desk_app.core.records import AT_ONCE
from desk_app.documents.list_export import export_list
from desk_app.registers import REGISTERS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROWS_DONE = 95
"""Percent, when all rows are written and the file is packed."""


def register_of(key: str) -> Register:
    """Return the register called `key`; KnownError names those that there are."""
    found = {register.key: register for register in (room.register() for room in REGISTERS)}
    if key not in found:
        text = translate("Cli", "没有 {0};可用的有 {1}")
        raise KnownError(text.format(key, ", ".join(found)))
    return found[key]


def shown(session: Session, register: Register, view: str, text: str) -> Sequence[int]:
    """Return the records that a view (default: the first) shows for a search; KnownError for no such view."""
    views = [one.key for one in register.views]
    if view and view not in views:
        raise KnownError(translate("Cli", "没有 {0};可用的有 {1}").format(view, ", ".join(views)))
    return register.source.ids(session, view or views[0], text)


def write(
    session: Session,
    register: Register,
    ids: Sequence[int],
    path: Path,
    *,
    searched: str = "",
    maker: str = "",
    found: int = 0,
    mark: str = "",
    clear: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Path:
    """Write the records `ids`, in this order, to `path` and return it; KnownError when it fails.

    `searched` is what the list was filtered by, `found` how many records the whole list has, `mark` the watermark.
    `clear`: two persons agreed to it (core/exporting.py). `progress` is told 0 to 100. The workbook is Chinese in every language of the window.
    """
    tell = progress or (lambda _percent: None)
    tell(0)
    with in_source_language():
        export_list(
            register, rows(session, register, ids, clear), path, count=len(ids), title=register.title, maker=maker,
            made_at=clock.now(), filter_text=searched, found=found, head=audit.head(session).line, mark=mark, clear=clear,
            each=lambda done: tell(ROWS_DONE * done // len(ids)),
        )  # fmt: skip
    tell(100)
    return path


def rows(session: Session, register: Register, ids: Sequence[int], clear: bool = False) -> Iterator[Row]:
    """Yield the rows of `ids`, some hundred in memory at a time; `clear` without masks (core/exporting.py)."""
    for start in range(0, len(ids), AT_ONCE):
        for row in register.source.rows(session, ids[start : start + AT_ONCE]):
            yield _unmasked(session, register, row) if clear else row
        session.expunge_all()


def _unmasked(session: Session, register: Register, row: Row) -> Row:
    """Return a row with what its record says in clear."""
    values = register.source.values(session, str(row["uid"]))
    personal = [field.key for field in register.fields if field.private.level >= 2 and field.key in row]
    return {**row, **{key: privacy.Clear(values.get(key) or row[key]) for key in personal}}
