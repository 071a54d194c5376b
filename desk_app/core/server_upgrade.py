"""A server's database brought to this program's schema, by its owner, in one transaction (figures/safety.md D4, D16).

There is one description of the tables and one way to change them: the file's revisions. Everything on the server is
copied into an encrypted file of the schema it has - the checked backup -, a copy of that is upgraded as any file is, and
the server's tables are made anew, as `server setup` makes them, and filled from it. So they cannot differ from a new
server's. Until the end desks that read see the old; one that writes waits, and is told so.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from desk_app.core import clock, datafile, files, migrations, server, server_copy, server_setup, store
from desk_app.core.database import SCHEMA, Database
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.field_seal import FieldSeal
from desk_app.core.i18n import translate
from desk_app.core.keys import Keys

FIRST = 5
"""The oldest schema that ever stood on a server."""
_NOT_THERE = ("alembic_version",)


def upgrade(engine: Engine, own: Keys, path: Path) -> tuple[Path, int] | None:
    """Bring a server to `SCHEMA`; return the checked copy of what was there, and its rows. None when it is there.

    `engine` is its owner's, `path` where a desk's file would lie: the copy lies beside it. KnownError, and nothing
    changed, for a server that was never set up or is newer, or where the copy or the counts are not right.
    """
    with engine.begin() as connection:
        connection.exec_driver_sql(server.TAKE_LOCK)
        found = server.schema_on(connection)
        if found == SCHEMA:
            return None
        if not FIRST <= found < SCHEMA:
            raise server.unfit(found, SCHEMA)
        copy, counted = _copy(connection, own, path, found)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix="upgrade-") as folder:
            work = Path(folder) / "work.db"
            shutil.copyfile(copy, work)
            Database(store.url_of(work), keys=own).close()
            _replace(connection, own.opens(work), own, counted)
    return copy, sum(counted.values())


def _copy(connection: Connection, own: Keys, path: Path, schema: int) -> tuple[Path, dict[str, int]]:
    """Copy what is on the server into a file of its schema, and check that; return it and the rows by table."""
    target = path.with_name(f"{path.stem}-server-before-upgrade-{schema}-{clock.now():%Y%m%d%H%M%S}.db")
    with files.becoming(target) as part:
        part.unlink(missing_ok=True)
        file = own.opens(part)
        migrations.upgrade(file, f"{schema:04}", chain=own.chain)
        tables = _tables(file)
        server_copy.fill_file(connection, file, tables, FieldSeal(own))
        there = {name: _count(connection, name) for name in tables}
        counted = {name: count for name, count in datafile.counts(file).items() if name in tables}
        link = connection.exec_driver_sql("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").first()
        whole = there == counted and (tuple(link) if link else (0, "")) == datafile.last_link(file)
        if not whole or datafile.quick_check(file):
            raise KnownError(translate("Server", "升级前的备份与服务器上的数据不一致,没有升级。请再试一次。"))
    return target, there


def _tables(file: DataFile) -> dict[str, list[str]]:
    """Return the columns of a file's tables, without those of the search index and alembic's."""
    with closing(datafile.connect(file, reading=True)) as raw:
        listed = raw.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_grams%' "
            "AND name NOT LIKE 'sqlite%' ORDER BY name"
        ).fetchall()
        return {
            name: [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")').fetchall()]
            for (name,) in listed
            if name not in _NOT_THERE
        }


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar() or 0)


def _replace(connection: Connection, file: DataFile, own: Keys, counted: dict[str, int]) -> None:
    """Make tables, guards and rights anew and fill them from the upgraded file; KnownError when a row is missing."""
    ring = str(connection.exec_driver_sql("SELECT ring FROM desk_site").scalar_one())
    server_setup.clear(connection, counted)
    server_setup.create(connection, SCHEMA, own, ring)
    moved = server_copy.move(file, connection, own)
    server_setup.let_desks_in(connection)
    if any(moved.get(name) != count for name, count in counted.items()):
        raise KnownError(translate("Server", "升级后的行数与升级前不同,已退回原样。请联系管理员。"))
