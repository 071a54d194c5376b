"""First schema."""

import importlib
import pkgutil

from alembic import op

from desk_app.core import sqlite
from desk_app.core.records import Audited, Base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in (
        "attachments",
        "audit",
        "badges",
        "database",
        "drafts",
        "links",
        "numbering",
        "people",
        "premises",
        "search",
        "settings",
        "holidays",
    ):
        if importlib.util.find_spec(f"desk_app.core.{name}"):
            importlib.import_module(f"desk_app.core.{name}")
    registers = importlib.import_module("desk_app.registers")
    for room in pkgutil.iter_modules(registers.__path__):
        if room.ispkg and importlib.util.find_spec(f"desk_app.registers.{room.name}.records"):
            importlib.import_module(f"desk_app.registers.{room.name}.records")
    connection = op.get_bind()
    Base.metadata.create_all(connection)
    sqlite.create_index_table(connection)
    audited = [m.local_table.name for m in Base.registry.mappers if issubclass(m.class_, Audited)]
    sqlite.guard_audited(connection, sorted(set(audited)))
    sqlite.guard_history(connection, "history")
