"""Indexes for a desk with ten years of work.

Written by tests/tools/make_migration.py from the models.
"""

from alembic import op

from desk_app.core import grams, store

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

RECORDS = ()


def upgrade() -> None:
    store.guard_audited(op.get_bind(), RECORDS)
    store.rebuild_grams(op.get_bind(), grams.tokens_of)
