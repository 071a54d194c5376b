"""Terms of keys and of what else is kept.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import guards

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

RECORDS = ()
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


def _contact_0() -> None:
    op.add_column("contact", sa.Column("left_on", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("hold", sa.Integer(), server_default="0", nullable=False))
    op.add_column("contact", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _customer_1() -> None:
    op.add_column("customer", sa.Column("left_on", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("hold", sa.Integer(), server_default="0", nullable=False))
    op.add_column("customer", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _deposit_refund_2() -> None:
    op.add_column("deposit_refund", sa.Column("handler_id", sa.Integer(), nullable=True))
    op.add_column("deposit_refund", sa.Column("paper_no", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("said_by", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("void_kind", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("void_reason", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("void_approver", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("void_by", sa.Text(), server_default="", nullable=False))
    op.add_column("deposit_refund", sa.Column("void_at", sa.Integer(), nullable=True))
    op.drop_index(op.f("one_refund"), table_name="deposit_refund")
    op.create_index(
        "one_living_refund",
        "deposit_refund",
        ["record_uid", "kind"],
        unique=True,
        sqlite_where=sa.text("void_at IS NULL"),
        postgresql_where=sa.text("void_at IS NULL"),
    )


def _export_3() -> None:
    op.add_column("export", sa.Column("hold", sa.Integer(), server_default="0", nullable=False))
    op.add_column("export", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _key_4() -> None:
    op.add_column("key", sa.Column("hold", sa.Integer(), server_default="0", nullable=False))
    op.add_column("key", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def upgrade() -> None:
    _contact_0()
    _customer_1()
    _deposit_refund_2()
    _export_3()
    _key_4()
    guards.against_deleting(op.get_bind(), RECORDS)
    guards.against_replacing(op.get_bind())
    guards.order(op.get_bind(), ORDER)
