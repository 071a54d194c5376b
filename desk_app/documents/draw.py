"""Draw a form with its values: PDF bytes, the same for the same input.

Importing this module loads reportlab; import it where a document is made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.documents import layout
from desk_app.documents.form import CARDS, COPY_EDGE, SMALL, Copy, Form, Paper, Sheet
from desk_app.documents.parts import draw_parts
from desk_app.documents.pen import Pen, document, fit
from desk_app.documents.values import Values

_NOTE_SIZE = 6.0
_CUT = 0.1
"""The width of lines to cut along, mm."""
_MARK, _MARK_AWAY = 3.0, 0.8
"""The length of a cutting mark and its distance from the card, mm."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF and the characters that had to be printed as 〓."""

    pdf: bytes
    missing: tuple[str, ...]


def render(form: Form, values: Mapping[str, object], *, copies: Sequence[str] | None = None) -> bytes:
    """Return the PDF of `form` with `values`, all copies or those named, in the form's order.

    Values are formatted words, lists of mappings for tables, bytes or a `Path` for a picture. User
    text is never markup. A character that the font lacks prints as 〓 with its code point at the
    top edge. A form of cards prints one card on a page of its own size, or sheets full of them when
    the value `cards` is a list of mappings.
    """
    return render_checked(form, values, copies=copies).pdf


def render_cards(
    form: Form,
    cards: Sequence[Mapping[str, object]],
    *,
    copies: Sequence[str] | None = None,
    skip: int = 0,
) -> bytes:
    """Return sheets with a card for each of `cards`, line by line, in as many sheets as it takes.

    `skip` leaves the first places free, for a sheet of labels that was begun. Of a form with several
    copies (正面, 背面) each card takes as many places.
    """
    return _render_sheets(form, cards, _chosen(form, copies), skip).pdf


def render_checked(
    form: Form, values: Mapping[str, object], *, copies: Sequence[str] | None = None
) -> Rendered:
    """Return the PDF and what could not be printed; KeyError when a copy is not the form's."""
    chosen = _chosen(form, copies)
    cards = values.get(CARDS)
    if form.cards and isinstance(cards, list | tuple):
        return _render_sheets(form, [card for card in cards if isinstance(card, Mapping)], chosen, 0)
    missing: set[str] = set()

    def draw(pen: Pen) -> None:
        for copy in chosen:
            missing.update(_draw_copy(pen, form, copy, values))

    pdf = document(form.paper.width, form.paper.height, form.title, draw)
    return Rendered(pdf, tuple(sorted(missing)))


def _chosen(form: Form, copies: Sequence[str] | None) -> list[Copy]:
    chosen = [copy for copy in form.copies if copies is None or copy.name in copies]
    unknown = set(copies or ()) - {copy.name for copy in form.copies}
    if unknown or not chosen:
        raise KeyError(*sorted(unknown or {""}))
    return chosen


def _render_sheets(
    form: Form, cards: Sequence[Mapping[str, object]], copies: Sequence[Copy], skip: int
) -> Rendered:
    """Draw cards on sheets; no cards are one empty sheet."""
    sheet = form.cards
    if sheet is None:
        raise ValueError(f"the form {form.key} is no form of cards")
    places = sheet.places(form.paper)
    sides = [(copy, card, at) for at, card in enumerate(cards, 1) for copy in copies]
    pages = max(1, math.ceil((skip + len(sides)) / len(places)))
    missing: set[str] = set()

    def draw(pen: Pen) -> None:
        for page in range(pages):
            first = page * len(places) - skip
            for place, (x, y) in enumerate(places):
                if 0 <= first + place < len(sides):
                    copy, card, number = sides[first + place]
                    with pen.shifted(x, y):
                        values = _values(form, copy, card).on_page(number, len(cards))
                        missing.update(_draw_card(pen, form, copy, values))
                    if sheet.frame:
                        pen.box(x, y, form.paper.width, form.paper.height, thick=_CUT)
            if sheet.marks:
                _draw_marks(pen, sheet, form.paper)
            _draw_missing(pen, max(sheet.left, 5.0), sheet.width - 10, missing)
            pen.new_page()

    return Rendered(document(sheet.width, sheet.height, form.title, draw), tuple(sorted(missing)))


def _draw_card(pen: Pen, form: Form, copy: Copy, values: Values) -> set[str]:
    """Draw one side of one card where the pen stands."""
    draw_parts(pen, form, copy, values, first=True, last=True)
    layout.pages(form, copy, values)[0](pen)
    return values.missing


def _draw_marks(pen: Pen, sheet: Sheet, card: Paper) -> None:
    """Draw the cutting marks: short lines around the cards, in the free edge of the sheet only."""
    places = sheet.places(card)
    left, top = places[0]
    right, foot = places[-1][0] + card.width, places[-1][1] + card.height
    for x in sorted({end for at, _ in places for end in (at, at + card.width)}):
        pen.line(x, top - _MARK_AWAY - _MARK, x, top - _MARK_AWAY, thick=_CUT)
        pen.line(x, foot + _MARK_AWAY, x, foot + _MARK_AWAY + _MARK, thick=_CUT)
    for y in sorted({end for _, at in places for end in (at, at + card.height)}):
        pen.line(left - _MARK_AWAY - _MARK, y, left - _MARK_AWAY, y, thick=_CUT)
        pen.line(right + _MARK_AWAY, y, right + _MARK_AWAY + _MARK, y, thick=_CUT)


def _values(form: Form, copy: Copy, given: Mapping[str, object]) -> Values:
    fixed = {"copy": copy.heading, "title": form.title, "code": form.code, "version": form.version}
    return Values(given, copy, fixed)


def _draw_copy(pen: Pen, form: Form, copy: Copy, given: Mapping[str, object]) -> set[str]:
    """Draw all pages of one copy; returns the characters that the font lacks."""
    values = _values(form, copy, given)
    bodies = layout.pages(form, copy, values)
    several = len(form.copies) > 1
    for at, draw_body in enumerate(bodies, 1):
        draw_parts(pen, form, copy, values.on_page(at, len(bodies)), first=at == 1, last=at == len(bodies))
        if several:
            pen.shared(draw_body)
        else:
            draw_body(pen)
        if several and form.cards is None:
            _draw_edge(pen, form, copy)
        _draw_missing(pen, form.paper.left, form.paper.inner, values.missing)
        pen.new_page()
    return values.missing


def _draw_edge(pen: Pen, form: Form, copy: Copy) -> None:
    """Write the copy's name down the right edge, letters upright."""
    size, step = 9.0, 3.9
    letters = copy.heading
    x = form.paper.width - form.paper.right + COPY_EDGE * 0.45
    height = sum(step * (0.5 if letter == " " else 1) for letter in letters)
    y = (form.body_top + form.body_bottom - height) / 2
    for letter in letters:
        tall = step * (0.5 if letter == " " else 1)
        pen.middle_text(x, y + tall / 2, letter.strip(), size, grey=True, align="center")
        y += tall


def _draw_missing(pen: Pen, left: float, width: float, missing: set[str]) -> None:
    """Say at the top edge which characters 〓 stands for, so that they can be written in by hand.

    A card has no room for it: there the 〓 must do.
    """
    if not missing or pen.height < SMALL:
        return
    points = " ".join(f"U+{ord(char):04X}" for char in sorted(missing))
    words = fit(f"字库缺字 〓:{points}", width * 0.48, 1, _NOTE_SIZE, 5)
    pen.fitted(left, 6.0, words, grey=True)
