"""What of a contractor's stay is kept for how long (domain.md §1.7: 来访人员情况登记)."""

from __future__ import annotations

from desk_app.core.retention import DEIDENTIFIED, Part, Term, Who
from desk_app.registers.contractors import rules, service
from desk_app.registers.contractors.records import Call, Contractor, Tool

TERM = Term(
    kind=Contractor,
    closed=frozenset({"left", "void"}),
    index=service.index,
    days=rules.PRIVATE_DAYS,
    years=rules.KEPT_YEARS,
    private=("name", "phone", "host_name", "confirmed_by", "out_confirmed_by", "remark", "void_reason"),
    shown=frozenset({"name"}),
    since=("out_at",),
    parts=(Part(Call, "contractor_id", ("who", "situation")), Part(Tool, "contractor_id")),
    places={"host_room": "room_id"},
    papers=DEIDENTIFIED,
    files=DEIDENTIFIED,
    who=Who(("name", "host_name"), ("phone",), own=("name", "phone")),
)
