"""Nothing touches or crosses a line, whatever the values: checked stroke by stroke."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.documents import fonts, pen
from desk_app.documents.draw import render
from desk_app.documents.pen import MM, Pen
from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report
from tests.documents.paper import KEYS, items, sample, shipped

Box = tuple[float, float, float, float]
COMPANY = "新疆维吾尔自治区乌鲁木齐市天山区阿克苏供应链管理与国际贸易发展集团股份有限公司"
PERSON = "Maximilian-Alexander von Hohenzollern-Sigmaringen-Weissenfels"


class Page:
    """What was drawn on one page, in mm: inked boxes of words, straight lines, rings."""

    def __init__(self) -> None:
        self.words: list[tuple[str, Box]] = []
        self.lines: list[Box] = []
        self.rings: list[tuple[float, float, float]] = []


class Recorder(Pen):
    """A pen that remembers its strokes."""

    pages: list[Page]

    def new_page(self) -> None:
        self.pages.append(Page())
        super().new_page()

    def line(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 0.18) -> None:
        self.pages[-1].lines.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
        super().line(x1, y1, x2, y2, thick=thick)

    def box(self, x: float, y: float, width: float, height: float, *, thick: float = 0.18) -> None:
        right, foot = x + width, y + height
        self.pages[-1].lines += [
            (x, y, right, y),
            (x, foot, right, foot),
            (x, y, x, foot),
            (right, y, right, foot),
        ]
        super().box(x, y, width, height, thick=thick)

    def stamp_ring(self, x: float, y: float, across: float) -> None:
        self.pages[-1].rings.append((x, y, across))
        super().stamp_ring(x, y, across)

    def text(
        self, x: float, baseline: float, text: str, size: float, *, bold: bool = False, **style: Any
    ) -> None:
        wide = (fonts.width(text, size, bold) + style.get("spacing", 0) * (len(text) - 1)) / MM
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[style.get("align", "left")]
        if text:
            top, foot = baseline - 0.85 * size / MM, baseline + 0.12 * size / MM
            self.pages[-1].words.append((text, (left, top, left + wide, foot)))
        super().text(x, baseline, text, size, bold=bold, **style)


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    """Return the list that the pages of the next document are recorded in."""
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)
    yield Recorder.pages


def overlap(one: Box, other: Box, slack: float = 0.0) -> bool:
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def faults(pages: list[Page], width: float, height: float) -> list[str]:
    """Return what is wrong with the pages, in words."""
    found = []
    for page in pages:
        for text, box in page.words:
            if not (box[0] >= 2 and box[1] >= 3.5 and box[2] <= width - 2 and box[3] <= height - 3):
                found.append(f"off the page: {text}")
            found += [f"crossed: {text} {box} {line}" for line in page.lines if overlap(box, line)]
            for x, y, across in page.rings:
                ring = (x - across / 2, y - across / 2, x + across / 2, y + across / 2)
                if overlap(box, ring, 0.1):
                    found.append(f"under the ring: {text}")
        for (one, box), (other, second) in combinations(page.words, 2):
            if overlap(box, second, 0.05):
                found.append(f"one upon the other: {one} / {other}")
    return found


def checked(key: str, values: dict[str, Any]) -> list[str]:
    Recorder.pages[:] = [Page()]
    form = shipped(key)
    render(form, values)
    assert any(page.words for page in Recorder.pages)
    return faults(Recorder.pages, form.paper.width, form.paper.height)


@pytest.mark.parametrize("key", KEYS)
def test_the_sample_is_clean(key: str) -> None:
    assert checked(key, sample(key)) == []


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_form_is_clean(key: str) -> None:
    assert checked(key, {}) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [COMPANY, PERSON, "8" * 70, "长" * 300, "\U0001f600王" * 20])
def test_the_longest_values_are_clean(key: str, value: str) -> None:
    values = {name: value for name, given in sample(key).items() if isinstance(given, str)}
    values |= {"number": sample(key)["number"]}
    assert checked(key, values) == []


@pytest.mark.parametrize("count", [1, 4, 5, 6, 7, 30])
def test_long_lists_are_clean(count: int) -> None:
    rows = [row | {"spec": COMPANY * (at % 4), "remark": PERSON} for at, row in enumerate(items(count))]
    assert checked("release_slip", sample() | {"items": rows, "customer": COMPANY}) == []


WORDS = st.text(alphabet="放行条，。（《ABCabc0123 -", max_size=120)


@given(st.lists(WORDS, min_size=8, max_size=8), st.lists(WORDS, max_size=8))
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_no_values_spoil_the_paper(texts: list[str], specs: list[str]) -> None:
    names = ("customer", "applicant", "consent", "carrier", "remark", "route", "total_line", "handler")
    rows = [row | {"spec": spec} for row, spec in zip(items(8), specs, strict=False)]
    assert checked("release_slip", sample() | dict(zip(names, texts, strict=True)) | {"items": rows}) == []


def test_the_muster_is_clean(drawn: list[Page]) -> None:
    columns = (
        ReportColumn("序", "n", 8, "right"),
        ReportColumn("姓名", "name", 30),
        ReportColumn("单位", "company", 48),
        ReportColumn("已撤离", TICK, 14, "center"),
    )
    rows = [{"n": at, "name": PERSON, "company": COMPANY * (at % 3)} for at in range(60)]
    meta = ReportMeta(lines=(COMPANY * 2, COMPANY), signatures=("清点人", "消防接收人"), note=COMPANY * 2)
    render_report(COMPANY, meta, [ReportGroup(COMPANY, rows)], columns)
    assert faults(drawn, 210, 297) == []
