"""A list as a competent programmer writes it straight with openpyxl's write-only mode: the baseline of X1.

The same cells, styles, widths, header, pane, filter, rules and total as the program's export; no text is made
safe, masked or measured for its height, and what every cell holds is known beforehand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter

from desk_app.core import clock
from desk_app.core.declare import Column, ColumnKind, Register, Row
from desk_app.documents import sheet_style

HEADER = 3
STYLES = {ColumnKind.STATE: "center", ColumnKind.CHOICE: "center"}


def write(register: Register, rows: Iterable[Row], path: Path, widths: Sequence[float]) -> None:
    """Write the listed columns of `rows`, as wide as given, to `path`."""
    columns = [column for column in register.columns if column.listed]
    book = Workbook(write_only=True)
    for style in sheet_style.styles():
        book.add_named_style(style)
    sheet = book.create_sheet(register.title)
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = f"B{HEADER + 1}"
    sheet.print_title_rows = f"{HEADER}:{HEADER}"

    def cell(value: Any, style: str) -> Any:
        made = WriteOnlyCell(sheet, value)
        made.style = style
        return made

    sheet.append([cell(register.title, "title")])
    sheet.append([cell("制表人 李敏    制表时间 2026-11-21 10:00", "note")])
    sheet.append([cell(column.label, "head") for column in columns])
    words = _words(register, columns)
    tones = {state.key: f"state.{state.tone.value}" for state in register.states}
    count = 0
    for row in rows:
        count += 1
        sheet.append(
            [
                cell(
                    _value(column, row.get(column.key), words),
                    tones[row["state"]] if column.kind is ColumnKind.STATE else STYLES.get(column.kind, column.kind.value),
                )
                for column in columns
            ]
        )  # fmt: skip
    sheet.append([cell(f"合计 {count} 条" if not at else None, "total.text") for at, _ in enumerate(columns)])
    end = get_column_letter(len(columns))
    area = f"A{HEADER + 1}:{end}{HEADER + count}"
    sheet.auto_filter.ref = f"A{HEADER}:{end}{HEADER + count}"
    rule = Rule("expression", dxf=sheet_style.zebra(), formula=[f"MOD(ROW()-{HEADER + 1},2)=1"])
    sheet.conditional_formatting.add(area, rule)
    book.save(path)


def write_csv(register: Register, rows: Iterable[Row], path: Path) -> None:
    """Write the same cells as text, comma between."""
    columns = [column for column in register.columns if column.listed]
    words = _words(register, columns)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.label for column in columns])
        for row in rows:
            writer.writerow([_value(column, row.get(column.key), words) for column in columns])


def _words(register: Register, columns: Sequence[Column]) -> dict[str, dict[object, str]]:
    found: dict[str, dict[object, str]] = {}
    for column in columns:
        if column.kind is ColumnKind.STATE:
            found[column.key] = {state.key: state.label for state in register.states}
        elif column.choices:
            found[column.key] = {choice.key: choice.label for choice in column.choices}
    return found


def _value(column: Column, value: Any, words: dict[str, dict[object, str]]) -> Any:
    if column.kind is ColumnKind.TIME and value is not None:
        return clock.local(value).replace(tzinfo=None, microsecond=0)
    if column.kind is ColumnKind.MONEY and value is not None:
        return value / 100
    if column.key in words:
        return words[column.key].get(value, value)
    return value if value != "" else None
