"""Export what a list shows, no more and no less, as a workbook in the reports folder."""

from __future__ import annotations

from pathlib import Path

from desk_app.core import clock, settings
from desk_app.core.i18n import in_source_language, translate
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
    wanted, who, filtered = ids[:limit], desk.actor.name if desk.actor else "", panel.filter_box.text()

    def write(_progress: background.Progress) -> Path:
        from desk_app.documents.list_export import export_list

        with in_source_language(), desk.read() as session:
            rows = register.source.rows(session, wanted)
        target = Path(chosen)
        export_list(
            register,
            rows,
            target,
            title=register.title,
            maker=who,
            made_at=clock.now(),
            filter_text=filtered,
            found=len(ids),
        )
        return target

    background.run(
        write,
        on_done=lambda path: desk.notice(translate("Export", "已导出到 {path}").format(path=path)),
        on_failed=lambda error: messages.tell(panel, translate("Export", "没有导出"), str(error)),
        parent=panel,
    )
