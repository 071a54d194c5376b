"""The database itself refuses what ends before it begins, says so in a sentence, and leaves old rows alone."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.core import clock, datafile, keys, store
from desk_app.core.badges import Badge, BadgeLoan
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM
from desk_app.core.records import orders
from desk_app.registers.tables import import_all
from desk_app.registers.visitors.records import Visit
from tests.released import unpack

GUARDS = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'order!_%' ESCAPE '!'"


def test_every_declared_order_is_guarded(db) -> None:
    import_all()
    with db.read() as session:
        found = {name for (name,) in store.run(session, GUARDS)}
    assert found == {f"order_{table}_{verb}" for table in orders() for verb in ("insert", "update")}


def test_what_comes_back_before_it_went_is_refused_in_a_sentence_and_nothing_is_kept(db) -> None:
    now = clock.now()
    with db.write(SYSTEM) as session:
        badge = Badge(code="A001", kind="visitor")
        session.add(badge)
        session.flush()
        loan = BadgeLoan(badge_id=badge.id, holder_uid="x", holder_name="张雨薇", out_at=now, back_at=now)
        session.add(loan)
    with pytest.raises(KnownError, match="时间前后颠倒"), db.write(SYSTEM) as session:
        session.get_one(BadgeLoan, loan.id).back_at = now - timedelta(seconds=1)
    with pytest.raises(KnownError, match="时间前后颠倒"), db.write(SYSTEM) as session:
        early = now - timedelta(hours=1)
        session.add(
            BadgeLoan(badge_id=badge.id, holder_uid="y", holder_name="李敏", out_at=now, back_at=early)
        )
    with db.read() as session:
        assert [one.back_at for one in session.scalars(select(BadgeLoan))] == [now]


def test_a_row_of_an_older_version_that_is_wrong_survives_the_upgrade_and_can_be_changed_elsewhere(
    tmp_path: Path,
) -> None:
    import_all()
    paths = unpack(4, tmp_path / "data")
    with closing(datafile.connect(keys.opened(paths.database))) as raw:
        (uid,) = raw.execute("SELECT uid FROM visit WHERE out_at IS NOT NULL LIMIT 1").fetchone()
        raw.execute("UPDATE visit SET out_at = in_at - 5000 WHERE uid = ?", (uid,))
    db = Database(paths.url())
    with db.write(SYSTEM) as session:
        visit = session.scalars(select(Visit).where(Visit.uid == uid)).one()
        visit.remark = "当时电脑时钟不对"
        left = visit.out_at
    with pytest.raises(KnownError, match="时间前后颠倒"), db.write(SYSTEM) as session:
        session.scalars(select(Visit).where(Visit.uid == uid)).one().out_at = left - timedelta(seconds=1)
    with db.read() as session:
        visit = session.scalars(select(Visit).where(Visit.uid == uid)).one()
        assert (visit.out_at, visit.remark) == (left, "当时电脑时钟不对")
    db.close()
