"""Forms whose blocks run on from page to page, and how strips are spread over pages."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.documents import pen
from desk_app.documents.draw import render
from desk_app.documents.flow import Piece, Placed, lay
from desk_app.documents.form import Form
from desk_app.documents.template import TemplateBroken, load
from tests.documents.cards import written
from tests.documents.paper import page_words, squeezed
from tests.documents.papers import FIELDS, SIGNATURES, TABLE, TOP, application, questions, works
from tests.documents.strokes import Page, Recorder, faults

LONG = "来电反映空调出风口漏水,已滴到办公桌和电脑上,要求立即处理,并询问损失怎么赔偿。"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)
    yield Recorder.pages


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return load(written(tmp_path, application(), FIELDS))


def strip(height: float, keep: bool = False) -> Piece:
    return Piece(height, lambda pen, y: None, keep)


BLOCKS = st.lists(
    st.builds(
        lambda gap, pieces, head: Placed(
            gap, tuple(strip(height, keep) for height, keep in pieces), strip(8.0) if head else None
        ),
        st.floats(0, 5),
        st.lists(st.tuples(st.floats(3, 25), st.sampled_from([False] * 5 + [True])), min_size=1, max_size=12),
        st.booleans(),
    ),
    max_size=6,
)


@given(BLOCKS, st.floats(0, 80))
def test_strips_keep_their_order_and_stay_on_the_page(blocks: list[Placed], tail: float) -> None:
    laid = lay(blocks, 400.0, tail)
    heads = {id(block.head) for block in blocks}
    order = [piece for page in laid for _, piece in page if id(piece) not in heads]
    assert [id(piece) for piece in order] == [id(piece) for block in blocks for piece in block.pieces]
    for page in laid:
        ends = [0.0]
        for y, piece in page:
            assert y >= ends[-1] - 1e-6
            ends.append(y + piece.height)
        assert ends[-1] <= 400.001 - (tail if page is laid[-1] else 0)


@given(BLOCKS)
def test_what_is_to_stay_together_stays_and_heads_are_repeated(blocks: list[Placed]) -> None:
    for page in lay(blocks, 400.0, 0.0):
        if not page:
            continue
        assert not page[-1][1].keep or page[-1][1] is blocks[-1].pieces[-1]
        first = page[0][1]
        for block in blocks:
            if block.head:
                assert first not in block.pieces


@given(BLOCKS, st.floats(20, 80))
def test_signatures_never_stand_alone_where_a_strip_can_come_along(blocks: list[Placed], tail: float) -> None:
    laid = lay(blocks, 400.0, tail)
    if len(laid) > 1 and all(not piece.keep for block in blocks for piece in block.pieces):
        assert laid[-1]


def test_several_lists_run_on_and_their_headings_are_repeated(form: Form, drawn: list[Page]) -> None:
    values = FIELDS | {
        "works": works(40, LONG),
        "tests": works(30, LONG, "区域"),
        "checks": questions(14, note=LONG),
    }
    found = page_words(render(form, values))
    assert len(found) > 2
    whole = "".join(found)
    assert all(whole.count(f"部位{at}处") == 1 for at in range(1, 41))
    assert all(whole.count(f"区域{at}处") == 1 for at in range(1, 31))
    assert whole.count(squeezed(LONG)) == 84
    assert all("部位内容" in page or "安全措施" in page for page in found)
    assert all("接下页" in page and "第10人" not in page for page in found[:-1])
    assert "第10人" in found[-1]
    assert "接下页" not in found[-1]
    assert whole.count("以下空白") == 1
    assert faults(drawn, 210, 297) == []


def test_an_empty_application_is_ruled_for_the_pen(form: Form, drawn: list[Page]) -> None:
    found = page_words(render(form, {}))
    assert len(found) == 1
    assert "以下空白" in found[0]
    assert faults(drawn, 210, 297) == []


def test_a_heading_does_not_stand_alone_at_the_foot(form: Form, drawn: list[Page]) -> None:
    for count in range(18, 34):
        drawn[:] = [Page()]
        found = page_words(render(form, FIELDS | {"works": works(count)}))
        for page in found:
            at = page.find("二、试水")
            assert at < 0 or "部位1处" in page[at:], count


WORDS = st.text(alphabet="装修项目，。（《ABCabc0123 -", max_size=200)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=30), st.lists(WORDS, max_size=20))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_values_spoil_pages_that_run_on(
    form: Form, drawn: list[Page], rows: list[tuple[str, str]], asked: list[str]
) -> None:
    drawn[:] = [Page()]
    listed = [{"place": place, "content": content} for place, content in rows]
    checks = [{"text": text, "note": text} for text in asked]
    render(form, FIELDS | {"works": listed, "tests": listed[:5], "checks": checks})
    assert faults(drawn, 210, 297) == []


def test_the_first_pages_words_stand_only_there(tmp_path: Path) -> None:
    source = application().replace("size = 16", 'size = 16\npages = "first"', 1)
    found = page_words(render(load(written(tmp_path, source, FIELDS)), FIELDS | {"works": works(60)}))
    assert ["装修申请" in page for page in found] == [True] + [False] * (len(found) - 1)


def test_a_second_list_needs_a_form_that_runs_on(tmp_path: Path) -> None:
    with pytest.raises(TemplateBroken) as caught:
        load(written(tmp_path, application().replace("flow = true", "flow = false"), FIELDS))
    assert caught.value.key == "block[5]"
    assert "flow = true" in caught.value.reason


def test_a_duty_log_of_forty_entries_is_whole_and_quick(tmp_path: Path, drawn: list[Page]) -> None:
    source = TOP.format(title="值班记录", flow="false")
    source += TABLE.format(heading="记录", field="works", rows=0, blank="以下空白") + SIGNATURES
    form = load(written(tmp_path, source, FIELDS))
    entries = [row | {"content": LONG * (1 + at % 6)} for at, row in enumerate(works(40))]
    render(form, {})
    start = time.perf_counter()
    pdf = render(form, FIELDS | {"works": entries})
    assert time.perf_counter() - start < 1
    found = page_words(pdf)
    assert all("部位内容" in page and "记录" in page for page in found)
    assert "".join(found).count(squeezed(LONG)) == sum(1 + at % 6 for at in range(40))
    assert [page.count("第10人") for page in found] == [0] * (len(found) - 1) + [1]
    assert faults(drawn, 210, 297) == []
    sizes = {
        round(box[3] - box[1], 3) for page in drawn for text, box in page.words if text.startswith("来电")
    }
    assert len(sizes) == 1
