"""The values of one copy of a form, as they are printed: cleaned, masked, never markup."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from desk_app.core import privacy
from desk_app.documents import fonts, lines
from desk_app.documents.form import PLACEHOLDER, Column, Copy

LEFT_OUT = "—"
JOINT = " · "
_NUMBER = re.compile(r"[0-9A-Za-z]{5,}")


def last_four(text: str) -> str:
    """Return `text` with every run of five or more letters and digits cut to its last four.

    >>> last_four("身份证 11010519491231002X")
    '身份证 **************002X'
    """
    return _NUMBER.sub(lambda found: "*" * (len(found[0]) - 4) + found[0][-4:], text)


class Values:
    """Looks fields up for one copy; `missing` gathers the characters that the font lacks."""

    def __init__(self, values: Mapping[str, object], copy: Copy, fixed: Mapping[str, str]) -> None:
        self._values = values
        self._copy = copy
        self._fixed = dict(fixed)
        self.missing: set[str] = set()

    def on_page(self, page: int, pages: int) -> Values:
        """Return the same values with the page numbers filled in."""
        other = Values(self._values, self._copy, self._fixed | {"page": str(page), "pages": str(pages)})
        other.missing = self.missing
        return other

    def text(self, field: str) -> str:
        """Return the printed words of a field, "" when it has no value."""
        if field in self._fixed:
            return self._fixed[field]
        return self._printed(field, self._values.get(field))

    def raw(self, field: str) -> str:
        """Return a field as a code encodes it: unmasked unless left out, no substitutes."""
        if field in self._copy.hide or field in self._copy.last4:
            return ""
        return lines.clean(_words(self._values.get(field))).strip()

    def picture(self, field: str) -> bytes | Path | None:
        """Return a picture's bytes or where its file is, None when it is left out or there is none.

        Words are never taken for a path: nobody can print a file by typing its name.
        """
        value = self._values.get(field)
        if field in self._copy.hide or not isinstance(value, bytes | Path) or not value:
            return None
        return value

    def fill(self, pattern: str) -> str:
        """Return `pattern` with every {field} replaced, in one pass: values are never patterns."""
        return PLACEHOLDER.sub(lambda found: self.text(found[1]), pattern)

    def rows(self, field: str) -> Sequence[Mapping[str, object]]:
        """Return the rows of a list, none when it is left out or no list."""
        value = self._values.get(field)
        if field in self._copy.hide or not isinstance(value, list | tuple):
            return ()
        return [row for row in value if isinstance(row, Mapping)]

    def cell(self, table: str, row: Mapping[str, object], column: Column) -> str:
        """Return the words of one cell, its `also` fields joined behind the first."""
        names = [name for name in (column.field, *column.also) if name]
        found = (self._printed(f"{table}.{name}", row.get(name)) for name in names)
        return JOINT.join(words for words in found if words)

    def item(self, table: str, row: Mapping[str, object], name: str) -> str:
        """Return the words of one field of a row."""
        return self._printed(f"{table}.{name}", row.get(name))

    def _printed(self, field: str, value: object) -> str:
        if field in self._copy.hide:
            return LEFT_OUT
        words = _words(value)
        text = lines.clean(words if isinstance(value, privacy.Clear) else privacy.free(words)).strip()
        if field in self._copy.last4:
            text = last_four(text)
        self.missing |= fonts.missing(text)
        return text


def _words(value: object) -> str:
    if value is None or isinstance(value, list | tuple | dict | bytes | Path):
        return ""
    return str(value)
