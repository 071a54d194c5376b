"""What is kept no longer than its term: cleared in steps, the chain whole, nothing left of it anywhere."""

from __future__ import annotations

from datetime import date

import pytest

from desk_app.core import settings
from desk_app.core.retention import DEIDENTIFIED, DESTROYED
from desk_app.registers import REGISTERS

TERMS = {room.key: room.term() for room in REGISTERS if room.term()}


@pytest.mark.parametrize(
    ("key", "days", "years"),
    [
        ("visitors", 30, 1), ("contractors", 30, 1), ("release_slips", 180, 1), ("duty_log", 180, 3),
        ("duty_sheets", 0, 3), ("key_loans", 180, 2), ("key_counts", 0, 2), ("hot_work_permits", 180, 3),
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
