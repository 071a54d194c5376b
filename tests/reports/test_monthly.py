"""The month's workbook on a real database: every figure can be counted again in its sheets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desk_app.core import clock, settings
from desk_app.core.database import Database
from desk_app.core.declare import Breakdown, By, ColumnKind, Kpi, Ref, Register, Row
from desk_app.core.errors import Cancelled, KnownError
from desk_app.core.i18n import install
from desk_app.registers import REGISTERS, Room
from desk_app.registers.visitors import service
from desk_app.registers.visitors.register import REGISTER
from desk_app.reports import breakdowns, monthly
from desk_app.reports.kpi import Count, Figure, Month, figures
from tests.conftest import Crew

SetClock = Callable[[datetime], None]
PHONES = ("13800001234", "13912345678")


@pytest.fixture
def month(db: Database, desk: Crew, set_clock: SetClock) -> Database:
    """Two visits in October, seven in November: five came, one was refused, one a mistake."""
    with db.write(desk.manager) as session:
        settings.change(session, settings.PROJECT, "恒泰国际中心")

    def visit(day: date, hour: int, hours: int | None, **values: Any) -> str:
        set_clock(clock.at(day, hour))
        given = {
            "name": "周雨", "phone": PHONES[0], "party_size": 1, "host_room": Ref(None, "15-08 中盛金融"),
            "host_name": "单雨桐", "confirm": "phone", "confirmed_by": "单雨桐", "purpose": "business", **values,
        }  # fmt: skip
        with db.write(desk.qt) as session:
            uid = service.register(session, given).uid
        if hours is not None:
            set_clock(clock.at(day, hour) + timedelta(hours=hours))
            with db.write(desk.qt) as session:
                service.sign_out(session, uid)
        return uid

    visit(date(2026, 10, 30), 9, 1)
    visit(date(2026, 10, 31), 23, 0, id_kind="passport")  # the last hour of October, not of November
    visit(date(2026, 11, 1), 10, 1, party_size=4, name="=cmd|'/C calc'!A0", org="+1", purpose="delivery")
    visit(date(2026, 11, 1), 10, 3, host_room=Ref(None, "16-01 恒泰贸易"))  # an hour longer than expected
    visit(date(2026, 11, 2), 15, 1, phone=PHONES[1], purpose="interview")
    forced = visit(date(2026, 11, 30), 10, None)
    set_clock(clock.at(date(2026, 11, 30), 11))
    with db.write(desk.qt) as session:
        service.force_out(session, forced, reason=f"昨晚未签离,电话{PHONES[0]}")
    visit(date(2026, 11, 30), 16, 2)
    visit(date(2026, 11, 30), 16, None, confirm="refused")
    wrong = visit(date(2026, 11, 30), 17, None)
    with db.write(desk.qt) as session:
        service.void(session, wrong, reason="填写错误")
    set_clock(clock.at(date(2026, 12, 3), 9, 5))
    return db


def write(db: Database, path: Path, year: int = 2026, month: int = 11, **more: Any) -> Any:
    with db.read() as session:
        monthly.write(session, year, month, path, maker="李敏", **{"registers": [REGISTER], **more})
    return load_workbook(path)


def lines(sheet: Any) -> dict[str, tuple[Any, ...]]:
    return {str(row[0]): row for row in sheet.iter_rows(values_only=True) if row[0]}


def test_the_cover_shows_every_figure_with_its_formula_and_last_month(
    month: Database, tmp_path: Path
) -> None:
    cover = lines(write(month, tmp_path / "a.xlsx")["封面与指标"])
    assert cover["来访数"][3:8] == (5, None, 5, 2, 1.5)
    assert cover["来访人次"][3:8] == (8, None, 8, 2, 3)
    assert cover["日均来访"][3:6] == (5, 3, pytest.approx(5 / 3))
    label, formula, target, top, over, actual, before, change, met, clause = cover["签离率"]
    assert formula.startswith("正常签离 / ")
    assert (target, top, over, actual, before, met) == (1, 4, 5, 0.8, 1, "✘")
    assert change == pytest.approx(-20)  # percentage points
    assert (label, clause) == ("签离率", "业务规则 §6-3")
    assert cover["超时未离"][5] == 1
    assert cover["达标率"][3:6] == (0, 1, 0)


def test_the_first_lines_say_project_span_maker_time_and_definitions(month: Database, tmp_path: Path) -> None:
    for sheet in write(month, tmp_path / "a.xlsx"):
        assert sheet["A1"].value.startswith("恒泰国际中心 · ")
        assert sheet["A1"].value.endswith(" · 2026年11月")
        assert sheet["A2"].value.split("    ") == [
            "期间 2026-11-01 至 2026-11-30", "制表人 李敏", "制表时间 2026-12-03 09:05", "数据口径版本 1.0",
        ]  # fmt: skip


def test_the_register_s_sheet_lists_the_month_and_nothing_else(month: Database, tmp_path: Path) -> None:
    sheet = write(month, tmp_path / "a.xlsx")["访客"]
    rows = list(sheet.iter_rows(values_only=True))
    head, body, total = list(rows[2]), rows[3:-1], rows[-1]
    assert head == [column.label for column in REGISTER.columns if column.sheeted]
    assert [row[head.index("到访")].date().isoformat() for row in body] == sorted(
        ["2026-11-01"] * 2 + ["2026-11-02"] + ["2026-11-30"] * 4
    )
    assert body[0][head.index("到访")] == datetime(2026, 11, 1, 10)
    assert {row[head.index("状态")] for row in body} == {"已签离", "强制签离", "拒访", "作废"}
    assert total[0] == "合计 7 条"
    assert total[head.index("人数")] == sum(row[head.index("人数")] for row in body) == 10
    assert body[0][head.index("访客")] == "=" + "*" * 20  # masked, and still no formula
    assert sheet.cell(4, head.index("访客") + 1).data_type == "s"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
    assert sheet.auto_filter.ref == f"A3:{sheet.cell(3, len(head)).column_letter}10"


def test_no_telephone_number_of_a_visitor_is_in_the_workbook(month: Database, tmp_path: Path) -> None:
    book = write(month, tmp_path / "a.xlsx")
    values = [value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row]
    texts = " ".join(value for value in values if isinstance(value, str))
    assert "138****1234" in texts
    assert "139****5678" in texts
    assert not any(number in texts for number in PHONES)
    assert not re.search(r"1[3-9]\d{9}|\d{17}[\dXx]", texts)


def test_the_counts_name_the_peak_and_add_up(month: Database, tmp_path: Path) -> None:
    sheet = write(month, tmp_path / "a.xlsx")["统计"]
    found = lines(sheet)
    assert found["10:00"][1] == 3
    assert "峰值时段:10:00,3 条。" in found
    assert found["商务洽谈"][1:4] == (3, 0.6, 3)
    assert found["15-08 中盛金融"][1] == 4
    day = found["2026-11-01 00:00:00"]
    assert day[:4] == (datetime(2026, 11, 1), 2, 0.4, 5)
    assert day[4:7] == (1, 0, 1)  # one for business, one delivery
    totals = [row for row in sheet.iter_rows(values_only=True) if row[0] == "合计"]
    assert [row[1] for row in totals] == [5, 5, 5, 5, 7]


def test_the_charts_are_drawn_from_the_counts(month: Database, tmp_path: Path) -> None:
    book = write(month, tmp_path / "a.xlsx")
    charts = book["封面与指标"]._charts
    assert len(charts) == sum(1 for each in REGISTER.breakdowns if each.chart)
    for chart in charts:
        reference = chart.series[0].val.numRef.f
        name, _, area = reference.partition("!")
        assert name.strip("'") == "统计"
        values = [cell.value for row in book["统计"][area.replace("$", "")] for cell in row]
        assert sum(values) == 5
        assert not chart.x_axis.delete


def test_a_month_without_anything_is_complete_and_shows_dashes(month: Database, tmp_path: Path) -> None:
    book = write(month, tmp_path / "a.xlsx", 2026, 1)
    assert book.sheetnames == ["封面与指标", "访客", "统计"]
    cover = lines(book["封面与指标"])
    assert cover["签离率"][3:9] == (0, 0, "—", "—", "—", "—")
    assert cover["日均来访"][5] == "—"
    assert cover["达标率"][3:6] == (0, 0, "—")
    assert lines(book["访客"])["合计 0 条"]
    assert book["封面与指标"]._charts == []


def test_a_month_under_way_ends_its_chart_today(month: Database, set_clock: SetClock, tmp_path: Path) -> None:
    set_clock(clock.at(date(2026, 11, 2), 18))
    found = lines(write(month, tmp_path / "a.xlsx")["统计"])
    assert "2026-11-02 00:00:00" in found
    assert "2026-11-03 00:00:00" not in found


def test_the_workbook_is_chinese_in_every_language(month: Database, tmp_path: Path) -> None:
    install(lambda _context, _text: "English")
    try:
        book = write(month, tmp_path / "a.xlsx")
    finally:
        install(None)
    assert "English" not in str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
    assert book.sheetnames[1] == "访客"


def test_progress_goes_from_0_to_100(month: Database, tmp_path: Path) -> None:
    told: list[int] = []
    write(month, tmp_path / "a.xlsx", progress=told.append)
    assert told == sorted(set(told))
    assert (told[0], told[-1]) == (0, 100)


def test_a_cancelled_report_leaves_the_folder_as_it_was(month: Database, tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.xlsx"
    write(month, path)
    before = path.read_bytes()
    with pytest.raises(Cancelled):
        write(month, path, cancelled=lambda: True)
    assert [each.name for each in path.parent.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(month: Database, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="file"):
        write(month, tmp_path / "file" / "a.xlsx")


def test_every_declared_register_gets_its_sheet(month: Database, tmp_path: Path) -> None:
    other = replace(REGISTER, key="other", title="上门/人员", kpis=(), breakdowns=())
    book = write(month, tmp_path / "a.xlsx", registers=[REGISTER, other])
    assert book.sheetnames == ["封面与指标", "访客", "上门 人员", "统计"]


@pytest.mark.parametrize(
    ("project", "name"),
    [
        ("恒泰国际中心", "客服前台月报_恒泰国际中心_202611.xlsx"),
        ('A/B:\\*?"<>|座', "客服前台月报_A_B________座_202611.xlsx"),
        ("  ", "客服前台月报_202611.xlsx"),
        ("..", "客服前台月报_202611.xlsx"),
    ],
)
def test_the_file_is_named_after_project_and_month(project: str, name: str) -> None:
    assert monthly.file_name(project, 2026, 11) == name


@pytest.mark.parametrize("room", REGISTERS, ids=lambda room: room.key)
def test_breakdowns_of_every_register_name_real_columns(room: Room) -> None:
    register = room.register()
    for each in register.breakdowns:
        assert register.column(each.column).sheeted
        assert not each.also or register.column(each.also).kind is ColumnKind.INTEGER
        assert not each.split or register.column(each.split).choices
        assert each.skip <= {state.key for state in register.states}


def test_all_registers_of_the_house_have_their_sheet(month: Database, tmp_path: Path) -> None:
    book = write(month, tmp_path / "a.xlsx", registers=None)
    assert book.sheetnames == [
        "封面与指标",
        *(room.register().title for room in REGISTERS),
        "押金台账",
        "统计",
    ]


def kpi(**values: Any) -> Kpi:
    return Kpi("k", "k", "k", "k", lambda _session, _first, _last: (0, 0), **values)


def test_a_zero_denominator_has_no_figure_no_change_and_no_verdict() -> None:
    figure = Figure(kpi(target="100"), Count(0, 0), Count(1, 2))
    assert (figure.now.value, figure.change, figure.met) == (None, None, None)


@pytest.mark.parametrize(
    ("top", "over", "target", "met"),
    [
        (98, 100, "98", True),
        (979, 1000, "98", False),
        (1, 3, "33.3", True),
        (0, 5, "0", True),
        (3, 4, "", None),
    ],
)
def test_a_target_is_met_exactly(top: float, over: float, target: str, met: bool | None) -> None:
    assert Figure(kpi(target=target), Count(top, over), Count(0, 0)).met is met


def test_change_is_relative_for_counts_and_points_for_rates() -> None:
    assert Figure(kpi(percent=False), Count(3, None), Count(2, None)).change == Fraction(1, 2)
    assert Figure(kpi(percent=False), Count(3, None), Count(0, None)).change is None
    assert Figure(kpi(), Count(3, 4), Count(1, 2)).change == 25


def test_a_figure_is_asked_for_both_months() -> None:
    asked: list[tuple[date, date]] = []

    def count(_session: object, first: date, last: date) -> tuple[float, float | None]:
        asked.append((first, last))
        return 1, None

    figures(None, [Kpi("k", "k", "k", "k", count)], Month(2028, 3))  # type: ignore[arg-type]
    assert asked == [(date(2028, 3, 1), date(2028, 3, 31)), (date(2028, 2, 1), date(2028, 2, 29))]


@given(st.integers(2000, 2099), st.integers(1, 12))
def test_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    span = Month(year, month)
    assert span.next.previous == span
    assert span.last + timedelta(days=1) == span.next.first
    assert (span.days[0], span.days[-1], len(span.days)) == (span.first, span.last, span.last.day)


def rows_of(*values: tuple[str, str | None]) -> list[Row]:
    return [
        {"state": state, "host_room": room, "at": clock.at(date(2026, 11, 1), 23)} for state, room in values
    ]


def count(breakdown: Breakdown, rows: list[Row], register: Register = REGISTER) -> breakdowns.Counted:
    return counted(breakdowns.Tally(register, breakdown, Month(2026, 11).days), rows)


def counted(tally: breakdowns.Tally, rows: list[Row]) -> breakdowns.Counted:
    for row in rows:
        tally.add(row)
    return tally.counted()


def test_the_top_ones_come_first_and_the_rest_still_counts() -> None:
    rows = rows_of(*[("left", "b")] * 2, *[("left", "a")] * 3, ("left", "c"), ("void", "c"), ("left", None))
    found = count(Breakdown("k", "k", "host_room", top=2, skip=frozenset({"void"})), rows)
    assert [(line.label, line.count) for line in found.lines] == [("a", 3), ("b", 2)]
    assert found.count == 7


def test_a_day_of_another_month_is_no_line_of_this_one() -> None:
    from desk_app.reports import breakdowns

    register = next(room for room in REGISTERS if room.key == "entry_passes").register()
    days = [date(2026, 11, number) for number in range(1, 31)]
    rows = [{"state": "returned", "day": day} for day in (date(2026, 10, 31), days[0], days[0])]
    found = counted(breakdowns.Tally(register, Breakdown("days", "每日发证", "day", By.DAY), days), rows)
    assert (len(found.lines), found.count, found.lines[0].count) == (30, 2, 2)


def test_hours_are_the_building_s() -> None:
    found = count(Breakdown("k", "k", "at", By.HOUR), rows_of(("left", "a")))
    assert found.peak is not None
    assert (found.peak.label, found.lines[0].label) == ("23:00", "08:00")


def test_what_was_not_filled_in_is_a_line_of_its_own() -> None:
    found = count(Breakdown("k", "k", "host_room"), rows_of(("left", None), ("left", "a")))
    assert [line.label for line in found.lines] == ["a", breakdowns.EMPTY]
