"""What stands for the drawing of papers in the rooms' tests: the values as they would be printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping


def render(values: Mapping[str, object]) -> bytes:
    """Stand for the PDF: the values as they would be printed."""
    return json.dumps(values, ensure_ascii=False, default=str).encode()


def renderer(form: str) -> Callable[[Mapping[str, object]], bytes]:
    """Stand for the drawing of a form: its key and the values as they would be printed."""
    return lambda values: render({"form": form, **values})
