"""The schema comes from migrations, and they make what the models say."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError

from desk_app.core import database, datafile, keys, migrations, store
from desk_app.core.database import Database
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.records import Base
from tests.models import import_all
from tests.tools.make_migration import changes


def test_the_newest_revision_makes_exactly_the_models_tables(tmp_path):
    """When this fails: python -m tests.tools.make_migration --write"""
    file = DataFile(tmp_path / "desk.db")
    migrations.upgrade(file)
    assert changes(file).upgrade_ops.as_diffs() == [], "python -m tests.tools.make_migration --write"


def test_every_table_of_records_refuses_deletion(db):
    from desk_app.core.records import Audited, Base

    import_all()
    audited = {m.local_table.name for m in Base.registry.mappers if issubclass(m.class_, Audited)}
    with db.read() as session:
        connection = session.connection()
        kept = {
            row[0]
            for row in connection.exec_driver_sql(
                "SELECT tbl_name FROM sqlite_master WHERE name LIKE 'keep_%'"
            )
        }
    assert kept == audited


def test_tables_are_strict_so_that_text_cannot_stand_where_a_time_belongs(db, desk):
    with pytest.raises(DBAPIError), db._write.begin() as session:
        session.connection().exec_driver_sql("UPDATE staff SET created_at = 'yesterday'")


def test_a_database_from_a_newer_program_is_refused_and_untouched(tmp_path):
    path = tmp_path / "desk.db"
    Database(f"sqlite:///{path}").close()
    engine = store.make_engine(keys.opened(path))
    with engine.begin() as connection:
        store.set_schema(connection, database.SCHEMA + 1)
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(KnownError, match="更新的程序"):
        Database(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_an_older_database_is_copied_before_it_is_upgraded(tmp_path, monkeypatch):
    path = tmp_path / "desk.db"
    Database(f"sqlite:///{path}").close()
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    Database(f"sqlite:///{path}").close()
    copies = list(tmp_path.glob("desk-before-upgrade-*.db"))
    assert len(copies) == 1
    assert datafile.quick_check(keys.opened(copies[0])) == []
    assert datafile.schema_of(keys.opened(path)) == database.SCHEMA


def test_a_damaged_file_is_neither_copied_nor_upgraded(tmp_path, monkeypatch):
    path = tmp_path / "desk.db"
    Database(f"sqlite:///{path}").close()
    schema = datafile.schema_of(keys.opened(path))
    real = datafile.copy_database

    def copy_badly(source, target):
        real(source, target)
        data = bytearray(target.read_bytes())
        data[-3000] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    monkeypatch.setattr(datafile, "copy_database", copy_badly)
    with pytest.raises(KnownError, match="没有升级"):
        Database(f"sqlite:///{path}")
    assert datafile.schema_of(keys.opened(path)) == schema
    assert not list(tmp_path.glob("*before-upgrade*"))


def test_a_failing_upgrade_leaves_the_old_database(tmp_path, monkeypatch):
    path = tmp_path / "desk.db"
    Database(f"sqlite:///{path}").close()
    schema = datafile.schema_of(keys.opened(path))
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    monkeypatch.setattr(store, "broken_references", lambda _connection: 1)
    with pytest.raises(KnownError, match="已退回原样"):
        Database(f"sqlite:///{path}")
    assert datafile.schema_of(keys.opened(path)) == schema


def test_no_two_tables_share_a_class_name_so_relations_by_name_stay_clear():
    import_all()
    names = [mapper.class_.__name__ for mapper in Base.registry.mappers]
    assert sorted(names) == sorted(set(names))
