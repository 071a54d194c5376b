"""Accounts, and what trust needs besides.

Written by tests/tools/make_migration.py from the models.
"""

import sqlalchemy as sa
from alembic import op

from desk_app.core import store
from desk_app.core.migrations import rekey

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

RECORDS = (
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


def _ticket() -> None:
    op.create_table(
        "ticket",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("ticks", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_ticket")),
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


def _visit_6() -> None:
    op.add_column("visit", sa.Column("id_mark", sa.Text(), server_default="", nullable=False))
    op.create_index(
        "ix_visit_id_mark", "visit", ["id_mark"], unique=False, sqlite_where=sa.text("id_mark != ''")
    )


def upgrade() -> None:
    _access()
    _attempt()
    _checkup()
    _ticket()
    _account()
    _delegation()
    _visit_6()
    store.guard_audited(op.get_bind(), RECORDS)
    store.guard_log(op.get_bind(), "access", 184)
    store.guard_against_replacing(op.get_bind())
    rekey.seal(op.get_bind(), op.get_context().config.attributes["chain"])
