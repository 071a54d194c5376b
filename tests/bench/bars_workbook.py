"""X1 and X2: a list of 50,000 visits as a workbook, against openpyxl and csv used straight.

The rows are the first 50,000 of the data's visits (the small form: all it has), repeated where there are fewer.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.harness import Bar, Reading, Site, all_days, child, ratio

ROWS, FEW_ROWS, ROUNDS = 50_000, 2_000, 7
REGISTER = "visitors"


def against_openpyxl(site: Site) -> Reading:
    """Return our writing of a list ÷ the straight script's, from the same rows in memory."""
    from desk_app.documents.list_export import export_list
    from tests.bench import plain_sheet

    with _opened(site.folder(site.sizes[0])) as (session, register), tempfile.TemporaryDirectory() as folder:
        from desk_app.reports import lists

        ids = _ids(session, register, _rows(site))
        rows = list(lists.rows(session, register, ids))
        ours, theirs = Path(folder) / "ours.xlsx", Path(folder) / "theirs.xlsx"

        _export(export_list, register, rows[:FEW_ROWS], ours)
        widths = _widths(ours)
        plain_sheet.write(register, rows[:FEW_ROWS], theirs, widths)
        _compare(ours, theirs)
        reading = ratio(
            lambda: _export(export_list, register, rows, ours),
            lambda: plain_sheet.write(register, rows, theirs, widths),
            site.rounds,
        )
    return Reading(reading.value, f"{len(rows):,} rows: {reading.told}")


def memory(site: Site) -> Reading:
    """Return the megabytes by which our export grows above its start, less what csv of the same rows needs."""
    grown = {}
    for way in ("workbook", "csv"):
        code = "import sys; from tests.bench import bars_workbook; bars_workbook.print_growth(*sys.argv[1:])"
        output = child(code, way, str(site.folder(site.sizes[0])), str(_rows(site)))
        grown[way] = float(json.loads(output))
    told = f"workbook {grown['workbook']:.1f} MB, csv {grown['csv']:.1f} MB above their start"
    return Reading(grown["workbook"] - grown["csv"], told)


BARS = (
    Bar("X1", "a list of 50,000 rows as a workbook", "openpyxl write-only, straight", 1.15, against_openpyxl),
    Bar("X2", "memory of that export above its start", "csv of the same rows", 5.0, memory, unit=" MB"),
)


def print_growth(way: str, home: str, count: str) -> None:
    """Export from the database in this process; print by how many MB its memory rose at most (Linux)."""
    from desk_app.reports import lists
    from tests.bench import plain_sheet

    with _opened(Path(home)) as (session, register), tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "list"
        ids = _ids(session, register, int(count))
        few = ids[:20]  # what any export loads once
        for _ in range(2):
            _write(way, lists, plain_sheet, session, register, few, target)
        start = _start_of_peak()
        _write(way, lists, plain_sheet, session, register, ids, target)
        print(json.dumps((_status("VmHWM") - start) / 1000))


def _write(
    way: str, lists: Any, plain_sheet: Any, session: Any, register: Any, ids: list[int], path: Path
) -> None:
    if way == "csv":
        plain_sheet.write_csv(register, lists.rows(session, register, ids), path)
    else:
        lists.write(session, register, ids, path, maker="李敏")


def _start_of_peak() -> int:
    """Forget the peak so far; return the memory in use, in kB."""
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))


class _opened:
    """One reading session on a copy-free data folder, and the register."""

    def __init__(self, home: Path) -> None:
        from desk_app.core.database import Database
        from desk_app.core.paths import Paths
        from desk_app.reports import lists

        self._register = lists.register_of(REGISTER)
        self._database = Database(Paths(home).url())
        self._reading = self._database.read()

    def __enter__(self) -> tuple[Any, Any]:
        return self._reading.__enter__(), self._register

    def __exit__(self, *error: Any) -> None:
        self._reading.__exit__(*error)
        self._database.close()


def _rows(site: Site) -> int:
    return FEW_ROWS if site.small else ROWS


def _ids(session: Any, register: Any, count: int) -> list[int]:
    found = list(register.source.ids(session, all_days(), ""))
    return (found * (count // max(len(found), 1) + 1))[:count]


def _export(export: Callable[..., Path], register: Any, rows: list[Any], path: Path) -> None:
    from desk_app.core import clock

    export(
        register, iter(rows), path, count=len(rows), title=register.title, maker="李敏", made_at=clock.now()
    )


def _widths(path: Path) -> list[float]:
    from openpyxl import load_workbook

    sheet = load_workbook(path).active
    assert sheet is not None
    return [sheet.column_dimensions[cell.column_letter].width for cell in sheet[3]]


def _compare(ours: Path, theirs: Path) -> None:
    """Make sure that both files have the same in every cell but the line that says who made it when."""
    for row, (mine, other) in enumerate(zip(_cells(ours), _cells(theirs), strict=True), 1):
        assert mine == other or row == 2, (row, mine, other)


def _cells(path: Path) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook

    sheet = load_workbook(path, read_only=True).active
    assert sheet is not None
    for row in sheet.iter_rows():
        yield tuple(
            (cell.value, cell.number_format, cell.font.b, cell.fill.start_color.rgb)
            if cell.value is not None
            else None
            for cell in row
        )
