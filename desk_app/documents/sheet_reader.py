"""Read a list out of an .xlsx file as people make them: the headings are searched for, not expected.

Title rows above, blank rows, merged cells, headings in two rows, repeated headings, sums at the end,
numbers as text and text as numbers are all usual. Importing this module loads openpyxl.
"""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook

from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.listing import Cell, Heading, Line, Listing
from desk_app.core.text import clean

LARGEST = 300_000_000
"""Unpacked bytes of a workbook that is still opened."""
MOST_ROWS = 50_000
MOST_COLUMNS = 200
SEARCHED_ROWS = 40
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_EDGES = re.compile(r"^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$")
_BRACKETS = re.compile(r"\([^)]*\)")
_FOOT = re.compile(r"(合计|总计|小计|制表|审核|填表|打印|说明[::]|注[::]|备注[::]|示例|例[::])")

Row = list[Cell | None]
Columns = dict[str, int]


def read(data: bytes, headings: Sequence[Heading]) -> Listing:
    """Return the rows of every sheet that has the headings; KnownError says why a file cannot be read."""
    lines: list[Line] = []
    columns: set[str] = set()
    ignored = []
    for title, grid, spread in _sheets(data):
        found = _find_headings(grid, headings)
        if found is None:
            if any(any(row) for row in grid):
                ignored.append(title)
            continue
        last, places = found
        columns |= places.keys()
        _spread(grid, spread, {places[h.key] for h in headings if h.spread and h.key in places}, last)
        lines += _lines(title, grid, places, last)
    if not columns:
        wanted = "、".join(h.title for h in headings if h.required)
        text = translate(
            "Sheets", "没有找到标题行(至少要有「{wanted}」一列)。请用程序导出的模板,或改正列名后再导入。"
        )
        raise KnownError(text.format(wanted=wanted))
    return Listing(tuple(lines), frozenset(columns), tuple(ignored))


def _sheets(data: bytes) -> Iterator[tuple[str, list[Row], list[tuple[int, int, int, int]]]]:
    """Yield (title, cells, merged ranges as first row, first column, last row, last column) of each sheet."""
    _check_size(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=True)
            for sheet in book.worksheets:
                merged = [
                    (m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in sheet.merged_cells
                ]
                yield sheet.title, list(_cells(sheet)), merged
    except Exception as error:
        text = translate(
            "Sheets", "这个文件打不开,可能已损坏。请用 Excel 或 WPS 打开,另存为 .xlsx 后再导入。"
        )
        raise KnownError(text) from error


def _check_size(data: bytes) -> None:
    if data.startswith(_OLD_EXCEL):
        text = translate(
            "Sheets", "这是旧版 .xls 或加了密码的文件。请用 Excel 或 WPS 另存为不加密的 .xlsx 后再导入。"
        )
        raise KnownError(text)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            known = "xl/workbook.xml" in packed.namelist()
    except Exception as error:
        text = translate("Sheets", "这不是 .xlsx 表格文件。请用 Excel 或 WPS 另存为 .xlsx 后再导入。")
        raise KnownError(text) from error
    if not known:
        raise KnownError(
            translate("Sheets", "这不是 .xlsx 表格文件。请用 Excel 或 WPS 另存为 .xlsx 后再导入。")
        )
    if size > LARGEST:
        raise KnownError(translate("Sheets", "表格太大,无法导入。请删去多余的工作表和图片,或分成几个文件。"))


def _cells(sheet: Any) -> Iterator[Row]:
    """Yield the rows down to the last one with a value; formatted emptiness below or beside costs nothing."""
    filled: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet._cells.items():
        if column <= MOST_COLUMNS and (value := cell_value(cell.value)) is not None:
            filled.setdefault(row, {})[column] = value
    if filled and max(filled) > MOST_ROWS:
        text = translate("Sheets", "工作表「{sheet}」超过 {most} 行,请分成几个文件导入。")
        raise KnownError(text.format(sheet=sheet.title, most=MOST_ROWS))
    width = max((max(row) for row in filled.values()), default=0)
    for number in range(1, max(filled, default=0) + 1):
        row = filled.get(number, {})
        yield [row.get(column) for column in range(1, width + 1)]


def cell_value(value: object) -> Cell | None:
    """Return a cell as text (1508.0 is "1508") or as a date; None when it is empty.

    Text is fit to be stored: whatever is imported comes in here.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else f"{value:.10g}"
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value
    text = str(value)
    return clean(_EDGES.sub("", text), limit=len(text) * 4, multiline=True) or None


def _find_headings(grid: list[Row], headings: Sequence[Heading]) -> tuple[int, Columns] | None:
    """Return (last row of the headings, column of each key): the row, or two rows, that name the most."""
    known = {_plain(name) for heading in headings for name in (heading.title, *heading.synonyms)}
    best: tuple[int, Columns] | None = None
    for at in range(min(len(grid), SEARCHED_ROWS)):
        tries = [(at, [_plain(cell) for cell in grid[at]])]
        if at + 1 < len(grid):
            tries.append((at + 1, _joined(grid[at], grid[at + 1], known)))
        for last, titles in tries:
            places = _match(titles, headings)
            enough = len(places) >= 2 and all(h.key in places for h in headings if h.required)
            if enough and (best is None or len(places) > len(best[1])):
                best = (last, places)
    return best


def _joined(upper: Row, lower: Row, known: set[str]) -> list[str]:
    """Return the titles of headings in two rows: 业主 over 电话 is 业主电话, 承租方 over 联系人 is 联系人."""
    titles: list[str] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = _plain(above) or (over if below else "")
        tries = (over + _plain(below), _plain(below), _plain(above))
        titles.append(next((title for title in tries if title in known), ""))
    return titles


def _plain(cell: Cell | None) -> str:
    """Return a title as it is compared: half-width, without spaces, brackets, stars and colons."""
    text = unicodedata.normalize("NFKC", str(cell or ""))
    return re.sub(r"[\s*:、./·]+", "", _BRACKETS.sub("", text)).lower()


def _match(titles: list[str], headings: Sequence[Heading]) -> Columns:
    """Return the column of each key; of two columns with synonyms of one key, the likelier."""
    known: dict[str, tuple[int, str]] = {}
    for heading in headings:
        for rank, name in enumerate((heading.title, *heading.synonyms)):
            known.setdefault(_plain(name), (rank, heading.key))
    places: dict[str, tuple[int, int]] = {}
    for column, title in enumerate(titles):
        if title in known:
            rank, key = known[title]
            if key not in places or rank < places[key][0]:
                places[key] = (rank, column)
    return {key: column for key, (_rank, column) in places.items()}


def _spread(grid: list[Row], merged: list[tuple[int, int, int, int]], columns: set[int], last: int) -> None:
    """Put the value of a merged cell into every row that it covers and that has something of its own."""
    own = {at for at, row in enumerate(grid) if any(row)}
    for top, left, bottom, _right in merged:
        if left in columns and top > last:
            for row in own.intersection(range(top + 1, bottom + 1)):
                grid[row][left] = grid[top][left]


def _lines(sheet: str, grid: list[Row], places: Columns, last: int) -> Iterator[Line]:
    titles = {key: _plain(grid[last][column]) for key, column in places.items()}
    for at in range(last + 1, len(grid)):
        row = grid[at]
        values = {key: cell for key, column in places.items() if (cell := row[column]) is not None}
        if not values or _is_foot(row) or _is_heading(values, titles):
            continue
        yield Line(sheet, at + 1, values)


def _is_foot(row: Row) -> bool:
    first = next((cell for cell in row if cell is not None), "")
    return bool(_FOOT.match(_plain(first) or "-")) or bool(_FOOT.match(str(first)))


def _is_heading(values: dict[str, Cell], titles: dict[str, str]) -> bool:
    """Say whether this is the headings once more, as on the next printed page."""
    return len(values) > 1 and all(_plain(cell) == titles[key] for key, cell in values.items())
