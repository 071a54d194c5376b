from hypothesis import given
from hypothesis import strategies as st

from desk_app.documents.flow import paginate

HEIGHTS = st.lists(st.floats(5, 30), max_size=60)
ROOMS = st.tuples(st.floats(30, 200), st.floats(30, 200)).map(lambda pair: (max(pair), min(pair)))


@given(HEIGHTS, ROOMS)
def test_every_row_stands_on_one_page_in_order(heights: list[float], rooms: tuple[float, float]) -> None:
    pages = paginate(heights, *rooms)
    assert [row for page in pages for row in page] == list(range(len(heights)))


@given(HEIGHTS, ROOMS)
def test_no_page_is_overfull_and_the_last_has_a_row(heights: list[float], rooms: tuple[float, float]) -> None:
    full, last = rooms
    *others, final = paginate(heights, full, last)
    assert all(sum(heights[row] for row in page) <= full + 0.001 for page in others)
    assert sum(heights[row] for row in final) <= last + 0.001
    assert len(final) > 0 or not heights
    assert all(len(page) > 0 for page in others)


def test_a_list_that_just_fits_takes_one_page() -> None:
    assert paginate([10.0, 10.0], 50, 20) == [range(2)]


def test_an_empty_list_is_one_empty_page() -> None:
    assert paginate([], 50, 20) == [range(0)]
