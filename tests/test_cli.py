"""The command line: every command does its work, and every failure is one line with the right exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desk_app import cli
from desk_app.core import people
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM
from desk_app.documents import roster_sheet

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on a fresh data folder and returns (code, output, errors)."""
    monkeypatch.setattr(cli.sys, "stdout", sys.stdout)

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = cli.main([*map(str, arguments), "--data-dir", str(tmp_path / "data")])
        except SystemExit as leaving:
            code = int(str(leaving.code or 0))
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.xlsx"
    roster_sheet.write(path, [{"room": "15-08", "owner": "甲", "tenant": "乙公司"}, {"owner": "没有房号"}])
    return path


@pytest.mark.parametrize(
    "wrong",
    [
        ("bogus",), ("month",), ("month", "2026-13"), ("demo", "--days", "x"), ("demo", "--days", "-1"), ("print",),
        ("verify", "more"), ("restore",), ("backup", "--nonsense"), ("demo", "--seed", "1.5"), ("import",),
    ],
)  # fmt: skip
def test_wrong_use_is_one_line_and_code_2(run: Run, wrong: tuple[str, ...]) -> None:
    code, out, err = run(*wrong)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("用法不对:")


@pytest.mark.parametrize(
    "command",
    [
        ("verify",), ("month", "2026-11"), ("print", "FX-20261121-001"), ("backup",), ("restore", "x.db"),
        ("import", "missing.xlsx"), ("export-roster",),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line_and_code_1(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert not (tmp_path / "data" / "desk.db").exists()


def test_the_data_folder_may_stand_before_or_after_the_command(tmp_path: Path, roster: Path) -> None:
    assert cli.main(["--data-dir", str(tmp_path / "a"), "import", str(roster)]) == 0
    assert cli.main(["import", str(roster), "--data-dir", str(tmp_path / "b")]) == 0
    assert Paths(tmp_path / "a").database.exists()
    assert Paths(tmp_path / "b").database.exists()


def test_a_roster_goes_in_and_comes_out(run: Run, roster: Path, tmp_path: Path) -> None:
    code, out, _ = run("import", roster)
    assert code == 0
    assert "第 3 行「房号」" in out
    assert "新增 1" in out
    out_file = tmp_path / "out.xlsx"
    assert run("export-roster", "--output", out_file)[0] == 0
    assert load_workbook(out_file)["名册"]["B2"].value == "15-08"
    assert "新增 0" in run("import", out_file)[1]


def test_a_list_of_keys_goes_in_and_bad_rows_are_told(run: Run, roster: Path, tmp_path: Path) -> None:
    run("import", roster)
    db = Database(Paths(tmp_path / "data").url())
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="李敏", code="001", roles=[people.Role.QT])
    db.close()
    book = Workbook()
    for row in (
        ("编号", "房号", "类别", "保管人"),
        ("A-1-1", "15-08", "空置房", "李敏"),
        ("A-1-2", "15-08", "空置房", ""),
    ):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "keys.xlsx")
    code, out, _ = run("import-keys", tmp_path / "keys.xlsx")
    assert (code, "新增 1 串" in out) == (0, True)
    assert "第 3 行「保管人」" in out


def test_a_backup_is_made_restored_and_verified(run: Run, roster: Path, tmp_path: Path) -> None:
    run("import", roster)
    assert run("backup")[0] == 0
    made = next((tmp_path / "data" / "backups").glob("*.db"))
    code, out, _ = run("restore", made.name)
    assert code == 0
    assert "另存为" in out
    code, out, _ = run("verify")
    assert code == 0
    assert "核对无误" in out


def test_the_doctor_finds_nothing_wrong_here(run: Run) -> None:
    code, out, _ = run("doctor")
    assert code == 0, out
    assert "✘" not in out


def test_a_bug_is_a_number_and_a_log_never_a_traceback(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, roster: Path
) -> None:
    def broken(_path: Path) -> None:
        raise ZeroDivisionError("秘密的名字")

    monkeypatch.setattr(roster_sheet, "read", broken)
    code, out, err = run("import", roster)
    assert (code, out) == (70, "")
    assert err.count("\n") == 1
    assert "编号 E" in err
    log = (tmp_path / "data" / "log" / "desk.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "秘密的名字" not in log


def test_a_sentence_of_several_lines_is_told_in_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, roster: Path
) -> None:
    def refused(_path: Path) -> None:
        raise KnownError("第一行\n第二行")

    monkeypatch.setattr(roster_sheet, "read", refused)
    assert run("import", roster) == (1, "", "第一行 第二行\n")


def test_a_whole_process_without_a_display_ends_with_a_sentence(tmp_path: Path) -> None:
    kept_out = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    surroundings = {key: value for key, value in os.environ.items() if key not in kept_out}
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", "--data-dir", str(tmp_path / "数据")],
        env=surroundings | {"DESK_APP_BOOTSTRAP": "off", "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    if sys.platform.startswith("linux"):
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
