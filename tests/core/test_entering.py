"""New rows: entered by fixed statements, and rows of the session like every other from then on."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from desk_app.core import audit, chain, clock, datafile
from desk_app.core.badges import Badge, BadgeLoan
from desk_app.core.datafile import Damaged
from desk_app.core.people import SYSTEM
from desk_app.core.premises import Building, Room
from desk_app.core.records import Audited, Base


def loan(badge, **more):
    return BadgeLoan(badge=badge, holder_uid="00" * 16, holder_name="张玥闻", **more)


def test_what_a_new_row_was_not_given_it_has_and_the_file_too(db):
    with db.write(SYSTEM) as session:
        badge = Badge(code="A001", kind="visitor")
        session.add(badge)
        session.flush()
        assert not inspect(badge).expired_attributes
        assert (badge.version, badge.lost, len(badge.uid), badge.created_at) == (
            1,
            False,
            32,
            badge.created_at,
        )
        kept = session.execute(text("SELECT id, version, lost, uid, created_at FROM badge")).one()
        assert kept == (badge.id, 1, 0, badge.uid, int(badge.created_at.timestamp() * 1000))
    with db.read() as session:
        again = session.scalars(select(Badge)).one()
        assert (again.created_at, again.lost) == (badge.created_at, False)


def test_rows_that_hold_each_other_enter_in_one_flush_in_any_order(db):
    """The loan is added before its badge has a number; a floor's room before its building."""
    with db.write(SYSTEM) as session:
        badge, building = Badge(code="A001", kind="visitor"), Building(name="A座")
        session.add(loan(badge))
        session.add(Room(building=building, name="15-08", floor="15"))
        session.flush()
        assert session.scalars(select(BadgeLoan.badge_id)).one() == badge.id
        assert session.scalars(select(Room.building_id)).one() == building.id
    with db.read() as session:
        assert chain.walk(session).broken is None


def test_a_row_refers_to_one_that_is_there_already(db):
    with db.write(SYSTEM) as session:
        badge = Badge(code="A001", kind="visitor")
        session.add(badge)
        session.flush()
        out = loan(badge)
        session.add(out)
        session.flush()
        assert out.badge_id == badge.id


def test_a_savepoint_that_is_undone_takes_its_new_rows_along(db):
    with db.write(SYSTEM) as session:
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            gone = Badge(code="A001", kind="visitor")
            session.add(gone)
            session.flush()
            raise ZeroDivisionError
        assert gone not in session
        stays = Badge(code="A002", kind="visitor")
        session.add(stays)
        session.flush()
        assert stays.id == 1  # the number of the one that is gone
        assert session.scalars(select(Badge.code)).all() == ["A002"]
    with db.read() as session:
        assert (chain.walk(session).read, chain.walk(session).broken) == (1, None)


def test_a_new_row_that_breaks_a_constraint_leaves_nothing_behind(db):
    for badge_is in ("A001", "A001"):
        try:
            with db.write(SYSTEM) as session:
                session.add(Badge(code=badge_is, kind="visitor"))
        except IntegrityError as error:
            assert "records are never replaced" in str(error)
    with db.read() as session:
        assert session.scalars(select(Badge.code)).all() == ["A001"]
        assert (chain.walk(session).read, chain.walk(session).broken) == (1, None)


def test_a_broken_constraint_in_a_damaged_file_is_told_as_damage(db, monkeypatch):
    """A page that is an old state of itself has numbers given out twice; nothing of that is the user's mistake."""
    with db.write(SYSTEM) as session:
        session.add(Badge(code="A001", kind="visitor"))
    monkeypatch.setattr(
        datafile, "quick_check", lambda _file: ["Tree 103 page 339 cell 6: Rowid out of order"]
    )
    with pytest.raises(Damaged, match="数据文件可能已损坏"), db.write(SYSTEM) as session:
        session.add(Badge(code="A001", kind="visitor"))


def test_a_new_row_can_be_changed_in_the_same_unit(db):
    with db.write(SYSTEM) as session:
        badge = Badge(code="A001", kind="visitor")
        session.add(badge)
        session.flush()
        badge.lost = True
        session.flush()
        assert badge.version == 2
        first, second = audit.history(session, badge.uid)
        assert second.changes == {"lost": (False, True)}
        assert "lost" not in first.changes
    with db.read() as session:
        assert session.scalars(select(Badge.lost)).one() is True


def test_every_table_of_records_has_one_key_that_the_file_gives(db):
    """What core/entering.py takes for granted."""
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Audited):
            assert [column.name for column in mapper.primary_key] == ["id"]
            assert mapper.tables == [mapper.local_table]
            for relation in mapper.relationships:
                assert len(relation.local_remote_pairs) == 1
                assert not relation.uselist or relation.back_populates, f"{relation} has no way back"


def test_moments_of_a_new_row_are_those_of_the_clock(db, now):
    with db.write(SYSTEM) as session:
        badge = Badge(code="A001", kind="visitor")
        session.add(badge)
        session.flush()
        assert badge.created_at == clock.now()
