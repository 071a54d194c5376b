"""What a damaged database still holds, read row by row and put together with the newest good backup.

The damaged file is set aside first and only ever copied. Page 1 is put back from the backup if it is bad, a
short file padded (core/pages.py); then every table is walked by rowid, and where a page cannot be read the walk
goes on behind it. What the file does not give comes from the backup, is brought up to the last change
that the history tells (core/mending.py), and is told row by row. Under SQLCipher a damaged page fails its checksum,
so that no damaged row passes for a good one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desk_app.core import datafile, files, gram_table, grams, lost_links, pages
from desk_app.core.datafile import DataFile
from desk_app.core.lost_links import Lost
from desk_app.core.table_names import name_of

_SKIPPED = ("sqlite_", "search_grams", "alembic_version")
_STRIDE = 64
"""Rows that the walk jumps at most while it looks for the next readable one."""
_BEYOND = 1_000
"""Rows behind the backup's last one that the walk looks for in such jumps; further on they double."""
_TOP = 1 << 40
_AT_ONCE = 1_000
Gap = tuple[int, int]
"""Rowids between which nothing could be read, both ends left out."""

OnTable = Callable[[int, int, str], object]


@dataclass
class Found:
    """What came of one table: rows from the damaged file and from the backup, and where the file gave nothing."""

    name: str
    read: int = 0
    taken: int = 0
    gaps: list[Gap] = field(default_factory=list)

    @property
    def has_open_end(self) -> bool:
        """Whether rows may have stood behind the last one."""
        return bool(self.gaps) and self.gaps[-1][1] > _TOP

    def has(self, rowid: int) -> bool:
        """Say whether a row of this number came from the damaged file."""
        return not any(low < rowid < high for low, high in self.gaps)


@dataclass
class Salvaged:
    """What came of the whole: by table, which pages were broken, whether page 1 had to be put back, and what the
    history lost."""

    tables: list[Found]
    broken_pages: list[int]
    first_page: bool
    history: Lost = field(default_factory=Lost)


def salvage(damaged: DataFile, base: DataFile, target: DataFile, tell: OnTable = lambda *_: None) -> Salvaged:
    """Write to `target` what `damaged` (a copy that may be changed) and `base`, a good database, hold together.

    OSError when the disk refuses. `tell(done, total, table)` says how far it is, in words.
    """
    datafile.copy_database(base, target.path)
    first = pages.mend(damaged, base)
    _bring_in_log(damaged)
    broken = pages.broken(damaged)
    pages.put_back_schema(damaged, base)
    roots = _roots(damaged, base)
    pages.put_back_branch(damaged, {1: 5, **dict(roots.values())})
    bad = set(pages.broken(damaged)) if broken else set()
    gone = {name for name, (root, _columns) in roots.items() if root in bad}
    result = Salvaged([], broken, first)
    with closing(datafile.connect(target)) as writing, closing(_Reader(damaged)) as reader:
        triggers, kept = _laid_aside(writing)
        names = list(_tables(writing))
        writing.execute("BEGIN IMMEDIATE")
        for done, name in enumerate(names):
            tell(done, len(names), name_of(name))
            result.tables.append(
                _merge(None if name in gone else reader, writing, name, keeping=name in kept)
            )
        result.history = _close_history(writing, result.tables)
        gram_table.rebuild(writing, grams.tokens_of)  # the backup's knows nothing of what is newer
        for statement in triggers:
            writing.execute(statement)
        writing.execute("COMMIT")
        writing.execute("PRAGMA journal_mode=DELETE")
    files.sync(target.path)
    return result


def working_copy(file: DataFile, folder: Path) -> DataFile:
    """Copy a damaged file with its log into a folder, to be changed there; OSError when the disk refuses."""
    copy = file.at(folder / "damaged.db")
    for end in ("", "-wal"):
        source = file.path.with_name(file.path.name + end)
        if source.exists():
            shutil.copyfile(source, copy.path.with_name(copy.path.name + end))
    return copy


LINKS = ("history", "history_detail")


class _Reader:
    """Reads a damaged file; after every failure on a fresh connection, for SQLCipher uses a failed one no more."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._connection: Any = None

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield rows; ValueError where the file cannot be read any further."""
        try:
            if self._connection is None:
                self._connection = datafile.connect(self._file)
                self._connection.execute("PRAGMA cell_size_check = ON")
            for row in self._connection.execute(statement, values):
                if any(isinstance(value, str) and "\0" in value for value in row):
                    raise ValueError("a text with NUL")  # nothing that was typed has one (core/text.py)
                yield row
        except (dbapi2.Error, UnicodeDecodeError) as error:
            self.close()
            raise ValueError(str(error)) from error

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            with suppress(dbapi2.Error):
                self._connection.close()
            self._connection = None


def _bring_in_log(file: DataFile) -> None:
    """Bring the log into the working copy: the pages are then those that a desk would read."""
    with suppress(dbapi2.Error), closing(datafile.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _roots(damaged: DataFile, base: DataFile) -> dict[str, tuple[int, int]]:
    """Return every table's first page and number of columns, as the file says, else as the backup does."""
    query = (
        "SELECT name, rootpage, (SELECT count(*) FROM pragma_table_info(s.name)) FROM sqlite_schema s "
        "WHERE type = 'table' AND rootpage > 0"
    )
    for file in (damaged, base):
        with suppress(dbapi2.Error, UnicodeDecodeError), closing(datafile.connect(file, reading=True)) as raw:
            return {name: (root, columns) for name, root, columns in raw.execute(query).fetchall()}
    return {}


def _tables(connection: Any) -> Iterator[str]:
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall():
        if not name.startswith(_SKIPPED):
            yield name


def _close_history(connection: Any, tables: list[Found]) -> Lost:
    """Return what the history lost, and let it go on behind its last link."""
    open_end = all(one.has_open_end for one in tables if one.name in LINKS)
    lost = lost_links.find(connection, open_end=open_end)
    lost_links.cut(connection)
    return lost


def _laid_aside(connection: Any) -> tuple[list[str], set[str]]:
    """Drop the triggers that keep records; returns what puts them back, and the tables whose rows are never deleted."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA recursive_triggers = OFF")
    query = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
    found = connection.execute(query).fetchall()
    for name, _table, _sql in found:
        connection.execute(f'DROP TRIGGER "{name}"')
    kept = {table for _name, table, sql in found if "BEFORE DELETE" in sql and " WHEN " not in sql}
    return [sql for _name, _table, sql in found], kept


def _merge(reader: _Reader | None, writing: Any, name: str, *, keeping: bool) -> Found:
    """Put a table together: the file's rows wherever it can be read, the backup's in between (all without a reader).

    What the backup has and the file has not was deleted since, but where no row is ever deleted (`keeping`): there
    an old page lies over a newer one. So it does where the file's row is of an earlier version than the backup's.
    """
    found = Found(name)
    if reader is None:
        (found.taken,) = writing.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        found.gaps.append((0, _TOP + 1))
        return found
    columns = [row[1] for row in writing.execute(f'PRAGMA table_info("{name}")')]
    listed, places = ", ".join(f'"{one}"' for one in columns), ", ".join("?" * (len(columns) + 1))
    (last,) = writing.execute(f'SELECT coalesce(max(rowid), 0) FROM "{name}"').fetchone()
    put = f'INSERT OR REPLACE INTO "{name}" (rowid, {listed}) '
    if better := _better(name, columns):
        put += f'SELECT {places} WHERE NOT EXISTS (SELECT 1 FROM "{name}" WHERE rowid = ?1 AND {better})'
    else:
        put += f"VALUES ({places})"
    clear = f'DELETE FROM "{name}" WHERE rowid > ? AND rowid <= ?{" AND 0" if keeping else ""}'
    done = 0
    batch: list[tuple[Any, ...]] = []

    def flush(upto: int) -> None:
        nonlocal done
        start = done
        for low, high in [gap for gap in found.gaps if gap[0] >= start]:
            writing.execute(clear, (start, low))
            start = high - 1
        writing.execute(clear, (start, upto))
        given = _put(writing, put, batch)
        found.read += (
            len(batch) if name in LINKS else given
        )  # a link that both have is the backup's, and was read
        batch.clear()
        done = upto

    for row in _walk(reader, name, listed, last + _BEYOND, found.gaps):
        batch.append(row)
        if len(batch) >= _AT_ONCE:
            flush(row[0])
    flush(found.gaps[-1][0] if found.has_open_end else 1 << 62)
    (total,) = writing.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    found.taken = max(total - found.read, 0)
    return found


def _better(name: str, columns: Sequence[str]) -> str:
    """Return when the backup's row is the better one: of a later version, or a link that the file tells otherwise.

    A file that lost its log and was written to again has a history of its own behind the lost links; one line of
    links is kept, the backup's as far as it goes. A detail that was cleared since stays cleared.
    """
    if name == LINKS[0]:
        return "true"
    given = {column: f"?{place}" for place, column in enumerate(columns, 2)}
    if name == LINKS[1]:
        return f"{given['payload']} <> ''"
    return f"version > {given['version']}" if "version" in columns else ""


def _put(writing: Any, statement: str, rows: list[tuple[Any, ...]]) -> int:
    """Put rows in, returning how many; one that the schema refuses is left out: it cannot be whole."""
    before: int = writing.total_changes
    try:
        writing.executemany(statement, rows)
    except dbapi2.IntegrityError:
        before = writing.total_changes
        for row in rows:
            with suppress(dbapi2.IntegrityError):
                writing.execute(statement, row)
    return int(writing.total_changes) - before


def _walk(reader: _Reader, name: str, listed: str, near: int, gaps: list[Gap]) -> Iterator[tuple[Any, ...]]:
    """Yield (rowid, values …) of every readable row in order; where nothing can be read is added to `gaps`."""
    query = f'SELECT rowid, {listed} FROM "{name}" WHERE rowid > ? ORDER BY rowid'
    at = 0
    while True:
        try:
            for row in reader.rows(query, at):
                yield row
                at = row[0]
            return
        except ValueError:
            following = _next(reader, query, at, near)
        gaps.append((at, _TOP + 1 if following is None else following[0]))
        if following is None:
            return
        yield following
        at = following[0]


def _next(reader: _Reader, query: str, at: int, near: int) -> tuple[Any, ...] | None:
    """Return the first readable row behind `at`, None when there is none; up to `near` it looks closely."""

    def probe(rowid: int) -> tuple[Any, ...] | None:
        return next(reader.rows(query + " LIMIT 1", rowid), None)

    failing, step = at, 1
    while failing + step <= _TOP:
        try:
            found = probe(failing + step)
        except ValueError:
            failing += step
            step = 2 * step if step < _STRIDE or failing > near else _STRIDE
            continue
        break
    else:
        return None
    good = failing + step
    while good - failing > 1:
        middle = (failing + good) // 2
        try:
            found, good = probe(middle), middle
        except ValueError:
            failing = middle
    return found
