"""Issued cards on sheets: the archived pages are laid beside each other, never drawn anew.

Importing this module loads reportlab and pypdf; import it where a document is made.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter, Transformation

from desk_app.documents import draw
from desk_app.documents.form import CARDS, Form
from desk_app.documents.pen import MM


def sheets(form: Form, cards: Sequence[bytes]) -> bytes:
    """Return sheets of `form` (a form of cards) with the first page of each of `cards`, line by line.

    As many sheets as it takes; what is left of the last one stays empty. ValueError for no form of cards.
    """
    sheet = form.cards
    if sheet is None:
        raise ValueError(f"the form {form.key} is no form of cards")
    empty = draw.render(form, {CARDS: []})
    places = sheet.places(form.paper)
    writer = PdfWriter()
    for first in range(0, max(len(cards), 1), sheet.count):
        page = writer.add_page(PdfReader(io.BytesIO(empty)).pages[0])
        for (x, y), pdf in zip(places, cards[first : first + sheet.count], strict=False):
            up = (sheet.height - y - form.paper.height) * MM
            card = PdfReader(io.BytesIO(pdf)).pages[0]
            page.merge_transformed_page(card, Transformation().translate(x * MM, up))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
