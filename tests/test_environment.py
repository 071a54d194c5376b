"""What the program depends on below it: the versions that lose data or abort must not come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidget, QTableWidgetItem, QWidget

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CALLS = 200


def qt_calls() -> dict[str, Callable[[], object]]:
    """Return calls that give None back: the ones that PySide6 6.12.0 lost a reference with."""
    label, combo, table, widget = QLabel(), QComboBox(), QTableWidget(1, 1), QWidget()
    return {
        "setText": lambda: label.setText("x"),
        "adjustSize": lambda: label.adjustSize(),
        "findChild": lambda: widget.findChild(QLabel, "none"),
        "parent": lambda: widget.parent(),
        "currentData": lambda: combo.currentData(),
        "setItem": lambda: table.setItem(0, 0, QTableWidgetItem("x")),
        "processEvents": lambda: QGuiApplication.processEvents(),
    }


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_qt_calls_take_no_reference_to_none_away(qtbot):
    drift = {}
    for name, call in qt_calls().items():
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        drift[name] = sys.getrefcount(None) - before
    assert {name: change for name, change in drift.items() if change < -CALLS // 4} == {}


def test_sqlite_has_no_wal_reset_bug():
    from sqlcipher3 import dbapi2

    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_every_icon_can_be_drawn(qtbot):
    blank = []
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        QSvgRenderer(str(path)).render(painter, QRectF(0, 0, 24, 24))
        painter.end()
        if bytes(image.constBits()).count(0) == image.sizeInBytes():
            blank.append(path.name)
    assert blank == []
