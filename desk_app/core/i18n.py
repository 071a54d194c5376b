"""Mark and translate texts without knowing Qt.

Simplified Chinese is the source text. `lupdate` reads the calls by name, so write
`translate("Context", "…")` in full and format after translating; texts that are only
declared are wrapped in `QT_TRANSLATE_NOOP("Context", "…")` and translated where they are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_translator: Callable[[str, str], str] | None = None
_source_only: ContextVar[bool] = ContextVar("source_only", default=False)


def translate(context: str, text: str) -> str:
    """Return `text` in the language of the window, or unchanged when none is installed."""
    return text if _translator is None or _source_only.get() else _translator(context, text)


@contextmanager
def in_source_language() -> Iterator[None]:
    """Leave texts untranslated on this thread for a while: workbooks and printed forms stay Chinese."""
    token = _source_only.set(True)
    try:
        yield
    finally:
        _source_only.reset(token)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation and return it unchanged."""
    return text


def listed(items: Iterable[str]) -> str:
    """Return `items` in one line, with the comma of the window's language between them."""
    return translate("Punctuation", "、").join(items)


def named(name: str, value: str) -> str:
    """Return a value after its name, with the colon of the window's language between them."""
    return translate("Punctuation", "{name}:{value}").format(name=name, value=value)


def sentences(first: str, then: str) -> str:
    """Return one sentence after another, with what stands between them in the window's language; `then` may be ""."""
    return translate("Punctuation", "{first}{then}").format(first=first, then=then) if then else first


def install(translator: Callable[[str, str], str] | None) -> None:
    """Use `translator(context, text)` from now on; None goes back to the source text."""
    global _translator
    _translator = translator
