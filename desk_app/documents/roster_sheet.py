"""The building's roster as an .xlsx file: the template, the export, and reading either back.

Importing this module loads openpyxl.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from desk_app.core import files, reasons
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.listing import Heading, Listing
from desk_app.core.roster_row import COLUMNS, EXAMPLE, NOTES
from desk_app.documents import sheet_reader
from desk_app.documents.workbook import foot_of

SHEET = "名册"
NOTES_SHEET = "填写说明"
_HEAD = PatternFill("solid", fgColor="FFDCE6F1")
_GREY = Font(color="FF7F7F7F", italic=True)
_MONEY = frozenset({"area", "arrears"})


def read(path: Path) -> Listing:
    """Return the rows of a roster file; KnownError says why it cannot be read."""
    return read_list(path, COLUMNS)


def read_list(path: Path, headings: Sequence[Heading]) -> Listing:
    """Return the rows of any list with these headings; KnownError says why it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        text = translate("Roster", "读不到文件 {path}({reason})。请检查文件名,或关闭正在打开它的程序。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error
    return _without_notes(sheet_reader.read(data, headings))


def write(path: Path, rows: Iterable[Mapping[str, object]], mark: str = "") -> None:
    """Write a roster of `rows` (core/roster_export.py makes them); KnownError when the disk refuses.

    `mark` is the watermark: at the foot of every page and in the notes.
    """
    _put(path, list_bytes(SHEET, COLUMNS, rows, (*NOTES, *filter(None, (mark,))), mark=mark))


def write_template(path: Path) -> None:
    """Write the empty roster with one example and the notes; KnownError when the disk refuses."""
    _put(path, template_bytes())


def write_list(
    path: Path,
    title: str,
    headings: Sequence[Heading],
    rows: Iterable[Mapping[str, object]],
    notes: Sequence[str],
    example: Mapping[str, object] | None = None,
) -> None:
    """Write any list that `read_list` can read back; KnownError when the disk refuses."""
    _put(path, list_bytes(title, headings, rows, notes, example))


def _put(path: Path, data: bytes) -> None:
    """Put a whole file in place, or none."""
    try:
        files.write_whole(path, data)
    except OSError as error:
        text = translate("Roster", "无法写入 {path}({reason})。请换一个位置,或关闭正在打开它的程序。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error


def read_bytes(data: bytes) -> Listing:
    """Return the rows of a roster file; KnownError says why it cannot be read."""
    return _without_notes(sheet_reader.read(data, COLUMNS))


def _without_notes(listing: Listing) -> Listing:
    others = tuple(title for title in listing.ignored_sheets if title != NOTES_SHEET)
    return replace(listing, ignored_sheets=others)


def template_bytes() -> bytes:
    """Return the empty roster: headings, one example that is not imported, and how to fill it in."""
    return to_bytes((), example=True)


def to_bytes(rows: Iterable[Mapping[str, object]], *, example: bool = False) -> bytes:
    """Return a roster file of `rows` (values by heading key: text, date, float or None)."""
    return list_bytes(SHEET, COLUMNS, rows, NOTES, EXAMPLE if example else None)


def list_bytes(
    title: str,
    headings: Sequence[Heading],
    rows: Iterable[Mapping[str, object]],
    notes: Sequence[str],
    example: Mapping[str, object] | None = None,
    mark: str = "",
) -> bytes:
    """Return a workbook: a sheet of `rows` under `headings`, a grey example that is not imported, the notes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    if mark and sheet.oddFooter is not None:
        sheet.oddFooter.center.text = foot_of(mark)
    _write_head(sheet, headings)
    if example:
        _write_row(sheet, 2, example, headings)
        for cell in sheet[2]:
            cell.font = _GREY
    for at, row in enumerate(rows, 3 if example else 2):
        _write_row(sheet, at, row, headings)
    told = book.create_sheet(NOTES_SHEET)
    told.column_dimensions["A"].width = 110
    for number, note in enumerate(notes, 1):
        cell = told.cell(number, 1, note)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _write_head(sheet: Any, headings: Sequence[Heading]) -> None:
    for column, heading in enumerate(headings, 1):
        cell = sheet.cell(1, column, heading.title)
        cell.font, cell.fill = Font(bold=True), _HEAD
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = heading.width
        # Text, so that Excel does not turn 9-05 into a date or cut a telephone's zero.
        sheet.column_dimensions[letter].number_format = "0.00" if heading.key in _MONEY else "@"
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}1"


def _write_row(sheet: Any, at: int, row: Mapping[str, object], headings: Sequence[Heading]) -> None:
    for column, heading in enumerate(headings, 1):
        value = row.get(heading.key)
        if value is None or value == "":
            continue
        cell = sheet.cell(at, column, value)
        if isinstance(value, str):
            cell.data_type = "s"  # a name that begins with = is a name
            cell.number_format = "@"
        elif isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        else:
            cell.number_format = "0.00"
