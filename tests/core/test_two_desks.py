"""Two real processes on one file: numbers without gaps, one holder a badge; killed ones are in tests/faults/kills.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk_app.core import chain, numbering, settings, store
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.registers.visitors.records import Visit
from tests.core.counting import DAY, together

ROOT = Path(__file__).resolve().parents[2]


def desk(db, name, count, badge=""):
    """Start a desk in its own process; it waits for `go`."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "tests.core.writer", db.url, name, str(count), badge],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def go(*desks):
    for one in desks:
        assert one.stdout.readline() == "ready\n", one.stderr.read()
    for one in desks:
        one.stdin.write("\n")
        one.stdin.flush()


def finish(one):
    out, err = one.communicate(timeout=60)
    assert one.returncode == 0, err
    return out.splitlines()


def test_two_processes_numbering_at_once_leave_no_gap_and_no_double(db):
    desks = [desk(db, "甲", 40), desk(db, "乙", 40)]
    go(*desks)
    acknowledged = [line.split()[0] for one in desks for line in finish(one)]
    with db.read() as session:
        numbers = list(session.scalars(select(Visit.no).order_by(Visit.id)))
        assert sorted(acknowledged) == sorted(numbers)
        assert [int(no[-3:]) for no in numbers] == list(range(1, 81))
        assert chain.walk(session).broken is None


def test_ten_thousand_numbers_each_of_two_processes_leave_no_gap_and_no_error(db):
    """Bar C1 of the shared figures."""
    given = together(db.url, "C1", 2, 10_000).numbers
    assert sorted(given, key=lambda no: int(no[12:])) == [
        numbering.format_number("C1", DAY, count) for count in range(1, 20_001)
    ]


def test_a_desk_that_never_gets_its_turn_says_so_and_can_save_afterwards(db, desk, monkeypatch):
    monkeypatch.setattr(store, "PATIENCE", 0.2)
    other = Database(db.url)
    with other.write(desk.qt):
        with pytest.raises(KnownError, match="另一台前台正在保存"), db.write(desk.qt):
            pass
        with db.read() as session:
            assert session.scalar(select(func.count()).select_from(Visit)) == 0
    other.close()
    with db.write(desk.qt) as session:
        assert numbering.take(session, "FX", DAY) == "FX-20261123-001"


def test_a_badge_wanted_by_two_processes_at_once_goes_to_one(db, tower):
    desks = [desk(db, name, 1, "A007") for name in "甲乙丙"]
    go(*desks)
    assert sorted(line for one in desks for line in finish(one)) == [
        "given",
        "refused badge",
        "refused badge",
    ]


def test_a_unit_of_work_committed_before_its_answer_was_lost_is_known(db):
    with db.write(None, "unit-1"):
        pass
    assert db.was_committed("unit-1")
    assert not db.was_committed("unit-2")


def test_a_list_knows_that_the_other_window_has_written(db, desk):
    other = Database(db.url)
    try:
        before = db.revision
        with other.write(desk.manager) as session:
            settings.change(session, settings.PROJECT, "中盛国际中心")
        assert db.revision > before
        assert db.revision == other.revision
    finally:
        other.close()
