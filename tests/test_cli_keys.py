"""The keys on the command line: what there is, a way in, a new code; nothing secret in the arguments."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from desk_app import cli
from desk_app.core import keys
from desk_app.core.database import Database
from desk_app.core.keys import Cost
from desk_app.core.paths import Paths


@pytest.fixture
def paths(tmp_path: Path, monkeypatch) -> Paths:
    monkeypatch.setattr(keys, "COST", Cost(memory=64, passes=1, lanes=1))
    paths = Paths(tmp_path / "data")
    paths.prepare()
    Database(paths.url()).close()
    return paths


@pytest.fixture
def run(paths: Paths, monkeypatch, capsys):
    """Return a function that runs a command with something on standard input: (exit code, what was said)."""

    def command(
        *words: str, typed: str = "", data: Path = paths.data, terminal: bool = False
    ) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", Terminal() if terminal else io.StringIO(typed))
        code = cli.main([*words, "--data-dir", str(data)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


def new_computer(monkeypatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "PROGRAMDATA"):
        monkeypatch.setenv(name, str(tmp_path / "new computer"))


def test_it_says_who_can_open_the_data_and_what_is_missing(run) -> None:
    code, said = run("keys")
    assert code == 0
    assert "本机:能打开" in said
    assert "还没有恢复码" in said
    run("keys", "renew")
    assert "恢复码(纸质)" in run("keys")[1]


def test_a_new_computer_is_let_in_with_the_code_and_stays_in(run, tmp_path, monkeypatch) -> None:
    code = run("keys", "renew")[1].split()[-1]
    assert run("backup", "--output", str(tmp_path / "usb"))[0] == 0
    new_computer(monkeypatch, tmp_path)
    refused, said = run("verify")
    assert refused == cli.REFUSED
    assert "keys open" in said and "没有改动" in said
    assert run("keys", "open", typed="ABCDE\n")[0] == cli.REFUSED
    assert run("keys", "open", typed=f"{code}\n")[0] == 0
    assert run("verify")[0] == 0
    copy = next((tmp_path / "usb").glob("*.db"))
    assert run("restore", str(copy), data=tmp_path / "new data")[0] == 0
    assert run("verify", data=tmp_path / "new data")[0] == 0


def test_a_restore_at_a_terminal_asks_for_the_code(run, tmp_path, monkeypatch) -> None:
    code = run("keys", "renew")[1].split()[-1]
    assert run("backup", "--output", str(tmp_path / "usb"))[0] == 0
    new_computer(monkeypatch, tmp_path)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: code)
    copy = next((tmp_path / "usb").glob("*.db"))
    done, said = run("restore", str(copy), data=tmp_path / "new data", terminal=True)
    assert (done, "密钥正确" in said) == (0, True)


def test_a_folder_without_keys_is_told(run, tmp_path) -> None:
    code, said = run("keys", data=tmp_path / "nothing")
    assert code == cli.REFUSED
    assert "desk.keys" in said
