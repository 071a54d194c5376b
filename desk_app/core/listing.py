"""What is known of a list that people keep in a spreadsheet, before and after it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
