"""Read forms/<key>/form.toml into a `Form`, everything checked; forms/README.md tells the format."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

from desk_app.core.i18n import translate
from desk_app.documents.form import (
    Block,
    Cell,
    Code,
    Column,
    Copy,
    Form,
    Grid,
    Paper,
    Paragraph,
    SignatureBox,
    Signatures,
    Table,
    Text,
    Total,
    line_height,
)
from desk_app.documents.template_checks import check_form
from desk_app.documents.toml_reader import Section, TemplateBroken

__all__ = ["FILE", "TemplateBroken", "load", "load_or_shipped"]

FILE = "form.toml"
SAMPLE = "sample.json"

SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "A6": (105.0, 148.0)}
"""Paper upright, mm."""

TOP_CLEAR = 8.0
"""The strip at the top edge that belongs to the reprint mark, mm (documents/marks.py)."""
_BIGGEST_FILE = 200_000
_ALIGNS = ("left", "center", "right")


def load(path: Path, sample: Path | None = None) -> Form:
    """Return the form in `path`; TemplateBroken names the file, the key and the reason.

    The fields a form may show are those of its `sample` (default: sample.json beside it).
    """
    fields = _fields(sample or path.with_name(SAMPLE))
    top = Section(path, "", _parse(path))
    paper = _paper(top.section("paper"))
    body = top.section("body")
    form = Form(
        key=path.parent.name,
        title=top.text("title", longest=30),
        code=top.text("code", "", longest=30),
        version=top.text("version", "", longest=20),
        paper=paper,
        body_top=body.number("top", TOP_CLEAR, paper.height - 20),
        body_bottom=body.number("bottom", 20, paper.height - 5),
        copies=tuple(map(_copy, top.sections("copies", least=1, most=6))),
        texts=tuple(_text(one, paper) for one in top.sections("text", least=0, most=30)),
        codes=tuple(_code(one, paper) for one in top.sections("barcode", least=0, most=6)),
        blocks=tuple(map(_block, top.sections("block", least=1, most=20))),
        fields=fields,
    )
    body.done()
    top.done()
    check_form(form, top)
    return form


def load_or_shipped(key: str, custom_dir: Path, shipped_dir: Path) -> tuple[Form, str | None]:
    """Return the administrator's form `key`, else the shipped one and what was wrong with his.

    Raises TemplateBroken only when the shipped form itself is broken.
    """
    shipped = shipped_dir / key / FILE
    custom = custom_dir / key / FILE
    if not _may_exist(custom):
        return load(shipped), None
    try:
        return load(custom, shipped.with_name(SAMPLE)), None
    except TemplateBroken as error:
        used = translate("Paper", "本次使用程序自带的表单。")
        return load(shipped), f"{error.text} {used}"


def _may_exist(path: Path) -> bool:
    """Return False only when there is surely no such file; one in a locked folder is told, not skipped."""
    try:
        return path.exists()
    except OSError:
        return True


def _parse(path: Path) -> dict[str, object]:
    try:
        raw = path.read_bytes()
        if len(raw) > _BIGGEST_FILE:
            raise TemplateBroken(path, FILE, translate("Paper", "文件太大"))
        return tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as error:
        reason = translate("Paper", "读不到:{error}").format(error=error.strerror)
    except UnicodeDecodeError:
        reason = translate("Paper", "不是 UTF-8 编码;用记事本另存时请选 UTF-8")
    except tomllib.TOMLDecodeError as error:
        reason = translate("Paper", "写法有误({error})").format(error=error)
    except RecursionError:
        reason = translate("Paper", "括号套得太深")
    raise TemplateBroken(path, FILE, reason)


def _fields(sample: Path) -> frozenset[str]:
    """Return the field names of a sample, those of its lists as `items.name`."""
    try:
        data = json.loads(sample.read_text("utf-8"))
        found = set(data)
        for key, value in data.items():
            if isinstance(value, list):
                found |= {f"{key}.{name}" for row in value for name in row}
    except (OSError, ValueError, TypeError) as error:
        raise TemplateBroken(
            sample, SAMPLE, translate("Paper", "读不到:{error}").format(error=error)
        ) from error
    return frozenset(found)


def _paper(section: Section) -> Paper:
    width, height = SIZES[section.choice("size", tuple(SIZES))]
    if section.choice("orientation", ("portrait", "landscape")) == "landscape":
        width, height = height, width
    paper = Paper(
        width,
        height,
        left=section.number("left", 5, 40),
        right=section.number("right", 5, 40),
        top=section.number("top", TOP_CLEAR, 40, TOP_CLEAR),
        bottom=section.number("bottom", 5, 40),
    )
    section.done()
    return paper


def _copy(section: Section) -> Copy:
    name = section.text("name", longest=12)
    copy = Copy(
        name, section.text("heading", name, longest=24), section.words("hide"), section.words("last4")
    )
    section.done()
    return copy


def _text(section: Section, paper: Paper) -> Text:
    align = section.choice("align", _ALIGNS, "left")
    text = Text(
        value=section.text("value", longest=500),
        x=section.number("x", 3, paper.width - 3),
        y=section.number("y", TOP_CLEAR, paper.height - 5),
        width=section.number("width", 3, paper.width),
        size=section.number("size", 5, 40, 9),
        bold=section.flag("bold", False),
        grey=section.flag("grey", False),
        align=align,
        lines=section.count("lines", 1, 12, 1),
        spacing=section.number("spacing", 0, 20, 0),
        pages=section.choice("pages", ("all", "last"), "all"),
    )
    section.done()
    if text.x + text.width > paper.width - 3:
        raise section.broken("width", translate("Paper", "超出纸的右边"))
    if text.y + line_height(text.size) * text.lines > paper.height - 3:
        raise section.broken("y", translate("Paper", "超出纸的下边"))
    return text


def _code(section: Section, paper: Paper) -> Code:
    kind = section.choice("kind", ("qr", "code128"))
    width = section.number("width", 10, 120)
    code = Code(
        kind=kind,
        field=section.text("field"),
        x=section.number("x", 2, paper.width - 10),
        y=section.number("y", TOP_CLEAR, paper.height - 5),
        width=width,
        height=width if kind == "qr" else section.number("height", 5, 40),
    )
    section.done()
    if code.x + code.width > paper.width - 2:
        raise section.broken("x", translate("Paper", "超出纸的右边"))
    if code.y + code.height > paper.height - 3:
        raise section.broken("y", translate("Paper", "超出纸的下边"))
    return code


def _block(section: Section) -> Block:
    kind = section.choice("kind", tuple(_BLOCKS))
    block = _BLOCKS[kind](section, section.number("gap", 0, 60, 2))
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
    size = section.number("size", 6, 16, 9)
    return Grid(
        widths=widths,
        label_width=section.number("label_width", 8, 60),
        row_height=_row_height(section, size),
        size=size,
        rows=rows,
        gap=gap,
    )


def _row_height(section: Section, size: float) -> float:
    height = section.number("row_height", 4.5, 40, 7)
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
        align=section.choice("align", _ALIGNS, "left"),
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
    boxes = tuple(_box(one, height) for one in section.sections("boxes", least=1, most=8))
    return Signatures(boxes, height, gap)


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


_BLOCKS: dict[str, Callable[[Section, float], Block]] = {
    "grid": _grid,
    "table": _table,
    "total": _total,
    "signatures": _signatures,
    "note": _paragraph,
}
