"""The only module that knows the database is SQLite: engine, pragmas, guards, index, copies.

Engine and transactions exactly as proven in figures/safety.md §2(e): the driver never begins by
itself, writers BEGIN IMMEDIATE, readers BEGIN DEFERRED, WAL with synchronous FULL.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Index, Table, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

MINIMUM = (3, 51, 3)  # first release without the WAL-reset bug (figures/safety.md §0.3)
APPLICATION_ID = 0x57594454  # "WYDT"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "wal_autocheckpoint=4000",  # only when `tidy` never comes to it
)
EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}
UNSTRICT = ("alembic_version",)
_SOME = 16
"""Matching entries that are read at once: a list shows some dozens, and most are never read."""
_LITTLE, _MUCH = 1 << 20, 64 << 20
"""Bytes of tokens that wait in memory while the index is written: FTS5's own, and while it is made anew."""

PATIENCE = 10.0
"""Seconds to wait for the other desk's save."""

MERGED_AT_ONCE = 64
"""Pages of the search index that one step of `tidy` merges: about 1 ms."""


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
    return Index(name, *columns, unique=unique, sqlite_where=text(while_))


def file_of(url: str) -> Path:
    """Return the database file of a URL; KnownError for a URL that is not a local file."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise KnownError(
            translate("Database", "暂不支持这种数据库地址:{url}。请改用本机文件。").format(url=url)
        )
    return Path(parsed.database)


def make_engine(url: str) -> Engine:
    """Return an engine whose connections are set up and whose transactions begin as declared."""
    engine = create_engine(
        f"sqlite:///{file_of(url)}",
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=3,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
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
            _begin_writing(_driver(connection))

    return engine


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _told_by_driver(statement: str, error: Exception) -> Exception:
    """Return a failure of the driver as SQLAlchemy would have raised it."""
    return DBAPIError.instance(statement, None, error, dbapi2.Error)


def _begin_writing(raw: Any) -> None:
    """Take the write lock, asking again every 0.2-2 ms while another desk has it; SQLITE_BUSY after `PATIENCE`.

    SQLite's own waiting sleeps longer and longer, so one desk can starve for seconds (figures/speed.md §7).
    """
    until = time.monotonic() + PATIENCE
    raw.execute("PRAGMA busy_timeout = 0")
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
        raw.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")


def reader(engine: Engine) -> Engine:
    """Return the engine for short reading sessions."""
    return engine.execution_options(unit="DEFERRED")


def assert_environment(engine: Engine) -> None:
    """Refuse to run on a library or with settings that could lose a record (safety.md D1)."""
    version = tuple(int(part) for part in dbapi2.sqlite_version.split("."))
    if version < MINIMUM:
        text_ = translate("Database", "数据库组件版本 {version} 过旧,请重新安装程序。")
        raise KnownError(text_.format(version=dbapi2.sqlite_version))
    with reader(engine).connect() as connection:
        for pragma, expected in EXPECTED.items():
            found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            if found != expected:
                text_ = translate(
                    "Database", "数据库设置 {name} 应为 {expected},实为 {found},程序不能安全保存。"
                )
                raise KnownError(text_.format(name=pragma, expected=expected, found=found))


def schema_of(path: Path) -> int:
    """Return the schema number written in a database file, 0 when there is none."""
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        connection = _reading(path)
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise _known(error) from error


def set_schema(connection: Connection, number: int) -> None:
    """Write the schema number inside the running transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def foreign_keys(connection: Any, on: bool) -> None:
    """Switch foreign keys on a raw connection, before BEGIN (a rebuild would cascade otherwise)."""
    connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def broken_references(connection: Connection) -> int:
    """Return how many rows point at nothing."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def guard_audited(connection: Connection, tables: Iterable[str]) -> None:
    """Forbid deletion in tables whose rows are records."""
    for table in tables:
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS keep_{table} BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END"
        )


def guard_history(connection: Connection, table: str) -> None:
    """Make the history append-only: no update, no delete, no gap (so that REPLACE fails too)."""
    for verb in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
        )
    connection.exec_driver_sql(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_gap BEFORE INSERT ON {table} "
        f"WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM {table}) "
        f"BEGIN SELECT RAISE(ABORT, 'the history has no gaps'); END"
    )


def create_index_table(connection: Connection) -> None:
    """Create the full-text table of the search index (own bigrams, figures/speed.md §2)."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_grams USING fts5("
        "grams, content='', contentless_delete=1, detail=none, tokenize='unicode61')"
    )


def run(session: Session, statement: str, *values: object) -> list[Any]:
    """Run one fixed statement as it stands, with "?" for each value, and return its rows.

    For the few that are part of every save or keystroke: through SQLAlchemy each would take ten times as long.
    """
    return list(_cursor(session, statement, values).fetchall())


def _cursor(session: Session, statement: str, values: tuple[object, ...]) -> Any:
    try:
        return _driver(session.connection()).execute(statement, values)
    except dbapi2.Error as error:
        raise _told_by_driver(statement, error) from error


def run_many(session: Session, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run one fixed statement for each of some rows of values."""
    try:
        _driver(session.connection()).executemany(statement, rows)
    except dbapi2.Error as error:
        raise _told_by_driver(statement, error) from error


def merge_when_idle(engine: Engine) -> None:
    """See to it that no save merges the search index: `tidy` does. The setting stays in the file."""
    with reader(engine).connect() as connection:
        found = connection.exec_driver_sql("SELECT v FROM search_grams_config WHERE k = 'automerge'").scalar()
    if found != 0:
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO search_grams(search_grams, rank) VALUES ('automerge', 0)")


def tidy(engine: Engine, steps: int = 20) -> bool:
    """Do some of what saves leave for later; True when there is more of it. Each step is short.

    Parts of the search index are merged, and what was written is moved from the log into the file. Whatever is
    never tidied up is done by a save after all, now and then: SQLite merges at 16 parts of one size.
    """
    with engine.connect() as connection:
        more = all(_merge_some(connection) for _ in range(steps))
        _driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    return more


def _merge_some(connection: Connection) -> bool:
    """Merge a few pages of the search index in a transaction of its own; False when there was nothing to do."""
    before = _driver(connection).total_changes
    with connection.begin():
        connection.exec_driver_sql(
            f"INSERT INTO search_grams(search_grams, rank) VALUES ('merge', {MERGED_AT_ONCE})"
        )
    return bool(_driver(connection).total_changes - before > 1)  # the command itself counts as one


def put_grams(session: Session, entry_id: int, grams: Sequence[str]) -> None:
    """Put in, or replace, the tokens of one search entry."""
    run(session, "INSERT OR REPLACE INTO search_grams(rowid, grams) VALUES (?, ?)", entry_id, " ".join(grams))


def insert_rows(
    session: Session, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert many rows as they are stored: times in milliseconds, days as text, yes and no as 1 and 0."""
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    run_many(session, f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)


def stored_rows(
    session: Session, table: str, columns: Sequence[str], above: int = 0
) -> list[tuple[Any, ...]]:
    """Return the rows of a table with ids above `above` as they are stored, by id."""
    names = ", ".join(f'"{name}"' for name in columns)
    return [
        tuple(row) for row in run(session, f'SELECT {names} FROM "{table}" WHERE id > ? ORDER BY id', above)
    ]


def add_grams(session: Session, entries: Sequence[tuple[int, str]]) -> None:
    """Put in the tokens, parted by spaces, of many new search entries."""
    insert_rows(session, "search_grams", ("rowid", "grams"), entries)


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


def rebuild_grams(connection: Connection, tokens: Callable[[str, str], Iterable[str]]) -> None:
    """Make the index anew: every search entry with the tokens of its kind and haystack, merged into one piece."""
    connection.exec_driver_sql("DROP TABLE search_grams")
    create_index_table(connection)
    raw = _driver(connection)
    entries = raw.execute("SELECT id, kind, haystack FROM search_entry ORDER BY id")
    _set_up_grams(raw, "hashsize", _MUCH)
    raw.executemany(
        "INSERT INTO search_grams(rowid, grams) VALUES (?, ?)",
        ((number, " ".join(tokens(kind, haystack))) for number, kind, haystack in entries),
    )
    raw.execute("INSERT INTO search_grams(search_grams) VALUES ('optimize')")
    _set_up_grams(raw, "hashsize", _LITTLE)


def _set_up_grams(raw: Any, name: str, value: int) -> None:
    raw.execute("INSERT INTO search_grams(search_grams, rank) VALUES (?, ?)", (name, value))


def match_grams(
    session: Session, match: str, columns: Sequence[str]
) -> Generator[tuple[Any, ...], None, None]:
    """Yield these columns of the search entries that `match` finds ("" finds all), newest first, one by one."""
    wanted = ", ".join(f"e.{column}" for column in columns)
    statement = f"SELECT {wanted} FROM search_entry e ORDER BY e.id DESC"
    values: tuple[str, ...] = ()
    if match:
        statement = (
            f"SELECT {wanted} FROM search_grams f CROSS JOIN search_entry e ON e.id = f.rowid "
            "WHERE f.search_grams MATCH ? ORDER BY f.rowid DESC"
        )
        values = (match,)
    with closing(_cursor(session, statement, values)) as cursor:
        while rows := cursor.fetchmany(_SOME):
            yield from rows


def _reading(path: Path) -> Any:
    """Open a file that must not be changed; the path may hold any character."""
    return dbapi2.connect(path.resolve().as_uri() + "?mode=ro", uri=True)


def counts(path: Path) -> dict[str, int]:
    """Return the number of rows of every table of a file; KnownError when it cannot be read."""
    try:
        connection = _reading(path)
        try:
            names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            tables = [row[0] for row in names if not row[0].startswith(("sqlite_", "search_grams"))]
            return {
                name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables
            }
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise _known(error) from error


def last_link(path: Path) -> tuple[int, str]:
    """Return (number, hash) of the last link of the history in a file, (0, "") when there is none."""
    try:
        connection = _reading(path)
        try:
            row = connection.execute("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").fetchone()
            return (row[0], row[1]) if row else (0, "")
        finally:
            connection.close()
    except dbapi2.Error as error:
        raise _known(error) from error


def in_use(path: Path) -> bool:
    """Say whether another connection has this file open; False for one that is missing or damaged."""
    if not path.exists():
        return False
    try:
        connection = dbapi2.connect(str(path), timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    except dbapi2.OperationalError as error:
        return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    except dbapi2.Error:
        return False
    return False


def files_of(path: Path) -> list[Path]:
    """Return the files that a database consists of, those that exist."""
    return [file for end in ("", "-wal", "-shm") if (file := path.with_name(path.name + end)).exists()]


def quick_check(path: Path) -> list[str]:
    """Return what SQLite finds wrong with a file, nothing when it is whole."""
    try:
        connection = _reading(path)
        try:
            found = [row[0] for row in connection.execute("PRAGMA quick_check")]
            found += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
        finally:
            connection.close()
    except (dbapi2.Error, UnicodeDecodeError) as error:
        return [str(error)]
    return [line for line in found if line != "ok"]


def copy_database(source: Path, target: Path) -> None:
    """Copy a live database in one step to a new file (pages=-1 ends even while a desk writes)."""
    try:
        reading = dbapi2.connect(str(source), timeout=10)
        writing = dbapi2.connect(str(target))
        try:
            reading.backup(writing, pages=-1)
            writing.execute("PRAGMA journal_mode=DELETE")
        finally:
            writing.close()
            reading.close()
    except dbapi2.Error as error:
        raise _known(error) from error


def known_error(error: DBAPIError) -> KnownError | None:
    """Return the sentence for a failure of the environment, None when it is a bug."""
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    if name.startswith(
        ("SQLITE_CONSTRAINT", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_RANGE")
    ):
        return None
    return _known(error.orig) if name else None


def _known(error: Any) -> KnownError:
    name = str(getattr(error, "sqlite_errorname", ""))
    sentences = {
        "SQLITE_FULL": translate(
            "Database", "磁盘已满,这一条没有保存。请清理磁盘后再按一次保存,已填内容还在。"
        ),
        "SQLITE_BUSY": translate("Database", "另一台前台正在保存,请稍等几秒再按一次保存,已填内容还在。"),
        "SQLITE_READONLY": translate("Database", "数据文件是只读的,不能保存。请检查文件夹权限后重试。"),
        "SQLITE_CANTOPEN": translate("Database", "打不开数据文件。请检查数据文件夹是否存在、有无权限。"),
        "SQLITE_NOTADB": translate(
            "Database", "这不是本程序的数据文件,或文件已损坏。请从备份恢复(restore)。"
        ),
        "SQLITE_CORRUPT": translate(
            "Database", "数据文件可能已损坏。请先备份整个数据文件夹,再从备份恢复(restore)。"
        ),
    }
    for start, sentence in sentences.items():
        if name.startswith(start):
            return KnownError(sentence)
    return KnownError(
        translate("Database", "读写数据文件失败({name})。请重试;再失败请联系管理员。").format(
            name=name or error
        )
    )
