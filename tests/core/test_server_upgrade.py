"""A server that stands at a released schema is brought to this program's: copied first, all or nothing (D4, D16)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, MetaData

from desk_app.core import chain, datafile, keys, server, server_copy, server_setup, server_upgrade, store
from desk_app.core.database import SCHEMA
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.records import Base
from desk_app.core.server_database import ServerDatabase
from tests.pg import ServerSite
from tests.released import unpack

_LOOKS = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns "
    "WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT table_name, privilege_type FROM information_schema.table_privileges WHERE grantee = 'front_desks'",
    "SELECT object_name FROM information_schema.usage_privileges WHERE grantee = 'front_desks'",
)


def looks(engine: Engine) -> list[list[str]]:
    """Return everything about a database's tables, guards and rights, sorted."""
    with engine.connect() as connection:
        return [sorted(map(str, connection.exec_driver_sql(one.replace("%", "%%")).all())) for one in _LOOKS]


def tables_of(file: DataFile) -> MetaData:
    """Return the tables of a file of an older schema, as the models of its version were."""
    found, engine = MetaData(), store.make_engine(file)
    found.reflect(engine, only=lambda name, _: not name.startswith(("search_grams", "alembic")))
    engine.dispose()
    for table in found.tables.values():
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
        for column in table.columns:
            now = Base.metadata.tables[table.name].columns.get(column.name)
            if now is not None:
                column.type = now.type
    return found


@pytest.fixture(scope="module")
def stood(server_site: ServerSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a server that holds what a desk with schema 5 wrote, and the desk's folder."""
    folder = tmp_path_factory.mktemp("desk5")
    paths = unpack(5, folder)
    own = keys.for_database(paths.database)
    file = own.opens(paths.database)
    server_site.server.sql("CREATE DATABASE five")
    url = server_site.server.url("five")
    engine = server.make_engine(url, None, folder, desk=False)
    with pytest.MonkeyPatch.context() as patch, engine.begin() as connection:
        patch.setattr(Base, "metadata", tables_of(file))
        server_setup.create(connection, 5, own, (folder / keys.NAME).read_text("utf-8"))
        server_copy.move(file, connection, own)
    server_setup.add_desk(engine, "desk_1")
    engine.dispose()
    yield url, folder
    server_site.server.sql("DROP DATABASE five WITH (FORCE)")


def test_a_server_of_the_released_schema_is_upgraded_whole_or_not_at_all(
    stood: tuple[str, Path], server_site: ServerSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, folder = stood
    desk = server_site.server.url("five", "desk_1")
    engine = server.make_engine(url, None, folder, desk=False)
    file = folder / "desk.db"
    with pytest.raises(KnownError, match="server upgrade"):
        ServerDatabase(desk, file)
    before, rows = looks(engine), datafile.counts(keys.for_database(file).opens(file))

    with monkeypatch.context() as patch, pytest.raises(OSError, match="cut"):
        patch.setattr(server_setup, "let_desks_in", cut)  # the last step: all is made anew and filled by then
        server_upgrade.upgrade(engine, keys.for_database(file), file)
    assert looks(engine) == before and server.schema_of(engine) == 5

    done = server_upgrade.upgrade(engine, keys.for_database(file), file)
    assert done is not None and server_upgrade.upgrade(engine, keys.for_database(file), file) is None
    copy = keys.for_database(file).opens(done[0])
    assert datafile.schema_of(copy) == 5 and datafile.counts(copy) == rows
    fresh = server.make_engine(server_site.server.url("site"), None, folder, desk=False)
    assert server.schema_of(engine) == SCHEMA
    for found, wanted in zip(looks(engine), looks(fresh), strict=True):
        assert found == wanted
    fresh.dispose()
    opened = ServerDatabase(desk, file)
    with opened.read() as session:
        assert chain.walk(session).broken is None
    found = opened.file.counts()
    assert {name: found[name] for name in found if name in rows} == {
        name: count for name, count in rows.items() if name in found
    }
    opened.close()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE desk_site SET schema = schema + 1")
    with pytest.raises(KnownError, match="升级这台前台的程序"):
        ServerDatabase(desk, file)
    with pytest.raises(KnownError, match="更新的程序"):
        server_upgrade.upgrade(engine, keys.for_database(file), file)
    engine.dispose()


def cut(*_: object) -> None:
    raise OSError("cut")
