"""Export what a list shows, no more and no less, as a workbook: written by a process of its own."""

from __future__ import annotations

from pathlib import Path

from desk_app.core import clock, settings
from desk_app.core.i18n import translate
from desk_app.core.text import file_name
from desk_app.kit import background, messages
from desk_app.kit.desk import Desk
from desk_app.kit.qt_dialogs import ask_save
from desk_app.kit.register_panel import RegisterPanel


def export_shown(panel: RegisterPanel, desk: Desk) -> None:
    """Ask where to, then write the rows in view; the row limit of the settings is said, not silent."""
    register = panel.register
    ids = panel.table.shown_ids()
    with desk.read() as session:
        limit = settings.get(session, settings.EXPORT_LIMIT)
    if len(ids) > limit:
        title = translate("Export", "一次最多导出 {limit} 行").format(limit=limit)
        text = translate("Export", "列表有 {n} 行。请先筛选,或导出前 {limit} 行。").format(
            n=len(ids), limit=limit
        )
        if not messages.confirm(
            panel, title, text, translate("Export", "导出前 {limit} 行").format(limit=limit)
        ):
            return
    stamp = f"{clock.local(clock.now()):%Y%m%d-%H%M%S}"
    proposed = desk.paths.reports / f"{file_name(register.title)}_{stamp}.xlsx"
    chosen = ask_save(panel, translate("Export", "导出"), str(proposed), "Excel (*.xlsx)")
    if not chosen:
        return
    target = Path(chosen)
    job = background.run_command(
        [*background.this_program(), "--data-dir", str(desk.paths.data), "export-list", register.key,
         "--ids", background.HANDED, "--limit", str(limit), "--found", str(len(ids)),
         f"--text={panel.filter_box.text()}", "--output", str(target), "--progress"],
        on_done=lambda _output: desk.notice(translate("Export", "已导出到 {path}").format(path=target)),
        on_failed=lambda error: messages.tell(panel, translate("Export", "没有导出"), str(error)),
        parent=panel,
        handed="\n".join(map(str, ids[:limit])) or "\n",
        target=target,
        ticket=desk.ticket(),
    )  # fmt: skip
    background.ProgressDialog(panel, translate("Export", "正在导出"), job).show_beside()
