"""Years of history in the demo: every register in proportion, whole, numbered, found, and nothing of it open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk_app.core import attachments, audit, clock, past, search
from desk_app.core.attachments import Archive
from desk_app.core.database import Database
from desk_app.core.numbering import Serial
from desk_app.core.paths import Paths
from desk_app.core.records import Audited, Base
from desk_app.core.search import Entry
from desk_app.core.verify import verify
from desk_app.registers import REGISTERS, Room
from desk_app.registers.duty_log.records import DutyEntry, DutyShift
from desk_app.registers.keys.records import Key
from desk_app.registers.visitors.records import Visit
from desk_app.reports import demo, monthly
from desk_app.reports.demo import bulk, history, template

NOW = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""Friday 14:30 in the building."""

TODAY, DAYS, OLD_DAYS = date(2026, 11, 20), 2, 21
FIRST = TODAY - timedelta(days=DAYS - 1)
VISITS = 1500
EACH_DAY = (
    "duty_log", "duty_sheets", "document_prints", "visitors", "contractors", "key_loans", "release_slips",
    "hot_work_permits",
)  # fmt: skip
"""Registers with about the same work on every weekday; the others' comes in weeks or with a renovation."""

FIXED = ("keys",)
"""What a desk has, not what it does."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A desk with three weeks of history at one and a half times the usual work, its pattern two weeks."""
    place = tmp_path_factory.mktemp("history")
    clock.set_source(lambda: NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "WEEKS", 1)
        patch.setattr(bulk, "MOST_DAYS", OLD_DAYS)
        demo.make(Paths(place), days=DAYS, visits=VISITS, seed=1)
    clock.set_source(lambda: NOW)
    yield place
    clock.set_source(None)


@pytest.fixture(scope="module")
def db(folder: Path) -> Iterator[Database]:
    database = Database(Paths(folder).url())
    yield database
    database.close()


@pytest.fixture(scope="module")
def young(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The same desk on its first days, without the history."""
    place = tmp_path_factory.mktemp("young")
    clock.set_source(lambda: NOW)
    demo.make(Paths(place), days=DAYS, seed=1)
    clock.set_source(lambda: NOW)
    database = Database(Paths(place).url())
    yield database
    database.close()


def old(session: Session) -> set[str]:
    """Return the uids of records whose history begins before the demo's own days."""
    begun = func.min(audit.Change.at)
    query = select(audit.Change.uid).group_by(audit.Change.uid).having(begun < clock.at(FIRST))
    return set(session.scalars(query))


def filed(session: Session, room: Room, uids: set[str] | None = None) -> list[Entry]:
    found = session.scalars(select(Entry).where(Entry.kind == room.key).order_by(Entry.id))
    return [entry for entry in found if uids is None or entry.uid in uids]


def test_the_desk_with_a_history_is_as_sound_as_real_data(db: Database, folder: Path) -> None:
    report = verify(db, Archive(folder / "archive"))
    assert report.fault == ""
    assert report.changes > 10_000
    with db.read() as session:
        moments = list(session.scalars(select(audit.Change.at).order_by(audit.Change.id)))
        assert session.scalar(select(func.count()).select_from(Visit)) >= VISITS
    assert moments == sorted(moments)


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_every_register_has_old_records_in_proportion(db: Database, young: Database, room: Room) -> None:
    with db.read() as session, young.read() as own:
        before, usual = len(filed(session, room, old(session))), len(filed(own, room))
    if room.key in FIXED:
        assert before == usual
    assert before, f"name the table of {room.key} and its last states in reports/demo/template.ENDED"
    if room.key in EACH_DAY:
        rate = 1 if room.key == "duty_sheets" else VISITS / (bulk.USUAL * OLD_DAYS)
        assert 0.25 < before / OLD_DAYS / rate / (usual / DAYS) < 2.5  # today has more of some


def test_there_are_two_shifts_a_day_however_much_work_and_each_entry_is_in_its_own(db: Database) -> None:
    with db.read() as session:
        shifts = Counter(session.scalars(select(DutyShift.day).where(DutyShift.day < FIRST)))
        pairs = session.execute(
            select(DutyEntry, DutyShift).join(DutyShift, DutyEntry.sheet_id == DutyShift.id)
        ).all()
        assert len(pairs) == session.scalar(select(func.count()).select_from(DutyEntry))
    assert len(shifts) == OLD_DAYS
    assert set(shifts.values()) == {2}
    assert all(shift.starts <= entry.at < shift.ends for entry, shift in pairs)


def test_numbers_have_no_gap_in_any_register_on_any_day_and_rise_with_time(db: Database) -> None:
    taken: dict[tuple[str, str], list[int]] = defaultdict(list)
    with db.read() as session:
        rows = session.execute(select(audit.Change.no, audit.Change.uid).order_by(audit.Change.id))
        seen = set()
        for no, _uid in rows:
            if re.fullmatch(r"[A-Z]{2}-\d{8}-\d{3,}", no) and no not in seen:
                seen.add(no)
                prefix, day, count = no.split("-")
                taken[prefix, day].append(int(count))
        last = {(one.prefix, f"{one.day:%Y%m%d}"): one.last for one in session.scalars(select(Serial))}
    assert all(sorted(counts) == list(range(1, len(counts) + 1)) for counts in taken.values())
    assert {key: len(counts) for key, counts in taken.items()} == last
    early = [counts for (_, day), counts in taken.items() if day < f"{FIRST:%Y%m%d}"]
    assert all(counts == sorted(counts) for counts in early)


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_nothing_old_is_open(db: Database, young: Database, room: Room) -> None:
    source = room.register().source
    with db.read() as session, young.read() as own:
        counted, wanted = dict(source.counts(session)), dict(source.counts(own))
        due, usual = (
            [one for one in source.due(asked) if "施工押金" not in one.label] for asked in (session, own)
        )  # due three months after an end, which the pattern does not see: those of the last weeks are told of
    for view in {"today", "shift", "month"} & set(counted):
        counted.pop(view)
        wanted.pop(view)
    assert counted == wanted
    assert len(due) <= len(usual)  # fewer: a cabinet was counted before
    assert {one.title for one in due} <= {one.title for one in usual}


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_an_old_record_is_found_by_its_number_and_stands_in_its_list(db: Database, room: Room) -> None:
    register = room.register()
    with db.read() as session:
        entry = filed(session, room, old(session))[1]
        told = re.search(r"[A-Z]{2}-\d{8}-\d{3,}|[A-Z]-\d\d-\d\d", f"{entry.detail} {entry.title}")
        assert told is not None
        assert entry.record in search.find_records(session, told[0], room.key)
        views = [view.key for view in register.views]
        if register.recent is not None:  # what is older is listed by days, with a reason
            views.append(past.view_of(date(2000, 1, 1), clock.today()))
        assert any(entry.record in register.source.ids(session, view, told[0]) for view in views)
        row = register.source.rows(session, [entry.record])[0]
        assert row["uid"] == entry.uid
        assert register.source.values(session, entry.uid)
        assert len(audit.history(session, entry.uid)) > (room.key in FIXED)


def test_an_old_paper_is_the_one_of_its_pattern_and_can_be_printed_again(db: Database, folder: Path) -> None:
    archive = Archive(folder / "archive")
    with db.read() as session:
        papers = session.scalars(select(attachments.Paper).order_by(attachments.Paper.id)).all()
        one = papers[0]
        assert archive.read(one).startswith(b"%PDF")
        assert attachments.paper_by_number(session, one.no) is not None
        assert attachments.times_printed(session, papers[1].id) >= 0
    assert len({paper.path for paper in papers}) < len(papers)


def test_every_row_names_the_row_its_pattern_named(db: Database) -> None:
    """Nothing points at an identity that is not there: what a uid column holds is a record or staff of this desk."""
    with db.read() as session:
        known: set[str] = set()
        named: set[str] = set()
        for mapper in Base.registry.mappers:
            if issubclass(mapper.class_, Audited):
                table = mapper.local_table
                known |= set(session.scalars(select(table.c.uid)))
                for column in table.columns:
                    if column.name.endswith("_uid"):
                        named |= set(session.scalars(select(column).where(column != "")))
        changed = set(session.scalars(select(audit.Change.uid)))
    assert named <= known
    assert changed <= known


def test_a_key_s_history_tells_every_loan_of_it(db: Database) -> None:
    with db.read() as session:
        for key in session.scalars(select(Key)):
            assert key.version == len([e for e in audit.history(session, key.uid) if e.entity == "key"])


def test_people_of_old_visits_differ(db: Database) -> None:
    with db.read() as session:
        people = set(session.execute(select(Visit.name, Visit.phone).where(Visit.day < FIRST)).all())
    assert len(people) > 500


def test_the_workbook_of_an_old_month_can_be_written_and_its_rows_counted_again(
    db: Database, tmp_path: Path
) -> None:
    with db.read() as session:
        monthly.write(session, 2026, 10, tmp_path / "a.xlsx", maker="李敏")
        book = load_workbook(tmp_path / "a.xlsx")
        cover = {row[0]: row for row in book["封面与指标"].iter_rows(values_only=True) if row[0]}
        came = select(func.count()).where(Visit.day >= date(2026, 10, 1), Visit.day < date(2026, 11, 1))
        assert cover["来访数"][5] == session.scalar(came) > 50
        for room in REGISTERS:
            register = room.register()
            rows = list(register.source.month(session, date(2026, 10, 1), date(2026, 10, 31)))
            sheet = list(book[register.title].iter_rows(values_only=True))
            assert sheet[-1][0] == f"合计 {len(rows)} 条" or not rows


def test_a_register_s_record_has_ended_in_every_state_that_template_names() -> None:
    assert set(template.ENDED) <= {table.name for table in template.copied_tables()}
