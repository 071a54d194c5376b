"""Cards on a sheet: each in its own place, whole, and never over its edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.documents import pages, pen
from desk_app.documents.draw import render, render_cards, render_checked
from desk_app.documents.form import Form
from desk_app.documents.marks import mark, reprint_words
from desk_app.documents.template import TemplateBroken, load
from tests.documents.cards import CARD, FIELDS, card_form, passes, written
from tests.documents.paper import codes, page_words, words
from tests.documents.strokes import Page, Recorder, faults

COMPANY = "新疆维吾尔自治区乌鲁木齐市天山区阿克苏供应链管理与国际贸易发展集团股份有限公司"


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return card_form(tmp_path)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)
    yield Recorder.pages


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (8, 1), (9, 2), (17, 3)])
def test_a_card_more_than_a_sheet_holds_takes_another_sheet(form: Form, count: int, sheets: int) -> None:
    pdf = render_cards(form, passes(count))
    assert pages.page_count(pdf) == sheets
    assert [words(pdf).count(f"持证人{at}号") for at in range(1, count + 1)] == [1] * count


def test_a_sheet_is_a4_and_a_single_card_has_its_own_size(form: Form) -> None:
    assert [round(side) for side in pages.page_size(render_cards(form, passes(3)))] == [210, 297]
    assert [round(side, 1) for side in pages.page_size(render(form, FIELDS))] == [85.6, 54.0]


def test_the_value_cards_makes_a_sheet(form: Form) -> None:
    assert render(form, {"cards": passes(3)}) == render_cards(form, passes(3))


def test_every_card_has_its_own_code(form: Form) -> None:
    assert codes(render_cards(form, passes(8))) == {("QR Code", f"CR-2026-{at:03d}") for at in range(1, 9)}


def test_a_begun_sheet_of_labels_is_used_up(form: Form, drawn: list[Page]) -> None:
    render_cards(form, passes(2), skip=7)
    first, second, *_ = drawn
    assert [text for text, _ in first.words if "号" in text] == ["持证人1号"]
    assert [text for text, _ in second.words if "号" in text] == ["持证人2号"]
    assert min(box[1] for _, box in first.words) > 190


@given(name=st.text(max_size=60), company=st.text(max_size=200), number=st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_words_leave_their_card(
    form: Form, drawn: list[Page], name: str, company: str, number: str
) -> None:
    drawn[:] = [Page()]
    card = FIELDS | {"name": name, "company": company, "number": number}
    pdf = render_cards(form, [card] * 8)
    assert pages.looks_whole(pdf)
    assert faults(drawn, 210, 297) == []
    assert form.cards is not None
    places = form.cards.places(form.paper)
    for text, box in drawn[0].words:
        if text.startswith("字库缺字"):  # stands at the edge of the sheet
            continue
        assert any(x <= box[0] and y <= box[1] and box[2] <= x + 85.6 and box[3] <= y + 54 for x, y in places)


def test_a_single_card_is_clean_with_the_longest_values(form: Form, drawn: list[Page]) -> None:
    render(form, FIELDS | {"name": COMPANY, "company": COMPANY * 3, "number": "8" * 80})
    assert faults(drawn, 85.6, 54) == []


def test_a_form_with_two_sides_lays_them_side_by_side(tmp_path: Path) -> None:
    back = '[[text]]\nvalue = "只在背面"\nx = 4\ny = 40\nwidth = 20\ncopies = ["背面"]\n'
    source = CARD.replace("[cards]", '[[copies]]\nname = "正面"\n[[copies]]\nname = "背面"\n[cards]')
    source = source.replace('value = "{name}"', 'value = "{name}"\ncopies = ["正面"]') + back
    form = load(
        written(
            tmp_path, source.replace("y = 14\nwidth = 22\nheight = 28", "y = 14\nwidth = 22\nheight = 20")
        )
    )
    found = words(render_cards(form, passes(3)))
    assert [found.count(f"持证人{at}号") for at in (1, 2, 3)] == [1, 1, 1]
    assert found.count("只在背面") == 3
    assert "只在背面" not in words(render_cards(form, passes(3), copies=["正面"]))


def test_the_longest_name_shrinks_before_it_is_cut(form: Form) -> None:
    assert "阿卜杜热合曼·买买提吐尔逊" in words(render(form, FIELDS | {"name": "阿卜杜热合曼·买买提吐尔逊"}))


def test_a_reprinted_card_says_so_and_what_the_font_lacks_is_named(form: Form) -> None:
    marked = mark(render(form, FIELDS), reprint=reprint_words(1, "2026-11-22 10:42", "李敏"))
    assert "补打第1次" in page_words(marked)[0]
    assert render_checked(form, {"cards": [FIELDS | {"name": "ئ王"}]}).missing == ("ئ",)


def test_a_reprint_can_be_read_on_a_dark_card(form: Form) -> None:
    marked = mark(render(form, FIELDS), reprint=reprint_words(1, "2026-11-22 10:42", "李敏"))
    picture = pages.page_image(marked, 0, 254, grey=True)
    row = picture.data[6 * picture.stride + 560 : 6 * picture.stride + 820]
    assert max(row) > 240
    assert min(row) < 120


def test_a_ring_for_a_stamp_is_round_and_in_its_place(tmp_path: Path, drawn: list[Page]) -> None:
    render(card_form(tmp_path, 'fill = "dark"', 'fill = "stamp"'), FIELDS)
    assert [tuple(round(side, 2) for side in ring) for ring in drawn[0].rings] == [(42.8, 5.5, 11.0)]


def test_cards_cannot_be_made_of_a_form_that_is_no_card(tmp_path: Path) -> None:
    form = card_form(
        tmp_path, '[cards]\nsheet = "A4"\ncolumns = 2\nrows = 4\ngap_x = 6\ngap_y = 6\nmarks = true\n', ""
    )
    with pytest.raises(ValueError, match="no form of cards"):
        render_cards(form, passes(1))


BROKEN = {
    "an unknown size": ('size = "85.6x54"', 'size = "B5"', "paper.size", "A4 / A5 / A6"),
    "a size that is too small": ('size = "85.6x54"', 'size = "10x10"', "paper.size", "之间"),
    "too many columns": ("columns = 2", "columns = 3", "cards.columns", "58.8"),
    "too many rows": ("rows = 4", "rows = 6", "cards.rows", "一张纸放不下"),
    "no room for cutting marks": ("columns = 2", "columns = 2\nleft = 2", "cards.marks", "裁切"),
    "cards off the right edge": ("columns = 2", "columns = 2\nleft = 60", "cards.left", "右边"),
    "cards off the lower edge": ("columns = 2", "columns = 2\ntop = 90", "cards.top", "下边"),
    "an unknown setting": ("marks = true", "mark = true", "cards.mark", "没有这个设置"),
    "no sheet": ('sheet = "A4"\n', "", "cards.sheet", "缺少"),
    "an orientation of one's own size": (
        'size = "85.6x54"', 'size = "85.6x54"\norientation = "portrait"', "paper.orientation", "没有这个设置",
    ),
    "words off the card": ("x = 29\ny = 13.5", "x = 60\ny = 13.5", "text[2].width", "右边"),
    "words over the mark": ("y = 3.4", "y = 1", "text[1].y", "之间"),
    "a picture off the card": ("y = 14\nwidth = 22", "y = 30\nwidth = 22", "image[1].y", "下边"),
    "a picture of an unknown field": ('field = "photo"', 'field = "foto"', "image[1].field", "foto"),
    "a picture fitted otherwise": ('empty = "照片"', 'fit = "fill"', "image[1].fit", "cover / contain"),
    "an unknown ground": ('fill = "dark"', 'fill = "red"', "box[1].fill", "none / pale / dark / stamp"),
    "smallest above the size": ("smallest = 6", "smallest = 20", "text[2].smallest", "之间"),
    "a side that is not there": ("white = true", 'copies = ["背面"]', "text[1].copies", "背面"),
    "margins that leave nothing": ("left = 3\nright = 3", "left = 40\nright = 40", "paper.right", "10"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "reason"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_card_is_refused_with_key_and_reason(
    tmp_path: Path, old: str, new: str, key: str, reason: str
) -> None:
    with pytest.raises(TemplateBroken) as caught:
        card_form(tmp_path, old, new)
    assert (caught.value.path, caught.value.key) == (tmp_path / "form.toml", key)
    assert reason in caught.value.reason


def test_a_list_does_not_fit_on_a_card(tmp_path: Path) -> None:
    table = '[body]\ntop = 20\nbottom = 50\n[[block]]\nkind = "table"\nfield = "items"\n[[block.columns]]\ntitle = "名"\nwidth = 5\n'
    fields: dict[str, object] = {**FIELDS, "items": []}
    with pytest.raises(TemplateBroken) as caught:
        load(written(tmp_path, CARD.split("[[image]]")[0] + table, fields))
    assert caught.value.key == "block[1]"


def test_a_form_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateBroken) as caught:
        load(written(tmp_path, CARD.split("[[box]]")[0]))
    assert caught.value.key == "text"
