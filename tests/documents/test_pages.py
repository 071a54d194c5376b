from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from desk_app.documents import pages
from desk_app.documents.draw import render
from tests.documents.paper import sample, shipped


@cache
def slip() -> bytes:
    return render(shipped(), sample())


def test_a_page_has_the_forms_size() -> None:
    width, height = pages.page_size(slip())
    assert (round(width), round(height)) == (210, 148)


def test_a_picture_for_the_window_has_four_bytes_a_pixel() -> None:
    picture = pages.page_image(slip(), 0, 96)
    assert picture.width == pytest.approx(210 / 25.4 * 96, abs=1)
    assert picture.stride >= picture.width * 4
    assert len(picture.data) == picture.stride * picture.height
    assert set(picture.data[3 : picture.width * 4 : 4]) == {255}


def test_a_picture_for_the_printer_is_grey() -> None:
    picture = pages.page_image(slip(), 1, 96, grey=True)
    assert len(picture.data) == picture.stride * picture.height
    assert picture.stride < picture.width * 2
    assert {0, 255} <= set(picture.data)


def test_an_absurd_resolution_is_capped() -> None:
    assert pages.page_image(slip(), 0, 5000, grey=True).width <= 12_001


def test_a_whole_document_is_told_from_a_cut_one() -> None:
    assert pages.looks_whole(slip())
    for broken in (
        b"",
        b"%PDF-1.4",
        slip()[: len(slip()) // 2],
        slip()[:-200],
        b"x" + slip(),
        b"%PDF-1.4\n%%EOF",
    ):
        assert not pages.looks_whole(broken)


def test_threads_may_look_at_the_same_time() -> None:
    def look(index: int) -> tuple[int, bytes]:
        return pages.page_count(slip()), pages.page_image(slip(), index % 3, 50).data

    with ThreadPoolExecutor(4) as threads:
        seen = list(threads.map(look, range(24)))
    assert {count for count, _ in seen} == {3}
    assert len({data for _, data in seen}) == 3
