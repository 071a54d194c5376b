"""Indexes for a desk with ten years of work.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import gram_table, grams, guards

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

RECORDS = ()


def _duty_entry_0() -> None:
    op.create_index("ix_duty_entry_at", "duty_entry", ["at", "state"], unique=False)


def _key_count_1() -> None:
    op.create_index("ix_key_count_state", "key_count", ["state"], unique=False)


def _key_loss_2() -> None:
    op.create_index(
        "ix_key_loss_pending",
        "key_loss",
        ["line_id"],
        unique=False,
        sqlite_where=sa.text("replaced_at IS NULL AND found_at IS NULL"),
    )


def _release_slip_3() -> None:
    op.create_index(
        "ix_release_slip_to_review",
        "release_slip",
        ["day"],
        unique=False,
        sqlite_where=sa.text("alone = 1 AND reviewed_at IS NULL"),
    )


def upgrade() -> None:
    _duty_entry_0()
    _key_count_1()
    _key_loss_2()
    _release_slip_3()
    guards.against_deleting(op.get_bind(), RECORDS)
    gram_table.rebuild_grams(op.get_bind(), grams.tokens_of)
