"""What of a visit is kept for how long: the person 30 days, the skeleton a year (domain.md §1.7, F04)."""

from __future__ import annotations

from desk_app.core.retention import DEIDENTIFIED, Part, Term, Who
from desk_app.registers.visitors import rules, service
from desk_app.registers.visitors.records import Belonging, Companion, Visit

TERM = Term(
    kind=Visit,
    closed=frozenset({"left", "forced", "refused", "no_show", "void"}),
    index=service.index,
    days=rules.PRIVATE_DAYS,
    years=rules.KEPT_YEARS,
    private=(
        "name", "org", "phone", "id_no", "id_mark", "id_reason", "plate", "host_room", "host_name", "confirmed_by", "purpose_note",
        "zone", "remark", "end_reason", "void_reason",
    ),
    shown=frozenset({"name"}),
    since=("out_at",),
    parts=(
        Part(Companion, "visit_id", ("name",), frozenset({"name"})),
        Part(Belonging, "visit_id", ("name",), frozenset({"name"})),
    ),
    places={"host_room": "room_id"},
    papers=DEIDENTIFIED,
    files=DEIDENTIFIED,
    who=Who(("name", "host_name"), ("phone",), ("id_no", "plate"), ("name", "phone", "id_no", "plate")),
)  # fmt: skip
