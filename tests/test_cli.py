"""The command line: every command does its work, and every failure is one line with the right exit code."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from desk_app import cli
from desk_app.core import access, datafile, people, place, signing
from desk_app.core.audit import Change
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import FORMS, TICKET, Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.documents import roster_sheet
from desk_app.reports import lists
from desk_app.shell import loader
from tests.staff import PASSWORD, give_password

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on a fresh data folder and returns (code, output, errors)."""
    monkeypatch.setattr(cli.sys, "stdout", sys.stdout)

    def call(*arguments: object, typed: str = f"{PASSWORD}\n") -> tuple[int, str, str]:
        monkeypatch.setattr(cli.sys, "stdin", io.StringIO(typed))
        try:
            code = cli.main([*map(str, arguments), "--data-dir", str(tmp_path / "data")])
        except SystemExit as leaving:
            code = int(str(leaving.code or 0))
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def office(tmp_path: Path) -> None:
    """A data folder where 陈主管 (020) and 周管理 (900) have passwords."""
    paths = Paths(tmp_path / "data")
    paths.prepare()
    db = Database(paths.url())
    with db.write(SYSTEM) as session:
        for name, code, role in (
            ("陈主管", "020", Role.KZ),
            ("周管理", "900", Role.XG),
            ("门岗", "051", Role.MG),
        ):
            staff = people.add_staff(session, name=name, code=code, roles=[role])
            give_password(session, staff.id)
    db.close()


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


def test_no_command_touches_data_on_a_network_drive(
    run: Run, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`desk.toml` names it; the data folder itself is on this computer."""
    far = tmp_path / "far"
    far.mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "desk.toml").write_text(f'database = "sqlite:///{far / "desk.db"}"')
    monkeypatch.setattr(place, "kind_of", lambda folder: "cifs" if folder == far else "ext4")
    refused = {}
    for command in (
        ("verify",), ("month", "2026-11"), ("print", "FX-20261121-001"), ("backup",), ("restore", roster), ("demo",),
        ("salvage",), ("keys", "list"), ("import", roster), ("export-roster",), ("export-list", "visitors"),
    ):  # fmt: skip
        code, out, err = run(*command)
        refused[command[0]] = code == 1 and not out and "网络盘" in err
    assert refused == dict.fromkeys(refused, True)
    with pytest.raises(KnownError, match="网络盘"):
        loader.open_database(Paths(tmp_path / "data"), print)
    assert not list(far.iterdir())


def test_the_data_folder_may_stand_before_or_after_the_command(
    run: Run, office: None, roster: Path, tmp_path: Path
) -> None:
    assert cli.main(["--data-dir", str(tmp_path / "data"), "verify"]) == 0
    assert cli.main(["verify", "--data-dir", str(tmp_path / "data")]) == 0


def test_a_command_that_reads_or_changes_data_acts_as_somebody_who_signs_in(
    run: Run, office: None, roster: Path, tmp_path: Path
) -> None:
    for command in (
        ("import", roster), ("import-keys", roster), ("export-roster",), ("month", "2026-11"),
        ("export-list", "visitors"), ("print", "FX-20261121-001"),
    ):  # fmt: skip
        code, out, err = run(*command)
        assert (code, out) == (1, "") and ("--as" in err or "名册" in err or "表" in err), command
    assert run("import", roster, "--as", "020", typed="wrong\n")[2] == "姓名(工号)或密码不对。\n"
    assert run("import", roster, "--as", "nobody")[2] == "姓名(工号)或密码不对。\n"
    assert run("import", roster, "--as", "020", typed="")[0] == 1
    assert run("import", roster, "--as", "020")[0] == 0
    db = Database(Paths(tmp_path / "data").url())
    with db.read() as session:
        (change,) = {
            row.actor_id for row in session.scalars(select(Change).where(Change.verb == "premises.import"))
        }
        assert session.get_one(people.Staff, change).name == "陈主管"
    db.close()


def test_a_command_needs_the_right_to_it(run: Run, office: None, roster: Path, tmp_path: Path) -> None:
    why = ("--purpose", "核对")
    for command in (("export-roster", *why), ("month", "2026-11"), ("export-list", "visitors", *why)):
        code, out, err = run(*command, "--as", "900")
        assert (code, out) == (1, "") and "没有这项权限" in err, command
        assert run(*command, "--as", "020")[0] == 0, command
    assert "没有这项权限" in run("import", roster, "--as", "051")[2]
    db = Database(Paths(tmp_path / "data").url())
    with db.read() as session:
        refused = access.read(session, access.Wanted(kind=access.Kind.REFUSED))
    db.close()
    told = {(line.who, line.conditions) for line in refused}
    assert told == {
        ("周管理", "premises.export"), ("周管理", "reports.month"), ("周管理", "lists.export"), ("门岗", "premises.import"),
    }  # fmt: skip


def test_the_windows_own_command_brings_a_ticket_that_serves_once(
    run: Run, office: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = Database(Paths(tmp_path / "data").url())
    with db.read() as session:
        chen = people.as_actor(people.on_staff(session)[0], "desk-1")
    code = signing.ticket(db, chen)
    db.close()
    monkeypatch.setenv(TICKET, code)
    assert run("export-list", "visitors", "--purpose", "核对")[0] == 0
    assert TICKET not in os.environ
    monkeypatch.setenv(TICKET, code)
    assert "已过期" in run("export-list", "visitors")[2]


def test_a_roster_goes_in_and_comes_out(run: Run, office: None, roster: Path, tmp_path: Path) -> None:
    code, out, _ = run("import", roster, "--as", "020")
    assert code == 0
    assert "第 3 行「房号」" in out
    assert "新增 1" in out
    out_file = tmp_path / "out.xlsx"
    assert "请写明用途" in run("export-roster", "--output", out_file, "--as", "020")[2]
    code, out, _ = run("export-roster", "--output", out_file, "--as", "020", "--purpose", "交经理核对")
    made = Path(out.strip())
    assert code == 0 and made.stem.startswith("out_PZ-") and not out_file.exists()
    assert load_workbook(made)["名册"]["B2"].value == "15-08"
    assert "新增 0" in run("import", made, "--as", "020")[1]


def test_an_export_says_what_for_and_is_in_the_access_log_with_its_number_and_sum(
    run: Run, office: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[str] = []
    write = lists.write
    monkeypatch.setattr(
        lists, "write", lambda *given, **more: places.append(tempfile.gettempdir()) or write(*given, **more)
    )
    assert "请写明用途" in run("export-list", "visitors", "--as", "020")[2]
    code, out, _ = run(
        "export-list", "visitors", "--view", "recent", "--as", "020", "--purpose", "交经理核对"
    )
    made = Path(out.strip())
    db = Database(Paths(tmp_path / "data").url())
    with db.read() as session:
        (line,) = access.read(session, access.Wanted(kind=access.Kind.EXPORT))
        (refused,) = access.read(session, access.Wanted(kind=access.Kind.SIGN_IN), 1)
    db.close()
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    assert code == 0 and line.no in made.name and line.result == f"{made.name} {digest}"
    assert (line.who, line.entity, line.reason) == ("陈主管", "visitors", "交经理核对")
    (place,) = places
    assert Path(place).parent == Paths(tmp_path / "data").temporary != Path(tempfile.gettempdir())
    assert not Path(place).exists(), (
        "the sheets' parts lie in the data folder while they are made, then no more"
    )
    assert line.conditions == "recent 掩码 列:到访、访客、单位、被访、事由、牌号、状态"
    assert refused.who == "陈主管"
    sheet = load_workbook(made).active
    foot, head = sheet.oddFooter.center.text, [sheet.cell(n, 1).value for n in range(1, 5)]
    assert line.no in foot and "陈主管" in foot and any(line.no in str(one) for one in head)


def test_a_list_of_keys_goes_in_and_bad_rows_are_told(
    run: Run, office: None, roster: Path, tmp_path: Path
) -> None:
    run("import", roster, "--as", "020")
    db = Database(Paths(tmp_path / "data").url())
    with db.write(SYSTEM) as session:
        people.add_staff(session, name="李敏", code="001", roles=[people.Role.QT])
    db.close()
    book = Workbook()
    for row in (
        ("编号", "房号", "类别", "保管人"),
        ("A-1-1", "15-08", "空置房", "李敏"),
        ("A-1-2", "15-08", "火星房", ""),
    ):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "keys.xlsx")
    code, out, _ = run("import-keys", tmp_path / "keys.xlsx", "--as", "020")
    assert (code, "新增" in out) == (0, True)
    assert "第 3 行" in out


def test_a_backup_is_made_restored_and_verified(run: Run, office: None, roster: Path, tmp_path: Path) -> None:
    run("import", roster, "--as", "020")
    assert run("backup")[0] == 0
    made = next((tmp_path / "data" / "backups").glob("*.db"))
    code, out, _ = run("restore", made.name)
    assert code == 0
    assert "另存为" in out
    code, out, _ = run("verify")
    assert code == 0
    assert "核对无误" in out


def test_the_doctor_finds_nothing_wrong_here_before_the_first_day_and_after_a_demo_of_days_past(
    run: Run,
) -> None:
    code, out, _ = run("doctor")
    assert (code, "✘" in out) == (0, False), out
    (forms,) = (
        line.partition("打印表单:")[2].split("、") for line in out.splitlines() if "打印表单:" in line
    )
    assert (
        len(set(forms)) == len(forms) == len(list(FORMS.glob("*/form.toml"))) and "出入证 KF-CR-02" in forms
    )
    assert run("demo", "--days", "1")[0] == 0
    code, out, _ = run("doctor")
    assert (code, "✘" in out) == (0, False), out


def test_a_file_that_cannot_be_opened_is_no_damaged_one(run: Run, office: None, tmp_path: Path) -> None:
    for end in (
        "-wal",
        "-shm",
    ):  # as on a disk that can only be read: the library can lay nothing beside the file
        beside = tmp_path / "data" / f"desk.db{end}"
        beside.unlink(missing_ok=True)
        beside.mkdir()
    code, _out, err = run("verify")
    assert code == 1
    assert err.startswith("打不开数据文件:文件夹不在、没有权限或磁盘只读。")
    assert "损坏" not in err
    code, out, err = run("doctor")
    assert code == 1
    assert "编号 E" not in err
    assert [line for line in out.splitlines() if "打不开数据文件" in line and "✘" in line]


def test_verify_tells_everything_it_finds(run: Run, office: None, tmp_path: Path) -> None:
    db = Database(Paths(tmp_path / "data").url())
    with db.write(SYSTEM) as session:
        for n in range(3):
            people.add_staff(session, name=f"员工{n}", code=f"T{n}", roles=[Role.QT])
    with closing(datafile.connect(db.file)) as raw:
        raw.execute("DROP TRIGGER history_no_update")
        raw.execute(
            "UPDATE history SET verb = 'x' WHERE id IN (SELECT id FROM history ORDER BY id DESC LIMIT 3)"
        )
    db.close()
    code, _out, err = run("verify")
    assert code == 1
    assert len([line for line in err.splitlines() if "内容被改动过" in line]) == 3


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
