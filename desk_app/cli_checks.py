"""The commands that only look: at the record, at who may do what, at the program itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from desk_app.cli_arguments import REFUSED, AddCommand
from desk_app.cli_opening import opened, require_file
from desk_app.core.i18n import translate
from desk_app.core.paths import Paths

if TYPE_CHECKING:
    from desk_app.reports.doctor import Finding


def add_commands(add: AddCommand) -> None:
    """Add what only looks."""
    checks = add("verify", _verify, translate("Cli", "核对数据文件、修改记录、存档单据和附件"))
    checks.add_argument(
        "--head",
        default="",
        metavar="CODE",
        help=translate("Cli", "核对纸上页脚的记录核对码是否就是这份记录"),
    )
    add("rights", _rights, translate("Cli", "列出每个岗位能做什么"))
    add("doctor", _doctor, translate("Cli", "检查程序和数据文件夹是否正常"))


def _verify(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.cli_keys import unlocking
    from desk_app.core import backup, datafile, keys
    from desk_app.core.attachments import Archive
    from desk_app.core.verify import damage, verify, verify_head

    require_file(paths)
    on_server = paths.is_on_server()
    wrong = (
        [] if on_server else datafile.quick_check(unlocking(paths.file(), lambda: keys.opened(paths.file())))
    )
    if wrong:
        raise datafile.Damaged(damage(wrong))
    with opened(paths) as db:
        if options.head:
            print(verify_head(db, options.head))
            return 0
        outside = backup.heads_outside(paths.backups, db.keys.chain)
        report = verify(db, Archive(paths.archive), outside=outside)
    print(report.summary(), file=sys.stderr if report.fault else sys.stdout)
    return REFUSED if report.fault else 0


def _rights(_paths: Paths, _options: argparse.Namespace) -> int:
    from desk_app.reports import rights

    print(rights.text(), end="")
    return 0


def _doctor(paths: Paths, _options: argparse.Namespace) -> int:
    from desk_app.reports import doctor, speed

    findings = chain(
        doctor.examine(paths),
        doctor.guarded(translate("Doctor", "主窗口"), _screen()),
        doctor.guarded(translate("Doctor", "本机速度"), speed.measure(paths)),
    )
    bad = 0
    for finding in findings:
        print(finding.line, flush=True)
        bad += not finding.good
    print(translate("Cli", "一切正常。") if not bad else translate("Cli", "{bad} 项有问题。").format(bad=bad))
    return REFUSED if bad else 0


def _screen() -> Iterator[Finding]:
    """Look at the window; without the libraries that Qt needs that is a finding as well."""
    from desk_app.app import open_window
    from desk_app.shell import check

    yield from check.look(open_window)
