"""The cover of the month's workbook (指标 and charts) and the sheet 统计 that the charts are drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desk_app.core import clauses
from desk_app.core.declare import By, Register
from desk_app.documents import charts
from desk_app.documents.workbook import Book, Heading, Put, Sheet
from desk_app.reports.breakdowns import Counted, Line
from desk_app.reports.kpi import Figure

NONE = "—"
HEADS = ("指标", "公式", "目标", "分子", "分母", "实际", "上月", "环比", "达标", "依据")
WIDTHS = (13, 38, 8, 9, 9, 10, 10, 14, 7, 18)
NOTES = (
    "环比:数量为(本月-上月)÷上月,比率为百分点之差;分母为 0 或上月没有数时显示 —。目标为不低于。",
    "每一个数都可以在后面的表里逐条数出来(“余额”和“当前”数除外);作废单不进分母。",
)
CHARTS_AT = ((1, 12.9), (5, 12.6))  # the column where each of two stands, and its width in cm
CHART_HEIGHT, CHART_ROWS = 8.2, 14
CHARTS_A_PAGE = 4
COVER_SCALE = 80
PART_COLUMNS = 12


@dataclass(frozen=True)
class Drawn:
    """A chart's data on the sheet 统计: its rows, and what is drawn from them."""

    counted: Counted
    register: Register
    first: int
    last: int


def write_figures(sheet: Sheet, heading: Heading, groups: Sequence[tuple[str, Sequence[Figure]]]) -> None:
    """Put the heading and the table of figures, one band a register, and the share of targets met."""
    sheet.head(heading)
    sheet.put(*((head, "head") for head in HEADS), height=26)
    for title, figures in groups:
        if figures:
            sheet.put((title, "band"), *((None, "band") for _ in HEADS[1:]), height=20)
        for figure in figures:
            sheet.put(*_line(figure))
    judged = [figure.met for _title, group in groups for figure in group if figure.met is not None]
    share: Put = (sum(judged) / len(judged), "total.percent") if judged else (NONE, "total.text")
    sheet.put(
        ("达标率", "total.text"), ("达标的指标 / 有目标且有数的指标", "total.text"), (None, "total.text"),
        (sum(judged), "total.integer"), (len(judged), "total.integer"), share,
        *((None, "total.text") for _ in HEADS[6:]), height=20,
    )  # fmt: skip
    for note in NOTES:
        sheet.put((note, "note"), height=16)


def _line(figure: Figure) -> list[Put]:
    kpi, now = figure.kpi, figure.now
    met = {True: "✔", False: "✘", None: NONE if kpi.target else ""}[figure.met]
    style = {True: "state.done", False: "state.late", None: "center"}[figure.met]
    target = (float(Fraction(kpi.target)) / (100 if kpi.percent else 1)) if kpi.target else None
    return [
        (kpi.label, "wrap"),
        (kpi.formula, "wrap"),
        (target, "percent" if kpi.percent else "integer"),
        (now.top, "integer"),
        (now.over if now.over is not None else None, "integer"),
        _number(now.value, kpi.percent, whole=now.over is None),
        _number(figure.before.value, kpi.percent, whole=figure.before.over is None),
        (float(figure.change), "points" if kpi.percent else "change")
        if figure.change is not None
        else (NONE, "integer"),
        (met, style),
        (clauses.spell(kpi.clause), "wrap"),
    ]


def _number(value: Fraction | None, percent: bool, *, whole: bool) -> Put:
    if value is None:
        return NONE, "integer"
    if percent and not whole:
        return float(value), "percent"
    return (int(value) if whole and value.denominator == 1 else float(value)), (
        "integer" if whole else "decimal"
    )


def write_counts(sheet: Sheet, register: Register, counted: Counted) -> Drawn:
    """Put one breakdown on the sheet 统计: a band, a header, its lines, a total, and where the peak is."""
    heads = [counted.first, "条数", "占比", *([counted.also] if counted.also else []), *counted.parts]
    sheet.put((f"{register.title} · {counted.breakdown.label}", "band"), *((None, "band") for _ in heads[1:]))
    sheet.put(*((head, "head") for head in heads), height=22)
    first = sheet.row + 1
    for line in counted.lines:
        label: Put = (line.label, "date" if isinstance(line.label, date) else "wrap")
        sheet.put(label, *_counts(counted, line, ""))
    last = sheet.row
    parts = tuple(sum(part) for part in zip(*(line.parts for line in counted.lines), strict=True))
    sum_line = Line(
        "合计", sum(line.count for line in counted.lines), sum(line.total for line in counted.lines), parts
    )
    sheet.put(("合计", "total.text"), *_counts(counted, sum_line, "total."))
    sheet.put((_peak(counted), "note"))
    sheet.put()
    return Drawn(counted, register, first, last)


def _counts(counted: Counted, line: Line, prefix: str) -> list[Put]:
    share: Put = (
        (line.count / counted.count, prefix + "percent") if counted.count else (NONE, prefix + "text")
    )
    also = [(line.total, prefix + "integer")] if counted.also else []
    return [
        (line.count, prefix + "integer"), share, *also, *((part, prefix + "integer") for part in line.parts),
    ]  # fmt: skip


def _peak(counted: Counted) -> str:
    peak = counted.peak
    if peak is None:
        return "本月没有记录。"
    label = f"{peak.label:%m-%d}" if isinstance(peak.label, date) else peak.label
    name = {By.HOUR: "峰值时段", By.DAY: "最多的一天", By.VALUE: "最多"}[counted.breakdown.by]
    return f"{name}:{label},{peak.count} 条。"


def write_charts(cover: Sheet, data: Sheet, drawn: Sequence[Drawn]) -> None:
    """Lay the charts two by two under the figures, each four on a page of their own."""
    shown = [item for item in drawn if item.counted.breakdown.chart and item.counted.count]
    for number, item in enumerate(shown):
        if number % CHARTS_A_PAGE == 0:
            cover.page_break()
            cover.put(
                (f"图表 · 数据见「{DATA_NAME}」", "band"), *((None, "band") for _ in HEADS[1:]), height=20
            )
            top = cover.row + 1
            for _row in range(CHART_ROWS * 2):
                cover.put()
        place = number % CHARTS_A_PAGE
        column, width = CHARTS_AT[place % 2]
        row = top + place // 2 * CHART_ROWS
        charts.place(
            cover, _chart(data, item), row=row, column=column, width_cm=width, height_cm=CHART_HEIGHT
        )


DATA_NAME = "统计"


def _chart(data: Sheet, item: Drawn) -> object:
    by, lines = item.counted.breakdown.by, item.counted.lines
    long = by is By.VALUE and (len(lines) > 6 or any(len(str(line.label)) > 5 for line in lines))
    kind = charts.CURVE if by is By.DAY else charts.BARS if long else charts.COLUMNS
    title = f"{item.register.title} · {item.counted.breakdown.label}"
    return charts.draw(kind, title, data, item.first, item.last, label=1, value=2)


def open_cover(book: Book, name: str) -> Sheet:
    """Add the cover's sheet: a fixed scale, since page breaks do not go together with fit to width."""
    sheet = book.sheet(name, WIDTHS)
    sheet.raw.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.raw.page_setup.scale = COVER_SCALE
    sheet.raw.print_options.horizontalCentered = True
    sheet.raw.page_setup.fitToWidth = sheet.raw.page_setup.fitToHeight = None
    return sheet


def open_data(book: Book) -> Sheet:
    """Add the sheet 统计."""
    return book.sheet(DATA_NAME, (30, 9, 9, *(11 for _ in range(PART_COLUMNS))))
