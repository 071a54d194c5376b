"""Numbers per prefix and day, gapless, never reused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.core import numbering
from desk_app.core.people import SYSTEM

DAY = date(2026, 11, 21)


def take(db, prefix="FX", day=DAY):
    with db.write(SYSTEM) as session:
        return numbering.take(session, prefix, day)


def test_numbers_count_per_prefix_and_day(db):
    assert [take(db), take(db), take(db, "LF"), take(db, day=date(2026, 11, 22)), take(db)] == [
        "FX-20261121-001", "FX-20261121-002", "LF-20261121-001", "FX-20261122-001", "FX-20261121-003",
    ]  # fmt: skip


def test_a_unit_that_is_rolled_back_gives_its_number_back(db):
    take(db)
    with pytest.raises(ZeroDivisionError), db.write(SYSTEM) as session:
        assert numbering.take(session, "FX", DAY) == "FX-20261121-002"
        raise ZeroDivisionError
    assert take(db) == "FX-20261121-002"


def test_two_numbers_in_one_unit_follow_each_other(db):
    with db.write(SYSTEM) as session:
        assert [numbering.take(session, "FX", DAY)[-3:] for _ in range(3)] == ["001", "002", "003"]


def test_the_day_is_the_building_s(db, now):
    now.go(hours=14, minutes=20)
    with db.write(SYSTEM) as session:
        assert numbering.take(session, "LF") == "LF-20261124-001"


def test_beyond_999_the_number_grows():
    assert numbering.format_number("FX", DAY, 999) == "FX-20261121-999"
    assert numbering.format_number("FX", DAY, 1000) == "FX-20261121-1000"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.booleans(), max_size=12))
def test_whatever_fails_in_between_there_is_never_a_gap(db, outcomes):
    prefix = f"T{numbering_run(db)}"
    kept = []
    for commits in outcomes:
        try:
            with db.write(SYSTEM) as session:
                number = numbering.take(session, prefix, DAY)
                if not commits:
                    raise ZeroDivisionError
            kept.append(number)
        except ZeroDivisionError:
            pass
    assert kept == [numbering.format_number(prefix, DAY, n) for n in range(1, len(kept) + 1)]


def numbering_run(db):
    """Return a fresh prefix number for each example."""
    return int(take(db, "RUN").split("-")[-1])
