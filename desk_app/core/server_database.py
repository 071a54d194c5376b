"""A database on a server, opened as one in a file is (figures/safety.md D16).

What a desk keeps for itself lies in its data folder as ever: keys, papers, backups, settings. The records lie on the
server. When it does not answer nothing is saved, nothing waits in a queue, and the window says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import sessionmaker

from desk_app.core import files, keys, server, server_copy, store
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError, Unreachable
from desk_app.core.field_seal import FieldSeal
from desk_app.core.i18n import translate

_PATIENCE = 2.0
"""Seconds that the end waits for what threads still read."""


class _Everywhere:
    """A server's database has no file that could be exchanged under the program."""

    def check(self) -> None:
        """Do nothing."""


class ServerDatabase(Database):
    """One open database on a server; `path` is where a file would lie: its folder is the desk's.

    Raises keys.Locked when this computer has no key yet, KnownError when the server cannot be used as it is.
    """

    def __init__(self, url: str, path: Path) -> None:
        self.url, self.path, self.read_only = url, path, False
        self._unanswered: str | None = None
        self.when_gone: Callable[[], object] = lambda: None
        self._engine = server.make_engine(url, None, path.parent)
        try:
            with self._translated():
                server.assert_environment(self._engine, SCHEMA)
                self.keys = own_keys(self._engine, path)
        except KnownError:
            self._engine.dispose()
            raise
        self._engine.dispose()
        seal = FieldSeal(self.keys)
        self._engine = server.make_engine(url, seal, path.parent)
        self.file = server_copy.ServerFile(path, self.keys.opens(path).key, self._engine, self.keys)
        self._seat = _Everywhere()  # type: ignore[assignment]
        info = {"keys": self.keys}
        self._write = sessionmaker(self._engine, expire_on_commit=False, info=info)
        self._read = sessionmaker(server.reader(self._engine), expire_on_commit=False, info=info)

    def check_place(self) -> None:
        """Refuse to go on while the server does not answer; KnownError."""
        try:
            with self.read() as session:
                session.connection()
        except Unreachable as error:
            text = translate(
                "Server",
                "服务器连不上:屏幕上已有的还能看,现在不能保存。请检查网线和服务器;连上后这一行会自己消失。",
            )
            raise Unreachable(text) from error

    @contextmanager
    def slots(self) -> Iterator[Path]:
        """Yield the folder whose `desk.keys` is changed meanwhile; the server's are brought there and taken back."""
        folder = self.path.parent
        with self._translated(), self._engine.begin() as connection:
            ring = connection.exec_driver_sql("SELECT ring FROM desk_site").scalar_one()
            files.write_whole(folder / keys.NAME, ring.encode())
            yield folder
            changed = (folder / keys.NAME).read_text("utf-8")
            connection.exec_driver_sql("UPDATE desk_site SET ring = %s", (changed,))

    def close(self, patience: float = _PATIENCE) -> None:
        """Close all connections; those that a thread still reads with are waited for, or they would stay open."""
        super().close(patience)

    def tidy(self) -> bool:
        """Do nothing: a server tidies up by itself."""
        return False

    def scrub(self) -> None:
        """Do nothing: what was cleared goes with the server's own tidying (README, server)."""

    def _told(self, error: DBAPIError) -> KnownError | None:
        """Return the sentence for a failure of the environment; connections to a server that is gone are given up."""
        if server.is_gone(error):
            self._engine.dispose()
            self.when_gone()
        return store.known_error(error)


def own_keys(engine: Engine, path: Path) -> keys.Keys:
    """Return the keys of the server's data; the slots lie on the server, so that a new desk can be let in.

    `path` is where a file would lie. keys.Locked when this computer has no key yet, KnownError for another site's.
    """
    with server.reader(engine).connect() as connection:
        site, ring = connection.exec_driver_sql("SELECT site, ring FROM desk_site").one()
    folder = path.parent
    here = keys.read_ring(folder)
    if here is not None and here.site.hex() != site:
        text = translate(
            "Server",
            "{path} 属于另一份数据,与服务器上的不是一套。请换一个数据文件夹(--data-dir);数据没有改动。",
        )
        raise KnownError(text.format(path=folder / keys.NAME))
    own = folder / keys.NAME
    if not own.exists() or own.read_text("utf-8") != ring:  # two windows may open it at once
        files.write_whole(own, ring.encode())
    found = keys.for_database(path)
    if found.site.hex() != site:
        raise KnownError(translate("Server", "这台电脑的密钥打不开服务器上的数据,没有打开。请联系管理员。"))
    return found
