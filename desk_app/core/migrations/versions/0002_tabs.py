"""Duty log, keys, passes, hot work, renovation; approvals and attached files.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import guards

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

RECORDS = (
    "approval",
    "duty_shift",
    "enclosure",
    "key_code_list",
    "key_count",
    "key_loan",
    "document_print",
    "duty_relief",
    "key_chase",
    "key_count_line",
    "key_loan_line",
    "duty_entry",
    "entry_pass",
    "hot_work_permit",
    "key",
    "key_loss",
    "key_return",
    "renovation",
    "renovation_permit",
    "duty_addition",
    "hot_work_answer",
    "hot_work_note",
    "key_instruction",
    "key_piece",
    "pass_extension",
    "renovation_answer",
    "renovation_extension",
    "renovation_fee",
    "renovation_paper",
    "renovation_pause",
    "renovation_permission",
    "renovation_trial",
    "renovation_work",
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


def _duty_shift() -> None:
    op.create_table(
        "duty_shift",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("weather", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("lead_name", sa.Text(), nullable=False),
        sa.Column("handed_in_at", sa.Integer(), nullable=True),
        sa.Column("handed_in_by", sa.Text(), nullable=False),
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
        sa.CheckConstraint("state IN ('open', 'handed_in')", name=op.f("ck_duty_shift_state_known")),
        sa.CheckConstraint(
            "ends BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_duty_shift_ends_plausible")
        ),
        sa.CheckConstraint("length(staff) <= 120", name=op.f("ck_duty_shift_staff_length")),
        sa.CheckConstraint(
            "starts BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_duty_shift_starts_plausible")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_shift")),
        sa.UniqueConstraint("no", name=op.f("uq_duty_shift_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_duty_shift_uid")),
        sqlite_strict=True,
    )
    op.create_index("ix_duty_shift_open", "duty_shift", ["state", "ends"], unique=False)
    op.create_index("one_duty_shift", "duty_shift", ["day", "key"], unique=True)


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


def _document_print() -> None:
    op.create_table(
        "document_print",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("applied_at", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("doc_no", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("applicant_signed", sa.Integer(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("approver_name", sa.Text(), nullable=False),
        sa.Column("approver_signed", sa.Integer(), nullable=False),
        sa.Column("agreed_at", sa.Integer(), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("seal", sa.Integer(), nullable=False),
        sa.Column("seal_copies", sa.Integer(), nullable=False),
        sa.Column("stamped", sa.Integer(), nullable=False),
        sa.Column("printer_name", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.Integer(), nullable=True),
        sa.Column("collector", sa.Text(), nullable=False),
        sa.Column("collector_signed", sa.Integer(), nullable=False),
        sa.Column("collected_at", sa.Integer(), nullable=True),
        sa.Column("void_kind", sa.Text(), nullable=False),
        sa.Column("void_approver", sa.Text(), nullable=False),
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
            "agreed_at IS NOT NULL OR (state <> 'agreed' AND state NOT IN ('printed', 'collected'))",
            name=op.f("ck_document_print_agreed_first"),
        ),
        sa.CheckConstraint(
            "collected_at IS NOT NULL OR state <> 'collected'",
            name=op.f("ck_document_print_collected_is_timed"),
        ),
        sa.CheckConstraint(
            "department IN ('service', 'engineering', 'security', 'cleaning', 'finance', 'office')",
            name=op.f("ck_document_print_department_known"),
        ),
        sa.CheckConstraint(
            "printed_at IS NOT NULL OR state NOT IN ('printed', 'collected')",
            name=op.f("ck_document_print_printed_is_timed"),
        ),
        sa.CheckConstraint(
            "state IN ('applied', 'agreed', 'printed', 'collected', 'void')",
            name=op.f("ck_document_print_state_known"),
        ),
        sa.CheckConstraint("copies > 0 AND pages > 0", name=op.f("ck_document_print_counts_positive")),
        sa.CheckConstraint("length(title) <= 120", name=op.f("ck_document_print_title_length")),
        sa.CheckConstraint("no IS NOT NULL", name=op.f("ck_document_print_is_numbered")),
        sa.CheckConstraint(
            "seal_copies BETWEEN 0 AND copies", name=op.f("ck_document_print_seal_copies_fit")
        ),
        sa.ForeignKeyConstraint(["approver_id"], ["staff.id"], name=op.f("fk_document_print_approver_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_print")),
        sa.UniqueConstraint("no", name=op.f("uq_document_print_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_document_print_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_document_print_day"), "document_print", ["day"], unique=False)
    op.create_index("ix_document_print_state", "document_print", ["state"], unique=False)


def _duty_relief() -> None:
    op.create_table(
        "duty_relief",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("left_at", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("stand_in", sa.Text(), nullable=False),
        sa.Column("back_at", sa.Integer(), nullable=True),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(stand_in) <= 60", name=op.f("ck_duty_relief_stand_in_length")),
        sa.CheckConstraint("length(who) <= 60", name=op.f("ck_duty_relief_who_length")),
        sa.ForeignKeyConstraint(["sheet_id"], ["duty_shift.id"], name=op.f("fk_duty_relief_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_relief")),
        sa.UniqueConstraint("uid", name=op.f("uq_duty_relief_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_duty_relief_sheet_id"), "duty_relief", ["sheet_id"], unique=False)


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


def _duty_entry() -> None:
    op.create_table(
        "duty_entry",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("notified", sa.Text(), nullable=False),
        sa.Column("carry_on", sa.Text(), nullable=True),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("call_seconds", sa.Integer(), nullable=True),
        sa.Column("reason_on", sa.Text(), nullable=False),
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
            "state IN ('doing', 'handed_over', 'next_day', 'done', 'void')",
            name=op.f("ck_duty_entry_state_known"),
        ),
        sa.CheckConstraint(
            "at BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_duty_entry_at_plausible")
        ),
        sa.CheckConstraint("length(action) <= 500", name=op.f("ck_duty_entry_action_length")),
        sa.CheckConstraint("length(content) <= 500", name=op.f("ck_duty_entry_content_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_duty_entry_room_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["duty_shift.id"], name=op.f("fk_duty_entry_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_entry")),
        sa.UniqueConstraint("no", name=op.f("uq_duty_entry_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_duty_entry_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_duty_entry_day"), "duty_entry", ["day"], unique=False)
    op.create_index("ix_duty_entry_open", "duty_entry", ["state", "at"], unique=False)
    op.create_index(op.f("ix_duty_entry_sheet_id"), "duty_entry", ["sheet_id"], unique=False)


def _entry_pass() -> None:
    op.create_table(
        "entry_pass",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("id_masked", sa.Text(), nullable=False),
        sa.Column("id_tail", sa.Text(), nullable=False),
        sa.Column("odd_reason", sa.Text(), nullable=False),
        sa.Column("residence_no", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("trade", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("permit_no", sa.Text(), nullable=False),
        sa.Column("guarantor", sa.Text(), nullable=False),
        sa.Column("special_no", sa.Text(), nullable=False),
        sa.Column("special_until", sa.Text(), nullable=True),
        sa.Column("special_checked", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("card_no", sa.Text(), nullable=False),
        sa.Column("paper_permit", sa.Integer(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("paper_residence", sa.Integer(), nullable=False),
        sa.Column("wanted_to", sa.Text(), nullable=True),
        sa.Column("replaces_uid", sa.Text(), nullable=False),
        sa.Column("not_after", sa.Text(), nullable=True),
        sa.Column("sent_back", sa.Text(), nullable=False),
        sa.Column("approver_name", sa.Text(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("deposit", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Integer(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.Integer(), nullable=True),
        sa.Column("held_since", sa.Text(), nullable=True),
        sa.Column("held_reason", sa.Text(), nullable=False),
        sa.Column("lost_on", sa.Text(), nullable=True),
        sa.Column("lost_note", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Text(), nullable=True),
        sa.Column("ended_kind", sa.Text(), nullable=False),
        sa.Column("ended_by", sa.Text(), nullable=False),
        sa.Column("ended_note", sa.Text(), nullable=False),
        sa.Column("void_kind", sa.Text(), nullable=False),
        sa.Column("void_approver", sa.Text(), nullable=False),
        sa.Column("card_missing", sa.Integer(), nullable=False),
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
            "(no IS NULL AND state NOT IN ('issued', 'frozen', 'stopped', 'expired', 'overdue', 'lost', 'replaced', 'confiscated', 'returned')) OR (ends >= starts)",
            name=op.f("ck_entry_pass_issued_is_limited"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'frozen', 'stopped', 'expired', 'overdue', 'lost', 'replaced', 'confiscated', 'returned')) OR (kind = 'temporary' OR permit_no <> '')",
            name=op.f("ck_entry_pass_long_under_permit"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'frozen', 'stopped', 'expired', 'overdue', 'lost', 'replaced', 'confiscated', 'returned')) OR (name <> '' AND id_kind <> '' AND place <> '')",
            name=op.f("ck_entry_pass_issued_to_somebody"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'frozen', 'stopped', 'expired', 'overdue', 'lost', 'replaced', 'confiscated', 'returned')) OR (no IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_entry_pass_issued_is_numbered"),
        ),
        sa.CheckConstraint("kind IN ('long', 'temporary')", name=op.f("ck_entry_pass_kind_known")),
        sa.CheckConstraint(
            "state IN ('draft', 'awaiting_approval', 'awaiting_fee', 'paid', 'issued', 'frozen', 'stopped', 'expired', 'overdue', 'lost', 'replaced', 'confiscated', 'returned', 'void')",
            name=op.f("ck_entry_pass_state_known"),
        ),
        sa.CheckConstraint("fee >= 0 AND deposit >= 0", name=op.f("ck_entry_pass_money_positive")),
        sa.CheckConstraint(
            "issued_at BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_entry_pass_issued_at_plausible")
        ),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_entry_pass_name_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_entry_pass_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_pass")),
        sa.UniqueConstraint("no", name=op.f("uq_entry_pass_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_entry_pass_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_entry_pass_day"), "entry_pass", ["day"], unique=False)
    op.create_index("ix_entry_pass_open", "entry_pass", ["state", "ends"], unique=False)
    op.create_index("ix_entry_pass_permit", "entry_pass", ["permit_no", "state"], unique=False)


def _hot_work_permit() -> None:
    op.create_table(
        "hot_work_permit",
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("site_lead", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("renovation_uid", sa.Text(), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("methods", sa.Text(), nullable=False),
        sa.Column("outdoors", sa.Integer(), nullable=False),
        sa.Column("wind", sa.Integer(), nullable=True),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("counted_level", sa.Text(), nullable=False),
        sa.Column("raised_by", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=True),
        sa.Column("ends", sa.Integer(), nullable=True),
        sa.Column("welder", sa.Text(), nullable=False),
        sa.Column("cert_kind", sa.Text(), nullable=False),
        sa.Column("cert_no", sa.Text(), nullable=False),
        sa.Column("cert_until", sa.Text(), nullable=True),
        sa.Column("cert_review", sa.Text(), nullable=True),
        sa.Column("cert_found", sa.Text(), nullable=False),
        sa.Column("cert_checked_on", sa.Text(), nullable=True),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("watch_phone", sa.Text(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=True),
        sa.Column("supervisor_name", sa.Text(), nullable=False),
        sa.Column("ext_kind", sa.Text(), nullable=False),
        sa.Column("ext_count", sa.Integer(), nullable=True),
        sa.Column("ext_until", sa.Text(), nullable=True),
        sa.Column("notice", sa.Integer(), nullable=False),
        sa.Column("impair", sa.Integer(), nullable=False),
        sa.Column("impair_what", sa.Text(), nullable=False),
        sa.Column("impair_by_id", sa.Integer(), nullable=True),
        sa.Column("impair_by", sa.Text(), nullable=False),
        sa.Column("impair_until", sa.Integer(), nullable=True),
        sa.Column("restored_at", sa.Integer(), nullable=True),
        sa.Column("restored_by", sa.Text(), nullable=False),
        sa.Column("inspected_at", sa.Integer(), nullable=True),
        sa.Column("inspected_by", sa.Text(), nullable=False),
        sa.Column("inspect_note", sa.Text(), nullable=False),
        sa.Column("approved_at", sa.Integer(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.Integer(), nullable=True),
        sa.Column("looked_at", sa.Integer(), nullable=True),
        sa.Column("stopped_at", sa.Integer(), nullable=True),
        sa.Column("stop_kind", sa.Text(), nullable=False),
        sa.Column("stop_note", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Integer(), nullable=True),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("rechecked_at", sa.Integer(), nullable=True),
        sa.Column("rechecked_by", sa.Text(), nullable=False),
        sa.Column("recheck_note", sa.Text(), nullable=False),
        sa.Column("recheck_on_time", sa.Integer(), nullable=False),
        sa.Column("recovered_at", sa.Integer(), nullable=True),
        sa.Column("recovered_by", sa.Text(), nullable=False),
        sa.Column("void_kind", sa.Text(), nullable=False),
        sa.Column("void_approver", sa.Text(), nullable=False),
        sa.Column("copies_missing", sa.Integer(), nullable=False),
        sa.Column("odd_reason", sa.Text(), nullable=False),
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
            "(no IS NULL AND state NOT IN ('issued', 'running', 'paused', 'overdue', 'finished', 'aborted', 'rechecked', 'closed', 'expired')) OR (ends > starts)",
            name=op.f("ck_hot_work_permit_issued_is_limited"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'running', 'paused', 'overdue', 'finished', 'aborted', 'rechecked', 'closed', 'expired')) OR (inspected_at IS NOT NULL AND approved_at IS NOT NULL)",
            name=op.f("ck_hot_work_permit_issued_is_inspected"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'running', 'paused', 'overdue', 'finished', 'aborted', 'rechecked', 'closed', 'expired')) OR (no IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_hot_work_permit_issued_is_numbered"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'running', 'paused', 'overdue', 'finished', 'aborted', 'rechecked', 'closed', 'expired')) OR (welder <> '' AND watch <> '' AND watch <> welder)",
            name=op.f("ck_hot_work_permit_issued_is_watched"),
        ),
        sa.CheckConstraint(
            "state <> 'closed' OR rechecked_at IS NOT NULL",
            name=op.f("ck_hot_work_permit_closed_is_rechecked"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'received', 'reviewed', 'inspected', 'approved', 'issued', 'running', 'paused', 'overdue', 'finished', 'aborted', 'rechecked', 'closed', 'expired', 'rejected', 'void')",
            name=op.f("ck_hot_work_permit_state_known"),
        ),
        sa.CheckConstraint(
            "issued_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_hot_work_permit_issued_at_plausible"),
        ),
        sa.CheckConstraint("length(welder) <= 60", name=op.f("ck_hot_work_permit_welder_length")),
        sa.ForeignKeyConstraint(["impair_by_id"], ["staff.id"], name=op.f("fk_hot_work_permit_impair_by_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_hot_work_permit_room_id")),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["staff.id"], name=op.f("fk_hot_work_permit_supervisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hot_work_permit")),
        sa.UniqueConstraint("no", name=op.f("uq_hot_work_permit_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_hot_work_permit_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hot_work_permit_day"), "hot_work_permit", ["day"], unique=False)
    op.create_index("ix_hot_work_permit_open", "hot_work_permit", ["state", "ends"], unique=False)
    op.create_index(
        op.f("ix_hot_work_permit_renovation_uid"), "hot_work_permit", ["renovation_uid"], unique=False
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


def _renovation() -> None:
    op.create_table(
        "renovation",
        sa.Column("permit_no", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("tenant", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("by_agent", sa.Integer(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("credit_code", sa.Text(), nullable=False),
        sa.Column("qual_no", sa.Text(), nullable=False),
        sa.Column("qual_grade", sa.Text(), nullable=False),
        sa.Column("qual_until", sa.Text(), nullable=True),
        sa.Column("foreman", sa.Text(), nullable=False),
        sa.Column("foreman_phone", sa.Text(), nullable=False),
        sa.Column("fire_lead", sa.Text(), nullable=False),
        sa.Column("fire_phone", sa.Text(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("area", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("odd_reason", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.Integer(), nullable=True),
        sa.Column("complete_at", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.Integer(), nullable=True),
        sa.Column("issued_at", sa.Integer(), nullable=True),
        sa.Column("issued_by", sa.Text(), nullable=False),
        sa.Column("hours_text", sa.Text(), nullable=False),
        sa.Column("stop_reason", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("void_kind", sa.Text(), nullable=False),
        sa.Column("void_approver", sa.Text(), nullable=False),
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
            "state IN ('draft', 'checking', 'reviewing', 'returned', 'rejected', 'approved', 'valid', 'suspended', 'finished', 'cancelled', 'expired', 'withdrawn', 'void')",
            name=op.f("ck_renovation_state_known"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('valid', 'suspended') OR (permit_no IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_renovation_in_force_is_numbered"),
        ),
        sa.CheckConstraint(
            "complete_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_renovation_complete_at_plausible"),
        ),
        sa.CheckConstraint("ends >= starts", name=op.f("ck_renovation_ends_after_it_starts")),
        sa.CheckConstraint("length(applicant) <= 60", name=op.f("ck_renovation_applicant_length")),
        sa.CheckConstraint("length(org) <= 60", name=op.f("ck_renovation_org_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_renovation_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation")),
        sa.UniqueConstraint("no", name=op.f("uq_renovation_no")),
        sa.UniqueConstraint("permit_no", name=op.f("uq_renovation_permit_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_renovation_day"), "renovation", ["day"], unique=False)
    op.create_index("ix_renovation_open", "renovation", ["state", "ends"], unique=False)


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


def _duty_addition() -> None:
    op.create_table(
        "duty_addition",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("after_hand_in", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "step IN ('note', 'finish', 'hand_over', 'next_day')", name=op.f("ck_duty_addition_step_known")
        ),
        sa.CheckConstraint("length(text) <= 300", name=op.f("ck_duty_addition_text_length")),
        sa.ForeignKeyConstraint(["entry_id"], ["duty_entry.id"], name=op.f("fk_duty_addition_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_addition")),
        sa.UniqueConstraint("uid", name=op.f("uq_duty_addition_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_duty_addition_entry_id"), "duty_addition", ["entry_id"], unique=False)


def _hot_work_answer() -> None:
    op.create_table(
        "hot_work_answer",
        sa.Column("permit_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("answer IN ('', 'yes', 'no', 'na')", name=op.f("ck_hot_work_answer_answer_known")),
        sa.CheckConstraint(
            "measure IN ('ahead', 'clear', 'below', 'partition', 'extinguish', 'machine', 'cylinders', 'paint', 'air', 'detectors', 'matched', 'watch', 'posted', 'exits')",
            name=op.f("ck_hot_work_answer_measure_known"),
        ),
        sa.ForeignKeyConstraint(
            ["permit_id"], ["hot_work_permit.id"], name=op.f("fk_hot_work_answer_permit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hot_work_answer")),
        sa.UniqueConstraint("permit_id", "measure", name=op.f("uq_hot_work_answer_permit_id_measure")),
        sa.UniqueConstraint("uid", name=op.f("uq_hot_work_answer_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hot_work_answer_permit_id"), "hot_work_answer", ["permit_id"], unique=False)


def _hot_work_note() -> None:
    op.create_table(
        "hot_work_note",
        sa.Column("permit_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("fine", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('patrol', 'pause', 'resume', 'recheck')", name=op.f("ck_hot_work_note_kind_known")
        ),
        sa.CheckConstraint("length(by) <= 60", name=op.f("ck_hot_work_note_by_length")),
        sa.ForeignKeyConstraint(
            ["permit_id"], ["hot_work_permit.id"], name=op.f("fk_hot_work_note_permit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hot_work_note")),
        sa.UniqueConstraint("uid", name=op.f("uq_hot_work_note_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hot_work_note_permit_id"), "hot_work_note", ["permit_id"], unique=False)


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


def _pass_extension() -> None:
    op.create_table(
        "pass_extension",
        sa.Column("pass_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("approver_name", sa.Text(), nullable=False),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends >= starts", name=op.f("ck_pass_extension_forward")),
        sa.ForeignKeyConstraint(["pass_id"], ["entry_pass.id"], name=op.f("fk_pass_extension_pass_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pass_extension")),
        sa.UniqueConstraint("uid", name=op.f("uq_pass_extension_uid")),
        sqlite_strict=True,
    )
    op.create_index("ix_pass_extension_nth", "pass_extension", ["pass_id", "nth"], unique=True)
    op.create_index(op.f("ix_pass_extension_pass_id"), "pass_extension", ["pass_id"], unique=False)


def _renovation_answer() -> None:
    op.create_table(
        "renovation_answer",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("yes", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "matter IN ('structure', 'wet_room', 'openings', 'energy', 'safety', 'curtain', 'exits', 'public', 'annex', 'facade', 'heating', 'gas', 'load', 'fire')",
            name=op.f("ck_renovation_answer_matter_known"),
        ),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_answer_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_answer")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_answer_uid")),
        sqlite_strict=True,
    )
    op.create_index("one_answer_a_matter", "renovation_answer", ["renovation_id", "matter"], unique=True)


def _renovation_extension() -> None:
    op.create_table(
        "renovation_extension",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("old_end", sa.Text(), nullable=False),
        sa.Column("new_end", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_extension_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_extension")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_extension_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_extension_renovation_id"), "renovation_extension", ["renovation_id"], unique=False
    )


def _renovation_fee() -> None:
    op.create_table(
        "renovation_fee",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('owner_deposit', 'contractor_deposit', 'rubbish', 'management')",
            name=op.f("ck_renovation_fee_kind_known"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_renovation_fee_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_fee_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_fee")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_fee_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_fee_renovation_id"), "renovation_fee", ["renovation_id"], unique=False
    )


def _renovation_paper() -> None:
    op.create_table(
        "renovation_paper",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("handed", sa.Integer(), nullable=False),
        sa.Column("handed_at", sa.Integer(), nullable=True),
        sa.Column("paper_no", sa.Text(), nullable=False),
        sa.Column("good_until", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "item IN ('form', 'plan', 'ceiling', 'electric', 'water', 'fire', 'aircon', 'licence', 'qualification', 'electrician', 'foreman_id', 'authorisation', 'owner_consent', 'insurance', 'agreement', 'fire_duty', 'government')",
            name=op.f("ck_renovation_paper_item_known"),
        ),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_paper_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_paper")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_paper_uid")),
        sqlite_strict=True,
    )
    op.create_index("one_paper_an_item", "renovation_paper", ["renovation_id", "item"], unique=True)


def _renovation_pause() -> None:
    op.create_table(
        "renovation_pause",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("paused_at", sa.Integer(), nullable=False),
        sa.Column("resumed_at", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "paused_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_renovation_pause_paused_at_plausible"),
        ),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_pause_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_pause")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_pause_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_pause_renovation_id"), "renovation_pause", ["renovation_id"], unique=False
    )


def _renovation_permission() -> None:
    op.create_table(
        "renovation_permission",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("paper_no", sa.Text(), nullable=False),
        sa.Column("paper_day", sa.Text(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(paper_no) <= 60", name=op.f("ck_renovation_permission_paper_no_length")),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_permission_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_permission")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_permission_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_permission_renovation_id"),
        "renovation_permission",
        ["renovation_id"],
        unique=False,
    )


def _renovation_trial() -> None:
    op.create_table(
        "renovation_trial",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=True),
        sa.Column("downstairs", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("pressure", sa.Integer(), nullable=True),
        sa.Column("hold_minutes", sa.Integer(), nullable=True),
        sa.Column("pressure_drop", sa.Integer(), nullable=True),
        sa.Column("exempt", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('water', 'pressure')", name=op.f("ck_renovation_trial_kind_known")),
        sa.CheckConstraint(
            "result IN ('', 'passed', 'leaks')", name=op.f("ck_renovation_trial_result_known")
        ),
        sa.CheckConstraint(
            "begun_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_renovation_trial_begun_at_plausible"),
        ),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_trial_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_trial")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_trial_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_trial_renovation_id"), "renovation_trial", ["renovation_id"], unique=False
    )


def _renovation_work() -> None:
    op.create_table(
        "renovation_work",
        sa.Column("renovation_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("material", sa.Text(), nullable=False),
        sa.Column("fire_class", sa.Text(), nullable=False),
        sa.Column("water", sa.Integer(), nullable=False),
        sa.Column("electric", sa.Integer(), nullable=False),
        sa.Column("fire", sa.Integer(), nullable=False),
        sa.Column("aircon", sa.Integer(), nullable=False),
        sa.Column("facade", sa.Integer(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(part) <= 60", name=op.f("ck_renovation_work_part_length")),
        sa.ForeignKeyConstraint(
            ["renovation_id"], ["renovation.id"], name=op.f("fk_renovation_work_renovation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renovation_work")),
        sa.UniqueConstraint("uid", name=op.f("uq_renovation_work_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_renovation_work_renovation_id"), "renovation_work", ["renovation_id"], unique=False
    )


def upgrade() -> None:
    _approval()
    _duty_shift()
    _enclosure()
    _key_code_list()
    _key_count()
    _key_loan()
    _document_print()
    _duty_relief()
    _key_chase()
    _key_count_line()
    _key_loan_line()
    _duty_entry()
    _entry_pass()
    _hot_work_permit()
    _key()
    _key_loss()
    _key_return()
    _renovation()
    _renovation_permit()
    _duty_addition()
    _hot_work_answer()
    _hot_work_note()
    _key_instruction()
    _key_piece()
    _pass_extension()
    _renovation_answer()
    _renovation_extension()
    _renovation_fee()
    _renovation_paper()
    _renovation_pause()
    _renovation_permission()
    _renovation_trial()
    _renovation_work()
    guards.against_deleting(op.get_bind(), RECORDS)
