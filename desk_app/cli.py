"""The command line: one subcommand for each thing that can be done without looking.

What a command needs is imported when it runs. Exit codes: 0 done, 1 refused or something is wrong
(one line says what), 2 wrong use or no display, 70 a bug (its number and the log are told), 130 stopped.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from desk_app.cli_arguments import (
    BUG,
    REFUSED,
    STOPPED,
    WRONG_USE,
    AddCommand,
    Command,
    Parser,
    common_arguments,
    program,
    whole_number,
)
from desk_app.cli_opening import bar, refuse_server, start, take_place
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths, default_data_dir


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (default: the command line's) and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _options(arguments)
    data_dir = getattr(options, "data_dir", None)
    paths = Paths(Path(data_dir).expanduser().absolute() if data_dir else default_data_dir())
    command: Callable[[Paths, argparse.Namespace], int] = options.command
    try:
        if command is not _run and paths.data.is_dir():
            take_place(paths)
        return command(paths, options)
    except (KnownError, RuleError) as error:
        print(" ".join(error.text.split()) + _ways_back(error), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(translate("Cli", "已中止。"), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # `| head` had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: no traceback reaches a user
        return _tell_bug(paths, error)
    finally:
        for name, leave in (("log", "stop"), ("temporary", "end")):
            if module := sys.modules.get(f"desk_app.core.{name}"):
                getattr(module, leave)()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line; the window does not wait for the parsers of all other commands."""
    options, rest = common_arguments().parse_known_args(arguments)
    if rest not in ([], ["run"]):
        return parser().parse_args(arguments)
    options.command = _run
    return options


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    from desk_app import cli_checks, cli_data, cli_records, cli_server

    common = common_arguments()
    top = Parser(
        prog=program(), parents=[common], allow_abbrev=False,
        description=translate("Cli", "物业前台:值班、访客、钥匙、放行与证件、月报。不带命令即打开窗口。"),
    )  # fmt: skip
    top.set_defaults(command=_run)
    listed: Any = top.add_subparsers(metavar="COMMAND", parser_class=Parser)

    def add(name: str, command: Command, words: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = listed.add_parser(
            name, help=words, description=words, parents=[common], allow_abbrev=False
        )
        made.set_defaults(command=command)
        return made

    _add_program(add)
    cli_records.add_commands(add)
    cli_data.add_commands(add)
    cli_checks.add_commands(add)
    cli_server.add_commands(add)
    return top


def _add_program(add: AddCommand) -> None:
    """Add the window, and the building to try it on."""
    add("run", _run, translate("Cli", "打开窗口"))
    demo = add("demo", _demo, translate("Cli", "在空的数据文件夹里做一栋示例大楼和几天的工作"))
    demo.add_argument(
        "--days", type=whole_number, default=30, metavar="N", help=translate("Cli", "几天的工作(默认 30)")
    )
    demo.add_argument(
        "--visits",
        type=whole_number,
        default=0,
        metavar="N",
        help=translate("Cli", "访客总数至少 N(向前补足历史)"),
    )
    demo.add_argument(
        "--seed", type=int, default=1, metavar="S", help=translate("Cli", "同一个数得到同样的数据(默认 1)")
    )


def _run(paths: Paths, _options: argparse.Namespace) -> int:
    from desk_app.core.display import missing_display

    trouble = missing_display()
    if trouble:
        print(trouble, file=sys.stderr)
        return WRONG_USE
    gc.disable()  # all that is imported and built until the window is filled stays for good
    from desk_app.kit import imports

    imports.leave_sources_unread()
    from desk_app import app

    return app.run(paths)


def _demo(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import backup, keys
    from desk_app.reports.demo import make

    refuse_server(paths)
    start(paths)
    print(make(paths, days=options.days, visits=options.visits, seed=options.seed, progress=bar()))
    backup.make(
        keys.opened(paths.file()), paths.backups, paths.archive
    )  # its days are past: none would be overdue
    return 0


def _ways_back(error: KnownError | RuleError) -> str:
    """Name the commands that bring damaged data back; the window has buttons for them."""
    from desk_app.core.datafile import Damaged

    ways = translate("Cli", "命令:抢救 python3 -m desk_app salvage;恢复备份 python3 -m desk_app restore。")
    return ways if isinstance(error, Damaged) else ""


def _tell_bug(paths: Paths, error: Exception) -> int:
    from desk_app.core import crashes

    with suppress(OSError, KnownError):  # without a file the number alone is told
        start(paths)
    number = crashes.write(paths.log, error)
    text = translate("Cli", "程序出错(编号 {number}),没有完成。请把编号和这个文件交给管理员:{path}")
    print(text.format(number=number, path=crashes.file_of(paths.log, number)), file=sys.stderr)
    return BUG
