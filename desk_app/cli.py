"""The command line: one subcommand for each thing that can be done without looking.

What a command needs is imported when it runs. Exit codes: 0 done, 1 refused or something is wrong
(one line says what), 2 wrong use or no display, 70 a bug (its number and the log are told), 130 stopped.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desk_app.core.errors import KnownError, RuleError
from desk_app.core.i18n import QT_TRANSLATE_NOOP, translate
from desk_app.core.paths import TICKET, Paths, default_data_dir

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk_app.core.database import Database
    from desk_app.core.declare import Register
    from desk_app.core.exporting import Asked, Export
    from desk_app.core.listing import Listing
    from desk_app.core.people import Actor
    from desk_app.reports.doctor import Finding

Command = Callable[[Paths, argparse.Namespace], int]
AddCommand = Callable[[str, Command, str], argparse.ArgumentParser]

REFUSED, WRONG_USE, BUG, STOPPED = 1, 2, 70, 130

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", QT_TRANSLATE_NOOP("Cli", "还缺参数 {0}")),
    (r"unrecognized arguments: (.+)", QT_TRANSLATE_NOOP("Cli", "不认识参数 {0}")),
    (r"argument (?:.+): invalid choice: (.+?) \(choose from (.+)\)", QT_TRANSLATE_NOOP("Cli", "没有 {0};可用的有 {1}")),
    (r"argument (.+): invalid int value: (.+)", QT_TRANSLATE_NOOP("Cli", "{0} 应为整数,不能是 {1}")),
    (r"argument (.+): expected one argument", QT_TRANSLATE_NOOP("Cli", "{0} 后面缺一个值")),
    (r"argument (?:.+?): (.+)", "{0}"),
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in one Chinese line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and leave with code 2."""
        for pattern, words in _COMPLAINTS:
            if found := re.fullmatch(pattern, message):
                message = translate("Cli", words).format(*found.groups())
                break
        text = translate("Cli", "用法不对:{message}。看用法:{program} --help")
        self.exit(WRONG_USE, text.format(message=" ".join(message.split()), program=_program()) + "\n")


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
            _take_place(paths)
        return command(paths, options)
    except (KnownError, RuleError) as error:
        print(" ".join(error.text.split()), file=sys.stderr)
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
    options, rest = _common().parse_known_args(arguments)
    if rest not in ([], ["run"]):
        return parser().parse_args(arguments)
    options.command = _run
    return options


def _common() -> argparse.ArgumentParser:
    """Return what every command takes."""
    common = _Parser(add_help=False, allow_abbrev=False)
    common.add_argument(
        "--data-dir", metavar="DIR", default=argparse.SUPPRESS,
        help=translate("Cli", "数据文件夹(默认:本用户的数据文件夹)"),
    )  # fmt: skip
    return common


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    from desk_app import cli_server

    common = _common()
    top = _Parser(
        prog=_program(), parents=[common], allow_abbrev=False,
        description=translate("Cli", "物业前台:值班、访客、钥匙、放行与证件、月报。不带命令即打开窗口。"),
    )  # fmt: skip
    top.set_defaults(command=_run)
    listed: Any = top.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    def add(name: str, command: Command, words: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = listed.add_parser(
            name, help=words, description=words, parents=[common], allow_abbrev=False
        )
        made.set_defaults(command=command)
        return made

    _add_program(add)
    _add_in_a_name(add)
    _add_data(add)
    _add_checks(add)
    cli_server.add_command(add)
    return top


def _program() -> str:
    """Return what somebody types to run this program."""
    return Path(sys.executable).stem if getattr(sys, "frozen", False) else "python3 -m desk_app"


def _add_program(add: AddCommand) -> None:
    """Add the window, and the building to try it on."""
    add("run", _run, translate("Cli", "打开窗口"))
    demo = add("demo", _demo, translate("Cli", "在空的数据文件夹里做一栋示例大楼和几天的工作"))
    demo.add_argument(
        "--days", type=_count, default=30, metavar="N", help=translate("Cli", "几天的工作(默认 30)")
    )
    demo.add_argument(
        "--visits", type=_count, default=0, metavar="N", help=translate("Cli", "访客总数至少 N(向前补足历史)")
    )
    demo.add_argument(
        "--seed", type=int, default=1, metavar="S", help=translate("Cli", "同一个数得到同样的数据(默认 1)")
    )


def _add_in_a_name(add: AddCommand) -> None:
    """Add what shows or changes records: done in somebody's name."""
    month = add("month", _month, translate("Cli", "写一个月的月报(Excel)"))
    month.add_argument("month", type=_year_month, metavar="YYYY-MM")
    _add_output(month, translate("Cli", "写到哪个文件"))
    _add_exported(month)
    reprint = add("print", _print, translate("Cli", "取出一份已开具单据的 PDF(盖补打标记,记一次打印)"))
    reprint.add_argument("number", metavar="NUMBER")
    _add_output(reprint, translate("Cli", "写到哪个文件"))
    read = add("import", _import, translate("Cli", "导入楼宇与客户名册(.xlsx)"))
    read.add_argument("file", type=Path, metavar="FILE")
    keys = add("import-keys", _import_keys, translate("Cli", "导入钥匙清单(.xlsx)"))
    keys.add_argument("file", type=Path, metavar="FILE")
    export = add("export-roster", _export, translate("Cli", "导出楼宇与客户名册,可改后再导入"))
    _add_output(export, translate("Cli", "写到哪个文件"))
    export.add_argument("--template", action="store_true", help=translate("Cli", "只写空白模板"))
    _add_purpose(export)
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
    listing.add_argument("--limit", type=_count, metavar="N", help=translate("Cli", "最多几行(默认按设置)"))
    listing.add_argument(
        "--ids", type=Path, metavar="FILE", help=translate("Cli", "只要这些记录:每行一个记录号,按此顺序")
    )
    listing.add_argument(
        "--found", type=_count, default=0, metavar="N", help=translate("Cli", "整个列表有几条(写在表头)")
    )
    _add_purpose(listing)
    _add_exported(listing)
    _add_output(listing, translate("Cli", "写到哪个文件"))
    return listing


def _add_data(add: AddCommand) -> None:
    """Add what keeps the data: copies, the way back, the ways to open it."""
    copy = add("backup", _backup, translate("Cli", "备份并核对"))
    _add_output(copy, translate("Cli", "备份到哪个文件夹"))
    back = add("restore", _restore, translate("Cli", "核对一个备份并恢复;被替换的文件另存"))
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--preview", action="store_true", help=translate("Cli", "只说会少哪些记录,不恢复"))
    add("salvage", _salvage, translate("Cli", "抢救损坏的数据文件:逐行读出,读不出的用最近的备份补"))
    ways_in = add("keys", _keys, translate("Cli", "数据的密钥:列出、用恢复码打开、换新恢复码"))
    ways_in.add_argument(
        "do", nargs="?", choices=("list", "open", "renew"), default="list",
        help=translate("Cli", "list 列出(默认);open 用恢复码或管理员密码打开;renew 换新恢复码"),
    )  # fmt: skip


def _add_checks(add: AddCommand) -> None:
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


def _add_purpose(to: argparse.ArgumentParser) -> None:
    to.add_argument("--purpose", default="", metavar="TEXT", help=translate("Cli", "用途,记入访问日志"))


def _add_exported(to: argparse.ArgumentParser) -> None:
    """Add what the window's own calls bring: the number their export was noted by, and that they watch."""
    to.add_argument("--export", default="", metavar="NO", help=translate("Cli", "窗口里已登记的导出编号"))
    to.add_argument("--progress", action="store_true", help=translate("Cli", "逐行输出进度"))


def _add_output(to: argparse.ArgumentParser, words: str) -> None:
    to.add_argument("--output", type=Path, metavar="PATH", help=words)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 10_000_000:
        raise argparse.ArgumentTypeError(
            translate("Cli", "应为 0 到一千万的整数,不能是 {text}").format(text=text)
        )
    return int(text)


def _year_month(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(20\d\d)-(0?[1-9]|1[0-2])", text, re.ASCII)
    if not found:
        raise argparse.ArgumentTypeError(
            translate("Cli", "月份应写成 2026-11,不能是 {text}").format(text=text)
        )
    return int(found[1]), int(found[2])


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

    _refuse_server(paths)
    _start(paths)
    print(make(paths, days=options.days, visits=options.visits, seed=options.seed, progress=_bar()))
    backup.make(
        keys.opened(paths.file()), paths.backups, paths.archive
    )  # its days are past: none would be overdue
    return 0


def _month(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core import exporting, rights, settings
    from desk_app.registers import REGISTERS
    from desk_app.reports import monthly

    year, month = options.month
    with _opened(paths) as db:
        actor = _person(db, options, rights.MONTH)
        asked = exporting.Asked(exporting.MONTH, monthly.TITLE, 0, f"{year}-{month:02}")
        row = _begun(db, actor, options.export, asked)
        with db.read() as session:
            name = monthly.file_name(settings.get(session, settings.PROJECT), year, month)
            path = options.output or paths.reports / name
            path = row.named(path / name if path.is_dir() else path)
            progress = _percent if options.progress else None
            monthly.write(session, year, month, path, maker=actor.name, mark=row.mark, progress=progress)
        sheets = [monthly.TITLE, *(room.register().title for room in REGISTERS)]
        _exported(db, actor, row.no, path, sheets)
    print(path)
    return 0


def _print(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.core.attachments import Archive
    from desk_app.reports.reprint import reprint

    number = options.number.strip().upper()
    path = options.output or paths.reports / f"{_safe(number)}.pdf"
    with _opened(paths) as db:
        print(reprint(db, _person(db, options), Archive(paths.archive), number, path))
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

    with _opened(paths) as db:
        actor = _person(db, options)
        stopped: list[int] = []
        before = signal.signal(signal.SIGINT, lambda number, _frame: stopped.append(number))
        try:
            outcome = run(db, actor, listing, _bar(), lambda: bool(stopped))
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

        with _opened(paths) as db:
            actor = _person(db, options, rights.EXPORT_ROSTER)
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
    path = options.output or paths.reports / f"{_safe(register.title)}.xlsx"
    with _opened(paths) as db:
        actor = _person(db, options, rights.EXPORT_LIST)
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
                mark=row.mark, clear=row.clear, progress=_percent if options.progress else None,
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


def _backup(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.cli_keys import unlocking
    from desk_app.core import backup, keys

    where = options.output or paths.backups
    if paths.is_on_server():
        with _database(paths) as db:
            made = backup.make(db.file, where, paths.archive)
    else:
        file = unlocking(paths.file(), lambda: keys.opened(paths.file()))
        made = backup.make(file, where, paths.archive)
    text = translate("Cli", "已备份并核对:{path}(修改记录 {changes} 条,存档文件 {documents} 份)")
    print(text.format(path=made.path, changes=made.head[0], documents=made.documents))
    return 0


def _restore(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app import cli_data

    _refuse_server(paths)
    return cli_data.restore(paths, options.file, only_preview=options.preview)


def _salvage(paths: Paths, _options: argparse.Namespace) -> int:
    from desk_app import cli_data

    _refuse_server(paths)
    return cli_data.salvage(paths)


def _keys(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app import cli_keys

    if options.do == "renew":
        _refuse_server(paths)
    does = {"list": cli_keys.show, "open": cli_keys.open_with_words, "renew": cli_keys.renew}
    does[options.do](paths.file())
    return 0


def _verify(paths: Paths, options: argparse.Namespace) -> int:
    from desk_app.cli_keys import unlocking
    from desk_app.core import backup, datafile, keys
    from desk_app.core.attachments import Archive
    from desk_app.core.verify import verify, verify_head

    _require_file(paths)
    on_server = paths.is_on_server()
    wrong = (
        [] if on_server else datafile.quick_check(unlocking(paths.file(), lambda: keys.opened(paths.file())))
    )
    if wrong:
        text = translate("Cli", "数据文件有损坏:{wrong}。请先备份整个数据文件夹,再从备份恢复(restore)。")
        raise KnownError(text.format(wrong=wrong[0]))
    with _opened(paths) as db:
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


def _start(paths: Paths) -> None:
    from desk_app.core import log

    paths.prepare()
    _take_place(paths)
    log.start(paths.log)


def _take_place(paths: Paths) -> None:
    """Keep this command's temporary files in the data folder; no window that starts beside it removes them."""
    from desk_app.core import temporary

    temporary.begin(paths)


def _refuse_server(paths: Paths) -> None:
    if paths.is_on_server():
        text = translate(
            "Cli",
            "数据在服务器上,这个命令只用于本机的数据文件。服务器的备份可恢复到另一个数据文件夹(--data-dir)查看,"
            "或用 server setup --move 搬进一个空的数据库;换恢复码请在窗口里做。",
        )
        raise KnownError(text)


def _require_file(paths: Paths) -> None:
    file = paths.file()
    if not paths.is_on_server() and not file.is_file():
        text = translate(
            "Cli", "{path} 还没有数据。请先打开一次程序或导入名册,或用 --data-dir 指明数据文件夹。"
        )
        raise KnownError(text.format(path=file))


@contextmanager
def _opened(paths: Paths) -> Iterator[Database]:
    """Open data that must be there already."""
    _require_file(paths)
    _start(paths)
    with _database(paths) as db:
        yield db


@contextmanager
def _database(paths: Paths) -> Iterator[Database]:
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


def _person(db: Database, options: argparse.Namespace, needed: str = "") -> Actor:
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


def _percent(percent: int) -> None:
    print(f"{percent}%", flush=True)


def _bar() -> Callable[[int, int], None]:
    """Return a progress that is drawn only where somebody looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda done, total: None

    def draw(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{done * 100 // max(total, 1):3d}%", end=end, file=sys.stderr, flush=True)

    return draw


def _safe(number: str) -> str:
    from desk_app.core.text import file_name

    return file_name(number)


def _tell_bug(paths: Paths, error: Exception) -> int:
    from desk_app.core import crashes

    with suppress(OSError, KnownError):  # without a file the number alone is told
        _start(paths)
    number = crashes.write(paths.log, error)
    text = translate("Cli", "程序出错(编号 {number}),没有完成。请把编号和这个文件交给管理员:{path}")
    print(text.format(number=number, path=crashes.file_of(paths.log, number)), file=sys.stderr)
    return BUG
