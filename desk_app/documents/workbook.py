"""Workbooks from declared columns: rows in, styled sheets out; no Qt, no SQL, no clock.

Rows are streamed (openpyxl's write-only mode), one cell object a column, so memory stays flat. Every cell's
kind comes from its column, never from what the text looks like: user text cannot become a formula.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved
from openpyxl.worksheet.pagebreak import Break
from openpyxl.writer.excel import ExcelWriter

from desk_app.core import clock, files, privacy, reasons
from desk_app.core.declare import Column, ColumnKind, Row, State, Tone
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.documents import sheet_style
from desk_app.documents.sheet_text import lines_of, safe_text, sheet_name, width

LEAST = {ColumnKind.TIME: 17, ColumnKind.DATE: 12, ColumnKind.MONEY: 13}
WIDEST = 24
SAMPLE = 500
DIGITS = 10**15
STEP = 500
A4 = 9
INDENT = 2
LINE_HEIGHT = 15
ROW_HEIGHT = 18
FOOT = 150  # of 255 characters that Excel takes for the whole foot
MOST_LINES = 27  # a row is at most 409 points high

Put = tuple[object, str]
"""One cell of a sheet that is laid out by hand: a native value and the name of its style."""


class Part(NamedTuple):
    """Where the rows of a table came to stand: 1-based, inclusive; `last` < `first` when there are none."""

    header: int
    first: int
    last: int


@dataclass(frozen=True)
class Heading:
    """The first lines of a sheet: what it is, and for whom, when and by which definitions it was made."""

    title: str
    notes: tuple[str, ...] = ()


class Sheet:
    """One sheet being filled from the top; `row` is the number of the last row that was put."""

    def __init__(self, raw: Any, widths: Sequence[float]) -> None:
        self.raw = raw
        self.row = 0
        raw._values_to_row = _placed  # openpyxl's own tries every cell as a value first, a fifth of the time
        self._rooms = [wide - INDENT for wide in widths]

    def put(self, *cells: Put | None, height: float = 0) -> int:
        """Add one row; return its number. A text stays a text; None leaves a gap; "wrap" makes the row higher."""
        lines = [
            lines_of(put[0], room)
            for put, room in zip(cells, self._rooms, strict=False)
            if put and put[1] == "wrap" and isinstance(put[0], str)
        ]
        self.stream(
            [None if put is None else self._filled(*put) for put in cells], max(lines, default=1), height
        )
        return self.row

    def stream(self, cells: list[Any], lines: int, height: float = 0) -> None:
        """Add one row of ready cells, `lines` lines high; they may be filled anew afterwards."""
        self.row += 1
        if lines > 1 and not height:
            height = min(lines, MOST_LINES) * LINE_HEIGHT + 2
        if height:
            self.raw.row_dimensions[self.row].height = height
        self.raw.append(cells)
        self.raw.row_dimensions.pop(self.row, None)

    def cell(self, style: str) -> Any:
        """Return a new empty cell in a named style."""
        cell: Any = WriteOnlyCell(self.raw)
        cell.style = style
        return cell

    def page_break(self) -> None:
        """Start a new page after the last row; only on a sheet with a fixed scale."""
        self.raw.row_breaks.append(Break(id=self.row))

    def head(self, heading: Heading) -> None:
        """Put the lines of a heading."""
        self.put((heading.title, "title"), height=28)
        for note in heading.notes:
            self.put((note, "note"), height=16)

    def _filled(self, value: object, style: str) -> Any:
        cell = self.cell(style)
        cell._value, cell.data_type = _as_text(value) if isinstance(value, str) else _native(value)
        return cell


def _placed(cells: Sequence[Any], row: int) -> Iterator[Any]:
    """Yield the ready cells of one row with their place; None leaves a gap."""
    for column, cell in enumerate(cells, 1):
        if cell is not None:
            cell.column, cell.row = column, row
            yield cell


def foot_of(mark: str) -> str:
    """Return a watermark as the foot of a page takes it: one line, so short that Excel does not call it damage."""
    return " ".join(mark.split())[:FOOT].replace("&", "+")


class Book:
    """One workbook being written. `save` ends it; `discard` throws it away."""

    def __init__(self, mark: str = "") -> None:
        """Begin a book; `mark` is the watermark at the foot of every page."""
        self._foot = "    ".join(filter(None, (foot_of(mark), "第 &P 页 / 共 &N 页")))
        self._book = Workbook(write_only=True)
        for style in sheet_style.styles():
            self._book.add_named_style(style)

    def sheet(self, name: str, widths: Sequence[float], *, freeze: str = "", repeat: int = 0) -> Sheet:
        """Add an empty sheet: A4 landscape, one page wide, page numbers, row `repeat` on every page."""
        raw: Any = self._book.create_sheet(sheet_name(name, self._book.sheetnames))
        for index, wide in enumerate(widths, 1):
            raw.column_dimensions[get_column_letter(index)].width = wide
        raw.sheet_view.showGridLines = False
        raw.freeze_panes = freeze or None
        if repeat:
            raw.print_title_rows = f"{repeat}:{repeat}"
        raw.page_setup.orientation = "landscape"
        raw.page_setup.paperSize = A4
        raw.page_setup.fitToWidth, raw.page_setup.fitToHeight = 1, 0
        raw.sheet_properties.pageSetUpPr.fitToPage = True
        margins = raw.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
        raw.oddFooter.left.text = "&A"
        raw.oddFooter.center.text = self._foot
        raw.sheet_format.defaultRowHeight, raw.sheet_format.customHeight = ROW_HEIGHT, True
        return Sheet(raw, widths)

    def save(self, path: Path) -> None:
        """Write to `path` as a whole or not at all; KnownError when that fails."""
        try:
            with files.becoming(path) as part:
                self._write(part)
        except OSError as error:
            raise known_error(error, path) from error
        finally:
            self.discard()

    def _write(self, part: Path) -> None:
        archive = ZipFile(part, "w", ZIP_DEFLATED)
        try:
            ExcelWriter(self._book, archive).save()
        except OSError:
            # On a full disk the archive's destructor would fail once more, where nobody can catch it.
            file, archive.fp = archive.fp, None
            with contextlib.suppress(OSError):
                file.close()  # type: ignore[union-attr]
            raise

    def discard(self) -> None:
        """Close every sheet and remove openpyxl's temporary files; nothing is left of what was not saved."""
        for sheet in self._book.worksheets:
            writer = getattr(sheet, "_writer", None)
            if writer is None:
                continue
            with contextlib.suppress(WorkbookAlreadySaved, OSError):
                sheet.close()
            with contextlib.suppress(OSError, ValueError):
                writer.cleanup()


def known_error(error: OSError, path: Path) -> KnownError:
    """Return the sentence for a file that could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = translate("Workbook", "磁盘已满,没有导出 {path}。请清理磁盘后再导出一次。")
    elif isinstance(error, PermissionError):
        text = translate(
            "Workbook", "无法写入 {path}:文件可能正在 Excel 中打开,请关闭后再导出;或换一个文件夹。"
        )
    else:
        text = translate("Workbook", "无法写入 {path}({reason})。请换一个文件夹再导出。")
    return KnownError(text.format(path=path, reason=reasons.system(error)))


def add_table(
    book: Book,
    name: str,
    heading: Heading,
    columns: Sequence[Column],
    states: Sequence[State],
    rows: Iterable[Row],
    *,
    each: Callable[[int], None] | None = None,
) -> Part:
    """Add a sheet that shows `rows` in `columns`, with header, filter and totals; return where they stand.

    Rows are taken one by one and not kept, but for the first that the widths are measured on. `each(done)` is
    told every 500 rows and may raise to stop. Times are shown in the building's zone.
    """
    header = len(heading.notes) + 2
    following = iter(rows)
    sample = list(islice(following, SAMPLE))
    widths = _widths(columns, states, sample)
    sheet = book.sheet(name, widths, freeze=f"B{header + 1}", repeat=header)
    sheet.head(heading)
    sheet.put(*((column.label, "head") for column in columns), height=26)
    writers = [_Writer(sheet, *pair, states) for pair in zip(columns, widths, strict=True)]
    summed = [column.key for column in columns[1:] if column.total]
    sums, done = dict.fromkeys(summed, 0), 0
    for done, row in enumerate(chain(sample, following), 1):
        sheet.stream([writer.filled(row) for writer in writers], max(writer.lines for writer in writers))
        for key in summed:
            if isinstance(value := row.get(key), int):
                sums[key] += value
        if each and done % STEP == 0:
            each(done)
    part = Part(header, header + 1, header + done)
    _total(sheet, columns, done, sums)
    _rules(sheet.raw, columns, states, part)
    return part


class _Writer:
    """Fills the one cell of a column, row after row."""

    def __init__(self, sheet: Sheet, column: Column, room: float, states: Sequence[State]) -> None:
        self.lines = 1
        self._key = column.key
        self._room = room - INDENT
        self._cell = sheet.cell(_style(column))
        self._as = _CONVERT[column.kind]
        self._words = _words(column, states)
        self._tinted: dict[object, Any] = (
            {s.key: sheet.cell(f"state.{s.tone.value}") for s in states}
            if column.kind is ColumnKind.STATE
            else {}
        )
        self._wrapped = sheet.cell("wrap") if column.kind is ColumnKind.TEXT else self._cell

    def filled(self, row: Row) -> Any:
        """Return the cell with this row's value in it."""
        self.lines = 1
        value = row.get(self._key)
        cell = self._tinted.get(value, self._cell) if self._tinted else self._cell
        if value is None or value == "":
            cell._value, cell.data_type = None, "n"
            return cell
        found = self._words.get(value, value) if self._words else value
        filled = self._as(found)
        if cell is not self._wrapped and filled[1] == "s" and len(filled[0]) * 2 > self._room:
            self.lines = lines_of(filled[0], self._room)
            cell = self._wrapped if self.lines > 1 else cell
        cell._value, cell.data_type = filled
        return cell


def _words(column: Column, states: Sequence[State]) -> dict[object, object]:
    if column.kind is ColumnKind.STATE:
        return {state.key: state.label for state in states}
    return {choice.key: choice.label for choice in column.choices}


def _style(column: Column) -> str:
    if column.kind in (ColumnKind.STATE, ColumnKind.CHOICE):
        return "center"
    return str(column.kind.value)


def _as_text(value: object) -> tuple[Any, str]:
    text = str(getattr(value, "text", value))
    return safe_text(text if isinstance(value, privacy.Clear) else privacy.free(text)), "s"


def _as_number(value: object) -> tuple[Any, str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) >= DIGITS:
        return _as_text(value)
    return value, "n"


def _as_money(value: object) -> tuple[Any, str]:
    return (value / 100, "n") if isinstance(value, int) else _as_text(value)


def _as_date(value: object) -> tuple[Any, str]:
    if isinstance(value, datetime):
        value = clock.local(value).date()
    return (value, "d") if isinstance(value, date) else _as_text(value)


def _as_time(value: object) -> tuple[Any, str]:
    if not isinstance(value, datetime):
        return _as_text(value)
    if value.tzinfo is None:
        raise ValueError("a time without a zone does not enter a sheet")
    return clock.local(value).replace(tzinfo=None, microsecond=0), "d"


def _native(value: object) -> tuple[Any, str]:
    """Return a value laid out by hand; a datetime is an aware one."""
    if isinstance(value, datetime):
        return _as_time(value)
    if isinstance(value, date):
        return _as_date(value)
    return (None, "n") if value is None else _as_number(value)


_CONVERT: dict[ColumnKind, Callable[[object], tuple[Any, str]]] = {
    ColumnKind.TEXT: _as_text,
    ColumnKind.INTEGER: _as_number,
    ColumnKind.MONEY: _as_money,
    ColumnKind.DATE: _as_date,
    ColumnKind.TIME: _as_time,
    ColumnKind.STATE: _as_text,
    ColumnKind.CHOICE: _as_text,
}


def _widths(columns: Sequence[Column], states: Sequence[State], sample: Sequence[Row]) -> list[float]:
    """Return a width a column: as declared, at least its header, room for the sample up to a limit."""
    found = []
    for column in columns:
        words = _words(column, states)
        seen = [words.get(row.get(column.key), row.get(column.key)) for row in sample]
        least = max(column.width, LEAST.get(column.kind, 0), width(column.label) + 3)
        longest = max((width(text) for text in seen if isinstance(text, str)), default=0)
        found.append(float(max(least, min(longest + INDENT, WIDEST))))
    return found


def _total(sheet: Sheet, columns: Sequence[Column], count: int, sums: Mapping[str, int]) -> None:
    """Put the last row: how many records, and the sum of every column that has one."""
    cells: list[Put | None] = [(f"合计 {count} 条", "total.text")]
    for column in columns[1:]:
        style = "total.money" if column.kind is ColumnKind.MONEY else "total.integer"
        if not column.total:
            cells.append((None, "total.text"))
            continue
        whole = sums[column.key]
        cells.append((whole / 100 if column.kind is ColumnKind.MONEY else whole, style))
    sheet.put(*cells, height=20)


def _rules(sheet: Any, columns: Sequence[Column], states: Sequence[State], part: Part) -> None:
    """Lay the filter over header and rows, the zebra beside the tinted states, the strike over void rows."""
    last = max(part.last, part.header)
    end = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A{part.header}:{end}{last}"
    if part.last < part.first:
        return
    area = _beside_states(columns, part)
    for index, column in enumerate(columns, 1):
        for state in states:
            if column.kind is ColumnKind.STATE and state.tone is Tone.VOID:
                formula = f'${get_column_letter(index)}{part.first}="{state.label}"'
                sheet.conditional_formatting.add(
                    area, Rule("expression", dxf=sheet_style.struck(), formula=[formula])
                )
    sheet.conditional_formatting.add(
        area, Rule("expression", dxf=sheet_style.zebra(), formula=[f"MOD(ROW()-{part.first},2)=1"])
    )


def _beside_states(columns: Sequence[Column], part: Part) -> str:
    """Return the cells of all rows but those of the tinted state columns, as ranges."""
    runs = []
    for tinted, run in groupby(enumerate(columns, 1), lambda item: item[1].kind is ColumnKind.STATE):
        letters = [get_column_letter(index) for index, _column in run]
        if not tinted:
            runs.append(f"{letters[0]}{part.first}:{letters[-1]}{part.last}")
    return " ".join(runs)
