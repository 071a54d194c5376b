"""Database files as files: what is in one, whether it is whole, who has it open, copies of it.

Every connection of the program comes from `connect` here or from core/store.py, and begins with the
file's key: the raw key and the file's salt as one `PRAGMA key`, so that nothing is derived from a
password at each opening. The salt belongs to the keys (core/keys.py), not to the file: it stands in
clear in the first 16 bytes and says whose the file is, and damage to it does no harm.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desk_app.core import files, reasons
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

APPLICATION_ID = 0x57594454  # "WYDT"
HEADER = 16
"""Bytes at the beginning of a file that tell what it is: SQLite's own words, or the salt of its keys."""
PLAIN = b"SQLite format 3\0"
_DAMAGE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_NO_DAMAGE = (
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_FULL",
    "SQLITE_NOMEM",
)
_WORDS = {
    "database or disk is full": "SQLITE_FULL",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
}
"""SQLite's fixed words (sqlite3_errstr) for what a name tells elsewhere: a backup's error has neither name nor number."""


class Damaged(KnownError):
    """The database cannot be used as it is: damaged, gone or another one. The program offers the ways back."""


with closing(dbapi2.connect(":memory:")) as _quiet:
    _quiet.execute("PRAGMA cipher_log_level = NONE")  # what goes wrong is told by us, not on the terminal


@dataclass(frozen=True)
class DataFile:
    """A database file and what opens it: 32 bytes of key and 16 of salt, None for a file in clear."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    def at(self, path: Path) -> DataFile:
        """Return another file under the same key."""
        return DataFile(path, self.key)

    def is_there(self) -> bool:
        """Say whether there are data."""
        return self.path.is_file()

    def copy_to(self, target: Path) -> None:
        """Copy everything of one moment to a new file under the same key."""
        copy_database(self, target)

    def last_link(self) -> tuple[int, str]:
        """Return (number, hash) of the last link of the history, (0, "") when there is none."""
        return last_link(self)

    def counts(self) -> dict[str, int]:
        """Return the number of rows of every table."""
        return counts(self)

    def quick_check(self) -> list[str]:
        """Return what is wrong, nothing when all is whole."""
        return quick_check(self)

    def full_check(self) -> list[str]:
        """Return what is wrong, indexes and every row included."""
        return full_check(self)


def header(path: Path) -> bytes:
    """Return the first bytes of a file, b"" when it is missing or empty; KnownError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEADER)
    except FileNotFoundError:
        return b""
    except OSError as error:
        text = translate("Database", "读不到数据文件 {path}({reason})。请检查权限和磁盘后重试。")
        raise KnownError(text.format(path=path, reason=reasons.system(error))) from error


def is_plain(path: Path) -> bool:
    """Say whether a file is a database that anybody can read."""
    return header(path) == PLAIN


def unlock(connection: Any, key: bytes | None) -> None:
    """Give a fresh connection its key; must come before any other statement."""
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def address(path: Path, mode: str) -> str:
    """Return what SQLite opens: "ro" leaves the file unchanged, "rw" makes none where it is gone, "rwc" does."""
    return f"{path.resolve().as_uri()}?mode={mode}"  # the path may hold any character


def connect(file: DataFile, *, reading: bool = False, there: bool = False, timeout: float = 10) -> Any:
    """Return a raw connection that is in no transaction; `reading` leaves the file unchanged, `there` makes none."""
    mode = "ro" if reading else "rw" if there else "rwc"
    connection = dbapi2.connect(address(file.path, mode), uri=True, timeout=timeout, isolation_level=None)
    unlock(connection, file.key)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def schema_of(file: DataFile) -> int:
    """Return the schema number written in a database file, 0 when there is none."""
    if not file.path.exists() or file.path.stat().st_size == 0:
        return 0
    with _reading(file) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def counts(file: DataFile) -> dict[str, int]:
    """Return the number of rows of every table of a file; KnownError when it cannot be read."""
    with _reading(file) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        tables = [row[0] for row in names if not row[0].startswith(("sqlite_", "search_grams"))]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def last_link(file: DataFile) -> tuple[int, str]:
    """Return (number, hash) of the last link of the history in a file, (0, "") when there is none."""
    with _reading(file) as connection:
        row = connection.execute("SELECT id, hash FROM history ORDER BY id DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, "")


def in_use(file: DataFile) -> bool:
    """Say whether another connection has this file open; False for one that is missing or damaged."""
    if not file.path.exists():
        return False
    try:
        with closing(connect(file, timeout=0)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except dbapi2.OperationalError as error:
        return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    except dbapi2.Error:
        return False
    return False


def files_of(path: Path) -> list[Path]:
    """Return the files that a database consists of, those that exist."""
    return [file for end in ("", "-wal", "-shm") if (file := path.with_name(path.name + end)).exists()]


def quick_check(file: DataFile) -> list[str]:
    """Return what is wrong with a file, nothing when it is whole: every page's checksum, then its structure.

    KnownError where it could not be looked at: a file that nobody may open is not a damaged one.
    """
    found: list[str] = []
    try:
        with closing(connect(file, reading=True)) as connection:
            if file.key is not None:
                found += _broken_pages(connection, file.path)
            found += [row[0] for row in connection.execute("PRAGMA quick_check")]
            found += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    except (dbapi2.Error, UnicodeDecodeError) as error:
        found.append(_ended(error))
    return reasons.damage(line for line in found if line != "ok")


def full_check(file: DataFile) -> list[str]:
    """Return what is wrong with a file, indexes and every row included; takes three times a quick check. KnownError."""
    wrong = quick_check(file)
    if wrong:
        return wrong
    found: list[str] = []
    try:
        with closing(connect(file, reading=True)) as connection:
            found += [row[0] for row in connection.execute("PRAGMA integrity_check")]
    except (dbapi2.Error, UnicodeDecodeError) as error:
        found.append(_ended(error))
    return reasons.damage(line for line in found if line != "ok")


def _ended(error: Exception) -> str:
    """Return the damage that ended a check, in the library's words; KnownError where it was something else."""
    if _name(error).startswith(_NO_DAMAGE):
        raise told(error, reading=True) from error
    return str(error)


def _broken_pages(connection: Any, path: Path) -> list[str]:
    """Return the pages whose checksum does not fit.

    A page that a desk is just writing fits the second time; one that waits in the log has no place in the file yet,
    or an old one.
    """
    found = _unfit(connection)
    if found:
        found = {page: told for page, told in _unfit(connection).items() if page in found}
        waiting = _pages_in_log(path)
        found = {page: told for page, told in found.items() if page not in waiting}
    return [found[page] for page in sorted(found)]


def _unfit(connection: Any) -> dict[int, str]:
    told = (str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check"))
    return {int("".join(filter(str.isdigit, line.rpartition(" ")[2])) or 0): line for line in told}


def _pages_in_log(path: Path) -> set[int]:
    """Return the pages that the log has a newer copy of (its frames' numbers are in clear, sqlite.org/fileformat.html §4)."""
    try:
        with path.with_name(path.name + "-wal").open("rb") as log:
            header = log.read(32)
            size, salts = int.from_bytes(header[8:12], "big"), header[16:24]
            found = set()
            while len(frame := log.read(24)) == 24 and frame[8:16] == salts:
                found.add(int.from_bytes(frame[:4], "big"))
                log.seek(size, 1)
            return found
    except OSError:
        return set()


def copy_database(source: DataFile, target: Path) -> None:
    """Copy a live database in one step to a new file under the same key (pages=-1 ends even while a desk writes).

    OSError when the disk is full: the caller says what was not done for it; KnownError for what else goes wrong.
    """
    try:
        with closing(connect(source, there=True)) as reading, closing(connect(source.at(target))) as writing:
            reading.backup(writing, pages=-1)
            writing.execute("PRAGMA journal_mode=DELETE")
    except dbapi2.Error as error:
        if _name(error).startswith("SQLITE_FULL"):
            raise OSError(errno.ENOSPC, translate("Database", "磁盘已满")) from error
        raise told(error) from error


def seal(plain: Path, target: DataFile) -> None:
    """Write the content of a file in clear to a new file under a key, and leave nothing of it in a log.

    KnownError when another program has the file open, when it is none of ours, or when the disk refuses.
    """
    try:
        with closing(connect(DataFile(plain), timeout=0)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                text = translate("Database", "这不是本程序的数据文件,或文件已损坏。请从备份恢复。")
                raise KnownError(text)
            connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA main.journal_mode = WAL")
            _attach(connection, target)
            connection.execute("BEGIN EXCLUSIVE")
            _export(connection)
            connection.execute("COMMIT")
            connection.execute("DETACH sealed")
            _empty_log(connection, plain.with_name(plain.name + "-wal"))
    except dbapi2.Error as error:
        if str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            words = translate(
                "Database", "另一个窗口正用旧版本打开 {path}。请关闭所有前台窗口再启动,数据没有改动。"
            )
            raise KnownError(words.format(path=plain)) from error
        raise told(error) from error


def _attach(connection: Any, target: DataFile) -> None:
    assert target.key is not None
    connection.execute("ATTACH DATABASE ? AS sealed KEY ?", (str(target.path), f"x'{target.key.hex()}'"))


def _export(connection: Any) -> None:
    """Copy everything, and the two numbers in the header, which the export leaves out."""
    connection.execute("SELECT sqlcipher_export('sealed')").fetchall()
    for name in ("application_id", "user_version"):
        number = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
        connection.execute(f"PRAGMA sealed.{name} = {number}")


def _empty_log(connection: Any, log: Path) -> None:
    """Bring the log of a file in clear into the file, overwrite it and do without it from now on."""
    connection.execute("PRAGMA main.wal_checkpoint(FULL)").fetchall()
    if log.exists():
        files.overwrite(log)
    connection.execute("PRAGMA main.journal_mode = DELETE").fetchall()


def damaged() -> Damaged:
    """Return the sentence for a file that contradicts itself."""
    return Damaged(
        translate(
            "Database",
            "数据文件可能已损坏。请停止登记,先把整个数据文件夹复制一份,再抢救数据或恢复备份。",
        )
    )


def told(error: Any, *, reading: bool = False) -> KnownError:
    """Return the sentence for what the database's library says; `reading`: nobody was about to save anything."""
    name = _name(error)
    if reading and name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        text = translate(
            "Database",
            "打不开数据文件:文件夹不在、没有权限或磁盘只读。请检查,或把整个数据文件夹复制到可写的地方再打开。",
        )
        return KnownError(text)
    if reading and name.startswith("SQLITE_BUSY"):
        return KnownError(translate("Database", "数据文件正忙,请稍等几秒再试。"))
    sentences = {
        "SQLITE_FULL": translate(
            "Database", "磁盘已满,这一条没有保存。请清理磁盘后再按一次保存,已填内容还在。"
        ),
        "SQLITE_BUSY": translate("Database", "另一台前台正在保存,请稍等几秒再按一次保存,已填内容还在。"),
        "SQLITE_READONLY": translate("Database", "数据文件是只读的,不能保存。请检查文件夹权限后重试。"),
        "SQLITE_CANTOPEN": translate("Database", "打不开数据文件。请检查数据文件夹是否存在、有无权限。"),
        "SQLITE_NOTADB": translate("Database", "这不是本程序的数据文件,或文件已损坏。请从备份恢复。"),
        "SQLITE_CORRUPT": damaged().text,
    }
    for start, sentence in sentences.items():
        if name.startswith(start):
            return Damaged(sentence) if start in _DAMAGE else KnownError(sentence)
    return KnownError(
        translate("Database", "读写数据文件失败({name})。请重试;再失败请联系管理员。").format(
            name=name or type(error).__name__
        )
    )


def _name(error: Any) -> str:
    """Return SQLite's name of a failure, "" when nothing tells it."""
    return str(getattr(error, "sqlite_errorname", None) or _WORDS.get(str(error), ""))


@contextmanager
def _reading(file: DataFile) -> Iterator[Any]:
    try:
        with closing(connect(file, reading=True)) as connection:
            yield connection
    except dbapi2.Error as error:
        raise told(error, reading=True) from error
