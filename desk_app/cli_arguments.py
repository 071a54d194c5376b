"""What the commands' arguments have in common: a parser that complains in one Chinese line, numbers, months, files."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import Paths

Command = Callable[[Paths, argparse.Namespace], int]
AddCommand = Callable[[str, Command, str], argparse.ArgumentParser]

REFUSED, WRONG_USE, BUG, STOPPED = 1, 2, 70, 130
"""Exit codes."""

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", QT_TRANSLATE_NOOP("Cli", "还缺参数 {0}")),
    (r"unrecognized arguments: (.+)", QT_TRANSLATE_NOOP("Cli", "不认识参数 {0}")),
    (r"argument (?:.+): invalid choice: (.+?) \(choose from (.+)\)", QT_TRANSLATE_NOOP("Cli", "没有 {0};可用的有 {1}")),
    (r"argument (.+): invalid int value: (.+)", QT_TRANSLATE_NOOP("Cli", "{0} 应为整数,不能是 {1}")),
    (r"argument (.+): expected one argument", QT_TRANSLATE_NOOP("Cli", "{0} 后面缺一个值")),
    (r"argument (?:.+?): (.+)", "{0}"),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """An argument parser that complains in one Chinese line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and leave with code 2."""
        for pattern, words in _COMPLAINTS:
            if found := re.fullmatch(pattern, message):
                message = translate("Cli", words).format(*found.groups())
                break
        text = translate("Cli", "用法不对:{message}。看用法:{program} --help")
        self.exit(WRONG_USE, text.format(message=" ".join(message.split()), program=program()) + "\n")


def program() -> str:
    """Return what somebody types to run this program."""
    return Path(sys.executable).stem if getattr(sys, "frozen", False) else "python3 -m desk_app"


def common_arguments() -> argparse.ArgumentParser:
    """Return what every command takes."""
    common = Parser(add_help=False, allow_abbrev=False)
    common.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS,
        help=translate("Cli", "数据文件夹(默认:本用户的数据文件夹)"),
    )  # fmt: skip
    return common


def add_purpose(to: argparse.ArgumentParser) -> None:
    """Add what for: every export asks it."""
    to.add_argument("--purpose", default="", metavar="TEXT", help=translate("Cli", "用途,记入访问日志"))


def add_output(to: argparse.ArgumentParser, words: str) -> None:
    """Add where to write."""
    to.add_argument("--output", type=Path, metavar="PATH", help=words)


def whole_number(text: str) -> int:
    """Return a number of an argument, 0 to ten millions; what argparse asks for when it is none."""
    if not text.isascii() or not text.isdecimal() or int(text) > 10_000_000:
        raise argparse.ArgumentTypeError(
            translate("Cli", "应为 0 到一千万的整数,不能是 {text}").format(text=text)
        )
    return int(text)


def year_month(text: str) -> tuple[int, int]:
    """Return (year, month) of an argument like 2026-11."""
    found = re.fullmatch(r"(20\d\d)-(0?[1-9]|1[0-2])", text, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError(
            translate("Cli", "月份应写成 2026-11,不能是 {text}").format(text=text)
        )
    return int(found[1]), int(found[2])
