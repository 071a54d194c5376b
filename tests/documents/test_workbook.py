"""Sheets from declared columns: types, look, totals, and text that stays text."""

from __future__ import annotations

import errno
import os
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desk_app.core import clock, privacy
from desk_app.core.declare import Choice, Column, ColumnKind, Row, State, Tone
from desk_app.core.errors import Cancelled, KnownError
from desk_app.documents import list_export, sheet_style
from desk_app.documents.sheet_text import (
    CUT,
    LIMIT,
    lines_of,
    safe_text,
    sheet_name,
    units,
    width,
)
from desk_app.documents.workbook import Book, Heading, add_table, known_error
from desk_app.registers.visitors.register import REGISTER

COLUMNS = (
    Column("no", "单号", width=18),
    Column("at", "到访", ColumnKind.TIME),
    Column("day", "日期", ColumnKind.DATE),
    Column("size", "人数", ColumnKind.INTEGER, width=5, total=True),
    Column("paid", "押金", ColumnKind.MONEY, total=True),
    Column("org", "单位", width=10),
    Column("kind", "事由", ColumnKind.CHOICE, choices=(Choice("talk", "商务洽谈"),)),
    Column("state", "状态", ColumnKind.STATE),
    Column("note", "说明"),
)
STATES = (State("in", "在访", Tone.DONE), State("void", "作废", Tone.VOID))
MORNING = datetime(2026, 11, 21, 1, 30, 15, 250_000, tzinfo=UTC)
HOSTILE = (
    "=cmd|'/C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1:A9)", "\t=1", "#REF!", "1E5", "007", "2026-11-21",
    "TRUE", "😀👨‍👩‍👧", "<b>&amp;</b>", "]]>", "a\nb", " lead ",
)  # fmt: skip


def make_row(**values: object) -> Row:
    return {
        "no": "LF-20261121-001", "at": MORNING, "day": date(2026, 11, 21), "size": 3, "paid": 5050,
        "org": "恒泰贸易", "kind": "talk", "state": "in", "note": "", **values,
    }  # fmt: skip


def sheet_of(path: Path, rows: Sequence[Row]) -> Any:
    book = Book()
    add_table(book, "访客", Heading("恒泰 · 访客", ("期间 2026-11",)), COLUMNS, STATES, rows)
    book.save(path)
    return load_workbook(path)["访客"]


def test_every_kind_of_column_keeps_its_type(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", [make_row()])
    no, at, day, size, paid, org, kind, state, note = sheet[4]
    assert (no.value, no.data_type, no.number_format) == ("LF-20261121-001", "s", "@")
    assert at.value == datetime(2026, 11, 21, 9, 30, 15)  # the building's time
    assert at.number_format == "yyyy-mm-dd hh:mm"
    assert day.value == datetime(2026, 11, 21)
    assert day.number_format == "yyyy-mm-dd"
    assert (size.value, size.data_type) == (3, "n")
    assert (paid.value, paid.number_format) == (50.5, "#,##0.00")
    assert (org.value, kind.value, state.value, note.value) == ("恒泰贸易", "商务洽谈", "在访", None)
    assert state.fill.start_color.rgb == "00" + sheet_style.TONES[Tone.DONE][1]


def test_the_sheet_reads_well_on_screen_and_paper(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", [make_row(), make_row()])
    assert (sheet["A1"].value, sheet["A2"].value) == ("恒泰 · 访客", "期间 2026-11")
    assert [cell.value for cell in sheet[3]] == [column.label for column in COLUMNS]
    assert sheet["A3"].fill.start_color.rgb == "00" + sheet_style.ACCENT
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:I5"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.center.text
    assert {str(area.sqref) for area in sheet.conditional_formatting} == {"A4:G5 I4:I5"}


def test_the_last_row_counts_and_sums(tmp_path: Path) -> None:
    rows = [make_row(size=n, paid=n * 1001) for n in range(1, 5)] + [make_row(size=None, paid=None)]
    last = list(sheet_of(tmp_path / "a.xlsx", rows).iter_rows(values_only=True))[-1]
    assert last[0] == "合计 5 条"
    assert (last[3], last[4]) == (10, 100.1)
    assert last[5:] == (None,) * 4


def test_columns_are_as_wide_as_declared_header_and_chinese_contents_need(tmp_path: Path) -> None:
    widths = sheet_of(
        tmp_path / "a.xlsx", [make_row(org="恒泰贸易有限公司", note="很长" * 50)]
    ).column_dimensions
    assert widths["A"].width == 18  # declared
    assert widths["B"].width == 17  # a date with its time
    assert widths["D"].width == 7  # the header and its filter button
    assert widths["F"].width == 18  # eight Chinese characters and air
    assert widths["I"].width == 24  # and not wider


def test_a_long_text_wraps_and_gets_the_height(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", [make_row(note="很长" * 30), make_row()])
    assert sheet["I4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height > 60
    assert sheet.row_dimensions[5].height is None


def test_no_rows_make_an_empty_but_complete_sheet(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", [])
    assert [cell.value for cell in sheet[3]] == [column.label for column in COLUMNS]
    assert sheet["A4"].value == "合计 0 条"
    assert sheet["D4"].value == 0
    assert sheet.auto_filter.ref == "A3:I3"


@pytest.mark.parametrize("text", HOSTILE)
def test_user_text_stays_exactly_that_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    cell = sheet_of(path, [make_row(org=text, note=text, kind=text, no=text)])["F4"]
    assert (cell.value, cell.data_type) == (text, "s")
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml and "<f " not in xml


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_at_all_can_be_saved_and_read(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cell = sheet_of(Path(folder) / "a.xlsx", [make_row(note=text)])["I4"]
    shown = privacy.free(text)
    assert cell.value == (safe_text(shown) or None)
    assert cell.data_type in "sn"


def test_what_xml_forbids_becomes_visible_marks() -> None:
    assert safe_text("a\x00b\x1fc\ud800d\uffffe") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert safe_text("a\r\nb\rc") == "a\nb\nc"
    assert safe_text("_x0041_") == "_x005F_x0041_"  # Excel shows the text that was typed


@pytest.mark.parametrize("text", ["长" * 50_000, "😀" * 20_000, "=" * 40_000])
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(tmp_path: Path, text: str) -> None:
    value = sheet_of(tmp_path / "a.xlsx", [make_row(note=text)])["I4"].value
    assert value.endswith(CUT)
    assert len(value.encode("utf-16-le")) // 2 in (LIMIT, LIMIT - 1)
    assert text.startswith(value[: -len(CUT)])


def test_a_text_that_just_fits_is_whole() -> None:
    assert safe_text("长" * LIMIT) == "长" * LIMIT
    assert units("😀" * 20_000) == 40_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话13800001234。", "电话138****1234。"),
        ("+86 138 0000 1234", "138****1234"),
        ("１３８００００１２３４", "138****1234"),
        ("证件11010519491231002X", "证件110***********002X"),
        ("单号 LF-20261121-001", "单号 LF-20261121-001"),
        ("资产 20261121000123", "资产 20261121000123"),
    ],
)
def test_numbers_of_people_in_free_text_are_masked(tmp_path: Path, text: str, shown: str) -> None:
    assert sheet_of(tmp_path / "a.xlsx", [make_row(note=text)])["I4"].value == shown


def test_a_number_too_long_for_excel_is_written_as_text(tmp_path: Path) -> None:
    cell = sheet_of(tmp_path / "a.xlsx", [make_row(size=123456789012345678)])["D4"]
    assert cell.data_type == "s"


def test_a_time_without_a_zone_is_a_bug_and_says_so(tmp_path: Path) -> None:
    book = Book()
    with pytest.raises(ValueError, match="zone"):
        add_table(book, "x", Heading("x"), COLUMNS, STATES, [make_row(at=datetime(2026, 11, 21))])
    book.discard()


def test_the_same_rows_make_the_same_sheet(tmp_path: Path) -> None:
    rows = [make_row(), make_row(org="=1", state="void")]
    contents = []
    for name in ("a.xlsx", "b.xlsx"):
        sheet_of(tmp_path / name, rows)
        with zipfile.ZipFile(tmp_path / name) as archive:
            contents.append([archive.read(f"xl/{part}") for part in ("worksheets/sheet1.xml", "styles.xml")])
    assert contents[0] == contents[1]


def test_a_full_disk_leaves_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.with_name("a.xlsx.part").symlink_to("/dev/full")
    with pytest.raises(KnownError, match="磁盘已满"):
        sheet_of(path, [make_row()])
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_keeps_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.mkdir()
    (path / "kept").touch()
    with pytest.raises(KnownError, match="换一个文件夹"):
        sheet_of(path, [make_row()])
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_file_open_in_excel_is_named() -> None:
    error = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert "Excel" in known_error(error, Path("月报.xlsx")).text


def test_stopping_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def stop(_done: int) -> None:
        raise Cancelled

    book = Book()
    with pytest.raises(Cancelled):
        add_table(book, "x", Heading("x"), COLUMNS, STATES, [make_row()] * 600, each=stop)
    book.discard()
    assert list(tmp_path.iterdir()) == []


def test_sheet_names_are_clean_short_and_different() -> None:
    assert sheet_name("a/b:c*[d]?\\", []) == "a b c  d"
    assert sheet_name("访客", ["访客"]) == "访客 (2)"
    assert sheet_name("Ab", ["aB", "ab (2)"]) == "Ab (3)"
    assert len(sheet_name("长" * 40, ["长" * 31])) == 31
    assert sheet_name("''", []) == "表"


def test_a_chinese_character_is_two_wide() -> None:
    assert (width("ab"), width("恒泰"), width("a\n恒泰贸"), lines_of("恒泰贸易\n\na", 4)) == (2, 4, 6, 4)


def test_a_list_exports_what_it_shows(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "uid": "u", "no": "LF-1", "state": "inside", "at": MORNING, "name": "=1", "phone": "13800001234",
         "purpose": "business", "host_room": "15-08", "org": "", "badge": "A12"},
    ]  # fmt: skip
    path = list_export.export_list(
        REGISTER, rows, tmp_path / "a.xlsx", title="恒泰 · 访客 · 在访", maker="李敏",
        made_at=clock.at(date(2026, 11, 21), 10), filter_text="zs", found=900, count=1,
    )  # fmt: skip
    sheet = load_workbook(path).active
    assert sheet is not None
    listed = [column.label for column in REGISTER.columns if column.listed]
    assert [cell.value for cell in sheet[4]] == listed
    assert sheet["A2"].value == "筛选 zs    制表人 李敏    制表时间 2026-11-21 10:00"
    assert sheet["A3"].value == "共 900 条,按单次导出上限只含前 1 条。"
    assert sheet.max_row == 6
    assert not any("1380000" in str(value) for row in sheet.iter_rows(values_only=True) for value in row)


def test_a_watermark_stands_in_one_short_line_at_the_foot_of_every_page(tmp_path: Path) -> None:
    book = Book("导出编号 PZ-1\n何&Co " + "很长的用途" * 60)
    book.sheet("页", (10,)).put(("x", "note"))
    book.save(tmp_path / "a.xlsx")
    foot = load_workbook(tmp_path / "a.xlsx").active.oddFooter.center.text
    assert foot.startswith("导出编号 PZ-1 何+Co") and foot.endswith("第 &P 页 / 共 &N 页")
    assert "\n" not in foot and len(foot) < 200
