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
    "key_count",
    "key_loan",
    "key_chase",
    "key_count_line",
    "key_loan_line",
    "key",
    "key_loss",
    "key_return",
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


def _key_count() -> None:
    op.create_table(
        "key_count",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Integer(), nullable=False),
        sa.Column("submitted_at", sa.Integer(), nullable=True),
        sa.Column("witness_id", sa.Integer(), nullable=False),
        sa.Column("witness_name", sa.Text(), nullable=False),
        sa.Column("keepers", sa.Text(), nullable=False),
        sa.Column("diff_reason", sa.Text(), nullable=False),
        sa.Column("handling", sa.Text(), nullable=False),
        sa.Column("reviewed_by", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.Integer(), nullable=True),
        sa.Column("review_note", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("handler_id", sa.Integer(), nullable=True),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("void_by", sa.Text(), nullable=False),
        sa.Column("void_at", sa.Integer(), nullable=True),
        sa.Column("hold", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "no IS NOT NULL OR state IN ('counting', 'void')", name=op.f("ck_key_count_submitted_is_numbered")
        ),
        sa.CheckConstraint(
            "state IN ('counting', 'submitted', 'reviewed', 'void')", name=op.f("ck_key_count_state_known")
        ),
        sa.CheckConstraint("length(diff_reason) <= 200", name=op.f("ck_key_count_diff_reason_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_count")),
        sa.UniqueConstraint("no", name=op.f("uq_key_count_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_count_uid")),
        sqlite_strict=True,
    )
    op.create_index("ix_key_count_day", "key_count", ["day", "state"], unique=False)


def _key_loan() -> None:
    op.create_table(
        "key_loan",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("borrower", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("purpose_note", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("inspection", sa.Text(), nullable=False),
        sa.Column("receipt_no", sa.Text(), nullable=False),
        sa.Column("out_at", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("back_at", sa.Integer(), nullable=True),
        sa.Column("owner_by", sa.Text(), nullable=False),
        sa.Column("owner_phone", sa.Text(), nullable=False),
        sa.Column("approvers", sa.Text(), nullable=False),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("odd_reason", sa.Text(), nullable=False),
        sa.Column("void_kind", sa.Text(), nullable=False),
        sa.Column("void_approver", sa.Text(), nullable=False),
        sa.Column("copies_missing", sa.Integer(), nullable=False),
        sa.Column("no", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("handler_id", sa.Integer(), nullable=True),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.Column("void_by", sa.Text(), nullable=False),
        sa.Column("void_at", sa.Integer(), nullable=True),
        sa.Column("hold", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('loan', 'collect', 'hand_over', 'retain')", name=op.f("ck_key_loan_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('out', 'partly_back', 'returned', 'lost', 'settled', 'handed_over', 'kept', 'redeemed', 'void')",
            name=op.f("ck_key_loan_state_known"),
        ),
        sa.CheckConstraint("due_at IS NULL OR due_at >= out_at", name=op.f("ck_key_loan_due_after_out")),
        sa.CheckConstraint("length(borrower) <= 60", name=op.f("ck_key_loan_borrower_length")),
        sa.CheckConstraint("no IS NOT NULL", name=op.f("ck_key_loan_is_numbered")),
        sa.CheckConstraint(
            "out_at BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_key_loan_out_at_plausible")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_loan")),
        sa.UniqueConstraint("no", name=op.f("uq_key_loan_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_loan_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_loan_day"), "key_loan", ["day"], unique=False)
    op.create_index("ix_key_loan_open", "key_loan", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_key_loan_phone"), "key_loan", ["phone"], unique=False)


def _key_chase() -> None:
    op.create_table(
        "key_chase",
        sa.Column("loan_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("reported", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["loan_id"], ["key_loan.id"], name=op.f("fk_key_chase_loan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_chase")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_chase_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_chase_loan_id"), "key_chase", ["loan_id"], unique=False)


def _key_count_line() -> None:
    op.create_table(
        "key_count_line",
        sa.Column("count_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key_uid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("key_kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("away", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "result IN ('', 'present', 'lent', 'missing', 'surplus')",
            name=op.f("ck_key_count_line_result_known"),
        ),
        sa.CheckConstraint("found >= 0", name=op.f("ck_key_count_line_found_positive")),
        sa.ForeignKeyConstraint(["count_id"], ["key_count.id"], name=op.f("fk_key_count_line_count_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_count_line")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_count_line_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_count_line_count_id"), "key_count_line", ["count_id"], unique=False)
    op.create_index(op.f("ix_key_count_line_key_uid"), "key_count_line", ["key_uid"], unique=False)


def _key_loan_line() -> None:
    op.create_table(
        "key_loan_line",
        sa.Column("loan_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("key_uid", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("key_kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("back_pieces", sa.Integer(), nullable=False),
        sa.Column("lost_pieces", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Integer(), nullable=False),
        sa.Column("back_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "back_pieces + lost_pieces BETWEEN 0 AND pieces", name=op.f("ck_key_loan_line_not_more_than_lent")
        ),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_key_loan_line_pieces_positive")),
        sa.ForeignKeyConstraint(["loan_id"], ["key_loan.id"], name=op.f("fk_key_loan_line_loan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_loan_line")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_loan_line_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_loan_line_key_uid"), "key_loan_line", ["key_uid"], unique=False)
    op.create_index(op.f("ix_key_loan_line_loan_id"), "key_loan_line", ["loan_id"], unique=False)
    op.create_index(
        "one_loan_a_key",
        "key_loan_line",
        ["key_uid"],
        unique=True,
        sqlite_where=sa.text("is_open = 1"),
        postgresql_where=sa.text("is_open = 1"),
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


def _key_loss() -> None:
    op.create_table(
        "key_loss",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("answerable", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("relocked_at", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("replaced_at", sa.Integer(), nullable=True),
        sa.Column("found_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_key_loss_cost_positive")),
        sa.ForeignKeyConstraint(["line_id"], ["key_loan_line.id"], name=op.f("fk_key_loss_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_loss")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_loss_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_loss_line_id"), "key_loss", ["line_id"], unique=False)


def _key_return() -> None:
    op.create_table(
        "key_return",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("locked", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("struck_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_key_return_pieces_positive")),
        sa.ForeignKeyConstraint(["line_id"], ["key_loan_line.id"], name=op.f("fk_key_return_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_return")),
        sa.UniqueConstraint("uid", name=op.f("uq_key_return_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_key_return_line_id"), "key_return", ["line_id"], unique=False)


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
    _key_count()
    _key_loan()
    _key_chase()
    _key_count_line()
    _key_loan_line()
    _key()
    _key_loss()
    _key_return()
    _renovation_permit()
    _key_instruction()
    _key_piece()
    store.guard_audited(op.get_bind(), RECORDS)
