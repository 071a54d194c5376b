"""The access log as a workbook: an export like any other, itself in the log."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.core import exporting
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.kit import messages
from desk_app.kit.export import Range, ask_purpose
from desk_app.kit.qt_dialogs import ask_save

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.kit.desk import Desk


def export_log(
    parent: QWidget, desk: Desk, conditions: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    """Ask what for and where to, then write these lines of the log."""
    wanted = Range(exporting.LOG, translate("Access", "访问日志") + " " + conditions, len(rows), conditions)
    row = ask_purpose(parent, desk, wanted, clear=False)
    if row is None:
        return
    proposed = desk.paths.reports / row.named(Path(translate("Access", "访问日志.xlsx")))
    chosen = ask_save(parent, translate("Access", "导出"), str(proposed), "Excel (*.xlsx)")
    if not chosen:
        return
    path = row.named(Path(chosen))
    try:
        from desk_app.documents import log_sheet

        log_sheet.write(path, conditions, heads, rows, row.mark)
        with desk.write() as session:
            exporting.finish(session, row.no, path)
    except KnownError as error:
        messages.tell(parent, translate("Access", "没有导出"), error.text)
    else:
        desk.notice(translate("Access", "已导出到 {path}").format(path=path))
