"""Nothing touches or crosses a line, whatever the values: checked stroke by stroke."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.documents import pen
from desk_app.documents.draw import render
from desk_app.documents.table_report import TICK, ReportColumn, ReportGroup, ReportMeta, render_report
from tests.documents.paper import KEYS, items, sample, shipped
from tests.documents.strokes import Page, Recorder, faults

COMPANY = "新疆维吾尔自治区乌鲁木齐市天山区阿克苏供应链管理与国际贸易发展集团股份有限公司"
PERSON = "Maximilian-Alexander von Hohenzollern-Sigmaringen-Weissenfels"


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    """Return the list that the pages of the next document are recorded in."""
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)
    yield Recorder.pages


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
