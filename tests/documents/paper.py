"""What the tests of paper share: the shipped forms, words and codes read back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import zxingcpp

from desk_app.documents import pages
from desk_app.documents.form import Form
from desk_app.documents.template import load

FORMS = Path(__file__).resolve().parents[2] / "forms"
KEYS = ("release_slip", "visitor_slip", "contractor_slip")
RARE = "㛃䶮𠅤喆堃昇玥翀甪龑䲜"


def shipped(key: str = "release_slip") -> Form:
    return load(FORMS / key / "form.toml")


def sample(key: str = "release_slip") -> dict[str, Any]:
    values: dict[str, Any] = json.loads((FORMS / key / "sample.json").read_text("utf-8"))
    return values


def squeezed(text: str) -> str:
    """Return `text` without spaces and line ends: where a line breaks is not the matter here."""
    return re.sub(r"\s+", "", text)


def words(pdf: bytes) -> str:
    return squeezed(pages.text(pdf))


def page_words(pdf: bytes) -> list[str]:
    return [squeezed(page) for page in pages.text(pdf).split("\f")]


def codes(pdf: bytes, index: int = 0) -> set[tuple[str, str]]:
    """Return (kind, text) of every code read off the rendered page."""
    picture = pages.page_image(pdf, index, 200, grey=True)
    view = zxingcpp.ImageView(
        picture.data, picture.width, picture.height, zxingcpp.ImageFormat.Lum, picture.stride
    )
    return {(str(found.format), found.text) for found in zxingcpp.read_barcodes(view)}


def items(count: int) -> list[dict[str, str]]:
    return [
        {"name": f"货{at}号", "spec": f"规格{at}", "unit": "件", "quantity": str(at), "quantity_words": "壹"}
        for at in range(1, count + 1)
    ]
