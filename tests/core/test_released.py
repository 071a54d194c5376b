"""A desk that worked with a released version goes on with this one: copied first, upgraded, nothing lost."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from desk_app import cli
from desk_app.core import (
    audit,
    chain,
    clock,
    datafile,
    enclosures,
    keys,
    numbering,
    people,
    purge,
    search,
    settings,
    store,
)
from desk_app.core.attachments import Archive, Paper
from desk_app.core.database import SCHEMA, Database
from desk_app.core.errors import KnownError
from desk_app.core.paths import Paths
from desk_app.core.people import SYSTEM, Role
from desk_app.core.records import Audited, Base
from desk_app.core.retention import DEIDENTIFIED
from desk_app.core.verify import verify
from desk_app.registers import REGISTERS, kept
from desk_app.registers.keys.records import Key
from desk_app.registers.tables import import_all
from desk_app.registers.visitors import service as visitors
from desk_app.registers.visitors.records import Visit
from tests.released import KEPT, MADE, unpack
from tests.staff import PASSWORD, let_in
from tests.tools.make_migration import changes

VISIT = {
    "name": "张雨薇", "party_size": 1, "org": "德勤", "phone": "13911112222", "host_room": "18-06", "host_name": "周颖",
    "purpose": "business", "confirm": "phone", "confirmed_by": "周颖",
}  # fmt: skip


@pytest.fixture(params=sorted(KEPT), ids=lambda schema: f"schema-{schema}")
def old(request: pytest.FixtureRequest, tmp_path: Path):
    """A data folder as a released version left it, on the Monday after."""
    import_all()
    clock.set_source(lambda: datetime(2026, 11, 23, 1, 40, tzinfo=UTC))
    yield unpack(request.param, tmp_path / "data")
    clock.set_source(None)


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the upgraded data of each schema: to upgrade takes longer than to look at what came of it."""
    return tmp_path_factory.mktemp("upgraded")


@pytest.fixture
def db(old: Paths, upgraded: Path, request: pytest.FixtureRequest):
    """That folder, upgraded and opened by this program."""
    kept = upgraded / str(request.node.callspec.params["old"])
    if not kept.exists():
        Database(old.url()).close()
        shutil.copytree(old.data, kept)
    shutil.copytree(kept, old.data, dirs_exist_ok=True)
    database = Database(old.url())
    yield database
    database.close()


def records_in(path: Path) -> dict[str, int]:
    """Count the rows of the tables that hold records, and of the history; only those that have some."""
    tables = {m.local_table.name for m in Base.registry.mappers if issubclass(m.class_, Audited)}
    return {
        name: count
        for name, count in datafile.counts(keys.opened(path)).items()
        if count and name in tables | {"history"}
    }


def test_every_released_schema_is_kept() -> None:
    """When this fails: python -m tests.tools.keep_released COMMIT, the last one with the schema that lacks."""
    assert set(KEPT) >= set(range(1, SCHEMA))
    assert max(KEPT) <= SCHEMA


def test_a_kept_file_has_the_schema_it_is_named_after(old: Paths, request: pytest.FixtureRequest) -> None:
    assert f"schema-{datafile.schema_of(keys.opened(old.database))}" in request.node.name


def test_it_is_copied_before_it_is_upgraded(old: Paths) -> None:
    before = datafile.schema_of(keys.opened(old.database))
    Database(old.url()).close()
    copies = list(old.data.glob("desk-before-upgrade-*.db"))
    assert not any(datafile.is_plain(file) for file in (old.database, *copies))
    assert [datafile.schema_of(keys.opened(copy)) for copy in copies] == ([before] if before < SCHEMA else [])
    assert [datafile.quick_check(keys.opened(copy)) for copy in copies] == [[]] * len(copies)
    assert datafile.schema_of(keys.opened(old.database)) == SCHEMA


def test_it_is_said_that_an_upgrade_takes_a_while(old: Paths) -> None:
    told: list[str] = []
    Database(old.url(), told.append).close()
    assert len(told) == 1
    assert told[0].startswith("正在为新版本升级数据")
    Database(old.url(), told.append).close()
    assert len(told) == 1


def test_its_tables_are_then_those_of_the_models(old: Paths) -> None:
    Database(old.url()).close()
    assert changes(keys.opened(old.database)).upgrade_ops.as_diffs() == []


def test_no_record_and_no_change_is_lost(old: Paths) -> None:
    before, last = records_in(old.database), datafile.last_link(keys.opened(old.database))
    assert before["visit"] > 50 and before["paper"] > 5
    Database(old.url()).close()
    assert records_in(old.database) == before
    assert datafile.last_link(keys.opened(old.database))[0] == last[0]  # its hash is a keyed one now


def test_history_papers_and_files_are_all_in_order(old: Paths, db: Database) -> None:
    report = verify(db, Archive(old.archive))
    assert report.fault == ""
    assert report.papers == records_in(old.database)["paper"]


def test_every_register_lists_and_finds_what_it_had(db: Database) -> None:
    seen = 0
    with db.read() as session:
        for room in REGISTERS:
            source = room.register().source
            everything = room.register().views[-1].key
            ids = source.ids(session, everything, "")
            for row in source.rows(session, ids[:5]):
                hit = search.by_uid(session, str(row["uid"]))
                assert hit is not None and (hit.kind, hit.record) == (room.key, row["id"])
                word = hit.title.split()[-1]
                assert row["id"] in source.ids(session, everything, word), (room.key, word)
                assert source.values(session, str(row["uid"]))
                seen += 1
    assert seen > 10


def test_numbers_go_on_where_they_were(db: Database) -> None:
    with db.read() as session:
        given = [
            (serial.prefix, serial.day, serial.last) for serial in session.scalars(select(numbering.Serial))
        ]
    assert given
    with db.write(SYSTEM) as session:
        for prefix, day, last in given:
            assert numbering.take(session, prefix, day).endswith(f"-{last + 1:03d}")


def test_the_work_goes_on(old: Paths, db: Database, tmp_path: Path) -> None:
    archive = Archive(old.archive)
    photo = tmp_path / "门禁.jpg"
    photo.write_bytes(b"\xff\xd8")
    with db.read() as session:
        before = audit.head(session)[0]
        inside = session.scalars(select(Visit).where(Visit.state == "inside")).first()
    with db.write(SYSTEM) as session:
        visitors.sign_out(session, inside.uid)
        enclosures.attach(session, archive, session.get_one(Visit, inside.id), [str(photo)])
        new = visitors.register(session, VISIT).uid
    with db.read() as session:
        assert search.find(session, "zyw")[0].uid == new
    report = verify(db, archive)
    assert report.fault == ""
    assert report.changes > before


def test_the_month_can_be_written_and_a_paper_taken_out(old: Paths, tmp_path: Path, monkeypatch) -> None:
    book, paper = tmp_path / "month.xlsx", tmp_path / "paper.pdf"
    db = Database(old.url())
    with db.write(SYSTEM) as session:
        manager = people.on_staff(session, with_role=Role.JL)[0]
        let_in(session, manager.id)
    db.close()
    where = ["--data-dir", str(old.data), "--as", manager.code]

    monkeypatch.setattr(cli.sys, "stdin", io.StringIO(f"{PASSWORD}\n" * 2))
    assert cli.main(["month", "{}-{}".format(*MADE), "--output", str(book), *where]) == 0
    [book] = tmp_path.glob("month_*.xlsx")  # the list of exports gave it a number
    assert len(openpyxl.load_workbook(book, read_only=True).sheetnames) > len(REGISTERS)
    db = Database(old.url())
    with db.read() as session:
        number = session.scalars(select(Paper.no).where(Paper.entity == "release_slip")).first()
    db.close()
    assert cli.main(["print", str(number), "--output", str(paper), *where]) == 0
    assert paper.read_bytes().startswith(b"%PDF")


def test_an_upgrade_that_fails_leaves_the_old_file_working(old: Paths, monkeypatch) -> None:
    schema, before = datafile.schema_of(keys.opened(old.database)), records_in(old.database)
    if schema < SCHEMA:
        monkeypatch.setattr(store, "broken_references", lambda _connection: 1)
        with pytest.raises(KnownError, match="已退回原样"):
            Database(old.url())
        monkeypatch.undo()
    assert datafile.schema_of(keys.opened(old.database)) == schema
    Database(old.url()).close()
    assert records_in(old.database) == before


@pytest.mark.parametrize("old", [5], indirect=True)
def test_the_term_of_a_key_that_had_ended_runs_from_its_end(db: Database) -> None:
    keys_of = next(one for one in kept() if one.key == "keys")
    with db.read() as session:
        (ended,) = session.scalars(select(Key).where(Key.state == "retired"))
        days = settings.get(session, keys_of.term.days) if keys_of.term.days else 0
    over = clock.local(ended.ended_at).date() + timedelta(days=days)
    for day, count in ((over - timedelta(days=1), 0), (over, 1)):
        clock.set_source(lambda day=day: clock.at(day, 9))
        with db.read() as session:
            assert sum(one.count for one in purge.due(session, [keys_of], DEIDENTIFIED)) == count


@pytest.mark.parametrize("old", [schema for schema in KEPT if schema < 4], indirect=True)
def test_the_old_chain_is_keyed_link_by_link_and_what_was_altered_before_stays_altered(old):
    connection = datafile.connect(datafile.DataFile(old.database))
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("UPDATE history SET verb = 'x' WHERE id = 7")
    connection.close()
    db = Database(old.url())
    with db.read() as session:
        assert chain.walk(session).broken == chain.Broken(7, "link")
        rest = chain.walk(
            session, chain.Head(7, store.run(session, "SELECT hash FROM history WHERE id = 7")[0][0])
        )
        assert rest.broken is None and rest.head == audit.head(session)
    db.close()
