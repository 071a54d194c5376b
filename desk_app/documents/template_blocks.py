"""Read the blocks of a form.toml: what stands in the body, from top to bottom."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable

from desk_app.core.i18n import translate
from desk_app.documents.form import (
    MM_A_POINT,
    PLACEHOLDER,
    Block,
    Cell,
    Checks,
    Clauses,
    Column,
    Grid,
    Paper,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
    Total,
    line_height,
)
from desk_app.documents.template_parts import ALIGNS
from desk_app.documents.toml_reader import Section


def read_block(section: Section, paper: Paper) -> Block:
    """Return one block; TemplateBroken names what is wrong."""
    kind = section.choice("kind", (*_BLOCKS, "clauses"))
    gap = section.number("gap", 0, 60, 2)
    block = _clauses(section, gap, paper) if kind == "clauses" else _BLOCKS[kind](section, gap)
    section.done()
    return block


def _grid(section: Section, gap: float) -> Grid:
    widths = section.numbers("widths", 1, 1000)
    rows = tuple(tuple(map(_cell, row)) for row in section.rows("rows"))
    for at, row in enumerate(rows, 1):
        if sum(cell.span for cell in row) != len(widths):
            raise section.broken(
                f"rows[{at}]", translate("Paper", "各格 span 之和应为 {count}").format(count=len(widths))
            )
    size = section.number("size", 6, 30, 9)
    return Grid(
        widths=widths,
        label_width=section.number("label_width", 8, 60),
        row_height=_row_height(section, size),
        size=size,
        rows=rows,
        gap=gap,
    )


def _row_height(section: Section, size: float) -> float:
    height = section.number("row_height", 3.5, 40, 7)
    if height < line_height(size) + 0.6:
        raise section.broken("row_height", translate("Paper", "比文字还矮"))
    return height


def _cell(section: Section) -> Cell:
    cell = Cell(
        section.text("label", longest=20), section.text("field", longest=40), section.count("span", 1, 8, 1)
    )
    section.done()
    return cell


def _table(section: Section, gap: float) -> Table:
    size = section.number("size", 6, 16, 9)
    return Table(
        field=section.text("field", longest=40),
        row_height=_row_height(section, size),
        size=size,
        lines=section.count("lines", 0, 40, 0),
        rows=section.count("rows", 0, 60, 0),
        blank=section.text("blank", "", longest=20),
        continued=section.text("continued", "", longest=60),
        columns=tuple(map(_column, section.sections("columns", least=1, most=14))),
        gap=gap,
    )


def _column(section: Section) -> Column:
    column = Column(
        title=section.text("title", longest=20),
        field=section.text("field", "", longest=40),
        also=section.words("also"),
        width=section.number("width", 1, 1000),
        align=section.choice("align", ALIGNS, "left"),
        copies=section.words("copies"),
    )
    section.done()
    return column


def _total(section: Section, gap: float) -> Total:
    return Total(
        section.text("value", longest=200),
        section.number("height", 4.5, 20, 6.5),
        section.number("size", 6, 18, 10),
        gap,
    )


def _signatures(section: Section, gap: float) -> Signatures:
    height = section.number("height", 12, 80)
    boxes = tuple(_box(one, height) for one in section.sections("boxes", least=1, most=16))
    per_row = section.count("per_row", 1, 8, min(len(boxes), 8))
    return Signatures(boxes, height, per_row, section.flag("order", False), gap)


def _box(section: Section, height: float) -> SignatureBox:
    box = SignatureBox(
        title=section.text("title", longest=20),
        hint=section.text("hint", "", longest=30),
        note=section.text("note", "", longest=60),
        date=section.text("date", "", longest=30),
        stamp=section.number("stamp", 0, 45, 0),
        width=section.number("width", 1, 1000, 10),
    )
    section.done()
    if box.stamp > height - 1.5:
        raise section.broken("stamp", translate("Paper", "圆圈比签字栏还高"))
    return box


def _paragraph(section: Section, gap: float) -> Paragraph:
    return Paragraph(
        section.text("value", longest=2000),
        section.number("size", 5, 16, 8),
        section.flag("bold", False),
        section.flag("grey", False),
        section.count("lines", 1, 40, 3),
        gap,
    )


def _checks(section: Section, gap: float) -> Checks:
    size = section.number("size", 6, 16, 9)
    answers = section.words("answers") or ("是", "否", "不适用")
    if len(answers) > 5:
        raise section.broken(
            "answers", translate("Paper", "应有 {least} 到 {most} 项").format(least=1, most=5)
        )
    return Checks(
        field=section.text("field", longest=40),
        item=section.text("item", longest=40),
        answer=section.text("answer", "", longest=40),
        note=section.text("note", "", longest=40),
        title=section.text("title", "", longest=20),
        answers=answers,
        answer_width=section.number("answer_width", 6, 40, 10),
        columns=section.count("columns", 1, 2, 1),
        rows=section.count("rows", 1, 60),
        row_height=_row_height(section, size),
        size=size,
        gap=gap,
    )


def _clauses(section: Section, gap: float, paper: Paper) -> Clauses:
    value = section.text("value", longest=12_000)
    size, leading = section.number("size", 6, 16, 9), section.number("leading", 1.2, 2.5, 1.5)
    space = section.number("space", 0, 10, 0.8)
    paragraphs = tuple(line.rstrip() for line in value.splitlines() if line.strip())
    return Clauses(
        paragraphs=paragraphs,
        size=size,
        leading=leading,
        space=space,
        indent=section.flag("indent", False),
        grey=section.flag("grey", False),
        least=_least(paragraphs, size * MM_A_POINT, paper.inner, leading, space),
        gap=gap,
    )


def _least(paragraphs: tuple[str, ...], size: float, width: float, leading: float, space: float) -> float:
    """Guess, rather too little, how high paragraphs stand, mm: no font is at hand while a form is read."""
    letters = [
        sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in PLACEHOLDER.sub("", line))
        for line in paragraphs
    ]
    lines = sum(max(1, math.ceil(count * size * 0.97 / width)) for count in letters)
    return lines * size * leading + space * (len(paragraphs) - 1)


_BLOCKS: dict[str, Callable[[Section, float], Block]] = {
    "grid": _grid,
    "table": _table,
    "total": _total,
    "signatures": _signatures,
    "note": _paragraph,
    "checks": _checks,
}
