"""The commands about a server, as who sets it up types them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from desk_app import cli
from desk_app.core import backup, keys, server_password
from desk_app.core.database import Database
from desk_app.core.opening import open_database
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role, Staff, add_staff
from tests.pg import ServerSite


def run(monkeypatch: pytest.MonkeyPatch, *words: object, typed: str = "") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    return cli.main(list(map(str, words)))


def test_a_file_moves_to_a_server_and_a_desk_goes_on_there(
    db: Database,
    server_site: ServerSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with db.write(SYSTEM) as session:
        add_staff(session, name="李敏", code="001", roles=[Role.QT])
    keys.write_ring(tmp_path, keys.Ring(db.keys.site))
    server_site.server.sql("CREATE DATABASE office")
    owner, desk = (server_site.server.url("office", who) for who in ("desk_owner", "desk_7"))

    assert run(monkeypatch, "server", "setup", owner, "--data-dir", tmp_path) == cli.REFUSED
    assert "--move" in capsys.readouterr().err
    assert run(monkeypatch, "server", "setup", owner, "--move", "--data-dir", tmp_path) == 0
    assert "已搬到服务器" in capsys.readouterr().out
    assert run(monkeypatch, "server", "setup", owner, "--move", "--data-dir", tmp_path) == cli.REFUSED
    assert "已经有数据" in capsys.readouterr().err
    assert run(monkeypatch, "server", "upgrade", owner, "--data-dir", tmp_path) == 0
    assert "没有改动" in capsys.readouterr().out
    assert (
        run(monkeypatch, "server", "desk", owner, "--desk", "Desk 7; --", "--data-dir", tmp_path)
        == cli.REFUSED
    )
    assert "小写字母" in capsys.readouterr().err
    assert run(monkeypatch, "server", "desk", owner, "--desk", "desk_7", "--data-dir", tmp_path) == 0
    found = re.search(r"\n(\S{20,})\n", capsys.readouterr().out)
    assert found
    assert run(monkeypatch, "server", "password", desk, "--data-dir", tmp_path, typed=found[1]) == 0
    assert server_password.of(make_url(desk)) == found[1]
    capsys.readouterr()

    paths = Paths(tmp_path / "desk")
    paths.prepare()
    paths.config.write_text(f'database = "{desk}"\narchive = "{tmp_path / "shared"}"', "utf-8")
    assert paths.archive == tmp_path / "shared"
    opened = open_database(paths)
    with opened.read() as session:
        assert session.scalars(select(Staff.name).where(Staff.code == "001")).all() == ["李敏"]
    opened.close()
    assert run(monkeypatch, "backup", "--data-dir", paths.data) == 0
    assert run(monkeypatch, "verify", "--data-dir", paths.data) == 0
    (made,) = backup.listing(paths.backups)
    for command in (["restore", made.path.name], ["salvage"], ["keys", "renew"], ["demo"]):
        assert run(monkeypatch, *command, "--data-dir", paths.data) == cli.REFUSED
        assert "数据在服务器上" in capsys.readouterr().err


def test_a_new_site_begins_on_a_server_with_a_code_on_paper(
    server_site: ServerSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server_site.server.sql("CREATE DATABASE fresh")
    owner = server_site.server.url("fresh")
    assert run(monkeypatch, "server", "setup", owner, "--data-dir", tmp_path) == 0
    assert "恢复码" in capsys.readouterr().out
    paths = Paths(tmp_path)
    paths.config.write_text(f'database = "{owner}"', "utf-8")
    open_database(paths).close()
    assert run(monkeypatch, "server", "setup", "sqlite:///x.db", "--data-dir", tmp_path) == cli.REFUSED
    assert "postgresql://" in capsys.readouterr().err
