"""Checks on a form as a whole: copies, fields, room on the paper."""

from __future__ import annotations

from collections.abc import Iterable

from desk_app.core.i18n import translate
from desk_app.documents.form import (
    COPY_EDGE,
    PLACEHOLDER,
    ROW_NUMBER,
    SPECIAL_FIELDS,
    Block,
    Checks,
    Clauses,
    Form,
    Grid,
    Signatures,
    Table,
    least_height,
    line_height,
)
from desk_app.documents.toml_reader import Section

_QUESTION_WIDTH = 30.0
"""The least width for the words of a question with its number, mm."""
_SIGN_WIDTH = 15.0
"""The least width for a signature beside a stamp, mm."""


def check_form(form: Form, top: Section) -> None:
    """Raise TemplateBroken for the first thing that cannot work."""
    for check in (_check_copies, _check_fields, _check_blocks, _check_room):
        check(form, top)


def _check_copies(form: Form, top: Section) -> None:
    names = [copy.name for copy in form.copies]
    for at, name in enumerate(names, 1):
        if name in names[: at - 1]:
            raise top.broken(
                f"copies[{at}].name", translate("Paper", "联次名称重复:{name}").format(name=name)
            )
    if len(names) > 1 and form.cards is None and form.paper.right < COPY_EDGE:
        raise top.broken(
            "paper.right", translate("Paper", "右边至少留 {mm:g} 毫米印联次名称").format(mm=COPY_EDGE)
        )
    for key, chosen in _choosing(form):
        for name in chosen:
            if name not in names:
                raise top.broken(key, translate("Paper", "没有这一联:{name}").format(name=name))


def _choosing(form: Form) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield (key, copies) for every part that stands only on some copies."""
    for name, parts in form.parts:
        yield from ((f"{name}[{at}].copies", part.copies) for at, part in enumerate(parts, 1))
    for at, block in enumerate(form.blocks, 1):
        for place, column in enumerate(block.columns if isinstance(block, Table) else (), 1):
            yield f"block[{at}].columns[{place}].copies", column.copies


def _check_fields(form: Form, top: Section) -> None:
    """Refuse fields that the program never fills, and a grid that shows one twice."""
    for key, name in used(form):
        if name not in form.fields and name not in SPECIAL_FIELDS:
            raise top.broken(
                key,
                translate("Paper", "没有这个字段:{name};可用:{known}").format(
                    name=name, known=" ".join(sorted(form.fields))
                ),
            )
    seen: set[str] = set()
    for at, block in enumerate(form.blocks, 1):
        for row, cells in enumerate(block.rows if isinstance(block, Grid) else (), 1):
            for place, cell in enumerate(cells, 1):
                if cell.field in seen:
                    raise top.broken(
                        f"block[{at}].rows[{row}][{place}].field",
                        translate("Paper", "字段重复:{name}").format(name=cell.field),
                    )
                seen.add(cell.field)


def used(form: Form) -> Iterable[tuple[str, str]]:
    """Yield (key, field) for every use of a field; those of lists as `items.name`."""
    for at, copy in enumerate(form.copies, 1):
        yield from ((f"copies[{at}].hide", name) for name in copy.hide)
        yield from ((f"copies[{at}].last4", name) for name in copy.last4)
    for at, text in enumerate(form.texts, 1):
        yield from ((f"text[{at}].value", name) for name in PLACEHOLDER.findall(text.value))
    yield from ((f"barcode[{at}].field", code.field) for at, code in enumerate(form.codes, 1))
    yield from ((f"image[{at}].field", image.field) for at, image in enumerate(form.images, 1))
    for at, block in enumerate(form.blocks, 1):
        yield from ((f"block[{at}].{key}", name) for key, name in _used_in(block))


def _used_in(block: Block) -> Iterable[tuple[str, str]]:
    if isinstance(block, Grid):
        for row, cells in enumerate(block.rows, 1):
            yield from ((f"rows[{row}][{at}].field", cell.field) for at, cell in enumerate(cells, 1))
    elif isinstance(block, Table):
        yield "field", block.field
        for at, column in enumerate(block.columns, 1):
            for name in (column.field, *column.also):
                if name and name != ROW_NUMBER:
                    yield f"columns[{at}].field", f"{block.field}.{name}"
    elif isinstance(block, Checks):
        yield "field", block.field
        for key, name in (("item", block.item), ("answer", block.answer), ("note", block.note)):
            if name:
                yield key, f"{block.field}.{name}"
    elif isinstance(block, Clauses):
        yield from (("value", name) for line in block.paragraphs for name in PLACEHOLDER.findall(line))
    elif isinstance(block, Signatures):
        for at, box in enumerate(block.boxes, 1):
            yield from ((f"boxes[{at}].note", name) for name in PLACEHOLDER.findall(box.note))
    else:
        yield from (("value", name) for name in PLACEHOLDER.findall(block.value))


def _check_blocks(form: Form, top: Section) -> None:
    tables = [at for at, block in enumerate(form.blocks, 1) if isinstance(block, Table)]
    growing = [at for at, block in enumerate(form.blocks, 1) if isinstance(block, Table | Checks | Clauses)]
    if growing and form.cards is not None:
        raise top.broken(
            f"block[{growing[0]}]", translate("Paper", "卡片上不能有会变长的块(table、checks、clauses)")
        )
    if len(tables) > 1 and not form.flow:
        raise top.broken(
            f"block[{tables[1]}]",
            translate("Paper", "一张表单只能有一个清单表格;要几个时,请在 [body] 里写 flow = true"),
        )
    for at, block in enumerate(form.blocks, 1):
        _check_widths(form, top, f"block[{at}]", block)


def _check_widths(form: Form, top: Section, key: str, block: Block) -> None:
    if isinstance(block, Grid):
        share = form.paper.inner / sum(block.widths)
        if min(block.widths) * share < block.label_width + 6:
            raise top.broken(f"{key}.label_width", translate("Paper", "标签太宽,填写的地方不够"))
    elif isinstance(block, Signatures):
        place = 0
        for row in block.rows:
            share = form.paper.inner / sum(box.width for box in row)
            for box in row:
                place += 1
                if box.width * share < box.stamp + _SIGN_WIDTH:
                    raise top.broken(f"{key}.boxes[{place}].width", translate("Paper", "太窄,签字的地方不够"))
    elif isinstance(block, Table):
        for copy in form.copies:
            if not block.shown(copy.name):
                raise top.broken(f"{key}.columns", translate("Paper", "每一联至少要有一列"))
        if sum(column.width for column in block.columns) / min(c.width for c in block.columns) > 60:
            raise top.broken(f"{key}.columns", translate("Paper", "有的列太窄"))
    elif isinstance(block, Checks):
        spare = form.paper.inner / block.columns - block.answer_width * len(block.answers)
        if spare < _QUESTION_WIDTH:
            raise top.broken(f"{key}.answer_width", translate("Paper", "太宽,项目的文字放不下"))


def _check_room(form: Form, top: Section) -> None:
    """Refuse a form whose fixed parts leave no room, or whose words stand in its body."""
    if not form.blocks:
        if not form.texts:
            raise top.broken("text", translate("Paper", "缺少这个设置"))
        return
    if form.body_bottom > form.paper.height - form.paper.bottom:
        raise top.broken("body.bottom", translate("Paper", "超出下边距"))
    # Blocks that run on need room only one by one, and at the end for what closes the form.
    closing = sum(map(least_height, form.closing))
    most = max([closing, *(least_height(block) for block in form.blocks if not _runs_on(block))])
    spare = form.room - (most if form.flow else sum(map(least_height, form.blocks)))
    if spare < 0:
        raise top.broken(
            "body",
            translate("Paper", "版面放不下:还差 {mm:.1f} 毫米;请减小行高或间距").format(mm=-spare),
        )
    places = [
        (f"text[{at}].y", text.y, line_height(text.size) * text.lines)
        for at, text in enumerate(form.texts, 1)
    ]
    places += [(f"barcode[{at}].y", code.y, code.height) for at, code in enumerate(form.codes, 1)]
    places += [(f"image[{at}].y", image.y, image.height) for at, image in enumerate(form.images, 1)]
    for key, y, height in places:
        if y < form.body_bottom and y + height > form.body_top + 0.5:
            raise top.broken(key, translate("Paper", "压在表格区域(body)上"))


def _runs_on(block: Block) -> bool:
    return isinstance(block, Table | Checks | Clauses)
