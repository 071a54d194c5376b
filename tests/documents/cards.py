"""A pass as a card, eight on a sheet: the form that the tests of cards and pictures are written on."""

import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

from desk_app.documents.form import Form
from desk_app.documents.template import load

CARD = """
title = "出入证"
[paper]
size = "85.6x54"
left = 3
right = 3
bottom = 2
[cards]
sheet = "A4"
columns = 2
rows = 4
gap_x = 6
gap_y = 6
marks = true
[[box]]
x = 0
y = 0
width = 85.6
height = 11
fill = "dark"
line = 0
[[image]]
field = "photo"
x = 4
y = 14
width = 22
height = 28
empty = "照片"
[[text]]
value = "{org}"
x = 4
y = 3.4
width = 52
white = true
[[text]]
value = "{name}"
x = 29
y = 13.5
width = 34
size = 15
smallest = 6
bold = true
[[text]]
value = "{company}"
x = 29
y = 21
width = 53
lines = 2
[[text]]
value = "{number}"
x = 4
y = 44
width = 56
size = 11
[[barcode]]
kind = "qr"
field = "number"
x = 63
y = 32
width = 20
"""
FIELDS = {
    "org": "物业服务中心",
    "name": "曾文涛",
    "company": "顺达物流",
    "number": "CR-2026-001",
    "photo": "",
}


def written(folder: Path, source: str = CARD, fields: dict[str, Any] | None = None) -> Path:
    """Write a form and its sample, return the form's file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sample.json").write_text(json.dumps(FIELDS if fields is None else fields), "utf-8")
    path = folder / "form.toml"
    path.write_text(source, "utf-8")
    return path


def card_form(folder: Path, old: str = "", new: str = "") -> Form:
    """Return the pass, with `old` in its file replaced by `new`."""
    assert old in CARD
    return load(written(folder, CARD.replace(old, new, 1) if old else CARD))


def passes(count: int) -> list[dict[str, Any]]:
    return [FIELDS | {"name": f"持证人{at}号", "number": f"CR-2026-{at:03d}"} for at in range(1, count + 1)]


def photo(width: int = 300, height: int = 400, kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture whose left upper quarter is dark."""
    image = Image.new("RGB", (width, height), "white")
    image.paste((20, 20, 20), (0, 0, width // 2, height // 2))
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
