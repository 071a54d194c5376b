"""The doctor's timings: each is told with a verdict, whatever the hour, and the data are only read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desk_app.core import clock
from desk_app.core.paths import Paths
from desk_app.registers.tables import import_all
from desk_app.reports import speed


@pytest.mark.parametrize("hour", [9, 20, 23, 3])
def test_the_timings_are_told_at_any_hour(set_clock, tmp_path: Path, hour: int) -> None:
    import_all()
    set_clock(datetime(2026, 11, 22, hour, 5, tzinfo=clock.ZONE))
    found = list(speed.measure(Paths(tmp_path)))
    assert [finding.what for finding in found] == ["磁盘写入", "保存一条", "查找", "生成放行条"]
    assert all(finding.good and "毫秒" in finding.told for finding in found)
    assert list(tmp_path.iterdir()) == []
