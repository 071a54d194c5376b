"""The engine and its transactions: key, pragmas, guards, and the few statements of every save.

With core/datafile.py (files) and core/gram_table.py (the search index's table) the only module that knows
the database is SQLite; where it is a server's, the same questions go to core/server.py.

Engine and transactions exactly as proven in figures/safety.md §2(e): the driver never begins by
itself, writers BEGIN IMMEDIATE, readers BEGIN DEFERRED, WAL with synchronous FULL.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Column, Connection, Engine, Index, Table, create_engine, event, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk_app.core import datafile, guards, place, server
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

if TYPE_CHECKING:
    from desk_app.core.field_seal import FieldSeal

MINIMUM = (3, 51, 3)  # first release without the WAL-reset bug (figures/safety.md §0.3)
CODEC = (4, 19)  # the SQLCipher that all was measured with (figures/safety.md §0.3)
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",  # what is cleared leaves no bytes in the page
    "temp_store=MEMORY",  # nothing of a person in a file in clear
    "wal_autocheckpoint=4000",  # only when `tidy` never comes to it
)
EXPECTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
}
FILING: set[str] = set()
"""The statements that file a change (core/audit.py): the history takes them always, unless the file is damaged."""
UNSTRICT = ("alembic_version",)
_DIALECT = sqlite.dialect()

PATIENCE = 10.0
"""Seconds to wait for the other desk's save."""


@event.listens_for(Table, "after_parent_attach")
def _strict(table: Table, _parent: object) -> None:
    if table.name not in UNSTRICT:
        table.dialect_options["sqlite"]["strict"] = True
    table.implicit_returning = False


def version() -> str:
    """Return the version of the SQLite library in use."""
    return str(dbapi2.sqlite_version)


def url_of(path: Path) -> str:
    """Return the URL of a local database file."""
    return f"sqlite:///{path}"


def partial_index(name: str, *columns: str, while_: str, unique: bool = False) -> Index:
    """Return an index over the rows where the SQL condition `while_` holds."""
    return Index(name, *columns, unique=unique, sqlite_where=text(while_), postgresql_where=text(while_))


def file_of(url: str) -> Path:
    """Return the database file of a URL; KnownError for one that is no file, or lies on a network drive."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise KnownError(
            translate("Database", "暂不支持这种数据库地址:{url}。请改用本机文件。").format(url=url)
        )
    path = Path(parsed.database)
    place.refuse_remote(path.resolve().parent)
    return path


def make_engine(file: DataFile) -> Engine:
    """Return an engine whose connections have the key, are set up and begin transactions as declared.

    A file that is there and vanishes later is never made anew by the next connection: it would pass for the data.
    """
    address = datafile.address(file.path, "rw" if file.path.exists() else "rwc")
    engine = create_engine(
        f"sqlite:///{file.path}",
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=3,
        creator=lambda: dbapi2.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False),
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        datafile.unlock(connection, file.key)
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute("PRAGMA " + pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("unit") == "DEFERRED":
            connection.exec_driver_sql("BEGIN DEFERRED")
        else:
            _begin_writing(driver(connection))

    return engine


def lent(engine: Engine) -> int:
    """Return how many of the connections are in use."""
    return cast(QueuePool, engine.pool).checkedout()


def driver(connection: Connection) -> Any:
    """Return the driver's own connection, a server's in the shape of SQLite's."""
    raw = connection.connection.driver_connection
    return server.Raw(raw) if connection.dialect.name == server.NAME else raw


def dialect_of(session: Session) -> Any:
    """Return what a session speaks: the same for all files."""
    return (
        _DIALECT if session.bind is None or session.bind.dialect.name != server.NAME else session.bind.dialect
    )


def field_seal(dialect: Any) -> FieldSeal | None:
    """Return what seals single fields, None where the whole file is encrypted."""
    return getattr(dialect, "field_seal", None)


def sealed(session: Session, text: str) -> str:
    """Return a number or a text as its column holds it, for a fixed statement."""
    seal = field_seal(dialect_of(session))
    return text if seal is None else seal.seal(text)


def opened(session: Session, stored: str) -> str:
    """Return what a fixed statement read of a sealed column."""
    seal = field_seal(dialect_of(session))
    return stored if seal is None else seal.open(stored)


def _told_by_driver(statement: str, error: Exception) -> Exception:
    """Return a failure of the driver as SQLAlchemy would have raised it."""
    return DBAPIError.instance(statement, None, error, dbapi2.Error)


def _begin_writing(raw: Any) -> None:
    """Take the write lock, asking again every 0.2-2 ms while another desk has it; SQLITE_BUSY after `PATIENCE`.

    SQLite's own waiting sleeps longer and longer, so one desk can starve for seconds (figures/speed.md §7).
    """
    until = time.monotonic() + PATIENCE
    raw.set_busy_timeout(0)
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
                return
            except dbapi2.OperationalError as error:
                if error.sqlite_errorcode != dbapi2.SQLITE_BUSY or time.monotonic() > until:
                    raise _told_by_driver("BEGIN IMMEDIATE", error) from error
            time.sleep(random.uniform(0.0002, 0.002))
    finally:
        raw.set_busy_timeout(PATIENCE)


def reader(engine: Engine) -> Engine:
    """Return the engine for short reading sessions."""
    return engine.execution_options(unit="DEFERRED")


def assert_environment(engine: Engine) -> None:
    """Refuse to run on libraries or with settings that could lose a record or write it in clear (safety.md D1)."""
    _assert_version(dbapi2.sqlite_version, MINIMUM)
    with reader(engine).connect() as connection:
        codec = driver(connection).execute("PRAGMA cipher_version").fetchone()  # no row without a codec
        if codec is None:
            raise KnownError(
                translate("Database", "数据库组件没有加密功能,数据会以明文保存。请重新安装程序。")
            )
        _assert_version(codec[0].split()[0], CODEC)
        for pragma, expected in EXPECTED.items():
            found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            if found != expected:
                text_ = translate(
                    "Database", "数据库设置 {name} 应为 {expected},实为 {found},程序不能安全保存。"
                )
                raise KnownError(text_.format(name=pragma, expected=expected, found=found))


def _assert_version(found: str, least: tuple[int, ...]) -> None:
    """Refuse a library that is older; `found` is like "4.19.0"."""
    if tuple(int(part) for part in found.split(".")) < least:
        text_ = translate("Database", "数据库组件版本 {version} 过旧,请重新安装程序。")
        raise KnownError(text_.format(version=found))


def set_schema(connection: Connection, number: int) -> None:
    """Write the schema number inside the running transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")
    connection.exec_driver_sql(f"PRAGMA application_id = {datafile.APPLICATION_ID}")


def foreign_keys(connection: Any, on: bool) -> None:
    """Switch foreign keys on a raw connection, before BEGIN (a rebuild would cascade otherwise)."""
    connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def broken_references(connection: Connection) -> int:
    """Return how many rows point at nothing."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def truncate_log(engine: Engine) -> bool:
    """Move the log into the file and cut it off, so that no old page is left in it; False when somebody reads."""
    with engine.connect() as connection:
        busy, _frames, _moved = driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def run(session: Session, statement: str, *values: object) -> list[Any]:
    """Run one fixed statement as it stands, with "?" for each value, and return its rows.

    For the few that are part of every save or keystroke: through SQLAlchemy each would take ten times as long.
    """
    cursor = cursor_of(session, statement, values)
    try:
        return list(cursor.fetchall()) if cursor.description else []
    except dbapi2.Error as error:  # a damaged page is met while the rows are read
        raise _told_by_driver(statement, error) from error


def _driver_of(session: Session) -> Any:
    """Return the driver's connection of the running transaction; kept, for it is asked for a dozen times a save."""
    raw = session.info.get("driver")
    if raw is None:
        raw = session.info["driver"] = driver(session.connection())
    return raw


@event.listens_for(Session, "after_transaction_end")
def _forget_driver(session: Session, _transaction: object) -> None:
    session.info.pop("driver", None)


def cursor_of(session: Session, statement: str, values: tuple[object, ...]) -> Any:
    """Run one fixed statement and return its cursor."""
    try:
        return _driver_of(session).execute(statement, values)
    except dbapi2.Error as error:
        raise _told_by_driver(statement, error) from error


def run_many(session: Session, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run one fixed statement for each of some rows of values."""
    try:
        _driver_of(session).executemany(statement, rows)
    except dbapi2.Error as error:
        raise _told_by_driver(statement, error) from error


def insertion(table: str, columns: Sequence[str]) -> str:
    """Return the fixed statement that inserts one row of these columns."""
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})'


def insert(session: Session, statement: str, values: tuple[object, ...]) -> int:
    """Insert one row by a statement of `insertion`; return its id."""
    raw = _driver_of(session)
    if isinstance(raw, server.Raw):
        return raw.insert(statement, values)
    return int(cursor_of(session, statement, values).lastrowid)


def converter(column: Column[Any], dialect: Any) -> Callable[[Any], Any] | None:
    """Return what turns a value of this column into what is stored, None when it is stored as it is."""
    return column.type.dialect_impl(dialect).bind_processor(dialect)


def insert_rows(
    session: Session, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert many rows as they are stored: times in milliseconds, days as text, yes and no as 1 and 0."""
    run_many(session, insertion(table, columns), rows)


def stored_rows(
    session: Session, table: str, columns: Sequence[str], above: int = 0
) -> list[tuple[Any, ...]]:
    """Return the rows of a table with ids above `above` as they are stored, by id."""
    names = ", ".join(f'"{name}"' for name in columns)
    return [
        tuple(row) for row in run(session, f'SELECT {names} FROM "{table}" WHERE id > ? ORDER BY id', above)
    ]


def count_versions(session: Session, changes: Mapping[str, int]) -> None:
    """Count up the versions of rows whose changes were filed past the session; the keys are "table:uid"."""
    for key, count in changes.items():
        table, _, uid = key.partition(":")
        run(session, f'UPDATE "{table}" SET version = version + ? WHERE uid = ?', count, uid)


def lay_indexes_aside(session: Session) -> list[str]:
    """Drop what only speeds up reading before very many rows come in; returns what `build_indexes` needs.

    Indexes that keep rows unique stay. The cache grows for the life of this connection.
    """
    run(session, "PRAGMA cache_size = -400000")
    indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX%'"
    found = list(run(session, indexes))
    for name, _ in found:
        run(session, f'DROP INDEX "{name}"')
    return [str(sql) for _, sql in found]


def build_indexes(session: Session, indexes: Iterable[str]) -> None:
    """Build again what `lay_indexes_aside` dropped."""
    for sql in indexes:
        run(session, sql)


def looks_damaged(error: DBAPIError) -> bool:
    """Say whether an error means damage to the file, or a read that failed once: both look the same."""
    return _name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def leaves_doubt(error: DBAPIError) -> bool:
    """Say whether a connection must not be used any further: what a failed sync was to keep may be gone."""
    return looks_damaged(error) or _name(error).startswith("SQLITE_IOERR")


def _name(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlite_errorname", "") or ""


def known_error(error: DBAPIError) -> KnownError | None:
    """Return the sentence for a failure of the environment, None when it is a bug."""
    name = _name(error)
    refused = name.startswith("SQLITE_CONSTRAINT") or server.is_refused(error)
    if refused and error.statement in FILING:
        return datafile.damaged()  # the history's links and their details do not end at the same number
    if guards.DISORDER in str(error.orig):
        return KnownError(
            translate(
                "Database", "时间前后颠倒(结束早于开始),没有保存。请核对填写的时间和电脑时钟,再试一次。"
            )
        )
    if server.is_ours(error):
        return server.told(error)
    if name.startswith(
        ("SQLITE_CONSTRAINT", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_RANGE")
    ):
        return None
    return datafile.told(error.orig) if name else None
