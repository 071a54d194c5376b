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
    "key_code_list",
    "key",
    "renovation_permit",
    "key_instruction",
    "key_piece",
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


def _key_code_list() -> None:
    op.create_table(
        "key_code_list",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("cabinets", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_code_list")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_code_list_uid")),
        sqlite_strict=True,
    )


def _key() -> None:
    op.create_table(
        "key",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("cabinet", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("hook", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("spare", sa.Integer(), nullable=False),
        sa.Column("keeper_id", sa.Integer(), nullable=True),
        sa.Column("keeper_name", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("out_pieces", sa.Integer(), nullable=False),
        sa.Column("holder_name", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("loan_uid", sa.Text(), nullable=False),
        sa.Column("consent_by", sa.Text(), nullable=False),
        sa.Column("consent_at", sa.Integer(), nullable=True),
        sa.Column("consent_note", sa.Text(), nullable=False),
        sa.Column("receipt_no", sa.Text(), nullable=False),
        sa.Column("lost_by", sa.Text(), nullable=False),
        sa.Column("lost_at", sa.Integer(), nullable=True),
        sa.Column("lost_note", sa.Text(), nullable=False),
        sa.Column("relocked_at", sa.Integer(), nullable=True),
        sa.Column("relock_cost", sa.Integer(), nullable=False),
        sa.Column("relock_paid_by", sa.Text(), nullable=False),
        sa.Column("relock_approver", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("retired_why", sa.Text(), nullable=False),
        sa.Column("retire_approver", sa.Text(), nullable=False),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(out_pieces > 0) = (state IN ('out', 'with_contractor'))", name=op.f("ck_key_away_means_out")
        ),
        sa.CheckConstraint(
            "state IN ('in_cabinet', 'out', 'with_contractor', 'lost', 'relocked', 'damaged', 'handed_over', 'retired')",
            name=op.f("ck_key_state_known"),
        ),
        sa.CheckConstraint("length(place) <= 100", name=op.f("ck_key_place_length")),
        sa.CheckConstraint("out_pieces BETWEEN 0 AND pieces", name=op.f("ck_key_out_of_the_ring")),
        sa.ForeignKeyConstraint(["keeper_id"], ["staff.id"], name=op.f("fk_key_keeper_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_key_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key")),
        sa.UniqueConstraint("tag", name=op.f("uq_key_tag")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_code"), "key", ["code"], unique=False)
    op.create_index("ix_key_place", "key", ["cabinet", "row", "hook"], unique=False)
    op.create_index(op.f("ix_key_room_id"), "key", ["room_id"], unique=False)
    op.create_index(
        "one_key_a_hook",
        "key",
        ["code"],
        unique=True,
        sqlite_where=sa.text("state NOT IN ('handed_over', 'retired')"),
        postgresql_where=sa.text("state NOT IN ('handed_over', 'retired')"),
    )


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


def _key_instruction() -> None:
    op.create_table(
        "key_instruction",
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) <= 120", name=op.f("ck_key_instruction_text_length")),
        sa.ForeignKeyConstraint(["key_id"], ["key.id"], name=op.f("fk_key_instruction_key_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_key_instruction_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_instruction")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_instruction_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_instruction_key_id"), "key_instruction", ["key_id"], unique=False)
    op.create_index("ix_key_instruction_room", "key_instruction", ["room_id", "valid_until"], unique=False)


def _key_piece() -> None:
    op.create_table(
        "key_piece",
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 40", name=op.f("ck_key_piece_name_length")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_key_piece_quantity_positive")),
        sa.ForeignKeyConstraint(["key_id"], ["key.id"], name=op.f("fk_key_piece_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_piece")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_piece_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_piece_key_id"), "key_piece", ["key_id"], unique=False)


def upgrade() -> None:
    _approval()
    _enclosure()
    _key_code_list()
    _key()
    _renovation_permit()
    _key_instruction()
    _key_piece()
    store.guard_audited(op.get_bind(), RECORDS)
