"""Write the migration that is being worked on from the models: python -m tests.tools.make_migration [--write].

It compares the models with a database at the revision before; without --write the body goes to standard
output. Once a version with a revision was shipped, that revision is never written again: raise DRAFT.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import UpgradeOps

from desk_app.core import migrations, store
from desk_app.core.datafile import DataFile
from desk_app.core.records import Audited, Base, Day, Flag, UtcTime, orders
from desk_app.registers.tables import import_all

DRAFT = ("0006", "0005", "Terms of keys and of what else is kept.")
FILE = Path(migrations.__file__).parent / "versions" / "0006_terms.py"
LAST = """    guards.against_replacing(op.get_bind())
    guards.order(op.get_bind(), ORDER)
"""
"""What the draft does besides, at the end."""
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


def changes(file: DataFile) -> Any:
    """Return what the models have and a database file has not."""
    import_all()
    engine = store.make_engine(file)
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


HEAD = '''"""{message}

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import guards

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None

RECORDS = (
{records})
ORDER = {order}


'''


def tables_of(found: Any) -> list[str]:
    """Return the tables a change makes, in the order it makes them."""
    return [op.table_name for op in found.upgrade_ops.ops if hasattr(op, "to_table")]


def source_of(found: Any) -> str:
    """Return the migration as a module: one function a table, each with its indexes."""
    made = tables_of(found)
    audited = {
        str(mapper.local_table.name)
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Audited) and hasattr(mapper.local_table, "name")
    }
    text = HEAD.format(
        message=DRAFT[2], revision=DRAFT[0], before=DRAFT[1],
        records="".join(f'    "{name}",\n' for name in made if name in audited),
        order=repr(orders()),
    )  # fmt: skip
    steps: list[tuple[str, list[Any]]] = []
    for one in found.upgrade_ops.ops:
        if hasattr(one, "to_table"):
            steps.append((one.table_name, [one]))
        elif steps and getattr(one, "table_name", "") == steps[-1][0]:
            steps[-1][1].append(one)
        else:
            steps.append((f"{getattr(one, 'table_name', 'rest')}_{len(steps)}", [one]))
    for name, ops in steps:
        body = render_python_code(UpgradeOps(ops), render_as_batch=False, render_item=render_item)
        kept = [line for line in body.splitlines() if not line.lstrip().startswith("# ###")]
        lines = "\n".join(f"    {line}" if line else "" for line in kept)
        text += f"def _{name}() -> None:\n{lines}\n\n\n"
    calls = "".join(f"    _{name}()\n" for name, _ops in steps)
    return f"{text}def upgrade() -> None:\n{calls}    guards.against_deleting(op.get_bind(), RECORDS)\n{LAST}"


def main() -> None:
    """Write the module in place, or the body to standard output."""
    with tempfile.TemporaryDirectory() as folder:
        empty = DataFile(Path(folder) / "empty.db")
        if "--from-empty" not in sys.argv:
            migrations.upgrade(empty, DRAFT[1])
        found = changes(empty)
        if "--write" in sys.argv:
            FILE.write_text(source_of(found), encoding="utf-8")
            for work in (("check", "--fix"), ("format",)):
                subprocess.run([sys.executable, "-m", "ruff", *work, "-q", str(FILE)], check=True)
        else:
            print(render_python_code(found.upgrade_ops, render_as_batch=False, render_item=render_item))


if __name__ == "__main__":
    main()
