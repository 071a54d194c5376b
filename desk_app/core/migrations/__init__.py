"""Schema migrations (alembic), run in one transaction with foreign keys off (safety.md D4)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from desk_app.core import store
from desk_app.core.datafile import DataFile
from desk_app.core.errors import KnownError
from desk_app.core.i18n import translate

FOLDER = Path(__file__).parent


def config() -> Config:
    """Return alembic's configuration; no ini file is needed."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return settings


def upgrade(file: DataFile, revision: str = "head", *, chain: bytes | None = None) -> None:
    """Bring a database file to `revision`, all or nothing; `chain` keys the history of one older than schema 4."""
    from desk_app.core.database import SCHEMA

    engine = store.make_engine(file)
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            store.foreign_keys(raw, False)
            with connection.begin():
                settings = config()
                settings.attributes["connection"] = connection
                settings.attributes["chain"] = chain
                command.upgrade(settings, revision)
                if store.broken_references(connection):
                    raise KnownError(translate("Database", "升级后数据关系不完整,已退回原样。请联系管理员。"))
                store.set_schema(connection, SCHEMA if revision == "head" else int(revision))
            store.foreign_keys(raw, True)
    finally:
        engine.dispose()
