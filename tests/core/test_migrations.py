"""The schema comes from migrations, and they make what the models say."""

from __future__ import annotations

import shutil

import pytest
from sqlalchemy.exc import DBAPIError

from desk_app.core import backup, database, datafile, keys, migrations, store
from desk_app.core.database import Database
from desk_app.core.datafile import Damaged, DataFile
from desk_app.core.errors import KnownError
from desk_app.core.records import Base
from desk_app.registers.tables import import_all
from tests.tools.make_migration import changes

PAGE = 4096


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


@pytest.fixture
def older(empty_file, tmp_path, monkeypatch):
    """A database of the version before this one, and its schema."""
    path = tmp_path / "desk.db"
    shutil.copyfile(empty_file, path)
    monkeypatch.setattr(database, "SCHEMA", database.SCHEMA + 1)
    return path, database.SCHEMA - 1


def untouched(path, schema):
    """Say that a file is still the old one, and that no copy of it pretends to be whole."""
    return datafile.schema_of(keys.opened(path)) == schema and not list(path.parent.glob("*before-upgrade*"))


def test_a_damaged_file_is_neither_copied_nor_upgraded(older):
    path, schema = older
    whole = path.read_bytes()
    for page in range(2, len(whole) // PAGE, 40):
        data = bytearray(whole)
        data[page * PAGE + 1000] ^= 1
        path.write_bytes(data)
        with pytest.raises(Damaged, match=r"先把整个数据文件夹复制一份"):
            Database(f"sqlite:///{path}")
        assert path.read_bytes() == data and not list(path.parent.glob("*before-upgrade*"))
    path.write_bytes(whole)
    assert untouched(path, schema)


def test_nothing_is_upgraded_when_the_copy_is_not_whole(older, monkeypatch):
    path, schema = older
    real = datafile.copy_database

    def copy_badly(source, target):
        real(source, target)
        data = bytearray(target.read_bytes())
        data[-3000] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(datafile, "copy_database", copy_badly)
    with pytest.raises(Damaged, match=r"有损坏.*没有升级。请从备份恢复"):
        Database(f"sqlite:///{path}")
    assert untouched(path, schema)


def test_on_a_full_disk_it_is_not_upgraded_and_the_disk_is_named(older, monkeypatch):
    path, schema = older
    real = datafile.connect

    def connect(file, **more):
        connection = real(file, **more)
        if file.path.suffix == ".part":
            connection.execute("PRAGMA max_page_count = 20")  # SQLite's own word for "full"
        return connection

    monkeypatch.setattr(datafile, "connect", connect)
    with pytest.raises(
        KnownError, match=r"升级前无法备份到 .*磁盘已满.*没有升级。请清理磁盘或检查权限后再启动。"
    ):
        Database(f"sqlite:///{path}")
    with pytest.raises(KnownError, match=r"无法备份到 .*磁盘已满.*请清理磁盘"):
        backup.make(keys.opened(path), path.parent / "backups")
    assert untouched(path, schema) and not list(path.parent.rglob("*.part"))


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
