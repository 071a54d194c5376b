"""Accounts, and what trust needs besides.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import guards
from desk_app.core.migrations import rekey

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

RECORDS = (
    "access_check",
    "export",
    "purge_hold",
    "purge_run",
    "visit_restriction",
    "account",
    "delegation",
)


def _access() -> None:
    op.create_table(
        "access",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_access_at"), "access", ["at"], unique=False)


def _access_check() -> None:
    op.create_table(
        "access_check",
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(found) <= 400", name=op.f("ck_access_check_found_length")),
        sa.CheckConstraint("length(month) <= 7", name=op.f("ck_access_check_month_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_check")),
        sa.UniqueConstraint("month", name=op.f("uq_access_check_month")),
        sa.UniqueConstraint("uid", name=op.f("uq_access_check_uid")),
        sqlite_strict=True,
    )


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("wait", sa.Integer(), nullable=False),
        sa.Column("ticks", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_attempt")),
        sqlite_strict=True,
    )


def _checkup() -> None:
    op.create_table(
        "checkup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.CheckConstraint("extent IN ('part', 'whole')", name=op.f("ck_checkup_extent_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkup")),
        sqlite_strict=True,
    )


def _doomed_file() -> None:
    op.create_table(
        "doomed_file",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_doomed_file")),
        sqlite_strict=True,
    )


def _export() -> None:
    op.create_table(
        "export",
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("clear", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(conditions) <= 200", name=op.f("ck_export_conditions_length")),
        sa.CheckConstraint("length(purpose) <= 200", name=op.f("ck_export_purpose_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        sa.UniqueConstraint("no", name=op.f("uq_export_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_export_uid")),
        sqlite_strict=True,
    )


def _purge_hold() -> None:
    op.create_table(
        "purge_hold",
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("released_at", sa.Integer(), nullable=True),
        sa.Column("released_by", sa.Text(), nullable=False),
        sa.Column("release_note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('lawsuit', 'police', 'complaint', 'other')", name=op.f("ck_purge_hold_kind_known")
        ),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("ck_purge_hold_reason_length")),
        sa.CheckConstraint("length(release_note) <= 200", name=op.f("ck_purge_hold_release_note_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge_hold")),
        sa.UniqueConstraint("uid", name=op.f("uq_purge_hold_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_purge_hold_record_uid"), "purge_hold", ["record_uid"], unique=False)


def _purge_run() -> None:
    op.create_table(
        "purge_run",
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("first_no", sa.Text(), nullable=False),
        sa.Column("last_no", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("witness_id", sa.Integer(), nullable=True),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("ck_purge_run_reason_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge_run")),
        sa.UniqueConstraint("no", name=op.f("uq_purge_run_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_purge_run_uid")),
        sqlite_strict=True,
    )


def _ticket() -> None:
    op.create_table(
        "ticket",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("ticks", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_ticket")),
        sqlite_strict=True,
    )


def _visit_restriction() -> None:
    op.create_table(
        "visit_restriction",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_mark", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("approver_name", sa.Text(), nullable=False),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("end_note", sa.Text(), nullable=False),
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
        sa.Column("purged", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state <> 'active' OR approver_id IS NOT NULL",
            name=op.f("ck_visit_restriction_active_is_approved"),
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'active', 'refused', 'ended')", name=op.f("ck_visit_restriction_state_known")
        ),
        sa.CheckConstraint(
            "approver_id IS NULL OR approver_id <> handler_id", name=op.f("ck_visit_restriction_two_people")
        ),
        sa.CheckConstraint("ends >= starts", name=op.f("ck_visit_restriction_ends_after_it_starts")),
        sa.CheckConstraint("length(basis) <= 200", name=op.f("ck_visit_restriction_basis_length")),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_visit_restriction_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_restriction")),
        sa.UniqueConstraint("no", name=op.f("uq_visit_restriction_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_visit_restriction_uid")),
        sqlite_strict=True,
    )


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("pin", sa.Text(), nullable=False),
        sa.Column("set_at", sa.Integer(), nullable=False),
        sa.Column("code_until", sa.Integer(), nullable=True),
        sa.Column("pin_set_at", sa.Integer(), nullable=True),
        sa.Column("signed_in_at", sa.Integer(), nullable=True),
        sa.Column("unlocked_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('code', 'ready')", name=op.f("ck_account_state_known")),
        sa.CheckConstraint("length(password) <= 200", name=op.f("ck_account_password_length")),
        sa.CheckConstraint("length(pin) <= 200", name=op.f("ck_account_pin_length")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_account_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("staff_id", name=op.f("uq_account_staff_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_account_uid")),
        sqlite_strict=True,
    )


def _delegation() -> None:
    op.create_table(
        "delegation",
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(by_name) <= 60", name=op.f("ck_delegation_by_name_length")),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("ck_delegation_reason_length")),
        sa.ForeignKeyConstraint(["from_id"], ["staff.id"], name=op.f("fk_delegation_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name=op.f("fk_delegation_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("uid", name=op.f("uq_delegation_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_delegation_to_id"), "delegation", ["to_id"], unique=False)


def _contractor_12() -> None:
    op.add_column("contractor", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _document_print_13() -> None:
    op.add_column("document_print", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _duty_entry_14() -> None:
    op.add_column("duty_entry", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _duty_shift_15() -> None:
    op.add_column("duty_shift", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _entry_pass_16() -> None:
    op.add_column("entry_pass", sa.Column("alone", sa.Integer(), server_default="0", nullable=False))
    op.add_column("entry_pass", sa.Column("alone_id", sa.Integer(), nullable=True))
    op.add_column("entry_pass", sa.Column("alone_at", sa.Integer(), nullable=True))
    op.add_column("entry_pass", sa.Column("reviewed_by", sa.Text(), server_default="", nullable=False))
    op.add_column("entry_pass", sa.Column("reviewed_at", sa.Integer(), nullable=True))
    op.add_column("entry_pass", sa.Column("review_note", sa.Text(), server_default="", nullable=False))
    op.add_column("entry_pass", sa.Column("objected", sa.Integer(), server_default="0", nullable=False))
    op.add_column("entry_pass", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "ix_entry_pass_to_review",
        "entry_pass",
        ["alone_at"],
        unique=False,
        sqlite_where=sa.text("alone = 1 AND reviewed_at IS NULL"),
    )


def _hot_work_permit_17() -> None:
    op.add_column("hot_work_permit", sa.Column("alone", sa.Integer(), server_default="0", nullable=False))
    op.add_column("hot_work_permit", sa.Column("alone_id", sa.Integer(), nullable=True))
    op.add_column("hot_work_permit", sa.Column("alone_at", sa.Integer(), nullable=True))
    op.add_column("hot_work_permit", sa.Column("reviewed_by", sa.Text(), server_default="", nullable=False))
    op.add_column("hot_work_permit", sa.Column("reviewed_at", sa.Integer(), nullable=True))
    op.add_column("hot_work_permit", sa.Column("review_note", sa.Text(), server_default="", nullable=False))
    op.add_column("hot_work_permit", sa.Column("objected", sa.Integer(), server_default="0", nullable=False))
    op.add_column("hot_work_permit", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "ix_hot_work_permit_to_review",
        "hot_work_permit",
        ["alone_at"],
        unique=False,
        sqlite_where=sa.text("alone = 1 AND reviewed_at IS NULL"),
    )


def _key_count_18() -> None:
    op.add_column("key_count", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _key_loan_19() -> None:
    op.add_column("key_loan", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _release_slip_20() -> None:
    op.add_column("release_slip", sa.Column("alone_id", sa.Integer(), nullable=True))
    op.add_column("release_slip", sa.Column("alone_at", sa.Integer(), nullable=True))
    op.add_column("release_slip", sa.Column("review_note", sa.Text(), server_default="", nullable=False))
    op.add_column("release_slip", sa.Column("objected", sa.Integer(), server_default="0", nullable=False))
    op.add_column("release_slip", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _renovation_21() -> None:
    op.add_column("renovation", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))


def _visit_22() -> None:
    op.add_column("visit", sa.Column("id_mark", sa.Text(), server_default="", nullable=False))
    op.add_column("visit", sa.Column("purged", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "ix_visit_id_mark", "visit", ["id_mark"], unique=False, sqlite_where=sa.text("id_mark != ''")
    )


def upgrade() -> None:
    _access()
    _access_check()
    _attempt()
    _checkup()
    _doomed_file()
    _export()
    _purge_hold()
    _purge_run()
    _ticket()
    _visit_restriction()
    _account()
    _delegation()
    _contractor_12()
    _document_print_13()
    _duty_entry_14()
    _duty_shift_15()
    _entry_pass_16()
    _hot_work_permit_17()
    _key_count_18()
    _key_loan_19()
    _release_slip_20()
    _renovation_21()
    _visit_22()
    guards.against_deleting(op.get_bind(), RECORDS)
    guards.log(op.get_bind(), "access", 184)
    guards.detail(op.get_bind())
    guards.against_replacing(op.get_bind())
    rekey.seal(op.get_bind(), op.get_context().config.attributes["chain"])
