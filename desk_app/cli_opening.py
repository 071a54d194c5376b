"""What the commands do before and beside their work: open the data, ask who it is, show how far they are."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.paths import TICKET, Paths

if TYPE_CHECKING:
    from desk_app.core.database import Database
    from desk_app.core.people import Actor


def start(paths: Paths) -> None:
    """Make the data folder's own folders, and begin the log."""
    from desk_app.core import log

    paths.prepare()
    take_place(paths)
    log.start(paths.log)


def take_place(paths: Paths) -> None:
    """Keep this command's temporary files in the data folder; no window that starts beside it removes them."""
    from desk_app.core import temporary

    temporary.begin(paths)


def refuse_server(paths: Paths) -> None:
    """Refuse what is only for a file of this computer; KnownError."""
    if paths.is_on_server():
        text = translate(
            "Cli",
            "数据在服务器上,这个命令只用于本机的数据文件。服务器的备份可恢复到另一个数据文件夹(--data-dir)查看,"
            "或用 server setup --move 搬进一个空的数据库;换恢复码请在窗口里做。",
        )
        raise KnownError(text)


def require_file(paths: Paths) -> None:
    """Refuse to begin where there are no data; KnownError."""
    file = paths.file()
    if not paths.is_on_server() and not file.is_file():
        text = translate(
            "Cli", "{path} 还没有数据。请先打开一次程序或导入名册,或用 --data-dir 指明数据文件夹。"
        )
        raise KnownError(text.format(path=file))


@contextmanager
def opened(paths: Paths) -> Iterator[Database]:
    """Open data that must be there already."""
    require_file(paths)
    start(paths)
    with database(paths) as db:
        yield db


@contextmanager
def database(paths: Paths) -> Iterator[Database]:
    """Open the database, which comes to be where there is none."""
    from desk_app.cli_keys import unlocking
    from desk_app.core import opening, sealing
    from desk_app.registers import REGISTERS

    for room in REGISTERS:
        room.register()
    db = unlocking(paths.file(), lambda: opening.open_database(paths))
    sealing.seal_copies((db.path.parent, paths.backups), db.keys)
    try:
        yield db
    finally:
        db.close()


def person(db: Database, options: argparse.Namespace, needed: str = "") -> Actor:
    """Return who signs in for a command, with the right it needs; the window's own commands bring a ticket."""
    from desk_app.core import signing
    from desk_app.core.database import workstation

    ticket = os.environ.pop(TICKET, "")
    if ticket:
        actor = signing.redeem(db, ticket, workstation())
    elif not options.person:
        raise RuleError(translate("Cli", "请用 --as 工号 说明以谁的名义,再输入密码。"))
    else:
        signed = signing.sign_in(db, options.person, _password(), workstation())
        if signed.must_set:
            raise RuleError(translate("Cli", "请先打开程序登录一次,设置自己的密码。"))
        actor = signed.actor
    if needed:
        db.require(actor, needed)
    return actor


def _password() -> str:
    """Ask for a password on the terminal; else it is the first line of what comes in."""
    if sys.stdin is not None and sys.stdin.isatty():
        import getpass

        return getpass.getpass(translate("Cli", "密码:"))
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""


def tell_percent(percent: int) -> None:
    """Say how far it is, a line each: a window reads it."""
    print(f"{percent}%", flush=True)


def bar() -> Callable[[int, int], None]:
    """Return a progress that is drawn only where somebody looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda done, total: None

    def draw(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{done * 100 // max(total, 1):3d}%", end=end, file=sys.stderr, flush=True)

    return draw


def safe_name(number: str) -> str:
    """Return a number or title as part of a file name."""
    from desk_app.core.text import file_name

    return file_name(number)
