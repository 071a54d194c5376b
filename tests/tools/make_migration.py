"""Write the body of a migration from the models: python -m tests.tools.make_migration REVISION "message".

It compares the models with a database at the newest revision; read and correct what it writes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from desk_app.core import migrations, store
from desk_app.core.records import Base, Day, Flag, UtcTime
from tests.models import import_all

NOT_OURS = ("search_grams", "alembic_version")


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Render our column types as what the database stores."""
    if kind == "type" and isinstance(item, UtcTime | Flag):
        return "sa.Integer()"
    if kind == "type" and isinstance(item, Day):
        return "sa.Text()"
    return False


def is_ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Leave out the full-text index and alembic's own table."""
    return not (kind == "table" and (name or "").startswith(NOT_OURS))


def changes(url: str) -> Any:
    """Return what the models have and the database at `url` has not."""
    import_all()
    engine = store.make_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": is_ours,
                "render_item": render_item,
                "render_as_batch": True,
                "target_metadata": Base.metadata,
            },
        )
        return produce_migrations(context, Base.metadata)


def main() -> None:
    """Write the body to standard output."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'empty.db'}"
        if "--from-empty" not in sys.argv:
            migrations.upgrade(url)
        found = changes(url)
        print(render_python_code(found.upgrade_ops, render_as_batch=False, render_item=render_item))


if __name__ == "__main__":
    main()
