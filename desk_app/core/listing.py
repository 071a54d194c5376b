"""What is known of a list that people keep in a spreadsheet, before and after it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.core.i18n import translate

Cell = str | date


@dataclass(frozen=True)
class Heading:
    """One column: `title` is what the program writes, `synonyms` what people write, likeliest first.

    `spread`: a cell merged over several rows counts for each of them.
    """

    key: str
    title: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    spread: bool = True
    width: int = 12


@dataclass(frozen=True)
class Line:
    """One row of a sheet: `number` as Excel counts it, `values` by heading key; empty cells are left out."""

    sheet: str
    number: int
    values: Mapping[str, Cell]


@dataclass(frozen=True)
class Listing:
    """All rows that were read; `columns` are the heading keys that the file has at all."""

    lines: tuple[Line, ...]
    columns: frozenset[str]
    ignored_sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row: where, and why. `imported`: the row was taken all the same."""

    sheet: str
    row: int
    column: str
    reason: str
    imported: bool = False


def told(problems: Sequence[Problem]) -> list[str]:
    """Return problems as lines to read: row, column, reason, and the sheet where there are several."""
    refused = translate("Roster", "第 {row} 行「{column}」:{reason}(没有导入){sheet}")
    taken = translate("Roster", "第 {row} 行「{column}」:{reason}{sheet}")
    several = len({problem.sheet for problem in problems}) > 1
    return [
        (taken if p.imported else refused).format(
            row=p.row, column=p.column, reason=p.reason, sheet=f" [{p.sheet}]" if several else ""
        )
        for p in problems
    ]
