"""What importing leaves behind."""

from __future__ import annotations

from tests.bench.harness import child

LEFT = """
import linecache
from desk_app.kit import imports
imports.leave_sources_unread()
import PySide6.QtWidgets, sqlalchemy.orm
print(sum(len(kept) > 1 and "sqlalchemy" in name and name.endswith(".py") for name, kept in linecache.cache.items()))
"""


def test_no_source_of_a_library_is_read_and_kept_when_it_is_imported():
    assert child(LEFT).strip() == "0"
