"""A desk that worked with the first version goes on with this one: copied first, upgraded, nothing lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from desk_app.core import audit, badges, clock, enclosures, migrations, search, store
from desk_app.core.attachments import Archive
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError
from desk_app.core.people import SYSTEM
from desk_app.core.verify import verify
from desk_app.registers.release_slips import service as slips
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors import views
from desk_app.registers.visitors.records import Visit
from tests.models import import_all
from tests.tools.make_migration import changes

VISIT = {
    "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "18-06", "host_name": "周颖",
    "purpose": "business", "confirm": "phone", "confirmed_by": "周颖", "badge": "A001",
}  # fmt: skip


@pytest.fixture
def old(tmp_path: Path):
    """A database of version 1 with a visitor inside and a slip begun."""
    import_all()
    path = tmp_path / "desk.db"
    url = f"sqlite:///{path}"
    clock.set_source(lambda: datetime(2026, 11, 20, 6, 30, tzinfo=UTC))
    migrations.upgrade(url, "0001")
    engine = store.make_engine(url)
    with sessionmaker(engine, expire_on_commit=False).begin() as session:
        session.info["actor"] = SYSTEM
        session.connection()
        badges.add(session, "visitor", "A", 1, 3)
        visitors.register(session, VISIT)
        slips.save(session, {"room": "18-06", "kind": "bulky", "applicant": "周颖", "items": []})
    engine.dispose()
    yield path
    clock.set_source(None)


def test_it_is_copied_before_it_is_upgraded(old: Path) -> None:
    assert store.schema_of(old) == 1
    Database(f"sqlite:///{old}").close()
    [copy] = old.parent.glob("desk-before-upgrade-*.db")
    assert (store.schema_of(copy), store.schema_of(old)) == (1, SCHEMA)
    assert store.quick_check(copy) == []


def test_its_tables_are_then_those_of_the_models(old: Path) -> None:
    Database(f"sqlite:///{old}").close()
    assert changes(f"sqlite:///{old}").upgrade_ops.as_diffs() == []


def test_nothing_is_lost_and_the_work_goes_on(old: Path, tmp_path: Path) -> None:
    db = Database(f"sqlite:///{old}")
    archive = Archive(tmp_path / "archive")
    with db.read() as session:
        visit = session.scalars(select(Visit)).one()
        assert (visit.name, visit.badge, visit.state) == ("张雨薇", "A001", "inside")
        assert views.counts(session)["inside"] == 1
        assert search.find(session, "zyw")[0].uid == visit.uid
        before = audit.head(session)
    photo = tmp_path / "门禁.jpg"
    photo.write_bytes(b"\xff\xd8")
    with db.write(SYSTEM) as session:
        visitors.sign_out(session, visit.uid)
        enclosures.attach(session, archive, session.get_one(Visit, visit.id), [str(photo)])
        assert visitors.register(session, {**VISIT, "name": "李明"}).no != visit.no
    report = verify(db, archive)
    db.close()
    assert (report.fault, report.files) == ("", 1)
    assert report.changes > before[0]


def test_an_upgrade_that_fails_leaves_the_old_file_working(old: Path, monkeypatch) -> None:
    monkeypatch.setattr(store, "broken_references", lambda _connection: 1)
    with pytest.raises(KnownError, match="已退回原样"):
        Database(f"sqlite:///{old}")
    monkeypatch.undo()
    assert store.schema_of(old) == 1
    db = Database(f"sqlite:///{old}")
    with db.read() as session:
        assert session.scalars(select(Visit)).one().name == "张雨薇"
    db.close()
