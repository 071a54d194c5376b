"""The access log as a sheet: texts as they were read, the watermark in the head and at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desk_app.documents.workbook import Book, Heading

WIDTHS = (18, 10, 12, 26, 34, 8, 24, 14)


def write(
    path: Path, conditions: str, heads: Sequence[str], rows: Sequence[Sequence[str]], mark: str
) -> Path:
    """Write the lines `rows` under `heads` to `path` and return it; KnownError when it fails."""
    book = Book(mark)
    try:
        sheet = book.sheet("访问日志", WIDTHS, freeze="A5", repeat=4)
        sheet.head(Heading("访问日志", (conditions, mark)))
        sheet.put(*((head, "head") for head in heads))
        for row in rows:
            sheet.put(*((text, "wrap") for text in row))
        book.save(path)
    finally:
        book.discard()
    return path
