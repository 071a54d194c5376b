"""First schema: core, visitors, contractors, release slips."""

import sqlalchemy as sa
from alembic import op

from desk_app.core import gram_table, guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RECORDS = (
    "badge",
    "building",
    "customer",
    "holiday",
    "holiday_year",
    "link",
    "paper",
    "print_event",
    "setting",
    "staff",
    "badge_loan",
    "contact",
    "room",
    "contractor",
    "occupancy",
    "release_slip",
    "visit",
    "contractor_call",
    "contractor_tool",
    "release_item",
    "visit_belonging",
    "visit_companion",
)


def _badge() -> None:
    op.create_table(
        "badge",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('visitor', 'contractor')", name=op.f("ck_badge_kind_known")),
        sa.CheckConstraint("length(code) <= 20", name=op.f("ck_badge_code_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge")),
        sa.UniqueConstraint("code", name=op.f("uq_badge_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_badge_uid")),
        sqlite_strict=True,
    )


def _building() -> None:
    op.create_table(
        "building",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_building")),
        sa.UniqueConstraint("name", name=op.f("uq_building_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_building_uid")),
        sqlite_strict=True,
    )


def _customer() -> None:
    op.create_table(
        "customer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("arrears", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 80", name=op.f("ck_customer_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("name", name=op.f("uq_customer_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_customer_uid")),
        sqlite_strict=True,
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("form", "staff_id", name=op.f("pk_draft")),
        sqlite_strict=True,
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_history_uid"), "history", ["uid"], unique=False)


def _history_detail() -> None:
    op.create_table(
        "history_detail",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_detail")),
        sqlite_strict=True,
    )


def _holiday() -> None:
    op.create_table(
        "holiday",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("struck", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('off', 'work')", name=op.f("ck_holiday_kind_known")),
        sa.CheckConstraint("length(name) <= 40", name=op.f("ck_holiday_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint("uid", name=op.f("uq_holiday_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_holiday_day"), "holiday", ["day"], unique=False)
    op.create_index(
        "one_kind_a_day",
        "holiday",
        ["day"],
        unique=True,
        sqlite_where=sa.text("struck = 0"),
        postgresql_where=sa.text("struck = 0"),
    )


def _holiday_year() -> None:
    op.create_table(
        "holiday_year",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("complete", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday_year")),
        sa.UniqueConstraint("uid", name=op.f("uq_holiday_year_uid")),
        sa.UniqueConstraint("year", name=op.f("uq_holiday_year_year")),
        sqlite_strict=True,
    )


def _link() -> None:
    op.create_table(
        "link",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_entity", sa.Text(), nullable=False),
        sa.Column("from_uid", sa.Text(), nullable=False),
        sa.Column("to_entity", sa.Text(), nullable=False),
        sa.Column("to_uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("uid", name=op.f("uq_link_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_link_from_uid"), "link", ["from_uid"], unique=False)
    op.create_index(op.f("ix_link_to_uid"), "link", ["to_uid"], unique=False)


def _paper() -> None:
    op.create_table(
        "paper",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("record_uid", sa.Text(), nullable=False),
        sa.Column("no", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("uid", name=op.f("uq_paper_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_paper_no"), "paper", ["no"], unique=False)
    op.create_index(op.f("ix_paper_record_uid"), "paper", ["record_uid"], unique=False)


def _print_event() -> None:
    op.create_table(
        "print_event",
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_print_event_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_print_event_paper_id"), "print_event", ["paper_id"], unique=False)


def _search_entry() -> None:
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("room_key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("haystack", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sqlite_strict=True,
    )
    op.create_index("ix_search_entry_kind_record", "search_entry", ["kind", "record"], unique=True)
    op.create_index(
        "ix_search_entry_room",
        "search_entry",
        ["room_key"],
        unique=False,
        sqlite_where=sa.text("room_key != ''"),
        postgresql_where=sa.text("room_key != ''"),
    )
    op.create_index(op.f("ix_search_entry_uid"), "search_entry", ["uid"], unique=False)


def _serial() -> None:
    op.create_table(
        "serial",
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "day", name=op.f("pk_serial")),
        sqlite_strict=True,
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_setting_uid")),
        sqlite_strict=True,
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) <= 20", name=op.f("ck_staff_code_length")),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_staff_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("code", name=op.f("uq_staff_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_staff_uid")),
        sqlite_strict=True,
    )


def _unit() -> None:
    op.create_table(
        "unit",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_unit")),
        sqlite_strict=True,
    )


def _badge_loan() -> None:
    op.create_table(
        "badge_loan",
        sa.Column("badge_id", sa.Integer(), nullable=False),
        sa.Column("holder_uid", sa.Text(), nullable=False),
        sa.Column("holder_name", sa.Text(), nullable=False),
        sa.Column("out_at", sa.Integer(), nullable=False),
        sa.Column("back_at", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_badge_loan_badge_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge_loan")),
        sa.UniqueConstraint("uid", name=op.f("uq_badge_loan_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_badge_loan_holder_uid"), "badge_loan", ["holder_uid"], unique=False)
    op.create_index(
        "one_holder",
        "badge_loan",
        ["badge_id"],
        unique=True,
        sqlite_where=sa.text("back_at IS NULL"),
        postgresql_where=sa.text("back_at IS NULL"),
    )


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("signatory", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_contact_name_length")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_contact_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("uid", name=op.f("uq_contact_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_contact_customer_id"), "contact", ["customer_id"], unique=False)


def _room() -> None:
    op.create_table(
        "room",
        sa.Column("building_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("area", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('office', 'public', 'plant')", name=op.f("ck_room_kind_known")),
        sa.CheckConstraint("length(name) <= 40", name=op.f("ck_room_name_length")),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name=op.f("fk_room_building_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("uid", name=op.f("uq_room_uid")),
        sqlite_strict=True,
    )
    op.create_index("one_room", "room", ["building_id", "name"], unique=True)


def _contractor() -> None:
    op.create_table(
        "contractor",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("party_size", sa.Integer(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("host_room", sa.Text(), nullable=False),
        sa.Column("host_name", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("confirm", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.Integer(), nullable=False),
        sa.Column("hot_work", sa.Integer(), nullable=False),
        sa.Column("cut_off", sa.Integer(), nullable=False),
        sa.Column("plant_room", sa.Integer(), nullable=False),
        sa.Column("badge", sa.Text(), nullable=False),
        sa.Column("badge_lost", sa.Integer(), nullable=False),
        sa.Column("in_at", sa.Integer(), nullable=False),
        sa.Column("exp_out", sa.Integer(), nullable=True),
        sa.Column("out_at", sa.Integer(), nullable=True),
        sa.Column("out_confirmed_by", sa.Text(), nullable=False),
        sa.Column("call_every", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("reason_on", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
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
        sa.CheckConstraint("state IN ('inside', 'left', 'void')", name=op.f("ck_contractor_state_known")),
        sa.CheckConstraint(
            "in_at BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_contractor_in_at_plausible")
        ),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_contractor_name_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_contractor_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contractor")),
        sa.UniqueConstraint("no", name=op.f("uq_contractor_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_contractor_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_contractor_day"), "contractor", ["day"], unique=False)
    op.create_index("ix_contractor_open", "contractor", ["state", "due_at"], unique=False)


def _occupancy() -> None:
    op.create_table(
        "occupancy",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("relation IN ('owner', 'tenant')", name=op.f("ck_occupancy_relation_known")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_occupancy_customer_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_occupancy_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occupancy")),
        sa.UniqueConstraint("uid", name=op.f("uq_occupancy_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_occupancy_customer_id"), "occupancy", ["customer_id"], unique=False)
    op.create_index(op.f("ix_occupancy_room_id"), "occupancy", ["room_id"], unique=False)


def _release_slip() -> None:
    op.create_table(
        "release_slip",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("applicant", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("id_tail", sa.Text(), nullable=False),
        sa.Column("odd_reason", sa.Text(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("by_car", sa.Integer(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("route_note", sa.Text(), nullable=False),
        sa.Column("plan_from", sa.Integer(), nullable=True),
        sa.Column("plan_to", sa.Integer(), nullable=True),
        sa.Column("returnable", sa.Integer(), nullable=False),
        sa.Column("return_due", sa.Text(), nullable=True),
        sa.Column("reno_no", sa.Text(), nullable=False),
        sa.Column("consent_how", sa.Text(), nullable=False),
        sa.Column("consent_by", sa.Text(), nullable=False),
        sa.Column("consent_phone", sa.Text(), nullable=False),
        sa.Column("consent_note", sa.Text(), nullable=False),
        sa.Column("consent_at", sa.Integer(), nullable=True),
        sa.Column("consent_checked_by", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("lead_name", sa.Text(), nullable=False),
        sa.Column("lead_role", sa.Text(), nullable=False),
        sa.Column("lead_note", sa.Text(), nullable=False),
        sa.Column("alone", sa.Integer(), nullable=False),
        sa.Column("reviewed_by", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.Integer(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Integer(), nullable=True),
        sa.Column("valid_until", sa.Integer(), nullable=True),
        sa.Column("unused_note", sa.Text(), nullable=False),
        sa.Column("gate", sa.Text(), nullable=False),
        sa.Column("guard", sa.Text(), nullable=False),
        sa.Column("released_at", sa.Integer(), nullable=True),
        sa.Column("recovered_at", sa.Integer(), nullable=True),
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
            "(no IS NULL AND state NOT IN ('issued', 'partly_released', 'released', 'recovered', 'closed', 'expired', 'refused_at_gate')) OR (id_kind <> '' AND applicant <> '' AND lead_id IS NOT NULL)",
            name=op.f("ck_release_slip_issued_is_signed"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'partly_released', 'released', 'recovered', 'closed', 'expired', 'refused_at_gate')) OR (no IS NOT NULL AND issued_at IS NOT NULL)",
            name=op.f("ck_release_slip_issued_is_numbered"),
        ),
        sa.CheckConstraint(
            "(no IS NULL AND state NOT IN ('issued', 'partly_released', 'released', 'recovered', 'closed', 'expired', 'refused_at_gate')) OR (valid_until > issued_at)",
            name=op.f("ck_release_slip_issued_is_limited"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'awaiting_consent', 'awaiting_lead', 'issued', 'partly_released', 'released', 'recovered', 'closed', 'expired', 'void', 'refused_at_gate')",
            name=op.f("ck_release_slip_state_known"),
        ),
        sa.CheckConstraint(
            "issued_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_release_slip_issued_at_plausible"),
        ),
        sa.CheckConstraint("length(applicant) <= 60", name=op.f("ck_release_slip_applicant_length")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_release_slip_customer_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["staff.id"], name=op.f("fk_release_slip_lead_id")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_release_slip_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_slip")),
        sa.UniqueConstraint("no", name=op.f("uq_release_slip_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_release_slip_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_release_slip_day"), "release_slip", ["day"], unique=False)
    op.create_index("ix_release_slip_open", "release_slip", ["state", "valid_until"], unique=False)


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("party_size", sa.Integer(), nullable=False),
        sa.Column("org", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_no", sa.Text(), nullable=False),
        sa.Column("id_reason", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("host_room", sa.Text(), nullable=False),
        sa.Column("host_name", sa.Text(), nullable=False),
        sa.Column("confirm", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("purpose_note", sa.Text(), nullable=False),
        sa.Column("badge", sa.Text(), nullable=False),
        sa.Column("badge_lost", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("plate", sa.Text(), nullable=False),
        sa.Column("expected_at", sa.Integer(), nullable=True),
        sa.Column("in_at", sa.Integer(), nullable=True),
        sa.Column("exp_out", sa.Integer(), nullable=True),
        sa.Column("out_at", sa.Integer(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
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
            "state IN ('expected', 'waiting', 'inside', 'left', 'forced', 'refused', 'no_show', 'void')",
            name=op.f("ck_visit_state_known"),
        ),
        sa.CheckConstraint(
            "in_at BETWEEN 946684800000 AND 4102444800000", name=op.f("ck_visit_in_at_plausible")
        ),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_visit_name_length")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_visit_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("no", name=op.f("uq_visit_no")),
        sa.UniqueConstraint("uid", name=op.f("uq_visit_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_day"), "visit", ["day"], unique=False)
    op.create_index("ix_visit_in_at", "visit", ["in_at"], unique=False)
    op.create_index("ix_visit_open", "visit", ["state", "in_at"], unique=False)


def _contractor_call() -> None:
    op.create_table(
        "contractor_call",
        sa.Column("contractor_id", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("abnormal", sa.Text(), nullable=False),
        sa.Column("handler_name", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "done_at BETWEEN 946684800000 AND 4102444800000",
            name=op.f("ck_contractor_call_done_at_plausible"),
        ),
        sa.CheckConstraint("length(who) <= 60", name=op.f("ck_contractor_call_who_length")),
        sa.ForeignKeyConstraint(
            ["contractor_id"], ["contractor.id"], name=op.f("fk_contractor_call_contractor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contractor_call")),
        sa.UniqueConstraint("uid", name=op.f("uq_contractor_call_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_contractor_call_contractor_id"), "contractor_call", ["contractor_id"], unique=False
    )


def _contractor_tool() -> None:
    op.create_table(
        "contractor_tool",
        sa.Column("contractor_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_contractor_tool_name_length")),
        sa.ForeignKeyConstraint(
            ["contractor_id"], ["contractor.id"], name=op.f("fk_contractor_tool_contractor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contractor_tool")),
        sa.UniqueConstraint("uid", name=op.f("uq_contractor_tool_uid")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_contractor_tool_contractor_id"), "contractor_tool", ["contractor_id"], unique=False
    )


def _release_item() -> None:
    op.create_table(
        "release_item",
        sa.Column("slip_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_release_item_name_length")),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_release_item_quantity_positive")),
        sa.ForeignKeyConstraint(["slip_id"], ["release_slip.id"], name=op.f("fk_release_item_slip_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_item")),
        sa.UniqueConstraint("uid", name=op.f("uq_release_item_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_release_item_slip_id"), "release_item", ["slip_id"], unique=False)


def _visit_belonging() -> None:
    op.create_table(
        "visit_belonging",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_visit_belonging_name_length")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_belonging_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_belonging")),
        sa.UniqueConstraint("uid", name=op.f("uq_visit_belonging_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_belonging_visit_id"), "visit_belonging", ["visit_id"], unique=False)


def _visit_companion() -> None:
    op.create_table(
        "visit_companion",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 60", name=op.f("ck_visit_companion_name_length")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_companion_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_companion")),
        sa.UniqueConstraint("uid", name=op.f("uq_visit_companion_uid")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_companion_visit_id"), "visit_companion", ["visit_id"], unique=False)


def upgrade() -> None:
    _badge()
    _building()
    _customer()
    _draft()
    _history()
    _history_detail()
    _holiday()
    _holiday_year()
    _link()
    _paper()
    _print_event()
    _search_entry()
    _serial()
    _setting()
    _staff()
    _unit()
    _badge_loan()
    _contact()
    _room()
    _contractor()
    _occupancy()
    _release_slip()
    _visit()
    _contractor_call()
    _contractor_tool()
    _release_item()
    _visit_belonging()
    _visit_companion()
    connection = op.get_bind()
    gram_table.create_index_table(connection)
    guards.against_deleting(connection, RECORDS)
    guards.history(connection, "history")
