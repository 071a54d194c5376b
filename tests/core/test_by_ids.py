"""Records of a list in the order of its ids, however many."""

from __future__ import annotations

from array import array

from sqlalchemy import select

from desk_app.core import records
from desk_app.core.people import Staff
from desk_app.core.records import by_ids


def test_the_order_is_that_of_the_ids_and_what_is_unknown_is_left_out(db, desk, monkeypatch):
    monkeypatch.setattr(records, "AT_ONCE", 2)
    with db.read() as session:
        found = by_ids(session, select(Staff), array("q", [5, 99, 1, 3, 2]))
        assert [one.id for one in found] == [5, 1, 3, 2]
        assert [one.name for one in by_ids(session, select(Staff).where(Staff.id > 2), [1, 3])] == ["王班长"]
        assert by_ids(session, select(Staff), []) == []


def test_more_ids_than_the_database_takes_at_once(db, desk):
    with db.read() as session:
        assert [one.id for one in by_ids(session, select(Staff), range(70_000, 0, -1))] == [5, 4, 3, 2, 1]
