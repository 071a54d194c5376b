"""The commands about a server: set up its database, let a desk in, keep a desk's password on its computer.

Set-up is done once, on any computer that reaches the server, by who owns the database there. Passwords are typed
unseen, or come on standard input; never on a command line, where every program could read them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk_app.cli_arguments import AddCommand
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from sqlalchemy import Engine


def add_commands(add: AddCommand) -> None:
    """Add the command."""
    does = {"setup": _setup, "upgrade": _upgrade, "desk": _desk, "password": _password}
    command = add(
        "server",
        lambda paths, options: does[options.do](paths, options),
        translate("Cli", "数据放在 PostgreSQL 服务器上:建库、给前台开账号、存密码"),
    )
    command.add_argument(
        "do", choices=tuple(does),
        help=translate(
            "Cli", "setup 在空数据库里建好;upgrade 升级到本程序的结构(先备份);desk 为一台前台建账号或换密码;password 把这台前台的密码存进本机"
        ),
    )  # fmt: skip
    command.add_argument(
        "url", metavar="URL", help=translate("Cli", "地址,例如 postgresql://desk_1@server/desk(不写密码)")
    )
    command.add_argument("--desk", default="", metavar="NAME", help=translate("Cli", "账号名,例如 desk_1"))
    command.add_argument(
        "--move",
        action="store_true",
        help=translate("Cli", "setup 时把这个数据文件夹里的数据搬过去(原文件不动)"),
    )


def _setup(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import datafile, keys, recovery_code, server_copy, server_setup
    from desk_app.core.database import SCHEMA
    from desk_app.registers.tables import import_all

    import_all()
    paths.prepare()
    file, code = paths.database, ""
    with _owner(paths, options.url) as engine:
        if options.move:
            made = keys.opened(file)
            if datafile.schema_of(made) != SCHEMA:
                text = translate("Cli", "{path} 没有数据,或是旧版本的。请先用这个版本打开一次程序再搬。")
                raise KnownError(text.format(path=file))
            own = keys.for_database(file)
        elif file.exists() or (file.parent / keys.NAME).exists():
            text = translate("Cli", "{path} 里已有数据。要搬到服务器请加 --move,否则请另选 --data-dir。")
            raise KnownError(text.format(path=file.parent))
        else:
            own, code = keys.Keys.new(), recovery_code.new()
            keys.put_code(file.parent, own, code)
            keys.remember(own)
        moved = 0
        with engine.begin() as connection:
            server_setup.create(connection, SCHEMA, own, (file.parent / keys.NAME).read_text("utf-8"))
            if options.move:
                moved = sum(server_copy.move(made, connection, own).values())
        if options.move:
            print(
                translate("Cli", "已搬到服务器:{rows} 行。原数据文件没有改动,请留作备份。").format(rows=moved)
            )
    print(translate("Cli", "服务器上的数据库建好了。下一步:每台前台一个账号(server desk)。"))
    if code:
        print(translate("Vault", "新的恢复码(只显示这一次,请抄在纸上锁好,旧的作废):"))
        print(recovery_code.shown(code))
    return 0


def _upgrade(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import server, server_upgrade
    from desk_app.core.database import SCHEMA
    from desk_app.core.server_database import own_keys
    from desk_app.registers.tables import import_all

    import_all()
    paths.prepare()
    with _owner(paths, options.url) as engine:
        if not server.schema_of(engine):
            raise server.unfit(0, SCHEMA)
        done = server_upgrade.upgrade(engine, own_keys(engine, paths.file()), paths.file())
    if done is None:
        print(translate("Cli", "服务器上已经是这个版本的结构({own}),没有改动。").format(own=SCHEMA))
        return 0
    text = translate("Cli", "服务器上的 {rows} 行已升级到结构 {own}。升级前的备份:{path}")
    print(text.format(rows=done[1], own=SCHEMA, path=done[0]))
    return 0


def _desk(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import server_setup

    with _owner(paths, options.url) as engine:
        password = server_setup.add_desk(engine, options.desk)
    text = translate(
        "Cli", "账号 {name} 的密码(只显示这一次):\n{password}\n请在那台前台运行 server password 存好。"
    )
    print(text.format(name=options.desk, password=password))
    return 0


def _password(_paths: Paths, options: argparse.Namespace) -> int:
    from sqlalchemy.engine import make_url

    from desk_app.core import server_password

    server_password.put(make_url(options.url), _typed())
    print(translate("Cli", "已存进这台电脑的密钥库。"))
    return 0


@contextmanager
def _owner(paths: Paths, url: str) -> Iterator[Engine]:
    """Connect as who owns the database; the password is asked for and kept nowhere."""
    from sqlalchemy.exc import DBAPIError

    from desk_app.core import server

    if not server.is_url(url):
        raise KnownError(
            translate("Cli", "地址应以 postgresql:// 开头,例如 postgresql://desk_1@server/desk。")
        )
    engine = server.make_engine(url, None, paths.data, desk=False, password=_typed())
    try:
        server.assert_suitable(engine)
        yield engine
    except DBAPIError as error:
        known = server.told(error)
        if known is None:
            raise
        raise known from error
    finally:
        engine.dispose()


def _typed() -> str:
    if sys.stdin and sys.stdin.isatty():
        from getpass import getpass

        return getpass(translate("Cli", "服务器账号的密码(不显示):"))
    return sys.stdin.readline().strip() if sys.stdin else ""
