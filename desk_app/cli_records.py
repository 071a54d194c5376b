"""The commands that show or change records: done in somebody's name."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_app.cli_arguments import (
    REFUSED,
    STOPPED,
    AddCommand,
    add_output,
    add_purpose,
    whole_number,
    year_month,
)
from desk_app.cli_opening import bar, opened, person, safe_name, tell_percent
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.database import Database
    from desk_app.core.declare import Register
    from desk_app.core.exporting import Asked, Export
    from desk_app.core.listing import Listing
    from desk_app.core.people import Actor


def add_commands(add: AddCommand) -> None:
    """Add what shows or changes records: done in somebody's name."""
    month = add("month", _month, translate("Cli", "写一个月的月报(Excel)"))
    month.add_argument("month", type=year_month, metavar="YYYY-MM")
    add_output(month, translate("Cli", "写到哪个文件"))
    _add_exported(month)
    reprint = add("print", _print, translate("Cli", "取出一份已开具单据的 PDF(盖补打标记,记一次打印)"))
    reprint.add_argument("number", metavar="NUMBER")
    add_output(reprint, translate("Cli", "写到哪个文件"))
    read = add("import", _import, translate("Cli", "导入楼宇与客户名册(.xlsx)"))
    read.add_argument("file", type=Path, metavar="FILE")
    keys = add("import-keys", _import_keys, translate("Cli", "导入钥匙清单(.xlsx)"))
    keys.add_argument("file", type=Path, metavar="FILE")
    export = add("export-roster", _export, translate("Cli", "导出楼宇与客户名册,可改后再导入"))
    add_output(export, translate("Cli", "写到哪个文件"))
    export.add_argument("--template", action="store_true", help=translate("Cli", "只写空白模板"))
    add_purpose(export)
    listing = _add_listing(add)
    for command in (month, reprint, read, keys, export, listing):
        command.add_argument(
            "--as", dest="person", default="", metavar="CODE",
            help=translate("Cli", "以谁的名义(工号);密码在终端询问,或从标准输入的第一行读取"),
        )  # fmt: skip


def _add_listing(add: AddCommand) -> argparse.ArgumentParser:
    listing = add("export-list", _export_list, translate("Cli", "导出一个登记的列表(Excel)"))
    listing.add_argument("register", metavar="REGISTER", help=translate("Cli", "哪个登记,例如 visitors"))
    listing.add_argument("--view", metavar="VIEW", default="", help=translate("Cli", "哪个视图(默认第一个)"))
    listing.add_argument("--text", metavar="TEXT", default="", help=translate("Cli", "按什么查找"))
    listing.add_argument(
        "--limit", type=whole_number, metavar="N", help=translate("Cli", "最多几行(默认按设置)")
    )
    listing.add_argument(
        "--ids", type=Path, metavar="FILE", help=translate("Cli", "只要这些记录:每行一个记录号,按此顺序")
    )
    listing.add_argument(
        "--found",
        type=whole_number,
        default=0,
        metavar="N",
        help=translate("Cli", "整个列表有几条(写在表头)"),
    )
    add_purpose(listing)
    _add_exported(listing)
    add_output(listing, translate("Cli", "写到哪个文件"))
    return listing


def _add_exported(to: argparse.ArgumentParser) -> None:
    """Add what the window's own calls bring: the number their export was noted by, and that they watch."""
    to.add_argument("--export", default="", metavar="NO", help=translate("Cli", "窗口里已登记的导出编号"))
    to.add_argument("--progress", action="store_true", help=translate("Cli", "逐行输出进度"))


def _month(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import exporting, rights, settings
    from desk_app.registers import REGISTERS
    from desk_app.reports import monthly

    year, month = options.month
    with opened(paths) as db:
        actor = person(db, options, rights.MONTH)
        asked = exporting.Asked(exporting.MONTH, monthly.TITLE, 0, f"{year}-{month:02}")
        row = _begun(db, actor, options.export, asked)
        with db.read() as session:
            name = monthly.file_name(settings.get(session, settings.PROJECT), year, month)
            path = options.output or paths.reports / name
            path = row.named(path / name if path.is_dir() else path)
            progress = tell_percent if options.progress else None
            monthly.write(session, year, month, path, maker=actor.name, mark=row.mark, progress=progress)
        sheets = [monthly.TITLE, *(room.register().title for room in REGISTERS)]
        _exported(db, actor, row.no, path, sheets)
    print(path)
    return 0


def _print(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core.attachments import Archive
    from desk_app.reports.reprint import reprint

    number = options.number.strip().upper()
    path = options.output or paths.reports / f"{safe_name(number)}.pdf"
    with opened(paths) as db:
        print(reprint(db, person(db, options), Archive(paths.archive), number, path))
    return 0


def _import(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import roster_import
    from desk_app.documents import roster_sheet

    return _import_list(paths, options, roster_sheet.read(options.file), roster_import.run)


def _import_keys(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.documents import roster_sheet
    from desk_app.registers.keys import importing, incoming

    return _import_list(paths, options, roster_sheet.read_list(options.file, incoming.COLUMNS), importing.run)


def _import_list(paths: Paths, options: argparse.Namespace, listing: Listing, run: Callable[..., Any]) -> int:
    """Import a list with `run`, which stops where it is at Ctrl+C; tell what came of it."""
    import signal

    with opened(paths) as db:
        actor = person(db, options)
        stopped: list[int] = []
        before = signal.signal(signal.SIGINT, lambda number, _frame: stopped.append(number))
        try:
            outcome = run(db, actor, listing, bar(), lambda: bool(stopped))
        finally:
            signal.signal(signal.SIGINT, before)
    for line in outcome.lines():
        print(line)
    print(outcome.summary())
    return STOPPED if outcome.cancelled else REFUSED if outcome.bad_rows and not outcome.done else 0


def _export(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.documents import roster_sheet

    name = translate("Cli", "名册模板.xlsx") if options.template else translate("Cli", "名册.xlsx")
    path = options.output or paths.reports / name
    if options.template:
        roster_sheet.write_template(path)
    else:
        from desk_app.core import exporting, rights, roster_export
        from desk_app.core.roster_row import COLUMNS

        with opened(paths) as db:
            actor = person(db, options, rights.EXPORT_ROSTER)
            with db.read() as session:
                rows = roster_export.masked(roster_export.rows(session))
            row = _begun(db, actor, "", exporting.Asked(exporting.ROSTER, options.purpose, len(rows)))
            path = row.named(path)
            roster_sheet.write(path, rows, row.mark)
            _exported(db, actor, row.no, path, [heading.title for heading in COLUMNS])
    print(path)
    return 0


def _export_list(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import exporting, rights, settings
    from desk_app.documents.list_export import columns_of
    from desk_app.reports import lists

    register = lists.register_of(options.register)
    path = options.output or paths.reports / f"{safe_name(register.title)}.xlsx"
    with opened(paths) as db:
        actor = person(db, options, rights.EXPORT_LIST)
        with db.read() as session:
            ids = _chosen(session, register, options)
            most = settings.get(session, settings.EXPORT_LIMIT)
        found, ids = max(options.found, len(ids)), ids[: min(most, options.limit or most)]
        words = " ".join(filter(None, (options.view, options.text)))
        row = _begun(
            db, actor, options.export, exporting.Asked(register.key, options.purpose, len(ids), words)
        )
        path = row.named(path)
        with db.read() as session:
            lists.write(
                session, register, ids, path, searched=options.text, found=found, maker=actor.name,
                mark=row.mark, clear=row.clear, progress=tell_percent if options.progress else None,
            )  # fmt: skip
        _exported(db, actor, row.no, path, [one.label for one in columns_of(register, row.clear)])
    print(path)
    return 0


def _chosen(session: Session, register: Register, options: argparse.Namespace) -> list[int]:
    """Return the records to export: those the window handed over, else what a view shows."""
    from desk_app.reports import lists

    if options.ids:
        return [int(line) for line in options.ids.read_text("ascii").split()]
    return list(lists.shown(session, register, options.view, options.text))


def _begun(db: Database, actor: Actor, no: str, asked: Asked) -> Export:
    """Return the export that the window began under a number, or a new one; RuleError when it may not be."""
    from desk_app.core import exporting

    with db.write(actor) as session:
        return exporting.take_up(session, no or exporting.begin(session, asked).no, asked.what)


def _exported(db: Database, actor: Actor, no: str, path: Path, columns: Sequence[str]) -> None:
    from desk_app.core import exporting

    with db.write(actor) as session:
        exporting.finish(session, no, path, columns)
