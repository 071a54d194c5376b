"""Which kind of database the settings name, opened."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.core.database import Database
from desk_app.core.paths import Paths


def open_database(paths: Paths, tell: Callable[[str], object] = lambda _sentence: None) -> Database:
    """Open the database that the settings name: the file in the data folder, unless `desk.toml` names a server.

    `tell(sentence)` is called when it will take long. KnownError when it cannot be opened.
    """
    if not paths.is_on_server():
        return Database(paths.url(), tell)
    from desk_app.core.server_database import ServerDatabase  # its libraries are loaded by who needs them

    return ServerDatabase(paths.url(), paths.file())
