"""Issued cards laid on sheets keep their own words and their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk_app.documents import draw, pages, template
from desk_app.documents.imposition import sheets

FORMS = Path(__file__).parents[2] / "forms"
FORM = template.load(FORMS / "entry_pass_card" / "form.toml")


def card(number: str) -> bytes:
    values = json.loads((FORMS / "entry_pass_card" / "sample.json").read_text("utf-8"))["cards"][0]
    return draw.render(FORM, {**values, "number": number})


def test_eight_cards_fill_a_sheet_and_the_ninth_begins_another():
    made = sheets(FORM, [card(f"CR-20261121-00{n}") for n in range(1, 10)])
    assert pages.page_count(made) == 2
    assert pages.page_size(made)[:2] == pytest.approx((210, 297), abs=0.5)
    words = pages.text(made)
    assert all(f"CR-20261121-00{n}" in words for n in range(1, 10))


def test_no_cards_are_one_empty_sheet():
    assert pages.page_count(sheets(FORM, [])) == 1


def test_a_form_of_whole_pages_is_refused():
    with pytest.raises(ValueError):
        sheets(template.load(FORMS / "entry_pass_a6" / "form.toml"), [])


def test_a_card_lies_where_the_form_says():
    width, _height, stride, dots = pages.page_image(
        sheets(FORM, [card("CR-20261121-001")]), 0, 60, grey=False
    )
    x, y = FORM.cards.places(FORM.paper)[0]
    at = round((y + 3) / 25.4 * 60) * stride + round((x + 44) / 25.4 * 60) * 4
    assert max(dots[at : at + 3]) < 60  # the dark band of the first card
    right = round((y + 3) / 25.4 * 60) * stride + (width - round((x + 20) / 25.4 * 60)) * 4
    assert min(dots[right : right + 3]) > 200  # the place beside it is free
