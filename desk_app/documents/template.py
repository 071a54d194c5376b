"""Read forms/<key>/form.toml into a `Form`, everything checked; forms/README.md tells the format."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from desk_app.core import reasons
from desk_app.core.i18n import translate
from desk_app.documents.form import CARDS, Copy, Form, Paper, Sheet
from desk_app.documents.template_blocks import read_block
from desk_app.documents.template_checks import check_form
from desk_app.documents.template_parts import (
    edge,
    read_box,
    read_code,
    read_image,
    read_text,
    top_clear,
)
from desk_app.documents.toml_reader import Section, TemplateBroken

__all__ = ["FILE", "TemplateBroken", "load", "load_or_shipped"]

FILE = "form.toml"
SAMPLE = "sample.json"

SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "A6": (105.0, 148.0)}
"""Paper upright, mm."""

_MILLIMETRES = re.compile(r"(\d{2,3}(?:\.\d+)?)[x×](\d{2,3}(?:\.\d+)?)")
_LEAST, _MOST = 20.0, 420.0
"""Sides of paper, mm."""
_SHEET_EDGE = 4.0
"""Free sheet around the cards that cutting marks need, mm."""
_BIGGEST_FILE = 200_000


def load(path: Path, sample: Path | None = None) -> Form:
    """Return the form in `path`; TemplateBroken names the file, the key and the reason.

    The fields a form may show are those of its `sample` (default: sample.json beside it).
    """
    fields = _fields(sample or path.with_name(SAMPLE))
    top = Section(path, "", _parse(path))
    title = top.text("title", longest=30)
    paper = _paper(top.section("paper"))
    body_top, body_bottom, flow = _body(top, paper)
    form = Form(
        key=path.parent.name,
        title=title,
        code=top.text("code", "", longest=30),
        version=top.text("version", "", longest=20),
        paper=paper,
        body_top=body_top,
        body_bottom=body_bottom,
        copies=tuple(map(_copy, top.sections("copies", least=0, most=6))) or (Copy(title, title),),
        texts=tuple(read_text(one, paper) for one in top.sections("text", least=0, most=40)),
        codes=tuple(read_code(one, paper) for one in top.sections("barcode", least=0, most=6)),
        blocks=tuple(read_block(one, paper) for one in top.sections("block", least=0, most=40)),
        images=tuple(read_image(one, paper) for one in top.sections("image", least=0, most=6)),
        boxes=tuple(read_box(one, paper) for one in top.sections("box", least=0, most=20)),
        cards=_sheet(top.section("cards"), paper) if top.has("cards") else None,
        flow=flow,
        fields=fields,
    )
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
        used = translate("Paper", "修改过的表单用不了,本次用程序自带的,请告诉管理员。")
        return load(shipped), f"{used} {error.text}"  # a foot shows the beginning, its tooltip the place


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
        reason = translate("Paper", "读不到:{error}").format(error=reasons.system(error))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = reasons.of(error)
    except RecursionError:
        reason = translate("Paper", "括号套得太深")
    raise TemplateBroken(path, FILE, reason)


def _fields(sample: Path) -> frozenset[str]:
    """Return the field names of a sample, those of its lists as `items.name`, of its cards as they are."""
    try:
        data = json.loads(sample.read_text("utf-8"))
        found = set(data)
        for one in [data, *data.get(CARDS, [])]:
            found |= set(one)
            for key, value in one.items():
                if isinstance(value, list):
                    found |= {f"{key}.{name}" for row in value for name in row}
    except OSError as error:
        reason = translate("Paper", "读不到:{error}").format(error=reasons.system(error))
        raise TemplateBroken(sample, SAMPLE, reason) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise TemplateBroken(sample, SAMPLE, translate("Paper", "示例的写法有误")) from error
    return frozenset(found)


def _paper(section: Section) -> Paper:
    width, height = _size(section)
    blank = Paper(width, height, 0, 0, 0, 0)
    least = edge(blank, 5)
    clear = top_clear(blank)
    paper = Paper(
        width,
        height,
        left=section.number("left", least, 40),
        right=section.number("right", least, 40),
        top=section.number("top", clear, 40, clear),
        bottom=section.number("bottom", least, 40),
    )
    section.done()
    if paper.inner < 10:
        raise section.broken("right", translate("Paper", "左右边距之间不到 10 毫米"))
    return paper


def _size(section: Section, name: str = "size") -> tuple[float, float]:
    """Return width and height of A4, A5, A6 either way up, or of a size given in millimetres."""
    size = section.text(name, longest=20)
    if size in SIZES:
        width, height = SIZES[size]
        lies = section.choice("orientation", ("portrait", "landscape"), "portrait") == "landscape"
        return (height, width) if lies else (width, height)
    found = _MILLIMETRES.fullmatch(size.replace(" ", ""))
    if found is None:
        raise section.broken(
            name,
            translate("Paper", "只能是 {allowed},或毫米数,如 85.6x54(宽x高)").format(
                allowed=" / ".join(SIZES)
            ),
        )
    width, height = float(found[1]), float(found[2])
    if not all(_LEAST <= side <= _MOST for side in (width, height)):
        raise section.broken(
            name, translate("Paper", "应在 {low:g} 到 {high:g} 之间").format(low=_LEAST, high=_MOST)
        )
    return width, height


def _sheet(section: Section, card: Paper) -> Sheet:
    """Return how cards lie on their sheet: in the middle unless `left` and `top` say otherwise."""
    width, height = _size(section, "sheet")
    columns, rows = section.count("columns", 1, 10), section.count("rows", 1, 25)
    gap_x, gap_y = section.number("gap_x", 0, 50, 0), section.number("gap_y", 0, 50, 0)
    wide = columns * card.width + (columns - 1) * gap_x
    high = rows * card.height + (rows - 1) * gap_y
    if wide > width:
        raise section.broken("columns", _too_big(wide - width))
    if high > height:
        raise section.broken("rows", _too_big(high - height))
    sheet = Sheet(
        width,
        height,
        columns,
        rows,
        left=section.number("left", 0, width, round((width - wide) / 2, 2)),
        top=section.number("top", 0, height, round((height - high) / 2, 2)),
        gap_x=gap_x,
        gap_y=gap_y,
        marks=section.flag("marks", False),
        frame=section.flag("frame", False),
    )
    section.done()
    right, foot = width - sheet.left - wide, height - sheet.top - high
    if right < 0:
        raise section.broken("left", translate("Paper", "超出纸的右边"))
    if foot < 0:
        raise section.broken("top", translate("Paper", "超出纸的下边"))
    if sheet.marks and min(sheet.left, sheet.top, right, foot) < _SHEET_EDGE:
        raise section.broken(
            "marks", translate("Paper", "四周各留 {mm:g} 毫米才能印裁切线").format(mm=_SHEET_EDGE)
        )
    return sheet


def _too_big(mm: float) -> str:
    return translate("Paper", "一张纸放不下:还差 {mm:.1f} 毫米").format(mm=mm)


def _body(top: Section, paper: Paper) -> tuple[float, float, bool]:
    """Return both ends of the body and whether blocks run on; no body where the form has no blocks."""
    if not top.has("body") and not top.has("block"):
        return paper.height - paper.bottom, paper.height - paper.bottom, False
    body = top.section("body")
    ends = (
        body.number("top", top_clear(paper), paper.height - edge(paper, 20)),
        body.number("bottom", edge(paper, 20), paper.height - edge(paper, 5)),
        body.flag("flow", False),
    )
    body.done()
    return ends


def _copy(section: Section) -> Copy:
    name = section.text("name", longest=12)
    copy = Copy(
        name, section.text("heading", name, longest=24), section.words("hide"), section.words("last4")
    )
    section.done()
    return copy
