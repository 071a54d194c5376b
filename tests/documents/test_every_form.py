"""Every form that ships, whoever wrote it: samples come back whole, the longest values spoil nothing."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from desk_app.core import privacy
from desk_app.documents import pages, pen
from desk_app.documents.draw import render
from desk_app.documents.form import CARDS, Form
from desk_app.documents.marks import mark, reprint_words
from desk_app.documents.template import load
from desk_app.documents.template_checks import used
from tests.documents.paper import page_words, squeezed, words
from tests.documents.strokes import Page, Recorder, faults

FORMS = Path(__file__).resolve().parents[2] / "forms"
KEYS = sorted(path.parent.name for path in FORMS.glob("*/form.toml"))
COMPANY = "新疆维吾尔自治区乌鲁木齐市天山区阿克苏供应链管理与国际贸易发展集团股份有限公司"
PERSON = "Maximilian-Alexander von Hohenzollern-Sigmaringen-Weissenfels"
LONGEST = {"a company": COMPANY, "a person": PERSON, "a number": "8" * 70, "a story": "长，“话”" * 30}


def form_of(key: str) -> Form:
    return load(FORMS / key / "form.toml")


def test_no_two_forms_have_the_same_number():
    codes = [form_of(key).code for key in KEYS]
    assert len(set(codes)) == len(codes)


def sample(key: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads((FORMS / key / "sample.json").read_text("utf-8"))
    return values


def stretched(value: object, by: str, coded: set[str], name: str = "") -> Any:
    """Return a sample with every word replaced by a long one, lists three times as long; codes stay."""
    if isinstance(value, Mapping):
        return {key: stretched(one, by, coded, key) for key, one in value.items()}
    if isinstance(value, list):
        return [stretched(one, by, coded, name) for one in value] * (1 if name == CARDS else 3)
    return value if name in coded else by


def printed(form: Form, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield every word of a sample that the form shows on some copy as it is."""
    shown = {name for _, name in used(form)}
    changed = [set(copy.hide) | set(copy.last4) for copy in form.copies]
    shown = {name for name in shown if not all(name in names for names in changed)}
    for card in values.get(CARDS, [values]):
        for name, value in card.items():
            rows = value if isinstance(value, list) else []
            yield from (row[one] for row in rows for one in row if f"{name}.{one}" in shown)
            if isinstance(value, str) and name in shown:
                yield value


def spoilt(form: Form, values: Mapping[str, object]) -> list[str]:
    """Return what is wrong with the drawn pages, in words."""
    Recorder.pages[:] = [Page()]
    render(form, values)
    sheet = form.cards if form.cards and CARDS in values else form.paper
    return faults(Recorder.pages, sheet.width, sheet.height)


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    Recorder.pages = [Page()]
    monkeypatch.setattr(pen, "Pen", Recorder)


@pytest.mark.parametrize("key", KEYS)
def test_the_sample_is_clean_and_what_the_form_shows_comes_back_whole(key: str) -> None:
    form, values = form_of(key), sample(key)
    assert spoilt(form, values) == []
    found = words(render(form, values))
    shown = list(printed(form, values))
    assert shown
    assert [word for word in shown if squeezed(privacy.free(word)) not in found] == []


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_form_is_clean(key: str) -> None:
    form = form_of(key)
    assert spoilt(form, {}) == []
    assert pages.page_count(render(form, {})) >= len(form.copies)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("long", LONGEST.values(), ids=list(LONGEST))
def test_the_longest_values_spoil_nothing(key: str, long: str) -> None:
    form = form_of(key)
    coded = {code.field for code in form.codes}
    assert spoilt(form, stretched(sample(key), long, coded)) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_company_and_a_name_are_never_cut(key: str) -> None:
    """The longest real values are on paper to their last letter wherever a row can grow."""
    form = form_of(key)
    rows = [name for name, value in sample(key).items() if isinstance(value, list) and name != CARDS]
    for name in rows:
        values = sample(key)
        values[name] = [dict.fromkeys(row, COMPANY) for row in values[name][:2]]
        found = words(render(form, values, copies=[form.copies[0].name]))
        assert COMPANY in found, name


@pytest.mark.parametrize("key", KEYS)
def test_a_reprint_and_a_draft_say_so(key: str) -> None:
    pdf = render(form_of(key), sample(key))
    marked = page_words(mark(pdf, reprint=reprint_words(1, "2026-11-22 10:42", "李敏"), draft=True))
    assert all("补打第1次" in page and "草稿" in page for page in marked)
