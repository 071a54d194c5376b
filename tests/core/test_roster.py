"""The roster: files as people make them, imported once and again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from desk_app.core import audit, clock, premises, roster_import
from desk_app.core.database import Database
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.people import SYSTEM, Actor, Role
from desk_app.core.premises import Contact, Customer, Occupancy, Room
from desk_app.core.roster_import import Outcome
from desk_app.core.roster_row import read_day
from desk_app.documents import roster_sheet, sheet_reader

HEAD = ("楼栋", "房号", "面积(㎡)", "业主", "业主电话", "租户", "联系人", "联系人电话", "欠费(元)")


def book(*rows: Sequence[object], merge: Sequence[str] = (), title: str = "名册") -> bytes:
    made = Workbook()
    sheet: Any = made.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merge:
        sheet.merge_cells(area)
    return saved(made)


def saved(made: Workbook) -> bytes:
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def imported(db: Database, data: bytes) -> Outcome:
    return roster_import.run(db, SYSTEM, roster_sheet.read_bytes(data))


def changes(db: Database) -> int:
    with db.read() as session:
        return audit.head(session)[0]


def exported(db: Database) -> list[dict[str, object]]:
    with db.read() as session:
        return roster_import.rows(session)


def room_names(db: Database) -> list[str]:
    with db.read() as session:
        return sorted(session.scalars(select(Room.name)))


UGLY = book(
    ("天安中心 2026 年客户名册",),
    (),
    ("制表:李敏", None, None, "单位:元"),
    ("序号", "楼座", "房间号", "建筑面积(平方米)", "产权人", "业主联系电话", "承租方", "联 系 人", "联系电话", "欠费金额"),
    (1, "A座", "15层08室", 128.5, "张建国", 13800000001, "深圳市中盛金融有限公司", "周颖 13800001111", None, "1,508.00"),
    (2, None, 1509.0, "96㎡", None, None, "深圳市恒泰贸易有限公司", "王强、李娜", "13900001111、13900002222", None),
    (),
    (3, "A座", "１６－０１", None, "蓝湾置业有限公司;单雨桐", "0755-88880001、13700000001", None, None, None, None),
    (4, "A座", "不知道在哪里的一间房子它的名字实在是太长了长得没有办法写进任何一个格子里面去的地方", None, None, None, None, None, None, None),
    (5, "A座", None, 20, "无房号的人", None, None, None, None, None),
    (6, "A座", "17-01", "约一百", "陈晨", None, None, None, None, None),
    ("合计", None, None, 224.5),
    merge=("A1:J1", "E5:E6", "F5:F6"),
)  # fmt: skip


def test_a_file_as_people_make_it_is_understood(db: Database) -> None:
    outcome = imported(db, UGLY)
    assert room_names(db) == ["15-08", "15-09", "16-01"]
    assert [(p.row, p.column, p.imported) for p in outcome.problems] == [
        (9, "房号", False), (10, "房号", False), (11, "面积(㎡)", False),
    ]  # fmt: skip
    assert all(problem.reason for problem in outcome.problems)
    assert outcome.bad_rows == 3
    with db.read() as session:
        first, second, third = session.scalars(select(Room).order_by(Room.name))
        assert (first.area, first.floor, first.building.name) == (12850, "15", "A座")
        assert second.area == 9600
        for room in (first, second):  # one cell merged over both rows
            owner = premises.owner(session, room.id)
            assert owner is not None
            assert (owner.name, owner.phone) == ("张建国", "13800000001")
        tenant = premises.occupant(session, first.id)
        assert tenant is not None
        assert (tenant.name, tenant.arrears) == ("深圳市中盛金融有限公司", 150800)
        assert [(c.name, c.phone) for c in premises.contacts(session, tenant.id)] == [("周颖", "13800001111")]
        other = premises.occupant(session, second.id)
        assert other is not None
        assert [(c.name, c.phone) for c in premises.contacts(session, other.id)] == [
            ("王强", "13900001111"), ("李娜", "13900002222"),
        ]  # fmt: skip
        owners = [(o.customer.name, o.customer.phone) for o in premises.current(session, third.id)]
        assert owners == [("蓝湾置业有限公司", "0755-88880001"), ("单雨桐", "13700000001")]


def test_importing_the_same_file_again_changes_nothing(db: Database) -> None:
    imported(db, UGLY)
    before = changes(db)
    outcome = imported(db, UGLY)
    assert changes(db) == before
    assert (outcome.rooms_new, outcome.rooms_changed, outcome.customers_changed, outcome.ended) == (
        0,
        0,
        0,
        0,
    )


def test_what_is_exported_imports_as_nothing_new(db: Database) -> None:
    imported(db, UGLY)
    before, rows = changes(db), exported(db)
    outcome = imported(db, roster_sheet.to_bytes(rows))
    assert not outcome.problems
    assert changes(db) == before
    assert exported(db) == rows


def test_only_what_changed_is_changed(db: Database) -> None:
    imported(db, book(HEAD, ("A座", "15-08", 100, "甲", "13800000001", "乙公司", "周颖", "13800000002", 0)))
    before = changes(db)
    imported(db, book(HEAD, ("A座", "15-08", 100, "甲", "13800000001", "乙公司", "周颖", "13800000003", 0)))
    assert changes(db) == before + 1
    with db.read() as session:
        contact = session.scalars(select(Contact)).one()
        assert contact.phone == "13800000003"
        entry = audit.history(session, contact.uid)[-1]
        assert entry.changes["phone"] == ("13800000002", "13800000003")
        assert entry.verb == "premises.import"


def test_a_tenant_that_left_is_kept_with_the_day_he_left(db: Database) -> None:
    imported(db, book(HEAD, ("A座", "15-08", 100, "甲", None, "乙公司")))
    outcome = imported(db, book(HEAD, ("A座", "15-08", 100, "甲", None, None)))
    assert outcome.ended == 1
    with db.read() as session:
        room = session.scalars(select(Room)).one()
        held = session.scalars(select(Occupancy).where(Occupancy.relation == "tenant")).one()
        assert held.until is not None
        assert held.until < clock.today()
        user = premises.occupant(session, room.id)
        assert user is not None
        assert user.name == "甲"
    imported(db, book(HEAD, ("A座", "15-08", 100, "甲", None, "乙公司")))
    with db.read() as session:
        held_again = session.scalars(select(Occupancy).where(Occupancy.relation == "tenant")).all()
        assert [h.until is None for h in held_again] == [False, True]


def test_a_file_without_a_tenant_column_ends_no_tenancy(db: Database) -> None:
    imported(db, book(HEAD, ("A座", "15-08", 100, "甲", None, "乙公司")))
    outcome = imported(db, book(("楼栋", "房号", "面积"), ("A座", "15-08", 120)))
    assert (outcome.ended, outcome.rooms_changed) == (0, 1)


def test_two_people_of_one_name_with_two_telephones_stay_two(db: Database) -> None:
    data = book(HEAD, ("A座", "15-08", 1, "王伟", "13800000001"), ("A座", "20-01", 1, "王伟", "13900002222"))
    outcome = imported(db, data)
    assert "同名" in outcome.problems[0].reason
    with db.read() as session:
        rows = session.execute(select(Customer.name, Customer.phone).order_by(Customer.id)).all()
        assert [tuple(row) for row in rows] == [("王伟", "13800000001"), ("王伟(尾号2222)", "13900002222")]
    before = changes(db)
    imported(db, data)
    imported(db, roster_sheet.to_bytes(exported(db)))
    assert changes(db) == before


def test_a_room_number_that_excel_made_a_date_is_told(db: Database) -> None:
    outcome = imported(db, book(("房号", "业主"), (date(2026, 9, 5), "甲"), ("09-06", "乙")))
    assert [(p.row, p.column, "日期" in p.reason) for p in outcome.problems] == [(2, "房号", True)]
    assert room_names(db) == ["09-06"]


def test_headings_in_two_rows_are_read_together(db: Database) -> None:
    imported(
        db,
        book(
            ("房号", "业主", None, "承租方", None),
            (None, "姓名", "电话", "名称", "联系人"),
            ("15-08", "甲", "13800000001", "乙公司", "周颖"),
            merge=("A1:A2", "B1:C1", "D1:E1"),
        ),
    )
    row = exported(db)[0]
    assert (row["owner"], row["owner_phone"]) == ("甲", "13800000001")
    assert (row["tenant"], row["contact"]) == ("乙公司", "周颖")


def test_rooms_of_two_towers_are_told_apart(db: Database) -> None:
    imported(db, book(("楼栋", "房号"), ("A座", "1508"), (None, "1509"), ("B", "1508"), ("", "B座1601")))
    assert room_names(db) == ["A座15-08", "A座15-09", "B座15-08", "B座16-01"]


def test_a_second_tower_later_makes_no_room_twice(db: Database) -> None:
    imported(db, book(("楼栋", "房号"), ("A座", "1508")))
    imported(db, book(("楼栋", "房号"), ("A座", "1508"), ("B座", "1508")))
    assert room_names(db) == ["A座15-08", "B座15-08"]


def test_every_sheet_with_headings_is_read_and_the_others_are_named(db: Database) -> None:
    made = load_workbook(io.BytesIO(book(("房号", "业主"), ("15-08", "甲"), title="低区")))
    high = made.create_sheet("高区")
    high.append(["房号", "业主"])
    high.append(["30-01", "乙"])
    made.create_sheet("电话本").append(["总值班室", "8000"])
    outcome = imported(db, saved(made))
    assert room_names(db) == ["15-08", "30-01"]
    assert outcome.ignored_sheets == ("电话本",)
    assert "电话本" in outcome.summary()


def test_a_cancelled_import_keeps_what_was_done_and_says_so(db: Database) -> None:
    data = book(("房号", "业主"), *((f"{n // 20 + 1:02d}-{n % 20 + 1:02d}", "甲") for n in range(250)))
    seen: list[tuple[int, int]] = []
    listing = roster_sheet.read_bytes(data)
    outcome = roster_import.run(
        db, SYSTEM, listing, lambda done, total: seen.append((done, total)), lambda: len(seen) >= 2
    )
    assert outcome.cancelled
    assert outcome.done == len(room_names(db)) == roster_import.BATCH
    assert "已取消" in outcome.summary()
    assert not imported(db, data).cancelled
    assert len(room_names(db)) == 250


def test_only_the_desk_and_the_administrator_may_import(db: Database) -> None:
    guard = Actor(7, "门岗", frozenset({Role.MG}))
    with pytest.raises(RuleError):
        roster_import.run(db, guard, roster_sheet.read_bytes(book(("房号", "业主"), ("15-08", "甲"))))
    assert room_names(db) == []


def test_the_template_imports_as_an_empty_roster(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    roster_sheet.write_template(path)
    outcome = roster_import.run(db, SYSTEM, roster_sheet.read(path))
    assert (outcome.total, outcome.problems, outcome.ignored_sheets) == (0, (), ())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\xd0\xcf\x11\xe0old",
        b"PK\x05\x06" + b"\0" * 18,
        book(("没有", "标题")),
        UGLY[:-400],
        UGLY[:3000],
    ],
)
def test_a_file_that_is_no_roster_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        roster_sheet.read_bytes(data)
    assert caught.value.text.endswith("。")


def test_formatting_down_to_the_last_row_costs_nothing() -> None:
    made = Workbook()
    sheet: Any = made.active
    sheet.append(["房号", "业主"])
    sheet.append(["15-08", "甲"])
    sheet.cell(1_048_576, 16_384).number_format = "0.00"
    assert len(roster_sheet.read_bytes(saved(made)).lines) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-21", date(2026, 11, 21)), ("2026.1.2", date(2026, 1, 2)), ("2026年11月21日", date(2026, 11, 21)),
        ("20261121", date(2026, 11, 21)), ("46347", date(2026, 11, 21)), ("2026/2/30", None), ("明天", None),
    ],
)  # fmt: skip
def test_a_day_is_read_in_its_usual_spellings(text: str, day: date | None) -> None:
    assert read_day(text) == day


HOSTILE = (
    '=HYPERLINK("http://x","点我")', "+1+1", "@SUM(A1)", "<script>alert(1)</script>", "' OR 1=1 --",
    "Maria González-O'Brien", "阿卜杜热合曼·买买提", "𠮷野家", "a\u202egnp.exe", "null", "😀" * 10, "\x1b[31m红",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_go_in_and_out_as_text(db: Database, name: str) -> None:
    data = roster_sheet.to_bytes(
        [{"room": "15-08", "owner": sheet_reader._EDGES.sub("", name).replace("\x1b", "")}]
    )
    imported(db, data)
    rows = exported(db)
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 1
    out = load_workbook(io.BytesIO(roster_sheet.to_bytes(rows)))["名册"]
    cell = out["F2"]
    assert cell.data_type == "s"
    assert cell.value == rows[0]["owner"]
    before = changes(db)
    imported(db, roster_sheet.to_bytes(rows))
    assert changes(db) == before


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_characters="*"), max_size=30),
    st.integers(-5, 10**12),
    st.floats(),
    st.booleans(),
    st.dates(),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(CELLS, min_size=len(HEAD), max_size=len(HEAD)), max_size=6))
def test_whatever_stands_in_the_cells_a_second_import_changes_nothing(
    db: Database, rows: list[list[object]]
) -> None:
    from desk_app.core.listing import Line, Listing
    from desk_app.core.roster_row import COLUMNS

    keys = {heading.title: heading.key for heading in COLUMNS}
    lines = []
    for number, row in enumerate(rows, 2):
        cells = {keys[title]: sheet_reader.cell_value(cell) for title, cell in zip(HEAD, row, strict=True)}
        lines.append(Line("s", number, {key: cell for key, cell in cells.items() if cell is not None}))
    listing = Listing(tuple(lines), frozenset(keys[title] for title in HEAD))
    roster_import.run(db, SYSTEM, listing)
    before = changes(db)
    outcome = roster_import.run(db, SYSTEM, listing)
    assert changes(db) == before, outcome


def test_what_a_cell_holds_is_fit_to_be_stored():
    assert sheet_reader.cell_value(" 张\x00三\u202e\ud800 \r\n李四 ") == "张三\n李四"
