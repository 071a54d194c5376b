"""What is kept no longer than its term: cleared in steps, the chain whole, nothing left of it anywhere."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import inspect

from desk_app.core import purge_rows, settings
from desk_app.core.attachments import Paper
from desk_app.core.enclosures import Enclosure
from desk_app.core.records import Base
from desk_app.core.resources import ROOT
from desk_app.core.retention import DEIDENTIFIED, DESTROYED
from desk_app.registers import REGISTERS, kept
from desk_app.registers.tables import import_all

TERMS = {room.key: room.term() for room in REGISTERS if room.term()}


@pytest.mark.parametrize(
    ("key", "days", "years"),
    [
        ("visitors", 30, 1), ("contractors", 30, 1), ("release_slips", 180, 1), ("duty_log", 180, 3),
        ("duty_sheets", 0, 3), ("keys", 180, 2), ("key_loans", 180, 2), ("key_counts", 0, 2), ("hot_work_permits", 180, 3),
        ("entry_passes", 180, 0), ("renovation_permits", 365, 0), ("document_prints", 0, 3),
    ],
)  # fmt: skip
def test_each_register_has_the_term_of_the_table(db, key, days, years):
    term = TERMS[key]
    with db.read() as session:
        config = settings.load(session)
    today = date(2026, 11, 22)
    first, second = (term.until(config, level, today) for level in (DEIDENTIFIED, DESTROYED))
    assert (today - first).days == days if days else first is None
    assert second == date(2026 - years, 11, 22) if years else second is None


def test_every_table_has_a_term_or_a_written_reason_why_not():
    """When this fails: give the table a term or a part in one, or say why not in resources/docs/retention.md."""
    import_all()
    terms = [one.term for one in kept()]
    parts = [part for term in terms for part in term.parts]
    kinds = [Paper, Enclosure, *(one.kind for one in (*terms, *parts, *purge_rows.COMMON))]
    with_term = {inspect(kind).local_table.name for kind in kinds}
    text = (ROOT / "docs" / "retention.md").read_text("utf-8")
    reasons = set(re.findall(r"`(\w+)`", text.partition("## Tables without a term")[2]))
    tables = {mapper.local_table.name for mapper in Base.registry.mappers}
    assert sorted(tables - with_term) == sorted(reasons)
