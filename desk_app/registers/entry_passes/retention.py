"""What of an entry pass is kept for how long: the pass for good, its holder's data not (domain.md §1.7)."""

from __future__ import annotations

from desk_app.core import deposits
from desk_app.core.deposits import Refund
from desk_app.core.retention import DEIDENTIFIED, Part, Term, Who
from desk_app.registers.entry_passes import drafting, refunding, terms
from desk_app.registers.entry_passes.records import EntryPass, PassExtension

TERM = Term(
    kind=EntryPass,
    closed=frozenset({"draft", "replaced", "confiscated", "returned", "void"}),
    index=drafting.index,
    days=terms.PRIVATE_DAYS,
    years=terms.KEPT_YEARS,
    private=("phone", "id_no", "id_masked", "id_tail", "residence_no", "special_no", "odd_reason"),
    since=("ended_on", "ends"),
    parts=(Part(PassExtension, "pass_id"), Part(Refund, "record_uid", deposits.PRIVATE, since="day")),
    papers=DEIDENTIFIED,
    files=DEIDENTIFIED,
    who=Who(
        ("name", "guarantor"),
        ("phone",),
        ("id_no", "residence_no", "special_no"),
        ("name", "phone", "id_no", "residence_no", "special_no"),
    ),
    ground=terms.KEPT_GROUND,
    unsettled=refunding.refundable(),
)
