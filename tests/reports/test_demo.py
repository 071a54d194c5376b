"""The demo: believable, repeatable, made by the services, and as sound as real data."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk_app.core import audit, clock, premises, search
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.verify import verify
from desk_app.registers import REGISTERS, Room
from desk_app.registers.duty_log import sheet_views
from desk_app.registers.duty_log import views as duty_views
from desk_app.registers.release_slips.records import ReleaseSlip
from desk_app.registers.visitors import views
from desk_app.registers.visitors.records import Visit
from desk_app.reports import demo
from desk_app.reports.demo import bulk

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""Friday 14:30 in the building."""


def made(folder: Path, *, days: int = 1, visits: int = 0, seed: int = 1) -> Database:
    clock.set_source(lambda: NOW)
    demo.make(Paths(folder), days=days, visits=visits, seed=seed)
    clock.set_source(lambda: NOW)  # the demo gave it back to the system
    return Database(Paths(folder).url())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def db(folder: Path) -> Database:
    database = made(folder, days=2, visits=400)
    yield database
    database.close()
    clock.set_source(None)


def test_the_demo_is_as_sound_as_real_data(db: Database, folder: Path) -> None:
    report = verify(db, Archive(folder / "archive"))
    assert report.fault == ""
    assert report.papers > 3


def test_the_desk_is_found_in_the_middle_of_a_day(db: Database) -> None:
    with db.read() as session:
        counts = views.counts(session)
        assert counts["inside"] >= 5
        assert counts["late"] >= 2
        assert counts["expected"] >= 3
        assert session.scalar(select(func.max(Visit.in_at))) <= NOW
        issued = session.scalar(select(func.count()).where(ReleaseSlip.state == "issued"))
        assert issued >= 2


def test_every_shift_of_the_demo_has_its_log_and_those_that_ended_are_handed_in(db: Database) -> None:
    with db.read() as session:
        days = clock.today() - timedelta(days=1), clock.today()
        shifts = sheet_views.month(session, *days)
        entries = duty_views.month(session, *days)
    assert [(row["key"], row["did"]) for row in shifts] == [("night", 1), ("day", 1), ("night", 1)]
    assert all(row["weather"] and row["lead"] and row["entries"] for row in shifts)
    assert {"done", "doing"} < {row["state"] for row in entries} and len(entries) > 20


def test_the_building_has_the_size_of_a_tower(db: Database) -> None:
    with db.read() as session:
        assert 170 <= session.scalar(select(func.count()).select_from(premises.Room)) <= 200
        assert session.scalar(select(func.count()).select_from(premises.Customer)) > 100


def test_numbers_have_no_gap_on_any_day(db: Database) -> None:
    with db.read() as session:
        numbers = sorted(no for no in session.scalars(select(Visit.no)) if no)
    by_day: dict[str, list[int]] = {}
    for no in numbers:
        _, day, count = no.split("-")
        by_day.setdefault(day, []).append(int(count))
    assert len(numbers) >= 400
    assert all(counts == list(range(1, len(counts) + 1)) for counts in by_day.values())


def test_a_visit_written_in_bulk_is_found_and_has_its_history(db: Database) -> None:
    with db.read() as session:
        visit = session.scalars(select(Visit).order_by(Visit.id)).first()
        assert visit is not None
        assert visit.id in search.find_records(session, visit.name, "visitors")
        assert visit.id in search.find_records(session, visit.phone[-6:], "visitors")
        assert visit.no is not None
        assert search.find_records(session, visit.no, "visitors") == [visit.id]
        verbs = [entry.verb for entry in audit.history(session, visit.uid)]
        assert verbs == ["visitors.register", "visitors.sign_out"]
        told = audit.version_of(session, visit.uid, 2)
        assert (told["name"], told["state"]) == (visit.name, "left")


def test_what_bulk_writes_to_the_index_is_what_the_service_writes(db: Database) -> None:
    from desk_app.registers.visitors import service

    with db.read() as session:
        visit = session.scalars(select(Visit).order_by(Visit.id)).first()
        entry = session.scalars(select(search.Entry).where(search.Entry.uid == visit.uid)).one()
        before = (entry.title, entry.detail, set(entry.haystack.split("\n")), entry.room_key)
        service.index(session, visit)
        after = (entry.title, entry.detail, set(entry.haystack.split("\n")), entry.room_key)
        session.rollback()
    assert before == after


def digest(db: Database) -> str:
    with db.read() as session:
        told = session.execute(
            select(audit.Change.at, audit.Change.verb, audit.Change.entity, audit.Change.no).order_by(
                audit.Change.id
            )
        ).all()  # not the hashes: each site has its own key
        rows = session.execute(select(search.Entry.haystack).order_by(search.Entry.id)).all()
    return f"{len(told)} {hashlib.sha256(repr((told, rows)).encode()).hexdigest()}"


def test_the_same_seed_makes_the_same_data_and_another_seed_others(tmp_path: Path) -> None:
    first, second, other = (
        digest(made(tmp_path / name, days=0, visits=40, seed=seed))
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == second
    assert other != first


def test_the_demo_never_touches_a_folder_with_data(tmp_path: Path) -> None:
    made(tmp_path / "a", days=0).close()
    with pytest.raises(KnownError, match="已有数据"):
        demo.make(Paths(tmp_path / "a"), days=1)


@pytest.mark.parametrize("visits", [0, 1, 59, 61, 12345, 1_000_000])
def test_bulk_spreads_exactly_the_wanted_number(visits: int) -> None:
    spans = bulk.spread(visits, NOW.date())
    assert sum(count for _, count in spans) == visits
    assert [day for day, _ in spans] == sorted({day for day, _ in spans})
    assert all(day < NOW.date() for day, _ in spans)


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_every_register_has_rows_in_the_demo(db: Database, room: Room) -> None:
    register = room.register()
    with db.read() as session:
        found = any(len(register.source.ids(session, view.key, "")) for view in register.views)
    assert found, f"plan its work in desk_app/registers/{room.key}/demo.py: plan(day)"
