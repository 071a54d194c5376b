"""States of the registers that tests start from: the tower and its clock, the slip counter."""

from __future__ import annotations

import pytest

from desk_app.core.attachments import Archive
from tests.registers import renovation_desk
from tests.registers.loan_desk import opened
from tests.registers.pass_desk import PIXEL, PassDesk
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


@pytest.fixture
def site(db, desk, town, set_clock, tmp_path):
    """Open the renovation counter on a Friday at ten."""
    one = renovation_desk.Counter(db, desk, town, Archive(tmp_path / "archive"), set_clock)
    one.at(10)
    return one


@pytest.fixture
def passes(db, desk, town, set_clock, tmp_path):
    """Open the desk of entry passes on Saturday 2026-11-21 at ten, one renovation permit in force."""
    photo = tmp_path / "zhang.png"
    photo.write_bytes(PIXEL)
    one = PassDesk(db, desk, town, Archive(tmp_path / "archive"), photo, set_clock)
    one.at()
    one.permit()
    return one
