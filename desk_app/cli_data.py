"""The commands that keep the data: copies, the way back with what would go told before, salvage, the ways to open it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk_app.cli_arguments import AddCommand, add_output
from desk_app.cli_keys import unlocking
from desk_app.cli_opening import database, refuse_server
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths
from desk_app.registers import REGISTERS


def add_commands(add: AddCommand) -> None:
    """Add what keeps the data: copies, the way back, the ways to open it."""
    copy = add("backup", _backup, translate("Cli", "备份并核对"))
    add_output(copy, translate("Cli", "备份到哪个文件夹"))
    back = add("restore", _restore, translate("Cli", "核对一个备份并恢复;被替换的文件另存"))
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--preview", action="store_true", help=translate("Cli", "只说会少哪些记录,不恢复"))
    add("salvage", _salvage, translate("Cli", "抢救损坏的数据文件:逐行读出,读不出的用最近的备份补"))
    ways_in = add("keys", _keys, translate("Cli", "数据的密钥:列出、用恢复码打开、换新恢复码"))
    ways_in.add_argument(
        "do", nargs="?", choices=("list", "open", "renew"), default="list",
        help=translate("Cli", "list 列出(默认);open 用恢复码或管理员密码打开;renew 换新恢复码"),
    )  # fmt: skip


def _backup(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import backup, keys

    where = options.output or paths.backups
    if paths.is_on_server():
        with database(paths) as db:
            made = backup.make(db.file, where, paths.archive)
    else:
        file = unlocking(paths.file(), lambda: keys.opened(paths.file()))
        made = backup.make(file, where, paths.archive)
    text = translate("Cli", "已备份并核对:{path}(修改记录 {changes} 条,存档文件 {documents} 份)")
    print(text.format(path=made.path, changes=made.head[0], documents=made.documents))
    return 0


def _restore(paths: Paths, options: argparse.Namespace) -> int:
    refuse_server(paths)
    return restore(paths, options.file, only_preview=options.preview)


def _salvage(paths: Paths, _options: argparse.Namespace) -> int:
    refuse_server(paths)
    return salvage(paths)


def _keys(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app import cli_keys

    if options.do == "renew":
        refuse_server(paths)
    does = {"list": cli_keys.show, "open": cli_keys.open_with_words, "renew": cli_keys.renew}
    does[options.do](paths.file())
    return 0


def restore(paths: Paths, file: Path, *, only_preview: bool) -> int:
    """Say what would go; unless only that was wanted, put the backup in the database's place."""
    from desk_app.core import backup, clock, keys, restore_preview
    from desk_app.core.database import SCHEMA
    from desk_app.core.errors import KnownError
    from desk_app.reports import going

    own = paths.file()
    found = backup.find(file if file.exists() else paths.backups / file)
    try:
        current = keys.opened(own)
        seen = restore_preview.preview(current, found)
    except KnownError:  # the keys of what is there are gone: it is kept aside all the same
        seen = restore_preview.Preview(False)
    if own.exists():
        for line in going.lines(seen, found):
            print(line)
    if only_preview:
        return 0
    kept = unlocking(
        found.path,
        lambda: backup.restore(found, own, newest_schema=SCHEMA, archive=paths.archive),
    )
    text = translate("Cli", "已恢复到 {at} 的备份。")
    print(text.format(at=f"{clock.local(found.at):%Y-%m-%d %H:%M}"))
    if kept is not None:
        print(translate("Cli", "被替换的数据文件另存为 {path}").format(path=kept))
    return 0


def salvage(paths: Paths) -> int:
    """Put together what a damaged database and the newest good backup hold; print the report."""
    from desk_app.core import rescue

    for room in REGISTERS:
        room.register()
    file = unlocking(paths.file(), lambda: rescue.damaged_file(paths.file(), paths.backups))
    saved = rescue.salvage(file, paths.backups)
    for line in saved.lines:
        print(line)
    print(translate("Cli", "报告在 {path}").format(path=saved.report))
    return 0
