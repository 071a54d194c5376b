"""A dialog of the window fits the screen at 150 % too; what is longer scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.kit import theme
from desk_app.kit.dialogs import Dialog


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_a_dialog_is_no_larger_than_the_screen(qtbot, monkeypatch, factor):
    monkeypatch.setattr(theme, "_scale", factor)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Dialog(parent, "人员与岗位", width=900, height=900)
    qtbot.addWidget(dialog)
    room = QApplication.primaryScreen().availableGeometry()
    assert dialog.width() < room.width() and dialog.height() < room.height()
