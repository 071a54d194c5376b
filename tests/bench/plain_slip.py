"""A release slip as a competent programmer writes it straight onto a reportlab canvas: the baseline of P1.

The same paper, faces, words, lines and codes as forms/release_slip prints for the sample with ten items: three
copies of two pages. Nothing is measured, wrapped, masked by rule or checked: the words are known to fit. The QR is
encoded once a slip, with segno's own choice of the mask, and drawn on every page.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import segno
from reportlab import rl_config
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A5, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desk_app.documents.fonts import BOLD, FILES, FOLDER, REGULAR

FACE, STRONG = "Plain", "Plain-Bold"
INK, GREY, FAINT = Color(0.07, 0.10, 0.13), Color(0.36, 0.40, 0.44), Color(0.62, 0.65, 0.68)
TINT = Color(0.955, 0.963, 0.97)
WIDTH, HEIGHT = landscape(A5)
LEFT, RIGHT = 15 * mm, 199 * mm
FIRST_PAGE = 9

GRID = (
    (("搬出单位", "customer"), ("申请人", "applicant"), ("电话", "phone")),
    (("放行类型", "kind"), ("证件", "id_checked"), ("车牌", "plate")),
    (("业主认可", "consent"), ("搬运人", "carrier"), ("通道", "route")),
    (("搬出时间", "plan"), ("是否返回", "returns"), ("装修证号", "reno_no")),
    (("备注", "remark"),),
)
GRID_EDGES = (15, 93, 153, 199)
COLUMNS = (
    ("序", 8.4), ("名称", 40.2), ("规格 / 颜色 / 序列号 / 资产号", 63.4), ("单位", 11.6), ("数量", 13.7),
    ("大写", 20.1), ("备注", 26.4),
)  # fmt: skip
BOXES = (
    ("申请人", "签字", 32), ("业主 / 单位授权人", "签字 · 盖章", 35), ("前台经办", "签字", 32),
    ("当班负责人", "签字 · 放行章", 48), ("门岗核验", "签字 · 放行时间", 35),
)  # fmt: skip
COPIES = (
    ("第一联 存根联", {}), ("第二联 客户联", {}),
    ("第三联 门岗联", {"phone": "—", "id_checked": "身份证 已核验 尾号 002X"}),
)  # fmt: skip


def register() -> None:
    """Read the two faces, once a process; under a name of their own, or reportlab hands out the program's."""
    pdfmetrics._dynFaceNames.clear()
    for name, face in ((FACE, REGULAR), (STRONG, BOLD)):
        pdfmetrics.registerFont(TTFont(name, str(FOLDER / FILES[face])))


def draw(slip: Mapping[str, Any]) -> bytes:
    """Return the slip's PDF: all copies, with reportlab as it comes (streams as ASCII85)."""
    rl_config.useA85 = 1
    try:
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), pageCompression=1)
        canvas.setTitle("物品放行条")
        qr = segno.make_qr(slip["number"], error="m").matrix
        bars = Code128(slip["number"], barWidth=0.33 * mm, barHeight=9 * mm, quiet=0)
        rows = slip["items"]
        parts = [rows[:FIRST_PAGE], rows[FIRST_PAGE:]]
        for heading, changed in COPIES:
            start = 0
            for page, part in enumerate(parts, 1):
                _head(canvas, slip, page, len(parts), qr)
                _grid(canvas, {**slip, **changed})
                last = page == len(parts)
                _items(canvas, part, start, heading.endswith("门岗联"), last)
                if last:
                    _foot(canvas, slip)
                else:
                    _right(canvas, 199, 125, "接下页 · 各页加盖骑缝章", 7.5, GREY)
                _edges(canvas, heading, bars)
                canvas.showPage()
                start += len(part)
        canvas.save()
        return target.getvalue()
    finally:
        rl_config.useA85 = 0


def _text(
    canvas: Canvas, x: float, y: float, text: str, size: float, colour: Color = INK, face: str = FACE
) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.drawString(x * mm, HEIGHT - y * mm, text)


def _right(
    canvas: Canvas, x: float, y: float, text: str, size: float, colour: Color = INK, face: str = FACE
) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.drawRightString(x * mm, HEIGHT - y * mm, text)


def _middle(
    canvas: Canvas, x: float, y: float, text: str, size: float, colour: Color = INK, **more: Any
) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(more.pop("face", FACE), size)
    canvas.drawCentredString(x * mm, HEIGHT - y * mm, text, **more)


def _line(canvas: Canvas, x1: float, y1: float, x2: float, y2: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.18 * mm)
    canvas.line(x1 * mm, HEIGHT - y1 * mm, x2 * mm, HEIGHT - y2 * mm)


def _box(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.18 * mm)
    canvas.rect(x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm)


def _ground(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setFillColor(TINT)
    canvas.rect(x * mm, HEIGHT - (y + height) * mm, width * mm, height * mm, stroke=0, fill=1)


def _head(
    canvas: Canvas, slip: Mapping[str, Any], page: int, pages: int, qr: Sequence[Sequence[int]]
) -> None:
    _text(canvas, 15, 11.5, slip["org"], 9, GREY)
    _text(canvas, 15, 18, "表单 KF-FX-01 · A/0", 8, GREY)
    _text(canvas, 15, 23.5, "当日有效 · 涂改无效 · 过期作废", 8.5, GREY)
    _middle(canvas, 105, 16, "物品放行条", 20, face=STRONG, charSpace=4)
    _middle(canvas, 105, 24, f"第 {page} 页 / 共 {pages} 页", 7.5, GREY)
    _right(canvas, 177.5, 13, slip["number"], 13, face=STRONG)
    _right(canvas, 177.5, 18, "开具 " + slip["issued_at"], 8, GREY)
    _right(canvas, 177.5, 23, "有效期至 " + slip["valid_until"], 10, face=STRONG)
    module = 20 / (len(qr) + 8)
    canvas.setFillColorRGB(0, 0, 0)
    path = canvas.beginPath()
    for row, line in enumerate(qr):
        for column, dark in enumerate(line):
            if dark:
                x, y = 181.7 + (column + 4) * module, 8 + (row + 5) * module
                path.rect(x * mm, HEIGHT - y * mm, module * mm, module * mm)
    canvas.drawPath(path, stroke=0, fill=1)


def _grid(canvas: Canvas, slip: Mapping[str, Any]) -> None:
    y = 28.0
    for row in GRID:
        for (label, key), x in zip(row, GRID_EDGES, strict=False):
            _ground(canvas, x, y, 17, 6.3)
            _text(canvas, x + 1.5, y + 4.3, label, 8.5, GREY)
            _text(canvas, x + 18.5, y + 4.3, slip[key], 9)
            _line(canvas, x + 17, y, x + 17, y + 6.3)
            if x > 15:
                _line(canvas, x, y, x, y + 6.3)
        y += 6.3
        _line(canvas, 15, y, 199, y)
    _box(canvas, 15, 28, 184, y - 28)


def _items(canvas: Canvas, rows: Sequence[Mapping[str, str]], start: int, guarded: bool, last: bool) -> None:
    share = 184 / (sum(width for _, width in COLUMNS) + (12 if guarded else 0))
    columns = [*COLUMNS, ("门岗核", 12.0)] if guarded else COLUMNS
    edges = [15.0]
    for _, width in columns:
        edges.append(edges[-1] + width * share)
    y = 61.5
    _ground(canvas, 15, y, 184, 6.1)
    for (title, _), left, right in zip(columns, edges, edges[1:], strict=False):
        if title in ("序", "门岗核"):
            _middle(canvas, (left + right) / 2, y + 4.2, title, 8.3, GREY)
        elif title == "数量":
            _right(canvas, right - 1.5, y + 4.2, title, 8.3, GREY)
        else:
            _text(canvas, left + 1.5, y + 4.2, title, 8.3, GREY)
    y += 6.1
    _line(canvas, 15, y, 199, y)
    for number, row in enumerate(rows, start + 1):
        spec = " · ".join(filter(None, (row["spec"], row["serial"], row["asset"])))
        base = y + 4.2
        _middle(canvas, (edges[0] + edges[1]) / 2, base, str(number), 9)
        _text(canvas, edges[1] + 1.5, base, row["name"], 9)
        _text(canvas, edges[2] + 1.5, base, spec, 8.3)
        _text(canvas, edges[3] + 1.5, base, row["unit"], 9)
        _right(canvas, edges[5] - 1.5, base, row["quantity"], 9)
        _text(canvas, edges[5] + 1.5, base, row["quantity_words"], 9)
        _text(canvas, edges[6] + 1.5, base, row["remark"], 9)
        y += 6.1
        _line(canvas, 15, y, 199, y)
    foot = y
    if last:
        _text(canvas, edges[1] + 1.5, y + 4.2, "—— 以下空白 ——", 9, GREY)
        y += 6.1
        _line(canvas, 15, y, 199, y)
        foot = 98.0
        canvas.setStrokeColor(FAINT)
        canvas.setLineWidth(0.2 * mm)
        canvas.line(LEFT, HEIGHT - foot * mm, RIGHT, HEIGHT - y * mm)
    for edge in edges[1:-1]:
        _line(canvas, edge, 61.5, edge, y)
    _box(canvas, 15, 61.5, 184, foot - 61.5)


def _foot(canvas: Canvas, slip: Mapping[str, Any]) -> None:
    _text(canvas, 15, 102.5, slip["total_line"], 10, face=STRONG)
    x = 15.0
    for title, hint, width in BOXES:
        _text(canvas, x + 1.5, 108.5, title, 8.5, face=STRONG)
        _text(canvas, x + 1.5, 112, hint, 7, GREY)
        if title == "前台经办":
            _text(canvas, x + 1.5, 115, slip["handler"], 7, GREY)
        if title == "当班负责人":
            canvas.saveState()
            canvas.setStrokeColor(FAINT)
            canvas.setLineWidth(0.2 * mm)
            canvas.setDash(1.1 * mm, 0.9 * mm)
            canvas.circle((x + 34.5) * mm, HEIGHT - 118.7 * mm, 13 * mm)
            canvas.restoreState()
        for number, mark in enumerate("年月日时分", 1):
            _right(canvas, x + 1.5 + number * 5.6, 131, mark, 7, GREY)
        if x > 15:
            _line(canvas, x, 105, x, 132.5)
        x += width
    _box(canvas, 15, 105, 184, 27.5)


def _edges(canvas: Canvas, heading: str, bars: Code128) -> None:
    y = 67.0
    for letter in heading:
        _middle(canvas, 203, y, letter, 9, GREY)
        y += 3.9
    canvas.setFillColorRGB(0, 0, 0)
    bars.drawOn(canvas, LEFT, HEIGHT - 142.8 * mm)
    note = "物品与单不符者不予放行,由前台作废重开。门岗联由门岗收回,每周一交回前台核对。"
    _text(canvas, 80, 137.5, note, 7.5, GREY)
