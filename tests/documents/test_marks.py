import io
from functools import cache

import pytest
from pypdf import PdfReader

from desk_app.documents import pages
from desk_app.documents.draw import render
from desk_app.documents.marks import mark, reprint_words
from desk_app.documents.pen import document
from tests.documents.paper import KEYS, codes, page_words, sample, shipped

WORDS = reprint_words(2, "2026-11-22 10:42", "李敏")


@cache
def issued(key: str = "release_slip") -> bytes:
    return render(shipped(key), sample(key))


def test_a_reprint_says_so_on_every_page() -> None:
    assert WORDS == "补打第 2 次 2026-11-22 10:42 李敏"
    marked = page_words(mark(issued(), reprint=WORDS))
    assert len(marked) == 3
    assert all("补打第2次2026-11-2210:42李敏" in page and "作废" in page for page in marked)
    assert all(
        page.count("作废") == plain.count("作废")
        for page, plain in zip(marked, page_words(issued()), strict=True)
    )


def test_a_void_document_says_so_on_every_page() -> None:
    for page, plain in zip(page_words(mark(issued(), void=True)), page_words(issued()), strict=True):
        assert page.count("作废") == plain.count("作废") + 1


@pytest.mark.parametrize("key", KEYS)
def test_a_draft_says_so_on_every_page_and_hides_nothing(key: str) -> None:
    marked = mark(issued(key), draft=True)
    plain = page_words(issued(key))
    for page, before in zip(page_words(marked), plain, strict=True):
        assert page.count("草稿") == before.count("草稿") + 1
    assert codes(marked) == codes(issued(key))
    darkest = min(set(pages.page_image(mark(blank(), draft=True), 0, 50, grey=True).data))
    assert 180 < darkest < 250


def blank() -> bytes:
    return document(148, 210, "", lambda pen: pen.new_page())


def test_what_is_void_is_no_draft() -> None:
    assert mark(issued(), void=True, draft=True) == mark(issued(), void=True)


def test_the_issued_bytes_stay_as_they_are() -> None:
    before = bytes(issued())
    mark(issued(), reprint=WORDS, void=True)
    assert issued() == before
    assert mark(before) is before


def test_equal_marks_give_equal_bytes() -> None:
    assert mark(issued(), reprint=WORDS, void=True) == mark(issued(), reprint=WORDS, void=True)


def test_the_codes_can_be_read_under_the_marks() -> None:
    assert len(codes(mark(issued(), reprint=WORDS, void=True))) == 2


@pytest.mark.parametrize("key", KEYS)
def test_the_reprint_mark_covers_nothing(key: str) -> None:
    """The strip that the mark stands in is white on the issued page."""
    picture = pages.page_image(issued(key), 0, 100, grey=True)
    strip = range(round(7.6 / 25.4 * 100))
    rows = (picture.data[row * picture.stride : row * picture.stride + picture.width] for row in strip)
    assert all(set(row) == {255} for row in rows)


@pytest.mark.parametrize("key", KEYS)
def test_a_marked_copy_keeps_pages_and_size(key: str) -> None:
    marked = mark(issued(key), reprint=WORDS, void=True)
    assert pages.looks_whole(marked)
    assert pages.page_count(marked) == pages.page_count(issued(key))
    assert pages.page_size(marked) == pages.page_size(issued(key))


def test_a_long_name_does_not_run_off_the_page() -> None:
    words = reprint_words(12, "2026-11-22 10:42", "阿卜杜热合曼·买买提吐尔逊·尼亚孜" * 3)
    assert "补打第12次" in page_words(mark(issued("visitor_slip"), reprint=words))[0]


def test_the_document_names_no_person_in_its_properties() -> None:
    properties = PdfReader(io.BytesIO(issued())).metadata
    assert properties is not None
    assert not any("李敏" in str(value) or "单雨桐" in str(value) for value in properties.values())
