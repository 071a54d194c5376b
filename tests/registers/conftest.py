"""States of the registers that tests start from."""

from __future__ import annotations

import pytest

from desk_app.core.attachments import Archive
from tests.registers.slip_desk import Counter


@pytest.fixture
def counter(db, desk, town, set_clock, tmp_path):
    """Open the slip counter on a Saturday at ten."""
    one = Counter(db, desk, town, Archive(tmp_path / "archive"), set_clock)
    one.at(10)
    return one
