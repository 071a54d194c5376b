"""Keys from people's spreadsheets: ugly sheets are read, bad rows told, a second import changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from desk_app.core import audit
from desk_app.core.database import Database
from desk_app.core.declare import Ref
from desk_app.core.errors import KnownError, RuleError
from desk_app.core.people import Actor, Role
from desk_app.documents import roster_sheet
from desk_app.registers.keys import importing, incoming, lookup, service, views
from desk_app.registers.keys.records import Key
from tests.registers.key_desk import hang
from tests.tower import Tower

pytestmark = pytest.mark.usefixtures("now", "tower")

UGLY = (
    ("云汇国际中心钥匙登记表", None, None, None, None, None, None),
    ("填表日期:2026年11月", None, None, None, None, None, None),
    (None, None, None, None, None, None, None),
    ("序号", "钥匙编号", "房间号", "钥匙类别", "数量(把)", "管理人", "备 注"),
    (1, "Ａ－１－１", "１５０８", "业主留存（整改）", "３把", "李敏", None),
    (2, "A-01-02", 1509, None, 2.0, "李敏", "两把一样"),
    (3, "A柜1排3位", "15层10室", "空置房", "两把", None, None),
    (None, None, None, None, None, None, None),
    ("序号", "钥匙编号", "房间号", "钥匙类别", "数量(把)", "管理人", "备 注"),
    (4, "B-1-1", "B1-01", "设备房", None, "没有此人", None),
    ("合计", None, None, None, 8, None, None),
)


def sheet(path: Path, rows: Sequence[Sequence[object]], *merged: str) -> Path:
    """Write a workbook as people make them."""
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    for cells in merged:
        page.merge_cells(cells)
    book.save(path)
    return path


def load(db: Database, who: Actor, path: Path) -> importing.Outcome:
    return importing.run(db, who, roster_sheet.read_list(path, incoming.COLUMNS))


def keys(db: Database) -> dict[str, Key]:
    with db.read() as session:
        return {key.code: key for key in service.live(session)}


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    """Titles above, merged cells, headings twice, full-width digits, a sum below."""
    return sheet(tmp_path / "keys.xlsx", UGLY, "A1:G1", "A2:G2", "D5:D6")


def test_an_ugly_sheet_is_read(db: Database, qt: Actor, ugly: Path, tower: Tower) -> None:
    outcome = load(db, qt, ugly)
    found = keys(db)
    assert list(found) == ["A-01-01", "A-01-02", "A-01-03", "B-01-01"]
    assert [key.pieces for key in found.values()] == [3, 2, 2, 1]
    assert [key.kind for key in found.values()] == ["owner_retained", "owner_retained", "vacant", "plant"]
    assert found["A-01-01"].room_id == tower.rooms["15-08"] and found["A-01-03"].place == "15-10"
    assert found["A-01-01"].consent_note == importing.NO_CONSENT and found["A-01-02"].remark == "两把一样"
    assert {key.keeper_name for key in found.values()} == {"李敏"}
    assert outcome.lines() == ["第 10 行「保管人」:在岗人员里没有「没有此人」,保管人没有改"]
    assert outcome.summary() == "共 4 行:新增 4 串,有变化 0 串,其余不变。"


def test_a_second_import_changes_nothing(db: Database, qt: Actor, ugly: Path) -> None:
    load(db, qt, ugly)
    with db.read() as session:
        before = audit.head(session)
    outcome = load(db, qt, ugly)
    with db.read() as session:
        assert audit.head(session) == before
    assert (outcome.new, outcome.changed) == (0, 0)


def test_what_differs_is_corrected_and_the_rest_stays(
    db: Database, qt: Actor, ugly: Path, tmp_path: Path
) -> None:
    load(db, qt, ugly)
    tag = keys(db)["A-01-01"].tag
    changed = sheet(
        tmp_path / "new.xlsx",
        [("编号", "房号", "把数", "同意人"), ("A-01-01", "15-08", 4, "张建国"), ("A-01-03", "15-10", "", "")],
    )
    outcome = load(db, qt, changed)
    key = keys(db)["A-01-01"]
    assert (outcome.new, outcome.changed) == (0, 1)
    assert (key.pieces, key.consent_by, key.kind, key.tag) == (4, "张建国", "owner_retained", tag)
    with db.read() as session:
        assert audit.history(session, key.uid)[-1].reason == importing.WHY


def test_bad_rows_are_told_with_row_column_and_reason_and_the_others_taken(
    db: Database, qt: Actor, tmp_path: Path
) -> None:
    path = sheet(
        tmp_path / "bad.xlsx",
        [
            ("编号", "房号", "类别", "把数", "标签码", "来源"),
            ("15-08", "15-08", "空置房", 1, "", ""),
            ("A-01-01", "", "空置房", 1, "", ""),
            ("A-01-02", "15-01", "神秘", 1, "", ""),
            ("A-01-03", "15-02", "空置房", "若干", "", ""),
            ("A-01-04", "15-03", "空置房", 1, "K1503", ""),
            ("A-01-05", "15-04", "", 1, "", ""),
            ("A-01-06", "15-05", "空置房", 1, "KQ7F2", "从天而降"),
            ("A-01-07", "15-06", "空置房", 1, "KQ7F2", ""),
            ("A-1-7", "15-07", "空置房", 1, "", ""),
            ("A-01-08", "15-08", "空置房", 1, "KQ7F2", ""),
            ("A-01-09", "15-09", "空置房", 500, "", ""),
        ],
    )
    outcome = load(db, qt, path)
    assert list(keys(db)) == ["A-01-07"]
    told = "\n".join(outcome.lines())
    for number, column, word in (
        (2, "钥匙编号", "柜、排、位"), (3, "房号或设备", "没有写"), (4, "类别", "神秘"), (5, "把数", "若干"),
        (6, "标签码", "不能含房号"), (7, "类别", "请选择"), (8, "来源", "从天而降"), (10, "钥匙编号", "与第 9 行重复"),
        (11, "标签码", "KQ7F2 已用于 A-01-07"), (12, "把数", "1 到 99"),
    ):  # fmt: skip
        line = next(line for line in told.splitlines() if line.startswith(f"第 {number} 行「{column}」"))
        assert word in line and line.endswith("(没有导入)"), line
    assert outcome.bad_rows == 10 and "10 行有问题" in outcome.summary()


def test_cabinet_row_and_hook_may_stand_in_three_columns(db: Database, qt: Actor, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "three.xlsx",
        [
            ("柜号", "排", "位", "房号", "类别", "明细"),
            ("A柜", "第2排", 1, "15-01", "托管", "入户门×2、信箱*1"),
            (None, None, 2, "15-02", "空置", "入户门"),
        ],
        "A2:A3", "B2:B3",
    )  # fmt: skip
    outcome = load(db, qt, path)
    assert outcome.lines() == []
    found = keys(db)
    assert list(found) == ["A-02-01", "A-02-02"] and [key.pieces for key in found.values()] == [3, 1]
    with db.read() as session:
        assert views.values(session, found["A-02-01"].uid)["ring"] == [
            {"name": "入户门", "quantity": 2},
            {"name": "信箱", "quantity": 1},
        ]


def test_a_hook_number_beside_cabinet_and_row_is_the_hook(db: Database, qt: Actor, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "parts.xlsx",
        [
            ("柜号", "层号", "挂钩号", "房号", "类别"),
            ("C柜", "２", "７", "15-08", "空置房"),
            ("C柜", "二", "8", "15-09", "空置房"),
        ],
    )
    outcome = load(db, qt, path)
    assert list(keys(db)) == ["C-02-07"]
    assert "看不懂「C-?-8」" in outcome.lines()[0]


def test_what_was_written_out_reads_back_without_a_change(
    db: Database, qt: Actor, tower: Tower, tmp_path: Path
) -> None:
    with db.write(qt) as session:
        hang(session, tower, qt, ring=[{"name": "入户门", "quantity": 2}, {"name": "信箱", "quantity": 1}])
        hang(
            session,
            tower,
            qt,
            code="B-01-01",
            kind="card",
            place=Ref(None, "访客通道主卡"),
            spare="spare",
            pieces=1,
        )
        rows = importing.rows(session)
        session.flush()
        went_out = lookup.last_codes(session)
        assert went_out is not None and went_out.count == 2, "a list of what every tag opens is on record"
        head = audit.head(session)
    path = tmp_path / "out.xlsx"
    roster_sheet.write_list(path, "钥匙清单", incoming.COLUMNS, rows, incoming.NOTES)
    outcome = load(db, qt, path)
    assert (outcome.rows, outcome.lines()) == (2, [])
    with db.read() as session:
        assert audit.head(session) == head


def test_the_templates_example_is_not_imported(db: Database, qt: Actor, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    roster_sheet.write_list(path, "钥匙清单", incoming.COLUMNS, (), incoming.NOTES, incoming.EXAMPLE)
    assert load(db, qt, path).rows == 0


def test_a_list_without_the_needed_column_is_refused_whole(db: Database, qt: Actor, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="房号或设备"):
        load(db, qt, sheet(tmp_path / "none.xlsx", [("编号", "数量"), ("A-01-01", 1)]))


def test_a_cancelled_import_keeps_what_was_done(
    db: Database, qt: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 5)
    rows = [(f"A-1-{n}", f"柜{n}", "办公") for n in range(1, 13)]
    listing = roster_sheet.read_list(
        sheet(tmp_path / "many.xlsx", [("编号", "地点", "类别"), *rows]), incoming.COLUMNS
    )
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    outcome = importing.run(db, qt, listing, cancelled=cancelled)
    assert (outcome.cancelled, outcome.done, len(keys(db))) == (True, 10, 10)
    assert "已取消" in outcome.summary()
    assert importing.run(db, qt, listing).new == 2


def test_only_the_desk_imports_keys(db: Database, ugly: Path) -> None:
    with pytest.raises(RuleError, match="没有这项权限"):
        load(db, Actor(9, "马强", frozenset({Role.MG})), ugly)
    assert keys(db) == {}
