"""Duty log, keys, passes, hot work, renovation; approvals and attached files.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import store

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

RECORDS = (
    "approval",
    "enclosure",
    "renovation_permit",
)


def _approval() -> None:
    op.create_table(
        "approval",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(note) <= 200", name=op.f("ck_approval_note_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.UniqueConstraint("uid", name=op.f("uq_approval_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_approval_record_uid"), "approval", ["record_uid"], unique=False)


def _enclosure() -> None:
    op.create_table(
        "enclosure",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_enclosure_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enclosure")),
        sa.UniqueConstraint("uid", name=op.f("uq_enclosure_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_enclosure_record_uid"), "enclosure", ["record_uid"], unique=False)


def _renovation_permit() -> None:
    op.create_table(
        "renovation_permit",
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("foreman", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('valid', 'suspended', 'ended')", name=op.f("ck_renovation_permit_state_known")
        ),
        sa.CheckConstraint("length(no) <= 30", name=op.f("ck_renovation_permit_no_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_renovation_permit_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_permit")),
        sa.UniqueConstraint("no", name=op.f("uq_renovation_permit_no")),
        sa.UniqueConstraint("record_uid", name=op.f("uq_renovation_permit_record_uid")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_permit_uid")),
        sqlite_strict=True,
    )
    op.create_index("ix_renovation_permit_open", "renovation_permit", ["state", "ends"], unique=False)


def upgrade() -> None:
    _approval()
    _enclosure()
    _renovation_permit()
    store.guard_audited(op.get_bind(), RECORDS)
