"""One module knows what kind of database it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk_app.core import store
from desk_app.core.errors import KnownError

HOUSE = Path(store.__file__).parents[1]
ALLOWED = {
    "core/datafile.py",
    "core/gram_table.py",
    "core/guards.py",
    "core/server_copy.py",
    "core/server_upgrade.py",
    "core/store.py",
    "core/pages.py",
    "core/page_tree.py",
    "core/salvage.py",
    "core/mending.py",
    "core/migrations/versions/0001_first.py",
    "core/migrations/versions/0002_tabs.py",
    "core/migrations/versions/0003_ten_years.py",
    "core/migrations/rekey.py",
    "core/migrations/versions/0004_trust.py",
    "core/migrations/versions/0005_guards.py",
    "core/migrations/versions/0006_terms.py",
}
WORDS = re.compile(r"sqlite_|sqlite://|PRAGMA |fts5\(|rowid", re.IGNORECASE)


def test_nothing_but_the_store_its_parts_and_the_salvage_knows_the_kind_of_database():
    knowing = {
        path.relative_to(HOUSE).as_posix()
        for path in HOUSE.rglob("*.py")
        if WORDS.search(path.read_text("utf-8"))
    }
    assert knowing <= ALLOWED


def test_a_url_of_another_kind_is_refused_in_a_sentence():
    with pytest.raises(KnownError, match="暂不支持"):
        store.file_of("mysql://desk@server/desk")
