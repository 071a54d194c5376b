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
    "hot_work_permit",
    "renovation_permit",
    "hot_work_answer",
    "hot_work_note",
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


def upgrade() -> None:
    _approval()
    _enclosure()
    _hot_work_permit()
    _renovation_permit()
    _hot_work_answer()
    _hot_work_note()
    store.guard_audited(op.get_bind(), RECORDS)
