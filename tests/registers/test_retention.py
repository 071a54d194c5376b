"""Every register's records at the end of their terms: de-identified, destroyed, the chain whole, nothing left."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from desk_app.core import accounts, audit, clock, datafile, guards, people, presence, purge, settings, store
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.errors import RuleError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.core.purge import Run
from desk_app.core.retention import CLEAR, DEIDENTIFIED, DESTROYED, GONE
from desk_app.core.verify import verify
from desk_app.registers import kept
from desk_app.registers.visitors import service, views
from desk_app.registers.visitors.records import Visit
from desk_app.reports import demo
from tests.core import clear_pages
from tests.reports.test_demo import NOW

KEPT = kept()
LATER = NOW + timedelta(days=365 * 11)


@pytest.fixture(scope="module")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two days of every register's work, once."""
    folder = tmp_path_factory.mktemp("two_days") / "data"
    clock.set_source(lambda: NOW)
    demo.make(Paths(folder), days=2, seed=1)
    clock.set_source(None)
    return folder


@pytest.fixture
def old(two_days: Path, tmp_path: Path):
    """Open the two days eleven years later."""
    shutil.copytree(two_days, tmp_path, dirs_exist_ok=True)
    clock.set_source(lambda: LATER)
    db = Database(Paths(tmp_path).url())
    with db.write(SYSTEM) as session:
        for one in KEPT:
            if one.term.years and one.term.years.default == 0:
                settings.change(session, one.term.years, 10)
    yield db, Archive(tmp_path / "archive")
    db.close()
    clock.set_source(None)


def manager(db: Database):
    with db.read() as session:
        return people.as_actor(people.on_staff(session, with_role=Role.JL)[0], "desk-1")


def witness(db: Database) -> int:
    with db.read() as session:
        return people.on_staff(session, with_role=Role.KZ)[0].id


def run_all(db, archive, level):
    with db.read() as session:
        found = purge.due(session, KEPT, level)
    actor, second = manager(db), witness(db)
    for one in found:
        if one.count:
            with db.write(actor) as session:
                run = purge.begin(session, one, witness_id=second)
            with pytest.raises(RuleError, match=f"{run.no}.*没有再开一次"), db.write(actor) as session:
                purge.begin(session, one, witness_id=second)
            assert purge.carry_out(db, actor, archive, one.kept, run) == one.count
    return {one.kept.key: one.count for one in found}


def whole(db, archive):
    report = verify(db, archive)
    assert report.fault == ""
    return report


def test_after_its_terms_every_register_keeps_number_day_and_state_and_no_words(old):
    db, archive = old
    with db.read() as session:
        before = {
            one.key: [
                (r.called, one.term.day_of(r), getattr(r, "state", ""))
                for r in session.scalars(select(one.term.kind).order_by(one.term.kind.id))
            ]
            for one in KEPT
        }
    assert set(run_all(db, archive, DEIDENTIFIED)) >= {
        "visitors",
        "contractors",
        "key_loans",
        "release_slips",
    }
    whole(db, archive)
    done = run_all(db, archive, DESTROYED)
    assert len(done) >= 8
    report = whole(db, archive)
    assert "按保存期限" in report.summary()
    with db.read() as session:
        for one in KEPT:
            rows = list(session.scalars(select(one.term.kind).order_by(one.term.kind.id)))
            assert [(r.called, one.term.day_of(r), getattr(r, "state", "")) for r in rows] == before[one.key]
            waits = one.term.unsettled
            owed = set(session.scalars(select(one.term.kind.id).where(waits))) if waits is not None else set()
            assert one.key != "entry_passes" or owed  # a deposit never given back: the pass stays
            for row in rows:
                if one.term.years and one.term.is_over(row) and row.id not in owed:
                    assert row.purged == DESTROYED, (one.key, row.called)
                    assert all(
                        entry.changes == {}
                        for entry in audit.history(session, row.uid)
                        if entry.verb not in guards.PURGES
                    )
    assert datafile.quick_check(db.file) == []


def test_a_visit_keeps_its_skeleton_for_the_statistics(old):
    db, archive = old
    with db.read() as session:
        was = {
            v.uid: (v.in_at, v.out_at, v.purpose, v.room_id, v.state, v.party_size)
            for v in session.scalars(select(Visit))
        }
    run_all(db, archive, DEIDENTIFIED)
    with db.read() as session:
        for visit in session.scalars(select(Visit).where(Visit.purged == DEIDENTIFIED)):
            assert (
                visit.in_at,
                visit.out_at,
                visit.purpose,
                visit.room_id,
                visit.state,
                visit.party_size,
            ) == was[visit.uid]
            assert visit.name == GONE
            assert visit.phone + visit.org + visit.host_name + visit.plate == ""
            assert visit.host_room == (visit.room.name if visit.room else "")


def test_not_a_byte_of_the_visitors_is_left_in_the_file_or_its_log(old):
    db, archive = old
    closed = next(one for one in KEPT if one.key == "visitors").term.closed
    with db.read() as session:
        marks = sorted({v.phone for v in session.scalars(select(Visit)) if v.phone and v.state in closed})
        open_ = {v.phone for v in session.scalars(select(Visit)) if v.state not in closed}
    marks = [mark for mark in marks if mark not in open_]
    assert clear_pages.where(db.file, marks) == marks  # the look sees what is there
    run_all(db, archive, DEIDENTIFIED)
    assert clear_pages.where(db.file, marks) == []


def test_what_a_term_cleared_is_told_apart_from_what_somebody_cleared(old):
    db, archive = old
    run_all(db, archive, DEIDENTIFIED)
    whole(db, archive)
    with db.read() as session:
        kept_one = session.scalars(select(Visit).where(Visit.purged == CLEAR)).first()
    blank = (
        "UPDATE history_detail SET salt = '', payload = '' WHERE id IN (SELECT id FROM history WHERE uid = ?)"
    )
    with pytest.raises(DBAPIError, match="append-only"), db.write(SYSTEM) as session:
        store.run(session, blank, kept_one.uid)
    with closing(datafile.connect(db.file)) as raw:  # somebody with the key to the file, but not to the chain
        raw.execute("DROP TRIGGER history_detail_no_update")
        raw.execute(blank, (kept_one.uid,))
        raw.commit()
    assert "修改明细被改动过或丢失" in verify(db, archive).fault


def test_a_held_record_is_passed_over_and_follows_its_term_once_released(old):
    db, archive = old
    visitors = next(one for one in KEPT if one.key == "visitors")
    with db.read() as session:
        visit = session.scalars(select(Visit).where(Visit.state == "left")).first()
    with db.write(manager(db)) as session:
        first = purge.hold(session, visitors, visit.uid, kind="police", reason="调取函〔2026〕12 号")
        purge.hold(session, visitors, visit.uid, kind="lawsuit", reason="(2026)粤01民初8号")
    run_all(db, archive, DEIDENTIFIED)
    with db.read() as session:
        assert session.get_one(Visit, visit.id).name == visit.name
        ((due),) = [one for one in purge.due(session, KEPT, DEIDENTIFIED) if one.kept.key == "visitors"]
        assert (due.count, due.held) == (0, 1)
        second = purge.holds(session, visit.uid)[1]
    for number, one in enumerate((first, second), 1):
        with db.write(manager(db)) as session:
            purge.release(session, KEPT, one.uid, note="已结案")
        with db.read() as session:
            assert session.get_one(Visit, visit.id).hold is (number == 1)
    run_all(db, archive, DEIDENTIFIED)
    with db.read() as session:
        assert session.get_one(Visit, visit.id).name == GONE


def test_a_cleared_record_is_not_filled_again(old):
    db, archive = old
    run_all(db, archive, DEIDENTIFIED)
    with db.read() as session:
        visit = session.scalars(select(Visit).where(Visit.purged == DEIDENTIFIED)).first()
        values = views.values(session, visit.uid) | {
            "name": "张三",
            "host_name": "李四",
            "phone": "13800001111",
        }
    with pytest.raises(RuleError, match="不能再改"), db.write(manager(db)) as session:
        service.correct(session, visit.uid, values, reason="补")


def test_destroying_needs_a_witness_who_is_somebody_else_and_confirms_it(old):
    db, _archive = old
    actor, second = manager(db), witness(db)
    with db.read() as session:
        one = purge.due(session, KEPT, DESTROYED)[0]
        seen = people.as_actor(session.get_one(people.Staff, second), "desk-1")
    with db.write(seen) as session:
        accounts.set_pin(session, pin="2580", again="2580")

    def begin(witness_id, present):
        with db.write(actor) as session:
            session.info["presence"] = present
            return purge.begin(session, one, witness_id=witness_id)

    for witness_id in (None, actor.staff_id, second):
        with pytest.raises(RuleError) as error:
            begin(witness_id, {})
        assert error.value.field == "witness"
    assert isinstance(error.value, presence.Unconfirmed) and error.value.staff_id == second
    with db.read() as session:
        assert list(session.scalars(select(Run))) == []
    run = begin(second, {second: presence.HERE})
    with db.read() as session:
        assert f"{run.witness}:本人在前台" in audit.history(session, run.uid)[0].reason


def test_a_run_that_was_cut_short_goes_on_where_it_was(old, monkeypatch):
    db, archive = old
    monkeypatch.setattr(purge, "AT_ONCE", 3)
    actor = manager(db)
    with db.read() as session:
        one = next(one for one in purge.due(session, KEPT, DESTROYED) if one.kept.key == "visitors")
    assert one.count > 6
    with db.write(actor) as session:
        run = purge.begin(session, one, witness_id=witness(db))
    with db.write(actor) as session:
        assert purge.destroy(session, one.kept, run.uid)
    purge.nightly(db, archive, KEPT)
    with db.read() as session:
        (ended,) = session.scalars(select(Run).where(Run.uid == run.uid))
        assert (ended.done, ended.planned) == (one.count, one.count)
        assert ended.ended_at is not None
    whole(db, archive)
