"""States of the registers that tests start from: the tower and its clock, the slip counter."""

from __future__ import annotations

import pytest

from desk_app.core.attachments import Archive
from tests.registers.loan_desk import opened
from tests.registers.slip_desk import Counter
from tests.tower import lead, manager, now, qt, supervisor, tower

__all__ = ["lead", "manager", "now", "qt", "supervisor", "tower"]


@pytest.fixture
def counter(db, desk, town, set_clock, tmp_path):
    """Open the slip counter on a Saturday at ten."""
    one = Counter(db, desk, town, Archive(tmp_path / "archive"), set_clock)
    one.at(10)
    return one


@pytest.fixture
def keydesk(db, desk, town, set_clock, tmp_path):
    """Open the key cabinet's counter on a Saturday at ten."""
    return opened(db, desk, town, Archive(tmp_path / "archive"), set_clock)
