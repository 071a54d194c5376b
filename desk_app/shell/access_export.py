"""The access log as a workbook: an export like any other, itself in the log."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.core import exporting
from desk_app.core.i18n import translate
from desk_app.kit.export import Range, export_here

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.kit.desk import Desk


def export_log(
    parent: QWidget, desk: Desk, conditions: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Ask what for and where to, then write these lines of the log."""
    from desk_app.documents import log_sheet

    def write(row: exporting.Export, path: Path) -> None:
        log_sheet.write(path, conditions, heads, rows, row.mark)

    words = translate("Access", "访问日志") + " " + conditions
    wanted = Range(exporting.LOG, words, len(rows), conditions)
    export_here(parent, desk, wanted, translate("Access", "访问日志.xlsx"), heads, write, clear=False)
