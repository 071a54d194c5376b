"""A list as a workbook, written by a command of its own: the rows, their order, the limit, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from desk_app import cli
from desk_app.core import audit, clock, settings, signing
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.exporting import Export
from desk_app.core.paths import Paths
from desk_app.core.records import AT_ONCE
from desk_app.registers.visitors import service
from desk_app.registers.visitors.register import REGISTER
from desk_app.reports import lists
from tests.conftest import Crew

FORMULA = "=cmd|'/C calc'!A0"
NAMES = ("张雨薇", "王建国", "李慕白", FORMULA)


@pytest.fixture
def visits(db: Database, desk: Crew, set_clock: Callable[[datetime], None]) -> list[int]:
    """Register four visitors; return their ids, the oldest first."""
    set_clock(clock.at(date(2026, 11, 23), 9, 40))
    ids = []
    for name in NAMES:
        values = {
            "name": name, "phone": "13911112222", "party_size": 1, "org": "日立电梯", "host_room": Ref(None, "18-06"),
            "host_name": "周颖", "purpose": "business", "confirm": "phone", "confirmed_by": "周颖",
        }  # fmt: skip
        with db.write(desk.qt) as session:
            ids.append(service.register(session, values).id)
    return ids


@pytest.fixture(autouse=True)
def ticket(db: Database, desk: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command act as 李敏, as the window's own do."""
    monkeypatch.setattr(cli.os.environ, "pop", lambda *_: signing.ticket(db, desk.qt))


def run(tmp_path: Path, *arguments: object) -> int:
    given = ["export-list", "visitors", "--purpose", "核对", *map(str, arguments)]
    return cli.main(["--data-dir", str(tmp_path), *given])


def made(path: Path) -> Path:
    """Return the newest file of this name: an export's number stands behind it."""
    return sorted(path.parent.glob(f"{path.stem}_PZ-*{path.suffix}"))[-1]


def cells(path: Path) -> list[tuple[Any, ...]]:
    sheet = load_workbook(made(path)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def names(path: Path) -> list[object]:
    """Return the visitors in the sheet, from the top."""
    return [value for row in cells(path) for value in row if value in NAMES]


def test_the_records_asked_for_come_in_the_order_asked_for(visits: list[int], tmp_path: Path) -> None:
    wanted, target = tmp_path / "ids", tmp_path / "out.xlsx"
    wanted.write_text("\n".join(str(visits[at]) for at in (1, 3, 0)))
    assert run(tmp_path, "--ids", wanted, "--output", target, "--text=-雨") == 0
    assert names(target) == ["王建国", FORMULA, "张雨薇"]
    assert cells(target)[1][0].startswith("筛选 -雨    制表人 李敏    制表时间 2026-11-23 09:40")


def test_a_user_s_text_is_never_a_formula(visits: list[int], tmp_path: Path) -> None:
    assert run(tmp_path, "--output", tmp_path / "out.xlsx") == 0
    sheet = load_workbook(made(tmp_path / "out.xlsx")).active
    assert sheet is not None
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert [cell.data_type for cell in found] == ["s"]


def test_a_view_and_a_search_show_what_the_window_shows(visits: list[int], tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    assert run(tmp_path, "--view", "recent", "--text", "rldt", "--output", target) == 0
    assert sorted(map(str, names(target))) == sorted(NAMES)
    assert run(tmp_path, "--view", "expected", "--output", target) == 0
    assert names(target) == []


def test_more_rows_than_one_person_may_take_out_do_not_leave_by_a_command(
    visits: list[int], db: Database, desk: Crew, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with db.write(desk.manager) as session:
        settings.change(session, settings.EXPORT_ALONE, 3)
    assert run(tmp_path, "--view", "recent", "--output", tmp_path / "out.xlsx") == 1
    assert "超过 3 行,须主管或经理当面同意" in capsys.readouterr().err
    assert not list(tmp_path.glob("out*"))
    assert run(tmp_path, "--view", "recent", "--limit", 3, "--output", tmp_path / "out.xlsx") == 0


@pytest.mark.parametrize("given", [(), ("--limit", 2)])
def test_the_limit_is_kept_and_said(
    visits: list[int], db: Database, desk: Crew, tmp_path: Path, given: Sequence[object]
) -> None:
    with db.write(desk.manager) as session:
        settings.change(session, settings.EXPORT_LIMIT, 2)
    assert run(tmp_path, "--view", "recent", "--output", tmp_path / "out.xlsx", *given) == 0
    rows = cells(tmp_path / "out.xlsx")
    assert len(names(tmp_path / "out.xlsx")) == 2
    assert rows[2][0] == "共 4 条,按单次导出上限只含前 2 条。"
    assert rows[-1][0] == "合计 2 条"


def test_progress_rises_to_the_end(
    visits: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "--output", tmp_path / "out.xlsx", "--progress") == 0
    assert capsys.readouterr().out.splitlines() == ["0%", "100%", str(made(tmp_path / "out.xlsx"))]


@pytest.mark.parametrize(
    "wrong", [("export-list", "nothing"), ("export-list", "visitors", "--view", "nothing")]
)
def test_what_is_not_there_is_named_in_one_line(
    visits: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: Sequence[str]
) -> None:
    assert cli.main(["--data-dir", str(tmp_path), *wrong]) == 1
    told = capsys.readouterr().err
    assert told.startswith("没有 nothing;可用的有 ") and told.count("\n") == 1


def test_few_records_are_in_memory_at_a_time(visits: list[int], db: Database) -> None:
    asked: list[int] = []

    def rows(_session: object, ids: Sequence[int]) -> list[Any]:
        asked.append(len(ids))
        return [{"id": number} for number in ids]

    register = replace(REGISTER, source=replace(REGISTER.source, rows=rows))
    with db.read() as session:
        reading = lists.rows(session, register, range(1, 1702))
        first = next(reading)
        assert (first["id"], asked) == (1, [AT_ONCE])
        assert [row["id"] for row in reading] == list(range(2, 1702))
    assert max(asked) == AT_ONCE and sum(asked) == 1701


def test_of_an_export_the_history_has_the_number_and_nothing_else(
    visits: list[int], db: Database, tmp_path: Path
) -> None:
    before = db.revision
    assert run(tmp_path, "--output", tmp_path / "out.xlsx") == 0
    with db.read() as session:
        (row,) = session.scalars(select(Export))
        assert [entry.verb for entry in audit.history(session, row.uid)] == [
            "exports.begin",
            "exports.finish",
        ]
    assert db.revision == before + 2
    assert Paths(tmp_path).database.is_file()
