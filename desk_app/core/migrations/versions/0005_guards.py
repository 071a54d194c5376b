"""Guards on the order of times, refunds of deposits.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import guards

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

RECORDS = ("deposit_refund",)
ORDER = {
    "badge_loan": (("out_at", "back_at"),),
    "contractor": (("in_at", "exp_out"), ("in_at", "out_at")),
    "delegation": (("first", "last"),),
    "document_print": (
        ("applied_at", "agreed_at"),
        ("agreed_at", "printed_at"),
        ("printed_at", "collected_at"),
    ),
    "duty_entry": (("at", "done_at"),),
    "duty_relief": (("left_at", "back_at"),),
    "duty_shift": (("starts", "ends"),),
    "entry_pass": (("starts", "ends"),),
    "hot_work_permit": (
        ("inspected_at", "approved_at"),
        ("approved_at", "issued_at"),
        ("issued_at", "started_at"),
        ("started_at", "finished_at"),
        ("started_at", "stopped_at"),
        ("finished_at", "rechecked_at"),
        ("rechecked_at", "recovered_at"),
    ),
    "key_count": (("started_at", "submitted_at"), ("submitted_at", "reviewed_at")),
    "key_instruction": (("valid_from", "valid_until"),),
    "key_loan": (("out_at", "due_at"), ("out_at", "back_at")),
    "key_loss": (("at", "relocked_at"), ("at", "replaced_at"), ("at", "found_at")),
    "pass_extension": (("starts", "ends"),),
    "purge_run": (("first_day", "last_day"),),
    "release_slip": (
        ("issued_at", "valid_until"),
        ("issued_at", "released_at"),
        ("released_at", "recovered_at"),
    ),
    "renovation": (
        ("starts", "ends"),
        ("submitted_at", "complete_at"),
        ("complete_at", "decided_at"),
        ("issued_at", "ended_at"),
    ),
    "renovation_extension": (("old_end", "new_end"),),
    "renovation_pause": (("paused_at", "resumed_at"),),
    "renovation_permit": (("starts", "ends"),),
    "renovation_trial": (("begun_at", "done_at"),),
    "visit": (("in_at", "exp_out"), ("in_at", "out_at")),
    "visit_restriction": (("starts", "ends"),),
}


def _deposit_refund() -> None:
    op.create_table(
        "deposit_refund",
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("deduction", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("receipt_back", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("payee", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("deduction BETWEEN 0 AND amount", name=op.f("ck_deposit_refund_deduction_within")),
        sa.CheckConstraint("length(payee) <= 60", name=op.f("ck_deposit_refund_payee_length")),
        sa.CheckConstraint("length(told) <= 120", name=op.f("ck_deposit_refund_told_length")),
        sa.CheckConstraint("length(why) <= 120", name=op.f("ck_deposit_refund_why_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit_refund")),
        sa.UniqueConstraint("no", name=op.f("uq_deposit_refund_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_deposit_refund_uid")),
        sqlite_strict=True,
    )
    op.create_index("one_refund", "deposit_refund", ["record_uid", "kind"], unique=True)


def _entry_pass_1() -> None:
    op.add_column("entry_pass", sa.Column("refunded", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "ix_entry_pass_to_refund",
        "entry_pass",
        ["state", "ended_on"],
        unique=False,
        sqlite_where=sa.text("deposit > 0 AND refunded = 0"),
        postgresql_where=sa.text("deposit > 0 AND refunded = 0"),
    )


def upgrade() -> None:
    _deposit_refund()
    _entry_pass_1()
    guards.against_deleting(op.get_bind(), RECORDS)
    guards.against_replacing(op.get_bind())
    guards.order(op.get_bind(), ORDER)
    held = "'issued', 'running', 'paused', 'overdue'"
    guards.alone(op.get_bind(), "hot_work_permit", ("place", "spot"), held)
