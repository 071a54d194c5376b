"""The roster between file and premises: what the window and the command line call."""

from __future__ import annotations

from pathlib import Path

from desk_app.core import roster_import
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate
from desk_app.core.people import Actor
from desk_app.core.roster_import import Cancelled, Outcome, Progress


def import_file(
    db: Database,
    actor: Actor,
    path: Path,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> Outcome:
    """Import a roster file; bad rows are in the outcome. KnownError when the file cannot be read."""
    from desk_app.documents import roster_sheet

    try:
        data = path.read_bytes()
    except OSError as error:
        text = translate("Roster", "读不到文件 {path}({reason})。请检查文件名,或关闭正在打开它的程序。")
        raise KnownError(text.format(path=path, reason=error.strerror)) from error
    return roster_import.run(db, actor, roster_sheet.read(data), progress, cancelled)


def export_file(db: Database, path: Path) -> int:
    """Write the roster as it stands into `path`; returns the number of rows. It can be imported again."""
    from desk_app.documents import roster_sheet

    with db.read() as session:
        rows = roster_import.rows(session)
    write_file(path, roster_sheet.write(rows))
    return len(rows)


def write_template(path: Path) -> None:
    """Write the empty roster with an example and the notes into `path`."""
    from desk_app.documents import roster_sheet

    write_file(path, roster_sheet.template())


def write_file(path: Path, data: bytes) -> None:
    """Put a whole file in place, or none; KnownError when the disk refuses."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        text = translate("Roster", "无法写入 {path}({reason})。请换一个位置,或关闭正在打开它的程序。")
        raise KnownError(text.format(path=path, reason=error.strerror)) from error


def report(outcome: Outcome) -> list[str]:
    """Return the problems of an import as lines: sheet, row, column, reason."""
    refused = translate("Roster", "第 {row} 行「{column}」:{reason}(没有导入){sheet}")
    taken = translate("Roster", "第 {row} 行「{column}」:{reason}{sheet}")
    several = len({problem.sheet for problem in outcome.problems}) > 1
    return [
        (taken if p.imported else refused).format(
            row=p.row, column=p.column, reason=p.reason, sheet=f" [{p.sheet}]" if several else ""
        )
        for p in outcome.problems
    ]
