import shutil
from pathlib import Path

import pytest

from desk_app.documents.form import Form, Table
from desk_app.documents.template import TemplateBroken, load, load_or_shipped
from tests.documents.paper import FORMS, KEYS, shipped

SOURCE = (FORMS / "release_slip" / "form.toml").read_text("utf-8")


@pytest.fixture
def custom(tmp_path: Path) -> Path:
    """Return a custom forms folder with an unchanged copy of the release slip."""
    folder = tmp_path / "custom" / "release_slip"
    folder.mkdir(parents=True)
    shutil.copy(FORMS / "release_slip" / "form.toml", folder)
    return tmp_path / "custom"


def edit(custom: Path, old: str, new: str) -> None:
    assert old in SOURCE
    (custom / "release_slip" / "form.toml").write_text(SOURCE.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_the_shipped_forms_load(key: str) -> None:
    assert load(FORMS / key / "form.toml").key == key


def test_an_administrators_form_is_used(custom: Path) -> None:
    edit(custom, 'title = "物品放行条"', 'title = "物资放行单"')
    form, complaint = load_or_shipped("release_slip", custom, FORMS)
    assert (form.title, complaint) == ("物资放行单", None)


def test_without_a_custom_form_the_shipped_one_is_used_silently(tmp_path: Path) -> None:
    assert load_or_shipped("release_slip", tmp_path, FORMS) == (shipped(), None)


def test_notepads_byte_order_mark_does_no_harm(custom: Path) -> None:
    (custom / "release_slip" / "form.toml").write_text(SOURCE, "utf-8-sig")
    assert load_or_shipped("release_slip", custom, FORMS)[1] is None


def test_a_copy_can_be_added_and_a_field_moved(custom: Path) -> None:
    edit(custom, '[[copies]]\nname = "存根联"', '[[copies]]\nname = "财务联"\n\n[[copies]]\nname = "存根联"')
    form, complaint = load_or_shipped("release_slip", custom, FORMS)
    assert complaint is None
    assert [copy.name for copy in form.copies] == ["财务联", "存根联", "客户联", "门岗联"]


BROKEN = {
    "a typing error": ("[paper]", "[paper", "form.toml", "写法"),
    "an unknown setting at the top": ('code = "KF-FX-01"', 'kode = "KF-FX-01"', "kode", "没有这个设置"),
    "an unknown setting on the paper": ("left = 15 ", "links = 15 ", "paper.left", "缺少"),
    "no title": ('title = "物品放行条"', "", "title", "缺少"),
    "an empty title": ('title = "物品放行条"', 'title = " "', "title", "不能为空"),
    "a title that is a number": ('title = "物品放行条"', "title = 5", "title", "文字"),
    "a title without end": ('title = "物品放行条"', f'title = "{"长" * 31}"', "title", "30"),
    "an unknown paper": ('size = "A5"', 'size = "B5"', "paper.size", "A4 / A5 / A6"),
    "an unknown orientation": ('"landscape"', '"横"', "paper.orientation", "portrait"),
    "a margin in quotes": ("left = 15 ", 'left = "15" ', "paper.left", "数字"),
    "a margin off the page": ("left = 15 ", "left = 200 ", "paper.left", "之间"),
    "a negative margin": ("left = 15 ", "left = -3 ", "paper.left", "之间"),
    "a margin that is no number": ("left = 15 ", "left = nan ", "paper.left", "之间"),
    "no room for the copy's name": ("right = 11 ", "right = 6 ", "paper.right", "联次"),
    "a text over the reprint strip": ("y = 8.4", "y = 2", "text[1].y", "之间"),
    "a text off the right edge": (
        "x = 74\ny = 9.5\nwidth = 62",
        "x = 174\ny = 9.5\nwidth = 62",
        "text[4].width",
        "右边",
    ),
    "a text below the page": ("y = 135\n", "y = 142\n", "text[9].y", "下边"),
    "a text upon the grid": ("y = 20.6", "y = 40", "text[3].y", "body"),
    "an unknown alignment": ('align = "center"', 'align = "middle"', "text[4].align", "left / center"),
    "a half line": ("lines = 2", "lines = 1.5", "text[1].lines", "整数"),
    "a switch that is a word": ("grey = true", 'grey = "yes"', "text[1].grey", "true"),
    "an unknown field in a text": ("{org}", "{organisation}", "text[1].value", "organisation"),
    "an unknown code": ('kind = "qr"', 'kind = "ean13"', "barcode[1].kind", "qr / code128"),
    "a code off the page": ("x = 181.7", "x = 195", "barcode[1].x", "右边"),
    "a code of an unknown field": (
        'kind = "qr"\nfield = "number"',
        'kind = "qr"\nfield = "nr"',
        "barcode[1].field",
        "nr",
    ),
    "an unknown kind of block": ('kind = "total"', 'kind = "sum"', "block[3].kind", "grid / table"),
    "a misspelt field": (
        'field = "applicant"',
        'field = "aplicant"',
        "block[1].rows[1][2].field",
        "aplicant",
    ),
    "a field shown twice": ('field = "plate"', 'field = "phone"', "block[1].rows[2][3].field", "重复"),
    "a row that does not add up": ("span = 3", "span = 2", "block[1].rows[5]", "span"),
    "labels wider than their cells": ("label_width = 17", "label_width = 45", "block[1].label_width", "标签"),
    "rows lower than their letters": (
        "row_height = 6.3\nsize = 9",
        "row_height = 4.6\nsize = 14",
        "block[1].row_height",
        "矮",
    ),
    "more than the page holds": ("row_height = 6.3", "row_height = 16", "body", "放不下"),
    "a body below the margin": ("bottom = 132.5", "bottom = 142.5", "body.bottom", "下边距"),
    "a column of an unknown field": (
        'field = "spec"',
        'field = "specs"',
        "block[2].columns[3].field",
        "items.specs",
    ),
    "a column for an unknown copy": (
        'copies = ["门岗联"]',
        'copies = ["保安联"]',
        "block[2].columns[8].copies",
        "保安联",
    ),
    "a column without width": ("width = 38\n", "", "block[2].columns[2].width", "缺少"),
    "a ring higher than its box": ("stamp = 26", "stamp = 40", "block[4].boxes[4].stamp", "圆圈"),
    "no room to sign beside the ring": ("width = 15\n", "width = 9\n", "block[4].boxes[4].width", "签字"),
    "two copies of one name": ('name = "客户联"', 'name = "存根联"', "copies[2].name", "重复"),
    "an unknown field hidden": ('hide = ["phone"]', 'hide = ["telephone"]', "copies[3].hide", "telephone"),
    "a list that is a word": ('hide = ["phone"]', 'hide = "phone"', "copies[3].hide", "方括号"),
    "two lists": (
        '[[block]]\nkind = "total"',
        '[[block]]\nkind = "table"\nfield = "items"\n[[block.columns]]\ntitle = "序"\nwidth = 5\n'
        '[[block]]\nkind = "total"',
        "block[3]",
        "一个清单",
    ),
    "copies that are one table": ("[[copies]]", "[copies]", "form.toml", "写法"),
}


@pytest.mark.parametrize(("old", "new", "key", "reason"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_form_is_refused_and_the_shipped_one_used(
    custom: Path, old: str, new: str, key: str, reason: str
) -> None:
    edit(custom, old, new)
    path = custom / "release_slip" / "form.toml"
    with pytest.raises(TemplateBroken) as caught:
        load(path, FORMS / "release_slip" / "sample.json")
    assert (caught.value.path, caught.value.key) == (path, key)
    assert reason in caught.value.reason
    form, complaint = load_or_shipped("release_slip", custom, FORMS)
    assert form == shipped()
    assert complaint is not None
    assert all(part in complaint for part in (str(path), key, caught.value.reason))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (SOURCE.encode("gb18030"), "UTF-8"),
        (b"", "缺少"),
        (b"\x00" * 40, "写法"),
        (b"#" * 300_000, "太大"),
        (b"a = " + b"[" * 5000, ""),
    ],
    ids=["saved as GBK", "empty", "zeros", "huge", "nested without end"],
)
def test_a_file_that_is_no_form_is_refused(custom: Path, raw: bytes, reason: str) -> None:
    (custom / "release_slip" / "form.toml").write_bytes(raw)
    form, complaint = load_or_shipped("release_slip", custom, FORMS)
    assert form == shipped()
    assert complaint is not None
    assert reason in complaint


def test_a_missing_shipped_form_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateBroken):
        load_or_shipped("release_slip", tmp_path, tmp_path)


def test_only_the_gate_sees_the_column_to_check() -> None:
    table = shipped().table
    assert isinstance(table, Table)
    assert len(table.shown("门岗联")) == len(table.shown("存根联")) + 1


def test_the_signatures_stand_in_the_procedures_order() -> None:
    form: Form = shipped()
    titles = [box.title for block in form.blocks if hasattr(block, "boxes") for box in block.boxes]
    assert titles == ["申请人", "业主 / 单位授权人", "前台经办", "当班负责人", "门岗核验"]
