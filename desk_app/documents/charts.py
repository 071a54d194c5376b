"""Charts of a workbook, drawn from cells that stand on a sheet; one colour, few lines, every axis labelled."""

from __future__ import annotations

from typing import Any

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.drawing.xdr import XDRPositiveSize2D

from desk_app.documents.sheet_style import ACCENT, FONT, LINE, MUTED, TEXT
from desk_app.documents.workbook import Sheet

EMU = 360_000  # drawing units in a centimetre
COLUMNS, BARS, CURVE = "columns", "bars", "curve"
"""Kinds: upright columns, lying bars (long labels), a line over days."""


def draw(kind: str, title: str, data: Sheet, first: int, last: int, *, label: int, value: int) -> Any:
    """Return a chart of the rows `first` to `last` of `data`: labels and values by column number."""
    chart: Any = LineChart() if kind == CURVE else BarChart()
    chart.add_data(Reference(data.raw, min_col=value, min_row=first, max_row=last), titles_from_data=False)
    chart.set_categories(Reference(data.raw, min_col=label, min_row=first, max_row=last))
    chart.title = title
    chart.title.tx.rich.p[0].r[0].rPr = _letters(1200, TEXT, bold=True)
    chart.title.overlay = False
    chart.legend = None
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    _axes(chart, kind)
    series = chart.series[0]
    if kind == CURVE:
        _curve(series)
    else:
        chart.type = "bar" if kind == BARS else "col"
        chart.gapWidth = 50
        series.graphicalProperties = GraphicalProperties(solidFill=ACCENT, ln=LineProperties(noFill=True))
        chart.dataLabels = _labels()
    return chart


def place(sheet: Sheet, chart: Any, *, row: int, column: int, width_cm: float, height_cm: float) -> None:
    """Lay a chart on a sheet, its top left corner in that of a cell (Excel clips offsets into a cell)."""
    size = XDRPositiveSize2D(round(width_cm * EMU), round(height_cm * EMU))
    corner = AnchorMarker(col=column - 1, colOff=0, row=row - 1, rowOff=0)
    chart.anchor = OneCellAnchor(_from=corner, ext=size)
    sheet.raw.add_chart(chart)


def _axes(chart: Any, kind: str) -> None:
    names, numbers = chart.x_axis, chart.y_axis
    for axis in (names, numbers):
        axis.delete = False
        axis.txPr = _text(900, MUTED)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    numbers.number_format = "0"
    numbers.scaling.min = 0
    numbers.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
    names.number_format = "d" if kind == CURVE else "General"
    names.majorGridlines = None
    if kind == BARS:
        names.scaling.orientation = "maxMin"  # the first line on top
    if kind != CURVE:  # the numbers stand on the bars
        numbers.delete = True
        numbers.majorGridlines = None


def _curve(series: Any) -> None:
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=ACCENT, w=22_000))
    series.smooth = False
    series.marker.symbol = "circle"
    series.marker.size = 5
    series.marker.graphicalProperties = GraphicalProperties(
        solidFill=ACCENT, ln=LineProperties(solidFill=ACCENT)
    )


def _labels() -> DataLabelList:
    labels = DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.txPr = _text(900, TEXT)
    return labels


def _letters(size: int, colour: str, *, bold: bool = False) -> CharacterProperties:
    face = Font(typeface=FONT)
    return CharacterProperties(sz=size, b=bold, solidFill=colour, latin=face, ea=face)


def _text(size: int, colour: str) -> RichText:
    properties = ParagraphProperties(defRPr=_letters(size, colour))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_letters(size, colour))])
