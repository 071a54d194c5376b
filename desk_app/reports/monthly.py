"""客服前台月报: cover with figures and charts, a sheet a register, the counts; one file, whole or not at all.

The workbook is Chinese in every language of the window, so nothing here is translated but the errors,
not even what a register's rows say.
Every register declared in `registers` gets its sheet; a new one needs nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.core import audit, clock, privacy, settings, text
from desk_app.core.declare import Register, Row
from desk_app.core.errors import Cancelled
from desk_app.core.i18n import in_source_language
from desk_app.documents.workbook import Book, Heading, add_table
from desk_app.registers import REGISTERS
from desk_app.reports import breakdowns, cover, deposit_ledger, kpi
from desk_app.reports.kpi import Month

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TITLE = "客服前台月报"
COVER_NAME = "封面与指标"
FIGURES_DONE, ROWS_DONE = 5, 90
MANY = 2_000
"""Rows of one register after which its progress is half way."""


class _Steps:
    """Tells how far the work is, in percent, and stops it when the user asks."""

    def __init__(
        self, progress: Callable[[int], None] | None, cancelled: Callable[[], bool] | None, parts: int
    ) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._share = (ROWS_DONE - FIGURES_DONE) / max(parts, 1)
        self._told = -1

    def say(self, percent: float) -> None:
        """Report; Cancelled when the work should stop."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress and int(percent) > self._told:
            self._told = int(percent)
            self._progress(self._told)

    def rows(self, part: int, done: int) -> None:
        """Report `done` rows of one register; how many there will be is not known, so they count ever less."""
        self.say(FIGURES_DONE + self._share * (part + done / (done + MANY)))

    def sheet(self, part: int) -> None:
        """Report that the sheet of one register is full."""
        self.say(FIGURES_DONE + self._share * (part + 1))


def file_name(project: str, year: int, month: int) -> str:
    """Return 客服前台月报_项目_202611.xlsx; what no file system takes is replaced, an empty project left out."""
    name = text.file_name(project, limit=60).strip("_ ") if project.strip() else ""
    return "_".join(part for part in (TITLE, name, f"{year:04}{month:02}.xlsx") if part)


def write(
    session: Session,
    year: int,
    month: int,
    path: Path,
    *,
    maker: str,
    mark: str = "",
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    registers: Sequence[Register] | None = None,
) -> Path:
    """Write the month's workbook to `path` and return it.

    `progress` is told 0 to 100 (and may raise to stop); `cancelled` is asked now and then, Cancelled follows.
    `mark` is the watermark (core/exporting.py); names are masked, numbers too. Raises KnownError when the file cannot be written. In every such case no file, and no part of one, is left.
    """
    chosen = [room.register() for room in REGISTERS] if registers is None else list(registers)
    span, steps = Month(year, month), _Steps(progress, cancelled, len(chosen))
    book = Book(mark)
    try:
        steps.say(0)
        with in_source_language():
            _fill(book, session, chosen, span, maker, mark, steps)
        steps.say(ROWS_DONE)
        book.save(path)
    finally:
        book.discard()
    steps.say(100)
    return path


def _fill(
    book: Book,
    session: Session,
    registers: Sequence[Register],
    span: Month,
    maker: str,
    mark: str,
    steps: _Steps,
) -> None:
    project = settings.get(session, settings.PROJECT)
    made = _made(span, maker, clock.now())
    front = cover.open_cover(book, COVER_NAME)
    groups = [(each.title, kpi.figures(session, each.kpis, span)) for each in registers]
    cover.write_figures(
        front,
        Heading(_title(project, span, TITLE), tuple(filter(None, (made, audit.head(session).line, mark)))),
        groups,
    )
    steps.say(FIGURES_DONE)
    counted = []
    days = [day for day in span.days if day <= clock.today()] or span.days
    for part, register in enumerate(registers):
        tallies = [breakdowns.Tally(register, each, days) for each in register.breakdowns]
        rows = map(
            privacy.blinder(register),
            _counted(register.source.month(session, span.first, span.last), tallies),
        )
        heading = Heading(_title(project, span, register.title), (made,))
        columns = [column for column in register.columns if column.sheeted]
        add_table(
            book, register.title, heading, columns, register.states, rows,
            each=partial(steps.rows, part),
        )  # fmt: skip
        counted += [(register, tally.counted()) for tally in tallies]
        steps.sheet(part)
    if any(register.key in deposit_ledger.REGISTERS for register in registers):
        ledger = _title(project, span, deposit_ledger.NAME)
        deposit_ledger.add(book, session, ledger, made, span.first, span.last)
    data = cover.open_data(book)
    data.head(Heading(_title(project, span, cover.DATA_NAME), (made,)))
    cover.write_charts(front, data, [cover.write_counts(data, *each) for each in counted])


def _counted(rows: Iterable[Row], tallies: Sequence[breakdowns.Tally]) -> Iterator[Row]:
    """Yield the rows, each counted on the way."""
    for row in rows:
        for tally in tallies:
            tally.add(row)
        yield row


def _title(project: str, span: Month, what: str) -> str:
    return " · ".join(filter(None, [project, what, f"{span.year}年{span.month}月"]))


def _made(span: Month, maker: str, now: datetime) -> str:
    return (
        f"期间 {span.first} 至 {span.last}    制表人 {maker or cover.NONE}    "
        f"制表时间 {clock.local(now):%Y-%m-%d %H:%M}    数据口径版本 {kpi.DEFINITIONS}"
    )
