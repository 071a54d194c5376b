"""Export of a list: the columns and rows that stand on the screen, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from desk_app.core import clock
from desk_app.core.declare import Column, Register, Row
from desk_app.documents.workbook import Book, Heading, add_table


def columns_of(register: Register, clear: bool) -> list[Column]:
    """Return what an export of a register's list has in its columns; `clear`: telephones and numbers, listed or not."""
    told = [column for column in register.columns if clear and register.private(column.key).level >= 2]
    return [column for column in register.columns if column.listed or column in told]


def export_list(
    register: Register,
    rows: Iterable[Row],
    path: Path,
    *,
    count: int,
    title: str,
    maker: str,
    made_at: datetime,
    filter_text: str = "",
    found: int = 0,
    head: str = "",
    mark: str = "",
    clear: bool = False,
    each: Callable[[int], None] | None = None,
) -> Path:
    """Write `rows`, `count` of them, in the listed columns of `register` to `path`; KnownError when it fails.

    `title` names the list (project and view), `filter_text` says what was searched; `found` is how many
    records the list has when it is longer than the limit of one export, `head` the history's (core/heads.py),
    `mark` the watermark (core/exporting.py), which stands at the foot of every page too; `clear`: the columns
    of telephones and numbers are in it, listed or not.
    `each(rows done)` may raise to stop.
    """
    made = f"制表人 {maker}    制表时间 {clock.local(made_at):%Y-%m-%d %H:%M}"
    notes = [f"筛选 {filter_text}    {made}" if filter_text else made]
    if found > count:
        notes.append(f"共 {found} 条,按单次导出上限只含前 {count} 条。")
    notes += [line for line in (head, mark) if line]
    columns = columns_of(register, clear)
    book = Book(mark)
    try:
        add_table(
            book, register.title, Heading(title, tuple(notes)), columns, register.states, rows, each=each
        )
        book.save(path)
    finally:
        book.discard()
    return path
