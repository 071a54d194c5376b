"""Mark and translate texts without knowing Qt.

Simplified Chinese is the source text. `lupdate` reads the calls by name, so write
`translate("Context", "…")` in full and format after translating; texts that are only
declared are wrapped in `QT_TRANSLATE_NOOP("Context", "…")` and translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable

_translator: Callable[[str, str], str] | None = None


def translate(context: str, text: str) -> str:
    """Return `text` in the language of the window, or unchanged when none is installed."""
    return text if _translator is None else _translator(context, text)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation and return it unchanged."""
    return text


def install(translator: Callable[[str, str], str] | None) -> None:
    """Use `translator(context, text)` from now on; None goes back to the source text."""
    global _translator
    _translator = translator
