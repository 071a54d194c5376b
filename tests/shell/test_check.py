"""The doctor's look at the screen: what is not drawn is found, and the look leaves nothing behind."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.app import open_window
from desk_app.kit import theme
from desk_app.reports import speed
from desk_app.shell import check


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_everything_on_the_screen_is_drawn_and_nothing_is_left(qtbot, temporary: Path) -> None:
    before = set(QApplication.topLevelWidgets())
    found = list(check.look(open_window))
    assert [(one.good, one.told) for one in found if not one.good] == []
    assert [one.what for one in found] == ["窗口组件", "主窗口", "打印预览", "重画窗口"]
    assert list(temporary.iterdir()) == []
    assert set(QApplication.topLevelWidgets()) <= before


def test_letters_that_no_font_has_are_found(qtbot, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_letter", lambda _letter: theme.icon("users").pixmap(16).toImage())
    wrong = [one.told for one in check.look(open_window) if not one.good]
    assert wrong == ["有的中文字没有画出来"]


def test_a_blank_window_is_found(qtbot, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "FEWEST_COLOURS", 1_000_000)
    wrong = [one.told for one in check.look(open_window) if not one.good]
    assert wrong[0].startswith("没有画出来的页签:今日") and wrong[1] == "页面是空白的"


def test_a_plugin_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "WANTED", ("platforms/*paper*",))
    [found] = check.look(open_window)
    assert not found.good and found.told.endswith("plugins/platforms/*paper*")


def test_what_is_slow_is_said_in_words_and_is_no_failure() -> None:
    assert speed.verdict("磁盘写入", 0.0003, 0.010, "换一个").told == "0.3 毫秒,正常"
    slow = speed.verdict("磁盘写入", 0.0312, 0.010, "换一个")
    assert slow.good and slow.slow
    assert slow.line == "! 磁盘写入:31.2 毫秒,慢(正常不超过 10 毫秒):换一个"
